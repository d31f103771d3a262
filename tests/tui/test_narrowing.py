"""The counts beside the timeline, with people chosen and with more values than are shown."""

from across_sample import FIRST, SECOND, a_report, library_of

from tui.filtering import Filter
from tui.narrowing import count_values

LIBRARY = library_of(
    FIRST,
    SECOND,
    a_report(3, "2024-01-01", [("石望", "市长", "signed"), ("何一苇", None, "attended")]),
    a_report(4, "2024-02-01", [("石望", "市长", "observed"), ("何一苇", None, "attended")]),
)


def roles(chosen, limit):
    return [(one.value, one.count) for one in count_values(LIBRARY, chosen, "role", limit)]


def test_the_roles_of_a_chosen_person_are_found_however_rare_they_are_for_others():
    chosen = Filter().toggled("person", "石望")
    assert sorted(roles(chosen, 9)) == [("attended", 1), ("observed", 1), ("signed", 1)]
    assert len(roles(chosen, 2)) == 2
    # without a person the most frequent of all
    assert roles(Filter(), 1) == [("attended", 4)]
