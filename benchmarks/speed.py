"""How fast vnreports is beside other programs, in one run: speeds, ratios, memory, starts, cost by length and by stage.

    .venv/bin/python benchmarks/speed.py [FILE.jsonl[.gz]] [--rounds N] [--duckling PYTHON] [--write README.md]

It reads corpus/, over and over, and the file where one is given. Each contender has a process of its own; in each round
all read the same texts in turn, the slow ones fewer of them. Speeds are medians of the rounds, in documents of 5,000
characters a second of processor time, which a busy machine disturbs less than the clock; the clock stands beside.
A ratio is the median of the ratios of each round. The tables go to the screen and to benchmarks/results.md, the first
ones also between the marks `speed` of the page that --write names.

Duckling (`pip install pyduckling-native`) has wheels for Python 3.7 to 3.9: --duckling names such an interpreter.
"""

import argparse
import datetime
import importlib.metadata
import os
import platform
import random
import re
import statistics
from collections.abc import Iterable
from pathlib import Path

from costs import by_format, by_length, by_number, by_stage, by_start
from rounds import WAYS, Measured, Way, compare, measure
from work import count_calls, count_instructions

from vnreports.readers import read_articles
from vnreports.report import Article

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "benchmarks" / "results.md"
PACKAGES = ("vnreports", "underthesea", "underthesea_core", "spacy", "regex", "msgspec", "dateparser")
SAMPLE = 200  # articles for the stages and the sizes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default="", help="articles as JSON Lines")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--duckling", metavar="PYTHON", default="", help="an interpreter with pyduckling-native")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="a page whose block of speeds is replaced")
    options = parser.parse_args()
    corpus = list(read_articles([str(ROOT / "corpus")], tell=print))
    sources = {"corpus/": corpus}
    if options.file:
        sources[Path(options.file).name] = mix(read_articles([options.file], tell=print))
    pythons = {"duckling": options.duckling} if options.duckling else {}
    head, tables = [describe_machine()], []
    for source, articles in sources.items():
        characters = sum(len(article["text"]) for article in articles) // len(articles)
        say(head, f"**{source}**: {len(articles):,} articles of {characters:,} characters, in {options.rounds} rounds")
        say(head, tabulate_ways(measure(articles, options.rounds, pythons)))
    say(head, tabulate_starts(ROOT / "corpus" / "2025-10-09-cantho01.txt"))
    articles = list(sources.values())[-1]
    say(tables, tabulate_lengths(corpus))
    say(tables, tabulate_numbers(articles))
    say(tables, tabulate_stages(articles[:SAMPLE]))
    say(tables, tabulate_formats(articles[:SAMPLE]))
    say(tables, describe_work())
    RESULTS.write_text("# Speed\n\n" + "\n\n".join([*head, *tables]) + "\n", encoding="utf-8")
    if options.write:
        replace_block(options.write, "\n\n".join(head))


def say(parts: list[str], part: str) -> None:
    print(part, end="\n\n", flush=True)
    parts.append(part)


def mix(articles: Iterable[Article]) -> list[Article]:
    """The articles in an order of their own, the same in each run: files are often sorted by source or day."""
    mixed = list(articles)
    random.Random(1).shuffle(mixed)
    return mixed


def describe_machine() -> str:
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists() and (found := re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text())):
        model = found[1]
    versions = []
    for package in PACKAGES:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            versions.append(f"{package} not installed")
    return (
        f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}, {model}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}; {', '.join(versions)}. "
        "Speeds: documents of 5,000 characters a second on one core."
    )


def tabulate_ways(found: dict[Way, Measured]) -> str:
    peers = {way.contender: measured for way, measured in found.items()}
    rows = []
    for way in WAYS:
        if way not in found:
            rows.append((way.name, "not installed", "", "", ""))
            continue
        measured = found[way]
        speed = f"{measured.speed:.1f} ({min(measured.speeds):.1f} to {max(measured.speeds):.1f})"
        ratios = [
            f"{compare(measured, peers[peer]):.1f} × {peer}{show_goal(goal)}"
            for peer, goal in way.against
            if peer in peers
        ]
        memory = f"{measured.memory:.0f} → {measured.peak:.0f}"
        clock = f"{statistics.median(measured.by_clock):.1f}"
        rows.append((way.name, speed + show_goal(way.goal), clock, ", ".join(ratios), memory))
    return tabulate(("", "by processor time: median (range)", "by the clock", "as fast as", "MB: start → peak"), rows)


def show_goal(goal: int | None) -> str:
    return "" if goal is None else f" [goal {goal}]"


def tabulate_starts(article: Path) -> str:
    rows = [(name, f"{clock:.2f}", f"{seconds:.2f}") for name, (clock, seconds) in by_start(article).items()]
    return tabulate(("a process from start to end", "seconds", "processor"), rows)


def tabulate_lengths(articles: list[Article]) -> str:
    rows = [(f"{size} KB", f"{cost:.2f}", f"{cost / size:.3f}") for size, cost in by_length(articles).items()]
    return tabulate(("length of a text (UTF-8)", "ms", "ms a KB"), rows)


def tabulate_numbers(articles: list[Article]) -> str:
    rows = [(f"{number:,}", f"{speed:.1f}", f"{peak:.0f}") for number, (speed, peak) in by_number(articles).items()]
    return tabulate(("articles in a run", "documents a second, with cold memories", "peak MB"), rows)


def tabulate_stages(articles: list[Article]) -> str:
    stages, whole = by_stage(articles)
    rows = [(name, f"{cost:.3f}", f"{cost / whole:.1%}") for name, cost in stages.items()]
    return tabulate(("stage", "ms for 5,000 characters", "share"), [*rows, ("whole", f"{whole:.3f}", "")])


def tabulate_formats(articles: list[Article]) -> str:
    rows = [(name, f"{article:,.0f}", f"{records:,.0f}") for name, (article, records) in by_format(articles).items()]
    return tabulate(("bytes on disk", "an article", "its records"), rows)


def describe_work() -> str:
    instructions = count_instructions()
    counted = "no valgrind here" if instructions is None else f"{instructions / 1e6:,.1f} million instructions"
    return f"Work for 5,000 characters of corpus/, once warm: {count_calls():,} calls of functions; {counted}."


def tabulate(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def replace_block(page: Path, block: str) -> None:
    text = page.read_text(encoding="utf-8")
    new, times = re.subn(
        r"(?<=<!-- speed: begin -->\n).*?(?=<!-- speed: end -->)", lambda _: block + "\n", text, flags=re.DOTALL
    )
    if times != 1:
        raise SystemExit(f"{page}: there must be one <!-- speed: begin --> with its end; found {times}")
    page.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
