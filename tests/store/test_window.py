from __future__ import annotations

import time
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.model.ids import sha256
from dragoman.store.store import Store
from dragoman.store.window import Answer, Limits, QueryError, ask

RUNAWAY = (
    "select repeat('x', 2000000000)",
    "select count(*) from range(100000000000) a, range(1000) b",
    "select levenshtein(repeat('a', 1000000), repeat('b', 1000000))",
    "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
)
REFUSED = (
    "select * from '/etc/passwd'",
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/etc/passwd')",
    "select * from read_blob('/proc/self/environ')",
    "select * from read_blob('{snapshot}')",
    "select * from parquet_scan('{folder}/x.parquet')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from glob('/*')",
    "select * from 'http://127.0.0.1:9/x.csv'",
    "copy reports to '{folder}/out.csv'",
    "with x as (copy (select 1) to '{folder}/out.csv') select 1",
    # DuckDB lets a query reach the database's own files even without external access.
    "with x as (copy (select 1) to '{snapshot}' (format csv, use_tmp_file false)) select 1",
    "with x as (copy (select 1) to '{snapshot}.wal' (format csv, use_tmp_file false)) select 1",
    "with x as (copy (select 1) to '{snapshot}.tmp/x' (format csv, use_tmp_file false)) select 1",
    "with x as (insert into reports select * from reports) select 1",
    "with x as (delete from reports) select 1",
    "from query('copy (select 1) to ''{folder}/out.csv''')",
    "export database '{folder}/out'",
    "import database '{folder}'",
    "attach '{folder}/out.db'",
    "attach '{snapshot}' as again",
    "install httpfs",
    "load httpfs",
    "pragma database_list",
    "set threads = 8",
    "reset enable_external_access",
    "from enable_logging()",
    "create table x (a int)",
    "create temp table x as select 1",
    "create secret s (type s3, key_id 'a', secret 'b')",
    "update reports set uri = 'x'",
    "delete from reports",
    "drop table reports",
    "checkpoint",
    "vacuum",
    "call pragma_version()",
    "prepare x as select 1",
    "begin transaction",
    "use memory",
    "select 1; select 2",
    "select getenv('HOME')",
    "select * from limits",
    "select ?",
    "select",
    "select 'a",
    "\x00",
    "-- nothing",
    "   ",
    "select 1 " + " " * 70_000,
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("window") / "record"
    with Store.open(folder, create=True) as store:
        store.publish({})
        return store.snapshot()


@pytest.fixture(scope="module")
def ask_hostile(snapshot: Path):
    """Ask a query that must be refused; nothing in the folder may have changed after."""
    before = sha256(snapshot.read_bytes().hex())

    def run(query: str) -> None:
        limits = Limits(seconds=10)
        with pytest.raises(QueryError):
            ask(snapshot, query.format(snapshot=snapshot, folder=snapshot.parent), limits)
        assert sha256(snapshot.read_bytes().hex()) == before
        names = sorted(path.name for path in snapshot.parent.iterdir())
        assert names == ["CURRENT", "record-1.duckdb", "record.json", "shards"]

    return run


@pytest.mark.parametrize("query", REFUSED, ids=lambda query: query[:40].strip())
def test_nothing_gets_out_and_nothing_changes(ask_hostile, query: str) -> None:
    ask_hostile(query)


@pytest.mark.parametrize("query", RUNAWAY)
def test_what_runs_away_is_ended_in_time(snapshot: Path, query: str) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match=r"was ended|memory"):
        ask(snapshot, query, Limits(seconds=0.8))
    assert time.monotonic() - start < 2.5


def test_memory_has_a_limit(snapshot: Path) -> None:
    with pytest.raises(QueryError, match=r"(?i)memory"):
        ask(snapshot, "select list(range) from range(300000000)", Limits(memory_mb=64, seconds=20))


def test_rows_and_bytes_have_a_limit(snapshot: Path) -> None:
    few = ask(snapshot, "from range(50)", Limits(rows=10))
    assert (len(few.rows), few.cut) == (10, "rows")
    whole = ask(snapshot, "from range(10)", Limits(rows=10))
    assert (len(whole.rows), whole.cut) == (10, None)
    wide = ask(snapshot, "select repeat('x', 1000) from range(50)", Limits(bytes=5_000))
    assert (len(wide.rows), wide.cut) == (4, "bytes")


def test_values_are_given_as_json_has_them(snapshot: Path) -> None:
    query = (
        "select date '2025-11-03', 1.50::decimal(4,2), [1, null], {'a': time '10:00'}, map {1: 2},"
        " 'nan'::double, 'ab'::blob, interval 2 days, true, 170141183460469231731687303715884105727"
    )
    expected = (
        "2025-11-03", "1.50", [1, None], {"a": "10:00:00"}, {"1": 2}, "nan", "6162",
        "2 days, 0:00:00", True, 170141183460469231731687303715884105727,
    )  # fmt: skip
    assert ask(snapshot, query).rows == (expected,)


@pytest.mark.parametrize("query", ["show tables", "describe events", "summarize reports"])
def test_the_tables_can_be_looked_up(snapshot: Path, query: str) -> None:
    assert ask(snapshot, query).rows


def test_columns_of_one_name_keep_apart() -> None:
    answer = Answer(columns=("n", "n", "n_2"), types=("", "", ""), rows=((1, 2, 3),))
    assert answer.mappings() == [{"n": 1, "n_2": 2, "n_2_2": 3}]


def test_the_child_sees_nothing_of_the_environment(
    snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "canary")
    rows = ask(snapshot, "from duckdb_settings()", Limits()).rows
    assert "canary" not in str(rows)


def test_a_snapshot_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="the snapshot is gone"):
        ask(tmp_path / "record-1.duckdb", "select 1")
