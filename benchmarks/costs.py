"""What a document costs by its length, a run by its number of articles, each stage, the disk, and a start."""

import gzip
import inspect
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from rounds import DOCUMENT, started

import vnreports.pipeline
from vnreports.report import Article
from vnreports.shards import extract_shard
from vnreports.tables import WRITERS, encode

SIZES = (1, 3, 10, 30, 100)  # KB
NUMBERS = (10, 100, 1000)  # articles
STARTS = 5
KB = 1024


def by_length(articles: list[Article], rounds: int = 3) -> dict[int, float]:
    """The milliseconds of a text of so many KB (UTF-8), each made of the paragraphs of the articles."""
    paragraphs = [line for article in articles for line in article["text"].splitlines() if line.strip()]
    costs: dict[int, list[float]] = defaultdict(list)
    with started("records") as contender:
        contender.read(articles)
        for _ in range(rounds):
            for size in SIZES:
                texts = join(paragraphs, size * KB, max(2, 200 // size))
                costs[size].append(1000 * contender.read(texts).seconds / len(texts))
    return {size: statistics.median(each) for size, each in costs.items()}


def join(paragraphs: list[str], size: int, number: int) -> list[Article]:
    """So many texts of that size, which begin all over the paragraphs so that each size sees the same of them."""
    texts: list[Article] = []
    for place in range(number):
        at, lines, length = place * len(paragraphs) // number, [], 0
        while length < size:
            line = paragraphs[at % len(paragraphs)].encode()[: size - length].decode(errors="ignore")
            lines.append(line)
            length += len(line.encode()) + 1
            at += 1
        texts.append({"id": f"joined-{place}", "text": "\n".join(lines)})
    return texts


def by_number(articles: list[Article]) -> dict[int, tuple[float, float]]:
    """The documents of 5,000 characters a second and the peak memory of a run of so many articles, each anew."""
    found = {}
    for number in NUMBERS:
        taken = [articles[at % len(articles)] for at in range(number)]
        with started("records") as contender:
            cost = contender.read(taken)
        found[number] = (sum(len(article["text"]) for article in taken) / DOCUMENT / cost.seconds, cost.peak)
    return found


def by_stage(articles: list[Article]) -> tuple[dict[str, float], float]:
    """The milliseconds for 5,000 characters of each function that the pipeline calls, and of the whole."""
    extract_shard(articles)
    spent: defaultdict[str, float] = defaultdict(float)
    stages = {
        name: function
        for name, function in vars(vnreports.pipeline).items()
        if callable(function)
        and not inspect.isclass(function)
        and name not in ("extract_records", "find_records")  # these call all others
        and not name.startswith("_")
        and function.__module__.startswith("vnreports.")
    }
    for name, function in stages.items():
        setattr(vnreports.pipeline, name, watched(function, name, spent))
    begin = time.process_time()
    extract_shard(articles)
    whole = time.process_time() - begin
    for name, function in stages.items():
        setattr(vnreports.pipeline, name, function)
    spent["objects, JSON and the rest"] = whole - sum(spent.values())
    documents = sum(len(article["text"]) for article in articles) / DOCUMENT
    return {name: 1000 * seconds / documents for name, seconds in spent.items()}, 1000 * whole / documents


def watched(function: Callable, name: str, spent: dict[str, float]) -> Callable:
    def run(*arguments, **named):
        begin = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.process_time() - begin

    return run


def by_format(articles: list[Article]) -> dict[str, tuple[float, float]]:
    """The bytes of an article, and of its records, in each format."""
    lines = "".join(encode(article) + "\n" for article in articles).encode()
    table = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([dict(article) for article in articles]), table)
    records = {format: extract_shard(articles, format=format).content for format in WRITERS}
    sizes = {
        "JSON Lines": (lines, records["jsonl"]),
        "JSON Lines, .gz": (gzip.compress(lines), gzip.compress(records["jsonl"])),
        "Parquet": (table.getvalue(), records["parquet"]),
    }
    return {name: (len(of) / len(articles), len(made) / len(articles)) for name, (of, made) in sizes.items()}


def by_start(article: Path) -> dict[str, tuple[float, float]]:
    """The seconds by the clock and of the processor of programs from start to end, once Python has kept its bytecode.

    It does so at installation or at the first run, unless the machine's settings forbid it, which these runs ignore.
    """
    command = str(Path(sys.executable).with_name("vnreports"))
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "an empty Python": [sys.executable, "-c", ""],
            "`import vnreports`": [sys.executable, "-c", "import vnreports"],
            "`vnreports --help`": [command, "--help"],
            "`vnreports extract` of one article": [command, "extract", str(article), "-o", f"{folder}/one.jsonl"],
        }
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
        return {name: time_start(words, environment) for name, words in commands.items()}


def time_start(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """The medians of some starts, after one that fills the caches of the disk and keeps the bytecode."""
    clocks, processors = [], []
    for number in range(STARTS + 1):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with status {process.returncode}")
        if number:
            clocks.append(clock)
            processors.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(clocks), statistics.median(processors)
