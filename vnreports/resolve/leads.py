"""The lines that lead a list: *Mục tiêu đến năm 2030 như sau:*, and below it items or the rows of a table."""

import bisect
from collections.abc import Iterator

import msgspec

from vnreports.rules import Pattern, find_strings

_MARKER = Pattern(
    r"\s*(?:(?P<digit>\(?\d{1,2}[.)])|(?P<letter>\(?[a-zđ]\))|(?P<dash>[-–•*])|(?P<plus>\+))\s*", plain=True
)
_LEVELS = ("digit", "letter", "dash", "plus")  # a list of pluses stands inside an item of a list of dashes


class Leads(msgspec.Struct, frozen=True):
    """The lists of a page in text order: where the items of each begin and end, and where the colon of its lead is."""

    starts: list[int]
    ends: list[int]
    colons: list[int]

    def colon_over(self, offset: int) -> int | None:
        """The offset of the colon that leads the list in which `offset` stands, or None."""
        at = bisect.bisect_right(self.starts, offset) - 1
        return self.colons[at] if at >= 0 and offset < self.ends[at] else None


def find_leads(lower: str) -> Leads:
    r"""The lists of a text, each the lines right under one that ends in a colon, up to one that is no item.

    >>> find_leads("Mục tiêu:\n- Thu 5 tỷ.\n- Xây 2 cầu.\nXã họp.")
    Leads(starts=[10], ends=[34], colons=[8])
    """
    starts: list[int] = []
    ends: list[int] = []
    colons: list[int] = []
    for colon in find_strings(lower, (":\n",)):
        if ends and colon < ends[-1]:
            continue  # a list inside an item
        end = max((end for _, _, end in item_lines(lower, colon + 1)), default=0)
        if end > colon + 1:
            starts.append(colon + 2)
            ends.append(end)
            colons.append(colon)
    return Leads(starts, ends, colons)


def item_lines(lower: str, start: int) -> Iterator[tuple[int | None, int, int]]:
    """The items of a list and the rows of a table in the lines after the line's end at `start`.

    Each with its level (None for a row), where its text begins and where it ends; up to the first line that is neither,
    or to an item of the list around this one.
    """
    outer: int | None = None
    while start < len(lower):
        end = lower.find("\n", start + 1)
        end = len(lower) if end < 0 else end
        if lower[start:end].strip():
            marker = _MARKER.match(lower, start + 1, end)
            if marker is None and lower.find("|", start, end) < 0:
                return
            level = None if marker is None else _LEVELS.index(marker.lastgroup or "")
            if level is not None:
                outer = level if outer is None else outer
                if level < outer:
                    return
            yield level, start + 1 if marker is None else marker.end(), end
        start = end
