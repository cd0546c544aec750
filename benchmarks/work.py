"""How much work the corpus takes, counted and not timed, against the ceilings of benchmarks/ceilings.json.

    .venv/bin/python benchmarks/work.py [--instructions] [--set]

Two counts for 5,000 characters of corpus/ once lexicons and memories are filled: the calls of functions, of Python and
C, which are the same in every run; and with --instructions, where valgrind is installed, the instructions of the
processor, which also see a pattern that became slow. Both depend on the version of Python, so each has its ceilings,
5 % above what was counted; --set counts anew and writes them. A version without ceilings is not held to any.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vnreports.readers import read_articles
from vnreports.report import Article
from vnreports.shards import extract_shard

CORPUS = Path(__file__).parent.parent / "corpus"
CEILINGS = Path(__file__).with_name("ceilings.json")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
ROOM = 1.05
DOCUMENT = 5000  # characters
# a name of its own for the hash: the order of a set of strings decides how soon a search in it ends
FIXED = {**os.environ, "PYTHONHASHSEED": "0"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--instructions", action="store_true", help="count these too, in a minute")
    parser.add_argument("--set", action="store_true", help="write the ceilings of this version of Python")
    parser.add_argument("--read", metavar="TIMES", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        return print(read_counting() if options.read == "counting" else read(int(options.read))) or 0
    counts = {"calls": count_calls()}
    if options.instructions and (instructions := count_instructions()) is not None:
        counts["instructions"] = instructions
    ceilings = json.loads(CEILINGS.read_text(encoding="utf-8"))
    if options.set:
        ceilings[VERSION] = {**ceilings.get(VERSION, {}), **{name: int(n * ROOM) for name, n in counts.items()}}
        CEILINGS.write_text(json.dumps(ceilings, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return judge(counts, ceilings.get(VERSION, {}))


def judge(counts: dict[str, int], ceilings: dict[str, int]) -> int:
    """Print the counts beside their ceilings; 1 where one is above its own."""
    high = False
    for name, number in counts.items():
        ceiling = ceilings.get(name)
        over = ceiling is not None and number > ceiling
        high |= over
        limit = "no ceiling for this Python" if ceiling is None else f"ceiling {ceiling:>13,}"
        print(f"{name:14}{number:>13,}  {limit}{'  above it: CONTRIBUTING.md says what to do' if over else ''}")
    return int(high)


def count_calls() -> int:
    """The calls of functions, of Python and C, for 5,000 characters."""
    return int(run([sys.executable, __file__, "--read", "counting"]).stdout) * DOCUMENT // count_characters()


def count_instructions() -> int | None:
    """The instructions for 5,000 characters: of two readings less those of one; None without valgrind."""
    if shutil.which("valgrind") is None:
        return None
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, __file__, "--read"]
    with ThreadPoolExecutor(2) as pool:
        told = [process.stderr for process in pool.map(run, ([*tool, "1"], [*tool, "2"]))]
    one, two = (int(re.search(r"Collected\s*:\s*(\d+)", each)[1]) for each in told)
    return (two - one) * DOCUMENT // count_characters()


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, env=FIXED, capture_output=True, text=True, check=True)


def read(times: int) -> str:
    articles = read_corpus()
    for _ in range(times):
        extract_shard(articles)
    return "read"


def read_counting() -> int:
    """The calls of the third reading."""
    articles, count = read_corpus(), 0

    def look(_frame, event, _argument) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    extract_shard(articles)
    extract_shard(articles)
    sys.setprofile(look)
    extract_shard(articles)
    sys.setprofile(None)
    return count


def count_characters() -> int:
    return sum(len(article["text"]) for article in read_corpus())


def read_corpus() -> list[Article]:
    return list(read_articles([str(CORPUS)], tell=print))


if __name__ == "__main__":
    sys.exit(main())
