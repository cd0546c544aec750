"""The page: a report as it is read, with its zones, quotations and sentences.

Offsets are those of the folded text (see `vnreports.text`). A zone tells what a stretch of the page is for: the header
line of the outlet, the title, a caption, a photo credit, the byline, the source line. Headers, credits, bylines and
source lines are silent: they are read for the document record and give no other record.
"""

import bisect
import dataclasses
import datetime
from typing import Literal

import regex

from vnreports.text import Folded, fold

ZoneKind = Literal["header", "title", "caption", "credit", "byline", "source"]
_SENTENCE = regex.compile(r"\S(?:[^\n]*?)(?:[.!?…](?=\s+[\p{Lu}“\"\d]|\s*\n|$)|(?=\n|$))")
SILENT: frozenset[ZoneKind] = frozenset({"header", "credit", "byline", "source"})


@dataclasses.dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the page with one purpose; `value` is what it says (the credited name, the byline's author)."""

    kind: ZoneKind
    start: int
    end: int
    value: str | None = None


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

    @property
    def text(self) -> str:
        """The folded text, capitals as written."""
        return self.folded.text

    @property
    def lower(self) -> str:
        """The folded text in lower case, of the same length."""
        return self.folded.lower

    def is_silent(self, start: int, end: int) -> bool:
        """Whether the span touches a zone that gives no records."""
        return any(zone.kind in SILENT and zone.start < end and start < zone.end for zone in self.zones)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`; where none does, the last one before it."""
        index = bisect.bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.text))

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds `offset` (its marks included), or None."""
        return next(((start, end) for start, end in self.quotes if start <= offset < end), None)


def read_page(source: str, *, title: str | None = None, published: datetime.date | None = None) -> Page:
    """The page of a report; `title` and `published` are what the caller knows, else they are read from the text."""
    folded = fold(source)
    sentences = tuple(match.span() for match in _SENTENCE.finditer(folded.text))
    first = folded.text.strip().split("\n")[0].strip() or None
    return Page(folded, (), (), sentences, title or first, published)
