"""How well records agree with gold: precision, recall and F1 of what was found, accuracy of each field of it.

Things with a place in the text are paired one to one, in text order, each gold thing with the found one that overlaps
it most. Texts are compared folded (see `vnreports.text`), without case and punctuation; a unit agrees where it is a
whole-syllable prefix of the other (*hộ*, *hộ dân*).
"""

import collections
import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

import regex

from vnreports.records import Claim, Date, Document, Form, Official, OfficialMention, Place, Record
from vnreports.text import fold_string

_JOINTS = regex.compile(r"[,;–\s-]+")
_CLAIM_FIELDS = ("dimension", "unit", "modifier", "total", "topic", "direction", "difference", "status")
_LINKS = ("was", "part_of", "share_of")


@dataclasses.dataclass(frozen=True)
class _Named:
    """A mention with what it is a mention of."""

    start: int
    end: int
    text: str
    name: str | None
    of: Official | Place


Span = TypeVar("Span", Date, Claim, _Named)
Kind = TypeVar("Kind", bound=Record)


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """One line of the score: how many of `gold` and of `found` agree; of an accuracy, how many of `gold` are right."""

    agree: int
    gold: int
    found: int | None

    def as_json(self) -> dict[str, float | int | None]:
        """The figure as numbers: `p`, `r`, `f1`, `gold`, `pred`; of an accuracy `acc` and `n`.

        >>> Figure(agree=9, gold=10, found=12).as_json()
        {'p': 0.75, 'r': 0.9, 'f1': 0.8182, 'gold': 10, 'pred': 12}
        """
        if self.found is None:
            return {"acc": round(self.agree / self.gold, 4) if self.gold else None, "n": self.gold}
        precision = self.agree / self.found if self.found else 1.0
        recall = self.agree / self.gold if self.gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rounded = {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}
        return {**rounded, "gold": self.gold, "pred": self.found}


@dataclasses.dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: what gold has and what was found, either of them None where there is nothing."""

    doc: str
    figure: str
    text: str
    start: int | None
    gold: object
    found: object


class Sheet:
    """The running tally of a score, figure by figure, and its misses."""

    def __init__(self) -> None:
        self._tallies: dict[str, tuple[int, int, int | None]] = {}
        self.misses: list[Miss] = []
        self.doc = ""

    def figures(self) -> dict[str, Figure]:
        """All figures, by name."""
        return {name: Figure(*self._tallies[name]) for name in sorted(self._tallies)}

    def compare(self, name: str, gold: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Count what two collections share."""
        wanted, got = collections.Counter(gold), collections.Counter(found)
        self._add(name, (wanted & got).total(), wanted.total(), got.total())
        self.misses += [
            Miss(self.doc, name, "", None, item, None) for item in sorted((wanted - got).elements(), key=str)
        ]
        self.misses += [
            Miss(self.doc, name, "", None, None, item) for item in sorted((got - wanted).elements(), key=str)
        ]

    def pair(
        self, name: str, gold: Sequence[Span], found: Sequence[Span], fits: Callable[[Span, Span], bool]
    ) -> list[tuple[Span, Span]]:
        """Count the things that overlap and fit; the pairs of them."""
        pairs = pair_up(gold, found, fits)
        self._add(name, len(pairs), len(gold), len(found))
        paired = {id(item) for pair in pairs for item in pair}
        lost = [Miss(self.doc, name, item.text, item.start, item, None) for item in gold if id(item) not in paired]
        made = [Miss(self.doc, name, item.text, item.start, None, item) for item in found if id(item) not in paired]
        self.misses += lost + made
        return pairs

    def ask(
        self, name: str, gold: object, found: object, *, right: bool, at: Date | Claim | _Named | None = None
    ) -> None:
        """Count one answer towards an accuracy."""
        agree, asked, _ = self._tallies.get(name, (0, 0, None))
        self._tallies[name] = (agree + right, asked + 1, None)
        if not right:
            self.misses.append(Miss(self.doc, name, at.text if at else "", at.start if at else None, gold, found))

    def _add(self, name: str, agree: int, gold: int, found: int) -> None:
        before = self._tallies.get(name, (0, 0, 0))
        self._tallies[name] = (before[0] + agree, before[1] + gold, (before[2] or 0) + found)


def score(gold: Iterable[Record], found: Iterable[Record]) -> Sheet:
    """The score of the records found against gold; documents that gold doesn't have are left aside."""
    wanted, got = _by_document(gold), _by_document(found)
    sheet = Sheet()
    for doc, records in wanted.items():
        sheet.doc = doc
        there = got.get(doc, [])
        _score_document(sheet, records, there)
        _score_officials(sheet, _of(Official, records), _of(Official, there))
        _score_places(sheet, _of(Place, records), _of(Place, there))
        _score_dates(sheet, _of(Date, records), _of(Date, there))
        _score_claims(sheet, records, there)
    return sheet


def fold_text(text: str | None) -> str | None:
    """The text as it is compared.

    >>> fold_text("Uỷ ban nhân dân - UBND")
    'ủy ban nhân dân ubnd'
    """
    return None if text is None else _JOINTS.sub(" ", fold_string(text).lower()).strip()


def pair_up(gold: Sequence[Span], found: Sequence[Span], fits: Callable[[Span, Span], bool]) -> list[tuple[Span, Span]]:
    """One-to-one pairs of things that overlap and fit, in text order, each with the one that it overlaps most."""
    pairs = []
    free = list(found)
    for wanted in sorted(gold, key=lambda item: item.start):
        near = [item for item in free if item.start < wanted.end and wanted.start < item.end and fits(wanted, item)]
        if near:
            best = max(near, key=lambda item: min(item.end, wanted.end) - max(item.start, wanted.start))
            free = [item for item in free if item is not best]
            pairs.append((wanted, best))
    return pairs


def _by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    documents: dict[str, list[Record]] = collections.defaultdict(list)
    for record in records:
        documents[record.doc].append(record)
    return dict(documents)


def _of(kind: type[Kind], records: Sequence[Record]) -> list[Kind]:
    return [record for record in records if isinstance(record, kind)]


def _score_document(sheet: Sheet, gold: Sequence[Record], found: Sequence[Record]) -> None:
    nothing = Document(doc=sheet.doc)
    wanted, got = (next(iter(_of(Document, records)), nothing) for records in (gold, found))
    sheet.ask("document.date", wanted.date, got.date, right=wanted.date == got.date)
    for field in ("authors", "photo_credits"):
        sheet.compare(f"document.{field}", *(set(map(fold_text, getattr(record, field))) for record in (wanted, got)))


def _mentions(owners: Sequence[Official | Place], form: Form | None = None) -> list[_Named]:
    return [
        _Named(mention.start, mention.end, mention.text, fold_text(owner.name), owner)
        for owner in owners
        for mention in owner.mentions
        if form is None or (isinstance(mention, OfficialMention) and mention.form == form)
    ]


def _score_officials(sheet: Sheet, gold: Sequence[Official], found: Sequence[Official]) -> None:
    wanted, got = _mentions(gold, "name"), _mentions(found, "name")
    sheet.compare("official.people", *([fold_text(person.name) for person in people] for people in (gold, found)))
    sheet.compare("official.name_mentions", *([(m.start, m.end) for m in side] for side in (wanted, got)))
    sheet.compare("official.linked_mentions", *([(m.start, m.end, m.name) for m in side] for side in (wanted, got)))
    sheet.pair("official.title_mentions", _mentions(gold, "title"), _mentions(found, "title"), _same_name)
    sheet.compare("official.positions", _positions(gold), _positions(found))


def _same_name(one: _Named, other: _Named) -> bool:
    return one.name == other.name


def _positions(people: Sequence[Official]) -> list[Hashable]:
    return [
        (fold_text(person.name), fold_text(office.title), fold_text(office.body), fold_text(office.place))
        for person in people
        for office in person.positions
    ]


def _score_places(sheet: Sheet, gold: Sequence[Place], found: Sequence[Place]) -> None:
    wanted, got = _mentions(gold), _mentions(found)
    sheet.compare("place.places", *({(fold_text(place.name), place.level) for place in side} for side in (gold, found)))
    sheet.compare("place.mentions_exact", *([(m.start, m.end) for m in side] for side in (wanted, got)))
    for one, other in sheet.pair("place.mentions", wanted, got, _same_name):
        if isinstance(one.of, Place) and isinstance(other.of, Place):
            sheet.ask("place.level", one.of.level, other.of.level, right=one.of.level == other.of.level, at=one)
            if one.of.code:
                sheet.ask("place.code", one.of.code, other.of.code, right=one.of.code == other.of.code, at=one)


def _score_dates(sheet: Sheet, gold: Sequence[Date], found: Sequence[Date]) -> None:
    sheet.pair("date.found", gold, found, lambda one, other: True)
    sheet.compare("date.span_exact", *([(date.start, date.end) for date in side] for side in (gold, found)))
    for one, other in sheet.pair("date.value", gold, found, lambda one, other: _day(one) == _day(other)):
        sheet.ask("date.kind", one.kind, other.kind, right=one.kind == other.kind, at=one)
        sheet.ask("date.bound", one.bound, other.bound, right=one.bound == other.bound, at=one)


def _day(date: Date) -> Hashable:
    return date.first, date.last, date.duration


def _score_claims(sheet: Sheet, gold: Sequence[Record], found: Sequence[Record]) -> None:
    wanted, got = _of(Claim, gold), _of(Claim, found)
    sheet.pair("claim.found", wanted, got, lambda one, other: True)
    sheet.compare("claim.span_exact", *([(claim.start, claim.end) for claim in side] for side in (wanted, got)))
    pairs = sheet.pair("claim.value", wanted, got, lambda one, other: _amount(one) == _amount(other))
    for one, other in pairs:
        for field in _CLAIM_FIELDS:
            answers = getattr(one, field), getattr(other, field)
            right = same_unit(*answers) if field == "unit" else answers[0] == answers[1]
            sheet.ask(f"claim.{field}", *answers, right=right, at=one)
    for field, kind in (("source", Official), ("place", Place), ("date", Date)):
        named, there = ({record.id: _identity(record) for record in _of(kind, side)} for side in (gold, found))
        for one, other in pairs:
            answers = named.get(getattr(one, field)), there.get(getattr(other, field))
            sheet.ask(f"claim.{field}", *answers, right=answers[0] == answers[1], at=one)
    _score_links(sheet, wanted, got, pairs)


def _amount(claim: Claim) -> Hashable:
    return claim.value, claim.low, claim.high


def _identity(record: Record) -> Hashable:
    """What tells the officials, places and dates of a document apart, whatever their ids."""
    if isinstance(record, Date):
        return _day(record)
    return fold_text(record.name) if isinstance(record, Official | Place) else None


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units agree.

    >>> same_unit("hộ", "Hộ dân"), same_unit("hộ", None)
    (True, False)
    """
    short, long = sorted((fold_text(one) or "", fold_text(other) or ""), key=len)
    return short == long or (bool(short) and long.startswith(f"{short} "))


def _score_links(sheet: Sheet, gold: list[Claim], found: list[Claim], pairs: Iterable[tuple[Claim, Claim]]) -> None:
    """Links agree where both their ends were paired by value."""
    partner = {one.id: other.id for one, other in pairs}
    all_linked: list[Hashable] = []
    all_got: list[Hashable] = []
    for field in _LINKS:
        wanted = [(partner.get(claim.id, f"gold {claim.id}"), getattr(claim, field)) for claim in gold]
        linked = [(one, partner.get(other, f"gold {other}")) for one, other in wanted if other]
        got = [(claim.id, getattr(claim, field)) for claim in found if getattr(claim, field)]
        sheet.compare(f"claim.{field}", linked, got)
        all_linked += [(field, *link) for link in linked]
        all_got += [(field, *link) for link in got]
    sheet.compare("claim.links", all_linked, all_got)
