"""The lexicons: TSV tables beside the code, one fact a row.

A table is UTF-8 NFC. It opens with `#` lines that say what it holds and, in a line `# source: …`, where from; then
come the header row and the rows, sorted by their first column. A test validates every table.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import regex

TABLES = Path(__file__).parent / "lexicons"


class LexiconError(ValueError):
    """A table that can't be read: the message names file, line and remedy."""


@functools.cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon `name`, each a mapping of column to string.

    >>> read_table("months")[0]["word"]
    'ba'
    """
    return tuple(parse_table(_content(name), name=f"{name}.tsv"))


def parse_table(content: str, *, name: str) -> list[dict[str, str]]:
    """The rows of a table given as text; raises LexiconError where a row doesn't fit the header."""
    header, *rows = _parse_cells(content, name=name)
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_cells(name: str) -> Iterator[list[str]]:
    """The cells of each row of the lexicon `name`, for a table that is too long to be kept as mappings.

    >>> next(read_cells("months"))
    ['ba', '3']
    """
    return itertools.islice(_parse_cells(_content(name), name=f"{name}.tsv"), 1, None)


def _content(name: str) -> str:
    return (TABLES / f"{name}.tsv").read_text(encoding="utf-8")


def _parse_cells(content: str, *, name: str) -> Iterator[list[str]]:
    """The cells of the header and of each row."""
    width = 0
    for number, line in enumerate(content.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        width = width or len(cells)
        if len(cells) != width:
            raise LexiconError(
                f"{name}, line {number}: {len(cells)} cells where the header has {width}; "
                "separate the columns with one tab each"
            )
        yield cells
    if not width:
        raise LexiconError(f"{name}: no header row; write the column names in the first line that is not a comment")


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
    if len(tails) == 1:
        [(word, tail)] = tails.items()
        return "".join(map(_escape, word)) + tail
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
