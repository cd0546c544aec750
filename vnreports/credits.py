"""Photo credits and the captions before them: *(Ảnh: Viết Mẫu)*, *Ảnh: TN*, *Ảnh cắt từ clip*."""

import bisect
import itertools
import re
from collections.abc import Sequence

import regex

from vnreports.lexicon import read_table
from vnreports.rules import Pattern, find_strings, match_at
from vnreports.zones import CAPITAL, INITIALS, OUTLETS, Zone, is_domain

_OPENERS = frozenset(row["word"] for row in read_table("sentence_openers"))
_SURNAMES = frozenset(row["surname"] for row in read_table("surnames") if row["trust"] == "sure")
_MARKS = ("nguồn", "ảnh", "đồ họa", "hình từ", "hình minh")
_MARK = Pattern(r"nguồn ảnh|ảnh|nguồn|đồ họa|hình (?=từ internet|minh họa từ)", plain=True)
_CREDIT = Pattern(
    r"(?:nguồn\ ảnh|ảnh(?:\ (?:minh\ họa|tư\ liệu|internet|chụp))?|đồ\ họa|(?P<source>nguồn))\ *:\ *"
    r"|(?P<nameless>hình\ (?:minh\ họa\ )?từ\ internet"
    r"|ảnh\ (?:(?:chụp|cắt)\ (?:từ|màn)\ \w+(?:\ \w+)?|do\ [\w\ ]{2,30}?\ cung\ cấp|minh\ họa|tư\ liệu"
    r"|ctv|nvcc|internet|\d{1,2}(?=\.?$)))(?=[\ .)\]]|$)",
    regex.VERBOSE | regex.MULTILINE,
    plain=True,
)
_TOKEN = Pattern(
    r"(?P<gap>\ ?[/–—-]\ ?|\ )?(?P<word>\p{Lu}\p{Ll}*(?![a-z])\p{Ll}+(?=\p{Lu})"
    r"|\p{Lu}[\p{L}\p{N}&'’+]*(?:[.-](?=\p{L})[\p{L}\p{N}]+)*"
    r"|[a-z0-9-]+(?:\.[a-z]{2,})+)(?P<dot>\.)?"
)
# *Ảnh: Cổng TTĐT Quốc hội. Xã họp*, *(Ảnh: Trung tâm Truyền thông tỉnh)*: small letters in an institution's name
_INSTITUTION = Pattern(
    r"(?:Cổng|Báo|Đài|Tạp\ chí|Văn\ phòng|Trung\ tâm|Thông\ tấn\ xã|UBND|Công\ an|Bảo\ tàng)\ [^.,;:()\[\]\n]{2,50}"
    r"(?=[.)\]\n]|$)"
)
_WORD = re.compile(r"[^\s.,;()]+")
_LONGEST = 7  # words
_RUNNING = re.compile(r"[.!?…:;,] |\d/\d")  # signs of running text


def find_credits(text: str, lower: str) -> list[Zone]:
    """The photo credits, each with the credited name where it gives one.

    >>> text = "Hội nghị sáng nay. Ảnh: Mẫu Thử Chiều 4/7, xã họp."
    >>> [(text[zone.start:zone.end], zone.value) for zone in find_credits(text, text.lower())]
    [('Ảnh: Mẫu Thử', 'Mẫu Thử')]
    """
    zones: list[Zone] = []
    for mark in match_at(_MARK.compiled, lower, find_strings(lower, _MARKS)):
        before = text[max(0, mark.start() - 3) : mark.start()].rstrip(" ")
        opened = before.endswith(("(", "["))
        if not opened and not text[mark.start()].isupper() and not before.endswith((".", "-", "–", "\n")):
            continue  # *Trong ảnh: …*, *chùm ảnh: …*
        credit = _CREDIT.match(lower, mark.start())
        if credit is None or (credit["source"] and not opened):
            continue
        end, value = credit.end(), None
        if credit["nameless"] and credit[0].endswith("internet"):
            value = text[end - len("internet") : end]
        elif not credit["nameless"]:
            end, value = _read_credit(text, end, closed=opened)
            if value is None:
                continue
        while end < len(text) and text[end] in ").]":
            end += 1
        start = text.rfind(before[-1], 0, mark.start()) if opened else mark.start()
        zones.append(Zone("credit", start, end, value))
    return zones


def _read_credit(text: str, start: int, *, closed: bool) -> tuple[int, str | None]:
    """The end and the value of the name credited at `start`: up to a bracket, the line's end or the next sentence."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    institution = _INSTITUTION.match(text, start, line_end)
    if institution is not None and len(institution[0].split()) <= _LONGEST:
        return institution.end(), institution[0].strip()
    if closed:
        bracket = min((at for at in (text.find(")", start), text.find("]", start)) if at >= 0), default=-1)
        if 0 <= bracket < line_end:
            name = text[start:bracket].strip()
            return bracket, name if _is_credited(name) else None
    rest = text[start:line_end].strip()
    if _is_credited(rest.rstrip(".")):
        return line_end, rest if INITIALS.fullmatch(rest) else rest.rstrip(". ")
    end = _name_end(text, start, line_end)
    name = text[start:end].strip()
    return end, (name if INITIALS.fullmatch(name) else name.rstrip(". ")) or None


def _is_credited(name: str) -> bool:
    """Whether the whole string is a credited name: *Viết Mẫu*, *VGP/Thử Mẫu*, *Bộ Công an*, *mau.gov.vn*."""
    words = name.replace("/", " ").split(maxsplit=_LONGEST)  # more are no name: a paragraph goes on
    if not 1 <= len(words) <= _LONGEST or not (CAPITAL.match(name) or is_domain(name)) or _RUNNING.search(name):
        return False
    return len(words) <= 3 or sum(1 for word in words if CAPITAL.match(word)) >= len(words) - 2


def _name_end(text: str, start: int, limit: int) -> int:
    """Where a name ends when the next sentence runs on after it without a stop; `start` where no name stands there."""
    outlet = max((end for end in _word_ends(text, start, limit) if text[start:end].lower() in OUTLETS), default=start)
    ends: list[int] = []
    words: list[str] = []
    position = start
    agency_next = False
    while (token := _TOKEN.match(text, position, limit)) is not None:
        slashed, word = (token["gap"] or "").strip() != "", token["word"]
        shouted = bool(words) and _is_shout(words[-1]) and not _is_shout(word)
        lone_surname = len(words) == 1 and words[0].lower() in _SURNAMES  # *Ảnh: Trần Anh*
        if words and not slashed and (agency_next or shouted or (word.lower() in _OPENERS and not lone_surname)):
            return max(ends[-1], outlet)
        agency_next = slashed and (word.lower() in OUTLETS or _is_shout(word))
        words.append(word)
        ends.append(int(token.end("word")))
        position = token.end()
        if text[position : position + 1].isupper():  # *Ảnh: Lê MẫuTại xã* has lost a line end
            return int(position)
        if token["dot"] and not INITIALS.fullmatch(word + "."):
            return int(position)
    runs_on = position < limit and not agency_next and text[position] != ","  # Ảnh: Thử Mẫu, TTXVN
    if not words or (runs_on and len(words) == 1 and not _is_shout(words[0])):
        return outlet  # *Ảnh: Thủ tướng tiếp khách* says what it shows
    runs_on = runs_on and len(words) > 1 and not _is_shout(words[-1])  # *Ảnh: HOÀNG MẪU “Hở ra …*: all of it
    return max(ends[min(len(words) - 1 - runs_on, 3)], outlet)


def _word_ends(text: str, start: int, limit: int) -> list[int]:
    """The ends of the first three words after `start`."""
    return [match.end() for match in itertools.islice(_WORD.finditer(text, start, limit), 3)]


def _is_shout(word: str) -> bool:
    """Whether the word is all capitals (*TN*, *REUTERS*, *D.H*) or a domain."""
    return len(word) > 1 and (word.isupper() or is_domain(word))


def find_captions(text: str, credits: Sequence[Zone], sentences: Sequence[tuple[int, int]]) -> list[Zone]:
    """The captions: what stands before a photo credit in its sentence or line, and lines that occur twice."""
    zones: list[Zone] = []
    for credit in credits:
        index = bisect.bisect_left(sentences, (credit.start,)) - 1
        if index >= 0 and "\n" not in text[sentences[index][0] : credit.start]:
            start, end = sentences[index]
            zones.append(Zone("caption", start, min(end, credit.start)))
    lines: dict[str, list[int]] = {}
    for match in re.finditer(r"[^\n]+", text):
        line = match[0].strip()
        if len(line) > 25:
            lines.setdefault(line, []).append(match.start() + len(match[0]) - len(match[0].lstrip()))
    taken = {zone.start for zone in zones}
    zones += [
        Zone("caption", start, start + len(line))
        for line, starts in lines.items()
        if len(starts) > 1
        for start in starts
        if start not in taken
    ]
    return sorted(zones, key=lambda zone: zone.start)
