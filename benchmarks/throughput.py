"""How fast the main job runs on one core, stage by stage, and whether its memory stays flat.

    .venv/bin/python benchmarks/throughput.py [FILE.jsonl[.gz]] [--articles N]

Without a file it reads the reports of corpus/, over and over. In the same run it segments a sample of the same texts
into words with underthesea: the ratio of the two speeds says more than either on a machine that others use too.
"""

import argparse
import itertools
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import vnreports.pipeline
from vnreports.readers import read_articles
from vnreports.report import Article, read_report

CORPUS = Path(__file__).parent.parent / "corpus"
STAGES = {
    "page": ("read_page",),
    "dates": ("find_dates",),
    "places": ("find_place_mentions", "resolve_places", "find_home"),
    "officials": ("find_namings", "resolve_people"),
    "claims": ("find_amounts", "resolve_claims"),
    "document": ("describe_document",),
    "source offsets": ("at_source",),
}
BLOCKS = 5
WORD_SAMPLE = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default=str(CORPUS))
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    found = list(read_articles([options.file], tell=print))
    articles = list(itertools.islice(itertools.cycle(found), options.articles))
    characters = sum(len(article["text"]) for article in articles) / len(articles)
    print(f"{options.file}: {len(articles)} articles ({len(found)} distinct), {characters:,.0f} characters each")
    for article in found[:WORD_SAMPLE]:  # lexicons and patterns are made once
        read_report(article)
    seconds = measure_pipeline(articles)
    measure_words(articles[:WORD_SAMPLE], len(articles) / seconds)
    measure_stages(articles)


def measure_pipeline(articles: list[Article]) -> float:
    """Print the speed of the whole and the peak memory after each block of articles; the seconds it took."""
    seconds, size = 0.0, -(-len(articles) // BLOCKS)
    peaks = []
    for block in range(0, len(articles), size):
        seconds += timed(lambda block=block: [read_report(article) for article in articles[block : block + size]])
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    each = 1000 * seconds / len(articles)
    print(f"\nwhole pipeline      {len(articles) / seconds:8.1f} articles/s   {each:6.2f} ms each")
    print(f"peak memory         {' → '.join(f'{peak:.0f}' for peak in peaks)} MB, after each {size} articles")
    return seconds


def measure_words(articles: list[Article], speed: float) -> None:
    """Print how fast underthesea segments the same texts, and the ratio."""
    from underthesea import word_tokenize

    word_tokenize("Khởi động một lần.")
    words = len(articles) / timed(lambda: [word_tokenize(article["text"]) for article in articles])
    print(f"underthesea words   {words:8.1f} articles/s   the pipeline does {speed / words:.1f} times as many")


def measure_stages(articles: Iterable[Article]) -> None:
    """Print what part of the time each stage takes."""
    spent: defaultdict[str, float] = defaultdict(float)
    for stage, names in STAGES.items():
        for name in names:
            function = getattr(vnreports.pipeline, name)
            setattr(vnreports.pipeline, name, watched(function, stage, spent))
    whole = timed(lambda: [read_report(article) for article in articles])
    print("\nstage                ms each    share")
    for stage, seconds in spent.items():
        print(f"{stage:20}{1000 * seconds / len(articles):8.2f} {seconds / whole:8.0%}")


def watched(function: Callable, stage: str, spent: dict[str, float]) -> Callable:
    def run(*arguments, **named):
        begin = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.perf_counter() - begin

    return run


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
