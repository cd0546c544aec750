"""Where people with a public office stand in a report: by name, with the offices stated beside it, or by office."""

import collections
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from vnreports.extract.apposition import find_links
from vnreports.extract.bare_names import historical_people
from vnreports.extract.people_names import (
    NameAt,
    find_names,
    find_repeats,
    find_short_names,
    honorific_ends,
    honorifics,
)
from vnreports.extract.place_names import bare_level
from vnreports.extract.references import is_counterpart, is_member, refer_back
from vnreports.lexicon import read_table
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.names import is_capital
from vnreports.normalize.offices import Office, offices, openings
from vnreports.normalize.phrases import PhraseTable
from vnreports.normalize.titles import OfficeAt, read_offices, times_of_office
from vnreports.page import Page
from vnreports.records import Form, Place
from vnreports.register import name_key
from vnreports.rules import Pattern
from vnreports.syllables import Syllables

Evidence = Literal["office", "acts", "none"]
# the office as an institution: Chính phủ, Thủ tướng giao; Quyết định số 12/QĐ-TTg ngày 1/2/2025 của Thủ tướng
_INSTITUTION = Pattern(
    r"(?:trước chính phủ, | số \d[\w/.-]*(?: ngày [\d/]+)? của |hội nghị của "
    r"|(?:thẩm quyền|quyền hạn|quyền lực|vai trò)(?: của| cho)? |nhiệm kỳ )$",
    plain=True,
)
_BEFORE_INSTITUTION = frozenset({",", "của", "cho", "trò", "kỳ", "\n"})
_SEVERAL = frozenset({"các", "những", "hai", "ba"})
_ADDRESS = frozenset({"chí", "ông", "bà"})
# đề nghị Bộ trưởng trả lời: the holder is asked; but Hội nghị Bộ trưởng, bổ nhiệm Giám đốc
_ASKED_OF = frozenset({("đề", "nghị"), ("kiến", "nghị")})


class Naming(msgspec.Struct, frozen=True):
    """A mention of a person by name, with the offices that the text states beside it, or by office alone.

    `short` is a part of a name (*Thanh* in *ông Thanh*); `evidence` says whether the naming itself shows a public role;
    `parts` are the single offices of a row, which may be several people's (*của Thủ tướng, Chủ tịch UBND tỉnh*).
    """

    start: int
    end: int
    text: str
    form: Form
    rule: str
    offices: tuple[Office, ...] = ()
    evidence: Evidence = "none"
    short: bool = False
    parts: "tuple[Naming, ...]" = ()


@functools.cache
def _office_contexts() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("office_contexts"))


def place_index(page: Page, places: Sequence[Place]) -> dict[int, PlaceAt]:
    """The places by the offset at which they begin: the mentions, and the same names wherever they stand again."""
    mentioned = {
        mention.start: PlaceAt(mention.end, place.name, place.level) for place in places for mention in place.mentions
    }
    beginning: dict[str, list[Place]] = collections.defaultdict(list)
    for place in places:
        if place.level == "country" or (" " in place.name and place.level != "village"):
            beginning[place.name.split(" ")[0]].append(place)
    index: dict[int, PlaceAt] = {}
    text, written, starts = page.text, page.syllables.written, page.syllables.starts
    for at in [at for at in page.syllables.capitals if written[at] in beginning]:
        start = starts[at]
        for place in beginning[written[at]]:
            end = start + len(place.name)
            again = start not in mentioned and text.startswith(place.name, start) and not text[end : end + 1].isalnum()
            if again and not _is_the_person(page, start, place.name):
                index[start] = PlaceAt(end, place.name, place.level, mentioned=False)
    return index | mentioned


def _is_the_person(page: Page, start: int, name: str) -> bool:
    """Whether a place's name is that of the man there: *Chủ tịch Hồ Chí Minh*; not *Chủ tịch Hà Nội*."""
    return page.lower.endswith("chủ tịch ", 0, start) and name_key(name) in historical_people()


def _names_a_place(name: NameAt, places: set[str]) -> bool:
    """Whether a name is that of one of the report's places, or without a form of address that of any province.

    *Hiệu trưởng Đại học Y Hà Nội* names nobody.
    """
    return name.text.lower() in places or (name.opens == name.first and bare_level(name_key(name.text)) == "province")


@functools.cache
def _beginnings() -> PhraseTable[bool]:
    """What opens an office, and the forms of address, ranks and degrees: in one table, to go over a page once."""
    return PhraseTable(dict.fromkeys((*openings().phrases, *honorifics().phrases), True))


@functools.cache
def opening_words() -> frozenset[str]:
    """The first words of offices, forms of address, ranks and degrees."""
    return frozenset(_beginnings().openings)


def find_titles(syllables: Syllables, indices: Iterable[int], places: dict[int, PlaceAt]) -> Iterator[OfficeAt]:
    """The offices of the text that begin at one of the indices, in text order, those in a row together."""
    after = 0
    for index in openings().beginnings(syllables.lower, indices):
        if index >= after:
            read = read_offices(syllables, index, places)
            if read is not None and not _is_no_office(syllables, index):
                after = read.after
                yield read


def _is_no_office(syllables: Syllables, index: int) -> bool:
    """Whether the words of an office are those of a body (*Ban Bí thư*, *Đoàn đại biểu Quốc hội*) or of a code."""
    start = syllables.starts[index]
    if syllables.text[start - 1 : start] in {"-", "/", "&"}:
        before = syllables.written[index - 2] if index > 1 else ""
        # Quyết định số 12/QĐ-TTg; but ông Thử Mẫu -Giám đốc, “…”-Giám đốc
        if before in {"”", '"', "»"}:
            return False
        return syllables.written[index - 1] != "-" or not before.istitle() or len(before) == 1
    return index > 0 and (syllables.lower[index - 1], syllables.lower[index]) in {
        ("ban", "bí"),
        ("đoàn", "đại"),
        ("đoàn", "chủ"),
        ("phủ", "chủ"),
        ("ban", "giám"),
        ("bộ", "tư"),  # Bộ Tư lệnh Quân khu 5
        ("tổ", "đại"),  # Tổ đại biểu Hoàng Su Phì
        ("trở", "thành"),  # trở thành Ủy viên UBND: no Thành ủy viên
    }


def find_namings(page: Page, places: Sequence[Place]) -> list[Naming]:
    """The mentions of people with an office, or of those who share a name with them, in text order."""
    syllables = page.syllables
    at_places = place_index(page, places)
    place_names = {place.name.lower() for place in places}
    indices = _beginnings().beginnings(syllables.lower, syllables.where_noted(opening_words()))
    titles = [
        title
        for title in find_titles(syllables, indices, at_places)
        if not page.is_silent(syllables.starts[title.first], syllables.end(title.after - 1))
    ]
    titles = refer_back(page, titles, at_places)
    honored = honorific_ends(syllables, indices)
    names = [
        name
        for name in find_names(syllables, at_places, titles, honored)
        if (not _names_a_place(name, place_names) or _is_the_person(page, name.start, name.text))
        and not page.is_silent(name.start, name.end)
    ]
    names = _cut_to_known(syllables, names)
    shorts = find_short_names(syllables, titles, names, at_places, honored)
    names += [name for name in shorts if not page.is_silent(name.start, name.end)]
    names.sort(key=lambda name: name.start)
    links, used = find_links(page, syllables, names, titles, at_places)
    namings = [_named(name, links.get(name.start, ())) for name in names]
    # without an office, a historical name is mostly a part of others: Đoàn Thanh niên Cộng sản Hồ Chí Minh
    shown = (naming.text for naming in namings if naming.evidence != "none")
    known = {text for text in shown if name_key(text) not in historical_people()}
    if known:
        namings += [
            Naming(start, end, page.text[start:end], "name", "official/repeated-name")
            for start, end in find_repeats(page, known, taken=_covered(namings, places))
        ]
    namings += [
        _titled(page, syllables, title) for title in titles if title.first not in used and _stands(syllables, title)
    ]
    return sorted(namings, key=lambda naming: (naming.start, -naming.end))


def _cut_to_known(syllables: Syllables, names: Sequence[NameAt]) -> list[NameAt]:
    """The names, each ended where a better known one ends: a headline in capitals or a byline runs on.

    The shorter name is the better known where the report has it more often than the longer.
    """
    count = collections.Counter(name.text.lower() for name in names)
    return [_cut_to_one(syllables, name, count) for name in names]


def _cut_to_one(syllables: Syllables, name: NameAt, count: collections.Counter[str]) -> NameAt:
    """The name, ended where the first better known one of those counted ends, if any does."""
    whole = name.text.lower()
    shorter = [other for other in count if whole.startswith(other) and other != whole]
    if not shorter:
        return name
    times = {after: count[syllables.slice(name.first, after).lower()] for after in range(name.first + 2, name.after)}
    better = [after for after in times if times[after] > count[whole]]
    if not better and count[whole] == 1 and times.get(name.after - 1) and _runs_on(syllables, name.after):
        better = [name.after - 1]  # a caption without a stop: Vũ Hồng Thanh Đồng quan điểm, …
    known = better or [after for after in times if times[after] and name.text.isupper()]
    if not known:
        return name
    text, end = syllables.slice(name.first, known[0]), syllables.end(known[0] - 1)
    return msgspec.structs.replace(name, after=known[0], end=end, text=text)


def _runs_on(syllables: Syllables, after: int) -> bool:
    """Whether a word in small letters follows at once, so that the last syllable of a name may open a sentence."""
    return after < len(syllables) and syllables.joined(after) and syllables.written[after].islower()


def _covered(namings: Sequence[Naming], places: Sequence[Place]) -> set[int]:
    """The offsets inside namings and places."""
    inside = {offset for naming in namings for offset in range(naming.start, naming.end)}
    mentions = (mention for place in places for mention in place.mentions)
    return inside | {offset for mention in mentions for offset in range(mention.start, mention.end)}


def _named(name: NameAt, offices: tuple[Office, ...]) -> Naming:
    shown: Evidence = "none"
    if any(office.public for office in offices):
        shown = "office"
    elif name.acts and not any(office.private for office in offices):
        shown = "acts"
    rule = "official/office" if offices else "official/acting" if name.acts else "official/name"
    if name.short:
        return Naming(name.start, name.end, name.text, "name", "official/short-name", offices, short=True)
    return Naming(name.start, name.end, name.text, "name", rule, offices, shown)


def _stands(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether an office without a name may stand for its holder."""
    before = syllables.lower[max(0, title.first - 3) : title.first]
    if before and (
        (before[-1] in _office_contexts() and (*before[-2:],) not in _ASKED_OF)
        or before[-1].isdigit()
        or (before[-1] in _ADDRESS and set(before) & _SEVERAL)
    ):
        return False
    if is_counterpart(syllables, title):
        return False
    if before[-2:] in (["cương", "vị"], ["tư", "cách"], ["số", "lượng"], ["tập", "sự"], ["quy", "định"]):
        return False
    start = syllables.starts[title.first]
    led = bool(before) and before[-1] in _BEFORE_INSTITUTION
    if led and _INSTITUTION.search(syllables.text[max(0, start - 90) : start].lower()):
        return False
    after = title.after
    if title.offices[-1].body is None and syllables.lower[after : after + 1] == ["và"]:
        following = offices().match(syllables.lower, after + 1)
        if following is not None and not title.offices[-1].public:  # Chủ tịch và Giám đốc các hãng
            return False
    time = times_of_office().match(syllables.lower, after + (syllables.lower[after : after + 1] == ["("]))
    if time is not None and time[1] == "then":
        return False  # thủ tướng thời kỳ đó
    if after < len(syllables) and syllables.joined(after) and is_capital(syllables.written[after]):
        return False  # Đại sứ C. Lodge: a name that was not understood, or the rest of a body
    return not any(office.general for office in title.offices) and not all(is_member(one) for one in title.offices)


def _titled(page: Page, syllables: Syllables, title: OfficeAt) -> Naming:
    def naming(first: int, after: int, offices: tuple[Office, ...], parts: tuple[Naming, ...] = ()) -> Naming:
        start, end = syllables.starts[first], syllables.end(after - 1)
        return Naming(start, end, page.text[start:end], "title", "official/title", offices, parts=parts)

    if len(title.offices) == 1:
        return naming(title.first, title.after, title.offices)
    offices = [
        (first, after, (one,))
        for (first, after), one in zip(title.spans, title.offices, strict=True)
        if not is_member(one) and (after - first > len(one.title.split()) or one.body == "Chính phủ")
    ]
    return naming(title.first, title.after, title.offices, tuple(naming(*one) for one in offices))
