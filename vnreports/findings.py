"""The findings of the checks for a reader: the verdict, what it rests on, and the sentence with its numbers marked."""

import collections
from collections.abc import Iterable, Mapping, Sequence

import regex
from rich.console import Console
from rich.text import Text

from vnreports.records import Check, Claim, Record, Verdict

_BREAK = regex.compile(r"\s*[\r\n]\s*")
SIGNS: dict[Verdict, tuple[str, str]] = {
    "disagrees": ("✗ disagrees", "bold red"),
    "cannot_tell": ("? cannot tell", "yellow"),
    "agrees": ("✓ agrees", "green"),
}


def print_findings(records: Sequence[Record], text: str, console: Console) -> None:
    """Print the checks of one report, those that ask for a review first, each with the sentences that it rests on."""
    claims = {record.id: record for record in records if isinstance(record, Claim)}
    checks = [record for record in records if isinstance(record, Check)]
    if not checks:
        return
    console.print(Text(checks[0].doc, style="bold underline"))
    order = list(SIGNS)
    for check in sorted(checks, key=lambda check: order.index(check.verdict)):
        console.print(_headline(check))
        for line in quote_sentences([claims[claim] for claim in check.claims], text):
            console.print(Text("    “").append_text(line).append("”"))
    console.print()


def print_comparison(checks: Iterable[Check], console: Console) -> None:
    """Print what several reports say of the same things, those that differ first; the rest is counted."""
    by_verdict: dict[Verdict, list[Check]] = collections.defaultdict(list)
    for check in checks:
        by_verdict[check.verdict].append(check)
    alone = [check for check in by_verdict["cannot_tell"] if len(check.claims) == 1]
    by_verdict["cannot_tell"] = [check for check in by_verdict["cannot_tell"] if len(check.claims) > 1]
    for verdict in SIGNS:
        for check in by_verdict[verdict]:
            console.print(_headline(check))
    console.print(count_verdicts({verdict: len(by_verdict[verdict]) for verdict in SIGNS}), end="")
    console.print(f"; in one report only: {len(alone):,}")


def count_verdicts(counts: Mapping[Verdict, int]) -> str:
    """The number of findings of each verdict, as a line.

    >>> count_verdicts({"disagrees": 1, "agrees": 12})
    'disagrees: 1, cannot tell: 0, agrees: 12'
    """
    return ", ".join(f"{verdict.replace('_', ' ')}: {counts.get(verdict, 0):,}" for verdict in SIGNS)


def _headline(check: Check) -> Text:
    sign, style = SIGNS[check.verdict]
    line = Text("  ").append(f"{sign:14}", style=style).append(check.note.vi)
    return line.append("\n").append(" " * 16 + check.note.en, style="dim")


def quote_sentences(claims: Sequence[Claim], text: str) -> list[Text]:
    """The sentences of the claims in text order, on one line each, their numbers in square brackets.

    >>> from vnreports import extract
    >>> text = "Cả xã có 9 thôn. Tỉnh có 65 đơn vị, gồm 61 xã và 4 phường."
    >>> [line.plain for line in quote_sentences(extract(text).claims[1:], text)]
    ['Tỉnh có [65] đơn vị, gồm [61] xã và [4] phường.']
    """
    by_sentence: dict[tuple[int, int], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        by_sentence.setdefault(claim.sentence, []).append(claim)
    return [_mark(text, sentence, inside) for sentence, inside in by_sentence.items()]


def _mark(text: str, sentence: tuple[int, int], claims: list[Claim]) -> Text:
    line, place = Text(), sentence[0]
    for claim in claims:
        line.append(_on_one_line(text[place : claim.start]))
        line.append(f"[{_on_one_line(text[claim.start : claim.end])}]", style="bold reverse")
        place = claim.end
    line.append(_on_one_line(text[place : sentence[1]]))
    line.rstrip()
    return line


def _on_one_line(string: str) -> str:
    r"""The string without line breaks; a blank at its edge stays.

    >>> _on_one_line("gồm\r\n61 ")
    'gồm 61 '
    """
    return _BREAK.sub(" ", string)
