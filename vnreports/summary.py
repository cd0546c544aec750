"""What a file of records holds, as tables for the terminal."""

import collections
from collections.abc import Iterable, Sequence

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
    kinds = [(name, kind) for name, kind in KINDS.items() if kind is not Document]
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
    table = Table("report", "as written", title=f"Claims (the first {limit} of each report)")
    for heading, justify in (("value", "right"), ("unit", "left"), ("what", "left")):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]  # rich wants the literal
    for doc, records in by_document.items():
        for claim in _first_claims(records, limit):
            table.add_row(doc, claim.text, describe_value(claim), claim.unit, claim.what)
    return table


def _first_claims(records: Sequence[Record], limit: int) -> list[Claim]:
    return [record for record in records if isinstance(record, Claim)][:limit]


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
