"""The amounts of a page as links see them, and the links between them."""

import dataclasses
from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.resolve.setting import Openers
from vnreports.rules import Pattern

# what may stand before a number that it weakens or introduces
SOFT = (
    r"(?:tỷ\ lệ|tỉ\ lệ|khoảng|chừng|gần|hơn|trên|dưới|chưa|xấp\ xỉ|với|tới|đến|đầy|mức|chỉ|mới|được|tối\ đa|tối\ thiểu"
    r"|non|ngót(?:\ nghét)?|vỏn\ vẹn|tròn|quá)"
)
PLANS = r"kế\ hoạch|dự\ toán|chỉ\ tiêu|mục\ tiêu"
# how the text ends before an amount that something may have come to: a first look
TO_ENDS = (
    "lên ", "xuống ", "còn ", "đến ", "tới ", "thành ", "về ",
    "lệ ", "khoảng ", "gần ", "hơn ", "trên ", "dưới ", "xỉ ", "với ", "mức ", "chỉ ", "mới ", "được ", "chưa ", "đầy ",
    "đa ", "thiểu ",
    "có ", "đạt ", "là ",
)  # fmt: skip
# words that announce the parts of what was told before
OF_WHICH = Pattern(
    r"(?<!\w)(?:trong\ (?:tổng\ số\ |số\ )?(?:đó|này)|trong\ số\ (?:\p{L}+\ ){1,2}này|cụ\ thể"
    r"|(?:đông|nặng)\ nhất(?:\ là)?|bao\ gồm|gồm(?:\ có)?|riêng|chia\ ra|"
    r"chủ\ yếu(?:\ là)?|nhiều\ nhất(?:\ là)?)(?!\w)",
    plain=True,
)
OF_WHICH_OPENS = frozenset({"trong", "cụ", "bao", "gồm", "riêng", "chia", "chủ", "nhiều", "đông", "nặng"})


@dataclasses.dataclass
class Relations:
    """The links of the amounts, by index: `was[i] == j` says that amount j is the earlier one of amount i."""

    was: dict[int, int] = dataclasses.field(default_factory=dict)
    part_of: dict[int, int] = dataclasses.field(default_factory=dict)
    share_of: dict[int, int] = dataclasses.field(default_factory=dict)
    compared: set[int] = dataclasses.field(default_factory=set)  # amounts that stand only to be compared with
    moved: set[int] = dataclasses.field(default_factory=set)  # those of a list that another list has become


@dataclasses.dataclass(frozen=True)
class Amounts:
    """The amounts of a page with what every link asks of them.

    `changes` are the indices of those by which something rose or fell.
    """

    page: Page
    amounts: Sequence[Amount]
    changes: frozenset[int]
    openers: Openers

    def between(self, first: int, second: int) -> str:
        """The words between two amounts, in lower case."""
        return self.page.lower[self.amounts[first].end : self.amounts[second].start]

    def in_one_sentence(self, first: int, second: int) -> bool:
        """Whether two amounts stand in one sentence."""
        return self.amounts[first].sentence == self.amounts[second].sentence

    def says_again(self, index: int) -> bool:
        """Whether an amount gives the one before it in words: *450 triệu đồng (bằng chữ: bốn trăm năm mươi …)*."""
        if index == 0 or not self.amounts[index].quantity.in_words:
            return False
        this, last = self.amounts[index], self.amounts[index - 1]
        same = this.dimension == last.dimension and this.quantity.value == last.quantity.value
        between = self.between(index - 1, index)
        return (same and between.lstrip().startswith("(")) or "bằng chữ" in between
