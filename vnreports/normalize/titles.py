"""Titles of public office: what a string of offices is worth as positions."""

import functools
import re
from collections.abc import Sequence

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.bodies import read_body
from vnreports.normalize.jurisdictions import GENERAL, PlaceAt, Places
from vnreports.normalize.names import is_capital
from vnreports.normalize.offices import Office, read_office
from vnreports.normalize.phrases import PhraseTable
from vnreports.normalize.places import names_abroad, split_type, written_names
from vnreports.records import Position
from vnreports.register import is_city, name_key
from vnreports.syllables import Syllables, split_syllables
from vnreports.text import fold_string

LONGEST_PLACE = 7  # syllables and signs: thành phố Phan Rang - Tháp Chàm

_PARTY_POST = re.compile(r"(?:phó )?bí thư(?: thường trực)?", re.IGNORECASE)
_HOUSE = re.compile(
    r"(?:Hội đồng (?:thành viên|quản trị) )?(?P<house>(?:Sở|Cục|Tổng cục|Tập đoàn|Tổng công ty|Công ty|Ngân hàng"
    r"|Đại học|Học viện|Trường|Bệnh viện|Viện|Báo|Đài) .+)"
)
_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy.*$", re.IGNORECASE)


class OfficeAt(msgspec.Struct, frozen=True):
    """Offices in a row, with the first syllable, the one after, and the one after a term of office (*khóa XV*).

    `spans` are the first syllable and the one after of each office.
    """

    first: int
    after: int
    reach: int
    offices: tuple[Office, ...]
    spans: tuple[tuple[int, int], ...] = ()


def read_offices(syllables: Syllables, index: int, places: Places) -> OfficeAt | None:
    """The offices in a row that begin at `index`, or None."""
    found: list[Office] = []
    spans: list[tuple[int, int]] = []
    first = after = reach = index
    while (read := read_office(syllables, index, places) or _read_second(syllables, index, places, found)) is not None:
        office = read[0]
        if found and (_is_deputy(office, found[-1]) or _heads_another(office, found[-1])):
            break  # Thủ tướng, Phó Thủ tướng …; Bộ trưởng Công an, Bộ trưởng Bộ Tài chính: two people
        _, after, reach = read
        found.append(office)
        spans.append((index, after))
        index = _next_office(syllables, reach)
        counted = first > 0 and syllables.lower[first - 1].isdigit()  # bổ nhiệm 2 Thẩm phán, Chủ nhiệm …
        several = first > 0 and syllables.lower[first - 1] in GENERAL and office.title.lower() == "đại biểu"
        if (
            index == reach or office.bare or several or counted
        ):  # trước các đại biểu, Phó Chủ tịch …: not the same person
            break
    return OfficeAt(first, after, reach, tuple(_share(found)), tuple(spans)) if found else None


def _read_second(
    syllables: Syllables, index: int, places: Places, found: Sequence[Office]
) -> tuple[Office, int, int] | None:
    """The office of the same title in a second body: *Trưởng Ban Chỉ huy … kiêm Ban Chỉ huy …*."""
    if not found or not found[-1].noun or syllables.lower[index - 1] != "kiêm":
        return None
    body = read_body(syllables, index, places)
    if body.name is None or not body.name.lower().startswith(f"{found[-1].noun} "):
        return None
    office = msgspec.structs.replace(found[-1], body=body.name, place=body.place, level=body.level)
    return office, body.after, body.after


def _is_deputy(office: Office, chief: Office) -> bool:
    return office.title.lower() == f"phó {chief.title.lower()}" and office.body == chief.body


def _heads_another(office: Office, other: Office) -> bool:
    """Whether both are ministers, each of a ministry of his own."""
    return office.noun == other.noun == "bộ" and None not in (office.body, other.body) and office.body != other.body


def _next_office(syllables: Syllables, index: int) -> int:
    """Where the next office of a row may begin: after a comma, a dash, *kiêm*; `index` itself where the row ends."""
    at = index
    if at < len(syllables) and syllables.written[at] in {",", "-", "–", "—"}:
        at += 1
    for joint in (("đồng", "thời", "là"), ("đồng", "thời"), ("kiêm", "nhiệm"), ("kiêm",)):
        if tuple(syllables.lower[at : at + len(joint)]) == joint:
            return at + len(joint)
    return at


def _share(found: list[Office]) -> list[Office]:
    """The row with what one office takes from the next: a body (*Chánh Văn phòng, người phát ngôn Bộ …*) or a place."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        office, after = shared[at], shared[at + 1]
        party = "bí thư" in office.title.lower()
        if office.body is None and after.body and not party and not office.public:
            body = f"{office.noun.capitalize()} {after.body}" if office.noun else after.body
            if office.noun == "ban thường vụ":
                body = _standing_committee(after)
            if after.title.lower().endswith("thủ trưởng"):  # Phó Giám đốc, Thủ trưởng Cơ quan …, Công an tỉnh
                body = body.rpartition(", ")[2]
            office = msgspec.structs.replace(
                office, body=body, place=after.place, level=after.level, public=after.public, private=after.private
            )
        elif of := _committee_led(office, after):
            # Phó Bí thư, Chủ tịch UBND xã …
            office = msgspec.structs.replace(office, body=of, place=after.place, level=after.level, public=True)
        elif (
            (office.body or "").lower() == "ban thường vụ"
            and office.place is None
            and _COMMITTEE.search(after.body or "")
        ):
            # Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy
            office = msgspec.structs.replace(
                office, body=_standing_committee(after), place=after.place, level=after.level
            )
        elif office.body == "Hội đồng" and after.body and after.body != office.body:
            # Chủ tịch Hội đồng, Giám đốc Đại học Quốc gia Hà Nội
            office = msgspec.structs.replace(office, body=f"Hội đồng {after.body}", place=after.place)
        elif office.body == "Đảng ủy" and office.place is None and (house := _HOUSE.fullmatch(after.body or "")):
            # Bí thư Đảng ủy, Chủ tịch Hội đồng thành viên Tập đoàn …
            body = f"Đảng ủy {house['house']}"
            office = msgspec.structs.replace(office, body=body, place=after.place, level=after.level)
        elif office.place is None:
            placed = next((later for later in shared[at + 1 :] if later.place), after)
            if _lacks_place(office, placed):
                level = "commune" if placed.level == "commune" else office.level
                office = msgspec.structs.replace(office, place=placed.place, level=level)
        shared[at] = office
    return shared


def _committee_led(office: Office, after: Office) -> str:
    """The committee of a Party secretary or deputy that only the next office tells: *Phó Bí thư, Chủ tịch UBND xã*."""
    if office.body is not None or office.place is not None or not _PARTY_POST.fullmatch(office.title):
        return ""
    stated = _COMMITTEE.search(after.body or "")
    if stated:
        return stated[0]
    if after.body not in {"Ủy ban nhân dân", "Hội đồng nhân dân"}:
        return ""
    match after.level:
        case "commune":
            return "Đảng ủy"
        case "province":
            return "Thành ủy" if is_city(after.place or "") else "Tỉnh ủy"
    return ""


def _standing_committee(after: Office) -> str:
    """The standing committee of which one is a member who holds the office after it: *UVBTV, Chủ tịch UBND tỉnh*."""
    committee = _COMMITTEE.search(after.body or "")
    of = committee[0] if committee else "Tỉnh ủy" if after.level == "province" else ""
    if of == "Tỉnh ủy" and is_city(after.place or ""):
        of = "Thành ủy"
    return f"Ban Thường vụ {of}".strip()


def _lacks_place(office: Office, after: Office) -> bool:
    """Whether the place of the next office is this one's too (*Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Tĩnh*)."""
    if office.level is None:
        party = (office.body or "đảng ủy").lower() == "đảng ủy"  # Bí thư Đảng ủy, Chủ tịch HĐND xã …
        return (party and "bí thư" in office.title.lower()) or office.title == after.title
    city = (office.body or "").lower().endswith("thành ủy")  # also of a city under a province
    party = (after.body or "").lower().endswith("ủy")  # Ủy viên Ban Thường vụ Thành ủy, Bí thư Quận ủy …: of two units
    return after.level in {office.level, None} or (city and after.level == "district" and not party)


def read_title(text: str, *, places: Places | None = None) -> list[Position]:
    """The positions that a string of offices states; empty where it is none.

    `places` are the places in the text by their offset; without them they are looked up by name.

    >>> read_title("Phó Bí thư Thành ủy, Chủ tịch UBND TP Hà Nội")[0]
    Position(title='Phó Bí thư', body='Thành ủy', place='Hà Nội')
    """
    syllables = split_syllables(fold_string(text))
    read = read_offices(syllables, 0, _places_in(syllables) if places is None else places) if len(syllables) else None
    return [Position(office.title, office.body, office.place) for office in read.offices] if read else []


def _places_in(syllables: Syllables) -> dict[int, PlaceAt]:
    """The places in a string by their names alone: units with their type word, provinces and countries also without."""
    found: dict[int, PlaceAt] = {}
    index = 0
    while index < len(syllables):
        for after in range(min(index + LONGEST_PLACE, len(syllables)), index, -1):
            place = _place_named(syllables.slice(index, after), syllables.end(after - 1))
            if place is not None and is_capital(syllables.written[after - 1]):
                found[syllables.starts[index]] = place
                index = after - 1
                break
        index += 1
    return found


def _place_named(name: str, end: int) -> PlaceAt | None:
    word, bare = split_type(name)
    if not bare[:1].isupper():
        return None
    abroad = names_abroad().get(name_key(name))
    if abroad is not None:
        return PlaceAt(end, abroad.name, abroad.level)
    for unit in written_names().get(name_key(bare), ()):
        if unit.level == "province" if word is None else word.fits(unit):
            return PlaceAt(end, unit.name, unit.level)
    return None


@functools.cache
def times_of_office() -> PhraseTable[str]:
    """The words after an office that say when it was held: *lúc bấy giờ* is `then`, *hiện nay* is `now`."""
    return PhraseTable({row["phrase"]: row["when"] for row in read_table("times_of_office")})
