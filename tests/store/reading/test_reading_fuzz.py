"""Whatever the bytes are: a document or a ReadingError, and no character that was not there."""

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import BODY

from store.model import Document
from store.reading import ReadingError, read_bytes

PIECES = st.sampled_from(
    [
        *(
            "会议",
            "强调，",
            "。",
            "\n",
            "　　",
            "（",
            "）",
            "“",
            "记者 左岸",
            "摄",
            "来源:",
            "2021-01-06",
        ),
        *(
            "---\n",
            "title: 会",
            "# ",
            "**",
            "*",
            "[a](b)",
            "![",
            "<p>",
            "</p>",
            "<div class=nav>",
            "<!--",
        ),
        *(
            "&ldquo;",
            "&#27;",
            '{"content":"',
            '"}',
            "INSERT INTO t VALUES ('",
            "')",
            "\\",
            "|",
            "首页 > ",
        ),
        *(
            "領(lǐng)",
            ",,",
            "{{person:左}}",
            "\x00",
            "\x1b",
            "\u202e",
            "\ud800",
            "\ufeff",
            "\xa0",
            BODY,
        ),
    ]
)


def reading(data: bytes) -> Document | None:
    try:
        return read_bytes(data, "x")
    except ReadingError:
        return None


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_mix_of_markup_is_read_or_refused(text: str) -> None:
    document = reading(text.encode("utf-8", "surrogatepass"))
    if document is None:
        return
    document.text.encode()
    for page in document.pages:
        for block in page.blocks:
            assert (block.text == "") == (block.kind == "rule")
            assert block.text.replace("\u3000", "").isprintable()


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading(data)
    reading(BODY.encode() + data)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["会议强调", "，", "。", "\n", "\n\n", "要抓好", "记者", " "])))
def test_reading_only_leaves_out_and_never_adds(pieces: list[str]) -> None:
    source = BODY + "".join(pieces)
    document = reading(source.encode())
    assert document is not None
    shown = "".join(block.text for page in document.pages for block in page.blocks)
    rest = iter(source)
    assert all(char in rest for char in shown if not char.isspace())
