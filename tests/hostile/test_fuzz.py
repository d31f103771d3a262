"""Anything through reading, parsing, queries, typography, gate, painter, log: no error but theirs.

A few seconds in the suite; ``HYPOTHESIS_PROFILE=long`` runs each for 20,000 examples
(docs/hostile.md).
"""

import os
import shutil
import tempfile
import unicodedata
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from attacks import ATTACKS, harm_in, harm_in_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict
from reading_samples import BODY
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.gate import escaped, visible
from store.lexicon import load
from store.library import lines
from store.library.interface import LibraryError
from store.library.lines import Operation
from store.library.log import Log, header_line
from store.library.marks import Mark, marks_in
from store.library.offsets import MemoryOffsets
from store.model import Article, Document, article_from_json, article_to_json
from store.parsing import parse
from store.query import QueryError
from store.query import parse as parse_query
from store.query.printer import to_text
from store.reading import ReadingError, read_bytes
from tui.painter import Painter, Run
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


@examples(200)
@given(st.lists(ANYTHING, max_size=4).map("".join))
def test_the_gate_lets_nothing_harmful_through(text: str):
    seen = visible(text)
    assert len(seen) == len(text)
    assert harm_in_text(seen) == []
    assert visible(seen) == seen


STYLES = st.sampled_from([Style(), Style(bold=True), Style(bgcolor="blue"), Style(reverse=True)])
DRAWN = st.lists(st.tuples(ANYTHING, STYLES), max_size=6)


@examples(150)
@given(st.lists(DRAWN, min_size=1, max_size=4), st.integers(1, 60), st.booleans())
def test_nothing_harmful_is_painted_also_past_the_gate(frames, width: int, erases: bool):
    for ambiguous in (1, 2):
        painter = Painter(erases=erases, ambiguous=ambiguous)
        for frame in frames:
            strip = Strip([Segment(text, style) for text, style in frame])
            runs = [Run(0, 0, (strip.crop(0, width),)), Run(1, width // 2, (strip,))]
            output = painter.paint(runs, (width, 2), ColorSystem.EIGHT_BIT)
            assert harm_in(output.encode(), drawn=True) == []


OPERATIONS = st.builds(
    Operation,
    table=st.sampled_from(["articles", "documents", '"]\n', ""]),
    id=st.one_of(st.none(), st.integers(1, 9)),
    body=st.sampled_from([b"null", b"false", b"{}", '{"甲":"\\n]"}'.encode(), b'["00000000",0,"']),
)
TRANSACTIONS = st.lists(st.lists(OPERATIONS, min_size=1, max_size=3), max_size=6)
WOUNDS = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 40), st.binary(max_size=20)), max_size=3
)


def test_a_log_with_any_wounds_says_nothing_that_was_not_written(tmp_path, monkeypatch):
    path = tmp_path / "log.jsonl"
    for slow in ("fsync", "fdatasync"):
        # what is asked here is not whether the disk keeps it
        monkeypatch.setattr(os, slow, lambda handle: None)

    @examples(150)
    @given(TRANSACTIONS, WOUNDS)
    def wounded(transactions, wounds):
        data = bytearray(header_line("a"))
        for operations in transactions:
            for place, operation in enumerate(operations, 1):
                data += lines.encode(operation, len(operations) - place)
        for at, length, put in wounds:
            data[at : at + length] = put
        path.write_bytes(bytes(data))
        try:
            log = Log(path, write=True)
        except LibraryError:
            return
        with closing(log):
            told = []
            written = [operation for one in transactions for operation in one]
            for record in log.records(damage=lambda *place: told.append(place)):
                assert record.operation in written
            if not wounds:
                assert told == []
            before = [record.operation for record in log.records()]
            log.cut(log.end())
            assert [record.operation for record in log.records()] == before
            MemoryOffsets().catch_up(log)
        shutil.rmtree(tmp_path / "kept", ignore_errors=True)

    wounded()


@examples(200)
@given(st.binary(max_size=80), st.integers(0, 200), st.binary(max_size=8))
def test_any_bytes_are_a_line_of_the_log_or_none(data: bytes, at: int, put: bytes):
    whole = lines.encode(Operation("articles", 7, b'{"a":"\\n"}'), 2)
    changed = whole[:at] + put + whole[at + len(put) :]
    for line in (data, data + whole, whole + data, changed):
        record = lines.decode(line, 3)
        assert record is None or lines.encode(record.operation, record.more).rstrip(b"\n") in line
        for one in lines.salvage(line, 3):
            assert lines.encode(one.operation, one.more).rstrip(b"\n") in line


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
MARK = st.dictionaries(st.sampled_from(["article", "marked", "read", "tags", "note"]), PLAIN)


@examples(150)
@given(
    st.one_of(
        st.binary(max_size=40),
        st.fixed_dictionaries(
            {"format": st.just(1), "marks": st.dictionaries(st.sampled_from("123x"), MARK)}
        ),
        PLAIN,
    )
)
def test_any_file_of_marks_is_read_or_refused(content):
    import json

    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        Path(file.name).write_bytes(data)
        with suppress(LibraryError):
            assert all(isinstance(one, Mark | None) for one in marks_in(Path(file.name)))


def test_every_attack_is_read_and_parsed_or_refused():
    for name, attack in ATTACKS.items():
        document = read(f"{attack}召开会议\n\n{BODY}\n要求{attack}。\n")
        if document is None:
            # so many control characters in so short a file
            assert name in ("c0 all", "private message")
            continue
        assert [asdict(article)["title"] for article in parse(document, load())]
