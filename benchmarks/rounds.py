"""Rounds: contenders in processes of their own read the same texts in turn."""

import contextlib
import dataclasses
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from vnreports.report import Article

DOCUMENT = 5000  # characters
CONTENDER = Path(__file__).with_name("contenders.py")


@dataclasses.dataclass(frozen=True)
class Way:
    """A row of the table: what it is called, which contender does it, on how many characters of a round.

    `goal` is the speed that we want, `against` the contenders it is compared with, each with the ratio that we want.
    """

    name: str
    contender: str
    characters: int
    goal: int | None = None
    against: tuple[tuple[str, int | None], ...] = ()
    fresh: bool = False  # in a new process each round
    twice: bool = False  # the second reading of the same texts counts


# so many characters that a round takes some ten seconds
WAYS = (
    Way(
        "vnreports: text to JSON Lines",
        "records",
        500_000,
        goal=150,
        against=(("word_tokenize", 9), ("ner", 100), ("duckling", 8), ("dateparser", None)),
    ),
    Way("vnreports: spaCy Doc, records and words", "docs", 300_000, goal=100),
    Way("`segment`, cold", "words", 300_000, against=(("word_tokenize", 8),), fresh=True),
    Way("`segment`, warm", "words", 1_000_000, against=(("word_tokenize", 15),), twice=True),
    Way("underthesea `word_tokenize`", "word_tokenize", 100_000),
    Way("underthesea `ner`, by sentence", "ner", 20_000),
    Way("dateparser `search_dates`", "dateparser", 10_000),
    Way("Duckling, all kinds, by line", "duckling", 50_000),
)


@dataclasses.dataclass(frozen=True)
class Cost:
    """What some articles cost: seconds of the processor and of the clock, MB of memory after them and at the peak."""

    seconds: float
    clock: float
    memory: float
    peak: float


class Contender:
    """A contender that waits for articles; `start` is its cost when it was ready."""

    def __init__(self, name: str, process: subprocess.Popen) -> None:
        self.name = name
        self.process = process
        self.start = self._hear()

    def read(self, articles: list[Article]) -> Cost:
        print(json.dumps(articles, default=str), file=self.process.stdin, flush=True)
        return self._hear()

    def _hear(self) -> Cost:
        line = self.process.stdout.readline()
        if not line:
            raise LookupError(f"{self.name} does not run here")
        return Cost(**json.loads(line))


@contextlib.contextmanager
def started(name: str, python: str = sys.executable) -> Iterator[Contender]:
    """The contender, ready; raises LookupError where its library is missing."""
    command = [python, str(CONTENDER), name]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield Contender(name, process)
        finally:
            process.stdin.close()


@dataclasses.dataclass
class Measured:
    """What a way cost in each round: documents of 5,000 characters a second, by processor and by clock; its memory."""

    speeds: list[float] = dataclasses.field(default_factory=list)
    by_clock: list[float] = dataclasses.field(default_factory=list)
    memory: float = 0.0
    peak: float = 0.0

    @property
    def speed(self) -> float:
        return statistics.median(self.speeds)


def measure(articles: list[Article], rounds: int, pythons: dict[str, str]) -> dict[Way, Measured]:
    """What each way cost, round by round; ways whose library is missing are left out."""
    found: dict[Way, Measured] = {}
    with contextlib.ExitStack() as stack:
        running: dict[Way, Contender] = {}
        for way in WAYS:
            with contextlib.suppress(LookupError, OSError):
                running[way] = stack.enter_context(started(way.contender, pythons.get(way.contender, sys.executable)))
                found[way] = Measured(memory=running[way].start.memory)
        for number in range(rounds + 1):
            for way, contender in running.items():
                texts = take(articles, number, way.characters)
                if number == 0:  # lexicons, patterns and memories are filled by a round that doesn't count
                    texts = texts[: len(texts) // 2 + 1]
                elif way.fresh:
                    with started(way.contender) as anew:
                        note(found[way], texts, anew.read(texts))
                    continue
                elif way.twice:
                    contender.read(texts)
                cost = contender.read(texts)
                if number:
                    note(found[way], texts, cost)
    return found


def take(articles: list[Article], number: int, characters: int) -> list[Article]:
    """The articles of a round up to so many characters, which are the first ones for each way."""
    at = number * 300
    taken: list[Article] = []
    while characters > 0:
        taken.append(articles[at % len(articles)])
        characters -= len(taken[-1]["text"])
        at += 1
    return taken


def note(measured: Measured, texts: list[Article], cost: Cost) -> None:
    documents = sum(len(article["text"]) for article in texts) / DOCUMENT
    measured.speeds.append(documents / cost.seconds)
    measured.by_clock.append(documents / cost.clock)
    measured.peak = max(measured.peak, cost.peak)


def compare(ours: Measured, theirs: Measured) -> float:
    """How many times as fast ours is: the median of what the rounds say, each of which read the same texts."""
    return statistics.median(our / their for our, their in zip(ours.speeds, theirs.speeds, strict=True))
