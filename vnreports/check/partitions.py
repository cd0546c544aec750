"""Whether a list says that its parts are all there are."""

import dataclasses
import functools
from collections.abc import Sequence
from fractions import Fraction

import regex

from vnreports.check.figures import Figures
from vnreports.check.intervals import interval_of
from vnreports.lexicon import read_table

_REST = regex.compile(r"(?<!\w)(?:còn lại|còn thiếu|khác)(?!\w)")
_REST_AFTER = regex.compile(r"[^.,;()\n]{0,40}(?<!\w)còn lại(?!\w)")
_REST_WITHOUT_NUMBER = regex.compile(r"(?<!\w)(?:còn lại|cùng|ngoài ra|khác|v\.v)(?!\w)|\.\.\.|…")
_END_OF_ITEM = regex.compile(r"[;)\n]|\.\s|,\s")
_AND = regex.compile(r"(?<!\w)và(?!\w)")
_BEFORE, _AFTER = regex.compile(r"[,;.()\n\d]"), regex.compile(r"[,;.()\n]")


@dataclasses.dataclass(frozen=True, slots=True)
class Partition:
    """A known way of parting a whole: the words of its parts; `whole` where they are all there is."""

    required: frozenset[str]
    optional: frozenset[str]
    whole: bool


@functools.cache
def partitions() -> tuple[Partition, ...]:
    """The known ways of parting a whole.

    >>> any({"nam", "nữ"} == partition.required for partition in partitions())
    True
    """
    return tuple(
        Partition(
            frozenset(row["parts"].split(";")),
            frozenset(filter(None, row["optional"].split(";"))),
            row["kind"] == "whole",
        )
        for row in read_table("partitions")
    )


def partition_of(figures: Figures, parts: Sequence[int]) -> Partition | None:
    """The partition that the words at the parts make, one part each."""
    phrases = [_phrases(figures, position) for position in parts]
    for partition in partitions():
        words = sorted(partition.required | partition.optional, key=len, reverse=True)
        found = [next((word for word in words if word in phrase), None) for phrase in phrases]
        if None not in found and len(set(found)) == len(found) and partition.required <= set(found):
            return partition
    return None


def _phrases(figures: Figures, position: int) -> frozenset[str]:
    """The words, and up to four in a row, right before and after a part."""
    claim = figures.claims[position]
    after = _AFTER.split(figures.page.lower[claim.end : claim.end + 60], maxsplit=1)[0]
    before = _BEFORE.split(figures.page.lower[max(0, claim.start - 40) : claim.start])[-1]
    phrases: set[str] = set()
    for words in (before.split(), after.split()[:8]):
        for length in (1, 2, 3, 4):
            phrases |= {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return frozenset(phrases)


def is_closed(figures: Figures, parts: Sequence[int], *, until: int, says_all: bool) -> bool:
    """Whether the words say that these parts, in a list that ends at `until`, are all there are.

    They do with *còn lại* or *khác* at the last part, with shares that make a hundred, and in a list after *gồm* whose
    last part follows *và* or ends the list.
    """
    last = figures.claims[parts[-1]]
    led = figures.between(parts[-2], parts[-1])
    remaining = figures.page.lower[last.end : until]
    if _REST.search(led) or _REST_AFTER.match(remaining) or _shares_make_hundred(figures, parts):
        return True
    if not says_all or _REST_WITHOUT_NUMBER.search(remaining):
        return False
    ends_here = not _END_OF_ITEM.sub(" ", remaining[len(_END_OF_ITEM.split(remaining, maxsplit=1)[0]) :]).strip(' .”"')
    return ends_here or _AND.search(led) is not None


def _shares_make_hundred(figures: Figures, parts: Sequence[int]) -> bool:
    """Whether each part has its percentage, and these make a hundred."""
    low = high = Fraction(0)
    for position in parts:
        share = figures.share_of(figures.claims[position])
        interval = None if share is None else interval_of(share)
        if interval is None or interval.low is None or interval.high is None:
            return False
        low, high = low + interval.low, high + interval.high
    return low <= 100 <= high
