"""doctor: names what is wrong, mends what can be mended, keeps what it replaces."""

from pathlib import Path

import pytest
from invented_reports import a_report
from pyroaring import BitMap

from store.library import open_library
from store.library.doctor import compact, examine, repair
from store.query.expression import Everything, Word


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add(
        [a_report(f"会议{n}", f"内容{n}号。", path=f"{n}.txt", series=None) for n in range(8)]
    )
    library.add([a_report("会议3", "改过的。", path="3.txt", series=None)])
    library.marks.mark("x")
    library.close()
    return tmp_path / "library"


def state(folder: Path) -> Path:
    return folder.parent / "state"


def troubles(folder: Path) -> list[str]:
    return [
        f"{one.file.name}: {one.what}"
        for one in examine(folder, state(folder))
        if one.severity != "note"
    ]


def kept(folder: Path) -> int:
    return len(list((folder / "kept").iterdir())) if (folder / "kept").is_dir() else 0


def whole(folder: Path, count: int = 8) -> None:
    """The library is well and complete."""
    assert troubles(folder) == []
    library = open_library(folder, state_dir=state(folder))
    assert library.count(Everything()) == count
    assert library.count(Word("改过")) == 1
    library.close()


def test_a_sound_library_has_no_trouble(folder: Path):
    assert troubles(folder) == []
    notes = [one.what for one in examine(folder, state(folder))]
    assert any("records" in one for one in notes)
    assert any("MB free" in one for one in notes)
    assert repair(folder, state(folder)) == []


def test_no_library(tmp_path: Path):
    (finding,) = examine(tmp_path / "none", tmp_path)
    assert (finding.severity, finding.mend) == ("error", None)


def test_a_torn_tail_is_cut_and_kept(folder: Path):
    with (folder / "articles.jsonl").open("ab") as log:
        log.write(b'["00000000",0,"articles",99,{"torn":')
    assert any("never finished" in one for one in troubles(folder))
    repair(folder, state(folder))
    assert kept(folder) == 1
    whole(folder)


def test_a_damaged_line_is_set_aside_and_its_document_named(folder: Path):
    data = bytearray((folder / "articles.jsonl").read_bytes())
    data[data.index("内容5号".encode()) + 3] ^= 1
    (folder / "articles.jsonl").write_bytes(bytes(data))
    (folder / "index.sqlite").unlink()
    assert any("1 damaged lines" in one for one in troubles(folder))
    repair(folder, state(folder))
    assert kept(folder) == 1
    assert troubles(folder) == ["5.txt: some of its articles were lost: add it again"]
    library = open_library(folder, state_dir=state(folder), write=True)
    library.add([a_report("会议5", "内容5号。", path="5.txt", series=None)])
    library.close()
    whole(folder)


def test_a_lost_first_line_is_made_anew(folder: Path):
    data = bytearray((folder / "articles.jsonl").read_bytes())
    data[5] ^= 1
    (folder / "articles.jsonl").write_bytes(bytes(data))
    assert any("first line is damaged" in one for one in troubles(folder))
    repair(folder, state(folder))
    assert kept(folder) == 1
    whole(folder)


def test_a_foreign_log_is_left_alone(folder: Path):
    (folder / "articles.jsonl").write_bytes(b"somebody's letter\n")
    with pytest.raises(Exception, match="move it away"):
        repair(folder, state(folder))
    assert (folder / "articles.jsonl").read_bytes() == b"somebody's letter\n"


@pytest.mark.parametrize("data", [b"", b"garbage" * 999])
def test_an_index_that_is_none_is_made_anew(folder: Path, data: bytes):
    (folder / "index.sqlite").write_bytes(data)
    assert any("index.sqlite" in one for one in troubles(folder))
    repair(folder, state(folder))
    whole(folder)


def test_an_index_that_disagrees_is_found_and_made_anew(folder: Path):
    import sqlite3

    with sqlite3.connect(folder / "index.sqlite") as connection:
        connection.execute("DELETE FROM record WHERE id = 2")
    connection.close()
    assert troubles(folder) == ["index.sqlite: does not agree with the log"]
    repair(folder, state(folder))
    whole(folder)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ("UPDATE members SET data = x'00'", "a set of articles is damaged"),
        # a whole set, but another one
        (f"UPDATE members SET data = x'{BitMap([5]).serialize().hex()}'", "does not agree"),
        ("DELETE FROM members WHERE cell = (SELECT MAX(cell) FROM members)", "does not agree"),
    ],
)
def test_a_set_that_is_damaged_or_another_is_found_and_made_anew(
    folder: Path, change: str, trouble: str
):
    import sqlite3

    with sqlite3.connect(folder / "index.sqlite") as connection:
        connection.execute(change)
    connection.close()
    (found,) = troubles(folder)
    assert trouble in found
    repair(folder, state(folder))
    whole(folder)


def test_leftovers_and_open_doors_are_mended(folder: Path):
    (folder / "articles.jsonl.tmp-1234").write_bytes(b"half")
    (folder / "articles.jsonl").chmod(0o644)
    folder.chmod(0o755)
    assert len(troubles(folder)) == 3 + 1
    repair(folder, state(folder))
    assert not (folder / "articles.jsonl.tmp-1234").exists()
    assert (folder / "articles.jsonl").stat().st_mode & 0o777 == 0o600
    whole(folder)


def test_a_record_with_a_wrong_field_is_set_aside_and_the_others_serve(folder: Path):
    library = open_library(folder, state_dir=state(folder), write=True)
    library.database.table("articles").insert({"id": 3, "title": None})
    library.database.table("articles").insert({})
    assert library.count(Everything()) == 8
    library.close()
    found = troubles(folder)
    assert len(found) == 2
    assert all("set aside" in one for one in found)


def test_damaged_marks_are_kept_apart(folder: Path):
    (state(folder) / "marks.json").write_text("{")
    repair(folder, state(folder))
    assert len(list((state(folder) / "kept").iterdir())) == 1
    whole(folder)


def test_compaction_drops_what_is_dead_and_nothing_else(folder: Path):
    library = open_library(folder, state_dir=state(folder), write=True)
    before = library.meetings(Everything())
    for turn in range(5):
        library.add([a_report("会议7", f"第{turn}次。" * 200, path="7.txt", series=None)])
    library.add([a_report("会议7", "内容7号。", path="7.txt", series=None)])
    size = (folder / "articles.jsonl").stat().st_size
    reader = open_library(folder, state_dir=state(folder))
    library.close()
    assert compact(folder) > size / 2
    # an open reader goes on with the new files
    assert reader.count(Everything()) == 8
    assert all(
        reader.article(one.id) for row in reader.meetings(Everything()) for one in row.reports
    )
    assert {row.key for row in reader.meetings(Everything())} == {row.key for row in before}
    reader.close()
    whole(folder)
