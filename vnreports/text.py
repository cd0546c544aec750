"""The text as it is matched: a folded copy of the source, with the way back to the source's offsets.

The source is never rewritten. The folded copy is NFC, has one tone-mark placement (*hòa*, not *hoà*), plain spaces,
no invisible characters, Vietnamese *Đ* for the look-alike *Ð*, and the blank or line's end that words run together
have lost (*Quảng TrịTháng 10*). Every stage works on offsets of the folded copy; the pipeline's last step turns them
into offsets of the source.
"""

import bisect
import functools
import re
import unicodedata

import msgspec
import regex

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LIKE_FOR_LIKE = {
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\t": " ",
    "\r": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "Ð": "Đ",  # U+00D0, the Icelandic letter that some keyboards give for Đ
    "ð": "đ",
}
_LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# where a line may have lost its end, or two words the blank between them
# it begins with a set of characters, which is sooner looked through
_GLUED = re.compile(
    rf"[{_UPPER}0-9](?:(?<=[{_LOWER}].)|(?<=[A-Z0-9][A-ZĐ0-9].)(?<![0-9]))(?:(?<=[0-9])|(?=[{_LOWER}]))"
)
_LEFT = re.compile(rf"(?:[{_UPPER}]?[{_LOWER}]+|[A-ZĐ]{{2,}}|\d)$")
_RIGHT = re.compile(rf"[{_UPPER}][{_LOWER}]+|\d")
_BEFORE = re.compile(rf"[{_UPPER}][{_LOWER}]+ $")
_SHORT = 8  # characters of a cluster that may come again
_UNLIKE = re.compile(f"[{''.join(_LIKE_FOR_LIKE)}]")
# the shape of a Vietnamese syllable in lower case: an opening, vowels, an ending
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONES |= {old.upper(): new.upper() for old, new in _TONES.items()} | {
    old.capitalize(): new.capitalize() for old, new in _TONES.items()
}
# quý, quỹ keep their mark: the u belongs to the consonant; toàn, huỳnh keep theirs: a letter follows
_MISPLACED_TONE = re.compile(
    r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_]|[\u0300-\u036f])"
)
# the same by its rarer second letter, which is sooner looked through
_TONE_AT_THE_END = re.compile(r"[àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?<=[oOuU].)(?<![qQ]..)(?![^\W\d_]|[\u0300-\u036f])")
# invisible characters, combining marks, and scripts in which either may stand
_NEEDS_WORK = re.compile(
    r"[^\x00-\u00ac\u00ae-\u02ff\u1e00-\u200a\u2010-\u205f\u2061-\u20cf\u20f1-\u22ff\u2500-\u27bf]"
)
# all that these two find, and some more: most texts hold none of it, and are searched once instead of twice
_ODD = re.compile(
    r"[^\n -\u009f\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u02ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205f"
    r"\u20a0-\u20cf\u2190-\u22ff\u2500-\u27bf]"
)


class Folded(msgspec.Struct, frozen=True):
    """A source text with its folded copy.

    `text` is the folded copy, `lower` the same in lower case (of the same length), `put_back` the offsets in them of
    the characters that the source lacks. Of the others, `starts[i]` and `ends[i]` give the source offsets of character
    `i`, or are None where they are the same.
    """

    source: str
    text: str
    lower: str
    starts: list[int] | None = None
    ends: list[int] | None = None
    put_back: tuple[int, ...] = ()

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        r"""Source offsets of the folded span [start, end).

        >>> fold("Hoa\u0300 Bi\u0300nh").to_source(4, 8)
        (5, 10)
        """
        if self.put_back:
            start -= bisect.bisect_left(self.put_back, start)
            end -= bisect.bisect_left(self.put_back, end)
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.starts) else len(self.source)
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold_string(string: str) -> str:
    """The folded form of a string, for values and look-ups.

    >>> fold_string("Uỷ ban, Hoà Bình")
    'Ủy ban, Hòa Bình'
    """
    return fold(string).text


def fold(source: str) -> Folded:
    """The source with its folded copy; lengths differ where characters are composed, dropped or put back.

    >>> fold("uỷ ban nhân dân").text
    'ủy ban nhân dân'
    """
    starts: list[int] | None = None
    ends: list[int] | None = None
    text = source
    if _ODD.search(source):
        if _NEEDS_WORK.search(source):
            text, starts, ends = _compose(source)
        text = _UNLIKE.sub(lambda match: _LIKE_FOR_LIKE[match[0]], text)  # several times faster than str.translate
    if starts is not None and len(text) == len(source) and starts == list(range(len(source))):
        starts = ends = None
    text, put_back = _part(text) if _GLUED.search(text) else (text, ())
    if _TONE_AT_THE_END.search(text):
        text = _MISPLACED_TONE.sub(lambda match: _TONES.get(match[0], match[0]), text)
    lower = text.lower()
    if len(lower) != len(text):  # İ and a few others grow
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return Folded(source, text, lower, starts, ends, put_back)


def _part(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with what is lost between two words put back, and the offsets of that."""
    pieces: list[str] = []
    put_back: list[int] = []
    position = 0
    for match in _GLUED.finditer(text):
        at = match.start()
        if gap := _gap_lost(text, at):
            put_back.append(at + len(put_back))
            pieces += text[position:at], gap
            position = at
    return "".join([*pieces, text[position:]]), tuple(put_back)


def _gap_lost(text: str, at: int) -> str:
    """What is lost at an offset: a line's end, a blank or nothing.

    Words with a Vietnamese letter, or after such a one, are no name of a firm: *xãKhánh Hưng*, *Quảng TrịTháng 10*,
    *Đồng NaiKhu*, *AFPBộ trưởng*, *12/6/2012Công an*, *Hà Nội40 người*; not *VietNamNet*, *km2*.
    """
    left, right = _LEFT.search(text, max(0, at - 10), at), _RIGHT.match(text, at)
    if left is None or right is None:
        return ""
    shaped = [word for word in (left[0], right[0]) if len(word) > 1 and SYLLABLE.fullmatch(word.lower())]
    titled = left[0].istitle() and not right[0].isdigit()
    if (left[0] + right[0]).isascii():
        before = _BEFORE.search(text, max(0, left.start() - 10), left.start()) if titled and len(shaped) > 1 else None
        return "\n" if before is not None and not before[0].isascii() else ""
    if not shaped:
        return ""
    return "\n" if titled else " "


def _compose(source: str) -> tuple[str, list[int], list[int]]:
    """NFC of the source without invisible characters, cluster by cluster, with each character's source offsets."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for start, end in [*(match.span() for match in _marked().finditer(source)), (len(source), len(source))]:
        if unicodedata.is_normalized("NFC", source[position:start]):
            texts.append(source[position:start])
            starts.extend(range(position, start))
            ends.extend(range(position + 1, start + 1))
            position = start
        stretch = source[position:end]
        text, first, last = (_known_clusters if len(stretch) <= _SHORT else _compose_clusters)(stretch)
        texts.append(text)
        starts.extend([position + offset for offset in first])
        ends.extend([position + offset for offset in last])
        position = end
    return "".join(texts), starts, ends


@functools.cache
def _marked() -> "regex.Pattern[str]":
    """A character with all combining and invisible ones that follow it."""
    return regex.compile(rf"[^\p{{M}}{_INVISIBLE}]?+[\p{{M}}{_INVISIBLE}]++")


def _compose_clusters(source: str) -> tuple[str, list[int], list[int]]:
    """NFC of each cluster of a character and its marks, with the offsets of each character."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position, size = 0, len(source)
    while position < size:
        end = position + 1
        while end < size and (unicodedata.combining(source[end]) or source[end] in _INVISIBLE):
            end += 1
        cluster = "".join([char for char in source[position:end] if char not in _INVISIBLE])
        last = end
        while last > position and source[last - 1] in _INVISIBLE:
            last -= 1
        for char in unicodedata.normalize("NFC", cluster):
            chars.append(char)
            starts.append(position)
            ends.append(last)
        position = end
    return "".join(chars), starts, ends


_known_clusters = functools.lru_cache(maxsize=4096)(_compose_clusters)  # a text has the same few over and over
