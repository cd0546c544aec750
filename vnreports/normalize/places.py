"""What a place name is worth: the unit, country or city abroad that it stands for."""

import datetime
import functools
from collections.abc import Sequence
from typing import Literal

import msgspec
import regex

from vnreports.lexicon import read_table
from vnreports.records import Level
from vnreports.register import Unit, name_key, units_by_key
from vnreports.text import fold_string

TypeLevel = Literal["province", "city", "district", "commune", "village", "abroad"]


class TypeWord(msgspec.Struct, frozen=True):
    """A type word: its full form (*thành phố* for *TP*) and level; `city` is a province or a district by its name."""

    word: str
    level: TypeLevel

    def fits(self, unit: Unit) -> bool:
        """Whether such a unit may be meant: of that type, or of its level (a *xã* that became a *phường*).

        No ward became a *xã*, and no urban district anything else.
        """
        if self.level == "city":
            return unit.type == "thành phố"
        return unit.level == self.level and (self.word not in ("phường", "quận") or unit.type == self.word)


class Abroad(msgspec.Struct, frozen=True):
    """A country, or a city or state abroad, by one of its names; `code` is the country's ISO 3166 code."""

    name: str
    level: Level
    code: str


class PlaceReading(msgspec.Struct, frozen=True):
    """The units that a name may stand for: one, several, or none."""

    candidates: tuple[Unit, ...]

    @property
    def unit(self) -> Unit | None:
        """The only candidate; None where there are several or none."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@functools.cache
def type_words() -> dict[str, TypeWord]:
    """The type words and their abbreviations, in lower case."""
    levels: dict[str, TypeLevel] = {
        "province": "province", "city": "city", "district": "district", "commune": "commune",
        "village": "village", "abroad": "abroad",
    }  # fmt: skip
    return {row["word"]: TypeWord(row["type"], levels[row["level"]]) for row in read_table("place_types")}


@functools.cache
def written_names() -> dict[str, tuple[Unit, ...]]:
    """The units by the key of every written name: the official ones and the press's own (*TPHCM*, *Đắclắc*)."""
    names = dict(units_by_key())
    for row in read_table("place_names"):
        meant = tuple(unit for unit in names[name_key(row["name"])] if unit.level == row["level"])
        others = names.get(name_key(row["written"]), ())
        names[name_key(row["written"])] = (*meant, *(unit for unit in others if unit not in meant))
    return names


@functools.cache
def former_provinces() -> dict[str, str]:
    """The provinces dissolved before 2025, by the key of their names."""
    return {name_key(row["name"]): row["name"] for row in read_table("former_provinces")}


@functools.cache
def names_abroad() -> dict[str, Abroad]:
    """Countries, cities and states abroad by the key of their names; Viet Nam is among the countries."""
    tables = ("countries", "country_names")
    rows = [(row["name"], row.get("official"), row["code"]) for table in tables for row in read_table(table)]
    cities = {
        name_key(row["name"]): Abroad(row["name"], "foreign", row["country"]) for row in read_table("foreign_cities")
    }
    return cities | {name_key(name): Abroad(official or name, "country", code) for name, official, code in rows}


def split_type(name: str) -> tuple[TypeWord | None, str]:
    """The type word and the rest of a name as written.

    >>> split_type("TX An Nhơn")
    (TypeWord(word='thị xã', level='district'), 'An Nhơn')
    >>> split_type("Hà Nội")
    (None, 'Hà Nội')
    """
    lower = name.lower()
    for word in sorted(type_words(), key=len, reverse=True):
        if lower.startswith(word):
            rest = name[len(word) :]
            if regex.match(r"[.\s]", rest) or word.endswith("."):
                return type_words()[word], rest.lstrip(". ")
    return None, name


def highest(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Those of the highest level among the units: a bare *Bình Định* is the province where there is one."""
    if len(units) > 1:
        levels = {unit.level for unit in units}
        top = next(level for level in ("province", "district", "commune") if level in levels)
        return tuple(unit for unit in units if unit.level == top)
    return tuple(units)


def read_place(name: str, *, on: datetime.date, within: str | None = None) -> PlaceReading:
    """The unit in force on that day that the name stands for, or the candidates where several fit.

    `within` is the name of the province or district that it lies in. A name without type word is that of the highest
    unit, unless `within` is given.

    >>> read_place("TPHCM", on=datetime.date(2025, 7, 10)).unit.code
    '79'
    >>> reading = read_place("xã Minh Châu", on=datetime.date(2025, 7, 10))
    >>> reading.unit is None, [unit.code for unit in reading.candidates]  # in Hà Nội and in Nghệ An
    (True, ['09661', '17476'])
    >>> read_place("xã Minh Châu", on=datetime.date(2025, 7, 10), within="Hà Nội").unit.code
    '09661'
    """
    written = fold_string(name).strip()
    word, bare = split_type(written)
    typed = _typed(word, bare, on) if word is not None else ()
    # the name may begin with what is elsewhere a type word: *Buôn Ma Thuột*, *TT Huế*
    fitting = typed or tuple(unit for unit in written_names().get(name_key(written), ()) if unit.in_force(on))
    if within is not None:
        outer = read_place(within, on=on).candidates
        fitting = tuple(unit for unit in fitting if any(unit.lies_in(parent) for parent in outer))
    elif not typed:
        fitting = highest(fitting)
    return PlaceReading(fitting)


def _typed(word: TypeWord, bare: str, on: datetime.date) -> tuple[Unit, ...]:
    """The units of that name and type in force on that day, else those of the type's level."""
    full = f"{word.word} {bare}" if bare.isdigit() else bare
    known = [unit for unit in written_names().get(name_key(full), ()) if unit.in_force(on)]
    exact = tuple(unit for unit in known if unit.type == word.word)
    return exact or tuple(unit for unit in known if word.fits(unit))
