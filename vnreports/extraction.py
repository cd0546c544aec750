"""The run of `vnreports extract` on this machine: articles in, shards to the workers, records out in their order."""

import collections
import contextlib
import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import typer

from vnreports.journal import Journal, pin_run
from vnreports.readers import count_articles, read_articles
from vnreports.report import Article
from vnreports.shards import Extracted, RunError, cut_shards
from vnreports.streams import Errors, explained, make_room
from vnreports.tables import WRITERS, read_record
from vnreports.workers import extract_shards

Counts = collections.Counter[str]
STOPPED = 130  # the exit status of a command that Ctrl-C has stopped


def extract_to_stream(
    inputs: list[str], stream: IO[str], *, date: datetime.date | None, format: str, workers: int, errors: Errors
) -> Counts:
    """Write the records of the articles to a stream, shard by shard; how many of each kind."""
    counts: Counts = collections.Counter()

    def count_lines() -> Iterator[bytes]:
        articles = read_dated(inputs, date, errors)
        with errors.progress(total=lambda: count_articles(inputs)) as advance:
            for shard, extracted in extract_shards(cut_shards(articles), workers=workers):
                yield from extracted.content.splitlines(keepends=True)
                note_shard(extracted, counts, errors)
                advance(len(shard), len(shard))

    with stopping_well(errors, remedy=""):
        if format == "jsonl":
            stream.writelines(line.decode() for line in count_lines())
        else:
            WRITERS[format](map(read_record, count_lines()), stream)
    return counts


def extract_to_file(
    inputs: list[str],
    output: Path,
    *,
    date: datetime.date | None,
    format: str,
    workers: int,
    resume: bool,
    errors: Errors,
) -> Counts:
    """Write the records of the articles to a file, so that a run that is stopped can go on; how many of each kind."""
    with explained(output):
        make_room(output)
    with stopping_well(errors, remedy="; go on with the same command and --resume"):
        journal = _open_journal(inputs, output, date=date, resume=resume, errors=errors)
        counts = collections.Counter(journal.counts)
        with contextlib.closing(journal):
            articles = journal.skip_done(read_dated(inputs, date, errors))
            with errors.progress(total=lambda: count_articles(inputs), done=journal.begun.articles) as advance:
                for shard, extracted in extract_shards(cut_shards(articles), workers=workers):
                    with explained(journal.records, remedy="; mend that and go on with --resume"):
                        journal.add(shard, extracted)
                    note_shard(extracted, counts, errors)
                    advance(len(shard), len(shard))
        with explained(output):
            journal.finish(output, format=format)
        if journal.quarantined:
            errors.say(f"the articles in quarantine: {journal.quarantine}")
    return counts


def _open_journal(
    inputs: list[str], output: Path, *, date: datetime.date | None, resume: bool, errors: Errors
) -> Journal:
    pins = pin_run(inputs, date)
    with explained(output):
        journal = Journal(output, pins, resume=resume)
    if resume and not journal.begun.articles:
        errors.say(f"{output}: nothing to go on with, this run begins with the first article")
    elif resume:
        errors.say(f"{output}: going on after {journal.begun.articles:,} articles")
    for problem in journal.problems:
        errors.tell(problem)
    return journal


@contextlib.contextmanager
def stopping_well(errors: Errors, *, remedy: str) -> Iterator[None]:
    """Where the run can't go on, the end of the command with one sentence."""
    try:
        yield
    except KeyboardInterrupt:
        errors.say(f"stopped{remedy}")
        raise typer.Exit(STOPPED) from None
    except RunError as error:
        errors.say(str(error))
        raise typer.Exit(2) from None


def read_dated(inputs: Iterable[str], date: datetime.date | None, errors: Errors) -> Iterator[Article]:
    """The articles of the inputs, those without a publication day with the one given."""
    for article in read_articles(inputs, tell=errors.tell):
        yield {**article, "date": article.get("date") or date}


def note_shard(extracted: Extracted, counts: Counts, errors: Errors) -> None:
    """Count the records and tell the problems of a shard."""
    counts.update(extracted.counts)
    for problem in extracted.problems:
        errors.tell(problem)


def summarize(counts: Counts) -> str:
    """The line that ends a run.

    >>> summarize(collections.Counter({"document": 2, "claim": 2100}))
    '2 documents, 2,100 records: 2,100 claims'
    """
    counts = collections.Counter(counts)
    documents = counts.pop("document", 0)
    kinds = ", ".join(f"{count:,} {kind}s" for kind, count in counts.items())
    return f"{documents:,} documents, {sum(counts.values()):,} records" + (f": {kinds}" if kinds else "")
