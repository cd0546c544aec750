"""The place mentions that no list knows: units dissolved long ago, villages, cities abroad, misspelt or glued names."""

import functools
import re
import unicodedata

import regex

from vnreports.extract.place_names import (
    Kind,
    NamedRun,
    PlaceMention,
    Word,
    is_country,
    levels_named,
    longest_name,
    place_mention,
)
from vnreports.normalize.names import looks_foreign, surnames
from vnreports.normalize.places import TypeWord, names_abroad, written_names
from vnreports.page import Page
from vnreports.register import name_key
from vnreports.rules import Pattern

SHORT_VILLAGE = frozenset(("bản", "làng", "buôn"))
_SURELY_FOREIGN = re.compile(r"[fjwz]|^[a-z]{8,}$")  # thị trấn Avdiyivka; but not thị trấn Chư Prông
_INITIALS = frozenset(("TT", "TX", "Tx", "tx", "KP", "tt"))
_LARGER_UNIT = re.compile(r", (?:quận|huyện|thị xã|thành phố|tp|tx|tỉnh)\b")
_WHERE = ("ngụ ", " ở ", "trú ", " tại ", "quê ")
_LOWERED = Pattern(r" \p{Ll}+(?![\p{L}-])")
_LIST_GAP = re.compile(r"(?:,| và) ")
_MANY = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d) $")


def unlisted_mention(
    page: Page, words: list[Word], at: int, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name that no list knows: a unit dissolved long ago, a village, a city abroad, a misspelling."""
    start, type_word = typed
    written = page.text[start : words[at].start].rstrip()
    first = words[at].key
    if (cut := _lowered_name(page, words, at, type_word) or _glued_name(page, words, at, type_word)) is not None:
        return place_mention(page, start, cut, type_word=type_word), cut.last + 1
    if written.endswith(".") or (written in _INITIALS and type_word.level != "city"):  # *P. Nguyễn*, *TT Giáo dục*
        return None
    last = at
    while last + 1 < len(words) and words[last + 1].joined and last - at < 3:
        person_next = last + 2 < len(words) and words[last + 2].joined
        if words[last + 1].key in surnames() and person_next and last > at:
            break
        last += 1
    while last + 1 < len(words) and _is_hyphened(page, words[last], words[last + 1]):  # *tỉnh Cholla-Namdo*
        last += 1
    name = page.text[words[at].start : words[last].end]
    run = NamedRun(at, last, words[at].start, words[last].end, name_key(name))
    in_address = page.text.endswith(", ", 0, start) and _LARGER_UNIT.match(page.lower, run.end) is not None
    in_address |= type_word.level == "village" and page.lower.endswith(_WHERE, 0, start)
    if (first in surnames() and last > at + 1 and not in_address) or name.isupper():
        # *Chủ tịch UBND xã Trần Văn Mẫu*, *xã NTM*; but *phường Lương Mẫu Thử, TP Hải Phòng*, *ngụ ấp Đồng Mẫu Thử*
        return None
    if type_word.level in ("province", "city", "abroad"):
        meant = _mistyped_province(run.key) if last == at + 1 else None
        if meant is not None:
            return place_mention(page, start, run, key=meant, type_word=type_word), last + 1
        if type_word.level != "province" and (known := _known_abroad(page, words, at, last)) is not None:
            return known  # *thành phố Cảng Rotterdam*
        foreign = any(looks_foreign(word.key) for word in words[at : last + 1])
        if not foreign or (type_word.level == "abroad" and not written.islower()):
            return None
        return place_mention(page, start, run, kind="abroad"), last + 1
    runs_on = regex.match(r" \p{Ll}", page.text, pos=run.end) is not None and last == at
    if runs_on and (first in surnames() or len(first) < 3 or type_word.word in SHORT_VILLAGE):
        return None  # *bản Di chúc*, *làng Đại học*
    if any(_SURELY_FOREIGN.search(word.key) for word in words[at : last + 1]):
        return place_mention(page, start, run, kind="abroad"), last + 1
    kind: Kind = "village" if type_word.level == "village" else "unit"
    return place_mention(page, start, run, kind=kind, type_word=type_word), last + 1


def _is_hyphened(page: Page, word: Word, following: Word) -> bool:
    """Whether a foreign word is joined by a hyphen to the one before it."""
    return page.text[word.end : following.start] == "-" and looks_foreign(following.key)


def _known_abroad(page: Page, words: list[Word], at: int, last: int) -> tuple[PlaceMention, int] | None:
    """The mention of a known city abroad that stands inside a name that isn't known as a whole."""
    for inner in range(at + 1, last + 1):
        run = longest_name(page, words, inner)
        if run is not None and run.key in names_abroad() and not is_country(run.key):
            return place_mention(page, run.start, run, kind="abroad"), run.last + 1
    return None


def next_village(page: Page, words: list[Word], at: int, last: PlaceMention) -> PlaceMention | None:
    """The mention of a village that goes on a list after the last one: *tại các thôn Rục, Vè, Tiến Hóa*."""
    if not _LIST_GAP.fullmatch(page.text, last.end, words[at].start):
        return None
    opened = last.type is None or _MANY.search(page.lower, max(0, last.start - 10), last.start)
    end = at
    while end + 1 < len(words) and words[end + 1].joined and end - at < 2:
        end += 1
    name = page.text[words[at].start : words[end].end]
    levels = levels_named(name_key(name))
    if not opened or name.isupper() or levels & {"province", "district"}:
        return None
    run = NamedRun(at, end, words[at].start, words[end].end, name_key(name))
    return place_mention(page, run.start, run, kind="village")


def _lowered_name(page: Page, words: list[Word], at: int, type_word: TypeWord) -> NamedRun | None:
    """The known name whose second syllable has lost its capital: *tỉnh Vĩnh phúc*, *TP Hà nội*."""
    following = _LOWERED.match(page.text, words[at].end)
    if following is None:
        return None
    key = name_key(page.text[words[at].start : following.end()])
    if not any(unit.level == type_word.level or type_word.fits(unit) for unit in written_names().get(key, ())):
        return None
    return NamedRun(at, at, words[at].start, following.end(), key)


def _glued_name(page: Page, words: list[Word], at: int, type_word: TypeWord) -> NamedRun | None:
    """The known name with a word that has lost the blank after it: *thị trấn Cái Rồngvà*, *TP HCMXe Lexus chạy*."""
    last = at
    while last + 1 < len(words) and words[last + 1].joined and last - at < 3:
        last += 1
    for end in range(last, at - 1, -1):
        head = page.text[words[at].start : words[end].start]
        word = page.text[words[end].start : words[end].end]
        # a capital inside begins the next word, which is surer than the longest name: TP HCMCông ty
        for size in sorted(range(2, len(word) - 1), key=lambda size: (word[size].isupper(), size), reverse=True):
            key = name_key(head + word[:size])
            if word[size - 1].isalnum() and any(
                type_word.fits(unit) or unit.level == type_word.level for unit in written_names().get(key, ())
            ):
                return NamedRun(at, end, words[at].start, words[end].start + size, key)
    return None


@functools.cache
def _provinces_without_marks() -> dict[str, str]:
    keys = [key for key, units in written_names().items() if any(unit.level == "province" for unit in units)]
    return {_without_marks(key): key for key in keys}


@functools.cache
def _without_marks(key: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", key) if not unicodedata.combining(char)).replace(
        "đ", "d"
    )


def _mistyped_province(key: str) -> str | None:
    """The key of the province that is meant where only the marks differ: *tỉnh Bình Đình*."""
    return _provinces_without_marks().get(_without_marks(key))
