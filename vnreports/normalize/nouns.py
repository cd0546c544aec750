"""What a number counts: the head noun after it, and the noun phrase that the head opens."""

import functools
import re

import msgspec

from vnreports.lexicon import one_of, read_table
from vnreports.rules import Pattern

_SYLLABLE = Pattern(r"đ/c(?!\w)|\p{L}(?:\p{L}|&)*(?:-\p{L}+)*", plain=True)
_SKIPPED = ("tổng số ", "tổng ", "số lượng ", "số ")  # 436/439 tổng số đại biểu: the head is đại biểu
_FORMER = " nguyên "
_INSTITUTIONS = ("quốc hội", "chính phủ", "đảng ")  # với 430 đại biểu tán thành, Quốc hội đã thông qua
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
def _is_counted() -> dict[str, bool]:
    """The known phrases, each with whether it is a counted noun."""
    other = dict.fromkeys((row["word"] for row in read_table("not_counted")), False)
    return other | dict.fromkeys((row["noun"] for row in read_table("counted_nouns")), True)


@functools.cache
def _totals() -> tuple[str, ...]:
    """The counted nouns that open with *tổng* themselves: *tổng công ty*."""
    return tuple(noun for noun, counted in _is_counted().items() if counted and noun.startswith("tổng "))


@functools.cache
def _longest() -> dict[str, int]:
    """How many syllables the longest known phrase has that begins with a syllable."""
    phrases = sorted((phrase.split(" ") for phrase in _is_counted()), key=len)
    return {syllables[0]: min(len(syllables), _LONGEST) for syllables in phrases}


def _end_of_syllable(text: str, start: int) -> int | None:
    """The end of the syllable that begins at `start`, or None where none does."""
    blank = text.find(" ", start)
    if blank >= 0 and text[start:blank].isalpha():
        return blank
    match = _SYLLABLE.match(text, start)
    return match.end() if match else None


def match_noun(text: str, lower: str, end_of_number: int) -> Noun | None:
    """The counted noun right after a number in the folded text, or None where none follows.

    >>> match_noun("126 đơn vị hành chính mới", "126 đơn vị hành chính mới", 3)
    Noun(start=4, end=21, known=True)
    """
    if not text.startswith(" ", end_of_number):
        return None
    if lower.startswith(_FORMER, end_of_number):
        title = match_noun(text, lower, end_of_number + len(_FORMER) - 1)
        if title is not None and title.known:
            return title  # 2 nguyên phó giám đốc
    start = end_of_number + 1
    skipped = ""
    if lower.startswith(_SKIPPED, start) and not lower.startswith(_totals(), start):
        skipped = next(words for words in _SKIPPED if lower.startswith(words, start))
        start += len(skipped)
    start += text.startswith(" ", start)
    end = _end_of_syllable(text, start)
    if end is None:
        return None
    ends = [end]
    for _ in range(1, _longest().get(lower[start:end], 0)):
        following = _end_of_syllable(text, ends[-1] + 1) if text.startswith(" ", ends[-1]) else None
        if following is None:
            break
        ends.append(following)
    for last in reversed(ends):
        is_counted = _is_counted().get(lower[start:last])
        if is_counted is not None:
            return Noun(start, last, True) if is_counted else None
    first = text[start:end]
    if first.isupper() and len(first) > 1:  # TTHC, ĐBQH
        return Noun(start, end, True)
    if skipped == "số ":
        return Noun(end_of_number + 1, end_of_number + 3, True)  # 12.186 số đẹp
    return None if first[0].isupper() else Noun(start, end, False)


def noun_phrase_end(lower: str, noun: Noun) -> int:
    """The end of the phrase that the noun opens: up to a verb, a preposition or a stop, over *cán bộ, công chức*.

    >>> text = "5 cán bộ, công chức cấp xã được điều động"
    >>> text[2:noun_phrase_end(text, Noun(2, 8, True))]
    'cán bộ, công chức cấp xã'
    """
    end = noun.end
    while True:
        start = end + lower.startswith(" ", end)
        following = _end_of_syllable(lower, start)
        if following is not None and lower[start:following] not in _PHRASE_ENDS:
            end = following
        elif (
            lower.startswith(", ", end)
            and not lower.startswith(_INSTITUTIONS, end + 2)
            and (after := match_noun(lower, lower, end + 1))
            and after.known
        ):
            end = after.end
        else:
            return end


_CLAUSE_BREAK = re.compile(r"[,;:(.“”\"\n\d]")


@functools.cache
def _measured() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of the measured nouns alone, which is soon searched for, and of the phrases up to the number."""
    nouns = one_of(row["noun"] for row in read_table("measured_nouns"))
    return re.compile(nouns), re.compile(
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
    window = lower[clause_start:start]
    noun, phrase = _measured()
    opening = noun.search(window, len(window) - len(_CLAUSE_BREAK.split(window)[-1]))
    match = phrase.search(window, opening.start()) if opening else None
    return text[clause_start : clause_start + match.end("noun")][match.start("noun") :] if match else None


def is_administrative(noun: str) -> bool:
    """Whether a noun in lower case means a unit of the state's map: *xã*, *địa phương*."""
    return noun in _ADMINISTRATIVE
