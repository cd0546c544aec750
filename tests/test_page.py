"""The page: its zones, title, publication date, quotations, and the document record made of them."""

import datetime

import pytest

from vnreports.page import find_quotes, read_page
from vnreports.resolve.document import describe_document

ZONES = [
    # text, then (kind, text of the zone, value)
    ("date 2025-09-11 (VTC News) -\n\nNgày 11/9, xã họp.", [("header", "date 2025-09-11 (VTC News) -", "VTC News")]),
    ("TTO - Sáng nay, xã họp.", [("header", "TTO - ", "TTO")]),
    ("(BĐ) - UBND tỉnh họp.", [("header", "(BĐ) - ", "BĐ")]),
    ("(Chinhphu.vn) – Sáng nay, xã họp.", [("header", "(Chinhphu.vn) – ", "Chinhphu.vn")]),
    ("Baomau.vn. Sáng nay, xã họp.", [("header", "Baomau.vn. ", "Baomau.vn")]),
    ("Ông Nguyễn Văn Mẫu - Chủ tịch xã - nói.", []),
    ("(Ông Mẫu nói rồi) - Chủ tịch xã nói.", []),
    ("Xã họp. Ảnh: Văn Mẫu", [("caption", "Xã họp.", None), ("credit", "Ảnh: Văn Mẫu", "Văn Mẫu")]),
    (
        "Xã họp. Ảnh: Cổng TTĐT Quốc hội. Xã bàn tiếp.",
        [("caption", "Xã họp.", None), ("credit", "Ảnh: Cổng TTĐT Quốc hội.", "Cổng TTĐT Quốc hội")],
    ),
    (
        "Xã họp. (Ảnh: Trung tâm Truyền thông tỉnh)",
        [
            ("caption", "Xã họp.", None),
            ("credit", "(Ảnh: Trung tâm Truyền thông tỉnh)", "Trung tâm Truyền thông tỉnh"),
        ],
    ),
    ("Xã họp. Ảnh: Thử Mẫu, TTXVN", [("caption", "Xã họp.", None), ("credit", "Ảnh: Thử Mẫu", "Thử Mẫu")]),
    ("Xã họp - Ảnh: D.M.", [("caption", "Xã họp - ", None), ("credit", "Ảnh: D.M.", "D.M.")]),
    (
        "Xã họp. (Ảnh: An Thử/TTXVN).",
        [("caption", "Xã họp.", None), ("credit", "(Ảnh: An Thử/TTXVN).", "An Thử/TTXVN")],
    ),
    (
        "Chủ tịch xã. Ảnh: TN Chiều 4/7, xã họp.",
        [("caption", "Chủ tịch xã.", None), ("credit", "Ảnh: TN", "TN")],
    ),
    (
        "Chủ tịch xã - Ảnh: Việt Mẫu Đây là báo cáo.",
        [("caption", "Chủ tịch xã - ", None), ("credit", "Ảnh: Việt Mẫu", "Việt Mẫu")],
    ),
    (
        "Họp ở xã. Ảnh: VGP/Quang Mẫu Theo báo cáo, xã đã xong.",
        [("caption", "Họp ở xã.", None), ("credit", "Ảnh: VGP/Quang Mẫu", "VGP/Quang Mẫu")],
    ),
    (
        "Xã họp. Ảnh: Lê TuyểnTP họp bàn về đề án của các xã ven biển.",
        [("caption", "Xã họp.", None), ("credit", "Ảnh: Lê Tuyển", "Lê Tuyển")],
    ),
    (
        "Xã họp. Ảnh: Minh Mẫu ĐB Lê Thử nói về đề án của các xã ven biển.",
        [("caption", "Xã họp.", None), ("credit", "Ảnh: Minh Mẫu", "Minh Mẫu")],
    ),
    ("Bảng giá (Hình từ Internet)", [("caption", "Bảng giá ", None), ("credit", "(Hình từ Internet)", "Internet")]),
    ("Xã họp. Ảnh: Trần Anh. Xã bàn.", [("caption", "Xã họp.", None), ("credit", "Ảnh: Trần Anh.", "Trần Anh")]),
    ("Xã họp. Ảnh: VĐT", [("caption", "Xã họp.", None), ("credit", "Ảnh: VĐT", "VĐT")]),
    ("Xã họp. Ảnh cắt từ clip", [("caption", "Xã họp.", None), ("credit", "Ảnh cắt từ clip", None)]),
    ("Trong ảnh: Văn Mẫu ở xã.", []),
    ("Xã đã họp.\n\nNguyên Mẫu", [("byline", "Nguyên Mẫu", "Nguyên Mẫu")]),
    ("Xã đã họp.\nTác giả: Lê Mẫu", [("byline", "Tác giả: Lê Mẫu", "Lê Mẫu")]),
    ("Xã đã họp… LÊ MẪU", [("byline", "LÊ MẪU", "LÊ MẪU")]),
    ("Xã đã họp./. Hừng Mẫu/VOV online", [("byline", "Hừng Mẫu/VOV online", "Hừng Mẫu")]),
    (
        "Xã đã họp. Phóng viên TTXVN tại các địa phương",
        [("byline", "Phóng viên TTXVN tại các địa phương", "Phóng viên TTXVN")],
    ),
    ("Xã đã họp.\nPV: Xin cảm ơn ông!\nAn Thử", [("byline", "An Thử", "An Thử")]),
    ("Ngày hội ở Việt Nam.Bài, ảnh: An Thử", [("byline", "Bài, ảnh: An Thử", "An Thử")]),
    ("Xã đã họp.\nAn MẫuTheo Thử", [("byline", "An Mẫu", "An Mẫu"), ("source", "Theo Thử", None)]),
    ("Xã đã họp. An Thử/Báo Tin Tức", [("byline", "An Thử/Báo Tin Tức", "An Thử")]),
    ("Xã đã họp. VOV đưa tin về hộ nghèo", []),
    ("Xã đã họp. TTXVN/Tin Tức", [("byline", "TTXVN/Tin Tức", None)]),
    ("Xã đã họp.\n\nThảo Thử\n\nTừ khóa: dừa, xã", [("byline", "Thảo Thử", "Thảo Thử")]),
    ("Xã đã họp.\nTheo An Thử/Chinhphu.vn", [("byline", "Theo An Thử/Chinhphu.vn", "An Thử")]),
    ("Xã sẽ họp”, Chủ tịch xã nói Minh Thử", [("byline", "Minh Thử", "Minh Thử")]),
    ("Xã đã họp. Cẩm Thử (Theo BBC) Xã họp.", [("byline", "Cẩm Thử (Theo BBC)", "Cẩm Thử")]),
    ("Xã đã họp.\nTheo Báo Mẫu", [("source", "Theo Báo Mẫu", None)]),
    (
        "Xã đã họp.\n\nNguyên Mẫu\n\nNguồn KTĐT: https://mau.vn/a.html",
        [("byline", "Nguyên Mẫu", "Nguyên Mẫu"), ("source", "Nguồn KTĐT: https://mau.vn/a.html", None)],
    ),
    ("Xã đã họp.\nKT. CHỦ TỊCH\nNguyễn Văn Mẫu", []),
    ("Xã đã họp.\nTheo đó, xã giao các thôn làm.", []),
]


@pytest.mark.parametrize(("text", "expected"), ZONES)
def test_zones(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    page = read_page(text)
    found = [(zone.kind, page.text[zone.start : zone.end], zone.value) for zone in page.zones if zone.kind != "title"]
    assert found == expected


def test_a_repeated_line_is_a_caption() -> None:
    line = "Công chức xã tiếp nhận hồ sơ của người dân"
    page = read_page(f"Tiêu đề\n\nXã họp.\n\n{line}\n\n{line}\n\nXã đã xong.")
    assert [page.text[zone.start : zone.end] for zone in page.zones if zone.kind == "caption"] == [line, line]


TITLES = [
    ("Trang chủ / Kinh tế\n\nXã Mẫu họp bàn\n\nSáng nay, xã họp.", "Xã Mẫu họp bàn"),
    ("Xã Mẫu họp bàn sáp nhập\n\nSáng nay, xã họp.", "Xã Mẫu họp bàn sáp nhập"),
    ("date 2025-09-11 (VTC News) -\n\nSáng nay, xã họp.\n\nHết.", None),
    (" date 2025-10-02 Xã sau 3 tháng\n\nTPO - Xã họp.", "Xã sau 3 tháng"),
    ("TTO - Sáng nay, xã họp\n\nHết.", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str | None) -> None:
    assert read_page(text).title == title


PUBLISHED = [
    ("date 2025-09-11 (VTC News) -\n\nXã họp.", "2025-09-11"),
    ("Xã họp bàn\nThứ Năm, 11/09/2025, 08:30 (GMT+7)\nXã họp.", "2025-09-11"),
    ("Thứ 7, 17/02/2024 | 07:38 Tối 16/2, xã họp.", "2024-02-17"),
    ("Xã họp.\n\nGiờ đăng: 15:00 04/09/2025", "2025-09-04"),
    ("Xã họp.\n\nNgày giờ đăng bài viết gốc: 15:00 04/09/2025", "2025-09-04"),
    ("Xã họp.\n\nGiờ đăng bài viết gốc: 04/09/2025 17:43", "2025-09-04"),
    ("Ngày 11/9/2025, xã họp.", "None"),
]


@pytest.mark.parametrize(("text", "published"), PUBLISHED)
def test_publication_date_in_the_text(text: str, published: str) -> None:
    page = read_page(text)
    assert str(page.published) == published
    assert page.published_in_text == (published != "None")
    given = read_page(text, published=datetime.date(2020, 1, 1))
    assert (str(given.published), given.published_in_text) == ("2020-01-01", False)


QUOTES = [
    ("Ông nói: “Xã họp”, rồi đi.", ["“Xã họp”"]),
    ("“Một.\n\n“Hai.\n\n“Ba” - ông nói", ["“Một.", "“Hai.", "“Ba”"]),
    ("“Một.\n\nHai” - ông nói", ["“Một.\n\nHai”"]),
    ('Ông "A" và "B', ['"A"', '"B']),
    ("Ông nói: “Chưa đóng.\nBà", ["“Chưa đóng."]),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == quotes
    page = read_page(text)
    for at in range(len(text)):
        inside = [span for span in page.quotes if span[0] <= at < span[1]]
        assert page.quote_at(at) == (inside[0] if inside else None)


def test_silent_stretches() -> None:
    page = read_page("TTO - Xã họp. Ảnh: Mẫu Thử\n\nXã đã xong.\n\nNguyên Mẫu")
    silent = [(zone.start, zone.end) for zone in page.zones if zone.kind in ("header", "credit", "byline", "source")]
    for start in range(len(page.text)):
        touched = any(begin < start + 2 and start < end for begin, end in silent)
        assert page.is_silent(start, start + 2) == touched


def test_sentence_at() -> None:
    page = read_page("Một. Hai\n\nBa.")
    assert [page.text[slice(*page.sentence_at(at))] for at in (0, 4, 6, 9, 11)] == ["Một.", "Một.", "Hai", "Hai", "Ba."]


@pytest.mark.parametrize(
    ("ending", "authors"),
    [
        ("Dân đã thả họ ra về. Theo Thử Mẫu (Dân Trí)", ("Thử Mẫu",)),
        ("Ông làm việc này từ năm 2016. Hà Mẫu -Quang Thử", ("Hà Mẫu", "Quang Thử")),
        ("Chúng tôi sẽ xử lý nghiêm”.Thử Mẫu", ("Thử Mẫu",)),
        ("Đây là công ty lớn nhất Đông Nam Á. Thử Mẫu", ("Thử Mẫu",)),
        ("Đám cháy đã tắt. (Nguồn: VOV) Thử Mẫu (Tổng hợp)", ("Thử Mẫu",)),
        ("Bộ trưởng đã trả lời. Thử Mẫu Thử Mẫu", ("Thử Mẫu",)),
        ("Đoàn đã đến thăm ông Trần Mẫu", ()),
    ],
)
def test_authors_at_the_end(ending: str, authors: tuple[str, ...]) -> None:
    assert describe_document(read_page(f"Xã họp về việc này. {ending}"), None, doc="d").authors == authors


def test_the_document_says_what_the_page_says() -> None:
    pictures = "Xã A. Ảnh: VGP/An Mẫu\n\nXã B. Ảnh: Bình Thử - Chi Mẫu\n\nXã C. Ảnh: Dân Mẫu - TTXVN"
    text = f"(TTXVN) - Xã họp.\n\n{pictures}\n\nĐã xong. Ngọc Mẫu - Văn Thử/VOV.VN"
    record = describe_document(read_page(text, published=datetime.date(2025, 9, 11)), None, doc="d")
    assert record.publisher == "Thông tấn xã Việt Nam"
    assert record.authors == ("Ngọc Mẫu", "Văn Thử")
    assert record.photo_credits == ("VGP/An Mẫu", "Bình Thử", "Chi Mẫu", "Dân Mẫu - TTXVN")
    assert (str(record.date), record.date_source, record.length) == ("2025-09-11", "given", len(text))
    assert describe_document(read_page("Xã họp."), None, doc="d", publisher="Báo Mẫu").publisher == "Báo Mẫu"


@pytest.mark.parametrize(
    ("ending", "authors", "credits"),
    [
        ("\nTin, ảnh: T.MẪU", ("T.MẪU",), ("T.MẪU",)),
        ("\nBài và ảnh: Đan Thử", ("Đan Thử",), ("Đan Thử",)),
        ("\nTin: Đan Thử", ("Đan Thử",), ()),
        ("\nAN MẪU-BÌNH THỬ", ("AN MẪU", "BÌNH THỬ"), ()),
        ("\nAN MẪU thực hiện", ("AN MẪU",), ()),
    ],
)
def test_who_wrote_may_have_taken_the_photos(ending: str, authors: tuple[str, ...], credits: tuple[str, ...]) -> None:
    record = describe_document(read_page(f"Xã họp về việc này.{ending}"), None, doc="d")
    assert (record.authors, record.photo_credits) == (authors, credits)
