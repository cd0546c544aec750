"""Which person each naming means: one official record a person."""

import dataclasses
import functools
from collections.abc import Sequence

import msgspec

from vnreports.extract.officials import Naming
from vnreports.lexicon import read_table
from vnreports.normalize.offices import Office
from vnreports.page import Page
from vnreports.records import Official, OfficialMention, Place, Position
from vnreports.register import name_key
from vnreports.resolve.positions import is_form_of, is_former, plain_body, positions_of, settle_offices

_LOWER = frozenset({"district", "commune"})
_WHO_HEADS = "người đứng đầu"


@functools.cache
def _titles(column: str) -> frozenset[str]:
    return frozenset(row["title"] for row in read_table("head_titles") if row[column] == "yes")


@dataclasses.dataclass
class _Person:
    """A person as the namings build it up."""

    name: str
    rule: str
    offices: list[Office] = dataclasses.field(default_factory=list)
    mentions: dict[int, OfficialMention] = dataclasses.field(default_factory=dict)
    shown: bool = False

    def take(self, naming: Naming) -> None:
        """Takes in a mention of this person with the offices that it states."""
        self.offices += [
            msgspec.structs.replace(office, at=naming.start) for office in naming.offices if not office.private
        ]
        self.add(naming)

    def add(self, naming: Naming) -> None:
        """Takes in a mention of this person."""
        mention = OfficialMention(naming.start, naming.end, naming.text, naming.form)
        self.mentions.setdefault(naming.start, mention)


def resolve_people(
    namings: Sequence[Naming], page: Page, places: Sequence[Place], *, home: Place | None, doc: str
) -> list[Official]:
    """The official records of the page, numbered o1, o2, … by first mention."""
    people = _gather(namings)
    if not people:
        return []
    known = {name_key(person.name) for person in people}
    for naming in namings:
        # Quyết Tâm in bà Quyết Tâm reads like a full name; it is a part of one where the report has such a person
        if naming.short or (naming.form == "name" and name_key(naming.text) not in known):
            fitting = [person for person in people if _is_short_for(naming.text, person)]
            if len(fitting) == 1 and not _is_of_another(naming, fitting[0], namings, known):
                fitting[0].take(naming)
    for naming in namings:
        if naming.form == "title" and (person := _stated_short(naming, people)) is not None:
            person.take(naming)
    settled = [(person, settle_offices(person.offices, page, places, home=home)) for person in people]
    for naming in namings:
        if naming.form == "title":
            for one in (naming, *naming.parts):
                holder = _holder(one, settled, page, places, home=home)
                if holder is not None:
                    holder.add(one)
                    if one is naming:
                        break
    settled.sort(key=lambda entry: min(entry[0].mentions))
    return [
        Official(
            doc=doc,
            id=f"o{number}",
            rule=person.rule,
            name=person.name,
            positions=tuple(positions),
            mentions=tuple(mention for _, mention in sorted(person.mentions.items())),
        )
        for number, (person, positions) in enumerate(settled, 1)
    ]


def _holder(
    naming: Naming,
    settled: Sequence[tuple[_Person, list[Position]]],
    page: Page,
    places: Sequence[Place],
    *,
    home: Place | None,
) -> _Person | None:
    """The one person whom offices without a name stand for, or None."""
    stated = positions_of(naming.offices, naming.start, page, places, home=home)
    if any(one.place is None and office.level in _LOWER for one, office in zip(stated, naming.offices, strict=True)):
        return _only_of_level(naming.offices, settled, places)  # Chủ tịch quận, of one of several districts
    country = next((office.country for office in naming.offices if office.country), None)
    holders = [person for person, positions in settled if _holds(positions, stated) and _is_of(person, country)]
    if len(holders) > 1 and country is None:  # beside a guest of the same office, the home one
        holders = [person for person in holders if not _is_abroad(person)]
    if len(holders) > 1 and all(_is_head(one.title) and one.body for one in stated):
        return _last_stated(holders, stated[0], naming.start)
    return holders[0] if len(holders) == 1 else None


def _stated_short(naming: Naming, people: Sequence[_Person]) -> _Person | None:
    """The one person of whom the report states the office only in short: *Bí thư Mẫu*, then *Bí thư Thành ủy*."""
    if (
        len(naming.offices) != 1
        or naming.offices[0].title.lower() not in _titles("short")
        or naming.offices[0].body is None
    ):
        return None
    title = naming.offices[0].title.lower()
    holders = [person for person in people if any(office.title.lower() == title for office in person.offices)]
    if len(holders) != 1 or any(office.body for office in holders[0].offices if office.title.lower() == title):
        return None
    return holders[0]


def _only_of_level(
    offices: Sequence[Office], settled: Sequence[tuple[_Person, list[Position]]], places: Sequence[Place]
) -> _Person | None:
    """The only person of whom the report states these offices in a unit of that level: *Chủ tịch xã*, or None."""
    levels = {place.name: place.level for place in places}

    def holds(office: Office, positions: Sequence[Position]) -> bool:
        return any(
            one.title.lower() == office.title.lower()
            and office.body in (None, one.body)
            and levels.get(one.place or "") == office.level
            for one in positions
        )

    holders = [person for person, positions in settled if all(holds(office, positions) for office in offices)]
    return holders[0] if len(holders) == 1 else None


def _last_stated(holders: Sequence[_Person], position: Position, before: int) -> _Person | None:
    """Of the successive holders of an office that only one holds at a time, the one stated to hold it last."""
    title = position.title.lower()
    stated = [
        (office.at, number)
        for number, person in enumerate(holders)
        for office in person.offices
        if office.title.lower() == title and office.at < before
    ]
    return holders[max(stated)[1]] if stated else None


def _is_head(title: str) -> bool:
    """Whether one person at a time holds such an office of a body: *Chủ tịch*, *Bộ trưởng*; no deputy, no member."""
    return title.lower() in _titles("head") or title.lower() == _WHO_HEADS


def _is_abroad(person: _Person) -> bool:
    """Whether another state's office is stated of the person."""
    return any(office.abroad for office in person.offices)


def _is_of(person: _Person, country: str | None) -> bool:
    """Whether the person may hold an office of the country that a title names; none is named where it is None."""
    if country is None:
        return True
    if country == "Việt Nam":
        return not _is_abroad(person)
    return any(office.country == country for office in person.offices)


def _gather(namings: Sequence[Naming]) -> list[_Person]:
    """The people with a public role, each with the namings by full name."""
    people: dict[str, _Person] = {}
    for naming in namings:
        if naming.form != "name" or naming.short:
            continue
        key = name_key(naming.text)  # Sỹ and Sĩ are one name
        if key not in people:
            people[key] = _Person(naming.text, naming.rule)
        person = people[key]
        if person.name.isupper() and not naming.text.isupper():
            person.name = naming.text
        if naming.evidence != "none" and not person.shown:
            person.shown, person.rule = True, naming.rule
        person.take(naming)
    return _merge([person for person in people.values() if person.shown])


def _merge(people: list[_Person]) -> list[_Person]:
    """The people with those put together whose name is a part of one other's (*Văn Mẫu* and *Nguyễn Văn Mẫu*)."""
    kept: list[_Person] = []
    for person in people:
        wholes = [other for other in people if other is not person and _is_short_for(person.name, other)]
        if len(wholes) == 1:
            wholes[0].offices += person.offices
            wholes[0].mentions.update(person.mentions)
        else:
            kept.append(person)
    return kept


def _is_short_for(short: str, person: _Person) -> bool:
    """Whether the text may call the person so: by the last syllables, or a foreigner also by the first (*ông Tập*).

    A first name may be a letter: *D.Trump*.
    """
    name, part = person.name.lower(), short.lower()
    if "." in name or "." in part:
        name, part = (" ".join(text.replace(".", " ").split()) for text in (name, part))
        initial, _, last = part.partition(" ")
        if len(initial) == 1 and name.startswith(initial) and name.endswith(f" {last}"):
            return True
    return (
        name == part
        or name.endswith(f" {part}")
        or (_is_abroad(person) and name.replace("-", " ").startswith(f"{part} "))
    )


def _is_of_another(naming: Naming, person: _Person, namings: Sequence[Naming], known: set[str]) -> bool:
    """Whether somebody without a public role, who shares the short name, was named in full after the person was."""
    end = f" {naming.text.lower()}"
    last = max((start for start in person.mentions if start < naming.start), default=0)
    return any(
        one.form == "name"
        and not one.short
        and last < one.start < naming.start
        and one.text.lower().endswith(end)
        and name_key(one.text) not in known
        and not _is_short_for(one.text, person)
        for one in namings
    )


def _holds(positions: Sequence[Position], stated: Sequence[Position]) -> bool:
    """Whether a person holds all the offices stated; a former office is not meant by its bare title."""
    return bool(stated) and all(
        any(
            (is_form_of(one, position) and is_former(one) == is_former(position)) or _heads(position, one)
            for position in positions
        )
        for one in stated
    )


def _heads(position: Position, stated: Position) -> bool:
    """Whether the position is that of the head of the body: *người đứng đầu Chính phủ*, a Thủ tướng."""
    return (
        stated.title.lower() == _WHO_HEADS
        and _is_head(position.title)
        and plain_body(position.body) == plain_body(stated.body)
        and stated.place in (None, position.place)
    )
