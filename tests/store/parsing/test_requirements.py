"""Numbered series: what is one, what is in it, who asks. The examples are invented."""

import pytest

from store.model import Paragraph, Requirements
from store.parsing.requirements import find_requirements, remarks_on


def series(*texts: str) -> tuple[Requirements, ...]:
    return find_requirements(tuple(Paragraph("text", text) for text in texts))


def items(*texts: str) -> list[list[str]]:
    return [[item.text for item in one.items] for one in series(*texts)]


def only(*texts: str) -> Requirements:
    (one,) = series(*texts)
    return one


MARKERS = {
    "一要": "会议强调，一要修渠；二要挖塘；三要植树。",
    "一是": "会议强调，一是修渠；二是挖塘；三是植树。",
    "第一": "会议强调，第一，修渠；第二，挖塘；第三，植树。",
    "第一是": "会议强调，第一是修渠；第二是挖塘；第三是植树。",
    "首先": "会议强调，首先，修渠；其次，挖塘；最后，植树。",
    "其一": "会议强调，其一，修渠；其二，挖塘；其三，植树。",
    "一抓": "会议强调，一抓修渠；二抓挖塘；三抓植树。",
    "一、": "会议强调：一、修渠。二、挖塘。三、植树。",
    "（一）": "会议强调：（一）修渠。（二）挖塘。（三）植树。",
    "1、": "会议强调：1、修渠。2、挖塘。3、植树。",
    "1.": "会议强调：1.修渠。2.挖塘。3.植树。",
    "１．": "会议强调：１．修渠。２．挖塘。３．植树。",
    "(1)": "会议强调:(1)修渠;(2)挖塘;(3)植树。",
    "①": "会议强调：①修渠；②挖塘；③植树。",
    "⑴": "会议强调：⑴修渠；⑵挖塘；⑶植树。",
}


@pytest.mark.parametrize(("marker", "text"), MARKERS.items())
def test_every_family_of_markers_numbers_a_series(marker: str, text: str) -> None:
    one = only(text)
    assert [item.number for item in one.items] == [1, 2, 3]
    assert [item.text.rstrip("。") for item in one.items] == ["修渠", "挖塘", "植树"]
    assert one.items[0].marker == marker
    assert (one.by, one.verb) == ("会议", "强调")


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，一要修渠。",
        "会议强调，二要修渠，三要挖塘。",
        "党政“一把手”要亲自抓，班子成员要分工负责，二要不得。",
        "第一责任人要到岗，第二督查组要到县，第三方要评估。",
        "统一要求，唯一要做的是落实，二要不得。",
        "一旦发现险情，二话不说先转移。",
        "工作要一是一、二是二，不能含糊。",
        "坚持第九版方案、二十条措施，一线人员要防护，三要素要齐全。",
        "改造四、五类桥梁，建设1、2号码头，完成3.5公里。",
        "首先，县长致辞。随后，代表发言。最后，书记讲话。",
        "这一要求要落实，二要求实。",
        "会议强调，一是，二是，三是。",
    ],
)
def test_ordinals_that_number_nothing(text: str) -> None:
    assert series(text) == ()


def test_markers_of_one_group_mix_but_verbs_of_lists_do_not() -> None:
    assert items("他要求，一是修渠，二是挖塘，三要植树。") == [["修渠", "挖塘", "植树。"]]
    assert items("他要求，一要修渠。开展“三查”，一查水，二查电，三查气，及时整改。二要挖塘。") == [
        ["修渠。开展“三查”，一查水，二查电，三查气，及时整改。", "挖塘。"],
        ["水", "电", "气"],
    ]


def test_yao_belongs_to_the_marker_only_beside_items_that_are_marked_so() -> None:
    every = only("会议强调，一是要修渠；二是要挖塘；三是要植树。")
    assert [item.marker for item in every.items] == ["一是", "二是", "三是"]
    assert [item.text for item in every.items] == ["要修渠", "要挖塘", "要植树。"]
    mixed = only("会议强调，一是要修渠，二是挖塘，三是植树。")
    assert [item.marker for item in mixed.items] == ["一是", "二是", "三是"]
    assert mixed.items[0].text == "要修渠"
    wished = only("会议强调，一要修渠；二要挖塘；三是要植树。")
    assert wished.items[2].marker == "三是要"
    first = only("会议强调，首先要修渠，其次要挖塘。")
    assert [item.text for item in first.items] == ["要修渠", "要挖塘。"]


def test_a_series_may_open_in_mid_clause() -> None:
    assert items("会议要求，各级各部门一要修渠，二要挖塘。") == [["修渠", "挖塘。"]]
    assert series("会议要求，各级统一要修渠，二要挖塘。") == ()


def test_the_closing_clause_of_a_comma_series_belongs_to_no_item() -> None:
    text = "会议要求，一要修渠，二要挖塘，三要植树，确保各项工作见效。"
    assert items(text) == [["修渠", "挖塘", "植树"]]
    longer = "会议要求，一要修渠，通到田头，二要挖塘，蓄足水源，三要植树，绿化荒山，确保见效。"
    assert items(longer)[0][2] == "植树，绿化荒山"
    own = "会议要求，一要修渠，确保通水，二要挖塘，确保蓄水，三要植树，确保成活。"
    assert items(own)[0][2] == "植树，确保成活。"
    semicolons = "会议要求，一要修渠；二要挖塘；三要植树，确保成活。"
    assert items(semicolons)[0][2] == "植树，确保成活。"


def test_the_last_of_one_sentence_items_ends_with_its_sentence() -> None:
    assert items("他说，一是修渠，二是挖塘。大家热烈鼓掌。") == [["修渠", "挖塘。"]]
    several = "他说，一是修渠。要通到田头。二是挖塘。要蓄足水源。"
    assert items(several) == [["修渠。要通到田头。", "挖塘。要蓄足水源。"]]


@pytest.mark.parametrize(
    "ending",
    [
        "会议强调，要抓好落实。",
        "会上，各县作了汇报。",
        "周明川要求，要及时总结。",
        "县领导周明川、柳青参加会议。",
    ],
)
def test_the_last_item_ends_where_the_report_goes_on(ending: str) -> None:
    assert (
        items(f"会议要求，一要修渠。通到田头。二要挖塘。蓄足水源。{ending}")[0][1]
        == "挖塘。蓄足水源。"
    )


def test_items_go_on_over_a_broken_column_and_whole_paragraphs() -> None:
    broken = items(
        "会议提出要求。一要修渠。各地要", "通到田头。二要挖塘。", "会议强调，要抓好落实。"
    )
    assert broken == [["修渠。各地要通到田头。", "挖塘。"]]
    listed = items("会议要求：", "一要修渠。", "二要挖塘。", "三要植树。", "会议还研究了其他事项。")
    assert listed == [["修渠。", "挖塘。", "植树。"]]
    last = items("他要求，一要修渠。二要挖", "塘。蓄足水源。", "会上，各县作了汇报。")
    assert last == [["修渠。", "挖塘。蓄足水源。"]]


def test_a_speaker_between_two_paragraphs_ends_the_series() -> None:
    found = items("他要求，一要修渠。二要挖塘。", "会议强调，要抓好落实。", "三要植树。四要护林。")
    assert found == [["修渠。", "挖塘。"]]


def test_several_series_each_with_its_speaker() -> None:
    one, two = series(
        "会议强调，一要修渠，二要挖塘。",
        "副县长周明川就下一步工作提出三点意见。一是植树；二是护林；三是防火。",
    )
    assert (one.by, two.by, two.verb, two.announced) == ("会议", "周明川", "提出", 3)


def test_a_series_inside_an_item_knows_where_it_is_nested() -> None:
    outer, first, second = series(
        "会议强调，一要抓水利。一是修渠；二是挖塘。二要抓林业。一是植树；二是护林。"
    )
    assert [item.number for item in outer.items] == [1, 2]
    assert (outer.inside, first.inside, second.inside) == (None, (0, 1), (0, 2))
    assert [item.text for item in first.items] == ["修渠", "挖塘。"]
    assert first.by == "会议"


def test_series_one_after_the_other_are_not_nested() -> None:
    found = series("他说，去年成绩不小：一是渠通了，二是水足了。也有问题：一是路不平，二是灯不亮。")
    assert [one.inside for one in found] == [None, None]
    assert [item.text for item in found[0].items] == ["渠通了", "水足了。"]


@pytest.mark.parametrize(
    ("lead", "announced", "phrase"),
    [
        ("会议提出两点要求。", 2, "两点要求"),
        ("会议就贯彻落实提2点意见。", 2, "2点意见"),
        ("会议要求抓好两项工作：", 2, "两项工作"),
        ("会议指出要从两个方面做好防汛，", 2, "两个方面"),
        ("会议明确两件大事：", 2, "两件大事"),
        ("会议提出八点要求。", 8, "八点要求"),
        ("会议研究了两个维度：", 2, "两个维度"),
    ],
)
def test_the_announced_count_and_its_place(lead: str, announced: int, phrase: str) -> None:
    text = lead + "一是修渠；二是挖塘。"
    one = only(text)
    assert one.announced == announced
    assert one.announced_span is not None
    assert text[one.announced_span.start : one.announced_span.end] == phrase
    assert remarks_on([one]) == (f"announced {announced} items, found 2",)


@pytest.mark.parametrize(
    "lead",
    [
        "会议在三个县召开。他强调，",
        "会议听取了八项工作汇报。会议强调，",
        "会议强调，要落实第三条意见，",
        "会议学习了十九大精神，强调",
        "会议强调，全县九个乡镇要行动，",
    ],
)
def test_numbers_that_announce_nothing(lead: str) -> None:
    one = only(lead + "一要修渠；二要挖塘。")
    assert one.announced is None
    assert remarks_on([one]) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("会议指出，当前存在以下问题：一是进度慢；二是标准低。", "problem"),
        ("会议认为，也要看到，一是进度不平衡；二是管养不到位。", "problem"),
        ("会议形成了两点经验。一是依靠群众；二是依靠科技。", "achievement"),
        ("会议指出，过去一年，一是河道明显变清，二是水质稳步向好。", "achievement"),
        ("专家建议，一是修渠；二是挖塘。", "suggestion"),
        ("会议提出两点要求。一是修渠；二是挖塘。", "requirement"),
        ("会议指出，一要修渠；二要挖塘。", "requirement"),
        ("会议指出，一是加强领导；二是压实责任。", "requirement"),
        ("村里有两样宝，一是山，二是水。", "other"),
    ],
)
def test_what_a_series_lists(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("lead", "by", "verb"),
    [
        ("会议还强调，", "会议", "强调"),
        ("她要求，", "她", "要求"),
        ("县委书记周明川强调指出，", "周明川", "强调指出"),
        ("周明川在充分肯定成绩的同时，就下一步工作提出要求，", "周明川", "提出"),
        ("省委常委会会议指出，", "省委常委会会议", "指出"),
        ("分管领导强调：", "分管领导", "强调"),
        ("按照有关要求，", None, None),
        ("大力推进各项工作，", None, None),
    ],
)
def test_who_asks(lead: str, by: str | None, verb: str | None) -> None:
    one = only(lead + "一要修渠；二要挖塘。")
    assert (one.by, one.verb) == (by, verb)


def test_traditional_characters_are_read_and_left_as_printed() -> None:
    one = only("會議強調,一要加強領導;二要壓實責任。會議還聽取了匯報。")
    assert (one.by, one.verb) == ("會議", "强调")
    assert [item.text for item in one.items] == ["加強領導", "壓實責任。"]


def test_notices_and_rules_are_no_requirements() -> None:
    assert (
        series("版权声明", "1、凡本网注明来源的作品，未经授权不得转载。", "2、本网不负责任。") == ()
    )
    assert series("第八条 下列人员列席会议：", "（一）乡镇长；", "（二）站所长。") == ()
    assert series("常务会议有半数以上组成人员出席方为有效。", "① 传达文件；", "② 通报情况。") == ()
    assert len(series("会议决定如下：", "1、修渠由水利局负责。", "2、挖塘由乡镇负责。")) == 1


def test_headlines_captions_and_bylines_hold_no_series() -> None:
    text = "会议强调，一要修渠；二要挖塘。"
    paragraphs = [Paragraph("main", text), Paragraph("caption", text), Paragraph("byline", text)]
    assert find_requirements(paragraphs) == ()
    assert len(find_requirements([*paragraphs, Paragraph("text", text)])) == 1


def test_lead_and_span_are_what_the_text_says() -> None:
    text = "会议强调，一要修渠，通到田头。二要挖塘。"
    first, second = only(text).items
    assert (first.lead, second.lead) == ("修渠", "挖塘")
    assert (
        text[first.span.start : first.span.end]
        == first.marker + first.text
        == "一要修渠，通到田头。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "一要",
        "，一是，二是",
        "会议强调",
        "一查，二查，",
        "他强调，一要加强。二要",
        "要求",
        "第一，",
    ],
)
def test_a_long_text_of_one_piece_has_spans_that_hold(text: str) -> None:
    paragraphs = [Paragraph("text", text * (40_000 // len(text)))]
    for series in find_requirements(paragraphs):
        for item in series.items:
            assert paragraphs[0].text[item.span.start :].startswith(item.marker)
