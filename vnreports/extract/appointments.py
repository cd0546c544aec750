"""Who is appointed to an office, holds it or leaves it: *ông X được bầu làm Bí thư*, *bổ nhiệm Giám đốc với bà Y*."""

import re
from collections.abc import Sequence

from vnreports.extract.holders import Holders
from vnreports.extract.people_names import NameAt
from vnreports.normalize.titles import OfficeAt
from vnreports.rules import Pattern

# before an office: the person stands before the verb (was elected, holds, leaves), or after the office (to whom)
_APPOINTED = re.compile(
    r"""
    (?: (?P<given> bổ\ nhiệm | bầu | miễn\ nhiệm | cách | chỉ\ định | phê\ chuẩn | chức | chức\ vụ | chức\ danh )
      | giữ | đảm\ nhiệm | đảm\ nhận | nhận | tái\ cử | thôi | thôi\ giữ | làm | trúng\ cử | đắc\ cử | kiêm(?:\ nhiệm)?
      | trở\ thành | còn\ là | (?: hiện | nay )\ là | hiện\ nay\ là | đồng\ thời\ là | từng\ là | nguyên\ là
      | (?:được|bị)\ (?: bổ\ nhiệm | bầu | miễn\ nhiệm | cách | chỉ\ định ) )
    (?: \ (?: chức | chức\ vụ | chức\ danh | vị\ trí | cương\ vị | nhiệm\ vụ | trọng\ trách | giữ\ chức
             | giữ\ chức\ vụ | làm | là | tân | bổ\ sung ) )*
    \s* [:“"]? \s* $
    """,
    re.VERBOSE,
)
# how the last word of it ends, or a sign that may follow
_APPOINTED_ENDINGS = (
    "nhiệm", "bầu", "cách", "định", "chuẩn", "chức", "vụ", "danh", "giữ", "nhận", "cử", "thôi", "làm", "thành", "là",
    "trí", "vị", "trách", "tân", "sung", "kiêm", ":", "“", '"', "\n",
)  # fmt: skip
# được bổ nhiệm; được điều động và bổ nhiệm; được Thủ tướng bổ nhiệm
_PASSIVE = Pattern(r"(?<!\w)(?:được|bị)\ (?:[^.;:()\n]{2,60}\ )?$")
# bầu Ủy viên UBND tỉnh, nhiệm kỳ 2021-2026 đối với ông …
_TO_WHOM = Pattern(
    r"\s*(?:\([^()\n]*\)\s*)?(?:,?\s*(?:khóa\s+[ivx\d]+,?\s*)?nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4},?\s*)?"
    r"(?:đối với|cho|là|với|:)\s+(?=\S)",
    plain=True,
)
_INSTEAD_OF = Pattern(r"(?:\ [^.,;:()\n]{2,60})?,?\ thay\ (?:thế\ )?(?:cho\ )?(?=\S)")
_JOINED = Pattern(r",[^.,;()\n]{2,90},?\ và\ ")
# ông X bổ nhiệm em trai mình làm Giám đốc; chồng bà X, làm Giám đốc
KIN = Pattern(
    r"(?:vợ|chồng|con trai|con gái|em trai|em gái|anh trai|chị gái|bố|mẹ|cha|cháu|phu nhân)"
    r"(?: của)?(?: (?:ông|bà|anh|chị|mình))?\s*$",
    plain=True,
)
_HIMSELF = Pattern(r"(?<!\w)do (?:ông|bà|mình)\s*$")  # lập Hội đồng … do ông làm Chủ tịch: of what body?
_REACH = 220  # characters between a person and the office of an appointment


def link_appointed(holders: Holders) -> None:
    """Links the offices that someone is appointed to, holds or leaves: *ông X được bầu làm Bí thư và Chủ tịch …*."""
    appointed: Sequence[NameAt] = ()
    close = 0
    for title in holders.titles:
        if title.first not in holders.used:
            also = appointed if holders.page.lower[close : holders.start_of(title)] == " và " else ()
            appointed, close = _appointed(holders, title) or also, holders.syllables.end(title.after - 1)
            for holder in appointed:
                holders.give(holder.start, title)


def link_predecessors(holders: Holders) -> None:
    """Links an office to the one who is replaced in it: *giữ chức Giám đốc Sở Nội vụ, thay ông Mẫu nghỉ hưu*."""
    if " thay " not in holders.page.lower:
        return
    addressed = {holders.syllables.starts[name.opens]: name for name in holders.names if name.opens < name.first}
    given = [title for title in holders.titles if title.first in holders.used]
    instead = {
        found.end(): title for title in given if (found := _INSTEAD_OF.match(holders.page.lower, holders.end_of(title)))
    }
    for opens in instead.keys() & addressed.keys():  # of several offices before it, the last
        holders.give(addressed[opens].start, instead[opens])


def _appointed(holders: Holders, title: OfficeAt) -> Sequence[NameAt]:
    """The people whom an appointment to the office (or a leaving of it) names, before the office or after it."""
    page, syllables, names = holders.page, holders.syllables, holders.names
    start, end = holders.start_of(title), syllables.end(title.reach - 1)
    if not title.first or not syllables.lower[title.first - 1].endswith(_APPOINTED_ENDINGS):
        return ()
    before = holders.before(title, 60)
    verb = _APPOINTED.search(before)
    if verb is None:
        return ()
    to_whom = _TO_WHOM.match(page.lower, end)
    if to_whom:
        for at, name in enumerate(names):
            if name.opens < name.first and syllables.starts[name.opens] == to_whom.end():
                return _with_the_next(holders, at)
    if KIN.search(before[: verb.start()]) or _HIMSELF.search(before[: verb.start()]):
        return ()
    longer = holders.before(title, 90) if verb["given"] else ""
    passive = _PASSIVE.search(longer, 0, len(longer) - len(before) + verb.start()) if verb["given"] else None
    if verb["given"] and passive is None:
        return ()
    line = page.text.rfind("\n", 0, start) + 1
    sentence = max(line, page.sentence_at(start)[0], start - _REACH)
    clause = page.text.rfind(";", sentence, start) + 1
    if clause and any(letter.isupper() for letter in page.text[clause:start]):  # …; X được bổ nhiệm làm: another person
        sentence = clause
    close = start - len(longer) + passive.start() if passive else start  # ông X được Thủ tướng Y bổ nhiệm làm …
    earlier = [name for name in names if sentence <= name.start and name.end <= close]
    # Ông X, từng giúp Tổng thống Y, được bổ nhiệm làm …: not the one who is mentioned in passing
    earlier = [name for name in earlier if not name.short or name.opens not in holders.by_end] or earlier
    if not earlier or KIN.search(page.lower, max(0, earlier[-1].start - 40), earlier[-1].start):
        return ()
    return _with_the_last(holders, earlier)


def _with_the_next(holders: Holders, first: int) -> Sequence[NameAt]:
    """A person and those whom the sentence goes on with: *đối với ông X, nguyên Giám đốc …; ông Y, nguyên …*."""
    names, page = holders.names, holders.page
    close = page.sentence_at(names[first].start)[1]
    last = first
    while last + 1 < len(names) and names[last + 1].start < close:
        opens = holders.syllables.starts[names[last + 1].opens]
        addressed = names[last + 1].opens < names[last + 1].first
        if not addressed or not page.lower.endswith(("; ", "; và "), names[last].end, opens):
            break
        last += 1
    return names[first : last + 1]


def _with_the_last(holders: Holders, earlier: Sequence[NameAt]) -> Sequence[NameAt]:
    """The last of the people before an appointment, and the one joined to it: *ông X, Chánh Văn phòng …, và ông Y*."""
    name = earlier[-1]
    opens = holders.syllables.starts[name.opens]
    addressed = name.opens < name.first and len(earlier) > 1 and earlier[-2].opens < earlier[-2].first
    if addressed and _JOINED.fullmatch(holders.page.lower, earlier[-2].end, opens):
        return earlier[-2:]
    return earlier[-1:]
