"""The tokens that underthesea cuts a text into, each with its place in the text as it was given.

underthesea composes the text, mends a look-alike letter, cuts with one pattern and mends misspelt syllables. No token
holds a blank, so a piece between two blanks gives the same tokens wherever it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

# a token as underthesea spells it, its start and its end
Token: TypeAlias = tuple[str, int, int]

REMEMBERED = 1 << 15  # pieces, at most
LONG = 40  # a longer piece is an address or a text without blanks, and won't come again
_LONGEST_MENDED = 6  # underthesea mends no longer syllable

T = TypeVar("T")


class Pieces(dict[str, T]):
    """What each piece of text is read as, by a function of yours, which is asked when a piece is first met.

    >>> pieces = Pieces(len)
    >>> pieces["xã"], pieces
    (2, {'xã': 2})
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: str) -> T:
        """What the piece is read as, which is kept."""
        read = self._read(piece)
        self.keep(piece, read)
        return read

    def keep(self, piece: str, read: T) -> None:
        """Keep what a piece is read as; a full memory starts anew, and soon holds again what is frequent."""
        if len(piece) < LONG:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = read


class TokenRules(NamedTuple):
    """What cuts and mends the tokens: underthesea's pattern, its letters and its syllables."""

    pattern: re.Pattern[str]
    letters: Mapping[str, str]
    syllables: Mapping[str, str]


def find_tokens(text: str, rules: TokenRules) -> Iterator[Token]:
    r"""The tokens of a text.

    >>> rules = TokenRules(re.compile(r"\w+|\S"), letters={"Ð": "Đ"}, syllables={"nghành": "ngành"})
    >>> list(find_tokens("Ðủ nghành.", rules))
    [('Đủ', 0, 2), ('ngành', 3, 9), ('.', 9, 10)]
    >>> list(find_tokens("Hoa\u0300 Bi\u0300nh", rules))
    [('Hoà', 0, 4), ('Bình', 5, 10)]
    """
    composed = unicodedata.normalize("NFC", text)
    places = None if composed == text else _find_places(text)
    for letter, mended in rules.letters.items():
        composed = composed.replace(letter, mended)
    for match in rules.pattern.finditer(composed):
        form, (start, end) = match[0], match.span()
        if len(form) <= _LONGEST_MENDED:
            form = rules.syllables.get(form, form)
        if places is not None:
            start, end = places[start][0], places[end - 1][1]
        yield form, start, end


def _find_places(text: str) -> list[tuple[int, int]]:
    """Where each character of the composed text stands in the text: start and end."""
    places: list[tuple[int, int]] = []
    start, cluster = 0, ""
    for at, char in enumerate(text):
        if at > start and not unicodedata.combining(char):
            composed = unicodedata.normalize("NFC", cluster)
            if unicodedata.normalize("NFC", cluster + char) == composed + unicodedata.normalize("NFC", char):
                places += _places_in_cluster(cluster, composed, start)
                start, cluster = at, ""
        cluster += char
    return [*places, *_places_in_cluster(cluster, unicodedata.normalize("NFC", cluster), start)]


def _places_in_cluster(cluster: str, composed: str, start: int) -> Iterator[tuple[int, int]]:
    """The places of the composed characters of a cluster, by counting off the parts that both are made of."""
    parts = [at for at, char in enumerate(cluster, start) for _ in unicodedata.normalize("NFD", char)]
    taken = 0
    for char in composed:
        count = len(unicodedata.normalize("NFD", char))
        yield parts[taken], parts[taken + count - 1] + 1
        taken += count
