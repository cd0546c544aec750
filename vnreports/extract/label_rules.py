"""The rules for labels: numbers that name or order something, such as laws, roads, addresses, ages and clock times."""

import regex

from vnreports.rules import Rule


def _label(match: "regex.Match[str]") -> str:
    return match[0]


ONES = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
NUMBER = rf"(?:\d++(?:[.,]\d++)?+|mười(?:\ (?:{ONES}|lăm))?|(?:{ONES})(?:\ mươi(?:\ (?:{ONES}|mốt|tư|lăm))?)?)"
TIME = r"năm|tháng|tuần|ngày|giờ|phút|giây|quý|thập\ kỷ|thập\ niên|thế\ kỷ|đêm|buổi\ sáng|ngày\ đêm"

# In `starts`, a number in digits is "DIGITS", or "MIXED" with letters in the same word (37k1); it is also what the name
# of a group in `labels._NAMING_NUMBER` says of what follows it, and "TELEPHONE" where it begins like one. "WORDS" is a
# number in words with any of those after it.
LABEL_RULES: tuple[Rule[str], ...] = (
    Rule(
        "label/document-number",  # 178/2024/NĐ-CP, 18-NQ/TW, 309 QĐ-TTg: letters of the issuing body follow
        r"""(?<![\w/]) \d+ (?:/\d{4})?
            (?: [-/–] \p{Ll}{1,6}\d* (?=[-/–\W]) | \ (?:nq|qđ|nđ|ct|kl|tb|kh|cv|tt) [-/] ) [\w/–-]*""",
        _label,
        (
            "Nghị định <label>178/2024/NĐ-CP</label> của Chính phủ",
            "Nghị quyết <label>18-NQ/TW</label>",
            "chi 2 tỷ đồng/năm",
        ),
        starts=("DASH", "SLASH", "LAW"),
    ),
    Rule(
        "label/document",  # Nghị định 136, Luật số 12, Quyết định số 1225
        r"""(?<!\w)
            (?: (?:nghị\ định|nghị\ quyết|thông\ tư|chỉ\ thị|công\ điện|pháp\ lệnh)\ (?:số\ )?
              | (?:quyết\ định|công\ văn|kết\ luận|luật|văn\ bản)\ số\ ) \d+ (?:[./]\d+)*
            (?! [\w%/-] | [.,]\d | \ (?:tỷ|triệu|nghìn|đồng|%) )""",
        _label,
        (
            "sửa <label>nghị định 136</label>, <label>quyết định số 77</label>.",
            "quyết định 5 nội dung",
            "luật 5 chương",
        ),
        starts=("nghị", "thông", "chỉ", "công", "pháp", "quyết", "kết", "luật", "văn"),
    ),
    Rule(
        "label/article",  # khoản 9 Điều 1, điểm a khoản 7
        r"""(?<!\w) (?:điều|khoản|phụ\ lục|(?<!\d\ )chương|(?<!danh\ )mục)\ (?:số\ )? \d+(?:\.\d{1,2})*+\p{Ll}?
            (?: (?: ,\ | \ và\ | \ ?-\ ? ) \d+\p{Ll}? (?!\ ?%) )*
            (?! \ ?% | [\d.,]\d ) (?= \W | $ )""",
        _label,
        (
            "theo <label>khoản 9</label> <label>điều 1</label>",
            "các <label>điều 4, 5 và 7</label> luật",
            "tại <label>mục 1.2</label> chương 1",
            "một khoản 1.200 đồng",
            "nghị định gồm 6 chương 56 điều",
        ),
        starts=("điều", "khoản", "phụ", "chương", "mục"),
    ),
    Rule(
        "label/items-of-a-list",  # các đơn vị quy định từ 1 đến 22 nêu trên
        r"(?<= (?<!\w)(?:đơn\ vị|tổ\ chức|cơ\ quan)(?:\ (?:quy\ định|nêu))?(?:\ tại)?\ từ\ ) \d{1,2}\ đến\ \d{1,2}"
        r"(?= \ (?:nêu\ trên\ )?(?:là|tại|quy\ định|do|được)(?!\w) )",
        _label,
        ("các đơn vị quy định từ <label>1 đến 22</label> là tổ chức hành chính", "mỗi đơn vị có từ 1 đến 3 người"),
        needs=("từ ",),
        starts=("TO",),
    ),
    Rule(
        "label/point-of-article",  # điểm 11 mục I; but 11 điểm, điểm 9 môn Toán
        r"(?<!\w) điểm\ \d+(?:\.\d+)* (?:\ và\ \d+(?:\.\d+)*)? (?=\ (?:mục|điều|khoản|phụ\ lục|nghị)(?!\w))",
        _label,
        ("tại <label>điểm 11</label> mục I", "<label>điểm 8.1 và 8.2</label> mục II", "đạt điểm 9 môn Toán"),
        starts=("điểm",),
    ),
    Rule(
        "label/programme",  # Đề án 1 triệu ha lúa chất lượng cao, named after its aim
        r"(?<=(?<!\w)(?:đề\ án|chương\ trình)\ ) 1\ (?:triệu|tỷ)\ (?:ha|héc-?\ ?ta|căn|cây)(?!\w)",
        _label,
        ("tham gia Đề án <label>1 triệu ha</label> lúa", "đề án trồng 1 triệu ha lúa"),
        needs=("đề án 1 ", "chương trình 1 "),
        starts=("DIGITS",),
    ),
    Rule(
        "label/levels",  # mô hình chính quyền địa phương 2 cấp
        r"(?<!\w)(?:0?\d|hai|ba|bốn)\ cấp(?!\ (?:độ|phó|trưởng|ủy|dưỡng|phép|giấy))(?!\w)",
        _label,
        ("chính quyền địa phương <label>hai cấp</label>", "mô hình <label>02 cấp</label>", "bổ sung 3 cấp phó"),
        starts=("LEVEL", "WORDS"),
    ),
    Rule(
        "label/age",
        rf"(?<!\w) {NUMBER} (?: \ ?[-–]\ ?\d+ | \ (?:đến|tới)\ (?:dưới\ )?{NUMBER} )? \ (?:tháng\ )?tuổi (?!\w)",
        _label,
        ("trẻ từ <label>3 đến 5 tuổi</label>", "người đủ <label>80 tuổi</label> trở lên", "độ tuổi lao động"),
        needs=("tuổi",),
        starts=("DASH", "TO", "TIME", "AGE", "WORDS"),
    ),
    Rule(
        "label/ages",  # ở độ tuổi từ 25 đến 55
        r"(?<= (?<!\w)độ\ tuổi\ (?:từ\ )? ) \d{1,2} (?: (?:\ (?:đến|tới)\ |\ ?[-–]\ ?) \d{1,2} )? (?![\d.,]*[\d%]|\w)",
        _label,
        ("ở độ tuổi từ <label>25 đến 55</label>, có 3 con", "độ tuổi 12,5%"),
        needs=("độ tuổi ",),
        starts=("DIGITS", "TO", "DASH"),
    ),
    Rule(
        "label/clock",  # 15h30, 11 giờ 47 phút, lúc 7 giờ
        r"""(?<![\w.,]) \d{1,2}
            (?: \ ?h\ ?(?:\d{2})? (?!\w) | \ giờ\ (?:kém\ )?\d{1,2}(?:\ phút)? | g\d{2} | :\d{2} ) (?!\w)""",
        _label,
        ("lúc <label>11 giờ 47 phút</label>", "đến <label>15h30</label> cùng ngày", "làm 8 giờ mỗi ngày"),
        starts=("HOUR", "MINUTE", "TIME"),
    ),
    Rule(
        "label/clock-with-stop",  # vào lúc 19.00
        r"(?<= (?<!\w) lúc\ ) \d{1,2}\.\d{2} (?! [\d.,]*\d | \w | \ (?:tỷ|triệu|nghìn|người|hộ) )",
        _label,
        ("bắt đầu lúc <label>19.00</label>", "có lúc 1.500 người"),
        needs=("lúc ",),
        starts=("DIGITS",),
    ),
    Rule(
        "label/time",  # a duration or a time of day; the dates know which, an amount it is not
        rf"(?<!\w) {NUMBER} (?:\ ?[-–]\ ?\d+)? \ ?"
        rf"(?:{TIME})"
        r"(?!\w|\ (?:tiền\ lương|lương\b|công\b|đồng\b))",
        _label,
        ("sau <label>ba tháng</label> vận hành", "trả 6 tháng tiền lương", "trong <label>15 phút</label>"),
        starts=("DASH", "TIME", "WORDS"),
    ),
    Rule(
        "label/ordinal",
        rf"(?<!\w)thứ\ (?:\d+(?:/\d+)?|{NUMBER}|nhất|nhì|tư|tự\ (?:từ\ )?\d+(?:\ đến\ \d+)?)(?!\w)",
        _label,
        (
            "kỳ họp <label>thứ 10</label>",
            "đại hội lần <label>thứ nhất</label>",
            "số <label>thứ tự từ 3 đến 36</label> mục I",
            "có 3 thứ trưởng",
        ),
        starts=("thứ",),
    ),
    Rule(
        "label/round-the-clock",
        r"(?<![\w/])24\ ?/\ ?(?:24|7)(?:h|\ giờ)?(?![\w/])",
        _label,
        ("ứng trực <label>24/24</label>", "<label>24/7</label>", "đạt 24/26 tiêu chí"),
        starts=("24",),
    ),
    Rule(
        "label/phone",
        r"""(?<![\w.,]) (?: (?: 84\)? | 0\d{1,4}\)? ) (?: [\ .\-]?\d{2,4} ){2,4} | 1[89]00[\ .]?\d{2,6} )
            (?![\w%])""",
        _label,
        (
            "gọi <label>0236.3123456</label>, (<label>024) 38464206</label> văn phòng",
            "tổng đài <label>1900 1234</label>",
            "hơn 12.345.678 lượt",
        ),
        starts=("TELEPHONE",),
    ),
    Rule(
        "label/scale",
        r"""(?<!\w) (?:tỷ|tỉ)\ lệ\ (?:bản\ đồ\ )? 1\ ?[/:]\ ?\d[\d.]* (?!\w)
            | (?<![\w/]) 1/ (?: 500 | 1[.]?000 | 2[.]?000 | 5[.]?000 | 10[.]?000 ) (?!\w)""",
        _label,
        ("quy hoạch <label>tỷ lệ 1/500</label>", "chiếm 1/3 dân số"),
        starts=("tỷ", "tỉ", "1"),
    ),
    Rule(
        "label/coordinates",
        r"(?<![\w.,]) \d+(?:[.,]\d+)?\ ?(?:độ|°)\ ?(?:vĩ|kinh)(?!\w)",
        _label,
        ("khoảng <label>16,9 độ vĩ</label> bắc", "nóng 39 độ c"),
        starts=("DEGREE",),
    ),
    Rule(
        "label/generation",  # công nghiệp 4.0, mạng 5G is glued and never read
        r"(?<!\w)(?:công\ nghiệp|web|phiên\ bản|nông\ nghiệp|giáo\ dục|du\ lịch)\ (?:lần\ thứ\ )?\d\.0(?!\w)",
        _label,
        ("cách mạng <label>công nghiệp 4.0</label>", "công nghiệp tăng 4,0%"),
        starts=("công", "web", "phiên", "nông", "giáo", "du"),
    ),
    Rule(
        "label/address",  # số 8-12 đường Lê Duẩn
        r"(?<!\w) (?<!tổng\ |trong\ |con\ ) số\ (?:nhà\ )? \d+\p{Ll}? (?:[-–/]\d+\p{Ll}?)* (?! \ ?[\w%] | [.,]\d )",
        _label,
        ("khu đất <label>số 8-12</label>, quận 1", "số 5 triệu đồng"),
        starts=("số",),
    ),
    Rule(
        "label/kilometre",  # km 12+300, km12 + 300
        r"(?<= (?<!\w) km\ ) \d+ \ ?\+\ ? \d+ | (?<= (?<!\w) km\d+ \ ?\+\ ? ) \d+",
        _label,
        ("tại km <label>12+300</label>", "từ km12 + <label>300</label>", "dài 12 km, 300 hộ"),
        needs=("+",),
        starts=("DIGITS", "MIXED"),
    ),
    Rule(
        "label/kilometre-post",  # Km 11 quốc lộ 2
        r"(?<= (?<!\w) (?<!\d\ ) km\ ) \d+ (?= \ (?:đường|quốc\ lộ|tỉnh\ lộ|ql|tl|cao\ tốc|thuộc|đến\ km)(?!\w) )",
        _label,
        ("tại km <label>11</label> quốc lộ 2", "mỗi km 3 tỷ đồng"),
        needs=("km ",),
        starts=("DIGITS",),
    ),
    Rule(
        "label/number-plate",  # 99A-148.77, 37K1 – 648.69
        r"(?<![\w.,/-]) \d\d\p{Ll}{1,2}\d? \ ?[-–]\ ? (?: \d{3} (?: \d | \.?\d\d )? | \d\d\.\d{3} ) (?!\w)",
        _label,
        ("xe <label>99a-148.77</label> rẽ phải", "biển số <label>37k1 – 648.69</label>", "2024-2025"),
        starts=("MIXED",),
    ),
    Rule(
        "label/fishing-boat",  # BĐ 99245 TS
        r"(?<= (?<!\w) \p{Ll}{2,3} [\ -] ) \d{4,5} [\ -]? ts (?!\w)",
        _label,
        ("chủ tàu bđ <label>99245 ts</label> báo tin", "thu 99245 tỷ đồng"),
        needs=(" ts",),
        starts=("DIGITS",),
    ),
    Rule(
        "label/address-of-several",  # 2-4-6 Hai Bà Trưng
        r"(?<!\w) \d+[-–]\d+[-–]\d+ (?!\w)",
        _label,
        ("khu đất <label>2-4-6</label>", "tỷ số 2-1"),
        starts=("DASH",),
    ),
    Rule(
        "label/item",  # 1. …, 2- …, (3) …
        r"""(?m:(?<=^\ *)) \d{1,2} (?:\.\d{1,2})* (?: [.)] | \ ?[-–](?!\d) ) (?= \ | \p{L} )
            | (?<=[\ \n;:,]\( | [;:.]\ ) \d{1,2} \) (?=\ )""",
        _label,
        ("<label>2.</label> Về đất đai", "gồm: (<label>1)</label> thu hồi; (<label>2)</label> giao", "sáp nhập (3 xã)"),
        starts=("DASH", "STOP"),
    ),
    Rule(
        "label/voltage",  # đường dây 500 kV: the class of a line, as in its name
        r"(?<![\w.,]) \d+ (?:/\d+)* \ ?kv (?!\w)",
        _label,
        ("đường dây <label>500 kv</label> mạch 3", "điện gió 500 mw"),
        needs=("kv",),
        starts=("SLASH", "DEGREE"),
    ),
    Rule(
        "label/vehicle-class",  # xe 7 chỗ, xe máy 2 bánh
        r"""(?<!\w) (?:xe|ô\ ?tô|taxi) (?:\ (?:ô\ ?tô|máy|khách|con|hơi|điện|tải|gắn\ máy|loại))*
            \ (?:\d+(?:\ ?[-–]\ ?\d+)?|hai|ba|bốn) \ (?:chỗ|bánh) (?!\w)""",
        _label,
        (
            "ba <label>ôtô 7 chỗ</label>",
            "<label>xe máy hai bánh</label>",
            "<label>xe 3-4 bánh</label>",
            "bến xe có 50 chỗ đỗ",
        ),
        needs=("chỗ", "bánh"),
        starts=("xe", "ô", "ôtô", "taxi"),
    ),
    Rule(
        "label/company-type",
        r"(?<!\w)(?:tnhh|trách\ nhiệm\ hữu\ hạn)\ (?:một|hai|[12])\ thành\ viên(?!\w)",
        _label,
        ("công ty <label>tnhh hai thành viên</label> trở lên", "đội có hai thành viên"),
        starts=("tnhh", "trách"),
    ),
    Rule(
        "label/stars",
        r"(?<!\w)(?:\d(?:[-–]\d)?|một|hai|ba|bốn|năm)\ sao(?!\w|\ chép|\ lưu)",
        _label,
        ("khách sạn <label>5 sao</label>", "3 sao chép"),
        needs=("sao",),
        starts=("DASH", "STARS", "WORDS"),
    ),
    Rule(
        "label/fixed-phrase",  # một cửa, hai chiều, ba miền
        r"""(?<!\w) (?: một\ cửa | hai\ cửa | (?:hai|2|một)\ chiều | ba\ miền | bốn\ mùa
            | năm\ châu | hai\ mặt | ba\ mẹ | ba\ lô | ba\ gác | hai\ vợ\ chồng ) (?!\w)""",
        _label,
        ("bộ phận <label>một cửa</label>", "kim ngạch <label>hai chiều</label>", "ba mặt hàng"),
        starts=("FIXED", "WORDS"),
    ),
    Rule(
        "label/digits",
        r"(?<!\w) (?:\d|một|hai)\ con\ số (?!\w)",
        _label,
        ("tăng <label>hai con số</label>", "những con số"),
        needs=("con số",),
    ),
)
