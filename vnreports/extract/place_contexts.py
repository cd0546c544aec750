"""What stands before a place name: its type word, the name of a body or of something else that it is part of."""

import functools
import re
from typing import Literal

from vnreports.lexicon import read_table
from vnreports.normalize.names import looks_foreign
from vnreports.normalize.phrases import Branch, grow
from vnreports.normalize.places import TypeWord, type_words
from vnreports.page import Page
from vnreports.rules import Pattern

Context = Literal["body", "name"]

_INSIDE = Pattern(r"(?<=\p{Lu}\p{Ll}+ )$")
_BRACKETED = Pattern(r"\(\p{Lu}[\p{Lu}&-]{1,9}\) ?")
_ABBREVIATED = re.compile(r"[a-z.]+")
_ABBREVIATION = "abbreviation"  # opens a body's name where it is written in capitals
_LONGEST = 7  # words of an opener that are looked at
_REACH = 9  # words that are looked at to the left of a name: *Ban Quản lý dự án đầu tư xây dựng …*
_LEFT = 90
_WORD = re.compile(r"[^\s,;:()\[\]“”\"'‘’?!…/]+|[-–—]|[,;:()\[\]“”\"‘’?!…/\n]")
PHRASE_ENDS = frozenset(',;:()[]“”"‘’?!…/\n')
_SURE_ENDS = PHRASE_ENDS - {")"}  # an abbreviation in brackets is left out
DASHES = frozenset("-–—")
# hợp tác xã Bình Minh, thông tấn xã Việt Nam: no commune; văn bản Kết luận, phiên bản Tết: no village
_NO_TYPE = re.compile(
    r"(?:hợp tác|thông tấn|tân hoa) xã $"
    r"|(?:văn|phiên|kịch|nhật|biên|ấn|căn|cơ|tái|xuất|nguyên|tư|bảng) bản $|buôn bán $"
    r"|liên bang $|(?:nông|hương) thôn $"
)


@functools.cache
def openers() -> dict[str, str]:
    """The words that open a phrase before a place name, with their kinds."""
    return {row["words"]: row["kind"] for row in read_table("place_contexts")}


@functools.cache
def _opening_words() -> dict[str, Branch[str]]:
    """The openers and the abbreviations of bodies, word by word."""
    abbreviations = {row["abbreviation"]: _ABBREVIATION for row in read_table("body_abbreviations")}
    return grow((tuple(words.split(" ")), kind) for words, kind in (abbreviations | openers()).items())


@functools.cache
def _inner_words() -> frozenset[str]:
    """The words of openers after the first one."""
    branches = list(_opening_words().values())
    words: set[str] = set()
    for branch in branches:
        words.update(branch.following)
        branches += branch.following.values()
    return frozenset(words)


@functools.cache
def _sure_stops() -> frozenset[str]:
    """The openers of one word that end every phrase, as no other opener goes through them: *tại*, *của*."""
    return frozenset(word for word, kind in openers().items() if kind == "stop" and " " not in word) - _inner_words()


@functools.cache
def _type_pattern() -> re.Pattern[str]:
    whole = [word for word in type_words() if not _ABBREVIATED.fullmatch(word)]
    short = [word for word in type_words() if _ABBREVIATED.fullmatch(word) and not word.endswith(".")]
    letters = [word[0] for word in type_words() if word.endswith(".")]
    return re.compile(
        rf"(?<![^\W_])(?:({'|'.join(sorted(whole, key=len, reverse=True))})[ ]+"
        rf"|({'|'.join(re.escape(word) for word in sorted(short, key=len, reverse=True))})(?:\.[ ]?|[ ])"
        rf"|(?<!/)([{''.join(letters)}])\.[ ]?)$"
    )


def type_before(page: Page, start: int) -> tuple[int, TypeWord] | None:
    """The start of the type word right before `start` and its reading, or None."""
    left = page.lower[max(0, start - 16) : start]
    match = _type_pattern().search(left)
    if match is None or _NO_TYPE.search(left):
        return None
    word = match[1] or match[2] or f"{match[3]}."
    begin = start - len(left) + match.start()
    if type_words()[word].level == "abroad" and page.text[begin].isupper() and _INSIDE.search(page.text, 0, begin):
        return None  # *Công ty Minh Bang Việt Nam*
    if type_words()[word].level == "village" and page.text[begin].isupper():
        before = words_before(page, begin, left=max(0, begin - 20))
        if before and opener_at(before, len(before) - 1) == "name":  # *báo Làng Cười*
            return None
    return begin, type_words()[word]


def context_before(page: Page, start: int, *, since: int = 0) -> Context | None:
    """Whether the name at `start` stands inside the name of a body (`body`) or of something else (`name`).

    The nearest opener to the left decides: *Ban Quản lý Khu kinh tế Dung Quất* is a zone's name, *Sở Y tế Lâm Đồng* a
    body's. Only text from `since` on is looked at.
    """
    left = max(since, start - _LEFT)
    if _ends_right_before(page.text, left, start):
        return None
    left = max(left, page.text.rfind(",", left, start), page.text.rfind("\n", left, start))  # no opener goes over these
    words, opening = words_before(page, start, left=left), _opening_words()
    for at in range(len(words) - 1, max(0, len(words) - _REACH) - 1, -1):
        word = words[at]
        if word in PHRASE_ENDS or (word.endswith(".") and not _is_abbreviation(word)):
            return None
        if word in DASHES:  # *cao tốc Vĩnh Hảo - Phan Thiết* goes on over the dash, *UBND tỉnh - Hà Nội* doesn't
            if at == 0 or not words[at - 1][:1].isupper():
                return None
            continue
        kind = opener_through(words, at) if word.lower() in opening else None
        if (
            kind == "stop" and word[0].isupper() and at and words[at - 1] in DASHES
        ):  # *Công ty Bia - Nước giải khát Huế*
            continue
        if kind is not None and kind != "plain":
            return "body" if kind == "body" else "name" if kind == "name" else None
    return None


def _ends_right_before(text: str, left: int, start: int) -> bool:
    """Whether nothing from `left` on stands before `start`, or a sign or word that surely ends the phrase."""
    last = start - 2 if text[start - 1 : start] == " " else start - 1
    if last < left or text[last] in _SURE_ENDS:
        return True
    blank = text.rfind(" ", left, last)
    return blank >= 0 and text[blank + 1 : last + 1] in _sure_stops()


def _is_abbreviation(word: str) -> bool:
    """Whether a word with a full stop may be one of a name's: *TP.*, *Q.*; not *quán ăn.*."""
    return len(word) <= 3 and (word[0].isupper() or word in type_words() or word[:-1] in type_words())


def words_before(page: Page, start: int, *, left: int) -> list[str]:
    """The words and signs from `left` to `start`, without abbreviations in brackets: *Mặt trận Tổ quốc (MTTQ)*."""
    text = page.text[left:start]
    return _WORD.findall(_BRACKETED.compiled.sub("", text) if "(" in text else text)


def is_proper(page: Page, start: int, *, since: int) -> bool:
    """Whether the name that opens before `start` is a proper one: *Phòng Thương mại Mỹ*; not *công ty Mỹ*.

    It is where a capitalised Vietnamese word or an abbreviation stands inside it; *công ty Boeing Mỹ* names two things.
    """
    words = words_before(page, start, left=max(since, start - _LEFT))
    for at in range(len(words) - 1, max(0, len(words) - _REACH) - 1, -1):
        if words[at] in PHRASE_ENDS:
            return False
        if opener_through(words, at) == "name":
            if words[at].lower() in ("sân", "ga", "cảng", "phố", "đường"):  # *sân bay Hong Kong*
                return True
            inside = [word for word in words[at + 1 :] if word[:1].isupper()]
            return bool(inside) and not any(looks_foreign(word.lower()) for word in inside if not word.isupper())
    return False


def opener_through(words: list[str], at: int) -> str | None:
    """The kind of the opener that starts at word `at`, or of the one around it that starts earliest."""
    kind = opener_at(words, at)
    if kind is not None and words[at].lower() in _inner_words():
        opening = _opening_words()
        for earlier in range(at - 1, max(at - 6, 0) - 1, -1):
            if words[earlier].lower() in opening:
                kind = opener_at(words, earlier, through=at) or kind
    return kind


def opener_at(words: list[str], at: int, *, through: int = 0) -> str | None:
    """The kind of the longest opener that starts at word `at` and reaches at least to the word `through`."""
    kind = None
    following = _opening_words()
    for last in range(at, min(len(words), at + _LONGEST)):
        branch = following.get(words[last].lower())
        if branch is None:
            break
        if last >= through and branch.value is not None:
            if branch.value != _ABBREVIATION:
                kind = branch.value
            elif words[last].isupper():
                kind = "body"
        following = branch.following
    return kind
