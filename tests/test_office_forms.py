"""Ways of writing an office and its holder: parents of departments, dashes, initials, small letters in a name."""

import pytest

from vnreports.report import extract

HELD = [
    (
        "Ông Trần Văn Mẫu, Vụ trưởng Vụ Kinh tế xây dựng - Bộ Xây dựng chia sẻ.",
        {"Trần Văn Mẫu": [("Vụ trưởng", "Vụ Kinh tế xây dựng, Bộ Xây dựng", None)]},
    ),
    (
        "Ông Trần Văn Mẫu, Trưởng phòng Quản lý và kiểm định chất lượng, Sở Giáo dục và Đào tạo Huế nói.",
        {
            "Trần Văn Mẫu": [
                ("Trưởng phòng", "Phòng Quản lý và kiểm định chất lượng, Sở Giáo dục và Đào tạo", "Huế"),
            ]
        },
    ),
    (
        "Theo ông Trần Văn Mẫu, Phó Chủ nhiệm Văn phòng Chính phủ, Hội nghị lần thứ 2 sẽ họp.",
        {"Trần Văn Mẫu": [("Phó Chủ nhiệm", "Văn phòng Chính phủ", None)]},
    ),
    (
        "Viện phó VKSND tỉnh Cao Bằng Đàm Nghĩa Thử nói.",
        {"Đàm Nghĩa Thử": [("Viện phó", "Viện kiểm sát nhân dân", "Cao Bằng")]},
    ),
    ("Ông Nguyễn Vy Mẫu-Giám đốc Sở Y tế Huế nói.", {"Nguyễn Vy Mẫu": [("Giám đốc", "Sở Y tế", "Huế")]}),
    ("Bà Lê thị Mẫu, Giám đốc Sở Y tế Huế nói.", {"Lê thị Mẫu": [("Giám đốc", "Sở Y tế", "Huế")]}),
    ("Bộ trưởng Tài chính - Magdalena Testsson nói.", {"Magdalena Testsson": [("Bộ trưởng", "Bộ Tài chính", None)]}),
    ("Thứ trưởng Bộ Ngoại giao Nga I. Testov đã thăm.", {"I. Testov": [("Thứ trưởng", "Bộ Ngoại giao", None)]}),
    (
        "Đại biểu Quốc hội Cao Sỹ Mẫu (Thái Bình) – Chủ tịch Hội Nông dân Việt Nam nói.",
        {"Cao Sỹ Mẫu": [("Đại biểu", "Quốc hội", None), ("Chủ tịch", "Hội Nông dân Việt Nam", None)]},
    ),
    ("Bộ trưởng Bộ Nội vụ Trần Văn Mẫu Đánh giá về thu.", {"Trần Văn Mẫu": [("Bộ trưởng", "Bộ Nội vụ", None)]}),
    ("Chủ tịch Hồ Chí Minh đã viết; Lăng Chủ tịch Hồ Chí Minh mở cửa.", {"Hồ Chí Minh": [("Chủ tịch", None, None)]}),
    (
        "Bà Lê Thị Mẫu, Phó Bí thư Thường trực, Chủ tịch HĐND tỉnh Cà Mau, họp.",
        {
            "Lê Thị Mẫu": [
                ("Phó Bí thư Thường trực", "Tỉnh ủy", "Cà Mau"),
                ("Chủ tịch", "Hội đồng nhân dân", "Cà Mau"),
            ]
        },
    ),
    (
        "Ông Lê Văn Mẫu, Phó Bí thư, Chủ tịch UBND xã Lũng Phìn, họp.",
        {"Lê Văn Mẫu": [("Phó Bí thư", "Đảng ủy", "Lũng Phìn"), ("Chủ tịch", "Ủy ban nhân dân", "Lũng Phìn")]},
    ),
    (
        "Bà Lê Thị Mẫu, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy Cà Mau, họp.",
        {
            "Lê Thị Mẫu": [
                ("Ủy viên", "Ban Thường vụ Tỉnh ủy", "Cà Mau"),
                ("Trưởng Ban", "Ban Tổ chức Tỉnh ủy", "Cà Mau"),
            ]
        },
    ),
    (
        "Kiểm toán trưởng KTNN khu vực V Dương Tấn Mẫu họp.",
        {"Dương Tấn Mẫu": [("Kiểm toán trưởng", "Kiểm toán Nhà nước khu vực V", None)]},
    ),
    (
        "Bác sĩ CKII Trịnh Ngọc Mẫu, Giám đốc Sở Y tế Huế, họp.",
        {"Trịnh Ngọc Mẫu": [("Giám đốc", "Sở Y tế", "Huế")]},
    ),
    ("Giám đốc Sở Nội vụ Y Mẫu Niê họp ở Đắk Lắk.", {"Y Mẫu Niê": [("Giám đốc", "Sở Nội vụ", "Đắk Lắk")]}),
    ("Phó Thống đốc NHNN Đoàn Hữu Mẫu họp.", {"Đoàn Hữu Mẫu": [("Phó Thống đốc", "Ngân hàng Nhà nước", None)]}),
    (
        "“Xã xin máy”-Chủ tịch UBND xã Lũng Phìn Lê Văn Mẫu nói.",
        {"Lê Văn Mẫu": [("Chủ tịch", "Ủy ban nhân dân", "Lũng Phìn")]},
    ),
    (
        "Phó chủ tịch UBND TP Huế Trần Hữu Mẫu (trước là giám đốc Sở Tài chính tỉnh Quảng Nam) họp.",
        {
            "Trần Hữu Mẫu": [
                ("Phó chủ tịch", "Ủy ban nhân dân", "Huế"),
                ("giám đốc", "Sở Tài chính", "Quảng Nam"),
            ]
        },
    ),
    (
        "Ông Lê Văn Mẫu, Phó Giám đốc Trung tâm PVHCC phường Trấn Biên, họp.",
        {"Lê Văn Mẫu": [("Phó Giám đốc", "Trung tâm Phục vụ hành chính công", "Trấn Biên")]},
    ),
    ("Bà Bùi Thị Mẫu, trưởng thôn Cao Sơn, họp.", {"Bùi Thị Mẫu": [("trưởng thôn", None, "Cao Sơn")]}),
    ("Hiệu trưởng Đại học Y Hà Nội nói.", {}),
    ("Tư tưởng Hồ Chí Minh; đường Võ Văn Kiệt.", {}),
    ("Chủ tịch UBND P. Nguyễn Trãi họp.", {}),
    ("Đoàn Thanh niên họp. Việc bầu các chức danh Chủ tịch, Phó Chủ tịch Hội đồng nhân dân do tỉnh quyết định.", {}),
    (
        "Ông Trần Văn Mẫu, Phó Trưởng Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW, nói.",
        {"Trần Văn Mẫu": [("Phó Trưởng Ban", "Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW", None)]},
    ),
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_offices(text, held):
    officials = extract(text, date="2025-09-12").officials
    found = {one.name: [(held.title, held.body, held.place) for held in one.positions] for one in officials}
    assert found == held


def test_office_of_a_commune_is_that_of_its_only_holder():
    text = "Ông Lương Văn Mẫu, Chủ tịch UBND xã Thông Thụ, nói.\nChủ tịch xã cũng cho biết có mưa ở xã Châu Kim."
    (official,) = extract(text, date="2023-09-12").officials
    assert [m.text for m in official.mentions] == ["Lương Văn Mẫu", "Chủ tịch xã"]


def test_names_of_relatives_and_firms_are_not_the_official():
    text = "Tổng thống Testman đến. Ivanka Testman đi cùng. Testman Organization lớn. Theo Testman, việc này tốt."
    (official,) = extract(text, date="2025-09-12").officials
    assert [m.start for m in official.mentions] == [text.index("Testman"), text.rindex("Testman")]


def test_initial_is_short_for_the_first_name():
    text = "Tổng thống Mỹ Donald Testman đến. Tổng thống D.Testman gặp ông Testman."
    (official,) = extract(text, date="2025-09-12").officials
    assert official.name == "Donald Testman"
    assert [m.text for m in official.mentions if m.form == "name"] == ["Donald Testman", "D.Testman", "Testman"]
