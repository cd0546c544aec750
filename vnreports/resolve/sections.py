"""The head of a section: a short line that opens with a place, which the paragraphs under it are about."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from vnreports.rules import Pattern

Named = TypeVar("Named")

_LONGEST = 90  # characters of a head
_LEADS = Pattern(
    r"\s*(?:(?:\d{1,2}|[ivx]{1,4})[.)]\ *|[-–•*+]\ *)?(?:(?:tại|ở|về)\ )?(?:tỉnh\ |thành\ phố\ |tp\.?\ ?)?", plain=True
)


def head_above(lower: str, named: Sequence[tuple[int, Named]], at: int) -> Named | None:
    r"""What the nearest head above the line of `at` names, of the places that begin at the given offsets, or None.

    >>> head_above("mở đầu.\nlào cai: khách tăng\nđón 5 khách.\ntỉnh có 3 xã.", [(8, "Lào Cai")], 45)
    'Lào Cai'
    """
    line = lower.rfind("\n", 0, at) + 1
    for start, name in reversed(named):
        if start >= line:
            continue
        opening = lower.rfind("\n", 0, start) + 1
        end = lower.find("\n", start)
        is_head = opening > 0 and end - opening < _LONGEST and not lower[opening:end].rstrip().endswith((".", ";", ","))
        if is_head and _LEADS.fullmatch(lower, opening, start):
            return name
    return None


def before_in_line(named: Iterable[tuple[int, Named]], line: int, at: int) -> Named | None:
    """The last of the places named in [line, at), or None."""
    last = [name for start, name in named if line <= start < at]
    return last[-1] if last else None
