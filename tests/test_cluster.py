"""A cluster does what one process does, whoever dies on the way: every article once, in parts that never vary."""

import collections
import gzip
import json
import subprocess
import sys
from pathlib import Path

import deadly
import pytest
import typer
from typer.testing import CliRunner

pytest.importorskip("distributed")

import pyarrow as pa
import pyarrow.parquet as pq

from vnreports import cluster, scheduler, splits
from vnreports.cli import app
from vnreports.cluster import Job, _Part, _Run, extract_on_cluster, write_part
from vnreports.journal import Pins
from vnreports.parts import Folder, Note
from vnreports.readers import read_articles
from vnreports.scheduler import connect
from vnreports.shards import extract_shard
from vnreports.splits import Split, cut_files, cut_split, find_files, read_split
from vnreports.streams import Errors


def run(*arguments: object):
    return CliRunner().invoke(app, ["extract", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def client():
    """A cluster of two workers on this machine, for all tests of this module."""
    with connect("local", workers=2, errors=Errors()) as client:
        yield client


@pytest.fixture
def extract(client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The run on that cluster; the splits are small."""
    monkeypatch.setattr(splits, "_SIZE", 2_000)
    monkeypatch.setattr(cluster, "_AHEAD", 1)

    class Kept:
        def __enter__(self):
            return client

        def __exit__(self, *problem):
            pass

    def run_on_it(*inputs: object, output: object = tmp_path / "out", **options):
        errors = Errors()
        options = {"date": None, "format": "jsonl", "resume": False, **options}
        counts = extract_on_cluster(Kept(), [str(path) for path in inputs], str(output), errors=errors, **options)
        return counts, errors.lost

    return run_on_it


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!_]*")}


def joined(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("part-*")))


def expected(path: Path) -> bytes:
    return extract_shard(list(read_articles([path], tell=print))).content


def documents(content: bytes) -> list[str]:
    return [record["doc"] for record in map(json.loads, content.splitlines()) if record["type"] == "document"]


def test_the_parts_are_what_one_process_writes(extract, tmp_path: Path) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 100)
    counts, lost = extract(path)
    assert (counts["document"], lost) == (100, 0)
    assert len(contents(tmp_path / "out")) > 3
    assert joined(tmp_path / "out") == expected(path)
    assert (tmp_path / "out" / "_SUCCESS").exists()
    (tmp_path / "tin.jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    extract((tmp_path / "tin.jsonl.gz").as_uri(), output=(tmp_path / "packed").as_uri())
    assert contents(tmp_path / "packed") == contents(tmp_path / "out")


def test_parquet_goes_in_and_out(extract, tmp_path: Path) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 60)
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    folder = tmp_path / "articles"
    folder.mkdir()
    for n, some in enumerate((rows[:25], rows[25:])):
        pq.write_table(pa.Table.from_pylist(some), folder / f"{n}.parquet", row_group_size=10)
    counts, lost = extract(folder, format="parquet")
    assert (counts["document"], lost) == (60, 0)
    run(path, "-o", tmp_path / "one.parquet", "--format", "parquet")
    assert pq.read_table(sorted((tmp_path / "out").glob("part-*"))).equals(pq.read_table(tmp_path / "one.parquet"))


def test_the_work_of_a_killed_worker_is_done_again(extract, tmp_path: Path) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 100, once=tmp_path / "killed")
    counts, lost = extract(path, extract=deadly.die_once)
    assert (tmp_path / "killed").exists()
    assert (counts["document"], lost) == (100, 0)
    assert joined(tmp_path / "out") == expected(path)


def test_articles_that_kill_their_workers_are_found(extract, tmp_path: Path, capsys) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 60, poisoned=[7, 45])  # in two parts, at the same time
    counts, lost = extract(path, extract=deadly.die_of_poison)
    assert (counts["document"], lost) == (58, 2)
    assert "tin-7: its workers died, also with it alone" in capsys.readouterr().err
    assert documents(joined(tmp_path / "out")) == [f"tin-{n}" for n in range(60) if n not in (7, 45)]
    quarantine = tmp_path / "out" / "quarantine.jsonl"
    assert [article["id"] for article in read_articles([quarantine], tell=print)] == ["tin-7", "tin-45"]


def test_a_result_that_died_with_its_worker_is_waited_for(client, tmp_path: Path) -> None:
    class Lost:
        """A task that is done, then lost, then done again."""

        key = "part-0"
        states = iter(["lost", "pending", "finished"])
        status = property(lambda self: next(self.states))

        def result(self):
            return Note()

    class Tasks(list):
        add = list.append

    part = _Part(0, Split("tin.jsonl", "tin", 0, 1))
    run = _Run(client, Job(Folder(str(tmp_path), "jsonl"), None))
    run.tasks, run.done = {"part-0": (part, None)}, Tasks([Lost()])
    assert list(run.work_off(iter([]))) == [(part, Note())]


def test_a_run_that_was_stopped_goes_on(extract, tmp_path: Path, capsys) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 100)
    extract(path)
    whole = contents(tmp_path / "out")
    for name in ("part-00002.jsonl", "_parts/00002.json", "_SUCCESS"):
        (tmp_path / "out" / name).unlink()
    untouched = (tmp_path / "out" / "part-00001.jsonl").stat().st_mtime_ns
    counts, _ = extract(path, resume=True)
    assert counts["document"] == 100
    assert contents(tmp_path / "out") == whole
    assert (tmp_path / "out" / "part-00001.jsonl").stat().st_mtime_ns == untouched
    assert "going on after" in capsys.readouterr().err


def test_a_split_that_cannot_be_written_is_told_and_done_when_the_run_goes_on(extract, tmp_path: Path, capsys) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 60)
    obstacle = tmp_path / "out" / "part-00001.jsonl"
    extract(path)
    obstacle.unlink()
    (tmp_path / "out" / "_parts" / "00001.json").unlink()
    obstacle.mkdir()
    _, lost = extract(path, resume=True)
    assert lost == 1
    assert f"{path}:2000-4000: IsADirectoryError" in (told := capsys.readouterr().err)
    assert "parts that are missing: 1" in told
    obstacle.rmdir()
    counts, lost = extract(path, resume=True)
    assert (counts["document"], lost) == (60, 0)
    assert joined(tmp_path / "out") == expected(path)


def test_lines_that_cannot_be_read_are_told_with_their_offset(extract, tmp_path: Path, capsys) -> None:
    path = tmp_path / "tin.jsonl"
    good = json.dumps({"text": "Giảm 6 xã."}, ensure_ascii=False).encode() + b"\n"
    path.write_bytes(good * 100 + b"\n{broken\n" + good)
    counts, lost = extract(path)
    assert (counts["document"], lost) == (101, 1)
    offset = 100 * len(good) + 1
    assert f"{path}:{offset}: " in capsys.readouterr().err
    assert documents(joined(tmp_path / "out"))[1::99] == [f"tin-{len(good)}", f"tin-{offset + 8}"]


def test_a_cut_depends_on_nothing_and_loses_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 40)
    ids = [f"tin-{n}" for n in range(40)]
    for size in (1, 7, 100, 145, 1_000, 1_000_000):
        monkeypatch.setattr(splits, "_SIZE", size)
        cut = list(cut_files(find_files([str(path)], tell=print), tell=print))
        assert [article["id"] for split in cut for article in read_split(split, tell=print)] == ids
    pieces = cut_split(cut[0], pieces=8)
    assert len(pieces) == 8
    assert [article["id"] for piece in pieces for article in read_split(piece, tell=print)] == ids


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"text", "a cluster reads .jsonl, .jsonl.gz, .parquet; write such a file with: vnreports articles"),
        ("a.jsonl.gz", b"not an archive", "make or fetch the file again"),
        ("a.parquet", b"not a table", "make or fetch the file again"),
    ],
)
def test_inputs_that_cannot_be_read_are_told(extract, tmp_path: Path, capsys, name, content, reason) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    (tmp_path / name).write_bytes(content)
    counts, lost = extract(path, tmp_path / name, tmp_path / "khong-co.jsonl")
    assert (counts["document"], lost) == (3, 2)
    told = capsys.readouterr().err
    assert reason in told
    assert "khong-co.jsonl: there is no such file or folder" in told


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--cluster", "tcp://127.0.0.1:1"), "no scheduler answers at tcp://127.0.0.1:1"),
        (("--cluster", "khong-co.json"), "there is no scheduler file khong-co.json"),
        (("--cluster", "tcp://127.0.0.1:1", "--workers", "2"), "the cluster has its own workers"),
    ],
)
def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch, options, reason: str) -> None:
    monkeypatch.setattr(scheduler, "_SECONDS", 1)
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    result = run(path, "-o", tmp_path / "out", *options)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert "Traceback" not in result.output


def test_a_cluster_needs_a_folder_of_its_own(tmp_path: Path) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    assert "a cluster writes to a folder" in run(path, "--cluster", "local").stderr
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "part-00000.jsonl").touch()  # of another program
    result = run(path, "-o", taken, "--cluster", "local")
    assert result.exit_code == 2
    assert "holds other things already; name a new folder with -o" in result.stderr
    assert [file.name for file in taken.iterdir()] == ["part-00000.jsonl"]


@pytest.mark.parametrize("output", ["nothing://bucket/out", "tin.jsonl/out"])
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, output: str) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    result = run(path, "-o", output.replace("tin.jsonl", str(path)), "--cluster", "local")
    assert result.exit_code == 2
    assert "can't be written: " in result.stderr


def test_broken_notes_are_told(extract, tmp_path: Path, capsys) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    extract(path)
    (tmp_path / "out" / "_parts" / "00000.json").write_text("{", encoding="utf-8")
    with pytest.raises(typer.Exit):
        extract(path, resume=True)
    assert "has broken notes" in capsys.readouterr().err


def test_the_folder_to_write_to_is_not_read_from(extract, tmp_path: Path, capsys) -> None:
    extract(deadly.write_articles(tmp_path / "tin.jsonl", 3))
    path = deadly.write_articles(tmp_path / "out" / "quarantine.jsonl", 3)
    with pytest.raises(typer.Exit):
        extract(path)
    assert "is in the folder to write to; name another one with -o" in capsys.readouterr().err
    assert path.exists()


def test_a_run_with_other_inputs_does_not_go_on(extract, tmp_path: Path, capsys) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 3)
    extract(path)
    with pytest.raises(typer.Exit):
        extract(deadly.write_articles(path, 4), resume=True)
    assert "can't be resumed: the input" in capsys.readouterr().err


def test_a_worker_with_another_version_is_told(client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnreports.__version__", "0.0.0")
    with pytest.raises(
        scheduler.RunError, match=r"this is vnreports 0\.0\.0, the worker tcp://.* has .*; install the same"
    ):
        scheduler._check_versions(client)


def test_the_command_with_a_cluster_on_this_machine(tmp_path: Path) -> None:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 100)
    # workers import the main module again: it must not run the command in them
    program = "from vnreports.cli import app\nif __name__ == '__main__':\n    app()"
    (tmp_path / "command.py").write_text(program, encoding="utf-8")
    command = [sys.executable, tmp_path / "command.py", "extract", path, "-o", tmp_path / "out", "--cluster", "local"]
    result = subprocess.run([*command, "--workers", "2"], capture_output=True, text=True, check=True)
    assert result.stderr.startswith("100 documents, ")
    assert collections.Counter(documents(joined(tmp_path / "out"))) == {f"tin-{n}": 1 for n in range(100)}


def test_a_store_of_objects_is_read_and_written_like_a_folder(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    path = deadly.write_articles(tmp_path / "tin.jsonl", 5)
    store = fsspec.filesystem("memory")
    store.pipe_file("/articles/a/tin.jsonl", path.read_bytes())
    (split,) = cut_files(find_files(["memory://articles"], tell=print), tell=print)
    assert (split.url, split.stem) == ("memory:///articles/a/tin.jsonl", "a/tin")
    folder = Folder("memory://records", "jsonl")
    pins = Pins("0.1.0", None, {})
    assert folder.begin(pins, resume=True) == {}
    note = write_part(Job(folder, None), split, 0, {})
    assert note.counts["document"] == 5
    assert store.cat_file("/records/part-00000.jsonl") == expected(path)
    assert folder.begin(pins, resume=True) == {0: note}
    assert folder.finish({0: note}, whole=True) is None
    assert folder.begin(pins, resume=False) == {}
    assert store.ls("/records", detail=False) == ["/records/_run.json"]
