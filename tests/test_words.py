"""Words: the ones that underthesea gives, each in its place in the text, with underthesea or without it."""

import json
import random
import unicodedata
import warnings
from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import pytest

from vnreports import Word, segment, tokens, words
from vnreports.tokens import find_tokens
from vnreports.underthesea_files import DIGESTS, read_files
from vnreports.word_scores import find_joins, score_tokens, unpack
from vnreports.word_ties import settle_joins

ROOT = Path(__file__).parent.parent
REPORTS = ROOT.parent / "shared" / "reports.jsonl"

PHRASES = [
    "Ủy|ban nhân dân|xã|Hòa Thử|họp|sáng|11/9|,|chi|4.063,6|tỷ|đồng|.",
    "Thủ tướng|Chính phủ|giao|Bộ|Nội vụ|sắp xếp|đơn vị|hành chính",
    "TP.HCM|có|1.234 hộ|…",
    "Gửi|về|hop.thu@example.vn|hoặc|http://example.vn/tin|.",
]
# what a keyboard, a web page and a table put into a text
SYLLABLES = """
    uỷ ủy ban nhân dân xã phường tỉnh thành phố hà nội huế đà nẵng Nguyễn Văn Mẫu Thị Thử chủ tịch bí thư phó họp giao
    sở bộ nội vụ sắp xếp đơn vị hành chính cơ quan cán bộ công chức tổng giám đốc quốc hội chính phủ thủ tướng nghị
    quyết nghành nghàn bíết khaị hoà hòa quý quỹ và của các trong năm tháng ngày tỷ đồng triệu lần lượt là đất đai
    xe-máy Việt Nam VIỆT NAM UBND HĐND TP TP.HCM TP.Huế Q. Đ. PGS.TS. T.Ư Th.S Thusly Tp. Mr. NĐ-CP H'Mông N’Thôn H&M
    e-mail v.v... v.v A.
""".split()
NUMBERS = """
    0 7 12 2025 1.234 4.063,6 100,000 5-10 1/2 11/9 02/05/2014 8-2014 10:20:50 03-5730-2357 3x4 4K 43H-0530 12_3
    2147483647 2147483648 -2147483648 +7 00000000000005 99999999999999999999
""".split()
SIGNS = [*".,;:!?()[]\"'“”‘’-–—/%$&@#*+=<>^_|~`\\…ʺ×÷", *"... -- -> => ==> >> :) :)) =)) :D <3 ♥‿♥ °C ./.".split()]
ADDRESSES = """
    http://example.vn/a(b)c https://a.b/c?d=e&f=(g) www.example.vn example.vn/ vn.Net hop.thu@example.vn a@b @a.vn
    ftp://x http:a example.com.
""".split()
ODD = [
    *"Ð ð ǅ ß İ ı Σ ς ﬁ ² ½ １２ ٣٤ 😀 👨‍👩‍👧 각 ƛ ɤx ﷺ ŉ BOS EOS True".split(),
    *"\u0301 \u0323 \u200b \ufeff \u0344 \u1100\u1161 o\u031b\u0301 ộ\u0301 \u2126 \u212a \u09c7\u09be \x00".split(" "),
    *"\u1c8a \U00010d70".split(),  # younger than some Python
]
BLANKS = [" "] * 8 + ["", "", "  ", "\n", "\n\n", "\t", "\u00a0", " \n", "\u2028", "\x1c", "\x85", "\u2000"]
TEXTS = [
    "",
    " ",
    "\n",
    "A.",
    "A.\n",
    "A.\n\n",
    "A. ",
    "Tổ A.\nTổ B.",
    "xong :D",
    "xong :D\n",
    "2 4 6 8 0 1 1 1 Lê Mẫu",
    "Lê Mẫu BOS EOS BOS",
]


def forms(text: str) -> list[str]:
    return [word.form for word in segment(text)]


def check(text: str) -> None:
    """The words are underthesea's, and each is where it says it is."""
    from underthesea import word_tokenize

    found = segment(text)
    assert [word.form for word in found] == word_tokenize(text)
    assert all(text[word.start : word.end] == word.text != "" for word in found)
    assert found == sorted(found, key=lambda word: (word.start, word.end))


def random_text(rng: random.Random) -> str:
    """A row of syllables, numbers, signs, addresses and odd characters; one in ten is a row of codes."""
    if rng.random() < 0.1:
        return " ".join(rng.choice("ABCĐ1") + str(rng.randint(0, 99)) for _ in range(rng.randint(2, 20)))
    kinds = rng.choices((SYLLABLES, NUMBERS, SIGNS, ADDRESSES, ODD), (60, 12, 14, 5, 9), k=rng.randint(0, 20))
    text = "".join(spell(rng, rng.choice(kind)) + rng.choice(BLANKS) for kind in kinds)
    return unicodedata.normalize("NFD", text) if rng.random() < 0.05 else text


def spell(rng: random.Random, string: str) -> str:
    return rng.choices((string, string.capitalize(), string.upper(), string.lower()), (80, 10, 6, 4))[0]


@pytest.mark.parametrize("marked", PHRASES)
def test_phrases(marked: str) -> None:
    assert forms(marked.replace("|", " ").replace(" .", ".").replace(" ,", ",").replace(" …", "…")) == marked.split("|")


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = unicodedata.normalize("NFD", "Uỷ ban\n nhân dân ") + "Ðà Nẵng, nghành thuế"
    assert [(word.text, word.form) for word in segment(text)] == [
        (unicodedata.normalize("NFD", "Uỷ"), "Ủy"),
        (unicodedata.normalize("NFD", "ban\n nhân dân"), "ban nhân dân"),
        ("Ðà Nẵng", "Đà Nẵng"),
        (",", ","),
        ("nghành", "ngành"),
        ("thuế", "thuế"),
    ]
    assert all(text[word.start : word.end] == word.text for word in segment(text))


def test_two_words_in_one_character_share_it() -> None:
    assert segment("a \u0344")[1:] == [Word(2, 3, "\u0344", "\u0308"), Word(2, 3, "\u0344", "\u0301")]


@pytest.mark.parametrize("text", TEXTS)
def test_edges(text: str) -> None:
    check(text)


@hypothesis.settings(max_examples=60, deadline=None)
@hypothesis.given(st.text(alphabet="aàáBĐđu\u0309\u0300oq.,-“” \n\r\u00a0\u200b5%…😀²½ﬁT:D@/", max_size=40))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_the_corpus(path: Path) -> None:
    check(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(not REPORTS.exists(), reason="the reports lie beside the repository only where it is developed")
def test_the_reports() -> None:
    for line in REPORTS.read_text(encoding="utf-8").splitlines():
        check(json.loads(line)["text"])


@pytest.mark.slow
def test_twenty_thousand_random_texts() -> None:
    rng = random.Random(2025)
    for _ in range(20_000):
        check(random_text(rng))


def test_the_two_ways_of_adding_up_agree() -> None:
    segmenter = words._load()
    assert segmenter is not None
    ties = 0
    for path in (ROOT / "corpus").glob("*.txt"):
        found = list(find_tokens(path.read_text(encoding="utf-8"), segmenter.rules))
        scores = score_tokens(unpack(segmenter._pack(found, "")), segmenter.weights)
        joins = find_joins(scores, segmenter.weights)
        ties += joins is None
        assert joins is None or joins[1:] == settle_joins([form for form, _, _ in found], segmenter.weights)[1:]
    assert ties < 3


@pytest.mark.parametrize("row", ["xã 1 A1 B2 C3 D4 E5 F6", "xã thửa Zya Zyb Zyc Zyd Zye Zyf"])
@pytest.mark.parametrize(("end", "tie"), [("họp", False), ("Zyg họp", True)])
def test_a_row_of_codes_or_unknown_names_may_be_a_tie(row: str, end: str, *, tie: bool) -> None:
    text = f"{row} {end}"
    segmenter = words._load()
    assert segmenter is not None
    found = list(find_tokens(text, segmenter.rules))
    scores = score_tokens(unpack(segmenter._pack(found, "")), segmenter.weights)
    assert (find_joins(scores, segmenter.weights) is None) == tie
    for before in range(20):
        check("Đã họp. " * before + text)


def test_half_a_surrogate_pair_is_a_sign() -> None:
    assert [(word.text, word.form) for word in segment("xã \ud800 họp")] == [
        ("xã", "xã"),
        ("\ud800", "\ud800"),
        ("họp", "họp"),
    ]


def test_memory_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr(tokens, "REMEMBERED", 50)
    words._load.cache_clear()
    rng = random.Random(1)
    for _ in range(200):
        check(random_text(rng))
    segmenter = words._load()
    assert segmenter is not None
    assert max(map(len, (segmenter.pieces, segmenter.spelt, segmenter.packed))) <= 50
    segment("x" * 100 + " " + "y" * 100)
    assert not any(len(key) > 50 for key in (*segmenter.pieces, *segmenter.spelt, *segmenter.packed))


@pytest.fixture
def unknown_release(monkeypatch):
    """An installed underthesea of which one file is another than we know."""
    monkeypatch.setitem(DIGESTS, next(name for name in DIGESTS if name.endswith("models.bin")), "0" * 64)
    words._load.cache_clear()
    yield
    words._load.cache_clear()


def test_an_unknown_release_is_asked_itself_and_that_is_said_once(unknown_release) -> None:
    with pytest.warns(UserWarning, match=r"models\.bin is not the file of underthesea==.*pip install") as told:
        check("Uỷ ban nhân dân xã họp.")
    assert [warning.filename for warning in told] == [__file__]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rng = random.Random(3)
        for text in (*TEXTS, *(random_text(rng) for _ in range(300))):
            check(text)
        assert [word.text for word in segment("xã \ud800 họp")] == ["xã", "\ud800", "họp"]


def test_a_missing_file_and_another_core_are_unknown_too(monkeypatch) -> None:
    words._load.cache_clear()
    monkeypatch.setattr("importlib.metadata.version", lambda name: "2.0.0")
    with pytest.warns(UserWarning, match=r"underthesea_core==2\.0\.0"):
        assert forms("xã họp") == ["xã", "họp"]
    monkeypatch.undo()
    words._load.cache_clear()
    monkeypatch.setitem(DIGESTS, "pipeline/nothing.bin", "0" * 64)
    with pytest.warns(UserWarning, match=r"nothing\.bin can't be read"):
        assert forms("xã họp") == ["xã", "họp"]
    monkeypatch.undo()
    words._load.cache_clear()


def test_the_dictionary_and_the_features_are_read() -> None:
    files = read_files()
    assert "đơn vị" in files.dictionary
    assert len(files.features) == 43
