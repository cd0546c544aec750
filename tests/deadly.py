"""Shard functions that kill the process they run in, for the tests of workers and cluster; the workers import them."""

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

from vnreports.report import Article
from vnreports.shards import Extracted, extract_shard

POISON = "Thuốc độc: giảm 6 xã."


def die_of_poison(articles: Sequence[Article], *, format: str = "jsonl") -> Extracted:
    """What comes of the shard; a poisoned article kills the process."""
    if any(POISON in article["text"] for article in articles):
        die()
    return extract_shard(articles, format=format)


def die_once(articles: Sequence[Article], *, format: str = "jsonl") -> Extracted:
    """What comes of the shard; an article whose `url` names a file that is not there makes it and kills the process."""
    for article in articles:
        if article.get("url") and not Path(article["url"]).exists():
            Path(article["url"]).touch()
            die()
    return extract_shard(articles, format=format)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def write_articles(path: Path, number: int, *, poisoned: Sequence[int] = (), once: Path | None = None) -> Path:
    """A file of so many short articles, some of them poisoned; the fourth kills one worker where `once` is given."""
    with path.open("w", encoding="utf-8") as stream:
        for n in range(number):
            article = {"id": f"tin-{n}", "text": f"Ngày {n % 28 + 1}/9/2025, tỉnh Quảng Ninh giảm {n + 2} xã."}
            if n in poisoned:
                article["text"] = f"{POISON} {article['text']}"
            if once is not None and n == 3:
                article["url"] = str(once)
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path
