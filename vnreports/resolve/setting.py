"""The setting of the claims: what else stands in the text around them, in text order."""

import bisect
from collections.abc import Sequence

import msgspec

from vnreports.page import Page
from vnreports.records import Date, Official, Place


class Sighting(msgspec.Struct, frozen=True):
    """A mention of a person or place, or a date, with the id of its record."""

    start: int
    end: int
    id: str


class Setting(msgspec.Struct, frozen=True):
    """The page with the people, places, calendar dates (durations left out) and amounts on it, each sorted."""

    page: Page
    people: tuple[Sighting, ...]
    places: tuple[Sighting, ...]
    dates: tuple[Sighting, ...]
    amounts: tuple[tuple[int, int], ...]
    levels: dict[str, str]
    home: str | None

    def between(self, kind: Sequence[Sighting], start: int, end: int) -> list[Sighting]:
        """The sightings of one kind that begin in [start, end)."""
        low = bisect.bisect_left(kind, start, key=lambda sighting: sighting.start)
        high = bisect.bisect_left(kind, end, key=lambda sighting: sighting.start)
        return list(kind[low:high])


def read_setting(
    page: Page,
    *,
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
    return Setting(
        page, _sorted(people), _sorted(where), _sorted(when), tuple(amounts), levels, home.id if home else None
    )


def _sorted(sightings: list[Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(sightings, key=lambda sighting: (sighting.start, -sighting.end)))
