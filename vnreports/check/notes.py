"""The sentences of a check: figures quoted as they are printed, numbers written the way each language writes them."""

from collections.abc import Iterable
from decimal import Decimal

from vnreports.records import Claim, Note, Number, Verdict

_HEDGES = {
    "over": ("hơn ", "more than "),
    "under": ("gần ", "nearly "),
    "about": ("khoảng ", "about "),
    "at_least": ("ít nhất ", "at least "),
    "at_most": ("tối đa ", "at most "),
}
_SWAPPED = str.maketrans(",.", ".,")


def quote(claim: Claim) -> str:
    """The figure as printed, with the noun that it counts.

    >>> quote(Claim(doc="d", id="c1", rule="claim/number", start=0, end=5, text="6.084", value=6084, unit="nhiệm vụ"))
    '6.084 nhiệm vụ'
    """
    return f"{claim.text} {claim.unit}" if claim.dimension == "count" and claim.unit else claim.text


def quote_hedged(claim: Claim) -> tuple[str, str]:
    """The figure with its hedge, in Vietnamese and in English."""
    vi, en = _HEDGES.get(claim.modifier or "", ("", ""))
    return f"{vi}{quote(claim)}", f"{en}{quote(claim)}"


def quote_all(claims: Iterable[Claim], *, joint: str = " + ") -> str:
    """The figures as printed, joined."""
    return joint.join(quote(claim) for claim in claims)


def write_number(number: Number) -> tuple[str, str]:
    """The number in Vietnamese and in English writing.

    >>> write_number(6084), write_number(Decimal("76.89"))
    (('6.084', '6,084'), ('76,89', '76.89'))
    """
    en = f"{Decimal(number):,f}"
    return en.translate(_SWAPPED), en


_MULTIPLES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal(10**9), "tỷ", "billion"),
    (Decimal(10**6), "triệu", "million"),
)


def write_amount(number: Number, claim: Claim) -> tuple[str, str]:
    """The number as an amount of the claim's kind: in *tỷ đồng* for money, with its symbol for a measure.

    >>> money = Claim(doc="d", id="c1", rule="r", start=0, end=0, text="", dimension="money", unit="VND")
    >>> write_amount(4063600000000, money)
    ('4.063,6 tỷ VND', '4,063.6 billion VND')
    """
    if claim.dimension == "percent":
        vi, en = write_number(number)
        return f"{vi}%", f"{en}%"
    if claim.dimension == "count" or not claim.unit:
        return write_number(number)
    for multiple, word, english in _MULTIPLES:
        if abs(Decimal(number)) >= multiple:
            scaled = (Decimal(number) / multiple).normalize()
            vi, en = write_number(scaled)
            return f"{vi} {word} {claim.unit}", f"{en} {english} {claim.unit}"
    vi, en = write_number(number)
    return f"{vi} {claim.unit}", f"{en} {claim.unit}"


def tail_of(verdict: Verdict, stated: str, *, of: str = "") -> tuple[str, str]:
    """The end of a sentence that holds a computed figure against the stated one, in Vietnamese and in English.

    >>> tail_of("agrees", "77%")
    ('khớp với 77% như bài viết nêu', 'as stated (77%)')
    """
    if verdict == "agrees":
        return f"khớp với {stated} như bài viết nêu", f"as stated ({stated})"
    if verdict == "disagrees":
        return f"không phải {stated} như bài viết nêu", f"not {of}the stated {stated}"
    rounded = "các số này đã làm tròn nên không kết luận được"
    return f"bài viết nêu {stated}; {rounded}", f"stated as {stated}; the figures are too rounded to tell"


def note(vi: str, en: str) -> Note:
    """The note of two sentences, each with its first letter raised.

    >>> note("các phần khớp.", "the parts fit.")
    Note(vi='Các phần khớp.', en='The parts fit.')
    """
    return Note(vi[0].upper() + vi[1:], en[0].upper() + en[1:])
