"""The lines that lead a list: *Mục tiêu đến năm 2030 như sau:*, *2. Dự kiến quy mô*, and below them items or rows."""

from collections.abc import Iterator

import msgspec

from vnreports.rules import Pattern, find_strings

_MARKER = Pattern(
    r"\s*(?:(?P<digit>\(?\d{1,2}[.)])|(?P<letter>\(?[a-zđ]\))|(?P<dash>[-–•*])|(?P<plus>\+))\s*", plain=True
)
_LEVELS = ("digit", "letter", "dash", "plus")  # a list of pluses stands inside an item of a list of dashes


# 2. Dự kiến quy mô dự án ⏎ a) …: a heading without a colon
_HEADING = Pattern(
    r"\n\s*(?:\(?\d{1,2}[.)]\s*|\(?[a-zđ]\)\s*)?"
    r"(?:mục\ tiêu|dự\ kiến|tầm\ nhìn|phương\ hướng|đề\ xuất)(?!\w)[^.;:\n]{0,140}"
    r"(?=\n\s*(?:\(?\d{1,2}[.)]|\(?[a-zđ]\)|[-–•*+]))"
)


class Leads(msgspec.Struct, frozen=True):
    """The lists of a page: where the items of each begin and end, and where the line that leads it ends."""

    lists: list[tuple[int, int, int]]

    def over(self, offset: int) -> list[int]:
        """Where the lines end that lead the lists in which `offset` stands."""
        return [lead for start, end, lead in self.lists if start <= offset < end]


def find_leads(lower: str) -> Leads:
    r"""The lists of a text, each the lines right under a heading or a colon, up to one that is no item.

    >>> find_leads("Mục tiêu:\n- Thu 5 tỷ.\n- Xây 2 cầu.\nXã họp.")
    Leads(lists=[(10, 34, 8)])
    """
    leads = find_strings(lower, (":\n",))
    leads += [heading.end() - 1 for heading in _HEADING.finditer(lower)]
    lists: list[tuple[int, int, int]] = []
    for lead in leads:
        end = max((end for _, _, end in item_lines(lower, lead + 1)), default=0)
        if end > lead + 1:
            lists.append((lead + 2, end, lead))
    return Leads(lists)


def item_lines(lower: str, start: int) -> Iterator[tuple[int | None, int, int]]:
    """The items of a list and the rows of a table in the lines after the line's end at `start`.

    Each with its level (None for a row), where its text begins and where it ends; up to the first line that is neither,
    or to an item of the list around this one.
    """
    outer: int | None = None
    starred = lower.startswith("*", lower.rfind("\n", 0, start) + 1)
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
                if level < outer and (starred or not lower.startswith("*", start + 1)):
                    return
                level = max(level, outer)  # a star under a list of pluses stands inside one of its items
            yield level, start + 1 if marker is None else marker.end(), end
        start = end
