"""Offices that a list gives to several people, or a biography to one."""

import bisect
import collections
import itertools
from collections.abc import Sequence

import regex

from vnreports.extract.people_names import NameAt
from vnreports.normalize.offices import Office
from vnreports.normalize.phrases import Syllables
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page

_COLON = regex.compile(r"\s*:\s")
_GROUP_END = regex.compile(r";\s*(?:các|nguyên|đại diện|lãnh đạo|cùng)\b|\.\s|(?:cùng|và) (?:các|đại diện|lãnh đạo)\b")
PLURAL = regex.compile(r"(?:các|hai|ba|bốn|\d|2|3|4)(?: (?:đồng chí|ông|bà))?:?\s$")
_ANNOUNCED = regex.compile(
    r"\s*(?:[,:]?\s*(?:gồm|bao gồm|gồm có|là|lần lượt là|đó là))?\s*:?"
    r"\s*(?:(?:các )?(?:ông|bà|đồng chí|đ/c)(?:, bà)?)?\s*:?\s*"
)
_SHARED = ("phó", "ủy viên", "thứ trưởng", "đại biểu", "thành viên", "nguyên phó", "cựu phó", "uvtw", "uvbtv")
_DATED = regex.compile(r"(?:\d{4}|nay)\s*\)?\s*(?::|[-–])\s*(?:(?:là|làm|giữ chức(?: vụ)?)\s)?\s*$")
_POSTS = regex.compile(  # ông từng đảm nhiệm các chức vụ: …
    r"(?:các|nhiều|những) (?:chức vụ|chức danh|cương vị|vị trí|trọng trách)(?: (?:quan trọng|công tác|khác nhau))?"
    r"(?: (?:như|gồm|là))?\s*:?\s*$"
)
_ROW = regex.compile(r"[^.:\n]{0,60}[,;]\s*")  # between the offices of one dated entry: a term, a constituency
_BIOGRAPHY = 2  # dated entries that make a list a biography


def title_before(syllables: Syllables, name: NameAt, by_end: dict[int, OfficeAt]) -> OfficeAt | None:
    """The office before a name with a sign between: *Chủ tịch UBND tỉnh - đồng chí …*, *… là ông …*."""
    at = name.opens - 1
    if at < 1:
        return None
    sign = syllables.lower[at]
    if sign in {"-", "–", "—", ":", "là"} or (sign in {",", "("} and name.opens < name.first):
        return by_end.get(at)
    return None


def share_lists(
    page: Page,
    syllables: Syllables,
    names: Sequence[NameAt],
    titles: Sequence[OfficeAt],
    links: dict[int, list[Office]],
    used: set[int],
) -> None:
    """Gives the people of a list their common office: *các Phó Chủ tịch UBND tỉnh: A, B, C*; *A, B - Phó Bí thư*."""
    by_end = {title.reach: title for title in titles} | {title.after: title for title in titles}
    shared: OfficeAt | None = None
    reaches = [syllables.ends[title.reach - 1] for title in titles]
    for earlier, name in zip((None, *names), names, strict=False):
        before = (
            by_end.get(name.opens) or title_before(syllables, name, by_end) or _announced(page, name, titles, reaches)
        )
        if before is not None:
            plural = PLURAL.search(
                page.lower[max(0, syllables.starts[before.first] - 14) : syllables.starts[before.first]]
            )
            shared = before if plural else None
            if shared and not links.get(name.start):
                links[name.start] = list(shared.offices)
                used.add(shared.first)
        elif shared is not None and earlier is not None and _next_in_list(page, syllables, earlier, name):
            links.setdefault(name.start, []).extend(shared.offices)
            used.add(shared.first)
        else:
            shared = None
    for earlier, name in reversed(list(itertools.pairwise(names))):
        own = links.get(name.start)
        if not own or links.get(earlier.start) or name.first in by_end:
            continue
        if own[0].title.lower().startswith(_SHARED) and _next_in_list(page, syllables, earlier, name):
            links[earlier.start] = list(own)


def share_groups(
    page: Page,
    syllables: Syllables,
    names: Sequence[NameAt],
    titles: Sequence[OfficeAt],
    links: dict[int, list[Office]],
    used: set[int],
) -> None:
    """Gives everyone of a group its office: *các Ủy viên Bộ Chính trị: Thủ tướng A; Chủ tịch Quốc hội B*."""
    for title in titles:
        start, end = syllables.starts[title.first], syllables.ends[title.after - 1]
        colon = _COLON.match(page.lower, end)
        if title.first in used or colon is None or not PLURAL.search(page.lower[max(0, start - 14) : start]):
            continue
        used.add(title.first)
        close = page.lower.find("\n", end)
        group = _GROUP_END.search(page.lower, colon.end(), close if close >= 0 else len(page.lower))
        after = group.start() if group else close
        for name in names:
            if end < name.start and (name.start < after or after < 0):
                links.setdefault(name.start, []).extend(title.offices)


def share_biography(
    page: Page,
    syllables: Syllables,
    names: Sequence[NameAt],
    titles: Sequence[OfficeAt],
    links: dict[int, list[Office]],
    used: set[int],
) -> None:
    """Gives the person of a biography the offices of its dated entries: *3/2010 - 5/2015: Bí thư Huyện ủy, …; …*."""
    entries: dict[int, list[OfficeAt]] = collections.defaultdict(list)
    starts = [name.start for name in names]
    close, dated = -1, 0
    for title in titles:
        start = syllables.starts[title.first]
        if title.first in used:
            continue
        listed = _POSTS.search(page.lower, max(0, start - 60), start) is not None
        opened = listed or _DATED.search(page.lower, max(0, start - 40), start) is not None
        at = bisect.bisect_left(starts, start) - 1
        if at >= 0 and (opened or (close > names[at].end and _ROW.fullmatch(page.lower, close, start))):
            entries[names[at].start].append(title)
            close, dated = syllables.ends[title.reach - 1], dated + opened + listed
    if dated < _BIOGRAPHY:
        return
    for holder, rows in entries.items():
        for title in rows:
            links.setdefault(holder, []).extend(office for office in title.offices if office.title.lower() != "cán bộ")
            used.add(title.first)


def _announced(page: Page, name: NameAt, titles: Sequence[OfficeAt], reaches: Sequence[int]) -> OfficeAt | None:
    """The office that opens the list in which the name is first: *8 Phó Giám đốc Sở gồm các ông, bà: A, B*."""
    at = bisect.bisect_right(reaches, name.start) - 1
    if at < 0 or name.start - reaches[at] > 60 or not _ANNOUNCED.fullmatch(page.lower, reaches[at], name.start):
        return None
    return titles[at]


def _next_in_list(page: Page, syllables: Syllables, earlier: NameAt, name: NameAt) -> bool:
    between = page.lower[earlier.end : syllables.starts[name.opens]].strip()
    return between in {",", "và", ", và", "cùng", "&"} and "\n" not in page.lower[earlier.end : name.start]
