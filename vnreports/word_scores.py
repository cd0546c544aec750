"""How strongly each token of a text goes on the word before it, and which do, by underthesea's model.

What a token adds to the tokens around it is summed up once, wherever it stands, and so is what a pair adds. With two
labels the best sequence needs one number a token: how much *goes on* leads over *begins*.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias, cast

from vnreports.word_weights import Pair, Sums, WordWeights

# the form, its lower case, whether it is a title; what it adds to the second token before it, the one before, itself,
# the one after, the second one after; the pairs that it begins, by the second token as written, and in lower case
Syllable: TypeAlias = tuple[str, str, bool, float, float, float, float, float, dict[str, Sums], dict[str, Pair]]

CLOSE = 1e-6  # underthesea's sums grow with the text, and their rounding too: 1e-9 after a million characters
_NUMBER = re.compile(r"[+-]?0*[0-9]{1,10}")
_NUMBERS = range(-(2**31), 2**31)  # the model takes for a number what fits 32 bits
# small letters that the model knows and some Python's tables do not, or not as having a capital
_NEW_SMALL = frozenset("ƛɤ\u1c8a\ua7cd\ua7cf\ua7d3\ua7d5\ua7db").union(
    map(chr, range(0x10D70, 0x10D86)), map(chr, range(0x16EBB, 0x16ED4))
)
_NO_PAIRS: dict[str, Sums] = {}
_NO_PAIRS_LOWER: dict[str, Pair] = {}
_NO_TRIPLE: Sums = (0.0, 0.0, 0.0)


def read_syllable(form: str, weights: WordWeights) -> Syllable:
    """A token with all that it adds by itself, and the pairs that it begins."""
    low, title = form.lower(), is_title(form)
    s0, s1, s2, s3, s4 = weights.plain[title, is_number(form), low in weights.words]
    for more in (weights.forms.get(form), weights.forms_lower.get(low)):
        if more is not None:
            a0, a1, a2, a3, a4 = more
            s0, s1, s2, s3, s4 = s0 + a0, s1 + a1, s2 + a2, s3 + a3, s4 + a4
    pairs, pairs_lower = weights.pairs.get(form, _NO_PAIRS), weights.pairs_lower.get(low, _NO_PAIRS_LOWER)
    return form, low, title, s0, s1, s2, s3, s4, pairs, pairs_lower


def is_title(form: str) -> bool:
    """Whether the model takes a token for one that begins with a capital: signs and figures as well."""
    return form[0].upper() == form[0] and form[0] not in _NEW_SMALL


def is_number(form: str) -> bool:
    """Whether the model takes a token for a number: one without separators that fits 32 bits."""
    return _NUMBER.fullmatch(form) is not None and int(form) in _NUMBERS


def score_syllables(syllables: Iterable[Syllable], weights: WordWeights) -> list[float]:
    """How much *goes on* leads over *begins* for each token by itself, whatever its neighbours are.

    The loop holds the unfinished sums of the two tokens before the one that it reads, of that one and of the next.
    """
    triples, known_triple = weights.triples, weights.known_triple
    title_pair, title_triple = weights.title_pair, weights.title_triple
    scores: list[float] = []
    second, first = 0.0, 0.0
    own, after = weights.opening
    pairs, pairs_lower = _NO_PAIRS, _NO_PAIRS_LOWER
    thirds: dict[str, bool] | None = None
    titles = 0
    form = last = ""
    for syllable in syllables:
        earlier, last = last, form
        form, low, title, s0, s1, s2, s3, s4, following, following_lower = syllable
        if thirds is not None and low in thirds:
            t0, t1, t2 = triples.get(f"{earlier} {last} {form}", _NO_TRIPLE)
            k0, k1, k2 = known_triple if thirds[low] else _NO_TRIPLE
            second, first, own = second + t0 + k0, first + t1 + k1, own + t2 + k2
        written = pairs.get(form)
        if written is not None:
            p0, p1, p2, p3 = written
            second, first, own, after = second + p0, first + p1, own + p2, after + p3
        pair = pairs_lower.get(low)
        if pair is None:
            thirds = None
        else:
            p0, p1, p2, p3, _, thirds = pair
            second, first, own, after = second + p0, first + p1, own + p2, after + p3
        if title:
            titles += 1
            if titles > 1:
                first += title_pair
                if titles > 2:
                    second += title_triple
        else:
            titles = 0
        scores.append(second + s0)
        second, first, own, after = first + s1, own + s2, after + s3, s4
        pairs, pairs_lower = following, following_lower
    before_last, at_last = weights.closing[1], weights.closing[0]
    return [*scores, second + before_last, first + at_last][2:]


def find_joins(scores: Iterable[float], weights: WordWeights) -> list[bool] | None:
    """Whether each token goes on the word before it, in the best sequence of labels; None where two are as good.

    Either label may follow either, so a lead decides the label of its own token if it is large: the best way to both
    labels of the next token then comes from the same one. Between the two bounds each comes from the other label. On a
    bound that is so for one label of the next token; for the same label as its own, it comes from either.
    """
    (begin_begin, begin_on), (on_begin, on_on) = weights.model.steps
    low, high = begin_begin - on_begin, begin_on - on_on
    after_begin, after_on, between = begin_on - begin_begin, on_on - on_begin, begin_on - on_begin
    joins: list[bool | None] = []
    close: list[int] = []  # the tokens on a bound
    lead = between  # of no token: the first lead is then the first score
    for score in scores:
        if lead < low - CLOSE:
            joins.append(False)
            lead = score + after_begin
        elif lead > high + CLOSE:
            joins.append(True)
            lead = score + after_on
        elif low + CLOSE < lead < high - CLOSE:
            joins.append(None)
            lead = score + between - lead
        else:
            close.append(len(joins))
            joins.append(lead > low + CLOSE)
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
