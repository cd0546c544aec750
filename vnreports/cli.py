"""The command line: `vnreports extract`, `check`, `compare`, `articles`, `show`, `evaluate`, `schema`.

A command imports what it needs when it runs: --help is quick, and no command waits for what only another one needs.
"""

import atexit
import contextlib
import datetime
import gc
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import vnreports
from vnreports.garbage import collect_seldom

if TYPE_CHECKING:
    from vnreports.records import Record


def _collect_more_often(phase: str, info: dict[str, int]) -> None:
    """Look for garbage more often after the first time, which comes when the start is over."""
    collect_seldom()
    gc.callbacks.remove(_collect_more_often)


# modules, lexicons and patterns stay: looking for garbage among them takes a fifth of a short run, mostly at its end
gc.set_threshold(200_000, 10, 10)
gc.callbacks.append(_collect_more_often)
atexit.register(gc.freeze)

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
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The file to write, for a cluster the folder; without it standard output."),
    ] = None,
    date: PublicationDay = None,
    format: Annotated[Format, typer.Option(help="How to write the records.")] = Format.jsonl,
    workers: Annotated[int | None, typer.Option(min=1, help="How many processes share the work.")] = None,
    cluster: Annotated[
        str | None, typer.Option(help="The Dask scheduler that shares the work out: its address or file, or local.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was stopped; needs -o.")] = False,
) -> None:
    """Write the records of the articles in INPUTS: documents, officials, places, dates, claims and checks."""
    _check_extract(output, format, workers=workers, cluster=cluster, resume=resume)
    if cluster == "local" or (workers or 1) > 1:
        from vnreports.processes import start_server

        start_server("vnreports.shards" if cluster is None else "vnreports.cluster")  # it loads beside this process
    from vnreports.extraction import extract_to_file, extract_to_stream, summarize
    from vnreports.streams import Errors

    errors = Errors()
    day = date.date() if date else None
    if output is None:
        stream = typer.get_text_stream("stdout", encoding="utf-8")
        counts = extract_to_stream(inputs, stream, date=day, format=format, workers=workers or 1, errors=errors)
    elif cluster is None:
        counts = extract_to_file(
            inputs, Path(output), date=day, format=format, workers=workers or 1, resume=resume, errors=errors
        )
    else:
        from vnreports.cluster import extract_on_cluster
        from vnreports.scheduler import connect

        scheduler = connect(cluster, workers=workers, errors=errors)
        counts = extract_on_cluster(scheduler, inputs, output, date=day, format=format, resume=resume, errors=errors)
    errors.say(summarize(counts))
    errors.finish()


def _check_extract(
    output: str | None, format: Format, *, workers: int | None, cluster: str | None, resume: bool
) -> None:
    """Refuse options of `extract` that don't go together, or need what is not installed."""
    if output is None:
        if format is Format.parquet:
            raise typer.BadParameter("Parquet can't go to standard output; name a file with -o", param_hint="--format")
        if resume:
            raise typer.BadParameter("only a file can be gone on with; name it with -o", param_hint="--resume")
        if cluster is not None:
            raise typer.BadParameter("a cluster writes to a folder; name it with -o", param_hint="--cluster")
    if cluster is not None and cluster != "local" and workers is not None:
        raise typer.BadParameter("the cluster has its own workers; leave this out", param_hint="--workers")
    if format is Format.parquet and find_spec("pyarrow") is None:
        raise typer.BadParameter(
            "needs pyarrow; install it with: pip install 'vnreports[parquet]'", param_hint="--format"
        )
    if cluster is not None and find_spec("distributed") is None:
        raise typer.BadParameter(
            "needs Dask; install it with: pip install 'vnreports[cluster]'", param_hint="--cluster"
        )


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
    import collections

    from rich.console import Console

    from vnreports.extraction import read_dated
    from vnreports.findings import count_verdicts, print_findings
    from vnreports.readers import count_articles
    from vnreports.records import Verdict
    from vnreports.shards import read_reports
    from vnreports.streams import Errors, writing
    from vnreports.tables import write_jsonl

    errors = Errors()
    console = Console(markup=False, highlight=False, soft_wrap=True)
    counts: collections.Counter[Verdict] = collections.Counter()
    articles = read_dated(inputs, date.date() if date else None, errors)
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(writing(output)) if output else None
        advance = stack.enter_context(errors.progress(total=lambda: count_articles(inputs)))
        for article, report in read_reports(articles, tell=errors.tell):
            counts.update(finding.verdict for finding in report.checks)
            print_findings(report.records, article["text"], console)
            if stream is not None:
                write_jsonl(report.records, stream)
            advance(1, 1)
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
    from rich.console import Console

    from vnreports.check import compare_claims
    from vnreports.findings import print_comparison
    from vnreports.streams import writing
    from vnreports.tables import write_jsonl

    findings = compare_claims(record for file in files for record in _read_records(file))
    print_comparison(findings, Console(markup=False, highlight=False, soft_wrap=True))
    if output is not None:
        with writing(output) as stream:
            write_jsonl(findings, stream)


@app.command()
def articles(inputs: Inputs, *, output: Output = None) -> None:
    """Write the articles themselves as JSON Lines, as `extract` reads them: the text that its offsets count in."""
    from vnreports.readers import read_articles
    from vnreports.streams import Errors, writing
    from vnreports.tables import write_jsonl

    errors = Errors()
    with writing(output) as stream:
        write_jsonl(read_articles(inputs, tell=errors.tell), stream)
    errors.finish()


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="Records as `extract` writes them in JSON Lines.")],
    *,
    claims: Annotated[int, typer.Option(help="How many claims of each report to show.")] = 3,
) -> None:
    """Print a summary of a file of records: how many of each kind, and a table of claims."""
    from rich.console import Console

    from vnreports.summary import print_summary

    console = Console(markup=False, highlight=False)  # a text may hold what looks like markup
    print_summary(_read_records(file), console, claims=claims)


def _read_records(file: Path) -> "list[Record]":
    """The records of a file or of a folder of gold; where that is broken, the end of the command with the reason."""
    from vnreports.gold import read_gold
    from vnreports.marked import MarkedTextError
    from vnreports.tables import TableError, read_records

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
    from vnreports.scoring import score
    from vnreports.streams import writing
    from vnreports.tables import encode, write_jsonl

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
        with writing(errors) as stream:
            write_jsonl(sheet.misses, stream)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from vnreports.schema import record_schema
    from vnreports.tables import encode

    typer.echo(encode(record_schema()))
