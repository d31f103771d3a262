"""Bytes to text: marks, declarations, and the evidence of the characters themselves."""

import pytest

from store.reading import read_bytes
from store.reading.encoding import decode

SIMPLIFIED = "8月4日，全省防汛会议在云汀召开。会议强调，各地要加强值守，做好工作。"
TRADITIONAL = "8月4日，全省防汛會議在雲汀召開。會議強調，各地要加強值守，做好工作。"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (TRADITIONAL, "utf-16-be", "utf-16-be"),
    ],
)
def test_each_encoding_is_found_without_being_told(text: str, codec: str, name: str) -> None:
    document = read_bytes(text.encode(codec), "x.txt")
    assert (document.text, document.encoding, document.remarks) == (text, name, ())


def test_big5_is_not_read_as_gb18030_although_that_raises_no_error() -> None:
    data = TRADITIONAL.encode("big5")
    assert data.decode("gb18030") != TRADITIONAL
    assert decode(data).text == TRADITIONAL


def test_a_page_that_lies_about_its_encoding_is_read_right_and_told() -> None:
    source = f'<html><head><meta charset="big5"></head><body><p>{SIMPLIFIED}</p></body></html>'
    decoded = decode(source.encode("gb18030"))
    assert decoded.text == source
    assert decoded.remarks == ("declares the encoding big5, is gb18030",)


def test_a_page_that_tells_the_truth_has_no_remark() -> None:
    source = f'<html><head><meta charset="gb2312"></head><body><p>{SIMPLIFIED}</p></body></html>'
    assert decode(source.encode("gb18030")).remarks == ()


@pytest.mark.parametrize("codec", ["zlib_codec", "unicode_escape", "utf-7", "rot13", "idna"])
def test_a_page_cannot_choose_a_codec_that_runs_something_else(codec: str) -> None:
    source = f'<html><head><meta charset="{codec}"></head><body><p>{SIMPLIFIED}</p></body></html>'
    decoded = decode(source.encode())
    assert (decoded.text, decoded.encoding) == (source, "utf-8")


def test_a_broken_byte_is_shown_and_told_and_the_rest_is_kept() -> None:
    data = (SIMPLIFIED * 3).encode() + b"\xff" + SIMPLIFIED.encode()
    decoded = decode(data)
    assert decoded.text == SIMPLIFIED * 3 + "\ufffd" + SIMPLIFIED
    assert decoded.remarks == ("1 undecodable place, shown as \ufffd",)


def test_a_text_cut_in_the_middle_of_a_character_keeps_its_encoding() -> None:
    assert decode(SIMPLIFIED.encode("gb18030")[:-1]).encoding == "gb18030"
    assert decode(SIMPLIFIED.encode()[:-1]).encoding == "utf-8"


def test_text_that_begins_late_is_judged_where_it_begins() -> None:
    source = "<html><body>" + "<br>" * 8_000 + f"<p>{SIMPLIFIED}</p>"
    assert decode(source.encode("gb18030")).encoding == "gb18030"
