"""Phrases of a text: its syllables and signs with their places, and tables that find the longest known phrase."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import msgspec

Value = TypeVar("Value")
# a syllable keeps its apostrophe (K'Brêu), T.Ư (Trung ương) its stop; any other sign and a line end stand alone
_SYLLABLE = re.compile(r"(T\.[ƯW](?!\w)|\w+(?:['’ʼ]\w+)*+|[^\w\s]|\n)")


class Syllables(msgspec.Struct, frozen=True):
    """The syllables and signs of a text: `written` and `lower` forms (*&* as *và*), with their first offsets."""

    text: str
    written: list[str]
    lower: list[str]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def end(self, index: int) -> int:
        """The offset at which the syllable at `index` ends."""
        return self.starts[index] + len(self.written[index])

    def joined(self, index: int) -> bool:
        """Whether the syllable at `index` stands one blank after the one before it, on the same line."""
        return 0 < index < len(self.lower) and self.starts[index] - self.end(index - 1) == 1

    def slice(self, first: int, after: int) -> str:
        """The text of the syllables [first, after), with single blanks."""
        return " ".join(self.text[self.starts[first] : self.end(after - 1)].split()) if first < after else ""


def split_syllables(text: str) -> Syllables:
    """The syllables and signs of a folded text.

    >>> split_syllables("Sở GD&ĐT").written
    ['Sở', 'GD', '&', 'ĐT']
    """
    pieces: list[str] = _SYLLABLE.split(text)  # blanks and syllables by turns: quicker than to ask each match
    starts = list(accumulate(map(len, pieces)))[:-1:2]
    written = pieces[1::2]
    lower = list(map(str.lower, written))
    if "&" in text:
        lower = ["và" if word == "&" else word for word in lower]
    if "T.Ư" in text or "T.W" in text:
        lower = [word if word == "." else word.replace(".", "") for word in lower]
    return Syllables(text, written, lower, starts)


class Branch(msgspec.Struct, Generic[Value]):
    """What may follow the first syllables of a phrase, and the value where they are one already."""

    following: "dict[str, Branch[Value]]"
    value: Value | None = None


def grow(phrases: Iterable[tuple[Sequence[str], Value]]) -> dict[str, Branch[Value]]:
    """The branches of the phrases, each given by its words, by their first word."""
    root: Branch[Value] = Branch({})
    for words, value in phrases:
        branch = root
        for word in words:
            branch = branch.following.setdefault(word, Branch({}))
        branch.value = value
    return root.following


class PhraseTable(Generic[Value]):
    """Known phrases with their values, looked up by syllables; no value is None."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self.openings = grow((split_syllables(phrase).lower, value) for phrase, value in phrases.items())

    def match(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at `index`, as the index after it and its value."""
        found: tuple[int, Value] | None = None
        following, size = self.openings, len(words)
        while index < size and (branch := following.get(words[index])) is not None:
            index += 1
            if branch.value is not None:
                found = index, branch.value
            following = branch.following
        return found
