"""The same calls on plain TinyDB and on ours give the same results."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_value
from tinydb.table import Document

from store.library.interface import LibraryError
from store.library.tinylog import LogDB, LogStorage

Call = Callable[[Any], object]
ROWS = [
    {"name": "防汛", "count": 3, "tags": ["a", "b"]},
    {"name": "常务", "count": 1, "inner": {"deep": [1, 2, {"x": None}]}},
    {"name": "防汛", "count": 2, "text": "“”\n\t\\ \u2028 😀 \ud800"},
    {},
]

CALLS: dict[str, list[Call]] = {
    "insert": [lambda db: db.insert(ROWS[0]), lambda db: db.insert({}), lambda db: db.all()],
    "insert_multiple": [lambda db: db.insert_multiple(ROWS), lambda db: db.all(), len],
    "insert_multiple nothing": [lambda db: db.insert_multiple([]), lambda db: db.tables()],
    "insert a document with its id": [
        lambda db: db.insert(Document({"a": 1}, doc_id=12)),
        lambda db: db.insert({"b": 2}),
        lambda db: db.get(doc_id=12),
        lambda db: [one.doc_id for one in db],
    ],
    "insert an id twice": [
        lambda db: db.insert(Document({"a": 1}, doc_id=3)),
        lambda db: db.insert(Document({"a": 2}, doc_id=3)),
        lambda db: db.all(),
    ],
    "insert what is no mapping": [lambda db: db.insert([1]), lambda db: db.insert_multiple([{}, 1]), len],
    "insert what is no JSON": [lambda db: db.insert({"a": object()}), len],
    "get": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.get(where("name") == "防汛"),
        lambda db: db.get(doc_id=2),
        lambda db: db.get(doc_id=99),
        lambda db: db.get(doc_ids=[1, 3, 99]),
        lambda db: db.get(where("name") == "none"),
        lambda db: db.get(),
        lambda db: db.get(doc_id=1).doc_id,
    ],
    "search": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.search(where("count") > 1),
        lambda db: db.search(Query().inner.deep.any([2])),
        lambda db: db.search((where("count") < 3) & ~(where("name") == "常务")),
        lambda db: db.search(Query().noop()),
        lambda db: db.search(Query().fragment({"count": 1})),
        lambda db: db.search(where("name").matches("防")),
        lambda db: db.search(where("tags").all(["a"])),
        lambda db: db.search(where("count").one_of([1, 2])),
        lambda db: db.search(where("name").test(lambda name: len(name) == 2)),
        lambda db: [one.doc_id for one in db.search(where("name") == "防汛")],
        lambda db: db.count(where("name") == "防汛"),
        lambda db: db.search(where("count") > 1),
    ],
    "a result may be changed without changing the database": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.get(doc_id=1).update(count=100),
        lambda db: db.search(where("name") == "防汛")[0].clear(),
        lambda db: db.all(),
    ],
    "contains": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.contains(where("name") == "常务"),
        lambda db: db.contains(doc_id=4),
        lambda db: db.contains(doc_id=5),
        lambda db: db.contains(),
    ],
    "update": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.update({"seen": True}),
        lambda db: db.update({"count": 9}, where("name") == "防汛"),
        lambda db: db.update({"count": 8}, doc_ids=[2, 99]),
        lambda db: db.update({"never": 1}, where("name") == "none"),
        lambda db: db.all(),
    ],
    "update with operations": [
        lambda db: db.insert_multiple(ROWS[:3]),
        lambda db: db.update(increment("count")),
        lambda db: db.update(decrement("count"), where("name") == "常务"),
        lambda db: db.update(add("count", 5), doc_ids=[1]),
        lambda db: db.update(subtract("count", 2), doc_ids=[3]),
        lambda db: db.update(set_value("name", "改"), doc_ids=[1]),
        lambda db: db.update(delete("name"), where("name") == "防汛"),
        lambda db: db.all(),
    ],
    "update that fails changes nothing": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.update(delete("count")),
        lambda db: db.all(),
    ],
    "update_multiple": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.update_multiple(
            [({"x": 1}, where("count") == 1), (increment("count"), where("name") == "防汛")]
        ),
        lambda db: db.all(),
    ],
    "upsert": [
        lambda db: db.upsert({"name": "新"}, where("name") == "新"),
        lambda db: db.upsert({"name": "新", "n": 2}, where("name") == "新"),
        lambda db: db.upsert(Document({"k": 1}, doc_id=7)),
        lambda db: db.upsert(Document({"k": 2}, doc_id=7)),
        lambda db: db.upsert({"name": "x"}),
        lambda db: db.insert({"after": 1}),
        lambda db: db.all(),
    ],
    "remove": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.remove(where("name") == "防汛"),
        lambda db: db.remove(doc_ids=[2, 2, 99]),
        lambda db: db.remove(),
        lambda db: db.all(),
        lambda db: db.insert({"next": True}),
        lambda db: [one.doc_id for one in db],
    ],
    "truncate": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: db.truncate(),
        lambda db: db.all(),
        lambda db: db.tables(),
        lambda db: len(db),
    ],
    "tables": [
        lambda db: db.tables(),
        lambda db: db.table("one").insert({"a": 1}),
        lambda db: db.table("two").insert_multiple([{"b": 1}, {"b": 2}]),
        lambda db: db.insert({"c": 1}),
        lambda db: db.tables(),
        lambda db: len(db.table("two")),
        lambda db: db.table("one").all(),
        lambda db: db.table("three").all(),
        lambda db: db.tables(),
        lambda db: db.table("four", persist_empty=True).all(),
        lambda db: db.tables(),
        lambda db: db.drop_table("one"),
        lambda db: db.drop_table("never there"),
        lambda db: db.table("one").all(),
        lambda db: db.tables(),
        lambda db: db.drop_tables(),
        lambda db: db.tables(),
        lambda db: db.table("two").all(),
    ],
    "names of tables": [
        lambda db: db.table('表 "1"\n').insert({"a": 1}),
        lambda db: db.table("").insert({"b": 1}),
        lambda db: db.table('表 "1"\n').all(),
        lambda db: db.tables(),
    ],
    "iteration, length, names": [
        lambda db: db.insert_multiple(ROWS),
        lambda db: list(db),
        lambda db: list(db.table(db.default_table_name)),
        len,
        lambda db: db.table("t").name,
        lambda db: bool(db.table("t")),
    ],
    "clear_cache": [
        lambda db: db.insert({"a": 1}),
        lambda db: db.clear_cache(),
        lambda db: db.search(where("a") == 1),
    ],
}  # fmt: skip


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[TinyDB, LogDB]]:
    plain = TinyDB(tmp_path / "plain.json")
    ours = LogDB(tmp_path / "ours.jsonl")
    yield plain, ours
    plain.close()
    ours.close()


@pytest.mark.parametrize("name", CALLS)
def test_the_same_calls_give_the_same_results(both: tuple[TinyDB, LogDB], name: str):
    plain, ours = both
    for number, call in enumerate(CALLS[name]):
        assert outcome(call, ours) == outcome(call, plain), f"call {number}"


@pytest.mark.parametrize("name", CALLS)
def test_the_same_is_there_when_it_is_opened_again(tmp_path: Path, both, name: str):
    for call in CALLS[name]:
        for database in both:
            outcome(call, database)
    again = LogDB(tmp_path / "ours.jsonl")
    plain = both[0]
    assert {table: again.table(table).all() for table in again.tables()} == {
        table: plain.table(table).all() for table in plain.tables()
    }
    again.close()


def test_plain_tinydb_works_over_our_storage(tmp_path: Path):
    database = TinyDB(tmp_path / "log.jsonl", storage=LogStorage)
    for call in [*CALLS["insert_multiple"], *CALLS["update"], *CALLS["tables"]]:
        outcome(call, database)
    database.insert_multiple(ROWS[:2])
    database.update({"x": 1}, doc_ids=[1])
    assert LogDB(tmp_path / "log.jsonl").all() == [{**ROWS[0], "x": 1}, ROWS[1]]


@pytest.mark.parametrize("seed", range(5))
def test_random_calls(both: tuple[TinyDB, LogDB], seed: int):
    chance = random.Random(seed)
    for _ in range(60):
        call = some_call(chance)
        plain, ours = both
        assert outcome(call, ours) == outcome(call, plain)
        assert ours.all() == plain.all()
        assert [one.doc_id for one in ours] == [one.doc_id for one in plain]


def in_one_section(database: LogDB, calls: list[Call]) -> list[object]:
    with database.log_storage.exclusive():
        return [outcome(call, database) for call in calls]


@pytest.mark.parametrize("name", CALLS)
def test_one_section_finds_its_own_changes_and_writes_them_together(tmp_path: Path, both, name):
    plain, ours = both
    assert in_one_section(ours, CALLS[name]) == [outcome(call, plain) for call in CALLS[name]]
    again = LogDB(tmp_path / "ours.jsonl")
    for one in (ours, again):
        assert {table: one.table(table).all() for table in one.tables()} == {
            table: plain.table(table).all() for table in plain.tables()
        }
    again.close()


def test_two_changes_of_one_new_table_in_one_section_leave_both(tmp_path: Path):
    with LogDB(tmp_path / "log.jsonl") as database, database.log_storage.exclusive():
        table = database.table("corrections")
        table.insert({"field": "title"})
        table.remove(where("field") == "source")
        assert table.all() == [{"field": "title"}]
    with LogDB(tmp_path / "log.jsonl") as database:
        assert database.table("corrections").all() == [{"field": "title"}]


def test_a_section_that_fails_leaves_what_was_there(tmp_path: Path):
    def fail(database: LogDB) -> None:
        with database.log_storage.exclusive():
            database.update({"n": 2})
            database.drop_tables()
            raise ZeroDivisionError

    with LogDB(tmp_path / "log.jsonl") as database:
        database.insert({"n": 1})
        with pytest.raises(ZeroDivisionError):
            fail(database)
        assert database.all() == [{"n": 1}]
        assert database.insert({}) == 2


@pytest.mark.parametrize("seed", range(5))
def test_random_calls_in_sections(both: tuple[TinyDB, LogDB], seed: int):
    chance = random.Random(100 + seed)
    plain, ours = both
    for _ in range(15):
        calls = [some_call(chance) for _ in range(chance.randrange(1, 6))]
        assert in_one_section(ours, calls) == [outcome(call, plain) for call in calls]
        assert ours.all() == plain.all()


def test_an_id_is_never_given_twice(tmp_path: Path):
    first = LogDB(tmp_path / "log.jsonl")
    assert first.insert_multiple([{}, {}]) == [1, 2]
    first.remove(doc_ids=[2])
    first.close()
    # plain TinyDB would give 2 again: whoever kept that id would find another document
    assert LogDB(tmp_path / "log.jsonl").insert({}) == 3


def test_two_open_databases_see_each_other(tmp_path: Path):
    one, two = (LogDB(tmp_path / "log.jsonl") for _ in range(2))
    assert [one.insert({"n": 1}), two.insert({"n": 2}), one.insert({"n": 3})] == [1, 2, 3]
    assert one.search(where("n") > 1) == two.search(where("n") > 1) == [{"n": 2}, {"n": 3}]
    two.update({"n": 9}, doc_ids=[1])
    assert one.get(doc_id=1) == {"n": 9}


def test_a_read_only_database_reads_and_does_not_write(tmp_path: Path):
    LogDB(tmp_path / "log.jsonl").insert({"a": 1})
    database = LogDB(tmp_path / "log.jsonl", access_mode="r")
    assert database.all() == [{"a": 1}]
    with pytest.raises(LibraryError, match="reading only"):
        database.insert({"a": 2})
    assert database.all() == [{"a": 1}]


def some_call(chance: random.Random) -> Call:
    number, value = chance.randrange(8), chance.randrange(5)
    return chance.choice(
        [
            lambda db: db.insert({"n": number}),
            lambda db: db.insert_multiple([{"n": number}, {"n": value}]),
            lambda db: db.update({"v": value}, where("n") == number),
            lambda db: db.update(increment("n"), doc_ids=[number]),
            lambda db: db.upsert({"n": number, "u": value}, where("n") == number),
            lambda db: db.remove(where("n") == number),
            lambda db: db.remove(doc_ids=[number]),
            lambda db: db.search(where("n") >= number),
            lambda db: db.truncate() if value == 0 and number == 0 else None,
        ]
    )


def outcome(call: Call, database: Any) -> object:
    """What a call gives, or the kind of error it raises."""
    try:
        return call(database)
    except (RuntimeError, TypeError, ValueError, KeyError) as error:
        return type(error)
