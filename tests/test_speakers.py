"""Whose words an amount stands in."""

import pytest

from vnreports.report import extract

SPEECH = """Ông Nguyễn Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Lâm Đồng, cho biết: Đã có 12 hồ sơ. Còn 3 hồ sơ đang chờ.

Tỉnh Lâm Đồng có 124 xã. Ông Mẫu nói: “Chúng tôi mở 6 lớp. Sẽ có thêm 2 lớp”."""


def test_speaker_place_and_status():
    report = extract(SPEECH, date="2025-09-12")
    claims = {claim.text: claim for claim in report.claims}
    person = report.officials[0].id
    assert [claims[text].source for text in ("12", "3", "124", "6", "2")] == [person, person, None, person, person]
    assert claims["124"].place == report.places[0].id
    assert claims["12"].place is None  # the place in the speaker's title is not that of his figures
    assert claims["2"].status == "planned"


def test_whose_words_when_given_names_are_shared():
    text = (
        "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu kiểm tra công trường. Chủ quán là anh Trần Hữu Mẫu cho biết "
        "còn thiếu 40 xe. Ông Mẫu nói phải thuê thêm 12 xe."
    )
    assert [claim.source for claim in extract(text).claims] == [None, None]


def test_an_order_is_no_speech_and_an_office_no_person():
    text = (
        "Thủ tướng Nguyễn Văn Mẫu họp. Theo chỉ đạo của Thủ tướng, Bộ Tài chính cấp 5 tỷ đồng. "
        "Văn phòng Thủ tướng ước tính có 600 tòa nhà."
    )
    report = extract(text)
    assert [claim.source for claim in report.claims] == [None, None]
    assert [mention.text for mention in report.officials[0].mentions] == ["Nguyễn Văn Mẫu", "Thủ tướng"]


def test_a_speech_ends_with_its_quotation():
    text = "Chủ tịch UBND tỉnh Quảng Ninh Nguyễn Văn Mẫu nói: “Tỉnh trồng 30 ha lúa.” Xã bên trồng 45 ha lúa."
    assert [claim.source for claim in extract(text).claims] == ["o1", None]


def test_a_pronoun_after_a_quotation_is_the_person_named_last():
    text = "Chủ tịch UBND tỉnh Quảng Ninh Nguyễn Văn Mẫu đi kiểm tra. {}“Dự án chậm. Còn 30 ha đất trống”, ông nói."
    assert [claim.source for claim in extract(text.format("")).claims] == ["o1"]
    assert [claim.source for claim in extract(text.format("Ông Trần Mẫu dẫn đường. ")).claims] == [None]


def test_a_pronoun_is_the_one_who_acts():
    text = (
        "Bộ trưởng Lê Văn Mẫu trả lời nhân chuyến thăm của Thủ tướng Trần Văn Thử. Ông cho biết, có 7 dự án. "
        "Bộ trưởng Lê Văn Mẫu gặp Chủ tịch nước Vũ Thị Ví. Bà nói có 4 dự án."
    )
    report = extract(text)
    names = {official.id: official.name for official in report.officials}
    assert [names.get(claim.source) for claim in report.claims] == ["Lê Văn Mẫu", "Lê Văn Mẫu"]


def test_who_speaks_after_his_name_and_a_colon_or_tells_what_he_speaks_about():
    text = (
        "Bí thư Thành ủy Hà Nội Trần Văn Mẫu: Cả 500 cán bộ ở đâu?\n\n"
        "Về tiến độ của 12 dự án, Bí thư Trần Văn Mẫu cho biết còn 3 dự án chậm. Thành phố có 126 xã."
    )
    assert [claim.source for claim in extract(text).claims] == ["o1", "o1", "o1", None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Theo Đại tá Trần Văn Mẫu, Phó Chủ nhiệm Văn phòng Chính phủ: Quỹ đã mổ cho nhiều người. Có 3.500 em "
            "khỏe lại. Cũng trong dịp này, quỹ nhận thêm 9 tỷ đồng.",
            ["o1", None],
        ),
        ("Theo Bí thư Thành ủy Huế Trần Văn Mẫu, đã xong hai việc gồm: 5 nhà. Còn 3 nhà.", ["o1", "o1", None]),
        (
            "Bí thư Thành ủy Huế Trần Văn Mẫu cho biết: Đã xong 5 nhà. Ông Lê Văn Thử cũng nói: Còn 3 nhà.",
            ["o1", None],
        ),
        (
            "Theo ông Trần Văn Mẫu, Vụ trưởng Vụ Kế hoạch, năm ngoái có 48 cuộc thanh tra, kiến nghị xử lý 4 tổ chức.",
            ["o1", "o1"],
        ),
        ("Bí thư Thành ủy Huế Trần Văn Mẫu phát biểu tại buổi lễ Dự án xây 5 cầu, 3 trường.", [None, None]),
        ("Bí thư Thành ủy Huế Trần Văn Mẫu phát biểu tại buổi lễ: Có 5 cầu, 3 trường.", ["o1", "o1"]),
        ("Bí thư Thành ủy Huế Trần Văn Mẫu kê khai, nhà rộng 150 m2.", ["o1"]),
    ],
)
def test_where_a_speech_ends(text, told):
    assert [claim.source for claim in extract(text, date="2025-09-12").claims] == told


def test_those_who_are_spoken_to_do_not_speak():
    text = (
        "Chủ tịch nước Trần Văn Mẫu đề nghị Thủ tướng Lê Văn Thử tiếp tục chỉ đạo 5 dự án. "
        "Bộ trưởng Bộ Giao thông vận tải Vũ Văn Tạm hôm 22/6 cho biết sẽ có 6 cầu. "
        "Tại cuộc hội đàm với Bộ trưởng Vũ Văn Tạm, đoàn của ta bày tỏ mong muốn có 7 cầu."
    )
    report = extract(text)
    names = {official.id: official.name for official in report.officials}
    assert [names.get(claim.source) for claim in report.claims] == ["Trần Văn Mẫu", "Vũ Văn Tạm", None]


def test_answers_of_an_interview_in_one_line():
    text = (
        "Xã có 9 dự án. Kết quả thế nào? - Thứ trưởng Bộ Nội vụ Trần Văn Mẫu: Đã xong 5 nhà. Còn 3 nhà. - Tỉnh hứa 4 "
        "cầu. Bao giờ xong? Ông Trần Văn Mẫu – Thứ trưởng Bộ Nội vụ: Sang năm có 2 cầu. PV: Báo có 7 thư của bạn đọc. "
        "Thưa ông, vì sao?"
    )
    assert [claim.source for claim in extract(text).claims] == [None, "o1", "o1", None, "o1", None]


def test_a_name_and_a_colon_without_a_first_person_tell_no_opinion():
    text = "Hội nghị hôm qua bàn nhiều việc. Bộ trưởng Bộ Y tế Trần Văn Mẫu: ảnh lưu. Xã nay có 5 cầu và 3 chợ."
    assert [claim.source for claim in extract(text).claims] == [None, None]


def test_a_quotation_of_another_is_not_his_in_whose_words_it_stands():
    text = (
        "Chủ tịch UBND tỉnh Huế Trần Văn Mẫu cho hay: Tỉnh có 5 bãi xe. Việc này cần làm. “Mỗi người sắm thêm 1 "
        "chiếc xe”, giáo sư Hoàng Văn Thử bày tỏ."
    )
    assert [claim.source for claim in extract(text).claims] == ["o1", None]


def test_opinions_under_heads_with_names():
    text = (
        "Trong phiên họp toàn thể sáng nay, Quốc hội bàn 2 luật. Đại biểu Trần Văn Mẫu (đoàn Huế): Cần thêm vốn "
        "Đại biểu Trần Văn Mẫu (đoàn Huế). "
        "Tôi thấy còn 5 việc. Còn 3 nhà. Đại biểu Lê Thị Thử (đoàn Huế): Phải nhanh Tôi cho rằng có 6 cầu. "
        "Vì sao có 7 xã chưa làm?"
    )
    report = extract(text)
    names = {official.id: official.name for official in report.officials}
    told = [names.get(claim.source) for claim in report.claims]
    assert told == [None, "Trần Văn Mẫu", "Trần Văn Mẫu", "Lê Thị Thử", None]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Mẫu, Phó Chủ tịch UBND xã Thử: “Xã có 7 hộ. Còn 4 hộ thiếu gạo”.",
        "Bà Lê Thị Mẫu, Giám đốc Sở Y tế, báo cáo: năm nay có 7 trạm. Còn 4 trạm hỏng.",
        "Bà Lê Thị Mẫu, Giám đốc Sở Y tế, chưa hài lòng: “Mới có 7 trạm. Còn 4 trạm hỏng”.",
        "Chủ tịch UBND tỉnh Lê Văn Mẫu ký Công điện số 7, yêu cầu lập 7 chốt, mỗi chốt có 4 người.",
        "Phó Chủ tịch UBND tỉnh Lê Văn Mẫu “chốt” hạn: xong 7 nhà trong tháng; giao 4 nền.",
        "Phát biểu, Chủ tịch UBND xã Lê Văn Mẫu thừa nhận:\n- Còn 7 hộ khiếu nại. Xã cưỡng chế 4 hộ.",
        "Giám đốc Sở Y tế Lê Văn Mẫu đồng ý chi 7 tỷ đồng cho 4 trạm.",
        "Có 7 trạm và 4 nhà hỏng, theo ông Lê Văn Mẫu, Giám đốc Sở Y tế.",
        "Có 7 trạm và 4 nhà hỏng, theo Giám đốc Sở Y tế Lê Văn Mẫu (Huế).",
        "Theo Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Mẫu, còn 7 luật và 4 nghị định chưa ký.",
        "Giám đốc Sở Y tế Lê Văn Mẫu đến.\n“Có 7 trạm hỏng.\n“Còn 4 trạm tốt”, ông Mẫu nói.",
        "Giám đốc Sở Y tế Lê Văn Mẫu báo cáo, toàn tỉnh có 7 trạm, hỏng 4 trạm.",
        "Giám đốc Sở Y tế Lê Văn Mẫu đến. Ông Mẫu đáp, có 7 trạm, hỏng 4 trạm.",
        "“Có 7 trạm, vậy 4 trạm kia đâu?” - Giám đốc Sở Y tế Lê Văn Mẫu hỏi.",
    ],
)
def test_ways_to_begin_a_speech(text):
    assert [claim.source for claim in extract(text, date="2025-09-12").claims] == ["o1", "o1"]


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả bầu đối với bà Lê Thị Mẫu, Phó Chủ tịch HĐND tỉnh: 41 đại biểu bỏ phiếu.",
        "- Trưởng Ban Pháp chế Lê Thị Mẫu: 41 phiếu thuận.",
        "Báo cáo do đồng chí Lê Văn Mẫu, Phó Bí thư Huyện ủy trình bày nêu rõ: thu 41 tỷ đồng.",
    ],
)
def test_what_is_told_of_a_person_are_no_words_of_theirs(text):
    assert [claim.source for claim in extract(text, date="2025-09-12").claims] == [None]
