"""Errors planted into sound reports: the checks find nine tenths of them, and nothing in the reports as they are."""

import datetime

import planting
import pytest

from vnreports import extract
from vnreports.report import Report

FLOOR = 0.9


def read(report: str, text: str) -> Report:
    document = planting.read(report)[1]
    date: datetime.date | None = document.date if document.date_source == "given" else None
    return extract(text, doc=report, date=date)


def is_found(planted: planting.Planted) -> bool:
    report = read(planted.sum.report, planted.text)
    changed = {claim.id for claim in report.claims if (claim.start, claim.end) == (planted.start, planted.end)}
    return any(check.verdict == "disagrees" and changed & set(check.claims) for check in report.checks)


@pytest.mark.parametrize("report", planting.REPORTS)
def test_a_sound_report_raises_nothing(report):
    checks = read(report, planting.read(report)[0]).checks
    assert [check.note.en for check in checks if check.verdict == "disagrees"] == []


def test_planted_errors_are_found():
    planted = [error for error_in in planting.find_sums() for error in planting.plant(error_in)]
    missed = [str(error) for error in planted if not is_found(error)]
    assert len(planted) > 100
    assert 1 - len(missed) / len(planted) >= FLOOR, "\n".join(missed)
