"""Files made to hurt whoever reads them: one line for each, the others are added, and in time.

What tests/store/reading holds already (links, pipes, sockets, sparse giants, floods, encodings)
is named in docs/hostile.md and not repeated here; here is what goes through the command.
"""

import os
import socket
import threading
import time
from pathlib import Path

import pytest
from inside import Inside
from installed import REPORT, Policyreader
from reading_samples import BODY, read, texts

from store.library import open_library
from store.library.adding import Source, add_files
from store.query.expression import Word
from store.reading import Limits, ReadingError, find_files, read_bytes, read_file


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "x.txt", limits or Limits())
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every kind of entry that a folder can hold, and two good reports."""
    root = tmp_path / "reports"
    (root / "deep").mkdir(parents=True)
    (root / "good.txt").write_text(REPORT)
    (root / "deep" / "also good.txt").write_text(REPORT.replace("3月16日", "3月9日"))
    (root / "empty.txt").touch()
    (root / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (root / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (root / "archive.html").write_bytes(b"\x1f\x8b" + bytes(100))
    (root / "english.txt").write_text("Nothing in it is Chinese.\n" * 30)
    with (root / "giant.txt").open("wb") as file:
        file.truncate(200_000_000)
    (root / "long line.txt").write_text("会议" * 200_000)
    os.mkfifo(root / "pipe.txt")
    (root / "zero.txt").symlink_to("/dev/zero")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "circle").symlink_to(root / "circle")
    (root / "up").symlink_to(tmp_path)
    (root / "broken.txt").symlink_to("nowhere")
    (root / os.fsdecode(b"\xff\xfe\n\x1b]0;OWNED\x07.txt")).write_text("x")
    (tmp_path / "secret.txt").write_text(REPORT.replace("水库", "秘密"))
    return root


def test_add_goes_on_past_everything_and_says_each_in_one_line(tmp_path: Path, folder: Path):
    there = Policyreader(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.txt"))
        done = there.run("--library", there.library, "add", folder)
    assert done.returncode == 1
    assert "added 2 documents" in done.stdout.decode()
    lines = [one for one in done.stderr.decode().splitlines() if one.startswith("not read: ")]
    named = {
        name: [line for line in lines if name in line]
        for name in [
            *("empty.txt", "binary.txt", "picture.txt", "archive.html", "english.txt", "giant.txt"),
            *("long line.txt", "pipe.txt", "zero.txt", "out.txt", "circle", "up", "broken.txt"),
            *("socket.txt", "OWNED"),
        ]
    }
    assert {name: len(found) for name, found in named.items()} == dict.fromkeys(named, 1)
    assert "raise --max-file-size" in named["giant.txt"][0]
    assert "raise --max-line" in named["long line.txt"][0]
    listed = there.run("--library", there.library, "list").stdout.decode()
    assert "秘密" not in listed
    assert listed.count("\n") == 2


def test_a_file_that_grows_while_it_is_read_is_refused_at_the_limit(tmp_path: Path):
    path = tmp_path / "growing.txt"
    path.write_text(BODY)
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set() and file.tell() < 80_000_000:
                file.write("会议强调。".encode() * 10_000)

    growing = threading.Thread(target=grow)
    growing.start()
    try:
        time.sleep(0.02)
        try:
            document = read_file(path, Limits(max_file_bytes=3_000_000))
            told = document.text[:5]
        except ReadingError as error:
            told = str(error)
    finally:
        stop.set()
        growing.join()
    assert told.startswith("8月4日") or "raise --max-" in told


def test_files_that_vanish_or_turn_into_something_else_while_the_folder_is_read(tmp_path: Path):
    root = tmp_path / "reports"
    root.mkdir()
    for number in range(6):
        (root / f"{number}.txt").write_text(BODY)
    found = iter(find_files([root]))
    first = next(found)
    (root / "1.txt").unlink()
    (root / "2.txt").unlink()
    (root / "2.txt").mkdir()
    (root / "3.txt").unlink()
    os.mkfifo(root / "3.txt")
    (root / "4.txt").unlink()
    (root / "4.txt").symlink_to("/etc/passwd")
    outcomes = {}
    for entry in (first, *found):
        try:
            outcomes[entry.path.name] = read_file(entry.path, inside=entry.inside).layout
        except ReadingError as error:
            outcomes[entry.path.name] = str(error)
    assert outcomes["0.txt"] == outcomes["5.txt"] == "plain-text"
    assert all("\n" not in outcome for outcome in outcomes.values())
    assert not any("root:" in outcome for outcome in outcomes.values())
    for name in ("1.txt", "2.txt", "3.txt", "4.txt"):
        assert outcomes.get(name, "refused") != "plain-text"


def test_nothing_outside_is_read_while_files_and_folders_become_links(tmp_path: Path):
    """Somebody swaps them for links all the time that ``add`` reads."""
    root, outside = tmp_path / "reports", tmp_path / "outside"
    for folder, text in ((root / "deep", BODY), (outside, "秘密" + BODY)):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(text)
    (root / "b.txt").write_text(BODY)
    stop = threading.Event()

    def swap() -> None:
        link, kept = tmp_path / "link", tmp_path / "kept"
        while not stop.is_set():
            for path, target in ((root / "b.txt", outside / "a.txt"), (root / "deep", outside)):
                path.rename(kept)
                link.symlink_to(target)
                link.rename(path)
                time.sleep(0.002)
                path.unlink()
                kept.rename(path)
                time.sleep(0.002)

    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    swapping = threading.Thread(target=swap)
    swapping.start()
    refusals: list[str] = []
    try:
        end = time.monotonic() + 10
        while sum("link" in one for one in refusals) < 12 and time.monotonic() < end:
            found = [one for one in find_files([root]) if one.outcome == "file"]
            sources = [Source(one.path, one.inside) for one in found]
            refusals += add_files(library, sources, processes=0).refusals
    finally:
        stop.set()
        swapping.join()
    assert any("link" in one for one in refusals)
    assert library.count(Word("秘密")) == 0
    stored = {Path(one["path"]).name: one["text"] for one in library.database.table("documents")}
    assert set(stored) <= {"a.txt", "b.txt"}
    assert not any("秘密" in text for text in stored.values())
    library.close()


@pytest.mark.parametrize(
    "front",
    [
        *("a: !!timestamp x", "a: !!bool maybe", "a: !!int ''", "a: !!float ''", "a: [!!bool x]"),
        *("a: !!python/object/apply:os.system [id]", "a: !<tag:yaml.org,2002:python/none> x"),
        "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
        "a: " + "[" * 50_000,
        "a: " + "{a: " * 20_000,
        "date: 0x" + "f" * 30_000,
        "0x" + "f" * 30_000 + ": a",
        "date: " + "9" * 20_000,
        "a: " + "1:" * 15_000 + "1",
        "date: 2001-99-99",
        "date: 9999-12-31T23:59:59-23:59",
        "a: .inf\ndate: .nan",
        "? [a, b]\n: c",
        "<<: x",
    ],
    ids=lambda front: front[:24],
)
def test_front_matter_of_any_kind_costs_the_document_nothing(front: str):
    document = read(f"---\ntitle: 全市会议召开\n{front}\n---\n{BODY}")
    assert texts(document)[-1] == BODY


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + BODY + "</div>" * 100_000,
        "<table><tr><td>" * 30_000 + BODY,
        "<b>" * 100_000 + BODY,
        "<p>" * 200_000 + BODY,
        f"<p {'a ' * 200_000}>{BODY}</p>",
        f"<p title='{'x' * 1_000_000}'>{BODY}</p>",
        "&amp;" * 200_000 + f"<p>{BODY}</p>",
        "<!DOCTYPE x [" + "".join(
            f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30)
        ) + f"]><html><body><p>&e29;{BODY}</p></body></html>",
        f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><html><body><p>{BODY}</p></body></html>',
        "<!--" * 100_000 + f"<p>{BODY}</p>",
    ],
    ids=["nested", "tables", "bold", "open", "attributes", "attribute", "entities", "bomb",
         "external", "comments"],
)  # fmt: skip
def test_a_page_of_any_kind_is_read_or_refused(page: str):
    try:
        document = read(f"<html><body>{page}</body></html>" if page[1] != "!" else page)
        told = "".join(texts(document))
    except ReadingError as error:
        told = str(error)
    assert "root:" not in told
    assert len(told) < 2_000_000


@pytest.mark.parametrize(
    "data",
    [
        b'{"title":' + b"9" * 5_000 + b',"content":"' + BODY.encode() + b'"}',
        b'{"date":1e999,"content":"' + BODY.encode() + b'"}',
        b'{"a":' * 50_000,
        b"[" * 100_000,
        b'{"content":"' + BODY.encode() + b'\\ud800\\u001b\\u202e"}',
        b"INSERT INTO t VALUES (" + b"'" * 50_000,
        b"INSERT INTO t VALUES (" * 20_000,
        b"\xef\xbb\xbf" * 1_000 + BODY.encode(),
        b"\xff\xfe" + BODY.encode("utf-16-le") + b"\x00",
        BODY.encode() + b"\x00" * 3 + BODY.encode(),
        BODY.encode().replace(b"\n", b"\r") + b"\r\r\r" + BODY.encode(),
        BODY.encode() + BODY.encode("gb18030") * 3,
        BODY.encode("gb18030") + BODY.encode(),
    ],
    ids=range(13),
)
def test_any_other_text_is_read_or_refused(data: bytes):
    try:
        document = read_bytes(data, "x.txt")
        told = "".join(block.text for page in document.pages for block in page.blocks)
        assert told
    except ReadingError as error:
        told = str(error)
    assert not any(one in told for one in "\x00\x1b\u202e\r")
    told.encode()


def test_fifty_megabytes_in_one_line_are_refused_by_size_and_by_line():
    assert "raise --max-file-size" in refusal("会".encode() * 17_000_000)
    assert "raise --max-line" in refusal("会".encode() * 5_000_000)


def test_every_option_that_a_refusal_names_is_there(tmp_path: Path):
    there = Inside(tmp_path)
    help_text = there.run("add", "--help").stdout.decode()
    for option in ("--max-file-size", "--max-line", "--max-paragraphs", "--max-files"):
        assert option in help_text
    many = there.file("many.txt", (BODY + "\n") * 30)
    assert (
        "raise --max-paragraphs"
        in there.run("parse", many, "--max-paragraphs", "5").stderr.decode()
    )
    assert there.run("parse", many, "--max-paragraphs", "50").returncode == 0
