"""Names of people: what a string is worth as a Vietnamese name, by its structure and the list of surnames."""

import functools
import re

import msgspec

from vnreports.lexicon import read_table
from vnreports.normalize.phrases import PhraseTable
from vnreports.syllables import Syllables, split_syllables
from vnreports.text import fold_string

LONGEST = 5  # Tôn Nữ Thị …, Nguyễn Phúc …: five syllables are rare, six unheard of in the news
_TRIBAL = frozenset(
    {"y", "h", "k", "a", "blúp"}
)  # Y Thanh Hà Niê Kđăm, A Pớt: a prefix of the person, before the surname

_MIDDLE = frozenset({"văn", "thị"})  # also written small: Trần văn Mẫu
_ENDS_NONE = frozenset(word.capitalize() for word in _MIDDLE)
_OF_PEOPLE = frozenset({"Văn", "Thị", "Thế", "Đình", "Hữu", "Đức"})  # middle names that hardly any body has
_INITIALS = "ABCDEGHKLMNPQRSTVXZ"  # Nguyễn Văn A is nobody
_FOREIGN = re.compile(
    r"[fjwz]|^[^aeiouy]*[aeiouy]+[^aeiouy]*[b-df-hj-np-tvwxz-][^aeiouy]*[aeiouy]|[^gnc]h$|[bdklrsv]$|^[a-z]{8,}$"
)


class Name(msgspec.Struct, frozen=True):
    """A person's name: the whole as written, its surname, and the given name by which Vietnamese call the person."""

    full: str
    surname: str
    given: str


@functools.cache
def surnames() -> dict[str, str]:
    """The surnames in lower case, each `sure` or `weak` (weak: also a common word)."""
    return {row["surname"]: row["trust"] for row in read_table("surnames")}


@functools.cache
def sure_surnames() -> frozenset[str]:
    """The surnames that are hardly anything else, in lower case."""
    return frozenset(surname for surname, trust in surnames().items() if trust == "sure")


@functools.cache
def name_ends() -> dict[str, str]:
    """Words that begin the next sentence where a name has no stop after it, each with what must follow."""
    return {row["word"]: row["before"] for row in read_table("name_ends")}


@functools.cache
def _openers() -> PhraseTable[str]:
    """Offices and ranks of two syllables or more: *Nguyễn Văn Mẫu Phó Chủ tịch*."""
    phrases = [row["phrase"] for row in read_table("titles")]
    phrases += [row["honorific"] for row in read_table("honorifics") if row["kind"] == "rank"]
    return PhraseTable({f"{prefix}{phrase}": phrase for phrase in phrases if " " in phrase for prefix in ("", "phó ")})


def is_capital(word: str) -> bool:
    """Whether a syllable is written as a name's: a capital, then small letters, or capitals throughout.

    >>> is_capital("Nguyễn"), is_capital("NGUYỄN"), is_capital("tỉnh"), is_capital("2")
    (True, True, False, False)
    """
    return word[:1].isupper() and (word.isalpha() or word.replace("'", "").replace("’", "").isalpha())


def looks_foreign(key: str) -> bool:
    """Whether a word has the shape of no Vietnamese syllable: *Kawasaki*, *Rakhine*, *Los*.

    >>> looks_foreign("thongloun"), looks_foreign("nguyễn")
    (True, False)
    """
    return _FOREIGN.search(key) is not None


def name_end(syllables: Syllables, index: int, *, trusted: bool) -> int | None:
    """The index after the name that begins at `index`, or None where no Vietnamese name begins there.

    `trusted` says that a title, an honorific or a rank stands right before, so that a weak surname counts.
    """
    trust = surnames().get(syllables.lower[index])
    prefixed = trust is None and "'" in syllables.lower[index].replace("’", "'")  # H'Yâm, K'Brêu
    if prefixed:
        trust = "weak"
    if trust is None or not is_capital(syllables.written[index]) or (trust == "weak" and not trusted):
        return None
    after = index + 1
    while after < len(syllables) and after - index < LONGEST:
        if _breaks_inside(syllables, index, after):
            after += 2
        elif _continues(syllables, index, after):
            after += 1
        else:
            break
    last = syllables.written[after - 1]
    if (
        (after - index < 2 and not prefixed)
        or (last in _INITIALS and len(last) == 1)
        or (after < len(syllables) and after - index == LONGEST and _continues(syllables, index, after))
    ):
        return None
    return after


def opens_rare_name(syllables: Syllables, index: int) -> bool:
    """Whether a name begins that opens with a common word: *Sở Nội vụ Y Mẫu Niê*, *Sở Y tế Ma Thế Mẫu*.

    Not *Đại học Y Huế*: its surname comes after *Y*, or its middle name after a doubtful surname.
    """
    if syllables.written[index] != "Y":
        written = syllables.written[index + 1 : index + 3]
        told = surnames().get(syllables.lower[index]) == "weak" and written[:1] and written[0] in _OF_PEOPLE
        return bool(told) and len(written) == 2 and syllables.joined(index + 2) and is_capital(written[1])
    after = name_end(syllables, index, trusted=True) or index
    return any(word in sure_surnames() for word in syllables.lower[index + 2 : after])


def _breaks_inside(syllables: Syllables, first: int, index: int) -> bool:
    """Whether the line ends at `index` inside the name: after *Văn* or *Thị*, which end none."""
    return (
        index - first > 0
        and syllables.written[index] == "\n"
        and syllables.written[index - 1] in _ENDS_NONE
        and index + 1 < len(syllables)
        and syllables.starts[index + 1] == syllables.end(index)
        and is_capital(syllables.written[index + 1])
        and not syllables.written[index + 1].isupper()
    )


def _continues(syllables: Syllables, first: int, index: int) -> bool:
    """Whether the syllable at `index` goes on with the name that begins at `first`."""
    word = syllables.written[index]
    if not syllables.joined(index):
        return False
    if not is_capital(word):
        middle = word in _MIDDLE and index == first + 1 and syllables.joined(index + 1)
        return middle and is_capital(syllables.written[index + 1])
    if len(word) > 1 and word.isupper() != _is_upper(syllables, first):  # Nguyễn Văn Mẫu UBND; but Giàng A Mẫu
        return False
    if index - first < 2 or syllables.written[index - 1] in _ENDS_NONE:
        return True  # Bùi Văn Nhưng
    if _openers().match(syllables.lower, index):
        return False
    return not ends_name(syllables, index)


def ends_name(syllables: Syllables, index: int) -> bool:
    """Whether a sentence opener at `index` ends a whole name: *Nguyễn Văn Mẫu Sáng 4/7*, not *Nguyễn Sáng cho biết*."""
    following = syllables.lower[index + 1] if index + 1 < len(syllables) else "."
    match name_ends().get(syllables.lower[index]):
        case "any":
            return True
        case "word":
            return syllables.written[index + 1 : index + 2] == [following] or following[:1].isdigit()
        case "number":
            return following[:1].isdigit() or following in {"nay", "qua", "ngày", "hôm"}
    return False


def _is_upper(syllables: Syllables, first: int) -> bool:
    word = syllables.written[first]
    if len(word) > 1:
        return word.isupper()
    following = syllables.written[first + 1] if first + 1 < len(syllables) else ""
    return len(following) > 1 and following.isupper()


def read_name(string: str) -> Name | None:
    """The name that the string is, or None.

    >>> read_name("Trần Thị Thử")
    Name(full='Trần Thị Thử', surname='Trần', given='Thử')
    >>> read_name("Y Mẫu Niê Kđăm").surname
    'Niê'
    >>> read_name("Sở Nội vụ") is None
    True
    """
    syllables = split_syllables(fold_string(string).strip())
    if not len(syllables) or name_end(syllables, 0, trusted=True) != len(syllables):
        return None
    written = syllables.written
    surname = written[0]
    if written[0].lower() in _TRIBAL:
        surname = next((word for word in reversed(written) if surnames().get(word.lower()) == "sure"), written[0])
        return Name(" ".join(written), surname, written[1])
    return Name(" ".join(written), surname, written[-1])
