"""The place that a bare word for its level stands for: *thành phố*, *toàn tỉnh*, *địa phương này*."""

from vnreports.resolve.place_roles import was_joined
from vnreports.resolve.sections import head_above
from vnreports.resolve.setting import Setting
from vnreports.rules import Pattern, is_in_closed_bracket, match_until

# a bare level word stands for the place of that level named last, or for the report's own
_STANDS_FOR = Pattern(
    r"(?<!\w)(?P<level>thành\ phố|tp|tỉnh|huyện|quận|thị\ xã|thị\ trấn|phường|xã|nước\ này|địa\ phương\ này)(?!\w|\.)"
    r"(?!\ (?:ủy|nhà|đội|đoàn|lộ|táo|thành|hội|tỉnh|viên|này\ có|trực\ thuộc|thuộc))"
    r"(?!\ giao(?:[.,;:)]|$))(?<!do\ tỉnh)(?<!do\ huyện)"  # dự toán HĐND tỉnh giao, mức do tỉnh quy định
    r"(?!,\ (?:thành\ phố|huyện|thị\ xã|thị\ trấn|phường|quận|xã))",
    plain=True,
)
LEVELS_OPEN = frozenset({"thành", "tp", "tỉnh", "huyện", "quận", "thị", "phường", "xã", "nước", "địa"})
_LEVELS = {
    "thành phố": ("province", "district"),
    "tp": ("province", "district"),
    "tỉnh": ("province",),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "thị trấn": ("commune",),
    "phường": ("commune",),
    "xã": ("commune",),
    "nước này": ("country",),
    "địa phương này": ("province", "district", "commune"),
}
# the words for units of the same level: quận Mẫu is no thành phố, xã Mẫu no thị trấn
_TYPE_WORDS = {
    "thành phố": ("thành phố ", "tp"),
    **{word: (f"{word} ",) for word in ("quận", "huyện", "thị xã", "thị trấn", "phường", "xã")},
}
_COUNTED_LEVEL = Pattern(
    r"(?:\d|%|các|những|mỗi|từng|nhiều|số|cấp|hai|ba|một|tỉnh,?|huyện,|phường,|xã,|thị\ (?:xã|trấn),"
    r"|liên|nội|ngoại|các\ sở|hội)\ $",
    plain=True,
)

# Phó Chủ tịch UBND tỉnh Mẫu, 98,1%: the word is of the office
_IN_AN_OFFICE = Pattern(
    r"(?<!\w)(?:chủ\ tịch|bí\ thư|giám\ đốc|trưởng\ (?:ban|đoàn)|chánh\ \p{L}+(?:\ phòng)?|chỉ\ huy\ trưởng|ủy\ viên)"
    r"(?:\ (?!(?:cho|nói|nêu|là|của|tại|ở|yêu|đề|giao|ký|thông|khẳng|nhấn|chỉ|đã|sẽ|đánh|trao|tặng|thăm|dự)\ )"
    r"\p{L}+){0,6}\ $",
    plain=True,
)
_LONGEST_OFFICE = 50
# UBND tỉnh mua 5 máy, xin tỉnh cấp 2 máy: wherever they are to be
_ACTS_OR_IS_ASKED = (
    "hđnd ", "ubnd ", "mttq ", "mttq việt nam ", "lđlđ ", "lhpn ", "hội nông dân ", "thanh tra ", "chqs ",
    "đề nghị ", "kiến nghị ", "đề xuất ", " xin ", " mong ",
)  # fmt: skip
_ANY_COMMUNE = ("về ", "ở ", "xuống ")  # chuyển về xã 9,7 tỷ đồng


def find_level_words(setting: Setting, sentence: tuple[int, int], start: int, end: int) -> list[int]:
    """Where in [start, end) of the sentence a bare level word may begin."""
    return [offset for offset, word in setting.openers[sentence] if start <= offset < end and word in LEVELS_OPEN]


def find_stood_for(setting: Setting, words: list[int], end: int, *, last: bool) -> tuple[int, str] | None:
    """Where the first or last bare level word stands of those that begin at `words`, and the place it stands for."""
    if not words:
        return None
    matches = list(match_until(_STANDS_FOR, setting.page.lower, words, end))
    for match in reversed(matches) if last else matches:
        word, lower = match.start(), setting.page.lower
        if lower.endswith(_ACTS_OR_IS_ASKED, 0, word) and not lower.startswith(" này", match.end()):
            continue
        if setting.places.between(word - 1, word + 1):
            continue
        if match["level"] == "xã" and lower.endswith(_ANY_COMMUNE, 0, word):
            continue
        if _COUNTED_LEVEL.search(lower, max(0, word - 10), word) and not lower.endswith("năm ", 0, max(0, word - 5)):
            continue  # 34 tỉnh; but cả năm 2026 tỉnh thu 5 tỷ đồng
        if _is_in_an_office(lower[max(0, word - _LONGEST_OFFICE) : word]):
            continue
        if last and is_in_closed_bracket(lower, match.end(), end):
            continue
        place = _stood_for(setting, match["level"], word)
        if place is not None:
            return word, place
    return None


def _is_in_an_office(led_by: str) -> bool:
    """Whether the words before a level word make it a part of an office; most don't, and the pattern takes its time."""
    told = "tịch " in led_by or "thư " in led_by or "đốc " in led_by or "trưởng " in led_by or "viên " in led_by
    return told and _IN_AN_OFFICE.search(led_by) is not None


def _stood_for(setting: Setting, level: str, offset: int) -> str | None:
    fitting = _LEVELS[level]
    spoken_of = _named_with_level(setting, level, offset)
    if spoken_of is not None:
        return spoken_of
    home = setting.home if "province" in fitting else None
    if home is not None and setting.levels.get(home) == "province" and _is_of_type(setting, home, level):
        return home
    paragraph = setting.page.lower.rfind("\n", 0, offset) + 1 if "province" in fitting else 0
    named = [
        place
        for place in setting.places.between(paragraph, offset)
        if setting.levels[place.id] in fitting and _is_of_type(setting, place.id, level)
    ]
    if "commune" in fitting or "district" in fitting:
        named = [place for place in named if not was_joined(setting.page, place)] or named
    if named and _has_another_type(setting.page.lower, level, named[-1].start):
        return None
    if not named and "province" in fitting:
        earlier = [
            (place.start, place.id)
            for place in setting.places.between(0, paragraph)
            if setting.levels[place.id] == "province" and _is_of_type(setting, place.id, level)
        ]
        return head_above(setting.page.lower, earlier, offset) or _alone_in_line_before(setting, earlier, paragraph)
    return named[-1].id if named else None


def _alone_in_line_before(setting: Setting, named: list[tuple[int, str]], paragraph: int) -> str | None:
    """The only province that the paragraph before names: *Mẫu thu 3 tỷ đồng. / Cùng thời gian, tỉnh chi 2 tỷ đồng.*"""
    lower = setting.page.lower
    line = lower.rfind("\n", 0, len(lower[:paragraph].rstrip())) + 1
    lately = {place for start, place in named if start >= line}
    return lately.pop() if len(lately) == 1 else None


def _is_of_type(setting: Setting, place: str, level: str) -> bool:
    """Whether a province is a city where the word says so, and none where it says *tỉnh*; other units may be."""
    if setting.levels.get(place) != "province" or level not in ("tỉnh", "thành phố", "tp"):
        return True
    return (place in setting.cities) == (level != "tỉnh")


def _has_another_type(lower: str, level: str, start: int) -> bool:
    """Whether the place at `start` is told to be of another type of that level: *quận Mẫu*, not *thành phố*."""
    own = "thành phố" if level == "tp" else level
    return own in _TYPE_WORDS and any(
        lower.startswith(words, start) for other, words in _TYPE_WORDS.items() if other != own
    )


def _named_with_level(setting: Setting, level: str, offset: int) -> str | None:
    """The place that its sentence names with that level word before: *UBND thành phố A cho biết thành phố sẽ …*."""
    lower, word = setting.page.lower, level.split(" ", maxsplit=1)[0]
    for place in reversed(setting.places.between(setting.page.sentence_at(offset)[0], offset)):
        if setting.levels[place.id] in _LEVELS[level]:
            return place.id if lower.startswith(word, place.start) else None
    return None
