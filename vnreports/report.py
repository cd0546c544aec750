"""The report: the records of one document, by kind, as a library user holds them."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vnreports.pipeline import extract_records
from vnreports.records import Claim, Date, Document, Official, Place, Record

if TYPE_CHECKING:
    import pandas as pd


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

    def to_frame(self, kind: str = "claim") -> "pd.DataFrame":
        """The records of one kind as a pandas frame, one row a record."""
        raise NotImplementedError(kind)


def extract(
    text: str,
    *,
    doc: str = "doc",
    date: datetime.date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Report:
    """The report of one text; `date` is the publication date (a date or an ISO day) where it is known."""
    day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    return Report(extract_records(text, doc=doc, date=day, title=title, publisher=publisher))


def extract_many(articles: Iterable[Mapping[str, Any]]) -> Iterator[Report]:
    """The report of each article: mappings with `text` and, where known, `id`, `date`, `title`, `publisher`."""
    for number, article in enumerate(articles, 1):
        yield extract(
            article["text"],
            doc=str(article.get("id") or f"doc{number}"),
            date=article.get("date"),
            title=article.get("title"),
            publisher=article.get("publisher"),
        )
