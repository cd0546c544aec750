"""The names and the offices of a page, with the offices given to each name so far."""

import dataclasses
import functools
from collections.abc import Iterable, Sequence

from vnreports.extract.people_names import NameAt
from vnreports.normalize.offices import Office
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page
from vnreports.syllables import Syllables


@dataclasses.dataclass
class Holders:
    """Whose each office is: `offices` by the offset of the name; `used` are the first syllables of the titles given."""

    page: Page
    syllables: Syllables
    names: Sequence[NameAt]
    titles: Sequence[OfficeAt]
    offices: dict[int, list[Office]] = dataclasses.field(default_factory=dict)
    used: set[int] = dataclasses.field(default_factory=set)

    @functools.cached_property
    def by_end(self) -> dict[int, OfficeAt]:
        """The titles by the syllable after them, also without a term of office."""
        return {title.reach: title for title in self.titles} | {title.after: title for title in self.titles}

    @functools.cached_property
    def by_start(self) -> dict[int, OfficeAt]:
        """The titles by the offset at which they begin."""
        return {self.start_of(title): title for title in self.titles}

    def start_of(self, title: OfficeAt) -> int:
        """The offset at which a title begins."""
        return self.syllables.starts[title.first]

    def end_of(self, title: OfficeAt) -> int:
        """The offset at which a title ends, with a term of office."""
        return self.syllables.end(title.reach - 1)

    def before(self, title: OfficeAt, length: int) -> str:
        """The lower-case text before a title, at most so long."""
        start = self.start_of(title)
        return self.page.lower[max(0, start - length) : start]

    def give(self, name: int, title: OfficeAt, offices: Iterable[Office] | None = None) -> None:
        """Gives the name at an offset the offices of a title, or some of them."""
        self.offices.setdefault(name, []).extend(title.offices if offices is None else offices)
        self.used.add(title.first)
