"""How much two workers and a Dask cluster on this machine bring, and whether a long run loses anything.

    .venv/bin/python benchmarks/workers.py [FILE.jsonl[.gz]] [--articles N] [--rounds N]
    .venv/bin/python benchmarks/workers.py [FILE.jsonl[.gz]] --endure --articles 100000

Without a file it takes the reports of corpus/, over and over. The first form runs the same articles with one worker,
two workers and a Dask cluster of two in turn, round after round: the ratios say more than the seconds on a machine that
others use too. The second sends varied copies of the articles through a Dask cluster of two, kills one of its workers
on the way, and counts the documents that come out: each must be there once.
"""

import argparse
import collections
import contextlib
import dataclasses
import hashlib
import itertools
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from vnreports.readers import read_articles
from vnreports.tables import encode

CORPUS = Path(__file__).parent.parent / "corpus"
COMMAND = str(Path(sys.executable).with_name("vnreports"))
WAYS = {
    "one worker": ("--workers", "1"),
    "two workers": ("--workers", "2"),
    "Dask, two workers": ("--cluster", "local", "--workers", "2"),
}
NUMBER = re.compile(r"\d+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default=str(CORPUS))
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--endure", action="store_true", help="the long run with a worker killed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = write_articles(Path(folder) / "articles.jsonl", options.file, options.articles, vary=options.endure)
        print(f"{options.file}: {options.articles:,} articles, {articles.stat().st_size / 1e6:,.1f} MB", flush=True)
        if options.endure:
            endure(articles, Path(folder), options.articles)
        else:
            compare(articles, Path(folder), options.articles, options.rounds)


def write_articles(path: Path, source: str, number: int, *, vary: bool) -> Path:
    """A file of so many articles, each with an id of its own; varied copies have other numbers."""
    found = itertools.cycle(list(read_articles([source], tell=print)))
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as stream:
        for n, article in enumerate(itertools.islice(found, number)):
            text = article["text"]
            if vary:  # in numbers of the same length, so that most stay a day, a year, a code
                text = NUMBER.sub(lambda match: shift(match[0], chance), text)
            stream.write(encode({**article, "id": f"{article['id']}-{n}", "text": text}) + "\n")
    return path


def shift(digits: str, chance: random.Random) -> str:
    last = chance.randint(0 if len(digits) > 1 else 1, 9)
    return digits[:-1] + str(last) if chance.random() < 0.5 else digits


def compare(articles: Path, folder: Path, number: int, rounds: int) -> None:
    """Print the seconds of each way to do it, the ratios, and the memory of a worker."""
    seconds: dict[str, list[float]] = collections.defaultdict(list)
    memory: dict[str, int] = collections.defaultdict(int)
    busiest: dict[str, list[float]] = collections.defaultdict(list)
    digests = set()
    for turn in range(rounds):
        for way, options in WAYS.items():
            output = folder / f"{way.replace(' ', '-')}-{turn}"
            begin = time.perf_counter()
            with started(articles, output, *options) as process, watching(process.pid) as uses:
                process.wait()
            seconds[way].append(time.perf_counter() - begin)
            workers = [use for pid, use in uses.items() if pid != process.pid] or [uses[process.pid]]
            memory[way] = max(memory[way], *(use.memory for use in workers))
            busiest[way].append(max(use.seconds for use in workers))
            digests.add(digest(output))
    print(
        f"{'':20}{'seconds':>9}{'CPU':>9}{'articles/s':>12}{'memory of a worker':>20}   times the first, in each round"
    )
    for way, spent in seconds.items():
        ratios = [first / own for first, own in zip(seconds["one worker"], spent, strict=True)]
        print(
            f"{way:20}{min(spent):9.1f}{min(busiest[way]):9.1f}{number / min(spent):12.1f}"
            f"{memory[way] / 1024:17.0f} MB   "
            f"{statistics.median(ratios):.2f} ({', '.join(f'{ratio:.2f}' for ratio in ratios)})"
        )
    print("seconds: the best; CPU: of the worker that worked the longest, in the best round")
    of_dask = [own / dask for own, dask in zip(seconds["two workers"], seconds["Dask, two workers"], strict=True)]
    print(
        f"Dask does {statistics.median(of_dask):.2f} of what two workers do ({', '.join(f'{r:.2f}' for r in of_dask)})"
    )
    print(f"the same bytes: {'yes' if len(digests) == 1 else 'NO'}")


def endure(articles: Path, folder: Path, number: int) -> None:
    """Print whether every article came out once though a worker was killed."""
    output, killed = folder / "out", threading.Event()
    begin = time.perf_counter()
    with started(articles, output, *WAYS["Dask, two workers"]) as process, watching(process.pid) as uses:

        def kill_worker() -> None:
            """Kill a worker of Dask as soon as some parts are there."""
            while process.poll() is None and len(list(output.glob("part-*"))) < 3:
                time.sleep(0.05)
            workers = [pid for pid in family(process.pid) if b"forkserver" in command_line(pid)]  # the server first
            os.kill(workers[-1], signal.SIGKILL)
            killed.set()

        threading.Thread(target=kill_worker).start()
        process.wait()
    spent = time.perf_counter() - begin
    counts: collections.Counter[str] = collections.Counter()
    for part in sorted(output.glob("part-*")):
        for line in part.open(encoding="utf-8"):
            if line.startswith('{"type":"document"'):
                counts[json.loads(line)["doc"]] += 1
    wanted = {json.loads(line)["id"] for line in articles.open(encoding="utf-8")}
    twice = [doc for doc, times in counts.items() if times > 1]
    memory = max(use.memory for use in uses.values()) / 1024
    print(f"{spent:,.0f} s, {number / spent:,.1f} articles/s, at most {memory:.0f} MB a process")
    print(f"a worker was killed: {killed.is_set()}; status {process.returncode}")
    print(f"documents: {len(counts):,}; missing {len(wanted - counts.keys()):,}, more than once {len(twice):,}")
    if twice or wanted != counts.keys() or not killed.is_set():
        sys.exit("NOT every article came out once")


@contextlib.contextmanager
def started(articles: Path, output: Path, *options: str) -> Iterator[subprocess.Popen]:
    command = [COMMAND, "extract", str(articles), "-o", str(output), *options]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        yield process


@dataclasses.dataclass
class Use:
    """What a process has used: its peak memory in KB, its processor time."""

    memory: int = 0
    seconds: float = 0.0


@contextlib.contextmanager
def watching(parent: int) -> Iterator[dict[int, Use]]:
    """What a process and each of its descendants have used so far."""
    uses: dict[int, Use] = {parent: Use()}
    over = threading.Event()
    tick = os.sysconf("SC_CLK_TCK")

    def look() -> None:
        while not over.wait(0.1):
            for pid in family(parent):
                with contextlib.suppress(OSError):
                    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
                    times = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
                    if high := re.search(r"VmHWM:\s+(\d+)", status):
                        uses[pid] = Use(int(high[1]), sum(map(int, times)) / tick)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield uses
    finally:
        over.set()
        thread.join()


def family(parent: int) -> list[int]:
    """The process and all that it started, the youngest last."""
    of: dict[int, list[int]] = collections.defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            of[int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])].append(int(stat.parent.name))
    found = [parent]
    for pid in found:
        found += sorted(of[pid])
    return found


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def digest(output: Path) -> str:
    files = sorted(output.glob("part-*")) if output.is_dir() else [output]
    sha = hashlib.sha256()
    for file in files:
        sha.update(file.read_bytes())
    return sha.hexdigest()


if __name__ == "__main__":
    main()
