"""The journal of a run: its records on their way to a file, so that a run that was stopped goes on where it was.

Beside the output stand, until it is whole, the records so far as JSON Lines (`….part.jsonl`) and the journal
(`….part.journal`): a line that pins the run, then a line for each shard. What was written after the last whole line of
the journal is cut off when the run goes on, so that the file comes out the same byte for byte.
"""

import collections
import contextlib
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

import vnreports
from vnreports.readers import STANDARD_INPUT, InputProblem, find_files
from vnreports.report import Article
from vnreports.shards import Extracted, RunError
from vnreports.streams import writing
from vnreports.tables import BINARY, WRITERS, encode, read_records


class JournalError(RunError):
    """A run that was stopped and can't go on, for this reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"this run can't be resumed: {reason}; start it again without --resume")


class Pins(msgspec.Struct, frozen=True):
    """What must be the same when the run goes on: the program, the day given, the files with their sizes.

    On a cluster the format, too: there the parts of the output are in it from the beginning.
    """

    vnreports: str
    date: datetime.date | None
    files: Mapping[str, int | None]
    format: str | None = None

    def check(self, then: "Pins") -> None:
        """Raise JournalError where these are not those of the run that was stopped."""
        if then.vnreports != self.vnreports:
            raise JournalError(f"it was begun with vnreports {then.vnreports}, this is {self.vnreports}")
        if then.date != self.date:
            raise JournalError(f"it was begun with --date {then.date}, now it is {self.date}")
        if then.format != self.format:
            raise JournalError(f"it was begun with --format {then.format}, now it is {self.format}")
        for name in [*then.files, *self.files]:
            sizes = [_size(pins.files, name) for pins in (then, self)]
            if sizes[0] != sizes[1]:
                raise JournalError(f"the input {name} was {sizes[0]} then and is {sizes[1]} now")
        if list(then.files) != list(self.files):
            raise JournalError("the inputs come in another order now")


def _size(files: Mapping[str, int | None], name: str) -> str:
    return f"{files[name]:,} bytes" if files.get(name) is not None else "a stream" if name in files else "not there"


def pin_run(inputs: Iterable[str], date: datetime.date | None) -> Pins:
    """The pins of a run over files on this machine."""
    names = [str(path) for path in find_files(inputs, tell=lambda problem: None)]
    sizes = {name: None if name == STANDARD_INPUT else Path(name).stat().st_size for name in names}
    return Pins(vnreports.__version__, date, sizes)


class _Entry(msgspec.Struct, frozen=True):
    """A line of the journal: the sums of all shards so far, and what the last one brought."""

    articles: int = 0
    last: str = ""  # the id of the last article
    records_size: int = 0  # bytes
    quarantine_size: int = 0
    counts: Mapping[str, int] = {}
    problems: Sequence[InputProblem] = ()


class Journal:
    """The files of a run that is going on; close it when the run ends or stops.

    `counts` are the records by kind so far, `problems` those of the articles that were read before the run was stopped.
    """

    def __init__(self, output: Path, pins: Pins, *, resume: bool) -> None:
        """Open the files; where the run goes on, cut off what came after the last line of the journal.

        Raises JournalError where it can't go on, RunError where an input is one of them, OSError where a file can't be
        written.
        """
        self.records = output.with_name(f"{output.name}.part.jsonl")
        self.quarantine = output.with_name(f"{output.name}.quarantine.jsonl")
        self._journal = output.with_name(f"{output.name}.part.journal")
        mine = (self.records, self.quarantine, self._journal)
        for name in pins.files:
            if Path(name).resolve() in [path.resolve() for path in mine]:
                raise RunError(f"the input {name} would be written over; name another output with -o")
        lines = self._read(pins) if resume else []
        entries = [entry for _, entry in lines]
        self.begun = entries[-1] if entries else _Entry()
        self._now = self.begun
        self.counts = sum((collections.Counter(entry.counts) for entry in entries), collections.Counter[str]())
        self.problems = [problem for entry in entries for problem in entry.problems]
        with contextlib.ExitStack() as stack:
            self._streams = {path: stack.enter_context(path.open("ab")) for path in mine}
            self._streams[self.records].truncate(self.begun.records_size)
            self._streams[self.quarantine].truncate(self.begun.quarantine_size)
            self._streams[self._journal].truncate(0)
            self._write(self._journal, _line(pins) + b"".join(line for line, _ in lines))
            self._files = stack.pop_all()

    def _read(self, pins: Pins) -> list[tuple[bytes, _Entry]]:
        """The lines of the journal whose records are in the file; a last line that was cut off is none."""
        if not self._journal.exists():
            return []
        head, *lines = self._journal.read_bytes().splitlines(keepends=True) or [b""]
        if not head.endswith(b"\n"):
            return []
        try:
            pins.check(msgspec.json.decode(head, type=Pins))
            entries = [(line, msgspec.json.decode(line, type=_Entry)) for line in lines if line.endswith(b"\n")]
        except msgspec.DecodeError as error:
            raise JournalError(f"{self._journal} is broken ({error})") from None
        sizes = [path.stat().st_size if path.exists() else 0 for path in (self.records, self.quarantine)]
        return [
            (line, entry)
            for line, entry in entries
            if entry.records_size <= sizes[0] and entry.quarantine_size <= sizes[1]
        ]

    def skip_done(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles still to be read; raises JournalError where those before them are not those that were."""
        number = 0
        for number, article in enumerate(articles, 1):
            if number > self.begun.articles:
                yield article
            elif number == self.begun.articles and str(article["id"]) != self.begun.last:
                raise JournalError(f"article {number} was {self.begun.last} then and is {article['id']} now")
        if number < self.begun.articles:
            raise JournalError(f"{self.begun.articles} articles were read then, the inputs hold {number} now")

    def add(self, articles: Sequence[Article], extracted: Extracted) -> None:
        """Write what came of a shard, then the line that says so."""
        lost = b"".join(map(_line, extracted.quarantined))
        self._write(self.records, extracted.content)
        self._write(self.quarantine, lost)
        self._now = _Entry(
            articles=self._now.articles + len(articles),
            last=str(articles[-1]["id"]),
            records_size=self._now.records_size + len(extracted.content),
            quarantine_size=self._now.quarantine_size + len(lost),
            counts=extracted.counts,
            problems=extracted.problems,
        )
        self._write(self._journal, _line(self._now))
        self.counts.update(extracted.counts)

    def _write(self, path: Path, content: bytes) -> None:
        self._streams[path].write(content)
        self._streams[path].flush()

    @property
    def quarantined(self) -> bool:
        """Whether any article was set aside."""
        return self._now.quarantine_size > 0

    def close(self) -> None:
        """Close the files; they stay for the run to go on."""
        self._files.close()

    def finish(self, output: Path, *, format: str) -> None:
        """Put the records under their name in the format, and remove the journal."""
        self.close()
        if format == "jsonl":
            self.records.replace(output)
        else:
            with writing(output, binary=format in BINARY) as stream:
                WRITERS[format](read_records(self.records), stream)
            self.records.unlink()
        self._journal.unlink()
        if not self.quarantined:
            self.quarantine.unlink()


def _line(value: object) -> bytes:
    return f"{encode(value)}\n".encode()
