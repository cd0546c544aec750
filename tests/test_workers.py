"""Several workers do what one does, byte for byte, whoever dies on the way; a run that was stopped goes on."""

import functools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import deadly
import pytest
from deadly import die_of_poison, die_once, write_articles
from typer.testing import CliRunner

from vnreports.cli import app
from vnreports.readers import read_articles
from vnreports.shards import cut_shards
from vnreports.workers import WorkersError, extract_shards

CORPUS = Path(__file__).parent.parent / "corpus"


def run(*arguments: object):
    return CliRunner().invoke(app, ["extract", *(str(argument) for argument in arguments)])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "tin.jsonl", 180)


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet"])
def test_the_number_of_workers_changes_no_byte(articles: Path, tmp_path: Path, format: str) -> None:
    contents = set()
    for workers in (1, 2, 3):
        out = tmp_path / f"{workers}.{format}"
        result = run(articles, "-o", out, "--format", format, "--workers", workers)
        assert result.exit_code == 0, result.output
        assert result.stderr.startswith("180 documents, ")
        contents.add(out.read_bytes())
    assert len(contents) == 1
    assert {path.name for path in tmp_path.iterdir()} == {f"{n}.{format}" for n in (1, 2, 3)} | {"tin.jsonl"}


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_standard_output_has_the_same_bytes_as_the_file(articles: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "out"
    run(articles, "-o", out, "--format", format)
    assert run(articles, "--format", format, "--workers", 2).stdout_bytes == out.read_bytes()


def test_the_shard_of_a_killed_worker_is_done_again(tmp_path: Path) -> None:
    path = write_articles(tmp_path / "tin.jsonl", 120, once=tmp_path / "killed")
    shards = list(cut_shards(read_articles([path], tell=print)))
    done = list(extract_shards(shards, workers=2, extract=die_once))
    assert (tmp_path / "killed").exists()
    assert done == list(extract_shards(shards, workers=1))


def test_an_article_that_kills_its_worker_is_put_in_quarantine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_articles(tmp_path / "tin.jsonl", 120, poisoned=[7, 60])
    out = tmp_path / "out.jsonl"
    poisoned = functools.partial(extract_shards, extract=die_of_poison)
    monkeypatch.setattr("vnreports.extraction.extract_shards", poisoned)
    result = run(path, "-o", out, "--workers", 2)
    assert result.exit_code == 1
    assert "tin-7: 2 workers died of it" in result.stderr
    assert "inputs lost: 2, see above" in result.stderr
    quarantine = tmp_path / "out.jsonl.quarantine.jsonl"
    assert str(quarantine) in result.stderr
    assert [article["id"] for article in read_articles([quarantine], tell=print)] == ["tin-7", "tin-60"]
    docs = [record["doc"] for record in map(json.loads, out.open()) if record["type"] == "document"]
    assert docs == [f"tin-{n}" for n in range(120) if n not in (7, 60)]


def test_workers_that_cannot_start_are_no_fault_of_the_articles() -> None:
    with pytest.raises(WorkersError, match="can't be started"):
        list(extract_shards([[{"text": "Giảm 6 xã."}]], workers=2, extract=CannotBeThere()))


class CannotBeThere:
    def __call__(self, articles):
        raise AssertionError

    def __reduce__(self):
        return (deadly.die, ())


def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    (tmp_path / "hong.jsonl").write_text("không phải JSON\n", encoding="utf-8")
    inputs = [tmp_path / "hong.jsonl", *[CORPUS] * 8]
    expected = run(*inputs, "-o", whole, "--workers", 2)
    program = "from vnreports.cli import app; app()"
    command = [sys.executable, "-c", program, "extract", *map(str, inputs), "-o", str(out), "--workers", "2"]
    # a session of its own: all its processes are one group
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    journal = tmp_path / "out.jsonl.part.journal"
    wait_until(lambda: process.poll() is not None or (journal.exists() and journal.read_bytes().count(b"\n") > 2))
    process.kill()
    process.wait()
    wait_until(lambda: not is_group(process.pid))  # its workers end with it
    assert not out.exists()
    with journal.open("ab") as stream:
        stream.write(b'{"articles":1')  # a line that was being written
    resumed = run(*inputs, "-o", out, "--workers", 3, "--resume")
    assert "out.jsonl: going on after " in resumed.stderr
    assert resumed.stderr.endswith(expected.stderr[-200:])
    assert (resumed.exit_code, expected.exit_code) == (1, 1)
    assert out.read_bytes() == whole.read_bytes()
    assert not journal.exists()


def wait_until(condition) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def is_group(number: int) -> bool:
    try:
        os.killpg(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def stopped(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output of a run that Ctrl-C has stopped after one shard."""

    def stop_after_one(shards, *, workers):
        yield next(extract_shards(shards, workers=workers))
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vnreports.extraction.extract_shards", stop_after_one)
        result = run(articles, "-o", tmp_path / "out.csv", "--format", "csv")
    assert result.exit_code == 130
    assert "stopped; go on with the same command and --resume" in result.stderr
    return tmp_path / "out.csv"


def test_a_run_that_was_stopped_goes_on_in_every_format(articles: Path, stopped: Path) -> None:
    assert not stopped.exists()
    result = run(articles, "-o", stopped, "--format", "csv", "--resume")
    assert result.exit_code == 0
    assert "going on after 50 articles" in result.stderr
    assert "180 documents" in result.stderr
    assert run(articles, "--format", "csv").stdout_bytes == stopped.read_bytes()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"\n"), "14,481 bytes then and is 14,482 bytes now"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"tin-49", b"bai-49")), "article 50 was tin-49 then"),
        (lambda path: path.rename(path.with_suffix(".txt")), "bytes then and is not there now"),
    ],
)
def test_a_run_over_other_inputs_does_not_go_on(articles: Path, stopped: Path, change, reason: str) -> None:
    change(articles)
    result = run(articles, "-o", stopped, "--resume")
    assert result.exit_code == 2
    assert "can't be resumed" in result.stderr
    assert reason in result.stderr
    assert "start it again without --resume" in result.stderr


def test_a_run_with_another_day_does_not_go_on(articles: Path, stopped: Path) -> None:
    result = run(articles, "-o", stopped, "--resume", "--date", "2025-09-12")
    assert result.exit_code == 2
    assert "it was begun with --date None, now it is 2025-09-12" in result.stderr


def test_a_run_without_resume_begins_again(articles: Path, stopped: Path) -> None:
    assert run(articles, "-o", stopped, "--format", "csv").exit_code == 0
    assert run(articles, "--format", "csv").stdout_bytes == stopped.read_bytes()


def test_the_articles_in_quarantine_are_not_written_over(tmp_path: Path) -> None:
    path = write_articles(tmp_path / "out.jsonl.quarantine.jsonl", 3)
    result = run(path, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "would be written over; name another output with -o" in result.stderr
    assert len(list(read_articles([path], tell=print))) == 3


def test_with_nothing_to_go_on_with_the_run_begins_anew(articles: Path, tmp_path: Path) -> None:
    result = run(articles, "-o", tmp_path / "out.jsonl", "--resume")
    assert result.exit_code == 0
    assert "nothing to go on with" in result.stderr


def test_resuming_needs_a_file(articles: Path) -> None:
    result = run(articles, "--resume")
    assert result.exit_code == 2
    assert "name it with -o" in result.stderr


def test_workers_need_no_import_once_the_run_has_begun(tmp_path: Path) -> None:
    # a Ctrl-C that falls into an import can be lost
    program = """
import atexit, sys
from vnreports import extraction
from vnreports.cli import app
begin = extraction.Journal
def begin_run(*arguments, **named):
    loaded = set(sys.modules)
    atexit.register(lambda: print("then:", *(set(sys.modules) - loaded)))
    return begin(*arguments, **named)
extraction.Journal = begin_run
app()
"""
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-c", program, "extract", str(CORPUS), "--workers", "2", "-o", str(out)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout.split() == ["then:"]


def test_ctrl_c_ends_the_workers(tmp_path: Path) -> None:
    # What a script starts in its background ignores Ctrl-C: these tests may be run there.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = f"{hear}; from vnreports.cli import app; app()"
    command = [sys.executable, "-c", program, "extract", *[str(CORPUS)] * 50, "--workers", "2", "-o"]
    process = subprocess.Popen(
        [*command, str(tmp_path / "out.jsonl")], start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    wait_until((tmp_path / "out.jsonl.part.journal").exists)
    os.killpg(process.pid, signal.SIGINT)
    assert "Traceback" not in process.communicate()[1]
    wait_until(lambda: not is_group(process.pid))
    assert process.returncode == 130
