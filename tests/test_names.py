import pytest

from vnreports.normalize.names import Name, name_end, read_name
from vnreports.syllables import split_syllables

NAMES = [
    ("Nguyễn Văn Mẫu", "Nguyễn", "Mẫu"),
    ("TRẦN THỊ THỬ", "TRẦN", "THỬ"),
    ("Lê Thử", "Lê", "Thử"),
    ("Giàng A Mẫu", "Giàng", "Mẫu"),
    ("Y Mẫu Hà Niê Kđăm", "Niê", "Mẫu"),
    ("K'Mẫu Thử", "K'Mẫu", "Thử"),
    ("Hoàng Thị Thu Thử", "Hoàng", "Thử"),
]
NOT_NAMES = ["Sở Nội vụ", "Nguyễn", "nguyễn văn mẫu", "Mẫu Văn Nguyễn", "Nguyễn Văn Mẫu cho biết", ""]
# where a name ends when the next sentence, office or place runs on after it
ENDS = [
    ("Nguyễn Văn Mẫu cho biết", 3),
    ("Nguyễn Văn Sáng cho biết", 3),
    ("Nguyễn Văn Mẫu Sáng 4/7", 3),
    ("Nguyễn Văn Mẫu Theo báo cáo", 3),
    ("Nguyễn Văn Mẫu Ông Mẫu nói", 3),
    ("Nguyễn Văn Mẫu Phó Chủ tịch", 3),
    ("Nguyễn Văn Mẫu, Trần Thị Thử", 3),
    # a line broken inside the name, and one that ends after it
    ("Nguyễn Văn\nMẫu dự họp", 4),
    ("Nguyễn Thử\nMẫu dự họp", 2),
    ("Nguyễn Văn\ndự họp", 2),
]


@pytest.mark.parametrize(("text", "surname", "given"), NAMES)
def test_a_name_is_read(text, surname, given):
    assert read_name(text) == Name(text, surname, given)


@pytest.mark.parametrize("text", NOT_NAMES)
def test_what_is_no_name_is_refused(text):
    assert read_name(text) is None


@pytest.mark.parametrize(("text", "end"), ENDS)
def test_a_name_ends_before_what_follows(text, end):
    assert name_end(split_syllables(text), 0, trusted=True) == end


def test_a_weak_surname_needs_an_office_or_an_honorific():
    assert name_end(split_syllables("Thành Văn Mẫu"), 0, trusted=False) is None
    assert name_end(split_syllables("Thành Văn Mẫu"), 0, trusted=True) == 3
