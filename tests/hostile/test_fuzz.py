"""Any text through reading, parsing, the query language and typography: no error but its own.

A few seconds in the suite; ``HYPOTHESIS_PROFILE=long`` runs each for 20,000 examples
(docs/SECURITY.md).
"""

import os
import unicodedata
from contextlib import suppress
from dataclasses import asdict
from datetime import date

from attacks import ATTACKS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_samples import BODY

from store.gate import escaped, visible
from store.lexicon import load
from store.model import Article, Document, article_from_json, article_to_json
from store.parsing import parse
from store.query import QueryError
from store.query import parse as parse_query
from store.query.printer import to_text
from store.reading import ReadingError, read_bytes
from tui.typography import break_lines, cell_width

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TODAY = date(2023, 5, 4)


def examples(number: int) -> settings:
    """So many in the suite; the machine may be busy, so no deadline."""
    return settings(
        deadline=None,
        max_examples=20_000 if LONG else number,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


WRAPPINGS = st.sampled_from(
    [
        *("{}", "---\n{}\n---\n" + BODY, "---\ntitle: {}\n---\n" + BODY, "<p>{}</p>" + BODY),
        *("---\ndate: {}\n---\n" + BODY, "<html><head><meta name={} content={}></head>" + BODY),
        *("INSERT INTO t (title, date) VALUES ('{}', '" + BODY + "', '{}')", "# {}\n" + BODY),
        *(
            '{{"title": {}, "content": "' + BODY + '"}}',
            '[{{"date": "{}", "body": "' + BODY + '"}}]',
        ),
    ]
)
YAML = st.sampled_from(
    [
        *("!!timestamp", "!!bool", "!!int", "!!float", "!!python/object/apply:os.system", "!x"),
        *(
            "&a",
            "*a",
            "<<:",
            "? ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "|",
            ">",
            "%YAML 1.1",
            "0x",
            "~",
        ),
        *(
            "'",
            '"',
            "\\x",
            "\n",
            "  ",
            "1:2:3",
            "2001-99-99",
            ".inf",
            "1e999",
            "9" * 5000,
            "#",
            "@",
        ),
    ]
)
GENRE = st.sampled_from(
    [
        *("会议", "强调", "指出，", "要求", "一要", "二是", "三、", "（一）", "“", "”", "八支队伍"),
        *(
            "六有",
            "3月16日",
            "２０２３年",
            "2023年",
            "十三日",
            "昨日",
            "上午",
            "省委书记",
            "林一川",
        ),
        *(
            "何一苇、",
            "主持",
            "讲话",
            "出席",
            "在云汀市",
            "召开",
            "记者 白小舟",
            "本报讯",
            "摄",
            "责编：",
        ),
        *(
            "。",
            "，",
            "；",
            "\n",
            "\n\n",
            "　　",
            " ",
            "·",
            "一是二是三是",
            "零",
            "廿九日",
            "²",
            "٣",
            "〇",
        ),
        *(
            "第十一次",
            "1.",
            "1、",
            "①",
            "⑳",
            "㈠",
            "５",
            "一百二十三",
            "亿",
            "--",
            "99月99日",
            "0年",
        ),
    ]
)
ANYTHING = st.one_of(st.text(max_size=30), st.sampled_from(sorted(ATTACKS.values())), GENRE)
TEXTS = st.lists(st.one_of(GENRE, GENRE, GENRE, ANYTHING), max_size=30).map("".join)


def read(text: str) -> Document | None:
    """The document, or None for the only error that reading has."""
    try:
        return read_bytes(text.encode("utf-8", "surrogatepass"), "x")
    except ReadingError as refusal:
        told = str(refusal)
    assert told.isprintable()
    return None


@examples(150)
@given(WRAPPINGS, st.lists(st.one_of(YAML, YAML, ANYTHING), max_size=8).map("".join))
def test_reading_any_field(wrapping: str, text: str):
    document = read(wrapping.replace("{{", "\0").replace("{}", text).replace("\0", "{"))
    if document is not None:
        document.text.encode()
        texts = "".join(block.text for block in blocks(document))
        assert not any(unicodedata.category(one) in ("Cc", "Cs") for one in texts)


def blocks(document: Document):
    return [block for page in document.pages for block in page.blocks]


@examples(60)
@given(st.binary(max_size=300), st.sampled_from(["", "gb18030", "big5", "utf-16", "utf-7"]))
def test_reading_any_bytes_under_any_name_of_an_encoding(data: bytes, charset: str):
    head = f'<html><head><meta charset="{charset}"></head><body>'.encode()
    for given_bytes in (data, head + data, BODY.encode("gb18030") + data):
        with suppress(ReadingError):
            assert read_bytes(given_bytes, "x").pages


@examples(120)
@given(TEXTS)
def test_parsing_any_text(text: str):
    document = read(f"澜江省召开会议\n\n{BODY}\n{text}\n{BODY}")
    if document is None:
        return
    for article in parse(document, load()):
        assert article_from_json(article_to_json(article)) == article
        for text_of in spans(article):
            assert text_of


def spans(article: Article) -> list[str]:
    """The texts that every item, term and mention points at; each must be there."""
    pointed = [item.span for series in article.requirements for item in series.items]
    pointed += [term.span for term in article.terms]
    pointed += [span for person in article.people for span in person.mentions]
    return [article.text_of(span) for span in pointed]


QUERY_PIECES = st.one_of(
    st.sampled_from(
        [
            *("人物:", "person:", "-", "(", ")", '"', "or", "或", "not", "之后:", "on:", "..", ":"),
            *("2023-05", "last", "month", "类型:调研", "is:", "has:", "*", "=", "\\", " ", "会议"),
        ]
    ),
    ANYTHING,
)


@examples(200)
@given(st.lists(QUERY_PIECES, max_size=12).map("".join))
def test_any_query_means_something_or_says_where_it_does_not(text: str):
    try:
        meaning = parse_query(text, TODAY)
    except QueryError as error:
        place = error.position
    else:
        assert parse_query(to_text(meaning), TODAY) == meaning
        place = 0
    assert 0 <= place <= len(text)


@examples(200)
@given(ANYTHING.flatmap(lambda text: st.just(visible(text))), st.integers(1, 60))
def test_any_text_is_set_in_any_width(text: str, width: int):
    lines = list(break_lines(text, width))
    assert all(line.start <= line.end for line in lines)
    kept = "".join(text[line.start : line.end] for line in lines)
    assert kept.replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert cell_width(text[line.start : line.end].rstrip()) <= max(width, 2) + 2


@examples(200)
@given(st.text(max_size=60))
def test_json_means_the_same_behind_the_gate(text: str):
    import json

    shown = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(shown) == text
    assert visible(shown) == shown


def test_every_attack_is_read_and_parsed_or_refused():
    for name, attack in ATTACKS.items():
        document = read(f"{attack}召开会议\n\n{BODY}\n要求{attack}。\n")
        if document is None:
            # so many control characters in so short a file
            assert name in ("c0 all", "private message")
            continue
        assert [asdict(article)["title"] for article in parse(document, load())]
