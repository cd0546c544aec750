"""How strongly each token of a text goes on the word before it, and which do, by underthesea's model.

What a token adds to the tokens around it is summed up once, wherever it stands, and so is what a pair adds. With two
labels the best sequence needs one number a token: how much *goes on* leads over *begins*.

All of a token lies in one row of bytes: a text has hundreds of different tokens, and to fetch the many small objects
that each would be, from all over the memory, takes longer than to add up what they hold.
"""

import operator
import re
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from vnreports.word_weights import Numbers, WordWeights

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Tokens are kept as bytes, which join to one array: what a token adds to the second token before it, the one before,
# itself, the one after, the second one after; its numbers in the chains, as written and in lower case; whether it is a
# title; its place in a piece of text, and how much further on the piece of the next token begins.
_TOKEN = np.dtype([("sums", "5f8"), *((name, "i4") for name in "written lower title start end step".split())])
_FORM, _PLACE = struct.Struct("=5d3i"), struct.Struct("=3i")

CLOSE = 1e-6  # underthesea's sums grow with the text, and their rounding too: 1e-9 after a million characters
_NUMBER = re.compile(r"[+-]?0*[0-9]{1,10}")
_NUMBERS = range(-(2**31), 2**31)  # the model takes for a number what fits 32 bits
# small letters that the model knows and some Python's tables do not, or not as having a capital
_NEW_SMALL = frozenset("ƛɤ\u1c8a\ua7cd\ua7cf\ua7d3\ua7d5\ua7db").union(
    map(chr, range(0x10D70, 0x10D86)), map(chr, range(0x16EBB, 0x16ED4))
)


class Tokens(NamedTuple):
    """The tokens of a text: where each starts and ends, and what is packed of it."""

    packed: "NDArray[np.void]"
    starts: Numbers
    ends: Numbers


def pack_form(form: str, weights: WordWeights) -> bytes:
    """All of a token that doesn't depend on its place."""
    low, title = form.lower(), is_title(form)
    sums = weights.plain[title, is_number(form), low in weights.dictionary]
    for more in (weights.forms.get(form), weights.forms_lower.get(low)):
        if more is not None:
            sums = tuple(map(operator.add, sums, more))
    return _FORM.pack(*sums, weights.chains.numbers.get(form, 0), weights.chains_lower.numbers.get(low, 0), title)


def pack_place(start: int, end: int, step: int) -> bytes:
    """The rest of a token; one that ends at 0 is none, but tells how long its piece is."""
    return _PLACE.pack(start, end, step)


def unpack(tokens: bytes) -> Tokens:
    """The tokens that are in these bytes."""
    packed = np.frombuffer(tokens, _TOKEN)
    shifts = np.cumsum(packed["step"]) - packed["step"]
    (real,) = np.nonzero(packed["end"])
    packed, shifts = packed[real], shifts[real]
    return Tokens(packed, packed["start"] + shifts, packed["end"] + shifts)


def is_title(form: str) -> bool:
    """Whether the model takes a token for one that begins with a capital: signs and figures as well."""
    return form[0].upper() == form[0] and form[0] not in _NEW_SMALL


def is_number(form: str) -> bool:
    """Whether the model takes a token for a number: one without separators that fits 32 bits."""
    return _NUMBER.fullmatch(form) is not None and int(form) in _NUMBERS


def score_tokens(tokens: Tokens, weights: WordWeights) -> list[float]:
    """How much *goes on* leads over *begins* for each token by itself, whatever its neighbours are."""
    packed = tokens.packed
    count = len(packed)
    scores = np.zeros(2 + count + 2)  # two tokens before the text and two after it take what is for nobody
    for place, column in enumerate(packed["sums"].T):
        scores[place : place + count] += column
    at = np.arange(max(count - 1, 0))  # the first tokens of pairs
    for chains, name in ((weights.chains_lower, "lower"), (weights.chains, "written")):
        numbers = np.append(packed[name].astype(np.int64), 0)
        found, pairs = chains.pairs.find(numbers[at], numbers[at + 1])
        at = at[found]
        scores += _spread(chains.pairs.sums[pairs], at + 1, len(scores))
        found, triples = chains.triples.find(pairs, numbers[at + 2])
        scores += _spread(chains.triples.sums[triples], at[found] + 2, len(scores))
    titles = packed["title"]
    two = titles[:-1] & titles[1:]
    scores[2 : count + 1] += weights.title_pair * two
    scores[2:count] += weights.title_triple * (two[:-1] & titles[2:])
    scores[2:4] += weights.opening
    scores[count : count + 2] += weights.closing[::-1]
    return cast("list[float]", scores[2:-2].tolist())


def _spread(rows: "NDArray[np.float64]", firsts: Numbers, count: int) -> "NDArray[np.float64]":
    """The sum of the rows for each of so many places, where each row adds to a few places on from its first."""
    places = firsts[:, None] + np.arange(rows.shape[1])
    return cast("NDArray[np.float64]", np.bincount(places.ravel(), rows.ravel(), count))


def find_joins(scores: Iterable[float], weights: WordWeights) -> list[bool] | None:
    """Whether each token goes on the word before it, in the best sequence of labels; None where two are as good.

    Either label may follow either, so a lead decides the label of its own token if it is large: the best way to both
    labels of the next token then comes from the same one. Between the two bounds each comes from the other label. On a
    bound that is so for one label of the next token; for the same label as its own, it comes from either.
    """
    (begin_begin, begin_on), (on_begin, on_on) = weights.model.steps
    low, high = begin_begin - on_begin, begin_on - on_on
    begins, goes_on, other, other_too = low - CLOSE, high + CLOSE, low + CLOSE, high - CLOSE
    after_begin, after_on, between = begin_on - begin_begin, on_on - on_begin, begin_on - on_begin
    joins: list[bool | None] = []
    close: list[int] = []  # the tokens on a bound
    lead = between  # of no token: the first lead is then the first score
    for score in scores:
        if lead < begins:
            joins.append(False)
            lead = score + after_begin
        elif lead > goes_on:
            joins.append(True)
            lead = score + after_on
        elif other < lead < other_too:
            joins.append(None)
            lead = score + between - lead
        else:
            close.append(len(joins))
            joins.append(lead > other)
            lead = score + max(begin_on, on_on + lead) - max(begin_begin, on_begin + lead)
    if abs(lead) < CLOSE:
        return None
    joins.append(lead > 0)
    for at in range(len(joins) - 2, 0, -1):
        if joins[at] is None:
            joins[at] = not joins[at + 1]
    if any(at and joins[at] == joins[at + 1] for at in close):
        return None
    return cast("list[bool]", joins[1:])
