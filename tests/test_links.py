"""Links between the claims of a text: parts and wholes, shares, what an amount was before."""

import pytest

from vnreports.report import extract

# the linked claims by text: (field, the claim, what it links to)
LINKS = [
    (
        "Tổng giá trị là 24,5 tỉ đồng. Trong đó riêng đoạn dài 2km chiếm 14,65 tỉ đồng.",
        {("part_of", "14,65 tỉ đồng", "24,5 tỉ đồng")},
    ),
    ("Số thủ tục tăng từ 112 lên 559.", {("was", "559", "112")}),
    ("Xong 83,1% số thư, trong đó gần 62% là thư nặc danh.", {("part_of", "62%", "83,1%")}),
    ("Có 71% số dân ủng hộ, trong đó ở xã A tỷ lệ này là 67%.", set()),
    ("Ghép 21 điều thành 9 điều.", {("was", "9", "21")}),
    ("Năm 2013 là 61% và năm 2015 là 66% ưng ý.", {("was", "66%", "61%")}),
    ("Mức đóng bằng 4,5% tiền lương, trong đó chủ đóng hai phần ba.", {("part_of", "hai phần ba", "4,5%")}),
    ("Phí nâng từ 900 đồng lên tối đa 3.000 đồng.", {("was", "3.000 đồng", "900 đồng")}),
    ("Tỉnh lập 58 xã mới (trước đây 155 xã).", {("was", "58", "155")}),
    ("Giá trần 9.500 đồng/kg (hiện đang áp dụng là 7.000 đồng/kg).", {("was", "9.500 đồng/kg", "7.000 đồng/kg")}),
    ("Tỉnh có 155 xã, nay còn 58 xã.", {("was", "58", "155")}),
    ("Trước có 15.000 dự án thì nay chỉ còn 4.000 – 5.000 dự án.", {("was", "4.000 – 5.000", "15.000")}),
    ("Có 60/63 tỉnh đã họp, 3 tỉnh còn lại chưa họp.", set()),
    ("Tuyến có 9 cây cầu, trong đó có 3 cầu lớn.", {("part_of", "3", "9")}),
    ("Xã có 7 nhóm nhiệm vụ, trong đó có 3 nhiệm vụ mới.", set()),
    ("Còn 40 đơn vị mới (21 phường, 19 xã).", {("part_of", "21", "40"), ("part_of", "19", "40")}),
    ("Nhận 66.000 hồ sơ, trong đó 14% trực tuyến.", {("part_of", "14%", "66.000")}),
    ("Xong 4.678 nhiệm vụ (77%).", {("share_of", "77%", "4.678")}),
    ("Giải ngân 842 tỷ đồng, đạt 21,14% kế hoạch.", {("share_of", "21,14%", "842 tỷ đồng")}),
    ("Trong số 44 tàu vỏ thép đã đóng thì có 15 tàu bị hỏng.", {("part_of", "15", "44")}),
    ("Cấp phép cho 2 dự án, nâng tổng số dự án của khu lên 80 dự án.", {("part_of", "2", "80")}),
    ("Xã thiếu 19 cán bộ trong tổng số 15 vị trí.", {("part_of", "19", "15")}),
    ("Đạt 940 tấn, tăng 4,4% so với 900 tấn của năm trước.", {("was", "940 tấn", "900 tấn")}),
    (
        "Có 9.622 biên chế, trong đó 3.280 công chức huyện, 6.342 công chức xã.",
        {("part_of", "3.280", "9.622"), ("part_of", "6.342", "9.622")},
    ),
    (
        "Kế hoạch là 36.000 tỷ đồng. Toàn tỉnh đã giải ngân 21.240 tỷ đồng, đạt 59% kế hoạch.",
        {("share_of", "59%", "21.240 tỷ đồng"), ("part_of", "21.240 tỷ đồng", "36.000 tỷ đồng")},
    ),
    ("Cục có 14 đơn vị. Vụ Vốn có 4 phòng, Vụ Nợ có 6 phòng, Vụ Thuế có 4 phòng, Vụ Giá có 3 phòng.", set()),
    (
        "Ông tặng 400 triệu đồng, gồm: Hội A (160 triệu đồng), Báo B (70 triệu đồng), Đài C (90 triệu đồng), "
        "Quỹ D (80 triệu đồng).",
        {("part_of", f"{part} triệu đồng", "400 triệu đồng") for part in (160, 70, 90, 80)},
    ),
    ("Sáng, chỉ số lên 700,5 điểm, tăng 0,5 điểm. Trưa, chỉ số còn 698 điểm, giảm 2 điểm.", set()),
    ("Thuyền chở 31 người, gồm 28 hành khách và 3 thuyền viên.", {("part_of", "28", "31"), ("part_of", "3", "31")}),
    ("Xe va vào hàng chục khách. Có 3 người trên xe, 2 du khách chết; đã bắt 5 nghi phạm.", set()),
    ("Vụ nổ làm 5 binh sĩ chết. Hôm 13/4, cũng đã có 4 binh sĩ chết và 1 binh sĩ bị thương.", set()),
    (
        "Tỉnh có 15 đơn vị, gồm 8 xã, 6 phường và 1 đặc khu; trong đó có 7 xã, 5 phường, 1 đặc khu mới và 2 xã như cũ.",
        {("part_of", part, "15") for part in ("8", "6", "1", "7", "5", "2")},
    ),
    (
        "Có 26/40 vị tán thành. Trong 8 đoàn, 5 đoàn có ý kiến: 11 người khen, 2 người chê.",
        {("part_of", "5", "8")},
    ),
    (
        "Nghỉ sớm được 5 tháng tiền lương. Có bằng khen được 3 tháng tiền lương. "
        "Với số năm còn lại, mỗi năm được 2 tháng tiền lương.",
        set(),
    ),
    ("Khối có 104 căn hộ (gồm 26 căn x 4 tầng).", set()),
    (
        "Quỹ dư 49.900 tỷ đồng, nhưng sẽ bội chi lớn (năm 2027 là 11.300 tỷ đồng, năm 2030 là 28.000 tỷ đồng).",
        {("was", "28.000 tỷ đồng", "11.300 tỷ đồng")},
    ),
    ("Xóa được 12 trong 40 điểm ngập.", {("part_of", "12", "40")}),
    ("Trong 56 tin báo, cục phân loại ra 23 tin báo về quà.", {("part_of", "23", "56")}),
    ("Trong 56 tin báo đã xét, cục nhắc lại 23 tin báo này.", set()),
    ("Trong 56 dự án, tỉnh rút danh mục xuống 23 dự án.", set()),
    (
        "Cục lọc ra 23 tin báo. 19 tin báo được chuyển đi. Còn 4 tin báo, cục sẽ xem lại.",
        {("part_of", "19", "23"), ("part_of", "4", "23")},
    ),
    ("Sở phát hiện 3,7 triệu thẻ sim, khóa 2,9 triệu thẻ sim.", {("part_of", "2,9 triệu", "3,7 triệu")}),
    (
        "Tuyến dài 29,7 km. Trong đó, đoạn qua xã A dài khoảng 20,8 km, đoạn qua xã B dài 9 km.",
        {("part_of", "20,8 km", "29,7 km"), ("part_of", "9 km", "29,7 km")},
    ),
    (
        "Mỗi ngày có 8.300 tấn rác. Trong đó, bãi A nhận 5.500 tấn mỗi ngày.",
        {("part_of", "5.500 tấn mỗi ngày", "8.300 tấn")},
    ),
    ("Quỹ thu 95,2 tỷ đồng (bao gồm cả tiền lãi là 3,1 tỷ đồng).", {("part_of", "3,1 tỷ đồng", "95,2 tỷ đồng")}),
    ("Mỗi năm có 8.000 trẻ bị bệnh và 50% trong đó bị nặng.", {("part_of", "50%", "8.000")}),
    ("Kim ngạch đạt 3 tỷ USD/năm và phấn đấu nâng lên 5 tỷ USD.", {("was", "5 tỷ USD", "3 tỷ USD/năm")}),
    ("Tỷ lệ đã đạt 79% và sẽ phấn đấu đến năm 2030 đạt trên 90%.", {("was", "90%", "79%")}),
    (
        "Năm 2015 có 102 lượt với chi phí 4 tỷ đồng; năm 2016 có 141 lượt với chi phí 7 tỷ đồng.",
        {("was", "141", "102"), ("was", "7 tỷ đồng", "4 tỷ đồng")},
    ),
    ("Có 63 dự án, trong đó 24 công trình mới.", {("part_of", "24", "63")}),
    (
        "Doanh thu đạt 29 tỷ đồng, giảm mạnh so với mức doanh thu 72 tỷ đồng của năm 2015.",
        {("was", "29 tỷ đồng", "72 tỷ đồng")},
    ),
    ("Có 120 vụ, tăng so với 90 vụ năm 2024.", {("was", "120", "90")}),
    (
        "Tỉnh bớt 874 đầu mối, gồm 39 đảng bộ và 835 chi bộ.",
        {("part_of", "39", "874"), ("part_of", "835", "874")},
    ),
    (
        "Tạm giữ 21.306 phương tiện, gồm:\n- 20.114 xe mô tô;\n- 1.192 ô tô.",
        {("part_of", "20.114", "21.306"), ("part_of", "1.192", "21.306")},
    ),
    ("Khoảng 3/4 số chuyển nguồn, tức gần 99 tỷ đồng.", {("share_of", "3/4", "99 tỷ đồng")}),
    ("Đạt 80% (kỳ trước: 77%).", {("was", "80%", "77%")}),
    ("Năm 2022 là 14 tỷ đồng, sang năm 2023 lên 25 tỷ đồng.", {("was", "25 tỷ đồng", "14 tỷ đồng")}),
    ("Mua 92.000 đồng/kg, nay rớt xuống 48.000 đồng/kg.", {("was", "48.000 đồng/kg", "92.000 đồng/kg")}),
    ("Lo được 312 chỗ, non ba phần mười nhu cầu.", {("share_of", "ba phần mười", "312")}),
    ("Có 184 thôn như vậy, chưa đến 7% tổng số thôn.", {("share_of", "7%", "184")}),
    ("Mới vay được 9 tỷ đồng, nghĩa là chưa đến 7%.", {("share_of", "7%", "9 tỷ đồng")}),
    ("Xong 71 vụ (73,96%), với 9 vụ khiếu nại đúng.", {("share_of", "73,96%", "71")}),
    ("43 cơ quan nhập lại thành 15; 29 chi bộ gom thành 22.", {("was", "15", "43"), ("was", "22", "29")}),
    ("Phú Thọ: 15 sở thay cho 43.", {("was", "15", "43")}),
    ("Còn 9 chủ đầu tư chậm; ba trong số đó chưa tiêu đồng nào.", {("part_of", "ba", "9")}),
    (
        "Chốt 229 cơ sở, gồm:\n- Giữ làm trụ sở: 164 cơ sở;\n- Làm trường học: 41;\n- Giao Trung tâm: 24.",
        {("part_of", "164", "229"), ("part_of", "41", "229"), ("part_of", "24", "229")},
    ),
    (
        "Thu 31 tỷ đồng, gần 39% kế hoạch và bằng 64% cùng kỳ.",
        {("share_of", "39%", "31 tỷ đồng"), ("share_of", "64%", "31 tỷ đồng")},
    ),
    (
        "Chi 76,4 tỷ đồng, bằng 45,7% kế hoạch Bộ giao (203 tỷ đồng) và 41% kế hoạch tỉnh giao.",
        {("share_of", "45,7%", "76,4 tỷ đồng"), ("share_of", "41%", "76,4 tỷ đồng")},
    ),
    ("Giá trị sản xuất đạt 5 tỷ đồng đạt 102,6% kế hoạch.", {("share_of", "102,6%", "5 tỷ đồng")}),
    ("Chi 986.300 tỷ đồng, tăng 8.300 tỷ đồng tương đương 0,8%.", {("share_of", "0,8%", "8.300 tỷ đồng")}),
    ("Đạt 50 tiêu chí, nâng tổng số tiêu chí là 404 tiêu chí.", {("part_of", "50", "404")}),
    ("Làm ra 2 triệu tấn/năm gồm 1 triệu tấn thép dài.", {("part_of", "1 triệu tấn", "2 triệu tấn/năm")}),
    ("Tổng vốn đầu tư là 3 tỷ đồng. Vốn góp của Nhà nước là 1 tỷ đồng.", {("part_of", "1 tỷ đồng", "3 tỷ đồng")}),
    (
        "Chuyển 15 người. Trong đó, trường A nhận 9 người. Trường B nhận 4 người. Trường C nhận 2 người.",
        {("part_of", "9", "15"), ("part_of", "4", "15"), ("part_of", "2", "15")},
    ),
    ("Năm 2015 là 7, năm 2010 là 9 vụ.", set()),
    ("Chỉ tiêu là 5% nhưng chỉ có 4,74%.", {("was", "4,74%", "5%")}),
    ("Đề nghị nâng bội chi 4,8% hiện nay lên 5,3%.", {("was", "5,3%", "4,8%")}),
    ("Lương tăng từ 1.210.000 đồng lên 1.300.000 đồng/tháng.", {("was", "1.300.000 đồng/tháng", "1.210.000 đồng")}),
    ("Giá trước đây là 40.000 đồng/m3, nay lên tới 120.000 đồng/m3.", {("was", "120.000 đồng/m3", "40.000 đồng/m3")}),
    ("Chỉ số tăng 5,7%, thấp hơn cùng kỳ năm 2016 (7,4%).", {("was", "5,7%", "7,4%")}),
    ("Nhóm này chỉ được 35 khu vực, thay vì 120 khu vực.", {("was", "35", "120")}),
    ("Tàu đi 10 chuyến thì có tới 5 chuyến hỏng máy.", {("part_of", "5", "10")}),
    ("Bến có 7 chiếc thì 4 chiếc hư.", {("part_of", "4", "7")}),
    ("Có 50 hộ mất điện. Hôm sau, con số này tăng lên 70 hộ.", {("was", "70", "50")}),
    ("Có 50 hộ mất điện. Hôm sau, xã có 70 hộ.", set()),
    (
        "Kiểm tra 54.750 lượt hộ, phát hiện 9.056 hộ vi phạm (chiếm 16,54%).",
        {("part_of", "9.056", "54.750"), ("share_of", "16,54%", "9.056")},
    ),
    (
        "Ký 68 dự án với tổng vốn 180 tỷ đồng, trong đó có 21 dự án mới, tổng vốn 17 tỷ đồng.",
        {("part_of", "21", "68"), ("part_of", "17 tỷ đồng", "180 tỷ đồng")},
    ),
    (
        "Cấp 1.046 giấy chứng nhận trong tổng số 1.530 lô (68,4%). Số còn lại 484 lô đang chờ.",
        {("part_of", "1.046", "1.530"), ("part_of", "484", "1.530"), ("share_of", "68,4%", "1.046")},
    ),
    (
        "Phường đã dùng 11 trong tổng số 14 công sở; 3 điểm còn lại chờ đấu giá.",
        {("part_of", "11", "14"), ("part_of", "3", "14")},
    ),
    (
        "Khu cũ có 6 dãy nhà. Huyện giữ 2 dãy làm bộ phận một cửa, 4 dãy kia giao cho trường.",
        {("part_of", "2", "6"), ("part_of", "4", "6")},
    ),
    (
        "Năm 2023 tỉnh chi 1.210 tỷ đồng, năm ngoái 1.090 tỷ đồng, năm nay chỉ 960 tỷ đồng.",
        {("was", "1.090 tỷ đồng", "1.210 tỷ đồng"), ("was", "960 tỷ đồng", "1.090 tỷ đồng")},
    ),
    (
        "Tỉnh dựng mới 2.118 nhà, sửa 547 nhà, cộng lại 2.665 nhà. Hộ nghèo có 1.903 nhà, người có công 288 nhà,"
        " phần còn lại 474 nhà của hộ khác.",
        {(("part_of", part, "2.665")) for part in ("2.118", "547", "1.903", "288", "474")},
    ),
    (
        "Tỉnh tiêu hủy 312.400 con lợn. Huyện Mẫu đứng đầu với 71.900 con, kế đó là huyện Thử (58.300 con).",
        {("part_of", "71.900", "312.400"), ("part_of", "58.300", "312.400")},
    ),
    (
        "Xã tiếp nhận 3.046 hồ sơ. Trong số này, 962 hồ sơ nộp trực tuyến. Đã trả kết quả 2.815 hồ sơ.",
        {("part_of", "962", "3.046"), ("part_of", "2.815", "3.046")},
    ),
    ("Kỳ họp thông qua 31 nghị quyết (26 nghị quyết quy phạm).", {("part_of", "26", "31")}),
    ("Kỳ họp thông qua 31 nghị quyết (26 nghị quyết năm 2024).", set()),
    ("Xã tiêu hủy 71 con, kế đó là xã Thử (58 con).", set()),
    (
        "Tỉnh nhận 1.037 đơn xin nghỉ. Khối Đảng góp 702 đơn, nhiều hơn cả.",
        {("part_of", "702", "1.037")},
    ),
    ("Chủ đất có 225 m2. Ông ta bị lấn chiếm 10 m2.", set()),
    ("Mục tiêu năm nay là 24 triệu lượt khách. Khách quốc tế đạt 612.000 lượt.", set()),
    ("Toàn tỉnh đón 5,9 triệu lượt khách; khách quốc tế 612.000 lượt.", {("part_of", "612.000", "5,9 triệu")}),
    ("Toàn tỉnh thiếu 2.164 giáo viên. Nặng nhất là bậc mầm non: 903 người.", {("part_of", "903", "2.164")}),
    ("Tỉnh có 287 đảng viên vi phạm. Đông nhất vẫn là nhóm Mẫu, 96 đảng viên.", {("part_of", "96", "287")}),
    ("Hồ sơ quá hạn từ 7,4% tụt về 2,1%.", {("was", "2,1%", "7,4%")}),
    (
        "Khối ngoại mua 2.912 đơn vị. Mã Mẫu được mua nhiều nhất với 429 đơn vị (chiếm 28,1% tổng số).",
        {("share_of", "28,1%", "429")},
    ),
    (
        "Ngân sách dành 74 tỷ đồng; riêng 31,5 tỷ mua máy, tính ra 254 triệu đồng mỗi nơi.",
        {("part_of", "31,5 tỷ", "74 tỷ đồng")},
    ),
    ("Số bác sĩ đã tụt từ 68 xuống 51, mất 17 người.", {("was", "51", "68")}),
    (
        "Xuất khẩu thu về 352 triệu USD, bằng 14,1% kế hoạch năm (2,5 tỉ USD), trong khi cùng kỳ là 583 triệu USD.",
        {("share_of", "14,1%", "352 triệu USD"), ("was", "352 triệu USD", "583 triệu USD")},
    ),
    (
        "Có 2.204 cán bộ nghỉ việc, tăng 314 người so với cuối tháng 6 (1.890 người).",
        {("was", "2.204", "1.890")},
    ),
    ("GRDP tăng 6,12%, trong khi cùng kỳ năm trước tăng 5,48%.", {("was", "6,12%", "5,48%")}),
    (
        "Trong số 702 người xin nghỉ, huyện Mẫu có 41 người, huyện Thử 37 người, còn huyện Nhưng 9 người.",
        {("part_of", "41", "702"), ("part_of", "37", "702"), ("part_of", "9", "702")},
    ),
    ("Toàn xã có 1.480 hộ mà tới 900 hộ bị ngập.", {("part_of", "900", "1.480")}),
    ("Tòa xử 431 bị cáo, quá một phần ba phạm tội ở biên giới.", {("part_of", "một phần ba", "431")}),
    (
        "Phường phải gom 6.500 tấn rác, đến giờ mới chở được hai phần ba.",
        {("part_of", "hai phần ba", "6.500 tấn")},
    ),
    (
        "Tỉnh thu hồi 768,4 ha: đất trồng lúa 331 ha, rừng sản xuất chiếm 214,6 ha, phần còn lại là đất ở.",
        {("part_of", "331 ha", "768,4 ha"), ("part_of", "214,6 ha", "768,4 ha")},
    ),
    ("Có hai điểm mới: xã Mẫu chi 3 tỷ đồng, xã Thử chi 5 tỷ đồng.", set()),
    (
        "Có 912 người xin nghỉ; đã trả 847 người. 65 người còn lại chờ.",
        {("part_of", "65", "912"), ("part_of", "847", "912")},
    ),
    (
        "Mức 2,4 triệu đồng/người, gồm tiền nhà 1,5 triệu đồng và đi lại 900.000 đồng.",
        {
            ("part_of", "1,5 triệu đồng", "2,4 triệu đồng/người"),
            ("part_of", "900.000 đồng", "2,4 triệu đồng/người"),
        },
    ),
    ("Nâng lên 65 đồng/phiên; tiền ăn 50 đồng, tiền nước 15 đồng.", set()),
    ("Có 702 hộ, còn 13 hộ.", set()),
    ("Mới đạt 71%, thấp hơn mức 85% mà tỉnh giao.", set()),
    (
        "Thiệt hại hơn 13.000 tỷ đồng: Huế 5.330 tỷ, Cà Mau 5.000 tỷ, Gia Lai 2.748 tỷ đồng.",
        {
            ("part_of", "5.330 tỷ", "13.000 tỷ đồng"),
            ("part_of", "5.000 tỷ", "13.000 tỷ đồng"),
            ("part_of", "2.748 tỷ đồng", "13.000 tỷ đồng"),
        },
    ),
    ("Bán 34 tỷ USD (+15,9%).", set()),
    ("Xã xin tỉnh 40 tấn gạo, tới giờ mới được 12 tấn.", {("part_of", "12 tấn", "40 tấn")}),
    ("Kéo 11 tàu lên bờ, lắp 7 máy; 4 tàu còn lại phải chờ.", {("part_of", "4", "11")}),
    (
        "Vốn mới 193.784 tỷ đồng. Vốn thêm 259.785 tỷ đồng. Tính chung là 453.569 tỷ đồng.",
        {("part_of", "193.784 tỷ đồng", "453.569 tỷ đồng"), ("part_of", "259.785 tỷ đồng", "453.569 tỷ đồng")},
    ),
    (
        "Tổng vốn 26 triệu USD, gồm: nhà máy A (3 triệu USD); nhà máy B (15 triệu USD); nhà máy C (8 triệu USD).",
        {("part_of", f"{number} triệu USD", "26 triệu USD") for number in (3, 15, 8)},
    ),
    (
        "Khu nhà có 440 căn hộ, trong đó gồm:\n- 365 căn hộ xã hội\n- 70 căn hộ thương mại.\nTòa B có 9 căn hộ.",
        {("part_of", "365", "440"), ("part_of", "70", "440")},
    ),
    (
        "Vốn là 30 tỷ đồng (bằng chữ: ba mươi tỷ đồng), trong đó vốn vay là 20 tỷ đồng.",
        {("part_of", "20 tỷ đồng", "30 tỷ đồng")},
    ),
    (
        "Chọn 30 đội. Trong đó, 11 đội bóng; 8 đội múa; 4 đội hát; 5 đội võ và 2 đội cờ.",
        {("part_of", number, "30") for number in ("11", "8", "4", "5", "2")},
    ),
    (
        "Có 9 đơn vị, gồm 6 xã và 3 phường; trong đó có 5 xã, 2 phường mới và 2 xã giữ nguyên.",
        {("part_of", number, "9") for number in "6352"},
    ),
    ("Bình có bước giá 50 tỷ đồng; lọ giá 74 tỷ đồng, bước giá 30 tỷ đồng; hộp có bước giá 20 tỷ đồng.", set()),
    ("Bồi thường cho 4 tỉnh. Cụ thể, dân 4 tỉnh được tạm cấp.", set()),
    ("Thi 5 bài, trong đó 3 bài riêng lẻ. 2 bài tổ hợp do sở ra đề.", {("part_of", "3", "5"), ("part_of", "2", "5")}),
    ("Có 66% trong số 11.000 doanh nghiệp than phiền.", {("part_of", "66%", "11.000")}),
    ("Xảy ra 71 vụ cháy và 29 vụ trong số đó chưa được dập.", {("part_of", "29", "71")}),
    ("Cấp 2.053 m2 (trong số diện tích 4.107 m2 nói trên).", {("part_of", "2.053 m2", "4.107 m2")}),
    (
        "Quyết toán 6 tỷ đồng cho 24 công trình, thì chỉ có gần 2 tỷ đồng là thật.",
        {("part_of", "2 tỷ đồng", "6 tỷ đồng")},
    ),
    ("Nếu vượt 50 tỷ đồng thì phải nộp hơn 5 tỷ đồng.", set()),
    ("Nếu trước đây mỗi tuần có 7 chuyến bay thì năm 2025 đã có 70 chuyến/tuần.", {("was", "70 chuyến/tuần", "7")}),
    ("Giảm thuế suất 15% ở bậc 2 xuống 10% và 25% ở bậc 3 xuống 20%.", {("was", "10%", "15%"), ("was", "20%", "25%")}),
    ("Có 104 căn hộ (26 căn x 4 tầng).", set()),
    (
        "Có 2 nhà máy công suất 150 tấn/năm (1 nhà máy 50 tấn/năm; 1 nhà máy 100 tấn/năm).",
        {("part_of", "1", "2"), ("part_of", "50 tấn/năm", "150 tấn/năm"), ("part_of", "100 tấn/năm", "150 tấn/năm")},
    ),
    (
        "Cấp hơn 22.000 tỷ đồng. Trong đó, một năm cấp 12.000 tỷ đồng, năm sau 10.090 tỷ đồng.",
        {("part_of", "12.000 tỷ đồng", "22.000 tỷ đồng"), ("part_of", "10.090 tỷ đồng", "22.000 tỷ đồng")},
    ),
    (
        "Tỉnh có 23 tàu. Trong số đó, nhiều tàu hỏng. Riêng huyện Mẫu có 7 tàu.",
        {("part_of", "7", "23")},
    ),
    (
        "Có 18 quỹ, trong đó có 5 quỹ trái phiếu, 4 quỹ cân bằng và 10 quỹ cổ phần.",
        {("part_of", number, "18") for number in ("5", "4", "10")},
    ),
    ("Công ty chi 6 tỷ đồng cho 24 cầu, 90% tổng số tiền trên là khống.", {("part_of", "90%", "6 tỷ đồng")}),
    ("Huyện phát hiện 90 vụ phá rừng, khởi tố 4 vụ.", {("part_of", "4", "90")}),
    (
        "+ Sàn xây dựng: 700 m2.\n* Tầng hầm: 100 m2.\n* Khối đế: 250 m2.\n* Khối tháp: 350 m2.\n+ Cao: 80 m.",
        {("part_of", part, "700 m2") for part in ("100 m2", "250 m2", "350 m2")},
    ),
    (
        "Vốn ban đầu là 3.300 tỷ đồng. Năm 2011, ngân hàng nâng vốn lên hơn 6.000 tỷ đồng.",
        {("was", "6.000 tỷ đồng", "3.300 tỷ đồng")},
    ),
    ("Kho nhập 6,5 tấn gạo, nâng lượng dự trữ lên 70,5 tấn.", set()),
    ("Có 78% (77.609) ý kiến đồng ý.", {("share_of", "78%", "77.609")}),
    ("Chỉ số tăng 0,13% (19,68 điểm).", set()),
    ("Nợ vay giảm bớt 90 tỷ đồng xuống còn 700 tỷ đồng; quỹ tăng thêm gần 40 tỷ đồng lên mức 280 tỷ đồng.", set()),
    ("Số vụ giảm 8 vụ, còn 1 vụ.", set()),
    ("Lãi đạt 6 tỷ đồng. Tài sản giảm 2 tỷ đồng so với quý trước xuống mức 50 tỷ đồng.", set()),
    ("Thu đạt 40 tỷ đồng, tăng 1% so với năm 2015. Lãi tăng 7% so với năm trước, đạt 3 tỷ đồng.", set()),
    ("Lập sai từ 03 tờ khai đến dưới 20 tờ khai thì bị nhắc.", set()),
    ("Sửa số liệu từ lỗ 18 tỷ đồng thành lãi hơn 2 tỷ đồng.", {("was", "2 tỷ đồng", "18 tỷ đồng")}),
    ("Lãi suất là 5,2% thấp hơn mức 5,7% của năm ngoái.", {("was", "5,2%", "5,7%")}),
    ("Nợ xấu chiếm 6,9%, tăng so với mức 5,4% hồi quý I.", {("was", "6,9%", "5,4%")}),
    ("Giá nay đạt 90 đồng. Giá ấy thấp hơn mức phiên trước khoảng 2 đồng.", set()),
    (
        "Quỹ tăng từ 3,1 triệu cổ phiếu (0,37%) lên 3,9 triệu cổ phiếu.",
        {("share_of", "0,37%", "3,1 triệu"), ("was", "3,9 triệu", "3,1 triệu")},
    ),
    ("Mã này tăng 300 đồng (+5,5%) lên 5.755 đồng.", {("share_of", "5,5%", "300 đồng")}),
    (
        "Trong số 100 người thì có 20% ở phố còn 5% là người già.",
        {("part_of", "20%", "100"), ("part_of", "5%", "100")},
    ),
    (
        "Trong số 14 vé trúng có 85% bán ở phố, 15% còn lại bán ở quê. Giá tăng 5%.",
        {("part_of", "85%", "14"), ("part_of", "15%", "14")},
    ),
    ("Có 10 quốc gia, trong đó có 7 nước dự thi.", {("part_of", "7", "10")}),
    ("Trong số 14 hộ có 85% vay vốn, tăng 5%, 15% còn lại thôi.", {("part_of", "85%", "14")}),
    ("Chi cục chọn 50 quầy để kiểm tra, có tới gần 30 quầy sai giá.", {("part_of", "30", "50")}),
    ("Nhận 3.500 phản ánh, 1.700 tài khoản và 1.800 cuộc gọi.", set()),
    ("Doanh thu tăng 8%, chi phí tăng 5%.", set()),
    (
        "Tỉnh giảm 1.317/23.551 biên chế, trong đó khối Đảng giảm 125/1.050 biên chế, xã giảm 40 biên chế.",
        {("part_of", "125/1.050", "1.317/23.551"), ("part_of", "40", "1.317/23.551")},
    ),
    ("Thu giảm 25 tỷ đồng, trong đó thu từ dầu vượt 16 tỷ đồng.", set()),
    ("Lương tăng 16%, trong đó lương công nhân tăng 15%.", set()),
    ("Toàn ngành giảm 40 tỷ đồng so với kế hoạch. Trong đó, tỉnh giảm 15 tỷ đồng.", set()),
    (
        "Kết quả là 61 tỷ đồng (trong đó tăng thu 6 tỷ đồng, giảm chi 12 tỷ đồng).",
        {("part_of", "6 tỷ đồng", "61 tỷ đồng"), ("part_of", "12 tỷ đồng", "61 tỷ đồng")},
    ),
    ("Bộ giảm 17.736 biên chế, tương ứng giảm 14,84% so với năm 2021.", {("share_of", "14,84%", "17.736")}),
    (
        "Thu đạt 10 tỷ đồng, bằng 76% dự toán Trung ương giao, bằng 71% dự toán HĐND tỉnh giao.",
        {("share_of", "76%", "10 tỷ đồng"), ("share_of", "71%", "10 tỷ đồng")},
    ),
    ("Sản lượng 9 tấn, đạt 51% kế hoạch và bằng 190% so với vụ trước.", {("share_of", "51%", "9 tấn")}),
    ("Xuất khẩu đạt 11 tỷ USD, giảm 18% so với cùng kỳ, bằng 38% KH năm.", {("share_of", "38%", "11 tỷ USD")}),
    ("Xuất khẩu đạt 11 tỷ USD, giảm 18%, bằng 38% của Lào.", set()),
    ("Khối này chiếm 98% tổng giá trị, tương đương với 2 tỷ USD.", {("share_of", "98%", "2 tỷ USD")}),
    ("Khối này chiếm 98% giá trị xuất khẩu tương đương với 2 tỷ USD.", {("share_of", "98%", "2 tỷ USD")}),
    ("Kế hoạch vốn là 3.580 tỷ đồng, đến nay đã giải ngân đạt 62%.", {("part_of", "62%", "3.580 tỷ đồng")}),
    ("Công ty vay 3.580 tỷ đồng, đã giải ngân đạt 62%.", set()),
    ("Từ chỗ mỗi thôn chỉ có 2 giếng, đến nay mỗi thôn đào trên 15 giếng.", {("was", "15", "2")}),
    ("Từ chỗ mỗi thôn có 2 chợ, đến nay mỗi thôn đào 15 giếng.", set()),
    (
        "Số đầu mối giảm từ 120 xuống 85, giảm 35 đầu mối (29,2%).",
        {("was", "85", "120"), ("share_of", "29,2%", "35")},
    ),
    (
        "Huyện cử 12 cán bộ về ba xã, trong đó có 7 đồng chí nam và 4 đồng chí nữ.",
        {("part_of", "7", "12"), ("part_of", "4", "12")},
    ),
    ("Bộ giao 28 đơn vị cho 3 xã, trong đó có 5 tỉnh.", set()),
    ("Tỉnh đã sắp xếp 106 xã thành 38 xã.", {("was", "38", "106")}),
    ("Chi 811 tỷ đồng, tăng 120 tỷ đồng so với năm 2023 và 260 tỷ đồng so với năm 2022.", set()),
    ("Giải ngân 61%. Thu 20 tỷ đồng, tăng 42% so với năm 2020 và bằng 115% năm 2021.", set()),
    (
        "Có 98 nhà hỏng (Điện Biên 81, Lào Cai 3 và Trà Vinh 14).",
        {("part_of", "81", "98"), ("part_of", "3", "98"), ("part_of", "14", "98")},
    ),
    (
        "Lào Cai có 176 hộ nghèo và cận nghèo (98 hộ nghèo, 78 hộ cận nghèo), gồm: Sa Pa 60, Văn Bàn 50.",
        {("part_of", "98", "176"), ("part_of", "78", "176"), ("part_of", "60", "176"), ("part_of", "50", "176")},
    ),
    ("Giao 36 biên chế nhưng mới có 27 người.", {("part_of", "27", "36")}),
    ("Xã được giao 12 biên chế, hiện có 9 người.", {("part_of", "9", "12")}),
    ("Xã có 36 thợ nhưng mới có 27 người đến.", set()),
    ("Xã mới có 27 cán bộ, mà 4 người trong đó đang nghỉ.", {("part_of", "4", "27")}),
    ("Mới giao được 48 nền/120 nền.", {("part_of", "48", "120")}),
    ("Cát còn thiếu 2 triệu m3 trong tổng nhu cầu 6 triệu m3.", {("part_of", "2 triệu m3", "6 triệu m3")}),
    (
        "Hỏi gần 3.000 công nhân, 12,5% phải vay tiền, 29% thường xuyên vay.",
        {("part_of", "12,5%", "3.000"), ("part_of", "29%", "3.000")},
    ),
    ("Có 134 cán bộ, 93% số này làm đúng nghề.", {("part_of", "93%", "134")}),
    ("Có 40 chợ, tăng 12% so với năm 2024.", set()),
    ("Doanh thu tăng 9,7% (cùng kỳ tăng 6,8%).", {("was", "9,7%", "6,8%")}),
    ("Giải ngân đạt 31% kế hoạch (cùng kỳ năm 2024: 38%).", {("was", "31%", "38%")}),
    ("Có 23 vụ, gấp 2,3 lần giai đoạn 2016 - 2019 (10 vụ).", {("was", "23", "10")}),
    ("Cả xã có 2 người ốm, trong khi cả năm 2024 là 3 người.", {("was", "2", "3")}),
    ("Trước sáp nhập có 194 xã; nay còn 65.", {("was", "65", "194")}),
    ("Thu 9 tỷ đồng, tỷ lệ 58%.", {("share_of", "58%", "9 tỷ đồng")}),
    ("Chi 9 tỷ đồng, tức chưa tới 14%.", {("share_of", "14%", "9 tỷ đồng")}),
    ("Vốn thực hiện 3 tỷ đồng (xấp xỉ một nửa).", {("share_of", "một nửa", "3 tỷ đồng")}),
    ("Nợ đất chiếm 57% tổng nợ, tức khoảng 3 tỷ đồng.", {("share_of", "57%", "3 tỷ đồng")}),
    (
        "Thu 18 tỷ đồng, đạt 113% dự toán trung ương và 98% dự toán tỉnh giao.",
        {("share_of", "113%", "18 tỷ đồng"), ("share_of", "98%", "18 tỷ đồng")},
    ),
    ("Trao đổi 53 tỷ USD, trong đó xuất siêu 30 tỷ USD.", set()),
    ("Có 762 thợ, trong đó bình quân 28 thợ một xã.", set()),
    (
        "Mức sinh giảm từ 2,11 con (2021) xuống 2,01 con (2022), 1,96 con (2023).",
        {("was", "2,01", "2,11"), ("was", "1,96", "2,01")},
    ),
    ("Còn 39 điều (giảm 29 điều), trong đó đã bỏ 19 điều, ghép 21 điều thành 9 điều.", {("was", "9", "21")}),
    (
        "Đóng 4,5% tiền lương, trong đó chủ đóng hai phần ba và thợ đóng một phần ba.",
        {("part_of", "hai phần ba", "4,5%"), ("part_of", "một phần ba", "4,5%")},
    ),
    (
        "Tỉnh đổi từ 7 phường, 120 xã thành 9 phường, 118 xã.",
        {("was", "9", "7"), ("was", "118", "120")},
    ),
    ("Cả nước còn 34 tỉnh, thành phố thay vì 63.", {("was", "34", "63")}),
    ("Trong 72 đại biểu của khóa 8, 70 người đã bỏ phiếu.", {("part_of", "70", "72")}),
    (
        "Sai phạm hơn 37 tỷ đồng, đề nghị thu hồi hơn 9 tỷ đồng (đã thu hơn 8 tỷ đồng).",
        {("part_of", "9 tỷ đồng", "37 tỷ đồng"), ("part_of", "8 tỷ đồng", "9 tỷ đồng")},
    ),
    (
        "Có 93 văn bản sai, gồm 13 luật, 36 nghị định, 44 thông tư.",
        {("part_of", "13", "93"), ("part_of", "36", "93"), ("part_of", "44", "93")},
    ),
    (
        "Thu 12 tỷ đồng, được 63% dự toán năm và bằng 113% so với cùng kỳ.",
        {("share_of", "63%", "12 tỷ đồng"), ("share_of", "113%", "12 tỷ đồng")},
    ),
    ("Xã kỷ luật 50 đảng viên, giảm 9 người; 7 người trong số đó là nữ.", {("part_of", "7", "50")}),
    ("Mức phủ đạt 86%, hụt 5% so với mức 91% Thủ tướng giao.", set()),
    (
        "Năm 2023 có 12 lớp với tổng kinh phí 40 triệu đồng; năm 2024 có 15 lớp với tổng kinh phí 70 triệu đồng.",
        {("was", "15", "12"), ("was", "70 triệu đồng", "40 triệu đồng")},
    ),
    ("Từ 12 hợp tác xã năm 2015, đến nay toàn huyện đã có 45 hợp tác xã.", {("was", "45", "12")}),
    (
        "Huyện gọi thêm 19 trại nuôi bò và 22 trại nuôi gà, nâng tổng số trại nuôi bò lên 301 trại.",
        {("part_of", "19", "301")},
    ),
    ("Huyện có 50 xã và 30 phường, tổng cộng 80 đơn vị.", {("part_of", "50", "80"), ("part_of", "30", "80")}),
    ("Tiếp nhận 500 hồ sơ (trực tuyến 450, trực tiếp 50).", {("part_of", "450", "500"), ("part_of", "50", "500")}),
    ("Huyện thu 90 tỷ đồng, so với dự toán tỉnh giao thì bằng 63%.", {("share_of", "63%", "90 tỷ đồng")}),
    ("Chi 300 tỷ đồng, tăng 37% so với dự toán và chiếm 24% tổng chi.", {("share_of", "24%", "300 tỷ đồng")}),
    ("Dịch lan ra 29 tỉnh, trong đó nhiều ca ở các nơi như: Nam Định (chiếm 31,5%), Hòa Bình (28,4%).", set()),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_links(text, links):
    claims = extract(text, date="2025-09-12").claims
    texts = {claim.id: claim.text for claim in claims}
    found = {
        (field, claim.text, texts[getattr(claim, field)])
        for claim in claims
        for field in ("was", "part_of", "share_of")
        if getattr(claim, field)
    }
    assert found == links
