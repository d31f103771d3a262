"""Sets of articles as bits do what sets do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store.library import bits
from store.library.bits import CHUNK, PLANE, Matches, Piece
from store.library.counting import Counting

ADDRESSES = st.sets(
    st.builds(lambda m, plane: plane * PLANE + m, st.integers(0, 300), st.integers(0, 3))
)


def members(matches: Matches) -> set[int]:
    return {
        plane * PLANE + meeting
        for plane, field in enumerate(matches.planes)
        for meeting in bits.members_of(field)
    }


@given(ADDRESSES, ADDRESSES)
@settings(max_examples=150, deadline=None)
def test_the_algebra_of_sets(one: set[int], two: set[int]):
    a, b = Matches.of(sorted(one)), Matches.of(sorted(two))
    assert members(a) == one
    assert members(a & b) == one & two
    assert members(a | b) == one | two
    assert members(a - b) == one - two
    assert a.count() == len({address % PLANE for address in one})
    assert bool(a) == bool(one)


NUMBERS = st.sets(st.one_of(st.integers(0, 200), st.integers(0, 5000)))


@given(NUMBERS)
@settings(max_examples=150, deadline=None)
def test_a_stored_piece_comes_back(numbers: set[int]):
    field = bits.bits_of(numbers)
    assert bits.decode(bits.encode(numbers)) == field
    assert set(bits.members_of(field)) == numbers
    assert {at for at, flag in enumerate(bits.flags_of(field)) if flag} == numbers


@given(NUMBERS, NUMBERS, NUMBERS)
@settings(max_examples=300, deadline=None)
def test_a_stored_piece_is_updated(stored: set[int], put: set[int], gone: set[int]):
    gone -= put
    data = bits.updated(bits.encode(stored) if stored else bits.EMPTY, put, gone)
    assert set(bits.members_of(bits.decode(data or bits.EMPTY))) == (stored | put) - gone
    assert bool(data) == bool((stored | put) - gone)


FAR = st.sets(
    st.builds(
        lambda start, m, plane: plane * PLANE + start + m,
        st.sampled_from([0, CHUNK, 3 * CHUNK]),
        st.one_of(st.integers(0, 40), st.integers(CHUNK - 40, CHUNK - 1)),
        st.integers(0, 2),
    )
)


def pieces_of(value: set[int]) -> list[Piece]:
    """The set of a value as it is stored: a piece for each plane and run of meetings."""
    cut: dict[tuple[int, int], set[int]] = {}
    for address in value:
        plane, meeting = divmod(address, PLANE)
        chunk, number = divmod(meeting, CHUNK)
        cut.setdefault((plane, chunk * CHUNK), set()).add(number)
    return [Piece(plane, start, bits.encode(ones)) for (plane, start), ones in cut.items()]


@given(st.one_of(ADDRESSES, FAR), st.one_of(ADDRESSES, FAR))
@settings(max_examples=300, deadline=None)
def test_values_are_counted_as_sets_are(query: set[int], value: set[int]):
    pieces = pieces_of(value)
    expected = {one % PLANE for one in query & value}
    assert Counting(Matches.of(sorted(query))).count(pieces) == len(expected)


def test_few_members_are_stored_as_a_list_and_many_as_bits():
    assert len(bits.encode({60_000})) < 10
    assert len(bits.encode(range(60_000))) < 8_000
    thin, dense = range(0, 60_000, 300), range(0, 60_000, 200)
    assert bits.listed_in(bits.encode(thin)) is not None
    assert bits.listed_in(bits.encode(dense)) is None
    assert len(bits.encode(dense)) < 8 * 4 * len(dense)


def test_a_set_holds_what_it_was_given():
    matches = Matches.of([5, PLANE + 7])
    assert matches.holds(5, 0)
    assert matches.holds(7, 1)
    assert not matches.holds(7, 0)
    assert not matches.holds(5, 3)
