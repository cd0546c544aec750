"""Which offices the text states of which name: before it, after it, in a list."""

import bisect
import functools
import re
from collections.abc import Mapping, Sequence

import msgspec

from vnreports.extract.appointments import KIN, link_appointed, link_predecessors
from vnreports.extract.holders import Holders
from vnreports.extract.name_lists import (
    PLURAL,
    give_bodies_in_brackets,
    share_biography,
    share_groups,
    share_lists,
    title_before,
)
from vnreports.extract.people_names import NameAt
from vnreports.lexicon import read_table
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.names import ends_name, is_capital
from vnreports.normalize.offices import Office
from vnreports.normalize.phrases import PhraseTable
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page
from vnreports.rules import Pattern
from vnreports.syllables import Syllables

Links = dict[int, tuple[Office, ...]]
# between a name and the office after it: , - ( là, (SN 1970), 49 tuổi, hiện là …
_GAP = Pattern(
    r"""
    (?: \s* \( (?: (?: sn | sinh | \d ) [^(),\n]{0,30} (?: , \s* (?: quê | trú | ngụ ) [^()\n]{2,40} )?
                | [^\W\d_] [^\d(),;:\n]{1,24} (?= \) \s* [-–—,] )  # of where: (Thái Bình) - Chủ tịch …
                | [^(),\n-]{1,20} - [^(),\n]{1,25}  # how a foreign name is spoken: (Ra-un Ca-xtơ-rô)
                | (?: bên | đứng | ngồi | thứ | giữa | trái | phải | áo | ảnh ) [^()\n]{0,50} ) \) )?
    (?: \s* , \s* (?: (?: sinh\ năm | sn | sinh\ ngày ) [^,\n]{4,20} | \d\d\ tuổi )
        (?: \s* , \s* (?: quê | trú | ngụ ) [^\n,]{2,40} )? )?
    (?: \s* , \s* (?: thanh\ tra | chuyên | kiểm\ soát | kiểm\ sát | giảng | điều\ tra ) \ viên  # a grade, no office
        (?:\ (?: chính | cao\ cấp ))? (?= , ) )?
    \s* (?: \( \s* (?: (?: sn | sinh\ năm ) \s* \d{4} | \d\d\ tuổi ) \s* , | , | [-–—] | \( | : )? \s*
    (?: (?: cũng | đồng\ thời | hiện | (?: khi | lúc | thời\ điểm )\ đó | khi\ ấy | nay | trước(?:\ đây | \ đó )?
          | người | vốn | từng | đang )? \s*
        (?: là | giữ\ chức(?:\ vụ)? | đảm\ nhiệm(?:\ chức\ vụ)? | với\ (?:cương\ vị|tư\ cách)(?:\ là)?
          | trong\ vai\ trò | làm ) \s+ )?
    (?: tân\  | hàm\  )?
    """,
    re.VERBOSE,
    plain=True,
)
# an office in an abbreviation that nobody knows, before the others: X, UVXYZ Đảng, Bí thư …
_UNREAD = Pattern(r"\p{Lu}[\p{Lu}.]{2,9}(?:\ \p{Lu}\p{Ll}+){0,2},\ ")
_GAP_OPENINGS = (
    "(", ",", "-", "–", "—", ":", "cũng", "đồng thời", "hiện", "khi", "lúc", "thời điểm", "nay", "người", "vốn", "từng",
    "đang", "là", "giữ chức", "đảm nhiệm", "với", "trong vai", "làm", "tân ", "hàm ",
)  # fmt: skip
_FORMERLY = (" (nguyên ", " (cựu ")  # X, Chủ tịch UBND xã (nguyên Trưởng phòng Mẫu)
_SPOKEN_TO = Pattern(r"(?<!\w)(?:báo\ cáo|gửi|trình|thưa|trả\ lời)\ $")  # Báo cáo Phó Thủ tướng, ông X nói
_DELEGATION = Pattern(r"\s*\(\s*(?:(?:đoàn|đbqh)\s+)?(?=\S)")
_ASSEMBLY = PhraseTable(dict.fromkeys(("đbqh", "đại biểu quốc hội"), True))
_SEAT = Office("Đại biểu", "Quốc hội", None, None, public=True)


def find_links(
    page: Page,
    syllables: Syllables,
    names: Sequence[NameAt],
    titles: Sequence[OfficeAt],
    places: Mapping[int, PlaceAt],
) -> tuple[Links, set[int]]:
    """The offices of each name, by the name's offset, and the first syllables of the titles that have their holder."""
    holders = Holders(page, syllables, names, titles)
    if titles:
        _link_before(holders, places)
        _link_after(holders)
        _link_signed(holders)
        link_appointed(holders)
        share_lists(holders)
        share_groups(holders)
        give_bodies_in_brackets(holders, places)
        share_biography(holders)
        link_predecessors(holders)
    _link_delegations(holders, places)
    return {start: tuple(offices) for start, offices in holders.offices.items()}, holders.used


def _link_before(holders: Holders, places: Mapping[int, PlaceAt]) -> None:
    """Links the offices right before a name: *Chủ tịch UBND tỉnh (đồng chí) X*."""
    for name in holders.names:
        title = holders.by_end.get(name.opens)
        if title is None:
            continue
        *earlier, last = title.offices
        other = _introduced(holders, title) if earlier else None
        if other is not None:  # tiếp ông X, Bộ trưởng Quốc phòng Lào, Chủ tịch nước Y nói
            holders.give(other.start, title, earlier)
            earlier = []
        if last.bare and _of_delegation(holders.page, name, places):  # đại biểu Nguyễn Văn Mẫu (Hà Giang)
            last = msgspec.structs.replace(last, body="Quốc hội")
        holders.give(name.start, title, [*earlier, last])


def _link_delegations(holders: Holders, places: Mapping[int, PlaceAt]) -> None:
    """Gives a seat to those named with their delegation alone: *ông X, Đoàn ĐBQH Cà Mau*; *bà X (đoàn Cà Mau)*."""
    lower = holders.syllables.lower
    assembly = "quốc hội" in holders.page.lower or "đbqh" in holders.page.lower
    for name in holders.names if assembly else ():
        if lower[name.after + 1 : name.after + 2] != ["đoàn"] or lower[name.after] not in {"(", ",", "-", "–"}:
            continue
        first = name.after + 2
        place = places.get(holders.syllables.starts[first]) if first < len(lower) else None
        if _ASSEMBLY.match(lower, first) or (place is not None and place.level == "province"):
            offices = holders.offices.setdefault(name.start, [])
            if all(office.body != _SEAT.body for office in offices):
                offices.append(_SEAT)


def _link_after(holders: Holders) -> None:
    """Links the offices right after a name: *X, Chủ tịch UBND tỉnh*."""
    for name in holders.names:
        title = _title_after(holders.page, name, holders.by_start)
        if title is None or title.first in holders.used or title.offices[0].bare or _speaks(holders, name, title):
            continue
        understood = title.offices[: -1 if _is_cut(holders.syllables, title) else None]
        if understood:
            holders.give(name.start, title, understood)
        aside = holders.by_start.get(holders.end_of(title) + len(" ("))
        if (
            aside is not None
            and aside.first not in holders.used
            and holders.page.lower.startswith(_FORMERLY, holders.end_of(title))
        ):
            holders.give(name.start, aside)


def _link_signed(holders: Holders) -> None:
    """Links the offices before a name with a sign between: *Chủ tịch UBND tỉnh - đồng chí X*, *… là ông X*."""
    for name in holders.names:
        title = title_before(holders, name)
        if title is None or not _fits_sign(holders, title, name):
            continue
        if title.first not in holders.used and not title.offices[0].bare:
            holders.give(name.start, title)


@functools.cache
def _speech_verbs() -> PhraseTable[bool]:
    return PhraseTable({row["verb"]: True for row in read_table("speech_verbs")})


def _speaks(holders: Holders, name: NameAt, title: OfficeAt) -> bool:
    """Whether the office is that of another, who speaks: *đáp lời Đại sứ X, Thủ tướng hy vọng*."""
    syllables, after = holders.syllables, title.after
    if name.opens not in holders.by_end or len(title.offices) > 1 or after >= len(syllables):
        return False
    alone = title.offices[0].body in (None, "Chính phủ")
    return alone and _speech_verbs().match(syllables.lower, after) is not None


def _introduced(holders: Holders, title: OfficeAt) -> NameAt | None:
    """The person with a form of address and no office before it whom a row of offices follows after a comma."""
    start = holders.start_of(title)
    at = bisect.bisect_left([name.start for name in holders.names], start) - 1
    if at < 0 or holders.page.text[holders.names[at].end : start].strip() != ",":
        return None
    name = holders.names[at]
    return name if name.opens < name.first and name.opens not in holders.by_end else None


def _title_after(page: Page, name: NameAt, by_start: dict[int, OfficeAt]) -> OfficeAt | None:
    if name.opens < name.first and page.text.startswith(" ", name.end) and name.end + 1 in by_start:
        return by_start[name.end + 1]  # Đồng chí Mẫu Ủy viên …: the comma is left out
    if page.text.startswith(" (", name.end) and name.end + 2 in by_start:
        return by_start[name.end + 2]  # X (Giám đốc Sở Mẫu), Y (…)
    gap = _GAP.match(page.lower, name.end) if _may_open_gap(page, name) else None
    if gap is None or not gap[0].strip() or "\n" in gap[0]:
        return None
    if gap.end() not in by_start and (unread := _UNREAD.match(page.text, gap.end())) is not None:
        return by_start.get(unread.end())
    if gap[0].rstrip().endswith(("làm", "là")) and KIN.search(page.lower, max(0, name.start - 40), name.start):
        return None  # chồng bà …, làm giám đốc: of the husband
    return by_start.get(gap.end())


def _may_open_gap(page: Page, name: NameAt) -> bool:
    """Whether what follows a name begins like the gap before an office; a new line doesn't."""
    syllables = page.syllables
    return name.after < len(syllables) and page.lower.startswith(_GAP_OPENINGS, syllables.starts[name.after])


def _is_cut(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether capitals follow an office: the rest of its body, or the name of its holder, was not understood."""
    office, after = title.offices[-1], title.reach
    capitals = 0
    while (
        syllables.joined(at := after + capitals) and is_capital(syllables.written[at]) and not ends_name(syllables, at)
    ):
        capitals += 1
    return capitals > 1 or (capitals == 1 and office.body is None and not office.public)


def _of_delegation(page: Page, name: NameAt, places: Mapping[int, PlaceAt]) -> bool:
    """Whether a province in brackets after the name tells a delegation of the National Assembly."""
    opening = _DELEGATION.match(page.lower, name.end)
    place = places.get(opening.end()) if opening else None
    return place is not None and place.level == "province"


def _fits_sign(holders: Holders, title: OfficeAt, name: NameAt) -> bool:
    """Whether the sign between an office and the name after it may join them."""
    match holders.syllables.written[title.reach]:
        case ":":
            return _closes(holders.page, name)
        case ",":  # chất vấn các Bộ trưởng, bà X nói: she is none of them
            addressed = name.opens < name.first or name.start not in holders.offices
            before = holders.before(title, 14)
            return addressed and not PLURAL.search(before) and not _SPOKEN_TO.search(before)
    return True


def _closes(page: Page, name: NameAt) -> bool:
    """Whether a name after a colon stands as in a list; *Chủ tịch Quốc hội: Ông Mẫu nghỉ* is a headline's quotation."""
    return page.text[name.end : name.end + 2].strip()[:1] in {"", ",", ";", ".", "-", "–", "("}
