"""Print a score beside its floors and fail where a figure is below its own: floors.py SCORE.json FLOORS.json."""

import json
import sys
from pathlib import Path


def main(score_file: str, floors_file: str) -> int:
    score = json.loads(Path(score_file).read_text(encoding="utf-8"))
    floors = json.loads(Path(floors_file).read_text(encoding="utf-8"))
    low = 0
    for name, floor in floors.items():
        figure = score[name]
        value = figure["f1"] if "f1" in figure else figure["acc"]
        verdict = "" if value >= floor else "  below its floor"
        low += value < floor
        print(f"{name:26} {value:.4f}  floor {floor:.4f}{verdict}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
