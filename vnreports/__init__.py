"""Checkable facts from Vietnamese government news: officials, places, dates and every numeric claim.

>>> import vnreports
>>> [claim.value for claim in vnreports.extract("Tỉnh giảm 6 cơ quan.").claims]
[6]
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnreports.components import load
    from vnreports.records import Claim, Date, Document, Mention, Official, OfficialMention, Place, Position, Record
    from vnreports.report import Article, Report, extract, extract_many, to_frame

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Date",
    "Document",
    "Mention",
    "Official",
    "OfficialMention",
    "Place",
    "Position",
    "Record",
    "Report",
    "extract",
    "extract_many",
    "load",
    "to_frame",
]

_HOMES = {
    **dict.fromkeys(("Article", "Report", "extract", "extract_many", "to_frame"), "vnreports.report"),
    "load": "vnreports.components",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES.get(name, "vnreports.records")), name)
    globals()[name] = value
    return value
