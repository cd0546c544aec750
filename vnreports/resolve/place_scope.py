"""Where an amount holds: the place that its own sentence names for it, or stands for."""

from collections.abc import Sequence

from vnreports.resolve.level_words import find_level_words, find_stood_for
from vnreports.resolve.place_roles import tells_where, without_other_roles
from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speech import Speech
from vnreports.rules import Pattern

_ITEM = Pattern(r";\s*[-–+•]\s")
_LIST_OF_PLACES = Pattern(
    r"(?:\ ?[,;–-]\ |\ (?:và|hoặc|với)\ |\ )(?:tỉnh\ |thành\ phố\ |tp\.?\ |huyện\ |xã\ )?", plain=True
)
_OTHER_ROLE = Pattern(
    r"(?<!\w)(?:(?:công\ ty|tập\ đoàn)\ [^.,;:]*"
    r"|(?:do|bởi|từ|đi|sang|với|so\ với|đến|và|bằng|nối|kết\ nối|giáp)\ (?:các\ |nước\ |tỉnh\ )*)$",
    plain=True,
)
_LIST_OPENS = Pattern(r"(?:gồm|bao\ gồm|là|như|:)\s*(?:các\ )?$", plain=True)
_LOCATIVE = Pattern(r"[\s“\"]*(?:tại|ở|trên|riêng(?:\ tại)?)\ (?:địa\ bàn\ )?")
_SUCH_AS = Pattern(r",?\ (?:như|gồm|bao\ gồm)\ (?:các\ |tỉnh\ )*|:\ ")
# 400 người ở Pakistan; phóng 59 quả tên lửa vào Homs
_OF = Pattern(
    r"\ (?:\p{L}+\ ){0,7}?(?:ở|tại|của|thuộc|trên\ địa\ bàn)\ "
    r"|(?:\ (?!(?:từ|do|đặt|đưa|đứng)\ )[^\s.,;:()]+){0,12}\ (?:ở|tại|vào|đến|cho)\ ",
    plain=True,
)
# nằm trên địa bàn huyện …, thuộc thị xã …: where the counted things stand, told after them in their own clause
_SITED = Pattern(
    r"(?:(?!trong\ đó)[^.,;:()“”\n]|,(?=\d)|\.(?=\d)){0,100}\ (?:thuộc|nằm\ (?:ở|tại))\ "
    r"|(?:(?!trong\ đó)[^.;:“”\n]|\.(?=\d)){0,100}(?<!,)\ trên\ địa\ bàn\ ",
    plain=True,
)
_IN_OR_OF = (
    " ở ",
    " tại ",
    " của ",
    " thuộc ",
    " trên địa bàn ",
    " vào ",
    " đến ",
    " cho ",
)  # how either ends; the patterns take their time
_PERSON = Pattern(r"(?<!\w)(?:ông|bà|anh|chị|em|cháu|cụ|luật\ sư|bác\ sĩ)\ [^.,;:()]{2,30}\ $")
_ADDRESS = Pattern(r"(?<!\w)số\ \d[^.,;:()]{2,36}\ $")  # số 12 Phan Đăng Lưu (Phú Nhuận)
_REPORT = r"báo\ cáo|thống\ kê|số\ liệu|thông\ tin"
# theo lãnh đạo tỉnh Mẫu, …: who gives the figure, not where it holds
_TOLD_BY = Pattern(
    r"(?:[^.,;:()\d]{2,24},\ )?(?:cũng\ )?theo\ "
    rf"(?:(?:{_REPORT}|đại\ diện|lãnh\ đạo)\ (?:\p{{L}}+\ )??(?:của\ |từ\ )?)?"
    r"(?:ubnd|ủy\ ban|hđnd|sở|ban|cục|chi\ cục|công\ an|phòng|thanh\ tra|đoàn|vị|người\ đứng\ đầu)(?!\w)"
    r"[^.,;:()\d]*[,:]\ "
    r"|[^.;:“”\n\d]{0,140}?\ (?:cho\ biết|cho\ hay|cho\ rằng)[,:]?\ ",
    plain=True,
)
# Sở Tài chính Mẫu cho biết đã giải ngân 26%: such a body tells of its place (its police tell of cases)
_ITS_BODY = Pattern(
    r"(?:\([^()]{2,12}\)\s*[-–]?\s*)?(?:cũng\ )?(?:theo\ )?"
    rf"(?:(?:{_REPORT})\ (?:\p{{L}}+\ )??(?:của\ |từ\ )?)?"
    r"(?:ubnd|ủy\ ban|hđnd|sở|ban|chi\ cục|cục|văn\ phòng|thanh\ tra|kho\ bạc|bảo\ hiểm|phòng|thuế|hải\ quan)"
    r"\ [^.,;:]*",
    plain=True,
)
_IN_TURN = Pattern(r"(?<!\w)lần\ lượt(?!\w)")
_HAS_ITS_OWN = Pattern(r":?\ \d")  # 7 người chết (Hà Giang 3, Yên Bái 4)
_STOP = Pattern(r"[;:“”\n]|\.(?!\d)|(?<!\w)trong\ đó(?!\w)|,\ (?:song|nhưng|trong\ khi|còn)\ ")
_STREET = Pattern(r"\((?:đường|phố|ngõ|ngách|số|quốc\ lộ|km)\ [^()\n]{2,50}?,\ ")  # (đường Trần Mẫu, quận Cầu Giấy)
# tại khu vực bến xe Mẫu (phường Thử, TP Ví), đội kiểm tra …
_AT = Pattern(r"(?<!\w)(?:tại|ở)\ [^.,;:()]{2,36}\ $")
_AMONG = ("trong ", "trong số ", "trong nhóm ", "trong những ")
_ONE_OF = Pattern(r"(?<!\w)(?:một|1|nằm|đứng)\ trong\ (?:số\ |nhóm\ |những\ )?$", plain=True)
_OUT_OF = frozenset({"trong ", "trong số ", "trong tổng số "})  # Trong 409 nhà sập, xã Mẫu có 137 nhà
_ALTOGETHER_ENDS = ("gộp lại là ", "gộp lại ", "cộng lại là ", "cộng lại ", "cả thảy ")
_ABROAD = frozenset({"country", "foreign"})
_LONGEST_NAME = 40
_LONGEST_ASIDE = 120
_NEAR = 80


def resolve_place(
    setting: Setting, amount: tuple[int, int], sentence: tuple[int, int], *, speech: Speech | None
) -> str | None:
    """The id of the place that an amount at [start, end) is about, named (or stood for) in its sentence, or None.

    In an official's words only what they name counts, or an opening *tại …*: the place in a speaker's title is theirs.
    """
    offset = amount[0]
    if setting.page.lower.endswith("cả nước (", 0, offset):
        return None  # bình quân cả nước (54,4%)
    told_from = _told_from(setting.page.lower, sentence[0], offset) if speech is None else speech.start
    start = max(sentence[0], told_from)
    in_turn = _in_turn(setting, offset, sentence)
    if in_turn is not None:
        return in_turn
    if setting.page.lower.find(";", start, offset) >= 0:
        items = [item.end() for item in _ITEM.finditer(setting.page.lower, start, offset)]
        start = items[-1] if items else start
    named = [place for place in setting.places.between(start, sentence[1]) if tells_where(setting, place)]
    if named:
        named = without_other_roles(setting, named, start, offset)
    before = _before(setting, named, offset)
    named_after = [place for place in named if place.start >= offset]
    possessor = _of_place(setting, named_after, amount)
    if possessor is not None:
        return possessor
    standing = find_stood_for(setting, find_level_words(setting, sentence, start, offset), offset, last=True)
    if standing is not None and before and standing[0] <= before[-1].end:
        standing = None
    nearest = standing[0] if standing is not None else before[-1].end if before else None
    one_of = nearest is not None and _is_one_of(setting.page.lower, nearest, offset)
    if nearest is not None and not one_of:
        return standing[1] if standing is not None else _nearest(setting, before)
    if speech is not None:
        opening = setting.places.between(sentence[0], start)
        if opening and _LOCATIVE.fullmatch(setting.page.lower, sentence[0], opening[0].start):
            return opening[0].id
    found = _after(setting, named_after, offset, sentence)
    if found is None and speech is None and told_from > sentence[0] and not one_of:
        found = _teller_of(setting, sentence[0], told_from)
    return found


def _before(setting: Setting, named: Sequence[Sighting], offset: int) -> list[Sighting]:
    """The places before the amount at `offset` that may be its own; a sum after several places has none of them."""
    told = [place for place in named if place.end <= offset]
    before = [place for place in told if not _in_closed_parenthesis(setting, place, offset)]
    if told and not before:
        return _seat(setting, told)
    altogether = len(before) > 1 and setting.page.lower.endswith(_ALTOGETHER_ENDS, 0, offset)
    return [] if altogether else before  # Mẫu có 41 vụ, Thử 38 vụ; gộp lại là 79 vụ


def _teller_of(setting: Setting, start: int, told_from: int) -> str | None:
    """The place of the body that tells, up to `told_from`, a figure for which nothing else names one; or None."""
    told_by = setting.places.between(start, told_from)
    if not told_by or _ITS_BODY.match(setting.page.lower, start, told_by[0].start) is None:
        return None
    return _nearest(setting, told_by)


def _is_one_of(lower: str, place: int, offset: int) -> bool:
    """Whether the amount at `offset` counts the like of the place right before it: *Huế là một trong 6 thành phố*."""
    if not lower.endswith(_AMONG, 0, offset) or offset - place > _LONGEST_NAME:
        return False
    return _ONE_OF.search(lower, place, offset) is not None


def _told_from(lower: str, start: int, offset: int) -> int:
    """Where what a body tells begins in a sentence that opens at `start` with who tells it; else `start`."""
    if lower.find("theo ", start, start + 40) < 0 and lower.find(" cho ", start, start + 150) < 0:
        return start
    source = _TOLD_BY.match(lower, start, offset)
    return source.end() if source is not None else start


def _in_turn(setting: Setting, offset: int, sentence: tuple[int, int]) -> str | None:
    """The place to which an amount belongs in turn: *Hà Nội, Hải Phòng và Huế lần lượt có 126, 114 và 40 xã*."""
    lower = setting.page.lower
    told = lower.find("lần lượt", sentence[0], offset) >= 0
    cue = _IN_TURN.search(lower, sentence[0], offset) if told else None
    if cue is None:
        return None
    places = setting.places.between(sentence[0], cue.start())
    first = len(places) - 1
    while first > 0 and _LIST_OF_PLACES.fullmatch(lower, places[first - 1].end, places[first].start):
        first -= 1
    listed = places[first:]
    amounts = [start for start, _ in setting.amounts if cue.end() <= start < sentence[1]]
    if len(listed) < 2 or len(amounts) < len(listed) or offset not in amounts[: len(listed)]:
        return None
    return listed[amounts.index(offset)].id


def _of_place(setting: Setting, after: Sequence[Sighting], amount: tuple[int, int]) -> str | None:
    """The place that the counted things are in or of, right after them: *400 người ở Pakistan*; None for a list."""
    lower, end = setting.page.lower, amount[1]
    if not after:
        return None
    if lower[end : after[0].start] in (" doanh nghiệp ", " công ty "):
        return after[0].id  # 300 doanh nghiệp Hà Lan và 150 doanh nghiệp Việt Nam
    if not lower.endswith(_IN_OR_OF, end, after[0].start):
        return None
    if not any(words.fullmatch(lower, end, after[0].start) for words in (_OF, _SITED)):
        return None
    listed = len(after) > 1 and _LIST_OF_PLACES.fullmatch(lower, after[0].end, after[1].start)
    if listed and _rank(setting, after[0].id) >= _rank(setting, after[1].id):
        return None
    return after[0].id


def _after(setting: Setting, after: Sequence[Sighting], offset: int, sentence: tuple[int, int]) -> str | None:
    """The place named (or stood for) soon after the amount, in the same clause."""
    lower = setting.page.lower
    end = min(offset + _NEAR, sentence[1])
    words = find_level_words(setting, sentence, offset, end)
    if not after and not words:
        return None
    clause = _STOP.search(lower, offset, sentence[1])
    end = min(end, clause.start() if clause else end)
    standing = find_stood_for(setting, [word for word in words if word < end], end, last=False)
    other_role = (
        not after
        or (lower[sentence[0] : offset] in _OUT_OF and lower.find(",", offset, after[0].start) >= 0)
        or _HAS_ITS_OWN.match(lower, after[0].end)
        or _LIST_OPENS.search(lower, offset, after[0].start)
        or _OTHER_ROLE.search(lower, offset, after[0].start)
    )
    if other_role or after[0].start > end:
        return standing[1] if standing else None
    listed = len(after) > 1 and _LIST_OF_PLACES.fullmatch(lower, after[0].end, after[1].start)
    if listed and _rank(setting, after[0].id) >= _rank(setting, after[1].id):
        return None
    return after[0].id


def _seat(setting: Setting, aside: Sequence[Sighting]) -> list[Sighting]:
    """The places of the last parenthesis, where it has nothing but a place: *Công ty Mẫu (Hà Nội) bị phạt 65 triệu*.

    A person's home (*đại biểu Trần Văn Mẫu (Đà Nẵng)*) and a country are none.
    """
    lower, last = setting.page.lower, len(aside) - 1
    if not lower.startswith(")", aside[last].end) or setting.levels[aside[last].id] in _ABROAD:
        return []
    first = last
    while first and lower[aside[first - 1].end : aside[first].start] == ", ":
        first -= 1
    opening = aside[first].start - 1
    if lower.startswith(" ", opening):
        opening = lower.rfind("(", max(0, opening - _LONGEST_NAME), opening)
        if opening < 0 or _STREET.fullmatch(lower, opening, aside[first].start) is None:
            return []
    if not lower.startswith("(", opening) or _PERSON.search(lower, max(0, opening - _LONGEST_NAME), opening):
        return []
    named = any(person.end == opening - 1 for person in setting.people.between(opening - _LONGEST_NAME, opening))
    return [] if named else list(aside[first:])


def _in_closed_parenthesis(setting: Setting, place: Sighting, offset: int) -> bool:
    """Whether the place stands in a parenthesis that is closed before the amount."""
    lower = setting.page.lower
    opening = lower.rfind("(", max(0, place.start - _LONGEST_ASIDE), place.start)
    if opening < 0 or lower.find(")", opening, place.start) >= 0:
        return False
    led_by = max(0, opening - _LONGEST_NAME)
    at_address = lower.startswith(")", place.end) and _ADDRESS.search(lower, led_by, opening)
    named = any(other.end == opening - 1 for other in setting.places.between(led_by, opening))
    located = opening + 1 == place.start and not named and _AT.search(lower, led_by, opening)
    return lower.find(")", place.end, offset) >= 0 and not (at_address or located)


def _nearest(setting: Setting, before: Sequence[Sighting]) -> str | None:
    """The last place before the amount; None where it closes a list of several (*A, B và C đạt 99,5%*)."""
    first = len(before) - 1
    while first and (
        _LIST_OF_PLACES.fullmatch(setting.page.lower, before[first - 1].end, before[first].start)
        or _lies_in(setting, before[first - 1], before[first])
    ):
        first -= 1
    if first == len(before) - 1:
        return before[-1].id
    inner = len(before) - 1
    while inner > first and _rank(setting, before[inner - 1].id) < _rank(setting, before[inner].id):
        inner -= 1
    if inner < len(before) - 1:  # xã Hạ Sơn, huyện Quỳ Hợp, tỉnh Nghệ An: the commune; xã A và xã B, huyện C: none
        several = inner > first and _rank(setting, before[inner - 1].id) == _rank(setting, before[inner].id)
        return None if several else before[inner].id
    if first and _SUCH_AS.fullmatch(setting.page.lower, before[first - 1].end, before[first].start):
        return before[first - 1].id  # các tỉnh Tây Nguyên như Đắk Lắk, Gia Lai
    return None


def _lies_in(setting: Setting, place: Sighting, following: Sighting) -> bool:
    """Whether the next place is told as the larger one that a place is of: *thủ đô Tehran của Iran*."""
    of = setting.page.lower[place.end : following.start] == " của "
    return of and _rank(setting, place.id) < _rank(setting, following.id)


def _rank(setting: Setting, place: str) -> int:
    return ("village", "commune", "district", "province", "region", "foreign", "country").index(setting.levels[place])
