"""Jurisdictions: the place that an office or a body belongs to, as the text states it or leaves it out."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from vnreports.normalize.phrases import PhraseTable
from vnreports.records import Level
from vnreports.syllables import Syllables

LocalLevel = Literal["province", "district", "commune"]


class PlaceAt(msgspec.Struct, frozen=True):
    """A place that begins at some offset: where it ends, and the name and level of its record.

    `mentioned` is false where only the words are the place's, as inside the name of a school.
    """

    end: int
    name: str
    level: Level
    mentioned: bool = True


Places = Mapping[int, PlaceAt]


class Jurisdiction(msgspec.Struct, frozen=True):
    """What follows the name of a body, with the syllable after it.

    `place` is the place's name (None for a country, which stands in `country`); `level` its level, also where the text
    leaves the name out (*UBND tỉnh*); `general` says that several are meant (*UBND các huyện*), `abroad` that the place
    is another state's.
    """

    after: int
    place: str | None = None
    level: LocalLevel | None = None
    general: bool = False
    abroad: bool = False
    country: str | None = None


TYPE_LEVELS: PhraseTable[LocalLevel] = PhraseTable(
    {
        "tỉnh": "province", "thành phố": "province", "tp": "province", "tp.": "province", "t.p": "province",
        "huyện": "district", "quận": "district", "thị xã": "district", "tx": "district", "tx.": "district",
        "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
    }
)  # fmt: skip
GENERAL = frozenset({"các", "cấp", "những", "mỗi", "từng", "hai", "ba", "nhiều"})
_PLURAL = frozenset({"các", "những"})  # after an office alone: Thủ trưởng các sở
_RANKS: dict[str, int] = {"village": 0, "commune": 1, "district": 2, "province": 3, "region": 4, "country": 5}
_STATES = PhraseTable(  # how a state calls itself, before its name
    {
        form: form
        for form in (
            "vương quốc", "cộng hòa", "cộng hòa xã hội chủ nghĩa", "cộng hòa dân chủ nhân dân", "chdcnd", "chxhcn",
            "nước", "liên bang", "hợp chúng quốc", "hợp chủng quốc", "cộng hòa liên bang",
            "cộng hòa nhân dân", "cộng hòa hồi giáo", "đại công quốc",
        )
    }
)  # fmt: skip


def read_jurisdiction(syllables: Syllables, index: int, places: Places, *, named: bool) -> Jurisdiction:
    """The jurisdiction at `index`; its `after` is `index` where none stands there.

    `named` says that a body's name stands before, not an office alone.
    """
    after = _state_end(syllables, index, places)
    stated = _read_local(syllables, after, places, named=named)
    if is_viet_nam(syllables, after - 2) and after > index and stated.place is None and not stated.abroad:
        return msgspec.structs.replace(stated, country="Việt Nam")
    return stated


def _read_local(syllables: Syllables, index: int, places: Places, *, named: bool) -> Jurisdiction:
    """The place at `index`, or the unit whose name the text leaves out."""
    if index >= len(syllables):
        return Jurisdiction(index)
    if syllables.lower[index] == "của" and index + 1 < len(syllables) and syllables.starts[index + 1] in places:
        index += 1
    place = places.get(syllables.starts[index])
    if place is not None:
        return _at_place(syllables, place, index, places)
    if syllables.lower[index : index + 2] == ["nước", "này"]:  # Bộ trưởng Quốc phòng nước này
        return Jurisdiction(index + 2, abroad=True)
    bare = TYPE_LEVELS.match(syllables.lower, index)
    if bare is None or syllables.lower[index : index + 2] == ["xã", "hội"]:
        return Jurisdiction(index, general=syllables.lower[index] in (GENERAL if named else _PLURAL))
    after, level = bare
    if syllables.lower[after : after + 1] == ["này"]:  # Giám đốc Sở Nội vụ tỉnh này
        return Jurisdiction(after + 1, None, level)
    place = places.get(syllables.starts[after]) if after < len(syllables) else None
    if place is not None:
        return _at_place(syllables, place, after, places)
    listed = syllables.lower[after : after + 1] in ([","], ["và"], ["/"])  # Chủ tịch UBND xã, phường
    return Jurisdiction(after, None, level, listed and TYPE_LEVELS.match(syllables.lower, after + 1) is not None)


def _at_place(syllables: Syllables, place: PlaceAt, index: int, places: Places) -> Jurisdiction:
    after = _enclosing_end(syllables, place, index, places)
    if place.level == "country":
        return Jurisdiction(after, abroad=place.name != "Việt Nam", country=place.name)
    level: LocalLevel | None = None
    match place.level:
        case "province" | "district" | "commune" as local:
            level = local
    return Jurisdiction(after, place.name, level, abroad=place.level == "foreign")


def _state_end(syllables: Syllables, index: int, places: Places) -> int:
    """Where the name of a state begins after its form (*Vương quốc Hà Lan*); after *Việt Nam*, which is left out."""
    form = _STATES.match(syllables.lower, index)
    after = form[0] if form else index
    if is_viet_nam(syllables, after):
        return after + 2
    return after if after < len(syllables) and syllables.starts[after] in places else index


def _enclosing_end(syllables: Syllables, place: PlaceAt, index: int, places: Places) -> int:
    """The syllable after a place and the larger places that hold it (*xã …, huyện …, tỉnh …*)."""
    opened = False
    while True:
        while index < len(syllables) and syllables.starts[index] < place.end:
            index += 1
        if opened and syllables.written[index : index + 1] == [")"]:
            return index + 1
        if index < len(syllables) and syllables.joined(index) and syllables.written[index].isdigit():
            index += 1  # phường Mỹ Đình 2, where the place's own span leaves the number out
        following = index + 1 if index < len(syllables) and syllables.written[index] in {",", "(", "-"} else index
        above = places.get(syllables.starts[following]) if following < len(syllables) else None
        if above is None or _RANKS.get(above.level, -1) <= _RANKS.get(place.level, 9):
            return index
        opened = opened or syllables.written[index] == "("
        place, index = above, following


def is_viet_nam(syllables: Syllables, index: int) -> bool:
    """Whether *Việt Nam* stands at `index`."""
    lower = syllables.lower
    return 0 <= index < len(lower) and lower[index] == "việt" and lower[index + 1 : index + 2] == ["nam"]
