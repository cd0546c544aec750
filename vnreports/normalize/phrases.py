"""Tables that find the longest known phrase: among the syllables of a text, or right before a place in it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from vnreports.syllables import split_syllables

Value = TypeVar("Value")


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
        self.phrases = tuple(phrases)
        self.openings = grow((split_syllables(phrase).lower, value) for phrase, value in phrases.items())
        # none after a word that is a phrase by itself: whatever follows
        self._seconds = {
            word: frozenset(branch.following if branch.value is None else ()) for word, branch in self.openings.items()
        }

    def beginnings(self, words: list[str], indices: Iterable[int]) -> list[int]:
        """Those of the indices at which a phrase may begin, by its first two words.

        >>> PhraseTable({"chủ tịch nước": True}).beginnings(["chủ", "tịch", "chủ", "trì"], [0, 2])
        [0]
        """
        seconds, following = self._seconds, [*words[1:], ""]
        return [
            index
            for index in indices
            if (second := seconds.get(words[index])) is not None and (not second or following[index] in second)
        ]

    def match(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at `index`, as the index after it and its value."""
        found: tuple[int, Value] | None = None
        size = len(words)
        branch = self.openings.get(words[index]) if index < size else None
        while branch is not None:
            index += 1
            if branch.value is not None:
                found = index, branch.value
            branch = branch.following.get(words[index]) if index < size else None
        return found


class EndingTable(Generic[Value]):
    """Known phrases with their values, looked up by where they end; no value is None.

    >>> EndingTable({"lộ": "weak", "quốc lộ": "always"}).match("trên quốc lộ 1", 12)
    (5, 'always')
    """

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self.endings: dict[str, list[tuple[str, Value]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self.endings.setdefault(phrase[-2:], []).append((phrase, phrases[phrase]))

    def match(self, text: str, end: int) -> tuple[int, Value] | None:
        """The longest phrase that ends at `end` and begins no word in its middle, as its first offset and its value."""
        for letters in (text[max(0, end - 2) : end], text[max(0, end - 1) : end]):  # a phrase may be one letter long
            for phrase, value in self.endings.get(letters, ()):
                start = end - len(phrase)
                if start >= 0 and text.startswith(phrase, start) and not (start and _is_of_word(text[start - 1])):
                    return start, value
        return None


def _is_of_word(char: str) -> bool:
    return char.isalpha() or char.isdecimal() or char == "_"
