"""The words that tell whether an amount is actual or planned, and where they are none."""

from collections.abc import Iterable
from typing import TypeAlias

import regex

from vnreports.lexicon import one_of, read_table
from vnreports.page import Page
from vnreports.records import Status
from vnreports.register import REFORM
from vnreports.rules import Pattern, match_until

Cues: TypeAlias = list[tuple[int, Status]]
_CUE = Pattern(rf"(?<!\w){one_of(row['cue'] for row in read_table('status_cues'))}(?!\w)", plain=True)
CUES_OPEN = frozenset(row["cue"].split(" ")[0] for row in read_table("status_cues"))
_STATUS: dict[str, tuple[Status, bool]] = {
    row["cue"]: ("planned" if row["status"] == "planned" else "actual", row["still_ahead"] == "yes")
    for row in read_table("status_cues")
}
_DONE = Pattern(r"(?:đã|vừa|được|khi)\ (?:\p{L}+\ )?$")
_ALSO_NOUNS = frozenset({"kiến nghị", "đề nghị", "đề xuất", "phương án"})
_TO_BE_PAID = Pattern(r"(?!\ giảm)(?:\ \p{L}+){0,3}?\ (?:thanh|quyết)\ toán(?!\w)")  # số tiền đề nghị thanh toán
# chương trình hướng tới trẻ em khó khăn is no plan
_TOWARDS_AIM = Pattern(
    r"\ (?:mục\ tiêu|mốc|đến|năm|đạt|có|xây\ dựng|hoàn\ thành|nâng|tăng|giảm|đưa|việc|phát\ triển|khoảng|hơn|\d)(?!\w)"
)
_APPROVED = Pattern(r"[^.;\n]{0,120}?\ được\ (?:\p{L}+\ ){0,4}?(?:phê\ duyệt|duyệt|thông\ qua)(?!\w)")
_TO_MANAGE = Pattern(r"[^.,;\n]{0,30}\ (?:quản\ lý|làm\ chủ\ đầu\ tư)(?!\w)")  # vốn 5 tỷ đồng, giao UBND tỉnh quản lý
_SOME = Pattern(r"(?<!\w)\d[\d.]*\ \p{L}+(?:\ \p{L}+)?\ $")
_NO_CUE_AFTER = {
    "dự báo": ("bản tin ", "công tác "),
    "mục tiêu": ("dành cho ", "chi cho ", "chương trình "),
    "phấn đấu": ("mức ",),
}
_AFTER_REFORM = frozenset({"sau khi sắp xếp", "sau sắp xếp"})  # a plan until it was done
_COUNTED = Pattern(r"(?:các|những|nhiều|loạt|số)\ $")
# theo Nghị định 15, người vi phạm sẽ bị phạt 5 triệu đồng: the rule is made
_ACT = r"(?:nghị\ định|thông\ tư|luật|nghị\ quyết|quyết\ định)\ (?:số\ )?\d"
_AS_RULED = Pattern(r"(?<!\w)theo\ (?:quy\ định|luật)[^.;\n]*$")  # theo quy định, hãng phải có 3 máy bay
_PENALTY = Pattern(r"\ bị\ (?:trừ|phạt|xử\ phạt|tước|đình\ chỉ|truy\ thu)(?!\w)")  # sẽ bị phạt: so it is, not will be
_BY_AN_ACT = Pattern(rf"(?<!\w)theo\ [^,;:.\n]{{0,60}}{_ACT}[^.;\n]*$|{_ACT}[^.;\n]*\ quy\ định[^.;\n]*$", plain=True)
# sẽ thực hiện, xuất hiện, hiện đại: no word of now
HIEN = (
    r"(?<!(?:thực|phát|thể|xuất|biểu|tái|hữu|hiển|dựng|dự)\ )hiện"
    r"(?!\w|\ (?:đại|trường|vật|tượng|thực|hữu|hành|diện)(?!\w))"
)
# yêu cầu hai công ty này sửa 18 con tàu: they are there; yêu cầu cắt giảm 30% thủ tục: they are not yet
_ASKED_TO_REACH = Pattern(
    r"[^.;\n]{0,90}?(?<!\w)(?:hoàn\ thành|triển\ khai|tăng|giảm|đạt|bồi\ thường|thành\ lập|xây\ dựng|bố\ trí"
    r"|giải\ ngân|tiết\ kiệm)(?!\w)",
    plain=True,
)
_NOW = Pattern(HIEN)
_BODIES = ("ban ", "bộ ", "cục ", "đài ", "phòng ", "sở ", "tâm ", "viện ", "vụ ")


def find_cues(page: Page, sentence: tuple[int, int], openers: Iterable[tuple[int, str]]) -> Cues:
    """The words of a sentence that tell a status: where each ends, and the status."""
    lower, (start, end) = page.lower, sentence
    cues: Cues = []
    for cue in match_until(_CUE, lower, [at for at, word in openers if word in CUES_OPEN], end):
        status, still_ahead = _STATUS[cue[0]]
        if _is_other_word(page, cue):
            continue
        if status == "actual" or still_ahead or not _DONE.search(lower, start, cue.start()):
            cues.append((cue.end(), status))
    return cues


def _is_other_word(page: Page, cue: "regex.Match[str]") -> bool:
    """Whether a cue is a name (*Vụ Dự báo*), a noun (*1.100 kiến nghị*) or half a word (*thực hiện*)."""
    lower, start = page.lower, cue.start()
    if page.text[start].isupper() and lower.endswith(_BODIES, 0, start):
        return True
    if _is_settled(page, cue):
        return True
    if cue[0] in _ALSO_NOUNS:
        # 1.100 kiến nghị đã được giải quyết; but 88 phương án sắp xếp 263 xã: a plan
        by_number = cue[0] != "phương án" and lower[max(0, start - 2) : start - 1].isdigit()
        if by_number or _COUNTED.search(lower, max(0, start - 8), start) is not None:
            return True
        return cue[0] == "đề nghị" and _TO_BE_PAID.match(lower, cue.end()) is not None
    if cue[0] == "yêu cầu":
        return not lower.startswith(":", cue.end()) and _ASKED_TO_REACH.match(lower, cue.end()) is None
    if cue[0] in _AFTER_REFORM:
        adopted = "/nq-ubtvqh" in lower  # nghị quyết số 1670/NQ-UBTVQH15
        return page.published is None or page.published >= REFORM or adopted
    if cue[0].startswith("phải "):
        return _AS_RULED.search(lower, page.sentence_at(start)[0], start) is not None
    if cue[0] == "đã":
        return lower.startswith(" bao gồm", cue.end())
    if cue[0] in _NO_CUE_AFTER:
        return lower.endswith(_NO_CUE_AFTER[cue[0]], 0, start)
    if cue[0] == "hướng tới":
        return _TOWARDS_AIM.match(lower, cue.end()) is None
    if cue[0] == "sẽ":
        sentence = page.sentence_at(start)[0]
        if _PENALTY.match(lower, cue.end()):
            return True
        return _BY_AN_ACT.search(lower, sentence, start) is not None
    return cue[0] == "hiện" and _NOW.match(lower, start) is None


def _is_settled(page: Page, cue: "regex.Match[str]") -> bool:
    """Whether what a cue speaks of is decided or done: *phương án … được phê duyệt*, *71 cuộc theo kế hoạch*."""
    if cue[0] == "theo kế hoạch":
        return _SOME.search(page.lower, max(0, cue.start() - 24), cue.start()) is not None
    if cue[0] == "phương án":
        return _APPROVED.match(page.lower, cue.end(), page.sentence_at(cue.start())[1]) is not None
    return cue[0].startswith("giao ") and _TO_MANAGE.match(page.lower, cue.end()) is not None
