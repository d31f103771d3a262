"""Each file of a library damaged in each way: opened or refused in one line, named, mended.

Whatever is done to a file: what stands in the undamaged records is there after a repair, a
file that is not ours is left alone, and nothing waits.
"""

import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import lock, open_library
from store.library.doctor import examine, repair
from store.library.interface import LibraryError
from store.query.expression import Everything, Is, Word

REPORTS = 8
FILES = ("articles.jsonl", "index.sqlite", "marks.json", "corrections.jsonl", "lock", "marks.lock")

Damage = Callable[[Path], None]


def flipped(seed: int) -> Damage:
    def damage(path: Path) -> None:
        chance = random.Random(seed)
        data = bytearray(path.read_bytes() or b"?")
        for _ in range(3):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(data))

    return damage


def cut(share: float) -> Damage:
    def damage(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return damage


def doubled(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def foreign(path: Path) -> None:
    path.write_bytes("给某人的一封信。\n".encode() * 50)


def zeroes(path: Path) -> None:
    path.write_bytes(bytes(max(path.stat().st_size, 100)))


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def a_link_in_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def gone(path: Path) -> None:
    path.unlink()


DAMAGES: dict[str, Damage] = {
    "empty": cut(0),
    "cut early": cut(0.1),
    "cut": cut(0.6),
    "cut late": cut(0.99),
    **{f"flipped {seed}": flipped(seed) for seed in range(2)},
    "doubled": doubled,
    "foreign": foreign,
    "zeroes": zeroes,
    "pipe": a_pipe,
    "folder": a_folder,
    "link": a_link,
    "link to nowhere": a_link_to_nowhere,
    "circle": a_link_in_a_circle,
    "gone": gone,
}
NOT_OURS = {"foreign", "zeroes", "pipe", "folder", "link", "link to nowhere", "circle"}
"""What doctor does not touch: it is no damaged file of ours, or not a file."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("sound")
    library = open_library(home / "library", state_dir=home / "state", write=True)
    library.add([report(number) for number in range(REPORTS)])
    for row in library.meetings(Everything())[:4]:
        library.marks.mark(row.reports[0].id)
        library.correct(row.reports[0].id, "source", "银塘时报")
    library.close()
    return home


def report(number: int):
    text = f"内容{number}号。" * 40
    return a_report(f"会议{number}", text, path=f"{number}.txt", series=None)


@pytest.fixture
def home(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def nothing_waits() -> Iterator[None]:
    """What waits for ever is found here."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError("it waits")

    usual = signal.signal(signal.SIGALRM, stop)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, usual)


def file_of(home: Path, name: str) -> Path:
    folder = "library" if name in ("articles.jsonl", "index.sqlite", "lock") else "state"
    return home / folder / name


def use(home: Path) -> list[str]:
    """Read, add and mark; gives what could not be done, one line each."""
    troubles: list[str] = []

    def attempt(work: Callable[[], object]) -> None:
        try:
            work()
        except LibraryError as error:
            troubles.append(str(error))

    attempt(lambda: read(home))
    attempt(lambda: write(home))
    return troubles


def read(home: Path) -> int:
    library = open_library(home / "library", state_dir=home / "state")
    try:
        rows = library.meetings(Everything())
        for row in rows:
            assert library.article(row.reports[0].id) is not None
            library.source_text(row.reports[0].id)
        library.meetings(Is("marked")), library.facets(Everything(), "person")
        return library.count(Word("内容"))
    finally:
        library.close()


def write(home: Path) -> None:
    library = open_library(home / "library", state_dir=home / "state", write=True)
    try:
        library.add([report(REPORTS)])
        (row,) = library.meetings(Word(f"内容{REPORTS}号"))
        library.marks.mark(row.reports[0].id)
        library.correct(row.reports[0].id, "source", "银塘时报")
    finally:
        library.close()


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_named_and_mended_and_costs_no_other(
    home: Path, name: str, damage: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    path = file_of(home, name)
    DAMAGES[damage](path)
    for trouble in use(home):
        assert str(path.parent) in trouble, trouble
        assert "\n" not in trouble
    found = examine(home / "library", home / "state")
    try:
        repair(home / "library", home / "state")
        refusal = ""
    except LibraryError as error:
        refusal = str(error)
    if refusal:
        assert damage in NOT_OURS
        assert str(path) in refusal
        assert any(one.severity == "error" and one.file == path for one in found)
        return
    if damage in NOT_OURS and name != "index.sqlite":
        return
    after = examine(home / "library", home / "state")
    assert [one for one in after if one.severity == "error"] == []
    write(home)
    if name != "articles.jsonl":
        assert read(home) == REPORTS + 1
    assert read(home) >= 1


@pytest.mark.parametrize("at", range(50))
def test_a_log_cut_at_any_of_fifty_places(home: Path, at: int):
    path = home / "library" / "articles.jsonl"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * at // 50])
    examine(home / "library", home / "state")
    repair(home / "library", home / "state")
    assert [
        one for one in examine(home / "library", home / "state") if one.severity == "error"
    ] == []
    whole = data[: len(data) * at // 50].count(b'"documents",')
    assert abs(read(home) - whole) <= 1
    write(home)
    assert read(home) >= whole


def read_or_told(home: Path) -> int | Path | None:
    """What read() gives, or the folder that its refusal names."""
    try:
        return read(home)
    except LibraryError as error:
        told = str(error)
    return next((one for one in (home / "library", home / "state") if str(one) in told), None)


@pytest.mark.parametrize("name", ["index.sqlite", "marks.json", "corrections.jsonl"])
def test_any_other_file_cut_at_any_of_fifty_places_costs_no_report(home: Path, name: str):
    """Read as it is, and after a repair: whole states of the file, and all documents."""
    path = file_of(home, name)
    data = path.read_bytes()
    for at in range(50):
        path.write_bytes(data[: len(data) * at // 50])
        assert read_or_told(home) in (REPORTS, path.parent)
        repair(home / "library", home / "state")
        assert read(home) == REPORTS
        # a repair ends with looking everything over: once more now and then is enough
        found = examine(home / "library", home / "state") if at % 10 == 0 else []
        assert [one for one in found if one.severity == "error"] == []
