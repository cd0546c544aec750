"""The official register of Viet Nam's administrative units, by date.

Two states of the country are known: since 1 July 2025 (34 provinces, 3,321 communes, no districts) and before (63
provinces, 696 districts, 10,035 communes, as of 30 June 2025). Codes were used again for other units, so a code says
nothing without its date.
"""

import dataclasses
import datetime
import functools
from collections import defaultdict

import regex

from vnreports.lexicon import read_table
from vnreports.records import Level
from vnreports.text import fold_string

REFORM = datetime.date(2025, 7, 1)  # tỉnh mới, xã mới, không còn cấp huyện
_SYLLABLE = regex.compile(r"[\p{L}\p{M}\d'’]+")
# Quy Nhơn and Qui Nhơn, Kỳ Anh and Kì Anh, Mỹ Tho and Mĩ Tho
_FINAL_Y = regex.compile(r"^(qu|[hklmstv])([yỳýỷỹỵ])$")
_Y_AS_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_SAME_SYLLABLE = {
    "đăk": "đắk", "đắc": "đắk", "đác": "đắk", "đak": "đắk", "dak": "đắk", "lăk": "lắk", "lắc": "lắk", "lak": "lắk",
    "cạn": "kạn", "krong": "krông", "plei": "plei", "plây": "plei",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit during the time of its validity (both days inclusive, None where open).

    `type` is its type word in lower case, `name` the official name without it (*Quận 1* keeps it). `province` and
    `district` are the codes of the units it lies in; a province has its own code there.
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
        return other.level == "district" and self.district == other.code

    @property
    def is_dissolved(self) -> bool:
        """Whether the unit belongs to the register before July 2025."""
        return self.valid_to is not None


@functools.cache
def syllable_key(syllable: str) -> str:
    """The form under which a lower-case syllable of a name is looked up: one for each set of spelling variants.

    >>> syllable_key("qui"), syllable_key("quy"), syllable_key("đăk")
    ('qui', 'qui', 'đắk')
    """
    bare = syllable.replace("'", "").replace("’", "")
    bare = _FINAL_Y.sub(lambda match: match[1] + _Y_AS_I[match[2]], bare)
    return _SAME_SYLLABLE.get(bare, bare)


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


def unit_with_code(code: str, *, on: datetime.date) -> Unit | None:
    """The unit that had this code on that day: 2 digits for a province, 3 for a district, 5 for a commune.

    >>> unit_with_code("00466", on=datetime.date(2025, 9, 11)).name
    'Phúc Thịnh'
    """
    return next((unit for unit in _units_by_code().get(code, ()) if unit.in_force(on)), None)


def successors(unit: Unit) -> tuple[str, ...]:
    """The codes of the units that took this one over on 1 July 2025; empty for one that is in force.

    >>> successors(units_named("Bình Định", level="province")[0])
    ('52',)
    """
    if not unit.is_dissolved:
        return ()
    table = _successions()
    if unit.code in table or unit.level != "district":
        return table.get(unit.code, ())
    return tuple(sorted({new for old in _communes_of(unit.code) for new in table.get(old, ())}))


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
    found: dict[str, list[Unit]] = defaultdict(list)
    keys = functools.cache(name_key)
    for unit in sorted(_all_units(), key=lambda unit: unit.is_dissolved):
        found[keys(unit.name)].append(unit)
    return {key: tuple(units) for key, units in found.items()}


@functools.cache
def _units_by_code() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in _all_units():
        found[unit.code].append(unit)
    return {code: tuple(units) for code, units in found.items()}


@functools.cache
def _all_units() -> tuple[Unit, ...]:
    units: list[Unit] = []
    days = functools.cache(lambda day: datetime.date.fromisoformat(day) if day else None)
    tables: tuple[tuple[str, Level], ...] = (
        ("provinces", "province"),
        ("districts", "district"),
        ("communes", "commune"),
    )
    for table, level in tables:
        for row in read_table(table):
            province = row.get("province") or row["code"]
            span = days(row["valid_from"]), days(row["valid_to"])
            units.append(
                Unit(row["code"], level, row["type"], row["name"], province, row.get("district") or None, *span)
            )
    return tuple(units)


@functools.cache
def _successions() -> dict[str, tuple[str, ...]]:
    return {row["old"]: tuple(row["new"].split()) for row in read_table("successions")}


@functools.cache
def _communes_of(district: str) -> tuple[str, ...]:
    return tuple(unit.code for unit in _all_units() if unit.district == district)


@functools.cache
def _communes_by_province() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in _all_units():
        if unit.level == "commune":
            found[unit.province].append(unit)
    return {code: tuple(units) for code, units in found.items()}
