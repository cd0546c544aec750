"""Whether an amount is actual or planned: the last word for it before the number decides."""

import datetime
import re

from vnreports.lexicon import one_of, read_table
from vnreports.records import Status
from vnreports.rules import Pattern

_CUE = re.compile(rf"(?<!\w){one_of(row['cue'] for row in read_table('status_cues'))}(?!\w)")
_STATUS: dict[str, tuple[Status, bool]] = {
    row["cue"]: ("planned" if row["status"] == "planned" else "actual", row["still_ahead"] == "yes")
    for row in read_table("status_cues")
}
_DONE = Pattern(r"(?:đã|vừa|được|khi)\ (?:\p{L}+\ )?$")
# rà soát toàn bộ 7 dự án, chuyển 60 dự án đó: they are there already, whatever is asked for
_ALREADY_THERE = Pattern(r"(?<!\w)(?:toàn\ bộ|trong\ số)\ $")
_THOSE = Pattern(
    r"[\d.,]+\ [^.,;:()\d\n]{2,24}?\ (?:đó|này|nói\ trên|kể\ trên)(?!\w)"
    r"|(?:hai|2|ba|3|bốn|4)\ (?:bên|nước|nhà\ lãnh\ đạo|dân\ tộc|đảng|quốc\ hội)(?!\w)"
)
# 1.500 sinh viên năm cuối sẽ thi: the plan is told after what is counted
_TO_COME = Pattern(
    r"[\d.,]+(?:\ (?!mà|nên|thì|nhưng|và|để|khi|nếu|là|rằng)\p{L}+){1,9}?\ (?:sẽ|dự\ kiến(?!\ (?:là|đến)))(?!\w)"
)
_CONTINUES = Pattern(r"\s*(?:đồng\ thời|bên\ cạnh\ đó|cùng\ với\ đó|ngoài\ ra|theo\ đó|trong\ đó|cụ\ thể)(?!\w)")


def read_status(
    lower: str,
    start: int,
    *,
    sentence: tuple[int, int],
    before: tuple[int, int] | None,
    holds: datetime.date | None,
    published: datetime.date | None,
) -> Status:
    """The status of the number at `start`.

    `holds` is the first day of the date at which it holds; `before` the sentence before its own, whose plan a sentence
    that opens with *đồng thời*, *theo đó* goes on with where it has no word of its own.

    >>> read_status("phấn đấu tăng trưởng 8%", 21, sentence=(0, 23), before=None, holds=None, published=None)
    'planned'
    """
    if _ALREADY_THERE.search(lower, max(0, start - 12), start) or _THOSE.match(lower, start):
        return "actual"
    if holds is not None and published is not None and holds > published:
        return "planned"
    own = _last_cue(lower, sentence[0], start)
    if (
        own is None
        and before is not None
        and "\n" not in lower[before[1] : start]
        and _CONTINUES.match(lower, sentence[0])
    ):
        own = _last_cue(lower, *before)
    if own is None and _TO_COME.match(lower, start, sentence[1]):
        return "planned"
    return own or "actual"


def _last_cue(lower: str, start: int, end: int) -> Status | None:
    last: Status | None = None
    for cue in _CUE.finditer(lower, start, end):
        status, still_ahead = _STATUS[cue[0]]
        if status == "actual" or still_ahead or not _DONE.search(lower, start, cue.start()):
            last = status
    return last
