"""Links between the claims of a list, in lines or between semicolons, and the totals told before it."""

import pytest

from vnreports.report import extract

# whole → its parts
LISTS = [
    (
        "Tuyến dài 54,8 km, qua đất của 2.146 hộ, rộng 17 m. Đã trả tiền cho 90%. Chi tiết:\n\n"
        "- Huyện Mẫu An: 36,6 km, 1.656 hộ;\n\n- Huyện Mẫu Bình: 18,2 km, 490 hộ, còn 12 hộ.",
        {"54,8 km": ["36,6 km", "18,2 km"], "2.146": ["1.656", "490"]},
    ),
    (
        "Kế hoạch 4.580,2 tỷ đồng và vốn kéo dài 634,4 tỷ đồng.\nChia theo nguồn:\n+ Trung ương: 1.502,3 tỷ đồng;\n"
        "+ Nước ngoài: 540 tỷ đồng;\n+ Địa phương: 2.537,9 tỷ đồng;\n+ Vốn kéo dài: 120 tỷ đồng.",
        {"4.580,2 tỷ đồng": ["1.502,3 tỷ đồng", "540 tỷ đồng", "2.537,9 tỷ đồng"]},
    ),
    (
        "Đã giải ngân 1.276,4 tỷ đồng, kế hoạch giao 2.793 tỷ đồng.\n\nVốn địa phương 1.012 tỷ đồng, đã giải ngân "
        "381,5 tỷ đồng; vốn trung ương 1.781 tỷ đồng, đã giải ngân 894,9 tỷ đồng.",
        {"2.793 tỷ đồng": ["1.012 tỷ đồng", "1.781 tỷ đồng"], "1.276,4 tỷ đồng": ["381,5 tỷ đồng", "894,9 tỷ đồng"]},
    ),
    (
        "Tổng vốn 8.014 tỷ đồng.\n1. Nguồn vốn; trong đó:\n- Đến năm 2025: 5.246 tỷ đồng; bao gồm:\n+ Vốn của bộ "
        "1.116 tỷ đồng.\n+ Vốn của tỉnh 4.130 tỷ đồng.\n- Sau năm 2025: 2.768 tỷ đồng.\n2. Thời gian: 4 năm.",
        {"8.014 tỷ đồng": ["5.246 tỷ đồng", "2.768 tỷ đồng"], "5.246 tỷ đồng": ["1.116 tỷ đồng", "4.130 tỷ đồng"]},
    ),
    (
        "Ban có 7 đồng chí, gồm:\n1 Phó Chủ tịch làm việc hội;\n2 Phó Chủ tịch giúp việc;\nHọ họp 3 lần.",
        {"7": ["1", "2"]},
    ),
    (
        "Sẽ xử lý 258 cây xanh. Tháng 8: 63 cây xanh (dời 20 cây, chặt 43 cây). Tháng 10: 125 cây xanh hai bên đường "
        "(dời 80 cây). Tháng 3: 70 cây xanh.",
        {"63": ["20", "43"], "258": ["63", "125", "70"]},
    ),
    (
        "Tỉnh có 1.126 cơ sở nhà, đất. Đến ngày 15/11, 895 nơi đã có chủ mới.\n\nCụ thể như sau:\n"
        "- Giao cho xã: 402 cơ sở;\n- Làm trường học: 268 cơ sở;\n- Giao công an: 149 cơ sở;\n- Bán: 76 cơ sở.",
        {"895": ["402", "268", "149", "76"]},
    ),
    (
        "Năm nay tỉnh được giao 17.480 tỷ đồng.\n\nTừng nguồn như sau:\n\nVốn trung ương: 4.210 tỷ đồng, đạt 46%;\n\n"
        "Vốn địa phương: 11.950 tỷ đồng, đạt 38%;\n\nVốn 3 chương trình: 1.320 tỷ đồng.",
        {"17.480 tỷ đồng": ["4.210 tỷ đồng", "11.950 tỷ đồng", "1.320 tỷ đồng"]},
    ),
    ("Xã có 15 tổ.\n- Thôn A có 8 tổ, 40 hộ.\n- Thôn B có 6 tổ, 51 hộ.\n- Thôn C có 4 tổ, 60 hộ.", {}),
    (
        "Tàu lớn 150.000 tấn.\nBốn bến đón tàu.\n- Bến A: 50.000 tấn;\n- Bến B: 50.000 tấn;\n- Bến C: 50.000 tấn;\n"
        "- Bến D: 900 tấn.",
        {},
    ),
    (
        "Tỉnh A có 124 xã.\nTỉnh B có 124 xã, gồm 105 xã cũ và 19 xã mới; trong đó có 101 xã đổi tên, 19 xã mới và 4 "
        "xã giữ nguyên.",
        {"124": ["105", "19", "101", "19", "4"]},
    ),
]


@pytest.mark.parametrize(("text", "lists"), LISTS)
def test_list_links(text, lists):
    claims = extract(text, date="2025-09-12").claims
    texts = {claim.id: claim.text for claim in claims}
    found = {}
    for claim in claims:
        if claim.part_of:
            found.setdefault(texts[claim.part_of], []).append(claim.text)
    assert found == lists
