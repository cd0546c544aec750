"""Every rule finds its own tagged examples, with their values, and refuses its look-alikes."""

import dataclasses
import importlib
import pkgutil
from pathlib import Path

import pytest

import vnreports
from vnreports.extract.labels import find_labels
from vnreports.marked import read_marked
from vnreports.page import read_page
from vnreports.rules import Rule
from vnreports.text import fold

TAGS = (
    "amount",
    "claim",
    "date",
    "label",
    "name",
    "number",
    "official",
    "person",
    "place",
    "quantity",
    "title",
    "zone",
)


def all_rules() -> list[Rule]:
    """Every rule that stands at the top of a module, alone or in a list, once."""
    found: dict[int, Rule] = {}
    for module in pkgutil.walk_packages(vnreports.__path__, "vnreports."):
        for value in vars(importlib.import_module(module.name)).values():
            for rule in value if isinstance(value, tuple | list) else (value,):
                if isinstance(rule, Rule):
                    found[id(rule)] = rule
    return list(found.values())


RULES = all_rules()
REPORTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))]
EXAMPLES = [pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_reads_its_own_example(rule: Rule, example: str) -> None:
    text, marks = read_marked(example, tags=TAGS, where=rule.name)
    found = list(rule.find(fold(text).lower))
    assert [(item.start, item.end) for item in found] == [(mark.start, mark.end) for mark in marks]
    for item, mark in zip(found, marks, strict=True):
        assert {name: str(getattr(item.value, name)) for name in mark.attributes} == mark.attributes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_an_example_of_both_kinds(rule: Rule) -> None:
    marked = ["<" in example for example in rule.examples]
    assert any(marked), "an example that the rule catches"
    assert not all(marked), "a look-alike that the rule refuses"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.starts or rule.needs], ids=lambda rule: rule.name)
def test_the_hints_of_a_rule_lose_nothing(rule: Rule) -> None:
    """`needs` and `starts` only save time: without them the same is found in every report and example."""
    plain = dataclasses.replace(rule, needs=())
    for text in (*REPORTS, *(read_marked(example, tags=TAGS)[0] for other in RULES for example in other.examples)):
        page = read_page(text)
        labels = [label for label in find_labels(page) if label.rule == rule.name]
        assert (labels if rule.starts else list(rule.find(page.lower))) == list(plain.find(page.lower))


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
