"""The work that the corpus takes stays below its ceiling: calls of functions are counted, since time varies."""

import subprocess
import sys
from pathlib import Path

COUNTER = Path(__file__).parent.parent / "benchmarks" / "work.py"


def test_reading_the_corpus_takes_no_more_calls_than_it_did() -> None:
    counted = subprocess.run([sys.executable, str(COUNTER)], capture_output=True, text=True, check=False)
    assert counted.returncode == 0, counted.stdout + counted.stderr
