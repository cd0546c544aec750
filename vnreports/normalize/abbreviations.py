"""Names of bodies with their abbreviations written out: *Ủy ban MTTQ* is *Ủy ban Mặt trận Tổ quốc*."""

import functools
import re
from collections.abc import Mapping

import regex

from vnreports.lexicon import read_table

_WORD = re.compile(r"\w+")


@functools.cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all abbreviations, and what they stand for by their form without blanks round & and -."""
    written = {_tighten(row["abbreviation"]): row["written"] for row in read_table("body_abbreviations")}
    forms = (regex.escape(form, special_only=True) for form in sorted(written, key=len, reverse=True))
    loose = (regex.sub(r"\\?([&-])", r"\\s*[\1–]\\s*", form) for form in forms)  # NN & PTNT, GD - ĐT
    # TW, not the one of Nghị quyết 18-NQ/TW
    return re.compile(rf"(?<![\w/])(?<!nq-|qđ-|kl-|ct-)(?:{'|'.join(loose)})(?!\w)", re.IGNORECASE), written


@functools.cache
def _first_words() -> frozenset[str]:
    """The first words of the abbreviations: the pattern is slow, and most names have none of them."""
    return frozenset(_WORD.findall(form)[0] for form in _abbreviations()[1])


def _tighten(form: str) -> str:
    return regex.sub(r"\s*([&-])\s*", r"\1", form.lower().replace("–", "-"))


@functools.lru_cache(maxsize=4096)
def write_out(name: str) -> str:
    """The body's name with its abbreviations written out.

    >>> write_out("Ủy ban MTTQ Việt Nam"), write_out("Phòng NN & PTNT")
    ('Ủy ban Mặt trận Tổ quốc Việt Nam', 'Phòng Nông nghiệp và Phát triển nông thôn')
    """
    whole = " ".join(name.split())
    if not _first_words().isdisjoint(_WORD.findall(whole.lower())):
        pattern, written = _abbreviations()
        whole = str(pattern.sub(lambda match: _written_out(match[0], written), whole))
    return whole.replace(" & ", " và ").replace("Việt Nam Việt Nam", "Việt Nam")  # a slip, and a short form written out


def _written_out(form: str, written: Mapping[str, str]) -> str:
    if len(form) < 4 and not form.isupper():  # Tư pháp, not TƯ
        return form
    return written.get(_tighten(form), form)
