"""Offices that the text tells by another's: *cũng thuộc sở này*, *người đồng cấp*."""

import functools
from collections.abc import Sequence

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.names import is_capital
from vnreports.normalize.offices import Office
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page
from vnreports.rules import Pattern
from vnreports.syllables import Syllables

_BACK = Pattern(
    r",?\s+(?:cũng\s+)?thuộc\s+(?P<noun>bộ|sở|cục|tổng cục|chi cục|trường|bệnh viện|ban|công an)"
    r"\s+(?:này|trên|nói trên)(?!\w)"
)
_BACK_OPENINGS = frozenset({",", "\n", "cũng", "thuộc"})
_COUNTERPART = ["người", "đồng", "cấp"]


@functools.cache
def _member_titles() -> frozenset[str]:
    return frozenset(row["title"] for row in read_table("member_titles"))


def is_member(office: Office) -> bool:
    """Whether the office is a seat that many have: a deputy's, a member's of a committee."""
    return office.title.lower() in _member_titles()


def is_counterpart(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether the office is told as that of a counterpart."""
    return syllables.lower[title.first : title.first + 3] == _COUNTERPART


def refer_back(page: Page, title: OfficeAt, earlier: Sequence[OfficeAt]) -> OfficeAt:
    """The offices with the body that the text points back to: *phó phòng quản lý đất cũng thuộc sở này*."""
    syllables, office, after = page.syllables, title.offices[-1], title.after
    if office.body is None or after == len(syllables) or syllables.lower[after] not in _BACK_OPENINGS:
        return title
    back = _BACK.match(page.lower, syllables.end(after - 1))
    if back is None:
        return title
    for other in (office for title in reversed(earlier) for office in reversed(title.offices)):
        at = f" {(other.body or '').lower()}".find(f" {back['noun']} ")
        if at >= 0 and other.body:
            whole = msgspec.structs.replace(
                office, body=f"{office.body} {other.body[at:]}", place=other.place, level=other.level
            )
            return msgspec.structs.replace(title, offices=(*title.offices[:-1], whole))
    return title


def with_counterparts(page: Page, titles: Sequence[OfficeAt]) -> list[OfficeAt]:
    """The titles, each counterpart's with the office that it is, without those whose office isn't told."""
    known: list[OfficeAt] = []
    for title in titles:
        meant = _of_counterpart(page, title, known) if is_counterpart(page.syllables, title) else title
        if meant is not None:
            known.append(meant)
    return known


def _of_counterpart(page: Page, title: OfficeAt, earlier: Sequence[OfficeAt]) -> OfficeAt | None:
    """The office of him whose counterpart it is: *Ngoại trưởng Nga Mẫu …; ông Mẫu gặp người đồng cấp Lào Thử*.

    That of the last one whom the sentence names before, or else the last one told.
    """
    syllables, own = page.syllables, title.offices[0]
    told = [
        (other, office)
        for other in reversed(earlier)
        for office in reversed(other.offices)
        if office.public and office.level is None and not is_member(office)
    ]
    if not told:
        return None
    start = page.sentence_at(syllables.starts[title.first])[0]
    meant = None
    at = title.first - 1
    while meant is None and at >= 0 and syllables.starts[at] >= start:
        if is_capital(word := syllables.written[at]):
            holders = (office for other, office in told if word in syllables.written[other.reach : other.reach + 4])
            meant = next(holders, None)
        at -= 1
    office = msgspec.structs.replace(meant or told[0][1], abroad=own.abroad, country=own.country, place=None)
    return msgspec.structs.replace(title, offices=(office,))
