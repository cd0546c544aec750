"""Whether a list says that its parts are all there are."""

import functools
import re
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from vnreports.check.figures import Figures
from vnreports.check.intervals import interval_of
from vnreports.lexicon import read_table
from vnreports.resolve.kinds import head_of

_REST = re.compile(r"(?<!\w)(?:còn lại|còn thiếu|khác)(?!\w)|(?<!\w)còn (?:gần |khoảng |hơn )?$")
_REST_AFTER = re.compile(r"[^.,;()\n]{0,40}(?<!\w)còn lại(?!\w)")
_REST_WITHOUT_NUMBER = re.compile(r"(?<!\w)(?:còn lại|cùng|ngoài ra|khác|v\.v)(?!\w)|\.\.\.|…")
_END_OF_ITEM = re.compile(r"[;)\n]|\.\s|,\s")
_AND = re.compile(r"(?<!\w)và(?!\w)")
_DETAIL = re.compile(r"(?:,|;| \() ?(?:bao gồm|gồm|trong đó|riêng)(?!\w)")
_MAINLY = re.compile(r"(?<!\w)(?:chủ yếu|nhiều nhất|nhất là|đặc biệt|như|điển hình|đáng chú ý)(?!\w)")
_ADMINISTRATIVE = frozenset({"đơn", "xã", "phường", "đặc", "thị", "tỉnh", "thành", "huyện", "quận"})
_BEFORE_PART, _AFTER_PART = 40, 60
_BEFORE, _AFTER = re.compile(r"[,;.()\n\d]"), re.compile(r"[,;.()\n]")


class Partition(msgspec.Struct, frozen=True):
    """A known way of parting a whole: the words of its parts, longest first; `whole` where they are all there is.

    `telling` is the longest of the required words, which few texts have.
    """

    required: frozenset[str]
    telling: str
    words: tuple[str, ...]
    whole: bool


@functools.cache
def partitions() -> tuple[Partition, ...]:
    """The known ways of parting a whole.

    >>> any({"nam", "nữ"} == partition.required for partition in partitions())
    True
    """
    return tuple(_read_partition(row) for row in read_table("partitions"))


def _read_partition(row: dict[str, str]) -> Partition:
    required = frozenset(row["parts"].split(";"))
    words = required.union(filter(None, row["optional"].split(";")))
    ordered = sorted(words, key=len, reverse=True)
    return Partition(required, max(sorted(required), key=len), tuple(ordered), row["kind"] == "whole")


def partition_of(figures: Figures, parts: Sequence[int]) -> Partition | None:
    """The partition that the words at the parts make, one part each."""
    first, last = figures.claims[parts[0]], figures.claims[parts[-1]]
    around = " ".join(figures.page.lower[max(0, first.start - _BEFORE_PART) : last.end + _AFTER_PART].split())
    known = [
        partition
        for partition in partitions()
        if partition.telling in around and all(word in around for word in partition.required)
    ]
    phrases = [_phrases(figures, position) for position in parts] if known else []
    for partition in known:
        found: set[str] = set()
        for phrase in phrases:
            word = next((word for word in partition.words if word in phrase), None)
            if word is None or word in found:
                break
            found.add(word)
        else:
            if partition.required <= found:
                return partition
    return None


def _phrases(figures: Figures, position: int) -> frozenset[str]:
    """The words, and up to four in a row, right before and after a part."""
    claim = figures.claims[position]
    after = _AFTER.split(figures.page.lower[claim.end : claim.end + _AFTER_PART], maxsplit=1)[0]
    before = _BEFORE.split(figures.page.lower[max(0, claim.start - _BEFORE_PART) : claim.start])[-1]
    phrases: set[str] = set()
    for words in (before.split(), after.split()[:8]):
        for length in (1, 2, 3, 4):
            phrases |= {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return frozenset(phrases)


def is_closed(figures: Figures, whole: int, parts: Sequence[int], *, until: int, says_all: bool) -> bool:
    """Whether the words say that these parts, in a list that ends at `until`, are all there are.

    They do with *còn lại* or *khác* at the last part, with shares that make a hundred, in a list after *gồm* whose
    last part follows *và* or ends the list, and in any list of one unit whose last part does both.
    """
    led = figures.between(parts[-2], parts[-1])
    remaining = _after_item(figures, parts[-1], until)
    if _REST.search(led) or _REST_AFTER.match(remaining) or _shares_make_it(figures, whole, parts):
        return True
    if _REST_WITHOUT_NUMBER.search(remaining):
        return False
    joined = _AND.search(led) is not None
    ends_here = not remaining[len(_END_OF_ITEM.split(remaining, maxsplit=1)[0]) :].strip(' .;)”"')
    if says_all:
        return joined or ends_here
    # *trong đó 375 ý kiến … và 2.526 ý kiến ….*: of 900 articles, not one such list left anything out
    mainly = _MAINLY.search(figures.between(whole, parts[0]))
    return joined and ends_here and not mainly and _are_of_one_unit(figures, (whole, *parts))


def _after_item(figures: Figures, last: int, until: int) -> str:
    """The words after the last part and its noun phrase, up to where a clause goes into detail."""
    claim = figures.claims[last]
    words = figures.page.lower[claim.end : until]
    phrase = " " + (claim.what or "").lower()
    if words.startswith(phrase):
        words = words[len(phrase) :]
    return _DETAIL.split(words, maxsplit=1)[0]


def _are_of_one_unit(figures: Figures, positions: Sequence[int]) -> bool:
    """Whether the figures count one thing; the kinds of administrative units are one."""
    heads = {head_of(figures.claims[position]) for position in positions}
    return len(heads - {"người"}) <= 1 or heads <= _ADMINISTRATIVE


def _shares_make_it(figures: Figures, whole: int, parts: Sequence[int]) -> bool:
    """Whether each part has its percentage, and these make a hundred, or the percentage of the whole."""
    low = high = Fraction(0)
    for position in parts:
        share = figures.share_of(figures.claims[position])
        interval = None if share is None else interval_of(share)
        if interval is None or interval.low is None or interval.high is None:
            return False
        low, high = low + interval.low, high + interval.high
    of_whole = figures.share_of(figures.claims[whole])
    hundred = Fraction(100) if of_whole is None else Fraction(of_whole.value or 100)
    return low <= hundred <= high or low <= 100 <= high
