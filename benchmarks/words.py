"""How fast words are found, beside underthesea's `word_tokenize` on the same texts, and whether they are the same.

    .venv/bin/python benchmarks/words.py [FILE.jsonl[.gz]] [--articles N]

Without a file it reads the reports of corpus/. The two take turns, a block of articles each, so that whatever else the
machine does slows both. Cold: nothing of the texts is remembered yet. Warm: the second time over the same texts.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from vnreports import segment
from vnreports.readers import read_articles

CORPUS = Path(__file__).parent.parent / "corpus"
BLOCK = 20
PAGE = 5000  # characters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default=str(CORPUS))
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    texts = [article["text"] for article in read_articles([options.file], tell=print)][: options.articles]
    pages = sum(map(len, texts)) / PAGE
    print(f"{options.file}: {len(texts)} articles, {PAGE * pages / len(texts):,.0f} characters each")
    loading = timed(lambda: segment("Khởi động một lần."))
    from underthesea import word_tokenize

    imported = timed(lambda: word_tokenize("Khởi động một lần."))
    print(f"first call          {loading:8.2f} s    underthesea, once imported: {imported:.2f} s\n")
    print(f"            ms for {PAGE:,} characters       articles of {PAGE:,} characters a second")
    print("            segment   word_tokenize      segment   word_tokenize    ratio")
    for name in ("cold", "warm", "warm"):
        ours, theirs = (1000 * seconds / pages for seconds in take_turns(texts, word_tokenize))
        speeds = f"{1000 / ours:13.0f} {1000 / theirs:15.1f} {theirs / ours:8.1f}"
        print(f"{name:10}{ours:9.2f} {theirs:15.2f}{speeds}")
    different = sum([word.form for word in segment(text)] != word_tokenize(text) for text in texts)
    print(f"\n{different} of {len(texts)} texts segmented differently")


def take_turns(texts: list[str], word_tokenize: Callable[[str], object]) -> tuple[float, float]:
    """The seconds that each of the two takes for all texts."""
    ours = theirs = 0.0
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        ours += timed(lambda block=block: run(segment, block))
        theirs += timed(lambda block=block: run(word_tokenize, block))
    return ours, theirs


def run(function: Callable[[str], object], texts: Iterable[str]) -> None:
    for text in texts:
        function(text)


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
