"""Where and when an amount holds: the place and the calendar date that its own sentence names for it."""

from collections.abc import Sequence

from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speakers import Speech
from vnreports.rules import Pattern, match_until

# a bare level word stands for the place of that level named last, or for the report's own
_STANDS_FOR = Pattern(
    r"(?<!\w)(?P<level>thành\ phố|tp|tỉnh|huyện|quận|thị\ xã|phường|xã|nước\ này)(?!\w|\.)"
    r"(?!\ (?:nhà|đội|đoàn|lộ|táo|thành|hội|tỉnh|viên|này\ có|trực\ thuộc|thuộc))"
    r"(?!,\ (?:thành\ phố|huyện|thị\ xã|phường|quận|xã))",
    plain=True,
)
_ITEM = Pattern(r";\s*[-–+•]\s")
_DASHES = frozenset("-–")
_DASH_BEFORE = Pattern(r"\p{L}\ ?[-–]\ ?$")
_DASH_AFTER = Pattern(r"\ ?[-–]\ ?\p{L}")
LEVELS_OPEN = frozenset({"thành", "tp", "tỉnh", "huyện", "quận", "thị", "phường", "xã", "nước"})
_LEVELS = {
    "thành phố": ("province", "district"),
    "tp": ("province", "district"),
    "tỉnh": ("province",),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "phường": ("commune",),
    "xã": ("commune",),
    "nước này": ("country",),
}
_COUNTED_LEVEL = Pattern(
    r"(?:\d|%|các|những|mỗi|từng|nhiều|số|cấp|hai|ba|một|tỉnh,|huyện,|phường,|xã,|thị\ xã,|liên|nội|ngoại|các\ sở|"
    r"hội)\ $"
)
_LIST_OF_PLACES = Pattern(r"(?:\ ?[,;]\ |\ và\ |\ hoặc\ |\ )")
_OTHER_ROLE = Pattern(r"(?<!\w)(?:do|bởi|từ|đi|sang|với|so\ với|đến|và|bằng)\ (?:các\ |nước\ |tỉnh\ )*$")
_LIST_OPENS = Pattern(r"(?:gồm|bao\ gồm|là|như|:)\s*(?:các\ )?$")
_LOCATIVE = Pattern(r"[\s“\"]*(?:tại|ở|trên|riêng(?:\ tại)?)\ (?:địa\ bàn\ )?")
_SUCH_AS = Pattern(r",?\ (?:như|gồm|bao\ gồm)\ (?:các\ |tỉnh\ )*|:\ ")
_OF = Pattern(r"[\d.,]+\ (?:\p{L}+\ ){1,7}?(?:ở|tại|của|thuộc|trên\ địa\ bàn)\ ")
# nằm trên địa bàn huyện …, thuộc thị xã …: where the counted things stand, told after them in their own clause
_SITED = Pattern(
    r"(?:(?!trong\ đó)[^.,;:()“”\n]|,(?=\d)|\.(?=\d)){0,100}\ (?:thuộc|nằm\ (?:ở|tại))\ "
    r"|(?:(?!trong\ đó)[^.;:“”\n]|\.(?=\d)){0,100}(?<!,)\ trên\ địa\ bàn\ "
)
_IN_OR_OF = (" ở ", " tại ", " của ", " thuộc ", " trên địa bàn ")  # how either ends; the patterns take their time
_IN_TURN = Pattern(r"(?<!\w)lần\ lượt(?!\w)")
_SAID = Pattern(
    r"(?<!\w)(?:cho\ biết|cho\ hay|cho\ rằng|thông\ báo|khẳng\ định|thông\ tin|nhấn\ mạnh|phát\ biểu|báo\ cáo|"
    r"phản\ ánh|nói|phân\ tích|trả\ lời|chia\ sẻ)(?!\w)"
)
_SAME_DAY = Pattern(r"(?<!\w)cùng\ ngày(?!\w)")
_ISSUED = Pattern(
    r"(?:sn|sinh|sinh\ năm|sinh\ ngày)\ :?$|"
    r"(?:[/-]\p{L}[\p{L}/-]*|(?:số|nghị\ định|nghị\ quyết|quyết\ định|luật)\ [\d/.]+)\ ?,?\ (?:ra\ |ký\ )?$"
)
_COMPARED_DATE = Pattern(r"(?:so\ với|hơn|bằng)\ (?:[^.,;:()\n]{0,30}\ )?$")
_OWN_AMOUNT = Pattern(r"\ ?(?:\ ?(?:\(|là|đạt|chỉ|ở\ mức|khoảng|gần|hơn|tới|đến|mới|có|còn)\ ?)*")
_OF_DATE = Pattern(r"\ (?:(?!so\ với|từ\b|trước\b|đến\b)\p{L}+\ ){0,3}?(?:(?:của|trong|vào|hồi)\ )?(?:cuối\ |đầu\ )?")
_TIMES = Pattern(r"(?<!\w)gấp\ [^;:\n]{0,16}$")
_PAUSE = Pattern(r"[.,;:()\n](?!\d)")
_NOW = Pattern(
    r"(?<!\w)(?:đến\ nay|hiện\ nay|(?<!(?:thực|phát|thể|xuất|biểu|tái|hữu|dựng|dự)\ )hiện"
    r"(?!\ (?:đại|trường|vật|tượng|thực|hữu|hành)))(?!\w)"
)
_LIST_FOLLOWS = Pattern(r"(?:trong\ đó|gồm|cụ\ thể|như\ sau|là)\ ?:")
# Theo báo cáo của Chính phủ chiều 23/10, thu ngân sách đạt …: the day of the report, not of what it tells
_REPORTED = Pattern(r"theo\ [^,;:\n]{0,90}$")
_A_DAY = Pattern(r"(?:ngày\ )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\p{L}+\ (?:nay|qua)")
_CLAUSE_END = Pattern(r"[;:“”()]|,\ ")
_STOP = Pattern(r"[;:“”\n]|\.(?!\d)|(?<!\w)trong\ đó(?!\w)")
_NEAR = 80
_OPENING = 40


def resolve_place(setting: Setting, offset: int, sentence: tuple[int, int], *, speech: Speech | None) -> str | None:
    """The id of the place that an amount at `offset` is about, named (or stood for) in its sentence, or None.

    In an official's words only what they name counts, or an opening *tại …*: the place in a speaker's title is theirs.
    """
    start = max(sentence[0], speech.start) if speech is not None else sentence[0]
    in_turn = _in_turn(setting, offset, sentence)
    if in_turn is not None:
        return in_turn
    if setting.page.lower.find(";", start, offset) >= 0:
        items = [item.end() for item in _ITEM.finditer(setting.page.lower, start, offset)]
        start = items[-1] if items else start
    named = [
        place for place in setting.places.between(start, sentence[1]) if not _is_of_route(setting.page.lower, place)
    ]
    before = [place for place in named if place.end <= offset and not _in_closed_parenthesis(setting, place, offset)]
    named_after = [place for place in named if place.start >= offset]
    possessor = _of_place(setting, named_after, offset)
    if possessor is not None:
        return possessor
    standing = _standing(setting, _level_words(setting, sentence, start, offset), offset, last=True)
    if standing is not None and (not before or standing[0] > before[-1].end):
        return standing[1]
    if before:
        return _nearest(setting, before)
    if speech is not None:
        opening = setting.places.between(sentence[0], start)
        if opening and _LOCATIVE.fullmatch(setting.page.lower, sentence[0], opening[0].start):
            return opening[0].id
    return _after(setting, named_after, offset, sentence)


def _in_turn(setting: Setting, offset: int, sentence: tuple[int, int]) -> str | None:
    """The place to which an amount belongs in turn: *Hà Nội, Hải Phòng và Huế lần lượt có 126, 114 và 40 xã*."""
    lower = setting.page.lower
    told = lower.find("lần lượt", sentence[0], offset) >= 0
    cue = _IN_TURN.search(lower, sentence[0], offset) if told else None
    if cue is None:
        return None
    places = setting.places.between(sentence[0], cue.start())
    first = len(places) - 1
    while first > 0 and _LIST_OF_PLACES.fullmatch(lower, places[first - 1].end, places[first].start):
        first -= 1
    listed = places[first:]
    amounts = [start for start, _ in setting.amounts if cue.end() <= start < sentence[1]]
    if len(listed) < 2 or len(amounts) < len(listed) or offset not in amounts[: len(listed)]:
        return None
    return listed[amounts.index(offset)].id


def _is_of_route(lower: str, place: Sighting) -> bool:
    """Whether the place is an end of a route: *cao tốc TP HCM - Trung Lương*, *đoạn Hà Nội-Vinh*."""
    start, end = max(0, place.start - 3), place.end
    if _DASHES.isdisjoint(lower[start : place.start]) and _DASHES.isdisjoint(lower[end : end + 2]):
        return False
    return bool(_DASH_BEFORE.search(lower, start, place.start) or _DASH_AFTER.match(lower, end))


def _of_place(setting: Setting, after: Sequence[Sighting], offset: int) -> str | None:
    """The place that the counted things are in or of, right after them: *400 người ở Pakistan*; None for a list."""
    lower = setting.page.lower
    if not after or not lower.endswith(_IN_OR_OF, offset, after[0].start):
        return None
    if not any(words.fullmatch(lower, offset, after[0].start) for words in (_OF, _SITED)):
        return None
    listed = len(after) > 1 and _LIST_OF_PLACES.fullmatch(lower, after[0].end, after[1].start)
    if listed and _rank(setting, after[0].id) >= _rank(setting, after[1].id):
        return None
    return after[0].id


def _after(setting: Setting, after: Sequence[Sighting], offset: int, sentence: tuple[int, int]) -> str | None:
    """The place named (or stood for) soon after the amount, in the same clause."""
    lower = setting.page.lower
    end = min(offset + _NEAR, sentence[1])
    words = _level_words(setting, sentence, offset, end)
    if not after and not words:
        return None
    clause = _STOP.search(lower, offset, sentence[1])
    end = min(end, clause.start() if clause else end)
    standing = _standing(setting, [word for word in words if word < end], end, last=False)
    other_role = (
        not after
        or _LIST_OPENS.search(lower, offset, after[0].start)
        or _OTHER_ROLE.search(lower, offset, after[0].start)
    )
    if other_role or after[0].start > end:
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


def _nearest(setting: Setting, before: Sequence[Sighting]) -> str | None:
    """The last place before the amount; None where it closes a list of several (*A, B và C đạt 99,5%*)."""
    first = len(before) - 1
    while first and _LIST_OF_PLACES.fullmatch(setting.page.lower, before[first - 1].end, before[first].start):
        first -= 1
    if first == len(before) - 1:
        return before[-1].id
    inner = len(before) - 1
    while inner > first and _rank(setting, before[inner - 1].id) < _rank(setting, before[inner].id):
        inner -= 1
    if inner < len(before) - 1:
        return before[inner].id  # xã Hạ Sơn, huyện Quỳ Hợp, tỉnh Nghệ An: the commune
    if first and _SUCH_AS.fullmatch(setting.page.lower, before[first - 1].end, before[first].start):
        return before[first - 1].id  # các tỉnh Tây Nguyên như Đắk Lắk, Gia Lai
    return None


def _rank(setting: Setting, place: str) -> int:
    return ("village", "commune", "district", "province", "region", "foreign", "country").index(setting.levels[place])


def _level_words(setting: Setting, sentence: tuple[int, int], start: int, end: int) -> list[int]:
    """Where in [start, end) of the sentence a bare level word may begin."""
    return [offset for offset, word in setting.openers[sentence] if start <= offset < end and word in LEVELS_OPEN]


def _standing(setting: Setting, words: list[int], end: int, *, last: bool) -> tuple[int, str] | None:
    """Where the first or last bare level word stands of those that begin at `words`, and the place it stands for."""
    if not words:
        return None
    matches = list(match_until(_STANDS_FOR, setting.page.lower, words, end))
    for match in reversed(matches) if last else matches:
        word = match.start()
        inside = setting.places.between(word - 1, word + 1)
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
    named = [place for place in setting.places.between(paragraph, offset) if setting.levels[place.id] in fitting]
    return named[-1].id if named else None


def resolve_date(
    setting: Setting, amount: tuple[int, int], sentence: tuple[int, int], *, speech: Speech | None, compared: bool
) -> str | None:
    """The id of the calendar date at or over which an amount at [start, end) holds, named in its sentence, or None.

    In an official's words only what they name counts. A compared amount (*so với 7,2 tỷ của năm 2022*) has only the
    date that follows it, and that date is nobody else's.
    """
    lower, (offset, end) = setting.page.lower, amount
    start = max(sentence[0], speech.start) if speech is not None else sentence[0]
    dates = [
        date
        for date in setting.dates.between(start, sentence[1])
        if not _is_issue_date(lower, date) and not _is_report_date(lower, date, sentence[0])
    ]
    if not dates:
        return None
    after = [date for date in dates if date.start >= end]
    following = after[0] if after and not _CLAUSE_END.search(lower, end, after[0].start) else None
    if following is not None and _is_compared_after(lower, offset, end, following):
        following = None
    own = [date for date in dates if date.end <= offset and _OWN_AMOUNT.fullmatch(lower, date.end, offset)]
    if following is not None and (compared or _OF_DATE.fullmatch(lower, end, following.start)):
        return following.id  # 26,1% năm 2015: closer than what came before; năm 2013 và 2014: the first
    if compared:
        return own[-1].id if own else None
    before = [
        date
        for date in dates
        if date in own
        or (date.end <= offset and not _is_compared(lower, date) and not _is_taken(setting, date, offset))
    ]
    if before:
        if not _still_holds(lower, before[-1], offset, start):
            return None
        return before[_first_of_list(lower, before)].id
    return following.id if following is not None and following.start - end < _NEAR else None


def _first_of_list(lower: str, dates: Sequence[Sighting]) -> int:
    """The index of the last date, or of the first of the list that it ends: *trong năm 2013, 2014 và 2015*."""
    first = len(dates) - 1
    joints: tuple[str, ...] = (" và ", " hoặc ")
    while first and lower[dates[first - 1].end : dates[first].start] in joints:
        first -= 1
        joints = (", ", " và ", " hoặc ")
    return first


def date_of_compared(setting: Setting, end: int, sentence: tuple[int, int]) -> str | None:
    """The date that follows a compared amount that ends at `end`, or None."""
    after = setting.dates.between(end, sentence[1])
    return after[0].id if after and not _CLAUSE_END.search(setting.page.lower, end, after[0].start) else None


def _still_holds(lower: str, date: Sighting, offset: int, start: int) -> bool:
    """Whether a date before an amount still holds at it: no *đến nay*, no later clause, no one who reports it."""
    between = lower[date.end : offset]
    said = _SAID.search(between)
    if said is not None:
        return bool(_SAME_DAY.search(between, said.end()))
    opens = date.start - start < _OPENING  # Năm 2025, …, đến nay …: the year still holds
    colon = between.find(":")
    listed = between.find(":", colon + 1) < 0 and _LIST_FOLLOWS.search(between)  # 24 cơ sở, trong đó: 11 cơ sở …
    return (colon < 1 or listed is not None) and between[:1] != ";" and (opens or not _NOW.search(between))


def _is_taken(setting: Setting, date: Sighting, offset: int) -> bool:
    """Whether the date belongs to an amount right before it: *sau 3.000 tỷ đồng cấp hồi tháng 12/2016, nay thêm …*."""
    lower = setting.page.lower
    if not _PAUSE.search(lower, date.end, offset):
        return False
    earlier = [end for _, end in setting.amounts if date.start - _OPENING < end <= date.start]
    return bool(earlier) and not _PAUSE.search(lower, earlier[-1], date.start)


def _is_issue_date(lower: str, date: Sighting) -> bool:
    """Whether the date is that of a document: *Nghị định số 178/2024/NĐ-CP ngày 31/12/2024*."""
    return bool(_ISSUED.search(lower, max(0, date.start - 40), date.start))


def _is_report_date(lower: str, date: Sighting, sentence: int) -> bool:
    """Whether the date is the day of the report or speech that the sentence opens with."""
    if not lower.startswith("theo ", sentence) or not lower.startswith(",", date.end):
        return False
    told = _REPORTED.fullmatch(lower, sentence, date.start)
    return told is not None and _A_DAY.fullmatch(lower, date.start, date.end) is not None


def _is_compared(lower: str, date: Sighting) -> bool:
    """Whether the date is only compared with: *tăng 8% so với năm 2016*, *cùng kỳ năm ngoái*."""
    before = _COMPARED_DATE.search(lower, max(0, date.start - 40), date.start)
    return before is not None or lower.startswith("cùng kỳ", date.start)


def _is_compared_after(lower: str, offset: int, end: int, date: Sighting) -> bool:
    """Whether the date after an amount is what it is compared with: *tăng 8% so với …*, *gấp 2 lần năm 2020*."""
    return bool(_COMPARED_DATE.search(lower, end, date.start) or _TIMES.search(lower, max(0, offset - 20), date.start))
