"""The weights of underthesea's word model, by the token, the pair and the triple of tokens that they are for.

The model weighs 43 features of a token: its form, its two neighbours on each side, the pairs and triples around it, as
written and in lower case; whether they stand in the dictionary, are numbers, begin with a capital. It has two labels (a
word begins, a word goes on), so only the difference of a feature's two weights counts.
"""

import dataclasses
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from vnreports.crfsuite import CrfModel

T = TypeVar("T")
Sums: TypeAlias = tuple[float, ...]
# what a pair adds to the token before it, to its two and to the token after; whether it is in the dictionary; the third
# tokens in lower case that make it a triple which the model knows, each with whether the dictionary knows it too
Pair: TypeAlias = tuple[float, float, float, float, bool, dict[str, bool] | None]

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


@dataclasses.dataclass(frozen=True, slots=True)
class WordWeights:
    """What is added to the score of *goes on*, less what is added to that of *begins*.

    The sums of a token are for the second token before it, the one before, itself, the one after and the second one
    after; those of a pair end with the first token after it, those of a triple with its last. `plain` is for any token
    (where the pairs and triples around it are unknown), by whether it is a title, a number, in the dictionary;
    `forms` come on top. `opening` is for the first and the second token of a text, `closing` for
    the last and the one before.
    """

    model: CrfModel
    features: list[str]
    words: frozenset[str]  # the tokens that the dictionary has as words
    plain: dict[tuple[bool, bool, bool], Sums]
    forms: dict[str, Sums]
    forms_lower: dict[str, Sums]
    pairs: dict[str, dict[str, Sums]]
    pairs_lower: dict[str, dict[str, Pair]]
    triples: dict[str, Sums]
    known_triple: Sums
    title_pair: float
    title_triple: float
    opening: Sums
    closing: Sums


def read_weights(model: CrfModel, features: list[str], dictionary: Iterable[str]) -> WordWeights:
    """The weights of a model with its features and its dictionary; a ValueError where it is not of the kind we read."""
    if model.labels != _LABELS or set(features) != _FEATURES:
        raise ValueError(f"no model of words as we know it: labels {model.labels}, features {features}")
    entries: dict[int, list[str]] = defaultdict(list)
    for entry in dictionary:
        entries[entry.count(" ")].append(entry)
    triples = _sum_by_text(model, _TRIPLES)
    return WordWeights(
        model=model,
        features=features,
        words=frozenset(entries[0]),
        plain=_read_plain(model),
        forms=_sum_by_text(model, _SINGLES),
        forms_lower=_sum_by_text(model, _SINGLES, ".lower"),
        pairs=_nest(_sum_by_text(model, _PAIRS)),
        pairs_lower=_nest(_read_pairs_lower(model, entries[1], _read_thirds(triples, entries[2]))),
        triples=triples,
        known_triple=_switch(model, "is_in_dict", _TRIPLES),
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


def _read_thirds(triples: Iterable[str], entries: Iterable[str]) -> dict[str, dict[str, bool]]:
    """The third tokens of the triples that have a weight or stand in the dictionary, by the first two."""
    thirds: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for known, texts in ((False, triples), (True, entries)):
        for text in texts:
            pair, _, third = text.lower().rpartition(" ")
            thirds[pair][third] = known
    return thirds


def _read_pairs_lower(
    model: CrfModel, entries: Iterable[str], thirds: Mapping[str, dict[str, bool]]
) -> dict[str, Pair]:
    """The pairs in lower case that have a weight, stand in the dictionary or begin a triple that does."""
    sums = _sum_by_text(model, _PAIRS, ".lower")
    known = _switch(model, "is_in_dict", _PAIRS)
    bare: Pair = (known[0], known[1], known[2], known[3], True, None)  # most of them; one object for all
    pairs = dict.fromkeys(entries, bare)
    for text in [*sums, *(thirds.keys() - sums.keys())]:
        in_dictionary = text in pairs
        p0, p1, p2, p3 = sums.get(text, _NO_PAIR)
        k0, k1, k2, k3 = known if in_dictionary else _NO_PAIR
        pairs[text] = (p0 + k0, p1 + k1, p2 + k2, p3 + k3, in_dictionary, thirds.get(text))
    return pairs


def _nest(pairs: Mapping[str, T]) -> dict[str, dict[str, T]]:
    """The pairs by their first and their second token; what is no pair is the mark of a text's edge."""
    nested: defaultdict[str, dict[str, T]] = defaultdict(dict)
    seconds: dict[str, str] = {}
    for text, pair in pairs.items():
        first, blank, second = text.partition(" ")
        if blank:
            nested[first][seconds.setdefault(second, second)] = pair
    return dict(nested)
