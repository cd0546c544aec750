"""Sentences: where they begin and end."""

import itertools

import hypothesis
import hypothesis.strategies as st
import pytest

from vnreports.sentences import find_sentences

SENTENCES = [
    "Ông Mẫu nói.|Bà Thử đáp!|Rồi sao?|Hết.",
    "UBND TP. Huế và Q. Thử họp.|PGS.TS. Nguyễn Văn Mẫu dự.",
    "Đến 21.4, xã có 1.234 hộ.|Năm 2025, có 5.6 tỷ đồng.",
    "“Phải làm ngay!” - Chánh Văn phòng nói.|Sau đó họp.",
    "Ông nói: “Xã đã xong.”|Ngày 5/6, huyện họp.",
    "Có Hà Nội, Huế… và Cần Thơ.|Hết…|Năm sau tiếp.",
    "Họp ở Hà Nội...|Theo đó, xã được giao.",
    "1. Về tổ chức bộ máy.|2. Về cán bộ.",
    "Kết luận: 1. Giao Sở Mẫu.|2. Giao Sở Thử.",
    "Giao phường 5.|Theo đó, phường làm.",
    "Tổng thống Donald J. Mẫu đến.|Nhiệt độ giảm 1 độ C.|Ngoài ra, có mưa.",
    "Xử lý nghiêm./.|Nguyễn Thử",
    "(Xã họp.)|Huyện cũng họp.",
    "Công ty U.S. Mẫu ký; Bí thư Huyện ủy A; Chủ tịch B.",
]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_a_quotation_glued_to_the_sentence_before_or_after_it() -> None:
    assert split('Bà xem tranh."Tôi thích lắm."Ngoài bà còn ông.“Đẹp quá.”Ông khen.') == [
        "Bà xem tranh.",
        '"Tôi thích lắm."',
        "Ngoài bà còn ông.",
        "“Đẹp quá.”",
        "Ông khen.",
    ]


def test_a_row_whose_cells_go_on_in_lines_of_their_own_is_one() -> None:
    assert split("1 | Xã A | 68 |\n| 8 |\n2 | Xã B | 62 |") == ["1 | Xã A | 68 |\n| 8 |", "2 | Xã B | 62 |"]
    assert split("| 1 | Xã A |\n| 2 | Xã B |") == ["| 1 | Xã A |", "| 2 | Xã B |"]
    assert split("Giá đất:\n| 1 |") == ["Giá đất:", "| 1 |"]


def test_an_initial_ends_a_sentence_before_an_opener() -> None:
    assert split("Bắt Nguyễn Văn T. Theo điều tra, T. đã đi.") == ["Bắt Nguyễn Văn T.", "Theo điều tra, T. đã đi."]


def test_a_glued_stop_ends_a_sentence() -> None:
    text = "Đã phát triển.Theo ông Mẫu, TP.Huế và vn.Net đều đúng./.Nguyễn Thử"
    assert split(text) == ["Đã phát triển.", "Theo ông Mẫu, TP.Huế và vn.Net đều đúng./.", "Nguyễn Thử"]
    assert split("Ông ở Huế.Theo Ths.Nguyễn Mẫu, Mail.Ru đóng.") == ["Ông ở Huế.", "Theo Ths.Nguyễn Mẫu, Mail.Ru đóng."]


def test_a_glued_stop_before_a_figure_does_not_cut_it() -> None:
    assert split("Xã đã họp.Có 1.234 hộ.") == ["Xã đã họp.", "Có 1.234 hộ."]


def test_no_sentence_crosses_a_line_or_a_break() -> None:
    text = "Xã họp\n\n Huyện họp Tỉnh họp.\n"
    assert split(text) == ["Xã họp", "Huyện họp Tỉnh họp."]
    at = text.index(" Tỉnh")
    assert [text[start:end] for start, end in find_sentences(text, breaks=[at])] == ["Xã họp", "Huyện họp", "Tỉnh họp."]


@hypothesis.given(st.text(alphabet='aàBĐ.!?…"”“( )\n-5', max_size=60))
def test_sentences_cover_all_but_blanks(text: str) -> None:
    spans = find_sentences(text)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered or char.isspace() for at, char in enumerate(text))
    assert all("\n" not in text[start:end] and text[start:end].strip() == text[start:end] for start, end in spans)
