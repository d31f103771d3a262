"""Bodies that reported, as bodies."""

from parsed import article


def test_bodies_that_reported() -> None:
    found = article("会上，云汀市、柳溪市和省水利厅主要负责同志汇报了防汛工作情况。")
    assert [(o.name, o.roles) for o in found.organisations] == [
        ("云汀市", ("reported",)),
        ("柳溪市", ("reported",)),
        ("省水利厅", ("reported",)),
    ]


def test_bodies_that_are_told_to_report_did_not() -> None:
    assert article("会议要求，要及时上报、定期汇报防汛工作情况。").organisations == ()
