"""The command line: `vnreports extract`, `check`, `compare`, `articles`, `show`, `evaluate`, `schema`.

What only some commands need and takes long to import (rich, pyarrow) is imported inside them, so that --help is quick.
"""

import contextlib
import datetime
import errno
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Annotated, Any

import jsonlines
import typer

import vnreports
from vnreports.check import compare_claims
from vnreports.gold import read_gold
from vnreports.marked import MarkedTextError
from vnreports.readers import InputProblem, count_articles, read_articles
from vnreports.records import Record, Verdict
from vnreports.report import Article, Report, read_report
from vnreports.schema import record_schema
from vnreports.scoring import score
from vnreports.tables import WRITERS, TableError, encode, read_records

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # importing rich to colour the help doubles its time
)


class Format(StrEnum):
    """The formats that `extract` writes."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


Inputs = Annotated[
    list[str], typer.Argument(help="Files (.txt, .jsonl, .jsonl.gz, .html), folders of them, or - for standard input.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file to write; standard output where it is left out.")
]

PublicationDay = Annotated[
    datetime.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The publication day of the articles that come without one."),
]


class Review(StrEnum):
    """The verdicts that `check` may be told to fail on."""

    disagrees = "disagrees"
    cannot_tell = "cannot_tell"


class Errors:
    """Standard error: problems are told there as they come, and those that lost an article are counted."""

    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415

        self.console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        self.lost = 0

    def say(self, sentence: str) -> None:
        """Print a sentence."""
        self.console.print(sentence)

    def tell(self, problem: InputProblem) -> None:
        """Print a problem, and count it where an article was lost."""
        self.say(str(problem))
        self.lost += problem.lost

    def finish(self) -> None:
        """End the command: with status 1 where anything was lost."""
        if self.lost:
            self.say(f"inputs lost: {self.lost:,}, see above")
            raise typer.Exit(1)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"vnreports {vnreports.__version__}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Checkable facts from Vietnamese government news: officials, places, dates and every numeric claim."""


@app.command()
def extract(
    inputs: Inputs,
    *,
    output: Output = None,
    date: PublicationDay = None,
    format: Annotated[Format, typer.Option(help="How to write the records.")] = Format.jsonl,
) -> None:
    """Write the records of the articles in INPUTS: documents, officials, places, dates, claims and checks."""
    if format is Format.parquet and output is None:
        raise typer.BadParameter("Parquet can't go to standard output; name a file with -o", param_hint="--format")
    if format is Format.parquet and find_spec("pyarrow") is None:
        raise typer.BadParameter(
            "needs pyarrow; install it with: pip install 'vnreports[parquet]'", param_hint="--format"
        )
    errors = Errors()
    counts: dict[str, int] = {}
    records = _count(_extract_all(inputs, date.date() if date else None, errors), counts)
    with _writing(output, binary=format is Format.parquet) as stream:
        WRITERS[format](records, stream)
    documents = counts.pop("document", 0)
    kinds = ", ".join(f"{count:,} {kind}s" for kind, count in counts.items())
    errors.say(f"{documents:,} documents, {sum(counts.values()):,} records" + (f": {kinds}" if kinds else ""))
    errors.finish()


def _extract_all(inputs: list[str], date: datetime.date | None, errors: Errors) -> Iterator[Record]:
    """The records of all articles."""
    for _, report in _read_reports(inputs, date, errors):
        yield from report.records


def _read_reports(inputs: list[str], date: datetime.date | None, errors: Errors) -> Iterator[tuple[Article, Report]]:
    """Each article with its report, with a progress bar where a person watches."""
    from rich.progress import track  # noqa: PLC0415

    watched = errors.console.is_terminal
    total = count_articles(inputs) if watched else None
    articles = track(
        read_articles(inputs, tell=errors.tell),
        "Reading",
        total=total,
        console=errors.console,
        transient=True,
        disable=not watched,
    )
    for article in articles:
        try:
            report = read_report({**article, "date": article.get("date") or date})
        except Exception as error:  # one article that breaks a rule must not cost the rest of the run
            message = f"{type(error).__name__}: {error}; this is a fault of vnreports, please report it with the text"
            errors.tell(InputProblem(str(article["id"]), message))
        else:
            yield article, report


def _count(records: Iterable[Record], counts: dict[str, int]) -> Iterator[Record]:
    for record in records:
        kind = str(record.__struct_config__.tag)
        counts[kind] = counts.get(kind, 0) + 1
        yield record


@contextlib.contextmanager
def _writing(path: Path | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """The stream to write to: a file appears under its name only when it is whole."""
    if path is None:
        yield typer.get_text_stream("stdout", encoding="utf-8")
        return
    partial = path.with_name(f"{path.name}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        stream: IO[Any] = partial.open("wb") if binary else partial.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise typer.BadParameter(f"{path} can't be written: {error.strerror}", param_hint="--output") from None
    try:
        with stream:
            yield stream
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@app.command()
def check(
    inputs: Inputs,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file for all records of the articles, as JSON Lines.")
    ] = None,
    date: PublicationDay = None,
    fail_on: Annotated[
        Review | None, typer.Option(help="End with status 3 where a finding has this verdict; for pipelines.")
    ] = None,
) -> None:
    """Print what the numbers of the articles in INPUTS say about one another, each with its sentence quoted."""
    from rich.console import Console  # noqa: PLC0415

    from vnreports.findings import count_verdicts, print_findings  # noqa: PLC0415

    errors = Errors()
    console = Console(markup=False, highlight=False, soft_wrap=True)
    counts: Counter[Verdict] = Counter()
    with contextlib.ExitStack() as stack:
        write = jsonlines.Writer(stack.enter_context(_writing(output)), dumps=encode).write if output else None
        for article, report in _read_reports(inputs, date.date() if date else None, errors):
            counts.update(finding.verdict for finding in report.checks)
            print_findings(report.records, article["text"], console)
            if write is not None:
                for record in report.records:
                    write(record)
    errors.say(count_verdicts(counts))
    errors.finish()
    if fail_on is not None and counts[fail_on.value]:
        raise typer.Exit(3)


@app.command()
def compare(
    files: Annotated[list[Path], typer.Argument(metavar="FACTS…", help="Records as `extract` writes them.")],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file for the findings, as JSON Lines.")
    ] = None,
) -> None:
    """Print where several reports give the same figure for the same thing, and where they differ."""
    from rich.console import Console  # noqa: PLC0415

    from vnreports.findings import print_comparison  # noqa: PLC0415

    findings = compare_claims(record for file in files for record in _read_records(file))
    print_comparison(findings, Console(markup=False, highlight=False, soft_wrap=True))
    if output is not None:
        with _writing(output) as stream, jsonlines.Writer(stream, dumps=encode) as writer:
            writer.write_all(findings)


@app.command()
def articles(inputs: Inputs, *, output: Output = None) -> None:
    """Write the articles themselves as JSON Lines, as `extract` reads them: the text that its offsets count in."""
    errors = Errors()
    with _writing(output) as stream, jsonlines.Writer(stream, dumps=encode) as writer:
        writer.write_all(read_articles(inputs, tell=errors.tell))
    errors.finish()


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="Records as `extract` writes them in JSON Lines.")],
    *,
    claims: Annotated[int, typer.Option(help="How many claims of each report to show.")] = 3,
) -> None:
    """Print a summary of a file of records: how many of each kind, and a table of claims."""
    from rich.console import Console  # noqa: PLC0415

    from vnreports.summary import print_summary  # noqa: PLC0415

    console = Console(markup=False, highlight=False)  # a text may hold what looks like markup
    print_summary(_read_records(file), console, claims=claims)


def _read_records(file: Path) -> list[Record]:
    """The records of a file or of a folder of gold; where that is broken, the end of the command with the reason."""
    try:
        if file.is_dir():
            return [record for marked in sorted(file.glob("*.marked")) for record in read_gold(marked)[1]]
        return list(read_records(file))
    except (TableError, MarkedTextError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold records in JSON Lines, or a folder of marked text.")],
    predicted: Annotated[Path, typer.Argument(metavar="PRED", help="Records as `extract` writes them in JSON Lines.")],
    *,
    errors: Annotated[Path | None, typer.Option(help="A file for the disagreements, one JSON object a line.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Print how well the records in PRED agree with GOLD, field by field."""
    sheet = score(_read_records(gold), _read_records(predicted))
    figures = {name: figure.as_json() for name, figure in sheet.figures().items()}
    if as_json:
        typer.echo(encode(figures))
    else:
        for name, figure in figures.items():
            typer.echo(
                f"{name:26}"
                + "".join(f"{key:>6} {value if value is not None else '-':<7}" for key, value in figure.items())
            )
    if errors is not None:
        with _writing(errors) as stream, jsonlines.Writer(stream, dumps=encode) as writer:
            writer.write_all(sheet.misses)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    typer.echo(encode(record_schema()))
