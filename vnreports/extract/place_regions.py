"""The named regions of the country and of the world: *miền Trung*, *đồng bằng sông Cửu Long*, *châu Âu*."""

import functools
import re
from collections import defaultdict

from vnreports.extract.place_contexts import context_before, type_before
from vnreports.extract.place_names import PlaceMention, Word
from vnreports.lexicon import read_table
from vnreports.page import Page
from vnreports.register import name_key
from vnreports.rules import Pattern

_DASHES = (" - ", "-", " – ", "–", "- ")
_UNION = re.compile(
    r"(?:liên minh|nghị viện|ủy ban|tiểu ban|hội đồng|hợp tác kinh tế|hội các quốc gia|tòa án|cúp|hoa hậu"
    r"|thị trường chung|an ninh và hợp tác|tả lợn) $"
)  # Liên minh châu Âu, bệnh dịch tả lợn châu Phi
_OTHER_BO = re.compile(r" (?:đội|phận|máy|trưởng|ngành|luật|môn|chính|sưu|tộc|binh|hành)\b")
_CAPITAL_AFTER = Pattern(r"(?: [-–])? \p{Lu}\p{Ll}")
# phía Tây Bắc giáp sông, gió mùa Đông Bắc, từ Đông Nam sang Tây Bắc
_COMPASS = re.compile(r"(?:phía|hướng|gió|mùa|(?:đông|tây|nam|bắc) (?:sang|xuống|lên|[-–]))(?: đông| tây)? $")
_TO_COMPASS = re.compile(r" (?:sang|xuống|lên|[-–]) (?:đông|tây|nam|bắc)\b")


@functools.cache
def _region_forms() -> dict[str, str]:
    """The regions as they may be written, each with its name as listed: *Nam Trung bộ*, with any dash."""
    names = (row["name"].lower() for row in read_table("regions"))
    return {name.replace(" - ", dash): name for name in names for dash in (_DASHES if " - " in name else (" - ",))}


@functools.cache
def _region_ends() -> dict[str, dict[int, tuple[str, ...]]]:
    """The forms of regions by the key of their last word with a capital and by their length from it.

    *Nam Bộ* is also written *Nam bộ*.
    """
    ends: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for form in _region_forms():
        syllables = form.split(" ")
        for last in (1, 2) if form.endswith(" bộ") else (1,):
            by_length = ends[name_key(syllables[-last])]
            length = len(" ".join(syllables[-last:]))
            by_length[length] = (*by_length.get(length, ()), form)
    return dict(ends)


def find_regions(page: Page, words: list[Word]) -> list[PlaceMention]:
    """The named regions: *miền Trung*, *đồng bằng sông Cửu Long*; the longest name at each place."""
    text, lower, known = page.text, page.lower, _region_ends()
    written: list[tuple[str, int]] = []
    for word in [word for word in words if word.key in known or " " in word.key]:
        for length, forms in known.get(word.key.split(" ")[0], {}).items():  # *Tây Nguyên-nơi* is one word
            if lower.endswith(forms, 0, word.start + length):
                end = word.start + length
                written += [(form, end) for form in forms if lower.endswith(form, 0, end)]
    found: list[PlaceMention] = []
    starts = {end - len(form) for form, end in written}
    for form, end in sorted(written, key=lambda entry: -len(entry[0])):
        start = end - len(form)
        whole = not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()
        if text.startswith("b", end - 2) and _OTHER_BO.match(lower, end):  # quân Trung bộ đội
            continue
        if text[start].isupper() and (typed := type_before(page, start)) and typed[1].level == "commune":
            continue  # xã Đông Á
        outside = all(end <= other.start or other.end <= start for other in found)
        # đồng bằng sông Hồng và Bắc Trung Bộ, miền Trung - Tây Nguyên
        beside = any(lower[other.end : start] in (" và ", ", ") for other in found)
        beside = beside or (end + 3 in starts and text.startswith((" - ", " – "), end))
        if whole and outside and (beside or not _in_longer_name(page, start, end)):
            found.append(PlaceMention(start, end, text[start:end], _region_forms()[form], "region"))
    return found


def _in_longer_name(page: Page, start: int, end: int) -> bool:
    """Whether the name goes on at either side: *Đại học Tây Bắc*, *Đông Bắc Giang*, *châu Á - Âu*."""
    if _UNION.search(page.lower, max(0, start - 20), start):
        return True
    if context_before(page, start) == "name" or _COMPASS.search(page.lower, max(0, start - 12), start):
        return True
    if _TO_COMPASS.match(page.lower, end):
        return True
    return _CAPITAL_AFTER.match(page.text, end, end + 5) is not None and not page.text.startswith(" Việt Nam", end)
