"""The register: its size, its codes by date, and its lexicons against a fresh build."""

import datetime
import importlib.util
import sys
from pathlib import Path

import pytest

from vnreports.register import REFORM, name_key, successors, unit_with_code, units_by_key, units_named

ROOT = Path(__file__).parent.parent
LEXICONS = ROOT / "vnreports" / "lexicons"
EVE = REFORM - datetime.timedelta(days=1)


def count(level: str, on: datetime.date) -> int:
    return sum(unit.level == level and unit.in_force(on) for units in units_by_key().values() for unit in units)


@pytest.mark.parametrize(
    ("level", "on", "number"),
    [
        ("province", REFORM, 34),
        ("province", EVE, 63),
        ("province", datetime.date(2024, 12, 31), 63),
        ("district", REFORM, 0),
        ("district", EVE, 696),
        ("district", datetime.date(2024, 12, 31), 697),
        ("commune", REFORM, 3321),
        ("commune", EVE, 10035),
    ],
)
def test_numbers_of_units(level, on, number):
    assert count(level, on) == number


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("01", REFORM, "Hà Nội"),
        ("52", EVE, "Bình Định"),
        ("52", REFORM, "Gia Lai"),
        ("46", datetime.date(2017, 7, 9), "Thừa Thiên Huế"),
        ("46", REFORM, "Huế"),
        ("540", EVE, "Quy Nhơn"),
        ("540", REFORM, None),
        ("00466", EVE, "Nguyên Khê"),
        ("00466", REFORM, "Phúc Thịnh"),
        ("09556", REFORM, "Hà Đông"),
        ("21862", EVE, "Cát Khánh"),
    ],
)
def test_a_code_needs_its_date(code, on, name):
    unit = unit_with_code(code, on=on)
    assert (unit.name if unit else None) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Quy Nhơn", "QUI NHƠN"),
        ("Thuỷ Xuân", "Thủy Xuân"),
        ("Cư M’gar", "Cư M'gar"),
    ],
)
def test_spelling_variants_share_a_key(one, other):
    assert name_key(one) == name_key(other)


def test_successors():
    old = next(unit for unit in units_named("Quy Nhơn", on=EVE) if unit.level == "district")
    names = {unit_with_code(code, on=REFORM).name for code in successors(old)}
    assert {"Quy Nhơn", "Quy Nhơn Đông", "Quy Nhơn Nam"} <= names
    assert successors(units_named("Hà Nội", on=REFORM)[0]) == ()


def load_script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("script", "package", "tables"),
    [
        ("build_register", "vietnamadminunits", ("provinces", "districts", "communes", "successions")),
        ("build_countries", "babel", ("countries",)),
    ],
)
def test_the_committed_tables_are_what_the_script_builds(script, package, tables, tmp_path):
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    load_script(script).main(tmp_path)
    for table in tables:
        assert (tmp_path / f"{table}.tsv").read_bytes() == (LEXICONS / f"{table}.tsv").read_bytes(), table
