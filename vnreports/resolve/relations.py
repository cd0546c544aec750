"""How the numbers of a report belong together: what was before, what is a part of what, what a percentage restates."""

import dataclasses
from collections.abc import Sequence
from decimal import Decimal

import regex

from vnreports.extract.claims import Amount
from vnreports.page import Page
from vnreports.resolve.sums import are_of_one_kind, find_parts, find_whole_of_share, fits_share, head_of, value_of
from vnreports.rules import Pattern

_SOFT = r"(?:tỷ\ lệ|tỉ\ lệ|khoảng|gần|hơn|trên|dưới|xấp\ xỉ|với|tới|đến|mức|chỉ|mới|được)"
# what may stand between an amount and the percentage that restates it: 842 tỷ đồng, đạt 21,14%; 4.678 nhiệm vụ (77%)
_RESTATES = Pattern(
    rf"""(?: [^.;:()\n]{{0,60}}? \( (?: [^.;:()\n]{{0,30}}\ )?
          | [^.;:()\n]{{0,70}}? ,\ (?:tương\ ứng\ |chỉ\ |mới\ |tức\ |tức\ là\ )?
            (?: đạt | bằng | chiếm | tương\ đương | tương\ ứng | hoàn\ thành | tỷ\ lệ\ [^.;:(),\n]{{0,24}} )
            (?:\ {_SOFT})* \x20
          | [^.;:(),\n]{{0,50}} \ (?: chiếm | tương\ đương | tương\ ứng ) (?:\ {_SOFT})* \x20
        ) $""",
    regex.VERBOSE,
)
# the other way round: 5,3% GDP (tương ứng 224.000 tỷ đồng), chiếm 58,3% với 9.034 doanh nghiệp
_AMOUNTS_TO = Pattern(
    r"""[^.;:()\n]{0,60}\(\ ?(?:tương\ ứng|tương\ đương|khoảng|bằng):?\ (?:với\ |khoảng\ |gần\ |hơn\ )*
      | \)?,?\ (?:với|tương\ ứng|tương\ đương|tức(?:\ là)?)\ (?:với\ )?(?:\p{L}+\ ){0,6}(?:khoảng\ |gần\ |hơn\ )?""",
    regex.VERBOSE,
)
_FROM = Pattern(rf"(?<!\w)từ\ (?:{_SOFT}\ )*$")
_TO = Pattern(rf"[^.;:\n]{{0,70}}?(?<!\w)(?:lên|xuống|còn|đến|tới|thành)\ (?:(?:còn|{_SOFT})\ )*")
# giảm thuế suất 15% ở bậc 2 xuống 10%; bán 15 triệu đồng/m2, nay hạ xuống 13,5 triệu đồng/m2
_MOVED = Pattern(r"(?<!\w)(?:giảm|hạ|tăng|nâng|điều\ chỉnh)\ (?:\p{L}+\ ){0,6}$")
_MOVED_TO = Pattern(rf"^[^;:\n]{{0,90}}(?<!\w)(?:giảm|hạ|tăng|nâng)\ (?:xuống|lên|còn)\ (?:(?:còn|{_SOFT})\ )*$")
_LEFT = Pattern(r"(?<!\w)còn\ (?:khoảng\ |gần\ |hơn\ )?$")
_NOT_DONE = Pattern(r"[^.,;:()\n]{0,40}(?<!\w)(?:chưa|không|đang|quá\ hạn)(?!\w)")
_CHANGE = Pattern(
    r"(?<!\w)(?:tăng|giảm|vượt|hụt|cao\ hơn|thấp\ hơn|chậm|nhanh)(?!\w)(?!\ (?:lên|xuống|còn))[^.,;:()\d]{0,40}$",
    plain=True,
)
_COMPARED_WITH = Pattern(
    r"""(?<!\w) (?: so\ với | cùng\ kỳ | (?:trong\ khi\ )?năm\ (?:trước|ngoái) ) (?!\w)
        (?! [^.;:()\n]* (?:dự\ toán|kế\ hoạch|mục\ tiêu|chỉ\ tiêu) )
        [^.;:()\n]{0,44}? (?: \ (?:đạt|là|chỉ|ở\ mức|mới|khoảng|gần|hơn|mức|con\ số))* \ \(?$""",
    regex.VERBOSE,
)
_OF_WHICH = Pattern(
    r"(?<!\w)(?:trong\ (?:tổng\ số\ |số\ )?(?:đó|này)|cụ\ thể|bao\ gồm|gồm(?:\ có)?|riêng|chia\ ra|"
    r"chủ\ yếu(?:\ là)?|nhiều\ nhất(?:\ là)?)(?!\w)"
)
_OUT_OF = Pattern(
    r"(?:[^.;:()\n]|\([^()\n]{0,20}\)){0,70}(?<!\w)"
    r"(?:trong\ (?:tổng\ )?số|trên\ tổng\ số|trên\ tổng|trong\ tổng|trong(?=\ (?:hơn|gần|khoảng)\ ))\ "
    r"(?:hơn\ |gần\ |khoảng\ )?"
)
# trong 110 giáo viên dự thi thì chỉ có sáu người đỗ; trong số 11 nhóm, 9 nhóm …
_AMONG = Pattern(r"(?<!\w)trong\ (?:tổng\ )?(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?$")
_AMONG_THEM = Pattern(r"[^.;:()\n]{0,90}?(?<!xuống)\ (?:có|còn)\ (?:tới\ |đến\ |hơn\ )?")
# thu hút thêm 19 dự án, nâng tổng số dự án lên 301
_RAISED_TO = Pattern(
    r"[^.;:\n]{0,120}?(?<!\w)(?:nâng|đưa)\ (?:\p{L}+\ ){0,2}tổng\ [^.;:\n\d]{0,60}?"
    r"lên\ (?:tới\ |đến\ |hơn\ |gần\ |khoảng\ )?"
)
_PARENTHESIS = Pattern(r"[^.;:()\n]{0,60}?\((?:gồm|bao gồm|trong đó)?:?\ ?")
_RATE_OF_ITS_OWN = Pattern(r"(?<!\w)(?:đạt|tối\ đa|tối\ thiểu|tăng|giảm|hỗ\ trợ)\ [^,;]{0,16}$")
_NEAR = 90


@dataclasses.dataclass
class Relations:
    """The links of the amounts, by index: `was[i] == j` says that amount j is the earlier one of amount i."""

    was: dict[int, int] = dataclasses.field(default_factory=dict)
    part_of: dict[int, int] = dataclasses.field(default_factory=dict)
    share_of: dict[int, int] = dataclasses.field(default_factory=dict)
    compared: set[int] = dataclasses.field(default_factory=set)  # amounts that stand only to be compared with


@dataclasses.dataclass(frozen=True)
class _Amounts:
    """The amounts of a page with what every link asks of them."""

    page: Page
    amounts: Sequence[Amount]
    changes: frozenset[int]

    def between(self, first: int, second: int) -> str:
        return self.page.lower[self.amounts[first].end : self.amounts[second].start]

    def in_one_sentence(self, first: int, second: int) -> bool:
        return self.page.sentence_at(self.amounts[first].start) == self.page.sentence_at(self.amounts[second].start)


def resolve_relations(amounts: Sequence[Amount], page: Page) -> Relations:
    """The links between the amounts of a page, each by the phrase that says it or by the arithmetic that proves it."""
    changes = frozenset(
        index
        for index, amount in enumerate(amounts)
        if _CHANGE.search(page.lower, max(0, amount.start - 50), amount.start)
    )
    setting = _Amounts(page, amounts, changes)
    relations = Relations()
    for index in range(1, len(amounts)):
        _link_share(setting, index, relations)
        _link_change(setting, index, relations)
        _link_comparison(setting, index, relations)
    for index in range(len(amounts)):
        _link_parenthesis(setting, index, relations)
    for index in reversed(range(len(amounts))):  # the nearest total first: a headline repeats the text's
        _link_sum(setting, index, relations)
    for index in range(len(amounts)):
        _link_out_of(setting, index, relations)
        _link_raised_total(setting, index, relations)
        _link_of_which(setting, index, relations)
    _link_share_of_plan(setting, relations)
    _link_hundred_percent(setting, relations)
    return relations


def _link_share(setting: _Amounts, index: int, relations: Relations) -> None:
    """*4.678 nhiệm vụ (77%)*, *842 tỷ đồng, đạt 21,14%*, *5,3% GDP (tương ứng 224.000 tỷ đồng)*."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if not setting.in_one_sentence(index - 1, index):
        return
    between = setting.between(index - 1, index)
    is_share = this.dimension == "percent" or this.rule == "fraction"
    if is_share and last.dimension not in ("percent", "ratio", "rate"):
        if _RESTATES.fullmatch(between) and (index in setting.changes) <= (index - 1 in setting.changes):
            base = index - 1
            if index > 1 and fits_share(setting.amounts[index - 2], last, this):
                base = index - 2  # 7.440 tỷ đồng trên tổng 9.300 tỷ đồng, đạt 80%
            relations.share_of[index] = base
    elif last.dimension == "percent" and this.dimension in ("count", "money") and _AMOUNTS_TO.fullmatch(between):
        relations.share_of[index - 1] = index


def _link_change(setting: _Amounts, index: int, relations: Relations) -> None:
    """*từ 112 lên 559*; *giảm thuế suất 15% xuống 10%*; *trước có 155 đơn vị, nay còn 58*."""
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if this.dimension != last.dimension or not setting.in_one_sentence(index - 1, index):
        return
    lower, between = setting.page.lower, setting.between(index - 1, index)
    opens = _FROM.search(lower, max(0, last.start - 30), last.start) or _MOVED.search(
        lower, max(0, last.start - 50), last.start
    )
    if (opens and _TO.fullmatch(between)) or (this.unit == last.unit and _MOVED_TO.search(between)):
        relations.was[index] = index - 1
        return
    before, now = value_of(last), value_of(this)
    left = _LEFT.search(between) and not _OF_WHICH.search(between) and ";" not in between
    fell = before is not None and now is not None and now < before and are_of_one_kind(this, last)
    if left and fell and not _NOT_DONE.match(lower, this.end):
        relations.was[index] = index - 1


def _link_comparison(setting: _Amounts, index: int, relations: Relations) -> None:
    """*940.500 tấn, tăng 4,5% so với 900.000 tấn*; *đạt 5,1%, cùng kỳ 5,48%*: the last is the compared amount."""
    this = setting.amounts[index]
    if index in setting.changes or value_of(this) is None:
        return
    for earlier in range(index - 1, max(-1, index - 4), -1):
        candidate = setting.amounts[earlier]
        text = setting.between(earlier, index)
        if "\n" in text or len(text) > 160:
            return
        comparable = candidate.dimension == this.dimension and head_of(candidate) == head_of(this)
        if earlier in setting.changes or not comparable or earlier in relations.was:
            continue
        if _COMPARED_WITH.search(setting.between(index - 1, index)) and are_of_one_kind(this, candidate):
            relations.was[earlier] = index
            relations.compared.add(index)
        return


def _fits_in(part: Amount, whole: Amount) -> bool:
    """Whether one amount can be a part of another: of one dimension and no larger, or a share of it."""
    if part.dimension == "percent" or part.rule in ("fraction", "half"):
        return whole.dimension not in ("percent", "ratio", "rate")
    value, total = value_of(part), value_of(whole)
    if part.dimension != whole.dimension or value is None or total is None or value > total:
        return False
    return part.dimension == "count" or part.unit == whole.unit


def _link_parenthesis(setting: _Amounts, index: int, relations: Relations) -> None:
    """*40 đơn vị mới (21 phường, 19 xã)*: all amounts inside, where they stay within the amount before."""
    amounts, lower = setting.amounts, setting.page.lower
    opening = _PARENTHESIS.match(lower, amounts[index].end)
    if opening is None or amounts[index].dimension == "percent":
        return
    closing = lower.find(")", opening.end())
    inside = [j for j in range(index + 1, len(amounts)) if amounts[j].start < closing]
    if not inside or amounts[inside[0]].start < opening.end():
        return
    parts = [j for j in inside if amounts[j].dimension == amounts[index].dimension and j not in setting.changes]
    listed = len(parts) > 1 or any(word in opening[0] for word in ("gồm", "trong đó"))
    if listed and parts[:1] == inside[:1] and all(_fits_in(amounts[j], amounts[index]) for j in parts):
        relations.part_of.update((j, index) for j in parts if j not in relations.part_of)


def _link_sum(setting: _Amounts, index: int, relations: Relations) -> None:
    for part in find_parts(setting.amounts, setting.page, index, changes=setting.changes):
        relations.part_of.setdefault(part, index)


def _link_out_of(setting: _Amounts, index: int, relations: Relations) -> None:
    """*thiếu 19 cán bộ trong tổng số 15 vị trí*: the first is a part of the second."""
    if index == 0 or not setting.in_one_sentence(index - 1, index):
        return
    this, last = setting.amounts[index], setting.amounts[index - 1]
    if last.dimension == this.dimension and _OUT_OF.fullmatch(setting.between(index - 1, index)):
        relations.part_of.setdefault(index - 1, index)
        return
    among = _AMONG.search(setting.page.lower, max(0, last.start - 40), last.start)
    of_them = among and _AMONG_THEM.fullmatch(setting.between(index - 1, index))
    if of_them and are_of_one_kind(this, last) and _fits_in(this, last):
        relations.part_of.setdefault(index, index - 1)


def _link_raised_total(setting: _Amounts, index: int, relations: Relations) -> None:
    """*thu hút thêm 19 dự án, nâng tổng số dự án lên 301*: what is new is a part of the total."""
    for earlier in range(index - 1, max(-1, index - 4), -1):
        part, total = setting.amounts[earlier], setting.amounts[index]
        if not setting.in_one_sentence(earlier, index):
            return
        if not are_of_one_kind(part, total) or not _fits_in(part, total) or earlier in relations.was:
            continue
        if _RAISED_TO.fullmatch(setting.page.lower, part.end, total.start):
            relations.part_of.setdefault(earlier, index)
        return


def _link_of_which(setting: _Amounts, index: int, relations: Relations) -> None:
    """*9.622 biên chế, trong đó 3.280 …, 6.342 …*; *66.000 hồ sơ, trong đó 14%*."""
    taken = index in relations.part_of or index in relations.share_of or index in relations.was
    if taken or index in setting.changes:
        return
    this = setting.amounts[index]
    sentence = setting.page.sentence_at(this.start)
    cues = list(_OF_WHICH.finditer(setting.page.lower, sentence[0], this.start))
    if not cues:
        return
    cue = cues[-1]
    if this.dimension == "percent" and _RATE_OF_ITS_OWN.search(setting.page.lower, cue.end(), this.start):
        return  # trong đó, huyện A đạt 62,4%: its own rate, no part
    whole = _whole_before(setting, cue.start(), index, relations)
    if whole is None or not _fits_in(this, setting.amounts[whole]):
        return
    if _continues_list(setting, cue.end(), index, whole, relations):
        relations.part_of[index] = whole


def _whole_before(setting: _Amounts, cue: int, index: int, relations: Relations) -> int | None:
    """The amount that a cue elaborates: the last level before it in its sentence, or in the one that it goes on."""
    sentence = setting.page.sentence_at(cue)
    opens = not setting.page.lower[sentence[0] : cue].strip()
    earliest = setting.page.sentence_at(max(sentence[0] - 2, 0))[0] if opens else sentence[0]
    for j in range(index - 1, -1, -1):
        if setting.amounts[j].start < earliest:
            return None
        level = setting.amounts[j].dimension not in ("percent", "ratio") and j not in setting.changes
        if setting.amounts[j].end <= cue and level and j not in relations.compared:
            return relations.part_of.get(j, j) if opens else j  # 65 đơn vị (61 xã, 4 phường). Trong số này, …
    return None


def _continues_list(setting: _Amounts, cue_end: int, index: int, whole: int, relations: Relations) -> bool:
    """Whether the part still belongs to the list after the cue: the first near it, or the next beside a part."""
    this = setting.amounts[index]
    first = setting.amounts[index - 1].end <= cue_end
    gap = this.start - (cue_end if first else setting.amounts[index - 1].end)
    if first:
        share = this.dimension in ("percent", "ratio")
        return gap < _NEAR and (share or are_of_one_kind(this, setting.amounts[whole]))
    siblings = [j for j, owner in relations.part_of.items() if owner == whole and j < index]
    if not siblings or not are_of_one_kind(this, setting.amounts[whole]) or gap > _NEAR:
        return False
    total = sum((value_of(setting.amounts[j]) or Decimal(0) for j in siblings), value_of(this) or Decimal(0))
    return total <= (value_of(setting.amounts[whole]) or Decimal(0))


def _link_share_of_plan(setting: _Amounts, relations: Relations) -> None:
    """*đã giải ngân 21.240 tỷ đồng, đạt 59% kế hoạch*: a part of the plan, where the percentage proves it."""
    for percent, part in list(relations.share_of.items()):
        if percent in setting.changes or part in relations.part_of or setting.amounts[percent].dimension != "percent":
            continue
        whole = find_whole_of_share(setting.amounts, part, percent)
        if whole is not None:
            relations.part_of[part] = whole


def _link_hundred_percent(setting: _Amounts, relations: Relations) -> None:
    """Percentages of one sentence that make up a hundred are parts of the count named last before them."""
    amounts = setting.amounts
    for index in range(len(amounts) - 2):
        if amounts[index].dimension != "count":
            continue
        running, parts = Decimal(0), []
        for j in range(index + 1, len(amounts)):
            value = value_of(amounts[j])
            if amounts[j].dimension != "percent" or value is None or j in relations.share_of:
                break
            running += value
            parts.append(j)
        if running == 100 and len(parts) > 1 and setting.in_one_sentence(parts[0], parts[-1]):
            relations.part_of.update((j, index) for j in parts)
