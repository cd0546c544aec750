"""Offices that the text tells by what it named before, and whom it tells by their office alone."""

import pytest

from vnreports.report import extract

TOLD = [
    (
        "Thủ tướng thành lập Tổ công tác về thuế do Phó Thủ tướng Trần Văn Mẫu làm Tổ trưởng.",
        {"Trần Văn Mẫu": [("Phó Thủ tướng", "Chính phủ"), ("Tổ trưởng", "Tổ công tác về thuế")]},
    ),
    (
        "Bộ lập Hội đồng kỷ luật do ông Lê Văn Mẫu, Thứ trưởng Bộ Y tế làm Chủ tịch Hội đồng.",
        {"Lê Văn Mẫu": [("Thứ trưởng", "Bộ Y tế"), ("Chủ tịch", "Hội đồng kỷ luật")]},
    ),
    (
        "Ông Lê Văn Mẫu làm Chủ tịch Hội Xuất bản Việt Nam. Các Phó Chủ tịch gồm các ông: Trần Thử, Võ Văn Thí.",
        {
            "Lê Văn Mẫu": [("Chủ tịch", "Hội Xuất bản Việt Nam")],
            "Trần Thử": [("Phó Chủ tịch", "Hội Xuất bản Việt Nam")],
            "Võ Văn Thí": [("Phó Chủ tịch", "Hội Xuất bản Việt Nam")],
        },
    ),
    (
        "Bổ nhiệm ông Lê Văn Mẫu, Chủ tịch Hội đồng, Giám đốc Đại học Quốc gia Hà Nội.",
        {"Lê Văn Mẫu": [("Chủ tịch", "Hội đồng Đại học Quốc gia Hà Nội"), ("Giám đốc", "Đại học Quốc gia Hà Nội")]},
    ),
    (
        "Trao đổi với báo, GS. Trần Mẫu –Giám đốc BV Việt Đức, và TS. Lê Thử - Trưởng khoa Nội (BV Bạch Mai) nói.",
        {
            "Trần Mẫu": [("Giám đốc", "Bệnh viện Việt Đức")],
            "Lê Thử": [("Trưởng khoa", "Khoa Nội, Bệnh viện Bạch Mai")],
        },
    ),
    ("Ông Lê Văn Mẫu, Tổng giám đốc TCty Sông Đà, nói.", {"Lê Văn Mẫu": [("Tổng giám đốc", "Tổng công ty Sông Đà")]}),
    ("Ông Pascal Mauthu, Tổng giám đốc WTO, nói.", {"Pascal Mauthu": [("Tổng giám đốc", "WTO")]}),
    (
        "Bộ trưởng Bộ Chuyển đổi sinh thái Nicolas Mauthu nói; Giám đốc Viện nghiên cứu Max Planck Trần Mẫu nghe.",
        {
            "Nicolas Mauthu": [("Bộ trưởng", "Bộ Chuyển đổi sinh thái")],
            "Trần Mẫu": [("Giám đốc", "Viện nghiên cứu Max Planck")],
        },
    ),
    ("Igor Mauthu từng là Ngoại trưởng Nga trong 6 năm.", {"Igor Mauthu": [("Ngoại trưởng", None)]}),
    ("Ivanka Mauthu là thành viên phái đoàn Mỹ.", {}),
    (
        "Ông Phan Mẫu, Ủy viên Ủy ban Dự thảo sửa đổi Hiến pháp năm 1992, phát biểu.",
        {"Phan Mẫu": [("Ủy viên", "Ủy ban Dự thảo sửa đổi Hiến pháp năm 1992")]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_offices_told_by_what_was_named(text, expected):
    report = extract(text, date="2025-09-12")
    assert {one.name: [(p.title, p.body) for p in one.positions] for one in report.officials} == expected


def test_a_city_has_no_provincial_committee():
    text = (
        "Đà Nẵng làm rõ một vụ giả chữ ký\n\nUBND tỉnh Quảng Nam họp báo về chữ ký giả của ông Huỳnh Văn Mẫu, "
        "Phó Chủ tịch UBND tỉnh. Công an TP Đà Nẵng điều tra tại Đà Nẵng."
    )
    assert [position.place for position in extract(text, date="2017-06-01").officials[0].positions] == ["Quảng Nam"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Bộ trưởng Bộ Y tế Lê Văn Mẫu dự họp. Người đứng đầu Bộ Y tế nói sẽ mở thêm hai bệnh viện.",
            [("Lê Văn Mẫu", "Người đứng đầu Bộ Y tế")],
        ),
        (
            "Bí thư Trần Văn Thử tiếp khách. Cũng trong cuộc gặp, Bí thư Thành ủy TP.HCM giới thiệu về kinh tế.",
            [("Trần Văn Thử", "Bí thư Thành ủy TP.HCM")],
        ),
        (  # the office changes hands within the report
            "Bộ trưởng Bộ Y tế Lê Văn Mẫu thôi chức. Hôm qua Bộ trưởng Bộ Y tế bàn giao. Ông Trần Văn Thử được bổ "
            "nhiệm làm Bộ trưởng Bộ Y tế. Nay Bộ trưởng Bộ Y tế nhận việc.",
            [("Lê Văn Mẫu", "Bộ trưởng Bộ Y tế"), ("Trần Văn Thử", "Bộ trưởng Bộ Y tế")],
        ),
    ],
)
def test_who_an_office_alone_stands_for(text, holders):
    officials = extract(text, date="2017-05-05").officials
    assert [
        (one.name, mention.text) for one in officials for mention in one.mentions if mention.form == "title"
    ] == holders
