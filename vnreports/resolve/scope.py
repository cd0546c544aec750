"""Where and when an amount holds: the place and the calendar date that its own sentence names for it."""

import regex

from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speakers import Speech

# a bare level word stands for the place of that level named last, or for the report's own
_STANDS_FOR = regex.compile(
    r"(?<!\w)(?P<level>thành\ phố|tỉnh|huyện|quận|thị\ xã|phường|xã)(?!\w)"
    r"(?!\ (?:nhà|đội|đoàn|lộ|táo|thành|hội|tỉnh|viên|này\ có|trực\ thuộc|thuộc))"
    r"(?!,\ (?:thành\ phố|huyện|thị\ xã|phường|quận|xã))"
)
_LEVELS = {
    "thành phố": ("province", "district"), "tỉnh": ("province",), "huyện": ("district",), "quận": ("district",),
    "thị xã": ("district",), "phường": ("commune",), "xã": ("commune",),
}  # fmt: skip
_COUNTED_LEVEL = regex.compile(
    r"(?:\d|%|các|những|mỗi|từng|nhiều|số|cấp|hai|ba|một|tỉnh,|huyện,|phường,|xã,|thị\ xã,|liên|nội|ngoại|các\ sở|"
    r"hội)\ $"
)
_LIST_OF_PLACES = regex.compile(r"(?:\ ?[,;]\ |\ và\ |\ hoặc\ )")
_LIST_OPENS = regex.compile(r"(?:gồm|bao\ gồm|là|như|:)\s*(?:các\ )?$")
_LOCATIVE = regex.compile(r"(?:^|[\s“\"(])(?:tại|ở|trên\ địa\ bàn|riêng(?:\ tại)?)\ (?:địa\ bàn\ )?$")
_SAID = regex.compile(r"(?<!\w)(?:cho\ biết|cho\ hay|khẳng\ định|thông\ tin|nhấn\ mạnh|phát\ biểu|báo\ cáo)(?!\w)")
_SAME_DAY = regex.compile(r"(?<!\w)cùng\ ngày(?!\w)")
_ISSUED = regex.compile(
    r"(?:[/-]\p{L}[\p{L}/-]*|(?:số|nghị\ định|nghị\ quyết|quyết\ định|luật)\ [\d/.]+)\ ?,?\ (?:ra\ |ký\ )?$"
)
_COMPARED_DATE = regex.compile(r"(?:so\ với|hơn|bằng)\ (?:[^.,;:()\n]{0,30}\ )?$")
_DATE_OF_COMPARISON = regex.compile(r"cùng\ kỳ")
_CLAUSE_END = regex.compile(r"[;:“”()]|,\ ")
_STOP = regex.compile(r"[;:“”\n]|\.(?!\d)")
_NEAR = 80


def resolve_place(setting: Setting, offset: int, sentence: tuple[int, int], *, speech: Speech | None) -> str | None:
    """The id of the place that an amount at `offset` is about, named (or stood for) in its sentence, or None.

    In an official's words only what they name counts, or an opening *tại …*: the place in a speaker's title is theirs.
    """
    start = max(sentence[0], speech.start) if speech is not None else sentence[0]
    named = setting.between(setting.places, start, sentence[1])
    before = [place for place in named if place.end <= offset and not _in_closed_parenthesis(setting, place, offset)]
    standing = _standing(setting, start, offset, last=True)
    if standing is not None and (not before or standing[0] > before[-1].end):
        return standing[1]
    if before:
        return _nearest(setting, before)
    if speech is not None:
        opening = [
            place
            for place in setting.between(setting.places, sentence[0], start)
            if _LOCATIVE.search(setting.page.lower, max(0, place.start - 24), place.start)
        ]
        if opening:
            return opening[0].id
    return _after(setting, [place for place in named if place.start >= offset], offset, sentence)


def _after(setting: Setting, after: list[Sighting], offset: int, sentence: tuple[int, int]) -> str | None:
    """The place named (or stood for) soon after the amount, in the same clause."""
    lower = setting.page.lower
    clause = _STOP.search(lower, offset, sentence[1])
    end = min(offset + _NEAR, clause.start() if clause else sentence[1])
    standing = _standing(setting, offset, end, last=False)
    if not after or after[0].start > end or _LIST_OPENS.search(lower, offset, after[0].start):
        return standing[1] if standing else None
    listed = len(after) > 1 and _LIST_OF_PLACES.fullmatch(lower, after[0].end, after[1].start)
    if listed and _rank(setting, after[0].id) >= _rank(setting, after[1].id):
        return None
    return after[0].id


def _in_closed_parenthesis(setting: Setting, place: Sighting, offset: int) -> bool:
    """Whether the place stands in a parenthesis that is closed before the amount."""
    lower = setting.page.lower
    opening = lower.rfind("(", max(0, place.start - 60), place.start)
    if opening < 0 or lower.find(")", opening, place.start) >= 0:
        return False
    return lower.find(")", place.end, offset) >= 0


def _nearest(setting: Setting, before: list[Sighting]) -> str | None:
    """The last place before the amount; None where it closes a list of several (*A, B và C đạt 99,5%*)."""
    last = before[-1]
    if len(before) > 1 and _LIST_OF_PLACES.fullmatch(setting.page.lower, before[-2].end, last.start):
        narrower = _rank(setting, before[-2].id) < _rank(setting, last.id)
        return before[-2].id if narrower else None  # xã Hạ Sơn, huyện Quỳ Hợp: the commune in its district
    return last.id


def _rank(setting: Setting, place: str) -> int:
    return ("village", "commune", "district", "province", "region", "foreign", "country").index(setting.levels[place])


def _standing(setting: Setting, start: int, end: int, *, last: bool) -> tuple[int, str] | None:
    """Where the first or last bare level word in [start, end) stands, and the place that it stands for."""
    matches = list(_STANDS_FOR.finditer(setting.page.lower, start, end))
    for match in reversed(matches) if last else matches:
        word = match.start()
        inside = setting.between(setting.places, word - 1, word + 1)
        if inside or _COUNTED_LEVEL.search(setting.page.lower, max(0, word - 10), word):
            continue
        place = _stood_for(setting, match["level"], word)
        if place is not None:
            return word, place
    return None


def _stood_for(setting: Setting, level: str, offset: int) -> str | None:
    fitting = _LEVELS[level]
    if "province" in fitting and setting.home is not None and setting.levels.get(setting.home) == "province":
        return setting.home
    paragraph = setting.page.lower.rfind("\n", 0, offset) + 1 if "province" in fitting else 0
    named = [
        place for place in setting.between(setting.places, paragraph, offset) if setting.levels[place.id] in fitting
    ]
    return named[-1].id if named else None


def resolve_date(setting: Setting, offset: int, sentence: tuple[int, int]) -> str | None:
    """The id of the calendar date at or over which an amount at `offset` holds, named in its sentence, or None."""
    lower = setting.page.lower
    dates = [date for date in setting.between(setting.dates, *sentence) if not _is_issue_date(lower, date)]
    before = [date for date in dates if date.end <= offset and not _is_compared(lower, date, offset)]
    after = [date for date in dates if date.start >= offset and not _is_compared(lower, date, date.end + _NEAR)]
    following = after[0] if after and not _CLAUSE_END.search(lower, offset, after[0].start) else None
    if following is not None and following.start - offset < 24:
        return following.id  # 26,1% năm 2015: closer than what came before
    if before:
        said = _SAID.search(lower, before[-1].end, offset)
        if said is None or _SAME_DAY.search(lower, said.end(), offset):
            return before[-1].id
        return None
    return following.id if following is not None and following.start - offset < _NEAR else None


def _is_issue_date(lower: str, date: Sighting) -> bool:
    """Whether the date is that of a document: *Nghị định số 178/2024/NĐ-CP ngày 31/12/2024*."""
    return bool(_ISSUED.search(lower, max(0, date.start - 40), date.start))


def _is_compared(lower: str, date: Sighting, offset: int) -> bool:
    """Whether the date is only compared with (*tăng 8% so với năm 2016*), unless its own amount follows at once."""
    compared = _COMPARED_DATE.search(lower, max(0, date.start - 40), date.start) or _DATE_OF_COMPARISON.match(
        lower, date.start
    )
    return bool(compared) and (offset - date.end > 30 or "," in lower[date.end : offset])
