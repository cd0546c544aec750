"""How a report ends: the byline and the source lines."""

import re
from collections.abc import Iterable, Sequence

import regex

from vnreports.lexicon import one_of, read_table
from vnreports.rules import Pattern
from vnreports.zones import CAPITAL, DATELINE, INITIALS, OUTLETS, Zone, is_domain

_NAME_WORD = Pattern(r"\p{Lu}[\p{L}.'’]*(?:-\p{L}+)?")
_SOURCE = Pattern(
    r"\(?\s*(?:nguồn|source|link)(?:\ [\p{L}\d.]+){0,3}\s*:|https?://"
    # *Theo Báo Mẫu*, *Theo An Mẫu/Dân trí*; *Theo đó, xã làm.* goes on in small letters
    r"|(?P<after>\(?\s*(?:tổng\ hợp\ )?theo\ )(?=(?-i:\p{Lu}))(?!.*[,.]$)",
    regex.VERBOSE | regex.IGNORECASE,
)
_BYLINE_LABEL = Pattern(
    r"(?:(?:tác\ giả|thực\ hiện|bài\ và\ ảnh|bài,\ ảnh|tin,\ ảnh|tin\ và\ ảnh|bài|tin)\ *:\ *"
    r"|(?=(?:phóng\ viên|pv|ctv|nhóm\ pv)\b))",
    regex.VERBOSE,
    plain=True,
)
_REPORTER = Pattern(r"(?:phóng viên|nhóm phóng viên|nhóm pv|pv|ctv)\b(?!\s*:)(?: (?!tại|từ)[^\s(]+){0,3}", plain=True)
_AFTER_SPEECH = Pattern(
    rf"[\p{{Ll}}”] {one_of(row['verb'] for row in read_table('speech_verbs'))}"
    r" (?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})$"
)  # *…”, ông Mẫu nói Minh Thử*: the last stop is lost
_GLUED = Pattern(
    r"(?:[.!?…]”?|”\.?)(?P<name>\p{Lu}\p{Ll}+(?:\ \p{Lu}\p{Ll}+){1,2})$"  # *xử lý nghiêm”.Minh Thử*
    r"|[.!?…]”?(?:Bài|Tin)(?:,|\ và)\ ảnh:\ (?P<name>\p{Lu}\p{Ll}+(?:\ \p{Lu}\p{Ll}+){1,2})$"
    r"|\p{L}\ \p{Lu}\.\ (?P<name>\p{Lu}\p{Ll}+(?:\ \p{Lu}\p{Ll}+){1,2})$"  # *Đông Nam Á. Minh Thử*: no initial
)
_COMPILED = Pattern(
    r"(?<=[.!?”…)] )(?!Theo |Nguồn |Ảnh |Tổng )(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3})"
    r" \((?:[Tt]heo|[Tt]ổng hợp|[Ll]ược dịch)(?: [^()\n]{2,40})?\)"
)  # *Cẩm Thử (Theo BBC)* may stand inside, where the page goes on
_GLUED_SOURCE = Pattern(r"(?<=\p{Ll})Theo\ \p{Lu}.*$")  # *Minh MẫuTheo Thử*
_CREDITED = Pattern(r"[Tt]heo (?=\p{Lu})(?P<name>[^/(]+)[/(]")
_KEYWORDS = Pattern(r"(?:từ khóa|tags?|chủ đề|xem thêm) ?:")
_SUFFIX = Pattern(
    r"\s*(?:\((?:[^()]*)\)|[-–—]|(?<=\p{L}\ )(?:tổng hợp|lược dịch|thực hiện|ghi|t/h))\s*$", regex.IGNORECASE
)
_SUFFIXES = (")", "-", "–", "—", "tổng hợp", "lược dịch", "thực hiện", "ghi", "t/h")
_OFFICE = Pattern(
    r"(?:tm|kt|tl|tuq)\.|\(?đã ký\)?"
    r"|.*\b(?:thủ tướng|chủ tịch|bộ trưởng|bí thư|giám đốc|tổng bí thư|thứ trưởng|trưởng ban)\W*",
    plain=True,
)


def find_endings(text: str, lower: str, sentences: Sequence[tuple[int, int]]) -> list[Zone]:
    r"""The byline and the source lines at the end of a report.

    >>> text = "Xã đã họp./. Nguyễn Thử/VOV\nTheo Báo Mẫu"
    >>> [(zone.kind, zone.value) for zone in find_endings(text, text.lower(), [(0, 12), (13, 27), (28, 40)])]
    [('byline', 'Nguyễn Thử'), ('source', None)]
    """
    zones = [Zone("byline", match.start(), match.end(), match["name"]) for match in _find_compiled(text, lower)]
    if sentences and (spoken := _find_spoken(text, *sentences[-1])) is not None:
        return [*zones, Zone("byline", spoken.start("name"), spoken.end("name"), spoken["name"])]
    endings: list[Zone] = []
    for index in range(len(sentences) - 1, max(len(sentences) - 6, 0), -1):
        start, end = sentences[index]
        part = lower[start:end]
        alone = text[sentences[index - 1][1] : start].count("\n") > 0
        if any(zone.start < end and start < zone.end for zone in zones):
            continue
        if alone and _KEYWORDS.match(part):
            continue
        credited = _CREDITED.match(text, start, end)
        author = _read_byline(text[credited.start("name") : end].removesuffix(".")) if credited else None
        if author:
            endings.append(Zone("byline", start, end, author))
            continue
        if _is_source(text[start:end]):
            endings.append(Zone("source", start, end))
            continue
        label = _BYLINE_LABEL.match(part)
        name = _read_byline(text[start + (label.end() if label else 0) : end])
        signed = alone and _OFFICE.fullmatch(lower, sentences[index - 1][0], sentences[index - 1][1])
        if name is not None and not signed:
            endings.append(Zone("byline", start, end, name or None))
            continue
        if index < len(sentences) - 1 or not alone or not DATELINE.fullmatch(part):
            break
    return [*zones, *endings[::-1]]


def _find_compiled(text: str, lower: str) -> Iterable["regex.Match[str]"]:
    """The bylines inside a page; most pages have no such brackets."""
    bracketed = "(theo" in lower or "(tổng hợp" in lower or "(lược dịch" in lower
    return _COMPILED.finditer(text) if bracketed else ()


def _find_spoken(text: str, start: int, end: int) -> "regex.Match[str] | None":
    """The name that the last sentence ends with, after a speech or where its own stop has lost the blank."""
    if not text[end - 1].islower():
        return None
    return _AFTER_SPEECH.search(text, start, end) or _GLUED.search(text, start, end)


def _is_source(string: str) -> bool:
    """Whether the string is a source line: *Nguồn: …*, *Theo Báo Mẫu*, *(Theo Cổng TTĐT Chính phủ)*."""
    source = _SOURCE.match(string)
    words = string.split()
    if source is None or len(words) > 12:
        return False
    return source["after"] is None or 2 * sum(1 for word in words if CAPITAL.match(word)) >= len(words)


def _read_byline(string: str) -> str | None:
    """The author of a byline, '' where only an outlet signs it, None where the string is no byline."""
    reporter = _REPORTER.match(string.lower())
    if reporter:
        return string[: reporter.end()].strip(" ,./")
    glued = _GLUED_SOURCE.search(string) if "Theo " in string else None
    string = string[: glued.start()] if glued else string
    while string.rstrip().lower().endswith(_SUFFIXES) and (suffix := _SUFFIX.search(string)) and suffix.start():
        string = string[: suffix.start()]
    parts = [part.strip() for part in string.split("/")]
    names = [part for part in parts if part.lower() not in OUTLETS and not _is_agency(part)]
    if len(names) > 1 or not string.strip():
        return None
    if not names:
        return ""
    if sum(map(str.isalpha, names[0].split())) > 8:  # a sentence, as most reports end
        return None
    words = [word for word in regex.split(r"(?<=\p{L})\s*[-–—]\s*|\s+", names[0]) if word and word not in "-–—"]
    if (
        not 1 <= len(words) <= 8
        or words[0] in ("Ảnh", "Nguồn")
        or not all(_NAME_WORD.fullmatch(word.rstrip(",")) for word in words)
    ):
        return None
    if len(words) > 4 and not regex.search(r"[-–—,]", names[0]):
        return None
    return names[0].rstrip(", ") if INITIALS.search(words[-1]) else names[0].rstrip("., ")


def _is_agency(string: str) -> bool:
    """Whether a part of a byline names an outlet: *VOV-Trung tâm Tin*, *Báo Tin Tức*."""
    name = string.lower().removeprefix("báo ")
    if name in OUTLETS or is_domain(string):
        return True
    words = string.split()  # *VOV-Trung tâm Tin*; but *VOV đưa tin về 25 hộ nghèo*
    return len(words) < 6 and "đưa" not in words and re.split(r"[-\s]", name, maxsplit=1)[0] in OUTLETS
