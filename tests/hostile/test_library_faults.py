"""Kills, full disks, locks, clocks and wrong fields: what was acknowledged is there afterwards.

The short form; ``python bench/faults.py --kills 1000`` is the long one. Damage to whole files
is in test_library_files.py, further faults are in tests/store/library/test_faults.py.
"""

import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from inside import Inside
from installed import OTHER, REPORT, Policyreader, command_line
from invented_reports import a_report
from msgspec.structs import replace

from store.library import lines, lock, open_library, schema
from store.library.doctor import compact, examine, repair
from store.library.interface import (
    FacetField,
    LibraryDamagedError,
    LibraryError,
    LibraryLockedError,
)
from store.library.lines import Operation
from store.library.log import header_line
from store.library.marks import Mark, Marks
from store.model import Byline, Span, article_to_plain
from store.query.expression import Everything, Has, Not, Word

ROOT = Path(__file__).parents[2]


def reports(count: int, text: str = "内容"):
    return [
        a_report(f"会议{n}", f"{text}{n}号。", path=f"{n}.txt", series=None) for n in range(count)
    ]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add(reports(5))
    for row in library.meetings(Everything()):
        library.marks.set_note(row.reports[0].id, "要紧")
        library.correct(row.reports[0].id, "source", "银塘时报")
    library.close()
    return tmp_path


def opened(home: Path, *, write: bool = False):
    return open_library(home / "library", state_dir=home / "state", write=write)


def test_kills_at_random(tmp_path: Path):
    """The short form of the long run: the same program, fewer kills."""
    command = [sys.executable, ROOT / "bench" / "faults.py", "--kills", "25", "--seed", "7"]
    done = subprocess.run(
        [*command, "--folder", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "25 kills" in done.stdout
    assert "\n0 acknowledgements lost\n0 things half there\n0 libraries" in done.stdout


@pytest.mark.parametrize("rewrite", ["compact", "index anew", "neither"])
def test_what_was_said_follows_an_article_through_rewriting(home: Path, rewrite: str):
    library = opened(home, write=True)
    for turn in range(4):
        library.add([a_report("会议3", f"第{turn}次改。", path="3.txt", series=None)])
        if rewrite == "compact":
            compact(home / "library")
    library.close()
    if rewrite == "index anew":
        (home / "library" / "index.sqlite").unlink()
    library = opened(home)
    (row,) = library.meetings(Word("第3次改"))
    assert library.marks.of(row.reports[0].id).note == "要紧"
    article = library.article(row.reports[0].id)
    assert article is not None
    assert article.source == "银塘时报"
    library.close()


def test_the_command_killed_while_workers_read_goes_on_where_it_was(tmp_path: Path):
    """No worker outlives the command, and the same command again adds what is missing."""
    there = Policyreader(tmp_path)
    folder = tmp_path / "reports"
    for number in range(60):
        there.file(f"reports/{number}.txt", REPORT.replace("3月16日", f"3月{number % 28 + 1}日"))
    command = [*command_line(), "--library", str(there.library), "add", str(folder)]
    process = subprocess.Popen(
        command,
        env=there.environment(),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    until(lambda: len(of_group(process.pid)) >= 3)
    process.kill()
    process.wait()
    until(lambda: not of_group(process.pid))
    done = there.run("--library", there.library, "add", folder)
    assert done.returncode == 0, done.stderr
    checked = there.run("--library", there.library, "doctor")
    assert checked.returncode == 0, checked.stdout
    documents = open_library(there.library, state_dir=tmp_path / "s").database.table("documents")
    assert len(documents) == 60


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "still not so"
        time.sleep(0.02)


def of_group(group: int) -> list[int]:
    """The live processes of a process group."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(int(entry.name))
    return found


def in_a_child(work: Callable[[], object]) -> str:
    """What a call ends with in a process of its own: "done", or its LibraryError."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def run() -> None:
        try:
            work()
            sender.send("done")
        except LibraryError as error:
            sender.send(str(error))
        finally:
            # an error that is none of the library's says nothing
            sender.close()

    process = context.Process(target=run)
    process.start()
    sender.close()
    told = "not foreseen"
    with suppress(EOFError):
        told = receiver.recv() if receiver.poll(20) else "nothing in 20 seconds"
    process.join(5)
    return told


def wanted(home: Path) -> None:
    """Everything that was there before the fault is there."""
    assert [
        one for one in examine(home / "library", home / "state") if one.severity == "error"
    ] == []
    library = opened(home)
    rows = library.meetings(Everything())
    assert library.count(Word("内容")) >= 5
    notes = [library.marks.of(row.reports[0].id).note for row in rows]
    assert notes.count("要紧") >= 5
    for row in rows:
        assert library.article(row.reports[0].id) is not None
    library.close()


WRITES: dict[str, Callable[[Path], object]] = {
    "add": lambda home: opened(home, write=True).add(reports(60, "更多" * 200)),
    "mark": lambda home: opened(home).marks.set_note("a", "长" * 40_000),
    "correct": lambda home: correct(home, "长" * 40_000),
    "repair": lambda home: repair(home / "library", home / "state"),
    "compact": lambda home: compact(home / "library"),
}


def correct(home: Path, value: str) -> None:
    library = opened(home)
    library.correct(library.meetings(Everything())[0].reports[0].id, "source", value)


@pytest.mark.parametrize("limit", [0, 4_096, 30_000])
@pytest.mark.parametrize("write", WRITES)
def test_a_disk_or_a_limit_that_is_full(home: Path, write: str, limit: int):
    if write == "repair":
        (home / "library" / "index.sqlite").unlink()

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        WRITES[write](home)

    told = in_a_child(limited)
    assert "not foreseen" not in told
    assert "nothing" not in told
    repair(home / "library", home / "state")
    wanted(home)


def mounted(folder: Path, *options: str) -> bool:
    """Whether a file system could be mounted: only root may, and not everywhere."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "none", folder], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("write", WRITES)
def test_a_small_disk_that_is_full_and_then_read_only(home: Path, write: str, tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted(disk, "-o", "size=400k"):
        pytest.skip("no file system can be mounted here")
    try:
        subprocess.run(["cp", "-a", home / "library", home / "state", disk], check=True)
        (disk / "filler").write_bytes(b"x" * (os.statvfs(disk).f_bavail * 4096))
        told = in_a_child(lambda: WRITES[write](disk))
        assert "not foreseen" not in told
        (disk / "filler").unlink()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        if write != "repair":
            told = in_a_child(lambda: WRITES[write](disk))
            assert "ead-only file system" in told, told
        wanted(disk)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


_, (REPORTED,) = a_report(
    "会议9", "内容9号。", path="9.txt", items=1, terms=("六有",), organisations=("省水利厅",)
)
ARTICLE = article_to_plain(
    replace(
        REPORTED,
        byline=Byline(agency="澜江社", reporters=("白小舟",)),
        people=(replace(REPORTED.people[0], mentions=(Span(1, 0, 2),)),),
        remarks=("announced 2 items, found 1",),
    )
)
WRONG_VALUES = {
    "a number": 7,
    "a text": "文",
    "nothing": None,
    "a list": [[]],
    "an object": {"a": 1},
}


def places_in(plain: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to every value inside an article: of a list the first element is enough."""
    if isinstance(plain, dict):
        for name, inner in plain.items():
            yield (*way, name)
            yield from places_in(inner, (*way, name))
    elif isinstance(plain, list | tuple) and plain:
        yield (*way, 0)
        yield from places_in(plain[0], (*way, 0))


def with_value(plain: Any, way: tuple[str | int, ...], value: object) -> Any:
    """A copy in which one value is another."""
    copy = msgspec.json.decode(msgspec.json.encode(plain))
    holder: Any = copy
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    return copy


def test_the_article_whose_fields_are_made_wrong_has_all_of_them():
    assert len({way for way in places_in(ARTICLE) if len(way) > 1}) > 40
    assert not [way for way in places_in(ARTICLE) if with_value(ARTICLE, way, ()) == ARTICLE]


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_a_record_with_any_inner_field_wrong_costs_no_other(home: Path, value: str):
    """Of a person, an item, a term, a span: set aside and named, or harmless."""
    log = home / "library" / "articles.jsonl"
    deep = [way for way in places_in(ARTICLE) if len(way) > 1]
    with log.open("ab") as file:
        for at, way in enumerate(deep):
            plain = with_value(ARTICLE, way, WRONG_VALUES[value]) | {"id": f"{at:016}"}
            operation = Operation("articles", 1000 + at, msgspec.json.encode(plain))
            file.write(lines.encode(operation, 0))
    library = opened(home)
    rows = library.meetings(Everything())
    assert library.count(Word("内容")) >= 5
    for field in get_args(FacetField):
        library.facets(Everything(), field)
    for row in rows:
        for one in row.reports:
            article = library.article(one.id)
            assert article is not None
            assert article.id == one.id
            library.hits(one.id, Word("内容"))
    served = {one.id for row in rows for one in row.reports}
    library.close()
    aside = [one for one in examine(home / "library", home / "state") if "set aside" in one.what]
    assert len(aside) + len(served) == 5 + len(deep)
    assert len(aside) >= 12


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_a_record_with_any_field_wrong_is_set_aside_and_the_others_serve(home: Path, value: str):
    """The line is whole and its checksum right: another program wrote it, or another user."""
    log = home / "library" / "articles.jsonl"
    wrong = []
    for at, name in enumerate(ARTICLE):
        plain = {**ARTICLE, "id": f"{at:016}", name: WRONG_VALUES[value]}
        wrong.append(Operation("articles", 1000 + at, msgspec.json.encode(plain)))
        missing = {key: one for key, one in plain.items() if key != name}
        wrong.append(Operation("articles", 2000 + at, msgspec.json.encode(missing)))
    for at, name in enumerate(
        ("path", "sha256", "layout", "encoding", "text", "articles", "moved")
    ):
        document = {"path": f"w{at}", "sha256": "", "layout": "json", "encoding": "", "text": ""}
        body = msgspec.json.encode(document | {"articles": []} | {name: WRONG_VALUES[value]})
        wrong.append(Operation("documents", 1000 + at, body))
    with log.open("ab") as file:
        file.writelines(lines.encode(one, 0) for one in wrong)
    library = opened(home)
    there = library.meetings(Everything())
    for row in there:
        for one in row.reports:
            library.article(one.id)
    assert library.count(Word("内容")) >= 5
    library.close()
    aside = [one for one in examine(home / "library", home / "state") if "set aside" in one.what]
    assert len(aside) >= 8
    assert all("byte" in one.what for one in aside)
    writing = opened(home, write=True)
    writing.add(reports(6))
    assert writing.count(Word("内容5号")) == 1
    writing.close()


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_a_mark_or_correction_with_any_field_wrong(home: Path, value: str):
    mark = {"article": "a", "marked": True, "read": True, "tags": ["重要"], "note": "注"}
    fields = {str(at + 100): {**mark, name: WRONG_VALUES[value]} for at, name in enumerate(mark)}
    stored = msgspec.json.decode((home / "state" / "marks.json").read_bytes())
    stored["marks"] |= fields
    (home / "state" / "marks.json").write_bytes(msgspec.json.encode(stored))
    with (home / "state" / "corrections.jsonl").open("ab") as file:
        for at, name in enumerate(("article", "field")):
            body = {"article": "a", "field": "title", "value": "x", name: WRONG_VALUES[value]}
            if value != "a text":
                operation = Operation("corrections", 100 + at, msgspec.json.encode(body))
                file.write(lines.encode(operation, 0))
    library = opened(home)
    rows = library.meetings(Everything())
    assert [library.marks.of(row.reports[0].id).note for row in rows] == ["要紧"] * 5
    assert library.article(rows[0].reports[0].id).source == "银塘时报"
    library.marks.set_note(rows[0].reports[0].id, "改")
    assert opened(home).marks.of(rows[0].reports[0].id).note == "改"
    library.close()
    aside = [one for one in examine(home / "library", home / "state") if "set aside" in one.what]
    assert aside


@pytest.mark.parametrize("name", ["articles.jsonl", "index.sqlite", "marks.json"])
def test_a_newer_version_is_refused_with_the_way_out_and_left_as_it_is(home: Path, name: str):
    path = home / ("state" if name == "marks.json" else "library") / name
    if name == "articles.jsonl":
        header = lines.encode(Operation("policyreader-log", 99, b'{"generation":"x"}'), 0)
        path.write_bytes(header + path.read_bytes().partition(b"\n")[2])
    elif name == "marks.json":
        path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":99'))
    else:
        connection = schema.open_writer(path)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer policyreader"):
        opened(home, write=True).meetings(Everything())
    assert any(one.severity == "error" for one in examine(home / "library", home / "state"))
    assert path.read_bytes() == before


def test_sets_of_articles_with_any_wounds_are_answered_or_refused(home: Path):
    """What another user wrote into an index can be wrong; it is looked at before it is used."""
    chance = random.Random(5)
    path = home / "library" / "index.sqlite"
    with closing(schema.open_writer(path)) as connection:
        sound = connection.execute("SELECT cell, data FROM members").fetchall()
    refused: list[str] = []
    for _ in range(120):
        with closing(schema.open_writer(path)) as connection:
            wounded = [(bytes(wound(chance, data)), cell) for cell, data in sound]
            connection.executemany("UPDATE members SET data = ? WHERE cell = ?", wounded)
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'version'")
        library = opened(home)
        for question in (Has("source", "报"), Not(Word("内容1号"))):
            for field in get_args(FacetField):
                try:
                    assert all(one.count > 0 for one in library.facets(question, field))
                except LibraryDamagedError as error:
                    refused.append(str(error))
        library.close()
    assert refused
    assert all("run policyreader doctor" in one for one in refused)
    repair(home / "library", home / "state")
    assert opened(home).count(Everything()) == 5


def wound(chance: random.Random, data: bytes) -> bytearray:
    """The same bytes, some of them cut off or others."""
    some = bytearray(data[: chance.choice([len(data), chance.randrange(len(data) + 1)])])
    for _ in range(chance.randrange(4)):
        if some:
            some[chance.randrange(len(some))] = chance.randrange(256)
    return some


def test_a_lock_that_is_held_for_ever_keeps_no_reader_waiting(home: Path, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.3)
    with lock.writing(home / "library" / "lock"), lock.writing(home / "state" / "marks.lock"):
        library = opened(home)
        assert library.count(Everything()) == 5
        with pytest.raises(LibraryLockedError, match=f"process {os.getpid()}"):
            opened(home, write=True).add(reports(6))
        with pytest.raises(LibraryLockedError):
            library.marks.put(Mark(article="a"))
        with pytest.raises(LibraryLockedError):
            repair(home / "library", home / "state")
        library.close()


def test_a_lock_of_a_process_that_is_gone_holds_nobody(home: Path):
    (home / "library" / "lock").write_text("process 1, since 1999-01-01 00:00:00\n")
    library = opened(home, write=True)
    library.add(reports(6))
    assert library.count(Everything()) == 6
    library.close()


def test_a_clock_that_goes_back(home: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is ordered, chosen or forgotten by the time of the machine."""
    reader = opened(home)
    before = reader.version()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    monkeypatch.setattr(time, "time", lambda: 1.0)
    library = opened(home, write=True)
    library.add(reports(6))
    library.marks.set_note(library.meetings(Everything())[0].reports[0].id, "早")
    assert reader.count(Everything()) == 6
    assert reader.version() > before
    library.close()
    for path in (home / "library").iterdir():
        os.utime(path, (0, 0))
    (home / "library" / "index.sqlite").unlink()
    library = opened(home, write=True)
    assert library.count(Everything()) == 6
    assert reader.count(Everything()) == 6
    assert reader.version() != before
    marks = Marks(home / "state")
    os.utime(home / "state" / "marks.json", (0, 0))
    assert "早" in [marks.of(row.reports[0].id).note for row in library.meetings(Everything())]
    library.close()
    reader.close()


def test_two_marks_at_once_and_two_readers(home: Path):
    """Two processes of one user mark at the same time: both marks are there."""
    context = multiprocessing.get_context("fork")

    def mark(start: int) -> None:
        marks = Marks(home / "state")
        for number in range(start, start + 40):
            marks.set_note(f"article {number}", "注")

    processes = [context.Process(target=mark, args=(start,)) for start in (0, 1000)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(30)
    marks = Marks(home / "state")
    assert len([one for one in marks.noted() if one.startswith("article ")]) == 80


def test_a_log_that_names_a_table_of_another_program_is_served(home: Path):
    with (home / "library" / "articles.jsonl").open("ab") as file:
        file.write(lines.encode(Operation("someone else's", 1, b"{}"), 0))
        file.write(header_line())
    library = opened(home, write=True)
    library.add(reports(6))
    assert library.count(Everything()) == 6
    library.close()


def test_a_changed_report_is_another_version_also_when_it_is_added_twice(tmp_path: Path):
    there = Inside(tmp_path)
    path = there.file("a.txt")
    for text in (REPORT, OTHER, REPORT):
        path.write_text(text)
        assert there.run("--library", there.library, "add", path).returncode == 0
    done = there.run("--library", there.library, "list", "--format", "jsonl")
    assert done.stdout.count(b"\n") == 1


def test_of_two_corrections_the_later_counts_whatever_the_ids_were(home: Path):
    """Said of two versions of a file, and of its third: under three ids, one field."""
    library = opened(home, write=True)
    for turn in range(8):
        library.add([a_report("会议3", f"第{turn}次改。", path="3.txt", series=None)])
        (row,) = library.meetings(Word(f"第{turn}次改"))
        if turn < 7:
            library.correct(row.reports[0].id, "source", f"第{turn}家")
    article = library.article(row.reports[0].id)
    assert article is not None
    assert article.source == "第6家"
    library.corrections.remove(row.reports[0].id, "source")
    article = library.article(row.reports[0].id)
    assert article is not None
    assert article.source == "澜江日报"
    library.close()


def test_any_number_of_left_over_files_is_swept(home: Path):
    for number in range(70):
        (home / "library" / f"index.sqlite.tmp-{number:08x}").touch(mode=0o600)
    repair(home / "library", home / "state")
    left = examine(home / "library", home / "state")
    assert [one.what for one in left if one.severity != "note"] == []


def test_the_first_correction_of_all_may_be_of_a_changed_report(tmp_path: Path):
    library = opened(tmp_path, write=True)
    for turn in range(2):
        library.add([a_report("会议3", f"第{turn}次改。", path="3.txt", series=None)])
    (row,) = library.meetings(Word("第1次改"))
    library.correct(row.reports[0].id, "source", "银塘时报")
    article = library.article(row.reports[0].id)
    assert article is not None
    assert article.source == "银塘时报"
    library.close()
