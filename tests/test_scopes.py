"""Where and when an amount holds: the place and date of its own clause."""

import pytest

from vnreports.report import extract

# a text, and the dates of its amounts
WHEN = [
    ("Liên quan đến việc tranh chấp đất đai, ngày 15/4/2017, công an đã thực hiện lệnh bắt 4 người.", ["15/4/2017"]),
    ("Theo báo cáo chiều 23/10, thu ngân sách đạt 752 tỷ đồng.", [None]),
    ("Trong năm 2013 và 2014, đê vỡ 3 lần.", ["năm 2013"]),
    ("Trong các ngày 9, 10 và 17 tháng 5, đoàn kiểm tra 24 phường.", [None]),
    ("Năm 2024, tỉnh phạt 24 cơ sở, trong đó: 11 cơ sở về quảng cáo, 13 cơ sở về vệ sinh.", ["Năm 2024"] * 3),
    ("Tàu cá đâm 5 ghe chài, làm ba người ngã, chiều 10/9.", ["10/9", "10/9"]),
    ("Nước này cần 60 tỷ kronor (7 tỷ USD) giai đoạn 2017-2020.", ["2017-2020", "2017-2020"]),
    ("Thương mại đạt 53 tỷ USD năm 2016, trong đó xuất siêu 30 tỷ USD.", ["năm 2016", "năm 2016"]),
    ("Từ ngày 1/7/2024, lương tăng từ 1,8 triệu đồng lên 2,3 triệu đồng.", [None, "1/7/2024"]),
    ("Tháng 9/2016, Thủ tướng ban hành định mức bồi thường cho người dân ở 4 tỉnh nêu trên.", [None]),
    ("Tháng 9/2016, nhà máy bán 42 chiếc xe loại này.", ["Tháng 9/2016"]),
    ("Thông tư gồm 9 Điều có hiệu lực từ ngày 7/8/2025.", [None]),
    ("Năm 2017, do Quyết định 50 (giai đoạn 2016 - 2020), chỉ 9 xã có nước.", ["Năm 2017"]),
    ("Trong 5 năm (2016 - 2020), xã đào 9 giếng.", ["2016 - 2020"]),
    ("Xe nối đuôi dài 10 km, tuyến bên dài 3 km, sáng 8/2/2024 (29 tháng Chạp).", ["8/2/2024"] * 2),
    ("Hãng bán 612 căn hộ giao năm 2019.", ["năm 2019"]),
    ("Giá cà phê giao tháng 7 tăng 19 USD, dầu kỳ hạn tháng 5/2017 đạt 50 USD/thùng.", [None, None]),
    ("Căn cứ giấy phép cấp ngày 17/2/2016 và hồ sơ, chủ nhà đã xây trái phép 104 căn hộ.", [None]),
    ("Thành lập từ năm 2014, công ty có 2.000 nhân viên. Năm 2016, công ty có 300 xe.", [None, "Năm 2016"]),
    ("Quỹ bình ổn dư 2.390 tỷ đồng Ngày 10/2/2017, bộ thông báo.", [None]),
    ("Hai tàu đặt mua năm 2013 trị giá 3 tỷ euro (3,3 tỷ USD) sẽ về năm 2021.", ["năm 2013"] * 3),
    ("Năm 2018 chuyển 5 tỷ đồng, năm 2019 chuyển 6 tỷ đồng và năm 2020 thôi.", ["Năm 2018", "năm 2019"]),
    ("Xuất khẩu đạt 3 tỷ USD trong năm 2017, tăng 20% so với năm 2016.", ["năm 2017"] * 2),
    ("Trong quý III/2016, bộ cho biết đã tạm ứng 3.000 tỷ đồng.", ["quý III/2016"]),
    ("Trước chỉ có 7 chuyến thì năm 2016, hãng bay 70 chuyến.", [None, "năm 2016"]),
    ("Mức đóng giảm xuống 0,5%, áp dụng từ 1/6/2017.", ["1/6/2017"]),
    ("Trong 5 tháng đầu năm, điện tăng 9% so cùng kỳ năm 2016.", ["5 tháng đầu năm"]),
    ("Diện tích giảm 16 ha so năm 2015.", [None]),
    ("Năm 2025 thu 14 tỷ đồng, hơn năm trước 3 tỷ đồng.", ["Năm 2025"] * 2),
    ("Thu 8 tỷ đồng, ít hơn năm 2015 (9 tỷ đồng).", [None, "năm 2015"]),
    ("Hộ nghèo còn 142 hộ, ít hơn cuối năm 2021 là 31 hộ.", [None, None]),
    ("Tại thời điểm 31-10, tỉnh có 906 biên chế; thu xong chậm nhất 15/11 là 8,6 tỷ đồng.", ["31-10", "15/11"]),
    ("Báo cáo nêu tại hội nghị sáng 13/1 cho thấy 479 hồ sơ đã xong.", [None]),
    ("Ngày 20/10, bộ đề nghị nối lại khoản viện trợ 300 triệu USD.", [None]),
    ("Tỷ lệ giảm từ 11,25% năm 2011 xuống còn 2,89%.", ["năm 2011", None]),
    ("Xuất khẩu tăng từ 5 tỷ USD năm 2011 lên 9 tỷ USD năm 2016.", ["năm 2011", "năm 2016"]),
    ("Mức sinh là 2,11 con/phụ nữ (2021), 1,96 con/phụ nữ (2023) và nay 1,91 con/phụ nữ.", ["2021", "2023", None]),
    ("Trong 5 năm (2016-2020), tỉnh xây 6 cầu.", ["2016-2020"]),
    ("Năm 2016 giao 108 khu đất nhưng đến nay mới thu hồi 88 khu đất.", ["Năm 2016", None]),
    ("Đến nay có 76 triệu thẻ và 6 tháng đầu năm 2025 có 5 triệu lượt khám.", [None, "6 tháng đầu năm 2025"]),
    ("Cả năm 2024, theo ông Lê Mẫu, Chủ tịch UBND tỉnh Thử, tỉnh hụt thu 5 tỷ đồng.", ["năm 2024"]),
    (
        "Xã lập từ ngày 1/7/2025 trên cơ sở nhập 3 xã A, B và C; diện tích 62 km2, dân số 9.000 người.",
        ["1/7/2025", None, None],
    ),
    (
        "Trong 6 tháng đầu năm 2025, thu 31 tỷ đồng, bằng 64% dự toán (48 tỷ đồng).",
        ["6 tháng đầu năm 2025"] * 2 + [None],
    ),
    ("Đến 10/3/2025 tiêm được 46% (mục tiêu trên 70%).", ["10/3/2025", None]),
    ("Tính đến 30/9/2025, kiểm toán đề nghị xử lý 254 tỷ đồng.", ["30/9/2025"]),
    ("Thu tăng 11% (năm 2024: 15%), vượt 14%.", [None, "năm 2024", None]),
    ("Nhà phải xong trước 27/7/2025; 764 căn xong trước 10/8/2025.", ["10/8/2025"]),
    ("Theo sở, trong 10 tháng có 283 dự án. Thu ngân sách trong 9 tháng đạt 3 tỷ đồng.", ["10 tháng", "9 tháng"]),
    ("Nhà phải xong trong 9 tháng, tốn 5 tỷ đồng.", [None]),
    ("Quý I/2025, ngân hàng có các chỉ tiêu chính: tổng tài sản đạt 3 tỷ đồng.", ["Quý I/2025"]),
    ("Ngày 5/6/2025, phòng nói: quỹ có 3 tỷ đồng; ngày 7/6/2025 phạt 9 cơ sở, gồm: 2 quán.", [None, *["7/6/2025"] * 2]),
    ("Ngày 9/6/2025, tỉnh chi 20 tỷ đồng. Trong đó, xã A 12 tỷ đồng, xã B 8 tỷ đồng.", ["Ngày 9/6/2025"] * 3),
    ("Sở cho biết, trong 9 tháng, tỉnh xảy ra 512 vụ.", ["9 tháng"]),
    ("Tai nạn 9 tháng giảm 15%.", ["9 tháng"]),
    ("Tỉnh ký năm 2020, cả năm 2024 chi 12 tỷ đồng cho hai nơi: Mẫu 5 tỷ đồng, Thử 4 tỷ đồng.", ["năm 2024"] * 3),
    ("Trong năm 2024, tỉnh giao 108 khu đất nhưng đến nay mới thu hồi 88 khu đất.", ["năm 2024", None]),
]


@pytest.mark.parametrize(("text", "dates"), WHEN)
def test_dates_of_amounts(text, dates):
    report = extract(text, date="2025-10-25")
    texts = {date.id: date.text.removeprefix("ngày ") for date in report.dates}
    assert [texts.get(claim.date) for claim in report.claims] == dates


# a text, and the places of its amounts
WHERE = [
    ("Thái Bình là một trong 5 tỉnh dẫn đầu; tỉnh nằm trong 9 địa phương thưởng 3 tỷ đồng.", [None, None, "Thái Bình"]),
    ("Thái Bình họp. Ban Thường vụ Tỉnh ủy có 15 người, Bí thư Tỉnh ủy được 52 phiếu.", [None, None]),
    ("Huế họp với Hà Tĩnh.\nHà Tĩnh thu 3 tỷ đồng.\nCả năm 2024 tỉnh chi 2 tỷ đồng.", ["Hà Tĩnh", "Hà Tĩnh"]),
    ("Sở Tài chính Lâm Đồng cho biết, đến 31/8 đã giải ngân 26%. Theo lãnh đạo Sở, còn 3 tỷ đồng.", ["Lâm Đồng", None]),
    (
        "Theo vị lãnh đạo tỉnh Lâm Đồng, hố rộng 10m2. Huế có 5 đội, song 3 xã ở Lâm Đồng thì chưa.",
        [None, "Huế", "Lâm Đồng"],
    ),
    (
        "Quảng Nam xin làm 5 hồ chứa nước, rộng 90 ha trên địa bàn huyện Nam Trà My, gồm cả 2 hồ lớn.",
        ["Nam Trà My"] * 3,
    ),
    ("Mỹ gửi 2 tàu chiến đến Doha và hàng chục tên lửa vào Berlin.", ["Doha", "Berlin"]),
    ("Mỹ viện trợ hơn 300 triệu USD cho Pakistan.", ["Pakistan"]),
    ("Công ty Hoa Mẫu (Hà Nội) bị phạt 65 triệu đồng.", ["Hà Nội"]),
    ("Đại biểu Quốc hội Trần Văn Mẫu (Đà Nẵng) hỏi về 12 dự án.", [None]),
    ("Tàu của gia đình ông Trần Văn Mẫu (xã Quảng Cư, TP Sầm Sơn) đóng hết 18 tỷ đồng.", [None]),
    ("Lái xe là Trần Văn Mẫu (SN 1986, trú tại xã Đại Xuân, tỉnh Bắc Ninh) làm 3 người chết.", [None]),
    ("Thương mại Việt Nam - Myanmar đạt 124 triệu USD.", [None]),
    ("Nhà máy nằm tại xã An Hảo – huyện Tịnh Biên rộng 274 ha.", ["An Hảo"]),
    ("Theo Sở Xây dựng TP Đà Nẵng, chủ đầu tư đã xây trái phép 104 căn hộ.", ["Đà Nẵng"]),
    ("Công an huyện Quế Võ, Bắc Ninh cho biết, vụ tai nạn làm 3 người chết.", [None]),
    ("Quảng Ninh họp. Chủ tịch UBND tỉnh Phú Yên cho biết tỉnh chi 9 tỷ đồng.", ["Phú Yên"]),
    ("Nhà tại khu chung cư Mẫu (đường Lê Lợi, quận Cầu Giấy, Hà Nội) rộng 130 m2.", ["Cầu Giấy"]),
    ("Khu này ở phía Nam tỉnh Thanh Hóa, cách Thủ đô Hà Nội 200km, cách Lào 30 km.", ["Thanh Hóa"] * 2),
    ("Khu này cách trung tâm TP HCM 6 km.", ["Hồ Chí Minh"]),
    ("Việt Nam miễn thị thực cho 25 nước, Thái Lan cho 65 nước; quan hệ hai nước.", ["Việt Nam", "Thái Lan", None]),
    ("Chỉ bằng 1/3 của Thái Lan và 1/30 của Lào.", [None, None]),
    ("Xuất khẩu của Lào sang Nga đạt 5 tỷ USD, vốn của Nga vào Lào là 1 tỷ USD.", ["Lào", "Nga"]),
    ("Phú Yên xin thêm vốn. Nhưng địa phương này chỉ được cấp 900 tỷ đồng.", ["Phú Yên"]),
    ("Dự án ở Hà Nội vay 957 triệu Euro, quy ra tiền Việt Nam là 24 tỷ đồng.", ["Hà Nội"] * 2),
    ("Một công ty đốt 1.300 tấn rác và Công ty Môi trường TP HCM chôn 500 tấn.", [None, "Hồ Chí Minh"]),
    ("Bắt hai người là Trần Văn Mẫu, trú tại thôn Hạ, xã Mẫu Sơn, huyện Lộc Bình.", [None]),
    ("Hộ ông Trần Văn Mẫu, ngụ ấp Bình Hòa (xã Tam Bình), bán 2 tấn quả ở Cần Thơ.", ["Cần Thơ"]),
    ("Vệt dầu dài 500 m ở bờ biển xã Kỳ Lợi.", ["Kỳ Lợi"]),
    ("Là một trong ba người hỏi, đại biểu Trần Thị Mẫu (đoàn Đà Nẵng) nói trước.", [None]),
    ("Xe tải biển Tiền Giang kẹp giữa hai xe khách; xe máy biển số Huế chở 3 người.", [None, None]),
    ("Tỉnh Huế họp. Công an 49 tỉnh thành phố hỏi 9.100 người.", [None, None]),
    ("Quận Thanh Xuân họp. Công an 49 tỉnh thành phố hỏi 9.100 người. Thành phố có 5 chợ.", [None] * 3),
    ("Công ty có đất tại TP.HCM, ở số 157 Phan Đăng Lưu (Phú Nhuận) rộng 600 m2.", ["Phú Nhuận"]),
    ("Cùng với Hà Nội còn 29 tỉnh tăng giá dịch vụ.", [None]),
    ("Đã bán 12 triệu cổ phiếu qua Sở Giao dịch chứng khoán Hà Nội.", [None]),
    ("Trong chuyến thăm Hà Nội, hai nhà lãnh đạo đã gặp 3 đoàn.", [None, "Hà Nội"]),
    ("Tỉnh Khánh Hòa sau khi sáp nhập với Ninh Thuận rộng 8.555 km2.", ["Khánh Hòa"]),
    ("Hà Nội- Chiếc túi có 2.390 tờ tiền.", ["Hà Nội"]),
    ("Hà Nội - Hải Phòng có 6 chuyến.", [None]),
    ("Nghệ An họp. Thu 9 tỷ đồng, bằng 61% dự toán HĐND tỉnh giao. Tỉnh có 5 chợ.", [None, None, "Nghệ An"]),
    ("Tại bến xe Mẫu (phường Ka Long, TP Móng Cái), Hải quan bắt 2 người.", ["Ka Long"]),
    ("Tại huyện Kim Thành (Hải Dương), dân mở 84 lối đi.", ["Kim Thành"]),
    ("Đồng Nai kẹt xe, chiều từ Lâm Đồng về TP HCM dài 5 km.", ["Đồng Nai"]),
    ("Giá than nhập từ Lào đến hết năm là 6 cent.", ["Lào"]),
    ("Mưa lớn ở thị trấn Con Cuông. Ở thị trấn đổ 6 cây.", ["Con Cuông"]),
    ("Mưa lớn ở xã Mậu Đức. Ở thị trấn đổ 6 cây.", [None]),
    ("Lai Châu cách Hà Nội 450 km. Năm nay, tỉnh thu 2 tỷ đồng.", ["Lai Châu"] * 2),
    ("Bão làm 7 người chết (Hà Giang 3 người, Yên Bái 4 người).", [None, "Hà Giang", "Yên Bái"]),
    ("Lũ cuốn 58 người (Lào Cai 9, Yên Bái 49).", [None, "Lào Cai", "Yên Bái"]),
    ("Tỉnh Huế họp. Bà Trần Thị Mẫu, Chủ tịch Hội Nông dân tỉnh, được 45 phiếu.", [None]),
    (
        "Bão làm 58 nhà sập (Huế 40, Đà Nẵng 18), trong đó riêng huyện Phú Lộc 9 căn; 3 cầu gãy.",
        [None, "Huế", "Đà Nẵng", "Phú Lộc", None],
    ),
    ("Lũ cuốn ở Huế 9 hộ, Đà Nẵng 4 hộ, các địa phương khác 3 hộ.", ["Huế", "Đà Nẵng", None]),
    ("Sau khi sáp nhập với Ninh Thuận, tỉnh Khánh Hòa rộng 8.555 km2.", ["Khánh Hòa"]),
    ("Tỉnh Huế chi theo mức do tỉnh quy định. Ai nghỉ được 30% mức do tỉnh quy định.", [None]),
    ("Tỉnh Huế có xã Lộc Bình (xã xa nhất của tỉnh), 9/9 thôn có điện.", ["Lộc Bình"]),
    ("Tỉnh Huế họp. Xã xin tỉnh cấp 40 tấn gạo, đề nghị UBND tỉnh mua 5 máy.", [None, None]),
    (
        "Xã Lộc Bình hình thành trên cơ sở nhập các xã Vinh Hiền, Lộc Trì; diện tích tự nhiên 62 km2. Xã có 9 trụ sở.",
        ["Lộc Bình", "Lộc Bình"],
    ),
    ("Đông nhất là Nga 48 lượt, các thị trường khác 22 lượt.", ["Nga", None]),
    ("Tỉnh Cà Mau họp. UBND tỉnh mua 5 máy; toàn tỉnh có 9 chợ.", [None, "Cà Mau"]),
    ("Huế họp, Đà Nẵng họp.\nĐà Nẵng: Khách tăng\nThành phố đón 5 đoàn.", ["Đà Nẵng"]),
    ("Dự án nối Hải Phòng với Thái Bình có tổng vốn 3 tỷ đồng.", [None]),
    ("Đường dài 98 km, nối tỉnh Quảng Trị với tỉnh Thừa Thiên Huế.", [None]),
    ("Tại Huế, công an bắt người đàn ông Trung Quốc với 120 viên thuốc.", ["Huế"]),
    ("Có 65 triệu người Indonesia trẻ, chiếm 30% dân số.", ["Indonesia", "Indonesia"]),
    ("Tại huyện Xuyên Mộc, Công ty Mẫu - Chi nhánh TP.HCM đã bán 87 lô đất.", ["Xuyên Mộc"]),
    ("Trên bầu trời Huế có 2 máy bay.", ["Huế"]),
    ("Huyện Chư Sê cách trung tâm tỉnh Gia Lai 40 km.", ["Chư Sê"]),
    ("Khu đất cách trung tâm tỉnh Gia Lai 40 km.", ["Gia Lai"]),
    ("Phường Xuân Yên và xã Xuân Phương, thị xã Sông Cầu thiệt hại 640 tỷ đồng.", [None]),
    ("Quân giữ Huế.Cùng ngày, 400 lính tới.", [None]),
    ("Đại biểu Lào và Việt Nam mừng tình hữu nghị của hai dân tộc.", [None]),
    ("Lực lượng giữ 3 sân bay phía Bắc gồm Nà Sản, Lai Châu, Lào Cai.", [None]),
    (
        "Hà Nội nợ 20 tỷ đồng.\nTheo Sở Tài chính Huế, mọi việc tốt. Trong đó, vay 12 tỷ đồng và cấp phát 8 tỷ đồng.",
        ["Hà Nội", "Hà Nội", "Hà Nội"],
    ),
    ("Tỉnh Thái Bình họp.\nLĐLĐ tỉnh chi 41 tỷ đồng.", [None]),
    ("Tỉnh Thái Bình họp.\nToàn tỉnh chi 41 tỷ đồng.", ["Thái Bình"]),
    ("Xã Tân Hòa họp. Trong năm, 137 cán bộ tỉnh về xã nhận 5 tỷ đồng.", [None, None]),
    ("Huyện Quảng Hòa hình thành từ huyện Phục Hòa cũ. Ngày đầu, huyện có 7 phòng.", ["Quảng Hòa"]),
    ("Trong 409 nhà sập, huyện Kiến Xương có 137 nhà.", [None, "Kiến Xương"]),
    ("Thái Bình đạt 56%, nhỉnh hơn bình quân cả nước (54,4%).", ["Thái Bình", None]),
]


@pytest.mark.parametrize(("text", "places"), WHERE)
def test_places_of_amounts(text, places):
    report = extract(text, date="2017-07-14")
    names = {place.id: place.name for place in report.places}
    assert [names.get(claim.place) for claim in report.claims] == places


def test_values_in_turn_belong_to_the_places_in_turn():
    report = extract("Số xã mới của Hà Nội, Hải Phòng và Huế lần lượt là 126, 114 và 40 xã.", date="2025-09-05")
    names = {place.id: place.name for place in report.places}
    assert [(claim.value, claim.unit, names[claim.place]) for claim in report.claims] == [
        (126, "xã", "Hà Nội"), (114, "xã", "Hải Phòng"), (40, "xã", "Huế")
    ]  # fmt: skip
