"""Files and folders: regular files only, sorted, never out of the folder that was asked for."""

import os
import socket
from pathlib import Path

import pytest
from reading_samples import BODY

from store.reading import Found, Limits, ReadingError, find_files, read_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    (root / "b").mkdir(parents=True)
    for name in ("c.txt", "a.txt", "b/d.txt"):
        (root / name).write_text(BODY)
    return root


def found(root: Path, limits: Limits | None = None) -> dict[str, Found]:
    entries = list(find_files([root], limits or Limits()))
    return {str(entry.path.relative_to(root)): entry for entry in entries}


def why(path: Path, inside: Path | None = None) -> str:
    with pytest.raises(ReadingError) as caught:
        read_file(path, inside=inside)
    return str(caught.value)


def test_files_come_sorted_with_the_folder_they_are_inside(folder: Path) -> None:
    entries = list(find_files([folder]))
    assert [str(e.path.relative_to(folder)) for e in entries] == ["a.txt", "c.txt", "b/d.txt"]
    assert all(read_file(e.path, inside=e.inside).pages for e in entries)


def test_hidden_files_and_pictures_are_skipped_and_that_is_no_failure(folder: Path) -> None:
    (folder / ".hidden.txt").write_text(BODY)
    (folder / "photo.JPG").write_bytes(b"x")
    entries = found(folder)
    assert (entries[".hidden.txt"].outcome, entries[".hidden.txt"].reason) == ("skipped", "hidden")
    assert entries["photo.JPG"].outcome == "skipped"


def test_links_are_never_followed_inside_a_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(BODY)
    (folder / "out").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    outcomes = {name: entry.outcome for name, entry in found(folder).items()}
    assert outcomes["out"] == outcomes["up"] == outcomes["self"] == "refused"
    assert outcomes["loop"] == "skipped"


def test_a_link_that_the_reader_names_is_followed(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "a.txt")
    (entry,) = find_files([link])
    assert read_file(entry.path, inside=entry.inside).pages


def test_a_file_that_becomes_a_link_after_it_was_found_is_not_read(
    folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "d.txt").write_text("外面的" + BODY)
    entries = found(folder)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(outside / "d.txt")
    (folder / "b" / "d.txt").unlink()
    (folder / "b").rmdir()
    (folder / "b").symlink_to(outside)
    for name in ("a.txt", "b/d.txt"):
        assert "link" in why(entries[name].path, entries[name].inside)


def test_pipes_devices_and_sockets_are_refused_without_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "s"))
        assert found(folder)["s"].reason == "not a regular file but a socket"
        assert why(folder / "s").endswith("not a regular file but a socket")
    assert found(folder)["pipe"].reason == "not a regular file but a named pipe"
    assert why(folder / "pipe").endswith("not a regular file but a named pipe")
    assert why(Path(os.devnull)).endswith("not a regular file but a device")


def test_what_is_not_there_or_no_file_is_one_line(folder: Path) -> None:
    assert why(folder / "none.txt").endswith("none.txt: no such file")
    assert why(folder).endswith("not a regular file but a folder")
    assert why(folder / "a.txt" / "b").endswith("its folder is not a folder, or is a link now")
    assert "zero character" in why(Path("a\0b"))
    assert [e.outcome for e in find_files([folder / "none", Path("a\0b")])] == ["refused"] * 2


def test_a_name_with_a_line_end_and_a_wrong_byte_is_shown_on_one_line(folder: Path) -> None:
    path = folder / os.fsdecode(b"z\n\xff.txt")
    path.write_text(BODY)
    document = read_file(path)
    assert document.path.endswith("z\\n\\udcff.txt")
    document.path.encode()


def test_a_sparse_giant_is_refused_by_its_size(folder: Path) -> None:
    with (folder / "giant.txt").open("wb") as file:
        file.truncate(8_000_000_000)
    assert why(folder / "giant.txt").endswith("larger than 20 MB: raise --max-file-size")


def test_numbers_of_files_and_depth_are_bounded(folder: Path) -> None:
    assert [e.outcome for e in find_files([folder], Limits(max_files=2))] == [
        "file",
        "file",
        "refused",
    ]
    assert found(folder, Limits(max_depth=0))["b"].outcome == "refused"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_says_who_can_help(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert why(folder / "a.txt").endswith("may not be read: ask its owner for read permission")
