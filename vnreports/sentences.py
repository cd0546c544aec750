"""Sentences, as offsets into the text they were given.

They are ours: underthesea's `sent_tokenize` ignores line ends, cuts a closing quotation mark off its sentence and gives
strings without offsets.
"""

import re
from collections.abc import Sequence

import regex

from vnreports.lexicon import read_table
from vnreports.rules import find_strings

# a stop with what closes after it, then a blank or the end of the line; or a stop glued to the next sentence
_STOP = re.compile(
    r"(?P<stop>[.!?…](?:(?<=\.)/\.?|[.!?…]*))(?P<close>[\"”’»)\]]*)(?=(?P<gap>[ ]*)(?P<next>$|[^ ]))", re.MULTILINE
)
_GLUED = regex.compile(
    r"(?<!\p{L})(?P<last>\p{Ll}{2,}|\p{Lu}\p{Ll}{2,})\.(?!(?:Com|Net|Org|Ru|Vn)(?!\p{L}))[\"“”]?\p{Lu}\p{Ll}"
)
_QUOTES = ("", '"', "”")
_WORD_BEFORE = regex.compile(r"[\p{L}\p{N}.]+$")
_LETTERS = regex.compile(r"\p{L}+")
_ABBREVIATIONS = frozenset(row["word"] for row in read_table("abbreviations"))
_HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "cụ", "tên"})
_NUMERAL = re.compile(r"\d{1,2}|[IVX]+")
# they tell *anh Nguyễn Văn T. Theo cơ quan…* from *Donald J. Trump*
_OPENERS = frozenset(row["word"] for row in read_table("sentence_openers"))


def find_sentences(text: str, *, breaks: Sequence[int] = ()) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end), in order; none crosses one of the `breaks`, or a line end.

    But a row of a table whose cells go on in lines of their own (*1 | Xã A | 68 |*, then *| 8 |*) is one.

    >>> text = "Ông T. cho biết: “TP. Huế có 1.234 hộ.” Ngày 21.4, xã họp… và bàn tiếp."
    >>> [text[start:end] for start, end in find_sentences(text)]
    ['Ông T. cho biết: “TP. Huế có 1.234 hộ.”', 'Ngày 21.4, xã họp… và bàn tiếp.']
    """
    stops = _STOP.finditer(text)
    ends = {_end_by_mark(text, match) if match[2] == '"' else match.end(2) for match in stops if _is_end(text, match)}
    sentences: list[tuple[int, int]] = []
    start = 0
    cuts = iter([*sorted(ends.union(breaks)), len(text)])
    cut = next(cuts)
    for line_end in [*find_strings(text, "\n"), len(text)]:
        while cut < line_end:
            _add(sentences, text, start, cut)
            start = max(start, cut)
            cut = next(cuts)
        if text.startswith("|", line_end + 1) and not text.startswith("|", start) and "|" in text[start:line_end]:
            continue
        _add(sentences, text, start, line_end)
        start = line_end + 1
    return sentences


def _add(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append the stretch without the blanks around it, if anything is left."""
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        start += len(part) - len(part.lstrip())
        sentences.append((start, start + len(stripped)))


def _end_by_mark(text: str, match: re.Match[str]) -> int:
    """Where the sentence ends; a straight mark glued to the next one opens that if none is open: *… họp."Tôi thấy*."""
    if not match["gap"]:
        line = text.rfind("\n", 0, match.start()) + 1
        if text.count('"', line, match.start()) % 2 == 0:
            return match.end("stop")
    return match.end("close")


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether the stop ends a sentence."""
    stop, close, gap, following = match.groups()
    if following in ("", "\n"):
        return True
    if not gap:
        if stop == "./.":
            return not close
        if stop != "." or close not in _QUOTES:
            return False
        glued = _GLUED.finditer(text, max(0, match.start() - 10), match.end() + 4)
        return any(word.end("last") == match.start() and word["last"].lower() not in _ABBREVIATIONS for word in glued)
    if close and following in "-–—":
        return False  # *“Phải làm ngay!” - ông nói*: what follows the dash says who spoke
    position = match.end() + len(gap)
    while position < len(text) and text[position] in "-–—•*+ “\"‘'([«":
        position += 1
    opener = text[position : position + 1]
    if not (opener.isupper() or opener.isdigit()):
        return False
    return stop != "." or bool(close) or not _is_abbreviation(text, match.start(), position)


def _is_abbreviation(text: str, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a list number."""
    word = text[max(0, stop - 12) : stop].rpartition(" ")[2]
    if not word.isalpha():  # other signs may stand before it
        before = _WORD_BEFORE.search(word)
        if before is None:
            return False
        word = before[0]
    if word.islower():
        return word in _ABBREVIATIONS
    if _NUMERAL.fullmatch(word):
        # *1. Về tổ chức* at the head of a line or after a stop; not *… phường 5. Theo đó*
        head = text[max(0, stop - 40) : stop - len(word)].rstrip(' "“-–•*(')
        return not head or head[-1] in "\n:;.!?"
    if word.lower() in _ABBREVIATIONS:
        return True
    last = word.rsplit(".", 1)[-1]
    if len(last) != 1 or not last.isupper():
        return False
    earlier = _WORD_BEFORE.search(text[max(0, stop - 14) : stop - len(word)].rstrip())
    lowered = earlier is not None and earlier[0].isalpha() and earlier[0].islower()
    if word == last and earlier is not None and lowered and earlier[0] not in _HONORIFICS:
        return False  # *giảm 1 độ C. Ngoài ra…*
    opener = _LETTERS.match(text, following)
    return opener is None or opener[0].lower() not in _OPENERS
