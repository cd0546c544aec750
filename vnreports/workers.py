"""Workers on this machine: processes that read one shard each at a time, and what happens when one of them dies.

A worker that dies takes nothing along: its shard is done again by a new one. Where that dies too, the articles of the
shard are done one by one, and an article that kills every worker that reads it is put in quarantine.

Why not `multiprocessing.Pool`: it waits for ever for the shard of a worker that was killed. Why not
`concurrent.futures`: its worker doesn't see that its parent is gone, and its parent waits for a shard that never ends.
Here each worker has a pipe of its own, and either side's death ends it.
"""

import collections
import contextlib
import dataclasses
import itertools
import signal
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vnreports.garbage import collect_seldom
from vnreports.readers import InputProblem
from vnreports.report import Article
from vnreports.shards import Extracted, ExtractShard, RunError, extract_shard

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_CHANCES = 2  # a shard, and then each of its articles alone, may kill so many workers
_SHARDS_A_WORKER = 4  # in memory at most: at work, waiting, or done but behind one that is not


class WorkersError(RunError):
    """Workers that can't be started: the message says what to do."""


@dataclasses.dataclass(eq=False)
class _Task:
    """A shard on its way: how many workers have died of it, whether it was handed out, and what came of it."""

    articles: Sequence[Article]
    deaths: int = 0
    taken: bool = False
    extracted: Extracted | None = None


class _Worker:
    """A worker process and the task that it has."""

    def __init__(self, extract: ExtractShard) -> None:
        # one worker, which most runs have, needs none of it
        from vnreports.processes import get_context, holding_ctrl_c  # noqa: PLC0415

        context = get_context("vnreports.shards")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, extract), daemon=True)
        with holding_ctrl_c():
            self.process.start()
        theirs.close()  # else the pipe would stay open when the worker dies
        self.ready = False
        self.task: _Task | None = None

    def give(self, task: _Task) -> None:
        """Hand it a task; a worker that is dead is noticed when its answer is fetched."""
        self.task, task.taken = task, True
        with contextlib.suppress(OSError):
            self.pipe.send(task.articles)

    def fetch(self) -> bool:
        """Take what it sent; whether it is alive."""
        try:
            answer: Extracted | None = self.pipe.recv()
        except (EOFError, OSError):
            if not self.ready:
                raise WorkersError("the workers can't be started, see above; do it without --workers") from None
            return False
        if answer is None:
            self.ready = True
        elif self.task is not None:
            self.task.extracted = answer
            self.task = None
        return True

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: "Connection", extract: ExtractShard) -> None:
    """Read shards until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child of Windows inherits nothing
    collect_seldom()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send(None)  # it has started
        while True:
            pipe.send(extract(pipe.recv()))


def extract_shards(
    shards: Iterable[Sequence[Article]], *, workers: int, extract: ExtractShard = extract_shard
) -> Iterator[tuple[Sequence[Article], Extracted]]:
    """Each shard with what came of it, in the order of the shards; one worker is this process itself.

    A shard whose worker died twice comes back in shards of one article each.
    """
    if workers == 1:
        yield from ((shard, extract(shard)) for shard in shards)
        return
    crew: list[_Worker] = []
    try:
        for task in _work_off(iter(shards), crew, workers=workers, extract=extract):
            if task.extracted is not None:
                yield task.articles, task.extracted
    finally:
        for worker in crew:
            worker.stop()


def _work_off(
    shards: Iterator[Sequence[Article]], crew: list[_Worker], *, workers: int, extract: ExtractShard
) -> Iterator[_Task]:
    """The tasks in their order, each when it is done; workers are added to the crew as they are needed."""
    from multiprocessing import connection  # noqa: PLC0415

    line: collections.deque[_Task] = collections.deque()  # in the order of the articles
    while True:
        while len(busy := [worker for worker in crew if worker.task]) < workers:
            task = _next_task(line, shards, room=_SHARDS_A_WORKER * workers)
            if task is None:
                break
            _idle_worker(crew, extract).give(task)
        if not busy:
            return
        for pipe in connection.wait([worker.pipe for worker in busy]):
            worker = next(worker for worker in busy if worker.pipe is pipe)
            if not worker.fetch():
                worker.stop()
                crew.remove(worker)
                if worker.task is not None:
                    _bury(worker.task, line)
        while line and line[0].extracted is not None:
            yield line.popleft()


def _idle_worker(crew: list[_Worker], extract: ExtractShard) -> _Worker:
    for worker in crew:
        if worker.task is None:
            return worker
    crew.append(_Worker(extract))
    return crew[-1]


def _next_task(line: collections.deque[_Task], shards: Iterator[Sequence[Article]], *, room: int) -> _Task | None:
    """What to do next: what a dead worker left, then the next shard, if there is room for it."""
    for task in line:
        if not task.taken:
            return task
    if len(line) < room:
        for shard in itertools.islice(shards, 1):
            line.append(_Task(shard))
            return line[-1]
    return None


def _bury(task: _Task, line: collections.deque[_Task]) -> None:
    """Decide what becomes of the task that a dead worker had."""
    task.taken = False
    task.deaths += 1
    if task.deaths < _CHANCES:
        return
    if len(task.articles) == 1:
        task.taken, task.extracted = True, _quarantine(task.articles[0])
        return
    place = line.index(task)
    line.remove(task)
    for offset, article in enumerate(task.articles):
        line.insert(place + offset, _Task([article]))


def _quarantine(article: Article) -> Extracted:
    message = f"{_CHANCES} workers died of it, one after the other; it is put in quarantine, please report it"
    return Extracted(problems=(InputProblem(str(article.get("id")), message),), quarantined=(article,))
