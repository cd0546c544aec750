"""Bare numbers that share an amount out among places: *98 ngôi nhà (Điện Biên 82, Lào Cai 3 và Trà Vinh 13)*."""

from vnreports.rules import Pattern

_TYPE = r"(?:(?:[Cc]ác\ )?(?:[Tt]hành\ phố|TP\.?|[Tt]hị\ xã|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh)\ )?"
_NAME = rf"{_TYPE}(?P<name>\p{{Lu}}\p{{L}}*(?:(?:\ -\ |[\ -])\p{{Lu}}\p{{L}}*){{0,4}}):?\ "
_OPENED = Pattern(rf"(?:\(|[;,]\ |:\ |\ và\ |gồm\ ){_NAME}$")
_NEXT = Pattern(rf"(?:[,;]|\ và)\ {_NAME}\d")
_LAST = Pattern(rf"(?P<last>\p{{Lu}}[\p{{L}}\ ]*?):?\ [\d.,]*\d(?:[,;]|\ và)\ {_NAME}$")
_REACH = 60


def read_sharer(text: str, start: int, end: int) -> str | None:
    """The name before the number at [start, end) in a list of names with a number each, or None.

    >>> read_sharer("98 ngôi nhà (Điện Biên 82, Lào Cai 16)", 23, 25)
    'Điện Biên'
    """
    word = text.rfind(" ", 0, start - 1) + 1
    word += text.startswith("(", word)
    if not text[word : word + 1].isupper() or not text.startswith((",", ";", ")", " và ", "."), end):
        return None  # most numbers
    led_by = max(0, start - _REACH)
    opened = _OPENED.search(text, led_by, start)
    if opened is None:
        return None
    following, last = _NEXT.match(text, end), _LAST.search(text, led_by, start)
    if last is not None and last["last"].endswith(opened["name"]):
        return None  # Sơn Kim 1 và Sơn Kim 2
    goes_on = following is not None and following["name"] != opened["name"]
    return opened["name"] if goes_on or last is not None else None
