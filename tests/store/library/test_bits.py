"""Sets of articles as bits do what sets do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from store.library import bits
from store.library.bits import PLANE, Matches

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


@given(st.sets(st.integers(0, 5000)))
@settings(max_examples=150, deadline=None)
def test_a_stored_piece_comes_back(numbers: set[int]):
    field = bits.bits_of(numbers)
    assert bits.decode(bits.encode(field)) == field
    assert set(bits.members_of(field)) == numbers


def test_few_members_are_stored_as_a_list_and_many_as_bits():
    assert len(bits.encode(1 << 100_000)) < 10
    assert len(bits.encode((1 << 100_000) - 1)) < 13_000


def test_a_set_holds_what_it_was_given():
    matches = Matches.of([5, PLANE + 7])
    assert matches.holds(5, 0)
    assert matches.holds(7, 1)
    assert not matches.holds(7, 0)
    assert not matches.holds(5, 3)
