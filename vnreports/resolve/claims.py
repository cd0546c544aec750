"""The claims: each amount with what it counts and how it stands to the rest of the report."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Claim, Date, Direction, Official, Place, Status, Topic
from vnreports.resolve.attributions import Attribution, attribute
from vnreports.resolve.change import Change, read_change
from vnreports.resolve.level_words import LEVELS_OPEN
from vnreports.resolve.links import OF_WHICH_OPENS, Relations
from vnreports.resolve.relations import RISES_FROM, resolve_relations
from vnreports.resolve.setting import BySentence, read_setting
from vnreports.resolve.speakers import VERBS_OPEN
from vnreports.resolve.status import CUES_OPEN
from vnreports.resolve.topics import (
    is_about_reorganisation,
    is_counted_otherwise,
    names_money,
    read_topic,
    tells_another_rate,
)
from vnreports.rules import Pattern

_OPENERS = CUES_OPEN | LEVELS_OPEN | OF_WHICH_OPENS | VERBS_OPEN
# giảm 30% biên chế và 20% số phòng; giảm 63 tỷ đồng (tương đương 7,8%)
_JOINED = Pattern(
    r"[^.,;:()\n]{0,30}(?:\ và\ |\ \((?:tương đương|tương ứng|bằng)\ (?:với\ )?"
    r"|,?\ (?:tương đương|tương ứng)\ (?:với\ |khoảng\ |gần\ |hơn\ )*)",
    plain=True,
)
_ROSE_BY = Pattern(
    r"(?:(?:\ [^.,;:()\d\n]{1,40})?(?:,\ |\ \()(?:đã\ |(?:tương\ đương|tương\ ứng)\ (?:với\ |tỷ\ lệ\ )*)?"
    r"|(?<=%)\ so\ với\ [^.,;:()\n]{2,30}(?:,|\ và)\ )(?:tăng|giảm|vượt|gấp)\ (?:[^.,;:()\d\n]{0,16}\ )?"
    r"|\ \(\+?",
    plain=True,
)
_AFTER_PERCENT = Pattern(r"\ (?:của\ |trên\ |tổng\ )*(?P<what>[^.,;:()\n\d]{3,40})", plain=True)
_HEAD = 400  # characters
_SHARES = Pattern(r"\ (?:vốn|cổ\ phần)(?!\w|\ (?:là|dĩ|đã|hóa|hoá))", plain=True)
_ANYTHING = ("đơn vị", "đội")  # shares and teams are called so, too
_NEXT_PLACE = Pattern(
    r"(?:\ \p{L}+){0,2}(?:,|;|\ và|,\ và)\ (?:(?:tỉnh|huyện|xã|TP\.?|thành\ phố)\ )?(?:\p{Lu}\p{L}*\ ){1,4}"
)
_NEXT_COUNT = Pattern(r"(?:\ \p{L}+){1,3},\ ", plain=True)
_NEXT_PERIOD = Pattern(
    r"\ (?:trong\ )?(?:giai\ đoạn|thời\ kỳ|năm)\ [\d\ –-]+(?:,|;|\ và)\ (?:khoảng\ |gần\ |hơn\ |đạt\ )*", plain=True
)
_LIST_GOES_ON = Pattern(r"(?:\ \p{L}+){0,2}(?:[,;)]|\.(?!\d)|\ (?:và|so)\ |$)", plain=True)
_MOVED_ON = Pattern(r"\ (?:lên|xuống|còn|thành)\ ", plain=True)
# tăng 400 đồng (+6,67%), giảm 41 vụ (11,6%), tăng 8,6% (kế hoạch 8,5%)
_IN_BRACKETS = Pattern(
    r"(?:\ \p{L}+){0,4}\ \((?:\+|(?:kế\ hoạch|mục\ tiêu|chỉ\ tiêu|nghị\ quyết\ đề\ ra)\ (?:là\ )?)?"
    r"(?:khoảng\ |gần\ |hơn\ )?",
    plain=True,
)
_TURNS = Pattern(r"(?<!\w)(?:(?:còn|lên|xuống)(?:\ (?:tới|đến))?|(?:nay|hiện|tại)\ là)\ $")


def resolve_claims(
    amounts: Sequence[Amount],
    page: Page,
    *,
    dates: Sequence[Date],
    places: Sequence[Place],
    officials: Sequence[Official],
    home: Place | None,
    doc: str,
) -> list[Claim]:
    """The claim records of the page in text order, numbered c1, c2, …"""
    if not amounts:
        return []
    openers = BySentence(lambda sentence: page.syllables.within(*sentence, _OPENERS))
    setting = read_setting(
        page,
        openers=openers,
        amounts=[(a.start, a.end) for a in amounts],
        dates=dates,
        places=places,
        officials=officials,
        home=home,
    )
    relations = resolve_relations(amounts, page, openers)
    attributions = attribute(amounts, setting, dates, compared=frozenset(relations.compared), was=relations.was)
    changes = _read_changes(amounts, page, relations)
    topics = _read_topics(amounts, page, relations)
    return [
        _make_claim(
            doc,
            page,
            index,
            amount,
            attributions[index],
            _status_of(attributions, index, relations, page.lower[max(0, amount.start - 16) : amount.start]),
            changes[index],
            topics[index],
            relations,
        )
        for index, amount in enumerate(amounts)
    ]


def _status_of(attributions: Sequence[Attribution], index: int, relations: Relations, led_by: str) -> Status:
    """The status that words tell of an amount, else that of the amount of which it is a share or a part.

    What a percentage restates is how much of a plan was done: *xong 816 căn, đạt 68%*. What a plan starts from is
    there: *đề xuất nâng từ 900 đồng lên 3.000 đồng*.
    """
    if index in relations.was.values() and RISES_FROM.search(led_by):
        return "actual"
    part_of = None if index in relations.share_of.values() else relations.part_of.get(index)
    base = relations.share_of.get(index, part_of)
    inherited = attributions[base].status if base is not None else None
    return attributions[index].status or inherited or "actual"


def _make_claim(
    doc: str,
    page: Page,
    index: int,
    amount: Amount,
    attribution: Attribution,
    status: Status,
    change: Change,
    topic: Topic,
    relations: Relations,
) -> Claim:
    quantity = amount.quantity
    return Claim(
        doc=doc,
        id=f"c{index + 1}",
        rule=f"claim/{amount.rule}",
        start=amount.start,
        end=amount.end,
        text=page.text[amount.start : amount.end],
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        total=quantity.total,
        dimension=amount.dimension,
        unit=amount.unit,
        modifier=amount.modifier,
        what=amount.what,
        topic=topic,
        direction=change.direction,
        difference=change.difference,
        status=status,
        source=attribution.source,
        place=attribution.place,
        date=attribution.date,
        was=_id(relations.was.get(index)),
        part_of=_id(relations.part_of.get(index)),
        share_of=_id(relations.share_of.get(index)),
        precision=quantity.precision,
        sentence=amount.sentence,
    )


def _id(index: int | None) -> str | None:
    return None if index is None else f"c{index + 1}"


def _read_topics(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Topic]:
    """The topic of each amount; a part or a share of another amount has that one's, unless it has its own."""
    reorganisation = is_about_reorganisation(page.lower)
    moved = {
        index
        for index in relations.was.keys() | relations.was.values()
        if (amounts[index].unit or "").lower() not in _ANYTHING
    }
    topics = [
        read_topic(
            _clause(page, amount),
            unit=amount.unit,
            phrase=(amount.what or _held(page, amount) or _of_what(page.lower, amount)).lower(),
            dimension=amount.dimension,
            reorganisation=reorganisation or index in moved,  # 45 đơn vị sự nghiệp, nay còn 40 đơn vị
        )
        for index, amount in enumerate(amounts)
    ]
    for index, amount in enumerate(amounts):
        base = relations.share_of.get(index, relations.part_of.get(index))
        proportion = amount.dimension in ("percent", "ratio") and not _held(page, amount)
        if base is not None and (topics[index] == "other" or proportion):
            otherwise = topics[base] == "organization" and is_counted_otherwise(_clause(page, amount))
            topics[index] = "other" if otherwise else topics[base]
        elif amount.dimension in ("percent", "ratio") and _changes_last(amounts, page, index):
            topics[index] = topics[index - 1]
    if "giải ngân" in page.lower[:_HEAD]:
        for index, amount in enumerate(amounts):
            if topics[index] == "other" and amount.dimension == "percent" and _is_spent(page, amount):
                topics[index] = "budget"
    for later, earlier in relations.was.items():  # đạt 35% kế hoạch, cùng kỳ đạt 32%
        if amounts[later].dimension == amounts[earlier].dimension == "percent" and topics[earlier] == "other":
            topics[earlier] = topics[later]
    return topics


def _of_what(lower: str, amount: Amount) -> str:
    """The words after a percentage of money: *95% giá trị hợp đồng*, *0,1% của phần giá trị tài sản*."""
    found = _AFTER_PERCENT.match(lower, amount.end) if amount.dimension == "percent" else None
    return found["what"] if found and names_money(found["what"]) else ""


def _changes_last(amounts: Sequence[Amount], page: Page, index: int) -> bool:
    """Whether a percentage says by how much the amount before it rose or fell: *đạt 351 tỷ đồng, tăng 20%*."""
    of_something_else = page.lower.startswith(" về số ", amounts[index].end)  # vốn đạt 369 tỷ đồng, tăng 14% về số hãng
    beside = index > 0 and _ROSE_BY.fullmatch(page.lower, amounts[index - 1].end, amounts[index].start)
    return bool(beside) and not of_something_else


def _is_spent(page: Page, amount: Amount) -> bool:
    """Whether a percentage in a report on spending says how much was spent: *12 xã đạt trên 50%*."""
    return amount.what is None and not tells_another_rate(page.lower[slice(*amount.sentence)])


def _held(page: Page, amount: Amount) -> str:
    """What a percentage is of where it is a share in a firm: *nắm 45% vốn*, else nothing."""
    match = _SHARES.match(page.lower, amount.end) if amount.dimension == "percent" else None
    return match[0].strip() if match else ""


def _clause(page: Page, amount: Amount) -> str:
    """The words around the number in its sentence; of a percentage, those between semicolons."""
    start, end = amount.sentence
    if amount.dimension == "percent":
        start, end = max(start, amount.start - 70), min(end, amount.end + 70)
        after = page.lower.find(";", amount.end, end)
        return page.lower[max(start, page.lower.rfind(";", start, amount.start)) : end if after < 0 else after]
    return page.lower[max(start, amount.start - 120) : min(end, amount.end + 120)]


def _read_changes(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Change]:
    """The change of each amount: from the words around it, from the difference beside it, from the amount it was."""
    changes: list[Change] = []
    for index, amount in enumerate(amounts):
        change = read_change(
            page.lower,
            amount.start,
            amount.end,
            clause_start=amount.sentence[0],
            is_percent=amount.unit is not None and amount.unit.startswith("%"),
            parted=relations.part_of.get(index + 1) == index,
        )
        if (amount.quantity.value or 0) < 0:
            change = Change("decrease", True)  # (-3,1%)
        elif change.direction is None and page.lower.endswith("(+", 0, amount.start):
            change = Change("increase", True)
        if index in relations.part_of and amount.dimension == "count" and not change.difference:
            change = Change()  # gồm 41 xã và 17 phường, giảm 97 đơn vị: it is not the parts that fell
        beside = page.lower[amounts[index - 1].end : amount.start] if index else ""
        if change.direction is None and changes and changes[-1].difference:
            in_percent = "percent" in (amount.dimension, amounts[index - 1].dimension)
            aside = in_percent and page.lower.startswith(")", amount.end) and _IN_BRACKETS.fullmatch(beside)
            again = aside or _JOINED.fullmatch(beside) or (in_percent and beside.strip(" +") == "(")
            if again or _is_next_of_list(page, amounts[index - 1], amount):
                change = changes[-1]
        base, led_by = relations.share_of.get(index), page.lower[max(0, amount.start - 10) : amount.start]
        if base is not None and base < index and change.direction is not None and not change.difference:
            if changes[base].direction is None:
                changes[base] = change  # 940.500 tấn (76,5% kế hoạch), tăng 4,5%: the tonnes rose, not their share
            change = Change()
        elif change.difference and _is_moved_on(page.lower, amounts, index, relations):
            change = Change()
        elif (
            change.direction is None
            and index in relations.was
            and (_TURNS.search(led_by) or _goes_on(index, relations))
        ):
            change = Change(_direction_from(amounts[relations.was[index]], amount))
        elif change.direction is None and index in relations.compared and relations.was.get(index - 1) == index:
            change = changes[-1] if changes[-1].difference else change  # tăng 5,1%, cùng kỳ 5,48%: it grew then, too
        changes.append(change)
    return changes


def _is_moved_on(lower: str, amounts: Sequence[Amount], index: int, relations: Relations) -> bool:
    """Whether an amount is the level from which the next one moved on: *giảm mức thuế 15% ở bậc 2 xuống 10%*."""
    if relations.was.get(index + 1) != index:
        return False
    return _MOVED_ON.search(lower, amounts[index].end, amounts[index + 1].start) is not None


def _goes_on(index: int, relations: Relations) -> bool:
    """Whether an amount goes on with a series that moves: *từ 2,11 (2021) xuống 2,01 (2022), 1,96 (2023)*."""
    return relations.was[index] == index - 1 and relations.was.get(index - 1) == index - 2


def _is_next_of_list(page: Page, last: Amount, this: Amount) -> bool:
    """Whether an amount goes on with a list of changes: *A tăng 11,5%, B 11,4%*, *giảm 2 chương, 29 điều*.

    It is told of the next place, thing or period.
    """
    if last.sentence != this.sentence:
        return False
    if this.unit == last.unit == "%/năm":
        return _NEXT_PERIOD.fullmatch(page.lower, last.end, this.start) is not None
    if not _LIST_GOES_ON.match(page.lower, this.end):
        return False
    if this.dimension == last.dimension == "count" and _NEXT_COUNT.fullmatch(page.lower, last.end, this.start):
        return True
    return last.unit == this.unit and _NEXT_PLACE.fullmatch(page.text, last.end, this.start) is not None


def _direction_from(earlier: Amount, later: Amount) -> Direction | None:
    before, now = earlier.quantity.value, later.quantity.value or later.quantity.low
    if before is None or now is None or before == now:
        return None
    return "increase" if now > before else "decrease"
