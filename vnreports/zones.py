"""The zones of a page: what each stretch of it is for; and the headers, with outlet and date, that open a report.

Everything here reads the folded text. Headers, credits, bylines and source lines are *silent*: they are read for the
document record and give no other record. Credits and bylines have modules of their own.
"""

import datetime
import re
from typing import Literal

import msgspec
import regex

from vnreports.lexicon import read_table
from vnreports.rules import Pattern, find_strings

ZoneKind = Literal["header", "title", "caption", "credit", "byline", "source"]
SILENT: frozenset[ZoneKind] = frozenset({"header", "credit", "byline", "source"})

OUTLETS = {row["word"].lower(): row["publisher"] for row in read_table("outlets")}

_DATED = Pattern(
    r"\s*(?P<zone>date\ (?P<date>\d{4}-\d\d-\d\d)\ *(?:\((?P<outlet>[^()\n]{2,40})\)\ *)?[-–—]?)",
    regex.VERBOSE,
    plain=True,
)
# *(BĐ) -*, *TTO -*, *VOV.VN -*, *Baoquocte.vn.*: at the head of a line, then the report goes on
_LED = Pattern(
    r"\ *(?P<zone>(?:\((?P<inside>\p{L}[^()\n]{1,39})\)\ *[-–—:]+"
    r"|(?P<bare>(?:\p{L}|&)++(?:[. ](?:\p{L}|&)++){0,2})\ *(?:[-–—]+|\.))\ )\ *(?=\S)",
    regex.VERBOSE,
    plain=True,
)
_TITLE_END = 300  # characters in which a title ends
_HEAD = 1500  # characters in which a report's head is looked for
_CLOCK = r"\d{1,2}\ *[:h]\ *\d\d(?::\d\d)?(?:\ *[ap]m)?"
_LABEL = (
    r"(?:(?:ngày\ giờ|giờ|thời\ gian|ngày)\ đăng(?:\ (?:bài|tin))?(?:\ viết)?(?:\ gốc)?|đăng\ lúc|ngày\ xuất\ bản"
    r"|xuất\ bản|cập\ nhật(?:\ lúc|\ ngày)?|thời\ gian|ngày)"
)
DATELINE = Pattern(
    rf"(?P<label>{_LABEL}\ *:?)?[\ ,|]*(?:{_CLOCK}[\ ,|–-]+(?=thứ|chủ))?(?:(?P<weekday>thứ\ \w+|chủ\ nhật)[\ ,|-]*)?"
    rf"(?:ngày\ )?(?:{_CLOCK}[\ ,|–-]*)?(?:ngày\ )?"
    rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})"
    rf"(?:[\ ,|–-]*(?:lúc\ )?(?P<clock>{_CLOCK}))?[\ ,|–-]*(?:\(?gmt\ *\+?\ *7\)?)?",
    regex.VERBOSE,
    plain=True,
)
_HEAD_LINES = 5
_AUTHOR = Pattern(rf"(?:\p{{L}}+\ ){{2,5}}(?={_CLOCK}[\ ,|–-]+\d)", plain=True)  # NGUYỄN MẪU 07:42, 03/04/2024
_SECTION = Pattern(
    r"\s*|(?<=[|–-])\ ?[^\d\n]{2,30}|(?<=[|–-]\ )[^\d\n]{2,30}", plain=True
)  # Thứ Sáu, 22/11/2024 | Chính trị
CAPITAL = regex.compile(r"[\p{Lu}\p{N}]")
INITIALS = regex.compile(r"(?:\p{Lu}\p{Ll}?\.)+\p{Lu}?\.?|\p{Lu}\.")


class Zone(msgspec.Struct, frozen=True):
    """A stretch of the page with one purpose; `value` is what it says (the credited name, the byline's author)."""

    kind: ZoneKind
    start: int
    end: int
    value: str | None = None


def find_headers(text: str, lower: str) -> tuple[list[Zone], datetime.date | None]:
    """The header zones, with the publication date that one of them states.

    >>> find_headers("date 2025-09-11 (VTC News) -", "date 2025-09-11 (vtc news) -")[1]
    datetime.date(2025, 9, 11)
    """
    zones: list[Zone] = []
    published: datetime.date | None = None
    dated = _DATED.match(text) or _DATED.match(text, text.find("\ndate ", 0, _TITLE_END) + 1)
    if dated:
        published = _read_day(*dated["date"].split("-"))
        zones.append(Zone("header", dated.start("zone"), dated.end("zone"), dated["outlet"]))
    starts = [0, *(offset + 1 for offset in find_strings(text[:_HEAD], ("\n",)))]
    for led in filter(None, (_LED.match(text, start, _HEAD) for start in starts)):
        outlet = led["inside"] or led["bare"]
        if outlet.lower() in OUTLETS or (led["inside"] and _is_outlet(outlet)) or is_domain(outlet):
            zones.append(Zone("header", led.start("zone"), led.end("zone"), outlet))
            break
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", lower)]
    for number, (start, end) in enumerate(lines):
        if not (number < _HEAD_LINES or number >= len(lines) - 3):
            continue
        clock = number < _HEAD_LINES and lower.find(":", start, end) >= 0
        author = _AUTHOR.match(lower, start, end) if clock else None
        dateline = DATELINE.match(lower, author.end() if author else start, end)
        if dateline is None:
            continue
        alone = _SECTION.fullmatch(lower, dateline.end(), end) is not None
        if (alone and (number < _HEAD_LINES or dateline["label"])) or (dateline["weekday"] and dateline["clock"]):
            day = _read_day(dateline["year"], dateline["month"], dateline["day"])
            published = published or day
            zones.append(Zone("header", dateline.start(), dateline.end()))
    return sorted(zones, key=lambda zone: zone.start), published


def _is_outlet(string: str) -> bool:
    """Whether a word in brackets at the head of a report looks like an outlet: *BĐ*, *Báo Thử*, not *ông Mẫu nói*."""
    return all(CAPITAL.match(word) for word in string.split()) and len(string.split()) <= 4 and not string.isdigit()


def is_domain(string: str) -> bool:
    """Whether the string is the name of a site: *mau.gov.vn*."""
    return re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)", string.lower()) is not None


def _read_day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
