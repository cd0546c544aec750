"""Offices that the text tells by what it named before: *cũng thuộc sở này*, *người đồng cấp*, *làm Tổ trưởng*."""

import functools
from collections.abc import Mapping, Sequence

import msgspec

from vnreports.extract.named_bodies import body_in_head, last_body
from vnreports.lexicon import read_table
from vnreports.normalize.bodies import Body, read_body
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.names import is_capital
from vnreports.normalize.offices import Office
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page
from vnreports.rules import Pattern
from vnreports.syllables import Syllables

_BACK = Pattern(
    r",?\s+(?:cũng\s+)?thuộc\s+(?P<noun>bộ|sở|cục|tổng cục|chi cục|trường|bệnh viện|ban|công an)"
    r"\s+(?:này|trên|nói trên)(?!\w)",
    plain=True,
)
_BACK_OPENINGS = frozenset({",", "\n", "cũng", "thuộc"})
_COUNTERPART = ["người", "đồng", "cấp"]
_OF_COUNCIL = frozenset({"chủ tịch", "phó chủ tịch"})
_ABOUT = frozenset({"ban", "thanh tra"})  # nouns of bodies whose heads need them to be told from a firm's
_LISTED = Pattern(r"\s*(?:gồm|bao gồm|là|:)(?!\w)")
_SEVERAL = Pattern(r"(?<!\w)(?:các|hai|ba|bốn|\d)\s$", plain=True)


@functools.cache
def _member_titles() -> frozenset[str]:
    return frozenset(row["title"] for row in read_table("member_titles"))


def is_member(office: Office) -> bool:
    """Whether the office is a seat that many have: a deputy's, a member's of a committee."""
    return office.title.lower() in _member_titles()


def may_introduce(title: OfficeAt) -> bool:
    """Whether an office is told so fully that its holder may follow a comma: *Giám đốc Sở Nội vụ Hà Nội, Lê Mẫu*."""
    office = title.offices[-1]
    told = office.abroad or office.place is not None or office.body not in (None, "Chính phủ", "Quốc hội")
    return told and not (office.general or office.private or is_member(office))


def is_counterpart(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether the office is told as that of a counterpart."""
    return syllables.lower[title.first : title.first + 3] == _COUNTERPART


def refer_back(page: Page, titles: Sequence[OfficeAt], places: Mapping[int, PlaceAt]) -> list[OfficeAt]:
    """The titles, each with the body that it takes from what the text named before it.

    Those of counterparts whose office isn't told are left out.
    """
    known: list[OfficeAt] = []
    for title in titles:
        whole = _of_that_body(page, title, known)
        whole = _of_deputies(page, whole, known)
        whole = _of_set_up(page, whole, places)
        whole = _of_body_named(page, whole, places)
        meant = _of_counterpart(page, whole, known) if is_counterpart(page.syllables, whole) else whole
        if meant is not None:
            known.append(meant)
    return known


def _of_that_body(page: Page, title: OfficeAt, earlier: Sequence[OfficeAt]) -> OfficeAt:
    """*phó phòng quản lý đất cũng thuộc sở này*: the body that the text points back to."""
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


def _of_deputies(page: Page, title: OfficeAt, earlier: Sequence[OfficeAt]) -> OfficeAt:
    """*làm Chủ tịch Hội X. Các Phó Chủ tịch gồm …*: the body of several deputies is that of their chief."""
    syllables, office = page.syllables, title.offices[-1]
    if office.body or not office.title.lower().startswith("phó "):
        return title
    start = syllables.starts[title.first]
    if not _SEVERAL.search(page.lower, start - 5, start):
        return title
    if not _LISTED.match(page.lower, syllables.end(title.after - 1)):
        return title
    chief = office.title.lower().removeprefix("phó ")
    for other in (office for title in reversed(earlier) for office in reversed(title.offices)):
        if other.title.lower() == chief and other.body:
            return msgspec.structs.replace(title, offices=(msgspec.structs.replace(other, title=office.title),))
    return title


def _of_set_up(page: Page, title: OfficeAt, places: Mapping[int, PlaceAt]) -> OfficeAt:
    """*thành lập Tổ công tác … do ông X làm Tổ trưởng*: the body is the one that the sentence sets up."""
    syllables, office = page.syllables, title.offices[-1]
    if syllables.lower[title.first - 1] != "làm":
        return title
    noun = office.noun or ("hội đồng" if office.title.lower() in _OF_COUNCIL else "")
    if not noun or (office.body is not None and office.body.lower() != noun):
        return title
    start = page.sentence_at(syllables.starts[title.first])[0]
    led = title.first - 1
    while led > 0 and syllables.starts[led] >= start and syllables.lower[led] != "do":
        led -= 1
    opening = noun.split()
    for index in range(led - len(opening), -1, -1):
        if syllables.starts[index] < start:
            break
        if syllables.lower[index : index + len(opening)] != opening:
            continue
        body = read_body(syllables, index, places)
        if body.name and len(body.name) > len(noun) and not body.general:
            return msgspec.structs.replace(title, offices=(*title.offices[:-1], _with_body(office, body)))
    return title


def _of_body_named(page: Page, title: OfficeAt, places: Mapping[int, PlaceAt]) -> OfficeAt:
    """*6. Lê Văn Mẫu - Phó Trưởng ban*: of the committee that the report is about, or of the delegation just named."""
    office = title.offices[-1]
    if office.body or office.public:
        return title
    if office.noun == "đoàn":  # Đoàn ĐBQH tỉnh … do Phó Trưởng đoàn Mẫu chủ trì
        body = _body_of_sentence(page, title, places)
    else:
        body = body_in_head(page, office.noun, places) if office.noun in _ABOUT else None
    if body is None:
        return title
    return msgspec.structs.replace(title, offices=(*title.offices[:-1], _with_body(office, body)))


def _body_of_sentence(page: Page, title: OfficeAt, places: Mapping[int, PlaceAt]) -> Body | None:
    """The delegation of deputies that the sentence named before its head."""
    start = page.syllables.starts[title.first]
    sentence = page.sentence_at(start)
    if page.lower.find("đoàn đ", sentence[0], start) < 0:
        return None
    body = last_body(page, start, title.offices[-1].noun, places)
    return body if body is not None and (body.name or "").startswith("Đoàn đại biểu Quốc hội") else None


def _with_body(office: Office, body: Body) -> Office:
    name = (body.name or "").partition(" do ")[0]  # the name of its purpose runs on
    return msgspec.structs.replace(office, body=name, place=body.place, level=body.level, public=True)


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
