"""What stands around a place name: its type word, the name of a body or of something else, a person."""

import functools
import re
from typing import Literal

from vnreports.lexicon import read_table
from vnreports.normalize.places import TypeWord, type_words
from vnreports.page import Page

Context = Literal["body", "name"]

_ABBREVIATED = re.compile(r"[a-z.]+")
_REACH = 9  # words that are looked at to the left of a name: *Ban Quản lý dự án đầu tư xây dựng …*
_WORD = re.compile(r"[^\s,;:()\[\]“”\"'‘’?!…/]+|[-–—]|[,;:()\[\]“”\"‘’?!…/\n]")
_END = frozenset(',;:()[]“”"‘’?!…/\n')
_DASH = frozenset("-–—")
_LEFT = 90


@functools.cache
def _openers() -> dict[str, str]:
    return {row["words"]: row["kind"] for row in read_table("place_contexts")}


@functools.cache
def surnames() -> frozenset[str]:
    """The family names in lower case."""
    return frozenset(row["surname"] for row in read_table("surnames"))


@functools.cache
def honorifics() -> frozenset[str]:
    """What stands before a person's name, in lower case."""
    return frozenset(row["honorific"] for row in read_table("honorifics"))


@functools.cache
def _type_pattern() -> re.Pattern[str]:
    whole = [word for word in type_words() if not _ABBREVIATED.fullmatch(word)]
    short = [word.removesuffix(".") for word in type_words() if _ABBREVIATED.fullmatch(word) and len(word) > 2]
    letters = [word[0] for word in type_words() if len(word) == 2 and word.endswith(".")]
    two = [word for word in type_words() if len(word) == 2 and not word.endswith(".")]
    return re.compile(
        rf"(?<![^\W_])(?:({'|'.join(sorted(whole, key=len, reverse=True))})[ ]+"
        rf"|({'|'.join(re.escape(word) for word in sorted([*short, *two], key=len, reverse=True))})(?:\.[ ]?|[ ])"
        rf"|([{''.join(letters)}])\.[ ]?)$"
    )


# hợp tác xã Bình Minh, thông tấn xã Việt Nam: no commune; văn bản Kết luận, phiên bản Tết: no village
_NO_TYPE = re.compile(
    r"(?:hợp tác|thông tấn|tân hoa) xã $|(?:văn|phiên|kịch|nhật|biên|ấn|căn|cơ|tái|xuất|nguyên) bản $|buôn bán $"
)


def type_before(page: Page, start: int) -> tuple[int, TypeWord] | None:
    """The start of the type word right before `start` and its reading, or None."""
    left = page.lower[max(0, start - 16) : start]
    match = _type_pattern().search(left)
    if match is None or _NO_TYPE.search(left):
        return None
    word = match[1] or match[2] or f"{match[3]}."
    return start - len(left) + match.start(), type_words()[word]


def context_before(page: Page, start: int) -> Context | None:
    """Whether the name at `start` stands inside the name of a body (`body`) or of something else (`name`).

    The nearest opener to the left decides: *Ban Quản lý Khu kinh tế Dung Quất* is a zone's name, *Sở Y tế Lâm Đồng* a body's.
    """
    left = page.text[max(0, start - _LEFT) : start]
    words = _WORD.findall(left)
    openers = _openers()
    floor = max(0, len(words) - _REACH)
    for at in range(len(words) - 1, floor - 1, -1):
        word = words[at]
        if word in _END or word.endswith(".") and len(word) > 3:
            return None
        if word in _DASH:  # *cao tốc Biên Hòa - Vũng Tàu* goes on over the dash, *UBND tỉnh - Hà Nội* doesn't
            if at == 0 or not words[at - 1][:1].isupper():
                return None
            continue
        kind = _opener_at(words, at, openers)
        if kind is None or kind == "plain":
            continue
        for earlier in range(at - 1, max(at - 4, floor) - 1, -1):
            longer = _opener_at(words, earlier, openers, through=at)
            if longer is not None:
                kind = longer
        if kind == "plain":
            continue
        return "body" if kind == "body" else "name" if kind == "name" else None
    return None


def _opener_at(words: list[str], at: int, openers: dict[str, str], *, through: int = 0) -> str | None:
    """The kind of the longest opener that starts at word `at` and reaches at least to the word `through`."""
    for end in range(min(len(words), at + 5), max(at, through), -1):
        kind = openers.get(" ".join(words[at:end]).lower())
        if kind is not None:
            return kind
    return None
