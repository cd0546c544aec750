"""The figures of a page: its claims, with the words between them, and what a check finds about them."""

import bisect
import dataclasses
import datetime
import functools
from collections.abc import Sequence

import msgspec

from vnreports.page import Page
from vnreports.records import Claim, Note, Number, Place, Verdict


class Finding(msgspec.Struct, frozen=True):
    """What a rule finds about some claims; `expected` by the others, `found` in the text."""

    rule: str
    claims: tuple[Claim, ...]
    verdict: Verdict
    note: Note
    expected: Number | None = None
    found: Number | None = None
    tolerance: Number | None = None


@dataclasses.dataclass(frozen=True)
class Figures:
    """The claims of a page in text order (at offsets of its folded text), and what else it says.

    `on` is the day whose administrative units the page means, `home` the province that it is about.
    """

    page: Page
    claims: Sequence[Claim]
    places: Sequence[Place]
    on: datetime.date
    home: Place | None

    @functools.cached_property
    def index(self) -> dict[str, int]:
        """Where each claim stands, by its id."""
        return {claim.id: position for position, claim in enumerate(self.claims)}

    @functools.cached_property
    def parts_of(self) -> dict[str, tuple[int, ...]]:
        """Where the parts of each whole stand, by the whole's id."""
        parts: dict[str, tuple[int, ...]] = {}
        for position, claim in enumerate(self.claims):
            if claim.part_of is not None:
                parts[claim.part_of] = (*parts.get(claim.part_of, ()), position)
        return parts

    @functools.cached_property
    def shares_of(self) -> dict[str, int]:
        """Where the first percentage that restates an amount stands, by the amount's id."""
        shares: dict[str, int] = {}
        for position, claim in enumerate(self.claims):
            if claim.share_of is not None and claim.dimension == "percent":
                shares.setdefault(claim.share_of, position)
        return shares

    @functools.cached_property
    def compared(self) -> frozenset[str]:
        """The ids of the amounts that others are compared with."""
        return frozenset(claim.was for claim in self.claims if claim.was is not None)

    def first_from(self, offset: int) -> int | None:
        """Where the first claim from an offset on stands."""
        position = bisect.bisect_left(self.claims, offset, key=lambda claim: claim.start)
        return position if position < len(self.claims) else None

    def share_of(self, claim: Claim | None) -> Claim | None:
        """The first percentage that restates a claim."""
        position = None if claim is None else self.shares_of.get(claim.id)
        return None if position is None else self.claims[position]

    def at(self, claim_id: str | None) -> int | None:
        """Where the claim of that id stands."""
        return None if claim_id is None else self.index.get(claim_id)

    def linked(self, claim_id: str | None) -> Claim | None:
        """The claim of that id."""
        return None if claim_id is None else self.claims[self.index[claim_id]]

    def between(self, first: int, second: int) -> str:
        """The words between two claims, in lower case."""
        return self.page.lower[self.claims[first].end : self.claims[second].start]

    def after(self, position: int) -> str:
        """The words after a claim up to the end of its sentence, in lower case."""
        claim = self.claims[position]
        return self.page.lower[claim.end : claim.sentence[1]]

    def before(self, position: int) -> str:
        """The words before a claim from the beginning of its sentence, in lower case."""
        claim = self.claims[position]
        return self.page.lower[claim.sentence[0] : claim.start]

    def in_one_sentence(self, *positions: int) -> bool:
        """Whether the claims stand in one sentence."""
        return len({self.claims[position].sentence for position in positions}) == 1
