"""What a percentage restates, and the whole that percentages prove."""

from decimal import Decimal

import regex

from vnreports.records import Number
from vnreports.resolve.among import AMONG
from vnreports.resolve.kinds import PROPORTIONS, is_share
from vnreports.resolve.links import PLANS, SOFT, Amounts, Relations
from vnreports.resolve.sums import find_whole_of_share, fits_share
from vnreports.rules import Pattern

# what may stand between an amount and the percentage that restates it: 842 tỷ đồng, đạt 21,14%; 4.678 nhiệm vụ (77%)
_RESTATES = Pattern(
    rf"""(?: [^.;:()\n]{{0,60}}? (?:\.\.\.\ )? \( (?!riêng\ |trong\ đó) (?: [^.;:()\n]{{0,30}}\ | \+\ ? )?
          | [^.;:()\n]{{0,100}}? ,\ (?:tương\ ứng\ |chỉ\ |mới\ |chưa\ |tức\ |tức\ là\ )?
            (?: đạt(?:\ có)? | bằng | chiếm | tương\ đương | tương\ ứng | hoàn\ thành | tỷ\ lệ(?:\ [^.;:(),\n]{{0,24}})?
              | được | tức(?:\ là)? | so\ với\ (?:dự\ toán|kế\ hoạch)(?:\ [^.;:(),\n]{{1,40}})?\ (?:thì\ )?bằng )
            (?:\ {SOFT})* \x20
          | [^.;:()\n]{{0,70}}? ,\ (?: nghĩa\ là | vỏn\ vẹn | non | ngót | mới )(?:\ {SOFT})* \x20
          | [^.;:(),\n]{{0,50}} \ (?: chiếm | tương\ đương | tương\ ứng ) (?:\ {SOFT})* \x20
          | [^.;:(),\n]{{0,50}} ,?\ (?: tương\ đương | tương\ ứng )\ (?:với\ )?(?: tăng | giảm )(?:\ {SOFT})* \x20
        ) $""",
    regex.VERBOSE,
    plain=True,
)
# bằng 76,3% dự toán Trung ương giao, bằng 71,6% dự toán HĐND tỉnh giao: of two plans
_AFTER_A_PLAN = Pattern(
    r"\ (?:mức\ |tổng\ )?(?:kế\ hoạch|dự\ toán|chỉ\ tiêu|mục\ tiêu)(?!\w)[^.,;:()\d\n]{0,50}(?:\ \([^()\n]{3,40}\))?"
    rf"(?:(?:,|\ và|,\ và)\ (?:đạt|bằng)|\ và)\ (?:{SOFT}\ )*",
    plain=True,
)
# đạt 11,3 tỷ USD, giảm 18,7% so với cùng kỳ, bằng 38,3% kế hoạch năm: of the plan, over the change between
_CHANGED_BY = Pattern(rf"(?:\ [^.,;:()\n]{{0,40}})?,\ (?:đã\ )?(?:tăng|giảm)\ (?:{SOFT}\ )*", plain=True)
_AFTER_A_CHANGE = Pattern(
    rf"(?:\ so\ (?:với\ )?[^.;:()\n]{{2,40}})?(?:,|\ và|,\ và|,\ (?:song|nhưng))"
    rf"\ (?:mới\ |chỉ\ )*(?:đạt|bằng|(?P<share>chiếm))\ (?:{SOFT}\ )*",
    plain=True,
)
_PLAN_THEN_BRACKET = Pattern(rf"(?<!\w)(?:{PLANS})(?!\w)[^.;:()\n]{{0,40}}\ \($", plain=True)
_PAID_OUT = Pattern(
    r"(?<!\w)(?:vốn|giải\ ngân|tạm\ ứng|kinh\ phí|hỗ\ trợ|bồi\ thường|thanh\ toán|chi)(?!\w)", plain=True
)
_FAR = 60
_PLAN = rf"{PLANS}|kh|dt"
# 5.473 tỷ đồng đạt 102,6% kế hoạch, 231 tỷ đồng, gần 39% kế hoạch
_ACHIEVED = Pattern(rf"\ đạt\ (?:{SOFT}\ )*|(?:\ [^.,;:()\d\n]{{0,50}})?,\ (?:đạt\ |tức\ |nghĩa\ là\ )?(?:{SOFT}\ )*")
_SO_MUCH = Pattern(rf"(?:\ [^.,;:()\d\n]{{0,50}})?(?:\ |,\ )(?:đạt|tức|nghĩa\ là|{SOFT})\ (?:{SOFT}\ )*")
# chưa đến 7% tổng số thôn, non ba phần mười nhu cầu
_OF_A_WHOLE = Pattern(r"\ (?:nhu\ cầu|định\ mức|tổng|số\ (?:phải|cần))(?!\w)")
_OF_A_PLAN = Pattern(rf"\ (?:{_PLAN})(?!\w)")
_OF_A_PLAN_OR_PERIOD = Pattern(rf"\ (?:{_PLAN}|(?:so\ (?:với\ )?)?cùng\ kỳ)(?!\w)")
# the other way round: 5,3% GDP (tương ứng 224.000 tỷ đồng), chiếm 58,3% với 9.034 doanh nghiệp
_AMOUNTS_TO = Pattern(
    r"""\ ?\( | [^.;:()\n]{0,60}\(\ ?(?:tương\ ứng|tương\ đương|khoảng|xấp\ xỉ|bằng):?\ (?:với\ |khoảng\ |gần\ |hơn\ )*
      | [^.,;:()\n]{1,60},?\ (?:tương\ ứng|tương\ đương)\ với\ (?:khoảng\ |gần\ |hơn\ )?
      | [^.,;:()\n]{1,60},\ tức\ (?:là\ )?(?:khoảng\ |gần\ |hơn\ )?
      | \)?,?\ (?:với|ứng\ với|tương\ ứng|tương\ đương|tức(?:\ là)?)\ (?:với\ )?(?:\p{L}+\ ){0,6}
        (?:khoảng\ |gần\ |hơn\ )?""",
    regex.VERBOSE,
    plain=True,
)


def link_share(setting: Amounts, index: int, relations: Relations) -> None:
    """*4.678 nhiệm vụ (77%)*, *842 tỷ đồng, đạt 21,14%*, *5,3% GDP (tương ứng 224.000 tỷ đồng)*."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if not setting.in_one_sentence(index - 1, index):
        return
    between = setting.between(index - 1, index)
    if this.dimension == "percent" and (other_plan := _share_of_another_plan(setting, index, relations)) is not None:
        relations.share_of[index] = relations.share_of[other_plan]
    elif is_share(this) and last.dimension not in PROPORTIONS and not setting.page.lower.startswith(" về ", this.end):
        if (_is_achieved(setting, index, between) or _RESTATES.fullmatch(between)) and (index in setting.changes) <= (
            index - 1 in setting.changes
        ):
            base = index - 1
            if index > 1 and (fits_share(setting.amounts[index - 2], last, this) or _is_out_of(setting, index)):
                base = index - 2  # 7.440 tỷ đồng trên tổng 9.300 tỷ đồng, đạt 80%
            relations.share_of[index] = base
    elif this.dimension == "percent" and _restates_over_a_change(setting, index):
        relations.share_of[index] = index - 2
    elif (
        is_share(last)
        and this.dimension in ("count", "money")
        and not (index - 1 in setting.changes and between.strip() == "(")  # tăng 0,13% (19,68 điểm)
        and not (index - 1 in relations.share_of and between[:1] == ")")  # 71 vụ (73,96%), với 9 vụ đúng
        and _AMOUNTS_TO.fullmatch(between)
    ):
        relations.share_of[index - 1] = index


def _is_achieved(setting: Amounts, index: int, between: str) -> bool:
    """Whether a percentage is told of a plan or a whole beside the amount: *231 tỷ đồng, gần 39% kế hoạch*."""
    lower, end = setting.page.lower, setting.amounts[index].end
    if _OF_A_PLAN.match(lower, end):
        return _ACHIEVED.fullmatch(between) is not None
    return _OF_A_WHOLE.match(lower, end) is not None and _SO_MUCH.fullmatch(between) is not None


def _share_of_another_plan(setting: Amounts, index: int, relations: Relations) -> int | None:
    """The percentage of another plan or period right before one, or before that plan's amount in brackets, or None."""
    if _OF_A_PLAN_OR_PERIOD.match(setting.page.lower, setting.amounts[index].end) is None:
        return None
    for last in (index - 1, index - 2):
        if last in relations.share_of and _AFTER_A_PLAN.fullmatch(setting.between(last, index)):
            return last
    return None


def _is_out_of(setting: Amounts, index: int) -> bool:
    """Whether the two amounts before a percentage make it: *cấp 1.046 giấy trong tổng số 1.530 lô (68,4%)*."""
    first, last, share = (each.quantity.value for each in setting.amounts[index - 2 : index + 1])
    if not first or not last or not share or AMONG.search(setting.between(index - 2, index - 1)) is None:
        return False
    return abs(Decimal(first) / Decimal(last) * 100 - Decimal(share)) < 1


def _restates_over_a_change(setting: Amounts, index: int) -> bool:
    """Whether a percentage restates the amount before the last: *đạt 11 tỷ USD, giảm 18%, bằng 38% kế hoạch*."""
    if index < 2 or index - 1 not in setting.changes or not setting.in_one_sentence(index - 2, index):
        return False
    if setting.amounts[index - 2].dimension in PROPORTIONS or index - 2 in setting.changes:
        return False
    if _CHANGED_BY.fullmatch(setting.between(index - 2, index - 1)) is None:
        return False
    after = _AFTER_A_CHANGE.fullmatch(setting.between(index - 1, index))
    if after is None:
        return False
    return after["share"] is not None or _OF_A_PLAN.match(setting.page.lower, setting.amounts[index].end) is not None


def link_share_of_plan(setting: Amounts, relations: Relations) -> None:
    """*đã giải ngân 21.240 tỷ đồng, đạt 59% kế hoạch*: a part of the plan, where the percentage proves it."""
    for percent, part in list(relations.share_of.items()):
        by_so_much = part in setting.changes  # tăng 8 tỷ đồng, tương đương 0,8%
        if percent in setting.changes or by_so_much or part in relations.part_of:
            continue
        if setting.amounts[percent].dimension != "percent":
            continue
        whole = find_whole_of_share(setting.amounts, part, percent)
        if whole is not None and not _is_target(setting, part, whole):
            relations.part_of[part] = whole


def _is_target(setting: Amounts, part: int, whole: int) -> bool:
    """Whether the whole is a target, no capital to pay from: *xuất khẩu 2 tỷ USD, bằng 76% kế hoạch (3 tỷ USD)*."""
    lower, start = setting.page.lower, setting.amounts[whole].start
    if (
        whole < part
        or not lower.endswith("(", 0, start)
        or not _PLAN_THEN_BRACKET.search(lower, max(0, start - _FAR), start)
    ):
        return False
    return _PAID_OUT.search(lower, setting.amounts[part].sentence[0], start) is None


def link_hundred_percent(setting: Amounts, relations: Relations) -> None:
    """Percentages of one sentence that make up a hundred are parts of the count named last before them.

    Of money only after *trong số*: *trong số 600 tỷ đồng nợ xấu, 90% là tiền của dân, 10% của ngân hàng*.
    """
    amounts = setting.amounts
    for index in range(len(amounts) - 2):
        led_by_among = amounts[index].dimension == "money" and AMONG.search(
            setting.page.lower, max(0, amounts[index].start - 30), amounts[index].start
        )
        if amounts[index].dimension != "count" and not led_by_among:
            continue
        running: Number = 0
        parts: list[int] = []
        for j in range(index + 1, len(amounts)):
            value = amounts[j].quantity.value
            if amounts[j].dimension != "percent" or value is None or j in relations.share_of:
                break
            running += value
            parts.append(j)
        if running == 100 and len(parts) > 1 and setting.in_one_sentence(parts[0], parts[-1]):
            relations.part_of.update((j, index) for j in parts)
