"""The records that vnreports emits: one frozen type for each kind, with its fields in the order of the format.

Offsets count Unicode code points of the document as it was read; `start` is inclusive, `end` exclusive.
Amounts are exact: an `int`, or a `Decimal` where the number has a fraction. An absent value is None or an empty tuple.
"""

import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

Number: TypeAlias = int | Decimal
Level = Literal["country", "region", "province", "district", "commune", "village", "foreign"]
Form = Literal["name", "title"]
DateSource = Literal["given", "text"]
DateKind = Literal["date", "range", "duration"]
Bound = Literal["before", "after", "over", "under", "about"]
Dimension = Literal[
    "count", "money", "percent", "length", "area", "mass", "volume", "energy", "power", "rate", "ratio", "other"
]
Modifier = Literal["over", "under", "about", "at_least", "at_most", "order"]
Topic = Literal["organization", "staff", "budget", "other"]
Direction = Literal["increase", "decrease"]
Status = Literal["actual", "planned"]
Verdict = Literal["agrees", "disagrees", "cannot_tell"]


class Position(msgspec.Struct, frozen=True):
    """One office: its title, the body it belongs to, and the jurisdiction of a local body."""

    title: str
    body: str | None = None
    place: str | None = None


class Mention(msgspec.Struct, frozen=True):
    """A stretch of the text that names something: `text == source[start:end]`."""

    start: int
    end: int
    text: str


class OfficialMention(msgspec.Struct, frozen=True):
    """A mention of a person by name alone, or by an office that stands for the person."""

    start: int
    end: int
    text: str
    form: Form


class Unread(msgspec.Struct, frozen=True):
    """How many numbers and offices of a report became no record and no recognised label."""

    numbers: int = 0
    titles: int = 0


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="document"):
    """What the report says of itself: title, publication date, outlet, authors, photo credits and its province."""

    doc: str
    id: str = "doc"
    rule: str = "document"
    title: str | None = None
    date: datetime.date | None = None
    date_source: DateSource | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    place: str | None = None
    length: int = 0
    unread: Unread = Unread()


class Official(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="official"):
    """A person with a public position: the fullest name, every distinct office, every mention."""

    doc: str
    id: str
    rule: str
    name: str
    positions: tuple[Position, ...] = ()
    mentions: tuple[OfficialMention, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="place"):
    """A distinct place: its official name, level and statistics-office code on the document's date."""

    doc: str
    id: str
    rule: str
    name: str
    level: Level
    code: str | None = None
    current: tuple[str, ...] = ()
    province: str | None = None
    mentions: tuple[Mention, ...] = ()


class Date(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="date"):
    """A date, a period of the calendar, a range or a duration, with its first and last day (both inclusive)."""

    doc: str
    id: str
    rule: str
    start: int
    end: int
    text: str
    kind: DateKind
    first: datetime.date | None = None
    last: datetime.date | None = None
    edtf: str | None = None
    duration: str | None = None
    bound: Bound | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="claim"):
    """A number that states an amount: its exact value, what it counts, and how it stands to the rest of the report."""

    doc: str
    id: str
    rule: str
    start: int
    end: int
    text: str
    value: int | Decimal | None = None
    low: int | Decimal | None = None
    high: int | Decimal | None = None
    total: int | Decimal | None = None
    dimension: Dimension = "count"
    unit: str | None = None
    modifier: Modifier | None = None
    what: str | None = None
    topic: Topic = "other"
    direction: Direction | None = None
    difference: bool = False
    status: Status = "actual"
    source: str | None = None
    place: str | None = None
    date: str | None = None
    was: str | None = None
    part_of: str | None = None
    share_of: str | None = None
    precision: int | Decimal | None = None
    sentence: tuple[int, int] = (0, 0)


class Note(msgspec.Struct, frozen=True):
    """One plain sentence on a check, in Vietnamese and in English."""

    vi: str
    en: str


class Check(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="check"):
    """What some claims say about one another: `expected` by the others, `found` in the text, within `tolerance`.

    `disagrees` asks for a review; it never says that a figure is false.
    """

    doc: str
    id: str
    rule: str
    claims: tuple[str, ...]
    verdict: Verdict
    expected: int | Decimal | None = None
    found: int | Decimal | None = None
    tolerance: int | Decimal | None = None
    note: Note


Record: TypeAlias = Document | Official | Place | Date | Claim | Check
