"""Which amount is a part of which: by a parenthesis, by words like *trong đó*, by a sum."""

import itertools
from collections.abc import Iterator

import regex

from vnreports.resolve.among import link_out_of
from vnreports.resolve.bracketed_parts import TIMES, link_bracketed_parts
from vnreports.resolve.colon_parts import link_after_colons
from vnreports.resolve.columns import link_columns
from vnreports.resolve.done_parts import link_done
from vnreports.resolve.kinds import PARTIES, are_of_one_kind, fits_in, head_of, is_of_people, is_share, is_smaller
from vnreports.resolve.later_parts import link_capital, link_contributed, link_last_part, link_later_parts, link_ranked
from vnreports.resolve.links import OF_WHICH, OF_WHICH_OPENS, Amounts, Relations
from vnreports.resolve.listed_parts import link_listed_parts
from vnreports.resolve.sums import BALANCES, find_parts
from vnreports.rules import Pattern, is_in_closed_bracket, match_until

# 71 vụ cháy và 29 vụ trong số đó chưa dập được; một nửa trong số này là phụ nữ
_OF_THEM = Pattern(
    r"[^.,;:()\d\n]{0,40}?(?<!\w)trong\ (?:tổng\ )?số\ (?:này|đó|họ)(?!\w)"
    r"|(?:\ \p{L}+){1,3}\ trong\ đó\ (?=(?:đang|đã|là|chưa|phải|bị|được)(?!\w))"
    r"|\ (?:tổng\ )?số\ (?P<money>tiền|vốn|kinh\ phí)\ (?:này|đó|trên|nói\ trên)(?!\w)",
    plain=True,
)
_SHARE_OF_THEM = Pattern(r"\ trong\ đó(?!\w|\ (?:có\ )?\d)", plain=True)  # 8.000 trẻ và 50% trong đó bị nặng
# thu hút thêm 19 dự án, nâng tổng số dự án lên 301
_RAISED_TO = Pattern(
    r"[^;:\n]{0,150}?(?<!\w)(?:nâng|đưa)\ (?:\p{L}+\ ){0,2}tổng\ [^.;:\n]{0,60}?"
    r"(?:lên|là)\ (?:tới\ |đến\ |hơn\ |gần\ |khoảng\ )?",
    plain=True,
)
_NO_PART = (*BALANCES, "bình quân ", "trung bình ")
_TAKEN_OUT = Pattern(r"(?<!\w)(?:bỏ|bãi\ bỏ|lược\ bỏ|ghép|gộp)\ (?:\p{L}+\ ){0,2}$", plain=True)
_IS = ("là ", "là hơn ", "là gần ", "là khoảng ", "có ")
_RATE_OF_ITS_OWN = Pattern(r"(?<!\w)(?:đạt|tối\ đa|tối\ thiểu|tăng|giảm|hỗ\ trợ)\ [^,;]{0,16}$|\((?:chiếm\ )?$")
_CHANGE_VERBS = ("tăng", "giảm", "vượt", "hụt")
_EACH = Pattern(r"(?<!\w)(?:mỗi|từng)\ (?:\p{L}+\ ){0,3}$")
_FOR_EACH = Pattern(r"(?:\ \p{L}+)?\ mỗi\ \p{L}+(?!\w|\ \d)")
_TIMES_AS_MUCH = Pattern(r"(?<!\w)(?:gấp|lần|nửa|phần\ \p{L}+|so\ với)(?!\w)[^.,;:()\n]{0,40}(?:\(|\ con\ số\ )$")
_BOTH = 2  # quan hệ hai nước: no amount to reckon with
_NEAR = 90
_NEW_REACH = 4  # amounts before a raised total among which is what is new
_NEXT = 120  # from one part of a list to the next
_LONGEST_ASIDE = 160
_TIMES_REACH = 12


def link_parts(setting: Amounts, relations: Relations) -> None:
    """Add the links of parts to their wholes."""
    indices = range(len(setting.amounts))
    link_bracketed_parts(setting, relations)
    for index in indices:
        link_out_of(setting, index, relations)
    link_columns(setting, relations)
    told = frozenset(relations.part_of)
    for index in reversed(indices):  # the nearest total first: a headline repeats the text's
        _link_sum(setting, index, relations, told)
    link_listed_parts(setting, relations)
    link_ranked(setting, relations)
    link_after_colons(setting, relations)
    for index in indices:
        _link_raised_total(setting, index, relations)
        _link_of_which(setting, index, relations)
        link_last_part(setting, index, relations)
        if relations.part_of:
            link_later_parts(setting, index, relations)
        if setting.amounts[index].dimension == "money":
            link_capital(setting, index, relations)
        _link_of_them(setting, index, relations)
        link_done(setting, index, relations)
    link_contributed(setting, relations)


def _link_sum(setting: Amounts, index: int, relations: Relations, told: frozenset[int]) -> None:
    """The parts that add up to an amount; a longer list of an earlier one outweighs sums of a few of its parts.

    400 triệu đồng: A (160), B (80), C (80), D (80): that B and C make A is chance; the parts `told` in words stay.
    """
    if setting.says_again(index):
        return
    parts = find_parts(setting.amounts, setting.page, index, changes=setting.changes)
    if any(relations.was.get(part) == index for part in parts):
        return  # tụt từ 68 xuống 51, mất 17 người
    for part in parts:
        if part not in relations.part_of or (relations.part_of[part] in parts and part not in told):
            relations.part_of[part] = index


def _link_raised_total(setting: Amounts, index: int, relations: Relations) -> None:
    """*thu hút thêm 19 dự án, nâng tổng số dự án lên 301*: what is new is a part of the total."""
    total, farthest = setting.amounts[index], max(0, index - _NEW_REACH)
    if setting.page.lower.find("tổng ", setting.amounts[farthest].end, total.start) < 0:
        return
    new: list[int] = []
    for earlier in range(index - 1, farthest - 1, -1):
        part = setting.amounts[earlier]
        if not setting.in_one_sentence(earlier, index):
            break
        if are_of_one_kind(part, total) and fits_in(part, total) and earlier not in relations.was:
            new.append(earlier)
    if new and _RAISED_TO.fullmatch(setting.page.lower, setting.amounts[new[0]].end, total.start):
        # thêm 19 dự án nước ngoài và 22 dự án trong nước, nâng tổng số dự án nước ngoài lên 301
        kind = setting.page.lower[setting.page.lower.rindex("tổng ", 0, total.start) : total.start]
        endings = {earlier: (setting.amounts[earlier].what or "").lower().split()[-2:] for earlier in new}
        named = (earlier for earlier in new if endings[earlier] and " ".join(endings[earlier]) in kind)
        relations.part_of.setdefault(next(named, new[0]), index)


def _link_of_which(setting: Amounts, index: int, relations: Relations) -> None:
    """*9.622 biên chế, trong đó 3.280 …, 6.342 …*; *66.000 hồ sơ, trong đó 14%*."""
    taken = index in relations.part_of or index in relations.share_of or index in relations.was
    this = setting.amounts[index]
    if taken or (head_of(this) in PARTIES and this.quantity.value == _BOTH):
        return
    openings = [at for at, word in setting.openers[this.sentence] if at < this.start and word in OF_WHICH_OPENS]
    cues = list(match_until(OF_WHICH, setting.page.lower, openings, this.start)) if openings else []
    if not cues:
        return
    cue, opening = cues[-1], cues[-1].start()
    if len(cues) > 1 and not setting.page.lower[cues[-2].end() : opening].strip(" ,"):
        opening = cues[-2].start()  # trong đó riêng …; Trong đó, nặng nhất là …
    if _EACH.search(setting.page.lower, cue.end(), this.start) or setting.page.lower.endswith(_NO_PART, 0, this.start):
        return  # 2 lô, mỗi lô 60 chiếc; xuất siêu 19 tỷ USD
    if setting.page.lower.endswith((" con số ", " ("), 0, this.start) and _TIMES_AS_MUCH.search(
        setting.page.lower, max(cue.end(), this.start - _NEAR), this.start
    ):
        return  # riêng tháng 8 là 6.940 con, gấp 3,2 lần tháng 7 (2.169 con); 215 tỷ đồng, chưa đến nửa con số 447 tỷ
    if _FOR_EACH.match(setting.page.lower, this.end):
        return  # riêng 31,5 tỷ mua máy tính, tính ra 254 triệu đồng mỗi nơi
    if this.dimension == "percent" and _RATE_OF_ITS_OWN.search(setting.page.lower, cue.end(), this.start):
        return  # trong đó, huyện A đạt 62,4%, huyện B (chiếm 34,8%): its own rate, no part
    if TIMES.search(setting.page.lower, this.end, this.end + _TIMES_REACH):
        return  # 104 căn hộ (gồm 26 căn x 4 tầng)
    taken_out = _TAKEN_OUT.search(setting.page.lower, cue.end(), this.start) is not None
    for whole in _wholes_before(setting, opening, index, relations):
        if taken_out and whole not in setting.changes:
            return  # còn 39 điều, trong đó đã bỏ 19 điều
        if setting.amounts[whole].dimension == "percent" and not _divides(setting.page.lower, cue, this.start):
            continue
        if is_smaller(this, setting.amounts[whole]) and _continues_list(setting, cue.end(), index, whole, relations):
            relations.part_of[index] = whole
            return


def _divides(lower: str, cue: "regex.Match[str]", start: int) -> bool:
    """Whether a share told after the cue divides a percentage: *87%, trong đó 60%*; not *71%, trong đó xã A là 67%*."""
    whole = lower.find("phần ", cue.end(), start) >= 0  # 60%, trong đó phần của tỉnh là 25%
    return cue[0] == "trong đó" and (whole or not lower.endswith(_IS, cue.end(), start))


def _wholes_before(setting: Amounts, cue: int, index: int, relations: Relations) -> Iterator[int]:
    """The amounts that a cue may elaborate: the levels before it in its sentence, or in the one that it goes on.

    A share is one of the last of them, an amount also of an earlier one with its noun: *68 dự án với tổng vốn 180.000
    tỷ đồng, trong đó có 21 dự án*.
    """
    lower, share = setting.page.lower, setting.amounts[index].dimension in ("percent", "ratio")
    sentence = setting.page.sentence_at(cue)
    opens = not lower[sentence[0] : cue].strip()
    earliest = _before_sentence(setting, sentence[0], index) if opens else sentence[0]
    nearest = True
    for j in range(index - 1, -1, -1):
        amount = setting.amounts[j]
        if amount.start < earliest:
            return
        level = (
            (amount.dimension not in ("percent", "ratio") or (share and j not in relations.share_of))
            and amount.dimension != "ratio"
            and (_change_alike(setting, j, index) if index in setting.changes else j not in setting.changes)
            and j not in relations.compared
            and not setting.says_again(j)
        )
        if not level or amount.end > cue:
            continue
        part = setting.amounts[index]  # 12 cán bộ về ba xã, trong đó có 8 đồng chí …
        if nearest or head_of(part) == head_of(amount) or (is_of_people(part) and is_of_people(amount)):
            # 65 đơn vị (61 xã, 4 phường). Trong số này, …; 65 đơn vị (61 xã, 4 phường), gồm …
            bracketed = is_in_closed_bracket(lower, amount.end, cue)
            if bracketed and j not in relations.part_of and _is_of_another(setting, j):
                continue
            yield relations.part_of.get(j, j) if opens or bracketed else j
        nearest = False
        if share or lower.find(";", amount.end, cue) >= 0:
            return


def _is_of_another(setting: Amounts, index: int) -> bool:
    """Whether an amount alone in a bracket belongs to one before: *2 tỷ USD, bằng 80% kế hoạch (3 tỷ USD)*."""
    this, lower = setting.amounts[index], setting.page.lower
    if not lower.endswith("(", 0, this.start) or not lower.startswith(")", this.end):
        return False
    return any(
        setting.in_one_sentence(earlier, index) and are_of_one_kind(setting.amounts[earlier], this)
        for earlier in range(max(0, index - 4), index)
        if earlier not in setting.changes
    )


def _change_alike(setting: Amounts, whole: int, part: int) -> bool:
    """Whether one verb tells two differences: *giảm 1.317 biên chế, trong đó khối Đảng giảm 125 biên chế*."""
    counted = setting.amounts[whole].dimension in ("count", "money")
    if not counted or whole not in setting.changes or not setting.in_one_sentence(whole, part):
        return False
    starts = (setting.amounts[whole].start, setting.amounts[part].start)
    first, second = (setting.page.lower[max(0, start - _NEAR) : start] for start in starts)
    return max(_CHANGE_VERBS, key=first.rfind) == max(_CHANGE_VERBS, key=second.rfind)


def _before_sentence(setting: Amounts, start: int, index: int) -> int:
    """Where the sentence before one begins, or in its paragraph the last before it that has an amount."""
    before = setting.page.sentence_at(max(start - 2, 0))[0]
    last = next((amount for amount in reversed(setting.amounts[:index]) if amount.end <= start), None)
    if last is None or start - last.end > _LONGEST_ASIDE or "\n" in setting.page.lower[last.end : start].rstrip():
        return before
    return min(before, last.sentence[0])


def _continues_list(setting: Amounts, cue_end: int, index: int, whole: int, relations: Relations) -> bool:
    """Whether the part still belongs to the list after the cue: the first near it, or the next beside a part."""
    this = setting.amounts[index]
    since = list(itertools.takewhile(lambda amount: amount.end > cue_end, reversed(setting.amounts[:index])))
    alike = {this.dimension, "percent", "ratio", "count"}
    near = this.dimension in ("money", "count") and this.start - cue_end < _NEAR
    first = not since or (near and all(amount.dimension not in alike for amount in since))  # riêng đoạn 2km hết 14 tỉ
    gap = this.start - (cue_end if first else setting.amounts[index - 1].end)
    alone = (
        setting.page.lower.endswith("riêng", 0, cue_end)
        and "trong đó riêng" in setting.page.lower[cue_end - 14 : cue_end]
    )
    if alone and ";" in setting.page.lower[cue_end : this.start]:
        return False  # 90 nhà ngập, trong đó riêng xã A 15 nhà; 11 nhà sập
    if first:
        share = this.dimension in ("percent", "ratio")
        return gap < _NEAR and (share or are_of_one_kind(this, setting.amounts[whole]))
    siblings = [j for j, owner in relations.part_of.items() if owner == whole and j < index]
    siblings = [j for j in siblings if setting.amounts[j].start >= cue_end]
    if (
        is_share(this)
        and relations.part_of.get(index - 1) == whole
        and this.dimension == setting.amounts[index - 1].dimension
    ):
        told = (this.quantity.value or 0) + (setting.amounts[index - 1].quantity.value or 0)
        return gap < _NEAR and told <= (1 if this.dimension == "ratio" else 100)  # hai phần ba …, một phần ba
    beside = index - 1 in relations.part_of  # trong đó có 21 dự án, tổng vốn 17.000 tỷ đồng
    if not (siblings or beside) or not are_of_one_kind(this, setting.amounts[whole]) or gap > _NEXT:
        return False
    told = sum((setting.amounts[j].quantity.value or 0 for j in siblings), this.quantity.value or 0)
    total = setting.amounts[whole].quantity.value or 0
    # hơn 22.000 tỷ đồng: 22.090 in all; 29,7 km: khoảng 20,8 km and 9 km
    rounded = any(setting.amounts[j].modifier in ("over", "about") for j in (whole, index, *siblings))
    # 18 quỹ, trong đó có 5 quỹ …, 4 quỹ … và 10 quỹ …: one too many is for the checks to tell
    miscounted = this.unit == setting.amounts[whole].unit and setting.between(index - 1, index).endswith(" và ")
    return told <= total + (total // 20 if rounded else total // 10 if miscounted else 0)


def _link_of_them(setting: Amounts, index: int, relations: Relations) -> None:
    """*71 vụ cháy và 29 vụ trong số đó*; *12 người bị thương. Một nửa trong số này*: a part of the last of its kind."""
    this, lower = setting.amounts[index], setting.page.lower
    if index in relations.part_of:
        return
    told = lower.find(" số ", this.end, this.end + 60) >= 0 or lower.find(" trong đó ", this.end, this.end + 30) >= 0
    of_them = _OF_THEM.match(lower, this.end) if told else None
    if of_them is None and is_share(this):
        of_them = _SHARE_OF_THEM.match(lower, this.end)
    if of_them is None:
        return
    for earlier in range(index - 1, max(-1, index - 4), -1):
        whole = setting.amounts[earlier]
        if (of_them.groupdict().get("money") and whole.dimension != "money") or earlier in setting.changes:
            continue  # 50 người, giảm 9 người so với cùng kỳ; 7 người trong số đó: of the 50
        if is_share(this) or are_of_one_kind(this, whole):
            if fits_in(this, whole) and "\n" not in setting.between(earlier, index):
                relations.part_of[index] = earlier
            return
