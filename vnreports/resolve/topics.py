"""What a claim is about: organisation, staff, budget, or something else."""

import functools
import re

from vnreports.lexicon import one_of, read_table
from vnreports.records import Dimension, Topic
from vnreports.rules import find_strings
from vnreports.syllables import Syllables, with_syllables

_UNITS = "đơn vị hành chính"  # where a report names them, it may be about anything in them
_LEVELS = with_syllables(("đơn vị cấp xã", "đơn vị cấp huyện", "đơn vị cấp tỉnh"))
_REORGANISED = re.compile(
    r"(?<!\w)(?:sắp xếp|sáp nhập|hợp nhất|tinh gọn|bộ máy|nhập|chia tách|tổ chức lại|gộp|cắt giảm|rút còn)(?!\w)"
)
_MERGED = with_syllables(
    ("sáp nhập", "hợp nhất", "gộp ", "nhập ", "sắp xếp", "xếp lại", "tổ chức lại", "giảm ", "bớt ", "tăng ",
     "cả nước còn ", "địa giới")
)  # fmt: skip
_HEAD = 1000  # characters in which a report says that it is about a merger
_UNITS_OF_STATE = r"(?:xã|phường|thị trấn|huyện|tỉnh|đơn vị cấp)(?!\w)"
_VILLAGES = r"(?:thôn|xóm|ấp|tổ dân phố|khu phố|khối(?: phố|, (?:xóm|bản)))(?!\w)"
_UNITS_MERGED = re.compile(
    # gộp 90 xã thành 43 xã, sắp xếp toàn bộ 12 phường, giảm 72% số xã
    r"(?<!\w)(?:sáp nhập|hợp nhất|gộp|sắp xếp|xếp lại|tổ chức lại)(?!\w)(?: [^.;:\n\d]{0,30})? (?:[\d.]+|hai|ba|bốn) "
    rf"(?:số )?{_UNITS_OF_STATE}|(?<!\w)giảm (?:\w+ ){{0,2}}[\d.,]+% (?:số )?{_UNITS_OF_STATE}"
    # nhập thị xã Mẫu vào TP Thử, tăng 2 phường, giảm 2 xã, cả nước còn 34 tỉnh
    r"|(?<!\w)(?:sáp nhập|hợp nhất|gộp|nhập) (?:(?:cả|trọn|toàn bộ) )?(?:huyện|thị xã|xã|phường|thị trấn|tỉnh) "
    r"[^.;:\n]{2,60}? (?:vào|với|về|và|thành)(?!\w)"
    rf"|(?<!\w)(?:tăng|giảm) \d+ {_UNITS_OF_STATE}, (?:tăng|giảm) \d+ {_UNITS_OF_STATE}"
    rf"|(?<!\w)(?:bớt|giảm|gộp|nhập|sáp nhập|sắp xếp) (?:[\d.]+ )?{_VILLAGES}"
    r"|cả nước còn \d\d tỉnh(?!\w)|(?<!\w)địa giới hành chính(?!\w)"
)

# Vụ Ngân sách có 4 phòng, Cục Thuế được tổ chức theo 20 khu vực: what the bodies of the state are made of
_PARTS_OF_A_BODY = frozenset({"phòng", "tổ", "đội", "ban", "đơn vị", "khu vực", "chi cục", "tổ chức"})
_PARTS_TOLD = re.compile(
    r"(?:có|gồm|được tổ chức (?:theo|thành)) (?:không quá |tối đa |từ )?\d+(?:[–-]\d+| - \d+)? "
    r"(?:phòng|tổ|đội|ban|đơn vị cấp|khu vực|chi cục|tổ chức)(?! (?:học|bệnh|họp|khám|nghỉ|ngủ|khách|chức)(?!\w))"
)
_A_BODY = re.compile(
    r"(?<!\w)(?:ban|cục|vụ|văn phòng|thanh tra|viện|chi cục|sở|báo|đài|bộ|bảo hiểm xã hội|kho bạc)(?!\w)[^.;:()\n]*$"
)
_OF_A_MINISTRY = re.compile(r"(?<!\w)(?:(?<!chi )cục|vụ trưởng|cấp vụ|vụ thuộc|bộ)(?!\w)")


def is_counted_otherwise(clause: str) -> bool:
    """Whether the words around units of the state say that something else than their organising is told of them."""
    return _words("not", "organization").search(clause) is not None


def names_money(words: str) -> bool:
    """Whether words open with a noun for money: *giá trị hợp đồng*, *mức lương*."""
    return _words("unit", "budget").match(words) is not None


def tells_another_rate(sentence: str) -> bool:
    """Whether a sentence of a report on spending tells how much something else grew or is: *GRDP*, *hộ nghèo*."""
    return _words("not_spent", "budget").search(sentence) is not None


def opens_with(head: str, topic: Topic) -> bool:
    """Whether the first words of a report say that it is one about the topic: *thừa biên chế*, *giải ngân*."""
    return any(phrase in head for phrase in _phrases("head", topic))


@functools.cache
def _words(where: str, topic: str) -> re.Pattern[str]:
    words = one_of(row["word"] for row in read_table("topic_words") if row["where"] == where and row["topic"] == topic)
    return re.compile(rf"(?<!\w){words}(?!\w)")


@functools.cache
def _phrases(where: str, topic: str) -> dict[str, frozenset[str]]:
    rows = read_table("topic_words")
    return with_syllables(row["word"] for row in rows if row["where"] == where and row["topic"] == topic)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(row["unit"] for row in read_table("units") if row["dimension"] == "money")


def is_about_reorganisation(lower: str, syllables: Syllables) -> bool:
    """Whether the report, in lower case and with its syllables, is about the reorganisation of units and offices.

    >>> from vnreports.syllables import split_syllables
    >>> def is_so(lower):
    ...     return is_about_reorganisation(lower, split_syllables(lower))
    >>> is_so("sau 3 tháng vận hành chính quyền địa phương 2 cấp"), is_so("tỉnh gộp 90 xã thành 43 xã")
    (True, True)
    >>> is_so("giá đất ở 126 đơn vị hành chính"), is_so("sắp xếp đơn vị hành chính")
    (False, True)
    """
    if any(phrase in lower for phrase in syllables.among(_phrases("page", "organization"))):
        if any(match[0] != _UNITS for match in _words("page", "organization").finditer(lower)):
            return True
        if _UNITS in lower and _REORGANISED.search(lower) is not None:
            return True
    if any(words in lower for words in syllables.among(_LEVELS)) and _REORGANISED.search(lower):
        return True
    offsets = find_strings(lower, syllables.among(_MERGED), 0, _HEAD)
    return any(_UNITS_MERGED.match(lower, offset) for offset in offsets)


def read_topic(clause: str, *, unit: str | None, phrase: str, dimension: Dimension, reorganisation: bool) -> Topic:
    """The topic of a claim, from its unit, its noun phrase and the clause around it (all lower case).

    >>> read_topic("đã điều động 5.258 cán bộ", unit="cán bộ", phrase="cán bộ", dimension="count",
    ...            reorganisation=False)
    'staff'
    """
    if dimension == "money" or (dimension == "rate" and (unit or "").split("/")[0] in _currencies()):
        return "budget"
    if dimension in ("percent", "ratio") or (unit or "").startswith("%"):
        return _topic_of_percent(clause, phrase, reorganisation=reorganisation)
    if dimension not in ("count", "other", "ratio", "rate"):
        return "other"
    head = (unit or "").lower().split("/")[0]  # 5 giảng viên/ngành
    if _words("unit", "staff").match(head) or (
        _words("person", "staff").fullmatch(head) and _words("near", "staff").search(clause) and _is_on_staff(clause)
    ):
        return "other" if _words("not", "staff").search(clause) else "staff"  # bắt giữ 38 cán bộ
    if _words("post", "staff").fullmatch(head) and (dimension == "rate" or _words("post_near", "staff").search(clause)):
        return "staff"  # thiếu 412 bác sĩ, 1,42 cô/lớp
    if reorganisation and _words("person", "staff").fullmatch(head) and _words("reform_near", "staff").search(clause):
        return "staff"  # sau sắp xếp, cấp xã thiếu 8.217 người
    if _counts_cases(head, clause):
        return "other"  # xử phạt 14 vụ, thụ lý 118 vụ việc
    if head in _PARTS_OF_A_BODY and _has_parts(clause):
        return "organization"
    if _words("unit", "organization").match(head):
        return "organization" if reorganisation or _words("near", "organization").search(clause) else "other"
    if _words("firm", "organization").match(head) and _words("firm_near", "organization").search(clause):
        return "organization"  # cổ phần hóa 40 doanh nghiệp
    if _words("service", "organization").fullmatch(head) and _words("service_near", "organization").search(clause):
        return "organization"  # cắt giảm 83 trường
    if reorganisation and _words("unit_level", "organization").match(head):
        return "other" if is_counted_otherwise(clause) else "organization"
    return "other"


def _counts_cases(head: str, clause: str) -> bool:
    """Whether *vụ* is a case, not a department of a ministry."""
    department = head == "vụ" and _OF_A_MINISTRY.search(clause) and not _words("case", "other").search(clause)
    return head.split(" ", maxsplit=1)[0] == "vụ" and not department


def _is_on_staff(clause: str) -> bool:
    """Whether people are told of as staff, and not as members of the Party only: *28 người bị khiển trách*."""
    return "cán bộ" in clause or "công chức" in clause or _words("not_person", "staff").search(clause) is None


def _has_parts(clause: str) -> bool:
    """Whether a body of the state has so many parts: *Văn phòng có 7 tổ*."""
    return any(_A_BODY.search(clause, 0, told.start()) for told in _PARTS_TOLD.finditer(clause))


def _topic_of_percent(clause: str, phrase: str, *, reorganisation: bool) -> Topic:
    if phrase.startswith("về "):  # tăng 14% về số dự án và 49% về vốn
        return _topic_of_phrase(clause, phrase.removeprefix("về "), reorganisation=reorganisation) or "other"
    told = _topic_of_phrase(clause, phrase, reorganisation=reorganisation) if phrase else None
    if told is not None:
        return told
    if _words("not", "budget").search(clause):  # 45% hộ dân được hỗ trợ kinh phí
        return "other"
    return "budget" if _words("near", "budget").search(clause) else "other"


def _topic_of_phrase(clause: str, phrase: str, *, reorganisation: bool) -> Topic | None:
    """The topic that the noun phrase of a percentage tells, or None."""
    if names_money(phrase):
        return "budget"
    if _words("near", "budget").search(phrase) and not _words("not", "budget").search(phrase):
        return "budget"
    if _words("unit", "staff").match(phrase) or _words("near", "staff").match(phrase):
        return "staff"
    if reorganisation and (
        _words("unit", "organization").match(phrase) or _words("unit_level", "organization").match(phrase)
    ):
        return "organization" if _words("near", "organization").search(clause) else None
    return "other" if _words("unit", "other").match(phrase) else None
