"""The page: a report as it is read, with its zones, quotations and sentences.

Offsets are those of the folded text (see `vnreports.text`). A zone tells what a stretch of the page is for: the header
line of the outlet, the title, a caption, a photo credit, the byline, the source line. Headers, credits, bylines and
source lines are silent: they are read for the document record and give no other record.
"""

import bisect
import dataclasses
import datetime
import functools
import re

from vnreports.bylines import find_endings
from vnreports.credits import find_captions, find_credits
from vnreports.rules import find_strings
from vnreports.sentences import find_sentences
from vnreports.syllables import Syllables, split_syllables
from vnreports.text import Folded, fold
from vnreports.zones import SILENT, Zone, ZoneKind, find_headers

__all__ = ["SILENT", "Page", "Zone", "ZoneKind", "find_quotes", "read_page"]

_LINE = re.compile(r"\S[^\n]*")
_BREADCRUMBS = re.compile(r"(?:Trang chủ|Home)\b(?! của).{0,80}$")  # *Trang chủ / Kinh tế* above the title


@dataclasses.dataclass(frozen=True)
class Page:
    """A report's folded text with its zones, quotations, sentences (all sorted by offset) and publication date."""

    folded: Folded
    zones: tuple[Zone, ...]
    quotes: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    title: str | None
    published: datetime.date | None
    published_in_text: bool = False

    @functools.cached_property
    def text(self) -> str:
        """The folded text, capitals as written."""
        return self.folded.text

    @functools.cached_property
    def lower(self) -> str:
        """The folded text in lower case, of the same length."""
        return self.folded.lower

    @functools.cached_property
    def syllables(self) -> Syllables:
        """The syllables and signs of the folded text."""
        return split_syllables(self.text)

    @functools.cached_property
    def silent(self) -> tuple[tuple[int, int], ...]:
        """The stretches that give no records, merged and sorted."""
        merged: list[tuple[int, int]] = []
        for zone in self.zones:
            if zone.kind in SILENT:
                if merged and zone.start <= merged[-1][1]:
                    merged[-1] = (merged[-1][0], max(zone.end, merged[-1][1]))
                else:
                    merged.append((zone.start, zone.end))
        return tuple(merged)

    def is_silent(self, start: int, end: int) -> bool:
        """Whether the span touches a zone that gives no records."""
        index = bisect.bisect_left(self.silent, (end,)) - 1
        return index >= 0 and self.silent[index][1] > start

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`; where none does, the last one before it."""
        index = bisect.bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.text))

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds `offset` (its marks included), or None."""
        index = bisect.bisect_right(self.quotes, (offset, len(self.text) + 1)) - 1
        return self.quotes[index] if index >= 0 and offset < self.quotes[index][1] else None


def read_page(source: str, *, title: str | None = None, published: datetime.date | None = None) -> Page:
    r"""The page of a report; `title` and `published` are what the caller knows, else they are read from the text.

    >>> page = read_page("date 2025-09-11 (VTC News) -\n\nNgày 11/9, xã họp. Ảnh: Mẫu Thử")
    >>> page.published.isoformat(), [(zone.kind, zone.value) for zone in page.zones]
    ('2025-09-11', [('header', 'VTC News'), ('caption', None), ('credit', 'Mẫu Thử')])
    """
    folded = fold(source)
    text, lower = folded.text, folded.lower
    headers, stated = find_headers(text, lower)
    credits = find_credits(text, lower)
    breaks = [zone.end for zone in (*headers, *credits)]
    sentences = find_sentences(text, breaks=breaks)
    zones = [*headers, *credits, *find_captions(text, credits, sentences), *find_endings(text, lower, sentences)]
    headline = _find_title(text, headers, sentences, given=title)
    if headline:
        zones.append(headline)
        title = title or headline.value
    return Page(
        folded,
        tuple(sorted(zones, key=lambda zone: (zone.start, -zone.end))),
        tuple(find_quotes(text)),
        tuple(sentences),
        title,
        published or stated,
        published is None and stated is not None,
    )


def _find_title(text: str, headers: list[Zone], sentences: list[tuple[int, int]], *, given: str | None) -> Zone | None:
    """The zone of the title: the line that repeats the given one, else the first line where it reads like a title."""
    dated = headers[0].end if headers and text[headers[0].start : headers[0].end].startswith("date ") else 0
    first = _LINE.search(text, dated)
    while first is not None and _BREADCRUMBS.match(first[0]):
        first = _LINE.search(text, first.end())
    if first is None or not text[first.end() :].strip():
        return None
    line = first[0].strip()
    zone = Zone("title", first.start(), first.start() + len(line), given or line)
    if given is not None:
        return zone if line == fold(given).text.strip() else None
    led = any(zone.start <= first.start() < zone.end for zone in headers)
    inside = sum(1 for start, end in sentences if first.start() <= start < first.end())
    if led or len(line) > 250 or (line[-1] in ".:;," and not line.endswith("...")) or (inside > 2):
        return None
    return zone


def find_quotes(text: str) -> list[tuple[int, int]]:
    r"""The quotations as (start, end), marks included; one that is never closed ends with its paragraph.

    >>> text = 'Ông nói: “Xã họp.\n\n“Xã "điểm" bàn”. “Được”, bà đáp: “Vâng" và "thế thôi'
    >>> [text[start:end] for start, end in find_quotes(text)]
    ['“Xã họp.', '“Xã "điểm" bàn”', '“Được”', '“Vâng"', '"thế thôi']
    """
    quotes: list[tuple[int, int]] = []
    opened: int | None = None
    inner = False
    for at in find_strings(text, '“”"'):
        mark = text[at]
        if opened is not None:
            straight, line_end = text[opened] == '"', text.find("\n", opened, at)
            if line_end >= 0 and (straight or mark == "“"):
                quotes.append((opened, line_end))
            elif mark == "”" or (mark == '"' and (straight or not (inner or text[at - 1].isspace()))):
                quotes.append((opened, at + 1))
                opened = None
                continue
            else:
                inner = mark == '"' and not inner
                continue
        opened, inner = at if mark in '“"' else None, False
    if opened is not None:
        line_end = text.find("\n", opened)
        quotes.append((opened, line_end if line_end >= 0 else len(text.rstrip())))
    return quotes
