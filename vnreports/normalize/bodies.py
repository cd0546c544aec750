"""Bodies of the state, the Party and its organisations: what a stretch of text names, written out, and whose it is."""

import msgspec

from vnreports.normalize.abbreviations import write_out
from vnreports.normalize.body_names import (
    Kind,
    Sector,
    bodies,
    domains,
    is_boundary,
    is_numeral,
    may_be_named,
    purpose_end,
    tail_end,
)
from vnreports.normalize.jurisdictions import LocalLevel, Places, is_viet_nam, read_jurisdiction
from vnreports.normalize.names import is_capital, name_end, opens_rare_name
from vnreports.normalize.phrases import PhraseTable
from vnreports.syllables import Syllables


class Body(msgspec.Struct, frozen=True):
    """A body read from the text: its name written out, whose it is, and the syllable after it (with its place).

    `level` is that of a local body whose jurisdiction the text leaves out; `general` says that the text speaks of
    several bodies of a kind (*UBND các huyện*).
    """

    after: int
    name: str | None
    sector: Sector = "public"
    place: str | None = None
    level: LocalLevel | None = None
    general: bool = False
    abroad: bool = False
    country: str | None = None


_HEAD = Kind("head", "", "public")
# bodies whose names tell their purpose, verbs and all
_TASK_FORCES = PhraseTable(
    {
        name: name
        for name in ("tổ công tác", "ban chỉ đạo", "bcđ", "tiểu ban", "tổ giúp việc", "ban vận động", "tổ chỉ đạo")
    }
)
_EVENTS = PhraseTable(dict.fromkeys(("hội nghị", "hội thảo", "hội đàm", "hội thi", "hội diễn", "hội chợ"), True))
_DEPARTMENTS = frozenset(
    {"vụ", "cục", "phòng", "viện", "trung", "khoa", "đội", "ban", "chi", "văn", "thanh", "đồn", "cơ"}
)
# Đảng Nhân dân Campuchia: the name holds its country
_OWN_NAMES = frozenset({"đảng", "mặt", "hội", "hiệp", "liên", "tập"})
_OF_THE_STATE = frozenset({"bộ", "quốc", "chính", "qh"})
_WIDE = PhraseTable(
    {word: word for word in ("việt nam", "vn", "trung ương", "trung ương đảng", "tư", "tw", "quốc gia", "tối cao")}
)


def read_body(syllables: Syllables, index: int, places: Places, *, noun: str = "", title: str = "") -> Body:
    """The body that begins at `index`; its `after` is `index` where none does.

    `noun` is the first noun of the body where the title has swallowed it (*Trưởng ban Tổ chức* → *Ban Tổ chức*);
    `title` is the title, whose capital the noun then takes.
    """
    found = None if _opens_a_name(syllables, index, places) else bodies().match(syllables.lower, index)
    if noun and not (found and _opens_with(syllables, index, found[0], noun)):
        swallowed = _swallowed(syllables, index, noun)
        if swallowed:
            written = noun.capitalize() if title[:1].isupper() else noun
            return _extend(syllables, written, index, *_unit(syllables, index, swallowed, places, noun=noun), noun=noun)
        after = tail_end(syllables, index, places, named=False)
        after = _seat_end(syllables, after, places) if noun == "phái đoàn" else after
        written = noun.capitalize() if title[:1].isupper() else noun
        if _is_given_name(syllables, index, after, places, noun=noun):
            return Body(index, None)
        if after > index:
            return _extend(syllables, written, index, after, places, _HEAD, noun=noun)
        if found is None:  # Chánh Thanh tra tỉnh …, Trưởng Công an xã …
            body = _whose(syllables, index, places, name=written, kind=_HEAD)
            return body if body.after > index else Body(index, None)
        joined = _extend(syllables, "", index, *_unit(syllables, index, found, places), noun="")
        return msgspec.structs.replace(joined, name=f"{written} {joined.name}")
    if found is None:
        return _whose(syllables, index, places, name=None, kind=_HEAD)
    return _extend(syllables, "", index, *_unit(syllables, index, found, places), noun=syllables.lower[index])


def _opens_a_name(syllables: Syllables, index: int, places: Places) -> bool:
    """Whether *Đoàn* begins a person's name: *đại biểu Đoàn Văn Mẫu*; not *đại biểu Đoàn Nghệ An*."""
    if syllables.written[index : index + 1] != ["Đoàn"] or index + 1 >= len(syllables):
        return False
    if is_boundary(syllables, index + 1):  # Đoàn Ban Chấp hành Trung ương
        return False
    end = name_end(syllables, index, trusted=False)
    return end is not None and end - index > 2 and syllables.starts[index + 1] not in places


def _is_given_name(syllables: Syllables, index: int, after: int, places: Places, *, noun: str) -> bool:
    """Whether what follows a title is no body but its holder's name: *Bộ trưởng Mẫu*; all ministries are known."""
    if after == index or domains().match(syllables.lower, index):
        return False
    at = after + (syllables.lower[after : after + 1] == ["của"])
    place = places.get(syllables.starts[at]) if at < len(syllables) else None
    if noun == "bộ" and place is not None and place.level == "country":  # Bộ trưởng Cựu chiến binh Mỹ
        return False
    return noun == "bộ" or (after - index == 1 and is_capital(syllables.written[index]))


def _swallowed(syllables: Syllables, index: int, noun: str) -> tuple[int, Kind] | None:
    """The known body whose first noun the title holds: *Trưởng đoàn đại biểu Quốc hội*, *Chánh Văn phòng Chính phủ*."""
    opening = noun.split(" ")
    found = bodies().match([*opening, *syllables.lower[index : index + 12]], 0)
    if found is None or found[0] <= len(opening):
        return None
    return index + found[0] - len(opening), found[1]


def _opens_with(syllables: Syllables, index: int, after: int, noun: str) -> bool:
    return f"{write_out(syllables.slice(index, after)).lower()} ".startswith(f"{noun} ")


def _unit(
    syllables: Syllables, index: int, found: tuple[int, Kind], places: Places, *, noun: str = ""
) -> tuple[int, Places, Kind]:
    """The end of one unit of a body's name, with what is known of its kind."""
    after, kind = found
    if kind.form == "head":
        after = tail_end(syllables, after, places, named=may_be_named(syllables, after))
    elif kind.sector != "parent" or not bodies().match(syllables.lower, after):  # HĐTV EVN: a body of another one
        # phòng quy hoạch is known, phòng quy hoạch sử dụng đất is the longer
        domain = domains().match(syllables.lower, index if noun else index + 1)
        if not noun and _opens_a_name(syllables, index + 1, places):  # NHNN Đoàn Văn Mẫu
            domain = None
        after = max(after, domain[0]) if domain else after
    if syllables.lower[after - 1] == "vực" and is_numeral(syllables, after):
        after += 1  # KTNN khu vực V
    if _TASK_FORCES.match([*noun.split(), *syllables.lower[index : index + 4]], 0):
        after = purpose_end(syllables, after, places)
    national = syllables.lower[index] in _OF_THE_STATE and kind.form == "fixed"  # Quốc hội Việt Nam is Quốc hội
    while (wide := _WIDE.match(syllables.lower, after)) is not None and kind.level == "" and not national:
        after = wide[0]
    mission = noun == "phái đoàn" or syllables.lower[index] == "phái"
    if mission or syllables.lower[after - 2 : after] == ["cấp", "cao"]:  # Tòa án nhân dân cấp cao tại Đà Nẵng
        after = _seat_end(syllables, after, places)
    return after, places, kind


def _names_its_region(syllables: Syllables, index: int, places: Places) -> bool:
    """Whether a dash at `index` parts the number of a region from the place that it lies in."""
    if syllables.written[index : index + 1] not in (["-"], ["–"]) or index + 1 >= len(syllables):
        return False
    numbered = syllables.lower[index - 2] == "vực" and is_numeral(syllables, index - 1)
    return numbered and syllables.starts[index + 1] in places


def _seat_end(syllables: Syllables, index: int, places: Places) -> int:
    """The syllable after the seat of a mission or a court: *Phái đoàn Việt Nam tại Liên hợp quốc*, *… bên cạnh WTO*."""
    for joint in (["tại"], ["bên", "cạnh"]):
        at = index + len(joint)
        if syllables.lower[index:at] != joint or at >= len(syllables):
            continue
        known = bodies().match(syllables.lower, at)
        if known:
            return known[0]
        place, after = places.get(syllables.starts[at]), at
        while after < len(syllables) and (
            syllables.starts[after] < place.end
            if place
            else is_capital(syllables.written[after]) and not name_end(syllables, after, trusted=False)
        ):
            after += 1
        return after if after > at else index
    return index


def _extend(
    syllables: Syllables, opening: str, first: int, after: int, places: Places, kind: Kind, *, noun: str
) -> Body:
    """The body whose first unit is [first, after), with the bodies above it (*Vụ …, Bộ Nội vụ*) and its place."""
    name = f"{opening} {syllables.slice(first, after)}".strip()
    while True:
        closed = _abbreviated(syllables, after)
        if closed > after and is_viet_nam(syllables, closed):  # Ủy ban Trung ương Mặt trận Tổ quốc (MTTQ) Việt Nam
            closed, name = closed + 2, f"{name} Việt Nam"
        after = closed
        department = noun.split(" ", maxsplit=1)[0] in _DEPARTMENTS or kind.sector == "parent"
        index, joint = _next_unit(syllables, after, department=department)
        found = bodies().match(syllables.lower, index) if index < len(syllables) else None
        if (
            found is None
            or (not joint and (kind.level or syllables.lower[index] == "đoàn"))
            or (kind.form == found[1].form == "head" and kind.sector != "public")  # Tập đoàn Trường … is no school
            or (found[1].form == "head" and not syllables.written[index][0].isupper() and joint)
            or (joint == "," and _EVENTS.match(syllables.lower, index))
        ):
            break
        upper, _, above = _unit(syllables, index, found, places)
        name += f"{joint} {syllables.slice(index, upper)}"
        kind = Kind(
            above.form,
            above.level,
            above.sector if kind.sector == "parent" or above.sector == "private" else kind.sector,
        )
        if joint == "," and syllables.written[upper : upper + 1] == [")"]:
            upper += 1
        after, noun = upper, syllables.lower[index]
    if _names_its_region(syllables, after, places):  # Tòa án nhân dân khu vực 1 - Lạng Sơn
        after += 1
    return _whose(syllables, after, places, name=write_out(name), kind=kind)


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
    if word in {"(", ","} and syllables.lower[index + 1 : index + 2] == ["thuộc"]:
        return index + 2, ","
    if word == "của":
        return index + 1, " của"
    if department and word in {",", "("}:
        return index + 1, ","
    if department and word in {"-", "–"}:  # Vụ Vốn - Bộ Xây dựng
        above = bodies().match(syllables.lower, index + 1)
        if above is not None and above[1].form == "fixed" and syllables.written[index + 1][0].isupper():
            return index + 1, ","
    return index, ""


def _whose(syllables: Syllables, index: int, places: Places, *, name: str | None, kind: Kind) -> Body:
    """The body with the place that follows it, or the level of the unit that the text leaves out."""
    stated = read_jurisdiction(syllables, index, places, named=name is not None)
    level = stated.level
    bare = stated.after > index
    if (level and stated.place is None) if bare else kind.level:
        unlisted = _unlisted_end(syllables, stated.after, unit=bare)
        if unlisted > stated.after:
            return Body(unlisted, name, kind.sector, syllables.slice(stated.after, unlisted))
    if stated.country and stated.abroad and name and _keeps_country(name):
        name = f"{name} {stated.country}"
    if kind.level and level is None and stated.place is None:
        level = "district" if kind.level == "district" else "province"
    return Body(stated.after, name, kind.sector, stated.place, level, stated.general, stated.abroad, stated.country)


def _keeps_country(name: str) -> bool:
    """Whether a country belongs to the body's own name: a party's or an association's (*Đảng Nhân dân Campuchia*)."""
    first, second, *_ = [*name.lower().split(), ""]
    return "mặt trận" in name.lower() or "đảng " in name.lower() or (first in _OWN_NAMES and second != "đồng")


def _unlisted_end(syllables: Syllables, index: int, *, unit: bool) -> int:
    """The syllable after capitals that follow a local body and are no person: a place that the register lacks.

    After a type word alone (`unit`) they are a person's wherever they may be one: *Chủ tịch UBND tỉnh A Mẫu*.
    """
    after = index
    while (
        after < len(syllables)
        and after - index < 3
        and syllables.joined(after)
        and is_capital(syllables.written[after])
    ):
        if is_boundary(syllables, after) or name_end(syllables, after, trusted=unit):
            break
        if opens_rare_name(syllables, after):
            break
        after += 1
    return after if after - index >= 2 else index
