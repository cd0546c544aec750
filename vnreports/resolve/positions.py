"""Which positions the offices stated of one person come to: each once, in its fullest form, with its jurisdiction."""

import functools
from collections.abc import Iterable, Sequence

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.offices import Office
from vnreports.page import Page
from vnreports.records import Place, Position
from vnreports.register import is_city
from vnreports.resolve.named_bodies import name_bodies
from vnreports.resolve.sections import before_in_line, head_above
from vnreports.rules import Pattern

_OF_PROVINCE = Pattern(r"(?<!\w)(?:(?:UBND|HĐND|[Nn]hân\ dân)\ tỉnh|[Tt]ỉnh\ ủy)(?!\w|\ \p{Lu})")
_OF_COMMUNE = Pattern(r"(?<!\w)đảng\ (?:bộ|ủy)\ (?:xã|phường|thị\ trấn|đặc\ khu)(?!\w)", plain=True)
_SIGNS = str.maketrans(",-–", "   ")
_OFTEN = 2  # times as often as any other is the unit named that a report is about
_BESIDE = 80  # how far from a name its office may stand


def settle_offices(offices: list[Office], page: Page, places: Sequence[Place], *, home: Place | None) -> list[Position]:
    """The distinct positions of a person, each in its fullest form, in text order."""
    positions: list[Position] = []
    for office in name_bodies(_of_assembly(offices, page), page, places):
        for position in positions_of((office,), office.at, page, places, home=home):
            for number, other in enumerate(positions):
                if is_form_of(position, other):
                    break
                if is_form_of(other, position):
                    positions[number] = position
                    break
            else:
                positions.append(position)
    return list(dict.fromkeys(positions))


def _of_assembly(offices: list[Office], page: Page) -> list[Office]:
    """The offices with *đại biểu* alone as those of the assembly that the person's other offices or the report name."""
    if not any(office.bare and _sits(office) for office in offices):
        return offices
    stated = {office.body for office in offices if office.body}
    national = any("Quốc hội" in body for body in stated)
    local = any("Hội đồng nhân dân" in body for body in stated)
    if national == local:
        national = "đại biểu quốc hội" in page.lower or "đbqh" in page.lower
        local = any(words in page.lower for words in ("đại biểu hđnd", "đại biểu hội đồng nhân dân", "tổ đại biểu"))
    if not national and not local:
        national = "quốc hội" in page.lower
        local = "hđnd" in page.lower or "hội đồng nhân dân" in page.lower
    if national == local:
        return offices
    return [_seated(office, national=national) if office.bare and _sits(office) else office for office in offices]


def _seated(office: Office, *, national: bool) -> Office:
    if national:
        return msgspec.structs.replace(office, body="Quốc hội")
    return msgspec.structs.replace(office, body="Hội đồng nhân dân", level="province")


def _sits(office: Office) -> bool:
    return office.title.lower() == "đại biểu" and office.body is None


def positions_of(
    offices: Iterable[Office], at: int, page: Page, places: Sequence[Place], *, home: Place | None
) -> list[Position]:
    """The positions that offices state at an offset, with the jurisdiction that the text leaves out."""
    return [
        Position(
            office.title,
            office.body,
            office.place or (_left_out(level, at, page, places, home) if (level := _level(office, page)) else None),
        )
        for office in offices
    ]


@functools.cache
def _provincial_bodies() -> frozenset[str]:
    """The bodies that are a province's where the text tells no more."""
    return frozenset(row["body"] for row in read_table("provincial_bodies"))


def _level(office: Office, page: Page) -> str | None:
    """The level of a local body, also where only its kind or the report tells it: *Ban Pháp chế*, *Đảng ủy*."""
    if office.level is not None or office.body is None or office.abroad:
        return office.level
    body = office.body.lower()
    if body == "đảng ủy":
        return "commune" if _OF_COMMUNE.search(page.lower) else None
    return "province" if body in _provincial_bodies() else None


def _left_out(level: str, at: int, page: Page, places: Sequence[Place], home: Place | None) -> str | None:
    """The jurisdiction of a local body that the text leaves out: the report's province, or the one unit that fits."""
    if level == "province" and home is not None:
        elsewhere = is_city(home.name) and _OF_PROVINCE.search(page.text, max(0, at - _BESIDE), at + _BESIDE)
        return (_last_province(page, at, places) if elsewhere else None) or home.name
    units = [place for place in places if place.level == level]
    if len(units) == 1:
        return units[0].name
    named = sorted((mention.start, unit.name) for unit in units for mention in unit.mentions)
    line = page.text.rfind("\n", 0, at) + 1  # a report on several units: the one that the paragraph speaks of
    told = before_in_line(named, line, at) or head_above(page.lower, named, at)
    if told is not None or level == "province":
        return told
    if not units:
        return None
    titled = {name for start, name in named if start < _title_end(page)}
    if len(titled) == 1:
        return titled.pop()
    (most, name), (next_most, _), *_ = sorted(((len(unit.mentions), unit.name) for unit in units), reverse=True)
    if most > _OFTEN * next_most:
        return name
    above = page.text.rfind("\n", 0, len(page.text[:line].rstrip())) + 1
    lately = {name for start, name in named if above <= start < line}
    return lately.pop() if len(lately) == 1 else None


def _title_end(page: Page) -> int:
    return next((zone.end for zone in page.zones if zone.kind == "title"), 0)


def _last_province(page: Page, at: int, places: Sequence[Place]) -> str | None:
    """The province, no city, that the paragraph named last: a city has no *UBND tỉnh*."""
    line = page.text.rfind("\n", 0, at) + 1
    provinces = [place for place in places if place.level == "province" and not is_city(place.name)]
    before = [(m.start, unit.name) for unit in provinces for m in unit.mentions if line <= m.start < at]
    return max(before)[1] if before else None


@functools.cache
def _bodies_understood() -> dict[str, str]:
    """The bodies that go without saying, by the title."""
    return {row["phrase"]: row["body"] for row in read_table("titles") if row["body"] and not row["title"]}


@functools.cache
def _full_titles() -> dict[str, str]:
    """The full titles of deputies by the short ones."""
    return {row["short"]: row["full"] for row in read_table("short_titles")}


def is_form_of(short: Position, full: Position) -> bool:
    """Whether one position is the other, or a shorter form of it (*Phó Thủ tướng* of *Phó Thủ tướng Thường trực*)."""
    # Thượng nghị sỹ, Thượng nghị sĩ
    title, longer = short.title.lower().replace("sỹ", "sĩ"), full.title.lower().replace("sỹ", "sĩ")
    whole = _full_titles().get(title, title)  # Phó ban, Phó Trưởng ban
    longer_forms = {f"{whole} thường trực", f"{whole} thứ nhất", f"{whole} nước", f"nguyên {whole}", f"cựu {whole}"}
    if longer not in {title, whole} and longer not in longer_forms:
        return False
    body, wider = (plain_body(one.body) for one in (short, full))
    understood = short.body is not None and short.body == _bodies_understood().get(title)
    if understood and wider:  # Thủ tướng, and elsewhere Thủ tướng Quốc vụ viện
        return short.place == full.place
    if body and wider != body and not wider.startswith(f"{body} ") and not _is_committee_of(body, wider):
        return False
    return short.place is None or short.place == full.place


def _is_committee_of(body: str, wider: str) -> bool:
    """Whether the longer name is that of the body's committee (*Chủ tịch Mặt trận Tổ quốc*, *Chủ tịch Ủy ban …*)."""
    return wider.startswith("ủy ban ") and f" {body} " in f"{wider} "


@functools.lru_cache(maxsize=1 << 12)
def plain_body(body: str | None) -> str:
    """A body's name without what reports put now so, now so: *Văn hóa và Thể thao*, *Văn hóa, Thể thao*, *Văn hóa- …*.

    >>> plain_body("Sở Văn hóa và Thể thao") == plain_body("Sở Văn hóa - Thể thao")
    True
    """
    return " ".join(word for word in (body or "").lower().translate(_SIGNS).split() if word != "và")


def is_former(position: Position) -> bool:
    """Whether the position is one that the person has left."""
    return position.title.lower().startswith(("nguyên ", "cựu "))
