"""Which markers make one series, and which open, end or leave one. The examples are invented."""

import pytest

from store.model import Paragraph, Requirements
from store.parsing.requirements import find_requirements


def series(*texts: str) -> tuple[Requirements, ...]:
    return find_requirements(tuple(Paragraph("text", text) for text in texts))


def items(*texts: str) -> list[list[str]]:
    return [[item.text.rstrip("。") for item in one.items] for one in series(*texts)]


def test_a_series_goes_on_with_the_next_number_only() -> None:
    assert items("会议强调，一要修渠；二要挖塘。") == [["修渠", "挖塘"]]
    assert items("会议强调，一要修渠；三要挖塘。") == []
    assert items("会议强调，一要修渠；二要挖塘；四要植树。") == [["修渠", "挖塘；四要植树"]]


@pytest.mark.parametrize("verb", "靠抓查盯促保防强")
def test_a_list_of_one_verb_takes_no_other_marker(verb: str) -> None:
    assert len(series(f"会议强调，一{verb}修渠；二{verb}挖塘。")) == 1
    assert series(f"会议强调，一{verb}修渠；第二，挖塘。") == ()
    assert series(f"会议强调，一{verb}修渠；二是挖塘。") == ()


def test_spoken_ordinals_mix_and_bare_ones_do_not() -> None:
    assert items("会议强调，一是修渠；第二，挖塘。") == [["修渠", "挖塘"]]
    assert items("会议强调，第一，修渠；二是挖塘。") == [["修渠", "挖塘"]]
    assert items("会议强调，首先修渠；第二，挖塘。") == [["修渠", "挖塘"]]
    assert series("会议强调。一，加强修渠。第二，加强挖塘。") == ()
    assert series("会议强调：一、加强修渠。2.加强挖塘。") == ()
    assert series("会议强调：一、加强修渠。第二，加强挖塘。") == ()


def test_brackets_mix_their_commas_and_figures_do_not() -> None:
    assert items("会议强调：（一）修渠。（二）、挖塘。") == [["修渠", "挖塘"]]
    assert items("会议强调：1.修渠。2.挖塘。") == [["修渠", "挖塘"]]
    assert series("会议强调：1.加强修渠。2、加强挖塘。") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议强调，首先，修渠；再次，挖塘。", [["修渠", "挖塘"]]),
        ("会议强调，首先，修渠；其次，挖塘；最后，植树。", [["修渠", "挖塘", "植树"]]),
        ("会议强调，首先，修渠；最后，挖塘。", []),
        ("会议强调，一是修渠；二是挖塘。最后，大家鼓掌。", [["修渠", "挖塘"]]),
        ("会议强调，一是修渠；再次，挖塘。", []),
    ],
)
def test_words_without_a_number_continue_an_order(text: str, found: list[list[str]]) -> None:
    assert items(text) == found


def test_a_series_opened_in_mid_clause_leaves_the_outer_one_open() -> None:
    weak = "会议强调，一要修渠，二要抓水，各级一要快，二要实，三要准。三要植树。"
    assert [len(found) for found in items(weak)] == [3, 3]
    assert items(
        "他说，一是渠通，二是水足，三是塘满。也有问题：一是路窄，二是灯暗，四是人少。"
    ) == [
        ["渠通", "水足", "塘满"],
        ["路窄", "灯暗"],
    ]


def test_a_marker_of_one_more_style_replaces_a_series_that_somebody_broke_off() -> None:
    broken = "会议强调，一要修渠，二要挖塘。周明川要求，第一，植树；第二，护林；三要防火。"
    assert items(broken) == [["修渠", "挖塘"], ["植树", "护林", "防火"]]
    whole = "会议强调，一要修渠，二要挖塘，要求：第一，植树；第二，护林；三要防火。"
    assert len(items(whole)[0]) == 3


def test_a_list_of_paragraphs_outlasts_a_speaker_inside_its_items() -> None:
    listed = ("会议要求：", "一、抓水利。", "周明川强调，第一，修渠；第二，挖塘。", "二、抓林业。")
    assert [[item.number for item in one.items] for one in series(*listed)] == [[1, 2], [1, 2]]
    same = ("会议要求：", "一、抓水利。周明川强调，第一，修渠；第二，挖塘。", "二、抓林业。")
    assert items(*same) == [["修渠", "挖塘"]]


def test_a_speaker_ends_a_series_for_later_paragraphs_not_for_its_own() -> None:
    same = "会议强调，一要修渠，二要挖塘。周明川要求，要快。三要植树。"
    assert len(items(same)[0]) == 3
    later = ("会议强调，一要修渠，二要挖塘。周明川要求，要快。", "三要植树。")
    assert items(*later) == [["修渠", "挖塘"]]
    inside = ("会议要求：", "一、加强修渠。", "周明川强调，要快。二、加强挖塘。")
    assert series(*inside) == ()
    leading = ("会议要求：", "一、加强修渠。", "周明川强调，要快。", "二、加强挖塘。")
    assert len(series(*leading)) == 1
    spoken = ("会议要求，一要修渠。", "周明川强调，要快。", "二要挖塘。")
    assert series(*spoken) == ()


def test_a_heading_ends_a_spoken_series() -> None:
    text = "会议强调，一要修渠，二要挖塘。"
    for kind, count in (("heading", 2), ("text", 3)):
        paragraphs = [
            Paragraph("text", text),
            Paragraph(kind, "压实责任"),
            Paragraph("text", "三要植树。"),
        ]
        assert len(find_requirements(paragraphs)[0].items) == count


def test_six_series_may_be_open_at_once() -> None:
    """The seventh takes the place of the sixth, which no report can tell from a mistake."""
    six = "会议强调，一要甲：一是乙：第一，丙：（一）丁：一、戊：1.己。2.庚。"
    assert items(six) == [["己", "庚"]]
    seven = "会议强调，一要甲：一是乙：第一，丙：（一）丁：一、戊：1.己：①庚。②辛。2.壬。"
    assert items(seven) == [["庚", "辛。2.壬"]]


@pytest.mark.parametrize(
    "word",
    ["版权", "转载", "本网", "本站", "免责", "侵权", "著作权", "凡注明", "来源：", "投稿"],
)
def test_half_of_the_items_about_copying_make_a_notice(word: str) -> None:
    notice = f"1、加强{word}管理。"
    assert series("会议作出以下决定：", notice, "2、加强修渠。") == ()
    assert len(series("会议作出以下决定：", notice, "2、加强修渠。", "3、加强挖塘。")) == 1
    assert len(series("会议作出以下决定：", "1、加强水利管理。", "2、加强修渠。")) == 1


def test_a_list_is_a_speech_by_its_imperatives_or_by_its_lead() -> None:
    assert len(series("1、加强修渠。2、严格挖塘。")) == 1
    assert series("1、水渠一条。2、池塘一口。") == ()
    assert series("1、加强修渠。2、池塘一口。") == ()
    assert len(series("会议认为措施有：1、水渠一条。2、池塘一口。")) == 1
    assert series("村里有：1、水渠一条。2、池塘一口。") == ()
    assert len(series("常务会议：", "1、会议传达文件。", "2、情况通报。")) == 1
    assert series("常务内容：", "1、文件一份。", "2、情况通报。") == ()


@pytest.mark.parametrize(
    "word",
    [
        "要求", "强调", "提出", "指出", "部署", "安排", "意见", "建议", "希望", "措施", "做好", "抓好",
        "打算", "汇报", "交流", "议题", "议程", "如下", "以下", "决定",
    ],
)  # fmt: skip
def test_the_words_that_lead_a_list_in(word: str) -> None:
    assert len(series(f"{word}：", "1、水渠一条。", "2、池塘一口。")) == 1
    assert len(series(f"{word}：1、水渠一条。2、池塘一口。")) == 1
    assert series(f"{word}已毕。村里有：1、水渠一条。2、池塘一口。") == ()


@pytest.mark.parametrize("unit", "条章")
def test_a_list_of_a_rule_is_none(unit: str) -> None:
    assert series(f"第八{unit} 会议决定：", "（一）水渠；", "（二）池塘。") == ()
    assert len(series("会议决定：", "（一）水渠；", "（二）池塘。")) == 1


def test_the_lead_of_a_list_is_running_text() -> None:
    listed = [Paragraph("text", "1、水渠一条。"), Paragraph("text", "2、池塘一口。")]
    assert find_requirements([Paragraph("main", "会议决定"), *listed]) == ()
    assert len(find_requirements([Paragraph("heading", "会议决定"), *listed])) == 1


def test_a_list_at_the_very_beginning_has_nobody_who_asks() -> None:
    (one,) = series("一、加强修渠。", "二、严格挖塘。")
    assert (one.by, one.announced, one.paragraph) == (None, None, 0)


def test_a_series_inside_an_item_inherits_who_speaks_and_what_is_listed() -> None:
    outer, inner = series("会议要求：", "一、抓水利。一是水渠；二是池塘。", "二、抓林业。")
    assert (inner.by, inner.verb, inner.kind, inner.inside) == ("会议", "要求", outer.kind, (0, 1))
    _, own = series(
        "会议要求：", "一、抓水利。", "周明川指出，存在问题：一是渠堵；二是塘浅。", "二、抓林业。"
    )
    assert (own.by, own.kind) == ("周明川", "problem")


def test_a_series_behind_the_last_item_is_not_inside_it() -> None:
    behind = series("会议强调，一要修渠，二要挖塘。大家表示：第一，要快，第二，要实。")
    assert [one.inside for one in behind] == [None, None]
    alone = series("会议强调，一要修渠。一是通到田头；二是绕开村庄。")
    assert [one.inside for one in alone] == [None]


def test_the_announcement_of_one_series_is_not_that_of_the_next() -> None:
    one, two = series("会议提出两点要求，一要修渠，二要挖塘，第一，要快，第二，要实。")
    assert (one.announced, two.announced) == (2, None)
