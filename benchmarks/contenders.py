"""One contender of benchmarks/speed.py in a process of its own: texts come in, what they cost goes out.

It runs in other interpreters too (the wheels of Duckling end with Python 3.9), so it imports nothing of ours by itself.
A request is a line with a JSON list of articles; the answer says the seconds (of the processor, and of the clock) and
the memory in MB (as it is, and the peak). A first answer comes when the contender has read one sentence and is ready.
"""

import json
import re
import resource
import struct
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "Ngày 12/9/2025, tỉnh Quảng Ninh đã chi hơn 4,5 tỷ đồng cho 312 cán bộ."


def make_records():
    """Text to JSON Lines, as the workers do it."""
    from vnreports.garbage import collect_seldom
    from vnreports.shards import extract_shard

    collect_seldom()
    return lambda article: extract_shard([article])


def make_docs():
    """Text to a spaCy Doc with the records, as JSON in its user data, and with the words of the whole text."""
    import vnreports
    from vnreports.components import make_doc

    nlp = vnreports.load(words=True)
    return lambda article: nlp(make_doc(nlp, article))


def make_words():
    from vnreports import segment

    return lambda article: segment(article["text"])


def make_word_tokenize():
    from underthesea import word_tokenize

    return lambda article: word_tokenize(article["text"])


def make_ner():
    from underthesea import ner, sent_tokenize

    return lambda article: [ner(sentence) for sentence in sent_tokenize(article["text"])]


def make_dateparser():
    from dateparser.search import search_dates

    return lambda article: search_dates(article["text"], languages=["vi"])


def make_duckling():
    """All that Duckling reads in Vietnamese, line by line: a whole text takes it two to three times as long."""
    import duckling

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "ICT").write_bytes(describe_zone())
        zones = duckling.load_time_zones(folder)
    language = duckling.default_locale_lang(duckling.parse_lang("VI"))
    context = duckling.Context(
        duckling.parse_ref_time(zones, "ICT", 1757721600), duckling.parse_locale("VI_VN", language)
    )
    names = "amount-of-money duration numeral ordinal quantity distance temperature time volume".split()
    kinds = duckling.parse_dimensions(names)
    return lambda article: [
        duckling.parse(line, context, kinds, False) for line in article["text"].splitlines() if line.strip()
    ]


def describe_zone() -> bytes:
    """A file with the time of Vietnam in the oldest form: Duckling stops at the files of today's systems."""
    counts = struct.pack(">6i", 1, 1, 0, 1, 1, 4)
    return b"TZif\0" + bytes(15) + counts + bytes(5) + struct.pack(">iBB", 7 * 3600, 0, 0) + b"+07\0" + bytes(2)


CONTENDERS = {
    "records": make_records,
    "docs": make_docs,
    "words": make_words,
    "word_tokenize": make_word_tokenize,
    "ner": make_ner,
    "dateparser": make_dateparser,
    "duckling": make_duckling,
}


def main(name: str) -> None:
    answers = sys.stdout
    sys.stdout = sys.stderr  # some libraries print when they are imported
    read = CONTENDERS[name]()
    read({"id": "start", "text": SENTENCE})
    answer(answers, 0.0, 0.0)
    for line in sys.stdin:
        articles = json.loads(line)
        clock, spent = time.perf_counter(), time.process_time()
        for article in articles:
            read(article)
        answer(answers, time.process_time() - spent, time.perf_counter() - clock)


def answer(stream, seconds: float, clock: float) -> None:
    print(json.dumps({"seconds": seconds, "clock": clock, **memory()}), file=stream, flush=True)


def memory() -> "dict[str, float]":
    """The memory of this process now and at its peak, in MB."""
    status = Path("/proc/self/status")
    if not status.exists():  # the peak is all that other systems tell
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
        return {"memory": peak, "peak": peak}
    # not ru_maxrss: a process inherits that from the one that started it
    found = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+)", status.read_text()))
    return {"memory": int(found["VmRSS"]) / 1024, "peak": int(found["VmHWM"]) / 1024}


if __name__ == "__main__":
    main(*sys.argv[1:])
