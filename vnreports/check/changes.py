"""From, to and difference: *từ 194 xuống còn 65, giảm 129 (66,49%)*; each of the three follows from the others."""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from vnreports.check.figures import Figures, Finding
from vnreports.check.intervals import Interval, as_number, interval_of, share_interval, tolerance_of
from vnreports.check.notes import note, quote, tail_of, write_amount, write_number
from vnreports.records import Claim, Number, Verdict
from vnreports.resolve.kinds import are_of_one_kind

# what the difference may be against instead: vượt 12 đầu mối so với kế hoạch; a fall of something else
_OTHER_BASE = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|vượt|hụt|bình quân|mỗi|lần)(?!\w)")
_VERB = r"(?:tăng\ thêm|tăng|giảm\ được|cắt\ giảm|giảm\ bớt|giảm|bớt)"
_COMPARED = re.compile(
    r"[^.;:\n]{0,40}(?<!\w)so\ với(?!\w)(?:(?!\ (?:xuống|còn|lên|đạt|và|thì))[^.,;:\n]){0,40}", re.VERBOSE
)
# 58 đơn vị, giảm 97 đơn vị; 97 đơn vị (giảm 62,58%); not: lên 5.373 điểm, Kospi tăng 3,11 điểm
_BESIDE = re.compile(
    rf"""[^.,;:()\n]{{0,50}}? (?:[,(]\ ?)? (?:(?:đã|tức\ là|tức|tương\ đương|tương\ ứng|bằng|hay|và|là|với)\ )*
         (?: {_VERB} [^.,;:()\n]{{0,30}} | (?<=[(\ ]) )""",
    re.VERBOSE,
)
# giảm 1.260 tỷ xuống còn 15.032 tỷ: the first is by how much; giảm từ 1.260 tỷ: the first is the earlier
_BY_HOW_MUCH = re.compile(rf"(?<!\w){_VERB}(?!\w)(?!\ từ)(?:(?!(?<!\w)từ(?!\w))[^.,;:()\d\n]){{0,40}}$", re.VERBOSE)
_THEN_FROM = re.compile(r"[^.;:()\n]{0,40}(?:,|\()?\ ?(?<!\w)từ\ (?:mức\ )?")
_AND_ALSO = re.compile(r"[^.,;:()\d\n]{1,40} (?:và|cùng|với) ")
_SIGNS = {"increase": 1, "decrease": -1}


class _Change(msgspec.Struct, frozen=True):
    """A level, the earlier one where it is stated, and the differences beside them, by position."""

    now: int
    earlier: int | None
    differences: tuple[int, ...]


def check_changes(figures: Figures) -> Iterator[Finding]:
    """What *from*, *to* and *difference* say of one another."""
    for position, claim in enumerate(figures.claims):
        if claim.value is None or claim.difference or claim.part_of is not None:
            continue
        change = _read_change(figures, position)
        if change is None:
            continue
        if change.earlier is not None:
            yield from _check_direction(figures, change)
            for difference in change.differences:
                yield _check_difference(figures, change.now, change.earlier, difference)
        else:
            yield from _check_without_earlier(figures, change)


def _read_change(figures: Figures, now: int) -> _Change | None:
    claims = figures.claims
    earlier = figures.at(claims[now].was)
    if earlier is not None and not _may_be_earlier(figures, earlier):
        return None
    found = tuple(_differences_after(figures, now))
    if earlier is not None and earlier > now:  # đạt 940.500 tấn, tăng 4,5% so với mức 900.000 tấn
        beside = earlier - 1
        compared = claims[beside].difference and beside > now and _COMPARED.fullmatch(figures.between(beside, earlier))
        found = (beside,) if compared and _follows(figures, beside - 1, beside) else ()
    elif earlier and not found and _leads_to(figures, earlier - 1, earlier):
        found = (earlier - 1,)  # giảm 6 cơ quan, từ 20 xuống còn 14
    if earlier is None and not found:
        return None
    return _Change(now, earlier, tuple(one for one in found if _is_comparable(claims[one], claims[now])))


def _may_be_earlier(figures: Figures, earlier: int) -> bool:
    claim = figures.claims[earlier]
    if claim.value is None or claim.difference or claim.dimension == "ratio":
        return False
    return _BY_HOW_MUCH.search(figures.before(earlier)) is None


def _leads_to(figures: Figures, difference: int, earlier: int) -> bool:
    return (
        figures.claims[difference].difference
        and figures.in_one_sentence(difference, earlier)
        and _THEN_FROM.fullmatch(figures.between(difference, earlier)) is not None
    )


def _differences_after(figures: Figures, now: int) -> Iterator[int]:
    """The differences right after a level: *giảm 129 đơn vị (66,49%)* gives two."""
    last, now_id, found = now, figures.claims[now].id, 0
    for position in range(now + 1, len(figures.claims)):
        claim = figures.claims[position]
        if claim.part_of == now_id and not found:
            last = position  # còn 65 đơn vị, gồm 61 xã và 4 phường, giảm 129 đơn vị
            continue
        if found == 2 or not claim.difference or not figures.in_one_sentence(now, position) or claim.value is None:
            return
        if not _BESIDE.fullmatch(figures.between(last, position)) or not _follows(figures, last, position):
            return
        yield position
        last, found = position, found + 1


def _follows(figures: Figures, last: int, position: int) -> bool:
    """Whether the difference is one of the level before it, and against no plan."""
    led = figures.between(last, position).rpartition(",")[2]
    around = led + figures.after(position)[:40].partition(",")[0].partition(")")[0]
    return _OTHER_BASE.search(around) is None


def _is_comparable(difference: Claim, level: Claim) -> bool:
    if difference.dimension == "percent":
        return True
    return difference.dimension == level.dimension and (
        are_of_one_kind(difference, level) or difference.unit == level.unit
    )


def _check_direction(figures: Figures, change: _Change) -> Iterator[Finding]:
    """*tăng từ 120 lên 100*: the figures fall where the words say that they rise."""
    if change.earlier is None:
        return
    now, earlier = figures.claims[change.now], figures.claims[change.earlier]
    intervals = interval_of(now), interval_of(earlier)
    if now.direction is None or change.earlier > change.now or None in intervals:
        return
    rose = Fraction(now.value or 0) - Fraction(earlier.value or 0)
    if rose * _SIGNS[now.direction] >= 0:
        return
    words = ("tăng", "rise") if now.direction == "increase" else ("giảm", "fall")
    yield Finding(
        "direction",
        (now, earlier),
        "disagrees",
        note(
            f"bài viết nói {words[0]}, nhưng {quote(earlier)} đến {quote(now)} là chiều ngược lại.",
            f"the words say {words[1]}, but from {quote(earlier)} to {quote(now)} the figures go the other way.",
        ),
        expected=earlier.value,
        found=now.value,
        tolerance=tolerance_of(now, earlier),
    )


def _check_difference(figures: Figures, now: int, earlier: int, difference: int) -> Finding:
    """The stated difference against that of the two levels: in the amount, in per cent or in percentage points."""
    level, base, stated = (figures.claims[position] for position in (now, earlier, difference))
    sign = _SIGNS[stated.direction or "increase"]
    gap = (Fraction(level.value or 0) - Fraction(base.value or 0)) * sign
    allowed: Interval | None = _gap(level, base, sign)
    relative = gap / Fraction(base.value or 1) * 100
    if stated.dimension == "percent" and not (level.dimension == "percent" and _holds(stated, gap)):
        gap, allowed = relative, _relative(_gap(level, base, sign), base)
    verdict: Verdict = "agrees" if _holds(stated, gap) else "cannot_tell" if _meets(stated, allowed) else "disagrees"
    expected = as_number(gap)
    vi, en = write_amount(expected, stated)
    verb = ("tăng", "rise") if sign > 0 else ("giảm", "fall")
    span = f"{quote(base)} → {quote(level)}"
    tail = tail_of(verdict, quote(stated), of="of ")
    return Finding(
        "difference",
        (stated, base, level),
        verdict,
        note(f"{span} là {verb[0]} {vi}, {tail[0]}.", f"{span} is a {verb[1]} of {en}, {tail[1]}."),
        expected=expected,
        found=stated.value,
        tolerance=tolerance_of(stated, base, level) if stated.dimension != "percent" else tolerance_of(stated),
    )


def _gap(level: Claim, base: Claim, sign: int) -> Interval:
    """By how much the level may lie above the base (below it where the sign is -1)."""
    first, second = interval_of(level), interval_of(base)
    if first is None or second is None:
        return Interval(None, None)
    low = None if first.low is None or second.high is None else first.low - second.high
    high = None if first.high is None or second.low is None else first.high - second.low
    if sign > 0:
        return Interval(low, high)
    return Interval(None if high is None else -high, None if low is None else -low)


def _relative(gap: Interval, base: Claim) -> Interval | None:
    whole = interval_of(base)
    return None if whole is None else share_interval(gap, whole)


def _holds(stated: Claim, amount: Fraction) -> bool:
    interval = interval_of(stated)
    return interval is not None and interval.holds(amount)


def _meets(stated: Claim, allowed: Interval | None) -> bool:
    interval = interval_of(stated)
    return interval is not None and allowed is not None and interval.meets(allowed)


def _check_without_earlier(figures: Figures, change: _Change) -> Iterator[Finding]:
    """*còn 14 đơn vị (giảm 6 cơ quan), tương ứng giảm 30%*: what was before follows, and the percentage of it.

    Where the percentage is of something else (*30% biên chế*), the figures can't tell.
    """
    now = figures.claims[change.now]
    amounts = [position for position in change.differences if figures.claims[position].dimension != "percent"]
    if not amounts or now.dimension not in ("count", "money") or _closes_list(figures, change.now):
        return
    stated = figures.claims[amounts[0]]
    if stated.value is None or now.value is None or stated.direction is None:
        return
    before = Fraction(now.value) - Fraction(stated.value) * _SIGNS[stated.direction]
    if before <= 0:
        return
    expected = as_number(Fraction(stated.value) / before * 100)
    for position in range(amounts[0] + 1, min(amounts[0] + 4, len(figures.claims))):
        share = figures.claims[position]
        same_way = share.difference and share.direction == stated.direction and share.dimension == "percent"
        if not same_way or not figures.in_one_sentence(change.now, position):
            return
        of_another = share.share_of != stated.id and (share.what is not None or position > amounts[0] + 1)
        yield _compare_share(now, stated, share, before=before, expected=expected, of_another=of_another)


def _closes_list(figures: Figures, now: int) -> bool:
    """Whether a level is the last of several, so that all of them may have fallen: *11 sở và 2 ban, giảm 6 cơ quan*."""
    listed = now > 0 and figures.claims[now - 1].dimension == figures.claims[now].dimension
    return listed and _AND_ALSO.fullmatch(figures.between(now - 1, now)) is not None


def _compare_share(
    now: Claim, stated: Claim, share: Claim, *, before: Fraction, expected: Number, of_another: bool
) -> Finding:
    """The percentage beside a difference against that difference in the level before it."""
    vi, en = write_amount(as_number(before), now)
    vi_share, en_share = write_number(expected)
    interval = interval_of(share)
    verdict: Verdict = "agrees" if interval is not None and interval.holds(Fraction(expected)) else "disagrees"
    if of_another:
        verdict = "cannot_tell"
        thing = f" {share.what}" if share.what else ""
        way = ("tăng", "a rise") if stated.direction == "increase" else ("giảm", "a fall")
        text = note(
            f"{quote(now)} sau khi {way[0]} {quote(stated)} thì trước đó là {vi}; "
            f"{share.text}{thing} tính trên số khác, không kiểm tra được từ các số này.",
            f"{quote(now)} after {way[1]} by {quote(stated)} means {en} before; "
            f"{share.text}{thing} is of another total, which these figures can't tell.",
        )
    else:
        text = note(
            f"{quote(stated)} là {vi_share}% của {vi} trước đó; bài viết nêu {share.text}.",
            f"{quote(stated)} is {en_share}% of the {en} before; the text states {share.text}.",
        )
    return Finding(
        "difference",
        (share, now, stated),
        verdict,
        text,
        expected=expected,
        found=share.value,
        tolerance=tolerance_of(share),
    )
