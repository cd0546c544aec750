"""The run of `vnreports extract --cluster`: each split of the inputs is a Dask task that writes a part of the output.

Dask does the work of a worker that died again. A split that kills its workers is searched: its pieces are tried, then
the pieces of those that kill, until single articles are found; these are put in quarantine, and the split is done
without them. A split that can't be read or written is told, and `--resume` does it again.
"""

import contextlib
import dataclasses
import datetime
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError

import msgspec
from distributed import Client, Future, KilledWorker, as_completed

import vnreports
from vnreports.extraction import Counts, stopping_well
from vnreports.journal import Pins
from vnreports.parts import Folder, Note, locate
from vnreports.readers import InputProblem
from vnreports.report import Article
from vnreports.shards import ExtractShard, RunError, extract_shard
from vnreports.splits import Split, cut_files, cut_split, find_files, read_split
from vnreports.streams import Errors

_RETRIES = 2  # of a split that can't be read or written, by Dask
_PIECES = 8  # of a split that is searched: fewer deaths on the way to one article than with halves
_SEARCHES = 3  # of a split whose articles go through one by one and that still kills its workers
_AHEAD = 8  # tasks that wait at the scheduler beside those that the workers have


@dataclasses.dataclass(frozen=True)
class Job:
    """What every task of a run knows: where it writes, the day given, and the program that began the run."""

    folder: Folder
    date: datetime.date | None
    version: str = vnreports.__version__
    extract: ExtractShard = extract_shard

    def read(self, split: Split, problems: list[InputProblem], without: Mapping[int, Article]) -> list[Article]:
        """The articles of a split, those without a publication day with the one given."""
        if self.version != vnreports.__version__:
            raise RunError(f"the run was begun with vnreports {self.version}, a worker has {vnreports.__version__}")
        found = read_split(split, tell=problems.append, without=without)
        return [{**article, "date": article.get("date") or self.date} for article in found]


def write_part(job: Job, split: Split, number: int, quarantined: Mapping[int, Article]) -> Note:
    """Write the part of a split, without the articles in quarantine; the note of it. This runs on a worker."""
    problems: list[InputProblem] = []
    extracted = job.extract(job.read(split, problems, quarantined), format=job.folder.format)
    for article in quarantined.values():
        message = "its workers died, also with it alone; it is put in quarantine, please report it"
        problems.append(InputProblem(str(article.get("id")), message))
    articles = [dict(article) for article in quarantined.values()]
    note = Note(extracted.counts, [*problems, *extracted.problems], articles)
    job.folder.write_part(number, extracted.content, note)
    return note


def try_piece(job: Job, split: Split, quarantined: Mapping[int, Article]) -> None:
    """Extract a piece of a split and forget it: whether the worker lives is what counts. This runs on a worker."""
    job.extract(job.read(split, [], quarantined), format=job.folder.format)


@dataclasses.dataclass(eq=False)
class _Part:
    """A part on its way: its split, what is in quarantine by its place, and how its search stands."""

    number: int
    split: Split
    quarantined: dict[int, Article] = dataclasses.field(default_factory=dict)
    pieces: int = 0  # that are tried, or wait for that
    searches: int = 0


def extract_on_cluster(
    scheduler: contextlib.AbstractContextManager[Client],
    inputs: list[str],
    output: str,
    *,
    date: datetime.date | None,
    format: str,
    resume: bool,
    errors: Errors,
    extract: ExtractShard = extract_shard,
) -> Counts:
    """Write the records of the articles to a folder of parts; how many of each kind."""
    with stopping_well(errors, remedy="; go on with the same command and --resume"):
        files = find_files(inputs, tell=errors.tell)
        pins = Pins(vnreports.__version__, date, {file.url: file.size for file in files}, format)
        with _writable(output):
            folder = Folder(locate(output), format)
        for file in files:
            if file.url.startswith(f"{folder.url}/"):
                raise RunError(f"the input {file.url} is in the folder to write to; name another one with -o")
        job = Job(folder, date, extract=extract)
        splits = list(cut_files(files, tell=errors.tell))
        with _writable(output):
            notes = job.folder.begin(pins, resume=resume)
        done = frozenset(notes)
        if done:
            errors.say(f"{output}: going on after {len(notes):,} parts")
        parts = (_Part(number, split) for number, split in enumerate(splits) if number not in done)
        with scheduler as client, errors.progress(total=lambda: len(splits), done=len(notes)) as advance:
            for part, result in _Run(client, job).work_off(parts):
                if isinstance(result, Note):
                    notes[part.number] = result
                    advance(result.counts.get("document", 0), 1)
                else:
                    errors.tell(InputProblem(str(part.split), result))
        with _writable(output):
            quarantine = job.folder.finish(notes, whole=len(notes) == len(splits))
    return _tell_all(notes, quarantine, missing=len(splits) - len(notes), errors=errors)


def _tell_all(notes: Mapping[int, Note], quarantine: str | None, *, missing: int, errors: Errors) -> Counts:
    """Tell the problems of all parts, in their order; how many records of each kind there are."""
    counts = Counts()
    for number in sorted(notes):
        counts.update(notes[number].counts)
        for problem in notes[number].problems:
            errors.tell(problem)
    if quarantine:
        errors.say(f"the articles in quarantine: {quarantine}")
    if missing:
        errors.say(f"parts that are missing: {missing:,}; do them with the same command and --resume")
    return counts


@contextlib.contextmanager
def _writable(output: str) -> Iterator[None]:
    try:
        yield
    except RunError:
        raise
    except msgspec.DecodeError as error:
        raise RunError(f"{output} has broken notes ({error}); start the run again without --resume") from None
    except Exception as error:  # each kind of store has errors of its own
        message = str(error) or type(error).__name__
        raise RunError(f"{output} can't be written: {message}; check -o and what such an address needs") from None


def _result(future: Future) -> object:
    """What a task gave, or the error that ended it; raises RunError where the cluster has dropped the task."""
    try:
        return future.result()
    except CancelledError:
        raise RunError("the cluster has dropped the work; go on with the same command and --resume") from None
    except Exception as error:  # whatever a task has raised on its worker
        return error


class _Run:
    """The tasks of a run at the scheduler, never many more than there are workers."""

    def __init__(self, client: Client, job: Job) -> None:
        self.client = client
        self.job = job
        self.token = uuid.uuid4().hex  # keys must not meet those of another run
        self.tasks: dict[str, tuple[_Part, Split | None]] = {}  # a part, and the piece that is tried
        self.suspects: list[tuple[_Part, Split]] = []  # articles at whose reading a worker died
        self.alone: Split | None = None  # the one of them that is tried while there is no other task
        self.done = as_completed()

    def work_off(self, parts: Iterator[_Part]) -> Iterator[tuple[_Part, Note | str]]:
        """Each part when it is done, with its note, or with why it can't be."""
        self._fill(parts)
        for future in self.done:
            if future.status in {"lost", "pending"}:  # its worker died with the result; Dask does it again
                self.done.add(future)
                continue
            part, piece = self.tasks.pop(future.key)
            result = _result(future)
            if piece is not None:
                if isinstance(result, KilledWorker):
                    self._look_into(part, piece)
                part.pieces -= 1  # what else is wrong with the piece, the part will tell
                if not part.pieces:
                    self._write(part)
            elif isinstance(result, Note):
                yield part, result
            elif not isinstance(result, KilledWorker):
                yield part, f"{type(result).__name__}: {result}"
            elif part.searches < _SEARCHES:
                part.searches += 1
                self._search(part, part.split)
            else:
                yield part, "its workers died, though each of its articles alone can be read; give them more memory"
            self._fill(parts)

    def _fill(self, parts: Iterator[_Part]) -> None:
        """Hand out the next parts; while there is a suspect none, until it was tried with no other task at all."""
        if self.suspects:
            if not self.tasks:
                self._try_alone(*self.suspects.pop())
            return
        room = 2 * sum(self.client.nthreads().values()) + _AHEAD
        while len(self.tasks) < room and (part := next(parts, None)):
            self._write(part)

    def _write(self, part: _Part) -> None:
        key = f"part-{part.number}-{part.searches}"
        self._submit(key, part, None, write_part, self.job, part.split, part.number, part.quarantined)

    def _search(self, part: _Part, split: Split) -> None:
        """Try the pieces of a split that killed its workers."""
        for piece in cut_split(split, pieces=_PIECES, without=part.quarantined):
            part.pieces += 1
            key = f"piece-{part.number}-{part.searches}-{piece.start}-{piece.end}"
            self._submit(key, part, piece, try_piece, self.job, piece, dict(part.quarantined))

    def _look_into(self, part: _Part, piece: Split) -> None:
        """Try the pieces of a piece that killed its workers; one article is tried alone, then put in quarantine."""
        if len(cut_split(piece, pieces=2, without=part.quarantined)) > 1:
            self._search(part, piece)
        elif piece is not self.alone:
            part.pieces += 1
            self.suspects.append((part, piece))
        else:
            for article in read_split(piece, tell=lambda problem: None):
                part.quarantined[piece.start] = {**article, "date": article.get("date") or self.job.date}

    def _try_alone(self, part: _Part, piece: Split) -> None:
        """Try an article while nothing else is: Dask blames all tasks that wait at a worker for its death."""
        self.alone = piece
        key = f"alone-{part.number}-{part.searches}-{piece.start}"
        self._submit(key, part, piece, try_piece, self.job, piece, dict(part.quarantined))

    def _submit(
        self, key: str, part: _Part, piece: Split | None, function: Callable[..., object], *arguments: object
    ) -> None:
        future = self.client.submit(
            function,
            *arguments,
            key=f"{key}-{self.token}",
            retries=_RETRIES,
            pure=False,
            priority=int(piece is not None),
        )
        self.tasks[future.key] = part, piece
        self.done.add(future)
