"""The checks: what the numbers of a report, and of several reports, say about one another.

`check_…` compares records and changes nothing. `disagrees` asks for a review; it never says that a figure is false.
"""

from vnreports.check.across import compare_claims
from vnreports.check.report import check_report

__all__ = ["check_report", "compare_claims"]
