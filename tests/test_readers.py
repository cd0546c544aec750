"""Articles from files of every kind, and what is told of those that can't be read. All texts are invented."""

import datetime
import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from vnreports.readers import InputProblem, count_articles, read_articles

TEXT = "Tỉnh Mẫu giảm 6 cơ quan.\r\n\r\nChi 4,5 tỷ đồng."
LINE = json.dumps({"id": "tin-1", "text": TEXT, "date": "2025-09-12", "publisher": "Báo Mẫu"}, ensure_ascii=False)
PAGE = (
    '<html><head><title>Tỉnh Mẫu giảm 6 cơ quan</title><meta property="article:published_time" content="2025-09-12">'
    '<meta property="og:site_name" content="Báo Mẫu"></head><body><article><h1>Tỉnh Mẫu giảm 6 cơ quan</h1>'
    + "<p>Ủy ban nhân dân tỉnh Mẫu chi 4,5 tỷ đồng để sắp xếp 6 cơ quan trong năm nay.</p>" * 5
    + "</article></body></html>"
)


def read(*inputs):
    problems: list[InputProblem] = []
    articles = list(read_articles(inputs, tell=problems.append))
    return articles, [str(problem) for problem in problems]


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", ""), ("utf-8-sig", "\ufeff"), ("utf-16", "\ufeff")])
def test_text_is_read_as_it_stands(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_bytes(TEXT.encode(encoding))
    ((article,), problems) = read(path)
    assert article == {"id": "bao-cao", "text": mark + TEXT, "date": None}
    assert problems == []


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-09-12.txt", datetime.date(2025, 9, 12)),
        ("2025-09-12-hop-bao.txt", datetime.date(2025, 9, 12)),
        ("hop-bao-2025-09-12.txt", None),
        ("2025-09.txt", None),
        ("2025-09-123.txt", None),
    ],
)
def test_a_file_name_that_opens_with_a_day_gives_the_date(tmp_path: Path, name: str, date) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    ((article,), _) = read(tmp_path)
    assert (article["date"], article["id"]) == (date, name[:-4])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tin.jsonl", LINE.encode()),
        ("tin.jsonl", LINE.encode("utf-8-sig")),
        ("tin.jsonl", LINE.encode("utf-16")),
        ("tin.jsonl.gz", gzip.compress(LINE.encode(), mtime=0)),
    ],
)
def test_json_lines(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (article,), problems = read(tmp_path / name)
    assert problems == []
    assert article["id"] == "tin-1"
    assert article["text"] == TEXT
    assert article["date"] == datetime.date(2025, 9, 12)
    assert article["publisher"] == "Báo Mẫu"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "a", "text": ', "truncated"),
        ('{"id": "a"}', "missing required field `text`"),
        ('{"id": "a", "text": "  "}', "no text"),
        ('{"id": "a", "text": 7}', "Expected `str`"),
        ('["a"]', "Expected `object`"),
        ('{"id": "a", "text": "Giảm 6 cơ quan.", "date": "12/9/2025"}', "12/9/2025"),
        ('{"id": "a", "text": "Giảm \\ud800 6."}', "surrogate"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "tin.jsonl"
    path.write_text(f"{LINE}\n\n{line}\n{LINE.replace('tin-1', 'tin-2')}\n", encoding="utf-8")
    articles, problems = read(path)
    assert [article["id"] for article in articles] == ["tin-1", "tin-2"]
    assert len(problems) == 1
    assert problems[0].startswith(f"{path}:3: ")
    assert says in problems[0]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", "Quảng".encode("utf-16-le"), "is not UTF-8"),
        ("a.txt", b"line 1\n\xe0 line 2", "line 2 is not UTF-8"),
        ("a.txt", b" \n", "no text"),
        ("a.docx", b"PK", "no reader for this kind of file"),
        ("a.jsonl.gz", gzip.compress(LINE.encode() * 9, mtime=0)[:60], "broken"),
        ("a.jsonl.gz", b"not an archive", "gzip"),
        ("a.html", b"<html></html>", "no article found"),
        ("2025-13-12.txt", b"x", "month must be in 1..12"),
    ],
)
def test_an_unreadable_file_is_named(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    articles, problems = read(path)
    assert articles == []
    assert len(problems) == 1
    assert problems[0].startswith(str(path))
    assert says in problems[0]


def test_a_missing_file_is_named() -> None:
    assert read("khong-co.txt") == ([], ["khong-co.txt: there is no such file or folder; check the path"])


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b/tin.txt", "a/tin.txt", "c.txt", "ghi-chu.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: giảm 6 cơ quan", encoding="utf-8")
    articles, problems = read(tmp_path)
    assert [(article["id"], article["text"][:5]) for article in articles] == [
        ("tin", "a/tin"),
        ("tin-2", "b/tin"),
        ("c", "c.txt"),
    ]
    assert problems == [f"{tmp_path / 'b/tin.txt'}: the id tin was there before; this one is taken as tin-2"]
    assert count_articles([tmp_path]) == 3


def test_an_id_made_unique_never_hides_one_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "tin.jsonl"
    path.write_text(
        "\n".join(json.dumps({"id": name, "text": "x"}) for name in ("a", "a-2", "a", "a")), encoding="utf-8"
    )
    assert [article["id"] for article in read(path)[0]] == ["a", "a-2", "a-3", "a-4"]


@pytest.mark.parametrize(
    ("content", "ids"), [("Giảm 6 cơ quan.", ["stdin"]), (f"\n{LINE}\n{LINE}\n", ["tin-1", "tin-1-2"])]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [article["id"] for article in read("-")[0]] == ids
    assert count_articles(["-"]) is None


def test_a_web_page_gives_title_date_and_outlet(tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,), problems = read(path)
    assert problems == []
    assert article["text"].startswith("Tỉnh Mẫu giảm 6 cơ quan\n")
    assert "4,5 tỷ đồng" in article["text"]
    assert (article["title"], article["date"], article["publisher"]) == (
        "Tỉnh Mẫu giảm 6 cơ quan",
        datetime.date(2025, 9, 12),
        "Báo Mẫu",
    )
