"""The offices of a whole report: in brackets, of groups and committees, of the unit that a section is about."""

import pytest

from vnreports.report import extract

# a text, and of each person the positions: title, body, place
HELD = [
    (
        "Ba ông Lê Văn Mẫu (Bộ trưởng Bộ Y tế), Trần Văn Thử (Bộ trưởng Bộ Nội vụ), Hà Văn Ví (Giám đốc Sở Tư pháp).",
        {
            "Lê Văn Mẫu": [("Bộ trưởng", "Bộ Y tế", None)],
            "Trần Văn Thử": [("Bộ trưởng", "Bộ Nội vụ", None)],
            "Hà Văn Ví": [("Giám đốc", "Sở Tư pháp", None)],
        },
    ),
    (
        "HĐND tỉnh Cà Mau bầu 2 Ủy viên UBND tỉnh là các ông, bà: Lê Văn Mẫu (Giám đốc Sở Y tế), Trần Thị Thử.",
        {
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", "Cà Mau"), ("Ủy viên", "Ủy ban nhân dân", "Cà Mau")],
            "Trần Thị Thử": [("Ủy viên", "Ủy ban nhân dân", "Cà Mau")],
        },
    ),
    (
        "Ông Lê Văn Mẫu, UVBTV, Trưởng Ban Tổ chức Tỉnh ủy Cà Mau; bà Trần Thị Thử, Ủy viên BTV, Chủ tịch UBND tỉnh.",
        {
            "Lê Văn Mẫu": [
                ("Ủy viên", "Ban Thường vụ Tỉnh ủy", "Cà Mau"),
                ("Trưởng Ban", "Ban Tổ chức Tỉnh ủy", "Cà Mau"),
            ],
            "Trần Thị Thử": [
                ("Ủy viên", "Ban Thường vụ Tỉnh ủy", "Cà Mau"),
                ("Chủ tịch", "Ủy ban nhân dân", "Cà Mau"),
            ],
        },
    ),
    (
        "Tại xã Mẫu Sơn, đồng chí Lê Văn Mẫu, Phó Bí thư Đảng ủy, Chủ tịch UBND xã, họp.",
        {"Lê Văn Mẫu": [("Phó Bí thư", "Đảng ủy", "Mẫu Sơn"), ("Chủ tịch", "Ủy ban nhân dân", "Mẫu Sơn")]},
    ),
    (
        "Giám đốc Sở Nội vụ Ma Thế Mẫu họp; ông Bùi Văn Nhưng, Chủ tịch UBND xã Mẫu Sơn, dự; "
        "Giám đốc Sở Y tế tỉnh này, ông Lê Văn Mẫu, vắng.",
        {
            "Ma Thế Mẫu": [("Giám đốc", "Sở Nội vụ", None)],
            "Bùi Văn Nhưng": [("Chủ tịch", "Ủy ban nhân dân", "Mẫu Sơn")],
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", None)],
        },
    ),
    (
        "Giám đốc Sở Y tế Lê Văn Mẫu trở thành Ủy viên UBND tỉnh Cà Mau.",
        {"Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", "Cà Mau"), ("Ủy viên", "Ủy ban nhân dân", "Cà Mau")]},
    ),
    (
        "Phó Thủ tướng Lê Văn Mẫu, kiêm Bộ trưởng Bộ Ngoại giao, dự.",
        {"Lê Văn Mẫu": [("Phó Thủ tướng", "Chính phủ", None), ("Bộ trưởng", "Bộ Ngoại giao", None)]},
    ),
    (
        "Ông Lê Văn Mẫu, Bí thư Huyện ủy Lộc Bình, được bổ nhiệm giữ chức Giám đốc Sở Nội vụ tỉnh Lạng Sơn, "
        "thay ông Trần Văn Thử nghỉ hưu.",
        {
            "Lê Văn Mẫu": [("Bí thư", "Huyện ủy", "Lộc Bình"), ("Giám đốc", "Sở Nội vụ", "Lạng Sơn")],
            "Trần Văn Thử": [("Giám đốc", "Sở Nội vụ", "Lạng Sơn")],
        },
    ),
    (
        "Báo cáo Phó Thủ tướng, ông Lê Văn Mẫu, Giám đốc Sở Y tế, nói.",
        {"Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", None)]},
    ),
    (
        "Ông Lê Văn Mẫu, Chủ tịch UBND xã Mẫu Sơn (nguyên Trưởng phòng Tư pháp huyện Lộc Bình), nói.",
        {
            "Lê Văn Mẫu": [
                ("Chủ tịch", "Ủy ban nhân dân", "Mẫu Sơn"),
                ("nguyên Trưởng phòng", "phòng Tư pháp", "Lộc Bình"),
            ]
        },
    ),
    (
        "Ông Lê Văn Mẫu - Phó Trưởng Thuế tỉnh Bắc Ninh - nói.",
        {"Lê Văn Mẫu": [("Phó Trưởng Thuế", "Thuế", "Bắc Ninh")]},
    ),
    (
        "Bà Lê Thị Mẫu, Phó Chi cục trưởng Chi cục Chăn nuôi và Thú y nhìn nhận dịch còn nặng.",
        {"Lê Thị Mẫu": [("Phó Chi cục trưởng", "Chi cục Chăn nuôi và Thú y", None)]},
    ),
    (
        "Hai tỉnh Huế, Cà Mau họp.\nCà Mau: Cán bộ mới\nGiám đốc Sở Y tế Lê Văn Mẫu họp.\nHuế: Cán bộ mới\n"
        "Giám đốc Sở Y tế Trần Văn Thử họp.",
        {
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", "Cà Mau")],
            "Trần Văn Thử": [("Giám đốc", "Sở Y tế", "Huế")],
        },
    ),
    (
        "Phó Chi cục trưởng Chi cục Hải quan khu vực VI Vy Quốc Mẫu nói.",
        {"Vy Quốc Mẫu": [("Phó Chi cục trưởng", "Chi cục Hải quan khu vực VI", None)]},
    ),
    (
        "Chánh án TAND khu vực 1 - Lạng Sơn Hứa Minh Mẫu nói.",
        {"Hứa Minh Mẫu": [("Chánh án", "Tòa án nhân dân khu vực 1", "Lạng Sơn")]},
    ),
    ("Chánh Thanh tra tỉnh K’Mẫu nói.", {"K’Mẫu": [("Chánh Thanh tra", "Thanh tra", None)]}),
    (
        "Đoàn ĐBQH tỉnh Lạng Sơn do Phó Trưởng đoàn Nông Thị Mẫu chủ trì.",
        {"Nông Thị Mẫu": [("Phó Trưởng đoàn", "Đoàn đại biểu Quốc hội", "Lạng Sơn")]},
    ),
    (
        "Cùng với Bộ trưởng Công an, Bộ trưởng Bộ Tài chính Trần Thị Thử trả lời.",
        {"Trần Thị Thử": [("Bộ trưởng", "Bộ Tài chính", None)]},
    ),
    (
        "Đại biểu HĐND tỉnh Lê Thị Mẫu (Tổ đại biểu Hoàng Su Phì) hỏi.",
        {"Lê Thị Mẫu": [("Đại biểu", "Hội đồng nhân dân", None)]},
    ),
    (
        "Dự họp có các Thứ trưởng: Cao Minh Mẫu (Bộ Tài chính), Trịnh Thị Thử (Bộ Nội vụ).",
        {
            "Cao Minh Mẫu": [("Thứ trưởng", "Bộ Tài chính", None)],
            "Trịnh Thị Thử": [("Thứ trưởng", "Bộ Nội vụ", None)],
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "held"), HELD)
def test_positions(text, held):
    report = extract(text, date="2025-11-03")
    told = {
        official.name: [(position.title, position.body, position.place) for position in official.positions]
        for official in report.officials
    }
    assert told == held
