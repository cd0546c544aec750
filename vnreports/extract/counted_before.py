"""Numbers whose noun was said before: *thiếu 412 người, tiểu học 355, THPT 86*; *Bát Xát (97 căn), Mường Hum (64)*."""

from vnreports.extract.amounts import Amount
from vnreports.extract.labels import read_label_noun
from vnreports.extract.refusals import looks_like_a_year
from vnreports.normalize.quantities import Quantity
from vnreports.page import Page
from vnreports.rules import Pattern

RULE = "counted-before"
_HEDGE = r"(?:(?:hơn|gần|trên|dưới|khoảng|chừng|tới|chỉ|có|còn|được)\ )?"
_ENDS = Pattern(r"[,;)]|\ \(\d|\.(?!\d)|\ và\ |\ (?:cho|ở|tại|từ|thuộc|do|so\ với)\ |\n|$")
# Tứ Kỳ giảm 5 xã, Thanh Hà giảm 4
_CHANGE = Pattern(
    rf"(?<!\w)(?:giảm|tăng|bớt|thêm|thiếu|thừa|dôi\ dư|hụt|vượt|xin|(?:chỉ|mới|hiện)\ (?:có|được)"
    rf"|(?:hợp\ đồng|tuyển|giải\ quyết|bố\ trí|tiếp\ nhận)\ được|(?:trễ|quá)\ hạn|bị\ thương|mất\ tích|thiệt\ mạng"
    rf"|(?:còn|bỏ)\ trống|khuyết|nghiệm\ thu|hỏng(?:\ mất)?)\ {_HEDGE}$",
    plain=True,
)
_NUMBERED = Pattern(r"[(;,]\ ?(?:đợt|lần|năm|quý|khối|bậc|cấp|nhóm|loại|ca)\ [^,;:().]{1,12}:\ $")  # (đợt 1: 20, …)
_ITEM = rf"[^,;:().\d\n]{{2,30}}(?:\ \([^()\d\n]{{2,30}}\))?:?\ {_HEDGE}"
_LISTED = Pattern(rf"(?:\(|:\ |(?:,|;|\ và|trong\ đó|gồm):?\ ){_ITEM}$", plain=True)
_GOES_ON = Pattern(rf"(?:,|;|\ và)\ {_ITEM}\d", plain=True)
_ALONE = Pattern(
    rf"\((?:riêng|trong\ đó|gồm|có|kể\ cả|nữ)(?:\ (?:[^():;\d\n]{{2,20}},)?{_ITEM}|\ )$", plain=True
)  # (riêng Tin học 31)
# - Giữ làm trụ sở: 1.604 cơ sở;⏎- Chuyển thành trường học: 391;
_NEXT_LINE = Pattern(r"[^\n\d]{0,40}[;,.]?\n+[-–+•*]\ [^:\n\d]{2,90}:\ ")
_GIVEN_TO = Pattern(r"\ (?:cho|ở|tại|từ|thuộc)\ ")
_IN_BRACKETS = Pattern(rf"\p{{Lu}}\p{{L}}*\ \((?:xin\ )?{_HEDGE}$")  # Mường Hum (64)
_NEXT_IN_BRACKETS = Pattern(r"\)(?:,|;|\ và)[^()\d\n]{2,40}\((?:\p{Ll}+\ )?\d")
_LAST_IN_BRACKETS = Pattern(r"(?:\ \p{L}+){0,2}\)(?:,|;|\ và)[^()\d\n]{2,40}\((?:\p{Ll}+\ )?")
_REACH = 60


def is_counted_before(page: Page, start: int, quantity: Quantity, last: Amount | None) -> bool:
    """Whether a number without unit and noun counts what the last amount of its sentence does."""
    if last is None or last.dimension != "count" or quantity.rule != "number":
        return False
    lower = page.lower
    if quantity.in_words or _ENDS.match(lower, quantity.end) is None:
        return False
    if start >= last.sentence[1]:
        return last.unit is not None and _NEXT_LINE.fullmatch(lower, last.end, start) is not None
    near = max(last.end, start - _REACH)
    if _NUMBERED.search(lower, near, start):
        return True
    in_brackets = lower.startswith(")", quantity.end) and (
        _IN_BRACKETS.search(page.text, near, start) is not None
        or _LAST_IN_BRACKETS.fullmatch(lower, last.end, start) is not None  # mầm non (903 người), tiểu học (748)
    )
    changed = _CHANGE.search(lower, near, start) is not None
    if last.unit is None and not in_brackets and not changed:
        return False  # 2.345 biên chế, hiện có 2.120, còn thiếu 225
    named = last.unit is not None and lower.endswith(f"{last.unit.lower()} ", near, start)  # 3 đoạn (đoạn 1, đoạn 2)
    if (
        named
        or read_label_noun(lower, start) in ("always", "weak")
        or looks_like_a_year(quantity, lower[start : quantity.end])
    ):
        return False
    if changed or _ALONE.search(lower, near, start):
        return True
    if in_brackets:
        listed = _LAST_IN_BRACKETS.fullmatch(lower, last.end, start)
        return listed is not None or _NEXT_IN_BRACKETS.match(lower, quantity.end) is not None
    if lower.endswith((", ", "; ", " và "), near, start):  # 245 chỉ tiêu cho các huyện, 144 cho các sở
        given = _GIVEN_TO.match(lower, quantity.end)
        return given is not None and lower.find(given[0], last.end, start) >= 0
    before = page.text[page.text.rfind(" ", 0, start - 1) + 1 : start - 1]
    in_a_name = before[:1].isupper() and not before.isupper()  # Sơn Kim 1 và Sơn Kim 2; but tiểu học 51, THCS 43
    if in_a_name or not _LISTED.search(lower, near, start):
        return False
    return last.rule == RULE or _GOES_ON.match(lower, quantity.end) is not None
