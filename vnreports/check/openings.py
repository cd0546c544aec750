"""Where lists of parts open: at a parenthesis, after *gồm* and *trong đó*, after a colon, before *còn lại*."""

from collections.abc import Iterator

import msgspec
import regex

from vnreports.check.figures import Figures
from vnreports.records import Claim
from vnreports.resolve.kinds import are_of_one_kind
from vnreports.rules import find_strings, match_at
from vnreports.syllables import with_syllables

LISTED = frozenset({"count", "money", "area", "length", "mass", "volume", "energy", "power"})
# kinds of administrative units of one level: none is a part of another
_KINDS = (
    frozenset({"xã", "phường", "thị trấn", "đặc khu"}),
    frozenset({"huyện", "quận", "thị xã"}),
    frozenset({"tỉnh", "thành phố"}),
)
# 40 đơn vị mới (21 phường, 19 xã); (trong đó có 5 nam…
_ASIDE = regex.compile(
    r"[^.;:()\n\d]{0,60}?\(\ ?(?P<words>trong\ đó|(?:bao\ )?gồm|chia\ ra)?(?:\ có)?[,:]?\ ?(?=\d|\p{Ll})", regex.VERBOSE
)
_WORDS = regex.compile(
    r"(?<!\w)(?:(?P<all>(?<!chưa |không )(?:bao gồm|gồm|chia ra)(?! cả))|trong đó|trong số (?:này|đó)|cụ thể)"
    r"(?: có)?(?!\w)[,:]?\s?"
)
_STARTS = with_syllables(("bao gồm", "gồm", "chia ra", "trong đó", "trong số", "cụ thể"))
_OUT_OF = regex.compile(r"(?<!\w)trong (?:tổng số |số )?$")  # trong 11 nhóm hàng, có 9 nhóm tăng giá, 2 nhóm giảm giá
_OUT_OF_ENDS = ("trong ", "số ", " \n")
_THERE_ARE = regex.compile(r"[^.;:()\n\d]{0,60}(?:,\ (?:(?:đã\ )?có\ )?|\ có\ )", regex.VERBOSE)
_COLON = regex.compile(r"\ [^.,;:()\n\d]{1,30}:\s", regex.VERBOSE)
_NEAR = 60


class Opening(msgspec.Struct, frozen=True):
    """The beginning of a list: its whole, the offsets between which the parts stand, and what its words promise.

    `says_all` where the opening word names all there is (*gồm*), `size` where the number of parts is told.
    """

    whole: int
    start: int
    until: int
    says_all: bool
    size: int | None = None


def may_be_part(part: Claim, whole: Claim) -> bool:
    """Whether a figure can be a part of another: of one kind, and no *phường* in a whole of *xã* alone."""
    no_level = part.difference and part.part_of != whole.id
    if part.value is None or part.unit is None or no_level or not are_of_one_kind(part, whole):
        return False
    kinds = any(part.unit in kinds and whole.unit in kinds for kinds in _KINDS)
    return not kinds or part.unit == whole.unit or (part.unit or "") in (whole.what or "").lower()


def find_openings(figures: Figures) -> Iterator[Opening]:
    """The places where lists of parts open."""
    lower = figures.page.lower
    for whole, claim in enumerate(figures.claims):
        if claim.dimension not in LISTED or claim.value is None:
            continue
        sentence_end = claim.sentence[1]
        aside = _ASIDE.match(lower, claim.end) if lower.find("(", claim.end, claim.end + 61) >= 0 else None
        if aside is not None:
            closing = lower.find(")", aside.end())
            says_all = aside["words"] is None or "trong" not in aside["words"]
            yield Opening(whole, aside.end(), closing if closing >= 0 else sentence_end, says_all)
        if lower.endswith(_OUT_OF_ENDS, 0, claim.start) and _OUT_OF.search(
            lower, max(0, claim.start - 20), claim.start
        ):
            there_are = _THERE_ARE.match(lower, claim.end)
            if there_are is not None:
                yield Opening(whole, there_are.end(), sentence_end, says_all=False)
        colon = _COLON.match(lower, claim.end) if lower.find(":", claim.end, claim.end + 32) >= 0 else None
        if colon is not None:
            yield Opening(whole, colon.end(), figures.page.sentence_at(colon.end())[1], says_all=True)
            yield from _after_colon(figures, whole, colon.end())
    yield from _after_words(figures)


def _after_words(figures: Figures) -> Iterator[Opening]:
    lower, first_claim, last_claim = figures.page.lower, figures.claims[0], figures.claims[-1]
    starts = find_strings(lower, figures.page.syllables.among(_STARTS), first_claim.start, last_claim.start)
    for cue in match_at(_WORDS, lower, starts):
        first = figures.first_from(cue.end())
        if first is None or figures.claims[first].start > cue.end() + _NEAR:
            continue
        whole = _whole_before(figures, cue.start(), first)
        if whole is not None:
            yield Opening(whole, cue.end(), figures.claims[first].sentence[1], says_all=cue["all"] is not None)


def _whole_before(figures: Figures, cue: int, first: int) -> int | None:
    """The last level before the cue that the first part can be a part of: in the cue's sentence or, where it opens one,
    in the sentence before; an amount that another is compared with is none.
    """
    part = figures.claims[first]
    sentence = figures.page.sentence_at(cue)
    opens = not figures.page.lower[sentence[0] : cue].strip(" -–+•")
    earliest = figures.page.sentence_at(max(sentence[0] - 2, 0))[0] if opens else sentence[0]
    found: list[int] = []
    for position in range(first - 1, -1, -1):
        claim = figures.claims[position]
        if claim.start < earliest:
            break
        level = claim.dimension in LISTED and not claim.difference and claim.id not in figures.compared
        if claim.end <= cue and level and claim.value is not None and may_be_part(part, claim):
            found.append(position)
    larger = (position for position in found if (figures.claims[position].value or 0) > (part.value or 0))
    return next(larger, found[0] if found else None)


def _after_colon(figures: Figures, count: int, start: int) -> Iterator[Opening]:
    """*trích 30 tỷ đồng, phân bổ cho ba huyện: A 14 tỷ đồng, B 9 tỷ đồng, C 7 tỷ đồng*: the count tells how many."""
    claim = figures.claims[count]
    if claim.dimension != "count" or not isinstance(claim.value, int) or not 2 <= claim.value <= 20 or not count:
        return
    whole = count - 1
    if figures.in_one_sentence(whole, count) and count + 1 < len(figures.claims):
        first = figures.claims[count + 1]
        if first.start <= start + _NEAR and may_be_part(first, figures.claims[whole]):
            yield Opening(whole, start, first.sentence[1], says_all=True, size=claim.value)
