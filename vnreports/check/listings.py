"""The lists of parts: which figures a text lays out as the parts of another, and whether it says that they are all.

Links between claims that only arithmetic proves are no test of that arithmetic; so a list is read here from its words.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from vnreports.check.figures import Figures
from vnreports.check.openings import LISTED, Opening, find_openings, may_be_part
from vnreports.check.partitions import is_closed, partition_of

_SHARES = ("percent", "ratio")
_BREAKS = re.compile(
    r"(?<!\w)(?:gồm|trong đó|trong số|riêng|chủ yếu|nhiều nhất|trong khi|tổng|bình quân|mỗi|so với|trị giá|trên)(?!\w)"
    r"|(?<!\w)(?:tăng|giảm|vượt|thành)(?: thêm| lên| còn| xuống)? $|[\n:]|\.\s"
)
_LACKING = re.compile(r"(?<!\w)(?:còn thiếu|còn lại)(?: (?:là|khoảng|gần|hơn))? $")
_LACKING_ENDS = ("còn thiếu ", "còn lại ", "là ", "khoảng ", "gần ", "hơn ")
_PARTED = re.compile(r"(?<!\w)(?:đã|mới|được|trong đó|gồm)(?!\w)")
_TRAITS = re.compile(
    r"(?<!\w)(?:nữ|nam|dân tộc|tôn giáo|đảng viên|trẻ|tuổi|trình độ|tái cử|lần đầu|lượt|trên|từ|có thể|đồng thời)(?!\w)"
)
_NEAR_OPENING, _NEAR_PART = 60, 110
_FAR_WHOLE = 3  # sentences
_LARGE, _FAR = 20, 500
_MISPRINT = Fraction(11, 10)
_MANY = 3  # parts with the words of a partition need no word that opens the list


class Listing(msgspec.Struct, frozen=True):
    """A whole and its parts, by position.

    `closed` where the words say that the parts are all there are; `apart` where they can't overlap, at least.
    """

    whole: int
    parts: tuple[int, ...]
    closed: bool
    apart: bool = False


def find_listings(figures: Figures) -> list[Listing]:
    """The lists of two parts and more: those that words open, those that *còn lại* closes, those that links make."""
    found = [listing for opening in find_openings(figures) for listing in _read(figures, opening)]
    found += _before_rest(figures)
    found += _by_partition(figures)
    for whole, claim in enumerate(figures.claims):
        positions = figures.parts_of.get(claim.id, ())
        if len(positions) < 2 or claim.dimension not in LISTED:
            continue
        linked = tuple(position for position in positions if may_be_part(figures.claims[position], claim))
        if len(linked) > 1 and _belong_together(figures, whole, linked):
            until = figures.claims[linked[-1]].sentence[1]
            found.extend(_close(figures, Opening(whole, claim.end, until, says_all=False), linked))
    return found


def _read(figures: Figures, opening: Opening) -> Iterator[Listing]:
    """The list that opens there: figures of one kind, near one another; percentages of the parts stand between."""
    whole = figures.claims[opening.whole]
    parts: list[int] = []
    place = opening.start
    for position in range(opening.whole + 1, len(figures.claims)):
        part = figures.claims[position]
        if part.start >= opening.until:
            break
        if part.start < opening.start:
            continue
        words = figures.page.lower[place : part.start]
        if part.dimension in _SHARES and (part.share_of or words.endswith(("(", "chiếm ", "đạt "))):
            place = part.end
            continue
        if parts and part.dimension != whole.dimension:
            place = part.end  # 2.177 giải Nhì trị giá 300.000 đồng/giải và 33 giải Nhất
            continue
        near = len(words) <= (_NEAR_PART if parts else _NEAR_OPENING)
        if not near or not may_be_part(part, whole) or _BREAKS.search(words) or (not parts and "," in words):
            break
        parts.append(position)
        place = part.end
    if len(parts) > 1:
        yield from _close(figures, opening, tuple(parts))


def _close(figures: Figures, opening: Opening, parts: tuple[int, ...]) -> Iterator[Listing]:
    """The list as it stands, and that of its first parts where these have the words of a partition."""
    closed = len(parts) == opening.size
    if opening.size is None:
        closed = is_closed(figures, opening.whole, parts, until=opening.until, says_all=opening.says_all)
    for size in range(len(parts), 1, -1):
        partition = partition_of(figures, parts[:size])
        if partition is not None:
            yield Listing(opening.whole, parts[:size], closed=partition.whole, apart=True)
            closed = closed and size == len(parts)
            break
    yield Listing(opening.whole, parts, closed, apart=not _may_overlap(figures, opening.whole, parts))


def _may_overlap(figures: Figures, whole: int, parts: tuple[int, ...]) -> bool:
    """Whether one thing may be counted in two parts: *40 nữ, 35 đảng viên*.

    Parts that are far more than their whole together overlap, too; a misprint makes them a little more.
    """
    together = sum(Fraction(figures.claims[position].value or 0) for position in parts)
    if together > Fraction(figures.claims[whole].value or 0) * _MISPRINT:
        return True
    last = figures.claims[parts[-1]].end
    return _TRAITS.search(figures.page.lower, figures.claims[parts[0]].start, last + 40) is not None


def _before_rest(figures: Figures) -> Iterator[Listing]:
    """*tổng nhu cầu là 1.000 tỷ đồng, mới bố trí được 912,5 tỷ đồng, còn thiếu 87,5 tỷ đồng*."""
    for last in range(2, len(figures.claims)):
        rest = figures.claims[last]
        led = figures.page.lower.endswith(_LACKING_ENDS, rest.sentence[0], rest.start)
        if not led or rest.dimension not in LISTED or not _LACKING.search(figures.before(last)):
            continue
        same = [i for i in range(last) if figures.in_one_sentence(i, last) and may_be_part(figures.claims[i], rest)]
        if len(same) == 2 and _PARTED.search(figures.between(*same)):
            yield Listing(same[0], (same[1], last), closed=True)


def _by_partition(figures: Figures) -> Iterator[Listing]:
    """*98.000 trẻ mầm non, 142.600 học sinh tiểu học…*: a whole partition after its total, without a word between."""
    sentences: dict[tuple[int, int], list[int]] = {}
    for position, claim in enumerate(figures.claims):
        if claim.dimension in LISTED and not claim.difference and claim.value is not None:
            sentences.setdefault(claim.sentence, []).append(position)
    for sentence, positions in sentences.items():
        if len(positions) < _MANY:
            continue
        partition = partition_of(figures, positions)
        if partition is None or not partition.whole or len(partition.required) < _MANY:
            continue
        earliest = figures.page.sentences[max(0, figures.page.sentences.index(sentence) - _FAR_WHOLE)][0]
        wholes = [
            i for i in range(positions[0]) if figures.claims[i].start >= earliest and _is_total(figures, i, positions)
        ]
        if wholes:
            yield Listing(wholes[-1], tuple(positions), closed=True, apart=True)


def _belong_together(figures: Figures, whole: int, parts: tuple[int, ...]) -> bool:
    """Whether linked parts stand where a list of them may: small numbers further off add up by chance."""
    first, last = figures.claims[whole], figures.claims[parts[-1]]
    if any(i not in parts and may_be_part(figures.claims[i], first) for i in range(parts[0], parts[-1])):
        return False
    if figures.in_one_sentence(whole, *parts):
        return True
    return (
        (first.value or 0) >= _LARGE and last.end - first.end <= _FAR and "\n" not in figures.between(whole, parts[0])
    )


def _is_total(figures: Figures, whole: int, parts: list[int]) -> bool:
    claim = figures.claims[whole]
    larger = all((claim.value or 0) > (figures.claims[i].value or 0) for i in parts)
    return larger and not claim.difference and any(may_be_part(figures.claims[i], claim) for i in parts)
