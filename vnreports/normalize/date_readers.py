"""The readers of the date rules: what a match is worth as a period of the calendar."""

from collections.abc import Mapping

import msgspec
import regex

from vnreports.normalize.date_words import MONTHS, RELATIVE
from vnreports.normalize.numbers import read_number
from vnreports.normalize.periods import Compared, Period

_YEAR_SHIFTS = {"nay": 0, "ngoái": -1, "trước": -1, "rồi": -1, "tới": 1, "sau": 1, "sang": 1}
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6} | {str(n): n - 2 for n in range(2, 8)}
_ROMAN = {"x": 10, "v": 5, "i": 1}


def with_year(period: Period, groups: Mapping[str, str | None]) -> Period:
    """The period with what these groups say of its year: stated, or told (*năm ngoái*), or hinted (*tới*)."""
    year, rel, hint = groups.get("year"), groups.get("rel"), groups.get("hint")
    if not (year or rel or hint):
        return period
    return msgspec.structs.replace(
        period,
        year=int(year) if year else None,
        shift=_YEAR_SHIFTS[rel] if rel else None,
        hint=(-1 if hint.startswith("vừa") else 1) if hint else 0,
    )


def _month_number(groups: Mapping[str, str]) -> int:
    word = groups.get("word")
    return MONTHS[word] if word else int(groups["month"])


def read_day(match: "regex.Match[str]") -> Period:
    """A day of a month, with its year where that is told."""
    groups = match.groupdict()
    return with_year(Period("day", month=_month_number(groups), day=int(groups["day"])), groups)


def read_month(match: "regex.Match[str]") -> Period:
    """A month, with its year where that is told."""
    groups = match.groupdict()
    return with_year(Period("month", month=_month_number(groups)), groups)


def read_quarter(match: "regex.Match[str]") -> Period:
    """A quarter, in Roman or Arabic figures or in words."""
    groups = match.groupdict()
    quarter = groups["quarter"]
    return with_year(Period("quarter", number=QUARTERS[quarter] if quarter in QUARTERS else int(quarter)), groups)


def read_year(match: "regex.Match[str]") -> Period:
    """A calendar year."""
    return Period("year", year=int(match["year"]))


def read_months(match: "regex.Match[str]") -> Period | None:
    """*6 tháng đầu năm*, *ba tháng cuối năm*: so many months from either end of a year."""
    count = read_number(match["count"])
    months = int(count or 0) * (3 if match["grain"] == "quý" else 1)
    if not 1 <= months <= 11:
        return None
    return with_year(Period("months", number=-months if match["which"] == "cuối" else months), match.groupdict())


def read_half(match: "regex.Match[str]") -> Period:
    """*nửa đầu năm*, *nửa cuối năm*."""
    return with_year(Period("months", number=6 if match["which"] == "đầu" else -6), match.groupdict())


def read_outermost(match: "regex.Match[str]") -> Period:
    """*tháng đầu tiên của năm*: its first month; *quý cuối*: its last quarter."""
    first = match["which"] == "đầu"
    if match["grain"] == "tháng":
        return with_year(Period("month", month=1 if first else 12), match.groupdict())
    return with_year(Period("quarter", number=1 if first else 4), match.groupdict())


def read_decade(match: "regex.Match[str]") -> Period:
    """*thập niên 90*, *những năm 1980*."""
    year = int(match["decade"])
    return Period("years", year=year if year > 99 else 1900 + year, number=10)


def read_century(match: "regex.Match[str]") -> Period | None:
    """A century, in Roman or Arabic figures."""
    numeral = match["century"]
    if numeral.isdigit():
        century = int(numeral)
    else:
        values = [_ROMAN[char] for char in numeral]
        century = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return Period("years", year=century * 100 - 99, number=100) if 10 <= century <= 21 else None


def read_relative(match: "regex.Match[str]") -> Period:
    """*hôm qua*, *năm ngoái*, from the lexicon."""
    row = RELATIVE[match["phrase"]]
    return Period(row["grain"], shift=int(row["shift"]), hint=-1 if match["phrase"].endswith(" qua") else 0)  # type: ignore[arg-type]


def read_weekday(match: "regex.Match[str]") -> Period:
    """*thứ Hai tuần tới*, *thứ Bảy vừa qua*, *hôm thứ Hai*."""
    weekday, week, hint = match.group("weekday", "week", "hint")
    shift = int(RELATIVE[week]["shift"]) if week else None
    ahead = 0 if hint is None else 1 if hint in ("này", "tới") else -1
    return Period("day", weekday=_WEEKDAYS[weekday], shift=shift, hint=ahead)


def read_compared(match: "regex.Match[str]") -> Compared:
    """*cùng kỳ năm 2016*."""
    return Compared(with_year(Period("year"), match.groupdict()))
