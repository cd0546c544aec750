"""The model files of CRFsuite, read as they are: labels, attributes and weights."""

import array
import dataclasses
import struct
from collections.abc import Iterator

_HEADER = struct.Struct("<4sI4s9I")  # magic, size, type, version, three counts, five offsets
_STATE, _TRANSITION = 0, 1


@dataclasses.dataclass(frozen=True, slots=True)
class CrfModel:
    """A linear-chain model: what each attribute of an item and each step between labels adds to the score of a label.

    The weight of an attribute for the label `b` is `weights[attributes[attribute] + b]`, that of the step from the
    label `a` to `b` is `steps[a][b]`.
    """

    labels: list[str]
    attributes: dict[str, int]
    weights: "array.array[float]"
    steps: list[list[float]]


def read_crfsuite(data: bytes) -> CrfModel:
    """The model in a file of CRFsuite; a ValueError says what is wrong with a file that is none.

    >>> read_crfsuite(b"GIF89a")
    Traceback (most recent call last):
    ValueError: no CRFsuite model: it has 6 bytes
    """
    if len(data) < _HEADER.size:
        raise ValueError(f"no CRFsuite model: it has {len(data)} bytes")
    magic, size, kind, version, _, labels, attributes, weights_at, labels_at, attributes_at, *_ = _HEADER.unpack_from(
        data
    )
    if (magic, size, kind, version) != (b"lCRF", len(data), b"FOMC", 100):
        raise ValueError(f"no CRFsuite model of {len(data)} bytes: its header is {data[:16]!r}")
    try:
        names, keys = list(_read_strings(data, labels_at)), list(_read_strings(data, attributes_at))
        if (len(names), len(keys)) != (labels, attributes):
            raise ValueError(
                f"a CRFsuite model with {len(names)} labels and {len(keys)} attributes, not as in its header"
            )
        weights, steps = _read_weights(data, weights_at, attributes, labels)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"a CRFsuite model with broken tables: {error}") from error
    return CrfModel(names, {key: number * labels for number, key in enumerate(keys)}, weights, steps)


def _read_strings(data: bytes, at: int) -> Iterator[str]:
    """The strings of the table at `at`, by their number; the hash tables in it are for looking one up without this."""
    magic, _, _, _, count, backward = struct.unpack_from("<4s5I", data, at)
    if magic != b"CQDB":
        raise ValueError(f"a CRFsuite model without a table of strings at byte {at}")
    for offset in struct.unpack_from(f"<{count}I", data, at + backward):
        _, size = struct.unpack_from("<2I", data, at + offset)
        start = at + offset + 8
        yield data[start : start + size - 1].decode()  # a zero byte ends it


def _read_weights(data: bytes, at: int, attributes: int, labels: int) -> tuple["array.array[float]", list[list[float]]]:
    """The weights of the attributes, flat, and those of the steps."""
    magic, _, count = struct.unpack_from("<4s2I", data, at)
    if magic != b"FEAT":
        raise ValueError(f"a CRFsuite model without a table of weights at byte {at}")
    weights = array.array("d", bytes(8 * attributes * labels))
    steps = [[0.0] * labels for _ in range(labels)]
    for kind, source, label, weight in struct.iter_unpack("<3Id", memoryview(data)[at + 12 : at + 12 + 20 * count]):
        if kind == _STATE:
            weights[source * labels + label] = weight
        elif kind == _TRANSITION:
            steps[source][label] = weight
    return weights, steps
