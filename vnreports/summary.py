"""What a file of records holds, as tables for the terminal."""

import collections
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from vnreports.records import Claim, Document, Record
from vnreports.tables import KINDS

SIGNS = {"over": ">", "under": "<", "about": "≈", "at_least": "≥", "at_most": "≤", "order": "×"}


def print_summary(records: Iterable[Record], console: Console, *, claims: int) -> None:
    """Print how many records of each kind each document has, then up to `claims` claims of each document."""
    by_document: dict[str, list[Record]] = collections.defaultdict(list)
    for record in records:
        by_document[record.doc].append(record)
    console.print(_count_table(by_document))
    console.print(_claim_table(by_document, limit=claims))


def _count_table(by_document: dict[str, list[Record]]) -> Table:
    table = Table("report", "published", title="Records", show_footer=True)
    total: collections.Counter[type[Record]] = collections.Counter()
    there = {type(record) for records in by_document.values() for record in records}
    kinds = [(name, kind) for name, kind in KINDS.items() if kind in there and kind is not Document]
    rows = []
    for doc, records in by_document.items():
        counts = collections.Counter(type(record) for record in records)
        total += counts
        published = next((str(item.date) for item in records if isinstance(item, Document) and item.date), "–")
        rows.append((doc, published, *(str(counts[kind]) for _, kind in kinds)))
    table.columns[0].footer = f"{len(rows)} reports"
    for name, kind in kinds:
        table.add_column(f"{name}s", justify="right", footer=str(total[kind]))
    for row in rows:
        table.add_row(*row)
    return table


def _claim_table(by_document: dict[str, list[Record]], *, limit: int) -> Table:
    table = Table(title=f"Claims (the first {limit} of each report)")
    table.add_column("report", overflow="fold")
    table.add_column("as written")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("unit")
    table.add_column("what")
    for doc, records in by_document.items():
        claims = [record for record in records if isinstance(record, Claim)][:limit]
        for index, claim in enumerate(claims):
            table.add_row("" if index else doc, claim.text, describe_value(claim), claim.unit, claim.what)
    return table


def describe_value(claim: Claim) -> str:
    """The claim's amount for a reader, with its modifier as a sign.

    >>> from decimal import Decimal
    >>> place = {"doc": "a", "id": "c1", "rule": "r", "start": 0, "end": 1, "text": ""}
    >>> describe_value(Claim(**place, value=4063600000000, modifier="over"))
    '> 4,063,600,000,000'
    >>> describe_value(Claim(**place, low=Decimal("8.3"), high=Decimal("8.5")))
    '8.3–8.5'
    """
    sign = f"{SIGNS[claim.modifier]} " if claim.modifier else ""
    if claim.value is None:
        return f"{sign}{claim.low or 0:,}–{claim.high or 0:,}"
    return f"{sign}{claim.value:,}" + (f" / {claim.total:,}" if claim.total is not None else "")
