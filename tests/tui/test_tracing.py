from parsed import article as parsed_article

from store.lexicon import load
from store.model import Block, Document, Page
from store.parsing import parse
from tui.tracing import line_marks, trace

LEAD = "3月8日，澜江省防汛视频调度会在云汀市召开，省委副书记桑明远主持会议。"
ASKS = "会议要求，一要压实各级防汛责任，二要落实“六有”要求。"


def article_of(*blocks):
    return parsed_article(Block("heading", "全省防汛视频调度会召开", level=1), *blocks)


def marked(article, source):
    return [(source[one.start : one.end], one.ink) for one in trace(article, source).stretches]


def test_what_was_extracted_is_marked_where_it_stands():
    article = article_of(LEAD, ASKS)
    source = f"首页 > 要闻\n\n全省防汛视频调度会召开\n\n　　{LEAD}\n　　{ASKS}\n桑明远 简历\n"
    found = marked(article, source)
    assert ("桑明远", "chair") in found
    assert ("一要", "marker") in found
    assert ("3月8日", "here") in found
    places = [one.start for one in trace(article, source).stretches if one.ink == "chair"]
    assert source.rindex("桑明远") not in places
    assert trace(article, source).begins == source.index("全省防汛")


def test_every_mark_shows_the_characters_of_its_span():
    article = article_of(LEAD, ASKS)
    source = f"<h1>全省防汛视频调度会召开</h1><p>{LEAD}</p><p>{ASKS}</p>"
    texts = {text for text, _ in marked(article, source)}
    assert {"桑明远", "云汀市", "一要", "二要"} <= texts


def test_markup_and_line_ends_inside_are_stepped_over_and_not_marked():
    article = article_of(LEAD, ASKS)
    broken = LEAD.replace("桑明远", "桑<b>明\n远</b>")
    found = marked(article, f"<p>{broken}</p>")
    assert [text for text, ink in found if ink == "chair"] == ["桑", "明", "远"]


def test_entities_are_read_as_what_they_mean():
    article = article_of(LEAD, ASKS)
    source = ASKS.replace("“", "&ldquo;").replace("”", "&amp;rdquo;")
    assert ("六有", "term") in [(text.strip("“”"), ink) for text, ink in marked(article, source)]


def test_escapes_of_json_are_read_as_what_they_mean():
    [article] = parse(
        Document(
            path="sample.json",
            sha256="0" * 64,
            layout="json",
            encoding="utf-8",
            text="",
            pages=(Page(blocks=(Block("text", LEAD), Block("text", ASKS))),),
        ),
        load(),
    )
    source = '{"body": "' + LEAD.encode("unicode_escape").decode() + "\\n" + ASKS + '"}'
    assert "\\u6851\\u660e\\u8fdc" in [text for text, ink in marked(article, source)]


def test_a_text_that_stands_twice_is_marked_nowhere():
    article = article_of(LEAD)
    assert trace(article, f"{LEAD}\n另一篇\n{LEAD}\n").found == 0


def test_a_text_that_is_not_there_is_marked_nowhere():
    traced = trace(article_of(LEAD, ASKS), "别的文字，桑明远也在其中。一要也在。")
    assert (traced.found, traced.stretches, traced.begins) == (0, [], None)


def test_a_short_line_is_found_between_its_neighbours_and_only_as_a_line():
    article = article_of(LEAD, Block("heading", "压实责任"), ASKS)
    assert trace(article, f"{LEAD}\n压实责任\n{ASKS}").found == 3
    assert trace(article, f"{LEAD}\n再说压实责任。\n{ASKS}").found == 2


def test_a_paragraph_that_was_joined_is_found_by_its_sentences():
    article = article_of(f"{LEAD}{ASKS}")
    source = f"{LEAD}（下转第三版）\n广告\n{ASKS}"
    assert ("桑明远", "chair") in marked(article, source)
    assert ("一要", "marker") in marked(article, source)


def test_a_source_too_large_to_search_is_left_unmarked(monkeypatch):
    monkeypatch.setattr("tui.tracing._MOST", 10)
    assert trace(article_of(LEAD), LEAD).found == 0


def test_marks_are_cut_at_line_ends():
    article = article_of(LEAD)
    source = LEAD.replace("桑明远", "桑明\n远")
    lines = list(line_marks(source, trace(article, source).stretches))
    cut = [[text[m.start : m.end] for m in marks if m.ink == "chair"] for text, marks in lines]
    assert [part for part in cut if part] == [["桑明"], ["远"]]
