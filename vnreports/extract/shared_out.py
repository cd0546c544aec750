"""Bare numbers that share an amount out among places: *98 ngôi nhà (Điện Biên 82, Lào Cai 3 và Trà Vinh 13)*."""

from vnreports.rules import Pattern

_TYPE = r"(?:(?:[Tt]hành\ phố|TP\.?|[Tt]hị\ xã|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh)\ )?"
_NAME = rf"{_TYPE}(?P<name>\p{{Lu}}\p{{L}}*(?:(?:\ -\ |[\ -])\p{{Lu}}\p{{L}}*){{0,4}}):?\ "
_OPENED = Pattern(rf"(?:\(|[;,]\ |:\ |\ và\ |gồm\ ){_NAME}$")
_NEXT = Pattern(rf"(?:[,;]|\ và)\ {_NAME}\d")
_LAST = Pattern(rf"(?P<last>\p{{Lu}}[\p{{L}}\ ]*?):?\ [\d.,]*\d(?:[,;]|\ và)\ {_NAME}$")
_REACH = 60


def is_shared_out(text: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) follows a name in a list of names with a number each.

    >>> is_shared_out("98 ngôi nhà (Điện Biên 82, Lào Cai 16)", 23, 25)
    True
    """
    led_by = max(0, start - _REACH)
    if not text.startswith((",", ";", ")", " và ", "."), end):
        return False
    opened = _OPENED.search(text, led_by, start)
    if opened is None:
        return False
    following, last = _NEXT.match(text, end), _LAST.search(text, led_by, start)
    if following is not None and following["name"] != opened["name"]:
        return last is None or not last["last"].endswith(opened["name"])
    return last is not None and not last["last"].endswith(opened["name"])  # not Sơn Kim 1 và Sơn Kim 2


def is_in_closed_bracket(lower: str, end: int, before: int) -> bool:
    """Whether what ends at `end` stands in a bracket that is closed before another offset.

    >>> is_in_closed_bracket("9 (4 nam, 5 nữ), gồm 3", 8, 21)
    True
    """
    closing = lower.find(")", end, before)
    return closing >= 0 and lower.find("(", end, closing) < 0
