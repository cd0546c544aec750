"""The command line as a user sees it: what goes to which stream, and the exit status. All texts are invented."""

import csv
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import vnreports
from vnreports.cli import app
from vnreports.report import read_report
from vnreports.tables import read_records

TEXT = "Tỉnh Quảng Ninh giảm 6 cơ quan\n\nNgày 12/9, tỉnh chi 4,5 tỷ đồng."
COMMAND = str(Path(sys.executable).with_name("vnreports"))


def run(*arguments: object, stdin: str | None = None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "mau.txt").write_text(TEXT, encoding="utf-8")
    (folder / "tin.jsonl").write_text(
        json.dumps({"id": "tin-1", "text": TEXT, "date": "2024-09-13"}, ensure_ascii=False), encoding="utf-8"
    )
    return folder


def test_extract_writes_json_lines_to_standard_output(reports: Path) -> None:
    result = run("extract", reports, "--date", "2025-09-13")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert {record["doc"] for record in records} == {"mau", "tin-1"}
    assert [r["date"] for r in records if r["type"] == "document"] == ["2025-09-13", "2024-09-13"]
    assert all(TEXT[r["start"] : r["end"]] == r["text"] for r in records if "start" in r)
    assert result.stderr.startswith("2 documents, ")


def test_extract_writes_a_file_whole_or_not_at_all(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "records.jsonl"
    result = run("extract", reports, "-o", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert len({record.doc for record in read_records(out)}) == 2
    assert [path.name for path in out.parent.iterdir()] == ["records.jsonl"]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_extract_writes_tables(reports: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"records.{format}"
    assert run("extract", reports, "-o", out, "--format", format).exit_code == 0
    if format == "csv":
        with out.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
    else:
        rows = __import__("pyarrow.parquet").parquet.read_table(out).to_pylist()
    assert {row["type"] for row in rows} >= {"document", "claim"}
    assert {str(row["value"]).split(".")[0] for row in rows if row["type"] == "claim"} == {"6", "4500000000"}


def test_parquet_needs_a_file(reports: Path) -> None:
    result = run("extract", reports, "--format", "parquet")
    assert result.exit_code == 2
    assert "name a file with -o" in result.stderr


def test_a_broken_input_is_named_and_the_rest_is_done(reports: Path, tmp_path: Path) -> None:
    broken = reports / "hong.jsonl"
    broken.write_text('{"id": "a", "text": "Giảm 7 xã."}\n{"id": "b"\n', encoding="utf-8")
    out = tmp_path / "records.jsonl"
    result = run("extract", reports, "khong-co.txt", "-o", out)
    assert result.exit_code == 1
    assert f"{broken}:2: " in result.stderr
    assert "khong-co.txt: there is no such file" in result.stderr
    assert "inputs lost: 2, see above" in result.stderr
    assert {record.doc for record in read_records(out)} == {"mau", "tin-1", "a"}
    assert "Traceback" not in result.stderr


def test_a_fault_in_one_article_costs_no_other(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_but_one(article):
        if article["id"] == "mau":
            raise IndexError("made up")
        return read_report(article)

    monkeypatch.setattr("vnreports.shards.read_report", read_but_one)
    result = run("extract", reports)
    assert result.exit_code == 1
    assert "mau: IndexError: made up" in result.stderr
    assert '"doc":"tin-1"' in result.stdout


@pytest.mark.parametrize("arguments", [("extract", "x.txt", "--date", "13/9/2025"), ("extract",), ("extrakt", "x.txt")])
def test_a_wrong_call_is_explained(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("output", ["mau.txt/out.jsonl", "."])
def test_an_output_that_cannot_be_written_is_named(reports: Path, output: str) -> None:
    result = run("extract", reports, "-o", reports / output)
    assert result.exit_code == 2
    assert "can't be written" in result.stderr


def test_standard_input() -> None:
    result = run("extract", "-", stdin=TEXT)
    assert result.exit_code == 0
    assert '"doc":"stdin"' in result.stdout


def test_articles_are_written_as_they_were_read(reports: Path) -> None:
    result = run("articles", reports)
    assert result.exit_code == 0
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == [TEXT, TEXT]


def test_show_prints_counts_and_claims(reports: Path, tmp_path: Path) -> None:
    run("extract", reports, "-o", tmp_path / "records.jsonl")
    result = run("show", tmp_path / "records.jsonl", "--claims", "1")
    assert result.exit_code == 0
    assert "2 reports" in result.stdout
    assert "cơ quan" in result.stdout
    assert "4,500,000,000" not in result.stdout


def test_evaluate_prints_figures_and_writes_errors(reports: Path, tmp_path: Path) -> None:
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    run("extract", reports, "-o", gold)
    run("extract", reports / "mau.txt", "-o", found)
    result = run("evaluate", gold, found, "--json", "--errors", tmp_path / "errors.jsonl")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["claim.value"] == {"p": 1.0, "r": 0.5, "f1": 0.6667, "gold": 4, "pred": 2}
    errors = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {error["doc"] for error in errors} == {"tin-1"}
    assert "claim.value" in run("evaluate", gold, found).stdout


@pytest.mark.parametrize("command", [("show",), ("evaluate",)])
def test_a_missing_file_of_records_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run(*command, *[tmp_path / "khong-co.jsonl"] * (2 if command == ("evaluate",) else 1))
    assert result.exit_code == 2
    assert "khong-co.jsonl: No such file or directory; check the path" in result.stderr


@pytest.mark.parametrize("command", [("show",), ("evaluate",)])
def test_a_broken_file_of_records_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    broken = tmp_path / "records.jsonl"
    broken.write_text('{"type": "claim"}\n', encoding="utf-8")
    result = run(*command, *[broken] * (2 if command == ("evaluate",) else 1))
    assert result.exit_code == 2
    assert f"{broken}:1: " in result.stderr


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["$defs"]["Claim"]


def test_the_installed_command() -> None:
    version = subprocess.run([COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.strip() == f"vnreports {vnreports.__version__}"


def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([COMMAND, "--help"], capture_output=True, check=True)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 0.3
