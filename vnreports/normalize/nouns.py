"""What a number counts: the head noun after it, and the noun phrase that the head opens."""

import functools
import re

import msgspec

from vnreports.lexicon import one_of, read_table
from vnreports.rules import Pattern

_SYLLABLE = Pattern(r"\ ?(\p{L}[\p{L}&]*(?:-\p{L}+)*)")
_SKIPPED = ("tổng số ", "tổng ", "số lượng ", "số ")  # 436/439 tổng số đại biểu: the head is đại biểu
_LONGEST = 5
_PHRASE_ENDS = frozenset(
    "đã được bị có là và tại ở với trong để cho theo từ đến trên khi do về vào ra nhằm thì mà sẽ đang vẫn còn cùng gồm "
    "bao phải cần nên không chưa đạt tăng giảm chiếm tham đăng hoạt như nhưng hoặc nếu bằng trị tương".split()
)


_ADMINISTRATIVE = frozenset({"xã", "phường", "tỉnh", "huyện", "quận", "địa bàn", "địa phương", "thành phố", "thị xã"})


class Noun(msgspec.Struct, frozen=True):
    """A counted noun at some place; `known` tells whether the lexicon has it or it was only the next word."""

    start: int
    end: int
    known: bool


@functools.cache
def _counted() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("counted_nouns"))


@functools.cache
def _not_counted() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("not_counted"))


def _syllables(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """The spans of up to `limit` syllables from `start` on, with one blank between them and nothing else."""
    spans: list[tuple[int, int]] = []
    position = start
    while len(spans) < limit and (match := _SYLLABLE.match(text, position)):
        spans.append(match.span(1))
        position = match.end()
        if not text.startswith(" ", position):
            break
    return spans


def match_noun(text: str, lower: str, end_of_number: int) -> Noun | None:
    """The counted noun right after a number in the folded text, or None where none follows.

    >>> match_noun("126 đơn vị hành chính mới", "126 đơn vị hành chính mới", 3)
    Noun(start=4, end=21, known=True)
    """
    if not text.startswith(" ", end_of_number):
        return None
    start = end_of_number + 1
    for skipped in _SKIPPED:
        if lower.startswith(skipped, start):
            start += len(skipped)
            break
    spans = _syllables(text, start, _LONGEST)
    if not spans:
        return None
    for last in range(len(spans), 0, -1):
        phrase = lower[spans[0][0] : spans[last - 1][1]]
        if phrase in _counted():
            return Noun(spans[0][0], spans[last - 1][1], True)
        if phrase in _not_counted():
            return None
    first = text[slice(*spans[0])]
    if first.isupper() and len(first) > 1:  # TTHC, ĐBQH
        return Noun(*spans[0], True)
    return None if first[0].isupper() else Noun(*spans[0], False)


def noun_phrase_end(lower: str, noun: Noun) -> int:
    """The end of the phrase that the noun opens: up to a verb, a preposition or a stop, over *cán bộ, công chức*.

    >>> text = "5 cán bộ, công chức cấp xã được điều động"
    >>> text[2:noun_phrase_end(text, Noun(2, 8, True))]
    'cán bộ, công chức cấp xã'
    """
    end = noun.end
    while True:
        following = _syllables(lower, end, 1)
        if following and lower[slice(*following[0])] not in _PHRASE_ENDS:
            end = following[0][1]
        elif lower.startswith(", ", end) and (after := match_noun(lower, lower, end + 1)) and after.known:
            end = after.end
        else:
            return end


@functools.cache
def _measured() -> re.Pattern[str]:
    nouns = one_of(row["noun"] for row in read_table("measured_nouns"))
    return re.compile(
        rf"""(?<!\w) (?P<noun> {nouns} (?!\w) [^,;:(.“”"\n\d]{{0,60}}? )
             (?:\ (?:đã|chỉ|mới|ước|ước\ tính|được|hiện|cũng|cơ\ bản))*
             (?:\ (?:đạt|là|chiếm|bằng|còn|tăng|giảm|lên|xuống|ở\ mức|mức|có|vẫn|và
                   |khoảng|hơn|gần|trên|dưới|tới|đến|từ|quá|xấp\ xỉ))*
             \ $""",
        re.VERBOSE,
    )


def measured_before(text: str, lower: str, clause_start: int, start: int) -> str | None:
    """The measured noun phrase right before a number that has none after it: *tổng kinh phí hơn 4 tỷ đồng*, or None.

    >>> measured_before("Tỷ lệ hồ sơ trực tuyến đạt 95,9%", "tỷ lệ hồ sơ trực tuyến đạt 95,9%", 0, 27)
    'Tỷ lệ hồ sơ trực tuyến'
    """
    match = _measured().search(lower[clause_start:start])
    return text[clause_start : clause_start + match.end("noun")][match.start("noun") :] if match else None


def is_administrative(noun: str) -> bool:
    """Whether a noun in lower case means a unit of the state's map: *xã*, *địa phương*."""
    return noun in _ADMINISTRATIVE
