"""Spark gets the same table as a Parquet file has; the tests in Spark itself need pyspark and Java."""

import logging
import os
import shutil
import sys
from pathlib import Path

import deadly
import pyarrow as pa
import pytest

from vnreports.readers import read_articles
from vnreports.shards import extract_shard
from vnreports.spark import SCHEMA, extract_batches
from vnreports.tables import arrow_schema


def batches(rows: list[dict], size: int = 20) -> list[pa.RecordBatch]:
    return pa.Table.from_pylist(rows).to_batches(max_chunksize=size)


@pytest.fixture
def rows(tmp_path: Path) -> list[dict]:
    path = deadly.write_articles(tmp_path / "tin.jsonl", 70)
    return [{"id": article["id"], "text": article["text"]} for article in read_articles([path], tell=print)]


def test_the_batches_hold_the_records_of_all_articles(rows: list[dict]) -> None:
    found = pa.Table.from_batches(extract_batches(batches(rows)))
    assert found.equals(pa.ipc.open_stream(extract_shard(rows, format="arrow").content).read_all())
    assert found.schema == arrow_schema()


def test_an_article_that_cannot_be_read_is_told_in_the_log(rows: list[dict], caplog) -> None:
    rows[1]["text"], rows[2]["id"] = None, None
    with caplog.at_level(logging.WARNING, logger="vnreports.spark"):
        found = pa.Table.from_batches(extract_batches(batches(rows)))
    assert found.column("type").to_pylist().count("document") == 68
    assert caplog.messages == [
        "tin-1: there is no text in it",
        "None: an article without an id; give each one an id of its own",
    ]


def test_a_table_without_ids_is_refused() -> None:
    with pytest.raises(ValueError, match="no column id; select it before mapInArrow"):
        list(extract_batches(batches([{"text": "Giảm 6 xã."}])))


@pytest.fixture(scope="module", params=["local[2]", "local[2,4]"])
def spark(request):
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    builder = sql.SparkSession.builder.master(request.param).config("spark.ui.enabled", "false")
    builder = builder.config("spark.pyspark.python", sys.executable)
    builder = builder.config("spark.executorEnv.PYTHONPATH", os.pathsep.join(sys.path))  # for this module and `deadly`
    session = builder.getOrCreate()
    yield session
    session.stop()


def test_the_schema_is_that_of_the_table(spark) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import _parse_datatype_string

    assert _parse_datatype_string(SCHEMA).simpleString() == from_arrow_schema(arrow_schema()).simpleString()


def test_spark_gives_the_same_records(spark, rows: list[dict]) -> None:
    articles = spark.createDataFrame([(row["id"], row["text"]) for row in rows], "id string, text string")
    found = articles.repartition(3).mapInArrow(extract_batches, schema=SCHEMA).toArrow()
    expected = pa.ipc.open_stream(extract_shard(rows, format="arrow").content).read_all()
    order = [("doc", "ascending"), ("type", "ascending"), ("id", "ascending")]
    assert found.cast(expected.schema).sort_by(order).equals(expected.sort_by(order))
    assert found.schema.names == expected.schema.names


def test_spark_does_the_work_of_a_killed_worker_again(spark, tmp_path: Path) -> None:
    if spark.sparkContext.master == "local[2]":
        pytest.skip("with no second chance")
    path = deadly.write_articles(tmp_path / "tin.jsonl", 30, once=tmp_path / "killed")
    articles = spark.createDataFrame(
        [(a["id"], a["text"], a["url"]) for a in read_articles([path], tell=print)],
        "id string, text string, url string",
    )
    found = articles.mapInArrow(die_once_in_spark, schema=SCHEMA).filter("type = 'document'").select("doc").collect()
    assert (tmp_path / "killed").exists()
    assert sorted(row.doc for row in found) == sorted(f"tin-{n}" for n in range(30))


def die_once_in_spark(batches):
    for batch in batches:
        for url in batch.column("url").to_pylist():
            if url and not Path(url).exists():
                Path(url).touch()
                deadly.die()
        yield from extract_batches([batch])
