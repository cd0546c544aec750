import datetime

import pytest

from vnreports.extract.officials import find_namings
from vnreports.page import read_page
from vnreports.records import Mention, Place
from vnreports.report import extract
from vnreports.resolve.people import resolve_people

HOME = "Bình Định"


def officials_of(text: str, *, home: str | None = HOME, named: tuple[tuple[str, str, str], ...] = ()):
    """The officials of a text whose places are `named` as (words of the text, name, level)."""
    page = read_page(text, published=datetime.date(2025, 7, 1))
    places = []
    for number, (words, name, level) in enumerate(named):
        start = page.text.index(words)
        mention = Mention(start, start + len(words), words)
        places.append(Place(doc="t", id=f"p{number}", rule="test", name=name, level=level, mentions=(mention,)))
    seat = Place(doc="t", id="p", rule="test", name=home, level="province") if home else None
    return resolve_people(find_namings(page, places), page, places, home=seat, doc="t")


def positions_of(text, **settings):
    return {
        official.name: [(one.title, one.body, one.place) for one in official.positions]
        for official in officials_of(text, **settings)
    }


CHAIR = ("Chủ tịch", "Ủy ban nhân dân", HOME)
MEMBER = ("Ủy viên", "Ủy ban nhân dân", HOME)
CENTRAL = ("Ủy viên", "Ban Chấp hành Trung ương Đảng", None)
SEEN = [
    (
        "Phó Chủ tịch Quốc hội Nguyễn Văn Mẫu, Lê Văn Thử và nhiều ý kiến khác tán thành.",
        {
            "Nguyễn Văn Mẫu": [("Phó Chủ tịch", "Quốc hội", None)],
            "Lê Văn Thử": [("Phó Chủ tịch", "Quốc hội", None)],
        },
    ),
    (
        "Phó Chủ tịch Quốc hội Nguyễn Văn Mẫu, ông Lê Văn Thử và nhiều ý kiến khác tán thành.",
        {"Nguyễn Văn Mẫu": [("Phó Chủ tịch", "Quốc hội", None)]},
    ),
    (
        "Chọn 3 Kiểm sát viên Viện Kiểm sát nhân dân tối cao, Chủ nhiệm Ủy ban Kinh tế Nguyễn Văn Mẫu nói.",
        {"Nguyễn Văn Mẫu": [("Chủ nhiệm", "Ủy ban Kinh tế", None)]},
    ),
    (
        "Theo luật sư Nguyễn Văn Mẫu, Phó Chủ nhiệm Đoàn Luật sư tỉnh, cần làm rõ.",
        {"Nguyễn Văn Mẫu": [("Phó Chủ nhiệm", "Đoàn Luật sư", HOME)]},
    ),
    ("Ông Nguyễn Văn Mẫu, Đoàn đại biểu Quốc hội tỉnh, nói.", {"Nguyễn Văn Mẫu": [("Đại biểu", "Quốc hội", None)]}),
    (
        "Ngoại trưởng Sergei Mẫu đến. Thủ tướng Lào nói. Ông Mẫu gặp người đồng cấp Ulf Thử.",
        {"Sergei Mẫu": [("Ngoại trưởng", None, None)], "Ulf Thử": [("Ngoại trưởng", None, None)]},
    ),
    ("Hai bên gặp người đồng cấp Ulf Thử.", {}),
    ("Đại biểu Quốc hội họp. Đại biểu Đoàn Văn Mẫu nói.", {"Đoàn Văn Mẫu": [("Đại biểu", "Quốc hội", None)]}),
    (
        "Ông Lê Văn Mẫu - Chủ tịch Hội đồng thành viên, Tổng công ty Đầu tư và Kinh doanh vốn nhà nước nói.",
        {
            "Lê Văn Mẫu": [
                ("Chủ tịch", "Hội đồng thành viên, Tổng công ty Đầu tư và Kinh doanh vốn nhà nước", None),
            ]
        },
    ),
    # a comma after an office that is told in full
    ("Giám đốc Sở Y tế, Lê Văn Mẫu vừa có công văn.", {"Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME)]}),
    ("Bộ trưởng, Lê Văn Mẫu nói.", {}),
    (
        "Dự lễ có Chủ tịch UBND tỉnh, Lê Văn Mẫu - Giám đốc Sở Y tế.",
        {"Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME)]},
    ),
    # appointed and moved at once, or by whom
    (
        "Ông Lê Văn Mẫu được điều động, bổ nhiệm giữ chức Giám đốc Sở Y tế; ông Trần Văn Thử nghỉ hưu.",
        {"Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME)]},
    ),
    (
        "Ông Lê Văn Mẫu được Thủ tướng Trần Văn Thử bổ nhiệm làm Thứ trưởng Bộ Y tế.",
        {
            "Lê Văn Mẫu": [("Thứ trưởng", "Bộ Y tế", None)],
            "Trần Văn Thử": [("Thủ tướng", "Chính phủ", None)],
        },
    ),
    # courts and missions with their seats
    (
        "Phó Chánh án TAND Cấp cao tại Đà Nẵng Lê Văn Mẫu ký.",
        {"Lê Văn Mẫu": [("Phó Chánh án", "Tòa án nhân dân Cấp cao tại Đà Nẵng", None)]},
    ),
    (
        "Trưởng Phái đoàn Đại diện thường trực Việt Nam tại Liên hợp quốc Lê Thị Mẫu nói.",
        {
            "Lê Thị Mẫu": [
                ("Trưởng Phái đoàn", "Phái đoàn Đại diện thường trực Việt Nam tại Liên hợp quốc", None),
            ]
        },
    ),
    (
        "Chủ tịch Hội Cựu thanh niên xung phong Việt Nam Lê Thị Mẫu nói.",
        {"Lê Thị Mẫu": [("Chủ tịch", "Hội Cựu thanh niên xung phong Việt Nam", None)]},
    ),
    ("Bí thư Thành ủy lúc bấy giờ là ông Lê Văn Mẫu nói.", {"Lê Văn Mẫu": [("Bí thư", "Thành ủy", HOME)]}),
    (
        "Thủ tướng Quốc vụ viện Lý Văn Mẫu đến. Thủ tướng Lý Văn Mẫu nói.",
        {"Lý Văn Mẫu": [("Thủ tướng", "Quốc vụ viện", None)]},
    ),
    (
        "Ông Nguyễn Văn Mẫu, Cục trưởng Cục Phát thanh, truyền hình và thông tin điện tử, nói.",
        {"Nguyễn Văn Mẫu": [("Cục trưởng", "Cục Phát thanh, truyền hình và thông tin điện tử", None)]},
    ),
    (
        "Ông Nguyễn Văn Mẫu là Phó Vụ trưởng Vụ Khoa giáo - Văn xã.",
        {"Nguyễn Văn Mẫu": [("Phó Vụ trưởng", "Vụ Khoa giáo - Văn xã", None)]},
    ),
    (
        "Hiệu trưởng Trường THPT Lê Quý Đôn Nguyễn Văn Mẫu nói.",
        {"Nguyễn Văn Mẫu": [("Hiệu trưởng", "Trường Trung học phổ thông Lê Quý Đôn", None)]},
    ),
    (
        "Bí thư Trung ương Đảng Nguyễn Văn Mẫu nói.",
        {"Nguyễn Văn Mẫu": [("Bí thư", "Ban Chấp hành Trung ương Đảng", None)]},
    ),
    (
        "Ông Nguyễn Văn Mẫu, Ủy viên Trung ương Đảng các khóa 10, 11 và 12, Chủ tịch Quốc hội.",
        {
            "Nguyễn Văn Mẫu": [
                ("Ủy viên", "Ban Chấp hành Trung ương Đảng", None),
                ("Chủ tịch", "Quốc hội", None),
            ]
        },
    ),
    ("Chủ tịch UBND tỉnh Nguyễn Văn Mẫu phát biểu.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Ông Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh, cho biết.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Chủ tịch UBND tỉnh Nguyễn Văn\nMẫu cho biết.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    (
        "Chủ tịch HĐTV EVN Nguyễn Văn Mẫu cho biết.",
        {"Nguyễn Văn Mẫu": [("Chủ tịch", "Hội đồng thành viên Tập đoàn Điện lực Việt Nam", None)]},
    ),
    ("Ông Nguyễn Văn Mẫu - Chủ tịch UBND tỉnh - cho biết.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Ông Nguyễn Văn Mẫu (Chủ tịch UBND tỉnh) nói.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Ông Nguyễn Văn Mẫu (SN 1970), Chủ tịch UBND tỉnh.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Cụ Nguyễn Văn Mẫu (82 tuổi, Chủ tịch UBND tỉnh).", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Ý kiến của các ĐBQH, Chủ tịch UBND tỉnh Nguyễn Văn Mẫu nói.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Chủ tịch UBND tỉnh, đồng chí Nguyễn Văn Mẫu dự.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    ("Chủ tịch UBND tỉnh là ông Nguyễn Văn Mẫu.", {"Nguyễn Văn Mẫu": [CHAIR]}),
    (
        "Dự có các đồng chí: Nguyễn Văn Mẫu - Chủ tịch UBND tỉnh; Trần Thị Thử - Giám đốc Sở Y tế.",
        {"Nguyễn Văn Mẫu": [CHAIR], "Trần Thị Thử": [("Giám đốc", "Sở Y tế", HOME)]},
    ),
    (
        "Các Phó Thủ tướng: Nguyễn Văn Mẫu, Trần Thị Thử và Lê Văn Ví.",
        {name: [("Phó Thủ tướng", "Chính phủ", None)] for name in ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Ví")},
    ),
    (
        "Dự có các đồng chí Ủy viên Bộ Chính trị: Thủ tướng Nguyễn Văn Mẫu; Trần Thị Thử, Chủ tịch Quốc hội.",
        {
            "Nguyễn Văn Mẫu": [("Thủ tướng", "Chính phủ", None), ("Ủy viên", "Bộ Chính trị", None)],
            "Trần Thị Thử": [("Chủ tịch", "Quốc hội", None), ("Ủy viên", "Bộ Chính trị", None)],
        },
    ),
    (
        "Sở có 3 Phó Giám đốc Sở Y tế gồm các ông, bà: Nguyễn Văn Mẫu, Trần Thị Thử.",
        {name: [("Phó Giám đốc", "Sở Y tế", HOME)] for name in ("Nguyễn Văn Mẫu", "Trần Thị Thử")},
    ),
    (
        "Bầu ông Nguyễn Văn Mẫu, Giám đốc Sở Y tế, giữ chức Phó Chủ tịch UBND tỉnh.",
        {"Nguyễn Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME), ("Phó Chủ tịch", "Ủy ban nhân dân", HOME)]},
    ),
    (
        "Trao quyết định bổ nhiệm chức vụ Giám đốc Sở Y tế cho bà Trần Thị Thử.",
        {"Trần Thị Thử": [("Giám đốc", "Sở Y tế", HOME)]},
    ),
    ("Thay mặt Bộ Chính trị, đồng chí Nguyễn Văn Mẫu ký kết luận.", {"Nguyễn Văn Mẫu": []}),
    ("Đại tá Nguyễn Văn Mẫu chỉ huy cứu hộ.", {"Nguyễn Văn Mẫu": []}),
    (
        "Phó Thủ tướng Thường trực Nguyễn Văn Mẫu dự. Phó Thủ tướng Nguyễn Văn Mẫu nói.",
        {"Nguyễn Văn Mẫu": [("Phó Thủ tướng Thường trực", "Chính phủ", None)]},
    ),
    ("Thủ tướng, Phó Thủ tướng Nguyễn Văn Mẫu dự.", {"Nguyễn Văn Mẫu": [("Phó Thủ tướng", "Chính phủ", None)]}),
    (  # each takes the office right before
        "Dự có Phó Thủ tướng Nguyễn Văn Mẫu, Bộ trưởng Bộ Y tế Trần Thị Thử, Chủ tịch Hội Nhà báo Việt Nam Thuận Ví, …",
        {
            "Nguyễn Văn Mẫu": [("Phó Thủ tướng", "Chính phủ", None)],
            "Trần Thị Thử": [("Bộ trưởng", "Bộ Y tế", None)],
            "Thuận Ví": [("Chủ tịch", "Hội Nhà báo Việt Nam", None)],
        },
    ),
    (
        "Tiếp ông Nguyễn Văn Mẫu, Ủy viên Bộ Chính trị, Phó Chủ tịch Quân ủy Trung ương, Chủ tịch nước Lê Văn Ví nói.",
        {
            "Nguyễn Văn Mẫu": [("Ủy viên", "Bộ Chính trị", None), ("Phó Chủ tịch", "Quân ủy Trung ương", None)],
            "Lê Văn Ví": [("Chủ tịch nước", None, None)],
        },
    ),
    (
        "Họ và tên: Nguyễn Văn Mẫu. + Tháng 3.2001 - 5.2006: Bí thư Tỉnh đoàn, đại biểu HĐND tỉnh khóa X; "
        "+ Tháng 6.2006 - nay: Phó Chủ tịch UBND tỉnh.",
        {
            "Nguyễn Văn Mẫu": [
                ("Bí thư", "Tỉnh đoàn", HOME),
                ("đại biểu", "Hội đồng nhân dân", HOME),
                ("Phó Chủ tịch", "Ủy ban nhân dân", HOME),
            ]
        },
    ),
    (
        "Ông Nguyễn Văn Mẫu quê ở Huế. Ông từng đảm nhiệm các chức vụ: Giám đốc Sở Y tế; Phó Chủ tịch UBND tỉnh.",
        {"Nguyễn Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME), ("Phó Chủ tịch", "Ủy ban nhân dân", HOME)]},
    ),
    (
        "Ông Nguyễn Văn Mẫu được bầu làm Bí thư Tỉnh ủy và Chủ tịch HĐND tỉnh.",
        {"Nguyễn Văn Mẫu": [("Bí thư", "Tỉnh ủy", HOME), ("Chủ tịch", "Hội đồng nhân dân", HOME)]},
    ),
    (
        "Ông Nguyễn Văn Mẫu, thanh tra viên cao cấp, Phó Tổng Thanh tra Chính phủ, dự.",
        {"Nguyễn Văn Mẫu": [("Phó Tổng Thanh tra", "Thanh tra Chính phủ", None)]},
    ),
    (
        "ĐB Trần Thị Thử, Phó Trưởng ban Pháp chế HĐND tỉnh, hỏi.",
        {
            "Trần Thị Thử": [
                ("Đại biểu", "Hội đồng nhân dân", HOME),
                ("Phó Trưởng ban", "Ban Pháp chế Hội đồng nhân dân", HOME),
            ]
        },
    ),
    ("Chủ tịch UBND tỉnh A Mẫu nói.", {"A Mẫu": [CHAIR]}),
    ("Lãnh đạo:\n1. Thái Thị Mẫu - Chủ tịch UBND tỉnh\n", {"Thái Thị Mẫu": [CHAIR]}),
    ("Bà Trần Thị Thử từng giúp Tổng thống Moon được bầu làm Chủ tịch UBND tỉnh.", {"Trần Thị Thử": [CHAIR]}),
    ("Đồng chí Lê Văn Mẫu, UVT.Ư Đảng, Chủ tịch UBND tỉnh, dự.", {"Lê Văn Mẫu": [CENTRAL, CHAIR]}),
    ("Đồng chí Lê Văn Mẫu, UVXYZ Đảng, Chủ tịch UBND tỉnh, dự.", {"Lê Văn Mẫu": [CHAIR]}),
    (
        "Dự có các Ủy viên Trung ương Đảng: Lê Văn Mẫu, Bộ trưởng Bộ Tư pháp; Phạm Văn Thử, Bộ trưởng Bộ Y tế; "
        "đồng chí Trần Văn Ví, Thứ trưởng Bộ Y tế.",
        {
            "Lê Văn Mẫu": [("Bộ trưởng", "Bộ Tư pháp", None), CENTRAL],
            "Phạm Văn Thử": [("Bộ trưởng", "Bộ Y tế", None), CENTRAL],
            "Trần Văn Ví": [("Thứ trưởng", "Bộ Y tế", None)],
        },
    ),
    ("Đồng chí Lê Văn Mẫu Chủ tịch UBND tỉnh, đã dự.", {"Lê Văn Mẫu": [CHAIR]}),
    (
        "Tỉnh bầu bổ sung 2 Ủy viên UBND tỉnh, bao gồm: Đồng chí Lê Văn Mẫu - Giám đốc Sở Y tế; "
        "đồng chí Trần Văn Thử - Giám đốc Sở Tài chính.",
        {
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME), MEMBER],
            "Trần Văn Thử": [("Giám đốc", "Sở Tài chính", HOME), MEMBER],
        },
    ),
    (
        "Hội đồng bầu bổ sung Ủy viên UBND tỉnh, nhiệm kỳ 2026-2031 đối với ông Lê Văn Mẫu, Giám đốc Sở Y tế; "
        "ông Trần Văn Thử, Giám đốc Sở Tài chính; "
        "sau đó ông Phạm Văn Ví, Giám đốc Sở Y tế, dự.",
        {
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME), MEMBER],
            "Trần Văn Thử": [("Giám đốc", "Sở Tài chính", HOME), MEMBER],
            "Phạm Văn Ví": [("Giám đốc", "Sở Y tế", HOME)],
        },
    ),
    (
        "Ông Lê Văn Mẫu, Giám đốc Sở Y tế và ông Trần Văn Thử, Giám đốc Sở Tài chính đã được HĐND tỉnh bầu làm "
        "Ủy viên UBND tỉnh.",
        {
            "Lê Văn Mẫu": [("Giám đốc", "Sở Y tế", HOME), MEMBER],
            "Trần Văn Thử": [("Giám đốc", "Sở Tài chính", HOME), MEMBER],
        },
    ),
    (
        "Đồng chí Lê Văn Mẫu được Ban Bí thư Trung ương Đảng họp bàn rồi ký lệnh điều động, bổ nhiệm làm "
        "Thứ trưởng Bộ Y tế.",
        {"Lê Văn Mẫu": [("Thứ trưởng", "Bộ Y tế", None)]},
    ),
    (
        "Cựu thư ký Thứ trưởng Bộ Y tế Trần Thị Thử và Trợ lý Bộ trưởng Công an Lê Văn Mẫu đến.",
        {
            "Trần Thị Thử": [("Cựu thư ký Thứ trưởng", "Bộ Y tế", None)],
            "Lê Văn Mẫu": [("Trợ lý Bộ trưởng", "Bộ Công an", None)],
        },
    ),
    (
        "Ông Lê Văn Mẫu, Trưởng ban Chính sách pháp luật, thuộc Liên đoàn lao động tỉnh Bình Dương, nói.",
        {"Lê Văn Mẫu": [("Trưởng ban", "Ban Chính sách pháp luật, Liên đoàn lao động", "Bình Dương")]},
    ),
    ("Phó Chủ tịch nước Trần Thị Thử, đại sứ quán các nước dự.", {"Trần Thị Thử": [("Phó Chủ tịch nước", None, None)]}),
]
NOT_SEEN = [
    "Ông Nguyễn Văn Mẫu, Giám đốc Công ty CP Thử, cho biết.",
    "Ông Nguyễn Văn Mẫu trú tại phường 5 cho biết.",
    "Xe chạy trên đường Trần Thị Thử.",
    "Ca sĩ Trần Thị Thử biểu diễn.",
    "Chủ tịch UBND các huyện báo cáo.",
    "Giám đốc Nguyễn Văn Mẫu của cửa hàng.",
    "Chồng bà Trần Thị Thử, làm giám đốc Sở Y tế.",
    "Đại biểu dự có Nguyễn Văn Mẫu.",
    "Đoàn có Nguyễn Văn Mẫu Chủ tịch UBND tỉnh dự.",
    "Ông Nguyễn Văn Mẫu - Chủ tịch Tập đoàn Trường Thử - nói.",
    "Ví dụ: Đồng chí Trung tá Nguyễn Văn A nghỉ hưu.",
]


@pytest.mark.parametrize(("text", "expected"), SEEN)
def test_officials_are_found_with_their_positions(text, expected):
    assert positions_of(text) == expected


@pytest.mark.parametrize("text", NOT_SEEN)
def test_others_are_not_officials(text):
    assert positions_of(text) == {}


def test_a_place_before_the_name_is_no_part_of_it():
    found = positions_of(
        "Bí thư Tỉnh ủy Hà Tĩnh Hoàng Văn Mẫu dự.", home=None, named=(("Hà Tĩnh", "Hà Tĩnh", "province"),)
    )
    assert found == {"Hoàng Văn Mẫu": [("Bí thư", "Tỉnh ủy", "Hà Tĩnh")]}


def test_a_place_is_shared_only_by_offices_of_its_level():
    text = "Ông Nguyễn Văn Mẫu, giám đốc Sở Y tế, bí thư Huyện ủy Tuy Phước, dự."
    found = positions_of(text, named=(("Tuy Phước", "Tuy Phước", "district"),))
    assert found == {"Nguyễn Văn Mẫu": [("giám đốc", "Sở Y tế", HOME), ("bí thư", "Huyện ủy", "Tuy Phước")]}


def mentions_of(text):
    return [
        (official.name, mention.text, mention.form) for official in officials_of(text) for mention in official.mentions
    ]


def test_short_names_and_offices_stand_for_their_holder():
    text = "Chủ tịch UBND tỉnh giao việc. Ông Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh, dự. Ông Mẫu nói. Nguyễn Văn Mẫu ký."
    assert mentions_of(text) == [
        ("Nguyễn Văn Mẫu", "Chủ tịch UBND tỉnh", "title"),
        ("Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "name"),
        ("Nguyễn Văn Mẫu", "Mẫu", "name"),
        ("Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "name"),
    ]


def test_spellings_of_a_name_and_of_a_body_are_of_one_person():
    text = (
        "Ông Phạm Sĩ Mẫu, Giám đốc Sở Tài nguyên và Môi trường Huế, nói. Đất của ông Phạm Sỹ Mẫu đã bán. "
        "Giám đốc Sở Tài nguyên - Môi trường và giám đốc Sở Tài nguyên Môi trường đều im lặng."
    )
    (official,) = extract(text).officials
    assert [mention.text for mention in official.mentions] == [
        "Phạm Sĩ Mẫu",
        "Phạm Sỹ Mẫu",
        "Giám đốc Sở Tài nguyên - Môi trường",
        "giám đốc Sở Tài nguyên Môi trường",
    ]


def test_a_party_committee_is_that_of_the_house_named_next():
    (official,) = extract(
        "Ông Lê Mẫu, nguyên Bí thư Đảng ủy, nguyên Chủ tịch HĐTV Tập đoàn Dầu khí quốc gia Việt Nam, dự họp."
    ).officials
    assert [position.body for position in official.positions] == [
        "Đảng ủy Tập đoàn Dầu khí quốc gia Việt Nam",
        "Hội đồng thành viên Tập đoàn Dầu khí quốc gia Việt Nam",
    ]


def test_a_short_name_that_fits_two_people_is_nobody():
    text = "Chủ tịch UBND tỉnh Nguyễn Văn Mẫu và Giám đốc Sở Y tế Trần Văn Mẫu dự. Ông Mẫu nói."
    assert [mention for _, mention, _ in mentions_of(text)] == ["Nguyễn Văn Mẫu", "Trần Văn Mẫu"]


def test_an_office_spoken_of_as_an_office_stands_for_nobody():
    text = (
        "Phó Chủ tịch UBND tỉnh Nguyễn Văn Mẫu dự. Tỉnh bầu chức vụ Phó Chủ tịch UBND tỉnh. "
        "Mỗi Phó Chủ tịch UBND tỉnh báo cáo. Trong nhiệm kỳ Phó Chủ tịch UBND tỉnh có cầu. "
        "Quyền hạn của Phó Chủ tịch UBND tỉnh được nêu. "
        "Phó Chủ tịch UBND tỉnh thời kỳ đó đã ký."
    )
    assert [form for _, _, form in mentions_of(text)] == ["name"]


def test_a_deputy_minister_is_of_the_ministry_named_last():
    text = "Bộ Công Thương họp cùng Bộ Chính trị. Thứ trưởng Trần Văn Mẫu dự. Bộ Y tế cử Thứ trưởng Bộ Y tế Lê Văn Thử."
    assert [[position.body for position in official.positions] for official in officials_of(text)] == [
        ["Bộ Công Thương"],
        ["Bộ Y tế"],
    ]
    assert [official.positions[0].body for official in officials_of("Bộ trưởng họp. Thứ trưởng Trần Văn Mẫu dự.")] == [
        None
    ]


def test_an_office_that_speaks_after_a_name_with_another_is_not_his():
    text = "Thủ tướng Nguyễn Văn Mẫu tiếp khách. Đáp lời Đại sứ Trần Văn Thử, Thủ tướng hy vọng có 5 cầu."
    assert [len(official.positions) for official in officials_of(text)] == [1, 1]
    assert [mention for _, mention, form in mentions_of(text) if form == "title"] == ["Thủ tướng"]


def test_offices_after_a_name_are_his_where_they_have_a_body_or_no_office_stands_before_it():
    texts = (
        "Ông Trần Văn Thử, Thủ tướng cho biết có 5 cầu.",
        "Đại sứ Trần Văn Thử, Phó Thủ tướng, Bộ trưởng cho biết có 5 cầu.",
    )
    assert [len(official.positions) for text in texts for official in officials_of(text)] == [1, 3]


def test_president_ho_chi_minh_beside_the_city_of_his_name():
    text = "TP Hồ Chí Minh có lễ. Đoàn Thanh niên Cộng sản Hồ Chí Minh dự. Chủ tịch Hồ Chí Minh dạy như vậy."
    official = officials_of(text, named=(("TP Hồ Chí Minh", "Hồ Chí Minh", "province"),))[0]
    assert [mention.start for mention in official.mentions] == [text.index("Chủ tịch") + len("Chủ tịch ")]
    assert [(position.title, position.place) for position in official.positions] == [("Chủ tịch", None)]


def test_a_middle_initial_goes_on_with_a_foreign_name():
    assert [official.name for official in officials_of("Tổng thống George W. Bush dự.")] == ["George W. Bush"]


def test_a_caption_without_a_stop_runs_into_no_name():
    text = "Ông Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh, dự.\n\nChủ tịch UBND tỉnh Nguyễn Văn Mẫu Đồng ý với đề xuất."
    assert {name for name, _, _ in mentions_of(text)} == {"Nguyễn Văn Mẫu"}


def test_capitals_throughout_are_the_same_person():
    text = "CHỦ TỊCH UBND TỈNH NGUYỄN VĂN MẪU THĂM\nÔng Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh, dự."
    assert [official.name for official in officials_of(text)] == ["Nguyễn Văn Mẫu"]


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("Thủ tướng Lào Thongmau Vithuphan đến.", ("Lào", "Lào", "country"), ("Thủ tướng", "Chính phủ", None)),
        ("Đại sứ Lào tại Việt Nam Thongmau Vithuphan nói.", ("Lào", "Lào", "country"), ("Đại sứ", None, None)),
        ("Thị trưởng Lyon John de Maurice nói.", ("Lyon", "Lyon", "foreign"), ("Thị trưởng", None, "Lyon")),
        (
            "Bộ trưởng Cựu chiến binh của Lào, ông Thongmau Vithuphan, nói.",
            ("Lào", "Lào", "country"),
            ("Bộ trưởng", "Bộ Cựu chiến binh", None),
        ),
    ],
)
def test_offices_abroad_have_no_country_for_their_place(text, named, expected):
    (positions,) = positions_of(text, named=(named,)).values()
    assert positions == [expected]


def test_a_bare_office_is_the_home_one_beside_a_guest():
    text = "Thủ tướng Nguyễn Văn Mẫu tiếp Thủ tướng Lào Thongmau Vithuphan. Thủ tướng nói. Thủ tướng Lào đáp."
    assert [
        [mention.text for mention in official.mentions if mention.form == "title"]
        for official in officials_of(text, named=(("Lào", "Lào", "country"),))
    ] == [["Thủ tướng"], ["Thủ tướng Lào"]]


def test_a_row_of_offices_may_stand_for_several_people():
    text = "Chủ tịch UBND tỉnh Nguyễn Văn Mẫu đọc chỉ thị của Thủ tướng, Chủ tịch UBND tỉnh về bão."
    (official,) = officials_of(text)
    assert [mention.text for mention in official.mentions] == ["Nguyễn Văn Mẫu", "Chủ tịch UBND tỉnh"]


def test_the_chair_of_an_unnamed_district_is_not_that_of_the_province():
    (official,) = officials_of("Chủ tịch UBND tỉnh Nguyễn Văn Mẫu dự. Chủ tịch huyện báo cáo.")
    assert [mention.form for mention in official.mentions] == ["name"]


def test_guests_in_a_list_have_names_of_their_own():
    text = (
        "Cùng đi với Thủ tướng Lào có các đồng chí Somdy Mautha, Phó Thủ tướng; Khammany Thuvong, Bộ trưởng Bộ Công "
        "Thương; Bounchanh Vithavong, Thứ trưởng Bộ Ngoại giao."
    )
    report = extract(text, date="2017-02-07")
    assert [official.name for official in report.officials] == [
        "Somdy Mautha", "Khammany Thuvong", "Bounchanh Vithavong"
    ]  # fmt: skip


def test_religious_names_are_read():
    report = extract("Thượng tọa Thích Thiện Mẫu, đại biểu Quốc hội tỉnh Lâm Đồng, nói có 3 chùa.", date="2025-09-05")
    assert [official.name for official in report.officials] == ["Thích Thiện Mẫu"]


@pytest.mark.parametrize(("first", "second"), [("sỹ", "sĩ"), ("sĩ", "sỹ")])
def test_one_office_in_two_spellings_is_one_position(first, second):
    (official,) = officials_of(f"Thượng nghị {first} John Mautha gặp bộ. Thượng nghị {second} John Mautha ở xa đến.")
    assert [position.title for position in official.positions] == [f"Thượng nghị {first}"]


def test_a_foreign_holder_may_follow_a_comma() -> None:
    def names_of(text: str) -> list[str]:
        return [official.name for official in extract(text).officials]

    assert names_of("Thủ tướng Pakistan, Nawaz Mauthu, nói.") == ["Nawaz Mauthu"]
    assert names_of("Cố vấn cho Thủ tướng Nhật Bản, Eiichi Mauthu, nói.") == []
    assert names_of("Thủ tướng, Nawaz Mauthu nói.") == []
    assert names_of("Chủ tịch UBND tỉnh, Ông Lê Văn Mẫu nói.") == ["Lê Văn Mẫu"]
    assert names_of("Nhật hoàng Mauthuki thoái vị.") == ["Mauthuki"]


def test_an_office_may_be_of_a_country_told_before() -> None:
    [official] = extract("Một tờ báo Hy Lạp viết rằng Bộ trưởng Tài chính nước này Yannos Mauthu đã từ chức.").officials
    assert [(office.title, office.body) for office in official.positions] == [("Bộ trưởng", "Bộ Tài chính")]


def test_a_body_left_out_is_the_one_that_the_report_is_about():
    text = (
        "Sở Nội vụ có tới ba phó giám đốc\n\nTheo Sở Tài chính, đó là Phó Giám đốc Sở Lê Văn Mẫu và Phó Giám đốc "
        "Sở Tài chính Trần Văn Thử. Chánh Văn phòng Sở Ngô Thị Ba nói."
    )
    assert positions_of(text) == {
        "Lê Văn Mẫu": [("Phó Giám đốc", "Sở Nội vụ", HOME)],
        "Trần Văn Thử": [("Phó Giám đốc", "Sở Tài chính", HOME)],
        "Ngô Thị Ba": [("Chánh Văn phòng", "Văn phòng Sở Nội vụ", HOME)],
    }


def test_a_body_left_out_is_the_one_named_last() -> None:
    aside = "Người dân đi lại như mọi ngày. " * 8
    text = f"{aside}Bộ Y tế họp. Ban Bí thư cử người dự. Bộ Quốc phòng Nga gửi thư. Thứ trưởng Lê Văn Mẫu nói."
    found = positions_of(text, named=(("Nga", "Nga", "country"),))
    assert found == {"Lê Văn Mẫu": [("Thứ trưởng", "Bộ Y tế", None)]}
    text = "Vụ Pháp chế họp. Vụ phó Lê Văn Mẫu nói. Ông Lê Văn Mẫu là Phó Vụ trưởng Vụ Tổ chức cán bộ."
    assert positions_of(text) == {"Lê Văn Mẫu": [("Phó Vụ trưởng", "Vụ Tổ chức cán bộ", None)]}
    text = "Vụ Hà Nội đã xử. Vụ trưởng Lê Văn Mẫu nói."
    assert positions_of(text) == {"Lê Văn Mẫu": [("Vụ trưởng", None, None)]}
    text = "Bộ Công an họp. Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Mẫu nói."
    assert positions_of(text)["Lê Văn Mẫu"][0] == ("Bộ trưởng", None, None)
    for text, body in (
        ("Bộ Y tế họp. Thứ trưởng Mỹ John Mauthu nói.", "Bộ"),
        ("Sở Nội vụ Hà Nội họp. Giám đốc Sở tỉnh Hà Giang Lê Văn Mẫu nói.", "Sở"),
    ):
        [official] = extract(text).officials
        assert [office.body for office in official.positions] == [body]


def test_those_of_a_list_lead_the_body_that_the_report_is_about():
    text = (
        "BAN BÍ THƯ họp về\n\nBAN NỘI CHÍNH TRUNG ƯƠNG\n\n1. Lê Văn Mẫu - Ủy viên Trung ương Đảng, Trưởng ban\n\n"
        "2. Ngô Thị Ba - Phó Trưởng ban"
    )
    assert positions_of(text) == {
        "Lê Văn Mẫu": [
            ("Ủy viên", "Ban Chấp hành Trung ương Đảng", None),
            ("Trưởng ban", "Ban nội chính trung ương", None),
        ],
        "Ngô Thị Ba": [("Phó Trưởng ban", "Ban nội chính trung ương", None)],
    }
    assert positions_of("Công ty họp.\n\n1. Lê Văn Mẫu - Trưởng ban") == {}


def test_a_short_title_is_the_same_office_as_the_full_one():
    text = "Ông Lê Văn Mẫu làm Phó ban Kinh tế Trung ương. Ông Lê Văn Mẫu là Phó Trưởng ban Kinh tế Trung ương."
    assert positions_of(text) == {"Lê Văn Mẫu": [("Phó Trưởng ban", "Ban Kinh tế Trung ương", None)]}


def test_an_office_whose_holder_is_asked_stands_for_that_person():
    text = "Bộ trưởng Bộ Y tế Nguyễn Văn Mẫu dự. “Đề nghị Bộ trưởng trả lời”, bà Thử nói tại Hội nghị Bộ trưởng."
    assert [mention for _, mention, form in mentions_of(text) if form == "title"] == ["Bộ trưởng"]
