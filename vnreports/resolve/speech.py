"""A speech: the words of one official, and what tells that somebody speaks."""

import msgspec

from vnreports.lexicon import one_of, read_table
from vnreports.resolve.setting import Setting
from vnreports.rules import Pattern

VERBS = one_of(row["verb"] for row in read_table("speech_verbs"))
PRONOUN_SAYS = rf"(?:ông|bà)\ (?:(?:cũng|đã|còn|lại|vẫn|tiếp\ tục)\ )?(?:{VERBS})(?!\w)"
OTHER_PERSON = Pattern(r"(?<!\w)(?:[Ôô]ng|[Bb]à)\ (?:\p{Lu}\p{Ll}+\ ?){2}")
SAID = Pattern(rf"(?<!\w)(?:{VERBS})(?!\w)", plain=True)
# chuyến thăm của Thủ tướng Mẫu, gặp Chủ tịch Thử: one of whom something is told, who does nothing there
_BESIDE = Pattern(r"(?<!\w)(?:của|với|cho|gặp|tiếp|nhân|bởi|cùng)\ (?:\p{L}+\ ){0,8}$", plain=True)
_NEAR = 60
_REACH_OF_PRONOUN = 1500


class Speech(msgspec.Struct, frozen=True):
    """A stretch of text that gives the words of one official; without `speaker`, of one who has no record."""

    start: int
    end: int
    speaker: str | None


def named_last(setting: Setting, offset: int) -> str | None:
    """The person that a bare *ông*, *bà* at `offset` stands for; None where someone without office is named nearer."""
    before = setting.people.between(max(0, offset - _REACH_OF_PRONOUN), offset)
    if not before or OTHER_PERSON.search(setting.page.text, before[-1].end, offset):
        return None
    lower, last = setting.page.lower, setting.page.sentence_at(before[-1].start)[0]
    told = [person for person in before if person.start >= last]
    acting = [person for person in told if not _BESIDE.search(lower, max(last, person.start - _NEAR), person.start)]
    return (acting or before)[-1].id  # Bộ trưởng A trả lời nhân chuyến thăm của Thủ tướng B. Ông cho biết …: A
