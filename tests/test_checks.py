"""What the checks find: a phrase, the rule, the verdict and the figures."""

import datetime
from decimal import Decimal

import pytest

from vnreports import extract
from vnreports.check import compare_claims
from vnreports.check.intervals import interval_of
from vnreports.lexicon import read_table
from vnreports.records import Claim

AFTER_THE_REFORM = datetime.date(2025, 9, 12)

# text, rule, verdict, expected, found
FOUND = [
    # parts
    ("Toàn tỉnh còn 65 đơn vị, gồm 61 xã và 4 phường.", "parts", "agrees", 65, 65),
    ("Toàn tỉnh còn 67 đơn vị, gồm 61 xã và 4 phường.", "parts", "disagrees", 65, 67),
    ("Tỉnh lập 40 đơn vị mới (21 phường, 19 xã).", "parts", "agrees", 40, 40),
    ("Tỉnh lập 40 đơn vị mới (21 phường, 16 xã).", "parts", "disagrees", 37, 40),
    ("Có 120 hồ sơ, trong đó 70 hồ sơ đã giải quyết, còn lại 40 hồ sơ đang chờ.", "parts", "disagrees", 110, 120),
    ("Cả xã nhận 90 ý kiến, trong đó có 40 ý kiến về đất đai và 55 ý kiến về hạ tầng.", "parts", "disagrees", 95, 90),
    ("Quỹ cần 90 tỷ đồng, mới bố trí được 62 tỷ đồng, còn thiếu 48 tỷ đồng.", "parts", "disagrees", 110 * 10**9,
     90 * 10**9),
    ("Tỉnh chi 30 tỷ đồng cho ba huyện: Mẫu An 14 tỷ đồng, Thử Bình 9 tỷ đồng, Ví Hòa 5 tỷ đồng.", "parts",
     "disagrees", 28 * 10**9, 30 * 10**9),
    ("Kim ngạch đạt 60 tỷ USD; trong đó xuất khẩu 41 tỷ USD, nhập khẩu 19 tỷ USD, xuất siêu 22 tỷ USD.", "parts",
     "agrees", 60 * 10**9, 60 * 10**9),
    ("Sở giao 66.000 hồ sơ, gồm 40.100 hồ sơ đất đai và 26.200 hồ sơ hộ tịch.", "parts", "cannot_tell", 66300, 66000),
    ("Tỉnh giao 900 biên chế, trong đó 500 công chức cấp xã, 450 viên chức.", "parts", "disagrees", 950, 900),
    ("Huyện có 20 trường: 8 trường mầm non, 7 trường tiểu học và 6 trường trung học.", "parts", "disagrees", 21, 20),
    ("Trong tổng số 54 công chức có 30 người ở xã và 28 người ở phường.", "parts", "disagrees", 58, 54),
    ("Toàn tỉnh giảm 97 xã, trong đó huyện Mẫu giảm 60 xã, huyện Thử giảm 37 xã.", "parts", "agrees", 97, 97),
    # percentages of one whole
    ("Kết quả: 77% tốt, 20% khá, còn lại 8% trung bình.", "hundred", "disagrees", 100, 105),
    ("Có 15 cán bộ, trong đó 35% là nữ.", "attainable", "disagrees", Decimal("33.33"), 35),
    # shares
    ("Sở nhận 200 hồ sơ. Trong đó, 150 hồ sơ (75%) nộp trực tuyến, 50 hồ sơ (25%) nộp trực tiếp.", "share", "agrees",
     75, 75),
    ("Sở nhận 200 hồ sơ. Trong đó, 150 hồ sơ (70%) nộp trực tuyến, 50 hồ sơ (25%) nộp trực tiếp.", "share", "disagrees",
     75, 70),
    ("Đã có 410/625 chỉ tiêu được tuyển (65,6%).", "share", "agrees", Decimal("65.6"), Decimal("65.6")),
    ("Đã có 410/625 chỉ tiêu được tuyển (56,6%).", "share", "disagrees", Decimal("65.6"), Decimal("56.6")),
    # from, to, difference
    ("Số thôn giảm từ 194 xuống còn 65 thôn, giảm 129 thôn.", "difference", "agrees", 129, 129),
    ("Số thôn giảm từ 194 xuống còn 65 thôn, giảm 119 thôn.", "difference", "disagrees", 129, 119),
    ("Doanh thu tăng từ 200 tỷ đồng lên 250 tỷ đồng, tăng 35%.", "difference", "disagrees", 25, 35),
    ("Số vụ tăng từ 120 vụ lên 100 vụ.", "direction", "disagrees", 120, 100),
    ("Sở giảm còn 14 đơn vị (giảm 6 cơ quan), tương ứng giảm 25% biên chế.", "difference", "cannot_tell", 30, 25),
    # wholes
    ("Xã hiện thiếu 19 cán bộ trong tổng số 15 vị trí việc làm.", "whole", "disagrees", 15, 19),
    ("Đến nay 70/65 thôn có nhà văn hóa.", "total", "disagrees", 65, 70),
    # roundings
    ("Tỉnh giao hơn 6.000 nhiệm vụ.\n\nCụ thể có 6.084 nhiệm vụ của sở.\n", "rounding", "agrees", 6084, 6000),
    ("Tỉnh chi hơn 4.063 tỷ đồng cho chính sách. Tổng kinh phí là 4.063,6 tỷ đồng.", "rounding", "agrees",
     4063600000000, 4063000000000),
    # the register
    ("Sau sắp xếp, toàn thành phố Hà Nội có 126 xã, phường.", "register", "agrees", 126, 126),
    ("Sau sắp xếp, thành phố Hà Nội hiện có 136 xã, phường.", "register", "disagrees", 126, 136),
    ("Thành phố lập 40 đơn vị mới (21 phường, 19 xã).", "register", "agrees", 40, 40),
]  # fmt: skip

# nothing disagrees here
SOUND = [
    "Đoàn có 60 người, trong đó 25 nữ.",
    "Sở nhận 90 hồ sơ, trong đó chủ yếu là 40 hồ sơ đất đai, 20 hồ sơ hộ tịch.",
    "Tỉnh có 65 xã, phường; 12 xã, phường đã xong.",
    "Kế hoạch giao 100 ca, đến nay 125/100 ca đã làm, vượt kế hoạch.",
    "Giải diễn ra ngày 19/11 và mùa 2016/17.",
    "Có 439 đại biểu tham gia (89,41%), trong đó 436 đại biểu tán thành (88,80%), 3 đại biểu không tán thành (0,61%).",
    "Đã giải ngân 842 tỷ đồng, đạt 21,14% kế hoạch.",
    "Xã có 18 tỷ đồng, gồm 12,4 tỷ đồng của tỉnh và 5,5 tỷ đồng của dân.",
    "Chỉ số giảm 1.260 tỷ đồng xuống còn 15.032 tỷ đồng.",
    "Có 36 tỉnh giữ nguyên 128 đơn vị, trong đó có 28 đơn vị biệt lập thuộc 15 tỉnh.",
    "Đoàn gặp 120 cửa hàng có lỗi, trong đó khuyến cáo 71 cửa hàng, xử phạt 98 cửa hàng.",
    "Dự án gồm hai phần, trong đó hạ tầng chiếm 75%.",
    "Toàn tỉnh có 11 sở, 1 ban quản lý và 2 cơ quan đặc thù, giảm 6 cơ quan (30%).",
    "Đã thu 2,3 tỷ đồng, trong đó theo kết luận 2,2 tỷ đồng (đạt 79,44%), theo quyết định 0,1 tỷ đồng (đạt 100%).",
]


@pytest.mark.parametrize(("text", "rule", "verdict", "expected", "found"), FOUND, ids=lambda value: str(value)[:50])
def test_what_is_found(text, rule, verdict, expected, found):
    checks = [check for check in extract(text, date=AFTER_THE_REFORM).checks if check.rule == f"check/{rule}"]
    assert [(check.verdict, check.expected, check.found) for check in checks[:1]] == [(verdict, expected, found)]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_left_alone(text):
    report = extract(text, date=AFTER_THE_REFORM)
    assert [check.note.en for check in report.checks if check.verdict == "disagrees"] == []


def test_each_list_of_one_whole_is_reckoned():
    text = "Tỉnh có 59 đơn vị, gồm 52 xã và 7 phường; trong đó có 50 xã, 7 phường mới và 2 xã giữ nguyên."
    checks = [check for check in extract(text).checks if check.rule == "check/parts"]
    assert [check.claims for check in checks] == [("c1", "c2", "c3"), ("c1", "c4", "c5", "c6")]


def test_a_note_quotes_the_figures_as_printed():
    (check,) = [c for c in extract("Còn 9 đơn vị, gồm 6 xã và 2 phường.").checks if c.rule == "check/parts"]
    assert check.note.vi == "Các phần 6 xã + 2 phường cộng lại là 8, không phải 9 đơn vị như bài viết nêu."
    assert check.note.en == "The parts 6 xã + 2 phường add up to 8, not to the stated 9 đơn vị."
    assert (check.id, check.claims) == ("k1", ("c1", "c2", "c3"))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("Có hơn 6.000 hộ.", 6000, 7000),
        ("Có gần 500 hộ.", 400, 500),
        ("Có khoảng 600 hộ.", 550, 650),
        ("Có ít nhất 20 hộ.", 20, None),
        ("Có tối đa 20 hộ.", None, 20),
        ("Có hàng nghìn hộ.", 1000, 10000),
        ("Có 126 hộ.", 126, 126),
        ("Chi 20 tỷ đồng.", 19.5 * 10**9, 20.5 * 10**9),
        ("Đạt 77%.", 76, 78),
        ("Tăng trưởng 8,3-8,5%.", Decimal("8.3"), Decimal("8.5")),
    ],
)
def test_what_a_printed_figure_allows(printed, low, high):
    (claim,) = extract(printed).claims
    interval = interval_of(claim)
    assert (interval.low, interval.high) == (low, high)


def test_parts_of_partitions_differ():
    for row in read_table("partitions"):
        assert set(row["parts"].split(";")).isdisjoint(row["optional"].split(";"))


def report(doc: str, figure: str, day: int) -> list:
    text = f"Tỉnh Lâm Đồng có {figure} cán bộ công đoàn."
    return extract(text, doc=doc, date=datetime.date(2025, 9, day)).records


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("6.084", "6.084", "agrees"),
        ("hơn 6.000", "6.084", "agrees"),
        ("6.084", "5.984", "disagrees"),
        ("6.084", "12", "cannot_tell"),
    ],
)
def test_reports_compared(first, second, verdict):
    (check,) = compare_claims([*report("a", first, 1), *report("b", second, 9)])
    assert (check.verdict, check.claims) == (verdict, ("a#c1", "b#c1"))


def test_what_stands_in_one_report_only():
    (check,) = compare_claims(report("a", "6.084", 1))
    assert (check.verdict, check.claims) == ("cannot_tell", ("a#c1",))
    assert check.note.en == "Only one report gives 6.084 cán bộ (a)."


def test_every_claim_of_a_check_is_there():
    records = extract("Toàn tỉnh còn 65 đơn vị, gồm 61 xã và 4 phường, giảm 129 đơn vị (66,49%).")
    ids = {record.id for record in records.claims if isinstance(record, Claim)}
    assert records.checks
    assert all(set(check.claims) <= ids for check in records.checks)
