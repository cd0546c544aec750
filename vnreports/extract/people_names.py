"""Where names of people stand: full names, names repeated, and the short names after a form of address or an office."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from vnreports.extract.foreign_names import foreign_end, is_hyphened
from vnreports.extract.references import is_member, may_introduce
from vnreports.lexicon import read_table
from vnreports.normalize.body_names import bodies
from vnreports.normalize.jurisdictions import PlaceAt
from vnreports.normalize.names import is_capital, looks_foreign, name_end, sure_surnames, surnames
from vnreports.normalize.phrases import PhraseTable
from vnreports.normalize.titles import OfficeAt
from vnreports.page import Page
from vnreports.rules import Pattern
from vnreports.syllables import Syllables
from vnreports.text import SYLLABLE

# what bears a person's name without being that person: đường Lê Duẩn, Trường THPT Lê Quý Đôn
_NAMESAKES = re.compile(
    r"(?:đường|(?<!thành )phố|đại lộ|ngõ|hẻm|trường|thpt|thcs|tiểu học|chuyên|cầu|công viên|quảng trường|giải thưởng"
    r"|giải|bệnh viện|bv|tượng đài|chợ|phường|xã|huân chương|bảo tàng|nhà hát|lăng|đền|đình|tư tưởng|học bổng|quỹ"
    r"|khu di tích|nhà lưu niệm)\s$"
)
# thay mặt huyện, bà X nói; but not: đại diện huyện trao giấy khen cho anh X
_FIRST_NAME = Pattern(r"(?<!\w)\p{Lu}\p{Ll}+\ $")
_FIRM_AFTER = Pattern(r"\ \p{Lu}\p{Ll}")
_ACTING = Pattern(
    r"(?:thay mặt|đại diện)(?: cho)?(?! (?:theo )?pháp luật| (?:các |phía )?(?:ngư dân|người dân|nông dân|gia đình|hộ"
    r"|cử tri|cổ đông|công ty|doanh nghiệp|nhà đầu tư|phụ huynh|bị hại|nguyên đơn|bị đơn|khách hàng)(?!\w))"
    r"(?:(?!(?<!\w)(?:cho|tặng|trao|thăm|gặp|mời|với)(?!\w))[^.\n;]){2,90}?$",
    plain=True,
)
_AFTER_ENTRY = frozenset({"-", "–", ",", "là"})
_LONGEST_ENTRY = 20  # syllables and signs of a name that opens an entry, far more than any has
_BEFORE_ENTRY = frozenset({"\n", ".", ":", ";", "-", "+", "•"})


class NameAt(msgspec.Struct, frozen=True):
    """A full name at a place in the text; `opens` is the syllable where its ranks and forms of address begin."""

    first: int
    after: int
    opens: int
    start: int
    end: int
    text: str
    acts: bool = False
    short: bool = False


@functools.cache
def honorifics() -> PhraseTable[str]:
    """What stands before a name and is no office, with its kind: `address`, `rank` or `degree`."""
    return PhraseTable({row["honorific"]: row["kind"] for row in read_table("honorifics")})


@functools.cache
def _historical() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in read_table("historical_people"))


def honorific_ends(syllables: Syllables, indices: Iterable[int]) -> dict[int, tuple[int, str]]:
    """The forms of address, ranks and degrees by the syllable after them: where each begins, and its kind.

    They begin at some of the indices.
    """
    table, lower = honorifics(), syllables.lower
    ends: dict[int, tuple[int, str]] = {}
    after = 0
    for index in table.beginnings(lower, indices):
        found = table.match(lower, index) if index >= after else None
        if found:
            after = found[0]
            ends[after] = (index, found[1])
    return ends


def _chain(syllables: Syllables, index: int, ends: Mapping[int, tuple[int, str]]) -> tuple[int, set[str]]:
    """Where the forms of address, ranks and degrees before `index` begin (*đồng chí Đại tá, PGS.TS*), with kinds."""
    kinds: set[str] = set()
    while True:
        at = index
        sign = syllables.written[at - 1] if at and at not in ends else ""
        if (kinds and sign in {",", ".", "-"}) or (sign == "." and at - 1 in ends):
            at -= 1
        if at not in ends:
            return index, kinds
        index, kind = ends[at]
        kinds.add(f"{kind}/{syllables.lower[at - 1]}" if kind == "address" else kind)


def find_names(
    syllables: Syllables,
    places: Mapping[int, PlaceAt],
    titles: Sequence[OfficeAt],
    honored: Mapping[int, tuple[int, str]],
) -> Iterator[NameAt]:
    """The full names of the text in text order: Vietnamese ones, and foreign ones beside a foreign office.

    `honored` are the forms of address, ranks and degrees, as `honorific_ends` gives them.
    """
    by_end = {title.reach: title for title in titles} | {title.after: title for title in titles}
    for title in titles:  # Bộ trưởng Tài chính - Magdalena Mẫu
        dashed = syllables.lower[title.after : title.after + 1] in (["-"], ["–"]) and not is_member(title.offices[-1])
        if dashed or _introduces_foreigner(syllables, title):
            by_end.setdefault(title.after + 1, title)
    inside = {index for title in titles for index in range(title.first, title.after)}
    ends = {after: found for after, found in honored.items() if found[0] not in inside}
    inside |= {first for first, kind in ends.values() if kind != "address"}  # Bác sĩ CKII Nguyễn Thị Mẫu
    starts = {
        title.first
        for title in titles
        if (sign := syllables.lower[title.first - 1]) in _AFTER_ENTRY
        and not (sign == "là" and is_member(title.offices[0]))
    }
    before_title = {index for start in starts for index in range(start - _LONGEST_ENTRY, start)}
    known, lower, taken = surnames(), syllables.lower, 0
    led, sure = {*by_end, *ends, *before_title}, sure_surnames()
    for index in [index for index in syllables.capitals if lower[index] in sure or index in led]:
        if index < taken or index in inside or not syllables.written[index][0].isupper():
            continue
        trusted, trust = index in by_end or index in ends, known.get(lower[index])
        if not trusted and index in before_title:
            trusted = _opens_entry(syllables, index, places, starts, inside)
        if not trusted and trust != "sure":
            continue
        told = syllables.starts[index] in places or _is_body(syllables, index)
        after = None if told else name_end(syllables, index, trusted=trusted)
        hyphened = after is not None and is_hyphened(syllables, after) and after + 1 not in inside
        # Nguyễn Văn A is no foreigner
        if hyphened or (after is None and trusted and trust != "sure"):
            after = foreign_end(syllables, index, places, by_end.get(index), inside)
        if after is None or (not trusted and _follows_capital(syllables, index)):
            continue
        taken = after
        text = syllables.slice(index, after)
        remembered = text.lower() in _historical()
        if remembered and not _is_told_of(syllables, by_end.get(index)):
            continue
        if index not in by_end and _NAMESAKES.search(_before(syllables, index, 24)):
            continue
        opens, kinds = _chain(syllables, index, ends)
        acts = remembered or _acts(syllables, opens, kinds)
        yield NameAt(index, after, opens, syllables.starts[index], syllables.end(after - 1), text, acts)


def _introduces_foreigner(syllables: Syllables, title: OfficeAt) -> bool:
    """Whether an office and a comma stand before two words of a foreign name: *Thủ tướng Pakistan, Nawaz Mauthu*."""
    first = title.after + 1
    if syllables.lower[title.after : first] != [","] or not may_introduce(title) or first + 1 >= len(syllables):
        return False
    if syllables.lower[title.first - 1] == "cho":  # cố vấn cho Thủ tướng Nhật Bản, Eiichi Thử
        return False
    whole = syllables.joined(first + 1) and all(is_capital(word) for word in syllables.written[first : first + 2])
    return whole and looks_foreign(syllables.lower[first])


def _is_body(syllables: Syllables, index: int) -> bool:
    """Whether the whole name of a body begins at `index`: *Đoàn Thanh niên*."""
    found = bodies().match(syllables.lower, index)
    return found is not None and found[1].form == "fixed"


def _is_told_of(syllables: Syllables, title: OfficeAt | None) -> bool:
    """Whether a person of history is meant with the office: *Chủ tịch Mẫu viết*; not *Lăng Chủ tịch Mẫu*."""
    return title is not None and not _NAMESAKES.search(_before(syllables, title.first, 24))


def _acts(syllables: Syllables, opens: int, kinds: set[str]) -> bool:
    """Whether a form of address shows a public role: a rank, *đồng chí*, or one who acts for others."""
    if kinds & {"rank", "address/chí", "address/c"}:
        return True
    return bool(kinds) and _ACTING.search(_before(syllables, opens, 120)) is not None


def _opens_entry(
    syllables: Syllables, index: int, places: Mapping[int, PlaceAt], titles: set[int], inside: set[int]
) -> bool:
    """Whether a long name with an office after a sign opens a line or an entry: *2. Thái Thị Mẫu - Phó Bí thư*.

    `titles` are the first syllables of the offices that follow such a sign.
    """
    if index and syllables.written[index - 1] not in _BEFORE_ENTRY:
        return False
    if honorifics().match(syllables.lower, index):  # Ông is a surname too
        return False
    after, least = name_end(syllables, index, trusted=True) or index, 3
    if after == index:
        after, least = foreign_end(syllables, index, places, None, inside) or index, 2
        least += all(SYLLABLE.fullmatch(word) for word in syllables.lower[index:after])
        guest = index > 0 and syllables.written[index - 1] in {":", ";"}  # …; Khammany Thử, Bộ trưởng
        told = after if syllables.lower[after : after + 1] != ["từng"] else after + 1
        if not guest and syllables.lower[told : told + 1] != ["là"]:  # Igor Thử từng là Ngoại trưởng Nga
            return False
        return after - index >= least and told + 1 in titles
    return after - index >= least and after + 1 in titles and syllables.lower[after] != "là"


def _before(syllables: Syllables, index: int, length: int) -> str:
    start = syllables.starts[index]
    return syllables.text[max(0, start - length) : start].lower()


def _follows_capital(syllables: Syllables, index: int) -> bool:
    """Whether a capitalised word stands right before: *Tạp chí Cộng Sản Lê Mẫu* is doubtful without a title."""
    return index > 0 and syllables.joined(index) and is_capital(syllables.written[index - 1])


def find_repeats(page: Page, names: Iterable[str], *, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Where the given names stand again, in whatever capitals, but not as the name of a street or a school.

    `taken` are the offsets that a naming or a place has already.
    """
    lower, taken = page.lower, set(taken)
    spans: list[tuple[int, int]] = []
    for name in sorted({name.lower() for name in names}, key=lambda name: (-len(name), name)):
        start = lower.find(name)
        while start >= 0:
            end = start + len(name)
            whole = not (start and lower[start - 1].isalnum()) and not lower[end : end + 1].isalnum()
            named = whole and start not in taken and page.text[start].isupper() and not page.is_silent(start, end)
            named = named and (" " in name or not _is_of_longer_name(page, start, end, taken))
            if named and not _NAMESAKES.search(lower[max(0, start - 40) : start]):
                spans.append((start, end))
                taken.update(range(start, end))
            start = lower.find(name, end)
    yield from sorted(spans)


def _is_of_longer_name(page: Page, start: int, end: int, taken: set[int]) -> bool:
    """Whether a name of one word at [start, end) is another's: *Ivanka Testman*, *Testman Organization*."""
    if _FIRM_AFTER.match(page.text, end):
        return True
    first = _FIRST_NAME.search(page.text, max(0, start - 16), start)
    return first is not None and first.start() not in taken and looks_foreign(first[0].rstrip().lower())


def find_short_names(
    syllables: Syllables,
    titles: Sequence[OfficeAt],
    names: Sequence[NameAt],
    places: Mapping[int, PlaceAt],
    honored: Mapping[int, tuple[int, str]],
) -> Iterator[NameAt]:
    """Parts of the names found, after a form of address, a rank or an office: *ông Thanh*, *Bộ trưởng Thanh*."""
    if not names:
        return
    named = {index for name in names for index in range(name.first, name.after)}
    opens = {title.after: title.after for title in titles} | {after: first for after, (first, _) in honored.items()}
    written = syllables.written
    led = [index for index in opens if index not in named and index < len(written) and written[index][0].isupper()]
    parts = {part for name in names for part in _parts(name.text)} if led else set()
    for index in sorted(led):
        if opens[index] in named or syllables.starts[index] in places:
            continue
        run = index
        while run < len(syllables) and run - index < 3 and syllables.joined(run) and is_capital(syllables.written[run]):
            run += 1
        after = next((end for end in range(run, index, -1) if syllables.slice(index, end).lower() in parts), index)
        if after > index:
            start, end = syllables.starts[index], syllables.end(after - 1)
            yield NameAt(index, after, opens[index], start, end, syllables.slice(index, after), short=True)


def _parts(name: str) -> Iterator[str]:
    """What a person may be called for short: the last syllables, or (of foreigners) the first."""
    words = name.lower().replace("-", " ").replace(".", " ").split()
    yield words[0]
    for first in range(1, len(words)):
        yield " ".join(words[first:])
