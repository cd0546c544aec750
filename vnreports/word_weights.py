"""The weights of underthesea's word model, by the token, the pair and the triple of tokens that they are for.

The model weighs 43 features of a token: its form, its two neighbours on each side, the pairs and triples around it, as
written and in lower case; whether they stand in the dictionary, are numbers, begin with a capital. It has two labels (a
word begins, a word goes on), so only the difference of a feature's two weights counts.
"""

import dataclasses
import itertools
import operator
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from vnreports.crfsuite import CrfModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

Sums: TypeAlias = tuple[float, ...]

# a token (a pair, a triple by its last) as the second token before sees it, the one before, itself, the ones after
_SINGLES = ("T[2]", "T[1]", "T[0]", "T[-1]", "T[-2]")
_PAIRS = ("T[1,2]", "T[0,1]", "T[-1,0]", "T[-2,-1]")
_TRIPLES = ("T[0,2]", "T[-1,1]", "T[-2,0]")
_PLACES = (*_SINGLES, *_PAIRS, *_TRIPLES)
_FUNCTIONS = {
    "lower": (*_SINGLES, *_PAIRS),
    "isdigit": _SINGLES[1:4],
    "istitle": (*_SINGLES, "T[0,1]", "T[0,2]"),
    "is_in_dict": _PLACES,
}
_FEATURES = {*_PLACES, *(f"{place}.{function}" for function, places in _FUNCTIONS.items() for place in places)}
_LABELS = ["B-W", "I-W"]
_NO_PAIR: Sums = (0.0,) * 4
_MANY = 1 << 24  # more than there are tokens or pairs
Numbers: TypeAlias = "NDArray[np.int64]"


@dataclasses.dataclass(frozen=True, slots=True)
class Rows:
    """The pairs that add something, of two tokens or of a pair and the token after it, by number, and what they add."""

    keys: "NDArray[np.int64]"  # both numbers in one; sorted, with one after all others
    sums: "NDArray[np.float64]"

    def find(self, firsts: Numbers, seconds: Numbers) -> tuple[Numbers, Numbers]:
        """Where a first and the second beside it are a row, and the number of the row."""
        keys = firsts * _MANY + seconds
        near = np.searchsorted(self.keys, keys)
        (at,) = np.nonzero(self.keys[near] == keys)
        return at, near[at]


@dataclasses.dataclass(frozen=True, slots=True)
class Chains:
    """The pairs and triples that add something; the tokens in them have a number, any other has 0."""

    numbers: dict[str, int]
    pairs: Rows
    triples: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class WordWeights:
    """What is added to the score of *goes on*, less what is added to that of *begins*.

    The sums of a token are for the second token before it, the one before, itself, the one after and the second one
    after; those of a pair end with the first token after it, those of a triple with its last. `plain` is for any token
    (where the pairs and triples around it are unknown), by whether it is a title, a number, in the dictionary;
    `forms` and the `chains` come on top. `opening` is for the first and the second token of a text, `closing` for
    the last and the one before.
    """

    model: CrfModel
    features: list[str]
    dictionary: Set[str]
    plain: dict[tuple[bool, bool, bool], Sums]
    forms: dict[str, Sums]
    forms_lower: dict[str, Sums]
    chains: Chains
    chains_lower: Chains
    title_pair: float
    title_triple: float
    opening: Sums
    closing: Sums


def read_weights(model: CrfModel, features: list[str], dictionary: Set[str]) -> WordWeights:
    """The weights of a model with its features and its dictionary; a ValueError where it is not of the kind we read."""
    if model.labels != _LABELS or set(features) != _FEATURES:
        raise ValueError(f"no model of words as we know it: labels {model.labels}, features {features}")
    triples = _sum_by_text(model, _TRIPLES)
    pairs = _with_beginnings(_sum_by_text(model, _PAIRS), triples)
    return WordWeights(
        model=model,
        features=features,
        dictionary=dictionary,
        plain=_read_plain(model),
        forms=_sum_by_text(model, _SINGLES),
        forms_lower=_sum_by_text(model, _SINGLES, ".lower"),
        chains=_number(pairs, triples),
        chains_lower=_read_chains_lower(model, dictionary, pairs),
        title_pair=_switch(model, "istitle", ("T[0,1]",))[0],
        title_triple=_switch(model, "istitle", ("T[0,2]",))[0],
        opening=tuple(_edge(model, "BOS", [place for place in _PLACES if reach(place)[0] < -at]) for at in (0, 1)),
        closing=tuple(_edge(model, "EOS", [place for place in _PLACES if reach(place)[1] > at]) for at in (0, 1)),
    )


def _weigh(model: CrfModel, attribute: str) -> float:
    """What an attribute adds to *goes on* less what it adds to *begins*."""
    number = model.attributes.get(attribute)
    return 0.0 if number is None else model.weights[number + 1] - model.weights[number]


def reach(place: str) -> tuple[int, int]:
    """The first and the last neighbour that a place takes in.

    >>> reach("T[-2,-1]"), reach("T[2]")
    ((-2, -1), (2, 2))
    """
    numbers = [int(number) for number in re.findall(r"-?\d", place)]
    return numbers[0], numbers[-1]


def _read_plain(model: CrfModel) -> dict[tuple[bool, bool, bool], Sums]:
    """The sums of a token whatever its form, by whether it is a title, a number, in the dictionary."""
    off = [_off(model, place) for place in _SINGLES]
    off[2] += sum(_off(model, place) for place in (*_PAIRS, *_TRIPLES))
    switches = [_switch(model, function, _SINGLES) for function in ("istitle", "isdigit", "is_in_dict")]
    return {
        (title, number, known): tuple(
            plain + title * by_title + number * by_number + known * by_known
            for plain, by_title, by_number, by_known in zip(off, *switches, strict=True)
        )
        for title, number, known in itertools.product((False, True), repeat=3)
    }


def _off(model: CrfModel, place: str) -> float:
    """What a place adds where it is neither title nor number nor in the dictionary."""
    return sum(_weigh(model, f"{place}.{function}=False") for function in _FUNCTIONS)


def _switch(model: CrfModel, function: str, places: Iterable[str]) -> Sums:
    """What each place adds where it is a title (a number, in the dictionary) beyond what it adds where it is not."""
    names = [f"{place}.{function}" for place in places]
    return tuple(_weigh(model, f"{name}=True") - _weigh(model, f"{name}=False") for name in names)


def _edge(model: CrfModel, value: str, places: Iterable[str]) -> float:
    """What places beyond the edge of the text add, instead of what `plain` holds for the pairs and triples of them."""
    total = 0.0
    for place in places:
        names = (place, *(f"{place}.{function}" for function in _FUNCTIONS))
        total += sum(_weigh(model, f"{name}={value}") for name in names)
        total -= 0.0 if place in _SINGLES else _off(model, place)
    return total


def _sum_by_text(model: CrfModel, places: tuple[str, ...], function: str = "") -> dict[str, Sums]:
    """What the features of the form of a token, a pair or a triple add, by that form."""
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(places))
    names = {f"{place}{function}": index for index, place in enumerate(places)}
    for attribute in model.attributes:
        name, _, text = attribute.partition("=")
        if name in names:
            sums[text][names[name]] = _weigh(model, attribute)
    return {text: tuple(weights) for text, weights in sums.items()}


def _read_chains_lower(model: CrfModel, dictionary: Iterable[str], chains: Mapping[str, Sums]) -> Chains:
    """The pairs in lower case that have a weight or stand in the dictionary, and the triples that stand there.

    With them the pairs as written: where one is met, it is then met in lower case as well.
    """
    pairs = {text.lower(): _NO_PAIR for text in chains} | _sum_by_text(model, _PAIRS, ".lower")
    triples: dict[str, Sums] = {}
    known_pair, known_triple = (_switch(model, "is_in_dict", places) for places in (_PAIRS, _TRIPLES))
    for entry in dictionary:
        blanks = entry.count(" ")
        if blanks == 1:
            pairs[entry] = tuple(map(operator.add, pairs.get(entry, _NO_PAIR), known_pair))
        elif blanks == 2:
            triples[entry] = known_triple
    return _number(_with_beginnings(pairs, triples), triples)


def _with_beginnings(pairs: Mapping[str, Sums], triples: Iterable[str]) -> dict[str, Sums]:
    """The pairs, and those that begin a triple."""
    return {text.rpartition(" ")[0]: _NO_PAIR for text in triples} | dict(pairs)


def _number(pairs: Mapping[str, Sums], triples: Mapping[str, Sums]) -> Chains:
    """The chains by number; what is no pair and no triple is the mark of a text's edge."""
    numbers: defaultdict[str, int] = defaultdict(itertools.count(1).__next__)
    texts = [text for text in pairs if text.count(" ") == 1]
    firsts, seconds = np.array([numbers[token] for text in texts for token in text.split(" ")]).reshape(-1, 2).T
    pair_rows = _read_rows(firsts, seconds, [pairs[text] for text in texts])
    texts = [text for text in triples if text.count(" ") == 2]
    firsts, seconds, thirds = np.array([numbers[token] for text in texts for token in text.split(" ")]).reshape(-1, 3).T
    triple_rows = _read_rows(pair_rows.find(firsts, seconds)[1], thirds, [triples[text] for text in texts])
    return Chains(dict(numbers), pair_rows, triple_rows)


def _read_rows(firsts: Numbers, seconds: Numbers, sums: list[Sums]) -> Rows:
    """The rows in the order of their keys."""
    keys = firsts * _MANY + seconds
    order = np.argsort(keys)
    return Rows(np.append(keys[order], _MANY * _MANY), np.array(sums)[order])
