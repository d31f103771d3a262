"""Sets of articles do what sets do, and count meetings as well as articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from store.library.interface import LibraryDamagedError
from store.library.matches import PLANE, PLANES, Matches, address_of, piece_of
from store.library.membership import CHUNK

ADDRESSES = st.sets(
    st.builds(
        address_of,
        st.one_of(st.integers(0, 300), st.integers(CHUNK - 40, CHUNK + 40)),
        st.sampled_from([0, 0, 0, 1, 2, PLANES - 1]),
    )
)


def members(matches: Matches, among: set[int]) -> set[int]:
    return {one for one in among if one in matches}


def meetings(addresses: set[int]) -> set[int]:
    return {address % PLANE for address in addresses}


@given(ADDRESSES, ADDRESSES)
@settings(max_examples=150, deadline=None)
def test_the_algebra_of_sets(one: set[int], two: set[int]):
    a, b, both = Matches.of(one), Matches.of(two), one | two
    assert members(a, both) == one
    assert members(a & b, both) == one & two
    assert members(a | b, both) == both
    assert members(a - b, both) == one - two
    assert bool(a) == bool(one)
    # none of that changed what it was made of
    assert members(a, both) == one
    assert members(b, both) == two


@given(ADDRESSES)
@settings(max_examples=150, deadline=None)
def test_meetings_are_counted_once_however_many_reports_they_have(one: set[int]):
    matches = Matches.of(one)
    assert set(matches.meetings()) == meetings(one)
    assert matches.count() == len(meetings(one))
    assert set(matches.meetings_with_more()) == {at % PLANE for at in one if at >= PLANE}
    assert members(matches, one) == one


def stored_as(value: set[int]) -> list[BitMap]:
    """The set of a value as it is stored: a piece for each run of meetings."""
    pieces: dict[int, BitMap] = {}
    for address in value:
        pieces.setdefault(address % PLANE // CHUNK, BitMap()).add(address)
    return [piece_of(piece.serialize()) for piece in pieces.values()]


@given(ADDRESSES, ADDRESSES)
@settings(max_examples=300, deadline=None)
def test_values_are_counted_as_sets_are(query: set[int], value: set[int]):
    matches, stored = Matches.of(query), stored_as(value)
    assert matches.articles_among(stored) == len(query & value)
    assert matches.meetings_among(stored) == len(meetings(query & value))


def test_an_address_is_one_report_of_one_meeting():
    matches = Matches.of([address_of(5, 0), address_of(7, 1)])
    assert address_of(5, 0) in matches
    assert address_of(7, 1) in matches
    assert address_of(7, 0) not in matches
    assert address_of(5, 3) not in matches
    assert address_of(PLANE - 1, PLANES - 1) == 2**32 - 1


def test_a_set_takes_little_room_whether_thin_or_dense():
    assert len(BitMap(range(60_000)).serialize()) < 100
    assert len(BitMap(range(0, 60_000, 3)).serialize()) < 9_000
    assert len(BitMap(range(0, 60_000, 300)).serialize()) < 500


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"\0" * 40,
        BitMap([1, 2, 3]).serialize()[:-1],
        # a set whose members do not ascend
        BitMap([1, 70, 300]).serialize()[:-2] + b"\0\0",
    ],
)
def test_what_is_no_set_is_said_to_be_damaged(data: bytes):
    with pytest.raises(LibraryDamagedError, match="set of articles is damaged"):
        piece_of(data)
