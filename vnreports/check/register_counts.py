"""The number of a province's communes as a report states it, against the official register on the report's day."""

import datetime
import functools
import re
from collections.abc import Iterator
from typing import TypeAlias

from vnreports.check.figures import Figures, Finding
from vnreports.check.notes import note, quote, write_number
from vnreports.records import Claim
from vnreports.register import REFORM, communes_of_province, provinces_in_force, units_named

_MONTHS_AHEAD = 120  # days: the plans were told from March 2025 on, the resolutions in June
_AFTER_THE_REFORM = re.compile(r"(?<!\w)sau\ (?:khi\ )?(?:sắp\ xếp|sáp\ nhập|hợp\ nhất)(?!\w)")

Split: TypeAlias = dict[str, int]

# 126 xã, phường; 114 xã, phường, đặc khu; 65 đơn vị hành chính cấp xã: all the communes, not the rural ones alone
_ALL_KINDS = re.compile(
    r"\ (?:(?:xã|phường|thị\ trấn|đặc\ khu)(?:\s*(?:,|và|/|-)\s*(?:xã|phường|thị\ trấn|đặc\ khu))+"
    r"|đơn\ vị\ hành\ chính(?:\ \(đvhc\))?\ cấp\ xã|đvhc\ cấp\ xã|đơn\ vị\ cấp\ xã)(?!\w)"
)
# what makes a count the total of the province, beyond doubt
_ALL_OF_IT = re.compile(
    r"(?<!\w)(?:toàn\ tỉnh|toàn\ thành\ phố|toàn\ tp|cả\ tỉnh|cả\ thành\ phố"
    r"|(?:tỉnh|thành\ phố|tp\.?)\ [^.,;:()\n\d]{2,30}?)\ (?:hiện\ |mới\ |chính\ thức\ |sẽ\ |đã\ )*(?:có|gồm|còn)"
    r"(?:\ (?:tổng\ số|tổng\ cộng|tất\ cả))?\ $"
)
_HAS_SUBSET_WORDS = re.compile(r"\ [^.,;:()\n]{0,40}(?<!\w)(?:đã|chưa|được|bị|có|đạt|thuộc|mới|hoàn thành|không)(?!\w)")
_BEFORE_THE_REFORM = re.compile(
    r"(?<!\w)(?:trước|cũ|từ|(?<!sau )(?<!sau khi )(?:sắp xếp|sáp nhập|hợp nhất))(?!\w)[^.;:()\n]{0,30}$"
)


def check_register_counts(figures: Figures) -> Iterator[Finding]:
    """What the register says of the stated numbers of communes; a difference is told only where the text is clear."""
    told: set[tuple[str, int]] = set()
    for position in range(len(figures.claims)):
        number = _stated_number(figures, position)
        on = None if number is None else _day_of(figures, position)
        if number is None or on is None:
            continue
        finding = _by_province(figures, position, number, on) or _by_split(figures, position, number, on)
        if finding is not None and (finding.note.en.partition(" the official register")[2], number) not in told:
            told.add((finding.note.en.partition(" the official register")[2], number))
            yield finding


def _day_of(figures: Figures, position: int) -> datetime.date | None:
    """The day whose register counts: the report's, or that of the reform where it tells beforehand what comes of it."""
    if figures.on >= REFORM:
        return figures.on
    is_near = (REFORM - figures.on).days <= _MONTHS_AHEAD
    return REFORM if is_near and _AFTER_THE_REFORM.search(figures.before(position)) else None


def _stated_number(figures: Figures, position: int) -> int | None:
    """The number of communes of all kinds that a claim states (of *126/126 xã, phường* the whole), or None."""
    claim = figures.claims[position]
    if claim.dimension != "count" or claim.modifier or claim.difference or not isinstance(claim.value, int):
        return None
    is_split = _split_of(figures, position) is not None
    if not is_split and not _ALL_KINDS.match(figures.page.lower, claim.end):
        return None
    return int(claim.total) if claim.total is not None else claim.value


def _split_of(figures: Figures, position: int) -> Split | None:
    """The kinds of communes that the parts of a claim count: *40 đơn vị mới (21 phường, 19 xã)*."""
    split: Split = {}
    for part in figures.parts_of.get(figures.claims[position].id, ()):
        claim = figures.claims[part]
        if claim.unit in ("xã", "phường", "đặc khu") and isinstance(claim.value, int) and claim.unit not in split:
            split[claim.unit] = claim.value
    total = figures.claims[position].value
    return split if len(split) > 1 and sum(split.values()) == total else None


def _by_province(figures: Figures, position: int, number: int, on: datetime.date) -> Finding | None:
    """The finding where the claim's sentence or the whole report names its province."""
    claim = figures.claims[position]
    place = next((place for place in figures.places if place.id == claim.place), figures.home)
    if place is None or place.level != "province":
        return None
    provinces = units_named(place.name, on=on, level="province")
    if len(provinces) != 1:
        return None
    registered = len(communes_of_province(provinces[0].code, on=on))
    if number == registered:
        return _finding(claim, place.name, number, registered, on)
    return _finding(claim, place.name, number, registered, on) if _is_clearly_the_total(figures, position) else None


def _is_clearly_the_total(figures: Figures, position: int) -> bool:
    """Whether the words say that the number is that of the whole province, today: *toàn tỉnh hiện có 65 xã, phường*."""
    claim = figures.claims[position]
    earlier_amount = any(other.was == claim.id for other in figures.claims)
    if claim.total is not None or earlier_amount or claim.status != "actual" or claim.part_of:
        return False
    before = figures.before(position)
    kinds = _ALL_KINDS.match(figures.page.lower, claim.end)
    if kinds is None or _HAS_SUBSET_WORDS.match(figures.page.lower, kinds.end()):
        return False
    return _ALL_OF_IT.search(before) is not None and _BEFORE_THE_REFORM.search(before) is None


def _finding(claim: Claim, name: str, number: int, registered: int, on: datetime.date) -> Finding:
    vi, en = write_number(registered)
    day = on.strftime("%d/%m/%Y")
    if number == registered:
        text = note(
            f"{quote(claim)} khớp với danh mục hành chính: {name} có {vi} đơn vị cấp xã (ngày {day}).",
            f"{quote(claim)} fits the official register: {name} has {en} communes (on {on.isoformat()}).",
        )
    else:
        text = note(
            f"{quote(claim)} khác danh mục hành chính: {name} có {vi} đơn vị cấp xã (ngày {day}).",
            f"{quote(claim)} differs from the official register: {name} has {en} communes (on {on.isoformat()}).",
        )
    return Finding(
        "register",
        (claim,),
        "agrees" if number == registered else "disagrees",
        text,
        expected=registered,
        found=number,
        tolerance=0,
    )


def _by_split(figures: Figures, position: int, number: int, on: datetime.date) -> Finding | None:
    """The finding where no province is named but the numbers of each kind are those of one province only."""
    split = _split_of(figures, position)
    if split is None:
        return None
    claim = figures.claims[position]
    fitting = [name for name, kinds in _splits(on) if kinds == split]
    return _finding(claim, fitting[0], number, number, on) if len(fitting) == 1 else None


@functools.lru_cache(maxsize=8)
def _splits(on: datetime.date) -> tuple[tuple[str, Split], ...]:
    """How many communes of each kind each province had on a day."""
    found: list[tuple[str, Split]] = []
    for province in provinces_in_force(on):
        kinds: Split = {}
        for unit in communes_of_province(province.code, on=on):
            kinds[unit.type] = kinds.get(unit.type, 0) + 1
        found.append((province.name, kinds))
    return tuple(found)
