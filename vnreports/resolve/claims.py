"""The claims: each amount with what it counts and how it stands to the rest of the report."""

import datetime
from collections.abc import Sequence

import msgspec

from vnreports.extract.claims import Amount
from vnreports.page import Page
from vnreports.records import Claim, Date, Direction, Official, Place, Status, Topic
from vnreports.resolve.change import Change, read_change
from vnreports.resolve.relations import Relations, resolve_relations
from vnreports.resolve.scope import date_of_compared, resolve_date, resolve_place
from vnreports.resolve.setting import Setting, read_setting
from vnreports.resolve.speakers import find_speeches, resolve_speech
from vnreports.resolve.status import read_status
from vnreports.resolve.sums import head_of
from vnreports.resolve.topics import is_about_reorganisation, read_topic
from vnreports.rules import Pattern

_CARRIES_OVER = Pattern(
    r"[\s“\"]*(?:trong\ đó|trong\ số\ (?:này|đó)|cụ\ thể|theo\ đó|số\ [^.,;\n]{0,24}\ này|còn\ lại)(?!\w)"
)


# giảm 30% biên chế và 20% số phòng; giảm 63 tỷ đồng (tương đương 7,8%)
_JOINED = Pattern(r"[^.,;:()\n]{0,30}(?:\ và\ |\ \((?:tương đương|tương ứng|bằng)\ (?:với\ )?)")
_PARTIES = frozenset({"bên", "nước", "quốc"})  # quan hệ hai nước: how many there are holds nowhere and always
_LIKENED = Pattern(r"(?<!\w)bằng\ (?:[^.;:\n]*,\ )?$")
_TURNS = Pattern(r"(?<!\w)(?:còn|lên|xuống)\ $")


class Attribution(msgspec.Struct, frozen=True):
    """Who says an amount, and where and when it holds: the ids of their records."""

    source: str | None = None
    place: str | None = None
    date: str | None = None
    status: Status = "actual"


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
    setting = read_setting(
        page, amounts=[(a.start, a.end) for a in amounts], dates=dates, places=places, officials=officials, home=home
    )
    relations = resolve_relations(amounts, page)
    first_days = {date.id: date.first for date in dates}
    attributions = _attribute(amounts, setting, first_days, compared=frozenset(relations.compared))
    changes = _read_changes(amounts, page, relations)
    topics = _read_topics(amounts, page, relations)
    claims: list[Claim] = []
    for index, amount in enumerate(amounts):
        quantity, attribution, change = amount.quantity, attributions[index], changes[index]
        share_of = relations.share_of.get(index)
        claims.append(
            Claim(
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
                topic=topics[index],
                direction=change.direction,
                difference=change.difference,
                status=attribution.status,
                source=attribution.source,
                place=attribution.place,
                date=attribution.date,
                was=_id(relations.was.get(index)),
                part_of=_id(relations.part_of.get(index)),
                share_of=_id(share_of),
                precision=quantity.precision,
                sentence=page.sentence_at(amount.start),
            )
        )
    return claims


def _id(index: int | None) -> str | None:
    return None if index is None else f"c{index + 1}"


def _holds_nowhere(page: Page, amount: Amount) -> bool:
    """Whether an amount has no place or day: *quan hệ hai nước*, *chỉ bằng 1/30 của nước bạn*."""
    likened = amount.rule == "fraction" and _LIKENED.search(page.lower, max(0, amount.start - 60), amount.start)
    return head_of(amount) in _PARTIES or bool(likened)


def _read_topics(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Topic]:
    """The topic of each amount; a part or a share of another amount has that one's, unless it has its own."""
    reorganisation = is_about_reorganisation(page.lower)
    topics = [
        read_topic(
            _clause(page, amount),
            unit=amount.unit,
            phrase=(amount.what or "").lower(),
            dimension=amount.dimension,
            reorganisation=reorganisation,
        )
        for amount in amounts
    ]
    for index, amount in enumerate(amounts):
        base = relations.share_of.get(index, relations.part_of.get(index))
        if base is not None and (topics[index] == "other" or amount.dimension in ("percent", "ratio")):
            topics[index] = topics[base]
    return topics


def _clause(page: Page, amount: Amount) -> str:
    """The words around the number in its sentence."""
    start, end = page.sentence_at(amount.start)
    reach = 70 if amount.dimension == "percent" else 120
    return page.lower[max(start, amount.start - reach) : min(end, amount.end + reach)]


def _attribute(
    amounts: Sequence[Amount],
    setting: Setting,
    first_days: dict[str, datetime.date | None],
    *,
    compared: frozenset[int],
) -> list[Attribution]:
    """Source, place, date and status of each amount; a sentence that elaborates takes over what it does not name."""
    page = setting.page
    speeches = find_speeches(setting)
    levels = [amount for index, amount in enumerate(amounts) if index not in compared]
    last_level = {page.sentence_at(amount.start): (amount.start, amount.end) for amount in levels}
    taken_dates = {
        date_of_compared(setting, amounts[index].end, page.sentence_at(amounts[index].start)) for index in compared
    }
    free = msgspec.structs.replace(setting, dates=tuple(date for date in setting.dates if date.id not in taken_dates))

    def in_sentence(span: tuple[int, int], sentence: tuple[int, int], *, is_compared: bool) -> Attribution:
        speech = resolve_speech(speeches, span[0])
        place = resolve_place(setting, span[0], sentence, speech=speech)
        date = resolve_date(setting if is_compared else free, span, sentence, speech=speech, compared=is_compared)
        status = read_status(
            page.lower,
            span[0],
            sentence=sentence,
            before=page.sentence_at(sentence[0] - 1) if sentence[0] else None,
            holds=first_days.get(date) if date else None,
            published=page.published,
        )
        return Attribution(speech.speaker if speech else None, place, date, status)

    def resolve(span: tuple[int, int], *, is_compared: bool = False) -> Attribution:
        sentence = page.sentence_at(span[0])
        own = in_sentence(span, sentence, is_compared=is_compared)
        if not sentence[0] or not _CARRIES_OVER.match(page.lower, sentence[0]):
            return own
        before = page.sentence_at(sentence[0] - 1)
        if before[0] >= sentence[0]:
            return own
        taken = resolve(last_level.get(before, (before[1] - 1, before[1] - 1)))
        date = own.date if is_compared else own.date or taken.date
        return Attribution(own.source or taken.source, own.place or taken.place, date, own.status)

    attributions = [
        resolve((amount.start, amount.end), is_compared=index in compared) for index, amount in enumerate(amounts)
    ]
    return [
        msgspec.structs.replace(attribution, place=None, date=None) if _holds_nowhere(page, amount) else attribution
        for amount, attribution in zip(amounts, attributions, strict=True)
    ]


def _read_changes(amounts: Sequence[Amount], page: Page, relations: Relations) -> list[Change]:
    """The change of each amount: from the words around it, from the difference beside it, from the amount it was."""
    changes: list[Change] = []
    for index, amount in enumerate(amounts):
        start = page.sentence_at(amount.start)[0]
        change = read_change(
            page.lower, amount.start, amount.end, clause_start=start, is_percent=amount.dimension == "percent"
        )
        if index in relations.part_of and not change.difference:
            change = Change()  # gồm 41 xã và 17 phường, giảm 97 đơn vị: it is not the parts that fell
        beside = page.lower[amounts[index - 1].end : amount.start] if index else ""
        if change.direction is None and changes and changes[-1].difference and _JOINED.fullmatch(beside):
            change = changes[-1]
        base = relations.share_of.get(index)
        if base is not None and base < index and change.direction is not None and not change.difference:
            if changes[base].direction is None:
                changes[base] = change  # 940.500 tấn (76,5% kế hoạch), tăng 4,5%: the tonnes rose, not their share
            change = Change()
        elif change.direction is None and index in relations.was and _TURNS.search(page.lower, 0, amount.start):
            change = Change(_direction_from(amounts[relations.was[index]], amount))
        changes.append(change)
    return changes


def _direction_from(earlier: Amount, later: Amount) -> Direction | None:
    before, now = earlier.quantity.value, later.quantity.value
    if before is None or now is None or before == now:
        return None
    return "increase" if now > before else "decrease"
