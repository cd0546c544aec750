"""Where foreign names end: *Donald Trump*, *Moon Jae-in*, *de Maizière*, *D.Trump*."""

from collections.abc import Mapping

from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.names import ends_name, is_capital
from vnreports.normalize.titles import OfficeAt
from vnreports.syllables import Syllables
from vnreports.text import SYLLABLE

_FOREIGN_OFFICES = (
    "tổng thống",
    "thủ tướng",
    "ngoại trưởng",
    "đại sứ",
    "thị trưởng",
    "nghị sĩ",
    "thủ hiến",
    "quốc vương",
    "nhật hoàng",
)
_PARTICLES = frozenset({"de", "der", "den", "van", "von", "da", "dos", "di", "du", "bin", "ibn", "al", "el", "la"})


def foreign_end(
    syllables: Syllables, index: int, places: Mapping[int, PlaceAt], title: OfficeAt | None, inside: set[int]
) -> int | None:
    """The index after a foreign name (*Tổng thống Mỹ Donald Trump*, *ông Donald Trump, Tổng thống Mỹ*)."""
    foreign = title is not None and _is_foreign(title)
    strange = not SYLLABLE.fullmatch(syllables.lower[index]) and not syllables.written[index][1:].isupper()
    if title is not None and not foreign and (not strange or title.offices[-1].private):
        return None
    initial = _is_initial(syllables, index)  # Thứ trưởng Ngoại giao Nga I. Mẫu
    if initial and not foreign:
        return None
    opening = after = index + 2 if initial else index
    while after < len(syllables) and after - index < 6 and after not in inside:
        at = _next_of_name(syllables, after) if after > opening else opening
        if at is None or not is_capital(syllables.written[at]) or syllables.starts[at] in places:
            break
        after = at + 1
        while is_hyphened(syllables, after):  # Moon Jae-in
            after += 2
    alone = title is not None and _is_national(title) and strange  # Tổng thống Pháp Macron
    least = 1 if alone and len(syllables.written[index]) > 3 else 2
    return after if after - index >= least else None


def _is_initial(syllables: Syllables, index: int) -> bool:
    """Whether a letter with a full stop stands at `index`, and a capitalised word after it: *D.Trump*."""
    return (
        len(syllables.written[index]) == 1
        and syllables.written[index + 1 : index + 2] == ["."]
        and index + 2 < len(syllables)
        and is_capital(syllables.written[index + 2])
        and len(syllables.written[index + 2]) > 1
    )


def _next_of_name(syllables: Syllables, index: int) -> int | None:
    """Where a foreign name goes on: at `index`, or after a particle or an initial there: *de Maizière*, *W. Bush*."""
    if _is_initial(syllables, index) and syllables.joined(index):
        return index + 2
    if not syllables.joined(index) or ends_name(syllables, index):
        return None
    if syllables.written[index] not in _PARTICLES:
        return index
    if is_hyphened(syllables, index + 1):
        return index + 2
    return index + 1 if syllables.joined(index + 1) else None


def is_hyphened(syllables: Syllables, index: int) -> bool:
    """Whether a hyphen with no blanks at `index` binds the next syllable: *Jae-in*."""
    return (
        index + 1 < len(syllables)
        and syllables.written[index] == "-"
        and syllables.starts[index] == syllables.end(index - 1)
        and syllables.starts[index + 1] == syllables.end(index)
        and syllables.written[index + 1].isalpha()
    )


def _is_national(title: OfficeAt) -> bool:
    """Whether the office is one of a state abroad, not of a city, so that the holder's country has been named."""
    return _is_foreign(title) and not title.offices[-1].title.lower().endswith(("thị trưởng", "thủ hiến", "thống đốc"))


def _is_foreign(title: OfficeAt) -> bool:
    return any(office.title.lower().endswith(_FOREIGN_OFFICES) for office in title.offices) or any(
        office.abroad for office in title.offices
    )
