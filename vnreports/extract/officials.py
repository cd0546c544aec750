"""Where people with a public office stand in a report: namings by name, with the offices stated beside, or by office."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Literal

from vnreports.extract.apposition import find_links
from vnreports.extract.people_names import NameAt, find_names, find_repeats, find_short_names
from vnreports.normalize.bodies import PlaceAt
from vnreports.normalize.phrases import Syllables, split_syllables
from vnreports.normalize.titles import Office, OfficeAt, openers, read_offices
from vnreports.page import Page
from vnreports.records import Form, Place

Evidence = Literal["office", "acts", "none"]
# the office is spoken of as an office: bầu chức vụ Phó Chủ tịch, giám đốc các sở, mỗi Chủ tịch UBND xã
_AS_OFFICE = frozenset(
    {"các", "những", "mỗi", "từng", "chức", "vụ", "danh", "bầu", "làm", "giữ", "nhiệm", "trí", "ghế", "cấp", "một", "là"}
)


@dataclasses.dataclass(frozen=True, slots=True)
class Naming:
    """A mention of a person by name, with the offices that the text states beside it, or by office alone.

    `short` is a part of a name (*Thanh* in *ông Thanh*); `evidence` says whether the naming itself shows a public role.
    """

    start: int
    end: int
    text: str
    form: Form
    rule: str
    offices: tuple[Office, ...] = ()
    evidence: Evidence = "none"
    short: bool = False


def place_index(places: Sequence[Place]) -> dict[int, PlaceAt]:
    """The place mentions by the offset at which they begin."""
    return {
        mention.start: PlaceAt(mention.end, place.name, place.level) for place in places for mention in place.mentions
    }


def find_titles(syllables: Syllables, places: dict[int, PlaceAt]) -> Iterator[OfficeAt]:
    """The offices of the text, in text order, those in a row together."""
    opening = openers()
    after = 0
    for index, word in enumerate(syllables.lower):
        if index >= after and word in opening:
            read = read_offices(syllables, index, places)
            if read is not None:
                after = read.after
                yield read


def find_namings(page: Page, places: Sequence[Place]) -> list[Naming]:
    """The mentions of people with an office, or of those who share a name with them, in text order."""
    syllables = split_syllables(page.text)
    at_places = place_index(places)
    titles = [
        title
        for title in find_titles(syllables, at_places)
        if not page.is_silent(syllables.starts[title.first], syllables.ends[title.after - 1])
    ]
    names = [name for name in find_names(syllables, at_places, titles) if not page.is_silent(name.start, name.end)]
    links, used = find_links(page, syllables, names, titles)
    namings = [_named(name, links.get(name.start, ())) for name in names]
    known = {naming.text for naming in namings if naming.evidence != "none"}
    namings += [
        Naming(start, end, page.text[start:end], "name", "official/repeated-name")
        for start, end in find_repeats(page, known, taken={naming.start for naming in namings})
    ]
    namings += [
        Naming(start, end, page.text[start:end], "name", "official/short-name", short=True)
        for start, end in find_short_names(syllables, titles, names, at_places)
        if not page.is_silent(start, end)
    ]
    namings += [_titled(page, syllables, title) for title in titles if title.first not in used and _stands(syllables, title)]
    return sorted(namings, key=lambda naming: (naming.start, -naming.end))


def _named(name: NameAt, offices: tuple[Office, ...]) -> Naming:
    shown: Evidence = "none"
    if any(office.public for office in offices):
        shown = "office"
    elif name.acts and not any(office.private for office in offices):
        shown = "acts"
    rule = "official/office" if offices else "official/acting" if name.acts else "official/name"
    return Naming(name.start, name.end, name.text, "name", rule, offices, shown)


def _stands(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether an office without a name may stand for its holder."""
    before = syllables.lower[title.first - 1] if title.first else ""
    return before not in _AS_OFFICE and not any(office.general for office in title.offices)


def _titled(page: Page, syllables: Syllables, title: OfficeAt) -> Naming:
    start, end = syllables.starts[title.first], syllables.ends[title.after - 1]
    return Naming(start, end, page.text[start:end], "title", "official/title", title.offices)
