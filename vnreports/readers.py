"""Articles from files: text, JSON Lines, HTML, folders of them, and standard input.

Text is UTF-8, or UTF-16 with its byte-order mark, and nothing of it is changed: offsets count every code point of the
file, a byte-order mark and each line end too. A file name that opens with an ISO day (`2025-09-12-hop-bao.txt`) gives
the publication date. One broken article never stops the others: what can't be read is told as an `InputProblem`.
"""

import codecs
import dataclasses
import datetime
import gzip
import itertools
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

import msgspec
import regex

from vnreports.report import Article, read_day

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".html", ".htm")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DAY = regex.compile(r"\d{4}-\d\d-\d\d(?!\d)")


@dataclasses.dataclass(frozen=True)
class InputProblem:
    """What could not be read: where it stands, what is wrong and what to do about it.

    A problem with `lost` false is told, but loses no article (an id that was given twice).
    """

    where: str
    message: str
    lost: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


Tell = Callable[[InputProblem], None]


class _Line(msgspec.Struct):
    text: str
    id: str | int | None = None
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None


_DECODER = msgspec.json.Decoder(_Line)
_REMEDY = 'write one object a line: {"id": "…", "text": "…", "date": "2025-09-11"}'


def read_articles(inputs: Iterable[str | Path], *, tell: Tell) -> Iterator[Article]:
    """The articles of the inputs, one at a time, in the order given; a folder's files in the order of their paths.

    `tell` is called with each problem. Ids are made unique: a second `bao-cao` becomes `bao-cao-2`.
    """
    seen: dict[str, int] = {}
    for path in find_files(inputs, tell=tell):
        for article in _read(path, tell):
            name = str(article["id"])
            unique = make_unique(name, seen)
            if unique != name:
                message = f"the id {name} was there before; this one is taken as {unique}"
                tell(InputProblem(str(path), message, lost=False))
            yield {**article, "id": unique}


def count_articles(inputs: Iterable[str | Path]) -> int | None:
    """How many articles the inputs hold at most, or None where only reading them would tell (standard input)."""
    total = 0
    for path in find_files(inputs, tell=lambda problem: None):
        if str(path) == STANDARD_INPUT:
            return None
        total += _count_lines(path) if ".jsonl" in path.suffixes else 1
    return total


def _count_lines(path: Path) -> int:
    try:
        with _open(path) as stream:
            return sum(1 for _ in stream)
    except (OSError, EOFError):  # told when the file is read
        return 0


def make_unique(name: str, seen: dict[str, int]) -> str:
    """The name, with a number behind it where it was `seen` before; remembers it there.

    >>> make_unique("tin", {"tin": 1})
    'tin-2'
    """
    unique = name
    while unique in seen:
        seen[name] += 1
        unique = f"{name}-{seen[name]}"
    seen[unique] = 1
    return unique


def find_files(inputs: Iterable[str | Path], *, tell: Tell) -> Iterator[Path]:
    """The files of the inputs, those of a folder in the order of their paths; standard input is `-`."""
    return itertools.chain.from_iterable(_files(source, tell) for source in inputs)


def _files(source: str | Path, tell: Tell) -> Iterator[Path]:
    path = Path(source)
    if str(source) == STANDARD_INPUT or path.is_file():
        yield path
    elif path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if file.is_file() and file.name.endswith(SUFFIXES)]
        if not found:
            tell(InputProblem(str(path), f"nothing to read in this folder; put files in it: {', '.join(SUFFIXES)}"))
        yield from found
    else:
        tell(InputProblem(str(path), "there is no such file or folder; check the path"))


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _read(path: Path, tell: Tell) -> Iterator[Article]:
    """The articles of one file, by the kind that its name tells."""
    try:
        if str(path) == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer, tell)
            return
        with _open(path) as stream:
            name = path.name.removesuffix(".gz")
            stem, _, kind = name.rpartition(".")
            if kind == "jsonl":
                yield from read_lines(enumerate(_lines(stream), 1), name=str(path), stem=stem, tell=tell)
            elif kind in {"html", "htm"}:
                yield _read_html(stream.read(), stem)
            elif kind == "txt":
                yield check_article({"id": stem, "text": decode(stream.read()), "date": _day_of(stem)})
            else:
                raise ValueError(f"there is no reader for this kind of file, only for {', '.join(SUFFIXES)}")
    except (OSError, EOFError, ValueError) as error:
        tell(InputProblem(str(path), str(error)))


def _day_of(stem: str) -> datetime.date | None:
    day = _DAY.match(stem)
    return datetime.date.fromisoformat(day[0]) if day else None


def decode(content: bytes) -> str:
    r"""The text of a file's bytes, its byte-order mark included; raises ValueError where it is no Unicode.

    >>> decode("Huế".encode("utf-16"))
    '\ufeffHuế'
    """
    encoding = next((name for mark, name in _UTF16.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(
            f"line {line} is not {encoding.upper()} (byte {content[error.start]:#04x}); "
            "save the file as UTF-8 (text in TCVN3, VNI or windows-1258 has to be converted first)"
        ) from None


def _read_stream(stream: IO[bytes], tell: Tell) -> Iterator[Article]:
    """The articles of standard input: JSON Lines where the first line opens an object, else one text."""
    head = b""
    while not head.strip() and (line := stream.readline()):
        head += line
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        lines = _lines(itertools.chain(head.splitlines(), stream))
        yield from read_lines(enumerate(lines, 1), name="standard input", stem="stdin", tell=tell)
    else:
        yield check_article({"id": "stdin", "text": decode(head + stream.read())})


def read_lines(lines: Iterable[tuple[int, bytes]], *, name: str, stem: str, tell: Tell) -> Iterator[Article]:
    """The articles of JSON Lines, each line with its place (its number, or its offset in the file `name`).

    A line that can't be used is told with its place. An article without an id is called after `stem` and place.
    """
    for place, content in lines:
        try:
            line = _read_line(content)
            if line is not None:
                yield read_row(msgspec.structs.asdict(line), name=f"{stem}-{place}")
        except ValueError as error:
            tell(InputProblem(f"{name}:{place}", f"{error}; {_REMEDY}"))


def read_row(row: Mapping[str, Any], *, name: str) -> Article:
    """The article of a row of a table, called `name` where it has no id; raises ValueError where it is none.

    >>> read_row({"text": "Giảm 6 xã.", "date": "2025-09-12T08:30:00"}, name="tin-1")["date"]
    datetime.date(2025, 9, 12)
    """
    if not isinstance(row.get("text"), str):
        raise ValueError("there is no text in it")
    known: dict[str, str | None] = {field: row.get(field) for field in ("title", "publisher", "url")}
    return check_article(
        Article(
            text=row["text"],
            id=str(row.get("id") or name),
            date=read_day(row.get("date") or None),
            title=known["title"],
            publisher=known["publisher"],
            url=known["url"],
        )
    )


def _read_line(line: bytes) -> _Line | None:
    line = line.removeprefix(codecs.BOM_UTF8)  # before the first line of a file
    return _DECODER.decode(line) if line.strip() else None


def _lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a stream; a broken archive is an OSError, not an end."""
    try:
        lines = iter(stream)
        first = next(lines, b"")
        if first.startswith(tuple(_UTF16)):
            yield from decode(first + b"".join(lines)).encode().split(b"\n")
        else:
            yield first
            yield from lines
    except (EOFError, zlib.error) as error:
        raise OSError(f"the compressed file is broken ({error}); fetch or compress it again") from None


def _read_html(content: bytes, stem: str) -> Article:
    """The article of a web page as trafilatura finds it, with its title as the first line."""
    try:
        import trafilatura  # noqa: PLC0415  (an extra)
    except ImportError as error:
        remedy = "install what reading HTML needs with: pip install 'vnreports[html]'"
        raise ValueError(f"{error}; {remedy}") from None
    page = trafilatura.bare_extraction(content, with_metadata=True)
    if page is None or isinstance(page, dict) or not page.text:
        raise ValueError("no article found in this page; save its text as a .txt file instead")
    text = page.text if page.title is None or page.text.startswith(page.title) else f"{page.title}\n\n{page.text}"
    date = datetime.date.fromisoformat(page.date) if page.date else _day_of(stem)
    return check_article(
        {"id": stem, "text": text, "date": date, "title": page.title, "publisher": page.sitename, "url": page.url}
    )


def check_article(article: Article) -> Article:
    """The article, if it can be read at all; raises ValueError where it has no text."""
    if not article["text"].strip():
        raise ValueError("there is no text in it")
    try:
        article["text"].encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"half a character (a lone surrogate) at {error.start}; write the text as UTF-8") from None
    return article
