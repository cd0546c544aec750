"""Amounts out of a number that is told beside them: *19 trong tổng số 40*, *trong số 14 vé có 85%*, *8 xe thì 3*."""

from vnreports.resolve.kinds import are_of_one_kind, fits_in, is_share, is_smaller, size_of
from vnreports.resolve.links import Amounts, Relations
from vnreports.rules import Pattern

_OUT_OF = Pattern(
    r"(?:[^.;:()\n]|\([^()\n]{0,20}\)){0,70}(?:\ \()?(?<!\w)"
    r"(?:trong\ (?:tổng\ )?số|trên\ tổng\ số|trên\ tổng|trong\ tổng|trong(?=\ (?:hơn|gần|khoảng)\ ))\ "
    r"(?:(?:số\ )?(?:tiền|vốn|kinh\ phí|diện\ tích|nhu\ cầu)\ )?(?:hơn\ |gần\ |khoảng\ )?"
)
_OUT_OF_ENDS = ("số ", "tổng ", "hơn ", "gần ", "khoảng ", "tiền ", "vốn ", "phí ", "tích ", "cầu ")
# trong 110 giáo viên dự thi thì chỉ có sáu người đỗ; trong số 11 nhóm, 9 nhóm …
AMONG = Pattern(r"(?<!\w)(?:trong\ (?:tổng\ )?|trên\ tổng\ )(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?$")
_AMONG_THEM = Pattern(r"[^.;:()\n]{0,90}?(?<!xuống)\ (?:có|còn)\ (?:tới\ |đến\ |hơn\ )?")
# Trong 72 đại biểu HĐND khóa 8, 70 người đã bỏ phiếu; Trong 50 tỉnh mà đoàn đã kiểm tra, có 16 tỉnh chi sai
_SENTENCE_OF = Pattern(r"\W*(?:chỉ\ |riêng\ )?trong\ (?:tổng\ )?(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?", plain=True)
_THEN_SOME = Pattern(r"[^.;:()\n]{0,90}?(?:,|\ thì)\ (?:(?:có|chỉ\ có|chỉ|còn|tới|đến|hơn|gần)\ )*", plain=True)
_AND_SOME = Pattern(
    r"(?:\ [^.,;:()\d\n]{1,40})?(?:,|;|\ và)(?!\ (?:trong\ đó|gồm)(?!\w))\ [^.;:()\d\n]{0,40}?", plain=True
)
_MOST = 8
_OTHER_LEVEL = Pattern(r"[.;:()\n]|(?<!\w)(?:lên|xuống)(?!\w)")
_THESE = Pattern(r"(?:\ \p{L}+){1,3}?\ (?:này|đó|ấy|nói\ trên)(?!\w)")
# 8 xe thì có tới 3 xe hỏng; với 6 tỷ đồng cho 20 cây cầu, thì chỉ có gần 2 tỷ là thật
_OF_THOSE = Pattern(
    r"[^.;:()\n]{0,60}?,?\ thì\ (?:(?:\p{L}+\ ){0,3}(?:đã|chỉ|có)\ )?"
    r"(?:(?:có|chỉ|cả|đã|tới|đến|hết|gần|hơn|ngoài|quá|khoảng)\ )*"
    r"|[^.,;:()\d\n]{1,40}\ mà\ (?:có\ )?(?:tới|đến)\ (?:(?:gần|hơn)\ )?",
    plain=True,
)
_IN_CASE = Pattern(r"(?<!\w)(?:nếu|hễ|giả\ sử)(?!\w)[^.;\n]*$", plain=True)


def link_out_of(setting: Amounts, index: int, relations: Relations) -> None:
    """*thiếu 19 cán bộ trong tổng số 15 vị trí*: the first is a part of the second; *7 chiếc thì 4 hỏng*: the last."""
    if index == 0 or not setting.in_one_sentence(index - 1, index):
        return
    this, last = setting.amounts[index], setting.amounts[index - 1]
    between = setting.between(index - 1, index)
    share = is_share(last) and fits_in(last, this) and "," not in between and "số " in between
    out_of = between == " trong " or (between.endswith(_OUT_OF_ENDS) and _OUT_OF.fullmatch(between))
    paired = between.endswith("/") and last.unit == this.unit and fits_in(last, this)  # 48 nền/120 nền
    if ((last.dimension == this.dimension or share) and out_of) or paired:  # xóa 12 trong 40 điểm ngập
        relations.part_of.setdefault(index - 1, index)
        return
    led_by = setting.page.lower[max(0, last.start - 40) : last.start]
    among = AMONG.search(setting.page.lower, max(0, last.start - 40), last.start) if "trong " in led_by else None
    if among and this.dimension == "percent":
        _link_shares_among(setting, index, relations)
    opens = "trong " in led_by and _SENTENCE_OF.fullmatch(setting.page.lower, last.sentence[0], last.start)
    if opens and last.unit and are_of_one_kind(this, last) and fits_in(this, last) and _THEN_SOME.fullmatch(between):
        relations.part_of.setdefault(index, index - 1)
        _link_others_among(setting, index, relations)
        return
    fits = among and are_of_one_kind(this, last) and fits_in(this, last)
    if fits and (_names_some(setting, index) or _AMONG_THEM.fullmatch(between)):
        relations.part_of.setdefault(index, index - 1)
        _link_others_among(setting, index, relations)
    elif " thì " in between or " mà " in between:
        _link_of_those(setting, index, relations)


def _link_others_among(setting: Amounts, first: int, relations: Relations) -> None:
    """*trong số 702 người, huyện A có 41 người, huyện B 37 người*: those with the noun again are parts too."""
    whole = relations.part_of[first]
    told = size_of(setting.amounts[first]) or 0
    for other in range(first + 1, min(first + _MOST, len(setting.amounts))):
        amount = setting.amounts[other]
        beside = amount.unit is not None and amount.unit == setting.amounts[first].unit and other not in setting.changes
        if (
            not beside
            or not setting.in_one_sentence(first, other)
            or not _AND_SOME.fullmatch(setting.between(other - 1, other))
        ):
            return
        told += size_of(amount) or 0
        if told > (size_of(setting.amounts[whole]) or 0):
            return
        relations.part_of.setdefault(other, whole)


def _link_shares_among(setting: Amounts, index: int, relations: Relations) -> None:
    """*trong số 14 vé trúng giải có 85% bán ở tỉnh A, 15% còn lại ở tỉnh B*: the shares that follow are parts."""
    for share in range(index, len(setting.amounts)):
        this, led_by = setting.amounts[share], setting.between(share - 1, share)
        bare = led_by.endswith((" có ", ", ", " và ", " còn ", " là ")) and share not in setting.changes
        if this.dimension != "percent" or not bare or not setting.in_one_sentence(index, share):
            return
        relations.part_of.setdefault(share, index - 1)


def _names_some(setting: Amounts, index: int) -> bool:
    """Whether an amount has the last one's noun again, of fewer: *56 tin báo, cục phân loại ra 23 tin báo*."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if this.unit is None or this.unit != last.unit or not is_smaller(this, last):
        return False
    return not _THESE.match(setting.page.lower, this.end) and not _OTHER_LEVEL.search(setting.between(index - 1, index))


def _link_of_those(setting: Amounts, index: int, relations: Relations) -> None:
    """*8 xe thì có tới 3 xe hỏng*: a part of the last amount of its kind; *nếu 8 xe thì 3* is none."""
    this = setting.amounts[index]
    for earlier in range(index - 1, max(-1, index - 4), -1):
        whole = setting.amounts[earlier]
        if not setting.in_one_sentence(earlier, index):
            return
        if are_of_one_kind(this, whole) and fits_in(this, whole):
            in_case = _IN_CASE.search(setting.page.lower, whole.sentence[0], whole.start)
            if not in_case and _OF_THOSE.fullmatch(setting.between(earlier, index)):
                relations.part_of.setdefault(index, earlier)
            return
