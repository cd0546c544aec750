"""Offices that a list gives to several people, or a biography to one."""

import bisect
import collections
import itertools
from collections.abc import Sequence

import msgspec
import regex

from vnreports.extract.holders import Holders
from vnreports.extract.people_names import NameAt
from vnreports.extract.references import may_introduce
from vnreports.normalize.bodies import read_body
from vnreports.normalize.jurisdictions import Places
from vnreports.normalize.titles import OfficeAt, times_of_office
from vnreports.rules import Pattern

_COLON = Pattern(
    r"\s*(?:,?\s*(?:được bầu(?: bổ sung)?\s*)?(?:bao gồm|gồm có|gồm|là)?\s*)?"
    r"(?:(?:các )?(?:ông|bà|đồng chí)(?:, bà)?\s*)?:\s"
)
_GROUP_END = Pattern(r";\s*(?:các|nguyên|đại diện|lãnh đạo|cùng)\b|\.\s|(?:cùng|và) (?:các|đại diện|lãnh đạo)\b")
_SOMEBODY_ELSE = Pattern(r";\s*(?:đồng chí|ông|bà)\s")  # where the people of the group have no such word
PLURAL = regex.compile(r"(?:các|hai|ba|bốn|\d|2|3|4)(?: (?:đồng chí|ông|bà))?:?\s$")
_ANNOUNCED = Pattern(
    r"\s*(?:[,:]?\s*(?:gồm|bao gồm|gồm có|là|lần lượt là|đó là))?\s*:?"
    r"\s*(?:(?:các )?(?:ông|bà|đồng chí|đ/c)(?:, bà)?)?\s*:?\s*",
    plain=True,
)
_SHARED = ("phó", "ủy viên", "thứ trưởng", "đại biểu", "thành viên", "nguyên phó", "cựu phó", "uvtw", "uvbtv")
_LEADS_ON = frozenset({":", "\n", ",", "gồm", "bao", "là", "được"})
_MEMBERS = ("ủy viên", "thành viên", "đại biểu", "uv")
_DATED = Pattern(r"(?:\d{4}|nay)\s*\)?\s*(?::|[-–])\s*(?:(?:là|làm|giữ chức(?: vụ)?)\s)?\s*$")
_POSTS = Pattern(  # ông từng đảm nhiệm các chức vụ: …
    r"(?:các|nhiều|những) (?:chức vụ|chức danh|cương vị|vị trí|trọng trách)(?: (?:quan trọng|công tác|khác nhau))?"
    r"(?: (?:như|gồm|là))?\s*:?\s*$",
    plain=True,
)
_ROW = Pattern(r"[^.:\n]{0,60}[,;]\s*")  # between the offices of one dated entry: a term, a constituency
# các Thứ trưởng: A (Bộ Tài chính), B (Bộ Nội vụ)
_BODY_THEN_NEXT = Pattern(r"\((?:bộ|ban|sở|cục|vụ|đoàn|ủy\ ban)\ [^()\n]{2,60}\)\s*(?:,|và|,\ và)")
_LONGEST_TIME = 3  # syllables of lúc bấy giờ
_BIOGRAPHY = 2  # dated entries that make a list a biography


def title_before(holders: Holders, name: NameAt) -> OfficeAt | None:
    """The office before a name with a sign between: *Chủ tịch UBND tỉnh - đồng chí …*, *… (khi đó) là ông …*.

    After a comma a form of address tells that the person is the holder, or an office told in full.
    """
    at = name.opens - 1
    if at < 1:
        return None
    sign = holders.syllables.lower[at]
    if sign == "là":
        at = _time_begins(holders.syllables.lower, at)
    title = holders.by_end.get(at)
    if sign in {"-", "–", "—", ":", "là"} or (sign in {",", "("} and name.opens < name.first):
        return title
    return title if sign == "," and title is not None and may_introduce(title) else None


def _time_begins(lower: list[str], end: int) -> int:
    """The syllable with which the words begin that tell, up to `end`, when an office was held: *khi đó*; else `end`."""
    for start in range(max(0, end - _LONGEST_TIME), end):
        time = times_of_office().match(lower, start)
        if time is not None and time[0] == end:
            return start
    return end


def share_lists(holders: Holders) -> None:
    """Gives the people of a list their common office: *các Phó Chủ tịch UBND tỉnh: A, B, C*; *A, B - Phó Bí thư*."""
    names, offices = holders.names, holders.offices
    shared: OfficeAt | None = None
    plural = False
    reaches = [holders.syllables.end(title.reach - 1) for title in holders.titles]
    for earlier, name in zip((None, *names), names, strict=False):
        before = holders.by_end.get(name.opens) or title_before(holders, name) or _announced(holders, name, reaches)
        if before is not None:
            plural = PLURAL.search(holders.before(before, 14)) is not None
            shared = before if plural or before.offices[-1].title.lower().startswith(_SHARED) else None
            if plural and not offices.get(name.start):
                holders.give(name.start, before)
        elif shared is not None and earlier is not None and _next_in_list(holders, earlier, name):
            if not plural and (offices.get(name.start) or name.opens < name.first):
                shared = None  # Phó Chủ tịch UBND tỉnh A, ông B: somebody else
            else:
                holders.give(name.start, shared, shared.offices if plural else shared.offices[-1:])
        else:
            shared = None
    for earlier, name in reversed(list(itertools.pairwise(names))):
        own = offices.get(name.start)
        if not own or offices.get(earlier.start) or name.first in holders.by_end:
            continue
        if own[0].title.lower().startswith(_SHARED) and _next_in_list(holders, earlier, name):
            offices[earlier.start] = list(own)


def give_bodies_in_brackets(holders: Holders, places: Places) -> None:
    """Gives an office without body the one told after the name: *các Thứ trưởng: A (Bộ Tài chính), B (Bộ Nội vụ)*."""
    syllables = holders.syllables
    for name in holders.names:
        offices = holders.offices.get(name.start)
        if not offices or offices[-1].body is not None or offices[-1].bare:  # đại biểu X (tổ Mẫu)
            continue
        if syllables.written[name.after : name.after + 1] != ["("]:
            continue
        body = read_body(syllables, name.after + 1, places)
        if body.name is not None and syllables.written[body.after : body.after + 1] == [")"]:
            told = msgspec.structs.replace(offices[-1], body=body.name, place=body.place, level=body.level, public=True)
            holders.offices[name.start] = [*offices[:-1], told]


def share_groups(holders: Holders) -> None:
    """Gives everyone of a group its office: *các Ủy viên Bộ Chính trị: Thủ tướng A; Chủ tịch Quốc hội B*."""
    lower, written = holders.page.lower, holders.syllables.written
    for title in holders.titles:
        follows = written[title.after] if title.after < len(written) else ""
        of_all = title.offices[-1].title.lower().startswith(_MEMBERS)  # also where the first of them has it already
        if (title.first in holders.used and not of_all) or follows not in _LEADS_ON:
            continue
        end = holders.syllables.end(title.after - 1)
        if follows == "," and not lower.startswith((", gồm", ", bao gồm"), end):
            continue
        colon = _COLON.match(lower, end)
        if colon is None or not PLURAL.search(holders.before(title, 14)):
            continue
        holders.used.add(title.first)
        close = lower.find("\n", end)
        close = close if close >= 0 else len(lower)
        group = [name for name in holders.names if end < name.start < close]
        addressed = bool(group) and group[0].opens < group[0].first
        for stop in (_GROUP_END,) if addressed else (_GROUP_END, _SOMEBODY_ELSE):
            found = stop.search(lower, colon.end(), close)
            close = found.start() if found else close
        for name in group:
            if name.start < close:
                holders.give(name.start, title)


def share_biography(holders: Holders) -> None:
    """Gives the person of a biography the offices of its dated entries: *3/2010 - 5/2015: Bí thư Huyện ủy, …; …*."""
    entries: dict[int, list[OfficeAt]] = collections.defaultdict(list)
    starts = [name.start for name in holders.names]
    close, dated = -1, 0
    for title in holders.titles:
        if title.first in holders.used:
            continue
        start = holders.start_of(title)
        at = bisect.bisect_left(starts, start) - 1
        last = holders.names[at].end if at >= 0 else start
        if last >= start:
            continue
        listed = _POSTS.search(holders.before(title, 60)) is not None
        opened = listed or _DATED.search(holders.before(title, 40)) is not None
        if opened or (close > last and _ROW.fullmatch(holders.page.lower, close, start)):
            entries[starts[at]].append(title)
            close, dated = holders.syllables.end(title.reach - 1), dated + opened + listed
    if dated < _BIOGRAPHY:
        return
    for holder, rows in entries.items():
        for title in rows:
            holders.give(holder, title, (office for office in title.offices if office.title.lower() != "cán bộ"))


def _announced(holders: Holders, name: NameAt, reaches: Sequence[int]) -> OfficeAt | None:
    """The office that opens the list in which the name is first: *8 Phó Giám đốc Sở gồm các ông, bà: A, B*."""
    at = bisect.bisect_right(reaches, name.start) - 1
    if at < 0 or name.start - reaches[at] > 60 or not _ANNOUNCED.fullmatch(holders.page.lower, reaches[at], name.start):
        return None
    return holders.titles[at]


def _next_in_list(holders: Holders, earlier: NameAt, name: NameAt) -> bool:
    between = holders.page.lower[earlier.end : holders.syllables.starts[name.opens]].strip()
    joined = between in {",", "và", ", và", "cùng", "&"} or _BODY_THEN_NEXT.fullmatch(between) is not None
    return joined and "\n" not in holders.page.lower[earlier.end : name.start]
