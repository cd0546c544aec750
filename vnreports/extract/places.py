"""Where places stand in a report.

A name with its type word is a mention; provinces, countries and regions stand alone; the name of a district or commune
without type word needs support in the report (see `place_support`).
"""

import bisect
import functools
import re
from collections.abc import Iterator

import msgspec

from vnreports.extract.bare_names import COMPASS, stands_alone
from vnreports.extract.place_contexts import context_before, type_before
from vnreports.extract.place_names import (
    Kind,
    NamedRun,
    PlaceMention,
    Word,
    bare_level,
    capitalised_words,
    is_country,
    is_old,
    levels_named,
    longest_name,
    name_beginnings,
    place_mention,
)
from vnreports.extract.place_regions import find_regions
from vnreports.extract.place_support import supported
from vnreports.extract.place_unlisted import SHORT_VILLAGE, next_village, unlisted_mention
from vnreports.lexicon import read_table
from vnreports.normalize.names import surnames
from vnreports.normalize.places import TypeWord, former_provinces, names_abroad, type_words, written_names
from vnreports.page import Page
from vnreports.register import name_key
from vnreports.rules import Pattern, find_strings
from vnreports.syllables import with_syllables

_SEVERAL = r"(?:các|những|hai|ba|bốn|năm|sáu|\d)"
_NUMBERED_TYPE = "quận|phường|tổ dân phố|khu phố|thôn|ấp|khóm|xóm|tdp|kp"
# the syllables with which they open, and where a number may follow: the whole pattern is tried only there
NUMBERED_OPENERS = frozenset({"q", "p", "tổ", *(word.split()[0] for word in _NUMBERED_TYPE.split("|"))})
_MAYBE_NUMBERED = re.compile(rf"(?:{_NUMBERED_TYPE}|tổ|q|p)(?:[ ]|\.[ ]?)(?:số[ ])?(?:\d|[ivx]{{1,5}}\b)")
_NUMBERED = re.compile(
    rf"(?<![^\W_])(?:(?P<plural>{_SEVERAL}[ ])?"
    rf"(?P<type>{_NUMBERED_TYPE}"
    r"|tổ(?=[ ]\d{1,3}[a-z]?,?[ ](?:phường|xã|thị trấn|khu phố|ấp|thôn|khóm)\b))[ ]|(?P<short>tdp|kp|q|p)\.[ ]?)"
    r"(?P<number>(?:số[ ])?(?:\d{1,3}[a-z]?|[ivx]{1,5})\b(?![.,/]\d|[ ]?%|[ ](?:năm|tháng|ngày|lần|tỷ|triệu)\b))"
    r"(?P<more>(?:(?:,[ ]|[ ]và[ ]|,[ ]và[ ])\d{1,2}[a-z]?\b(?![.,/]\d|[ ]?%))*)"
)
_PLURAL = re.compile(rf"(?<![^\W_]){_SEVERAL} $")
_MOST_NUMBERED = 30  # the highest number of a ward was 28 (quận Bình Thạnh)
_NUMBER = re.compile(r"\d{1,2}[a-z]?")
_MERGER = re.compile(
    r"sắp xếp,? (?:toàn bộ|nguyên trạng|một phần|phần)[^.\n]{10,900}? thành (?=xã|phường|đặc khu|tỉnh|thành phố)"
)
_GOES_ON = re.compile(r"\s*[-–—]\s*| ")
_DASHED = re.compile(r"\s*[-–—]\s*")
_GROUP = TypeWord("tổ", "village")  # *tổ 5, phường Mẫu*
_VIET_BEFORE = Pattern(r"(?<!\w)(?P<viet>Việt)\ ?[-–]\ ?$")
_VIET_AFTER = Pattern(r"\ ?[-–]\ ?(?P<viet>Việt)(?!\w|\ Nam)")


def find_place_mentions(page: Page) -> list[PlaceMention]:
    """The place mentions of the page in text order.

    >>> from vnreports.page import read_page
    >>> page = read_page("Sở Y tế Huế đến các xã Phú Mỹ, Phú Hồ và chợ Huế.")
    >>> [mention.name for mention in find_place_mentions(page)]
    ['Huế', 'Phú Mỹ', 'Phú Hồ']
    """
    words = capitalised_words(page)
    sure: list[PlaceMention] = [*_numbered_units(page), *find_regions(page, words), *_countries_in_phrases(page)]
    weak: list[PlaceMention] = []
    taken = {offset for mention in sure for offset in range(mention.start, mention.end)}
    used = since = refused = 0
    context = None
    beginnings = name_beginnings()
    for at, word in enumerate(words):
        start = word.start
        if at < used or start in taken:
            continue
        run = longest_name(page, words, at) if word.key in beginnings else None
        typed = type_before(page, start) if word.typed else None
        found = _typed_mention(page, words, at, run, typed) if typed is not None else None
        if found is not None:
            mention, used = found
            sure.append(mention)
            since, context = mention.end, None
            continue
        if sure and sure[-1].kind == "village" and (village := next_village(page, words, at, sure[-1])) is not None:
            sure.append(village)
            used = at + 1 if run is None else run.last + 1
            since = village.end
            continue
        if run is None:
            continue
        level = bare_level(run.key)
        if level is None:
            used = run.last + 1
            continue
        if not _DASHED.fullmatch(page.text, since, run.start):  # *đường bay Hà Nội - Đà Nẵng* keeps its context
            context = context_before(page, run.start, since=since)
        abroad = level == "abroad"
        # *Năm hữu nghị Việt Nam - Lào*: where the first is part of a name, so is the other
        goes_on = refused and _GOES_ON.fullmatch(page.text, refused, run.start)
        if not goes_on and stands_alone(page, words, run, abroad=abroad, context=context, since=since):
            mention = place_mention(page, run.start, run, kind="abroad" if abroad else "unit")
            (weak if level in ("district", "commune") else sure).append(mention)
            used = run.last + 1
            since = run.end
        else:
            used = run.last + 1  # no name begins inside a refused one: *Lễ hội Buôn Ma Thuột*
            since = run.end if context == "name" else since
            refused = 0 if run.key in COMPASS else run.end  # *miền Đông Ukraine*
    sure += _short_for_viet_nam(page, sure)
    return _merged(page, supported(page, _heard(page, sure), _heard(page, weak)))


@functools.cache
def _phrases_of_countries() -> dict[str, frozenset[str]]:
    """The names of countries with *và* or, if long, a small word at their end; in lower case, the longest first."""
    names = [row["name"].split() for table in ("countries", "country_names") for row in read_table(table)]
    phrases = {" ".join(name).lower() for name in names if "và" in name or (len(name) > 2 and name[-1].islower())}
    return with_syllables(sorted(phrases, key=len, reverse=True))


def _countries_in_phrases(page: Page) -> Iterator[PlaceMention]:
    """*các Tiểu vương quốc Ả Rập Thống nhất*, *Bosnia và Herzegovina*: names that no run of capitals holds."""
    end = 0
    names = page.syllables.among(_phrases_of_countries())
    for start in find_strings(page.lower, names):
        name = next(name for name in names if page.lower.startswith(name, start))
        written = page.text[start : start + len(name)]
        if start >= end and not written.islower() and not page.text[start - 1 : start].isalpha():
            end = start + len(name)
            yield PlaceMention(start, end, written, name_key(name), "abroad")


def _short_for_viet_nam(page: Page, mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    """*Việt* beside the name of another country: *hợp tác Việt - Nga*, *quan hệ Mỹ - Việt*."""
    if "Việt" not in page.text.replace("Việt Nam", ""):
        return
    for mention in mentions:
        if mention.kind != "abroad":
            continue
        beside = _VIET_BEFORE.search(page.text, max(0, mention.start - 8), mention.start)
        beside = beside or _VIET_AFTER.match(page.text, mention.end)
        if beside is not None:
            start, end = beside.span("viet")
            yield PlaceMention(start, end, "Việt Nam", name_key("Việt Nam"), "abroad")


def _heard(page: Page, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions outside the zones that give no records."""
    return [mention for mention in mentions if not page.is_silent(mention.start, mention.end)]


def _merged(page: Page, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, those in a merger marked as old: *Sắp xếp toàn bộ xã Mẫu và xã Thử thành xã mới …*."""
    if "sắp xếp" not in page.lower:
        return mentions
    merged = list(mentions)
    starts = [mention.start for mention in mentions]
    for match in _MERGER.finditer(page.lower):
        for at in range(bisect.bisect_right(starts, match.start()), bisect.bisect_left(starts, match.end())):
            if merged[at].kind == "unit":
                merged[at] = msgspec.structs.replace(merged[at], old=True)
    return merged


def _typed_mention(
    page: Page, words: list[Word], at: int, run: NamedRun | None, typed: tuple[int, TypeWord]
) -> tuple[PlaceMention, int] | None:
    """The mention of a name after its type word, with the index of the word after it; None where none is meant."""
    start, type_word = typed
    if run is None:
        return unlisted_mention(page, words, at, typed)
    units = written_names().get(run.key, ())
    levels = levels_named(run.key)
    if type_word.level in ("commune", "district") and levels == {"province"}:
        return None  # *các xã, phường TPHCM*: the province's name alone
    if not units and run.key in names_abroad() and type_word.level not in ("province", "city", "abroad"):
        if is_country(run.key) and run.last + 1 < len(words) and words[run.last + 1].joined:
            return unlisted_mention(page, words, at, typed)  # *xã Đức Yên*
        return None if is_country(run.key) else (place_mention(page, start, run, kind="abroad"), run.last + 1)
    if type_word.level == "village" and "province" in levels and type_word.word in SHORT_VILLAGE:
        return None
    goes_on = run.last + 1 < len(words) and words[run.last + 1].joined and words[run.last + 1].key not in surnames()
    if goes_on and words[at].key in surnames():  # *Chủ tịch UBND xã Trần Phú Thử*
        return None
    known = type_word.level in levels or (type_word.level == "city" and levels & {"province", "district"})
    city_abroad = run.key in names_abroad() and type_word.level in ("province", "city", "abroad")
    if not known and goes_on and not city_abroad:  # *thành phố London Mary Mẫu*
        return unlisted_mention(page, words, at, typed)
    if known or type_word.level in ("commune", "district", "village"):
        kind: Kind = "village" if type_word.level == "village" else "unit"
        return place_mention(page, start, run, kind=kind, type_word=type_word), run.last + 1
    if run.key in names_abroad():
        return place_mention(page, start, run, kind="abroad"), run.last + 1
    if run.key in former_provinces():
        return place_mention(page, start, run, type_word=type_word), run.last + 1
    return unlisted_mention(page, words, at, typed)


def _numbered(page: Page) -> Iterator[re.Match[str]]:
    """The matches of type words with a number, without overlaps."""
    lower, starts, end = page.lower, page.syllables.starts, 0
    for index in page.syllables.positions(NUMBERED_OPENERS):
        start = starts[index]
        if start >= end and _MAYBE_NUMBERED.match(lower, start):
            plural = _PLURAL.search(lower, max(end, start - 7), start)
            match = _NUMBERED.match(lower, plural.start() if plural else start)
            if match is not None:
                end = match.end()
                yield match


def _numbered_units(page: Page) -> Iterator[PlaceMention]:
    """*Quận 1*, *phường 5, 6 và 7*, *tổ dân phố số 3*: each number is a unit of its own."""
    for match in _numbered(page):
        written = match["type"] or match["short"]
        type_word = type_words().get(written) or type_words().get(f"{written}.") or _GROUP
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
