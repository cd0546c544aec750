"""vnreports in spaCy: a tokenizer of Vietnamese syllables and the pipeline component `vnreports`.

`load()` gives a pipeline with both. Its docs have sentences and four groups of spans: `officials` (labelled with the
form of the mention), `places` (with the level), `dates` (with the kind), `claims` (with the dimension). A span's `id_`
is the id of its record; `span._.record` is the record, `doc._.report` the whole report. What is known of the article
besides its text goes in before: `nlp(make_doc(nlp, article))`. All of it survives `Doc.to_bytes`.
"""

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import msgspec
import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from vnreports.page import read_page
from vnreports.records import Claim, Date, Official, Place, Record
from vnreports.report import Article, Report, read_report

TOKENIZER = "vnreports.SyllableTokenizer.v1"
_ARTICLE, _RECORDS = "vnreports.article", "vnreports.records"  # in Doc.user_data, as what msgpack can hold
_GROUPS: dict[str, type[Record]] = {"officials": Official, "places": Place, "dates": Date, "claims": Claim}
_RECORD_LIST = msgspec.json.Decoder(list[Record])
# m² and its like | a syllable or abbreviation | a number or date | blanks | any other sign by itself, and one blank
_TOKEN = regex.compile(
    r"([cdk]?m[23²³](?![\p{L}\d]) | [\p{L}\p{M}]+ | \d+(?:[.,/]\d+)* | \s+ | .)(\ ?)", regex.VERBOSE | regex.DOTALL
)


class SyllableTokenizer:
    """Splits a text into syllables, numbers (*4.063,6*, *11/9*) and signs, and leaves every character as it is."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The doc of a text; `doc.text == text`.

        >>> [token.text for token in SyllableTokenizer(Vocab())("Đạt 95,9% (5.000m2), từ 11/9.")]
        ['Đạt', '95,9', '%', '(', '5.000', 'm2', ')', ',', 'từ', '11/9', '.']
        """
        tokens = [match.groups() for match in _TOKEN.finditer(text)]
        return Doc(self.vocab, words=[word for word, _ in tokens], spaces=[bool(space) for _, space in tokens])

    # spaCy saves a tokenizer with its pipeline; this one has nothing to save

    def to_bytes(self, **_: Any) -> bytes:  # noqa: ANN401  (spaCy's protocol)
        """Nothing, as bytes."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> "SyllableTokenizer":  # noqa: ANN401
        """The tokenizer itself."""
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:  # noqa: ANN401
        """Write nothing."""

    def from_disk(self, path: Path | str, **_: Any) -> "SyllableTokenizer":  # noqa: ANN401
        """The tokenizer itself."""
        return self


def create_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """What spaCy calls to make the tokenizer of a pipeline."""
    return _tokenizer_of


def _tokenizer_of(nlp: Language) -> SyllableTokenizer:
    return SyllableTokenizer(nlp.vocab)


@Language.factory("vnreports", assigns=["doc.spans", "doc._.report", "token.is_sent_start", "span._.record"])
def create_vnreports(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """What spaCy calls to make the component."""
    return annotate


def load() -> Language:
    """A spaCy pipeline for Vietnamese reports: our tokenizer and the component `vnreports`.

    >>> doc = load()("Tỉnh giảm 6 cơ quan.")
    >>> [(span.text, span.label_, span._.record.value) for span in doc.spans["claims"]]
    [('6', 'count', 6)]
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("vnreports")
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """The doc of an article before the pipeline, with what is known of it: `nlp(make_doc(nlp, article))`."""
    doc = nlp.make_doc(article["text"])
    doc._.article = {key: value for key, value in article.items() if key != "text"}
    return doc


def annotate(doc: Doc) -> Doc:
    """The doc with its sentences, spans and report."""
    article = cast("Article", {"text": doc.text, **doc._.article})
    report = read_report(article)
    doc.user_data[_RECORDS] = msgspec.json.encode(report.records)
    page = read_page(doc.text, title=article.get("title"))
    starts = {page.folded.to_source(*sentence)[0] for sentence in page.sentences}
    spots = {group: sorted(_spots(report.records, kind)) for group, kind in _GROUPS.items()}
    _split_tokens(doc, starts.union(*((start, end) for group in spots.values() for start, end, _, _ in group)))
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    for group, places in spots.items():
        doc.spans[group] = [_span(doc, start, end, label, id) for start, end, id, label in places]
    return doc


def _spots(records: Iterable[Record], kind: type[Record]) -> Iterator[tuple[int, int, str, str]]:
    """Where the records of a kind stand in the text: start, end, the record's id, the label of the span."""
    for record in records:
        if not isinstance(record, kind):
            continue
        if isinstance(record, Official):
            yield from ((mention.start, mention.end, record.id, mention.form) for mention in record.mentions)
        elif isinstance(record, Place):
            yield from ((mention.start, mention.end, record.id, record.level) for mention in record.mentions)
        elif isinstance(record, Date):
            yield record.start, record.end, record.id, record.kind
        elif isinstance(record, Claim):
            yield record.start, record.end, record.id, record.dimension


def _span(doc: Doc, start: int, end: int, label: str, id: str) -> Span:
    span = doc.char_span(start, end, label=label, span_id=id)
    if span is None:
        raise ValueError(f"[{start}:{end}] of {id} ({doc.text[start:end]!r}) doesn't fit the tokens of the doc")
    return span


def _split_tokens(doc: Doc, bounds: set[int]) -> None:
    """Split the tokens that a bound falls into: pages lose blanks (*TP HCMSân bay*), other tokenizers glue signs."""
    inside = bounds.difference(*((token.idx, token.idx + len(token)) for token in doc))
    with doc.retokenize() as retokenizer:
        for token in doc if inside else ():
            end = token.idx + len(token)
            cuts = [token.idx, *sorted(bound for bound in inside if token.idx < bound < end), end]
            if len(cuts) == 2:
                continue
            words = [doc.text[start:stop] for start, stop in itertools.pairwise(cuts)]
            retokenizer.split(token, words, heads=[(token, 0)] * len(words))


@functools.lru_cache(maxsize=64)
def _decode(records: bytes) -> Report:
    return Report(_RECORD_LIST.decode(records))


def _report(doc: Doc) -> Report | None:
    records = doc.user_data.get(_RECORDS)
    return None if records is None else _decode(records)


def _record(span: Span) -> Record | None:
    report = _report(span.doc)
    return next((record for record in report.records if record.id == span.id_), None) if report else None


def _article(doc: Doc) -> dict[str, Any]:
    article: dict[str, Any] = doc.user_data.get(_ARTICLE, {})
    return article


def _set_article(doc: Doc, article: Mapping[str, Any]) -> None:
    doc.user_data[_ARTICLE] = msgspec.to_builtins(dict(article))


Doc.set_extension("article", getter=_article, setter=_set_article, force=True)
Doc.set_extension("report", getter=_report, force=True)
Span.set_extension("record", getter=_record, force=True)
