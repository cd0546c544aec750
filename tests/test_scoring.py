"""The score of small made-up records: what agrees, what is missing, what is extra."""

import dataclasses
import datetime

import msgspec
import pytest

from vnreports.records import Claim, Date, Document, Mention, Official, OfficialMention, Place, Position
from vnreports.scoring import Figure, pair_up, same_unit, score


def day(number: int) -> datetime.date:
    return datetime.date(2025, 9, number)


def claim(id: str, start: int, end: int, **fields) -> Claim:
    return Claim(doc="a", id=id, rule="r", start=start, end=end, text="…", **fields)


GOLD = [
    Document(doc="a", date=day(12), authors=("Lê Thử",)),
    Official(
        doc="a",
        id="o1",
        rule="r",
        name="Trần Văn Mẫu",
        positions=(Position("Giám đốc", "Sở Nội vụ", "Hòa Bình"), Position("Ủy viên")),
        mentions=(OfficialMention(0, 12, "Trần Văn Mẫu", "name"), OfficialMention(40, 48, "Giám đốc", "title")),
    ),
    Place(doc="a", id="p1", rule="r", name="Hòa Bình", level="province", code="17", mentions=(Mention(20, 28, "…"),)),
    Date(doc="a", id="d1", rule="r", start=30, end=34, text="12/9", kind="date", first=day(12), last=day(12)),
    claim("c1", 50, 55, value=40, unit="xã"),
    claim("c2", 60, 65, value=19, unit="xã", part_of="c1", source="o1", place="p1", date="d1"),
]


def change(changed: str, **fields) -> list:
    """Gold, with the fields of one record changed."""
    return [msgspec.structs.replace(record, **fields) if record.id == changed else record for record in GOLD]


def figures(found: list) -> dict[str, Figure]:
    return score(GOLD, found).figures()


def test_gold_agrees_with_itself() -> None:
    sheet = score(GOLD, GOLD)
    assert all(figure.agree == figure.gold for figure in sheet.figures().values())
    assert sheet.misses == []


@pytest.mark.parametrize(
    ("found", "figure", "counts"),
    [
        ([], "claim.value", (0, 2, 0)),
        ([], "document.date", (0, 1, None)),
        (change("doc", authors=()), "document.authors", (0, 1, 0)),
        (change("o1", name="Trần Mẫu"), "official.people", (0, 1, 1)),
        (change("o1", name="Trần Mẫu"), "official.name_mentions", (1, 1, 1)),
        (change("o1", name="Trần Mẫu"), "official.linked_mentions", (0, 1, 1)),
        (change("o1", name="Trần Mẫu"), "claim.source", (1, 2, None)),
        (change("o1", mentions=()), "official.title_mentions", (0, 1, 0)),
        (change("o1", positions=(Position("GIÁM ĐỐC", "Sở  Nội vụ", "Hoà Bình"),)), "official.positions", (1, 2, 1)),
        (change("p1", mentions=(Mention(14, 28, "…"),)), "place.mentions", (1, 1, 1)),
        (change("p1", mentions=(Mention(14, 28, "…"),)), "place.mentions_exact", (0, 1, 1)),
        (change("p1", code="18"), "place.code", (0, 1, None)),
        (change("p1", level="district"), "place.level", (0, 1, None)),
        (change("d1", first=day(11)), "date.found", (1, 1, 1)),
        (change("d1", first=day(11)), "date.value", (0, 1, 1)),
        (change("d1", first=day(11)), "claim.date", (1, 2, None)),
        (change("d1", end=35), "date.span_exact", (0, 1, 1)),
        (change("c2", end=66), "claim.span_exact", (1, 2, 2)),
        (change("c2", value=20), "claim.value", (1, 2, 2)),
        (change("c2", unit="xã, phường"), "claim.unit", (2, 2, None)),
        (change("c2", topic="staff"), "claim.topic", (1, 2, None)),
        (change("c2", part_of=None), "claim.part_of", (0, 1, 0)),
        (change("c2", part_of=None, was="c1"), "claim.links", (0, 1, 1)),
        ([*change("c1", id="c9")[:-1], change("c2", part_of="c9")[-1]], "claim.part_of", (1, 1, 1)),
        ([*GOLD, Document(doc="b")], "document.date", (1, 1, None)),
    ],
)
def test_figures(found: list, figure: str, counts: tuple[int, int, int | None]) -> None:
    assert dataclasses.astuple(figures(found)[figure]) == counts


def test_misses_say_what_gold_has_and_what_was_found() -> None:
    (miss,) = score(GOLD, change("c2", topic="staff")).misses
    assert (miss.doc, miss.figure, miss.start, miss.gold, miss.found) == ("a", "claim.topic", 60, "other", "staff")


def test_of_two_that_overlap_the_larger_overlap_is_paired() -> None:
    wanted, short, long = claim("c1", 0, 10), claim("c2", 8, 12), claim("c3", 1, 9)
    assert pair_up([wanted], [short, long], lambda one, other: True) == [(wanted, long)]
    assert pair_up([wanted], [short, long], lambda one, other: other is short) == [(wanted, short)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hộ", "hộ dân", True),
        ("trường hợp", "Trường hợp", True),
        ("hộ", "hộp", False),
        (None, None, True),
        ("VND", None, False),
    ],
)
def test_units(one: str | None, other: str | None, same: bool) -> None:
    assert same_unit(one, other) is same
    assert same_unit(other, one) is same


@pytest.mark.parametrize(
    ("figure", "numbers"),
    [
        (Figure(0, 0, 0), {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 0, "pred": 0}),
        (Figure(0, 3, 0), {"p": 1.0, "r": 0.0, "f1": 0.0, "gold": 3, "pred": 0}),
        (Figure(1, 3, None), {"acc": 0.3333, "n": 3}),
        (Figure(0, 0, None), {"acc": None, "n": 0}),
    ],
)
def test_a_figure_as_numbers(figure: Figure, numbers: dict) -> None:
    assert figure.as_json() == numbers
