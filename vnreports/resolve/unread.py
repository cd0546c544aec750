"""What a report says that no rule explains: numbers and offices that became no record and no recognised label."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.extract.claims import uncovered
from vnreports.extract.labels import read_label_noun
from vnreports.extract.officials import Naming
from vnreports.page import Page
from vnreports.records import Official, Unread
from vnreports.rules import Pattern

# a number on its own: not a piece of COVID-19, 8A3 or 12+300
_NUMBER = Pattern(r"(?<![\w.,/+-])\d[\d.,/]*(?![\w+])")


def count_unread(
    page: Page,
    *,
    taken: Sequence[tuple[int, int]],
    amounts: Sequence[Amount],
    namings: Sequence[Naming],
    officials: Sequence[Official],
) -> Unread:
    """How many numbers and offices of the page are left unread.

    A number is read where it is an amount, a part of a date or a label (*Nghị quyết 18*, *Quốc lộ 1*, *lớp 10*); an
    office, where it stands for a person that the report names.
    """
    found = [(match.start(), match[0]) for match in _NUMBER.finditer(page.lower)]
    left = uncovered(uncovered(found, taken), [(amount.start, amount.end) for amount in amounts])
    numbers = sum(read_label_noun(page.lower, start) is None for start, _ in left)
    mentioned = {(mention.start, mention.end) for official in officials for mention in official.mentions}
    titles = sum(naming.form == "title" and (naming.start, naming.end) not in mentioned for naming in namings)
    return Unread(numbers=numbers, titles=titles)
