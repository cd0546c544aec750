"""Bodies that an office leaves out because the report has named them: *Sở Nội vụ … Phó Giám đốc Sở Lê Văn Mẫu*."""

from collections.abc import Sequence

import msgspec

from vnreports.extract.named_bodies import HEADED_OTHERWISE, body_in_head, last_body
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.offices import Office
from vnreports.page import Page
from vnreports.records import Place

# nouns that alone name no body
_BARE = frozenset({"sở", "bộ", "ban", "cục", "vụ", "chi cục", "tổng cục", "viện", "trung tâm", "bệnh viện", "trường"})
_HELD = frozenset({"bộ", "ban", "vụ", "cục", "chi cục", "tổng cục", "thanh tra"})  # and those that titles hold
_WITHIN = ("văn phòng ", "thanh tra ")  # Chánh Văn phòng Sở


def name_bodies(offices: list[Office], page: Page, places: Sequence[Place]) -> list[Office]:
    """The offices of one person, those without a body as of the one with its noun that the report has named.

    Where the report states a body with that noun for the person elsewhere, they are of that one.
    """
    told = [office.body.lower() for office in offices if office.body and not _noun_left(office)]
    nouns = ["" if _names_one(noun, told) else noun for noun in map(_noun_left, offices)]
    return [
        _with_body(office, noun, page, places) if noun else office for office, noun in zip(offices, nouns, strict=True)
    ]


def _names_one(noun: str, bodies: Sequence[str]) -> bool:
    """Whether one of the bodies of a person has the noun: *Vụ phó*, and elsewhere *Phó Vụ trưởng Vụ Tổ chức*."""
    return any(body.startswith(f"{noun} ") and not body.startswith(HEADED_OTHERWISE) for body in bodies)


def _noun_left(office: Office) -> str:
    """The noun of the body that an office leaves out, or an empty string."""
    if office.abroad or office.place is not None:
        return ""
    if office.body is None:  # Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ has no ministry
        return office.noun if office.noun in _HELD and not office.title.lower().endswith("bộ trưởng") else ""
    body = office.body.lower()
    for prefix in _WITHIN:
        if body.removeprefix(prefix) in _BARE:
            return body.removeprefix(prefix)
    return body if body in _BARE else ""


def _with_body(office: Office, noun: str, page: Page, places: Sequence[Place]) -> Office:
    index = {m.start: PlaceAt(m.end, place.name, place.level) for place in places for m in place.mentions}
    body = body_in_head(page, noun, index) or last_body(page, office.at, noun, index)
    if body is None:
        return office
    within = (office.body or "")[: -len(noun)] if office.body else ""
    return msgspec.structs.replace(office, body=within + (body.name or ""), place=body.place, level=body.level)
