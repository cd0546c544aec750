"""The main job: one report in, its records out.

The stages run one way, each on the page and on what the stages before it found. They work on offsets of the folded
text; the last step moves every record to the offsets of the source.
"""

import datetime
import functools

import msgspec

from vnreports.check.report import check_report
from vnreports.extract.claims import AMOUNT_OPENERS, find_amounts, find_taken
from vnreports.extract.dates import find_dates
from vnreports.extract.labels import LABEL_OPENERS
from vnreports.extract.officials import find_namings, opening_words
from vnreports.extract.places import NUMBERED_OPENERS, find_place_mentions
from vnreports.normalize.date_openers import DATE_OPENERS
from vnreports.page import Page, read_page
from vnreports.records import Claim, Date, Mention, Official, OfficialMention, Place, Record
from vnreports.resolve.claims import resolve_claims
from vnreports.resolve.document import describe_document
from vnreports.resolve.home import find_home
from vnreports.resolve.people import resolve_people
from vnreports.resolve.places import reference_day, resolve_places
from vnreports.resolve.unread import count_unread


def extract_records(
    text: str,
    *,
    doc: str,
    date: datetime.date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> list[Record]:
    """The records of one report: the document, then officials, places, dates, claims and checks, each in text order.

    `date` is the publication date where the caller knows it; relative dates and administrative codes depend on it.
    """
    return find_records(read_page(text, title=title, published=date), doc=doc, publisher=publisher)


def find_records(page: Page, *, doc: str, publisher: str | None = None) -> list[Record]:
    """The records of a page, as `extract_records` gives them."""
    page.syllables.note(_openers())
    dates = find_dates(page, doc=doc)
    mentions = find_place_mentions(page)
    on = reference_day(page, mentions)
    places = resolve_places(mentions, page, doc=doc, on=on)
    home = find_home(page, places, on=on)
    namings = find_namings(page, places)
    officials = resolve_people(namings, page, places, home=home, doc=doc)
    taken = find_taken(page, dates)
    amounts = find_amounts(page, taken)
    claims = resolve_claims(amounts, page, dates=dates, places=places, officials=officials, home=home, doc=doc)
    unread = count_unread(page, taken=taken, amounts=amounts, namings=namings, officials=officials)
    document = describe_document(page, home, doc=doc, publisher=publisher, unread=unread)
    found: list[Place | Date | Claim] = [*places, *dates, *claims]
    checks = check_report(claims, page, places=places, on=on, home=home, doc=doc)
    moved: list[Record] = [at_source(official, page) for official in officials]  # a name in two lines is in one there
    moved += found if page.text == page.folded.source else [at_source(record, page) for record in found]
    return [document, *moved, *checks]


@functools.cache
def _openers() -> frozenset[str]:
    """The words that the stages look for in every page."""
    return frozenset().union(DATE_OPENERS, AMOUNT_OPENERS, LABEL_OPENERS, NUMBERED_OPENERS, opening_words())


def at_source(record: Official | Place | Date | Claim, page: Page) -> Official | Place | Date | Claim:
    """The record with its offsets and texts moved from the folded text to the source."""
    if isinstance(record, Official):
        moved = tuple(OfficialMention(*_cut(page, m.start, m.end), m.form) for m in record.mentions)
        return msgspec.structs.replace(record, mentions=moved)
    if isinstance(record, Place):
        return msgspec.structs.replace(
            record, mentions=tuple(Mention(*_cut(page, m.start, m.end)) for m in record.mentions)
        )
    start, end, text = _cut(page, record.start, record.end)
    if isinstance(record, Claim):
        sentence = page.folded.to_source(*record.sentence)
        return msgspec.structs.replace(record, start=start, end=end, text=text, sentence=sentence)
    return msgspec.structs.replace(record, start=start, end=end, text=text)


def _cut(page: Page, start: int, end: int) -> tuple[int, int, str]:
    start, end = page.folded.to_source(start, end)
    return start, end, page.folded.source[start:end]
