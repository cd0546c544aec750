"""Builds the register's lexicons from the PyPI package vietnamadminunits 1.0.4 (MIT).

    python scripts/build_register.py [FOLDER]

Writes provinces.tsv, districts.tsv, communes.tsv and successions.tsv into FOLDER (default: vnreports/lexicons).
The same package gives the same bytes; tests/test_register.py compares them with the committed files.
"""

import importlib.util
import json
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

from vnreports.register import name_key
from vnreports.text import fold_string

LEXICONS = Path(__file__).parent.parent / "vnreports" / "lexicons"
SOURCE = "PyPI vietnamadminunits 1.0.4 (MIT, see NOTICE), built by scripts/build_register.py"
REFORM = "2025-07-01"
EVE = "2025-06-30"
# the package knows the 63 provinces as of mid 2025; Huế became a city under the central government on 1 January 2025
HUE = ("46", "thành phố", "Huế")
# and the town of that name, until then a district, was divided
HUE_BEFORE = ("46", "tỉnh", "Thừa Thiên Huế", "", "2024-12-31")
HUE_TOWN = ("474", "thành phố", "Huế", "46", "", "2024-12-31")
# Thủ Đức City was made of three districts on 1 January 2021 (Nghị quyết 1111/NQ-UBTVQH14)
THU_DUC = ("769", "thành phố", "Thủ Đức", "79")
BEFORE_THU_DUC = {
    ("762", "quận", "Thủ Đức", "79", "", "2020-12-31"),
    ("763", "quận", "Quận 9", "79", "", "2020-12-31"),
    ("769", "quận", "Quận 2", "79", "", "2020-12-31"),
}

Rows = set[tuple[str, ...]]


def find_data() -> Path:
    """The package's data folder; the package itself is not imported (it would load geopy and shapely)."""
    spec = importlib.util.find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        sys.exit("build_register: install the package first: pip install vietnamadminunits==1.0.4")
    return Path(spec.origin).parent / "data"


def split_type(full: str) -> tuple[str, str]:
    """The type word and the bare name of a full name; a numbered unit keeps its type word."""
    full = fold_string(full)
    for word in ("thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã"):
        if full.lower().startswith(word + " "):
            name = full[len(word) + 1 :]
            return word, f"{word.capitalize()} {name}" if name.isdigit() else name
    raise ValueError(f"no type word in {full!r}")


def build_tables(data: Path) -> dict[str, tuple[tuple[str, ...], Rows]]:
    """The tables by file stem, each with its header and rows."""
    provinces: Rows = {HUE_BEFORE}
    districts: Rows = {HUE_TOWN, *BEFORE_THU_DUC}
    communes: Rows = set()
    old_codes: dict[str, str] = {}
    new_codes: dict[str, str] = {}
    database = sqlite3.connect(data / "dataset.db")
    for province, code, key, ward, ward_code, ward_key in database.execute(
        "select province, provinceCode, provinceKey, ward, wardCode, wardKey from admin_units"
    ):
        provinces.add((code, *split_type(province), REFORM, ""))
        communes.add((ward_code, *split_type(ward), code, "", REFORM, ""))
        new_codes[key] = code
        new_codes[f"{key}_{ward_key}"] = ward_code
    for province, code, key, district, district_code, district_key, ward, ward_code, ward_key in database.execute(
        "select province, provinceCode, provinceKey, district, districtCode, districtKey, ward, wardCode, wardKey"
        " from admin_units_legacy"
    ):
        kind, name = split_type(province)
        provinces.add((code, kind, name, "2025-01-01" if (code, kind, name) == HUE else "", EVE))
        unit = (district_code, *split_type(district), code)
        districts.add((*unit, "2021-01-01" if unit == THU_DUC else "", EVE))
        old_codes[key] = code
        if ward is None:  # five island districts had no communes
            old_codes[f"{key}_{district_key}_"] = district_code
        else:
            communes.add((ward_code, *split_type(ward), code, district_code, "", EVE))
            old_codes[f"{key}_{district_key}_{ward_key}"] = ward_code
    converter = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    successions = build_successions(converter, old_codes, new_codes)
    return {
        "provinces": (("code", "type", "name", "valid_from", "valid_to", "key"), set(map(with_key, provinces))),
        "districts": (
            ("code", "type", "name", "province", "valid_from", "valid_to", "key"),
            set(map(with_key, districts)),
        ),
        "communes": (
            ("code", "type", "name", "province", "district", "valid_from", "valid_to", "key"),
            set(map(with_key, communes)),
        ),
        "successions": (("old", "new"), successions),
    }


def with_key(row: tuple[str, ...]) -> tuple[str, ...]:
    """A unit's row with the form under which its name is looked up, empty where that is the name in lower case."""
    name = row[2]
    return *row, "" if name_key(name) == name.lower() else name_key(name)


def build_successions(
    converter: dict[str, dict[str, dict]], old_codes: dict[str, str], new_codes: dict[str, str]
) -> Rows:
    """Rows (old code, new codes): the units of 1 July 2025 that took over each older one."""
    new_of: dict[str, set[str]] = defaultdict(set)
    for new, olds in converter["DICT_PROVINCE"].items():
        for old in olds:
            new_of[old_codes[old]].add(new_codes[new])
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                new_of[old_codes[old]].add(new_codes[f"{province}_{ward}"])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            for part in parts:
                new_of[old_codes[old]].add(new_codes[f"{province}_{part['newWardKey']}"])
    return {(old, " ".join(sorted(new))) for old, new in new_of.items()}


HOLDS = {
    "provinces": "The provinces and central cities: 34 since 1 July 2025, 63 before; dates are empty where open.",
    "districts": "The districts of 30 June 2025, the last day of the district level, the former town of Huế, and what "
    "Thủ Đức was made of.",
    "communes": "The 3,321 communes in force since 1 July 2025 and the 10,035 of the day before.",
    "successions": "The units of 1 July 2025 that took over an older province, district without communes, or commune.",
}


def main(folder: Path) -> None:
    """Writes the four tables into `folder`."""
    for stem, (header, rows) in build_tables(find_data()).items():
        lines = [
            f"# {HOLDS[stem]}",
            f"# source: {SOURCE}",
            "\t".join(header),
            *("\t".join(row) for row in sorted(rows)),
        ]
        (folder / f"{stem}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else LEXICONS)
