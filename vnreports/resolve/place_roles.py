"""Places that a sentence names for something else than where an amount holds: a route's end, a home, a destination."""

from vnreports.page import Page
from vnreports.resolve.setting import Setting, Sighting
from vnreports.rules import Pattern

_DASHES = frozenset("-–")
_DASH_BEFORE = Pattern(r"\p{L}\ ?[-–]\ ?$")
_DASH_AFTER = Pattern(r"\ ?[-–]\ ?\p{L}")
# xã An Hảo – huyện Tịnh Biên: the larger unit after it
_LEVEL_AFTER_DASH = Pattern(r"\ [-–]\ (?:thành\ phố|tp|tỉnh|huyện|quận|thị\ xã)(?!\w)")
# Khánh Hòa sau khi hợp nhất với Ninh Thuận có diện tích 8.555 km2
_MERGED_WITH = Pattern(r"(?<!\w)(?:hợp\ nhất|sáp\ nhập|nhập)\ (?:với|cùng)\ (?:các\ )?$")
# xã Mẫu hình thành trên cơ sở nhập 3 xã A, B và C: the last three
_BASED_ON = "trên cơ sở "
# hình thành từ các huyện A và B cũ; vừa nhận thêm huyện C
_JOINED = Pattern(
    r"(?<!\w)(?:hình\ thành\ từ|nhận\ thêm|nhập\ với|sáp\ nhập\ với|hợp\ nhất\ với|sau\ khi\ nhập)\ [^.;:()\d\n]{0,60}$"
)
_OF_THE_WHOLE = Pattern(r"[,;]\ (?:có\ )?(?:tổng\ )?(?:diện\ tích|dân\ số|quy\ mô)(?!\w)", plain=True)
_INTO = Pattern(r"(?<!\w)(?:thành(?!\ phố)|để)(?!\w)", plain=True)
_AWAY_FROM = Pattern(r"(?<!\w)cách\ (?!trung\ tâm)[^,.;:()\d\n]{0,36}$")
_FROM_THE_CENTRE = Pattern(r"(?<!\w)cách\ trung\ tâm\ (?:\p{L}+\ ){0,3}$", plain=True)
_HOW_FAR = Pattern(r"(?:\ (?:khoảng|gần|hơn|chừng|chỉ|tới|về\ phía\ \p{L}+))*\ (?=\d)")
# chiều từ Lâm Đồng về TP HCM, đổ về Hà Nội: where something comes from or goes to
_GOES = (" vào ", " về ", " đi ", " ra ", " đến ", " tới ", " sang ", " xuống ")
_COMES_OR_GOES = (*_GOES, " từ ")
_ON_THE_WAY = Pattern(
    r"(?<!\w)(?:hướng|chiều|đổ|chạy|lưu\ thông|di\ chuyển|chở\ (?:\p{L}+\ ){0,2}|từ\ [^.,;:()\d]{2,30})\ ?\p{L}+\ $"
)
_OF_WHICH_LAND = (
    "tiền ", "giao dịch chứng khoán ", "gdck ", "nhà nước ", "quốc tịch ",
    "chi nhánh ", " rời ", "hợp tác với ",
    "(đoàn ", "xe biển ", "ôtô biển ", "tải biển ", "biển số ", "biển kiểm soát ",  # (đoàn Huế), xe biển Hà Nội
)  # fmt: skip
# trú xã Mẫu, huyện Thử: the home of the one named before it
_HOME = Pattern(
    r"(?<!\w)(?:trú|ngụ|quê)\ (?:quán\ )?(?:(?:tại|ở)\ )?(?:[^.;:()\d\n,]{1,30}(?:,\ |\ \()){0,3}"
    r"(?:(?:xóm|thôn|ấp|bản|tổ|khu|khu\ phố|xã|phường|thị\ trấn|huyện|quận|thị\ xã|thành\ phố|tp\.?|tỉnh)\ )?$",
    plain=True,
)
# các địa phương khác 603 hộ; còn lại 13 xã ở các huyện khác
_OTHERS = Pattern(
    r"(?<!\w)các\ (?:địa\ phương|tỉnh|huyện|xã|nơi|đơn\ vị|quận|phường|thị\ trường)(?:,\ \p{L}+(?:\ \p{L}+)?)*"
    r"\ (?:còn\ lại|khác)[^,.;:\d]{0,20}$"
)
_OTHERS_AFTER = Pattern(
    r"[\d.]+\ \p{L}+(?:\ \p{L}+)?\ (?:ở|thuộc|tại)\ (?:nơi|các\ \p{L}+(?:,\ \p{L}+\ \p{L}+)?)\ khác(?!\w)"
)
_OWN_AMOUNT = Pattern(r":?\ \(?(?:hơn\ |gần\ |khoảng\ )?\d")
_OF_WHICH = Pattern(r"(?<!\w)(?:trong\ đó|riêng|đi\ qua|gồm|nhiều\ nhất|đứng\ đầu)(?!\w)[^.;\n]*$")
# người đàn ông Trung Quốc mang 2 gói: where he is from; but 65 triệu người Indonesia
_PEOPLE_OF = Pattern(
    r"(?<!\d\ )(?<!%\ )(?<!triệu\ )(?<!nghìn\ )(?<!\w)"
    r"(?:công\ dân|người|đàn\ ông|phụ\ nữ|thuyền\ viên|ngư\ dân|chuyên\ gia)\ $",
    plain=True,
)
_NEAREST = 6  # over the dash of a route, over *vào*, *đến*


def tells_where(setting: Setting, place: Sighting) -> bool:
    """Whether a place can be the one of an amount.

    An end of a route is none (*cao tốc TP HCM - Trung Lương*, *thương mại Việt Nam - Myanmar*), nor is the land of a
    currency (*quy đổi ra tiền Việt Nam*), of a stock exchange or of the state that acts.
    """
    lower, start, end = setting.page.lower, place.start, place.end
    if lower.endswith(_OF_WHICH_LAND, 0, start) or _is_home(lower, start):
        return False
    if lower.endswith(_COMES_OR_GOES, 0, start) and _is_on_the_way(setting, start, end):
        return False
    if _DASHES.isdisjoint(lower[max(0, start - 3) : start]) and _DASHES.isdisjoint(lower[end : end + 2]):
        return True
    if _LEVEL_AFTER_DASH.match(lower, end) or _LEVEL_AFTER_DASH.search(lower, max(0, start - 3), end):
        return True
    if lower[max(0, start - 1) : start] in ("", "\n") and not setting.places.between(end, end + _NEAREST):
        return True  # Hà Nội - Chiếc túi …: a dateline
    return not (_DASH_BEFORE.search(lower, max(0, start - 4), start) or _DASH_AFTER.match(lower, end))


def _is_on_the_way(setting: Setting, start: int, end: int) -> bool:
    """Whether something comes from a place or goes to it: *kẹt xe chiều từ Lâm Đồng về TP HCM*."""
    lower = setting.page.lower
    if lower.endswith(_GOES, 0, start):
        return _ON_THE_WAY.search(lower, max(0, start - 50), start) is not None
    return lower.startswith(_GOES, end) and bool(setting.places.between(end, end + _NEAREST))


def _is_home(lower: str, start: int) -> bool:
    """Whether a place is where someone lives: *anh Mẫu (45 tuổi, trú xã Thử)*."""
    led_by = lower[max(0, start - 70) : start]
    told = "trú " in led_by or "ngụ " in led_by or "quê " in led_by
    return told and _HOME.search(led_by) is not None


def without_other_roles(setting: Setting, named: list[Sighting], start: int, offset: int) -> list[Sighting]:
    """The places, but those that what stands in [start, offset) is far from, that get goods or were joined.

    Nor is one of them a place whose own amount is told, where the text then turns to others or to the whole again.
    """
    page, lower = setting.page, setting.page.lower
    named = [
        place
        for place in named
        if place.start > offset or setting.levels[place.id] != "country" or not _tells_origin(lower, place)
    ]
    if lower.find(_BASED_ON, start, offset) >= 0 and _OF_THE_WHOLE.search(lower, start, offset):
        named = [place for place in named if place.start > offset or not was_joined(page, place)]
    if lower.find("cách ", start, offset) >= 0:
        named = [place for at, place in enumerate(named) if not _is_measured_from(lower, place, beside=at > 0)]
    others = _OTHERS.search(lower, start, offset) if lower.find("các ", start, offset) >= 0 else None
    if others is not None or (lower.find(" khác", offset, offset + 60) >= 0 and _OTHERS_AFTER.match(lower, offset)):
        named = [place for place in named if place.start > offset]
    elif named and lower.find(";", named[0].end, offset) >= 0:
        named = [place for place in named if place.start > offset or not _is_done_with(lower, place, offset)]
    return _without_joined(lower, _without_destinations(lower, named)) if len(named) > 1 else named


def _tells_origin(lower: str, country: Sighting) -> bool:
    """Whether a country only says where someone is from."""
    return _PEOPLE_OF.search(lower, max(0, country.start - 14), country.start) is not None


def _is_done_with(lower: str, place: Sighting, offset: int) -> bool:
    """Whether a place only had its own amount before a semicolon: *trong đó riêng Lệ Mẫu 15 căn; 11 nhà sập*."""
    end = lower.find(";", place.end, offset)
    if end < 0 or not _OWN_AMOUNT.match(lower, place.end, end):
        return False
    led_by = lower[max(0, place.start - 90) : place.start]
    return _OF_WHICH.search(led_by) is not None


def _without_destinations(lower: str, named: list[Sighting]) -> list[Sighting]:
    """The places, but those to which another one's goods or money go: *xuất khẩu của Lào sang Nga* is Laos's."""
    return [
        place
        for at, place in enumerate(named)
        if not at
        or lower[named[at - 1].end : place.start] not in (" sang ", " vào ", " tới ")
        or not lower.endswith(" của ", 0, named[at - 1].start)
    ]


def _without_joined(lower: str, named: list[Sighting]) -> list[Sighting]:
    """The places, but those that another one was merged with: *Khánh Hòa sau khi hợp nhất với Ninh Thuận có …*."""
    start = max(0, named[0].start - 24)
    if lower.find("nhập ", start, named[-1].start) < 0 and lower.find("nhất ", start, named[-1].start) < 0:
        return named
    return [place for place in named if not _MERGED_WITH.search(lower, max(0, place.start - 24), place.start)]


def was_joined(page: Page, place: Sighting) -> bool:
    """Whether its sentence tells that another unit was made of the place: *hình thành trên cơ sở nhập 3 xã A, B, C*."""
    sentence = page.sentence_at(place.start)[0]
    if page.lower.startswith((" cũ", " (cũ)"), place.end) or _JOINED.search(page.lower, sentence, place.start):
        return True
    base = page.lower.rfind(_BASED_ON, sentence, place.start)
    if base < 0 or page.lower.find("nhập", base, place.start) < 0:
        return False
    return _INTO.search(page.lower, base, place.start) is None


def _is_measured_from(lower: str, place: Sighting, *, beside: bool) -> bool:
    """Whether the text says how far something is from the place: *cách Thủ đô Hà Nội 200 km*.

    What is so far from the centre of a place may lie in it, unless another is named `beside` it.
    """
    near = max(0, place.start - 40)
    led = _AWAY_FROM.search(lower, near, place.start) or (beside and _FROM_THE_CENTRE.search(lower, near, place.start))
    return bool(led) and _HOW_FAR.match(lower, place.end) is not None
