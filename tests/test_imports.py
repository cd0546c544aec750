"""`import vnreports` is light: what is heavy comes when it is needed."""

import json
import subprocess
import sys

import pytest

HEAVY = ("spacy", "pandas", "underthesea", "dateparser", "pyarrow", "trafilatura", "rich")


def loaded_after(statement: str) -> list[str]:
    """The heavy modules that a fresh interpreter holds after a statement."""
    program = f"import json, sys\n{statement}\nprint(json.dumps([name for name in {HEAVY} if name in sys.modules]))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded: list[str] = json.loads(run.stdout.splitlines()[-1])
    return loaded


@pytest.mark.parametrize(
    "statement",
    [
        "import vnreports",
        "from vnreports import extract, Claim",
        "import vnreports; vnreports.normalize",
        "import vnreports.cli",
        "import vnreports.workers",
    ],
)
def test_importing_is_light(statement: str) -> None:
    assert loaded_after(statement) == []


def test_words_come_without_underthesea() -> None:
    assert loaded_after("import vnreports\nassert len(vnreports.segment('xã Mẫu họp.')) > 2") == []


def test_the_help_waits_for_no_rule() -> None:
    loaded_after("import vnreports.cli\nassert not {'regex', 'msgspec', 'vnreports.pipeline'} & set(sys.modules)")


def test_the_function_extract_is_not_hidden_by_the_package_of_that_name() -> None:
    loaded_after("import vnreports.extract.dates, vnreports\nassert vnreports.extract('Giảm 6 cơ quan.').records")


def test_every_public_name_is_there() -> None:
    import vnreports
    from vnreports import normalize

    for module in (vnreports, normalize):
        for name in module.__all__:
            assert getattr(module, name) is not None
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            module.nothing  # noqa: B018
