"""Gold is read strictly, and what stands in `gold/` is sound in itself."""

import itertools
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from vnreports.gold import read_gold
from vnreports.marked import MarkedTextError
from vnreports.records import Claim, Date, Document, Official, Place

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "gold").glob("*.marked"))
HEAD = '<document id=mau01/>\n<place p1 name="Hà Nội" level=province code=01/>\n'
BODY = "<place p1>Hà Nội</place> chi <claim c1 value=5 unit=lớp>5</claim> lớp\n"
# the parts that the text gives as all the parts of a whole
SPLITS = [
    ("2025-08-20-langson01", "65", "61 + 4"),
    ("2025-08-20-langson01", "1.128", "846 + 282"),
    ("2025-08-20-langson01", "1.000 tỷ đồng", "912,5 tỷ đồng + 87,5 tỷ đồng"),
    ("nghean01", "30 tỷ đồng", "14 tỷ đồng + 9 tỷ đồng + 7 tỷ đồng"),
    ("2025-10-14-camau01", "940.500 tấn", "482.300 tấn + 458.200 tấn"),
    ("2025-09-30-danang01", "412.680", "373.063 + 39.617"),
    ("2025-09-30-danang01", "32 tỷ 500 triệu đồng", "20 tỷ đồng + 12,5 tỷ đồng"),
    ("2025-11-18-dongnai01", "36.000 tỷ đồng", "24.000 tỷ đồng + 12.000 tỷ đồng"),
    ("2025-06-17-quochoi01", "48.000 tỷ đồng", "30.000 tỷ đồng + 18.000 tỷ đồng"),
    ("thanhhoa01", "28.350 tỷ đồng", "19.845 tỷ đồng + 8.505 tỷ đồng"),
    ("2025-09-06-quangtri01", "374.200", "98.000 + 142.600 + 92.700 + 40.900"),
    ("2025-10-07-giaca01", "11", "9 + 2"),
    ("2025-10-07-giaca01", "680,6 tỷ USD", "348,7 tỷ USD + 331,9 tỷ USD"),
    ("2025-09-25-angiang01", "231.000 ha", "92.400 ha + 138.600 ha"),
    ("2017-11-14-kontum01", "4.200 tỉ đồng", "1.050 tỉ đồng + 2.730 tỉ đồng + 420 tỉ đồng"),
    ("2025-03-12-thaibinh01", "1.045", "628 + 305 + 112"),
    ("2025-03-12-thaibinh01", "873,2 tỷ đồng", "480 tỷ đồng + 393,2 tỷ đồng"),
]
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def write(folder: Path, marked: str, text: str = "Hà Nội chi 5 lớp\n") -> Path:
    for name in ("corpus", "gold"):
        (folder / name).mkdir()
    (folder / "corpus" / "mau01.txt").write_bytes(text.encode())
    path = folder / "gold" / "mau01.marked"
    path.write_bytes(marked.encode())
    return path


def test_the_records_of_a_gold_file(tmp_path):
    marked = (
        '<document id=mau01 date=2025-09-12 place="Hà Nội" authors="A; B"/>\n'
        '<place p1 name="Hà Nội" level=province code=01/>\n'
        '<official o1 name="Trần Văn Mẫu" positions="Bí thư | Thành ủy | Hà Nội; Tổng Bí thư ||"/>\n'
        "---\n"
        "<title o1>Bí thư Thành ủy <place p1>Hà Nội</place></title> <official o1>Mẫu</official>\n"
        "hết <date d1 first=2025-08-01 last=2025-08-31 bound=before>tháng 8</date>: "
        "<claim c1 low=8.3 high=8.5 dimension=percent unit=% difference=true source=o1 date=d1>8,3-8,5%</claim>\n"
    )
    text, records = read_gold(write(tmp_path, marked, "Bí thư Thành ủy Hà Nội Mẫu\nhết tháng 8: 8,3-8,5%\n"))
    document, official, place, date, claim = records
    assert text.startswith("Bí thư Thành ủy Hà Nội Mẫu\n")
    assert isinstance(document, Document)
    assert (document.authors, document.date_source, document.length) == (("A", "B"), "given", len(text))
    assert isinstance(official, Official)
    assert [(m.form, m.text) for m in official.mentions] == [("title", "Bí thư Thành ủy Hà Nội"), ("name", "Mẫu")]
    assert [(p.title, p.body, p.place) for p in official.positions] == [
        ("Bí thư", "Thành ủy", "Hà Nội"),
        ("Tổng Bí thư", None, None),
    ]
    assert isinstance(place, Place)
    assert (place.code, place.mentions[0].start) == ("01", 16)
    assert isinstance(date, Date)
    assert (date.kind, date.text, date.bound, str(date.last)) == ("date", "tháng 8", "before", "2025-08-31")
    assert isinstance(claim, Claim)
    assert (str(claim.low), claim.value, claim.topic, claim.difference) == ("8.3", None, "other", True)


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        (HEAD + BODY, "no line '---'"),
        (HEAD + "---\n" + BODY.replace("unit=", "unti="), "line 4: <claim c1>: unknown attribute unti"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5 place=p2 "), "line 4: <claim c1>: place=p2 leads nowhere"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5 was=c1 "), "was=c1 leads nowhere"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5 source=p1 "), "source: 'p1' is no id of the form o1"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5 topic=money "), "topic: 'money' is none of"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5,0 "), "value: '5,0' is no number"),
        (HEAD + "---\n" + BODY.replace("value=5 ", "value=5 difference=false "), "'false' is not 'true'"),
        (
            HEAD + "---\n" + BODY.replace("> lớp", "> <claim c1>lớp</claim>"),
            "line 4: <claim c1>: the id c1 is used twice",
        ),
        (HEAD + "---\n" + BODY.replace("<place p1>", "<place p2>"), "line 4: <place p2>: the head names no p2"),
        (HEAD + "---\n" + BODY.replace("<place p1>", "<place>"), "needs an id of the form p1"),
        (HEAD + "---\n" + BODY.replace("</claim>", ""), "<claim> is never closed"),
        (HEAD + "---\n" + BODY.replace("claim", "figure"), "line 4: unknown tag <figure>"),
        (HEAD + "---\n" + BODY.replace("lớp\n", "lớp.\n"), "the body differs from"),
        (HEAD + "---\n" + BODY.replace("<place p1>Hà Nội</place>", "Hà Nội"), "never marked in the body: p1"),
        (HEAD + HEAD.splitlines()[1] + "\n---\n" + BODY, "line 3: the id p1 is used twice"),
        (HEAD.replace("level=province", "level=town") + "---\n" + BODY, "line 2: level: 'town' is none of"),
        (HEAD.replace(" level=province", "") + "---\n" + BODY, "line 2: p1 lacks level"),
        (HEAD.replace("/>", ">", 1) + "---\n" + BODY, "line 1: the head has one"),
        (HEAD.replace("mau01", "mau02") + "---\n" + BODY, "the document's id is 'mau02'"),
        (HEAD.replace("id=mau01", "id=mau01 date=hôm-qua") + "---\n" + BODY, "line 1: date: Invalid isoformat"),
    ],
)
def test_what_breaks_the_form_is_named(tmp_path, marked, message):
    path = write(tmp_path, marked)
    with pytest.raises(MarkedTextError) as caught:
        read_gold(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_every_report_has_its_gold_and_its_row_in_the_table():
    reports = sorted(path.stem for path in (ROOT / "corpus").glob("*.txt"))
    assert reports == [path.stem for path in FILES]
    table = (ROOT / "corpus" / "README.md").read_text("utf-8")
    assert [name for name in reports if f"| `{name}` |" not in table] == []


@each_file
def test_text_and_offsets(path):
    text, records = read_gold(path)
    assert text.encode() == (ROOT / "corpus" / f"{path.stem}.txt").read_bytes()
    for record in records:
        spans = record.mentions if isinstance(record, Official | Place) else [record]
        for span in spans:
            if not isinstance(span, Document):
                assert text[span.start : span.end] == span.text == span.text.strip()


@each_file
def test_ids_are_numbered_in_text_order(path):
    _, records = read_gold(path)
    for kind in (Official, Place, Date, Claim):
        ids = [record.id for record in records if isinstance(record, kind)]
        assert ids == [f"{kind.__name__[0].lower()}{number}" for number in range(1, len(ids) + 1)]


@each_file
def test_values_are_whole(path):
    _, records = read_gold(path)
    document = records[0]
    assert isinstance(document, Document)
    for record in records:
        if isinstance(record, Date):
            has_days = record.first is not None and record.last is not None
            # without a document date nothing says which year "năm ngoái" is
            assert has_days != (record.duration is not None) or document.date is None, record.text
            assert (record.kind == "duration") == (record.duration is not None), record.text
            assert record.first is None or record.first <= record.last, record.text
        if isinstance(record, Claim):
            assert (record.value is None) == (record.low is not None) == (record.high is not None), record.text
            assert record.total is None or record.value <= record.total, record.text
            assert record.unit or record.dimension == "ratio", record.text
            assert (record.unit == "%") == (record.dimension == "percent"), record.text
            assert not record.difference or record.direction, record.text


@each_file
def test_links_fit_what_they_link(path):
    _, records = read_gold(path)
    claims = {record.id: record for record in records if isinstance(record, Claim)}
    for claim in claims.values():
        whole = claims.get(claim.part_of or "")
        if whole is not None and claim.dimension == whole.dimension and claim.unit == whole.unit and claim.value:
            assert claim.value <= whole.value, (claim.text, whole.text)
        if claim.was:
            assert claims[claim.was].dimension == claim.dimension, claim.text
        if claim.share_of:
            assert claim.dimension in ("percent", "ratio"), claim.text
            assert claims[claim.share_of].dimension != "percent", claim.text


@each_file
def test_a_percentage_in_brackets_fits_its_whole(path):
    """A share of a part is that part by its whole, to the digits printed."""
    _, records = read_gold(path)
    claims = {record.id: record for record in records if isinstance(record, Claim)}
    for share in claims.values():
        part = claims.get(share.share_of or "")
        if part is None or share.dimension != "percent" or share.modifier or share.value is None:
            continue
        whole = claims[part.part_of].value if part.part_of else part.total
        if whole is not None and part.value is not None:
            expected = Decimal(part.value) * 100 / Decimal(whole)
            half_a_digit = Decimal(10) ** -len(str(share.value).partition(".")[2]) / 2
            assert abs(expected - Decimal(share.value)) <= half_a_digit, (share.text, part.text, float(expected))


@pytest.mark.parametrize(
    ("name", "whole", "parts"), SPLITS, ids=lambda value: value if isinstance(value, str) else None
)
def test_parts_that_make_up_a_whole(name, whole, parts):
    _, records = read_gold(ROOT / "gold" / f"{name}.marked")
    claims = [record for record in records if isinstance(record, Claim)]
    total = next(claim for claim in claims if claim.text == whole and any(c.part_of == claim.id for c in claims))
    found = [claim for claim in claims if claim.part_of == total.id and claim.text in parts.split(" + ")]
    assert " + ".join(claim.text for claim in found) == parts
    assert sum(claim.value for claim in found) == total.value


def test_the_oddities_of_text_are_there():
    texts = {path.stem: read_gold(path)[0] for path in FILES}
    oddities = {
        "a BOM": lambda text: text.startswith("\ufeff"),
        "CRLF": lambda text: "\r\n" in text and "\n" not in text.replace("\r\n", ""),
        "NFD": lambda text: text != unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", text),
        "a non-breaking space": lambda text: "\u00a0" in text,
        "a zero-width space": lambda text: "\u200b" in text,
        "a repeated caption": lambda text: any(
            line.strip() and "Ảnh:" in line and line == other
            for line, other in itertools.pairwise(line for line in text.splitlines() if line.strip())
        ),
    }
    assert [name for name, found in oddities.items() if not any(map(found, texts.values()))] == []
