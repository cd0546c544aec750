"""Phrases of a text: its syllables and signs with their places, and tables that find the longest known phrase."""

import dataclasses
import re
from collections.abc import Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")
# a syllable keeps its apostrophe (K'Brêu), T.Ư (Trung ương) its stop; any other sign and a line end stand alone
_SYLLABLE = re.compile(r"T\.[ƯW](?!\w)|\w+(?:['’ʼ]\w+)*|[^\w\s]|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Syllables:
    """The syllables and signs of a text: `written` and `lower` forms (*&* as *và*), with their offsets."""

    text: str
    written: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def joined(self, index: int) -> bool:
        """Whether the syllable at `index` stands one blank after the one before it, on the same line."""
        return 0 < index < len(self.lower) and self.starts[index] - self.ends[index - 1] == 1

    def slice(self, first: int, after: int) -> str:
        """The text of the syllables [first, after), with single blanks."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split()) if first < after else ""


def split_syllables(text: str) -> Syllables:
    """The syllables and signs of a folded text.

    >>> split_syllables("Sở GD&ĐT").written
    ['Sở', 'GD', '&', 'ĐT']
    """
    matches = list(_SYLLABLE.finditer(text))
    written = [match[0] for match in matches]
    lower = ["và" if word == "&" else word.lower() for word in written]
    if "T.Ư" in text or "T.W" in text:
        lower = [word if word == "." else word.replace(".", "") for word in lower]
    return Syllables(
        text,
        written,
        lower,
        [match.start() for match in matches],
        [match.end() for match in matches],
    )


class PhraseTable(Generic[Value]):
    """Known phrases with their values, looked up by syllables."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self.phrases: dict[tuple[str, ...], Value] = {}
        self.longest: dict[str, int] = {}
        for phrase, value in phrases.items():
            key = tuple(split_syllables(phrase).lower)
            self.phrases[key] = value
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def match(self, words: list[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at `index`, as the index after it and its value."""
        if index >= len(words):
            return None
        longest = self.longest.get(words[index], 0)
        for size in range(min(longest, len(words) - index), 0, -1):
            key = tuple(words[index : index + size])
            if key in self.phrases:
                return index + size, self.phrases[key]
        return None
