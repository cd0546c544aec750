"""The lexicons: TSV tables beside the code, one fact a row.

A table is UTF-8 NFC. It opens with `#` lines that say what it holds and, in a line `# source: …`, where from; then
come the header row and the rows, sorted by their first column. A test validates every table.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files

import regex

TABLES = files("vnreports") / "lexicons"


class LexiconError(ValueError):
    """A table that can't be read: the message names file, line and remedy."""


@functools.cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon `name`, each a mapping of column to string.

    >>> read_table("months")[0]["word"]
    'ba'
    """
    return tuple(parse_table((TABLES / f"{name}.tsv").read_text(encoding="utf-8"), name=f"{name}.tsv"))


def parse_table(content: str, *, name: str) -> list[dict[str, str]]:
    """The rows of a table given as text; raises LexiconError where a row doesn't fit the header."""
    rows: list[dict[str, str]] = []
    header: list[str] | None = None
    for number, line in enumerate(content.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise LexiconError(
                f"{name}, line {number}: {len(cells)} cells where the header has {len(header)}; "
                "separate the columns with one tab each"
            )
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    if header is None:
        raise LexiconError(f"{name}: no header row; write the column names in the first line that is not a comment")
    return rows


def one_of(words: Iterable[str], *, then: Callable[[str], str] | None = None) -> str:
    r"""A pattern (verbose or not) that matches one of the words, the longest that fits.

    Words that begin alike share their beginning, so that no letter of a text is compared twice. `then` gives the
    pattern of what must follow a word.

    >>> one_of(["xã", "xã-phường", "xóm"])
    '(?:x(?:ã(?:\\-phường)?|óm))'
    >>> one_of(["xã", "xãm"], then={"xã": r"(?!\w)", "xãm": ""}.__getitem__)
    '(?:xã(?:m|(?!\\w)))'
    """
    return f"(?:{_ways_on({word: then(word) if then else '' for word in words})})"


def _ways_on(tails: Mapping[str, str]) -> str:
    """The pattern of what is left of the words: letter by letter, the word that ends here last."""
    by_letter: dict[str, dict[str, str]] = {}
    for word in sorted(tails):
        if word:
            by_letter.setdefault(word[0], {})[word[1:]] = tails[word]
    ways = [_escape(letter) + _ways_on(rest) for letter, rest in by_letter.items()]
    end = tails.get("")
    if end == "" and ways:
        return f"(?:{'|'.join(ways)})?"
    if end:
        ways.append(end)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""


@functools.cache
def _escape(letter: str) -> str:
    return regex.escape(letter)
