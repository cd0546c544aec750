"""Splits: the inputs of a cluster in stretches that one task reads, wherever the files are that fsspec opens.

JSON Lines are cut every 256 KB: the line that a cut falls into belongs to the split where it begins, so that nobody has
to read a file to cut it. Parquet is cut into rows of one row group. A split depends on nothing but the file.
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from vnreports.readers import InputProblem, Tell, make_unique, read_lines, read_row
from vnreports.report import Article

SUFFIXES = (".jsonl", ".jsonl.gz", ".parquet")
COLUMNS = ("id", "text", "date", "title", "publisher", "url")
_SIZE = 256 * 1024  # bytes: a second or two of work
_ROWS = 200  # at most: the size of a row group tells little where the same text comes again and again
_BLOCK = 1024 * 1024


@dataclasses.dataclass(frozen=True)
class Split:
    """The articles whose place in the file is `start` or after and before `end`.

    A place is the offset of a line (in the unpacked file), or the number of a row, counted from 0. Articles without an
    id are called after `stem` and place.
    """

    url: str
    stem: str
    start: int
    end: int
    group: int | None = None  # the row group of a Parquet file

    def __str__(self) -> str:
        return f"{self.url}:{self.start}-{self.end}"


@dataclasses.dataclass(frozen=True)
class InputFile:
    """A file that articles are read from."""

    url: str
    stem: str
    size: int


def find_files(inputs: Iterable[str], *, tell: Tell) -> list[InputFile]:
    """The files of the inputs, those of a folder in the order of their paths; what can't be read is told."""
    stems: dict[str, int] = {}
    found: list[InputFile] = []
    for source in inputs:
        try:
            for url, name, size in _list_files(source):
                stem = make_unique(name.removesuffix(".gz").rpartition(".")[0], stems)
                found.append(InputFile(url, stem, size))
        except Exception as error:  # each kind of store has errors of its own
            tell(InputProblem(source, str(error) or f"it can't be opened ({type(error).__name__}); check the path"))
    return found


def _list_files(source: str) -> Iterator[tuple[str, str, int]]:
    """URL, name below the source, and size of each file; raises ValueError with a remedy where there is none."""
    system, path = fsspec.url_to_fs(source)
    local = isinstance(system, LocalFileSystem)
    if not system.exists(path):
        raise ValueError("there is no such file or folder; check the path")
    entries = [system.info(path)] if system.isfile(path) else list(system.find(path, detail=True).values())
    files = [entry for entry in entries if entry["name"].endswith(SUFFIXES) and not _is_hidden(entry["name"])]
    if not files:
        raise ValueError(
            f"a cluster reads {', '.join(SUFFIXES)}; write such a file with: vnreports articles … -o articles.jsonl"
        )
    for entry in sorted(files, key=lambda entry: str(entry["name"])):
        name = str(entry["name"])
        below = name.removeprefix(path).lstrip("/") or name.rpartition("/")[2]
        yield name if local else system.unstrip_protocol(name), below, int(entry["size"])


def _is_hidden(path: str) -> bool:
    return path.rpartition("/")[2].startswith(("_", "."))


def cut_files(files: Iterable[InputFile], *, tell: Tell) -> Iterator[Split]:
    """The splits of the files, in their order; a file that can't be read is told."""
    for file in files:
        try:
            if file.url.endswith(".parquet"):
                yield from _cut_rows(file)
            else:
                size = _unpacked_size(file.url) if file.url.endswith(".gz") else file.size
                for start in range(0, size, _SIZE):
                    yield Split(file.url, file.stem, start, min(start + _SIZE, size))
        except Exception as error:  # as above, and what broken archives and tables raise
            tell(InputProblem(file.url, f"{error}; make or fetch the file again"))


def _open(url: str) -> AbstractContextManager[IO[bytes]]:
    opened: AbstractContextManager[IO[bytes]] = fsspec.open(
        url, "rb", compression="gzip" if url.endswith(".gz") else None
    )
    return opened


def _unpacked_size(url: str) -> int:
    with _open(url) as stream:
        return sum(len(block) for block in iter(lambda: stream.read(_BLOCK), b""))


def _cut_rows(file: InputFile) -> Iterator[Split]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (only Parquet needs it)

    with _open(file.url) as stream:
        table = pq.ParquetFile(stream)
        if "text" not in table.schema_arrow.names:
            raise ValueError(f"there is no column text; the columns that are read are {', '.join(COLUMNS)}")
        first = 0
        for number in range(table.num_row_groups):
            group = table.metadata.row_group(number)
            rows = min(_ROWS, max(1, _SIZE * group.num_rows // max(1, group.total_byte_size)))
            after = first + group.num_rows
            for start in range(first, after, rows):
                yield Split(file.url, file.stem, start, min(start + rows, after), group=number)
            first = after


def read_split(split: Split, *, tell: Tell, without: Collection[int] = ()) -> Iterator[Article]:
    """The articles of a split but for those at the places `without`; one that can't be read is told."""
    if split.group is None:
        lines = ((place, line) for place, line in _lines(split) if place not in without)
        yield from read_lines(lines, name=split.url, stem=split.stem, tell=tell)
        return
    for place, row in _rows(split, list(COLUMNS)):
        if place not in without:
            try:
                yield read_row(row, name=f"{split.stem}-{place}")
            except ValueError as error:
                tell(InputProblem(f"{split.url}: row {place}", f"{error}; put a text and an ISO day in it"))


def cut_split(split: Split, *, pieces: int, without: Collection[int] = ()) -> list[Split]:
    """The split in so many pieces at most, none without an article but for those at the places `without`."""
    if split.group is None:
        places = [place for place, line in _lines(split) if line.strip() and place not in without]
    else:
        places = [place for place in range(split.start, split.end) if place not in without]
    size = -(-len(places) // pieces)
    return [
        dataclasses.replace(split, start=some[0], end=some[-1] + 1)
        for some in (places[first : first + size] for first in range(0, len(places), size or 1))
    ]


def _lines(split: Split) -> Iterator[tuple[int, bytes]]:
    """Each line that begins in the split, with its offset."""
    with _open(split.url) as stream:
        place = split.start
        if place:  # the byte before tells whether a line begins here
            stream.seek(place - 1)
            place += len(stream.readline()) - 1
        while place < split.end and (line := stream.readline()):
            yield place, line
            place += len(line)


def _rows(split: Split, columns: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row of the split, with its number in the file."""
    import pyarrow.parquet as pq  # noqa: PLC0415  (only Parquet needs it)

    with _open(split.url) as stream:
        table = pq.ParquetFile(stream)
        place = sum(table.metadata.row_group(number).num_rows for number in range(split.group or 0))
        known = [column for column in columns if column in table.schema_arrow.names]
        for batch in table.iter_batches(batch_size=100, row_groups=[split.group], columns=known):
            if place + len(batch) > split.start:
                yield from (
                    (number, row)
                    for number, row in enumerate(batch.to_pylist(), place)
                    if split.start <= number < split.end
                )
            place += len(batch)
            if place >= split.end:
                return
