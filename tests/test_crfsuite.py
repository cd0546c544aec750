"""CRFsuite's model files: what is read, and what is said of a file that is none."""

import struct

import pytest

from vnreports.crfsuite import read_crfsuite


def table(strings: list[str]) -> bytes:
    """A table of strings with empty hash tables, as they are not read."""
    entries, offsets = b"", []
    for number, string in enumerate(strings):
        offsets.append(24 + 2048 + len(entries))
        key = string.encode() + b"\0"
        entries += struct.pack("<2I", number, len(key)) + key
    size = 24 + 2048 + len(entries)
    header = struct.pack("<4s5I", b"CQDB", size + 4 * len(offsets), 0, 0x62445371, len(offsets), size)
    return header + bytes(2048) + entries + struct.pack(f"<{len(offsets)}I", *offsets)


def model(features: list[tuple[int, int, int, float]], labels: list[str], attributes: list[str]) -> bytes:
    weights = struct.pack("<4s2I", b"FEAT", 12 + 20 * len(features), len(features))
    weights += b"".join(struct.pack("<3Id", *feature) for feature in features)
    labels_at = 48 + len(weights)
    attributes_at = labels_at + len(table(labels))
    body = weights + table(labels) + table(attributes)
    places = (0, len(labels), len(attributes), 48, labels_at, attributes_at, 0, 0)
    return struct.pack("<4sI4s9I", b"lCRF", 48 + len(body), b"FOMC", 100, *places) + body


FEATURES = [(0, 0, 0, 1.5), (0, 1, 1, -2.25), (1, 0, 1, 0.5), (1, 1, 1, -0.5)]
MODEL = model(FEATURES, ["B-W", "I-W"], ["T[0]=xã", "T[0]=họp"])


def test_a_model_is_read() -> None:
    read = read_crfsuite(MODEL)
    assert read.labels == ["B-W", "I-W"]
    assert read.attributes == {"T[0]=xã": 0, "T[0]=họp": 2}
    assert list(read.weights) == [1.5, 0, 0, -2.25]
    assert read.steps == [[0, 0.5], [0, -0.5]]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it has 0 bytes"),
        (MODEL[:-1], "no CRFsuite model of"),
        (b"l" + MODEL[:-1], "no CRFsuite model of"),
        (MODEL.replace(b"FEAT", b"TEAR"), "without a table of weights at byte 48"),
        (MODEL.replace(b"CQDB", b"CQDC"), "without a table of strings"),
        (MODEL.replace("họp".encode(), b"\xff\xff\xff\xff\xff"), "broken tables"),
        (model([(0, 9, 0, 1.0)], ["B-W", "I-W"], ["T[0]=xã"]), "broken tables"),
        (model([(1, 9, 0, 1.0)], ["B-W", "I-W"], ["T[0]=xã"]), "broken tables"),
        (MODEL[:24] + b"\3" + MODEL[25:], "2 labels and 2 attributes, not as in its header"),
    ],
)
def test_what_is_no_model_is_said(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_crfsuite(data)


def test_a_broken_byte_gives_a_model_or_a_value_error() -> None:
    for at in range(len(MODEL)):
        broken = MODEL[:at] + bytes([MODEL[at] ^ 0xFF]) + MODEL[at + 1 :]
        try:
            read_crfsuite(broken)
        except ValueError:
            continue
