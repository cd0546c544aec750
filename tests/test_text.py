"""The folded text: what is made equal, and the way back to the source's offsets."""

import unicodedata

import hypothesis
import hypothesis.strategies as st
import pytest

from vnreports.text import _NEEDS_WORK, _ODD, _UNLIKE, fold, fold_string

FOLDED = [
    ("Uỷ ban, Hoà Bình, thuỷ lợi", "Ủy ban, Hòa Bình, thủy lợi"),
    ("KHOẺ, HUỶ, Quý, quỹ, toàn, Huỳnh, khoản", "KHỎE, HỦY, Quý, quỹ, toàn, Huỳnh, khoản"),
    ("Ðảng bộ, ðồng", "Đảng bộ, đồng"),
    ("1\u00a0234\u202fhộ\tdân\r\n", "1 234 hộ dân \n"),
    ("\ufeffxã\u200b Mẫu\u00ad", "xã Mẫu"),
    (unicodedata.normalize("NFD", "phường Thử, số 5"), "phường Thử, số 5"),
]


@pytest.mark.parametrize(("source", "folded"), FOLDED)
def test_folded(source: str, folded: str) -> None:
    assert fold_string(source) == folded


def test_a_text_without_odd_characters_is_as_it_is() -> None:
    changed = [char for char in map(chr, range(0x30000)) if _NEEDS_WORK.match(char) or _UNLIKE.match(char)]
    assert all(map(_ODD.match, changed))


def test_offsets_lead_back_to_the_source() -> None:
    source = "\ufeff" + unicodedata.normalize("NFD", "Uỷ ban") + "\r\nxã\u00a0Hoà\u200b Mẫu"
    folded = fold(source)
    for word in ("Ủy ban", "xã Hòa", "Mẫu"):
        start = folded.text.index(word)
        begin, end = folded.to_source(start, start + len(word))
        assert fold_string(source[begin:end]) == word
        assert source[begin:end] == source[begin:end].strip("\ufeff\u200b\r\n ")


@hypothesis.given(st.text(alphabet="aàáuỷoĐðİß\u0300\u0309\u0323\u200b\ufeff\u00a0\r\n q1ﬁ", max_size=40))
def test_any_text_folds(source: str) -> None:
    folded = fold(source)
    assert len(folded.text) == len(folded.lower)
    spans = [folded.to_source(at, at + 1) for at in range(len(folded.text))]
    blanks = [char in " \n" for char in folded.text]
    assert all(
        0 <= start <= end <= len(source) and (start < end or blank)
        for (start, end), blank in zip(spans, blanks, strict=True)
    )
    assert spans == sorted(spans)
    assert fold_string(folded.text) == folded.text


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("ở Quảng TrịTháng 10, xã họp", "ở Quảng Trị\nTháng 10, xã họp"),
        ("ở Đồng NaiKhu đất", "ở Đồng Nai\nKhu đất"),
        ("ở Thanh HoáTháng 10", "ở Thanh Hóa\nTháng 10"),
        ("đến xãKhánh Hưng, gồm60 xã, ngày 12/6/2012Công an", "đến xã Khánh Hưng, gồm 60 xã, ngày 12/6/2012 Công an"),
        ("Ảnh: AFPBộ trưởng Tư pháp", "Ảnh: AFP Bộ trưởng Tư pháp"),
        ("Hãng VinFast, báo VietNamNet, 5 km2, 3m, Lady GaGa", "Hãng VinFast, báo VietNamNet, 5 km2, 3m, Lady GaGa"),
    ],
)
def test_what_words_run_together_have_lost_is_put_back(source: str, folded: str) -> None:
    page = fold(source)
    assert page.text == folded
    for word in ("Tháng", "Hưng", "60", "Công an", "Bộ"):
        if word in folded:
            start, end = page.to_source(folded.index(word), folded.index(word) + len(word))
            assert source[start:end] == word


def test_what_no_mark_follows_is_composed_as_well() -> None:
    assert fold_string("\u212b e\u0301") == "\u00c5 é"


def test_a_character_that_grows_does_not_hide_one_that_is_dropped() -> None:
    folded = fold("\ufeffxã \u0344Mẫu")  # of the same length as its folded copy
    start = folded.text.index("Mẫu")
    begin, end = folded.to_source(start, start + 3)
    assert folded.source[begin:end] == "Mẫu"
    assert folded.to_source(0, 2) == (1, 3)
