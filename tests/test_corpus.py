"""The pipeline is held to the gold of `corpus/`: floors on its figures, over all reports and on each."""

import functools
from pathlib import Path

import pytest

from vnreports import extract
from vnreports.gold import read_gold
from vnreports.records import Check, Document, Official, Place, Record
from vnreports.scoring import Figure, score

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "gold").glob("*.marked"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)

# F1, or accuracy for a field: raise a floor when the pipeline has passed it, never lower one
FLOORS = {
    "claim.value": 0.98,
    "claim.span_exact": 0.98,
    "claim.unit": 0.98,
    "claim.modifier": 0.98,
    "claim.dimension": 0.99,
    "claim.total": 0.99,
    "claim.topic": 0.90,
    "claim.direction": 0.95,
    "claim.difference": 0.97,
    "claim.status": 0.97,
    "claim.source": 0.97,
    "claim.place": 0.92,
    "claim.date": 0.96,
    "claim.links": 0.89,
    "date.found": 0.99,
    "date.value": 0.99,
    "date.bound": 0.97,
    "official.people": 0.99,
    "official.linked_mentions": 0.98,
    "official.title_mentions": 0.99,
    "official.positions": 0.99,
    "place.mentions": 0.99,
    "place.code": 0.99,
    "place.level": 0.99,
    "document.date": 1.0,
    "document.photo_credits": 0.99,
}
FLOORS_OF_EACH = {
    "claim.value": 0.90,
    "date.value": 0.80,
    "official.people": 0.75,
    "place.mentions": 0.85,
}


@functools.cache
def read_both(path: Path) -> tuple[str, list[Record], list[Record]]:
    """The text, its gold and what the pipeline finds, with the date where the caller would give it."""
    text, gold = read_gold(path)
    document = gold[0]
    assert isinstance(document, Document)
    date = document.date if document.date_source == "given" else None
    return text, gold, list(extract(text, doc=path.stem, date=date).records)


def worth(figure: Figure) -> float:
    numbers = figure.as_json()
    return numbers["f1"] if "f1" in numbers else numbers["acc"]


@pytest.mark.parametrize("name", FLOORS)
def test_the_whole_corpus(name):
    both = [read_both(path) for path in FILES]
    figures = score([r for _, gold, _ in both for r in gold], [r for *_, found in both for r in found]).figures()
    assert worth(figures[name]) >= FLOORS[name]


@each_file
def test_each_report(path):
    _, gold, found = read_both(path)
    figures = score(gold, found).figures()
    low = {name: worth(figures[name]) for name in FLOORS_OF_EACH if name in figures}
    assert {name: value for name, value in low.items() if value < FLOORS_OF_EACH[name]} == {}


@each_file
def test_offsets_are_exact(path):
    text, _, found = read_both(path)
    for record in found:
        spans = record.mentions if isinstance(record, Official | Place) else [record]
        for span in spans:
            if not isinstance(span, Document | Check):
                assert text[span.start : span.end] == span.text


@each_file
def test_the_document_record(path):
    _, gold, found = read_both(path)
    wanted, got = gold[0], found[0]
    assert isinstance(wanted, Document)
    assert isinstance(got, Document)
    fields = ("title", "date", "date_source", "authors", "photo_credits", "length")
    assert {name: getattr(got, name) for name in fields} == {name: getattr(wanted, name) for name in fields}
