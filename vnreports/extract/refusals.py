"""Whether a number without a unit states an amount, or names, orders and dates something."""

from vnreports.extract.label_rules import TIME
from vnreports.extract.labels import read_label_noun
from vnreports.extract.shared_out import read_sharer
from vnreports.normalize.nouns import Noun, is_administrative
from vnreports.normalize.quantities import Quantity
from vnreports.page import Page
from vnreports.rules import Pattern

_NAME_BEFORE = Pattern(r"\p{Lu}\p{Ll}+\ \p{Lu}\p{Ll}+\ $")
_PART_OF_A_NAME = Pattern(r"\p{Lu}\p{L}*\ $")
# an amount without noun or unit stands after one of these: tăng từ 112 lên 559; tổng số là 5.258
_AMOUNT_EXPECTED = Pattern(
    r"(?<!\w)(?:là|còn|lên|xuống|từ|tổng\ số|đạt|bằng|số\ lượng|tới|đến|thêm|đi|gồm|so\ với|thay\ (?:vì|cho)"
    r"|(?:lại|gom|dồn|nhập|gộp|ghép)\ thành)\ "
    r"(?:(?:không\ (?:quá|dưới|vượt\ quá)|tối\ (?:đa|thiểu)|khoảng|gần|hơn|trên|dưới|chỉ|chỉ\ còn)\ )?$",
    plain=True,
)
_A_YEAR = Pattern(r"(?:sang|mỗi|hàng|hằng|cả|qua|nhiều|những|các|số|đầu|cuối|trong|giữa|một|vài|dăm)\ $")  # mỗi năm
_YEAR_IS = Pattern(r"(?<!\w)(?:năm\ (?:\d{4}|nay|qua|tới)(?!\w)|đây|đó)[^.;:\n]{0,40}\ là\ $")  # đây là năm bản lề
_ORDINAL = Pattern(r"(?<!\w)(?:giai\ đoạn|khóa|khoá|đợt|vòng|hiệp|tập|giải|ngã)\ $")  # giai đoạn hai công trình, ngã ba
_A_FEW = Pattern(r"(?:những|các|một|vài|dăm|mấy|bộ)\ $")  # vài ba dòng, bộ ba
# lần lượt có 126, 114 và 40 xã: numbers in turn, their noun after the last
_IN_TURN = Pattern(r"(?<!\w)lần\ lượt\ (?:\p{L}+\ ){0,3}(?:[\d.]+(?:,\ |\ và\ |,\ và\ ))*$")
# khiến một tài xế tử vong, chỉ có một quốc tịch: no article
_ONE_COUNTS = Pattern(
    r"một(?:(?<=(?<!\w)ít\ nhất\ một)|(?<=chỉ\ có\ một)|(?<=chỉ\ còn\ một)|(?<=được\ có\ một)|(?<=duy\ nhất\ một))"
    r"(?!\ (?:lần|phần|số|trong|vài|cách|điều|điểm|mục|con\ đường|lý\ do)(?!\w))"
    r"|một\ (?!số|gia\ đình|vụ|trận|cái)(?:\p{L}+\ ){1,3}(?:đã\ )?"
    r"(?:tử\ vong|chết|thiệt\ mạng|bị\ thương|mất\ tích|tử\ nạn)(?!\w)",
    plain=True,
)
_STREETS = frozenset({"đường", "phố", "ngõ", "ngách", "hẻm", "đại lộ"})
_OWNED = Pattern(r"(?<!\w)(?:sở\ hữu|kê\ khai|đang\ sử\ dụng)(?!\w)[^.;:\n]*$", plain=True)  # …, một căn hộ ở Huế
_A_THING = Pattern(r"một\ (?:căn|lô|ngôi|mảnh|thửa|chiếc|ô\ ?tô|xe|nhà|biệt\ thự|trang\ trại)(?!\w)", plain=True)
_OPENING = Pattern(r"(?:\d{1,2}[.)]|[-–•*+“\"])?\s*", plain=True)  # 12. Hai bên nhất trí
_LASTING = Pattern(rf"\ (?:{TIME})(?!\w)")
# tăng thời hạn từ 30 lên 90 ngày
_TO_A_LENGTH = Pattern(rf"\ (?:lên|xuống|còn)\ (?:còn\ )?\d+\ (?:{TIME})(?!\w|\ (?:tiền\ )?lương|\ công)")
_SLOGAN = Pattern(r"[“\"‘']\d{1,2}(?:\ \p{L}+){1,2}[”\"’']", plain=True)  # nhà “3 cứng”
_LISTED = Pattern(r"(?<!\w)\d+(?:(?:,\ |\ và\ |,\ và\ )\d+)*(?:,\ |\ và\ |,\ và\ )$", plain=True)  # lớp 10, 11 và
_GOES_ON = Pattern(r"(?:,\ |\ và\ |,\ và\ )\d")
_LONGEST_COUNT = 9  # digits without a sign between them
_IS_THE_REST = Pattern(
    r"(?:\ \p{L}+){1,3}\ (?:còn\ (?:lại|thiếu)|nói\ trên|kể\ trên|này|ấy)(?!\w)", plain=True
)  # số 226 người còn lại
_OUT_OF_THEM = Pattern(r"\ trong\ số\ (?:đó|này|ấy|chúng)(?!\w)")
_OUT_OF_A_TOTAL = Pattern(r"\ (?:trong\ (?:tổng\ )?|trên\ tổng\ )(?:số\ )?(?:hơn\ |gần\ |khoảng\ )?\d")


def is_glued(page: Page, start: int, quantity: Quantity) -> bool:
    """Whether the number is only a piece of a longer sign: *8A3*, *2-1*, *16:9*, *4G*."""
    after = page.lower[quantity.end : quantity.end + 2]
    joined = after[:1].isalpha() and quantity.unit != "%"  # 5,3%GDP is an amount
    if joined or after[:1] == "_":
        return True
    if after[:1] in "-–/:" and after[1:].isalnum() and not (after[0] == "/" and quantity.dimension == "money"):
        return True  # but 30 triệu đồng/100 m3
    return quantity.unit == "g" and page.text[quantity.end - 1] == "G"


def states_an_amount(page: Page, start: int, quantity: Quantity, noun: Noun | None) -> bool:
    """Whether a number without unit counts something."""
    lower = page.lower
    if quantity.rule == "order":
        return not _LASTING.match(lower, quantity.end)  # hàng chục năm qua
    known = noun is not None and noun.known
    if quantity.in_words and quantity.scale == 1:
        return _word_counts(page, start, quantity, known=known)
    if noun is None and read_sharer(page.text, start, quantity.end) is not None:
        return True  # 58 người (Sa Pa 9, Văn Bàn 49)
    if quantity.scale == 1 and _is_labelled(page, start, quantity, noun):
        return False
    if quantity.rule == "number" and start + _LONGEST_COUNT < quantity.end and lower[start : quantity.end].isdigit():
        return False  # an account: 102010002381523
    if looks_like_a_year(quantity, lower[start : quantity.end]) and not (known and _is_round(quantity)):
        return False  # 2000 hộ; but Luật Nhà ở 2023 quyết định …
    if noun is None and _TO_A_LENGTH.match(lower, quantity.end):
        return False
    if quantity.rule == "of_total" and _is_season_or_house(page, quantity):
        return False
    if known and noun is not None and (_is_before_a_unit(page, start, noun) or _is_a_house(page, noun)):
        return False
    if noun is not None:
        return known or not (_names_something(page, start) or _SLOGAN.match(lower, start - 1))
    return _counts_without_noun(lower, start, quantity)


def _is_labelled(page: Page, start: int, quantity: Quantity, noun: Noun | None) -> bool:
    """Whether the noun before a number makes it a label: *quốc lộ 1*, *kết luận 5*; not *kết luận 5 trong 18 vụ*."""
    known = noun is not None and noun.known
    label = read_label_noun(page.lower, start if known else _start_of_list(page.lower, start))
    if label in (None, "never"):
        return False
    out_of = noun is None and _OUT_OF_A_TOTAL.match(page.lower, quantity.end)
    if out_of and not _follows_a_capital(page, start):  # Covid 19 trong 3 trận
        return False
    if label == "weak":
        return not _counts_despite_label(page, noun)
    return not (known and _IS_THE_REST.match(page.lower, quantity.end))


def _follows_a_capital(page: Page, start: int) -> bool:
    """Whether the word before `start` is written with a capital."""
    return page.text[page.lower.rfind(" ", 0, max(0, start - 1)) + 1].isupper()


def _counts_without_noun(lower: str, start: int, quantity: Quantity) -> bool:
    """Whether a number without unit and noun counts: for its form, or for the words around it."""
    if quantity.rule == "of_total":
        return int(quantity.value or 0) <= int(quantity.total or 0)  # 30/4 is a day, 6/3 a score
    if quantity.scale > 1:
        return True
    if _OUT_OF_A_TOTAL.match(lower, quantity.end):
        return quantity.value != 1  # 2 trong hơn 70 cơ sở; là 1 trong 4 chương trình: one of them
    if in_turn(lower, start, quantity.end) or _AMOUNT_EXPECTED.search(lower, max(0, start - 26), start):
        return True
    return _has_grouped_thousands(lower[start : quantity.end], quantity)


def _start_of_list(lower: str, start: int) -> int:
    """Where the first of the numbers stands in whose list there is one at `start`."""
    listed = _LISTED.search(lower, max(0, start - 30), start) if lower.endswith((" và ", ", "), 0, start) else None
    return listed.start() if listed else start


def in_turn(lower: str, start: int, end: int) -> bool:
    """Whether the number at [start, end) is one of several in turn, with another after it."""
    return bool(_GOES_ON.match(lower, end) and _IN_TURN.search(lower, max(0, start - 90), start))


def _counts_despite_label(page: Page, noun: Noun | None) -> bool:
    """Whether the noun after a number outweighs the label before: *cấp 500 giấy phép*, but *tổ 17 phường Trần Phú*."""
    return noun is not None and noun.known and not _opens_a_unit(page, noun)


def _opens_a_unit(page: Page, noun: Noun) -> bool:
    """Whether a noun after a number is the type word of a unit named after it: *2 tỉnh Thái Nguyên*."""
    place_follows = page.text[noun.end + 1 : noun.end + 2].isupper()
    return place_follows and is_administrative(page.lower[noun.start : noun.end])


def _word_counts(page: Page, start: int, quantity: Quantity, *, known: bool) -> bool:
    """Whether a number word counts: *hai dự án*; not *một* the article, *năm* the year, a capital inside a name."""
    word = page.text[start : quantity.end]
    first_in_sentence = _OPENING.fullmatch(page.lower, page.sentence_at(start)[0], start) is not None
    if word.lower() == "một":
        return known and one_counts(page.lower, start)
    if not known or (word[0].isupper() and not first_in_sentence):
        # hai trong số 5 bệnh viện; ba trong số đó
        return bool(_OUT_OF_A_TOTAL.match(page.lower, quantity.end) or _OUT_OF_THEM.match(page.lower, quantity.end))
    if _ORDINAL.search(page.lower, max(0, start - 10), start):
        return False
    before = {"năm": _A_YEAR, "ba": _A_FEW}.get(word.lower())
    if before is not None and before.search(page.lower, max(0, start - 8), start):
        return False
    return word.lower() != "năm" or not _YEAR_IS.search(page.lower, max(0, start - 60), start)


def one_counts(lower: str, start: int) -> bool:
    """Whether the *một* at `start` is a number and no article: *ít nhất một cây*, *một người tử vong*."""
    if _ONE_COUNTS.match(lower, start) is not None:
        return True
    owned = _A_THING.match(lower, start) is not None
    return owned and _OWNED.search(lower, max(0, start - 160), start) is not None


def looks_like_a_year(quantity: Quantity, written: str) -> bool:
    """Whether a number, as it is written, may be a year."""
    return quantity.rule == "number" and len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100


def _is_round(quantity: Quantity) -> bool:
    return int(quantity.value or 0) % 100 == 0


def _is_season_or_house(page: Page, quantity: Quantity) -> bool:
    """Whether n/m is a season (*2016/17*) or a house in a lane before the name of its road (*249/3 Lê Lợi*)."""
    value, total = int(quantity.value or 0), int(quantity.total or 0)
    if 1900 <= value <= 2100 and total in (value + 1, (value + 1) % 100):
        return True
    return value > total and page.text[quantity.end + 1 : quantity.end + 2].isupper()


def _is_before_a_unit(page: Page, start: int, noun: Noun) -> bool:
    """Whether a number ends a name before the unit where it lies: *khu công nghiệp Yên Bình 2 tỉnh Thái Nguyên*."""
    return _opens_a_unit(page, noun) and _NAME_BEFORE.search(page.text, max(0, start - 24), start) is not None


def _is_a_house(page: Page, noun: Noun) -> bool:
    """Whether the noun after a number opens the name of a street: *83 đường Trần Phú*."""
    return page.lower[noun.start : noun.end] in _STREETS and page.text[noun.end + 1 : noun.end + 2].isupper()


def _has_grouped_thousands(written: str, quantity: Quantity) -> bool:
    """Whether a sign groups the thousands of a number, which no label has: *227.000*, *68,000*; not *1,25*."""
    return len(written) > 4 and ("." in written or ("," in written and isinstance(quantity.value, int)))


def _names_something(page: Page, start: int) -> bool:
    """Whether a capitalised word stands right before the number: *Vũng Áng 1 đi vào hoạt động*."""
    before = _PART_OF_A_NAME.search(page.text, max(0, start - 16), start)
    return before is not None and before.start() != page.sentence_at(start)[0] and not before[0].strip().isupper()
