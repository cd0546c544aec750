"""Names and places beside underthesea's `ner` on the same reports, in one run: F1 and documents a second of both.

    .venv/bin/python benchmarks/ner.py [REPORTS GOLD] [--rounds N]

REPORTS is a folder or JSON Lines file of articles, GOLD a folder of marked text or a file of records. Without them:
the 22 development reports in ../shared where they are there, else corpus/ and gold/.

underthesea reads sentence by sentence; a name is a span of PER, a place a span of LOC. Gold has the names of officials
only, so its precision suffers where a report names private people: compare the recall too. *exact* asks for the same
span, *overlap* for any overlap, one to one (underthesea leaves type words out of a place, or takes them in).
Both read every document in turn, in each round; the speeds are medians of the rounds.
"""

import argparse
import dataclasses
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import regex

from vnreports.gold import read_gold
from vnreports.readers import read_articles
from vnreports.records import Official, Place, Record
from vnreports.report import Article, read_report
from vnreports.tables import read_records

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
Span = tuple[int, int]
KINDS = ("names", "places")


@dataclasses.dataclass(frozen=True, slots=True)
class Spans:
    """What one reader found in one text."""

    names: frozenset[Span]
    places: frozenset[Span]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="REPORTS GOLD")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    reports, gold = [Path(file) for file in options.files] or default_files()
    articles = list(read_articles([str(reports)], tell=print))
    wanted = read_wanted(gold)
    readers = {"vnreports": read_ours, "underthesea ner": read_theirs}
    found, speeds = run(readers, articles, options.rounds)
    print(f"{reports}: {len(articles)} reports, {sum(len(article['text']) for article in articles):,} characters")
    for kind in KINDS:
        print(f"\n{kind:18}{'exact F1':>9}{'overlap P':>11}{'R':>7}{'F1':>7}   of {count(wanted, kind)} in gold")
        for reader, spans in found.items():
            exact = measure(wanted, spans, kind, lambda one, other: len(one & other))[2]
            precision, recall, both = measure(wanted, spans, kind, count_overlaps)
            print(f"  {reader:16}{exact:9.3f}{precision:11.3f}{recall:7.3f}{both:7.3f}")
    print(f"\n{'documents a second':18}")
    for reader, speed in speeds.items():
        print(f"  {reader:16}{speed:9.1f}")
    ours, theirs = speeds.values()
    print(f"  ratio           {ours / theirs:9.1f}   (medians of {options.rounds} rounds; ours makes all records)")


def default_files() -> list[Path]:
    """The development reports with their gold, else our own."""
    shared = [SHARED / "reports.jsonl", SHARED / "gold.jsonl"]
    return shared if all(file.exists() for file in shared) else [ROOT / "corpus", ROOT / "gold"]


def read_wanted(gold: Path) -> dict[str, Spans]:
    """The gold spans by document."""
    if gold.is_dir():
        records = [record for file in sorted(gold.glob("*.marked")) for record in read_gold(file)[1]]
    else:
        records = list(read_records(gold))
    return {doc: spans_of(record for record in records if record.doc == doc) for doc in {one.doc for one in records}}


def spans_of(records: Iterable[Record]) -> Spans:
    names, places = set(), set()
    for record in records:
        if isinstance(record, Official):
            names |= {(mention.start, mention.end) for mention in record.mentions if mention.form == "name"}
        elif isinstance(record, Place):
            places |= {(mention.start, mention.end) for mention in record.mentions}
    return Spans(frozenset(names), frozenset(places))


def read_ours(article: Article) -> Spans:
    return spans_of(read_report(article).records)


def read_theirs(article: Article) -> Spans:
    """The PER and LOC spans; each sentence, then each token, is looked up in the text from where the last one ended."""
    from underthesea import ner, sent_tokenize

    text, at = article["text"], 0
    found: dict[str, list[Span]] = {"PER": [], "LOC": []}
    for sentence in sent_tokenize(text):
        open_kind = None
        for token, _, _, tag in ner(sentence):
            match = regex.compile(r"\s+".join(map(regex.escape, token.split()))).search(text, at, at + len(token) + 80)
            if match is None:  # the tokenizer has rewritten it
                open_kind = None
                continue
            at = match.end()
            begins, _, kind = tag.partition("-")
            if kind in found and begins == "I" and open_kind == kind:
                found[kind][-1] = (found[kind][-1][0], at)
            elif kind in found:
                found[kind].append(match.span())
            open_kind = kind or None
    return Spans(frozenset(found["PER"]), frozenset(found["LOC"]))


def run(
    readers: dict[str, Callable[[Article], Spans]], articles: list[Article], rounds: int
) -> tuple[dict[str, dict[str, Spans]], dict[str, float]]:
    """What each reader found, by document, and its documents a second; the first, untimed pass loads the models."""
    found = {name: {article["id"]: read(article) for article in articles} for name, read in readers.items()}
    speeds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        spent = dict.fromkeys(readers, 0.0)
        for article in articles:
            for name, read in readers.items():
                begin = time.perf_counter()
                read(article)
                spent[name] += time.perf_counter() - begin
        for name, seconds in spent.items():
            speeds[name].append(len(articles) / seconds)
    return found, {name: statistics.median(each) for name, each in speeds.items()}


def measure(
    wanted: dict[str, Spans],
    found: dict[str, Spans],
    kind: str,
    agreeing: Callable[[frozenset[Span], frozenset[Span]], int],
) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    agree = sum(agreeing(getattr(spans, kind), getattr(found[doc], kind)) for doc, spans in wanted.items())
    precision, recall = agree / max(1, count(found, kind)), agree / max(1, count(wanted, kind))
    return precision, recall, 2 * agree / max(1, count(found, kind) + count(wanted, kind))


def count(spans: dict[str, Spans], kind: str) -> int:
    return sum(len(getattr(each, kind)) for each in spans.values())


def count_overlaps(wanted: frozenset[Span], found: frozenset[Span]) -> int:
    """How many of the wanted spans overlap a found one, each paired once, in text order."""
    left = sorted(found)
    pairs = 0
    for start, end in sorted(wanted):
        match = next((span for span in left if span[0] < end and start < span[1]), None)
        if match is not None:
            left.remove(match)
            pairs += 1
    return pairs


if __name__ == "__main__":
    main()
