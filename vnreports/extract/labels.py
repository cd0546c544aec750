"""Where a number names or orders something instead of stating an amount: laws, roads, addresses, ages, clock times."""

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterator

from vnreports.extract.label_rules import LABEL_RULES, NUMBER, ONES, TIME
from vnreports.lexicon import read_table
from vnreports.normalize.phrases import EndingTable
from vnreports.page import Page
from vnreports.rules import Found

_NUMERALS = frozenset(("mười", *ONES.split("|")))
_FIXED = r"cửa|chiều|miền|mùa|châu|mặt|mẹ|lô|gác|vợ\ chồng"
# the few numbers after which there stands what the rules below look for
_NAMING_NUMBER = re.compile(
    rf"""{NUMBER}
         (?= \ ?(?: (?P<DASH>[-–]) | (?P<SLASH>/) | (?P<TIME>{TIME}) | (?P<DEGREE>kv|độ|°) )
           | \ (?: (?P<TO>đến|tới) | (?P<LEVEL>cấp) | (?P<AGE>tuổi) | (?P<STARS>sao)
                 | (?P<LAW>nq|qđ|nđ|ct|kl|tb|kh|cv|tt) | (?P<FIXED>{_FIXED}) )(?!\w) )
      | \d{{1,2}} (?:\.\d{{1,2}})* (?= (?P<STOP>[.)]) | (?P<HOUR>:|\ ?h) | (?P<MINUTE>g\d) )""",
    re.VERBOSE,
)
_TENS = frozenset(("mươi", "lăm", *ONES.split("|")))
# what may follow a number in words there: a part of it, a sign, or the first syllable of a word
_NAMED = _TENS.union("- – / ° kv độ đến tới cấp tuổi sao nq qđ nđ ct kl tb kh cv tt".split()).union(
    word.split("\\ ")[0] for word in f"{TIME}|{_FIXED}".split("|")
)
_OF_A_TELEPHONE = ("0", "18", "19", "84")
_WITHOUT_DIGITS = frozenset({"thứ", "xe", "ô", "ôtô", "taxi", "tnhh", "trách"})  # thứ nhất, xe máy hai bánh
_NEAR = 30  # longer than all that stands before the number of a label

LABEL_OPENERS = frozenset(word for rule in LABEL_RULES for word in rule.starts if word.islower()) | _NUMERALS


def find_labels(page: Page) -> Iterator[Found[str]]:
    """The labels of the page, rule by rule.

    >>> from vnreports.page import read_page
    >>> [label.value for label in find_labels(read_page("Theo điều 4, lúc 15h30, ba xã họp"))]
    ['điều 4', '15h30']
    """
    openings = _find_openings(page)
    for rule in LABEL_RULES:
        if not rule.starts:
            yield from rule.find(page.lower)
        elif at := [offset for opening in rule.starts if opening in openings for offset in openings[opening]]:
            yield from rule.find(page.lower, at=sorted(at))


def _find_openings(page: Page) -> dict[str, list[int]]:
    """Where the words and the numbers of each kind stand with which labels open."""
    openings: defaultdict[str, list[int]] = defaultdict(list)
    number = math.inf  # where the next one in digits stands
    words, starts = page.syllables.lower, page.syllables.starts
    for index in reversed(page.syllables.positions(page.syllables.numerals | LABEL_OPENERS)):
        word, start = words[index], starts[index]
        in_digits = word[0].isdigit()
        if in_digits:
            number = start
            openings["DIGITS" if word.isdecimal() else "MIXED"].append(start)
            if word.startswith(_OF_A_TELEPHONE):
                openings["TELEPHONE"].append(start)
        if in_digits or (word in _NUMERALS and _NAMED.issuperset(words[index + 1 : index + 2])):
            named = _NAMING_NUMBER.match(page.lower, start)
            if named is not None:
                openings[named.lastgroup or "" if in_digits else "WORDS"].append(start)
        if number - start < _NEAR or word in _WITHOUT_DIGITS:
            openings[word].append(start)
    return openings


@functools.cache
def _label_nouns() -> EndingTable[str]:
    return EndingTable({row["noun"]: row["strength"] for row in read_table("label_nouns")})


def read_label_noun(text: str, start: int) -> str | None:
    """How surely the noun right before the number at `start` makes it a label: `always`, `weak`, `never`, or None.

    `never` is for a longer phrase that is none: *tổng số 15*, beside *số 15*.

    >>> read_label_noun("trên quốc lộ 1", 13), read_label_noun("có 3 xã", 3), read_label_noun("tổng số 15", 8)
    ('always', None, 'never')
    """
    end = start - text.endswith("\n", 0, start)  # a line may end between them
    found = _label_nouns().match(text, end - text.endswith(" ", 0, end))
    return found[1] if found else None
