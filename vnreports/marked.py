"""Marked text: a text with its records written inline, read strictly.

Rule examples and the gold of `corpus/` use it: `hơn <claim value=4063600000000 unit=VND>4.063,6 tỷ đồng</claim>`.
A tag is a word, then an optional id, then `name=value` pairs; a value with blanks stands in double quotes. Tags nest.
An unclosed tag, a closing tag without its opening, a broken attribute: each is an error, never skipped.
"""

import dataclasses
from collections.abc import Iterable

import regex

_TAG = regex.compile(r"<(?P<close>/)?(?P<name>[a-z]+)(?P<rest>[^<>]*)>")
_ATTRIBUTE = regex.compile(r'\s+(?:(?P<key>[a-z_]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))|(?P<id>[a-z]+\d*))')


class MarkedTextError(ValueError):
    """Marked text that is not well formed: the message says where and why."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A marked span: the tag's name, its id ('' where it has none), attributes, and offsets in the plain text."""

    name: str
    id: str
    attributes: dict[str, str]
    start: int
    end: int


def read_marked(
    text: str, *, tags: Iterable[str], where: str = "marked text", first_line: int = 1
) -> tuple[str, list[Mark]]:
    """The plain text and its marks in text order (an outer mark before the inner); errors count from `first_line`.

    >>> read_marked("đến hết <date last=2025-06-30>quý II</date>", tags=["date"])
    ('đến hết quý II', [Mark(name='date', id='', attributes={'last': '2025-06-30'}, start=8, end=14)])
    """
    allowed = set(tags)
    plain: list[str] = []
    length = position = 0
    opened: list[tuple[str, str, dict[str, str], int]] = []
    marks: list[Mark] = []
    for tag in _TAG.finditer(text):
        between = text[position : tag.start()]
        plain.append(between)
        length += len(between)
        position = tag.end()
        name = tag["name"]
        here = f"{where}, line {first_line + text.count(chr(10), 0, tag.start())}"
        if name not in allowed:
            raise MarkedTextError(f"{here}: unknown tag <{name}>; known: {', '.join(sorted(allowed))}")
        if tag["close"]:
            if not opened or opened[-1][0] != name or tag["rest"].strip():
                raise MarkedTextError(f"{here}: </{name}> closes nothing that is open there")
            _, mark_id, attributes, start = opened.pop()
            marks.append(Mark(name, mark_id, attributes, start, length))
        else:
            mark_id, attributes = read_attributes(tag["rest"], where=f"{here}: <{name}>")
            opened.append((name, mark_id, attributes, length))
    if opened:
        raise MarkedTextError(f"{where}: <{opened[-1][0]}> is never closed")
    plain.append(text[position:])
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def read_attributes(rest: str, *, where: str) -> tuple[str, dict[str, str]]:
    """The id ('' where there is none) and the attributes of a tag, from what follows its name.

    >>> read_attributes(' p1 name="Hà Nội" level=province', where="gold/a.marked, line 2")
    ('p1', {'name': 'Hà Nội', 'level': 'province'})
    """
    mark_id, position = "", 0
    attributes: dict[str, str] = {}
    while rest[position:].strip():
        match = _ATTRIBUTE.match(rest, position)
        if match is None or (match["id"] and (mark_id or attributes)) or match["key"] in attributes:
            raise MarkedTextError(
                f'{where}: can\'t read the attributes {rest.strip()!r}; write name=value or name="value"'
            )
        if match["id"]:
            mark_id = match["id"]
        else:
            attributes[match["key"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
        position = match.end()
    return mark_id, attributes
