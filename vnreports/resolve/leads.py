"""The lines that lead a list: *Mục tiêu đến năm 2030 như sau:*, and below it items or the rows of a table."""

import bisect

import msgspec
import regex

from vnreports.rules import Pattern, find_strings

MARKER = Pattern(
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
        end = _items_end(lower, colon + 1)
        if end > colon + 1:
            starts.append(colon + 2)
            ends.append(end)
            colons.append(colon)
    return Leads(starts, ends, colons)


def item_level(marker: "regex.Match[str]") -> int:
    """How deep the lists stand whose items open with a marker."""
    return _LEVELS.index(marker.lastgroup or "")


def _items_end(lower: str, start: int) -> int:
    """Where the last of the items ends that stand in the lines from `start` on; `start` where none does."""
    end = start
    level: int | None = None
    while start < len(lower):
        line_end = lower.find("\n", start + 1)
        line_end = len(lower) if line_end < 0 else line_end
        if lower[start:line_end].strip():
            marker = MARKER.match(lower, start + 1, line_end)
            if marker is None and lower.find("|", start, line_end) < 0:
                return end
            if marker is not None:
                level = item_level(marker) if level is None else level
                if item_level(marker) < level:
                    return end
            end = line_end
        start = line_end
    return end
