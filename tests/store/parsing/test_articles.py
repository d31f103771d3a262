"""A document to its articles: titles, identities, and what reports of one page share."""

import pytest
from msgspec.structs import replace
from parsed import article, document

from store.lexicon import load
from store.model import Article, Block, Dated
from store.parsing import parse

LEAD = "11月8日，省长许遥主持召开省防汛会议，研究部署防汛抗旱工作，强调要压实责任、抓好落实。"


def heading(text: str) -> Block:
    return Block("heading", text, 1)


def two(first: str, second: str) -> list[Article]:
    """The articles of a document of two pages."""
    page, other = document(first), document(second)
    return parse(replace(page, pages=(*page.pages, *other.pages)), load())


def test_a_report_without_a_headline_is_called_by_its_first_words() -> None:
    assert article(LEAD).title == LEAD[:30] + "…"
    assert article("会" * 29 + "。").title == "会" * 29 + "。"
    assert article(Block("caption", "图为会场"), LEAD).title == LEAD[:30] + "…"
    assert article(heading("许遥主持召开会议"), LEAD).title == "许遥主持召开会议"


def test_the_lines_of_a_main_headline_make_one_title() -> None:
    found = article(heading("压实责任抓好落实"), heading("确保江河安澜"), LEAD)
    assert found.title == "压实责任抓好落实 确保江河安澜"


@pytest.mark.parametrize("kind", ["rule", "jump"])
def test_what_is_no_text_makes_no_paragraph(kind: str) -> None:
    assert [p.kind for p in article(LEAD, Block(kind, "柳溪"), LEAD).paragraphs] == ["text"] * 2
    assert [p.kind for p in article(LEAD, Block("caption", "柳溪")).paragraphs][-1] == "caption"
    assert len(article(LEAD, " ", LEAD).paragraphs) == 2
    assert parse(document(" "), load()) == []
    assert parse(document(), load()) == []


def test_the_title_of_the_page_is_that_of_its_first_report() -> None:
    blocks = (heading("许遥主持召开省防汛会议"), LEAD, heading("程朗在柳溪调研防汛"), LEAD)
    found = parse(document(*blocks, title="澜江要闻一览"), load())
    assert [a.title for a in found] == ["澜江要闻一览 许遥主持召开省防汛会议", "程朗在柳溪调研防汛"]


def test_an_identity_is_of_text_source_and_day_alone() -> None:
    page = document(LEAD)
    moved = replace(page, path="elsewhere.txt", sha256="1" * 64)
    stated = replace(page, pages=(replace(page.pages[0], source="澜江日报"),))
    dated = replace(page, pages=(replace(page.pages[0], published=Dated("2031-11-09", "name")),))
    ids = [parse(doc, load())[0].id for doc in (page, moved, stated, dated, document(LEAD + "。"))]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4
    assert all(len(identity) == 16 and int(identity, 16) >= 0 for identity in ids)
    heads = article(heading(LEAD[:20]), LEAD), article(Block("caption", LEAD[:20]), LEAD)
    assert heads[0].id != heads[1].id


def test_half_a_character_does_not_stop_the_identity() -> None:
    assert len(article(LEAD + "\ud800").id) == 16


def test_a_source_that_the_page_states_outweighs_the_text() -> None:
    page = document(LEAD, "来源：柳溪晚报")
    stated = replace(page, pages=(replace(page.pages[0], source="澜江日报"),))
    assert [parse(doc, load())[0].source for doc in (page, stated)] == ["柳溪晚报", "澜江日报"]


@pytest.mark.parametrize(("name", "spreads"), [("顾望舒", True), ("许遥", False)])
def test_a_long_name_proved_in_one_report_is_known_in_its_neighbour(
    name: str, spreads: bool
) -> None:
    known = f"大坝边，{name}的意见让柳溪的水位稳定下来。"
    first, second = two(LEAD.replace("许遥", name), known)
    assert [person.name for person in first.people] == [name]
    assert [person.name for person in second.people] == ([name] if spreads else [])
    assert two(LEAD.replace("许遥", "程朗"), known)[1].people == ()


def test_only_the_head_of_the_page_is_given_to_its_further_reports() -> None:
    blocks = [heading("澜江日报 2031年11月9日 星期日"), heading("许遥主持召开省防汛会议"), LEAD]
    found = parse(
        document(*blocks, heading("程朗在柳溪调研防汛"), LEAD.replace("许遥", "程朗")), load()
    )
    furniture = [[p.text for p in a.paragraphs if p.kind == "meta"] for a in found]
    assert furniture == [["澜江日报 2031年11月9日 星期日"]] * 2


def test_what_the_page_furniture_says_names_nobody() -> None:
    furniture = "省长程朗出席会议"
    names = [p.name for p in article(LEAD, Block("meta", furniture)).people]
    assert "程朗" not in names
    assert "程朗" in [p.name for p in article(LEAD, furniture + "。").people]


def test_a_reporter_is_none_of_the_people() -> None:
    found = article(f"本报讯（记者程朗）{LEAD}")
    assert [press.name for press in found.byline.mentions] == ["程朗"]
    assert [person.name for person in found.people] == ["许遥"]


def test_the_remarks_of_the_document_come_first() -> None:
    page = replace(document(LEAD), remarks=("read as gb18030",))
    assert parse(page, load())[0].remarks[0] == "read as gb18030"
    assert article(LEAD).remarks == ()
