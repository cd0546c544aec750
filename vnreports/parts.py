"""The folder that a cluster writes: one part for each split, on this machine or wherever fsspec writes.

A part appears when it is whole, with the same bytes whoever writes it. What is not records has a name with `_` before
it, which other programs that read such folders leave out: `_run.json` pins the run, `_parts/` has a note for each part
that is done, `_SUCCESS` says that none is missing.
"""

import dataclasses
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import fsspec
import msgspec
from fsspec.implementations.local import LocalFileSystem

from vnreports.journal import Pins
from vnreports.readers import InputProblem
from vnreports.shards import RunError
from vnreports.tables import encode


class Note(msgspec.Struct, frozen=True):
    """What a part doesn't say itself: how many records of each kind it has, the problems, what is in quarantine."""

    counts: Mapping[str, int] = {}
    problems: Sequence[InputProblem] = ()
    quarantined: Sequence[dict[str, Any]] = ()


def locate(url: str) -> str:
    """The path or URL of a folder, such that every worker finds the same one, wherever it runs."""
    system, path = fsspec.url_to_fs(url)
    return str(path if isinstance(system, LocalFileSystem) else system.unstrip_protocol(path)).rstrip("/")


@dataclasses.dataclass(frozen=True)
class Folder:
    """The folder at a path or URL, with parts in one format."""

    url: str
    format: str

    def begin(self, pins: Pins, *, resume: bool) -> dict[int, Note]:
        """Make the folder ready, and give the notes of the parts that a run that was stopped has done.

        Raises JournalError where that run was another one, RunError where the folder holds what is not a run's.
        """
        system, path = self._at()
        ours = system.exists(f"{path}/_run.json")
        if ours and resume:
            pins.check(msgspec.json.decode(system.cat_file(f"{path}/_run.json"), type=Pins))
            return self._read_notes()
        if ours:
            system.rm(path, recursive=True)
        elif system.exists(path) and (not system.isdir(path) or system.ls(path)):
            raise RunError(f"{self.url} holds other things already; name a new folder with -o")
        self.write("_run.json", f"{encode(pins)}\n".encode())
        return {}

    def write(self, name: str, content: bytes) -> None:
        """Write a file of the folder: it is there whole or not at all."""
        system, path = self._at()
        path = f"{path}/{name}"
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        if isinstance(system, LocalFileSystem):
            whole = Path(path)
            partial = whole.with_name(f".{whole.name}.{uuid.uuid4().hex}")  # two workers may be at the same part
            try:
                partial.write_bytes(content)
                partial.replace(whole)
            finally:
                partial.unlink(missing_ok=True)
        else:  # stores of objects put a file whole
            system.pipe_file(path, content)

    def write_part(self, number: int, content: bytes, note: Note) -> None:
        """Write a part, then the note that says it is done."""
        self.write(f"part-{number:05}.{self.format}", content)
        self.write(f"_parts/{number:05}.json", f"{encode(note)}\n".encode())

    def _read_notes(self) -> dict[int, Note]:
        system, path = self._at()
        done = system.glob(f"{path}/_parts/*.json")
        contents = system.cat(done) if done else {}
        return {
            int(name.rpartition("/")[2].removesuffix(".json")): msgspec.json.decode(content, type=Note)
            for name, content in contents.items()
        }

    def finish(self, notes: Mapping[int, Note], *, whole: bool) -> str | None:
        """Write what the notes of all parts say; the path of the articles in quarantine, where there are any."""
        system, path = self._at()
        for left in system.glob(f"{path}/.part-*"):  # by a worker that died
            system.rm_file(left)
        quarantined = [article for number in sorted(notes) for article in notes[number].quarantined]
        if quarantined:
            self.write("quarantine.jsonl", "".join(f"{encode(article)}\n" for article in quarantined).encode())
        if whole:
            self.write("_SUCCESS", b"")
        return f"{self.url}/quarantine.jsonl" if quarantined else None

    def _at(self) -> tuple[Any, str]:
        system, path = fsspec.url_to_fs(self.url)
        return system, str(path).rstrip("/")
