"""Which unit each place mention means, on the document's date."""

import datetime
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec
import regex

from vnreports.extract.place_names import PlaceMention, bare_level
from vnreports.normalize.places import former_provinces, highest, names_abroad, written_names
from vnreports.page import Page
from vnreports.records import Level, Mention, Place
from vnreports.register import REFORM, Unit, name_key, successors

EVE = REFORM - datetime.timedelta(days=1)
# an undated report that speaks of the two-tier local government or of a special zone is of the time after the reform,
# unless its latest day lies in the months when the reform was prepared
_NEW_ERA = re.compile(
    r"chính quyền địa phương (?:2|hai) cấp|chính quyền (?:2|hai) cấp|đặc khu [a-zđ]|sau (?:khi )?(?:sáp nhập|hợp nhất)"
    r"|01/0?7/2025|1/0?7/2025|bỏ cấp huyện|không còn cấp huyện"
)
_DAY = regex.compile(r"(\d(?<!\d\d)\d?)(?:/|-|\.| tháng )(\d{1,2})(?:/|-|\.| năm )(20[0-3]\d)(?!\d)")
_PARENT = re.compile(r"\s*(?:,|\(|-|–|thuộc|của|\(thuộc|, thuộc|\(nay thuộc)\s*")
_RANK: dict[str, int] = {"province": 0, "city": 1, "district": 1, "commune": 2, "village": 3}


class Reading(msgspec.Struct):
    """A mention with the units that it may mean, narrowed step by step."""

    mention: PlaceMention
    level: Level
    units: tuple[Unit, ...]
    parents: tuple[int, ...] = ()

    @property
    def unit(self) -> Unit | None:
        """The only unit left."""
        return self.units[0] if len(self.units) == 1 else None


def resolve_places(
    mentions: Sequence[PlaceMention], page: Page, *, doc: str, on: datetime.date | None = None
) -> list[Place]:
    """The place records of the page, numbered p1, p2, … by first mention; `on` is its reference day, where known.

    >>> from vnreports.extract.places import find_place_mentions
    >>> from vnreports.page import read_page
    >>> page = read_page("Xã Hạ Sơn (huyện Quỳ Hợp, Nghệ An).", published=datetime.date(2017, 6, 28))
    >>> [(place.name, place.code) for place in resolve_places(find_place_mentions(page), page, doc="a")]
    [('Hạ Sơn', '17092'), ('Quỳ Hợp', '420'), ('Nghệ An', '40')]
    """
    on = on or reference_day(page, mentions)
    readings = [_read(mention, on) for mention in mentions]
    _link_parents(readings, page)
    for rank in (1, 2):  # a district by its province, then a commune by its district or province
        ranked = [reading for reading in readings if _RANK.get(reading.level) == rank]
        if not ranked:
            continue
        known = [reading.units[0] for reading in readings if len(reading.units) == 1]
        counts = Counter([unit.province for unit in known])
        districts = {unit.holds for unit in known if unit.level == "district"}
        for reading in (one for one in ranked if one.units):
            _narrow(reading, readings, counts, districts)
        _share(ranked)
    return _records(readings, page, doc=doc)


def reference_day(page: Page, mentions: Sequence[PlaceMention]) -> datetime.date:
    """The day whose units are meant: the publication date, else the era that the text itself tells."""
    if page.published is not None:
        return page.published
    days = [f"{match[3]}{match[2]:0>2}{match[1]:0>2}" for match in _DAY.finditer(page.lower)]
    last = max(days, default="")
    if sum(day > "20250701" for day in days) > sum("20241101" <= day < "20250701" for day in days):
        return REFORM
    if any(mention.old and bare_level(mention.key) == "province" for mention in mentions):
        return REFORM  # *tỉnh Bến Tre cũ*
    if _NEW_ERA.search(page.lower):
        return EVE if "20250301" <= last <= "20250630" else REFORM
    new, old = _only_in(mentions, dissolved=False), _only_in(mentions, dissolved=True)
    if new or old:
        return REFORM if new > old else EVE
    return REFORM if last >= "20250701" else EVE


def _only_in(mentions: Sequence[PlaceMention], *, dissolved: bool) -> int:
    """How many of the typed districts and communes have a name that only one of the two registers knows."""
    count = 0
    for mention in mentions:
        if mention.type is not None and mention.type.level in ("district", "commune") and not mention.old:
            units = [unit for unit in written_names().get(mention.key, ()) if mention.type.fits(unit)]
            exact = [unit for unit in units if unit.type == mention.type.word]  # *phường Trà Vinh*, before a *xã*
            eras = {unit.is_dissolved for unit in exact or units}
            count += eras == {dissolved}
    return count


def _read(mention: PlaceMention, on: datetime.date) -> Reading:
    """The mention with the units of its name and type: those in force first, else the older ones."""
    if mention.kind == "region":
        return Reading(mention, "region", ())
    if mention.kind == "village":
        return Reading(mention, "village", ())
    if mention.kind == "abroad":
        abroad = names_abroad().get(mention.key)
        return Reading(mention, abroad.level if abroad is not None else "foreign", ())
    units = written_names().get(mention.key, ())
    if mention.type is not None:
        fitting = tuple(unit for unit in units if mention.type.fits(unit))
        urban = mention.type.word == "quận"  # *quận Thủ Đức* was dissolved before there was the city of that name
        units = fitting if urban else fitting or tuple(unit for unit in units if unit.level == mention.type.level)
    if mention.type is None:  # Bình Dương is the province that was, before the ward of today
        provinces = (unit for unit in units if unit.level == "province")
        units = tuple(unit for unit in provinces if unit.valid_from is None or unit.valid_from <= on) or units
    dissolved = tuple(unit for unit in units if unit.is_dissolved) if mention.old else ()
    units = highest(dissolved or _known_on(units, on))
    if not units:
        return Reading(mention, _level_without_unit(mention), ())
    return Reading(mention, units[0].level, units)


def _known_on(units: tuple[Unit, ...], on: datetime.date) -> tuple[Unit, ...]:
    """Those in force on that day, else those of before, else those to come, a unit that changes its kind as one."""
    if in_force := tuple(unit for unit in units if unit.in_force(on)):
        return in_force
    before = [unit for unit in units if unit.valid_to is not None and unit.valid_to < on]
    last = max((unit.valid_to for unit in before if unit.valid_to), default=None)  # thành phố Thủ Đức, after quận
    return tuple(unit for unit in before if unit.valid_to == last) or tuple(
        {unit.code: unit for unit in units}.values()
    )


def _level_without_unit(mention: PlaceMention) -> Level:
    levels: dict[str, Level] = {"commune": "commune", "province": "province"}
    if mention.type is None:
        return "province" if mention.key in former_provinces() else "district"
    return levels.get(mention.type.level, "district")


def _link_parents(readings: list[Reading], page: Page) -> None:
    """Notes for each reading the ones that stand after it as its parents: *xã Hạ Sơn (huyện Quỳ Hợp, Nghệ An)*."""
    for at in range(len(readings) - 2, -1, -1):
        reading, following = readings[at], readings[at + 1]
        rank, above = _RANK.get(reading.level, 9), _RANK.get(following.level, 9)
        between = page.lower[reading.mention.end : following.mention.start]
        if above < rank <= 3 and _PARENT.fullmatch(between):
            reading.parents = (at + 1, *following.parents)


def _narrow(reading: Reading, readings: list[Reading], counts: Counter[str], districts: set[str]) -> None:
    """Keeps the units in the stated parents, else those in the places that the report names; then those of its type."""
    parents = [readings[index] for index in reading.parents if readings[index].units]
    # *Nha Trang, TPHCM* is a list of cities, no address; *xã Thịnh Lộc, Hà Nội* remains an unknown commune
    is_address = any(
        _lies_in(unit, outer) for unit in reading.units for parent in parents[:1] for outer in parent.units
    )
    if is_address or (parents and reading.level == "commune"):
        for parent in parents:
            reading.units = tuple(u for u in reading.units if any(_lies_in(u, p) for p in parent.units))
    elif reading.unit is None or (counts and reading.unit.province not in counts and reading.level != "district"):
        inside = tuple(unit for unit in reading.units if unit.district in districts)
        if not inside:
            most = max((counts[unit.province] for unit in reading.units), default=0)
            inside = tuple(unit for unit in reading.units if most and counts[unit.province] == most)
        if inside or (counts and reading.level != "district"):
            reading.units = inside
    if len(reading.units) > 1 and reading.mention.type is not None:
        exact = tuple(unit for unit in reading.units if unit.type == reading.mention.type.word)
        reading.units = exact or reading.units


def _lies_in(unit: Unit, outer: Unit) -> bool:
    """Whether it lies in the other, or in what that has become: *xã Gành Hào (tỉnh Bạc Liêu cũ)*."""
    if unit.is_dissolved or not outer.is_dissolved:
        return unit.lies_in(outer)
    return (unit.province if outer.level == "province" else unit.code) in successor_codes(outer)


def _share(readings: list[Reading]) -> None:
    """One name of one level means one unit through the report, where any of its mentions tells which."""
    known: dict[tuple[str, str, bool], set[Unit]] = defaultdict(set)
    for reading in readings:
        if reading.unit is not None:
            known[reading.mention.key, reading.level, reading.mention.old].add(reading.unit)
    for reading in readings if known else ():
        if reading.unit is None and not reading.parents:
            units = known.get((reading.mention.key, reading.level, reading.mention.old), set())
            if len(units) == 1:
                reading.units = tuple(units)


def _records(readings: list[Reading], page: Page, *, doc: str) -> list[Place]:
    groups: dict[tuple[str | bool, ...], list[Reading]] = {}
    for reading in readings:
        groups.setdefault(_identity(reading), []).append(reading)
    places = []
    for number, group in enumerate(groups.values(), 1):
        unit = group[0].unit
        places.append(
            Place(
                doc=doc,
                id=f"p{number}",
                rule=f"place/{group[0].mention.kind}",
                name=unit.name if unit is not None else _written_name(group),
                level=group[0].level,
                code=unit.code if unit is not None else None,
                current=_current(unit),
                province=unit.province if unit is not None else _province(group, readings),
                mentions=tuple(
                    Mention(r.mention.start, r.mention.end, page.text[r.mention.start : r.mention.end]) for r in group
                ),
            )
        )
    return places


def _identity(reading: Reading) -> tuple[str | bool, ...]:
    if (unit := reading.unit) is not None:
        return unit.level, unit.code, unit.is_dissolved
    abroad = names_abroad().get(reading.mention.key)
    if reading.mention.kind == "abroad" and abroad is not None and abroad.level == "country":
        return "country", abroad.code
    return reading.level, reading.mention.key


def _written_name(group: list[Reading]) -> str:
    """The name as the report writes it, in capitals only where every mention is."""
    if (known := former_provinces().get(group[0].mention.key)) is not None:
        return known
    written = [_bare_name(reading) for reading in group]
    written = [name for name in written if not name.isupper()] or written
    name = max(written, key=written.count)
    if name.isupper() and " " in name:
        name = name.title()
    return " ".join(name.split())


def _bare_name(reading: Reading) -> str:
    """The name of a mention; of a country without its state form: *LB Nga* is *Nga*, *Nhật* is *Nhật Bản*."""
    abroad = names_abroad().get(reading.mention.key) if reading.level == "country" else None
    if abroad is None or name_key(reading.mention.name) == name_key(abroad.name):
        return reading.mention.name  # *Hoa Kỳ* stays, beside *Mỹ*
    return abroad.name


def _current(unit: Unit | None) -> tuple[str, ...]:
    """The units that took a dissolved one over; empty where it went on under its name and code."""
    codes = successor_codes(unit) if unit is not None else ()
    return () if unit is not None and codes == (unit.code,) else codes


@functools.lru_cache(maxsize=1 << 12)
def successor_codes(unit: Unit) -> tuple[str, ...]:
    """The codes of the units that the unit went into."""
    return tuple(new.code for new in successors(unit.code, on=unit.valid_to or REFORM))


def _province(group: list[Reading], readings: list[Reading]) -> str | None:
    """The province of an unknown unit, from the parents that stand beside it."""
    found = {u.province for r in group for index in r.parents for u in readings[index].units}
    return found.pop() if len(found) == 1 else None
