"""What cannot be read is refused in one line; what is hostile costs neither time nor memory."""

import contextlib

import pytest
from reading_samples import BODY, page, read, texts

from store.reading import Limits, ReadingError, read_bytes


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a\nb.txt", limits or Limits())
    message = str(caught.value)
    assert message.startswith("a\\nb.txt: ")
    assert message.isprintable()
    return message.removeprefix("a\\nb.txt: ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b" \n\r\n", "empty file"),
        (b"\x89PNG\r\n\x1a\n....", "not a text: it starts like a PNG picture"),
        (b"%PDF-1.7 ...", "not a text: it starts like a PDF"),
        (b"PK\x03\x04....", "not a text: it starts like a ZIP archive or an office document"),
        (b"hello, this is a page in English only", "no report text found"),
        (b"<html><body><script>1</script></body></html>", "no report text found"),
        (b"\x01\x02\x03\x04" * 20, "not a text: 80 control characters"),
    ],
)
def test_what_is_no_report_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_bounds_name_the_option_that_raises_them() -> None:
    text = (BODY * 20).encode()
    assert refusal(text, Limits(max_file_bytes=100)).endswith("raise --max-file-size")
    assert refusal(text, Limits(max_line_chars=100)).endswith("raise --max-line")
    lines = (BODY + "\n").encode() * 20
    assert refusal(lines, Limits(max_paragraphs=10)).endswith("raise --max-paragraphs")
    assert read_bytes(text, "x", Limits()).pages


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x]\nb: *a",
        "a: " + "[" * 50_000,
        "a:\n  " + "- " * 20_000 + "x",
        "a: !!python/object/apply:os.system [id]",
        "title: 会议: 召开\nb: [",
    ],
)
def test_dangerous_or_broken_front_matter_still_gives_the_document(front: str) -> None:
    document = read(f"---\ntitle: 全市会议召开\n{front}\n---\n{BODY}")
    assert texts(document)[-1] == BODY
    assert any("front matter" in remark for remark in document.remarks)
    assert page(document).title == "全市会议召开"


def test_nested_tags_lose_no_text_and_are_told() -> None:
    document = read("<div>" * 20_000 + BODY * 2 + "</div>" * 20_000)
    assert texts(document) == [BODY * 2]
    assert any("nested too deep" in remark for remark in document.remarks)


def test_an_external_entity_is_not_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret"
    secret.write_text("机密机密机密")
    document = read(
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]><html><body><p>&a;{BODY}</p></body></html>'
    )
    assert "机密" not in "".join(texts(document))


def test_escapes_in_markup_and_json_bring_no_control_characters() -> None:
    for source in (
        f"<p>{BODY}&#27;[31m&#155;&#8238;</p>",
        '{"title":"\\ud800会议","content":"' + BODY + '\\u001b[31m\\udfff\\u202e"}',
    ):
        document = read(source)
        shown = "".join(texts(document)) + (page(document).title or "")
        assert shown.isprintable()
        shown.encode()


def test_deep_json_is_refused_and_says_so() -> None:
    data = ('{"a":' * 100_000).encode()
    assert refusal(data) == "no report text found (JSON nested too deep)"


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "</", "<a ", "<div>", "<%", "<script>", "&#27;", "[", "![", "](", "**a", "{{a:"),
        *(
            '{"a":',
            '[{"',
            "('",
            "领(lǐng)",
            ",,",
            " | ",
            "（",
            "会，\n",
            "会\n",
            "2021-01-01 ",
            "\n",
        ),
        *(
            "来源:a\n",
            "版权声明\n",
            "记者 ",
            "会摄\n",
            "上一篇:",
            "- ",
            "\r",
            "\u3000",
            "\x1b",
            "会",
        ),
    ],
)
def test_a_flood_of_one_piece_is_answered(piece: str) -> None:
    flood = piece * (60_000 // len(piece)) + BODY
    for before in ("", "# t\n", "---\ntitle: x\n---\n", '{"content":"', "<html><body>"):
        with contextlib.suppress(ReadingError):
            assert read(before + flood).pages
