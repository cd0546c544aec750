"""What a command writes to: standard error with its progress bar, standard output, and files that appear when whole."""

import contextlib
import errno
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import typer

from vnreports.readers import InputProblem

if TYPE_CHECKING:
    from rich.console import Console

Advance = Callable[[int, int], None]


class Errors:
    """Standard error: problems are told there as they come, and those that lost an article are counted."""

    def __init__(self) -> None:
        self.watched = sys.stderr.isatty()
        self.lost = 0
        self._console: Console | None = None

    def say(self, sentence: str) -> None:
        """Print a sentence, above the progress bar where there is one."""
        if self._console is None:
            typer.echo(sentence, err=True)
        else:
            self._console.print(sentence)

    def tell(self, problem: InputProblem) -> None:
        """Print a problem, and count it where an article was lost."""
        self.say(str(problem))
        self.lost += problem.lost

    @contextlib.contextmanager
    def progress(self, *, total: Callable[[], int | None], done: int = 0) -> Iterator[Advance]:
        """A progress bar where a person watches: documents done, documents a second, time left.

        Gives the function that moves it on, by so many documents and by so many steps of `total`, which is only called
        where there is a bar.
        """
        steps = total() if self.watched else 1
        if steps == 1:  # not worth the time that importing rich takes
            yield lambda documents, steps: None
            return
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        with Progress(*columns, console=self._console, transient=True) as bar:
            task = bar.add_task("", total=steps, completed=done)
            read = 0

            def advance(documents: int, steps: int) -> None:
                nonlocal read
                read += documents
                seconds = bar.tasks[0].elapsed or 1
                bar.update(task, advance=steps, description=f"{read:,} documents, {read / seconds:,.0f} a second")

            try:
                yield advance
            finally:
                self._console = None

    def finish(self) -> None:
        """End the command: with status 1 where anything was lost."""
        if self.lost:
            self.say(f"inputs lost: {self.lost:,}, see above")
            raise typer.Exit(1)


@contextlib.contextmanager
def writing(path: Path | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """The stream to write to: a file appears under its name only when it is whole."""
    if path is None:
        yield typer.get_text_stream("stdout", encoding="utf-8")
        return
    partial = path.with_name(f"{path.name}.part")
    with explained(path):
        make_room(path)
        stream: IO[Any] = partial.open("wb") if binary else partial.open("w", encoding="utf-8", newline="")
    try:
        with stream:
            yield stream
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def make_room(path: Path) -> None:
    """Make the folder that a file goes to; raises OSError where it can't go there."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    path.parent.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def explained(path: Path, *, remedy: str = "") -> Iterator[None]:
    """Where the path can't be written, the end of the command with the reason."""
    try:
        yield
    except OSError as error:
        message = f"{path} can't be written: {error.strerror}{remedy}"
        raise typer.BadParameter(message, param_hint="--output") from None
