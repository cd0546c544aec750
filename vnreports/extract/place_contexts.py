"""What stands around a place name: its type word, the name of a body or of something else, a person."""

import functools
import re
from typing import Literal

from vnreports.extract.place_names import NamedRun, Word, is_country
from vnreports.lexicon import read_table
from vnreports.normalize.places import TypeWord, type_words
from vnreports.page import Page
from vnreports.register import name_key

Context = Literal["body", "name"]

_ABBREVIATED = re.compile(r"[a-z.]+")
_REACH = 9  # words that are looked at to the left of a name: *Ban Quản lý dự án đầu tư xây dựng …*
_LEFT = 90
_WORD = re.compile(r"[^\s,;:()\[\]“”\"'‘’?!…/]+|[-–—]|[,;:()\[\]“”\"‘’?!…/\n]")
_END = frozenset(',;:()[]“”"‘’?!…/\n')
_DASH = frozenset("-–—")
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?…:“\"(\n•+*]|\s[-–—])\s*$")
_CURRENCY = re.compile(r"(?<!cộng )(?<!hội )(?<!hợp )đồng $")  # đồng Việt Nam; but cộng đồng Việt Nam
_LIST_GAP = re.compile(r"\s*(?:,|và|-|–)\s*")
_TEAM = re.compile(r"u\d\d")
_LOCATIVE = frozenset(("tại", "ở", "từ", "về", "đến", "tới", "vào", "ra", "thành"))
_GLUED = frozenset("-–@/&")
# hợp tác xã Bình Minh, thông tấn xã Việt Nam: no commune; văn bản Kết luận, phiên bản Tết: no village
_NO_TYPE = re.compile(
    r"(?:hợp tác|thông tấn|tân hoa) xã $"
    r"|(?:văn|phiên|kịch|nhật|biên|ấn|căn|cơ|tái|xuất|nguyên|tư|bảng) bản $|buôn bán $"
    r"|liên bang $|(?:nông|hương) thôn $"
)
_VIET_NAM = frozenset(("việt nam", "vn"))
# Quốc hội, Thủ tướng, Đại sứ Việt Nam name the country; Hội Nông dân, Ngân hàng Nhà nước Việt Nam do not
_STATE = re.compile(
    r"(?:(?<!ngân hàng )nhà nước|chính phủ|quốc hội|ngoại giao|(?<!mặt trận )tổ quốc"
    r"|(?<!quân đội )(?<!hội đồng )(?<!kiểm sát )nhân dân|thủ tướng|đại sứ|chủ tịch nước|bộ trưởng|lãnh đạo) $"
)


@functools.cache
def _openers() -> dict[str, str]:
    return {row["words"]: row["kind"] for row in read_table("place_contexts")}


@functools.cache
def _historical_people() -> frozenset[str]:
    return frozenset(name_key(row["name"]) for row in read_table("historical_people"))


@functools.cache
def _body_abbreviations() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in read_table("body_abbreviations"))


@functools.cache
def _words_around_short_names() -> dict[str, frozenset[str]]:
    rows = read_table("short_country_contexts")
    return {
        kind: frozenset(row["word"] for row in rows if row["kind"] == kind) for kind in ("before", "never", "after")
    }


@functools.cache
def surnames() -> frozenset[str]:
    """The family names in lower case."""
    return frozenset(row["surname"] for row in read_table("surnames"))


@functools.cache
def _sure_surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in read_table("surnames") if row["trust"] == "sure")


@functools.cache
def _honorifics() -> frozenset[str]:
    return frozenset(row["honorific"] for row in read_table("honorifics"))


@functools.cache
def _type_pattern() -> re.Pattern[str]:
    whole = [word for word in type_words() if not _ABBREVIATED.fullmatch(word)]
    short = [word for word in type_words() if _ABBREVIATED.fullmatch(word) and not word.endswith(".")]
    letters = [word[0] for word in type_words() if word.endswith(".")]
    return re.compile(
        rf"(?<![^\W_])(?:({'|'.join(sorted(whole, key=len, reverse=True))})[ ]+"
        rf"|({'|'.join(re.escape(word) for word in sorted(short, key=len, reverse=True))})(?:\.[ ]?|[ ])"
        rf"|([{''.join(letters)}])\.[ ]?)$"
    )


def type_before(page: Page, start: int) -> tuple[int, TypeWord] | None:
    """The start of the type word right before `start` and its reading, or None."""
    left = page.lower[max(0, start - 16) : start]
    match = _type_pattern().search(left)
    if match is None or _NO_TYPE.search(left):
        return None
    word = match[1] or match[2] or f"{match[3]}."
    return start - len(left) + match.start(), type_words()[word]


def context_before(page: Page, start: int, *, since: int = 0) -> Context | None:
    """Whether the name at `start` stands inside the name of a body (`body`) or of something else (`name`).

    The nearest opener to the left decides: *Ban Quản lý Khu kinh tế Dung Quất* is a zone's name, *Sở Y tế Lâm Đồng* a
    body's. Only text from `since` on is looked at.
    """
    words = _WORD.findall(page.text[max(since, start - _LEFT) : start])
    floor = max(0, len(words) - _REACH)
    for at in range(len(words) - 1, floor - 1, -1):
        word = words[at]
        if word in _END or (word.endswith(".") and len(word) > 3):
            return None
        if word in _DASH:  # *cao tốc Vĩnh Hảo - Phan Thiết* goes on over the dash, *UBND tỉnh - Hà Nội* doesn't
            if at == 0 or not words[at - 1][:1].isupper():
                return None
            continue
        kind = _opener_through(words, at)
        if kind is not None and kind != "plain":
            return "body" if kind == "body" else "name" if kind == "name" else None
    return None


def _opener_through(words: list[str], at: int) -> str | None:
    """The kind of the opener that starts at word `at`, or of the one around it that starts earliest."""
    kind = _opener_at(words, at)
    if kind is not None:
        for earlier in range(at - 1, max(at - 6, 0) - 1, -1):
            kind = _opener_at(words, earlier, through=at) or kind
    return kind


def _opener_at(words: list[str], at: int, *, through: int = 0) -> str | None:
    """The kind of the longest opener that starts at word `at` and reaches at least to the word `through`."""
    for end in range(min(len(words), at + 7), max(at, through), -1):
        phrase = " ".join(words[at:end]).lower()
        kind = _openers().get(phrase) or ("body" if phrase in _body_abbreviations() else None)
        if kind is not None:
            return kind
    return None


def stands_alone(
    page: Page, words: list[Word], run: NamedRun, *, abroad: bool, context: Context | None, since: int
) -> bool:
    """Whether a name without type word is a place's there, not part of a person's or of another name.

    `since` is the end of the place name before it: *Việt Nam-Nhật Bản* are two places.
    """
    before = page.lower[max(0, run.start - 14) : run.start].split()
    previous = before[-1] if before and page.text[run.start - 1] == " " else ""
    glued = run.start > 0 and page.text[run.start - 1] in _GLUED and since != run.start - 1
    if previous.strip(".") in _honorifics() or glued or _TEAM.fullmatch(previous):
        return False
    if run.key in _VIET_NAM and not _names_the_country(page, run.start, since):
        return False
    if context == "name" and not is_country(run.key):
        return False
    listed = _LIST_GAP.fullmatch(page.lower, since, run.start) is not None
    if run.key in _historical_people() and not listed and previous not in _LOCATIVE:
        return False  # *tư tưởng Hồ Chí Minh*; but *Hà Nội, Hồ Chí Minh*
    goes_on = run.last + 1 < len(words) and words[run.last + 1].joined and words[run.last].end == run.end
    if abroad and " " not in run.key and len(run.key) < 5:
        person = goes_on or _is_given_name(words, run.key)
        inside = words[run.first].joined and _openers().get(previous) != "stop"  # *Tại Mỹ*; but *Lê Thị Mỹ*
        return not inside and _short_name_stands(page, run, previous, person=person)
    if words[run.first].joined and not _may_follow(page, words, run.first, context):
        return False
    return (
        not goes_on
        or words[run.last + 1].key in surnames()
        or context == "body"
        or is_country(run.key)
        # *tại Hà Nội Nguồn tin cho biết*: the text has lost a full stop
        or (not abroad and (previous in _LOCATIVE or listed))
    )


def _names_the_country(page: Page, start: int, since: int) -> bool:
    """Whether *Việt Nam* stands for the country, not within a fixed name (*Ngày Nhà giáo Việt Nam*)."""
    if _CURRENCY.search(page.lower, max(0, start - 12), start):
        return False
    if page.lower[since:start].strip() in ("và", "với", "-", "–", ""):  # *Liên bang Nga và Việt Nam*
        return True
    if _STATE.search(page.lower, max(0, start - 24), start):
        return True
    left = max(0, start - 40)
    words = _WORD.findall(page.text, left, start)
    for at in range(len(words) - 1, max(len(words) - 7, -1), -1):
        word = words[at]
        kind = _opener_through(words, at)
        if word in _END or word in _DASH or word.endswith(".") or kind == "stop":
            return True
        if kind in ("body", "name") and len(words) - at > 2:  # *thông tấn xã Việt Nam*; but *chính quyền Việt Nam*
            return False
        if word == "và" and words[at + 1 : at + 2] and words[at + 1].islower():
            return True
        if word[0].isupper():
            head = page.text.rindex(word, left, start)
            alone = _SENTENCE_HEAD.search(page.text, max(0, head - 4), head) is not None
            return alone and _opener_at([*words[at:], "", ""], 0) is None
    return True


def _may_follow(page: Page, words: list[Word], at: int, context: Context | None) -> bool:
    """Whether a place name may begin at the word `at` though a capitalised word stands right before it."""
    first = at
    while first > 0 and at - first < 3 and words[first].joined:
        first -= 1
        opens = context == "body" and not words[first].joined and _openers().get(words[first].key) == "body"
        names = surnames() if context != "body" else _sure_surnames()
        if words[first].key in names and not opens:  # *Trần Thị Thái Bình*; but *(Đoàn Đà Nẵng)*, *Sở Công Thương Huế*
            return False
    if context == "body":  # *Sở Công Thương Bình Định*
        return True
    head = words[at - 1].start
    return _SENTENCE_HEAD.search(page.text[max(0, head - 4) : head]) is not None  # *Tại Hà Nội*


def _is_given_name(words: list[Word], key: str) -> bool:
    """Whether the page has a person of that given name: *Lê Thị Nga*, later *Chủ nhiệm Nga*."""
    for at, word in enumerate(words):
        if word.key == key and word.joined:
            first = at
            while first > 0 and words[first].joined:
                first -= 1
            if any(other.key in surnames() for other in words[first:at]):
                return True
    return False


def _short_name_stands(page: Page, run: NamedRun, previous: str, *, person: bool) -> bool:
    """Whether *Anh*, *Đức*, *Mỹ*, *Ý*, *Nga* stands for the country: not for a person, a pronoun or a language."""
    around = _words_around_short_names()
    if previous in around["never"] or page.text[run.end : run.end + 1] in _GLUED:
        return False
    after = re.match(r" ([^\W\d_]+)", page.lower[run.end : run.end + 12])
    if after is not None and f"{run.key} {after[1]}" in around["after"]:
        return False
    if person:
        return previous in around["before"]
    if _SENTENCE_HEAD.search(page.text[max(0, run.start - 3) : run.start]):
        return run.key not in ("anh", "ý", "áo", "đức") or page.text[run.end : run.end + 1] == ","
    return True
