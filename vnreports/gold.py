"""Gold read from marked text: a report that we wrote, with its records inline, as `gold/` keeps them.

A head names the document, the places and the officials, one tag a line; below the line `---` stands the body, marked:

    <document id=mau01 date=2025-09-12 place="Hà Nội" title="Hà Nội chi 5 tỷ đồng"/>
    <place p1 name="Hà Nội" level=province code=01/>
    <official o1 name="Trần Văn Mẫu" positions="Chủ tịch | Ủy ban nhân dân | Hà Nội"/>
    ---
    <place p1>Hà Nội</place> chi <claim c1 value=5000000000 dimension=money unit=VND place=p1>5 tỷ đồng</claim>

In `positions` the offices are split by `;` and the cells title, body, place by `|`; an empty cell is null.
What an attribute leaves out has the default of its record type. The body is, to the code point, the text of
`corpus/<id>.txt`. Whatever breaks the form is an error with its file and, where there is one, its line.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import msgspec

from vnreports.marked import Mark, MarkedTextError, read_attributes, read_marked
from vnreports.records import (
    Bound,
    Claim,
    Date,
    DateKind,
    DateSource,
    Dimension,
    Direction,
    Document,
    Form,
    Level,
    Mention,
    Modifier,
    Number,
    Official,
    OfficialMention,
    Place,
    Position,
    Record,
    Status,
    Topic,
)

_HEAD_TAG = re.compile(r"<(?P<name>document|place|official)(?P<rest>\s[^<>]*)/>")
_SEPARATOR = "---\n"
_RULE = "gold"

_Read = Callable[[str], Any]


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty value; leave the attribute out")
    return value


def _names(value: str) -> tuple[str, ...]:
    return tuple(_text(name.strip()) for name in value.split(";"))


def _number(value: str) -> Number:
    if not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise ValueError(f"{value!r} is no number; write digits, with a point before the fraction")
    return Decimal(value) if "." in value else int(value)


def _true(value: str) -> bool:
    if value != "true":
        raise ValueError(f"{value!r} is not 'true'; leave the attribute out where it is false")
    return True


def _one_of(literal: object) -> _Read:
    allowed = get_args(literal)

    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
        return value

    return read


def _id_of(letter: str) -> _Read:
    def read(value: str) -> str:
        if not re.fullmatch(rf"{letter}\d+", value):
            raise ValueError(f"{value!r} is no id of the form {letter}1")
        return value

    return read


def _positions(value: str) -> tuple[Position, ...]:
    positions = []
    for office in value.split(";"):
        cells = [cell.strip() or None for cell in office.split("|")]
        if len(cells) != 3 or cells[0] is None:
            raise ValueError(f"the office {office.strip()!r} has not the form title | body | place")
        positions.append(Position(cells[0], cells[1], cells[2]))
    return tuple(positions)


_DOCUMENT: dict[str, _Read] = {
    "id": _text,
    "title": _text,
    "date": datetime.date.fromisoformat,
    "date_source": _one_of(DateSource),
    "publisher": _text,
    "authors": _names,
    "photo_credits": _names,
    "place": _text,
}
_PLACE: dict[str, _Read] = {"name": _text, "level": _one_of(Level), "code": _text}
_OFFICIAL: dict[str, _Read] = {"name": _text, "positions": _positions}
_DATE: dict[str, _Read] = {
    "kind": _one_of(DateKind),
    "first": datetime.date.fromisoformat,
    "last": datetime.date.fromisoformat,
    "duration": _text,
    "bound": _one_of(Bound),
}
_LINKS = {"source": "o", "place": "p", "date": "d", "was": "c", "part_of": "c", "share_of": "c"}
_CLAIM: dict[str, _Read] = {
    "value": _number,
    "low": _number,
    "high": _number,
    "total": _number,
    "dimension": _one_of(Dimension),
    "unit": _text,
    "modifier": _one_of(Modifier),
    "topic": _one_of(Topic),
    "direction": _one_of(Direction),
    "difference": _true,
    "status": _one_of(Status),
} | {link: _id_of(letter) for link, letter in _LINKS.items()}
_FORMS: dict[str, Form] = {"official": "name", "title": "title"}
_BODY_TAGS = {"official": "o", "title": "o", "place": "p", "date": "d", "claim": "c"}


def read_gold(path: Path) -> tuple[str, list[Record]]:
    """The text of a report and its gold records, in the order document, officials, places, dates, claims.

    The text is compared with `corpus/<id>.txt` beside the folder of the gold file. Raises `MarkedTextError`.

    >>> text, records = read_gold(Path("gold/2025-08-20-langson01.marked"))
    >>> text[:8], records[-1].id, records[-1].text
    ('Lạng Sơn', 'c27', '1%')
    """
    marked = _decode(path)
    head, separator, body = marked.partition(_SEPARATOR)
    if not separator:
        raise MarkedTextError(f"{path}: no line '---' between the head and the body")
    document, places, officials = _read_head(head, path=path)
    if document["id"] != path.stem:
        raise MarkedTextError(f"{path}, line 1: the document's id is {document['id']!r}, the file's name {path.stem!r}")
    first_line = head.count("\n") + 2
    text, marks = read_marked(body, tags=_BODY_TAGS, where=str(path), first_line=first_line)
    _compare(text, path.parent.parent / "corpus" / f"{path.stem}.txt", path=path)

    def where(mark: Mark) -> str:
        return f"{path}, line {first_line + text.count(chr(10), 0, mark.start)}: <{mark.name} {mark.id}>"

    _check_ids(marks, known=places.keys() | officials.keys(), path=path, where=where)
    doc = path.stem
    records: list[Record] = [_read_document(document, length=len(text))]
    for official_id, attributes in officials.items():
        mentions = tuple(
            OfficialMention(mark.start, mark.end, text[mark.start : mark.end], _FORMS[mark.name])
            for mark in marks
            if mark.id == official_id
        )
        records.append(Official(doc=doc, id=official_id, rule=_RULE, mentions=mentions, **attributes))
    for place_id, attributes in places.items():
        spots = tuple(Mention(m.start, m.end, text[m.start : m.end]) for m in marks if m.id == place_id)
        records.append(Place(doc=doc, id=place_id, rule=_RULE, mentions=spots, **attributes))
    for name, kind, readers in (("date", Date, _DATE), ("claim", Claim, _CLAIM)):
        for mark in (mark for mark in marks if mark.name == name):
            fields = _read_fields(mark.attributes, readers, where=where(mark))
            fields |= {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
            if kind is Date:
                fields.setdefault("kind", "date")
            records.append(kind(doc=doc, id=mark.id, rule=_RULE, **fields))
    return text, records


def _decode(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise MarkedTextError(f"{path}: can't be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise MarkedTextError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _compare(text: str, report: Path, *, path: Path) -> None:
    source = _decode(report)
    if text == source:
        return
    same = next((i for i, (a, b) in enumerate(zip(text, source, strict=False)) if a != b), min(len(text), len(source)))
    ours, theirs = text[same : same + 20], source[same : same + 20]
    raise MarkedTextError(f"{path}: the body differs from {report} at offset {same}: {ours!r}, not {theirs!r}")


def _read_fields(attributes: dict[str, str], readers: dict[str, _Read], *, where: str) -> dict[str, Any]:
    fields = {}
    for key, value in attributes.items():
        if key not in readers:
            raise MarkedTextError(f"{where}: unknown attribute {key}; known: {', '.join(sorted(readers))}")
        try:
            fields[key] = readers[key](value)
        except ValueError as error:
            raise MarkedTextError(f"{where}: {key}: {error}") from error
    return fields


def _read_head(head: str, *, path: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    document: dict[str, Any] | None = None
    named: dict[str, dict[str, dict[str, Any]]] = {"place": {}, "official": {}}
    for number, line in enumerate(head.splitlines(), 1):
        where = f"{path}, line {number}"
        tag = _HEAD_TAG.fullmatch(line)
        if tag is None:
            raise MarkedTextError(f"{where}: the head has one <document …/>, <place …/> or <official …/> a line")
        name = tag["name"]
        given_id, attributes = read_attributes(tag["rest"], where=where)
        if name == "document":
            if document is not None or number != 1:
                raise MarkedTextError(f"{where}: one <document …/>, on the first line")
            document = _read_fields(attributes, _DOCUMENT, where=where)
            continue
        if not re.fullmatch(rf"{name[0]}\d+", given_id):
            raise MarkedTextError(f"{where}: a {name} needs an id of the form {name[0]}1")
        if given_id in named[name]:
            raise MarkedTextError(f"{where}: the id {given_id} is used twice")
        fields = _read_fields(attributes, _PLACE if name == "place" else _OFFICIAL, where=where)
        missing = {"place": {"name", "level"}, "official": {"name"}}[name] - fields.keys()
        if missing:
            raise MarkedTextError(f"{where}: {given_id} lacks {' and '.join(sorted(missing))}")
        named[name][given_id] = fields
    if document is None or "id" not in document:
        raise MarkedTextError(f"{path}, line 1: the head begins with <document id=…/>")
    return document, named["place"], named["official"]


def _read_document(fields: dict[str, Any], *, length: int) -> Document:
    doc = fields["id"]
    rest = {key: value for key, value in fields.items() if key != "id"}
    if "date" in rest:
        rest.setdefault("date_source", "given")
    return msgspec.structs.replace(Document(doc=doc, rule=_RULE, length=length), **rest)


def _check_ids(marks: list[Mark], *, known: set[str], path: Path, where: Callable[[Mark], str]) -> None:
    """Raise where an id is missing, unknown, used twice, never mentioned, or linked to nothing."""
    seen: set[str] = set()
    for mark in marks:
        if not re.fullmatch(rf"{_BODY_TAGS[mark.name]}\d+", mark.id):
            raise MarkedTextError(f"{where(mark)}: needs an id of the form {_BODY_TAGS[mark.name]}1")
        if mark.name in ("date", "claim"):
            if mark.id in seen:
                raise MarkedTextError(f"{where(mark)}: the id {mark.id} is used twice")
        elif mark.id not in known:
            raise MarkedTextError(f"{where(mark)}: the head names no {mark.id}")
        elif mark.attributes:
            raise MarkedTextError(f"{where(mark)}: a mention has no attributes; they stand in the head")
        if mark.start == mark.end:
            raise MarkedTextError(f"{where(mark)}: marks no text")
        seen.add(mark.id)
    unmentioned = sorted(known - seen)
    if unmentioned:
        raise MarkedTextError(f"{path}: named in the head, never marked in the body: {', '.join(unmentioned)}")
    for mark in marks:
        for link in mark.attributes.keys() & _LINKS.keys():
            if mark.attributes[link] not in seen or mark.attributes[link] == mark.id:
                raise MarkedTextError(f"{where(mark)}: {link}={mark.attributes[link]} leads nowhere")
