"""The syllables and signs of a text, with their places."""

import bisect
import operator
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import accumulate, compress

import msgspec

# a syllable keeps its apostrophe (K'Brêu), T.Ư (Trung ương) its stop; any other sign and a line end stand alone
_SYLLABLE = re.compile(r"(T\.[ƯW](?!\w)|\w++(?:['’ʼ]\w++)*+|[\S\n])")


class Syllables(msgspec.Struct):
    """The syllables and signs of a text: `written` and `lower` forms (*&* as *và*), with their first offsets.

    `vocabulary` has the lower-case forms, each once, `numerals` those that begin with a digit, `capitals` the indices
    of the syllables with a capital.
    """

    text: str
    written: list[str]
    lower: list[str]
    starts: list[int]
    vocabulary: frozenset[str]
    numerals: frozenset[str]
    capitals: list[int]
    _noted: frozenset[str] = frozenset()
    _at_noted: list[int] = []

    def __len__(self) -> int:
        return len(self.lower)

    def end(self, index: int) -> int:
        """The offset at which the syllable at `index` ends."""
        return self.starts[index] + len(self.written[index])

    def joined(self, index: int) -> bool:
        """Whether the syllable at `index` stands one blank after the one before it, on the same line."""
        return 0 < index < len(self.lower) and self.starts[index] - self.end(index - 1) == 1

    def among(self, phrases: Mapping[str, frozenset[str]]) -> list[str]:
        """Those of the phrases, given with their syllables, that the text may hold: no other is worth a search.

        >>> split_syllables("Cả 3 xã").among({"3 xã": frozenset({"3", "xã"}), "cả tổ": frozenset({"cả", "tổ"})})
        ['3 xã']
        """
        return [phrase for phrase, words in phrases.items() if words <= self.vocabulary]

    def note(self, words: frozenset[str]) -> None:
        """Note where these words and the numerals stand, so that none of them is looked for in the whole text again."""
        self._noted = noted = words | self.numerals
        self._at_noted = list(compress(range(len(self.lower)), map(noted.__contains__, self.lower)))

    def find(self, words: frozenset[str]) -> list[tuple[int, str]]:
        """Where the words stand that are among these or begin with a digit: offset and lower-case form.

        >>> split_syllables("Cả 3 xã, 24h").find(frozenset({"cả", ","}))
        [(0, 'cả'), (3, '3'), (7, ','), (9, '24h')]
        """
        lower, starts, wanted = self.lower, self.starts, self.numerals | words
        return [(starts[index], word) for index in self.where_noted(wanted) if (word := lower[index]) in wanted]

    def positions(self, words: frozenset[str]) -> list[int]:
        """The indices of the syllables that are among these words.

        >>> split_syllables("Cả 3 xã, cả 2 phường").positions(frozenset({"cả"}))
        [0, 4]
        """
        lower = self.lower
        return [index for index in self.where_noted(words) if lower[index] in words]

    def where_noted(self, words: frozenset[str]) -> Sequence[int]:
        """The indices at which these words may stand, others among them: those of the noted words, if they are such."""
        return self._at_noted if words <= self._noted else range(len(self.lower))

    def within(self, start: int, end: int, words: Container[str]) -> list[tuple[int, str]]:
        """Where in [start, end) one of these words begins: offset and lower-case form.

        >>> split_syllables("Cả 3 xã, cả 2 phường").within(1, 20, {"cả"})
        [(9, 'cả')]
        """
        lower, starts = self.lower, self.starts
        first, after = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
        return [(starts[index], lower[index]) for index in range(first, after) if lower[index] in words]

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
    lower = written.copy()  # most are in lower case already
    capitals: list[int] = []
    for index in compress(range(len(written)), map(operator.not_, map(str.islower, written))):
        lower[index] = word = written[index].lower()
        if word != written[index]:
            capitals.append(index)
    if "&" in text:
        lower = ["và" if word == "&" else word for word in lower]
    if "T.Ư" in text or "T.W" in text:
        lower = [word if word == "." else word.replace(".", "") for word in lower]
    vocabulary = frozenset(lower)
    numerals = frozenset([word for word in vocabulary if ":" > word >= "0"])  # ":" comes after "9"
    return Syllables(text, written, lower, starts, vocabulary, numerals, capitals)


def with_syllables(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """The phrases, each with its syllables, as `Syllables.among` takes them."""
    return {phrase: split_syllables(phrase).vocabulary for phrase in phrases}
