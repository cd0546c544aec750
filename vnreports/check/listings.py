"""The lists of parts: which figures a text lays out as the parts of another, and whether it says that they are all.

Links between claims that only arithmetic proves are no test of that arithmetic; so a list is read here from its words.
"""

import dataclasses
from collections.abc import Iterator, Sequence

import regex

from vnreports.check.figures import Figures
from vnreports.check.intervals import interval_of
from vnreports.lexicon import read_table
from vnreports.records import Claim
from vnreports.resolve.sums import are_of_one_kind

_LISTED = frozenset({"count", "money", "area", "length", "mass", "volume", "energy", "power"})
_COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_SHARES = ("percent", "ratio")
# 65 đơn vị, gồm 61 xã…; 40 đơn vị mới (21 phường…; 1.128 người nộp đơn…, trong đó 846…; 412.680 hồ sơ. Trong đó…
_OPENING = regex.compile(
    r"""[^.;:()\n\d]{0,90}?
        (?: (?P<aside>\() \ ? (?: (?P<open>trong\ đó) | (?P<all>gồm|bao\ gồm|chia\ ra) )? (?:\ có)? [,:]?\ ?
          | (?<!\w) (?:[,;.:–-]\s*)? (?<!chưa\ |không\ ) (?P<all>gồm|bao\ gồm|chia\ ra) (?!\ cả)
            (?:\ có)? (?!\w) [,:]?\ ?
          | [,;.]\s* (?P<open>trong\ đó|trong\ số\ (?:này|đó)) (?!\w) [,:]?\ ?
        )""",
    regex.VERBOSE,
)
_REST = regex.compile(r"(?<!\w)(?:còn\ lại|còn\ thiếu|khác)(?!\w)", regex.VERBOSE)
_REST_WITHOUT_NUMBER = regex.compile(r"(?<!\w)(?:còn lại|cùng|ngoài ra|khác|v\.v|\.\.\.|…)(?!\w)")
_BREAKS = regex.compile(
    r"(?<!\w)(?:gồm|trong đó|trong số|riêng|chủ yếu|trong khi|tăng|giảm|vượt|đạt|tổng|bình quân|mỗi|so với|trị giá"
    r"|của|trên)(?!\w)|[\n:]|\.\s"
)
_NEAR_OPENING, _NEAR_PART = 60, 110
_PARTITIONS = tuple(
    (frozenset(row["parts"].split(";")), frozenset(filter(None, row["optional"].split(";"))))
    for row in read_table("partitions")
)


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """A whole and its parts, by position; `closed` where the words say that the parts are all there are."""

    whole: int
    parts: tuple[int, ...]
    closed: bool


def find_listings(figures: Figures) -> Iterator[Listing]:
    """The lists of two parts and more, in text order: those that the words open, then those that links make."""
    for whole, claim in enumerate(figures.claims):
        if claim.dimension not in _LISTED or claim.value is None or claim.modifier == "order":
            continue
        listing = _read_opened(figures, whole)
        linked = tuple(i for i in figures.parts_of.get(claim.id, ()) if _is_part(figures.claims[i], claim))
        if listing is not None:
            yield listing
        if len(linked) > 1 and (listing is None or linked != listing.parts):
            yield Listing(whole, linked, is_closed(figures, linked, aside=None, all_named=False))


def _read_opened(figures: Figures, whole: int) -> Listing | None:
    """The list that the words after the whole open."""
    claim = figures.claims[whole]
    opening = _OPENING.match(figures.page.lower, claim.end)
    if opening is None:
        return None
    limit = figures.page.sentence_at(opening.end())[1]
    if opening["aside"]:
        closing = figures.page.lower.find(")", opening.end())
        limit = closing if 0 <= closing < limit else limit
    parts: list[int] = []
    place = opening.end()
    for position in range(whole + 1, len(figures.claims)):
        part = figures.claims[position]
        if part.start >= limit:
            break
        words = figures.page.lower[place : part.start]
        if part.dimension in _SHARES and (part.share_of or words.endswith(("(", "chiếm "))):
            place = part.end
            continue
        near = len(words) <= (_NEAR_PART if parts else _NEAR_OPENING)
        if not near or not _is_part(part, claim) or _BREAKS.search(words) or (not parts and "," in words):
            break
        parts.append(position)
        place = part.end
    if len(parts) < 2:
        return None
    closed = is_closed(figures, tuple(parts), aside=limit if opening["aside"] else None, all_named=bool(opening["all"]))
    return Listing(whole, tuple(parts), closed)


def _is_part(part: Claim, whole: Claim) -> bool:
    """Whether the words allow it: of one kind, and no *phường* in a whole of *xã* alone."""
    if part.value is None or part.difference or not are_of_one_kind(part, whole):
        return False
    kinds = part.unit in _COMMUNES and whole.unit in _COMMUNES
    return not kinds or part.unit == whole.unit or (part.unit or "") in (whole.what or "").lower()


def is_closed(figures: Figures, parts: Sequence[int], *, aside: int | None, all_named: bool) -> bool:
    """Whether the words say that these parts are all there are.

    They do with *còn lại* or *khác* at the last part, with parts that make a known pair (*nam*, *nữ*; *xã*, *phường*),
    with shares that make a hundred, and in a list after *gồm* whose last part follows *và* or ends its sentence.
    """
    last = figures.claims[parts[-1]]
    until = aside if aside is not None else len(figures.page.lower)
    tail = regex.split(r"[;)\n]|\.\s|,\s", figures.page.lower[last.end : min(until, last.end + 90)], maxsplit=1)
    rest_of_list = figures.page.lower[last.end : min(last.sentence[1], until)]
    led = figures.between(parts[-2], parts[-1])
    if _REST.search(led) or regex.match(r"[^.,;()\n]{0,40}(?<!\w)còn lại(?!\w)", rest_of_list):
        return True
    if _is_partition(figures, parts) or _shares_make_hundred(figures, parts):
        return True
    if not all_named or _REST_WITHOUT_NUMBER.search(rest_of_list):
        return False
    ends_here = not rest_of_list[len(tail[0]) :].strip(' .;)\n”"')
    return ends_here or regex.search(r"(?<!\w)và(?!\w)", led) is not None


def _is_partition(figures: Figures, parts: Sequence[int]) -> bool:
    """Whether the parts carry, one each, the words of a known way of parting a whole."""
    phrases = [_phrase(figures, position) for position in parts]
    for required, optional in _PARTITIONS:
        found = [next((word for word in required | optional if word in phrase), None) for phrase in phrases]
        if None not in found and len(set(found)) == len(found) and required <= set(found):
            return True
    return False


def _phrase(figures: Figures, position: int) -> frozenset[str]:
    """The words and pairs of words right before and after a part."""
    claim = figures.claims[position]
    after = regex.split(r"[,;.()\n]", figures.page.lower[claim.end : claim.end + 60], maxsplit=1)[0]
    before = regex.split(r"[,;.()\n\d]", figures.page.lower[max(0, claim.start - 40) : claim.start])[-1]
    phrases: set[str] = set()
    for words in (before.split(), after.split()[:6]):
        for length in (1, 2, 3, 4):
            phrases |= {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return frozenset(phrases)


def _shares_make_hundred(figures: Figures, parts: Sequence[int]) -> bool:
    """Whether each part has its percentage, and these make a hundred."""
    shares = [figures.shares_of.get(figures.claims[position].id) for position in parts]
    if None in shares:
        return False
    intervals = [interval_of(figures.claims[share]) for share in shares if share is not None]
    bounds = [(interval.low, interval.high) for interval in intervals if interval is not None]
    low = sum(low for low, _ in bounds if low is not None)
    return low <= 100 <= sum(high for _, high in bounds if high is not None)
