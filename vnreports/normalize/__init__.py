"""What a string is worth: each `read_…` turns one string into a value, or gives None.

>>> from vnreports import normalize
>>> normalize.read_number("4.063,6 tỷ")
4063600000000
"""

from vnreports.normalize.dates import read_date
from vnreports.normalize.names import read_name
from vnreports.normalize.numbers import read_number
from vnreports.normalize.places import PlaceReading, read_place
from vnreports.normalize.quantities import read_quantity
from vnreports.normalize.titles import read_title

__all__ = ["PlaceReading", "read_date", "read_name", "read_number", "read_place", "read_quantity", "read_title"]
