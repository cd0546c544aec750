"""Where a date may begin, and which rules are tried there: most words and numbers open none."""

import re

from vnreports.lexicon import one_of
from vnreports.normalize.date_words import PARTS, RELATIVE, UNITS
from vnreports.rules import Pattern

# which rules are tried where a word stands, or a number with what follows it: all that can match there
TRIED: dict[str, tuple[str, ...]] = {
    "year": ("year-bare",),
    "long_year": ("year-bare", "opening-year", "digits", "hours"),
    "month_of_year": ("month-year", "opening-month"),
    "day_of_year": ("day-month-year", "day-month", "day-month-after"),
    "day_blank": ("day-month-year",),
    "day_of_month": ("day-month", "day-month-after", "lunar-short"),
    "signed": ("day-month-year", "day-month", "day-month-after", "opening-day", "digits", "hours"),
    "listed": ("opening-day", "digits", "hours"),
    "months": ("day-month-spelled", "lunar-month", "months", "digits"),
    "before_tet": ("new-year",),
    "lunar": ("lunar-month",),
    "mùng": ("new-year", "lunar-month", "opening-lunar"),
    "mồng": ("new-year", "lunar-month", "opening-lunar"),
    "rằm": ("full-moon",),
    "hours": ("hours",),
    "counted": ("digits",),
    "linked": ("opening-day", "opening-month", "digits", "hours"),
    "day_spelled": ("day-month-spelled", "lunar-month"),
    "day_signed": ("day-month-year", "day-month"),
    "day_dashed": ("day-month-year", "day-month", "opening-day"),
    "day": ("opening-day", "new-year"),
    "month": ("opening-month", "month"),
    "month_word": ("month-spelled", "outermost"),
    "quý": ("quarter", "outermost"),
    "stated_year": ("year",),
    "năm": ("words", "lunar-year"),
    "nửa": ("half", "words", "hours"),
    "cùng": ("same-period",),
    "nay": ("now",),
    "đầu": ("start",),
    "thập": ("decade",),
    "những": ("decade",),
    "thế": ("century",),
    "thứ": ("weekday",),
    "chủ": ("weekday",),
    "relative": ("relative",),
    "counted_in_words": ("months", "words", "one", "hours"),
    "order": ("order",),
}
_NUMERALS = ("một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "chục")
_UNIT = rf"{one_of(UNITS)}(?!\w)"
_HOURS = rf"{one_of(word for word, (letter, _) in UNITS.items() if letter == 'TH')}(?!\w)"
_LINKED = r"(?:[–—-]|(?:đến|tới|và|hoặc)(?!\w))"
_AHEAD = r"\ ?(?:hết\ )?(?:ngày\ )?(?:\d|nay)"
_RELATIVE = rf"(?P<relative>{one_of(RELATIVE)}(?!\w))"
# what must stand at a word so that rules are tried there; the group that matches says which, else the word does
OPENED = {
    "digit": Pattern(
        rf"""(?<![.,/])  # there a number goes on to the left
           (?: (?P<year> (?:19|20)\d\d (?!\d) (?! \ ?(?:{_LINKED}|{_UNIT}) | [.,]\d ) )
           | (?P<long_year> (?:19|20)\d\d (?!\d) )
           | (?P<month_of_year> \d{{1,2}} (?: /\d{{3}} | -(?:19|20)\d\d(?!\d) ) )
           | (?P<day_of_year> \d{{1,2}} /\ ?\d{{1,2}}/ )
           | (?P<day_of_month> \d{{1,2}} /\d )
           | (?P<day_blank> \d{{1,2}} \ \d{{1,2}}\ (?:19|20)\d\d (?!\d) )
           | (?P<signed> \d{{1,2}} (?: \. \d{{1,2}} (?!\d) | -\ ?\d ) )
           | (?P<listed> \d{{1,2}} (?: ,\ ?\d{{1,2}} )+ (?: [/.-]\d | \ tháng | \ ?(?:,|{_LINKED}){_AHEAD} ) )
           | (?P<lunar> \d{{1,2}} \ tháng\ (?:giêng|chạp)(?!\w) )
           | (?P<months> \d{{1,2}} \ (?:tháng|quý)(?!\w) )
           | (?P<before_tet> (?:2[3-9]|30) \ tết(?!\w) )
           | (?P<hours> \d+ (?:[.,]\d+)* \ ? {_HOURS} )
           | (?P<counted> \d+ (?:[.,]\d+)* \ ? {_UNIT} )
           | (?P<linked> \d+ (?:[.,]\d+)* \ ? {_LINKED} {_AHEAD} ) )""",
        re.VERBOSE,
        plain=True,
    ),
    "ngày": Pattern(
        rf"""ngày\ +(?:mùng\ |mồng\ )?
           (?: (?P<day_spelled> \d{{1,2}} \ tháng )
           | (?P<day_signed> \d{{1,2}} [/.] )
           | (?P<day_dashed> \d{{1,2}} - )
           | (?P<day_blank> \d{{1,2}} \ \d{{1,2}}\ (?:19|20)\d\d (?!\d) )
           | (?P<day> \d ) )
           | {_RELATIVE}""",
        re.VERBOSE,
        plain=True,
    ),
    "tháng": Pattern(rf"tháng\ (?P<month>\d)|{_RELATIVE}|tháng\ (?P<month_word>)", plain=True),
    "năm": Pattern(rf"năm\ (?P<stated_year>\d)|{_RELATIVE}|năm\ ", plain=True),
    "quý": Pattern(rf"{_RELATIVE}|quý\ ", plain=True),
    "cùng": Pattern(r"cùng\ (?:kỳ|thời)", plain=True),
    "đầu": Pattern(r"đầu\ (?:năm|tháng)", plain=True),
    "thập": Pattern(r"thập\ (?:niên|kỷ)", plain=True),
    "những": Pattern(r"những\ năm", plain=True),
    "thế": Pattern(r"thế\ kỷ", plain=True),
    "nửa": Pattern(r"nửa\ ", plain=True),
    **dict.fromkeys(("mùng", "mồng"), Pattern(r"\w+\ \d", plain=True)),
    **dict.fromkeys(
        ("hàng", "hằng", "vài", "mấy"), Pattern(r"\w+\ (?P<order>chục|trăm|nghìn|ngàn|thập|thế)\ ", plain=True)
    ),
    **dict.fromkeys(("trăm", "nghìn", "ngàn"), Pattern(r"\w+\ (?P<order>năm)(?!\w)", plain=True)),
    "rằm": Pattern(r"rằm\ tháng\ ", plain=True),
    **dict.fromkeys(("nay", "đây"), Pattern(r"\w+\ (?P<nay>)(?:cho|đến|tới)", plain=True)),
    **dict.fromkeys(
        ("thứ", "chủ"), Pattern(rf"\w+\ \w+(?:\ (?:tuần|vừa|này|tới)|(?<={PARTS['weekday_told']}\ \w+\ \w+))")
    ),
    **dict.fromkeys(
        ("tuần", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "rạng", "khuya"), Pattern(_RELATIVE, plain=True)
    ),
    **dict.fromkeys(
        _NUMERALS, Pattern(rf"(?P<counted_in_words>\w+(?:\ {PARTS['number']}){{0,4}}\ {_UNIT})", plain=True)
    ),
}
DATE_OPENERS = frozenset(OPENED) - {"digit"}
