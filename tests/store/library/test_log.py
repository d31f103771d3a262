"""The log itself: whole transactions, torn tails, flipped bits, other people's files."""

import json
import os
from pathlib import Path

import pytest

from store.library import lines
from store.library.interface import LibraryDamagedError, LibraryError
from store.library.lines import Operation
from store.library.log import Log, header_line


def put(number: int, text: str = "") -> Operation:
    return Operation("t", number, json.dumps({"n": number, "text": text}).encode())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.jsonl"


def filled(path: Path) -> Log:
    log = Log(path, write=True)
    log.append([[put(1), put(2)], [put(3)], [put(4), put(5), put(6)]])
    return log


def numbers(log: Log) -> list[int | None]:
    return [record.operation.id for record in log.records()]


def test_every_line_is_json_that_any_tool_reads(path: Path):
    filled(path).close()
    read = [json.loads(line) for line in path.read_text().splitlines()]
    assert read[1][1:] == [1, "t", 1, {"n": 1, "text": ""}]
    assert len(read) == 7


def test_what_is_appended_is_read_back_by_its_place(path: Path):
    log = filled(path)
    assert [log.read(one.offset, one.length).id for one in log.records()] == [1, 2, 3, 4, 5, 6]


def test_a_file_cut_anywhere_gives_whole_transactions_only(path: Path):
    whole = filled(path)
    ends = [record.end for record in whole.records() if record.more == 0]
    data = path.read_bytes()
    for length in range(whole.start, len(data)):
        path.write_bytes(data[:length])
        log = Log(path, write=True)
        expected = {0: [], 1: [1, 2], 2: [1, 2, 3], 3: [1, 2, 3, 4, 5, 6]}
        # without its last line end the last record is whole all the same
        done = sum(end - 1 <= length for end in ends)
        assert numbers(log) == expected[done]
        log.cut(log.end())
        log.append([[put(9)]])
        assert numbers(log) == [*expected[done], 9], length
        log.close()


def test_what_is_cut_is_kept(path: Path):
    filled(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:-10])
    log = Log(path, write=True)
    end = log.end()
    log.cut(end)
    (kept,) = (path.parent / "kept").iterdir()
    assert path.read_bytes() + kept.read_bytes() == data[:-10]


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_a_flipped_bit_costs_one_record(path: Path, place: int):
    log = filled(path)
    third = next(record for record in log.records() if record.operation.id == 3)
    data = bytearray(path.read_bytes())
    data[third.offset + place % third.length] ^= 4
    path.write_bytes(bytes(data))
    log = Log(path)
    damage: list[tuple[int, int]] = []
    found = [one.operation.id for one in log.records(damage=lambda *at: damage.append(at))]
    assert found in ([1, 2, 4, 5, 6], [1, 2, 3, 4, 5, 6])
    assert len(damage) == 1


@pytest.mark.parametrize("instead", [b"x", b"", b"\x00\x00", b"[}x]"])
def test_a_lost_line_end_loses_nothing(path: Path, instead: bytes):
    log = filled(path)
    data = path.read_bytes()
    for record in reversed(list(log.records())):
        data = data[: record.end - 1] + instead + data[record.end :]
    path.write_bytes(data)
    assert numbers(Log(path)) == [1, 2, 3, 4, 5, 6]
    again = Log(path, write=True)
    again.cut(again.end())
    again.append([[put(7)]])
    assert numbers(again) == [1, 2, 3, 4, 5, 6, 7]


def test_reading_a_damaged_line_names_file_and_place(path: Path):
    log = filled(path)
    record = next(log.records())
    data = bytearray(path.read_bytes())
    data[record.offset + 30] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(LibraryDamagedError, match=f"{path}.*byte {record.offset}"):
        log.read(record.offset, record.length)


def test_a_newer_format_is_refused_with_the_way_out(path: Path):
    path.write_bytes(lines.encode(Operation("policyreader-log", 99, b'{"generation":"x"}'), 0))
    with pytest.raises(LibraryError, match=r"newer policyreader.*update"):
        Log(path)


@pytest.mark.parametrize("content", [b"", b"\n", b"hello\n", b'{"a": 1}\n', b"\x00" * 100])
def test_a_foreign_file_is_no_log(path: Path, content: bytes):
    path.write_bytes(content)
    with pytest.raises(LibraryDamagedError, match="not a policyreader log"):
        Log(path)


def test_a_log_appended_to_itself_says_the_same(path: Path):
    filled(path).close()
    path.write_bytes(path.read_bytes() * 2)
    assert numbers(Log(path)) == [1, 2, 3, 4, 5, 6] * 2


def test_links_and_pipes_are_not_opened(tmp_path: Path, path: Path):
    filled(path).close()
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (("link", "is a link"), ("pipe", "not a regular file")):
        with pytest.raises(LibraryError, match=reason):
            Log(tmp_path / name)


def test_only_the_owner_may_read_a_new_log(path: Path):
    filled(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_header_is_a_line_of_its_own_generation():
    assert header_line() != header_line()
    assert header_line("a") == header_line("a")


def test_a_first_line_that_was_cut_anywhere_still_looks_like_ours():
    line = header_line()
    assert all(lines.begins_like_one(line[:end]) for end in range(len(line) + 1))
    assert not any(map(lines.begins_like_one, (b"{", b'["letter"]', b'["0000000x', b"\x00")))
