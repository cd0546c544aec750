"""Every lexicon is a table as `vnreports.lexicon` describes it."""

import unicodedata
from pathlib import Path

import pytest

import vnreports
from vnreports.lexicon import LexiconError, parse_table

TABLES = sorted((Path(vnreports.__file__).parent / "lexicons").glob("*"))


@pytest.fixture(params=TABLES, ids=lambda path: path.name)
def table(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_it_is_utf_8_nfc_with_plain_line_ends(table: Path) -> None:
    content = table.read_bytes().decode("utf-8")
    assert table.suffix == ".tsv"
    assert content == unicodedata.normalize("NFC", content)
    assert "\r" not in content
    assert content.endswith("\n")
    assert not content.endswith("\n\n")


def test_its_comments_stand_first_and_name_a_source(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert lines[: len(comments)] == comments
    assert len([line for line in comments if line.startswith("# source: ") and line[10:].strip()]) == 1


def test_its_rows_are_sorted_and_stand_once(table: Path) -> None:
    rows = [tuple(row.values()) for row in parse_table(table.read_text(encoding="utf-8"), name=table.name)]
    assert rows, "a table without rows"
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert len(rows) == len(set(rows))
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize(
    ("content", "says"),
    [("# source: x\n", "no header row"), ("a\tb\n1\n", "line 2: 1 cells where the header has 2")],
)
def test_a_broken_table_is_named(content: str, says: str) -> None:
    with pytest.raises(LexiconError, match=f"x.tsv.*{says}"):
        parse_table(content, name="x.tsv")
