"""The same thing in several reports: claims that agree, that differ, or that stand in one report only.

Two claims are of one thing where what they count, their unit, place, date and status are the same as written, folded.
"""

import dataclasses
import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from vnreports.check.intervals import interval_of, tolerance_of
from vnreports.check.notes import note, quote_hedged
from vnreports.records import Check, Claim, Date, Document, Note, Number, Place, Record, Verdict
from vnreports.text import fold_string

_PHRASE_END = re.compile(r"[,;(]")
# what a reading of the noun phrase may carry along at its end
_LOOSE_END = re.compile(r"(?:\s+(?:chỉ|cũng|đã|được|hiện|mới|này|so|và|do|tại|trong|với|sẽ|là|có))+$")
_OPEN = frozenset({"order", "at_least", "at_most"})
_TELLING = 10  # two reports that each count three people need not mean the same three
_NEAR = Fraction(1, 5)  # figures of one thing that differ are misprints or updates, seldom further apart
_AT_ONE_TIME = datetime.timedelta(days=45)  # where a claim has no date of its own, the reports must be as near
_Thing: TypeAlias = tuple[object, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Sighting:
    """A claim in its report, which was published on that day."""

    doc: str
    claim: Claim
    published: datetime.date | None

    @property
    def id(self) -> str:
        return f"{self.doc}#{self.claim.id}"

    def described(self) -> tuple[str, str]:
        """The claim's figure with its report, in Vietnamese and in English."""
        vi, en = quote_hedged(self.claim)
        return f"{vi} ({self.doc})", f"{en} ({self.doc})"


def compare_claims(records: Iterable[Record]) -> list[Check]:
    """What the reports say of the same things, as check records k1, k2, … of rule `check/across`.

    `agrees` where two reports or more give figures that fit one another, `disagrees` where each gives one and they
    don't, `cannot_tell` where a thing stands in one report only or a report gives several figures for it. The ids of
    claims are written `doc#id`; `doc` is empty.
    """
    things: dict[_Thing, dict[str, list[_Sighting]]] = {}
    for thing, sighting in _sightings(records):
        things.setdefault(thing, {}).setdefault(sighting.doc, []).append(sighting)
    found = [check for by_doc in things.values() for check in _compare(list(by_doc.values()))]
    return [
        Check(
            doc="",
            id=f"k{number}",
            rule="check/across",
            claims=tuple(sighting.id for sighting in sightings),
            verdict=verdict,
            expected=sightings[0].claim.value,
            found=sightings[-1].claim.value if len(sightings) > 1 else None,
            tolerance=tolerance_of(*(sighting.claim for sighting in sightings)),
            note=text,
        )
        for number, (verdict, sightings, text) in enumerate(found, 1)
    ]


def _sightings(records: Iterable[Record]) -> Iterator[tuple[_Thing, _Sighting]]:
    """Each claim that says of what, where and how much, with the key of what it is about."""
    documents: dict[str, Document] = {}
    places: dict[tuple[str, str], str] = {}
    dates: dict[tuple[str, str], tuple[object, object]] = {}
    claims: list[Claim] = []
    for record in records:
        if isinstance(record, Document):
            documents[record.doc] = record
        elif isinstance(record, Place):
            places[record.doc, record.id] = record.code or fold_string(record.name).lower()
        elif isinstance(record, Date):
            dates[record.doc, record.id] = (record.first, record.last)
        elif isinstance(record, Claim):
            claims.append(record)
    for claim in claims:
        document = documents.get(claim.doc)
        home = document.place if document else None
        place = places.get((claim.doc, claim.place)) if claim.place else home
        what = _what(claim)
        if place is None or what is None or claim.value is None or claim.modifier in _OPEN:
            continue
        if " " not in what and claim.value < _TELLING:
            continue
        date = dates.get((claim.doc, claim.date)) if claim.date else None
        unit = fold_string(claim.unit or "").lower()
        key = (claim.dimension, unit, what, place, date, claim.difference, claim.status, claim.topic)
        yield key, _Sighting(claim.doc, claim, document.date if document else None)


def _what(claim: Claim) -> str | None:
    """The head of the noun phrase, folded: *xã, phường đồng loạt* and *xã, phường mới* are both *xã*."""
    phrase = _PHRASE_END.split(fold_string(claim.what or "").lower())[0].strip()
    phrase = _LOOSE_END.sub("", phrase)
    if claim.dimension == "count":
        return phrase or (fold_string(claim.unit).lower() if claim.unit else None)
    return phrase if " " in phrase else None  # an amount of money of nobody says nothing


def _compare(by_doc: list[list[_Sighting]]) -> Iterator[tuple[Verdict, list[_Sighting], Note]]:
    """What the reports say of one thing, each a list of sightings."""
    if len(by_doc) == 1:
        for only in by_doc[0]:
            vi, en = only.described()
            yield "cannot_tell", [only], note(f"chỉ một bài nêu {vi}.", f"only one report gives {en}.")
        return
    told: set[Number | None] = set()
    for position, sightings in enumerate(by_doc):
        for sighting in sightings:
            fitting = [other for others in by_doc[position + 1 :] if (other := _first_fitting(sighting, others))]
            if fitting and sighting.claim.value not in told:
                told.update(one.claim.value for one in (sighting, *fitting))
                yield _finding("agrees", [sighting, *fitting])
    if told:
        return
    first = [sightings[0] for sightings in by_doc]
    yield _finding("disagrees" if _are_of_one_thing(by_doc) else "cannot_tell", first)


def _are_of_one_thing(by_doc: list[list[_Sighting]]) -> bool:
    """Whether figures that differ are of one thing beyond doubt: one figure a report, near in value and in time."""
    amounts = [{sighting.claim.value for sighting in sightings} for sightings in by_doc]
    values = [Fraction(value or 0) for found in amounts for value in found]
    if any(len(found) != 1 for found in amounts) or max(values) - min(values) > max(values) * _NEAR:
        return False
    return all(_are_at_one_time(first[0], second[0]) for first, second in itertools.combinations(by_doc, 2))


def _are_at_one_time(first: _Sighting, second: _Sighting) -> bool:
    if first.claim.date is not None or first.published is None or second.published is None:
        return True
    return abs(first.published - second.published) <= _AT_ONE_TIME


def _first_fitting(sighting: _Sighting, others: list[_Sighting]) -> _Sighting | None:
    interval = interval_of(sighting.claim)
    for other in others:
        allowed = interval_of(other.claim)
        if interval is None or allowed is None or not _are_at_one_time(sighting, other):
            continue
        if interval.meets(allowed):
            return other
    return None


def _finding(verdict: Verdict, sightings: list[_Sighting]) -> tuple[Verdict, list[_Sighting], Note]:
    vi, en = (" – ".join(words) for words in zip(*(sighting.described() for sighting in sightings), strict=True))
    tails = {
        "agrees": ("khớp nhau", "agree"),
        "disagrees": ("khác nhau cho cùng một việc; cần xem lại", "differ for the same thing; please review"),
        "cannot_tell": ("có thể không cùng một việc", "may not be of one thing"),
    }
    return verdict, sightings, note(f"{vi}: {tails[verdict][0]}.", f"{en}: {tails[verdict][1]}.")
