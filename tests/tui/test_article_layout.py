"""An article as rows: what stands where, and that the text itself is never altered."""

import ast
import inspect
import re

import pytest
from msgspec.structs import replace
from report_sample import PARAGRAPHS, report_sample, spans

from store.model import Event, Item, Paragraph, Person, Requirements, Span
from store.parsing import event_writer, year_claims, years
from tui.widgets.article_facts import LABELS
from tui.widgets.article_layout import ArticleLayout, Place, Run, runs_of
from tui.widgets.article_marks import Mark
from tui.widgets.article_outline import entries_of, item_in, numbered

_BASIS = re.compile(r"^(?:no|the|day|year|month|yesterday) (?:[a-z]+,? ?)+$")


def rows(article, width=60, **settings):
    layout = ArticleLayout(article, width, **settings)
    layout.reach(10_000)
    return [" " * row.indent + layout.text_of(row) for row in layout.rows]


def with_items(text, *items, **series):
    """An article of one paragraph whose numbered items are the given texts."""
    found = tuple(
        Item(
            number=at,
            marker=one[:2],
            lead="",
            text=one,
            span=Span(0, text.index(one), text.index(one) + len(one)),
        )
        for at, one in enumerate(items, 1)
    )
    made = Requirements(by="会议", verb="要求", announced=None, paragraph=0, items=found, **series)
    return replace(
        report_sample(),
        paragraphs=(Paragraph("text", text),),
        people=(),
        organisations=(),
        directives=(),
        terms=(),
        requirements=(made,),
    )


def body(article, width=60):
    """The rows below the rule that ends the facts."""
    drawn = rows(article, width)
    return drawn[drawn.index("─" * width) + 1 :]


@pytest.mark.parametrize("width", [2, 7, 20, 33, 34, 60, 200])
def test_every_character_of_every_paragraph_is_drawn_once(width):
    layout = ArticleLayout(report_sample(), width)
    layout.reach(10_000)
    seen = dict.fromkeys(range(len(PARAGRAPHS)), "")
    for row in layout.rows:
        block = layout.blocks[row.block]
        if block.paragraph is not None:
            assert block.offset + row.start == len(seen[block.paragraph])
            seen[block.paragraph] += block.text[row.start : row.end]
    assert list(seen.values()) == [paragraph.text for paragraph in PARAGRAPHS]


def test_the_facts_stand_between_the_headline_and_the_text():
    drawn = rows(report_sample())
    assert drawn[:3] == [paragraph.text for paragraph in PARAGRAPHS[:3]]
    assert drawn[3:14] == [
        "会议  澜江省森林防火工作领导小组会议",
        "日期  2024-03-18 上午 (年份据发布日期)",
        "地点  云汀市  省级",
        "来源  澜江日报  2024-03-19 (文首元数据)",
        "主持  柏若川（省长）",
        "讲话  桑明远（省委书记、领导小组组长）",
        "汇报  青浦岭市、柳溪市",
        "出席  桑明远、梁栖、闻人铎、喻知秋",
        "署名  记者 麦小满、解青禾",
        "注意  预告 3 项，实有 3 项",
        "─" * 60,
    ]


def test_a_series_is_named_where_the_event_does_not_name_it():
    event = Event(name="森林防火现场会", series="全省森林防火会议", date="2024-03-18")
    drawn = rows(replace(report_sample(), event=event))
    assert "系列  全省森林防火会议" in drawn


def test_what_is_known_beside_the_place_is_not_called_a_place():
    event = replace(report_sample().event, place=None, venues=(), mode=None)
    assert "级别  省级" in rows(replace(report_sample(), event=event))
    video = rows(replace(report_sample(), event=replace(event, mode="视频会议")))
    assert "形式  视频会议  省级" in video


def test_an_article_that_reports_no_event_says_what_it_is():
    assert "类型  资料框" in rows(replace(report_sample(), kind="notice", event=None))


def test_a_count_that_was_not_kept_is_told_from_one_that_was():
    remarks = ("announced 3 items, found 2", "announced 6 items, found 6", "two columns")
    layout = ArticleLayout(replace(report_sample(), remarks=remarks), 80)
    block = next(block for block in layout.blocks if block.text.startswith("注意"))
    assert block.text == "注意  预告 3 项，实有 2 项；预告 6 项，实有 6 项；two columns"
    alarming = [block.text[mark.start : mark.end] for mark in block.marks if mark.ink == "remark"]
    assert alarming == ["预告 3 项，实有 2 项", "two columns"]


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        ("day in the text, year in the text", ""),
        (
            "day in the text, year from “2024年是攻坚之年” in the text",
            " (年份据 “2024年是攻坚之年”)",
        ),
        ("the text says recently, not on which day", " (文中只说近日)"),
        ("a reason of its own", " (a reason of its own)"),
    ],
)
def test_the_reason_for_a_year_is_said_unless_the_text_states_it(basis, shown):
    event = Event(name="会议", date="2024-03-18", date_basis=basis)
    assert f"日期  2024-03-18{shown}" in rows(replace(report_sample(), event=event), 80)


def test_a_title_that_no_headline_line_says_stands_on_top():
    assert rows(replace(report_sample(), title="综合消息"))[0] == "综合消息"
    assert rows(replace(report_sample(), title=PARAGRAPHS[1].text))[0] == PARAGRAPHS[0].text


def test_an_unknown_year_and_an_unknown_day_come_with_their_reason():
    dated = Event(name="会议", date="--11-26", date_basis="no year in the document")
    drawn = rows(replace(report_sample(), event=dated))
    assert "日期  11-26  年份不详 (文中无年份)" in drawn
    undated = Event(name="会议", date_basis="only 近日 in the text")
    drawn = rows(replace(report_sample(), event=undated))
    assert "日期  日期不详 (only 近日 in the text)" in drawn


def test_a_meeting_of_several_days_shows_the_first_and_the_last():
    event = Event(
        name="会议",
        date="2024-03-18",
        date_end="2024-03-19",
        date_basis="day in the text, year in the text",
    )
    assert "日期  2024-03-18 至 2024-03-19" in rows(replace(report_sample(), event=event))


def test_a_doubtful_name_is_marked_as_doubtful():
    people = (
        Person(name="桑明远", roles=("presided",), certainty="possible"),
        Person(name="梁栖", roles=("presided",), certainty="strong"),
    )
    assert "主持  桑明远?、梁栖" in rows(replace(report_sample(), people=people))


def test_labels_of_another_language_and_of_another_width_keep_the_column():
    labels = {**LABELS, "presided": "chaired by", "spoke": "spoke"}
    drawn = rows(report_sample(), labels=labels)
    assert "chaired by  柏若川（省长）" in drawn
    assert "spoke       桑明远（省委书记、领导小组组长）" in drawn


def test_items_begin_lines_and_hang_under_their_number():
    drawn = body(report_sample(), 40)
    start = drawn.index("    会议提出三点要求。")
    assert drawn[start : start + 11] == [
        "    会议提出三点要求。",
        "    一要压实责任，把任务分解到乡镇、到村",
        "        组、到人头，做到“六到位”。",
        "    二要管住火源，严格执行野外用火审批制",
        "        度，重要时段由梁栖带队督查。",
        "    三要备足力量，完成GIS预警平台升级",
        "        （二期），确保24小时值守。",
        "    确保全省不发生重特大森林火灾。",
        "    图为会议现场。解青禾 摄",
        "    柏若川要求，",
        "    一是抓紧传达学习，",
    ]


def test_what_follows_the_last_item_and_is_only_a_stop_stays_with_it():
    assert body(with_items("一要防火”。", "一要防火")) == ["    一要防火”。"]
    assert body(with_items("一要防火；确保平安。", "一要防火")) == [
        "    一要防火；",
        "    确保平安。",
    ]


def test_words_between_two_items_stay_with_the_first():
    article = with_items("一要防火，此外二要防汛。", "一要防火", "二要防汛")
    assert body(article) == ["    一要防火，此外", "    二要防汛。"]


def test_a_series_inside_an_item_hangs_deeper_and_the_item_goes_on_below_it():
    text = "一要压实责任。一是到乡镇，二是到村组。层层落实。二要管住火源。"
    article = with_items(text, "一要压实责任。一是到乡镇，二是到村组。层层落实。", "二要管住火源。")
    inner = with_items(text, "一是到乡镇，", "二是到村组。", inside=(0, 1)).requirements
    article = replace(article, requirements=(*article.requirements, *inner))
    assert body(article) == [
        "    一要压实责任。",
        "        一是到乡镇，",
        "        二是到村组。",
        "        层层落实。",
        "    二要管住火源。",
    ]


def test_a_span_that_does_not_fit_the_text_loses_nothing():
    article = with_items("一要防火。", "一要防火。")
    item = replace(article.requirements[0].items[0], span=Span(0, 40, 90))
    lost = replace(article.requirements[0], items=(item,))
    person = Person(name="梁栖", mentions=(Span(0, 3, 99), Span(7, 0, 2)))
    assert body(replace(article, requirements=(lost,), people=(person,))) == ["    一要防火。"]


def test_terms_stand_below_the_text_with_their_expansions():
    term = replace(report_sample().terms[0], text="两个确保", expansion=("确保安全", "确保畅通"))
    article = replace(report_sample(), terms=(term, *report_sample().terms))
    assert rows(article)[-3:] == ["提法", "  两个确保  确保安全；确保畅通", "  文中未展开  六到位"]


def test_nothing_from_the_article_reaches_the_screen_unguarded():
    evil = "\x1b]0;x\x07\u202e"
    article = replace(
        report_sample(),
        title=evil,
        source=evil,
        remarks=(evil,),
        paragraphs=(Paragraph("text", evil),),
        people=(Person(name=evil, title=evil, roles=("presided",)),),
        event=Event(name=evil, place=evil, date=evil, date_basis=evil, series="s" + evil),
        terms=(replace(report_sample().terms[0], text=evil, expansion=(evil,)),),
    )
    drawn = "".join(rows(article))
    assert all(character not in drawn for character in ("\x1b", "\x07", "\u202e"))


def test_rows_are_laid_out_only_as_far_as_somebody_looks():
    article = replace(report_sample(), paragraphs=(*PARAGRAPHS, Paragraph("text", "防火" * 50_000)))
    layout = ArticleLayout(article, 60)
    layout.reach(40)
    assert len(layout.rows) == 40
    assert not layout.complete
    estimate = layout.height()
    layout.row_of(Place(len(layout.blocks), 0))
    assert layout.complete
    assert estimate == pytest.approx(layout.height(), rel=0.1)


def test_a_place_is_found_at_every_width():
    article = report_sample()
    span = spans("二要管住火源")[0]
    for width in (20, 34, 80):
        layout = ArticleLayout(article, width)
        place = layout.place_of(span.paragraph, span.start)
        row = layout.rows[layout.row_of(place)] if place else None
        assert row is not None
        assert layout.text_of(row).startswith("二要管住")
    assert layout.place_of(99, 0) is None


def test_overlapping_marks_become_runs_in_the_order_of_drawing():
    marks = [Mark(0, 6, "title"), Mark(2, 4, "voice"), Mark(3, 9, "hit")]
    assert runs_of(marks, 8) == [
        Run(0, 2, ("title",)),
        Run(2, 3, ("title", "voice")),
        Run(3, 4, ("title", "voice", "hit")),
        Run(4, 6, ("title", "hit")),
        Run(6, 8, ("hit",)),
    ]
    assert runs_of([], 3) == [Run(0, 3, ())]
    assert runs_of([], 0) == []


def test_the_outline_lists_series_items_and_directives_in_reading_order():
    entries = entries_of(report_sample())
    assert [(entry.kind, entry.number, entry.text) for entry in entries] == [
        ("directive", None, "会议指出"),
        ("series", 3, "会议提出"),
        ("item", 1, "一要压实责任"),
        ("item", 2, "二要管住火源"),
        ("item", 3, "三要备足力量"),
        ("series", 3, "柏若川要求"),
        ("item", 1, "一是抓紧传达学习"),
        ("item", 2, "二是抓细隐患整改"),
        ("item", 3, "三是抓实宣传引导"),
    ]


def test_a_number_means_the_series_that_goes_on_at_or_after_the_reader():
    article = report_sample()
    assert [item.marker for item in numbered(article, 2, (0, 0))] == ["二要", "二是"]
    assert [item.marker for item in numbered(article, 2, (6, 60))] == ["二要", "二是"]
    assert [item.marker for item in numbered(article, 2, (7, 0))] == ["二是", "二要"]
    assert numbered(article, 9, (0, 0)) == []


def test_the_item_of_a_span_is_the_innermost_that_holds_its_start():
    article = report_sample()
    found = item_in(article, spans("三要备足力量")[0])
    assert found is not None
    assert found[1].number == 3
    assert item_in(article, spans("会议提出三点要求")[0]) is None


def test_every_basis_of_a_date_that_the_parser_writes_has_its_chinese():
    said = set()
    for module in (years, year_claims, event_writer):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.update(_BASIS.findall(node.value.split("\n")[0]))
    said.discard("the date of the page")  # behind "year from" and "month from"
    parts = {part.strip() for one in said for part in ([one] if one in LABELS else one.split(","))}
    assert len(parts) > 12
    assert {one for one in parts if one not in LABELS and not one.endswith("from")} == set()
    assert {"year from the date of the page", "month from the date of the page"} <= LABELS.keys()
