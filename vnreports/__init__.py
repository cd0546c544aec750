"""Checkable facts from Vietnamese government news: officials, places, dates and every numeric claim.

>>> import vnreports
>>> [claim.value for claim in vnreports.extract("Tỉnh giảm 6 cơ quan.").claims]
[6]
"""

import importlib
import sys
import types
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnreports import normalize, register
    from vnreports.components import load
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

__version__ = "0.1.0"

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

_MODULES = ("normalize", "register")
_HOMES = {
    "load": "vnreports.components",
    **dict.fromkeys(("Article", "Report", "extract", "extract_many", "to_frame"), "vnreports.report"),
    **dict.fromkeys(("Word", "segment"), "vnreports.words"),
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: `vnreports --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _MODULES:
        return importlib.import_module(f"vnreports.{name}")
    value: object = getattr(importlib.import_module(_HOMES.get(name, "vnreports.records")), name)
    globals()[name] = value
    return value


class _Package(types.ModuleType):
    """The package: its `extract` is the function, though the modules inside have a package of that name."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set the attribute, but for the package `vnreports.extract`, which importing it would bind here."""
        if name != "extract" or not isinstance(value, types.ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
