"""Builds vnreports/lexicons/countries.tsv from the Vietnamese territory names of the CLDR, as Babel carries them.

    python scripts/build_countries.py [FOLDER]

Other names of the press (*Mỹ*, *Úc*, *UAE*) stand in country_names.tsv, written by hand.
"""

import sys
from pathlib import Path

import regex
from babel import Locale

from vnreports.text import fold_string

LEXICONS = Path(__file__).parent.parent / "vnreports" / "lexicons"
# CLDR territories that are no countries: blocs, test locales, uninhabited islands, parts and dependencies of others
NO_COUNTRY = regex.compile(
    "AC|AI|AQ|AS|AW|AX|BL|BM|BQ|BV|CC|CK|CP|CW|CX|DG|EA|EH|EU|EZ|FK|FO|GF|GG|GI|GP|GS|GU|HM|IC|IM|IO|JE|KY|MF|MP|MQ|MS"
    "|NC|NF|NU|PF|PM|PN|PR|QO|RE|SH|SJ|SX|TA|TC|TF|TK|UM|UN|VG|VI|WF|XA|XB|YT|ZZ"
)


def build_rows() -> list[tuple[str, str]]:
    """Rows (code, name), the name without a gloss in brackets and without *Đặc khu Hành chính …, Trung Quốc*."""
    rows = []
    for code, name in Locale("vi").territories.items():
        if regex.fullmatch("[A-Z]{2}", code) and not NO_COUNTRY.fullmatch(code):
            bare = regex.sub(r"^Đặc khu Hành chính |, Trung Quốc$|^Lãnh thổ | \(.*\)$", "", fold_string(name))
            rows.append((code, bare))
    return sorted(rows)


def main(folder: Path) -> None:
    """Writes the table into `folder`."""
    lines = [
        "# Countries by ISO 3166 code, with their Vietnamese names in the CLDR.",
        "# source: Unicode CLDR through Babel (Unicode-3.0, see NOTICE), built by scripts/build_countries.py",
        "code\tname",
        *("\t".join(row) for row in build_rows()),
    ]
    (folder / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else LEXICONS)
