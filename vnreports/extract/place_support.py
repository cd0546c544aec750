"""Which names of districts and communes without type word are places: those that the report itself supports."""

import re
from collections.abc import Sequence

import msgspec

from vnreports.extract.place_contexts import context_before
from vnreports.extract.place_names import PlaceMention
from vnreports.normalize.names import sure_surnames
from vnreports.normalize.places import TypeWord, type_words, written_names
from vnreports.page import Page
from vnreports.register import REFORM, Unit
from vnreports.rules import Pattern
from vnreports.syllables import with_syllables

_LIST = re.compile(r"\s*(?:,|;|và|hoặc|-|–|, và)\s*")
_BRACKETED = re.compile(r"\s*\([^()]{3,60}\)\s*(?:,|;|và|, và)\s*")
_INSIDE = re.compile(r"\s*(?:,|\(|-|–|thuộc|của|\(thuộc)\s*")
# *một số xã trong huyện như*, *các địa bàn đông dân như*, *4 huyện ven biển*, *các xã:*
_INTRO = re.compile(
    r"(?P<noun>xã|phường|thị trấn|huyện|quận|thị xã|thành phố|đặc khu|địa bàn|địa phương|thôn)"
    r"(?P<rest>[^.;()\n]{0,50}?(?:như|gồm|là|gồm có|:)|[^.;()\n,\d]{0,22})\s?:?\s*$"
)
_PLURAL = re.compile(r"(?:các|những|\d+|hai|ba|bốn|năm|sáu|bảy|tám|nhiều|một số|mấy)\s+$")
_PLACED = re.compile(r"(?:(?:tại|ở|về|đến|từ|tới|ra|trên địa bàn|thuộc|khu vực|qua|vùng|giữa|và|,)\s+|\()$")
_STREET_NUMBER = re.compile(r"(?<![\w/])\d{1,4}[a-z]?(?:/\d{1,4})? $")  # số 2 Ngọc Hà
_FEATURES = with_syllables(
    f" {noun} " for noun in "bán đảo,quần đảo,đảo,vịnh,hồ,sông,suối,núi,đèo,thác,bãi biển,mũi,hang".split(",")
)
_DESCRIBED = re.compile(
    r"(?<!\w)(?P<noun>xã|phường|thị trấn|huyện|thị xã|thôn|bản) "
    r"(?:miền núi|vùng (?:cao|sâu|xa|biên|ven)|biên giới|đảo|ven biển|nghèo|ngoại thành|trung tâm|khó khăn|mới"
    r"|bãi ngang) $"
)
_REFORMED = with_syllables(
    (
        "địa phương hai cấp",
        "địa phương 2 cấp",
        "hành chính cấp xã",
        "sau sáp nhập",
        "sau khi hợp nhất",
        "trước sáp nhập",
    )
)
_LED = re.compile(r"(?:tại|ở|riêng|trên địa bàn)\s+$")
_HAS_AMOUNT = re.compile(
    r"(?: (?:còn|đạt|có|được|cũng|hiện|chỉ|mới|giảm|tăng|vượt|thiếu)){1,3} (?:hơn |gần |khoảng )?\d"
    r"|:? \(?(?:hơn |gần |khoảng )?(?:\d{2}|\d \w)"
)
_LOCATED = re.compile(r"(?:tại|ở|trên địa bàn)\s+$")


# the committees of a district's Party and of its youth: they name the type of their unit
_COMMITTEES = {
    f"{first} {last} ": of
    for first, of in {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố"}.items()
    for last in ("ủy", "đoàn")
}
_ONE_MORE = Pattern(r" \p{Lu}\p{L}*+(?! \p{Lu})")


def supported(page: Page, sure: list[PlaceMention], weak: list[PlaceMention]) -> list[PlaceMention]:
    """The sure mentions with those of the weak ones that the report supports, in text order."""
    kept: list[PlaceMention] = []
    typed = {mention.key: mention.type for mention in sure if mention.type is not None}
    features = [feature for feature in page.syllables.among(_FEATURES) if feature in page.lower] if weak else []
    weak = [mention for mention in weak if mention.key in typed or not _is_other(page, mention, features)]
    mentions = sorted([*sure, *weak], key=lambda mention: mention.start)
    doubtful = {id(mention) for mention in weak}
    provinces = {
        unit.province
        for mention in (sure if weak else ())
        for unit in written_names().get(mention.key, ())
        if unit.level == "province"
    }
    for at, mention in enumerate(mentions):
        previous = kept[-1] if kept else None
        if id(mention) not in doubtful:
            kept.append(_as_list_member(page, previous, mention) if mention.type is None else mention)
            continue
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        type_word = (
            _listed_type(page, _before_brackets(page, kept, mention), mention)
            or _introduced_type(page, mention)
            or _described_type(page, mention)
        )
        if type_word is not None and any(type_word.fits(unit) for unit in written_names()[mention.key]):
            kept.append(msgspec.structs.replace(mention, type=type_word))
        elif mention.key in typed:
            kept.append(msgspec.structs.replace(mention, type=typed[mention.key]))
        elif (
            _introduced(page, mention, previous)
            or _beside_parent(page, mention, following)
            or _beside_child(page, previous, mention)
            or _well_known(page, mention, provinces)
            or _beside_neighbour(page, mention, following)
            or _of_committee(page, mention)
            or _told_of(page, mention, provinces)
        ):
            kept.append(mention)
    return kept


def _is_other(page: Page, mention: PlaceMention, features: Sequence[str]) -> bool:
    """Whether a bare name is a street's after its number, or that of one of the page's features: *bán đảo Sơn Trà*."""
    if _STREET_NUMBER.search(page.lower, max(0, mention.start - 10), mention.start):
        return True
    name = page.lower[mention.start : mention.end]
    return any(f"{feature}{name}" in page.lower for feature in features) and f"miền núi {name}" not in page.lower


def _listed_type(page: Page, previous: PlaceMention | None, mention: PlaceMention) -> TypeWord | None:
    """The type of the list that the mention goes on: *các phường Tây Hồ và Hồng Hà*."""
    if previous is None or previous.type is None:
        return None
    between = page.lower[previous.end : mention.start]
    if not (_LIST.fullmatch(between) or _BRACKETED.fullmatch(between)):
        return None
    return None if _lies_in(previous, mention) else previous.type


def _as_list_member(page: Page, previous: PlaceMention | None, mention: PlaceMention) -> PlaceMention:
    """A province's name read as a commune's or district's where it goes on a list of them: *các xã Vũ Oai, Hòa Bình*.

    It does so where the unit before lies in another province, which has a unit of this name too.
    """
    if previous is None:
        return mention
    if mention.kind == "abroad":  # Quỳnh Phụ, Đông Hưng: not the city in China
        listed = _LIST.fullmatch(page.lower, previous.end, mention.start) is not None
        neighbours = _provinces_of_district(previous) & _provinces_of_district(mention)
        return msgspec.structs.replace(mention, kind="unit") if listed and neighbours else mention
    if previous.type is None or mention.kind != "unit":
        return mention
    type_word = _listed_type(page, previous, mention)
    if type_word is None or type_word.level not in ("commune", "district"):
        return mention
    provinces = {unit.province for unit in written_names().get(previous.key, ()) if unit.level == type_word.level}
    here = {unit.province for unit in written_names().get(mention.key, ()) if unit.level == type_word.level}
    return msgspec.structs.replace(mention, type=type_word) if provinces & here else mention


def _introduced_type(page: Page, mention: PlaceMention) -> TypeWord | None:
    """The type that the words before the list give: *một số xã như*, *4 huyện ven biển*."""
    intro = _INTRO.search(page.lower, max(0, mention.start - 75), mention.start)
    if intro is None or intro["noun"] not in type_words():
        return None
    before = page.lower[max(0, intro.start() - 12) : intro.start()]
    return type_words()[intro["noun"]] if _PLURAL.search(before) or intro["rest"].endswith(":") else None


def _described_type(page: Page, mention: PlaceMention) -> TypeWord | None:
    """The type that stands before the words between it and the name: *xã miền núi Mẫu*, *huyện đảo Thử*."""
    described = _DESCRIBED.search(page.lower, max(0, mention.start - 30), mention.start)
    return type_words()[described["noun"]] if described is not None else None


def _introduced(page: Page, mention: PlaceMention, previous: PlaceMention | None) -> bool:
    """Whether the words before say that places follow, of whatever type: *các địa bàn đông dân như*."""
    if previous is not None and previous.kind == "unit" and previous.type is None:
        listed = _LIST.fullmatch(page.lower, previous.end, mention.start)
        if listed and not any(unit.level == "province" for unit in written_names().get(previous.key, ())):
            return True
    intro = _INTRO.search(page.lower, max(0, mention.start - 75), mention.start)
    return intro is not None and bool(_PLURAL.search(page.lower[max(0, intro.start() - 12) : intro.start()]))


def _beside_parent(page: Page, mention: PlaceMention, following: PlaceMention | None) -> bool:
    """Whether the unit that it lies in comes next: *Vụ Bản, Nam Định*."""
    if following is None or not _INSIDE.fullmatch(page.lower, mention.end, following.start):
        return False
    return _lies_in(mention, following)


def _beside_child(page: Page, previous: PlaceMention | None, mention: PlaceMention) -> bool:
    """Whether a unit that lies in it comes right before: *xã Nhơn Hạnh (An Nhơn)*."""
    if previous is None or not _INSIDE.fullmatch(page.lower, previous.end, mention.start):
        return False
    return _lies_in(previous, mention)


def _lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    parents: Sequence[Unit] = written_names().get(outer.key, ())
    return any(unit.lies_in(parent) for unit in written_names().get(inner.key, ()) for parent in parents)


def _well_known(page: Page, mention: PlaceMention, provinces: set[str]) -> bool:
    """Whether it is a city, or the only district of its name in a province that the report names, put as a place."""
    districts = [unit for unit in written_names()[mention.key] if unit.level == "district" and unit.holds == unit.code]
    if len(districts) != 1 or " " not in mention.key:
        return False
    if districts[0].type == "thành phố":
        return True
    placed = _PLACED.search(page.lower, max(0, mention.start - 14), mention.start)
    if placed is not None and (
        _LOCATED.match(placed[0]) or (placed[0][0].isalpha() and _is_unique(mention))
    ):  # *ra Côn Đảo*
        return True
    return districts[0].province in provinces and (placed is not None or context_before(page, mention.start) == "body")


def _of_committee(page: Page, mention: PlaceMention) -> bool:
    """Whether the committee of such a unit stands before the name: *Bí thư Huyện ủy Lâm Bình*.

    Where one more word follows, it is a person's: *Bí thư Huyện ủy Lâm Bình Mẫu*.
    """
    types = [of for committee, of in _COMMITTEES.items() if page.lower.endswith(committee, 0, mention.start)]
    known = bool(types) and any(unit.type in types for unit in written_names()[mention.key])
    return known and _ONE_MORE.match(page.text, mention.end) is None


def _told_of(page: Page, mention: PlaceMention, provinces: set[str]) -> bool:
    """Whether it is one of today's communes of a province that the report names, with an amount or told as where.

    *riêng Mường Mẫu 988 tỷ đồng*, *Lũng Thử (64)*, *ở Mường Ví*.
    """
    first = mention.key.split(" ", maxsplit=1)[0]
    if first == mention.key or first in sure_surnames() or not _is_of_today(page):
        return False
    units = [unit for unit in written_names()[mention.key] if unit.level == "commune" and not unit.is_dissolved]
    if sum(unit.province in provinces for unit in units) != 1:
        return False
    if _LED.search(page.lower, max(0, mention.start - 16), mention.start):
        return True
    return _HAS_AMOUNT.match(page.lower, mention.end) is not None


def _is_of_today(page: Page) -> bool:
    """Whether the report speaks of the units since July 2025."""
    if page.published is not None:
        return page.published >= REFORM
    return any(phrase in page.lower for phrase in page.syllables.among(_REFORMED))


def _is_unique(mention: PlaceMention) -> bool:
    return sum(1 for unit in written_names()[mention.key] if unit.is_dissolved) == 1


def _beside_neighbour(page: Page, mention: PlaceMention, following: PlaceMention | None) -> bool:
    """Whether another district of the same province comes next in a list: *(Bình Thạnh, Gò Vấp)*."""
    if following is None or not _LIST.fullmatch(page.lower, mention.end, following.start):
        return False
    return bool(_provinces_of_district(mention) & _provinces_of_district(following))


def _provinces_of_district(mention: PlaceMention) -> set[str]:
    return {unit.province for unit in written_names().get(mention.key, ()) if unit.level == "district"}


def _before_brackets(page: Page, kept: list[PlaceMention], mention: PlaceMention) -> PlaceMention | None:
    """The mention before this one, past a bracket: *các xã Đắk Long (huyện Đắk Glei), Rờ Kơi*."""
    for earlier in reversed(kept[-4:]):
        if _BRACKETED.fullmatch(page.lower, earlier.end, mention.start):
            return earlier
    return kept[-1] if kept else None
