"""The Vietnamese lunar calendar, computed from the new moons and the sun's longitude: `make register`.

    .venv/bin/python scripts/build_lunar.py

A month begins on the day, in Hanoi (UTC+7), of the new moon. The month with the winter solstice is the eleventh; of
thirteen months between two such, the first in which the sun enters no new sign is a leap month. From 1968 on, when
Viet Nam took the time of its own meridian; China's calendar, of UTC+8, has other days in 1985, 2007 and 2030.
"""

import datetime
import itertools
import math
from collections.abc import Iterator
from pathlib import Path

import ephem

FIRST, LAST = 1968, 2068  # the last year itself is not written, as it ends in the next
OUTPUT = Path(__file__).parent.parent / "vnreports" / "lexicons" / "lunar_years.tsv"
HANOI = datetime.timedelta(hours=7)
HEADER = """\
# The Vietnamese lunar calendar: of each year its first day (Tết), how many days its months have, and which of its
# months is the leap one, after the month of the same number (blank where none is).
# source: computed by scripts/build_lunar.py with ephem (new moons and solar longitude, UTC+7)
year\tfirst\tmonths\tleap
"""


def main() -> None:
    OUTPUT.write_text(HEADER + "".join(f"{row}\n" for row in build()), encoding="utf-8")


def build() -> list[str]:
    """The rows of the table, one for each lunar year."""
    months = [month for year in range(FIRST - 1, LAST + 1) for month in _months_from_solstice(year)]
    opens = [at for at, (_, number, leap) in enumerate(months) if number == 1 and not leap]
    rows = []
    for opening, closing in itertools.pairwise(opens):
        lengths = [(months[at + 1][0] - months[at][0]).days for at in range(opening, closing)]
        leap = next((str(number) for _, number, leap in months[opening:closing] if leap), "")
        first = months[opening][0]
        rows.append(f"{first.year}\t{first.isoformat()}\t{' '.join(map(str, lengths))}\t{leap}")
    return rows


def _months_from_solstice(year: int) -> Iterator[tuple[datetime.date, int, bool]]:
    """The months from the one with the solstice of a year to the next such: first day, number, whether it is a leap."""
    days, closing = [_solstice_month(year)], _solstice_month(year + 1)
    while days[-1] < closing:
        days.append(_new_moon_day(days[-1] + datetime.timedelta(days=25)))
    leap_at, number = _leap(days), 11
    for at, day in enumerate(days[:-1]):
        if at == leap_at:
            yield day, (number - 2) % 12 + 1, True
        else:
            yield day, number, False
            number = number % 12 + 1


def _solstice_month(year: int) -> datetime.date:
    solstice = _local_day(ephem.next_winter_solstice(f"{year}/12/1"))
    day = _new_moon_day(solstice - datetime.timedelta(days=35))
    while (following := _new_moon_day(day + datetime.timedelta(days=25))) <= solstice:
        day = following
    return day


def _new_moon_day(since: datetime.date) -> datetime.date:
    return _local_day(ephem.next_new_moon(ephem.Date(since)))


def _local_day(moment: ephem.Date) -> datetime.date:
    return (moment.datetime() + HANOI).date()


def _leap(months: list[datetime.date]) -> int | None:
    """Which of the months from one solstice's to the next has no new sign of the sun, where there are thirteen."""
    if len(months) < 14:
        return None
    signs = [_sign(day) for day in months]
    return next(at for at in range(1, len(months) - 1) if signs[at] == signs[at + 1])


def _sign(day: datetime.date) -> int:
    """In which twelfth of its way the sun is as the day begins in Hanoi."""
    moment = ephem.Date(datetime.datetime.combine(day, datetime.time()) - HANOI)
    longitude = ephem.Ecliptic(ephem.Sun(moment), epoch=moment).lon
    return int(float(longitude) / (math.pi / 6)) % 12


if __name__ == "__main__":
    main()
