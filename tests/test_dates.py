"""Dates: what each way of writing is worth, where dates stand in a report, and what is no date."""

import datetime

import pytest

from vnreports.extract.dates import find_dates
from vnreports.marked import read_marked
from vnreports.normalize.date_openers import TRIED
from vnreports.normalize.dates import (
    _CLOSINGS,
    _ENDS,
    _ENDS_IN_FIGURES,
    _OPENINGS,
    _POINTS,
    find_expressions,
    read_date,
)
from vnreports.normalize.duration_rules import LENGTHS
from vnreports.page import read_page
from vnreports.records import Date
from vnreports.syllables import split_syllables
from vnreports.text import fold

PUBLISHED = datetime.date(2025, 9, 12)

POINTS_WORTH = [
    # expression, first day, last day, EDTF
    ("11/9", "2025-09-11", "2025-09-11", "2025-09-11"),
    ("ngày 5.5", "2025-05-05", "2025-05-05", "2025-05-05"),
    ("ngày 8-12-2018", "2018-12-08", "2018-12-08", "2018-12-08"),
    ("ngày 9 tháng 11 năm 2025", "2025-11-09", "2025-11-09", "2025-11-09"),
    ("ngày mùng 5 tháng 8", "2025-08-05", "2025-08-05", "2025-08-05"),
    ("31/10 năm nay", "2025-10-31", "2025-10-31", "2025-10-31"),
    ("tháng 8/2025", "2025-08-01", "2025-08-31", "2025-08"),
    ("tháng 12.2025", "2025-12-01", "2025-12-31", "2025-12"),
    ("tháng 2 năm ngoái", "2024-02-01", "2024-02-29", "2024-02"),
    ("tháng Mười Hai năm 2025", "2025-12-01", "2025-12-31", "2025-12"),
    ("11/2016", "2016-11-01", "2016-11-30", "2016-11"),
    ("quý III", "2025-07-01", "2025-09-30", "2025-35"),
    ("quý II/2025", "2025-04-01", "2025-06-30", "2025-34"),
    ("quý 1 năm 2026", "2026-01-01", "2026-03-31", "2026-33"),
    ("quý IV - 2016", "2016-10-01", "2016-12-31", "2016-36"),
    ("năm 2025", "2025-01-01", "2025-12-31", "2025"),
    ("6 tháng đầu năm", "2025-01-01", "2025-06-30", "2025-40"),
    ("9 tháng đầu năm 2024", "2024-01-01", "2024-09-30", "2024-01/2024-09"),
    ("ba tháng cuối năm", "2025-10-01", "2025-12-31", "2025-10/2025-12"),
    ("9 tháng năm 2025", "2025-01-01", "2025-09-30", "2025-01/2025-09"),
    ("tháng đầu tiên của năm 2025", "2025-01-01", "2025-01-31", "2025-01"),
    ("quý cuối năm nay", "2025-10-01", "2025-12-31", "2025-36"),
    ("nửa cuối năm 2025", "2025-07-01", "2025-12-31", "2025-41"),
    ("cùng kỳ năm 2016", "2016-01-01", "2016-12-31", "2016"),
    ("hôm qua", "2025-09-11", "2025-09-11", "2025-09-11"),
    ("sáng nay", "2025-09-12", "2025-09-12", "2025-09-12"),
    ("chiều mai", "2025-09-13", "2025-09-13", "2025-09-13"),
    ("tuần trước", "2025-09-01", "2025-09-07", "2025-09-01/2025-09-07"),
    ("tháng trước", "2025-08-01", "2025-08-31", "2025-08"),
    ("năm ngoái", "2024-01-01", "2024-12-31", "2024"),
    ("thứ Hai tuần tới", "2025-09-15", "2025-09-15", "2025-09-15"),
    ("thứ Bảy vừa qua", "2025-09-06", "2025-09-06", "2025-09-06"),
    ("thập niên 1990", "1990-01-01", "1999-12-31", "199X"),
    ("những năm 80", "1980-01-01", "1989-12-31", "198X"),
    ("thế kỷ 10", "0901-01-01", "1000-12-31", "0901/1000"),
    ("mùng 5 Tết", "2026-02-21", "2026-02-21", "2026-02-21"),
    ("28 Tết", "2026-02-15", "2026-02-15", "2026-02-15"),
    ("mùng 2 Tết Giáp Thìn", "2024-02-11", "2024-02-11", "2024-02-11"),
    ("ngày 15 tháng Giêng năm 2017", "2017-02-11", "2017-02-11", "2017-02-11"),
    ("10/3 âm lịch", "2025-04-07", "2025-04-07", "2025-04-07"),
    ("rằm tháng Bảy", "2025-09-06", "2025-09-06", "2025-09-06"),
    ("thế kỷ XX", "1901-01-01", "2000-12-31", "1901/2000"),
    # read by dateparser
    ("2025-09-11T08:00", "2025-09-11", "2025-09-11", "2025-09-11"),
    ("11 tháng 9 2025 lúc 10:00", "2025-09-11", "2025-09-11", "2025-09-11"),
]

RANGES_WORTH = [
    ("thế kỷ 13 - 14", "1201-01-01", "1400-12-31", "1201/1400"),
    ("thế kỷ XIII đến thế kỷ XIV", "1201-01-01", "1400-12-31", "1201/1400"),
    ("2021 - 2025", "2021-01-01", "2025-12-31", "2021/2025"),
    ("1/7-30/9", "2025-07-01", "2025-09-30", "2025-07-01/2025-09-30"),
    ("ngày 17/5-23/5/2025", "2025-05-17", "2025-05-23", "2025-05-17/2025-05-23"),
    ("ngày 8-11/7", "2025-07-08", "2025-07-11", "2025-07-08/2025-07-11"),
    ("ngày 28 đến 3/12", "2025-11-28", "2025-12-03", "2025-11-28/2025-12-03"),
    ("ngày 3 đến ngày 5/8", "2025-08-03", "2025-08-05", "2025-08-03/2025-08-05"),
    ("ngày 5/7 đến 17h ngày 6/7", "2025-07-05", "2025-07-06", "2025-07-05/2025-07-06"),
    ("Tháng 1.2006 – 18.3.2008", "2006-01-01", "2008-03-18", "2006-01/2008-03-18"),
    ("9/2010 - nay", "2010-09-01", "2025-09-12", "2010-09/2025-09-12"),
    ("2015 - 9/2018", "2015-01-01", "2018-09-30", "2015/2018-09"),
    ("ngày 28 - 29/12", "2025-12-28", "2025-12-29", "2025-12-28/2025-12-29"),
    ("10/1990 đến 1995", "1990-10-01", "1995-12-31", "1990-10/1995"),
    ("tháng 11 đến tháng 2/2026", "2025-11-01", "2026-02-28", "2025-11/2026-02"),
    ("tháng 6-8/2025", "2025-06-01", "2025-08-31", "2025-06/2025-08"),
    ("quý I đến quý III/2025", "2025-01-01", "2025-09-30", "2025-33/2025-35"),
    ("năm 2021 đến năm 2025", "2021-01-01", "2025-12-31", "2021/2025"),
    ("đầu năm đến nay", "2025-01-01", "2025-09-12", "2025-01-01/2025-09-12"),
    ("từ nay đến cuối năm", "2025-09-12", "2025-12-31", "2025-09-12/2025"),
    ("ngày 1/7/2025 đến nay", "2025-07-01", "2025-09-12", "2025-07-01/2025-09-12"),
]

DURATIONS = [
    ("15 ngày", "P15D"),
    ("hai tuần", "P2W"),
    ("hơn 2 tháng", "P2M"),
    ("0,5 năm", "P0.5Y"),
    ("2,5 tháng", "P2.5M"),
    ("ba năm rưỡi", "P3.5Y"),
    ("nửa năm", "P0.5Y"),
    ("14 năm 6 tháng", "P14Y6M"),
    ("3-5 ngày", None),
    ("hai thập kỷ", "P20Y"),
    ("1,5 thập kỷ", "P15Y"),
    ("30 phút", "PT30M"),
    ("24 giờ", "PT24H"),
    ("1.000 ngày", "P1000D"),
]

NO_DATES = [
    "đạt 95,9%, gọi tổng đài 1022 hoặc 0914.926.900",
    "Nghị định số 178/2024/NĐ-CP, Thông tư 05/2025 và Luật Đất đai 2024, Luật Đất đai năm 2024, Hiến pháp năm 2013",
    "126/126 xã, huyện đạt 5/9 tiêu chí, từ 1/3 số hộ, bản đồ 1/2000",
    "thua 2-1, gió cấp 2-3, khu đất số 8-12 đường Lê Mẫu",
    "trẻ từ 3 đến 5 tuổi, bé 3 tháng tuổi, 30 năm tuổi Đảng",
    "trực 24/24, đường dây nóng 24/7 cho trẻ em",
    "hiện nay, cùng ngày, thời gian tới, hàng năm, những năm qua, mỗi năm, so với cùng kỳ",
    "lúc 11 giờ 47 phút, từ 15h30, sau 22 giờ sáng",
    "6 tháng tiền lương, 5 triệu đồng/tháng, hàng chục năm tuổi, năm thứ 3, lần thứ 2",
    "khoảng 2000 hộ, giá từ 2000 đồng, Cách mạng tháng Tám",
]

FOUND = [
    # text, then each date with its bound
    ("lễ hội Xuân Đinh Dậu 2017 tổ chức ở xã, nói bao nhiêu năm qua", [("2017", None)]),
    ("Sáng 11/9, xã họp", [("11/9", None)]),
    ("Sáng nay 8-12, xã họp", [("8-12", None)]),
    ("cuộc họp chiều nay (19/9)", [("chiều nay", None), ("19/9", None)]),
    ("Tính đến giữa tháng 2 năm nay, huyện", [("tháng 2 năm nay", "before")]),
    ("đến hết năm 2025, áp dụng vào đầu năm 2026", [("năm 2025", "before"), ("năm 2026", None)]),
    ("kể từ ngày 01/7/2025, sau hơn 2 tháng", [("ngày 01/7/2025", "after"), ("2 tháng", "over")]),
    ("hoàn thành trước 15/10.", [("15/10", "before")]),
    ("sau 15 ngày, gần hai tuần, khoảng 3 năm", [("15 ngày", "after"), ("hai tuần", "under"), ("3 năm", "about")]),
    ("tính đến 16h ngày 6/6", [("ngày 6/6", "before")]),
    ("khoảng 8h ngày 5/3, gần 2 giờ sáng 6/3", [("ngày 5/3", None), ("6/3", None)]),
    ("ngày 26.5 và 27.5, bế mạc vào 21-6", [("ngày 26.5", None), ("27.5", None), ("21-6", None)]),
    ("còn chưa đầy chục ngày, hơn chục năm", [("chục ngày", "under"), ("chục năm", "over")]),
    ("tại kỳ họp thứ 5 vừa qua, theo BLTTHS 2015 và BLHS năm 1999", []),
    ("nhiệm kỳ 2025–2030, từ năm 2021 đến năm 2025", [("2025–2030", None), ("năm 2021 đến năm 2025", None)]),
    ("hai ngày 14, 15 và 16/12/2025", [(day, None) for day in ("hai ngày", "14", "15", "16/12/2025")]),
    ("trong ba năm 2021-2023, tuần lễ một tháng nay", [("ba năm", None), ("2021-2023", None), ("một tháng", None)]),
    ("diễn ra 4, 5 và 6/8, tuần 4,5,6/9", [(day, None) for day in ("4", "5", "6/8", "4", "5", "6/9")]),
    ("từ 3, 4, 5 tháng 6", [("3", "after"), ("4", None), ("5 tháng 6", None)]),
    ("3 đến hết ngày 5/6, trong 2 quý đầu năm 2025", [("3 đến hết ngày 5/6", None), ("2 quý đầu năm 2025", None)]),
    (
        "sau 2, 5 năm, trong 2,5 - 3,5 tháng, trong 2,5 giờ",
        [("5 năm", None), ("2,5 - 3,5 tháng", None), ("2,5 giờ", None)],
    ),
    ("kế hoạch 5 năm 2021-2025", [("5 năm", None), ("2021-2025", None)]),
    ("em Mẫu (SN 2011) và ông Thử (1945)", [("2011", None), ("1945", None)]),
    ("lần thứ 2 năm 2025, quyết định số 15 ngày 5/6", [("năm 2025", None), ("ngày 5/6", None)]),
    ("xây dựng luật, pháp lệnh năm 2025", [("năm 2025", None)]),
    ("đã xong.Ngày 28/11, xã họp", [("Ngày 28/11", None)]),
    ("từ ngày 2/2 (mùng 6 Tết) đến hết ngày 8/2, xã họp", [("ngày 2/2 (mùng 6 Tết) đến hết ngày 8/2", None)]),
    ("năm 2015 và 2016 lần lượt đạt 8% và 7%", [("năm 2015", None), ("2016", None)]),
]


def dates_of(text: str, published: datetime.date | None = PUBLISHED) -> list[Date]:
    return find_dates(read_page(text, published=published), doc="d")


@pytest.mark.parametrize(
    ("kind", "string", "first", "last", "edtf"),
    [("date", *row) for row in POINTS_WORTH] + [("range", *row) for row in RANGES_WORTH],
)
def test_worth(kind: str, string: str, first: str, last: str, edtf: str) -> None:
    value = read_date(string, on=PUBLISHED)
    assert value is not None
    assert (value.kind, str(value.first), str(value.last), value.edtf) == (kind, first, last, edtf)


@pytest.mark.parametrize(("string", "duration"), DURATIONS)
def test_duration(string: str, duration: str) -> None:
    value = read_date(string, on=PUBLISHED)
    assert value is not None
    assert (value.kind, value.first, value.last, value.edtf, value.duration) == ("duration", None, None, None, duration)


@pytest.mark.parametrize("string", ["95,9%", "", "abc", "ngày 31/4", "ngày 29/2/2025", "hôm", "5/9 tiêu chí", "1022"])
def test_no_worth(string: str) -> None:
    assert read_date(string, on=PUBLISHED) is None


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert [date.text for date in dates_of(f"Xã cho biết {text}.")] == []


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found_with_bounds(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(date.text, date.bound) for date in dates_of(text)] == expected


def test_year_left_out_is_the_nearest_to_the_report() -> None:
    assert [str(date.first) for date in dates_of("ngày 30/12 và ngày 5/1", datetime.date(2025, 1, 10))] == [
        "2024-12-30",
        "2025-01-05",
    ]


def test_the_first_months_of_a_year_are_never_of_the_next() -> None:
    [date] = dates_of("trong 4 tháng đầu năm", datetime.date(2025, 12, 1))
    assert date.edtf == "2025-01/2025-04"


def test_a_day_of_every_year_is_none_of_the_calendar() -> None:
    assert [date.first for date in dates_of("gửi trước ngày 15/3 hằng năm và tháng 6 hàng năm")] == [None, None]


def test_a_list_shares_the_year_that_one_states() -> None:
    assert [date.edtf for date in dates_of("quý I và quý II/2025")] == ["2025-33", "2025-34"]
    assert [date.edtf for date in dates_of("tháng 11/2023, tháng 12")] == ["2023-11", "2023-12"]
    assert [date.edtf for date in dates_of("ngày 5, 6 tháng 9 năm 2024")] == ["2024-09-05", "2024-09-06"]
    assert [date.edtf for date in dates_of("quý I, II năm 2025; tháng 10 và 12/2024")] == [
        *("2025-33", "2025-34"),
        *("2024-10", "2024-12"),
    ]


def test_months_of_a_list_are_of_one_year() -> None:
    dates = dates_of("Các tháng 4, 5, 6 thu đủ; tháng 9, 3 người nghỉ.", datetime.date(2025, 11, 10))
    assert [(date.text, date.edtf) for date in dates] == [
        ("tháng 4", "2025-04"),
        ("5", "2025-05"),
        ("6", "2025-06"),
        ("tháng 9", "2025-09"),
    ]


def test_hoi_looks_back_and_toi_looks_ahead() -> None:
    dates = dates_of("hồi tháng 3, rồi ngày 5/3 tới", datetime.date(2025, 9, 12))
    assert [str(date.first) for date in dates] == ["2025-03-01", "2026-03-05"]


def test_a_day_far_ahead_that_is_told_as_done_was_last_year() -> None:
    published = datetime.date(2025, 6, 12)
    text = "Ngày 3/12 đã cưỡng chế. Ngày 3/12 họp. Ngày 3/12 sẽ xong phần đã giao. Ngày 20/6 đã định. Ngày 3/3 đã xong."
    years = [str(date.first) for date in dates_of(text, published)]
    assert years == ["2024-12-03", "2025-12-03", "2025-12-03", "2025-06-20", "2025-03-03"]


def test_a_day_told_right_after_a_relative_one_is_meant() -> None:
    published = datetime.date(2025, 9, 12)
    days = [str(date.first) for date in dates_of("Hôm nay, 13/9, họp. Hôm qua, hôm nay họp. Mai họp.", published)]
    assert days == ["2025-09-13", "2025-09-13", "2025-09-11", "2025-09-12"]
    [date] = dates_of("Từ nay đến cuối tháng VAMC mua nợ", published)
    assert (date.text, str(date.first), str(date.last)) == ("nay đến cuối tháng", "2025-09-12", "2025-09-30")


def test_a_weekday_after_a_part_of_the_day_is_the_last_one() -> None:
    published = datetime.date(2025, 9, 12)  # a Friday
    text = "Hôm thứ Hai, xã họp; sáng thứ sáu thì nghỉ. Tối thứ ba (2/9) mưa. Thứ hai là hạ tầng. Tối thứ ba hằng tuần"
    days = [(date.text, str(date.first)) for date in dates_of(text, published)]
    assert days == [
        ("thứ Hai", "2025-09-08"),
        ("thứ sáu", "2025-09-12"),
        ("thứ ba", "2025-09-02"),
        ("2/9", "2025-09-02"),
    ]


def test_without_a_report_date_the_usual_year_stands_in() -> None:
    text = "Sáng 11/9, họp về năm 2025, nhiệm kỳ 2025-2030 và năm 2024. Hôm qua"
    assert [str(date.first) for date in dates_of(text, None)] == [
        "2025-09-11",
        "2025-01-01",
        "2025-01-01",
        "2024-01-01",
        "None",
    ]
    assert [date.first for date in dates_of("Sáng 11/9, xã họp", None)] == [None]


def test_same_period_is_that_of_the_compared_one() -> None:
    text = "Sáu tháng đầu năm 2017 đạt 30%. Trong khi cùng kỳ năm 2016 đạt 26,8%."
    assert [(str(date.first), str(date.last)) for date in dates_of(text)][1] == ("2016-01-01", "2016-06-30")
    assert [str(date.last) for date in dates_of("so với cùng kỳ năm trước")] == ["2024-12-31"]
    text = "Trong năm 2016, xã vay 40 tỷ đồng so với 70 tỷ đồng cùng kỳ năm trước."
    assert [str(date.first) for date in dates_of(text)] == ["2016-01-01", "2015-01-01"]
    text = "Từ ngày 3/3/2025 đến 12/5/2025, có 4 ổ dịch. So cùng kỳ năm 2024, dịch giảm."
    assert [(str(date.first), str(date.last)) for date in dates_of(text)][1] == ("2024-03-03", "2024-05-12")
    text = "Quý I/2025 có 9 vụ. Xã còn 3 vụ nặng.\nSo với cùng kỳ năm 2024, số vụ giảm."
    assert [str(date.last) for date in dates_of(text)] == ["2025-03-31", "2024-03-31"]
    text = "Năm 2014 xã có cầu. Nay thu tăng so với cùng kỳ năm trước."
    assert [str(date.first) for date in dates_of(text)] == ["2014-01-01", "2024-01-01"]


def test_months_that_are_over() -> None:
    text = "GRDP 8 tháng tăng 7%. Lũy kế 9 tháng, thu 5 tỷ đồng. Xuất khẩu 8 tháng 46 tỷ USD. Sau 8 tháng, xã có cầu."
    assert [date.duration or str(date.last) for date in dates_of(text)] == [
        "2025-08-31", "2025-09-30", "2025-08-31", "P8M"
    ]  # fmt: skip
    assert [str(date.last) for date in dates_of("Số tiền 9 tháng năm nay tăng")] == ["2025-09-30"]
    assert [date.duration for date in dates_of("GRDP 11 tháng tăng 7%")] == ["P11M"]  # not over yet


def test_silent_zones_give_no_dates() -> None:
    assert dates_of("date 2025-09-11 (VTC News) -\n\nXã họp.\n\nGiờ đăng: 15:00 04/09/2025") == []
    for line in (
        "Thứ Năm, 11/09/2025 | Chính trị",
        "NGUYỄN MẪU 07:42, 11/09/2025",
        "Đăng lúc 07:15 - Thứ Năm, 11/09/2025",
        "date 2025-09-11 (VTC News)",
    ):
        assert dates_of(f"Tên của bài\n{line}\nXã họp.") == []


def test_every_rule_is_tried_somewhere() -> None:
    tried = {name for names in TRIED.values() for name in names}
    rules = (*_POINTS, *_OPENINGS, *LENGTHS)
    assert {rule.name.split("/")[1] for rule in rules} == tried
    assert len({rule.name for rule in (*rules, *_CLOSINGS)}) == len(rules) + len(_CLOSINGS)


@pytest.mark.parametrize("rule", _ENDS, ids=lambda rule: rule.name)
def test_an_end_that_opens_with_a_figure_is_tried_there(rule) -> None:
    for example in rule.examples:
        text, marks = read_marked(example, tags=["date"])
        assert rule in _ENDS_IN_FIGURES or not any(text[mark.start].isdigit() for mark in marks)


@pytest.mark.parametrize("rule", [*_POINTS, *LENGTHS], ids=lambda rule: rule.name)
def test_a_rule_is_tried_where_its_examples_stand(rule) -> None:
    for example in rule.examples:
        text, marks = read_marked(example, tags=["date"])
        lower = fold(text).lower
        found = find_expressions(lower, split_syllables(lower))
        for mark in marks:
            assert any(item.start <= mark.start and mark.end <= item.end for item in found), example


def test_a_quarter_that_would_lie_ahead_is_of_the_year_stated_before() -> None:
    text = "Quỹ dư đầu năm 2024 là 3 tỷ đồng, hết quý IV là 2 tỷ đồng."
    assert [str(date.first) for date in dates_of(text)] == ["2024-01-01", "2024-10-01"]
    assert str(dates_of("So với năm 2024, quý IV tăng 2%.")[-1].first) == "2025-10-01"


@pytest.mark.parametrize(("day", "first"), [(12, "2025-09-01"), (13, "2025-09-08"), (15, "2025-09-08")])
def test_the_past_week_of_a_weekend_is_its_own(day: int, first: str) -> None:
    found = find_dates(read_page("Tuần qua, giá giảm.", published=datetime.date(2025, 9, day)), doc="d")
    assert [str(date.first) for date in found] == [first]
