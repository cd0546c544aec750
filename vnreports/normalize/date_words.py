"""The named parts that the rules for dates are composed of, and the words around digits that tell a date."""

from vnreports.lexicon import one_of, read_table

MONTHS = {row["word"]: int(row["month"]) for row in read_table("months")}
UNITS = {row["word"]: (row["letter"], int(row["count"])) for row in read_table("time_units")}
RELATIVE = {row["phrase"]: row for row in read_table("relative_dates")}


def _words(role: str) -> str:
    """The words that play a role in the lexicon of contexts, as a pattern."""
    return one_of(row["word"] for row in read_table("date_contexts") if role in row["roles"].split())


PARTS = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])",
    "month": r"(?P<month>0?[1-9]|1[0-2])",
    "month_word": rf"(?P<word>{one_of(MONTHS)})",
    "year": r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)",
    "rel": r"(?P<rel>nay|ngoái|trước(?!\ đó)|tới|sau(?!\ đó))(?!\w)",
    "weekday_told": r"(?<!\w)(?:hôm|sáng|trưa|chiều|tối|đêm)",
    "relative": rf"(?P<phrase>{one_of(RELATIVE)})",
    "date_word": r"ngày\ +(?:mùng\ |mồng\ )?",
    # a number goes on to the left (*1.234*, *36/2*, *2021-*) or belongs to a label (*số 05/2025*, *điều 12*)
    "apart": r"(?<![\d\p{L}.,/–-])(?<!(?:\d|^)[.,/–-]\ )",
    # but *định kỳ 6 tháng*, *nhiệm kỳ 5 năm* are lengths
    "unlabelled": rf"(?<!(?<!\w)(?!(?<=(?:định|chu|nhiệm)\ )kỳ){_words('label')}\ )",
    # *5/9*, not *5/9/2025*, *5/9%*, *12/5-CP*
    "closed": r"(?!\d|[.,/]\d|[–-]\d(?!\d?[/.-]\d)|\ ?%|/\p{L}|\ (?:\(?âm\ lịch|lịch\ âm|al(?!\w)))",
    # *Luật An toàn, vệ sinh lao động* and *Bộ luật Hình sự*, not *pháp luật*, *luật sư*, *xây dựng luật*
    # nor the years of *Hiến pháp năm 1992 (sửa đổi năm 2013)*
    "law": r"(?<!\w)(?:(?:hiến\ pháp|cương\ lĩnh|bl(?:hs|ds|tths|ttds|lđ))"
    r"(?:\ \(\p{L}+\)|(?:\ năm)?\ \d{4}\ \((?:(?:sửa\ đổi|bổ\ sung|phát\ triển),?\ ?)+)?"
    r"|luật\ ban\ hành\ văn\ bản(?:\ \p{L}+){0,4}"
    r"|(?:(?<!(?:kỷ|pháp|quy|xây\ dựng)\ )luật(?!\ sư)|pháp\ lệnh)"
    rf"(?:\ \(?(?!{_words('verb')}(?!\w))\p{{L}}+\)?,?){{1,9}})\ ",
    "act": r"(?<!\w)(?:nghị\ (?:định|quyết)|thông\ tư|quyết\ định|chỉ\ thị|hướng\ dẫn|luật|pháp\ lệnh|hiến\ pháp"
    r"|bl(?:hs|ds|tths|ttds|lđ))"
    rf"(?:\ (?!{_words('verb')}(?!\w))[\p{{L}}\d()/.-]+,?){{0,10}}\ ",
    # the number of an act: *Nghị quyết 40/NQ-HĐND năm 2025*, *Nghị định 15 năm 2020*
    "act_number": r"(?<!\w)(?:nghị\ (?:định|quyết)|thông\ tư|quyết\ định|chỉ\ thị|pháp\ lệnh)\ (?:số\ )?\d[\w/-]*\ "
    r"|(?<!\w)(?:kế\ hoạch|công\ (?:văn|điện)|kết\ luận|thông\ báo|quy\ định)\ (?:số\ )?\d+\ ?[/-][\w/-]*\ ",
    "told": rf"(?:{_words('day')}|{_words('named_day')},?|\d\ giờ|\dh\d{{0,2}},?)\ ",
    # *từ 6-2017*, *tháng 10 và 12-2011*
    "month_told": r"(?<!\w)(?:từ|đến|tới|vào|trước|sau|hết|hồi|đầu|giữa|cuối|tháng\ \d{1,2}(?:\ và|,|\ đến))\ ",
    # *22/6 và 23/6*, *15/11 (sân nhà) và 19/11*, *Ngày Thương binh - Liệt sĩ 27/7*
    "maybe_told": rf"(?:{_words('maybe_day')}|\d{{1,2}}[/.]\d{{1,2}}(?:\ \([^()\d]{{1,30}}\))?(?:\ và|,)"
    r"|ngày(?:\ (?:[\p{L}()]+|-)){1,8})\ ",
    # *chiều nay (19-9)*, *thứ Sáu (27.6)*; with a slash also where nothing tells: *vụ án (5/9)*
    "bracketed": rf"(?<={_words('named_day')}\ \()(?=[\d.-]+\))|(?<=\()"
    r"(?=\d{1,2}/\d{1,2}(?:\ ?[–-]\ ?\d{1,2}/\d{1,2}(?:/\d{4})?)?\))",
    # *1/3 của*, *5/9 xã*; *23/6 của phiên tòa* is no share
    "unshared": rf"(?:(?!\ {_words('shared')}(?!\w))|(?<=(?:1[3-9]|2\d|3[01])/\d{{1,2}}))",
    "year_told": rf"(?<=(?<!\w)(?:{_words('year')}|(?:19|20)\d\d(?:,|\ và|\ hoặc))\ )"
    r"|(?<=\()(?=\d{4}(?:\)|,\ (?:19|20)\d\d))|(?<=(?<!\w)năm:\ )",
    "year_ends": rf"(?<=\p{{L}}\ )(?=\d{{4}}\s*(?:[.,;:()\]”\"!?…]|$|\n|\ [–-]\ |như\ sau))"
    rf"(?<!(?<!\w){_words('no_year')}\ )",
    # *Xuân Đinh Dậu 2017*, *Tết Nguyên đán 2017*
    "year_name": r"(?:(?<!\w)tết(?:\ (?:nguyên\ đán|dương\ lịch|âm\ lịch|cổ\ truyền))?"
    r"|(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)"
    r"\ (?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi))\ ",
    "uncounted": rf"(?!\ (?!{_words('after_year')}(?!\w))\p{{L}})"
    rf"(?!\ ?%|-?\p{{L}}|\ \d|[.,/]\d|[–-]\d(?!\d{{3}}(?!\d)))",
    # *tăng đến 15-20 người*; but *đến 15-11 phải đạt*
    "counted": rf"{_words('counted')}(?!\w)",
    # *GRDP 9 tháng tăng 7,9%*; *Lũy kế 10 tháng, thu ngân sách …*
    "elapsed": _words("elapsed"),
    "ahead": r"(?:(?=\ (?P<hint>tới(?!\ (?:\d|ngày|tháng|năm|nay|hết))|sắp\ tới|tới\ đây|vừa\ qua|vừa\ rồi))?)",
    # *tháng 6 này*, *tháng ba vừa qua*
    "beside": r"(?:\ (?:này|(?P<hint>tới(?!\ (?:\d|ngày|tháng|năm|nay|hết))|sắp\ tới|tới\ đây|vừa\ qua|vừa\ rồi))"
    r"(?!\w))?",
    "number": r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|lăm|tư|trăm|nghìn|ngàn|vạn|linh|lẻ)",
    "digits": r"\d+(?:[.,]\d+)*",
    "unit": rf"(?P<unit>{one_of(word for word, (letter, _) in UNITS.items() if letter != 'TH')})(?!\w|/(?!lần))",
    "hours": rf"(?P<unit>{one_of(word for word, (letter, _) in UNITS.items() if letter == 'TH')})(?![\w/])",
    "more": r"(?:(?<=năm|tháng)\ (?:và\ )?(?P<more>\d{1,2})\ (?P<more_unit>tháng|ngày)(?!\w))?",
    # *6 tháng tiền lương*, *20 ngày công* are amounts, *3 tháng tuổi* an age, *lần thứ 2 năm 2025* a year after a label
    "length_end": rf"(?!\ {_words('not_length')}(?!\w)"
    r"|\ công(?!\ (?:tác|bố|an|nhân|khai|diễn|chiếu))(?!\w)|\ tháng\ \d"
    # but *5 năm 2016-2020*, *hai ngày 14 và 15/12*, *xuất khẩu 10 tháng 648,2 triệu USD*
    r"|\ \d(?![\d.,]*\ (?:tỷ|tỉ|triệu|nghìn|ngàn)(?!\w)"
    r"|\d{3}\ ?[–-]|\d?(?:,\ ?\d{1,2})*(?:,\ ?|\ và\ |\ ?[–-]\ ?)(?:ngày\ )?\d{1,2}[/.-]\d)"
    r"|(?:(?:,|\ và)\ \d+\ năm)+\ tuổi)",
    "lasting": rf"(?<=(?<!\w){_words('lasting')}\ )",
    # *2 tiếng nổ*, *nói 2 tiếng Anh và Pháp*
    "not_heard": rf"(?!\ {_words('heard')}(?!\w))",
    "within": rf"(?<=(?<!\w)(?:{_words('length')}|,|“)\ )",
    "clock_end": rf"(?!,?\ (?:\d|{_words('clock')}|ngày\ (?:\d|mai|hôm|mùng)|rưỡi\ (?:sáng|chiều|tối)))",
}
