"""vnreports in spaCy: the text stays as it is, the spans fit, the records survive the ways a doc is passed on."""

import pytest
import spacy
from spacy.tokens import Doc

import vnreports
from vnreports.components import _TOKEN, TOKENIZER, SyllableTokenizer, load, make_doc

TEXT = """Tỉnh Quảng Ninh chi 4.063,6 tỷ đồng

Ngày 12/9, Chủ tịch UBND tỉnh Quảng Ninh Trần Văn Mẫu nêu: 95,9% hồ sơ đúng hạn. Diện tích 5.000m2, dài 3km."""
ARTICLE = {"text": TEXT, "id": "tin-1", "date": "2025-09-13"}


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đạt 95,9%, hơn 4.063,6 tỷ.", "Đạt|95,9|%|,|hơn|4.063,6|tỷ|."),
        ("(VTC) 11/9, 126/126 xã", "(|VTC|)|11/9|,|126/126|xã"),
        ("8,3-8,5%; 5.000m2, 25m, 12h30", "8,3|-|8,5|%|;|5.000|m2|,|25|m|,|12|h|30"),
        ("TP.HCM và TP Hà Nội", "TP|.|HCM|và|TP|Hà|Nội"),
        ("290.000 đồng/m²", "290.000|đồng|/|m²"),
    ],
)
def test_tokens(nlp, text: str, words: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words.split("|")


@pytest.mark.parametrize("text", ["", " ", "\n\n a  b\t\n", "Hoa\u0300 \u200bBình\u00a0\r\nx ", "\ufeffTỉnh", "😀 ok"])
def test_the_text_stays_as_it_is(nlp, text: str) -> None:
    assert nlp.make_doc(text).text == text
    assert nlp(text).text == text


@pytest.mark.parametrize(
    "blank", [" ", "  ", "\n", " \n", "\n \n", "\t", "\u00a0", "\x1c", "\x1c ", " \x1d  ", "\u2028", "\u200b"]
)
def test_a_piece_has_the_tokens_that_it_has_in_the_text(nlp, blank: str) -> None:
    for text in (f"Đạt{blank}5.000m2,{blank}tại TP.HCM{blank}", f"{blank}a{blank}{blank}m2{blank}k"):
        tokens = [(token.text, token.whitespace_) for token in nlp.make_doc(text)]
        assert tokens == _TOKEN.findall(text)


@pytest.mark.skipif(not hasattr(spacy.Language, "memory_zone"), reason="spaCy has memory zones from 3.8 on")
def test_words_of_a_memory_zone_are_forgotten_with_it(nlp) -> None:
    text = "Ông Zyxwvu họp ở Qponml."
    with nlp.memory_zone():
        within = [token.text for token in nlp.make_doc(text)]
    assert [token.text for token in nlp.make_doc(text)] == within


def test_spans_carry_their_records(nlp) -> None:
    doc = nlp(make_doc(nlp, ARTICLE))
    spans = [span for group in ("officials", "places", "dates", "claims") for span in doc.spans[group]]
    assert {span.id_ for span in spans} == {record.id for record in doc._.report.records} - {"doc"}
    for span in spans:
        record = span._.record
        assert record.doc == "tin-1"
        assert span.text in {record.text} if hasattr(record, "text") else {mention.text for mention in record.mentions}
    (money,) = (span for span in doc.spans["claims"] if span.label_ == "money")
    assert money._.record.value == 4_063_600_000_000
    assert doc._.report.document.date.isoformat() == "2025-09-13"


def test_sentences(nlp) -> None:
    assert [sent.text.split()[0] for sent in nlp(TEXT).sents] == ["Tỉnh", "Ngày", "Diện"]


def test_records_survive_bytes(nlp) -> None:
    doc = nlp(make_doc(nlp, ARTICLE))
    again = Doc(spacy.blank("xx").vocab).from_bytes(doc.to_bytes())
    assert again._.report == doc._.report
    assert again._.article == doc._.article
    for group in doc.spans:
        assert [(s.start_char, s.end_char, s.id_, s.label_) for s in again.spans[group]] == [
            (s.start_char, s.end_char, s.id_, s.label_) for s in doc.spans[group]
        ]
        assert [span._.record for span in again.spans[group]] == [span._.record for span in doc.spans[group]]


def test_two_processes_give_what_one_gives(nlp) -> None:
    articles = [{**ARTICLE, "id": f"tin-{number}"} for number in range(4)]
    alone, together = (
        [
            doc._.report
            for doc in nlp.pipe((make_doc(nlp, article) for article in articles), n_process=count, batch_size=2)
        ]
        for count in (1, 2)
    )
    assert alone == together
    assert [report.document.doc for report in together] == [article["id"] for article in articles]


def test_a_pipeline_comes_back_from_disk(nlp, tmp_path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert isinstance(again.tokenizer, SyllableTokenizer)
    assert again(TEXT)._.report == nlp(TEXT)._.report
    assert again.from_bytes(nlp.to_bytes())(TEXT)._.report == nlp(TEXT)._.report


def test_the_component_can_join_another_pipeline() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("vnreports")
    assert nlp(TEXT).spans["claims"]


def test_glued_tokens_are_split_where_a_record_begins_or_ends(nlp) -> None:
    text = "Tỉnh giảm 6%(đã làm),tại TP HCMSáng nay, tăng 7%."
    for pipeline in (nlp, spacy.blank("xx")):
        if pipeline is not nlp:
            pipeline.tokenizer = spacy.tokenizer.Tokenizer(pipeline.vocab)  # splits at blanks only
            pipeline.add_pipe("vnreports")
        doc = pipeline(text)
        assert doc.text == text
        assert [span.text for span in doc.spans["claims"]] == ["6%", "7%"]
        assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("order", [("vnreports", "vnreports_words"), ("vnreports_words", "vnreports")])
def test_words_are_those_of_the_text(order: tuple[str, str]) -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in order:
        nlp.add_pipe(name)
    text = TEXT + " Lô 3A5b-7; mã 1.234,5,7; tỉnh chi 7 tỷ đồng.\nBà Thử họp."
    alone, doc = load()(text), nlp(text)
    assert doc.text == text
    assert [(span.start_char, span.end_char) for span in doc.spans["words"]] == [
        (word.start, word.end) for word in vnreports.segment(text)
    ]
    assert len(doc) > len(alone)  # *1.234,5,7* is three words to underthesea
    assert [sent.text for sent in doc.sents] == [sent.text for sent in alone.sents]
    for group in ("officials", "places", "dates", "claims"):
        assert [(span.text, span.label_, span._.record) for span in doc.spans[group]] == [
            (span.text, span.label_, span._.record) for span in alone.spans[group]
        ]


def test_words_join_a_pipeline_of_yours() -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # splits at blanks only
    nlp.add_pipe("vnreports_words")
    doc = nlp("Cán bộ,công chức xã họp.")
    assert [span.text for span in doc.spans["words"]] == ["Cán bộ", ",", "công chức", "xã", "họp", "."]
    assert not nlp("").spans["words"]


def test_a_doc_without_the_component_has_no_report(nlp) -> None:
    doc = nlp.make_doc(TEXT)
    assert doc._.report is None
    assert doc[0:1]._.record is None
