import pytest

from vnreports.normalize.bodies import write_out
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.titles import read_title

TITLES = [
    ("Chủ tịch UBND tỉnh", [("Chủ tịch", "Ủy ban nhân dân")]),
    ("Phó Bí thư Thành ủy, Chủ tịch UBND thành phố", [("Phó Bí thư", "Thành ủy"), ("Chủ tịch", "Ủy ban nhân dân")]),
    ("Bí thư quận 1", [("Bí thư", None)]),  # of which committee, the text doesn't say
    ("Phó Bí thư Sóc Trăng", [("Phó Bí thư", None)]),
    ("Phó Trưởng ban thứ 8 của Ban Kinh tế Trung ương", [("Phó Trưởng ban", "Ban Kinh tế Trung ương")]),
    ("Phó Bí thư Thường trực Tỉnh ủy", [("Phó Bí thư Thường trực", "Tỉnh ủy")]),
    ("Trưởng đoàn ĐBQH tỉnh", [("Trưởng đoàn", "Đoàn đại biểu Quốc hội")]),
    ("Phó Trưởng ban Thường trực Ban Tổ chức Thành ủy", [("Phó Trưởng ban Thường trực", "Ban Tổ chức Thành ủy")]),
    ("Trưởng ban Dân vận Tỉnh ủy", [("Trưởng ban", "Ban Dân vận Tỉnh ủy")]),
    ("nguyên Phó Ban Tổ chức TƯ", [("nguyên Phó Ban", "ban Tổ chức Trung ương")]),
    ("Chánh Văn phòng Bộ Nội vụ", [("Chánh Văn phòng", "Văn phòng Bộ Nội vụ")]),
    (
        "Chánh Văn phòng, người phát ngôn Bộ Nội vụ",
        [("Chánh Văn phòng", "Văn phòng Bộ Nội vụ"), ("người phát ngôn", "Bộ Nội vụ")],
    ),
    ("Phó Chánh Thanh tra Bộ Nội vụ", [("Phó Chánh Thanh tra", "Thanh tra Bộ Nội vụ")]),
    ("Chánh Thanh tra tỉnh", [("Chánh Thanh tra", "Thanh tra")]),
    ("Phó Vụ trưởng Vụ Kế hoạch, Bộ Tài chính", [("Phó Vụ trưởng", "Vụ Kế hoạch, Bộ Tài chính")]),
    ("Phó Cục trưởng Cục Viễn thông (Bộ TT&TT)", [("Phó Cục trưởng", "Cục Viễn thông, Bộ Thông tin và Truyền thông")]),
    ("Phó Chỉ huy trưởng Bộ CHQS tỉnh", [("Phó Chỉ huy trưởng", "Bộ Chỉ huy Quân sự")]),
    ("Phó Đồn trưởng Đồn Biên phòng Mẫu", [("Phó Đồn trưởng", "Đồn Biên phòng Mẫu")]),
    ("Phó Ban Tổ chức TƯ", [("Phó Ban", "Ban Tổ chức Trung ương")]),
    ("Phó Giám đốc phụ trách Sở Nội vụ", [("Phó Giám đốc phụ trách", "Sở Nội vụ")]),
    ("Phó Giám đốc phụ trách kinh doanh", [("Phó Giám đốc", None)]),
    ("Phó Trưởng phòng Kinh tế đối với bà Mẫu", [("Phó Trưởng phòng", "Phòng Kinh tế")]),
    ("Vụ trưởng Vụ Kinh tế đối ngoại", [("Vụ trưởng", "Vụ Kinh tế đối ngoại")]),
    ("Bộ trưởng Tài chính", [("Bộ trưởng", "Bộ Tài chính")]),
    ("Bộ trưởng Bộ GD&ĐT", [("Bộ trưởng", "Bộ Giáo dục và Đào tạo")]),
    ("Bộ trưởng, Chủ nhiệm VPCP", [("Bộ trưởng", None), ("Chủ nhiệm", "Văn phòng Chính phủ")]),
    ("Bộ trưởng Mẫu", [("Bộ trưởng", None)]),
    ("Chủ tịch Quốc hội Việt Nam", [("Chủ tịch", "Quốc hội")]),
    ("Trưởng Phòng NN & PTNT", [("Trưởng Phòng", "Phòng Nông nghiệp và Phát triển nông thôn")]),
    ("Phó Thủ tướng", [("Phó Thủ tướng", "Chính phủ")]),
    ("Phó Thủ tướng Thường trực Chính phủ", [("Phó Thủ tướng Thường trực", "Chính phủ")]),
    ("Tổng Bí thư, Chủ tịch nước", [("Tổng Bí thư", None), ("Chủ tịch nước", None)]),
    ("Tổng Bí thư Ban Chấp hành Trung ương Đảng", [("Tổng Bí thư", None)]),
    ("UVTW Đảng, Bí thư Thành ủy", [("Ủy viên", "Ban Chấp hành Trung ương Đảng"), ("Bí thư", "Thành ủy")]),
    ("Ủy viên Bộ Chính trị, Thường trực Ban Bí thư", [("Ủy viên", "Bộ Chính trị"), ("Thường trực", "Ban Bí thư")]),
    ("ĐBQH khóa XV", [("Đại biểu", "Quốc hội")]),
    ("Phó Chủ tịch Quốc hội", [("Phó Chủ tịch", "Quốc hội")]),
    ("Chủ tịch Ủy ban MTTQ Việt Nam thành phố", [("Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam")]),
    ("Viện trưởng VKSND tối cao", [("Viện trưởng", "Viện kiểm sát nhân dân tối cao")]),
    ("Chỉ huy trưởng Bộ CHQS tỉnh", [("Chỉ huy trưởng", "Bộ Chỉ huy Quân sự")]),
    ("Trưởng Phòng Kinh tế, Hạ tầng và Đô thị phường", [("Trưởng Phòng", "Phòng Kinh tế, Hạ tầng và Đô thị")]),
    (
        "trưởng phòng quy hoạch sử dụng đất Sở Tài nguyên môi trường",
        [("trưởng phòng", "phòng quy hoạch sử dụng đất Sở Tài nguyên môi trường")],
    ),
    (
        "Tổ trưởng Tổ Công tác của Chính phủ chỉ đạo tháo gỡ vướng mắc chủ trì cuộc họp",
        [("Tổ trưởng", "Tổ Công tác của Chính phủ chỉ đạo tháo gỡ vướng mắc")],
    ),
    ("Hiệu trưởng Trường THPT Lê Quý Đôn", [("Hiệu trưởng", "Trường Trung học phổ thông Lê Quý Đôn")]),
    ("Giám đốc Sở Y tế thông tin thêm", [("Giám đốc", "Sở Y tế")]),
    (
        "Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc (MTTQ) Việt Nam",
        [("Chủ tịch", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")],
    ),
    ("Tổng Thư ký Hội Nhà báo Việt Nam Việt Nam", [("Tổng Thư ký", "Hội Nhà báo Việt Nam")]),
    ("Bộ trưởng Bộ trưởng Bộ Y tế", [("Bộ trưởng", "Bộ Y tế")]),
    ("Bộ trưởng Bộ Nông nghiệp & Phát triển nông thôn", [("Bộ trưởng", "Bộ Nông nghiệp và Phát triển nông thôn")]),
    (
        "Phó Cục trưởng Cục Giải quyết khiếu nại, tố cáo và thanh tra khu vực III (thuộc Thanh tra Chính phủ)",
        [("Phó Cục trưởng", "Cục Giải quyết khiếu nại, tố cáo và thanh tra khu vực III, Thanh tra Chính phủ")],
    ),
    (
        "Đại sứ - Trưởng Phái đoàn Việt Nam tại Liên hợp quốc",
        [("Đại sứ", None), ("Trưởng Phái đoàn", "Phái đoàn Việt Nam tại Liên hợp quốc")],
    ),
    ("Ủy viên Đoàn Chủ tịch Ủy ban MTTQ tỉnh", [("Ủy viên", "Đoàn Chủ tịch Ủy ban Mặt trận Tổ quốc")]),
    ("Chủ tịch Đảng Nhân dân Campuchia", [("Chủ tịch", "Đảng Nhân dân Campuchia")]),
    ("Chủ tịch Quốc hội Vương quốc Campuchia", [("Chủ tịch", "Quốc hội")]),
    (
        "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra, Công an tỉnh",
        [("Phó Giám đốc", "Công an"), ("Thủ trưởng", "Cơ quan Cảnh sát điều tra, Công an")],
    ),
    (
        "Trưởng Ban Chỉ huy quân sự kiêm Ban Chỉ huy phòng thủ dân sự",
        [("Trưởng Ban", "Ban Chỉ huy quân sự"), ("Trưởng Ban", "Ban Chỉ huy phòng thủ dân sự")],
    ),
]
NOT_TITLES = ["Sở Nội vụ", "ông Mẫu", "trưởng thành", "vụ phóng hỏa", ""]


@pytest.mark.parametrize(("text", "positions"), TITLES)
def test_a_title_is_read(text, positions):
    assert [(position.title, position.body) for position in read_title(text)] == positions


@pytest.mark.parametrize("text", NOT_TITLES)
def test_what_is_no_title_is_refused(text):
    assert read_title(text) == []


def test_the_jurisdiction_is_the_place_and_not_in_the_body():
    text = "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Hà Tĩnh"
    places = {text.index("tỉnh Hà"): PlaceAt(len(text), "Hà Tĩnh", "province")}
    assert [(one.title, one.body, one.place) for one in read_title(text, places=places)] == [
        ("Bí thư", "Tỉnh ủy", "Hà Tĩnh"),
        ("Chủ tịch", "Hội đồng nhân dân", "Hà Tĩnh"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chủ tịch UBND TP Hà Nội", "Hà Nội"),
        ("Giám đốc Sở Y tế Lâm Đồng", "Lâm Đồng"),
        ("Chủ tịch UBND xã Phúc Thịnh, TP Hà Nội", "Phúc Thịnh"),
        ("Tổng thống Pháp", None),
        ("Bí thư Đảng ủy, Chủ tịch HĐND tỉnh Lâm Đồng", "Lâm Đồng"),
        ("Chủ tịch UBND tỉnh", None),
    ],
)
def test_without_places_they_are_known_by_name(text, place):
    assert {position.place for position in read_title(text)} == {place}


def test_short_small_letter_words_are_no_abbreviations():
    assert write_out("Bộ Tư pháp, vốn đầu tư") == "Bộ Tư pháp, vốn đầu tư"
    assert write_out("Ban Tổ chức TƯ") == "Ban Tổ chức Trung ương"
