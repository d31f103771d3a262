"""One article and rows of the timeline in every format, with the texts that break naive ones."""

import csv
import io
import json

import pytest

from store.export import Table, articles_as, meetings_as, table_as
from store.library.interface import MeetingRow, ReportRow
from store.model import (
    Article,
    DocumentRef,
    Event,
    Headline,
    Paragraph,
    Person,
    Published,
    Span,
    Term,
    article_from_plain,
)


def article(title="水库安全会议召开", text="会议在云汀市举行。", **more):
    return Article(
        id="a1",
        title=title,
        document=DocumentRef("a.txt", "0" * 64, "plain-text", "utf-8"),
        kind="meeting",
        headline=Headline(main=(title,), deck=("林一川主持",)),
        published=Published("2023-03-17", "date line"),
        event=Event(name="水库安全会议", date="--03-16", date_basis="no year in the text"),
        people=(
            Person(name="林一川", title="副省长", roles=("presided", "spoke")),
            Person(name="何一苇", roles=("attended",)),
        ),
        paragraphs=(
            Paragraph("main", title),
            Paragraph("deck", "林一川主持"),
            Paragraph("heading", "要点"),
            Paragraph("text", text),
            Paragraph("byline", "记者 白小舟"),
        ),
        **more,
    )


def written(form, *articles):
    return "".join(articles_as(articles, form))


def row(article_id="a1", **more):
    facts = {
        "title": "水库安全会议召开",
        "kind": "meeting",
        "date": "2023-03-16",
        "published": "2023-03-17",
        "daypart": None,
        "event": "水库安全会议",
        "series": None,
        "level": "province",
        "place": "云汀市",
        "source": "澜江日报",
        "presided": ("林一川",),
        "requirements": 3,
        "directives": 0,
    }
    return ReportRow(id=article_id, **{**facts, **more})


def meeting(*reports):
    return MeetingRow(key="k", date=reports[0].date, reports=reports)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_list_and_jsonl_one_value_a_line(count):
    articles = [article(title=f"第{n}次会议") for n in range(count)]
    assert [article_from_plain(each) for each in json.loads(written("json", *articles))] == articles
    lines = written("jsonl", *articles).splitlines()
    assert [article_from_plain(json.loads(line)) for line in lines] == articles


def test_json_escapes_what_a_terminal_would_obey_and_keeps_its_value():
    text = "a\x1b[31m\x9b\x7f\u202e\u200b\u2028\U000e0041乙"
    line = written("jsonl", article(text=text))
    assert len(line.splitlines()) == 1
    assert not set(line) & set(text) - set("a[31m乙")
    assert json.loads(line)["paragraphs"][3]["text"] == text


def test_text_gives_the_facts_then_the_paragraphs():
    term = Term(text="六有", normal="六有", count=6, expansion=None, span=Span(3, 0, 2))
    lines = written("text", article(terms=(term,), remarks=("odd\nthing",))).splitlines()
    assert lines[:3] == ["水库安全会议召开", "林一川主持", ""]
    assert "date         --03-16 (no year in the text)" in lines
    assert "person       副省长 林一川 (presided, spoke)" in lines
    assert "person       何一苇 (attended)" in lines
    assert "remark       odd thing" in lines
    assert lines[-1] == "六有: not expanded in the text"
    assert "会议在云汀市举行。" in lines
    assert lines.count("水库安全会议召开") == 1


def test_an_article_without_event_says_no_date():
    alone = written("text", Article(**{**vars_of(article()), "event": None}))
    assert not [line for line in alone.splitlines() if line.startswith("date ")]


def vars_of(one):
    return {name: getattr(one, name) for name in one.__struct_fields__}


def test_markdown_shows_the_text_as_it_stands():
    text = "1. *星* _下_ [链](x) <b> `码` # a|b \\ &amp;"
    lines = written("md", article(title="# 题", text=text)).splitlines()
    assert lines[0] == "# \\# 题"
    assert "## 林一川主持" in lines
    assert "### 要点" in lines
    escaped = r"1\. \*星\* \_下\_ \[链\](x) \<b\> \`码\` \# a\|b \\ \&amp;"
    assert escaped in lines


def test_a_paragraph_that_looks_like_a_list_is_none():
    lines = written("md", article(text="- 甲"), article(text="12) 乙")).splitlines()
    assert "\\- 甲" in lines
    assert "12\\) 乙" in lines
    assert "---" in lines, "a rule stands between two articles"


def test_csv_has_a_row_an_article_and_nothing_a_spreadsheet_computes():
    rows = list(
        csv.DictReader(io.StringIO(written("csv", article(title="=cmd()"), article(title="a=b"))))
    )
    assert [each["title"] for each in rows] == ["'=cmd()", "a=b"]
    assert rows[0]["date"] == "'--03-16"
    assert rows[0]["people"] == "林一川、何一苇"
    assert rows[0]["presided"] == "林一川"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n"])
def test_cells_that_would_be_formulas_are_quoted(start):
    written_rows = "".join(table_as(Table(("a", "b"), [(f"{start}1", -1)]), "csv"))
    cells = list(csv.reader(io.StringIO(written_rows, newline="")))[1]
    assert cells == [f"'{start}1", "-1"], "a number is a number"


def test_line_ends_in_a_cell_stay_inside_it():
    written_rows = "".join(table_as(Table(("a", "b"), [("甲\r乙\r\n丙", "丁")]), "csv"))
    assert list(csv.reader(io.StringIO(written_rows)))[1] == ["甲\n乙\n丙", "丁"]


def test_a_table_of_unknown_and_joint_cells():
    table = Table(("name", "n", "who"), [("甲\n乙", None, ("丙", "丁"))])
    assert "".join(table_as(table, "text")) == "甲 乙  丙、丁\n"
    assert "".join(table_as(table, "md")).splitlines()[2] == "| 甲 乙 |  | 丙、丁 |"
    assert json.loads("".join(table_as(table, "jsonl"))) == {
        "name": "甲\n乙",
        "n": None,
        "who": ["丙", "丁"],
    }


def test_meetings_of_two_papers_are_one_line_and_both_in_json():
    two = meeting(row(), row("a2", source="云汀日报", requirements=2))
    (line,) = "".join(meetings_as([two], "text")).splitlines()
    assert line == "2023-03-16    3   2  水库安全会议  云汀市  林一川 主持  a1"
    (cells,) = csv.DictReader(io.StringIO("".join(meetings_as([two], "csv"))))
    assert (cells["reports"], cells["sources"], cells["ids"]) == (
        "2",
        "澜江日报、云汀日报",
        "a1、a2",
    )
    (plain,) = json.loads("".join(meetings_as([two], "json")))
    assert [report["id"] for report in plain["reports"]] == ["a1", "a2"]
    assert plain["format"] == 1


def test_what_is_unknown_of_a_meeting_is_left_out():
    bare = meeting(row(date=None, event=None, place=None, presided=(), requirements=0))
    assert "".join(meetings_as([bare], "text")) == "undated       -   1  水库安全会议召开  a1\n"
