"""One public office: what a title says, with the body it belongs to and whose that is."""

import functools

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.bodies import Body, read_body
from vnreports.normalize.body_names import is_numeral, level_of
from vnreports.normalize.jurisdictions import LocalLevel, Places, is_viet_nam
from vnreports.normalize.phrases import PhraseTable
from vnreports.syllables import Syllables

_FORMER = frozenset({"nguyên", "cựu", "quyền"})
_PREFIXES = _FORMER | {"phó"}  # before an office
_NOT_ACTING = frozenset(
    {"chính", "thẩm", "ủy", "nhà", "cầm", "nắm", "có", "phân", "nhân", "quân"}
)  # chính quyền Tổng thống …
_SUFFIXES = PhraseTable(
    {suffix: suffix for suffix in ("thường trực", "thứ nhất", "chuyên trách", "danh dự", "dự khuyết", "lâm thời")}
)
_OTHER_VU = frozenset({"chức", "nhiệm", "nghĩa", "dịch", "phục"})
_TERMS = frozenset({"khóa", "nhiệm"})
_HELPERS = frozenset({"thư ký", "trợ lý"})
_ABROAD = frozenset({"đại sứ", "đại sứ đặc mệnh toàn quyền", "tổng lãnh sự", "đại biện", "đại biện lâm thời"})


class Office(msgspec.Struct, frozen=True):
    """One office as the text states it.

    `level` is that of a local body, also where the text leaves its jurisdiction out. `public` says that the office
    shows a public post by itself or by its body, `private` that its body is none of the state's, `abroad` that it is
    another state's; `general` that the office is spoken of as a kind (*Chủ tịch UBND các huyện*); `bare` that it
    counts only right before a name (*đại biểu*). `noun` is the body's first noun where the title holds it; `at` the
    offset at which the text states the office; `country` the state whose it is, where the text says so.
    """

    title: str
    body: str | None
    place: str | None
    level: LocalLevel | None
    public: bool
    general: bool = False
    private: bool = False
    abroad: bool = False
    bare: bool = False
    noun: str = ""
    at: int = -1
    country: str | None = None


class _Entry(msgspec.Struct, frozen=True):
    phrase: str
    title: str
    noun: str
    body: str
    need: str


_THIS_BODY = frozenset({"cơ quan này", "đơn vị này", "tổ chức này", "bộ này", "ngành này"})


@functools.cache
def offices() -> PhraseTable[_Entry]:
    """The known offices."""
    return PhraseTable(
        {
            row["phrase"]: _Entry(row["phrase"], row["title"], row["noun"], row["body"], row["need"])
            for row in read_table("titles")
        }
    )


@functools.cache
def openings() -> PhraseTable[bool]:
    """What opens an office: a known one, or a prefix with the first syllable of one or another prefix."""
    firsts = _PREFIXES.union(offices().openings)
    prefixed = (f"{prefix} {first}" for prefix in _PREFIXES for first in firsts)
    return PhraseTable(dict.fromkeys((*(row["phrase"] for row in read_table("titles")), *prefixed), True))


def read_office(syllables: Syllables, index: int, places: Places) -> tuple[Office, int, int] | None:
    """One office at `index`, with the syllable after it and the one after its term; None where none begins."""
    first = index
    while index < len(syllables) and syllables.lower[index] in _FORMER:
        if syllables.lower[index] == "quyền" and index and syllables.lower[index - 1] in _NOT_ACTING:
            return None
        index += 1
    start, found = _match(syllables, index)
    if index and syllables.lower[index] == "vụ" and syllables.lower[index - 1] in _OTHER_VU:
        return None  # chức vụ Phó Ban is no Vụ phó
    if found is None or _is_broken(syllables, first, found[0]):
        return None
    after, entry = found
    if syllables.lower[after : after + 1] == ["quán"]:  # đại sứ quán is no person
        return None
    size = after - first
    while syllables.lower[after : after + size] == syllables.lower[first:after]:  # a slip: Bộ trưởng Bộ trưởng Bộ …
        first, start, after = after, start + size, after + size
    after = _rank_end(syllables, first, after, places, entry)
    title = syllables.slice(first, after)
    if syllables.lower[after : after + 1] == ["thứ"] and "".join(syllables.lower[after + 1 : after + 2]).isdigit():
        after += 2  # phó trưởng ban thứ 8: which of several, no part of the office
    if entry.phrase in _HELPERS and (helped := read_office(syllables, after, places)) is not None:
        return msgspec.structs.replace(helped[0], title=f"{title} {helped[0].title}"), *helped[
            1:
        ]  # no minister himself
    if entry.title:
        title = f"{syllables.slice(first, start)} {entry.title}".strip()
    body = _body_of(syllables, after, places, entry, title)
    if entry.need == "named" and body.name is None:
        return None
    heads_unit = entry.phrase == "chủ tịch" and body.level is not None  # Chủ tịch tỉnh, Chủ tịch TP.HCM
    after = body.after
    if (
        title.lower().endswith("đại biểu") and body.name == "Quốc hội"
    ):  # (Đại biểu, Quốc hội, null), whichever the delegation
        after = _delegation(syllables, after, places)
        body = msgspec.structs.replace(body, place=None, level=None)
    if entry.phrase in _ABROAD:
        after = _posting(syllables, after, places)
    office = Office(
        title,
        body.name,
        body.place,
        body.level,
        public=body.sector == "public"
        and (entry.need in {"self", "bare"} or body.name is not None or body.abroad or heads_unit),
        general=body.general,
        private=body.sector != "public",
        abroad=body.abroad,
        bare=entry.need == "bare" and body.name is None,
        noun=entry.noun,
        country=body.country,
    )
    return office, after, _term_end(syllables, after)


def _match(syllables: Syllables, index: int) -> tuple[int, tuple[int, _Entry] | None]:
    """The known office at `index`, a deputy's or not, with the syllable where it begins without *phó*."""
    found = offices().match(syllables.lower, index)
    if syllables.lower[index : index + 1] == ["phó"]:
        deputy = offices().match(syllables.lower, index + 1)
        if deputy is not None and (found is None or deputy[0] > found[0]):  # Phó Chỉ huy trưởng, not Phó Chỉ huy
            return index + 1, deputy
    return index, found


def _rank_end(syllables: Syllables, first: int, after: int, places: Places, entry: _Entry) -> int:
    """The syllable after *Thường trực* and its like, or after *phụ trách* of a deputy who leads the body itself."""
    suffix = _SUFFIXES.match(syllables.lower, after)
    if suffix:
        return suffix[0]
    leads = syllables.lower[after : after + 2] == ["phụ", "trách"] and syllables.lower[first] == "phó"
    if leads and not entry.body:  # Phó Giám đốc phụ trách Sở Nội vụ; but Phó Giám đốc phụ trách khu vực
        body = _body_of(syllables, after + 2, places, entry, "").name
        return after + 2 if body is not None and body[0].isupper() else after
    return after


def _is_broken(syllables: Syllables, first: int, after: int) -> bool:
    """Whether something else than one blank stands between two words of [first, after)."""
    apart = [index for index in range(first + 1, after) if not syllables.joined(index)]
    written = syllables.written
    return any(written[index][0].isalnum() and written[index - 1][0].isalnum() for index in apart)


def _body_of(syllables: Syllables, index: int, places: Places, entry: _Entry, title: str) -> Body:
    """The body that an office names, or the one that goes without saying."""
    at = index
    if syllables.lower[at : at + 1] == ["của"]:
        at += 1
    if entry.body == "-":
        return msgspec.structs.replace(read_body(syllables, at, places), name=None, level=None)
    if entry.body:  # Phó Thủ tướng (Thường trực) Chính phủ
        stated = syllables.lower[at : at + 2] == [word.lower() for word in entry.body.split()[:2]]
        following = read_body(syllables, at + len(entry.body.split()) if stated else at, places, noun="")
        if following.name is not None:  # Ủy viên Ban Chấp hành Trung ương Đảng, then another body: a different office
            return Body(at + len(entry.body.split()) if stated else index, entry.body)
        return msgspec.structs.replace(following, name=entry.body, level=level_of(entry.body))
    if entry.phrase.endswith(_villages()) and (village := _village_of(syllables, index, places)) is not None:
        return village
    if " ".join(syllables.lower[at : at + 3]) in _THIS_BODY:
        return Body(at + 3, None)
    body = read_body(syllables, at, places, noun=entry.noun, title=title)
    return body if body.after > at else msgspec.structs.replace(body, after=index)


@functools.cache
def _villages() -> tuple[str, ...]:
    """How a title ends that names a kind of village: *trưởng thôn*, *tổ trưởng tổ dân phố*."""
    return tuple(f" {row['word']}" for row in read_table("place_types") if row["level"] == "village")


def _village_of(syllables: Syllables, index: int, places: Places) -> Body | None:
    """The village whose type word ends the title before `index`: *trưởng thôn Cao Mẫu*."""
    for first in range(index - 1, max(-1, index - 4), -1):  # tổ dân phố has three syllables
        place = places.get(syllables.starts[first])
        if place is not None and place.level == "village" and place.end > syllables.end(index - 1):
            after = index
            while after < len(syllables) and syllables.starts[after] < place.end:
                after += 1
            return Body(after, None, place=place.name)
    return None


def _delegation(syllables: Syllables, index: int, places: Places) -> int:
    """The syllable after *đoàn TP Hà Nội* in *đại biểu Quốc hội đoàn TP Hà Nội*."""
    if syllables.lower[index : index + 1] == ["đoàn"] and index + 1 < len(syllables):
        place = places.get(syllables.starts[index + 1])
        while place is not None and index < len(syllables) and syllables.starts[index] < place.end:
            index += 1
    return index


def _posting(syllables: Syllables, index: int, places: Places) -> int:
    """The syllable after *tại Lào* in *Đại sứ Việt Nam tại Lào*."""
    while index + 1 < len(syllables) and syllables.lower[index] in {"tại", "ở"}:
        place = places.get(syllables.starts[index + 1])
        if place is None:
            return index + 3 if is_viet_nam(syllables, index + 1) else index
        index += 1
        while index < len(syllables) and syllables.starts[index] < place.end:
            index += 1
    return index


def _term_end(syllables: Syllables, index: int) -> int:
    """The syllable after a term of office (*khóa XV*, *nhiệm kỳ 2020 - 2025*) or several (*các khóa 10, 11 và 12*)."""
    several = syllables.lower[index : index + 2] == ["các", "khóa"]
    index += several
    if index < len(syllables) and syllables.lower[index] in _TERMS:
        index += 2 if syllables.lower[index] == "nhiệm" else 1
        while index < len(syllables) and (
            syllables.written[index].isupper()
            or syllables.written[index][0].isdigit()
            or syllables.written[index] in "-–/"
            or (several and syllables.lower[index] in {",", "và"} and is_numeral(syllables, index + 1))
        ):
            index += 1
    return index
