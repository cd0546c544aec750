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
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec
import numpy as np

from vnreports.tokens import Pieces, Token, TokenRules, find_tokens
from vnreports.underthesea_files import CORE, RELEASE, UnknownFilesError, read_files
from vnreports.word_scores import find_joins, pack_form, pack_place, score_tokens, unpack
from vnreports.word_ties import settle_joins
from vnreports.word_weights import WordWeights, read_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURROGATE = re.compile("[\ud800-\udfff]")

Offsets: TypeAlias = "NDArray[np.int64]"


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
    found = _segment(text)
    forms, starts, ends = list(found.forms), found.starts.tolist(), found.ends.tolist()
    words: list[Word] = []
    for first, following in itertools.pairwise([*found.firsts.tolist(), len(forms)]):
        start, end = starts[first], ends[following - 1]
        form = forms[first] if following - first == 1 else " ".join(forms[first:following])
        words.append(Word(start, end, text[start:end], form))
    return words


def find_words(text: str) -> tuple[Offsets, Offsets]:
    """Where the words of a text start, and where they end.

    >>> [offsets.tolist() for offsets in find_words("Tỉnh uỷ họp, bàn.")]
    [[0, 5, 8, 11, 13, 16], [4, 7, 11, 12, 16, 17]]
    """
    _, starts, ends, firsts = _segment(text)
    return starts[firsts], ends[np.append(firsts[1:], len(ends))[: len(firsts)] - 1]


class _Segmented(NamedTuple):
    """The tokens of a text: form, start and end of each; and the numbers of those that begin a word."""

    forms: Iterable[str]
    starts: Offsets
    ends: Offsets
    firsts: Offsets


class _Segmenter:
    """The model, with what each token adds and how each piece between two blanks is cut, as far as they were met."""

    def __init__(self, rules: TokenRules, weights: WordWeights) -> None:
        self.rules = rules
        self.weights = weights
        self.packed = Pieces(lambda form: pack_form(form, weights))
        self.pieces = Pieces(self._cut)
        self.spelt = Pieces(self._spell)

    def segment(self, text: str) -> _Segmented:
        """The tokens of a text."""
        *pieces, closing = text.removesuffix("\n").replace("\n", " ").split(" ")
        # not remembered: the pattern has a way of its own with a stop at the very end, or before a last line end
        last = list(find_tokens(closing, self.rules))
        tokens = unpack(b"".join([*map(self.pieces.__getitem__, pieces), self._pack(last, closing)]))
        forms = itertools.chain(itertools.chain.from_iterable(map(self.spelt.__getitem__, pieces)), _forms(last))
        joins = find_joins(score_tokens(tokens, self.weights), self.weights)
        if joins is None:
            every = list(forms)
            joins, forms = settle_joins(every, self.weights), itertools.chain(every)
        return _Segmented(forms, tokens.starts, tokens.ends, _find_firsts(joins))

    def _cut(self, piece: str) -> bytes:
        """The tokens of a piece of the text that a blank follows, as bytes."""
        tokens = list(find_tokens(piece + " ", self.rules))
        self.spelt.keep(piece, _forms(tokens))
        return self._pack(tokens, piece)

    def _spell(self, piece: str) -> tuple[str, ...]:
        """The forms of the tokens of a piece that a blank follows."""
        return _forms(find_tokens(piece + " ", self.rules))

    def _pack(self, tokens: list[Token], piece: str) -> bytes:
        """The tokens of a piece as bytes; where it has none, one that ends at 0 says how long the piece is."""
        packed = [self.packed[form] + pack_place(start, end, 0) for form, start, end in tokens[:-1]]
        form, start, end = tokens[-1] if tokens else (" ", 0, 0)
        return b"".join([*packed, self.packed[form], pack_place(start, end, len(piece) + 1)])


def _forms(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(form for form, _, _ in tokens)


def _find_firsts(joins: list[bool]) -> Offsets:
    """The tokens that begin a word, where each goes on the word before it or not; the first has no word before it."""
    begins = ~np.array(joins, np.bool_)
    begins[:1] = True
    (firsts,) = np.nonzero(begins)
    return firsts


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
    firsts = _find_firsts([place > 0 for count in counts for place in range(count)])
    return _Segmented(forms, np.array(starts, np.int64), np.array(ends, np.int64), firsts)
