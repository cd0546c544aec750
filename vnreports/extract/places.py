"""Where places stand in a report.

Runs of capitalised words are scanned once, and the longest known name is taken at each word. A name with its type word is
a mention; provinces, countries and regions stand alone; a district's or commune's name alone needs support in the report
(see `place_support`).
"""

import dataclasses
import functools
import re
from collections.abc import Iterator
from typing import Literal

import regex

from vnreports.extract.place_contexts import context_before, honorifics, surnames, type_before
from vnreports.lexicon import read_table
from vnreports.normalize.places import TypeWord, names_abroad, type_words, written_names
from vnreports.page import Page
from vnreports.register import name_key

Kind = Literal["unit", "village", "region", "abroad"]

_CAPITALISED = regex.compile(r"(?<![\p{L}\d])\p{Lu}[\p{L}'’]*(?:-\p{Ll}\p{L}*)*")
_NUMBERED = re.compile(
    r"(?<![^\W_])(?P<type>quận|phường|tổ dân phố|khu phố|thôn|ấp|bản|khóm|xóm|buôn|tdp|kp|q\.|p\.)(?:[ ]|(?<=\.))(?P<number>(?:số[ ])?"
    r"(?:\d{1,3}[a-z]?|[ivx]{1,5})\b)(?P<more>(?:(?:,[ ]|[ ]và[ ]|,[ ]và[ ])\d{1,2}[a-z]?\b(?![.,/]\d|[ ]?[%\w]))*)"
)
_NUMBER = re.compile(r"\d{1,2}[a-z]?")
_NUMBER_AFTER = re.compile(r" (\d{1,2})(?!\d|[.,/]\d|[ ]?%)")
_OLD = re.compile(r"\s?\(?(?:cũ\b|trước (?:đây|sáp nhập|khi sáp nhập|khi hợp nhất|sắp xếp|khi sắp xếp))")
_JOINED = frozenset((" ", "-", " - ", " – ", "–"))
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?…:“\"(\n•+*]|[-–—])\s*$")
_ONE_SYLLABLE_LED = frozenset(("thống", "tướng", "trưởng", "sứ", "sĩ", "nước", "phòng", "giao", "tịch", "viện", "hội"))
_LANGUAGE = frozenset(("tiếng", "la", "usd", "đô"))
_FOREIGN_LOOK = re.compile(r"[fjwz]|^[^aeiouy]*[aeiouy]+[^aeiouy]+[aeiouy]|[^gn]h$|[bdklrsv]$")


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceMention:
    """A mention of a place, with its type word (if it has one) inside the span.

    `name` is the bare name as written, `key` its look-up form. `type` is its type word's reading, also where a list has
    it only once (*các phường Tây Hồ và Hồng Hà*). `old`: the text says that the unit is of before a merger.
    """

    start: int
    end: int
    name: str
    key: str = ""
    kind: Kind = "unit"
    type: TypeWord | None = None
    old: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of the page."""

    start: int
    end: int
    key: str


@dataclasses.dataclass(frozen=True, slots=True)
class NamedRun:
    """A known name in a run of capitalised words: the words [first, last] of the page."""

    first: int
    last: int
    start: int
    end: int
    key: str


def find_place_mentions(page: Page) -> list[PlaceMention]:
    """The place mentions of the page in text order."""
    from vnreports.extract.place_support import supported  # noqa: PLC0415

    words = [Word(match.start(), match.end(), name_key(match[0])) for match in _CAPITALISED.finditer(page.text)]
    sure: list[PlaceMention] = [*_numbered_units(page), *_regions(page)]
    weak: list[PlaceMention] = []
    taken = {offset for mention in sure for offset in (mention.start, mention.end - 1)}
    used = 0
    for at, word in enumerate(words):
        if at < used or word.start in taken:
            continue
        run = _longest_name(page, words, at)
        typed = type_before(page, word.start)
        if typed is not None:
            found = _typed_mention(page, words, at, run, typed)
            if found is not None:
                mention, used = found
                sure.append(mention)
                continue
        if run is None:
            continue
        level = bare_level(run.key)
        if level is None or not _stands_alone(page, words, run, level):
            continue
        mention = _mention(page, run.start, run.start, run.end, run.key, kind="abroad" if level == "abroad" else "unit")
        (weak if level in ("district", "commune") else sure).append(mention)
        used = run.last + 1
    loud = [mention for mention in sure if not page.is_silent(mention.start, mention.end)]
    weak = [mention for mention in weak if not page.is_silent(mention.start, mention.end)]
    return supported(page, sorted(loud, key=lambda mention: mention.start), weak)


@functools.cache
def bare_level(key: str) -> str | None:
    """The highest level that a name without type word has: `province`, `abroad`, `district`, `commune`, or None."""
    levels = {unit.level for unit in written_names().get(key, ())}
    if "province" in levels or key in former_provinces():
        return "province"
    if key in names_abroad():
        return "abroad"
    return "district" if "district" in levels else "commune" if levels else None


@functools.cache
def former_provinces() -> dict[str, str]:
    """The provinces dissolved before 2025, by the key of their names."""
    return {name_key(row["name"]): row["name"] for row in read_table("former_provinces")}


@functools.cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths in syllables of the known names that begin with a syllable, the longest first."""
    found: dict[str, set[int]] = {}
    for key in (*written_names(), *names_abroad(), *former_provinces()):
        syllables = key.split(" ")
        found.setdefault(syllables[0], set()).add(len(syllables))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@functools.cache
def _hyphenated() -> frozenset[str]:
    """The keys of the names that may be written with a hyphen or dash."""
    names = [unit.name for units in written_names().values() for unit in units if "-" in unit.name]
    names += [row["written"] for row in read_table("place_names")] + list(former_provinces().values())
    return frozenset(map(name_key, (*names, "Thừa Thiên Huế")))


def _longest_name(page: Page, words: list[Word], at: int) -> NamedRun | None:
    """The longest known name that begins at the word `at`, with a number after it where that is part of a name."""
    lengths = _lengths().get(words[at].key.split(" ", 1)[0])
    if lengths is None:
        return None
    best: NamedRun | None = None
    key, last, hyphen = words[at].key, at, False
    while True:
        size = key.count(" ") + 1
        if size in lengths and is_name(key) and (not hyphen or key in _hyphenated()):
            best = NamedRun(at, last, words[at].start, words[last].end, key)
        if size >= lengths[0] or last + 1 >= len(words):
            break
        gap = page.text[words[last].end : words[last + 1].start]
        if gap not in _JOINED:
            break
        hyphen = hyphen or gap != " "
        last += 1
        key = f"{key} {words[last].key}"
    if best is not None and (number := _NUMBER_AFTER.match(page.lower, best.end)):
        numbered = f"{best.key} {number[1]}"
        if numbered in written_names():
            return NamedRun(best.first, best.last, best.start, number.end(), numbered)
    return best


@functools.cache
def is_name(key: str) -> bool:
    """Whether the key is that of any known name."""
    return key in written_names() or key in names_abroad() or key in former_provinces()


def _follows(page: Page, words: list[Word], at: int) -> bool:
    """Whether the word `at` stands right after the word before it, with one blank between."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end + 1 and page.text[words[at - 1].end] == " "


def _typed_mention(
    page: Page, words: list[Word], at: int, run: NamedRun | None, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name after its type word, with the index of the word after it; None where a person is named."""
    start, type_word = typed
    if run is not None:
        units = written_names().get(run.key, ())
        known = any(type_word.fits(unit) or unit.level == type_word.level for unit in units)
        goes_on = _follows(page, words, run.last + 1) and words[run.last + 1].key not in surnames()
        if goes_on and words[at].key in surnames():  # *Chủ tịch UBND xã Trần Phú Thử*
            return None
        if known or _plausible(type_word, run.key):
            kind: Kind = "abroad" if not units and run.key in names_abroad() else "unit"
            kind = "village" if type_word.level == "village" else kind
            return _mention(page, start, run.start, run.end, run.key, kind=kind, type_word=type_word), run.last + 1
    if page.lower[start : words[at].start].strip(" ").endswith(".") or len(page.lower[start : words[at].start]) < 3:
        return None
    last = at
    while _follows(page, words, last + 1) and last - at < 3:
        if words[last + 1].key in surnames() and _follows(page, words, last + 2):
            break
        last += 1
    return _unknown_mention(page, words, at, last, typed)


def _plausible(type_word: TypeWord, key: str) -> bool:
    """Whether a name known for another kind of place may stand after the type word: *huyện Lộc Hà*, *tỉnh Quảng Đông*."""
    if type_word.level in ("province", "city"):
        return (
            key in names_abroad()
            or key in former_provinces()
            or any(unit.level == "district" for unit in written_names().get(key, ()) if type_word.level == "city")
        )
    return True


def _unknown_mention(
    page: Page, words: list[Word], at: int, last: int, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name that no list knows: a unit dissolved long ago, a village, a city abroad."""
    start, type_word = typed
    first = words[at].key
    if first in surnames() and last > at + 1:
        return None
    name = page.text[words[at].start : words[last].end]
    if type_word.level in ("province", "city"):
        if not any(_FOREIGN_LOOK.search(word.key) for word in words[at : last + 1]):
            return None
        return _mention(page, start, words[at].start, words[last].end, name_key(name), kind="abroad"), last + 1
    if type_word.level == "village" and type_word.word in ("bản", "làng", "buôn") and last == at:
        after = page.text[words[last].end : words[last].end + 2]
        if after[:1] == " " and after[1:].islower():  # *bản Di chúc*, *làng Đại học*
            return None
    if page.text[words[last].end : words[last].end + 1] == " " and last == at:
        following = regex.match(r" \p{Ll}", page.text[words[last].end : words[last].end + 2])
        if following and (first in surnames() or len(first) < 3):
            return None
    kind: Kind = "village" if type_word.level == "village" else "unit"
    return _mention(
        page, start, words[at].start, words[last].end, name_key(name), kind=kind, type_word=type_word
    ), last + 1


def _stands_alone(page: Page, words: list[Word], run: NamedRun, level: str) -> bool:
    """Whether a name without type word is a place's there, not part of a person's or of another name."""
    before = page.lower[max(0, run.start - 14) : run.start].split()
    previous = before[-1] if before and page.text[run.start - 1] in " " else ""
    if previous.strip(".") in honorifics() or page.text[run.start - 1 : run.start] in ("-", "–", "@", "/"):
        return False
    context = context_before(page, run.start)
    if context == "name" and level != "abroad":
        return False
    if (
        run.key in ("việt nam", "vn", "viêt nam")
        and context is not None
        and previous not in ("phủ", "hội", "nước", "giao")
    ):
        return False
    if _follows(page, words, run.first):
        before_word = words[run.first - 1]
        if before_word.key in surnames() and context != "body":
            return False
        head = _SENTENCE_HEAD.search(page.text[max(0, before_word.start - 4) : before_word.start])
        if not head and context != "body":
            return False
    goes_on = _follows(page, words, run.last + 1)
    one_syllable = " " not in run.key
    if level == "abroad" and one_syllable and len(run.key) < 5:
        return _short_name_stands(page, run, previous, goes_on)
    return not goes_on or words[run.last + 1].key in surnames() or context == "body" or level == "abroad"


def _short_name_stands(page: Page, run: NamedRun, previous: str, goes_on: bool) -> bool:
    """Whether *Anh*, *Đức*, *Mỹ*, *Ý*, *Nga* stands for the country: not for a person, a pronoun or a language."""
    if previous in _LANGUAGE or page.text[run.end : run.end + 1] in "-–":
        return False
    if goes_on:
        return previous in _ONE_SYLLABLE_LED
    if _SENTENCE_HEAD.search(page.text[max(0, run.start - 3) : run.start]):
        after = page.text[run.end : run.end + 2]
        return run.key not in ("anh", "ý", "áo", "đức") or after[:1] == ","
    return True


def _mention(
    page: Page,
    start: int,
    name_start: int,
    end: int,
    key: str,
    *,
    kind: Kind = "unit",
    type_word: TypeWord | None = None,
) -> PlaceMention:
    old = _OLD.match(page.lower, end) is not None
    return PlaceMention(start, end, page.text[name_start:end], key, kind, type_word, old)


def _numbered_units(page: Page) -> Iterator[PlaceMention]:
    """*Quận 1*, *phường 5, 6 và 7*, *tổ dân phố số 3*: each number is a unit of its own."""
    for match in _NUMBERED.finditer(page.lower):
        type_word = type_words()[match["type"]]
        kind: Kind = "village" if type_word.level == "village" else "unit"
        if match["number"].isalpha() and not page.text[match.start("number")].isupper():
            continue
        spans = [(match.start(), match.end("number"), match["number"].removeprefix("số "))]
        offset = match.start("more")
        spans += [(offset + m.start(), offset + m.end(), m[0]) for m in _NUMBER.finditer(match["more"])]
        for start, end, number in spans:
            name = f"{type_word.word.capitalize()} {number.lstrip('0').upper()}"
            old = _OLD.match(page.lower, end) is not None
            yield PlaceMention(start, end, name, name_key(name), kind, type_word, old)


@functools.cache
def _region_names() -> tuple[str, ...]:
    return tuple(sorted((row["name"].lower() for row in read_table("regions")), key=len, reverse=True))


def _regions(page: Page) -> list[PlaceMention]:
    """The named regions: *miền Trung*, *đồng bằng sông Cửu Long*; a name inside a longer one is no mention."""
    found: list[PlaceMention] = []
    for name in _region_names():
        start = page.lower.find(name)
        while start >= 0:
            end = start + len(name)
            whole = not page.text[start - 1 : start].isalpha() and not page.text[end : end + 1].isalpha()
            written = page.text[start:end]
            capital = regex.search(r"\p{Lu}\p{L}*$", written) is not None
            outside = all(end <= other.start or other.end <= start for other in found)
            if whole and capital and outside and not _in_longer_name(page, start, end):
                found.append(PlaceMention(start, end, written, name, "region"))
            start = page.lower.find(name, end)
    return found


def _in_longer_name(page: Page, start: int, end: int) -> bool:
    """Whether capitalised words go on at either side: *Đại học Tây Bắc*, *Điện lực Miền Nam*, *ông Đông Bắc Giang*."""
    if context_before(page, start) == "name":
        return True
    return regex.match(r" \p{Lu}\p{Ll}", page.text[end : end + 3]) is not None
