"""Numbers whose noun was said before, and the places and links of such lists."""

import pytest

from vnreports.report import extract

# the amounts of a text, each with its number and its noun
COUNTED = [
    (
        "Thiếu 94 giáo viên; bậc mầm non thiếu 42 người, tiểu học 35, THCS 11 và THPT 6.",
        [("94", "giáo viên"), ("42", "người"), ("35", "người"), ("11", "người"), ("6", "người")],
    ),
    ("Tổ A giảm 5 xã, tổ B và tổ C cùng giảm 4; tổ D giảm 2.", [("5", "xã"), ("4", "xã"), ("2", "xã")]),
    ("Cử 48 cán bộ về xã (đợt 1: 20, đợt 2: 28).", [("48", "cán bộ"), ("20", "cán bộ"), ("28", "cán bộ")]),
    ("Thiếu 93 giáo viên (riêng môn Tiếng Anh, Tin học 31).", [("93", "giáo viên"), ("31", "giáo viên")]),
    ("Giao 45 biên chế cho các huyện, 14 cho các sở.", [("45", "biên chế"), ("14", "biên chế")]),
    ("Thiếu bậc mầm non (903 người), tiểu học (748).", [("903", "người"), ("748", "người")]),
    ("Xã nhận 98 hồ sơ, trễ hạn 4.", [("98", "hồ sơ"), ("4", "hồ sơ")]),
    ("Có 900 biên chế, hiện có mặt 700, thiếu 200.", [("900", "biên chế"), ("700", "biên chế"), ("200", "biên chế")]),
    ("Cần 40 người, mới hợp đồng được 22, nên còn thiếu.", [("40", "người"), ("22", "người")]),
    ("Khối Đảng có 12 cơ quan (giảm 5), nay gọn hơn.", [("12", "cơ quan"), ("5", "cơ quan")]),
    ("Còn 47 xã vướng, trong đó phía tây 29, phía đông (huyện cũ) 18.", [("47", "xã"), ("29", "xã"), ("18", "xã")]),
    ("Trước đây có 94 xã; nay còn 65.", [("94", "xã"), ("65", "xã")]),
    ("Có 12 hộ (9 đã nhận tiền), bằng 75%, còn lại 2.960.", [("12", "hộ"), ("75%", "%"), ("2.960", "hộ")]),
    ("Kỷ luật 56 người (khiển trách 40, cảnh cáo 16).", [("56", "người"), ("40", "người"), ("16", "người")]),
    ("Thiếu 94 người: tiểu học 51, THCS 43.", [("94", "người"), ("51", "người"), ("43", "người")]),
    ("Tỉnh có 14 sở, giảm 12 so với 26 sở trước đây.", [("14", "sở"), ("12", "sở"), ("26", "sở")]),
    ("Huyện Mẫu có 15 vụ, các huyện Thử 14, Bù Mẫu 12; sau đó giảm.", [("15", "vụ"), ("14", "vụ"), ("12", "vụ")]),
    ("Có 44 lãnh đạo/46 công chức.", [("44", "lãnh đạo"), ("46", "công chức")]),
    ("Có xã đi lại ba, bốn lần; hai, ba y sĩ nghỉ.", [("ba, bốn lần", "lần"), ("hai, ba", "y sĩ")]),
    ("Nửa số hộ đi xa, non nửa trong đó còn nợ, chưa đến 1/4.", [("Nửa", None), ("nửa", None), ("1/4", None)]),
    # labels, years and scores
    ("Nhà bảo đảm “3 cứng” và “4 rõ”.", []),
    ("Quy hoạch 3 đoạn (đoạn 1, đoạn 2, đoạn 3).", [("3", "đoạn")]),
    ("Có 3 mốc là Hiệp định Mẫu 1954 và Hiệp định Thử 1973.", [("3", "mốc")]),
    ("Xem 12 điều, cầu Sơn Mẫu 1 và Sơn Mẫu 2.", [("12", "điều")]),
    ("Có 5 nhà, xếp nhóm 2, hạng 3, loại 4.", [("5", "nhà")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_numbers_take_the_noun_before(text, counted):
    assert [(claim.text, claim.unit) for claim in extract(text).claims] == counted


def test_a_row_of_places_with_numbers_in_brackets_counts_what_was_said_before():
    claims = extract("Số ca mắc cao ở xã An Thử (1.120), Bình Mẫu (986) và xã Trảng Thử (655).").claims
    assert [(claim.text, claim.unit) for claim in claims] == [
        ("1.120", "ca mắc"), ("986", "ca mắc"), ("655", "ca mắc")
    ]  # fmt: skip


def test_numbers_in_brackets_are_of_the_places_before_them():
    text = "Tỉnh Tuyên Quang còn 260 căn, nhiều nhất ở Sà Phìn (97 căn), Lũng Phìn (64), Mậu Duệ (41)."
    report = extract(text, date="2025-11-03")
    names = {place.id: place.name for place in report.places}
    told = [(claim.text, names.get(claim.place)) for claim in report.claims]
    assert told == [("260", "Tuyên Quang"), ("97", "Sà Phìn"), ("64", "Lũng Phìn"), ("41", "Mậu Duệ")]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Lào Cai thu 20 tỷ đồng, riêng Sa Pa 9 tỷ đồng.",
        "Sau sáp nhập, tỉnh Lào Cai có 99 xã. Ở Sa Pa có 3 chợ.",
        "Tỉnh Lào Cai có 5 chợ, xã miền núi Sa Pa có 2 chợ.",
    ],
)
def test_a_commune_of_today_without_type_word(text):
    places = [place.name for place in extract(text, date="2025-11-03").places]
    assert "Sa Pa" in places


def test_before_the_reform_a_bare_name_needs_more():
    assert [place.name for place in extract("Tỉnh Lào Cai có chợ. Ở Mường Hum có lễ.", date="2017-03-01").places] == [
        "Lào Cai"
    ]
