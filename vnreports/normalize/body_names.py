"""Names of bodies: which known body or noun opens one, and after which words it ends."""

import functools
import re
from typing import Literal

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.jurisdictions import GENERAL, TYPE_LEVELS, LocalLevel, Places, is_viet_nam
from vnreports.normalize.names import (
    LONGEST,
    is_capital,
    looks_foreign,
    name_end,
    opens_rare_name,
    sure_surnames,
)
from vnreports.normalize.phrases import PhraseTable
from vnreports.syllables import Syllables, split_syllables

Sector = Literal["public", "private", "parent"]
_NUMERAL = re.compile(r"\d+|[XVI]+")
LOOSE = 10  # small-letter words outside the list of domains that one body's name may have


class Kind(msgspec.Struct, frozen=True):
    """What is known of a body or of the noun that opens one (`form` is `fixed` or `head`)."""

    form: str
    level: str
    sector: Sector


_SECTORS: dict[str, Sector] = {"public": "public", "private": "private", "parent": "parent"}


@functools.cache
def bodies() -> PhraseTable[Kind]:
    """The known bodies and the nouns that open a body's name."""
    return PhraseTable(
        {row["phrase"]: Kind(row["form"], row["level"], _SECTORS[row["sector"]]) for row in read_table("bodies")}
    )


@functools.cache
def level_of(body: str) -> LocalLevel | None:
    """The level of a known local body, or None: *Tỉnh ủy* is of a province."""
    found = bodies().match(split_syllables(body).lower, 0)
    match found[1].level if found else "":
        case "province" | "district" as local:
            return local
    return None


@functools.cache
def domains() -> PhraseTable[str]:
    """What bodies are for: the words that may follow the noun of one."""
    phrases = [row["domain"] for row in read_table("body_domains")]
    phrases += [row["abbreviation"] for row in read_table("body_abbreviations")]
    return PhraseTable({phrase: phrase for phrase in phrases})


@functools.cache
def _ends() -> PhraseTable[str]:
    return PhraseTable({row["word"]: row["strength"] for row in read_table("title_ends")})


@functools.cache
def _offices() -> PhraseTable[str]:
    return PhraseTable({row["phrase"]: row["phrase"] for row in read_table("titles")})


@functools.cache
def _honorifics() -> PhraseTable[str]:
    return PhraseTable({row["honorific"]: row["kind"] for row in read_table("honorifics")})


_NAMED_AFTER_PEOPLE = PhraseTable(  # Trường THPT Lê Quý Đôn: the person's name goes on with the body's
    {
        noun: noun
        for noun in (
            "trường", "thpt", "thcs", "chuyên", "phổ thông", "trung học cơ sở", "mầm non", "tiểu học", "đại học",
            "cao đẳng", "học viện", "bệnh viện", "bv", "nội trú",
        )
    }
)  # fmt: skip


def tail_end(syllables: Syllables, index: int, places: Places, *, named: bool) -> int:
    """The syllable after the words that follow the noun of a body: domains, capitals, a few small-letter words."""
    after, loose = index, 0
    while index < len(syllables):
        step = _step(syllables, index, places, named=named, opening=after == index and loose == 0)
        if step == 0:
            break
        word = syllables.written[index + step - 1]
        if step == 1 and word.islower():
            loose += 1
            if loose > LOOSE:
                break
        home = is_viet_nam(syllables, index)
        index += step
        if home and _is_named_apart(syllables, index):
            return index
        named = may_be_named(syllables, index)
        after = index
    return after


def _is_named_apart(syllables: Syllables, index: int) -> bool:
    """Whether a capital after *Việt Nam* begins another name: *Chủ tịch Hội Nhà báo Việt Nam Nguyễn Mẫu*."""
    return (
        index < len(syllables) and is_capital(syllables.written[index]) and not domains().match(syllables.lower, index)
    )


def may_be_named(syllables: Syllables, index: int) -> bool:
    """Whether a noun stands before `index` whose bodies are named after people."""
    return any(
        (found := _NAMED_AFTER_PEOPLE.match(syllables.lower, index - size)) is not None and found[0] == index
        for size in (1, 2, 4)
        if index >= size
    )


def is_numeral(syllables: Syllables, index: int) -> bool:
    """Whether a number in figures stands at `index`: Arabic, or Roman as those of congresses and regions."""
    return _NUMERAL.fullmatch("".join(syllables.written[index : index + 1])) is not None


def _step(syllables: Syllables, index: int, places: Places, *, named: bool, opening: bool) -> int:
    """How many syllables at `index` go on with a body's name; 0 where it ends."""
    lower, written = syllables.lower[index], syllables.written[index]
    if is_viet_nam(syllables, index) or _is_year_of_constitution(syllables, index):
        return 2
    place = places.get(syllables.starts[index])
    if place is not None and (place.mentioned or not named):
        return 0
    domain = domains().match(syllables.lower, index)
    if domain:
        return domain[0] - index
    if lower in {"và", "-", "–", "&", ","}:
        return _joint(syllables, index, places)
    if not (written[0].isalnum()) or is_boundary(syllables, index):
        return 0
    if is_capital(written):
        if opens_rare_name(syllables, index):
            return 0
        if syllables.lower[index - 2] == "vực" and is_numeral(syllables, index - 1):  # Chi cục … khu vực VI Vy Mẫu
            return 0
        if syllables.lower[index - 1] == "vực" and is_numeral(syllables, index):  # Kiểm toán nhà nước khu vực V
            return 1
        end = name_end(syllables, index, trusted=False)
        if named and (end is None or end - index == LONGEST):
            end = _holder_after(syllables, index) or end
        if end is None:
            return 0 if not named and _is_foreigner(syllables, index, places) else 1
        return end - index if named else 0
    if written[0].isdigit():
        return 1 if not opening or len(written) < 3 else 0
    return 0 if _ends().match(syllables.lower, index) else 1


def _is_foreigner(syllables: Syllables, index: int, places: Places) -> bool:
    """Whether a foreign name begins after small letters: *Bộ trưởng Bộ Chuyển đổi sinh thái Nicolas Mauthu*."""
    if index + 1 >= len(syllables) or not syllables.written[index - 1].islower() or not syllables.joined(index + 1):
        return False
    place_follows = syllables.starts[index + 1] in places or is_viet_nam(syllables, index + 1)
    if place_follows or syllables.lower[index - 1] in {"vùng", "bang", "hạt"}:
        return False
    both = syllables.written[index : index + 2]
    if syllables.joined(index + 2) and syllables.lower[index + 2] in sure_surnames():
        return False  # Viện nghiên cứu Max Planck Trần Mẫu
    return all(map(is_capital, both)) and any(looks_foreign(word.lower()) for word in both if not word.isupper())


def _is_year_of_constitution(syllables: Syllables, index: int) -> bool:
    """Whether the year of its name stands at `index`: *Ủy ban Dự thảo sửa đổi Hiến pháp năm 1992*."""
    return syllables.lower[index - 2 : index + 1] == ["hiến", "pháp", "năm"] and index + 1 < len(syllables)


def _holder_after(syllables: Syllables, index: int) -> int | None:
    """Where the office's holder begins right after the person whose name the body has: *Trường Lê Quý Đôn Trần Mẫu*."""
    for after in (index + 3, index + 2, index + 4):
        if after >= len(syllables) or not all(syllables.joined(at) for at in range(index + 1, after + 1)):
            continue
        if syllables.lower[after] in sure_surnames() and name_end(syllables, after, trusted=False) is not None:
            return after
    return None


def is_boundary(syllables: Syllables, index: int) -> bool:
    """Whether another thing begins at `index`: a local unit, another body, an office, a person."""
    if TYPE_LEVELS.match(syllables.lower, index):
        return True
    above = bodies().match(syllables.lower, index)
    if above and (above[1].form == "fixed" or syllables.written[index][0].isupper()):
        return True
    if _offices().match(syllables.lower, index) or _honorifics().match(syllables.lower, index):
        return True
    if syllables.written[index] == "Các":  # Ủy ban Các vấn đề xã hội
        return False
    return syllables.lower[index] in {"phó", "nguyên", "cựu", "thuộc", "của", "kiêm"} | GENERAL


def _joint(syllables: Syllables, index: int, places: Places) -> int:
    """How far a comma, a dash or *và* goes on with the name: only to a further domain, or for *và* to a capital."""
    following = index + 1
    if following >= len(syllables):
        return 0
    domain = domains().match(syllables.lower, following)
    comma = syllables.written[index] == ","
    if domain and (not comma or syllables.written[following][0].isupper() or _is_listed(syllables, domain[0])):
        return domain[0] - index
    if comma or syllables.starts[following] in places or is_boundary(syllables, following):
        return 0
    if is_capital(syllables.written[following]):
        return 2 if name_end(syllables, following, trusted=False) is None else 0
    return _told_to_its_end(syllables, following) - index if syllables.lower[index] == "và" else 0


def _told_to_its_end(syllables: Syllables, index: int) -> int:
    """The syllable after small letters that go on with a body's name up to its holder's or to the body above it.

    *Phòng Quản lý và kiểm định chất lượng, Sở Giáo dục*; where they go on with something else, the one before them.
    """
    after = index
    while (
        after < len(syllables)
        and after - index < LOOSE
        and syllables.written[after].islower()
        and not is_boundary(syllables, after)
        and not _ends().match(syllables.lower, after)
    ):
        after += 1
    if after - index < 2 or after == len(syllables):
        return index - 1
    if syllables.written[after] == ",":
        above = bodies().match(syllables.lower, after + 1)
        fixed = above is not None and above[1].form == "fixed" and syllables.written[after + 1][0].isupper()
        return after if fixed or syllables.lower[after + 1 : after + 2] == ["thuộc"] else index - 1
    return after if name_end(syllables, after, trusted=False) is not None else index - 1


def _is_listed(syllables: Syllables, index: int) -> bool:
    """Whether the last domain of a list comes next: *Cục Phát thanh, truyền hình và thông tin điện tử*."""
    return syllables.lower[index : index + 1] == ["và"] and domains().match(syllables.lower, index + 1) is not None


def purpose_end(syllables: Syllables, index: int, places: Places) -> int:
    """The syllable after the purpose in a task force's name (*Tổ công tác của Chính phủ chỉ đạo giải ngân vốn*)."""
    at = index
    if syllables.lower[at : at + 1] == ["của"]:
        owner = bodies().match(syllables.lower, at + 1) or _offices().match(syllables.lower, at + 1)
        if owner is None:
            return index
        at = owner[0]
    while at < len(syllables) and syllables.starts[at] not in places:
        dash = syllables.written[at] in {"-", "–", "/"}  # Thông tin - tuyên truyền, Nghị quyết số 18-NQ/TW
        if not "".join(syllables.written[at + dash : at + dash + 1])[:1].isalnum():
            break
        ended = _ends().match(syllables.lower, at)
        if ended and ended[1] == "strong" and syllables.written[at].islower():
            break
        if TYPE_LEVELS.match(syllables.lower, at) or _offices().match(syllables.lower, at):
            break
        if is_capital(syllables.written[at]) and name_end(syllables, at, trusted=False):
            break
        at += 1
    return at
