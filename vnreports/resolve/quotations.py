"""Whose words a quotation gives: who is named right after it, or before it in its sentence."""

import itertools
import re
from collections.abc import Sequence

import msgspec

from vnreports.resolve.setting import Setting
from vnreports.resolve.speech import PRONOUN_SAYS, SAID, VERBS, Speech, named_last
from vnreports.rules import Pattern

_PRONOUN_AFTER = Pattern(rf"[”\"]?,?\ (?:[-–]\ )?{PRONOUN_SAYS}", plain=True)
_SAID_OR_ACCORDING = Pattern(rf"(?<!\w)(?:{VERBS}|theo)(?!\w)", plain=True)
# “… đi đâu?” - bà Mẫu hỏi.
_ASKED = Pattern(r"(?<!\w)(?:hỏi|đáp|bảo|truy)(?=\ ?[.,;!?]|\ ?$)", plain=True)
_SENTENCE_OR_QUOTE = re.compile(r"[.\n“\"]")
# “…”, giáo sư Trần Văn Mẫu bày tỏ: a quotation inside an official's words that is not his
_SAID_BY_ANOTHER = Pattern(
    rf"[”\"]?,\ (?:[-–]\ )?(?:\p{{Ll}}+\ ){{0,4}}(?:\p{{Lu}}\p{{Ll}}+\ ){{2,4}}(?:{VERBS})(?!\w)"
)
_AFTER_QUOTE = 140


def find_quotations(setting: Setting) -> list[Speech]:
    """The quotations whose speaker is told, or told to be one who has no record."""
    found: list[Speech] = []
    for start, end in setting.page.quotes:
        speaker = _quoted_speaker(setting, start, end)
        if speaker is not None or _SAID_BY_ANOTHER.match(setting.page.text, end):
            found.append(Speech(start, end, speaker))
    return found


def opened_again(setting: Setting, speeches: Sequence[Speech]) -> list[Speech]:
    """The quotations that end without a mark before a paragraph that opens with one: the next one's speaker's."""
    text, quoted = setting.page.text, {(speech.start, speech.end): speech.speaker for speech in speeches}
    again: list[Speech] = []
    for (start, end), following in reversed(list(itertools.pairwise(setting.page.quotes))):
        speaker = quoted.get(following)
        if speaker is not None and text[end - 1] not in '”"' and not text[end : following[0]].strip():
            quoted.setdefault((start, end), speaker)
            again.append(Speech(start, end, speaker))
    return again


def over_quotation(setting: Setting, speech: Speech) -> Speech:
    """The speech, carried on to the end of a quotation that opens in it: *Ông nói: “Câu một. Câu hai”*."""
    for start, end in setting.page.quotes:
        if speech.start <= start < speech.end < end:
            return msgspec.structs.replace(speech, end=end)
    return speech


def _quoted_speaker(setting: Setting, start: int, end: int) -> str | None:
    """The official to whom a quotation is given, right after it or right before it in the same sentence."""
    lower = setting.page.lower
    after = setting.people.between(end, end + _AFTER_QUOTE)
    if after and not _SENTENCE_OR_QUOTE.search(lower[end : after[0].start].lstrip('”"')):
        tail = lower[after[0].end : after[0].end + _AFTER_QUOTE].split("\n")[0].split(". ")[0]
        if SAID.search(tail) or _ASKED.search(tail) or SAID.search(lower, end, after[0].start):
            return after[0].id
    if _PRONOUN_AFTER.match(lower, end):  # “Xã có 5 dự án”, ông nói thêm
        return named_last(setting, start)
    sentence = setting.page.sentence_at(start)
    before = setting.people.between(sentence[0], start)
    if before and _SAID_OR_ACCORDING.search(lower, sentence[0], start):
        return before[-1].id
    return None
