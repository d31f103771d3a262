import pytest

from tui.layout import Arrangement, too_small


@pytest.mark.parametrize(
    ("width", "panes"),
    [
        (110, ("filters", "timeline", "article")),
        (109, ("timeline", "article")),
        (70, ("timeline", "article")),
        (69, ("timeline",)),
    ],
)
def test_as_many_panes_as_fit(width, panes):
    assert Arrangement().visible(width) == panes


def test_where_two_fit_the_timeline_keeps_the_company_it_had():
    filters = Arrangement().focused("filters")
    assert filters.visible(80) == ("filters", "timeline")
    assert filters.focused("timeline").visible(80) == ("filters", "timeline")
    assert filters.focused("article").visible(80) == ("timeline", "article")


def test_zoom_gives_the_pane_in_use_the_screen():
    assert Arrangement("article", zoomed=True).visible(200) == ("article",)


def test_filters_put_away_stay_away_until_they_are_gone_to():
    away = Arrangement().focused("filters").without_filters()
    assert away.visible(120) == ("timeline", "article")
    assert away.focused("article").visible(120) == ("timeline", "article")
    assert away.focused("filters").visible(120) == ("filters", "timeline", "article")


def test_a_pane_needs_forty_by_twelve():
    assert too_small(39, 24)
    assert too_small(80, 11)
    assert not too_small(40, 12)
