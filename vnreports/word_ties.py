"""Which tokens go on the word before them where two ways are as good: by the model's sums in underthesea's own order.

In a row of tokens that look the same to the model (*A1 B2 C3 D4*, foreign names) two sequences of labels have the same
score, and rounding decides. So the scores of both labels are added up here feature by feature, as underthesea does: one
article in five hundred has such a row.
"""

from collections.abc import Sequence
from typing import TypeAlias

from vnreports.word_scores import is_number, is_title
from vnreports.word_weights import WordWeights, reach

# what a feature says of one, two or three tokens: their text, or whether something holds
_Value: TypeAlias = str | bool


def settle_joins(forms: Sequence[str], weights: WordWeights) -> list[bool]:
    """Whether each token goes on the word before it, by underthesea's own arithmetic."""
    (begin_begin, begin_on), (on_begin, on_on) = weights.model.steps
    from_on: list[tuple[bool, bool]] = []  # whether the best way to *begins* and to *goes on* comes from *goes on*
    begin = on = 0.0
    for at, (add_begin, add_on) in enumerate(zip(*_add_up(forms, weights), strict=True)):
        if at == 0:
            begin, on = add_begin, add_on
            continue
        to_begin, to_on = (begin + begin_begin, on + on_begin), (begin + begin_on, on + on_on)
        from_on.append((to_begin[1] > to_begin[0], to_on[1] > to_on[0]))
        begin, on = max(to_begin) + add_begin, max(to_on) + add_on
    joins = [on > begin]
    for ways in reversed(from_on):
        joins.append(ways[joins[-1]])
    return joins[::-1][: len(forms)]


def _add_up(forms: Sequence[str], weights: WordWeights) -> tuple[list[float], list[float]]:
    """What the features of each token add to *begins* and to *goes on*: one feature after the other for all tokens."""
    begin, on = [0.0] * len(forms), [0.0] * len(forms)
    said: dict[tuple[str, int], list[_Value]] = {}
    for name in weights.features:
        first, last = reach(name)
        kind = name.partition(".")[2], last - first + 1
        if kind not in said:
            said[kind] = _say(*kind, forms, weights)
        values = ["BOS", "BOS", *said[kind], "EOS", "EOS"][first + 2 :]
        sums = {value: _weigh(f"{name}={value}", weights) for value in set(values)}
        begin = [total + sums[value][0] for total, value in zip(begin, values, strict=False)]
        on = [total + sums[value][1] for total, value in zip(on, values, strict=False)]
    return begin, on


def _weigh(attribute: str, weights: WordWeights) -> tuple[float, float]:
    """What an attribute adds to *begins* and to *goes on*."""
    number = weights.model.attributes.get(attribute)
    return (0.0, 0.0) if number is None else (weights.model.weights[number], weights.model.weights[number + 1])


def _say(function: str, length: int, forms: Sequence[str], weights: WordWeights) -> list[_Value]:
    """What a function says of each row of so many tokens."""
    rows = list(zip(*(forms[first:] for first in range(length)), strict=False))
    if function == "isdigit":
        return [is_number(form) for (form,) in rows]
    if function == "istitle":
        return [all(map(is_title, row)) for row in rows]
    texts = [" ".join(row) for row in rows]
    if function == "":
        return [*texts]
    texts = [text.lower() for text in texts]
    return [*texts] if function == "lower" else [text in weights.dictionary for text in texts]
