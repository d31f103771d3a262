from store.query.expression import And, Between, Everything, Has, Is, Not, Or, Word
from tui.filtering import UNDATED, Filter

SANG = Has("person", "桑明远", exact=True)
LU = Has("person", "鹿清源", exact=True)
YUNTING = Has("place", "云汀市", exact=True)


def test_nothing_chosen_asks_for_everything():
    assert Filter().expression() == Everything()
    assert Filter().empty


def test_values_of_one_field_are_an_or_and_fields_are_an_and():
    chosen = Filter().toggled("person", "桑明远").toggled("person", "鹿清源")
    assert chosen.expression() == Or((SANG, LU))
    both = chosen.toggled("place", "云汀市")
    assert both.expression() == And((Or((SANG, LU)), YUNTING))


def test_toggling_again_lets_go_and_excluding_replaces_choosing():
    chosen = Filter().toggled("person", "桑明远")
    assert chosen.toggled("person", "桑明远") == Filter()
    excluded = chosen.toggled("person", "桑明远", excluded=True)
    assert excluded.expression() == Not(SANG)
    assert excluded.state("person", "桑明远") == "excluded"
    assert excluded.state("person", "鹿清源") is None


def test_a_role_is_that_of_the_chosen_person_and_of_anyone_without_one():
    role = Filter().toggled("role", "presided")
    assert role.expression() == Has("role", "presided", exact=True)
    bound = role.toggled("person", "桑明远").expression()
    assert Has("person", "桑明远", exact=True, role="presided") in bound.terms


def test_the_counts_of_a_field_leave_out_its_own_choice_but_not_its_exclusions():
    chosen = Filter().toggled("person", "桑明远").toggled("person", "鹿清源", excluded=True)
    assert chosen.expression(without="person") == Not(LU)
    assert chosen.expression(without="place") == And((SANG, Not(LU)))


def test_a_month_is_its_days_and_an_unknown_year_is_undated():
    assert Filter().toggled("month", "2024-02").expression() == Between("2024-02-01", "2024-02-29")
    assert Filter().toggled("month", UNDATED).expression() == Is("undated")


def test_typed_text_and_choices_hold_together():
    chosen = Filter("疫情", Word("疫情")).toggled("place", "云汀市")
    assert chosen.expression() == And((Word("疫情"), YUNTING))
    assert not chosen.empty
