"""Checkable facts from Vietnamese government news: officials, places, dates and every numeric claim.

>>> import vnreports
>>> [claim.value for claim in vnreports.extract("Tỉnh giảm 6 cơ quan.").claims]
[6]
"""

from typing import TYPE_CHECKING

from vnreports import normalize, register
from vnreports.records import (
    Check,
    Claim,
    Date,
    Document,
    Mention,
    Note,
    Official,
    OfficialMention,
    Place,
    Position,
    Record,
)
from vnreports.report import Article, Report, extract, extract_many, to_frame
from vnreports.words import Word, segment

if TYPE_CHECKING:
    from vnreports.components import load

__version__ = "0.1.0"

# imported here at once, since `vnreports.extract` is a function and, for the modules inside, a package: the import of
# the pipeline binds the package to that name first, then the line above binds the function
__all__ = [
    "Article",
    "Check",
    "Claim",
    "Date",
    "Document",
    "Mention",
    "Note",
    "Official",
    "OfficialMention",
    "Place",
    "Position",
    "Record",
    "Report",
    "Word",
    "extract",
    "extract_many",
    "load",
    "normalize",
    "register",
    "segment",
    "to_frame",
]


def __getattr__(name: str) -> object:
    """`load`, which needs spaCy, when it is first asked for."""
    if name != "load":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from vnreports.components import load  # noqa: PLC0415

    return load
