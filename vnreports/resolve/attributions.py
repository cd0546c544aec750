"""Who says an amount, and where, when and how surely it holds: from its sentence, or from the one that it goes on."""

import datetime
from collections.abc import Mapping, Sequence

import msgspec

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Date, Status
from vnreports.resolve.date_scope import date_of_compared, resolve_date
from vnreports.resolve.kinds import PARTIES, head_of
from vnreports.resolve.leads import Leads, find_leads
from vnreports.resolve.links import Relations
from vnreports.resolve.place_scope import resolve_place
from vnreports.resolve.relations import RISES_FROM
from vnreports.resolve.setting import BySentence, Setting, sort_sightings
from vnreports.resolve.speakers import find_speeches, resolve_speech
from vnreports.resolve.speech import Speech
from vnreports.resolve.status import read_status
from vnreports.resolve.status_cues import Cues, find_cues
from vnreports.rules import Pattern

_CARRIES_OVER = Pattern(
    r"[\s“\"]*(?:trong\ đó|trong\ số\ (?:này|đó)|cụ\ thể|theo\ đó|số\ [^.,;\n]{0,24}\ này|còn\ lại)(?!\w)", plain=True
)
# định mức cho 4 tỉnh nêu trên; cả 2 dự án này: named again, not counted at that time
_NAMED_AGAIN = Pattern(
    r"(?:\ (?!trong\ số)\p{L}+){1,4}?\ (?:(?:nêu|nói)\ trên(?!\w)"
    r"|(?<!(?:loại|kiểu|nước|năm|tháng|ngày|đợt|dịp|lần|kỳ|nơi|vực|vùng)\ )này(?!\w)"
    r"|trên(?=[.,;:)”]|$|\ (?:đều|là|bị|có|đã|sẽ|không|và|được|phải|cũng)(?!\w)))"
)
_AGAIN_ENDS = (" trên", " này")
_PARTS_OF_ACTS = frozenset({"điều", "khoản", "chương", "mục", "phụ lục"})
_LEADERS = frozenset({"nhà lãnh đạo", "thủ tướng", "tổng thống", "bộ trưởng", "chính phủ"})  # hai nhà lãnh đạo
_PROVINCES = frozenset({"tỉnh", "thành phố", "tp"})
_INNER_LEVELS = frozenset({"province", "district", "commune", "village"})
_LIKENED = Pattern(r"(?<!\w)bằng\ (?:[^.;:\n]*(?:,|\ và)\ )?$")
_MOST_PARTIES = 4  # hai nước; but miễn thị thực cho 157 nước


class Attribution(msgspec.Struct, frozen=True):
    """Who says an amount, and where and when it holds: the ids of their records; `status` where words tell it."""

    source: str | None = None
    place: str | None = None
    date: str | None = None
    status: Status | None = None


class _Context(msgspec.Struct, frozen=True):
    """What the amounts of a page are attributed by.

    `free` is the setting without the dates of the compared amounts; `levels` has the last other amount of a sentence.
    """

    setting: Setting
    free: Setting
    speeches: Sequence[Speech]
    levels: Mapping[tuple[int, int], tuple[int, int]]
    first_days: Mapping[str, datetime.date | None]
    cues: BySentence[Cues]
    leads: Leads


def attribute(
    amounts: Sequence[Amount],
    setting: Setting,
    dates: Sequence[Date],
    *,
    relations: Relations,
) -> list[Attribution]:
    """Source, place, date and status of each amount; a sentence that elaborates takes over what it does not name.

    It takes that of the whole of which an amount is a part, where it has one.
    """
    free, compared, was = setting, relations.compared, relations.was
    if compared:
        taken = {date_of_compared(setting, amounts[index].end, amounts[index].sentence) for index in compared}
        left = sort_sightings(date for date in setting.dates.all if date.id not in taken)
        free = msgspec.structs.replace(setting, dates=left)
    context = _Context(
        setting,
        free,
        find_speeches(setting),
        {a.sentence: (a.start, a.end) for index, a in enumerate(amounts) if index not in compared},
        {date.id: _holds_from(date, setting.page) for date in dates},
        BySentence(lambda sentence: find_cues(setting.page, sentence, setting.openers[sentence])),
        find_leads(setting.page.lower),
    )
    wholes = [amounts[relations.part_of[i]] if i in relations.part_of else None for i in range(len(amounts))]
    found = [
        _attribute_amount(context, amount, whole, is_compared=index in compared)
        for index, (amount, whole) in enumerate(zip(amounts, wholes, strict=True))
    ]
    for part, whole in relations.part_of.items():  # ngày 10/11 trích 12 tỷ đồng cho bốn nơi: xã A 5,5 tỷ, xã B 4 tỷ
        if part not in compared and found[part].date is None and _is_dated_with(amounts, setting.page, part, whole):
            found[part] = msgspec.structs.replace(found[part], date=found[whole].date)
    for later, earlier in was.items():
        start, date = amounts[earlier].start, found[earlier].date
        if earlier < later and date and RISES_FROM.search(setting.page.lower, max(0, start - 12), start):
            between = {date.id for date in setting.dates.between(amounts[earlier].end, amounts[later].start)}
            if date not in between:  # tăng từ 112 lên 559 trong năm 2025
                found[earlier] = msgspec.structs.replace(found[earlier], date=None)
            elif found[later].date == date:  # giảm từ 11,25% năm 2011 xuống còn 2,89%
                found[later] = msgspec.structs.replace(found[later], date=None)
    return found


def _is_dated_with(amounts: Sequence[Amount], page: Page, part: int, whole: int) -> bool:
    """Whether a part is told right with its whole, and not of now: *năm 2016 giao 108 khu đất, đến nay thu hồi 88*."""
    first, second = amounts[whole], amounts[part]
    together = whole < part and first.sentence == second.sentence and first.dimension == second.dimension
    return together and page.lower.find(" nay ", first.end, second.start) < 0


def _holds_from(date: Date, page: Page) -> datetime.date | None:
    """The day that tells whether a date is still ahead: of years that begin with this one, the last of them.

    So it is of *giai đoạn 2025-2030*; a term of office (*nhiệm kỳ 2025-2030*) is told of from its first day.
    """
    first, last, now = date.first, date.last, page.published
    if date.kind == "range" and first and last and now and first.year == now.year < last.year - 1:
        return last if page.lower.endswith("giai đoạn ", 0, date.start) else first
    return first


def _attribute_amount(context: _Context, amount: Amount, whole: Amount | None, *, is_compared: bool) -> Attribution:
    attribution = _attribute(context, (amount.start, amount.end), amount.sentence, whole, is_compared=is_compared)
    if _holds_nowhere(context.setting.page, amount):
        return Attribution(attribution.source, status=attribution.status)
    if attribution.date and _has_no_time(context.setting.page, amount):
        attribution = msgspec.structs.replace(attribution, date=None)
    if amount.quantity.value == 2 and (amount.unit or "").lower() in _LEADERS:
        return msgspec.structs.replace(attribution, place=None)
    if amount.unit in _PROVINCES and context.setting.levels.get(attribution.place or "") in _INNER_LEVELS:
        return msgspec.structs.replace(attribution, place=None)  # Hà Nội và 29 tỉnh, thành: they don't lie in one
    return attribution


def _attribute(
    context: _Context,
    span: tuple[int, int],
    sentence: tuple[int, int],
    whole: Amount | None = None,
    *,
    is_compared: bool = False,
) -> Attribution:
    page = context.setting.page
    own = _attribute_in_sentence(context, span, sentence, is_compared=is_compared)
    if not sentence[0] or not _CARRIES_OVER.match(page.lower, sentence[0]):
        return own
    before = page.sentence_at(sentence[0] - 1)
    if before[0] >= sentence[0]:
        return own
    if whole is not None and whole.end <= sentence[0]:
        taken = _attribute(context, (whole.start, whole.end), whole.sentence)
    else:
        taken = _attribute(context, context.levels.get(before, (before[1] - 1, before[1] - 1)), before)
    date = own.date if is_compared else own.date or taken.date
    return Attribution(own.source or taken.source, own.place or taken.place, date, own.status)


def _attribute_in_sentence(
    context: _Context, span: tuple[int, int], sentence: tuple[int, int], *, is_compared: bool
) -> Attribution:
    setting = context.setting if is_compared else context.free
    speech = resolve_speech(context.speeches, span[0])
    place = resolve_place(setting, span, sentence, speech=speech)
    date = resolve_date(setting, span, sentence, speech=speech, compared=is_compared)
    holds = context.first_days.get(date) if date else None
    status = read_status(setting.page, span[0], sentence=sentence, holds=holds, cues=context.cues, leads=context.leads)
    return Attribution(speech.speaker if speech else None, place, date, status)


def _holds_nowhere(page: Page, amount: Amount) -> bool:
    """Whether an amount has no place or day: *quan hệ hai nước*, *chỉ bằng 1/30 của nước bạn*."""
    likened = amount.rule == "fraction" and _LIKENED.search(page.lower, max(0, amount.start - 120), amount.start)
    parties = (amount.unit == "dân tộc" or head_of(amount) in PARTIES) and (amount.quantity.value or 0) <= _MOST_PARTIES
    return parties or bool(likened)


def _has_no_time(page: Page, amount: Amount) -> bool:
    """Whether a count holds whenever: *các đối tượng ở 4 tỉnh nêu trên*, *Thông tư gồm 9 điều*."""
    if amount.dimension != "count":
        return False
    if (amount.unit or "").lower() in _PARTS_OF_ACTS:
        return True
    following = page.lower[amount.end : amount.end + 40]
    return any(end in following for end in _AGAIN_ENDS) and _NAMED_AGAIN.match(following) is not None
