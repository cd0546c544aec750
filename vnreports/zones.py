"""The zones of a page: which stretch is the outlet's header, a caption, a photo credit, the byline, the source line.

Everything here reads the folded text. Headers, credits, bylines and source lines are *silent*: they are read for the
document record and give no other record.
"""

import dataclasses
import datetime
import re
from collections.abc import Sequence
from typing import Literal

import regex

from vnreports.lexicon import read_table

ZoneKind = Literal["header", "title", "caption", "credit", "byline", "source"]
SILENT: frozenset[ZoneKind] = frozenset({"header", "credit", "byline", "source"})

OUTLETS = {row["word"].lower(): row["publisher"] for row in read_table("outlets")}
_OPENERS = frozenset(row["word"] for row in read_table("sentence_openers"))

_DATED = regex.compile(
    r"\s*(?P<zone>date\ (?P<date>\d{4}-\d\d-\d\d)\ *(?:\((?P<outlet>[^()\n]{2,40})\)\ *)?[-–—]?)", regex.VERBOSE
)
# *(BĐ) -*, *TTO -*, *VOV.VN -*, *Baoquocte.vn.*: at the head of a line, then the report goes on
_LED = regex.compile(
    r"^\ *(?P<zone>(?:\((?P<inside>\p{L}[^()\n]{1,39})\)\ *[-–—:]+"
    r"|(?P<bare>[\p{L}&]+(?:[. ][\p{L}&]+){0,2})\ *(?:[-–—]+|\.))\ )\ *(?=\S)",
    regex.VERBOSE | regex.MULTILINE,
)
_CLOCK = r"\d{1,2}\ *[:h]\ *\d\d(?::\d\d)?(?:\ *[ap]m)?"
_LABEL = (
    r"(?:giờ\ đăng|thời\ gian\ đăng(?:\ bài\ viết\ gốc)?|ngày\ đăng|đăng\ lúc|ngày\ xuất\ bản"
    r"|xuất\ bản|cập\ nhật(?:\ lúc|\ ngày)?|thời\ gian|ngày)"
)
_DATELINE = regex.compile(
    rf"(?P<label>{_LABEL}\ *:?)?[\ ,|]*(?:(?P<weekday>thứ\ \w+|chủ\ nhật)[\ ,|-]*)?(?:ngày\ )?(?:{_CLOCK}[\ ,|–-]*)?(?:ngày\ )?"
    rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})"
    rf"(?:[\ ,|–-]*(?:lúc\ )?(?P<clock>{_CLOCK}))?[\ ,|–-]*(?:\(?gmt\ *\+?\ *7\)?)?",
    regex.VERBOSE,
)

_MARK = re.compile(r"nguồn ảnh|ảnh|nguồn|đồ họa")
_CREDIT = regex.compile(
    r"(?:nguồn\ ảnh|ảnh(?:\ (?:minh\ họa|tư\ liệu|internet|chụp))?|đồ\ họa|(?P<source>nguồn))\ *:\ *"
    r"|(?P<nameless>ảnh\ (?:(?:chụp|cắt)\ (?:từ|màn)\ \w+(?:\ \w+)?|do\ [\w\ ]{2,30}?\ cung\ cấp|minh\ họa|tư\ liệu"
    r"|ctv|nvcc|internet|\d{1,2}(?=\.?$)))(?=[\ .)\]]|$)",
    regex.VERBOSE | regex.MULTILINE,
)
_TOKEN = regex.compile(
    r"(?P<gap>\ ?[/–—-]\ ?|\ )?(?P<word>\p{Lu}[\p{L}\p{N}&'’+]*(?:[.-](?=\p{L})[\p{L}\p{N}]+)*"
    r"|[a-z0-9-]+(?:\.[a-z]{2,})+)(?P<dot>\.)?"
)
_RUNNING = re.compile(r"[.!?…:;,] |\d/\d")  # signs of running text
_CAPITAL = regex.compile(r"[\p{Lu}\p{N}]")
_NAME_WORD = regex.compile(r"\p{Lu}[\p{L}.'’]*(?:-\p{L}+)?")
_INITIALS = regex.compile(r"(?:\p{Lu}\p{Ll}?\.)+\p{Lu}?\.?|\p{Lu}\.")


@dataclasses.dataclass(frozen=True, slots=True)
class Zone:
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
    dated = _DATED.match(text)
    if dated:
        published = _read_day(*dated["date"].split("-"))
        zones.append(Zone("header", dated.start("zone"), dated.end("zone"), dated["outlet"]))
    for led in _LED.finditer(text, 0, min(len(text), 1500)):
        outlet = led["inside"] or led["bare"]
        if outlet.lower() in OUTLETS or (led["inside"] and _is_outlet(outlet)) or _is_domain(outlet):
            zones.append(Zone("header", led.start("zone"), led.end("zone"), outlet))
            break
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", lower)]
    for number, (start, end) in enumerate(lines):
        if not (number < 5 or number >= len(lines) - 3):
            continue
        dateline = _DATELINE.match(lower, start, end)
        if dateline is None:
            continue
        alone = not lower[dateline.end() : end].strip()
        if (alone and (number < 5 or dateline["label"])) or (dateline["weekday"] and dateline["clock"]):
            day = _read_day(dateline["year"], dateline["month"], dateline["day"])
            published = published or day
            zones.append(Zone("header", start, dateline.end()))
    return sorted(zones, key=lambda zone: zone.start), published


def _is_outlet(string: str) -> bool:
    """Whether a word in brackets at the head of a report looks like an outlet: *BĐ*, *Báo Thử*, not *ông Mẫu nói*."""
    return all(_CAPITAL.match(word) for word in string.split()) and len(string.split()) <= 4 and not string.isdigit()


def _is_domain(string: str) -> bool:
    return re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)", string.lower()) is not None


def _read_day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def find_credits(text: str, lower: str) -> list[Zone]:
    """The photo credits, each with the credited name where it gives one.

    >>> text = "Hội nghị sáng nay. Ảnh: Mẫu Thử Chiều 4/7, xã họp."
    >>> [(text[zone.start:zone.end], zone.value) for zone in find_credits(text, text.lower())]
    [('Ảnh: Mẫu Thử', 'Mẫu Thử')]
    """
    zones: list[Zone] = []
    for mark in _MARK.finditer(lower):
        credit = _CREDIT.match(lower, mark.start())
        before = text[max(0, mark.start() - 3) : mark.start()].rstrip(" ")
        opened = before.endswith(("(", "["))
        if credit is None or (credit["source"] and not opened):
            continue
        if not opened and not text[mark.start()].isupper() and not before.endswith((".", "-", "–", "\n")):
            continue  # *Trong ảnh: …*, *chùm ảnh: …*
        end, value = credit.end(), None
        if not credit["nameless"]:
            end, value = _read_credit(text, end, closed=opened)
            if value is None:
                continue
        while end < len(text) and text[end] in ").]":
            end += 1
        start = text.rfind(before[-1], 0, mark.start()) if opened else mark.start()
        zones.append(Zone("credit", start, end, value))
    return zones


def _read_credit(text: str, start: int, *, closed: bool) -> tuple[int, str | None]:
    """The end and the value of the name credited at `start`: up to a bracket, the line's end or the next sentence."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    if closed:
        bracket = min((at for at in (text.find(")", start), text.find("]", start)) if at >= 0), default=-1)
        if 0 <= bracket < line_end:
            name = text[start:bracket].strip()
            return bracket, name if _is_credited(name) else None
    rest = text[start:line_end].strip()
    if _is_credited(rest.rstrip(".")):
        return line_end, rest if _INITIALS.fullmatch(rest) else rest.rstrip(". ")
    end = _name_end(text, start, line_end)
    name = text[start:end].strip()
    return end, (name if _INITIALS.fullmatch(name) else name.rstrip(". ")) or None


def _is_credited(name: str) -> bool:
    """Whether the whole string is a credited name: *Viết Mẫu*, *VGP/Thử Mẫu*, *Bộ Công an*, *mau.gov.vn*."""
    words = name.replace("/", " ").split()
    if not 1 <= len(words) <= 7 or not (_CAPITAL.match(name) or _is_domain(name)) or _RUNNING.search(name):
        return False
    return len(words) <= 3 or sum(1 for word in words if _CAPITAL.match(word)) >= len(words) - 2


def _name_end(text: str, start: int, limit: int) -> int:
    """Where a name ends when the next sentence runs on after it without a stop."""
    ends: list[int] = []
    words: list[str] = []
    position = start
    agency_next = False
    while (token := _TOKEN.match(text, position, limit)) is not None:
        gap, word = (token["gap"] or ""), token["word"]
        sliced = gap.strip() != ""
        if words and not sliced and word.lower() in _OPENERS:
            return ends[-1]
        if words and not sliced and agency_next:
            return ends[-1]
        if words and not sliced and _is_shout(words[-1]) and not _is_shout(word):
            return ends[-1]
        agency_next = sliced and (word.lower() in OUTLETS or _is_shout(word))
        words.append(word)
        ends.append(token.end("word"))
        position = token.end()
        if token["dot"] and not _INITIALS.fullmatch(word + "."):
            return position
    if not words:
        return start
    runs_on = position < limit and len(words) > 1 and not agency_next
    return ends[min(len(words) - 1 - runs_on, 3)]


def _is_shout(word: str) -> bool:
    """Whether the word is all capitals (*TN*, *REUTERS*, *D.H*) or a domain."""
    return len(word) > 1 and (word.isupper() or _is_domain(word))


def find_captions(text: str, credits: Sequence[Zone], sentences: Sequence[tuple[int, int]]) -> list[Zone]:
    """The captions: what stands before a photo credit in its sentence or line, and lines that occur twice."""
    zones: list[Zone] = []
    for credit in credits:
        before = [span for span in sentences if span[0] < credit.start][-1:]
        for start, end in before:
            if "\n" not in text[start : credit.start]:
                zones.append(Zone("caption", start, min(end, credit.start)))
    lines: dict[str, list[int]] = {}
    for match in re.finditer(r"[^\n]+", text):
        line = match[0].strip()
        if len(line) > 25:
            lines.setdefault(line, []).append(match.start() + len(match[0]) - len(match[0].lstrip()))
    taken = {zone.start for zone in zones}
    zones += [
        Zone("caption", start, start + len(line))
        for line, starts in lines.items()
        if len(starts) > 1
        for start in starts
        if start not in taken
    ]
    return sorted(zones, key=lambda zone: zone.start)


_SOURCE = regex.compile(
    r"\(?\s*(?:nguồn|source)(?:\ [\p{L}\d.]+){0,3}\s*:|https?://"
    # *Theo Báo Mẫu*, *Theo An Mẫu/Dân trí*; *Theo đó, xã làm.* goes on in small letters
    r"|(?P<after>\(?\s*(?:tổng\ hợp\ )?theo\ )(?=(?-i:\p{Lu}))(?!.*[,.]$)",
    regex.VERBOSE | regex.IGNORECASE,
)
_BYLINE_LABEL = regex.compile(
    r"(?:(?:tác\ giả|thực\ hiện|bài\ và\ ảnh|bài,\ ảnh|tin,\ ảnh|tin\ và\ ảnh|bài|tin)\ *:\ *"
    r"|(?=(?:phóng\ viên|pv|ctv|nhóm\ pv)\b))",
    regex.VERBOSE,
)
_REPORTER = regex.compile(r"(?:phóng viên|nhóm phóng viên|nhóm pv|pv|ctv)\b(?: (?!tại|từ)[^\s(]+){0,3}")
_SUFFIX = regex.compile(r"\s*(?:\((?:[^()]*)\)|[-–—]|(?<=\p{L}\ )(?:tổng hợp|lược dịch|ghi|t/h))\s*$", regex.IGNORECASE)
_OFFICE = regex.compile(
    r"(?:tm|kt|tl|tuq)\.|\(?đã ký\)?"
    r"|.*\b(?:thủ tướng|chủ tịch|bộ trưởng|bí thư|giám đốc|tổng bí thư|thứ trưởng|trưởng ban)\W*"
)


def find_endings(text: str, lower: str, sentences: Sequence[tuple[int, int]]) -> list[Zone]:
    r"""The byline and the source lines at the end of a report.

    >>> text = "Xã đã họp./. Nguyễn Thử/VOV\nTheo Báo Mẫu"
    >>> [(zone.kind, zone.value) for zone in find_endings(text, text.lower(), [(0, 12), (13, 27), (28, 40)])]
    [('byline', 'Nguyễn Thử'), ('source', None)]
    """
    zones: list[Zone] = []
    for index in range(len(sentences) - 1, max(len(sentences) - 6, 0), -1):
        start, end = sentences[index]
        part = lower[start:end]
        alone = text[sentences[index - 1][1] : start].count("\n") > 0
        if _is_source(text[start:end]):
            zones.append(Zone("source", start, end))
            continue
        label = _BYLINE_LABEL.match(part)
        name = _read_byline(text[start + (label.end() if label else 0) : end])
        signed = alone and _OFFICE.fullmatch(lower, sentences[index - 1][0], sentences[index - 1][1])
        if name is not None and not signed:
            zones.append(Zone("byline", start, end, name or None))
            continue
        if index < len(sentences) - 1 or not alone or not _DATELINE.fullmatch(part):
            break
    return zones[::-1]


def _is_source(string: str) -> bool:
    """Whether the string is a source line: *Nguồn: …*, *Theo Báo Mẫu*, *(Theo Cổng TTĐT Chính phủ)*."""
    source = _SOURCE.match(string)
    words = string.split()
    if source is None or len(words) > 12:
        return False
    return source["after"] is None or 2 * sum(1 for word in words if _CAPITAL.match(word)) >= len(words)


def _read_byline(string: str) -> str | None:
    """The author of a byline, '' where only an outlet signs it, None where the string is no byline."""
    reporter = _REPORTER.match(string.lower())
    if reporter:
        return string[: reporter.end()].strip(" ,./")
    while (suffix := _SUFFIX.search(string)) is not None and suffix.start():
        string = string[: suffix.start()]
    parts = [part.strip() for part in string.split("/")]
    names = [part for part in parts if part.lower() not in OUTLETS and not _is_agency(part)]
    if len(names) > 1 or not string.strip():
        return None
    if not names:
        return ""
    words = [
        word for word in regex.split(r"\s+|(?<=\p{L})\s*[-–—]\s*|\s[-–—]\s", names[0]) if word and word not in "-–—"
    ]
    if (
        not 1 <= len(words) <= 8
        or words == ["Nguồn"]
        or not all(_NAME_WORD.fullmatch(word.rstrip(",")) for word in words)
    ):
        return None
    if len(words) > 4 and not regex.search(r"[-–—,]", names[0]):
        return None
    return names[0].rstrip(", ") if _INITIALS.search(words[-1]) else names[0].rstrip("., ")


def _is_agency(string: str) -> bool:
    """Whether a part of a byline names an outlet: *VOV-Trung tâm Tin*, *VOV.VN*."""
    return _is_domain(string) or re.split(r"[-\s]", string.lower())[0] in OUTLETS
