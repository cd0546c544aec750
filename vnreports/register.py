"""The official register of Viet Nam's administrative units, by date.

Two states of the country are known: since 1 July 2025 (34 provinces, 3,321 communes, no districts) and before (63
provinces, 696 districts, 10,035 communes, as of 30 June 2025). Codes were used again for other units, so a code says
nothing without its date. Of the years before, the districts are known too that were merged or renamed since 2019,
but not the communes. Of the time since, the units are known that became cities or wards (see lexicons/changes.tsv).
"""

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec
import regex

from vnreports.lexicon import read_cells, read_table
from vnreports.records import Level
from vnreports.text import fold_string

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "REFORM",
    "Unit",
    "communes_of_province",
    "predecessors",
    "provinces_in_force",
    "successors",
    "unit_with_code",
    "units",
    "units_named",
]

_EVE = datetime.date(2025, 6, 30)
REFORM = datetime.date(2025, 7, 1)  # tỉnh mới, xã mới, không còn cấp huyện
_SYLLABLE = regex.compile(r"[\p{L}\p{M}\d'’]+")
# Quy Nhơn and Qui Nhơn, Kỳ Anh and Kì Anh, Mỹ Tho and Mĩ Tho
_FINAL_Y = regex.compile(r"^(qu|[hklmstv])([yỳýỷỹỵ])$")
_Y_AS_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_SAME_SYLLABLE = {
    "đăk": "đắk", "đắc": "đắk", "đác": "đắk", "đak": "đắk", "dak": "đắk", "lăk": "lắk", "lắc": "lắk", "lak": "lắk",
    "cạn": "kạn", "krong": "krông", "plây": "plei", "pắk": "pắc", "păk": "pắc",
}  # fmt: skip


class Unit(msgspec.Struct, frozen=True, gc=False):
    """An administrative unit during the time of its validity (both days inclusive, None where open).

    `type` is its type word in lower case, `name` the official name without it (*Quận 1* keeps it). `province` and
    `district` are the codes of the units it lies in; a province has its own code there. A province that became a city,
    or a commune that became a ward, is two units in a row, of one code.
    """

    code: str
    level: Level
    type: str
    name: str
    province: str
    district: str | None
    valid_from: datetime.date | None
    valid_to: datetime.date | None

    def in_force(self, on: datetime.date) -> bool:
        """Whether the unit existed on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def lies_in(self, other: "Unit") -> bool:
        """Whether the unit lies in the other one, of the same state of the country."""
        if other.level == "province":
            return self.province == other.code and self.is_dissolved == other.is_dissolved and self.level != "province"
        return other.level == "district" and self.district == other.holds

    @property
    def holds(self) -> str:
        """The code of the district in which the register has the wards of this one: they are those of its last day."""
        return _mergers().get(self.code, self.code)

    @property
    def is_dissolved(self) -> bool:
        """Whether the unit belongs to the register before July 2025."""
        return self.valid_to is not None and self.valid_to < REFORM


@functools.cache
def syllable_key(syllable: str) -> str:
    """The form under which a lower-case syllable of a name is looked up: one for each set of spelling variants.

    >>> syllable_key("qui"), syllable_key("quy"), syllable_key("đăk")
    ('qui', 'qui', 'đắk')
    """
    bare = syllable.replace("'", "").replace("’", "")
    bare = _FINAL_Y.sub(lambda match: match[1] + _Y_AS_I[match[2]], bare)
    return _SAME_SYLLABLE.get(bare, bare)


@functools.lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """The form under which a name is looked up: lower case, without hyphens, one form for spelling variants.

    >>> name_key("Bà Rịa – Vũng Tàu") == name_key("Bà Rịa-Vũng Tàu")
    True
    """
    return " ".join(syllable_key(syllable) for syllable in _SYLLABLE.findall(fold_string(name).lower()))


def units_named(name: str, *, on: datetime.date | None = None, level: Level | None = None) -> tuple[Unit, ...]:
    """The units of that name (without type word), on that day and of that level where these are given.

    >>> [unit.code for unit in units_named("Quy Nhơn", on=datetime.date(2025, 4, 22))]
    ['540']
    """
    return tuple(
        unit
        for unit in units_by_key().get(name_key(name), ())
        if (on is None or unit.in_force(on)) and (level is None or unit.level == level)
    )


@functools.lru_cache(maxsize=256)
def is_city(province: str) -> bool:
    """Whether the province of that name is a city and never was a *tỉnh* (one of 2026 is none by this).

    >>> is_city("Huế"), is_city("Quảng Ninh")
    (True, False)
    """
    types = {unit.type for unit in units_named(province, level="province")}
    return types == {"thành phố"}


def unit_with_code(code: str, *, on: datetime.date) -> Unit | None:
    """The unit that had this code on that day: 2 digits for a province, 3 for a district, 5 for a commune.

    >>> unit_with_code("00466", on=datetime.date(2025, 9, 11)).name
    'Phúc Thịnh'
    """
    for unit in _units_by_code().get(code, ()):
        if unit.in_force(on):
            return unit
    return None


def successors(code: str, *, on: datetime.date) -> tuple[Unit, ...]:
    """The units that took over, on 1 July 2025, the one that had this code on that day; none for one that goes on.

    >>> [unit.name for unit in successors("00178", on=datetime.date(2025, 6, 30))]  # phường Cát Linh
    ['Giảng Võ', 'Ô Chợ Dừa']
    """
    unit = unit_with_code(code, on=on)
    if unit is None or not unit.is_dissolved or (unit.level == "district" and unit.valid_to != _EVE):
        return ()
    table = _successions()
    olds = [code] if code in table else _codes_in_district().get(code, ())
    return _with_codes(sorted({new for old in olds for new in table.get(old, "").split()}), on=REFORM)


def predecessors(code: str, *, on: datetime.date) -> tuple[Unit, ...]:
    """The units that were merged, whole or in part, into the one that has this code on that day: none before July 2025.

    >>> [unit.name for unit in predecessors("52", on=REFORM)]
    ['Bình Định', 'Gia Lai']
    """
    unit = unit_with_code(code, on=on)
    if unit is None or unit.is_dissolved:
        return ()
    return _with_codes(_predecessions().get(code, ()), on=REFORM - datetime.timedelta(days=1))


def units(*, on: datetime.date | None = None) -> "pd.DataFrame":
    """The units, those of that day where it is given, as a pandas frame: one row a unit, one column a field of `Unit`.

    >>> frame = units(on=REFORM)
    >>> frame.groupby("level").size().to_dict()
    {'commune': 3321, 'province': 34}
    """
    import pandas as pd  # noqa: PLC0415  (pandas takes longer to import than many reports to read)

    fields = Unit.__struct_fields__
    rows = [[getattr(unit, field) for field in fields] for unit in _all_units() if on is None or unit.in_force(on)]
    return pd.DataFrame(rows, columns=fields)


def provinces_in_force(on: datetime.date) -> tuple[Unit, ...]:
    """The provinces and central cities of that day.

    >>> len(provinces_in_force(datetime.date(2025, 6, 30))), len(provinces_in_force(REFORM))
    (63, 34)
    """
    return tuple(unit for unit in _all_units() if unit.level == "province" and unit.in_force(on))


def communes_of_province(code: str, *, on: datetime.date) -> tuple[Unit, ...]:
    """The communes, wards, townlets and special zones that the province of that code had on that day.

    >>> len(communes_of_province("01", on=REFORM))
    126
    """
    return tuple(unit for unit in _communes_by_province().get(code, ()) if unit.in_force(on))


@functools.cache
def units_by_key() -> dict[str, tuple[Unit, ...]]:
    """The units by the key of their name, the present ones first."""
    present = [(key, unit) for key, unit in _keyed_units() if unit.valid_to is None]
    past = [(key, unit) for key, unit in _keyed_units() if unit.valid_to is not None]
    found: dict[str, list[Unit]] = {}
    for key, unit in (*present, *sorted(past, key=lambda keyed: keyed[1].is_dissolved)):
        found.setdefault(key, []).append(unit)
    return {key: tuple(units) for key, units in found.items()}


@functools.cache
def _units_by_code() -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in _all_units():
        found.setdefault(unit.code, []).append(unit)
    return found


def _all_units() -> Iterator[Unit]:
    return (unit for _, unit in _keyed_units())


@functools.cache
def _keyed_units() -> tuple[tuple[str, Unit], ...]:
    """The units as the tables have them, each with the key of its name: making 14,000 keys would take a while."""
    found: list[tuple[str, Unit]] = []
    day = functools.cache(lambda cell: datetime.date.fromisoformat(cell) if cell else None)
    changes = {
        row["code"]: (row["type"], datetime.date.fromisoformat(row["valid_from"])) for row in read_table("changes")
    }
    tables: dict[Level, Iterable[list[str]]] = {
        "province": ([*row[:3], row[0], "", *row[3:]] for row in read_cells("provinces")),
        "district": ([*row[:4], "", *row[4:]] for row in read_cells("districts")),
        "commune": read_cells("communes"),
    }
    for level, rows in tables.items():
        for code, type, name, province, district, first, last, written_key in rows:
            key = written_key or name.lower()
            unit = Unit(code, level, type, name, province, district or None, day(first), day(last))
            if not last and code in changes:
                new_type, since = changes[code]
                found.append((key, msgspec.structs.replace(unit, valid_to=since - datetime.timedelta(days=1))))
                unit = msgspec.structs.replace(unit, type=new_type, valid_from=since)
            found.append((key, unit))
    return tuple(found)


def _with_codes(codes: Iterable[str], *, on: datetime.date) -> tuple[Unit, ...]:
    return tuple(unit for code in codes if (unit := unit_with_code(code, on=on)) is not None)


@functools.cache
def _mergers() -> dict[str, str]:
    return dict(read_cells("mergers"))


@functools.cache
def _successions() -> dict[str, str]:
    """The new codes by the old one, with blanks between them."""
    return dict(read_cells("successions"))


@functools.cache
def _codes_in_district() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for unit in _all_units():
        if unit.district is not None:
            found[unit.district].append(unit.code)
    return found


@functools.cache
def _predecessions() -> dict[str, tuple[str, ...]]:
    """The old codes by the new one, as the source has them: communes, districts without any, and provinces."""
    found: dict[str, list[str]] = defaultdict(list)
    for old, news in _successions().items():
        for new in news.split():
            found[new].append(old)
    return {new: tuple(sorted(old)) for new, old in found.items()}


@functools.cache
def _communes_by_province() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in _all_units():
        if unit.level == "commune":
            found[unit.province].append(unit)
    return {code: tuple(units) for code, units in found.items()}
