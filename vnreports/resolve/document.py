"""What the report says of itself."""

from vnreports.page import Page
from vnreports.records import Document, Place


def describe_document(page: Page, home: Place | None, *, doc: str, publisher: str | None = None) -> Document:
    """The document record: title, date, outlet, authors, credits and the province it is about."""
    return Document(doc=doc, title=page.title, date=page.published, publisher=publisher, length=len(page.folded.source))
