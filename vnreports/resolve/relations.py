"""How the numbers of a report belong together; here, which one was before another and which is compared with it."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.resolve.comparisons import link_comparison
from vnreports.resolve.kinds import are_of_one_kind, head_of, size_of
from vnreports.resolve.links import OF_WHICH, SOFT, TO_ENDS, Amounts, Relations
from vnreports.resolve.parts import link_parts
from vnreports.resolve.setting import Openers
from vnreports.resolve.shares import link_hundred_percent, link_share, link_share_of_plan
from vnreports.resolve.told_alike import link_lists, link_next_column, link_next_year
from vnreports.rules import Pattern

RISES_FROM = Pattern(rf"(?<!\w)từ\ (?:(?:lỗ|lãi|{SOFT})\ )*$")
# từ chỗ mỗi thôn chỉ có 2 giếng, đến nay mỗi thôn đào trên 15 giếng; từ 12 hợp tác xã năm 2015, đến nay có 45
_FROM_A_STATE = Pattern(rf"(?<!\w)từ\ (?:chỗ\ (?:[^.,;:()\n]{{0,40}}\ )?|(?:{SOFT}\ )*)$", plain=True)
_TO_NOW = Pattern(r"[^.;:()\n]{0,50},\ (?:thì\ )?(?:đến|tới|cho\ đến|hiện|giờ|nay)(?!\w)[^.;:()\n]{0,60}\ ", plain=True)
_TO = Pattern(rf"[^.;:\n]{{0,70}}?(?<!\w)(?:lên|xuống|còn|thành|tụt\ về)\ (?:(?:còn|lỗ|lãi|{SOFT})\ )*", plain=True)
# giảm thuế suất 15% ở bậc 2 xuống 10%; bán 15 triệu đồng/m2, nay hạ xuống 13,5 triệu đồng/m2
_MOVED = Pattern(
    r"(?<!\w)(?:giảm|hạ|tăng|nâng|điều\ chỉnh|nhập|gom|dồn|ghép|gộp|sắp\ xếp|sáp\ nhập|hợp\ nhất)\ (?:\p{L}+\ ){0,6}$",
    plain=True,
)
# tăng 40 tỷ đồng lên 280 tỷ đồng, giảm bớt 90 tỷ đồng xuống 700 tỷ đồng: no earlier level but the difference
_BY_SO_MUCH = Pattern(rf"(?<!\w)(?:tăng|giảm)\ (?:(?:thêm|bớt|được|mạnh|nhẹ|{SOFT})\ )*$", plain=True)
# giảm ít nhất 10% số vụ, nâng tỷ lệ thu hồi lên 20%: of something else
_ANOTHER_MOVES = Pattern(r",\ (?:và\ |đồng\ thời\ )?(?:tăng|giảm|nâng|hạ|đưa|kéo)\ (?!(?:lên|xuống|còn)\ )", plain=True)
_MOVED_TO = Pattern(
    rf"^[^;:\n]{{0,90}}(?<!\w)(?:giảm|hạ|tăng|nâng)\ (?:xuống|lên|còn)\ (?:(?:còn|{SOFT})\ )*$", plain=True
)
# bội chi 4,8% hiện nay lên 5,3%; trước đây là 40.000 đồng/m3, nay lên tới 120.000 đồng/m3; chỉ tiêu là 5% nhưng chỉ có
_NOW_OR_ONLY = Pattern(
    r"(?:(?:\ [^.,;:()\d\n]{0,50})?[,;])?\ (?:nhưng\ )?(?:như\ )?(?:hiện(?:\ (?:nay|tại))?|nay|năm\ nay)\ "
    rf"(?:đã\ |chỉ\ )?(?:(?:tăng|giảm|rớt|tụt|hạ|vọt|nhảy)\ )?(?:lên|xuống|còn|là)\ (?:{SOFT}\ )*"
    r"|[^.;:()\d\n]{0,30},?\ (?:nhưng|song)\ (?:thực\ tế\ )?chỉ\ (?:có|đạt|còn|là)\ ",
    plain=True,
)
# phạt 6 triệu đồng (quy định cũ phạt 4 triệu đồng), giá 9 đồng (hiện đang áp dụng là 7 đồng)
_FORMERLY = Pattern(
    r"(?:\ [^.,;:()\d\n]{0,30})?\ ?\((?:(?:theo\ )?(?:quy\ định|mức|giá|con\ số)\ (?:cũ|trước\ đây|hiện\ hành)"
    rf"|(?:kỳ\ )?trước(?:\ (?:đây|đó|kia))?|hiện(?:\ (?:nay|tại|hành))?(?:\ đang\ áp\ dụng)?|khi\ ấy"
    rf"|cùng\ kỳ(?:\ năm\ (?:\d{{4}}|trước|ngoái))?|năm\ (?:\d{{4}}|trước|ngoái)):?\ "
    rf"(?:(?:là|chỉ|có|phạt|áp\ dụng|từ|tăng|giảm|đạt|{SOFT})\ )*",
    plain=True,
)
_THAN_A_TIME = Pattern(
    r"\ (?:so\ với\ )?(?:cùng\ kỳ|năm|tháng|quý|giai\ đoạn|nhiệm\ kỳ|mức|đầu|cuối)(?!\w)[^.;:()\n]{0,50}\(", plain=True
)
# nếu trước đây chỉ có 7 chuyến thì năm 2016 đã có 70 chuyến
_IF_BEFORE = Pattern(
    r"(?<!\w)nếu\ (?:như\ )?(?:trước|bình\ quân|năm|giai\ đoạn|hồi|cuối|đầu|tháng)(?!\w)[^.;:\n]{0,60}$", plain=True
)
_THEN_NOW = Pattern(
    r"[^.;:()\n]{0,60}?\ thì\ (?:\p{L}+\ ){0,4}?(?:nay|hiện|năm|giai\ đoạn|tháng|quý|sau)(?!\w)[^;:\n]{0,140}"
)
# đạt 3 tỷ USD/năm và phấn đấu nâng lên 5 tỷ USD
_AIMED_AT = Pattern(
    rf"[^.,;:()\n]{{0,30}}\ và\ (?:(?:sẽ|tiếp\ tục|đang)\ )*(?:phấn\ đấu|dự\ kiến|hướng\ tới|đặt\ mục\ tiêu)\ "
    rf"[^.,;:()\n]{{0,60}}?(?:đạt|lên|tới|còn|xuống)\ (?:(?:{SOFT})\ )*",
    plain=True,
)
# 547 đơn vị được xếp lại còn 166, 21 điện lực dồn thành 12 đội
_MERGED_INTO = Pattern(
    r"[^.,;:()\n]{0,60}\ (?:nhập|sáp\ nhập|hợp\ nhất|gộp|gom|dồn|ghép|xếp|sắp\ xếp|tổ\ chức|rút)\ (?:lại\ |gọn\ )?"
    rf"(?:thành|còn|xuống(?:\ còn)?)\ (?:{SOFT}\ )*",
    plain=True,
)
_NEW_TOTAL = Pattern(r"(?<!\w)(?:nâng|đưa)\ (?:\p{L}+\ ){0,2}tổng\ ")
# có 50 hộ mất điện. Hôm sau, con số này tăng lên 70 hộ
_THIS_NUMBER = Pattern(
    rf"[^;\n]{{0,90}}\.\ [^.;\n]{{0,40}}(?:con\ số|số\ lượng|tỷ\ lệ|mức|số)\ (?:này|trên|đó)\ [^.;\n]{{0,60}}?"
    rf"(?:lên|xuống|còn|tới|đến)\ (?:(?:còn|{SOFT})\ )*",
    plain=True,
)
# từ 2,4 con/phụ nữ (2021) xuống 2,2 (2022), 2,1 (2023)
_SERIES = Pattern(r"\ ?(?:\p{L}+\ ){0,3}\((?:năm\ )?\d{4}\)(?:,|\ và|,\ và|;)\ (?:còn\ )?", plain=True)
_RAISED_OR_CUT = Pattern(
    rf"(?<!\w)(?:(?P<up>(?:tăng|nâng|đẩy|điều\ chỉnh)\ (?:(?!tổng)[^.,;:()\d\n]{{0,40}}\ )?lên)"
    rf"|(?:giảm|hạ|rút)\ (?:[^.,;:()\d\n]{{0,40}}\ )?(?:xuống|còn))\ (?:(?:còn|{SOFT})\ )*$",
    plain=True,
)
_WINDOW = 90
_LEFT = Pattern(r"(?<!\w)còn\ (?:khoảng\ |gần\ |hơn\ )?$")
_FELL = Pattern(
    r"(?<!\w)(?:sau|trước|từ|nay|giờ|chỉ\ còn|sắp\ xếp|sáp\ nhập|hợp\ nhất|tinh\ gọn|giảm|hạ|cắt|gộp|ghép|rút|xuống)"
    r"(?!\w)",
    plain=True,
)
_LEFT_ENDS = ("còn ", "khoảng ", "gần ", "hơn ")
# còn 40 hộ chưa có điện, còn 5% là người châu Á: others than those told before
_NOT_DONE = Pattern(r"[^.,;:()\n]{0,40}(?<!\w)(?:chưa|không|đang|quá\ hạn)(?!\w)|\ (?:là|thuộc|do)(?!\w)")
_A_CHANGE = Pattern(r"tăng|giảm|vượt|hụt|hơn|bớt|chậm|nhanh", plain=True)  # a first look for what the next one finds
_CHANGE = Pattern(
    r"(?<!\w)(?:tăng(?<!trị\ gia\ tăng)|giảm|vượt(?<!đạt\ và\ vượt)|hụt|cao\ hơn|thấp\ hơn"
    r"|(?:(?:nhiều|ít|nhỉnh)\ )?hơn(?=\ (?:so|cùng|năm|tháng|quý)(?!\w))|bớt(?=\ $)"
    r"|chậm(?!\ (?:đóng|nộp|trả))|nhanh)(?!\w)"
    r"(?!\ (?:(?:tiếp|vọt|dần|mạnh|nhanh|nhẹ)\ )?(?:lên|xuống|còn)"
    r"|\ (?:hẳn\ |so\ với\ )*(?:mức|con\ số)(?:\ (?:hơn|gần|khoảng))?\ $"
    # giảm mạnh so với 7.212 tỷ đồng, so với mức doanh thu 7 tỷ đồng; but giảm so với dự toán 7 tỷ đồng
    r"|(?:\ \p{L}+){0,3}\ so\ với(?:\ (?:mức|con\ số|tỷ\ lệ|tổng\ số)(?:\ \p{L}+){0,3})?(?:\ (?:hơn|gần|khoảng))?\ $)"
    r"[^.,;:()\d]{0,40}$",
    plain=True,
)
# kiến nghị xử lý 61 tỷ đồng, trong đó tăng thu 6 tỷ đồng, giảm chi 12 tỷ đồng: money of a kind, and not a difference
_ITEM_OF_A_BUDGET = Pattern(
    r"(?<!\w)(?:tăng\ (?:thu|giá\ trị)|giảm\ (?:chi|trừ|thanh\ toán|quyết\ toán|dự\ toán|cấp\ phát))(?!\w)"
    r"[^.,;:()\d]{0,40}$",
    plain=True,
)


def resolve_relations(amounts: Sequence[Amount], page: Page, openers: Openers) -> Relations:
    """The links between the amounts of a page, each by the phrase that says it or by the arithmetic that proves it."""
    changes = frozenset(index for index, amount in enumerate(amounts) if _is_change(page.lower, amount))
    setting = Amounts(page, amounts, changes, openers)
    relations = Relations()
    conditional = "nếu " in page.lower
    for index in range(1, len(amounts)):
        link_share(setting, index, relations)
        _link_change(setting, index, relations)
        if index not in relations.was and setting.page.lower.endswith(TO_ENDS, 0, setting.amounts[index].start):
            _link_new_level(setting, index, relations)
        if page.lower.find(" năm ", amounts[max(0, index - 2)].end, amounts[index].start) >= 0:
            link_next_year(setting, index, relations)
        link_next_column(setting, index, relations)
        if conditional and page.lower.find(" thì ", amounts[max(0, index - 2)].end, amounts[index].start) >= 0:
            _link_if_before(setting, index, relations)
        link_comparison(setting, index, relations)
    link_lists(setting, relations)
    link_parts(setting, relations)
    link_share_of_plan(setting, relations)
    link_hundred_percent(setting, relations)
    for later, earlier in relations.was.items():  # giá 70.000 đồng/kg, so với 30.000 đồng/kg trước đây: no part of it
        if relations.part_of.get(earlier) == later:
            del relations.part_of[earlier]
    return relations


def _is_change(lower: str, amount: Amount) -> bool:
    """Whether the words or the sign before an amount say that it is by how much something rose or fell."""
    if amount.dimension == "percent" and (lower.endswith("(+", 0, amount.start) or (amount.quantity.value or 0) < 0):
        return True
    led_by = max(0, amount.start - 50)
    if not _A_CHANGE.search(lower, led_by, amount.start) or not _CHANGE.search(lower, led_by, amount.start):
        return False
    return amount.dimension != "money" or _ITEM_OF_A_BUDGET.search(lower, led_by, amount.start) is None


def _link_change(setting: Amounts, index: int, relations: Relations) -> None:
    """*từ 112 lên 559*; *giảm thuế suất 15% xuống 10%*; *8 triệu đồng (trước là 5 triệu đồng)*."""
    earlier = index - 2 if index - 1 in relations.share_of and _is_aside(setting, index - 1, relations) else index - 1
    this, last = setting.amounts[index], setting.amounts[earlier]
    lower, between = setting.page.lower, setting.between(earlier, index)
    if "tổng " in between and _NEW_TOTAL.search(between):
        return  # thêm 15 triệu khách, nâng tổng công suất lên 43 triệu
    if between.endswith(TO_ENDS) and " và " in between and _is_aim(setting, earlier, index):
        relations.was[index] = earlier
        return
    rate = (this.unit or "").startswith(f"{last.unit}/") and lower.endswith("từ ", 0, last.start)  # đồng, đồng/tháng
    if not (this.dimension == last.dimension or rate):
        if "(" in between and _is_multiple_of(setting, index):  # gấp 2,3 lần giai đoạn 2016 - 2019 (10 người)
            relations.was.setdefault(index - 2, index)
            relations.compared.add(index)
        return
    if not setting.in_one_sentence(earlier, index):
        if between.endswith(TO_ENDS) and are_of_one_kind(this, last) and _THIS_NUMBER.fullmatch(between):
            relations.was[index] = earlier
        return
    if between.endswith(TO_ENDS):
        if _BY_SO_MUCH.search(lower, max(0, last.start - 40), last.start):
            return
        merged = _is_merged_into(setting, earlier, index)
        relations.moved |= {index} if merged else set()
        if merged or _has_moved(setting, earlier, index, relations):
            relations.was[index] = earlier
            return
    if "(" in between and this.unit == last.unit and _FORMERLY.fullmatch(between):
        relations.was[earlier] = index
        if " năm " in between or "cùng kỳ" in between or "(năm " in between:
            relations.compared.add(index)
    elif (
        _is_left(setting, earlier, index)
        or _has_come_to(setting, earlier, index)
        or (earlier in relations.was and _is_next_of_series(setting, earlier, index))
    ):
        relations.was[index] = earlier


def _has_moved(setting: Amounts, earlier: int, index: int, relations: Relations) -> bool:
    """Whether words before the earlier amount, or between the two, say that it moved to the later one."""
    this, last, lower = setting.amounts[index], setting.amounts[earlier], setting.page.lower
    between = setting.between(earlier, index)
    if this.unit == last.unit and (_MOVED_TO.search(between) or _NOW_OR_ONLY.fullmatch(between)):
        return True
    opens = RISES_FROM.search(lower, max(0, last.start - 30), last.start) or _MOVED.search(
        lower, max(0, last.start - 50), last.start
    )
    also = relations.was.get(index - 2) == index - 3 and setting.between(index - 2, index - 1).startswith(" và ")
    return bool((opens or also) and _TO.fullmatch(between) and not _ANOTHER_MOVES.search(between))


def _is_merged_into(setting: Amounts, earlier: int, index: int) -> bool:
    """Whether so many units were merged into fewer: *29 chi bộ gom thành 22*, *43 cơ quan nhập lại thành 15*."""
    before, now = setting.amounts[earlier].quantity.value or 0, setting.amounts[index].quantity.value or 0
    fewer = setting.amounts[index].dimension == "count" and now < before
    return fewer and _MERGED_INTO.fullmatch(setting.between(earlier, index)) is not None


def _is_next_of_series(setting: Amounts, earlier: int, index: int) -> bool:
    """*từ 2,11 (2021) xuống 2,01 (2022), 1,96 (2023)*: each is what the one before has become."""
    alike = setting.amounts[earlier].unit == setting.amounts[index].unit
    return alike and _SERIES.fullmatch(setting.between(earlier, index)) is not None


def _is_multiple_of(setting: Amounts, index: int) -> bool:
    """Whether the last amount says how many times this one, in brackets, is as much as the one before both."""
    if index < 2 or setting.amounts[index - 1].unit != "lần" or not setting.in_one_sentence(index - 2, index):
        return False
    level, this = setting.amounts[index - 2], setting.amounts[index]
    told = _THAN_A_TIME.fullmatch(setting.between(index - 1, index)) is not None
    return told and level.unit == this.unit and index - 2 not in setting.changes


def _is_aside(setting: Amounts, share: int, relations: Relations) -> bool:
    """Whether a share restates the amount before it in brackets: *từ 3,1 triệu cổ phiếu (0,37%) lên 3,9 triệu*."""
    return relations.share_of[share] == share - 1 and "(" in setting.between(share - 1, share)


def _is_left(setting: Amounts, earlier: int, index: int) -> bool:
    """Whether an amount is what the earlier one fell to: *133 xã, còn 40 xã*; not *còn 5% là người châu Á*."""
    this, last, between = setting.amounts[index], setting.amounts[earlier], setting.between(earlier, index)
    if not between.endswith(_LEFT_ENDS) or ";" in between or not _LEFT.search(between) or OF_WHICH.search(between):
        return False
    if last.quantity.total is not None or not _FELL.search(
        setting.page.lower, max(last.sentence[0], last.start - _WINDOW), this.start
    ):
        return False  # 112/118 hộ đã nhận nền, còn 6 hộ; 702 hộ, còn 13 hộ
    before, now = last.quantity.value, size_of(this)
    fell = before is not None and now is not None and now < before and are_of_one_kind(this, last)
    return fell and not _NOT_DONE.match(setting.page.lower, this.end)


def _has_come_to(setting: Amounts, earlier: int, index: int) -> bool:
    """Whether an amount is what the earlier one has become: *từ chỗ mỗi thôn có 2 giếng, đến nay có 15 giếng*."""
    this, last = setting.amounts[index], setting.amounts[earlier]
    told = setting.page.lower.rfind("từ ", last.sentence[0], last.start)
    if told < 0 or this.unit != last.unit:
        return False
    opens = _FROM_A_STATE.search(setting.page.lower, told, last.start)
    return opens is not None and _TO_NOW.fullmatch(setting.between(earlier, index)) is not None


def _is_aim(setting: Amounts, earlier: int, index: int) -> bool:
    """Whether an amount is what the earlier one is to become: *đạt 3 tỷ USD/năm và phấn đấu nâng lên 5 tỷ USD*."""
    this, last = setting.amounts[index], setting.amounts[earlier]
    if not (this.unit == last.unit or head_of(last).startswith(f"{head_of(this)}/")):
        return False
    return setting.in_one_sentence(earlier, index) and _AIMED_AT.fullmatch(setting.between(earlier, index)) is not None


def _link_new_level(setting: Amounts, index: int, relations: Relations) -> None:
    """*vốn đăng ký 1 tỷ USD. Sau đó, họ nâng vốn lên 3 tỷ USD*: the last level in the sentence before."""
    this, lower = setting.amounts[index], setting.page.lower
    moved = _RAISED_OR_CUT.search(lower, max(this.sentence[0], this.start - _WINDOW), this.start)
    if moved is None or index in setting.changes or this.dimension == "percent":
        return
    sentence = setting.page.sentence_at(max(this.sentence[0] - 2, 0))
    for earlier in range(index - 1, max(-1, index - 4), -1):
        last = setting.amounts[earlier]
        if last.unit == this.unit and last.dimension == this.dimension:
            before, now = last.quantity.value, this.quantity.value or this.quantity.low
            told = earlier not in setting.changes and last.sentence == sentence != this.sentence
            if told and before and now and (now > before if moved["up"] else now < before):
                relations.was[index] = earlier
            return


def _link_if_before(setting: Amounts, index: int, relations: Relations) -> None:
    """*nếu trước đây mỗi tuần chỉ có 7 chuyến bay thì năm 2016 đã có 70 chuyến/tuần*: the first is the earlier one."""
    this = setting.amounts[index]
    for earlier in range(index - 1, max(-1, index - 3), -1):
        last = setting.amounts[earlier]
        if not setting.in_one_sentence(earlier, index):
            return
        before = _IF_BEFORE.search(setting.page.lower, last.sentence[0], last.start)
        if before and _have_one_base(this, last) and _THEN_NOW.fullmatch(setting.between(earlier, index)):
            relations.was.setdefault(index, earlier)
            return


def _have_one_base(this: Amount, last: Amount) -> bool:
    """Whether two amounts have one unit, but that a count may be by the week: *chuyến bay* and *chuyến/tuần*."""
    if this.dimension == last.dimension:
        return this.unit == last.unit
    by_time = {this.dimension, last.dimension} == {"count", "rate"}
    return by_time and head_of(this).split("/")[0] == head_of(last).split("/")[0] != ""
