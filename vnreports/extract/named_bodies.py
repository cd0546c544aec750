"""Bodies that the report names where an office leaves its own out: *Sở Nội vụ … Phó Giám đốc Sở Lê Văn Mẫu*."""

import collections
from collections.abc import Iterator

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.bodies import Body, read_body
from vnreports.normalize.jurisdictions import Places
from vnreports.page import Page

HEADED_OTHERWISE = tuple(row["opening"] for row in read_table("headed_otherwise"))
_HEAD = 200  # characters of a headline and what stands right under it


def body_in_head(page: Page, noun: str, places: Places) -> Body | None:
    """The first body with this noun that the head of the report names."""
    return next(_named(page, _HEAD, noun, places), None)


def last_body(page: Page, at: int, noun: str, places: Places) -> Body | None:
    """The body with this noun that the report named last before an offset."""
    named = collections.deque(_named(page, at, noun, places), maxlen=1)
    return named[0] if named else None


def _named(page: Page, at: int, noun: str, places: Places) -> Iterator[Body]:
    """The bodies with this noun that the report names before an offset."""
    syllables, opening = page.syllables, noun.split()
    for first in syllables.capitals:
        after = first + len(opening)
        if syllables.starts[first] >= at:
            return
        if syllables.lower[first:after] != opening or not "".join(syllables.written[after : after + 1])[:1].isupper():
            continue
        body = read_body(syllables, first, places)
        name = (body.name or "").lower()
        whole = len(name) > len(noun) and not name.startswith(HEADED_OTHERWISE)
        if whole and not body.abroad:
            written = body.name or ""
            yield msgspec.structs.replace(body, name=written.capitalize()) if written.isupper() else body
