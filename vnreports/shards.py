"""A shard: a run of articles that one worker reads at a time, and what comes of it.

One pure function, `extract_shard`, serves the single process, the workers on this machine, a Dask cluster and Spark:
same articles, same bytes.
"""

import collections
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from vnreports.readers import InputProblem, Tell
from vnreports.records import Record
from vnreports.report import Article, Report, read_report
from vnreports.tables import render

# about a second of work: small enough to share evenly and to lose, large enough that handing it over costs nothing
_ARTICLES = 50
_CHARACTERS = 150_000


@dataclasses.dataclass(frozen=True)
class Extracted:
    """What came of a shard: the records as the content of a file, how many there are of each kind, and the problems.

    `quarantined` has the articles that were set aside because their worker died with them.
    """

    content: bytes = b""
    counts: Mapping[str, int] = dataclasses.field(default_factory=dict)
    problems: Sequence[InputProblem] = ()
    quarantined: Sequence[Article] = ()


class RunError(RuntimeError):
    """A run that can't go on: the message says why and what to do."""


class ExtractShard(Protocol):
    """A function like `extract_shard`."""

    def __call__(self, articles: Sequence[Article], *, format: str = "jsonl") -> Extracted:
        """The records of the articles in their order, as the content of a file."""


def extract_shard(articles: Sequence[Article], *, format: str = "jsonl") -> Extracted:
    """The records of the articles in their order, as the content of a file in one of the formats of `tables.WRITERS`.

    >>> extract_shard([{"text": "Giảm 6 cơ quan.", "id": "tin-1"}]).counts
    {'document': 1, 'claim': 1}
    """
    problems: list[InputProblem] = []
    counts: collections.Counter[str] = collections.Counter()
    content = render(_records(articles, counts, problems.append), format=format)
    return Extracted(content, dict(counts), tuple(problems))


def _records(articles: Iterable[Article], counts: collections.Counter[str], tell: Tell) -> Iterator[Record]:
    """The records of the articles, counted by kind as they go by."""
    for _, report in read_reports(articles, tell=tell):
        counts.update(str(record.__struct_config__.tag) for record in report.records)
        yield from report.records


def read_reports(articles: Iterable[Article], *, tell: Tell) -> Iterator[tuple[Article, Report]]:
    """Each article with its report; an article that breaks a rule is told and costs no other."""
    for article in articles:
        try:
            report = read_report(article)
        except Exception as error:  # whatever it is, the rest of the run must not pay for it
            message = f"{type(error).__name__}: {error}; this is a fault of vnreports, please report it with the text"
            tell(InputProblem(str(article.get("id")), message))
        else:
            yield article, report


def cut_shards(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in shards of about the same size, in their order.

    >>> [len(shard) for shard in cut_shards([{"text": "Giảm 6 xã."}] * 60)]
    [50, 10]
    """
    shard: list[Article] = []
    characters = 0
    for article in articles:
        shard.append(article)
        characters += len(article["text"])
        if len(shard) == _ARTICLES or characters >= _CHARACTERS:
            yield shard
            shard, characters = [], 0
    if shard:
        yield shard
