"""What was done, paid or filled of what was found, planned or needed: *phát hiện 90 vụ, khởi tố 4 vụ*."""

from vnreports.resolve.kinds import PROPORTIONS, are_of_one_kind, fits_in, head_of, is_of_people, is_share, is_smaller
from vnreports.resolve.links import SOFT, Amounts, Relations
from vnreports.rules import Pattern

# phát hiện 90 vụ, khởi tố 4 vụ
_FOUND = Pattern(
    r"(?<!\w)(?:phát\ hiện|tiếp\ nhận|thụ\ lý|kiểm\ tra|thanh\ tra|bắt\ giữ|sai\ phạm|vi\ phạm)\ [^.,;:()\d\n]{0,30}$"
)
_HANDLED = Pattern(
    r"[,;]\ (?:và\ |đã\ )*(?:\p{L}+\ ){0,6}?(?:xử\ lý|xử\ phạt|khởi\ tố|giải\ quyết|đình\ chỉ|thu\ hồi"
    r"|khóa|chặn|gỡ|tịch\ thu|tiêu\ hủy|kỷ\ luật"
    r"|lập\ biên\ bản|truy\ tố|chuyển|nhắc\ nhở|phát\ hiện|kiến\ nghị\ khác|giảm\ trừ|nộp)\ [^.,;:()\d\n]{0,36}$"
)
# tiếp nhận 3.000 hồ sơ. Đã trả kết quả 2.900 hồ sơ; 2.900 hồ sơ đã giải quyết xong
_RECEIVED = Pattern(
    r"(?<!\w)(?:tiếp\ nhận|nhận|thụ\ lý|phát\ sinh|tổng\ số|ghi\ nhận)\ [^.,;:()\d\n]{0,40}$", plain=True
)
_SETTLING = ("giải quyết", "xử lý", "trả ")
_SETTLED = r"(?:giải\ quyết|xử\ lý|trả\ kết\ quả|trả\ lời)"
_SETTLES = Pattern(rf"(?<!\w){_SETTLED}\ (?:(?:xong|dứt\ điểm|được|kịp\ thời|cho|kết\ quả|{SOFT})\ )*$", plain=True)
_IS_SETTLED = Pattern(rf"\ (?:[^\W\d_]+\ ){{1,3}}?(?:đã|được)\ (?:được\ )?{_SETTLED}(?!\w)", plain=True)
# đề nghị thu hồi hơn 9 tỷ đồng (đã thu hơn 8 tỷ đồng)
_SO_FAR = Pattern(
    r"(?:\ [^.,;:()\d\n]{1,24})?\ \((?:hiện\ |đến\ nay\ )?(?:đã|mới)\ (?:\p{L}+\ ){0,3}?"
    rf"(?:thu|thu\ hồi|nộp|chi|giải\ ngân|xử\ lý|trả|bố\ trí|cấp|xong)\ (?:được\ )?(?:{SOFT}\ )*",
    plain=True,
)
# chọn 50 quầy để kiểm tra, có tới gần 30 quầy sai giá
_AMONG_CHECKED = Pattern(
    r"[^.;:()\d\n]{0,60}(?<!\w)(?:kiểm\ tra|thanh\ tra|rà\ soát|khảo\ sát)(?!\w)[^.;:()\d\n]{0,30}\ "
    r"(?:có|phát\ hiện)\ (?:(?:tới|đến|hơn|gần|khoảng)\ )*",
    plain=True,
)
# kế hoạch vốn hơn 3.580 tỷ đồng, đã giải ngân đạt 62%
_PLANNED = Pattern(r"(?<!\w)(?:kế\ hoạch|dự\ toán|tổng)(?!\w)[^.;:()\n\d]{0,60}$")
_PAID = Pattern(
    r"(?:\ [^.,;:()\d\n]{0,30})?,\ (?:đến\ nay\ |hiện\ )?(?:đã\ |mới\ |chỉ\ ){1,2}(?:\p{L}+\ ){0,2}"
    rf"giải\ ngân\ (?:đạt\ |{SOFT}\ )*",
    plain=True,
)
# được giao 36 biên chế nhưng mới có 27 người; cần 40 người, mới tuyển được 22
_NEEDED = Pattern(r"(?<!\w)(?:giao|cần|nhu\ cầu|định\ mức|được\ duyệt|xin)\ (?:[^.,;:()\d\n]{0,44}\ )?$", plain=True)
_FILLED = Pattern(
    r"(?:\ [^.,;:()\d\n]{0,50}?)?(?:,|\ nhưng|\ song|\ mà|,\ nhưng|,\ song)\ (?:[^.,;:()\d\n]{0,30}\ )?"
    r"(?:có\ mặt|hiện|mới|chỉ|đến\ nay|tới\ giờ|thực\ tế)\ (?:[^.,;:()\d\n]{0,24}\ )?",
    plain=True,
)
# được giao 3.120 tỷ đồng mà mới chi ra 624 tỷ đồng; có 96 vụ, đến nay xong 71 vụ; no other year's
_ONLY = Pattern(
    r"(?:(?!\ (?:năm|tháng|quý|kỳ|so\ với|mỗi)(?!\w))[^.;:()\d\n]){0,60}?(?:,|\ (?:vậy\ )?mà|\ nhưng|\ song)\ "
    r"(?:vậy\ mà\ |nhưng\ |song\ )?(?:(?:đến|tới)\ nay\ |hiện\ |nay\ )?"
    r"(?:mới\ chỉ|mới|chỉ\ mới|(?<=nay\ )(?:đã\ )?(?:xong|hoàn\ thành|làm\ xong))\ "
    r"(?:(?!(?:năm|tháng|quý|kỳ|mỗi)\ )[^.,;:()\d\n]){0,30}",
    plain=True,
)
_SHARE_LED = Pattern(
    r"(?:\ [^.,;:()\d\n]{0,60})?(?:[,;]|\ mà|\ thì)\ "
    r"(?:(?:hơn|gần|khoảng|trên|chỉ|có|tới|còn|đến|quá|già|non|ngót)\ )*",
    plain=True,
)
_OF_THOSE_COUNTED = Pattern(
    r"\ (?:số\ (?:này|đó|người|công\ nhân|hộ)|đã|chưa|đủ|là|được|phải|thường|thỉnh)(?!\w)", plain=True
)
# 431 bị cáo, quá một phần ba phạm tội ở các xã biên giới
_DO_SOMETHING = Pattern(
    r"\ (?!(?:số\ (?!này|đó|người|công\ nhân|hộ)|giá|so|cùng|kế|của|định|mức|con|diện|quy|nhu|tổng|thời|năm|tháng|quý)"
    r"(?!\w))\p{L}",
    plain=True,
)
# phải gom 6.500 tấn, đến giờ mới chở được hai phần ba
_SO_MUCH_DONE = Pattern(
    r"[^.;:()\d\n]{0,60}(?:,|\ mà|\ nhưng|\ song)\ (?:[^.,;:()\d\n]{0,30}\ )?(?:mới|chỉ)\ (?:\p{L}+\ ){0,3}?được\ "
    rf"(?:{SOFT}\ )*",
    plain=True,
)
_REST = Pattern(r"(?:\ \p{L}+){1,4}?\ (?:còn\ lại|kia)(?!\w)")
_REST_BEFORE = Pattern(r"(?<!\w)còn\ lại\ (?:(?:là|gồm|có|khoảng|hơn|gần)\ )*$", plain=True)
_NEAR = 90
_REACH = 10
_REST_REACH = 40


def link_done(setting: Amounts, index: int, relations: Relations) -> None:
    """Add the link of an amount to the one before it that it is the done, paid, filled or remaining part of."""
    _link_handled(setting, index, relations)
    if index not in relations.part_of and setting.amounts[index].dimension == "count":
        _link_settled(setting, index, relations)
    if setting.amounts[index].dimension in ("percent", "ratio"):
        _link_paid(setting, index, relations)
        _link_share_of_those(setting, index, relations)
    _link_filled(setting, index, relations)
    _link_rest(setting, index, relations)


def _link_handled(setting: Amounts, index: int, relations: Relations) -> None:
    """*phát hiện 90 vụ phá rừng, khởi tố 4 vụ*: what was done with a part of what was found."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if not index or index in relations.part_of or not this.unit or head_of(this) != head_of(last):
        return
    lower = setting.page.lower
    between = setting.between(index - 1, index)
    if len(between) > _NEAR or not setting.in_one_sentence(index - 1, index):
        return
    # phát hiện sai phạm 9 tỷ đồng, thu hồi 2 tỷ đồng, kiến nghị khác 3 tỷ đồng
    wholes = (index - 1, relations.part_of.get(index - 1, index - 1))
    fitting = [whole for whole in wholes if is_smaller(this, setting.amounts[whole])]
    if not fitting:
        return
    if fitting[0] == index - 1 and (
        ("(" in between and _SO_FAR.fullmatch(between)) or _AMONG_CHECKED.fullmatch(between)
    ):
        relations.part_of[index] = index - 1
        return
    if not ("," in between or ";" in between) or not _HANDLED.search(between):
        return
    for whole in fitting:
        start = setting.amounts[whole].start
        if _FOUND.search(lower, max(0, start - 50), start):
            relations.part_of[index] = whole
            return


def _link_settled(setting: Amounts, index: int, relations: Relations) -> None:
    """*tiếp nhận 3.000 hồ sơ. Đã trả kết quả 2.900 hồ sơ*: how many of those received are settled."""
    this, lower = setting.amounts[index], setting.page.lower
    if not any(lower.find(word, max(0, this.start - _NEAR), this.end + _NEAR) >= 0 for word in _SETTLING):
        return
    led_by = _SETTLES.search(lower, max(this.sentence[0], this.start - _NEAR), this.start)
    if this.unit is None or not (led_by or _IS_SETTLED.match(lower, this.end)):
        return
    for earlier in range(index - 1, max(-1, index - _REACH), -1):
        whole = setting.amounts[earlier]
        if "\n" in lower[whole.end : this.start]:
            return
        if whole.unit != this.unit or earlier in relations.part_of or earlier in setting.changes:
            continue
        received = _RECEIVED.search(lower, max(whole.sentence[0], whole.start - _NEAR), whole.start)
        if received and is_smaller(this, whole):
            relations.part_of[index] = earlier
        return


def _link_paid(setting: Amounts, index: int, relations: Relations) -> None:
    """*kế hoạch vốn hơn 3.580 tỷ đồng, đã giải ngân đạt 62%*: how much of the plan was paid."""
    if not index or index in relations.part_of or index in relations.share_of:
        return
    last = setting.amounts[index - 1]
    if last.dimension != "money" or not setting.in_one_sentence(index - 1, index):
        return
    planned = _PLANNED.search(setting.page.lower, last.sentence[0], last.start)
    if planned and _PAID.fullmatch(setting.between(index - 1, index)):
        relations.part_of[index] = index - 1


def _link_filled(setting: Amounts, index: int, relations: Relations) -> None:
    """*được giao 36 biên chế nhưng mới có 27 người*: how many of those that are needed there are."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if not index or index in relations.part_of or this.dimension in PROPORTIONS or this.dimension != last.dimension:
        return
    if not setting.in_one_sentence(index - 1, index) or not fits_in(this, last):
        return
    if this.unit != last.unit and not (is_of_people(this) and is_of_people(last)):
        return
    between = setting.between(index - 1, index)
    only = is_smaller(this, last) and ("mới" in between or " nay " in between)
    if only and this.unit == last.unit and index - 1 not in setting.changes and _ONLY.fullmatch(between):
        relations.part_of[index] = index - 1
        return
    if not _FILLED.fullmatch(between):
        return
    if _NEEDED.search(setting.page.lower, max(last.sentence[0], last.start - 64), last.start):
        relations.part_of[index] = index - 1


def _link_share_of_those(setting: Amounts, index: int, relations: Relations) -> None:
    """*gần 3.000 công nhân, 12,5% phải vay tiền, 29% thỉnh thoảng vay*: shares of the people counted before."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    told = (
        index in relations.part_of or index in relations.share_of or index in relations.was or index in setting.changes
    )
    if not index or told or not is_share(this) or not setting.in_one_sentence(index - 1, index):
        return
    between = setting.between(index - 1, index)
    if this.dimension == "ratio" and last.dimension not in PROPORTIONS and _SO_MUCH_DONE.fullmatch(between):
        relations.part_of[index] = index - 1
        return
    if not _SHARE_LED.fullmatch(between):
        return
    counted = _DO_SOMETHING if this.dimension == "ratio" and last.dimension == "count" else _OF_THOSE_COUNTED
    if not counted.match(setting.page.lower, this.end):
        return
    if last.dimension == "count" and last.quantity.total is None and last.unit is not None:
        relations.part_of[index] = index - 1
    elif last.dimension == "percent" and index - 1 in relations.part_of:
        relations.part_of[index] = relations.part_of[index - 1]


def _link_rest(setting: Amounts, index: int, relations: Relations) -> None:
    """*kéo 11 tàu lên đà, sửa 7 máy; 4 tàu còn lại*: a part of the last larger amount with the same noun.

    Where two amounts before prove it, it is a part of the larger: *7 hộ trong tổng số 9 hộ. 2 hộ còn lại*.
    """
    this, lower = setting.amounts[index], setting.page.lower
    if index in relations.part_of or not this.unit:
        return
    near = max(this.sentence[0], this.start - _REST_REACH), this.end + _REST_REACH
    if lower.find("còn lại", *near) < 0 and lower.find(" kia", *near) < 0:
        return
    after = _REST.match(lower, this.end)
    if not after and not _REST_BEFORE.search(lower, max(this.sentence[0], this.start - _REST_REACH), this.start):
        return
    proven = _whole_of_rest(setting, index, relations)
    if proven is not None:
        relations.part_of[index], part = proven
        relations.part_of.setdefault(part, relations.part_of[index])
        return
    if after is None or after[0].endswith("kia"):
        return
    for earlier in range(index - 1, max(-1, index - 5), -1):
        whole = setting.amounts[earlier]
        if whole.quantity.total is not None:  # 60/63 tỉnh đã xong, 3 tỉnh còn lại: none of the 60
            continue
        if whole.unit == this.unit and fits_in(this, whole) and whole.quantity.value != this.quantity.value:
            relations.part_of[index] = relations.part_of.get(earlier, earlier)
            return


def _whole_of_rest(setting: Amounts, index: int, relations: Relations) -> tuple[int, int] | None:
    """The whole and the part near `index`, in whichever order, that leave its amount; the nearest part first.

    What was said to be a part leaves the rest by whatever noun: *11 trong tổng số 14 công sở; 3 điểm còn lại*.
    """
    rest = setting.amounts[index].quantity.value
    near = [j for j in range(index - 1, max(-1, index - _REACH), -1) if setting.amounts[j].quantity.value is not None]
    alike = [j for j in near if are_of_one_kind(setting.amounts[index], setting.amounts[j])]
    told = [(part, relations.part_of[part]) for part in near if part in relations.part_of]
    for part, whole in (*((part, whole) for part in alike for whole in alike), *told):
        left = (setting.amounts[whole].quantity.value or 0) - (setting.amounts[part].quantity.value or 0)
        if whole != part and setting.amounts[whole].dimension == setting.amounts[index].dimension and left == rest:
            return whole, part
    return None
