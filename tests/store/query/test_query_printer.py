"""Printed queries parse back to the expression they were printed from."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.query import QueryError, parse, to_text
from store.query.expression import (
    And,
    Between,
    Everything,
    Has,
    HasAny,
    Is,
    Not,
    Word,
)
from store.query.names import VALUES

TODAY = date(2022, 3, 16)

TRICKY = '甲乙 　ab:：()（）"“”＂\\-－=＝or或.1\n'
texts = st.text(alphabet=TRICKY, min_size=1, max_size=8) | st.text(min_size=1, max_size=8)
plain_words = st.text(alphabet="甲乙丙ab-，、", min_size=1, max_size=6).filter(
    lambda text: text[0] != "-"
)
days = st.none() | st.dates().map(date.isoformat)


@st.composite
def spans(draw):
    first = draw(st.none() | st.dates())
    last = draw(st.none() | (st.dates(min_value=first) if first else st.dates()))
    return Between(first and first.isoformat(), last and last.isoformat())


def fixed(field):
    return st.sampled_from(sorted(VALUES[field]))


leaves = st.one_of(
    st.just(Everything()),
    plain_words.map(Word),
    texts.map(lambda text: Word(text, quoted=True)),
    st.builds(
        Has,
        st.sampled_from(["person", "title", "place", "org", "source", "series", "term", "tag"]),
        texts,
        st.booleans(),
    ),
    st.builds(Has, st.just("person"), texts, st.booleans(), fixed("role")),
    *(
        st.builds(Has, st.just(field), fixed(field), st.booleans())
        for field in ("role", "kind", "level")
    ),
    spans(),
    fixed("is").map(Is),
    fixed("has").map(HasAny),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
        inner.map(lambda each: ~each),
    ),
    max_leaves=8,
)


@given(expressions)
def test_round_trip(expression):
    assert parse(to_text(expression), TODAY) == expression


@given(st.text(alphabet=TRICKY + "personrole:on", max_size=20))
def test_any_text_either_parses_and_prints_stably_or_points_into_itself(text):
    try:
        expression = parse(text, TODAY)
    except QueryError as error:
        where = error.position
    else:
        where = 0
        printed = to_text(expression)
        assert to_text(parse(printed, TODAY)) == printed
    assert 0 <= where <= len(text)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (Everything(), ""),
        (Word("防汛") & ~Word("演练"), "防汛 -演练"),
        (Word("防汛") & (Word("甲") | Word("乙")), "防汛 (甲 or 乙)"),
        (Word("or"), '"or"'),
        (Has("person", "林一川"), "person:林一川"),
        (Has("person", "林一川", exact=True), "person:=林一川"),
        (Has("person", "林一川", role="presided"), "(person:林一川 role:presided)"),
        (
            Not(And((Has("person", "林一川"), Has("role", "presided")))),
            "-((person:林一川) role:presided)",
        ),
        (Between("2022-01-01", "2022-03-31"), "on:2022-01..2022-03"),
        (Between("2022-01-01", "2022-12-31"), "on:2022"),
        (Between("2022-01-01", "2022-03-15"), "on:2022-01-01..2022-03-15"),
        (Between("2022-01-05", "2022-01-05"), "on:2022-01-05"),
        (Between("2022-01-01", None), "after:2022"),
        (Between(None, "2021-12-31"), "before:2022"),
        (Between(None, "9999-12-31"), "on:..9999"),
        (Between(None, None), "on:.."),
    ],
)
def test_what_is_printed_is_what_one_would_type(expression, text):
    assert to_text(expression) == text


def test_the_day_before_is_printed_whole():
    last = date(2022, 1, 31) - timedelta(days=1)
    assert to_text(Between(None, last.isoformat())) == "before:2022-01-31"
