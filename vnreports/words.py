"""The words of a text, as underthesea's `word_tokenize` gives them for the whole text, with their places.

The words are found from underthesea's own model and dictionary without importing it, many times faster: what a token
adds to the scores around it is summed up once, not looked up feature by feature each time. Where the installed
underthesea is not one that this was compared with, it is asked itself.
"""

import functools
import itertools
import re
import warnings
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

import msgspec

from vnreports.tokens import TokenRules, find_tokens
from vnreports.underthesea_files import CORE, RELEASE, UnknownFilesError, read_files
from vnreports.word_scores import Syllable, find_joins, read_syllable, score_syllables
from vnreports.word_ties import settle_joins
from vnreports.word_weights import WordWeights, read_weights

_REMEMBERED = 1 << 15  # pieces of either kind, at most
_LONG = 40  # a longer piece is an address or a text without blanks, and won't come again
_SURROGATE = re.compile("[\ud800-\udfff]")


T = TypeVar("T")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word: its place in the text, the text there, and its form, as underthesea gives it.

    The form is composed (NFC), with one blank between its syllables and with underthesea's corrections of spelling.
    """

    start: int
    end: int
    text: str
    form: str


def segment(text: str) -> list[Word]:
    """The words of a text, signs and numbers among them, in order: `underthesea.word_tokenize(text)` with places.

    >>> [word.form for word in segment("Tỉnh uỷ họp, bàn về đơn vị  hành chính.")]
    ['Tỉnh', 'ủy', 'họp', ',', 'bàn', 'về', 'đơn vị', 'hành chính', '.']
    >>> segment("Tỉnh uỷ họp.")[1]
    Word(start=5, end=7, text='uỷ', form='ủy')
    """
    forms, starts, ends, firsts = _segment(text)
    words: list[Word] = []
    for first, following in itertools.pairwise([*firsts, len(forms)]):
        start, end = starts[first], ends[following - 1]
        form = forms[first] if following - first == 1 else " ".join(forms[first:following])
        words.append(Word(start, end, text[start:end], form))
    return words


def find_words(text: str) -> tuple[list[int], list[int]]:
    """Where the words of a text start, and where they end.

    >>> find_words("Tỉnh uỷ họp, bàn.")
    ([0, 5, 8, 11, 13, 16], [4, 7, 11, 12, 16, 17])
    """
    _, starts, ends, firsts = _segment(text)
    following = (*firsts[1:], len(ends))[: len(firsts)]
    return [starts[first] for first in firsts], [ends[first - 1] for first in following]


class _Segmented(NamedTuple):
    """The tokens of a text: form, start and end of each; and the numbers of those that begin a word."""

    forms: list[str]
    starts: list[int]
    ends: list[int]
    firsts: list[int]


class _Segmenter:
    """The model, with what each token adds and how each piece between two blanks is cut, as far as they were met."""

    def __init__(self, rules: TokenRules, weights: WordWeights) -> None:
        self.rules = rules
        self.weights = weights
        self.syllables: dict[str, Syllable] = {}
        self.whole: dict[str, Syllable] = {}  # the pieces that are one token
        self.cut: dict[str, list[tuple[Syllable, int, int]]] = {}  # the others

    def segment(self, text: str) -> _Segmented:
        """The tokens of a text."""
        syllables: list[Syllable] = []
        starts: list[int] = []
        ends: list[int] = []
        whole, cut, at = self.whole, self.cut, 0
        *pieces, closing = text.removesuffix("\n").replace("\n", " ").split(" ")
        for piece in pieces:
            only = whole.get(piece)
            if only is not None:
                syllables.append(only)
                starts.append(at)
                at += len(piece)
                ends.append(at)
                at += 1
                continue
            tokens = cut.get(piece)
            for syllable, start, end in self._cut(piece) if tokens is None else tokens:
                syllables.append(syllable)
                starts.append(at + start)
                ends.append(at + end)
            at += len(piece) + 1
        # not remembered: the pattern has a way of its own with a stop at the very end, or before a last line end
        for form, start, end in find_tokens(closing, self.rules):
            syllables.append(self._read(form))
            starts.append(at + start)
            ends.append(at + end)
        forms = [syllable[0] for syllable in syllables]
        joins = find_joins(score_syllables(syllables, self.weights), self.weights)
        if joins is None:
            joins = settle_joins(forms, self.weights)
        return _Segmented(forms, starts, ends, _find_firsts(joins))

    def _cut(self, piece: str) -> list[tuple[Syllable, int, int]]:
        """The tokens of a piece of the text that a blank follows."""
        tokens = [(self._read(form), start, end) for form, start, end in find_tokens(piece + " ", self.rules)]
        if len(piece) < _LONG:
            if len(tokens) == 1 and tokens[0][1:] == (0, len(piece)):
                _remember(self.whole, piece, tokens[0][0])
            else:
                _remember(self.cut, piece, tokens)
        return tokens

    def _read(self, form: str) -> Syllable:
        syllable = self.syllables.get(form)
        if syllable is None:
            syllable = read_syllable(form, self.weights)
            if len(form) < _LONG:
                _remember(self.syllables, form, syllable)
        return syllable


def _remember(memory: dict[str, T], key: str, value: T) -> None:
    """Keep a value; a full memory starts anew, and soon holds again what is frequent."""
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value


def _find_firsts(joins: Iterable[bool]) -> list[int]:
    """The tokens that begin a word, where each goes on the word before it or not; the first has no word before it."""
    return [at for at, goes_on in enumerate(joins) if not goes_on or at == 0]


def _segment(text: str) -> _Segmented:
    """The tokens of a text, by our own route or by underthesea's."""
    segmenter = _load()
    return _ask_underthesea(text) if segmenter is None else segmenter.segment(text)


@functools.cache
def _load() -> _Segmenter | None:
    """The segmenter of the process; None, and a warning, where the installed underthesea is not as we know it."""
    try:
        files = read_files()
        weights = read_weights(files.model, files.features, files.dictionary)
    except (UnknownFilesError, ValueError) as error:
        warnings.warn(
            f"words are segmented by underthesea itself, many times slower, since {error}; "
            f"`pip install {RELEASE} {CORE}` gives the release that vnreports knows",
            stacklevel=4,
        )
        return None
    return _Segmenter(TokenRules(files.pattern, files.letters, files.syllables), weights)


def _ask_underthesea(text: str) -> _Segmented:
    """The tokens of a text as underthesea itself segments it, which takes a second to import."""
    from underthesea import word_tokenize  # noqa: PLC0415
    from underthesea.pipeline.text_normalize.text_normalizer import character_map, token_map  # noqa: PLC0415
    from underthesea.pipeline.word_tokenize.regex_tokenize import patterns  # noqa: PLC0415

    # half a surrogate pair is no character, and underthesea raises an error at one
    whole = _SURROGATE.sub("\ufffd", text)
    tokens = list(find_tokens(whole, TokenRules(patterns, character_map, token_map)))
    counts = [form.count(" ") + 1 for form in word_tokenize(whole)]
    if sum(counts) != len(tokens):
        raise RuntimeError(
            f"underthesea has changed: {sum(counts)} of its tokens, {len(tokens)} of ours; use {RELEASE}"
        )
    forms, starts, ends = (list(column) for column in zip(*tokens, strict=True)) if tokens else ([], [], [])
    firsts = _find_firsts(place > 0 for count in counts for place in range(count))
    return _Segmented(forms, starts, ends, firsts)
