"""What the report says of itself."""

from vnreports.page import Page, ZoneKind
from vnreports.records import Document, Place, Unread
from vnreports.rules import Pattern
from vnreports.zones import OUTLETS

# *Ngọc Mẫu - Văn Thử*, *AN MẪU-BÌNH THỬ*, *VGP/Thử Mẫu*, *An Mẫu và Bình Thử*
_SHARED = Pattern(r"\s+[-–—]\s*|\s*[-–—]\s+|(?<=\p{L})[-–—](?=\p{Lu}(?:\p{Ll}|\p{Lu}+ \p{Lu}))|\s*[,;]\s*|\s+và\s+")
_PARTS = Pattern(r"\s*/\s*")
_PICTURED = Pattern(r"(?:bài|tin)(?:,| và) ảnh\b")


def describe_document(
    page: Page, home: Place | None, *, doc: str, publisher: str | None = None, unread: Unread | None = None
) -> Document:
    r"""The document record: title, date, outlet, authors, credits and the province it is about.

    >>> from vnreports.page import read_page
    >>> page = read_page("(TTXVN) - Xã họp. Ảnh: Mẫu Thử/TTXVN\nTác giả: Nguyễn Thử")
    >>> record = describe_document(page, None, doc="d")
    >>> record.publisher, record.authors, record.photo_credits
    ('Thông tấn xã Việt Nam', ('Nguyễn Thử',), ('Mẫu Thử/TTXVN',))
    """
    dated = page.published is not None
    return Document(
        doc=doc,
        title=page.title,
        date=page.published,
        date_source=("text" if page.published_in_text else "given") if dated else None,
        publisher=publisher or _read_publisher(page),
        authors=_read_names(page, "byline"),
        photo_credits=_read_names(page, "credit"),
        place=home.code if home else None,
        length=len(page.folded.source),
        unread=unread or Unread(),
    )


def _read_publisher(page: Page) -> str | None:
    """The outlet that the header names, by its full name where the lexicon has it."""
    for zone in page.zones:
        if zone.kind == "header" and zone.value:
            return OUTLETS.get(zone.value.lower(), zone.value)
    return None


def _read_names(page: Page, kind: ZoneKind) -> tuple[str, ...]:
    """The distinct names of the zones of one kind in text order; a byline's without the agency beside them."""
    names: dict[str, None] = {}
    for zone in page.zones:
        pictured = zone.kind == "byline" and kind == "credit" and _PICTURED.match(page.lower, zone.start)
        if not zone.value or not (zone.kind == kind or pictured):
            continue
        several = _SHARED.compiled.split(zone.value)
        outlets = [name for name in several if name.lower() in OUTLETS]
        if kind == "credit" and len(several) == 2 and several[1:] == outlets:
            names[zone.value] = None  # *Ảnh: Mẫu Thử - TTXVN* is one credit, as with a slash
            continue
        for shared in several if len(outlets) == len(several) else [name for name in several if name not in outlets]:
            parts = [part for part in _PARTS.compiled.split(shared) if part] if kind == "byline" else [shared]
            people = [_once(part) for part in parts if part.lower() not in OUTLETS]
            names.update(dict.fromkeys(people or parts))
    return tuple(names)


def _once(name: str) -> str:
    """The name, where a page prints it twice in a row: *Mẫu Thử Mẫu Thử*."""
    words = name.split(" ")
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words == words[:half] * 2 else name
