"""Whatever the text: no crash, exact offsets, the spaCy doc holds the text unchanged."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreports import extract
from vnreports.components import load

PIECES = (
    "ngày 11/9|tháng 8/2025|quý III|từ 1/7|đến|năm nay|hôm qua|6 tháng đầu năm|15 ngày|ông|bà|cho biết|Ảnh|Nguồn|Theo",
    "4.063,6|tỷ đồng|95,9%|126/126|xã|hơn|gần|hàng nghìn|hai trăm|một nửa|gấp 2,5 lần|m2|đồng/người|USD|0|1|%",
    "giảm|tăng|từ|lên|còn|trong đó|nguyên|(|)|“|”|:|;|,|.|…|-|–|/|A|Ð|đ|Đ|ỷ|😀|\u0300|\x00",
    "Chủ tịch|Phó Bí thư Thường trực|UBND|tỉnh|TP|Thành ủy|Hà Nội|Quảng Ninh|xã Minh Châu|quận 1|Nguyễn Văn Mẫu",
    "\n|\n\n|\r\n|\t|\u00a0|\u200b|\ufeff|Trần Thị Thử",
)
SOME = st.lists(st.sampled_from("|".join(PIECES).split("|")), max_size=40)
TEXTS = st.one_of(
    SOME.map(" ".join),
    SOME.map("".join),
    st.text(max_size=80),
)


@pytest.fixture(scope="module")
def nlp():
    return load()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, st.sampled_from(["NFC", "NFD"]), st.sampled_from([None, "2025-09-13", "2024-02-29"]))
def test_offsets_are_exact(text: str, form: str, date: str | None) -> None:
    text = unicodedata.normalize(form, text)
    for record in extract(text, date=date).records[1:]:
        for span in getattr(record, "mentions", [record]):
            assert text[span.start : span.end] == span.text
            assert span.text.strip() == span.text != ""


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TEXTS)
def test_a_doc_holds_the_text(nlp, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) >= (1 if len(doc) else 0)
