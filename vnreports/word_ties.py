"""Which tokens go on the word before them where two ways are as good: by the model's sums in underthesea's own order.

In a row of tokens that look the same to the model (*A1 B2 C3 D4*, foreign names) two sequences of labels have the same
score, and rounding decides. So the scores of both labels are added up here feature by feature, as underthesea does: one
article in three hundred has such a row.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from vnreports.word_scores import is_number, is_title
from vnreports.word_weights import WordWeights, reach

# a feature: its name, the first and the last neighbour that it takes in, its function
_Feature: TypeAlias = tuple[str, int, int, str]


def settle_joins(forms: Sequence[str], weights: WordWeights) -> list[bool]:
    """Whether each token goes on the word before it, by underthesea's own arithmetic."""
    features = [(name, *reach(name), name.partition(".")[2]) for name in weights.features]
    (begin_begin, begin_on), (on_begin, on_on) = weights.model.steps
    from_on: list[tuple[bool, bool]] = []  # whether the best way to *begins* and to *goes on* comes from *goes on*
    begin = on = 0.0
    for at in range(len(forms)):
        add_begin = add_on = 0.0
        for attribute in _attributes(forms, at, features, weights):
            number = weights.model.attributes.get(attribute)
            if number is not None:
                add_begin += weights.model.weights[number]
                add_on += weights.model.weights[number + 1]
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


def _attributes(forms: Sequence[str], at: int, features: Sequence[_Feature], weights: WordWeights) -> Iterator[str]:
    """The attributes of a token, as the model spells them."""
    for name, first, last, function in features:
        if at + first < 0:
            yield f"{name}=BOS"
        elif at + last >= len(forms):
            yield f"{name}=EOS"
        else:
            yield f"{name}={_apply(function, forms[at + first : at + last + 1], weights)}"


def _apply(function: str, forms: Sequence[str], weights: WordWeights) -> str | bool:
    """The value of a feature for the tokens that it takes in."""
    if function == "isdigit":
        return is_number(forms[0])
    if function == "istitle":
        return all(is_title(form) for form in forms)
    text = " ".join(forms)
    if function == "":
        return text
    text = text.lower()
    return text if function == "lower" else _is_in_dictionary(text.split(" "), weights)


def _is_in_dictionary(low: Sequence[str], weights: WordWeights) -> bool:
    if len(low) == 1:
        return low[0] in weights.words
    pair = weights.pairs_lower.get(low[0], {}).get(low[1])
    if pair is None:
        return False
    *_, in_dictionary, thirds = pair
    return in_dictionary if len(low) == 2 else bool(thirds and thirds.get(low[2]))
