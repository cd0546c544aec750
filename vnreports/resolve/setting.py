"""The setting of the claims: what else stands in the text around them, in text order."""

import bisect
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar

import msgspec

from vnreports.page import Page
from vnreports.records import Date, Official, Place
from vnreports.register import is_city

Value = TypeVar("Value")


class BySentence(dict[tuple[int, int], Value]):
    """What a function says of each sentence; it is asked once of a sentence, however many amounts stand there."""

    def __init__(self, read: Callable[[tuple[int, int]], Value]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, sentence: tuple[int, int]) -> Value:
        value = self[sentence] = self.read(sentence)
        return value


# the offsets and forms of the words of a sentence with which there begins what a resolver looks for
Openers: TypeAlias = BySentence[list[tuple[int, str]]]


class Sighting(msgspec.Struct, frozen=True):
    """A mention of a person or place, or a date, with the id of its record."""

    start: int
    end: int
    id: str


class Sightings(msgspec.Struct, frozen=True):
    """All sightings of one kind, sorted, with the offsets at which they begin."""

    all: tuple[Sighting, ...]
    starts: list[int]

    def between(self, start: int, end: int) -> tuple[Sighting, ...]:
        """The sightings that begin in [start, end)."""
        low = bisect.bisect_left(self.starts, start)
        return self.all[low : bisect.bisect_left(self.starts, end, low)]


class Setting(msgspec.Struct, frozen=True):
    """The page with the people, places, calendar dates (durations left out) and amounts on it, each sorted."""

    page: Page
    openers: Openers
    people: Sightings
    places: Sightings
    dates: Sightings
    amounts: tuple[tuple[int, int], ...]
    levels: dict[str, str]
    cities: frozenset[str]
    home: str | None


def read_setting(
    page: Page,
    *,
    openers: Openers,
    amounts: Sequence[tuple[int, int]],
    dates: Sequence[Date],
    places: Sequence[Place],
    officials: Sequence[Official],
    home: Place | None,
) -> Setting:
    """The setting of a page's claims."""
    people = [Sighting(m.start, m.end, official.id) for official in officials for m in official.mentions]
    where = [Sighting(m.start, m.end, place.id) for place in places for m in place.mentions]
    when = [Sighting(date.start, date.end, date.id) for date in dates if date.kind != "duration"]
    levels: dict[str, str] = {place.id: place.level for place in places}
    cities = frozenset(place.id for place in places if place.level == "province" and is_city(place.name))
    return Setting(
        page,
        openers,
        sort_sightings(people),
        sort_sightings(where),
        sort_sightings(when),
        tuple(amounts),
        levels,
        cities,
        home.id if home else None,
    )


def sort_sightings(sightings: Iterable[Sighting]) -> Sightings:
    """The sightings in text order; of two that begin together, the longer first."""
    ordered = sorted(sightings, key=lambda sighting: (sighting.start, -sighting.end))
    return Sightings(tuple(ordered), [sighting.start for sighting in ordered])
