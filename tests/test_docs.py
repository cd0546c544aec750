"""The documentation says what the program does: commands, options, public names, fields; its examples run."""

import contextlib
import io
import pkgutil
import re
from pathlib import Path

import pytest
import typer.main

import vnreports
from vnreports import normalize, register
from vnreports.cli import app
from vnreports.lexicon import read_table
from vnreports.report import Report

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"```python\n(?P<program>.*?)```\n\n```\n(?P<output>.*?)```", re.DOTALL)
COMMANDS = typer.main.get_command(app).commands


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    section = re.search(rf"## `vnreports {command}\b.*?(?=\n## |\Z)", page("cli.md"), re.DOTALL)
    assert section, f"no section on {command} in docs/cli.md"
    for parameter in COMMANDS[command].params:
        assert parameter.help, f"{command}: no help for {parameter.name}"
        for name in parameter.opts if parameter.param_type_name == "option" else ():
            assert f"`{name}`" in section[0]


def test_every_option_in_the_documentation_is_there() -> None:
    known = {name for command in COMMANDS.values() for parameter in command.params for name in parameter.opts}
    known |= {"--help", "--version"}
    assert set(re.findall(r"`(--?[a-z]+)`", page("cli.md"))) <= known


@pytest.mark.parametrize(
    "name",
    [
        *vnreports.__all__,
        *normalize.__all__,
        *register.__all__,
        *(name for name in vars(Report) if not name.startswith("_")),
    ],
)
def test_every_public_name_is_documented(name: str) -> None:
    assert re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", page("python.md"))


@pytest.mark.parametrize("row", read_table("fields"), ids=lambda row: row["field"])
def test_every_field_is_documented(row: dict[str, str]) -> None:
    kind, field = row["field"].split(".")
    section = re.search(rf"## `{kind}`.*?(?=\n## |\Z)", page("records.md"), re.DOTALL | re.IGNORECASE)
    assert section
    assert f"| `{field}` | {row['description']} |" in section[0]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_example_prints_what_the_page_shows(path: Path) -> None:
    names: dict[str, object] = {}
    for example in EXAMPLE.finditer(path.read_text(encoding="utf-8")):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(example["program"], names)
        assert printed.getvalue() == example["output"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_target_of_make_in_the_readme_is_there() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"make ([a-z]+)", readme)) <= targets


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(vnreports.__path__)])
def test_every_module_has_its_row_in_the_architecture(name: str) -> None:
    rows = [line.split("|")[1].strip() for line in page("architecture.md").splitlines() if line.startswith("| ")]
    assert name in rows or f"`{name}`" in page("architecture.md")
