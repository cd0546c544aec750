"""Whose words a number stands in: speech verbs before and after, *theo ông X*, colons, quotations, a bare *ông*."""

from collections.abc import Sequence

import msgspec
import regex

from vnreports.lexicon import one_of, read_table
from vnreports.resolve.quotations import find_quotations, opened_again, over_quotation
from vnreports.resolve.setting import Setting, Sighting
from vnreports.resolve.speech import OTHER_PERSON, PRONOUN_SAYS, SAID, VERBS, Speech, named_last
from vnreports.rules import Pattern, find_strings, match_at

_BEFORE_COLON = (
    "báo cáo",
    "bảo",
    "chốt",
    "dẫn",
    "đáp",
    "giải đáp",
    "hỏi",
    "mở màn",
    "trao đổi",
    "truy",
)  # X báo cáo: …; X hỏi tiếp: …
VERBS_OPEN = frozenset(row["verb"].split(" ")[0].rstrip(",") for row in read_table("speech_verbs")) | {
    verb.split(" ")[0] for verb in _BEFORE_COLON
}
# between the person and the verb: a title in apposition, adverbs; no other clause
_PERSON_THEN_VERB = Pattern(
    rf"""(?: \ ? (?: [,–-] | \( ) (?: [^.;:“”"!?\n] | \.(?=\p{{L}}) ){{0,160}}? (?: [,–)-] | (?=\ (?:{VERBS})) ) )?
         \ ? (?: (?: cũng | đã | vừa | tiếp\ tục | thẳng\ thắn | phát\ biểu | nói\ và | trực\ tiếp | đồng\ thời | sẽ
                   | đang | khi | còn | luôn | lại | vẫn | từng | liền | mới | buộc\ phải | nhiều\ lần | liên\ tục
                   | một\ lần\ nữa | đặc\ biệt
                   | (?: hôm | ngày | sáng | chiều | tối )\ (?: \d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})? | nay | qua )
                   | (?: thay\ mặt | trong | tại )\ [^,.;:]{{0,60}} | ký\ [^,.;:]{{2,60}}, )\ ){{0,3}}
         (?: (?P<verb> {VERBS} ) (?!\w | (?<=kể)\ (?:từ|cả|trên) )
           | [“"]? (?P<before_colon> {one_of(_BEFORE_COLON)} ) [”"]? (?:\ [^,.;:“”"\n]{{1,40}})? (?=:) )""",
    regex.VERBOSE,
    plain=True,
)
_OFFICE = (
    r"(?:phó|quyền|bộ\ trưởng|thứ\ trưởng|chủ\ tịch|bí\ thư|giám\ đốc|trưởng|ủy\ viên|chánh|chủ\ nhiệm|cục\ trưởng"
    r"|vụ\ trưởng|viện\ trưởng|tổng|đại\ diện)(?!\w)"
)
_ACCORDING_TO = Pattern(
    r"(?<!\w)theo\ "
    # theo chỉ đạo của Thủ tướng: what was ordered, not what he says of it
    r"(?!(?:ý\ kiến\ )?(?:chỉ\ đạo|quyết\ định|yêu\ cầu|phê\ duyệt|phân\ công|lời\ mời|đề\ nghị|lệnh)(?!\w))"
    # theo Bộ trưởng, Chủ nhiệm Mẫu: one who has two offices
    rf"(?:{_OFFICE}[^.;:,“”\n]{{0,60}},\ (?={_OFFICE}))?(?:[^.;:,“”\n]|\.(?=\p{{L}})){{0,90}}$"
)
# Có 5 dự án chậm, theo ông Mẫu, Giám đốc Sở Xây dựng.
_CLOSES = Pattern(rf"(?:\ \([^()\n]{{2,40}}\)|,\ {_OFFICE}[^.;:“”\d\n]{{2,110}})?[.\s”\"]*", plain=True)
_BARE_PRONOUN = Pattern(rf"(?<!\w){PRONOUN_SAYS}", plain=True)
_BARE_ACCORDING_TO = Pattern(r"(?<!\w)theo\ (?:ông|bà)(?=,)")
_NEW_SPEAKER = Pattern(
    r"(?<!\w)theo\ (?:báo\ cáo|sở|bộ|ủy\ ban|ubnd|cục|tổng\ cục|ban|thống\ kê|số\ liệu)(?!\w)"
    # Cũng trong dịp này, …: the report goes on
    r"|(?<=[.!?…”]\ )(?:cũng\ (?:trong|tại|nhân)|nhân\ dịp\ này|tại\ (?:buổi|cuộc|hội\ nghị|lễ))(?!\w)"
)
# Về tiến độ của 12 dự án, ông X cho biết …: what it is about is told by him, too
_ABOUT = Pattern(
    r"\W*(?:riêng\ |còn\ |cũng\ )?(?:về|nói\ về|đề\ cập|điểm\ lại|đối\ với|cùng\ với|để|liên\ quan"
    r"|trước\ (?:vấn\ đề|việc|thực\ trạng)"
    r"|đánh\ giá\ về|nhận\ xét\ về|chia\ sẻ\ về)\ [^:“”\"\n]*,\ ",
    plain=True,
)
# Bí thư X: “…”; Chủ tịch TP.HCM: 40% …; Bộ trưởng X: Trước hết, …
_TURN = Pattern(r"(?:\ \([^()\n]{2,30}\))?:\ (?=\S)")
# Ông X, Chủ tịch UBND xã Y: “…”; bà X chưa thỏa mãn: “…”
_OFFICE_THEN_QUOTE = Pattern(r"(?:\ ?[,–-]\ [^.;:“”\"\n]{4,110}|\ [^.;:,“”\"\n]{2,40}):\ (?=[“\"])")
# Kết quả bầu đối với bà X: 441 đại biểu …; Trưởng ban X: 38 phiếu
_TOLD_OF = ("đối với ông ", "đối với bà ", "đối với đồng chí ", "cho ông ", "cho bà ")
_VOTES = Pattern(r"(?:\ \([^()\n]{2,30}\))?:\ [\d\ /–-]+phiếu(?!\w)")
_FIRST_PERSON = Pattern(r"(?<!\w)(?:tôi|chúng\ tôi)(?!\w)")
# an interview in one line, … thế nào? - Thứ trưởng Mẫu: …: the answer, to the next question
_ANSWER = Pattern(r"(?:\ [–-]\ [^.,:;?\n]{2,60})?(?P<colon>:)\ (?=\S)")
_AFTER_QUESTION = Pattern(r"\?[”\"]?\ [^.,:;?“”\n]*$")
_NEXT_QUESTION = Pattern(r"(?<=[.!…”]\ )(?:[–-]\ |(?:pv|p\.v|btv|phóng\ viên|hỏi):\ )(?=\S)|\?")
# theo Đại tá Mẫu, Phó Chủ nhiệm hội: …
_HIS_COLON = Pattern(
    r"(?:\ ?[,–(-](?:(?!\ (?:đang|đã|sẽ|có|gồm|bị|được|cần|phải|là|cho)\ )[^.;:“”\"\n]){0,120})?:(?=\ )"
)
# before whom one speaks to, with the office between
_PRESENTED_BY = Pattern(r"(?<!\w)do\ (?:ông|bà|đồng\ chí)\ $")
_ASKED = Pattern(
    r"(?<!\w)(?<!theo\ )(?:đề\ nghị|yêu\ cầu|kiến\ nghị|kêu\ gọi|đề\ xuất|mong|cảm\ ơn|chúc)\ "
    r"(?!(?:của|từ|về|đó|này|trên)\ )[^.,;:“”\"\n]{0,60}$"
)
# Ông X phát biểu tại buổi lễ Dự án có 5 cầu: a caption without a full stop, no words of his but after a colon
_CAPTION = Pattern(r"\ (?:tại|trong|ở)\ [^:“\"]*(?:[:“\"]|$)")
_MET = Pattern(r"(?<!\w)(?:hội\ đàm|hội\ kiến|gặp|điện\ đàm|trao\ đổi|làm\ việc)\ với\ [^.,;:“”\"\n]{0,60}$")
_BEFORE_OBJECT = 80
_BEFORE_TURN = 50
_LONGEST_TURN = 1500


def find_speeches(setting: Setting) -> list[Speech]:
    """The speeches on the page; where two overlap, the one that begins later is the nearer."""
    if not setting.people.all:
        return []
    speeches = [speech for person in setting.people.all for speech in _speeches_of(setting, person)]
    speeches += _pronoun_speeches(setting)
    if setting.page.quotes:
        speeches += find_quotations(setting)
        speeches += opened_again(setting, speeches)
        speeches = [over_quotation(setting, speech) for speech in speeches]
    return sorted(speeches, key=lambda speech: (speech.start, speech.end))


def resolve_speech(speeches: Sequence[Speech], offset: int) -> Speech | None:
    """The nearest speech that holds `offset`, or None: a report or an agency speaks."""
    holding = [speech for speech in speeches if speech.start <= offset < speech.end]
    return holding[-1] if holding else None


def _speeches_of(setting: Setting, person: Sighting) -> list[Speech]:
    lower = setting.page.lower
    sentence = setting.page.sentence_at(person.start)
    verbs = any(at >= person.end and word in VERBS_OPEN for at, word in setting.openers[sentence])
    verb = _PERSON_THEN_VERB.match(lower, person.end, sentence[1]) if verbs else None
    if verb is not None and not _is_spoken_to(lower, sentence[0], person, verb):
        speech = _after_verb(setting, person, sentence, verb)
        if _ABOUT.match(lower, sentence[0], person.start):
            speech = msgspec.structs.replace(speech, start=sentence[0])
        elif _is_according_to(lower, sentence[0], person):  # theo ông X, đã có 4 cuộc thanh tra, kiến nghị xử lý 2 xã
            speech = msgspec.structs.replace(speech, start=person.end)
        return [speech]
    quoted = (
        _OFFICE_THEN_QUOTE.match(lower, person.end, sentence[1]) if person.start - sentence[0] < _BEFORE_TURN else None
    )
    quote = setting.page.quote_at(quoted.end()) if quoted is not None else None
    if quote is not None:
        return [Speech(quote[0], quote[1], person.id)]
    if _takes_turn(setting, person):
        end = _end_of_line(lower, person.end)  # a long line is a report that has lost its line ends
        return [Speech(person.end, end if end - person.end < _LONGEST_TURN else sentence[1], person.id)]
    asked = lower.rfind("?", max(0, person.start - _BEFORE_TURN), person.start)
    answer = _ANSWER.match(lower, person.end) if asked >= 0 else None
    if answer is not None and _AFTER_QUESTION.match(lower, asked, person.start):
        speech = _over_colon(setting, person, (person.end, sentence[1]), answer.start("colon"))
        question = _NEXT_QUESTION.search(lower, sentence[1], speech.end)
        end = speech.end if question is None else setting.page.sentence_at(question.start())[0]
        return [msgspec.structs.replace(speech, end=end)]
    if asked < 0 and lower.startswith((":", " ("), person.end) and (opinion := _opinion(setting, person)) is not None:
        return [opinion]
    if _is_according_to(lower, sentence[0], person):
        colon = _HIS_COLON.match(lower, person.end, sentence[1])
        if colon is not None:
            return [_over_colon(setting, person, (colon.end(), sentence[1]), colon.end() - 1)]
        closes = lower.find(", theo ", *sentence) >= 0 and _CLOSES.fullmatch(lower, person.end, sentence[1])
        return [Speech(sentence[0] if closes else person.end, sentence[1], person.id)]
    return []


def _is_according_to(lower: str, start: int, person: Sighting) -> bool:
    return "theo " in lower[start : person.start] and _ACCORDING_TO.search(lower, start, person.start) is not None


def _is_spoken_to(lower: str, start: int, person: Sighting, verb: "regex.Match[str]") -> bool:
    """Whether another speaks to the person, whom the verb after the name does not make the speaker.

    *Chủ tịch A đề nghị Thủ tướng B tiếp tục chỉ đạo*; *ông A kể về cuộc gặp với Bộ trưởng B, bày tỏ mong muốn*.
    """
    near = max(start, person.start - _BEFORE_OBJECT)
    if _PRESENTED_BY.search(lower, near, person.start):  # Báo cáo do ông X trình bày nêu rõ
        return True
    if _ASKED.search(lower, near, person.start):
        return True
    said = max(verb.start("verb"), verb.start("before_colon"))
    return "," in lower[person.end : said] and _MET.search(lower, near, person.start) is not None


def _takes_turn(setting: Setting, person: Sighting) -> bool:
    """Whether a line opens with the person and a colon: a headline with what he said, an answer in an interview."""
    lower = setting.page.lower
    line = lower.rfind("\n", 0, person.start) + 1
    if person.start - line > _BEFORE_TURN or "," in lower[line : person.start]:
        return False
    if lower.endswith(_TOLD_OF, line, person.start) or _VOTES.match(lower, person.end):
        return False
    return _TURN.match(lower, person.end) is not None


def _opinion(setting: Setting, person: Sighting) -> Speech | None:
    """The words under a head with the person's name, up to the next such head: *Đại biểu X (đoàn Y): …. Tôi cho …*."""
    lower = setting.page.lower
    if not _heads(setting, person):
        return None
    end = _end_of_line(lower, person.end)
    for other in setting.people.between(person.end, end):
        if other.id != person.id and _heads(setting, other):
            end = setting.page.sentence_at(other.start)[0]
            break
    question = _NEXT_QUESTION.search(lower, person.end, end)
    end = end if question is None else setting.page.sentence_at(question.start())[0]
    return Speech(person.end, end, person.id) if _FIRST_PERSON.search(lower, person.end, end) else None


def _heads(setting: Setting, person: Sighting) -> bool:
    """Whether a sentence opens with the person's name and a colon."""
    start = setting.page.sentence_at(person.start)[0]
    named = (
        setting.page.text[person.start : person.end].istitle() and "[" not in setting.page.text[start : person.start]
    )
    return named and person.start - start < _BEFORE_TURN and _TURN.match(setting.page.lower, person.end) is not None


def _end_of_line(lower: str, start: int) -> int:
    end = lower.find("\n", start)
    return len(lower) if end < 0 else end


def _after_verb(setting: Setting, person: Sighting, sentence: tuple[int, int], verb: "regex.Match[str]") -> Speech:
    """The words after a speech verb: the sentence; after a colon, a quotation, or the paragraph to the next speaker."""
    lower = setting.page.lower
    ends = sentence[1] - verb.end() <= 3 and not lower.startswith(":", verb.end())
    if ends and "," in lower[sentence[0] : person.start]:
        return Speech(sentence[0], sentence[1], person.id)  # Đã có 15 dự án hoàn thành, ông X cho biết.
    caption = _CAPTION.match(lower, verb.end(), sentence[1]) if verb["verb"] == "phát biểu" else None
    if caption is not None:
        return Speech(caption.end(), sentence[1], person.id)
    colon = lower.find(":", verb.end(), min(sentence[1] + 1, verb.end() + 40))
    if colon < 0 or "," in lower[verb.end() : colon]:
        return Speech(verb.end(), sentence[1], person.id)
    return _over_colon(setting, person, (verb.end(), sentence[1]), colon)


def _over_colon(setting: Setting, person: Sighting, told: tuple[int, int], colon: int) -> Speech:
    """A speech that begins in a sentence told so far and goes on over a colon: a quotation, or the paragraph.

    The paragraph gives the person's words to the next speaker.
    """
    lower, (start, sentence_end) = setting.page.lower, told
    quote = setting.page.quote_at(colon + 2)  # Ông nói: “Câu một.” Xã họp.
    if quote is not None and quote[0] > colon:
        return Speech(start, quote[1], person.id)
    if lower.startswith((' "', " “"), colon + 1):  # a quotation that the page's marks don't tell from what is around it
        return Speech(start, sentence_end, person.id)
    end = _end_of_line(lower, colon)
    if not lower[colon + 1 : end].strip():  # Ông X thừa nhận: and a new line
        end = _end_of_line(lower, end + len(lower[end:]) - len(lower[end:].lstrip()))
    for other in setting.people.between(colon, end):
        start_of_other = setting.page.sentence_at(other.start)[0]
        if other.id != person.id and start_of_other >= sentence_end:
            end = start_of_other
            break
    report = _NEW_SPEAKER.search(lower, sentence_end, end)
    if report is not None:
        end = setting.page.sentence_at(report.start())[0]
    for named in OTHER_PERSON.finditer(setting.page.text, sentence_end, end):
        opens = setting.page.sentence_at(named.start())[0] == named.start()
        known = setting.people.between(named.start(), named.end())
        if opens and not known and SAID.search(lower, named.end(), end):
            end = named.start()
            break
    return Speech(start, end, person.id)


def _pronoun_speeches(setting: Setting) -> list[Speech]:
    """*Ông cho biết …*, *theo bà, …*: the person named last before it."""
    speeches = []
    lower = setting.page.lower
    for pattern, openings in ((_BARE_PRONOUN, ("ông ", "bà ")), (_BARE_ACCORDING_TO, ("theo ông,", "theo bà,"))):
        offsets = find_strings(lower, openings, setting.people.starts[0])  # before, it stands for nobody
        whole = [offset for offset in offsets if not lower[offset - 1 : offset].isalpha()]
        for match in match_at(pattern, lower, whole):
            person = named_last(setting, match.start())
            if person is not None:
                speeches.append(Speech(match.end(), setting.page.sentence_at(match.start())[1], person))
    return speeches
