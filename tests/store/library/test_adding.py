"""Adding files: in order, past trouble, cancellable, and nothing twice."""

import hashlib
import os
import signal
import threading
from pathlib import Path

import pytest
from invented_reports import a_report
from invented_work import read_quickly, read_slowly

from store.library import open_library
from store.library.adding import Source, Task, add_files, read_and_parse
from store.library.library import LogLibrary
from store.library.storing import batches
from store.query.expression import Everything
from store.reading import Limits


@pytest.fixture
def library(tmp_path: Path) -> LogLibrary:
    return open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)


def files(folder: Path, *names: str) -> list[Source]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(f"会议{name}")
    return [Source(folder / name, folder) for name in names]


@pytest.mark.parametrize("processes", [0, 2])
def test_files_are_stored_in_order_and_trouble_is_named(tmp_path: Path, library, processes: int):
    sources = files(tmp_path / "in", "a", "b", "refuse", "c", "raise", "d")
    steps: list[tuple[int, int]] = []
    summary = add_files(
        library,
        sources,
        processes=processes,
        work=read_quickly,
        progress=lambda done, total: steps.append((done, total)),
    )
    assert [Path(one.path).name for one in summary.added] == ["a", "b", "c", "d"]
    assert {one.outcome for one in summary.added} == {"added"}
    assert ["no report" in summary.refusals[0], "not foreseen" in summary.refusals[1]] == [True] * 2
    assert steps == [(number, 6) for number in range(1, 7)]
    assert library.count(Everything()) == 4


def test_a_worker_that_dies_costs_its_own_file_only(tmp_path: Path, library: LogLibrary):
    sources = files(tmp_path / "in", "a", "b", "kill", "c", "d")
    summary = add_files(library, sources, processes=2, work=read_quickly)
    assert [Path(one.path).name for one in summary.added] == ["a", "b", "c", "d"]
    assert len(summary.refusals) == 1
    assert "kill" in summary.refusals[0]


def test_the_same_files_again_are_present_and_a_changed_one_changes(tmp_path: Path, library):
    sources = files(tmp_path / "in", "a", "b")
    add_files(library, sources, processes=0, work=read_quickly)
    (tmp_path / "in" / "b").write_text("另一会议")
    summary = add_files(library, sources, processes=0, work=read_quickly)
    assert {Path(one.path).name: one.outcome for one in summary.added} == {
        "a": "present",
        "b": "changed",
    }


def test_a_dry_run_stores_nothing(tmp_path: Path, library: LogLibrary):
    sources = files(tmp_path / "in", "a", "refuse")
    summary = add_files(library, sources, processes=0, work=read_quickly, dry_run=True)
    assert [one.outcome for one in summary.added] == ["added"]
    assert len(summary.refusals) == 1
    assert library.count(Everything()) == 0


@pytest.mark.parametrize("processes", [0, 2])
def test_ctrl_c_keeps_what_was_finished(tmp_path: Path, library: LogLibrary, processes: int):
    sources = files(tmp_path / "in", *(f"{number:03}" for number in range(200)))

    def stop_after_some(done: int, total: int) -> None:
        if done == 10:
            os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    summary = add_files(
        library, sources, processes=processes, work=read_slowly, progress=stop_after_some
    )
    assert summary.interrupted
    assert 10 <= len(summary.added) < 60
    assert library.count(Everything()) == len(summary.added)
    assert signal.getsignal(signal.SIGINT) is before
    again = add_files(library, sources[:20], processes=0, work=read_quickly)
    assert not again.interrupted
    assert library.count(Everything()) == max(20, len(summary.added))


def test_it_works_in_a_thread(tmp_path: Path, library: LogLibrary):
    sources = files(tmp_path / "in", "a", "b")
    thread = threading.Thread(
        target=add_files, args=(library, sources), kwargs={"processes": 0, "work": read_quickly}
    )
    thread.start()
    thread.join()
    assert library.count(Everything()) == 2


def test_what_came_before_an_exception_is_stored(library: LogLibrary):
    def reports():
        yield a_report("一", path="1.txt", series=None)
        yield a_report("二", path="2.txt", series=None)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add(reports())
    assert library.count(Everything()) == 2


def test_real_files_are_read_and_parsed(tmp_path: Path, library: LogLibrary):
    folder = tmp_path / "in"
    folder.mkdir()
    text = "云汀市召开防汛工作会议\n\n2023年5月4日，市长林知远主持召开防汛工作会议。会议强调，要压实责任。\n"
    (folder / "report.txt").write_text(text * 1)
    (folder / "empty.txt").write_text("")
    sources = [Source(folder / name, folder) for name in ("report.txt", "empty.txt", "missing.txt")]
    summary = add_files(library, sources)
    assert len(summary.added) == 1
    assert len(summary.refusals) == 2
    assert [one.outcome for one in add_files(library, sources[:1]).added] == ["present"]


def test_a_name_that_is_no_text_is_stored(tmp_path: Path, library: LogLibrary):
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / os.fsdecode(b"a\xff.txt")
    path.write_text("会议")
    for outcome in ("added", "present"):
        (added,) = add_files(library, [Source(path, folder)], processes=0, work=read_quickly).added
        assert added.outcome == outcome


def test_what_came_before_an_interruption_is_given_and_the_interruption_goes_on():
    def parsed():
        yield a_report(path="a.txt")
        yield a_report(path="b.txt")
        raise KeyboardInterrupt

    given = batches(parsed())
    assert [document.path for document, _ in next(given)] == ["a.txt", "b.txt"]
    with pytest.raises(KeyboardInterrupt):
        next(given)


def test_whoever_stops_taking_batches_ends_it_quietly(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("store.library.storing._BATCH", 1)
    given = batches(a_report(path=f"{number}.txt") for number in range(3))
    next(given)
    given.close()
    assert list(given) == []


def test_a_stored_file_that_became_a_link_is_not_even_hashed(tmp_path: Path):
    folder, outside = tmp_path / "in", tmp_path / "outside.txt"
    [source] = files(folder, "a.txt")
    known = hashlib.sha256(source.path.read_bytes()).hexdigest()
    task = Task(source, known, Limits())
    assert read_and_parse(task).present
    source.path.rename(outside)
    source.path.symlink_to(outside)
    done = read_and_parse(task)
    assert not done.present
    assert "link" in done.refusal
