"""Whether *Việt Nam*, *Mỹ*, *Anh* … stand for the country: not for a part of a fixed name, a person or a language."""

import functools
import re

from vnreports.extract.place_contexts import (
    DASHES,
    PHRASE_ENDS,
    opener_at,
    opener_through,
    words_before,
)
from vnreports.extract.place_names import NamedRun, Word, is_country, longest_name
from vnreports.lexicon import read_table
from vnreports.normalize.names import looks_foreign, sure_surnames, surnames
from vnreports.page import Page

SENTENCE_HEAD = re.compile(r"(?:^|[.!?…:“\"'‘(\n•+*]|\s[-–—])\s*$")
VIET_NAM = frozenset(("việt nam", "vn"))
GLUED = frozenset("-–@/&")
_CURRENCY = re.compile(r"(?<!cộng )(?<!hội )(?<!hợp )đồng $")  # đồng Việt Nam; but cộng đồng Việt Nam
# Quốc hội, Thủ tướng, Đại sứ Việt Nam name the country; Hội Nông dân, Ngân hàng Nhà nước Việt Nam do not
_STATE = re.compile(
    r"(?:(?<!ngân hàng )nhà nước|chính phủ|quốc hội|ngoại giao|(?<!mặt trận )tổ quốc"
    r"|(?<!quân đội )(?<!hội đồng )(?<!kiểm sát )nhân dân|thủ tướng|đại sứ|chủ tịch nước|bộ trưởng|lãnh đạo"
    r"|cấp cao|đại sứ quán) $"
)
# a ministry's own name is without the country, so that Bộ Giáo dục và Đào tạo Việt Nam is that of the country
_MINISTRY = re.compile(
    r"(?<!\w)(?:bộ(?! (?:đội|luật|tư lệnh|chỉ huy|máy|phận|môn))|thứ trưởng) "
    r"(?:(?!(?:của|với|cho|tại|liên đoàn|tổng (?:cục|công)|tập đoàn|ngân hàng|cục|viện|báo|đài|quân|công ty|hiệp hội"
    r"|mặt trận|đảng|đoàn|kho bạc|học viện|ủy ban|phòng thương|hội (?:nông|cựu|chữ|nhà|doanh|luật|liên|bảo))(?!\w))"
    r"\w+(?: [-–])?(?:,? và)? ){1,9}$"
)
_WITH_SHORT_FORM = re.compile(r" \((?=[A-Z&-]*V)[A-Z&-]{3,10}\)")
_COMPANY = re.compile(
    r"(?<!\w)(?:công ty|tổng công ty|tập đoàn|ngân hàng|quỹ|hiệp hội|phòng thương mại)(?!\w)[^.;:\n]*$"
)
_ASSOCIATION = re.compile(r"(?<!\w)(?:hiệp hội|liên đoàn|tổng hội)(?: \w+)*$")


@functools.cache
def _words_around_short_names() -> dict[str, frozenset[str]]:
    rows = read_table("short_country_contexts")
    return {
        kind: frozenset(row["word"] for row in rows if row["kind"] == kind)
        for kind in ("before", "never", "after", "sure", "acts")
    }


def names_the_country(page: Page, start: int, since: int) -> bool:
    """Whether *Việt Nam* stands for the country, not within a fixed name (*Ngày Nhà giáo Việt Nam*)."""
    if _CURRENCY.search(page.lower, max(0, start - 12), start):
        return False
    if page.lower.endswith("cộng hòa xã hội chủ nghĩa ", 0, start):
        return True
    if page.lower[since:start].strip() in ("và", "với", "-", "–", ""):  # *Liên bang Nga và Việt Nam*
        return True
    if _STATE.search(page.lower, max(0, start - 24), start) or _MINISTRY.search(page.lower, max(0, start - 70), start):
        return True
    if _WITH_SHORT_FORM.match(page.text, start + len("Việt Nam")) and _COMPANY.search(
        page.lower, max(0, start - 90), start
    ):
        return False  # *Công ty Quản lý tài sản của các tổ chức tín dụng Việt Nam (VAMC)*
    left = max(0, start - 50)
    words = words_before(page, start, left=left)
    for at in range(len(words) - 1, max(len(words) - 7, -1), -1):
        word = words[at]
        kind = opener_through(words, at)
        if word in DASHES and at and words[at - 1].istitle() and words[at + 1 : at + 2] and words[at + 1][0].isupper():
            continue  # *Tập đoàn Than - Khoáng sản Việt Nam*; but *ASEAN - Việt Nam*
        if word in PHRASE_ENDS or word in DASHES or word.endswith(".") or kind == "stop":
            return True
        if kind in ("body", "name") and len(words) - at > 2:  # *thông tấn xã Việt Nam*; but *chính quyền Việt Nam*
            return False
        if word in ("và", "với") and at == len(words) - 1:  # *châu Âu và Việt Nam*
            return True
        if word == "và" and words[at + 1 : at + 2] and words[at + 1].islower():
            return _ASSOCIATION.search(" ".join(words[max(0, at - 6) : at]).lower()) is None  # *… nhỏ và vừa Việt Nam*
        if word[0].isupper():
            head = page.text.rindex(word, left, start)
            alone = SENTENCE_HEAD.search(page.text, max(0, head - 4), head) is not None
            return alone and opener_at([*words[at:], "", ""], 0) is None
    return True


def short_name_stands(page: Page, words: list[Word], run: NamedRun, previous: str, *, goes_on: bool) -> bool:
    """Whether *Anh*, *Đức*, *Mỹ*, *Ý*, *Nga* stands for the country: not for a person, a pronoun or a language."""
    around = _words_around_short_names()
    # *đô Mỹ*, *quyền Anh*, *Anh cho biết*; but *thủ đô Pháp*, *chính quyền Nga*, *Thủ tướng Anh cho biết*
    plain = page.lower.endswith(tuple(f"{word} " for word in around["sure"]), 0, run.start)
    paired = page.text.startswith(("-Việt", "–Việt"), run.end) or _country_follows(page, words, run, "-")
    glued = page.text[run.end : run.end + 1] in GLUED and not paired
    if (previous in around["never"] and not plain) or glued:
        return False
    after = re.match(r" ([^\W\d_]+)", page.lower[run.end : run.end + 12])
    if after is not None and f"{run.key} {after[1]}" in around["after"] and not plain:
        return False
    bracketed = page.text.endswith("(", 0, run.start) and page.text.startswith(")", run.end)  # Ngân hàng Mẫu (Anh)
    if bracketed or (page.text.endswith(", ", 0, run.start) and _country_follows(page, words, run, ", ")):
        return True  # Pháp, Anh, Australia
    if goes_on or _is_given_name(page, words, run.key):
        return previous in around["before"] or (goes_on and previous.isalpha() and _person_follows(words, run))
    if SENTENCE_HEAD.search(page.text[max(0, run.start - 3) : run.start]):
        doubtful = run.key in ("anh", "ý", "áo", "đức") and page.text[run.end : run.end + 1] != ","
        if not doubtful or f"nước {run.key} " in page.lower or f"chlb {run.key}" in page.lower:
            return True
        return _acts_as_state(page, run) or _country_follows(page, words, run, " và ")
    return True


@functools.cache
def _acts_of_states() -> tuple[str, ...]:
    return tuple(f" {verb} " for verb in _words_around_short_names()["acts"])


def _acts_as_state(page: Page, run: NamedRun) -> bool:
    """Whether *Đức* opens a sentence in which a state acts: *Đức kêu gọi ngừng bắn*."""
    return run.key == "đức" and page.lower.startswith(_acts_of_states(), run.end)


def _country_follows(page: Page, words: list[Word], run: NamedRun, gap: str) -> bool:
    """Whether a country's name stands after the gap: *Nga-Tây Ban Nha*; not *Mỹ-Trung*."""
    following = longest_name(page, words, run.last + 1) if run.last + 1 < len(words) else None
    return following is not None and following.start == run.end + len(gap) and is_country(following.key)


def _person_follows(words: list[Word], run: NamedRun) -> bool:
    """Whether a whole name comes after the country's: *Đại sứ Việt Nam tại Mỹ Trần Văn Mẫu*; not *ca sĩ Mỹ Thử*."""
    if run.key == "anh":
        return False
    name = []
    for word in words[run.last + 1 : run.last + 5]:
        if not word.joined:
            break
        name.append(word.key)
    return (len(name) > 1 and name[0] in sure_surnames()) or any(looks_foreign(key) for key in name)


def _is_given_name(page: Page, words: list[Word], key: str) -> bool:
    """Whether the page has a person of that given name: *Lê Thị Nga*, later *Chủ nhiệm Nga*; not *Tòa án Tối cao Nga*.

    A doubtful surname that opens a sentence is none: *Báo Mỹ dẫn nguồn tin*.
    """
    for at, word in enumerate(words):
        if word.key == key and word.joined:
            first = at
            while first > 0 and words[first].joined:
                first -= 1
            trust, start = surnames().get(words[first].key), words[first].start
            led_by = page.text[max(0, start - 2) : start].strip(" \n")
            opens = first == at - 1 and trust == "weak" and led_by in ("", ".")
            if not opens and (trust or any(other.key in surnames() for other in words[first + 1 : at - 1])):
                return True
    return False
