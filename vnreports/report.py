"""The report: the records of one document, by kind, as a library user holds them."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NotRequired, TypedDict

from vnreports import tables
from vnreports.pipeline import extract_records
from vnreports.records import Check, Claim, Date, Document, Official, Place, Record

if TYPE_CHECKING:
    import pandas as pd


class Article(TypedDict):
    """A report before it is read: its text and what is known of it."""

    text: str
    id: NotRequired[str | int | None]
    date: NotRequired[datetime.date | str | None]
    title: NotRequired[str | None]
    publisher: NotRequired[str | None]
    url: NotRequired[str | None]


@dataclasses.dataclass(frozen=True)
class Report:
    """The records of one document."""

    records: list[Record]

    @property
    def document(self) -> Document:
        """The document record."""
        return next(record for record in self.records if isinstance(record, Document))

    @property
    def officials(self) -> list[Official]:
        """The officials, by first mention."""
        return [record for record in self.records if isinstance(record, Official)]

    @property
    def places(self) -> list[Place]:
        """The places, by first mention."""
        return [record for record in self.records if isinstance(record, Place)]

    @property
    def dates(self) -> list[Date]:
        """The dates in text order."""
        return [record for record in self.records if isinstance(record, Date)]

    @property
    def claims(self) -> list[Claim]:
        """The claims in text order."""
        return [record for record in self.records if isinstance(record, Claim)]

    @property
    def checks(self) -> list[Check]:
        """What the numbers say about one another."""
        return [record for record in self.records if isinstance(record, Check)]

    def to_frame(self, kind: str = "claim") -> "pd.DataFrame":
        """The records of one kind as a pandas frame, one row a record (see `vnreports.tables`)."""
        return tables.to_frame(self.records, kind=kind)


def extract(
    text: str,
    *,
    doc: str = "doc",
    date: datetime.date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Report:
    """The report of one text; `date` is the publication date (a date, or an ISO day) where it is known.

    >>> [claim.text for claim in extract("Toàn tỉnh giảm 6 cơ quan, tiết kiệm 4,5 tỷ đồng.").claims]
    ['6', '4,5 tỷ đồng']
    """
    return Report(extract_records(text, doc=doc, date=read_day(date), title=title, publisher=publisher))


def read_day(date: datetime.date | str | None) -> datetime.date | None:
    """The day of a date, a point in time or an ISO string of either; raises ValueError for any other string.

    >>> read_day("2025-09-12T08:30:00+07:00")
    datetime.date(2025, 9, 12)
    """
    if isinstance(date, str):
        date = datetime.datetime.fromisoformat(date)
    return date.date() if isinstance(date, datetime.datetime) else date


def read_report(article: Article) -> Report:
    """The report of an article.

    >>> [claim.text for claim in read_report({"text": "Giảm 6 cơ quan.", "id": "tin-1"}).claims]
    ['6']
    """
    return extract(
        article["text"],
        doc=str(article.get("id") or "doc"),
        date=article.get("date"),
        title=article.get("title"),
        publisher=article.get("publisher"),
    )


def extract_many(articles: Iterable[Article]) -> Iterator[Report]:
    """The report of each article, one at a time; an article without an `id` is `doc1`, `doc2`, … by its position.

    >>> [report.document.doc for report in extract_many([{"text": "Giảm 6 cơ quan."}])]
    ['doc1']
    """
    for number, article in enumerate(articles, 1):
        yield read_report({**article, "id": article.get("id") or f"doc{number}"})


def to_frame(reports: Iterable[Report], *, kind: str = "claim") -> "pd.DataFrame":
    """The records of one kind of many reports as one pandas frame; the column `doc` tells them apart."""
    return tables.to_frame((record for report in reports for record in report.records), kind=kind)
