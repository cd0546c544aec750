"""Where places stand in a report.

A name with its type word is a mention; provinces, countries and regions stand alone; the name of a district or commune
without type word needs support in the report (see `place_support`).
"""

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Iterator

import regex

from vnreports.extract.bare_names import stands_alone
from vnreports.extract.place_contexts import context_before, surnames, type_before
from vnreports.extract.place_names import (
    Kind,
    NamedRun,
    PlaceMention,
    Word,
    bare_level,
    capitalised_words,
    is_country,
    is_old,
    longest_name,
    looks_foreign,
)
from vnreports.extract.place_support import supported
from vnreports.lexicon import read_table
from vnreports.normalize.places import TypeWord, former_provinces, names_abroad, type_words, written_names
from vnreports.page import Page
from vnreports.register import name_key

_NUMBERED = re.compile(
    r"(?<![^\W_])(?:(?P<plural>(?:các|những|hai|ba|bốn|năm|sáu|\d)[ ])?"
    r"(?P<type>quận|phường|tổ dân phố|khu phố|thôn|ấp|khóm|xóm|tdp|kp)[ ]|(?P<short>tdp|kp|q|p)\.[ ]?)"
    r"(?P<number>(?:số[ ])?(?:\d{1,3}[a-z]?|[ivx]{1,5})\b(?![.,/]\d|[ ]?%))"
    r"(?P<more>(?:(?:,[ ]|[ ]và[ ]|,[ ]và[ ])\d{1,2}[a-z]?\b(?![.,/]\d|[ ]?%))*)"
)
_MOST_NUMBERED = 30  # the highest number of a ward was 28 (quận Bình Thạnh)
_VILLAGE_NUMBER = re.compile(r" \d{1,2}(?=[,;.)]| xã| phường| \(|\s*$)(?![.,]\d)")  # thôn Vân Dương 2, xã Hòa Liên
_NUMBER = re.compile(r"\d{1,2}[a-z]?")
_LIST_GAP = re.compile(r"(?:,| và) ")
_MERGER = re.compile(
    r"sắp xếp,? (?:toàn bộ|nguyên trạng|một phần|phần)[^.\n]{10,900}? thành (?=xã|phường|đặc khu|tỉnh|thành phố)"
)
_MANY = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d) $")
_STATE_FORM = regex.compile(r"(?:Vương quốc|(?:Cộng hòa )?Liên bang|Cộng hòa) $")
_GOES_ON = re.compile(r"\s*[-–—]\s*| ")
_DASHED = re.compile(r"\s*[-–—]\s*")
_SURELY_FOREIGN = re.compile(r"[fjwz]|^[a-z]{8,}$")  # thị trấn Avdiyivka; but not thị trấn Chư Prông
_UNION = re.compile(r"(?:liên minh|nghị viện|ủy ban|hội đồng|các quốc gia|tòa án|cúp) $")  # Liên minh châu Âu
_COMPASS = re.compile(r"(?:phía|hướng|gió|mùa)(?: đông| tây)? $")  # phía Tây Bắc giáp sông, gió mùa Đông Bắc
_INITIALS = frozenset(("TT", "TX", "Tx", "tx", "KP", "tt"))
_SHORT_VILLAGE = frozenset(("bản", "làng", "buôn"))


def find_place_mentions(page: Page) -> list[PlaceMention]:
    """The place mentions of the page in text order.

    >>> from vnreports.page import read_page
    >>> page = read_page("Sở Y tế Huế đến các xã Phú Mỹ, Phú Hồ và chợ Huế.")
    >>> [mention.name for mention in find_place_mentions(page)]
    ['Huế', 'Phú Mỹ', 'Phú Hồ']
    """
    words = capitalised_words(page)
    sure: list[PlaceMention] = [*_numbered_units(page), *_regions(page)]
    weak: list[PlaceMention] = []
    taken = {offset for mention in sure for offset in range(mention.start, mention.end)}
    used = since = refused = 0
    context = None
    for at, word in enumerate(words):
        if at < used or word.start in taken:
            continue
        run = longest_name(page, words, at)
        typed = type_before(page, word.start)
        found = _typed_mention(page, words, at, run, typed) if typed is not None else None
        if found is not None:
            mention, used = found
            sure.append(mention)
            since, context = mention.end, None
            continue
        if (village := _next_village(page, words, at, sure)) is not None:
            sure.append(village)
            used = at + 1 if run is None else run.last + 1
            since = village.end
            continue
        level = bare_level(run.key) if run is not None else None
        if run is None or level is None:
            used = run.last + 1 if run is not None else used
            continue
        if not _DASHED.fullmatch(page.text, since, run.start):  # *đường bay Hà Nội - Đà Nẵng* keeps its context
            context = context_before(page, run.start, since=since)
        abroad = level == "abroad"
        # *Năm hữu nghị Việt Nam - Lào*: where the first is part of a name, so is the other
        goes_on = refused and _GOES_ON.fullmatch(page.text, refused, run.start)
        if not goes_on and stands_alone(page, words, run, abroad=abroad, context=context, since=since):
            mention = _mention(page, run.start, run, kind="abroad" if abroad else "unit")
            (weak if level in ("district", "commune") else sure).append(mention)
            used = run.last + 1
            since = run.end
        else:
            used = run.last + 1  # no name begins inside a refused one: *Lễ hội Buôn Ma Thuột*
            since = run.end if context == "name" else since
            refused = run.end
    sure = [mention for mention in sure if not page.is_silent(mention.start, mention.end)]
    weak = [mention for mention in weak if not page.is_silent(mention.start, mention.end)]
    return _merged(page, supported(page, sure, weak))


def _merged(page: Page, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, those in a merger marked as old: *Sắp xếp toàn bộ xã Mẫu và xã Thử thành xã mới …*."""
    if "sắp xếp" not in page.lower:
        return mentions
    spans = [match.span() for match in _MERGER.finditer(page.lower)]
    return [
        dataclasses.replace(mention, old=True)
        if mention.kind == "unit" and any(start < mention.start < end for start, end in spans)
        else mention
        for mention in mentions
    ]


def _typed_mention(
    page: Page, words: list[Word], at: int, run: NamedRun | None, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name after its type word, with the index of the word after it; None where none is meant."""
    start, type_word = typed
    if run is None:
        return _unknown_mention(page, words, at, typed)
    units = written_names().get(run.key, ())
    levels = {unit.level for unit in units}
    if type_word.level in ("commune", "district") and levels == {"province"}:
        return None  # *các xã, phường TPHCM*: the province's name alone
    if not units and run.key in names_abroad() and type_word.level not in ("province", "city", "abroad"):
        return None if is_country(run.key) else (_mention(page, start, run, kind="abroad"), run.last + 1)
    if type_word.level == "village" and "province" in levels and type_word.word in _SHORT_VILLAGE:
        return None
    goes_on = run.last + 1 < len(words) and words[run.last + 1].joined and words[run.last + 1].key not in surnames()
    if goes_on and words[at].key in surnames():  # *Chủ tịch UBND xã Trần Phú Thử*
        return None
    known = type_word.level in levels or (type_word.level == "city" and levels & {"province", "district"})
    if not known and goes_on:
        return _unknown_mention(page, words, at, typed)
    if known or type_word.level in ("commune", "district", "village"):
        kind: Kind = "village" if type_word.level == "village" else "unit"
        return _mention(page, start, run, kind=kind, type_word=type_word), run.last + 1
    if run.key in names_abroad():
        return _mention(page, start, run, kind="abroad"), run.last + 1
    if run.key in former_provinces():
        return _mention(page, start, run, type_word=type_word), run.last + 1
    return _unknown_mention(page, words, at, typed)


def _unknown_mention(
    page: Page, words: list[Word], at: int, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name that no list knows: a unit dissolved long ago, a village, a city abroad, a misspelling."""
    start, type_word = typed
    written = page.text[start : words[at].start].rstrip()
    first = words[at].key
    if (cut := _glued_name(page, words, at, type_word)) is not None:
        return _mention(page, start, cut, type_word=type_word), cut.last + 1
    if written.endswith(".") or (written in _INITIALS and type_word.level != "city"):  # *P. Nguyễn*, *TT Giáo dục*
        return None
    last = at
    while last + 1 < len(words) and words[last + 1].joined and last - at < 3:
        person_next = last + 2 < len(words) and words[last + 2].joined
        if words[last + 1].key in surnames() and person_next and last > at:
            break
        last += 1
    name = page.text[words[at].start : words[last].end]
    run = NamedRun(at, last, words[at].start, words[last].end, name_key(name))
    if (first in surnames() and last > at + 1) or name.isupper():
        return None  # *Chủ tịch UBND xã Trần Văn Mẫu*, *xã NTM*
    if type_word.level in ("province", "city", "abroad"):
        meant = _mistyped_province(run.key) if last == at + 1 else None
        if meant is not None:
            return _mention(page, start, run, key=meant, type_word=type_word), last + 1
        foreign = any(looks_foreign(word.key) for word in words[at : last + 1])
        if not foreign or (type_word.level == "abroad" and not written.islower()):
            return None
        return _mention(page, start, run, kind="abroad"), last + 1
    runs_on = regex.match(r" \p{Ll}", page.text, pos=run.end) is not None and last == at
    if runs_on and (first in surnames() or len(first) < 3 or type_word.word in _SHORT_VILLAGE):
        return None  # *bản Di chúc*, *làng Đại học*
    if any(_SURELY_FOREIGN.search(word.key) for word in words[at : last + 1]):
        return _mention(page, start, run, kind="abroad"), last + 1
    kind: Kind = "village" if type_word.level == "village" else "unit"
    return _mention(page, start, run, kind=kind, type_word=type_word), last + 1


def _next_village(page: Page, words: list[Word], at: int, found: list[PlaceMention]) -> PlaceMention | None:
    """The mention of a village that goes on a list: *tại các thôn Rục, Vè, Tiến Hóa*."""
    last = found[-1] if found else None
    if last is None or last.kind != "village" or not _LIST_GAP.fullmatch(page.text, last.end, words[at].start):
        return None
    opened = last.type is None or _MANY.search(page.lower, max(0, last.start - 10), last.start)
    end = at
    while end + 1 < len(words) and words[end + 1].joined and end - at < 2:
        end += 1
    name = page.text[words[at].start : words[end].end]
    levels = {unit.level for unit in written_names().get(name_key(name), ())}
    if not opened or name.isupper() or levels & {"province", "district"}:
        return None
    run = NamedRun(at, end, words[at].start, words[end].end, name_key(name))
    return _mention(page, run.start, run, kind="village")


def _glued_name(page: Page, words: list[Word], at: int, type_word: TypeWord) -> NamedRun | None:
    """The known name whose last word has lost the blank after it: *thị trấn Cái Rồngvà*, *Thành phố Hà Nộixây*."""
    last = at
    while last + 1 < len(words) and words[last + 1].joined and last - at < 3:
        last += 1
    head = page.text[words[at].start : words[last].start]
    word = page.text[words[last].start : words[last].end]
    for size in range(len(word) - 2, 1, -1):
        key = name_key(head + word[:size])
        if any(type_word.fits(unit) or unit.level == type_word.level for unit in written_names().get(key, ())):
            return NamedRun(at, last, words[at].start, words[last].start + size, key)
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


def _mention(
    page: Page,
    start: int,
    run: NamedRun,
    *,
    kind: Kind = "unit",
    type_word: TypeWord | None = None,
    key: str | None = None,
) -> PlaceMention:
    end, key = run.end, key or run.key
    if kind == "abroad" and is_country(key) and (form := _STATE_FORM.search(page.text, max(0, start - 19), start)):
        start = form.start()  # the type word of a country: *Vương quốc Campuchia*
    if kind == "village" and (number := _VILLAGE_NUMBER.match(page.lower, end)):
        end, key = number.end(), key + number[0]
    return PlaceMention(start, end, page.text[run.start : end], key, kind, type_word, is_old(page, end))


def _numbered_units(page: Page) -> Iterator[PlaceMention]:
    """*Quận 1*, *phường 5, 6 và 7*, *tổ dân phố số 3*: each number is a unit of its own."""
    for match in _NUMBERED.finditer(page.lower):
        written = match["type"] or match["short"]
        type_word = type_words().get(written) or type_words()[f"{written}."]
        kind: Kind = "village" if type_word.level == "village" else "unit"
        if match["number"].isalpha() and not page.text[match.start("number")].isupper():
            continue
        start = match.start("type") if match["type"] else match.start("short")
        spans = [(start, match.end("number"), match["number"].removeprefix("số "))]
        if match["plural"]:
            offset = match.start("more")
            spans += [(offset + m.start(), offset + m.end(), m[0]) for m in _NUMBER.finditer(match["more"])]
        for start, end, number in spans:
            if type_word.level != "village" and not (number.isdigit() and int(number) <= _MOST_NUMBERED):
                continue  # *P.106b* is a room
            name = f"{type_word.word.capitalize()} {number.lstrip('0').upper()}"
            yield PlaceMention(start, end, name, name_key(name), kind, type_word, is_old(page, end))


@functools.cache
def _region_names() -> tuple[str, ...]:
    return tuple(sorted((row["name"].lower() for row in read_table("regions")), key=len, reverse=True))


def _regions(page: Page) -> list[PlaceMention]:
    """The named regions: *miền Trung*, *đồng bằng sông Cửu Long*; the longest name at each place."""
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
    """Whether the name goes on at either side: *Đại học Tây Bắc*, *Đông Bắc Giang*, *châu Á - Thái Bình Dương*."""
    if _UNION.search(page.lower, max(0, start - 16), start):
        return True
    if context_before(page, start) == "name" or _COMPASS.search(page.lower, max(0, start - 12), start):
        return True
    return regex.match(r"(?: [-–])? \p{Lu}\p{Ll}", page.text[end : end + 5]) is not None
