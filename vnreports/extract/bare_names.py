"""Whether a known name without type word stands for a place, or is part of a person's or of another name."""

import functools
import re

from vnreports.extract.place_contexts import Context, is_proper, openers
from vnreports.extract.place_countries import GLUED, SENTENCE_HEAD, VIET_NAM, names_the_country, short_name_stands
from vnreports.extract.place_names import NamedRun, Word, bare_level, is_country
from vnreports.lexicon import read_table
from vnreports.normalize.names import looks_foreign, sure_surnames, surnames
from vnreports.page import Page
from vnreports.register import name_key
from vnreports.rules import Pattern

_LIST_GAP = re.compile(r"\s*(?:,|và|-|–)\s*")
_PAIR_GAP = re.compile(r"\s*[-–]\s*")
_DASH_AFTER = Pattern(r" ?[-–] ?(?:\p{Lu}|quốc lộ|QL)")
_DASH_BEFORE = Pattern(r"[\p{L}\d] ?[-–] ?$")
# a road between two ends, then others of its list: not *cao tốc, Hà Nội - Huế*
_ROAD = re.compile(
    r"(?:cao tốc|đường sắt|đường bay|tuyến|quốc lộ) [^.;()]{0,80}?"
    r"[^,;.()]{2,30} [-–] [^,;.()]{2,30}(?:, | và )(?:[^,;.:()]{3,30} ?[-–] ?)?$"
)
_FACILITY = (
    r"(?:cảng(?:\ biển|\ hàng\ không)?|sân\ bay|nhà\ ga|ga|nhà\ máy(?:\ \p{Ll}+){0,3}|hồ|cầu|chợ|khu\ công\ nghiệp)"
)
# the later names of a list that has its noun once: *các cảng Mẫu, Thử*, *3 sân bay mới gồm Mẫu, Thử*, *tiếng Anh, Mẫu*
_LATER_IN_LIST = Pattern(
    rf"(?<!\w)(?:(?:các|những|nhiều|hai|ba|bốn|\d+)\ (?:{_FACILITY}|tuyến\ đường|câu\ lạc\ bộ|đội\ bóng)|tiếng)"
    r"\ \p{Lu}\p{L}*(?:\ \p{Lu}\p{L}*){0,3}(?:,\ \p{Lu}\p{L}*(?:\ \p{Lu}\p{L}*){0,3})*(?:,\ |\ và\ )$"
    rf"|(?<!\w)(?:các|những|nhiều|hai|ba|bốn|\d+)\ {_FACILITY}\ (?:[^.,;:()\n]{{2,30}}\ )?(?:như|gồm|bao\ gồm)\ "
    r"(?:\p{Lu}\p{L}*(?:\ \p{Lu}\p{L}*){0,3}(?:,\ |\ và\ ))*$"
)
_LATER = (", ", " và ", ", \n", " và \n")
_GLUED_VIET = Pattern(r"(?:\p{Ll}\ |[^\p{L}\ ]\ ?)(?<!\p{Lu}\p{L}*\ )Việt[-–]$")
_TEAM = re.compile(r"u\d\d")
_LEVELS = frozenset(("tỉnh", "thành", "huyện", "quận"))
COMPASS = frozenset(("đông", "tây", "nam", "bắc"))
_DIRECTION = re.compile(r"(?<!\w)(?:phía|hướng|cửa ngõ|miền) (?:(?:đông|tây|nam|bắc) ){1,2}$")
_LOCATIVE = frozenset(("tại", "ở", "từ", "về", "đến", "tới", "vào", "ra", "thành"))


@functools.cache
def historical_people() -> frozenset[str]:
    """The people of history whose names are mostly those of places, institutions and prizes, by their keys."""
    return frozenset(name_key(row["name"]) for row in read_table("historical_people"))


@functools.cache
def _honorifics() -> frozenset[str]:
    return frozenset(row["honorific"] for row in read_table("honorifics"))


def stands_alone(
    page: Page, words: list[Word], run: NamedRun, *, abroad: bool, context: Context | None, since: int
) -> bool:
    """Whether a name without type word is a place's there, not part of a person's or of another name.

    `since` is the end of the place name before it: *Việt Nam-Nhật Bản* are two places.
    """
    lower, start = page.lower, run.start
    before = lower[max(0, start - 14) : start].rsplit(maxsplit=1)
    previous = before[-1].lstrip('“"‘(') if before and lower[start - 1] == " " else ""
    glued = start > 0 and lower[start - 1] in GLUED and since != start - 1 and not _after_viet(page, start)
    titled = previous.strip(".") in _honorifics() and not lower.endswith(("đàn ông ", "đàn bà "), 0, start)
    if titled or glued or _TEAM.fullmatch(previous):
        return False
    if run.key.startswith("tp"):  # *Bệnh viện Nhi TPHCM* has its own type word
        return True
    if _is_part(page, run, context=context, since=since):
        return False
    listed = _LIST_GAP.fullmatch(lower, since, start) is not None
    if run.key in historical_people() and not listed and previous not in _LOCATIVE:
        return False  # *tư tưởng Hồ Chí Minh*; but *Hà Nội, Hồ Chí Minh*
    goes_on = run.last + 1 < len(words) and words[run.last + 1].joined and words[run.last].end == run.end
    if abroad and " " not in run.key and len(run.key) < 5:
        paired = since > 0 and _PAIR_GAP.fullmatch(lower, since, start) is not None  # *Việt Nam – Lào Lần đầu*
        # *Tại Mỹ*, *miền Nam Lào*; but *Lê Thị Mỹ*
        inside = words[run.first].joined and openers().get(previous) != "stop" and not _led_by_compass(page, run.start)
        return paired or (not inside and short_name_stands(page, words, run, previous, goes_on=goes_on))
    follows_place = 0 < since == start - 1 and bare_level(run.key) in ("province", "abroad")  # *phường Mẫu Hà Nội*
    if words[run.first].joined and not follows_place and not _may_follow(page, words, run.first, context):
        return False
    return (
        not goes_on
        or words[run.last + 1].key in surnames()
        or context == "body"
        or is_country(run.key)
        # *tại Hà Nội Nguồn tin cho biết*: the text has lost a full stop
        or (not abroad and (previous in _LOCATIVE or listed))
    )


def _after_viet(page: Page, start: int) -> bool:
    """Whether *Việt* is glued before the name at `start`: *quan hệ Việt-Nhật*; not *ông Lê Việt-Anh*."""
    return _GLUED_VIET.search(page.text, max(0, start - 16), start) is not None


def _is_part(page: Page, run: NamedRun, *, context: Context | None, since: int) -> bool:
    """Whether the name is part of another one: of a fixed name, of something that isn't a body, of a road."""
    if run.key in VIET_NAM and not names_the_country(page, run.start, since):
        return True
    if run.key == "vn" and page.text[run.end : run.end + 1].isdigit():  # *VN30*
        return True
    if context == "name" and (not is_country(run.key) or is_proper(page, run.start, since=since)):
        return True
    listed = page.text.endswith(_LATER, 0, run.start)
    if listed and _LATER_IN_LIST.search(page.text, max(0, run.start - 120), run.start):
        return True
    return _on_a_road(page, run)


def _on_a_road(page: Page, run: NamedRun) -> bool:
    """Whether the name is an end of a road or line in a list: *cao tốc Mẫu Sơn - Nghi Sơn, Nghi Sơn - Diễn Châu*."""
    text = page.text
    around = text[max(0, run.start - 3) : run.end + 2]
    if "-" not in around and "–" not in around:
        return False
    if not _DASH_AFTER.match(text, run.end) and not _DASH_BEFORE.search(text, max(0, run.start - 4), run.start):
        return False
    return _ROAD.search(page.lower, page.sentence_at(run.start)[0], run.start) is not None


def _led_by_compass(page: Page, start: int) -> bool:
    """Whether the name at `start` stands after a direction: *ở phía Tây Bắc Hà Nội*, *miền Đông Ukraine*."""
    return _DIRECTION.search(page.lower, max(0, start - 18), start) is not None


def _may_follow(page: Page, words: list[Word], at: int, context: Context | None) -> bool:
    """Whether a place name may begin at the word `at` though a capitalised word stands right before it."""
    previous = words[at - 1]
    leads = SENTENCE_HEAD.search(page.text[max(0, previous.start - 4) : previous.start]) is not None
    if leads and not previous.joined and previous.key in _LOCATIVE:  # *Từ Đà Nẵng*, *Tại Hà Nội*
        return True
    if previous.key in COMPASS and _led_by_compass(page, words[at].start):
        return True
    first = at
    while first > 0 and at - first < 3 and words[first].joined:
        first -= 1
        opens = context == "body" and not words[first].joined and openers().get(words[first].key) == "body"
        if words[first].key == "đoàn" and first and words[first].joined and words[first - 1].key in _LEVELS:
            return True  # *Tỉnh Đoàn Tiền Giang*
        names = surnames() if context != "body" else sure_surnames()
        if words[first].key in names and not opens:  # *Trần Thị Thái Bình*; but *(Đoàn Đà Nẵng)*, *Sở Công Thương Huế*
            return False
    return context == "body" or (leads and not looks_foreign(previous.key))  # *Sở Công Thương Bình Định*, *Nay Hà Nội*
