"""Bodies of the state, the Party and its organisations: where the name of one ends, and how it is written out."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Literal

import regex

from vnreports.lexicon import read_table
from vnreports.normalize.names import is_capital, name_end
from vnreports.normalize.phrases import PhraseTable, Syllables
from vnreports.records import Level

Sector = Literal["public", "private", "parent"]
Jurisdiction = Literal["province", "district", "commune", "village"]
LOOSE = 10  # small-letter words outside the list of domains that one body's name may have


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceAt:
    """A place that begins at some offset: where it ends, and the name and level of its record."""

    end: int
    name: str
    level: Level


Places = Mapping[int, PlaceAt]


@dataclasses.dataclass(frozen=True, slots=True)
class Body:
    """A body read from the text: its name written out, whose it is, and the syllable after it (with its place).

    `level` is that of a local body whose jurisdiction the text leaves out; `general` says that the text speaks of
    several bodies of a kind (*UBND các huyện*).
    """

    after: int
    name: str | None
    sector: Sector = "public"
    place: str | None = None
    level: Jurisdiction | None = None
    general: bool = False
    abroad: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    form: str
    level: str
    sector: Sector


_SECTORS: dict[str, Sector] = {"public": "public", "private": "private", "parent": "parent"}


@functools.cache
def bodies() -> PhraseTable[_Kind]:
    """The known bodies and the nouns that open a body's name."""
    return PhraseTable(
        {row["phrase"]: _Kind(row["form"], row["level"], _SECTORS[row["sector"]]) for row in read_table("bodies")}
    )


@functools.cache
def _domains() -> PhraseTable[str]:
    phrases = [row["domain"] for row in read_table("body_domains")]
    phrases += [row["abbreviation"] for row in read_table("body_abbreviations")]
    return PhraseTable({phrase: phrase for phrase in phrases})


@functools.cache
def _ends() -> PhraseTable[str]:
    return PhraseTable({row["word"]: row["strength"] for row in read_table("title_ends")})


@functools.cache
def _offices() -> PhraseTable[str]:
    return PhraseTable({row["phrase"]: row["phrase"] for row in read_table("titles")})


@functools.cache
def _honorifics() -> PhraseTable[str]:
    return PhraseTable({row["honorific"]: row["kind"] for row in read_table("honorifics")})


TYPE_LEVELS: PhraseTable[Jurisdiction] = PhraseTable(
    {
        "tỉnh": "province", "thành phố": "province", "tp": "province", "tp.": "province", "t.p": "province",
        "huyện": "district", "quận": "district", "thị xã": "district", "tx": "district", "tx.": "district",
        "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
    }
)  # fmt: skip
_GENERAL = frozenset({"các", "cấp", "những", "mỗi", "từng", "hai", "ba", "nhiều"})
_NAMED_AFTER_PEOPLE = PhraseTable(  # Trường THPT Lê Quý Đôn: the person's name goes on with the body's
    {
        noun: noun
        for noun in (
            "trường", "thpt", "thcs", "chuyên", "phổ thông", "trung học cơ sở", "mầm non", "tiểu học", "đại học",
            "cao đẳng", "học viện", "bệnh viện", "nội trú",
        )
    }
)  # fmt: skip
# bodies whose names tell their purpose, verbs and all
_TASK_FORCES = PhraseTable(
    {
        name: name
        for name in ("tổ công tác", "ban chỉ đạo", "bcđ", "tiểu ban", "tổ giúp việc", "ban vận động", "tổ chỉ đạo")
    }
)
_DEPARTMENTS = frozenset({"vụ", "cục", "phòng", "viện", "trung", "khoa", "đội", "ban", "chi", "văn", "thanh", "đồn"})


@functools.cache
def _abbreviations() -> tuple["regex.Pattern[str]", dict[str, str]]:
    written = {row["abbreviation"]: row["written"] for row in read_table("body_abbreviations")}
    longest_first = sorted(written, key=len, reverse=True)
    return regex.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(regex.escape, longest_first))})(?!\w)"), written


@functools.lru_cache(maxsize=4096)
def write_out(name: str) -> str:
    """The body's name with its abbreviations written out.

    >>> write_out("Ủy ban MTTQ Việt Nam"), write_out("Phòng NN&PTNT")
    ('Ủy ban Mặt trận Tổ quốc Việt Nam', 'Phòng Nông nghiệp và Phát triển nông thôn')
    """
    pattern, written = _abbreviations()
    return str(
        pattern.sub(
            lambda match: (
                match[0] if len(match[0]) < 4 and not match[0].isupper() else written[match[0].lower()]
            ),  # Tư pháp, not TƯ
            " ".join(name.split()),
        )
    )


def read_body(syllables: Syllables, index: int, places: Places, *, noun: str = "", title: str = "") -> Body:
    """The body that begins at `index`; its `after` is `index` where none does.

    `noun` is the first noun of the body where the title has swallowed it (*Trưởng ban Tổ chức* → *Ban Tổ chức*);
    `title` is the title, whose capital the noun then takes.
    """
    found = bodies().match(syllables.lower, index)
    if noun and not (found and _opens_with(syllables, index, found[0], noun)):
        swallowed = _swallowed(syllables, index, noun)
        if swallowed:
            written = noun.capitalize() if title[:1].isupper() else noun
            return _extend(syllables, written, index, *_unit(syllables, index, swallowed, places, noun=noun), noun=noun)
        after = _tail_end(syllables, index, places, named=False)
        written = noun.capitalize() if title[:1].isupper() else noun
        if after > index:
            return _extend(syllables, written, index, after, places, _Kind("head", "", "public"), noun=noun)
        if found is None:  # Chánh Thanh tra tỉnh …, Trưởng Công an xã …
            body = _jurisdiction(syllables, index, places, name=written, kind=_Kind("head", "", "public"))
            return body if body.after > index else Body(index, None)
        joined = _extend(syllables, "", index, *_unit(syllables, index, found, places), noun="")
        return dataclasses.replace(joined, name=f"{written} {joined.name}")
    if found is None:
        return _jurisdiction(syllables, index, places, name=None, kind=_Kind("head", "", "public"))
    return _extend(syllables, "", index, *_unit(syllables, index, found, places), noun=syllables.lower[index])


def _swallowed(syllables: Syllables, index: int, noun: str) -> tuple[int, _Kind] | None:
    """The known body whose first noun the title holds: *Trưởng đoàn đại biểu Quốc hội*, *Chánh Văn phòng Chính phủ*."""
    opening = noun.split(" ")
    found = bodies().match([*opening, *syllables.lower[index : index + 12]], 0)
    if found is None or found[0] <= len(opening):
        return None
    return index + found[0] - len(opening), found[1]


def _opens_with(syllables: Syllables, index: int, after: int, noun: str) -> bool:
    return f"{write_out(syllables.slice(index, after)).lower()} ".startswith(f"{noun} ")


def _unit(
    syllables: Syllables, index: int, found: tuple[int, _Kind], places: Places, *, noun: str = ""
) -> tuple[int, Places, _Kind]:
    """The end of one unit of a body's name, with what is known of its kind."""
    after, kind = found
    if kind.form == "head":
        after = _tail_end(syllables, after, places, named=_may_be_named(syllables, after))
    else:  # phòng quy hoạch is known, phòng quy hoạch sử dụng đất is the longer
        domain = _domains().match(syllables.lower, index if noun else index + 1)
        after = max(after, domain[0]) if domain else after
    if _TASK_FORCES.match([*noun.split(), *syllables.lower[index : index + 4]], 0):
        after = _purpose_end(syllables, after, places)
    while (wide := _WIDE.match(syllables.lower, after)) is not None and kind.level == "":
        after = wide[0]
    return after, places, kind


def _purpose_end(syllables: Syllables, index: int, places: Places) -> int:
    """The syllable after the purpose in a task force's name (*Tổ công tác của Chính phủ chỉ đạo giải ngân vốn*)."""
    at = index
    if syllables.lower[at : at + 1] == ["của"]:
        found = bodies().match(syllables.lower, at + 1)
        if found is None:
            return index
        at = found[0]
    while at < len(syllables) and syllables.written[at][0].isalnum() and syllables.starts[at] not in places:
        ended = _ends().match(syllables.lower, at)
        if ended and ended[1] == "strong" and syllables.written[at].islower():
            break
        if TYPE_LEVELS.match(syllables.lower, at) or _offices().match(syllables.lower, at):
            break
        if is_capital(syllables.written[at]) and name_end(syllables, at, trusted=False):
            break
        at += 1
    return at


def _extend(
    syllables: Syllables, opening: str, first: int, after: int, places: Places, kind: _Kind, *, noun: str
) -> Body:
    """The body whose first unit is [first, after), with the bodies above it (*Vụ …, Bộ Nội vụ*) and its place."""
    name = f"{opening} {syllables.slice(first, after)}".strip()
    while True:
        after = _abbreviated(syllables, after)
        index, joint = _next_unit(syllables, after, department=noun.split(" ")[0] in _DEPARTMENTS)
        found = bodies().match(syllables.lower, index) if index < len(syllables) else None
        if (
            found is None
            or (not joint and (kind.level or syllables.lower[index] == "đoàn"))
            or (found[1].form == "head" and not syllables.written[index][0].isupper() and joint)
        ):
            break
        upper, _, above = _unit(syllables, index, found, places)
        name += f"{joint} {syllables.slice(index, upper)}"
        kind = _Kind(
            above.form,
            above.level,
            above.sector if kind.sector == "parent" or above.sector == "private" else kind.sector,
        )
        if joint == "," and syllables.written[upper : upper + 1] == [")"]:
            upper += 1
        after, noun = upper, syllables.lower[index]
    return _jurisdiction(syllables, after, places, name=write_out(name), kind=kind)


def _abbreviated(syllables: Syllables, index: int) -> int:
    """The syllable after the short form that the text introduces: *Sở Tài nguyên và Môi trường (TN&MT) tỉnh …*."""
    if syllables.written[index : index + 1] == ["("] and ")" in syllables.written[index : index + 8]:
        close = syllables.written.index(")", index)
        if all(word.isupper() or not word.isalnum() for word in syllables.written[index + 1 : close]):
            return close + 1
    return index


def _next_unit(syllables: Syllables, index: int, *, department: bool) -> tuple[int, str]:
    """Where the body above may begin, with the sign that then joins the two names."""
    word = syllables.lower[index] if index < len(syllables) else ""
    if word == "thuộc":
        return index + 1, ","
    if word == "của":
        return index + 1, " của"
    if department and word in {",", "("}:
        return index + 1, ","
    return index, ""


def _jurisdiction(syllables: Syllables, index: int, places: Places, *, name: str | None, kind: _Kind) -> Body:
    """The body with the place that follows it, or the level of the one that the text leaves out."""
    level: Jurisdiction | None = None
    if kind.level:
        level = "district" if kind.level == "district" else "province"
    index = _state_end(syllables, index, places)
    if index >= len(syllables):
        return Body(index, name, kind.sector, None, level)
    if syllables.lower[index] == "của" and index + 1 < len(syllables) and syllables.starts[index + 1] in places:
        index += 1
    place = places.get(syllables.starts[index])
    if place is not None:
        abroad = place.level in {"country", "foreign"} and place.name != "Việt Nam"
        where = None if place.name == "Việt Nam" else place.name
        return Body(_enclosing(syllables, place, index, places), name, kind.sector, where, abroad=abroad)
    unlisted = _unlisted_end(syllables, index) if kind.level else index
    if unlisted > index:
        return Body(unlisted, name, kind.sector, syllables.slice(index, unlisted))
    general = syllables.lower[index] in _GENERAL and name is not None
    bare = TYPE_LEVELS.match(syllables.lower, index) if name is not None or kind.level else None
    if bare:
        after, level = bare
        following = syllables.lower[after] if after < len(syllables) else ""
        place = places.get(syllables.starts[after]) if after < len(syllables) else None
        if place is not None:
            return Body(_enclosing(syllables, place, after, places), name, kind.sector, place.name)
        general = following in {",", "và", "/"} and TYPE_LEVELS.match(syllables.lower, after + 1) is not None
        return Body(after, name, kind.sector, None, level, general)
    return Body(index, name, kind.sector, None, level, general)


def _unlisted_end(syllables: Syllables, index: int) -> int:
    """The syllable after capitals that follow a local body and are no person: a place that the register lacks."""
    after = index
    while (
        after < len(syllables)
        and after - index < 3
        and syllables.joined(after)
        and is_capital(syllables.written[after])
    ):
        if _is_boundary(syllables, after) or name_end(syllables, after, trusted=False):
            break
        after += 1
    return after if after - index >= 2 else index


_WIDE = PhraseTable(
    {word: word for word in ("việt nam", "vn", "trung ương", "trung ương đảng", "tư", "tw", "quốc gia", "tối cao")}
)
_STATES = PhraseTable(  # how a state calls itself, before its name
    {
        form: form
        for form in (
            "vương quốc", "cộng hòa", "cộng hòa xã hội chủ nghĩa", "cộng hòa dân chủ nhân dân", "chdcnd", "chxhcn", "nước",
            "liên bang", "hợp chúng quốc", "cộng hòa liên bang", "cộng hòa nhân dân", "cộng hòa hồi giáo", "đại công quốc",
        )
    }
)  # fmt: skip


def _state_end(syllables: Syllables, index: int, places: Places) -> int:
    """Where the name of a state begins after its form (*Vương quốc Hà Lan*); after *Việt Nam*, which is left out."""
    form = _STATES.match(syllables.lower, index)
    after = form[0] if form else index
    if _is_viet_nam(syllables, after):
        return after + 2
    return after if after < len(syllables) and syllables.starts[after] in places else index


_RANKS: dict[str, int] = {"village": 0, "commune": 1, "district": 2, "province": 3, "region": 4, "country": 5}


def _enclosing(syllables: Syllables, place: PlaceAt, index: int, places: Places) -> int:
    """The syllable after a place and the larger places that hold it (*xã …, huyện …, tỉnh …*)."""
    while True:
        while index < len(syllables) and syllables.starts[index] < place.end:
            index += 1
        if index < len(syllables) and syllables.joined(index) and syllables.written[index].isdigit():
            index += 1  # phường Mỹ Đình 2, where the place's own span leaves the number out
        following = index + 1 if index < len(syllables) and syllables.written[index] in {",", "(", "-"} else index
        above = places.get(syllables.starts[following]) if following < len(syllables) else None
        if above is None or _RANKS.get(above.level, -1) <= _RANKS.get(place.level, 9):
            return index
        opened = syllables.written[index] == "("
        place, index = above, following
        while index < len(syllables) and syllables.starts[index] < place.end:
            index += 1
        if opened and syllables.written[index : index + 1] == [")"]:
            return index + 1


def _is_viet_nam(syllables: Syllables, index: int) -> bool:
    return syllables.lower[index : index + 2] == ["việt", "nam"]


def _tail_end(syllables: Syllables, index: int, places: Places, *, named: bool) -> int:
    """The syllable after the words that follow the noun of a body: domains, capitals, a few small-letter words."""
    after, loose = index, 0
    while index < len(syllables):
        step = _step(syllables, index, places, named=named, opening=after == index and loose == 0)
        if step == 0:
            break
        word = syllables.written[index + step - 1]
        if step == 1 and word.islower():
            loose += 1
            if loose > LOOSE:
                break
        index += step
        named = _may_be_named(syllables, index)
        after = index
    return after


def _may_be_named(syllables: Syllables, index: int) -> bool:
    """Whether a noun stands before `index` whose bodies are named after people."""
    return any(
        (found := _NAMED_AFTER_PEOPLE.match(syllables.lower, index - size)) is not None and found[0] == index
        for size in (1, 2, 4)
        if index >= size
    )


def _step(syllables: Syllables, index: int, places: Places, *, named: bool, opening: bool) -> int:
    """How many syllables at `index` go on with a body's name; 0 where it ends."""
    lower, written = syllables.lower[index], syllables.written[index]
    if _is_viet_nam(syllables, index):
        return 2
    if syllables.starts[index] in places:
        return 0
    domain = _domains().match(syllables.lower, index)
    if domain:
        return domain[0] - index
    if lower in {"và", "-", "–", "&", ","}:
        return _joint(syllables, index, places)
    if not (written[0].isalnum()) or _is_boundary(syllables, index):
        return 0
    if is_capital(written):
        end = name_end(syllables, index, trusted=False)
        if end is None:
            return 1
        return end - index if named else 0
    if written[0].isdigit():
        return 1 if not opening or len(written) < 3 else 0
    return 0 if _ends().match(syllables.lower, index) else 1


def _is_boundary(syllables: Syllables, index: int) -> bool:
    """Whether another thing begins at `index`: a local unit, another body, an office, a person."""
    if TYPE_LEVELS.match(syllables.lower, index):
        return True
    above = bodies().match(syllables.lower, index)
    if above and (above[1].form == "fixed" or syllables.written[index][0].isupper()):
        return True
    if _offices().match(syllables.lower, index) or _honorifics().match(syllables.lower, index):
        return True
    return syllables.lower[index] in {"phó", "nguyên", "cựu", "thuộc", "của"} | _GENERAL


def _joint(syllables: Syllables, index: int, places: Places) -> int:
    """How far a comma, a dash or *và* goes on with the name: only to a further domain, or for *và* to a capital."""
    following = index + 1
    if following >= len(syllables):
        return 0
    domain = _domains().match(syllables.lower, following)
    comma = syllables.written[index] == ","
    if domain and (not comma or syllables.written[following][0].isupper()):
        return domain[0] - index
    if comma or syllables.starts[following] in places or _is_boundary(syllables, following):
        return 0
    capital = is_capital(syllables.written[following]) and name_end(syllables, following, trusted=False) is None
    return 2 if capital else 0
