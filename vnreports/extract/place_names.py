"""The known place names in a page: runs of capitalised words, the longest known name at each word."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from vnreports.extract.shared_out import read_sharer
from vnreports.lexicon import read_table
from vnreports.normalize.nouns import match_noun
from vnreports.normalize.places import TypeWord, former_provinces, names_abroad, type_words, written_names
from vnreports.page import Page
from vnreports.register import name_key, syllable_key
from vnreports.rules import Pattern

Kind = Literal["unit", "village", "region", "abroad"]

# *Cam-pu-chia* is one word; *BR-VT* and *Bà Rịa - Vũng Tàu* are joined by the gaps below
_CAPITALISED = Pattern(r"(?<![\p{L}\d])\p{Lu}\p{L}*(?:['’]\p{L}+)*(?:-\p{Ll}\p{L}*)*")
_NUMBER_AFTER = re.compile(r" (\d{1,2})(?!\d|[.,/]\d|[ ]?%)")
_OLD = re.compile(r"\s?\(?(?:cũ\b|trước (?:đây|sáp nhập|khi sáp nhập|khi hợp nhất|sắp xếp|khi sắp xếp))")
_VILLAGE_NUMBER = re.compile(r" \d{1,2}(?=[,;.)]| xã| phường| \(|\s*$)(?![.,]\d)")  # thôn Vân Dương 2, xã Hòa Liên
_STATE_FORM = Pattern(
    r"(?:Vương quốc|(?:Cộng hòa )?Liên bang"
    r"|(?:(?<!hà )[Nn]ước )?Cộng hòa(?i: xã hội chủ nghĩa| dân chủ nhân dân| nhân dân)?) $"
)
_STATE_FORM_ENDINGS = tuple(
    f"{ending}{gap}"
    for ending in ("vương quốc", "liên bang", "cộng hòa", "chủ nghĩa", "nhân dân")
    for gap in (" ", " \n")  # the line may end there
)
_GOES_ON = frozenset(("-", *map(chr, range(0x300, 0x370))))  # a hyphen or a combining mark, right after a syllable
_AFTER_TYPES = frozenset(".\n")  # signs that may stand between a type word and a name
_WITHIN_SYLLABLES = "_'’ʼ"  # may stand inside a syllable, whose end alone is then a type word
_GAPS = frozenset(("", " ", "-", " - ", " – ", "–"))
_LONGEST_GAP = 3


class PlaceMention(msgspec.Struct, frozen=True):
    """A mention of a place, with its type word (if it has one) inside the span.

    `name` is the bare name as written, `key` its look-up form. `type` is its type word's reading, also where a list has
    it only once (*các phường Tây Hồ và Hồng Hà*). `old`: the text says that the unit is of before a merger.
    """

    start: int
    end: int
    name: str
    key: str
    kind: Kind = "unit"
    type: TypeWord | None = None
    old: bool = False


class Word(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word of the page.

    `joined`: one blank stands between it and the capitalised word before; `typed`: a type word may stand right before.
    """

    start: int
    end: int
    key: str
    joined: bool
    typed: bool


class NamedRun(msgspec.Struct, frozen=True, gc=False):
    """A known name: the capitalised words from index `first` to `last`, and perhaps a number after them."""

    first: int
    last: int
    start: int
    end: int
    key: str


@functools.cache
def _type_ends() -> dict[str, tuple[str, ...]]:
    """The type words with the sign and blanks after them, by the last two characters."""
    ends: dict[str, set[str]] = defaultdict(set, {"  ": {"   "}})
    for word in type_words():
        for gap in (".", ". ") if word.endswith(".") else (" ", "  ", ".", ". "):
            end = word.removesuffix(".") + gap
            ends[end[-2:]].add(end)
    return {last: tuple(whole) for last, whole in ends.items()}


@functools.cache
def _last_syllables() -> frozenset[str]:
    """The last syllables of the type words."""
    return frozenset(word.removesuffix(".").rpartition(".")[2].rpartition(" ")[2] for word in type_words())


def may_end_type(lower: str, start: int) -> bool:
    """Whether a type word may stand right before `start`, by its letters: before most words none does."""
    end = start - 1 if lower[start - 1 : start] == "\n" else start  # the line may end after a type word and its blank
    return lower.endswith(_type_ends().get(lower[end - 2 : end], ()), 0, end)


def capitalised_words(page: Page) -> list[Word]:
    """The capitalised words of the page in text order."""
    words: list[Word] = []
    text, lower, end = page.text, page.lower, -2
    starts, syllables, lowered = page.syllables.starts, page.syllables.written, page.syllables.lower
    cuts = sorted((zone.end for zone in page.zones if zone.kind == "credit"), reverse=True)
    types = frozenset(lowered) if any(sign in text for sign in _WITHIN_SYLLABLES) else _last_syllables()
    for index in page.syllables.capitals:
        start, written = starts[index], syllables[index]
        stop = start + len(written)
        plain = written.isalpha() and text[stop : stop + 1] not in _GOES_ON
        if plain and (written.istitle() or written.isupper()) and not (cuts and cuts[-1] < stop):
            joined = start == end + 1 and text[end] == " "
            near = lowered[index - 1] if lowered[index - 1] not in _AFTER_TYPES else lowered[index - 2]
            typed = (near in types or near == ".") and may_end_type(lower, start)
            words.append(Word(start, stop, syllable_key(lowered[index]), joined, typed))
            end = stop
            continue
        for first, after in _spans(page, start, stop, since=end, plain=plain):
            words += _read_words(page, first, after, cuts, joined=first == end + 1 and text[end] == " ")
            end = after
    return words


def _spans(page: Page, start: int, stop: int, *, since: int, plain: bool) -> list[tuple[int, int]]:
    """Where `_CAPITALISED` matches from `since` on at a syllable; `plain` says that its letters are the whole word."""
    if plain:
        return [(start, stop)] if page.text[start].isupper() else []
    spans = []
    for match in _CAPITALISED.finditer(page.text, max(start, since)):
        if match.start() >= stop:
            break
        spans.append(match.span())
    return spans


def _read_words(page: Page, start: int, stop: int, cuts: list[int], *, joined: bool) -> Iterator[Word]:
    """The word of a span, or what of it follows the end of a credit."""
    text, cut = page.text, -1
    while cuts and cuts[-1] < stop:
        cut = cuts.pop()
    if cut > start:  # *Ảnh: Mẫu ThửTP HCM họp*
        yield Word(cut, stop, name_key(text[cut:stop]), joined=False, typed=may_end_type(page.lower, cut))
        return
    joined = joined and cut < start - 1
    yield Word(start, stop, name_key(text[start:stop]), joined, may_end_type(page.lower, start))


def _counts(page: Page, key: str, number: "re.Match[str]") -> bool:
    """Whether the number after a province counts something there: *Hà Giang 1 người*, *(Hà Giang 1, Yên Bái 4)*."""
    if bare_level(key) != "province":
        return False
    noun = match_noun(page.text, page.lower, number.end())
    return (noun is not None and noun.known) or read_sharer(page.text, number.start(1), number.end()) is not None


def longest_name(page: Page, words: list[Word], at: int) -> NamedRun | None:
    """The longest known name that begins at the word `at`, with a number after it where that is part of a name."""
    text, beginnings = page.text, name_beginnings()
    start, end, key = words[at].start, words[at].end, words[at].key
    best: NamedRun | None = None
    last, hyphen = at, False
    while (is_name := beginnings.get(key)) is not None:
        if is_name and (not hyphen or key in _hyphenated()):
            best = NamedRun(at, last, start, end, key)
        if key in _numbered_names() and (number := _NUMBER_AFTER.match(page.lower, end)):
            numbered = f"{key} {number[1]}"  # *Mỹ Đình 1*
            if numbered in written_names() and (words[at].typed or not _counts(page, key, number)):
                return NamedRun(at, last, start, number.end(), numbered)
        last += 1
        if last == len(words) or words[last].start - end > _LONGEST_GAP:
            break
        gap = text[end : words[last].start]
        if gap not in _GAPS:
            break
        hyphen = hyphen or gap != " "
        end, key = words[last].end, f"{key} {words[last].key}"
    return best


def is_old(page: Page, end: int) -> bool:
    """Whether the text says right after the name that the unit is of before a merger: *Bình Dương cũ*."""
    return _OLD.match(page.lower, end) is not None


@functools.lru_cache(maxsize=1 << 12)
def levels_named(key: str) -> frozenset[str]:
    """The levels of the units that have the name: many communes share some of the names."""
    return frozenset(unit.level for unit in written_names().get(key, ()))


@functools.lru_cache(maxsize=1 << 12)
def bare_level(key: str) -> str | None:
    """The highest level that a name without type word has: `province`, `abroad`, `district`, `commune`, or None."""
    if key in _other_names():
        return None
    levels = levels_named(key)
    if "province" in levels or key in former_provinces():
        return "province"
    if key in names_abroad():
        return "abroad"
    return "district" if "district" in levels else "commune" if levels else None


@functools.cache
def _other_names() -> frozenset[str]:
    return frozenset(name_key(row["name"]) for row in read_table("names_with_places"))


def is_country(key: str) -> bool:
    """Whether the key is a country's."""
    return key in names_abroad() and names_abroad()[key].level == "country"


@functools.cache
def name_beginnings() -> dict[str, bool]:
    """The known names and the first syllables of each, by key: whether it is a name itself."""
    names = {*written_names(), *names_abroad(), *former_provinces(), *_other_names()}
    found = dict.fromkeys(names, True)
    for name in names:
        end = name.rfind(" ")
        while end > 0 and found.setdefault(name[:end], False) is False:
            end = name.rfind(" ", 0, end)
    return found


@functools.cache
def _numbered_names() -> frozenset[str]:
    """The keys of the names that go on with a number in other names, without it."""
    return frozenset(name.rpartition(" ")[0] for name in written_names() if name.rpartition(" ")[2].isdigit())


@functools.cache
def _hyphenated() -> frozenset[str]:
    """The keys of the names that may be written with a hyphen or dash."""
    names = [unit.name for units in written_names().values() for unit in units if "-" in unit.name]
    names += [row["written"] for row in read_table("place_names")] + list(former_provinces().values())
    return frozenset(map(name_key, (*names, "Thừa Thiên Huế")))


def place_mention(
    page: Page,
    start: int,
    run: NamedRun,
    *,
    kind: Kind = "unit",
    type_word: TypeWord | None = None,
    key: str | None = None,
) -> PlaceMention:
    """The mention of a run that begins at `start`, with the number of a village or the state form of a country."""
    end, key = run.end, key or run.key
    if kind == "abroad" and page.lower.endswith(_STATE_FORM_ENDINGS, 0, start) and is_country(key):
        form = _STATE_FORM.search(page.text, max(0, start - 40), start)
        start = form.start() if form else start  # the type word of a country: *Vương quốc Campuchia*
    if kind == "village" and (number := _VILLAGE_NUMBER.match(page.lower, end)):
        end, key = number.end(), key + number[0]
    return PlaceMention(start, end, page.text[run.start : end], key, kind, type_word, is_old(page, end))
