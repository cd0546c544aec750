"""vnreports in spaCy: a tokenizer of Vietnamese syllables and the components `vnreports` and `vnreports_words`.

`load()` gives a pipeline with the tokenizer and `vnreports`, `load(words=True)` one with both components. Its docs have
sentences and four groups of spans: `officials` (labelled with the form of the mention), `places` (with the level),
`dates` (with the kind), `claims` (with the dimension); the second component adds `words`. A span's `id_` is the id of
its record; `span._.record` is the record, `doc._.report` the whole report. What is known of the article besides its
text goes in before: `nlp(make_doc(nlp, article))`. All of it survives `Doc.to_bytes`.
"""

import bisect
import functools
import itertools
import re
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import msgspec
import numpy as np
import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from vnreports.page import read_page
from vnreports.pipeline import find_records
from vnreports.records import Claim, Date, Official, Place, Record
from vnreports.report import Article, Report, read_day
from vnreports.tokens import Pieces
from vnreports.words import Offsets, find_words

if TYPE_CHECKING:
    from thinc.types import Ints2d

TOKENIZER = "vnreports.SyllableTokenizer.v1"
_ARTICLE, _RECORDS = "vnreports.article", "vnreports.records"  # in Doc.user_data, as what msgpack can hold
_GROUPS: dict[str, type[Record]] = {"officials": Official, "places": Place, "dates": Date, "claims": Claim}
_RECORD_LIST = msgspec.json.Decoder(list[Record])
# start, end, the record's id, the label of the span
_Spot: TypeAlias = tuple[int, int, str, str]
# m² and its like | a syllable or abbreviation | a number or date | blanks | any other sign by itself, and one blank
_TOKEN = regex.compile(
    r"([cdk]?m[23²³](?![\p{L}\d]) | [\p{L}\p{M}]+ | \d+(?:[.,/]\d+)* | \s+ | .)(\ ?)", regex.VERBOSE | regex.DOTALL
)
# no token crosses from a piece to the next one
_PIECE = re.compile(r"\S+ ?|\s+")
# the texts of docs that are in use: spaCy would put each together anew, token by token
_TEXTS: weakref.WeakKeyDictionary[Doc, str] = weakref.WeakKeyDictionary()


class SyllableTokenizer:
    """Splits a text into syllables, numbers (*4.063,6*, *11/9*) and signs, and leaves every character as it is."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._pieces = Pieces(self._pack)

    def __call__(self, text: str) -> Doc:
        """The doc of a text; `doc.text == text`.

        >>> [token.text for token in SyllableTokenizer(Vocab())("Đạt 95,9% (5.000m2), từ 11/9.")]
        ['Đạt', '95,9', '%', '(', '5.000', 'm2', ')', ',', 'từ', '11/9', '.']
        """
        try:
            doc = self._make_doc(text)
        except KeyError:  # the vocabulary lost words that we remember, as it does where a memory zone of spaCy ends
            self._pieces.clear()
            doc = self._make_doc(text)
        _TEXTS[doc] = text
        return doc

    def _make_doc(self, text: str) -> Doc:
        packed = b"".join(map(self._pieces.__getitem__, _PIECE.findall(text)))
        words, spaces = np.frombuffer(packed, np.uint64).reshape(-1, 2).T.tolist()
        # its types don't tell that spaCy takes words by number, which spares it from looking each of them up
        return Doc(self.vocab, words=cast("list[str]", words), spaces=cast("list[bool]", spaces))

    def _pack(self, piece: str) -> bytes:
        """The tokens of a piece: the number of each in the vocabulary, and whether a blank follows it."""
        tokens = [(self.vocab[word].orth, space != "") for word, space in _TOKEN.findall(piece)]
        return np.array(tokens, np.uint64).tobytes()

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


@Language.factory("vnreports_words", assigns=["doc.spans"])
def create_vnreports_words(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """What spaCy calls to make the component of words."""
    return add_words


def load(*, words: bool = False) -> Language:
    """A spaCy pipeline for Vietnamese reports: our tokenizer and the component `vnreports`, and words where wanted.

    >>> doc = load(words=True)("Tỉnh giảm 6 cơ quan.")
    >>> [(span.text, span.label_, span._.record.value) for span in doc.spans["claims"]]
    [('6', 'count', 6)]
    >>> [span.text for span in doc.spans["words"]]
    ['Tỉnh', 'giảm', '6', 'cơ quan', '.']
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("vnreports")
    if words:
        nlp.add_pipe("vnreports_words")
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """The doc of an article before the pipeline, with what is known of it: `nlp(make_doc(nlp, article))`."""
    doc = nlp.make_doc(article["text"])
    doc._.article = {key: value for key, value in article.items() if key != "text"}
    return doc


def annotate(doc: Doc) -> Doc:
    """The doc with its sentences, spans and report."""
    article = doc._.article
    page = read_page(_text(doc), title=article.get("title"), published=read_day(article.get("date")))
    records = find_records(page, doc=str(article.get("id") or "doc"), publisher=article.get("publisher"))
    doc.user_data[_RECORDS] = msgspec.json.encode(records)
    sentences = [page.folded.to_source(*sentence)[0] for sentence in page.sentences]
    spots = [(group, *spot) for group, kind in _GROUPS.items() for spot in sorted(_spots(records, kind))]
    starts = [*sentences, *(start for _, start, *_ in spots)]
    ends = [end for _, _, end, *_ in spots]
    firsts, afters = _find_tokens(doc, np.array(starts, np.int64), np.array(ends, np.int64))
    _mark_sentences(doc, firsts[: len(sentences)])
    spans: dict[str, list[Span]] = {group: [] for group in _GROUPS}
    for (group, _, _, id, label), first, after in zip(spots, firsts[len(sentences) :], afters, strict=True):
        spans[group].append(Span(doc, first, after, label=label, span_id=id))
    for group, found in spans.items():
        doc.spans[group] = found
    return doc


def add_words(doc: Doc) -> Doc:
    """The doc with its words, as `vnreports.segment` finds them."""
    firsts, afters = _find_tokens(doc, *find_words(_text(doc)))
    doc.spans["words"] = list(map(Span, itertools.repeat(doc), firsts, afters))
    return doc


def _text(doc: Doc) -> str:
    return _TEXTS.get(doc) or doc.text


def _spots(records: Iterable[Record], kind: type[Record]) -> Iterator[_Spot]:
    """Where the records of a kind stand in the text."""
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


def _mark_sentences(doc: Doc, firsts: list[int]) -> None:
    """Mark the tokens that begin a sentence; one by one, spaCy would look through all of them each time."""
    if len(doc):
        marks = np.full(len(doc), -1)
        marks[[0, *firsts]] = 1
        doc.from_array(["SENT_START"], cast("Ints2d", marks.astype("uint64")))


def _find_tokens(doc: Doc, starts: Offsets, ends: Offsets) -> tuple[list[int], list[int]]:
    """The tokens that begin at the starts, and those after the ends; where one falls into a token, that is split."""
    token_starts, token_ends = _edges(doc)
    firsts, lasts = np.searchsorted(token_starts, starts), np.searchsorted(token_ends, ends)
    misplaced = (
        starts[token_starts.take(firsts, mode="clip") != starts],
        ends[token_ends.take(lasts, mode="clip") != ends],
    )
    if not any(map(len, misplaced)):
        return firsts.tolist(), (lasts + 1).tolist()
    if not _split_tokens(doc, {*starts.tolist(), *ends.tolist()}):
        odd = sorted({*np.concatenate(misplaced).tolist()})
        raise ValueError(f"no token of the doc begins or ends at {odd}, where a span does")
    return _find_tokens(doc, starts, ends)


def _edges(doc: Doc) -> tuple[Offsets, Offsets]:
    """Where the tokens of a doc start and end; not by their lengths, which lie with the words in the vocabulary."""
    starts, blanks = (doc.to_array(attribute).astype("int64") for attribute in ("IDX", "SPACY"))
    return starts, np.append(starts[1:], len(_text(doc))) - blanks


def _split_tokens(doc: Doc, bounds: set[int]) -> bool:
    """Split the tokens that a bound falls into: pages lose blanks (*TP HCMSân bay*), other tokenizers glue signs."""
    starts, ends = (edges.tolist() for edges in _edges(doc))
    cuts: defaultdict[int, list[int]] = defaultdict(list)  # by the number of the token
    for bound in sorted(bounds.difference(starts, ends)):
        at = bisect.bisect(starts, bound) - 1
        if at >= 0 and bound < ends[at]:
            cuts[at].append(bound)
    if not cuts:
        return False
    groups = [(group, [_outline(span) for span in group]) for group in doc.spans.values()]
    with doc.retokenize() as retokenizer:
        for at, inside in cuts.items():
            token, start = doc[at], starts[at]
            parts = itertools.pairwise([start, *inside, ends[at]])
            words = [token.text[left - start : right - start] for left, right in parts]
            retokenizer.split(token, words, heads=[(token, 0)] * len(words))
    # the spans that are there count tokens, and spaCy leaves them as they were
    for group, outlines in groups:
        spans = [doc.char_span(start, end, label, kb_id, span_id=id) for start, end, label, kb_id, id in outlines]
        doc.spans[group.name] = SpanGroup(doc, name=group.name, attrs=group.attrs, spans=cast("list[Span]", spans))
    return True


def _outline(span: Span) -> tuple[int, int, int, int, int]:
    return span.start_char, span.end_char, span.label, span.kb_id, span.id


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
