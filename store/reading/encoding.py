"""From bytes to text, by evidence: byte order mark, validity, declaration, frequency.

Big5 bytes are nearly always valid GB18030 too, and the other way round, so that the first
codec that raises no error proves nothing. What tells them apart is how much of the decoded
text are the commonest characters of written Chinese: 25 to 45 % when the codec is right, a
few per cent at most when it is wrong.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工"
    "也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小"
    "物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月"
    "公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求"
    "会议市省委书记县区强调落要求"
    "這為個國時來們對發動會經進過說產種後學實從業應開還當體關與門將務議長書記縣區強調無"
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A page may name any codec of Python, zlib and unicode_escape among them: only these count.
_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_NAMES = {"utf-8-sig": "utf-8", "utf_8": "utf-8", "big5hkscs": "big5", "cp950": "big5"}
_DECLARED = re.compile(
    rb"""<meta\b[^<>]{0,300}?charset\s*=\s*["']?\s*([\w-]{1,40})|pageEncoding=["']([\w-]{1,40})""",
    re.IGNORECASE,
)
_SAMPLE = 20_000
_SURE = 0.12
_FOREIGN = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the name of their encoding, and what was odd about them."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes; undecodable bytes become U+FFFD with a remark, never an error."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _with(data, codec, ())
    declared = _declared(data)
    if b"\x00" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8", _lied(declared, "utf-8"))
        except UnicodeDecodeError:
            pass
    codec = _by_evidence(data, declared)
    return _with(data, codec, _lied(declared, codec))


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    match = _DECLARED.search(head) if b"charset" in head or b"pageEncoding" in head else None
    if not match:
        return None
    return (match[1] or match[2]).decode("ascii").lower()


def _lied(declared: str | None, codec: str) -> tuple[str, ...]:
    if declared is None or _DECLARABLE.get(declared) == codec:
        return ()
    return (f"declares the encoding {declared}, is {_NAMES.get(codec, codec)}",)


def _with(data: bytes, codec: str, remarks: tuple[str, ...]) -> Decoded:
    text = data.decode(codec, errors="replace")
    broken = text.count("\ufffd")
    if broken:
        places = "place" if broken == 1 else "places"
        remarks = (*remarks, f"{broken} undecodable {places}, shown as \ufffd")
    name = "utf-8" if codec == "utf-8-sig" else _NAMES.get(codec, codec)
    return Decoded(text, name, remarks)


def _by_evidence(data: bytes, declared: str | None) -> str:
    """The codec under which the bytes read most like written Chinese."""
    if (wide := _by_zero_bytes(data)) is not None:
        return wide
    sample = _sample(data)
    codecs_to_try = ["utf-8", "gb18030", "big5hkscs"]
    if len(data) % 2 == 0 or b"\x00" in sample:
        codecs_to_try += ["utf-16-le", "utf-16-be"]
    scores = {codec: _likeness(sample, codec) for codec in codecs_to_try}
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] >= _SURE:
        return best
    named = _DECLARABLE.get(declared or "")
    if named is not None and named in scores:
        return named
    guess = from_bytes(sample, cp_isolation=["utf_8", "gb18030", "big5hkscs"]).best()
    return guess.encoding if guess is not None else "utf-8"


def _by_zero_bytes(data: bytes) -> str | None:
    """UTF-16 by the zero bytes of its ASCII characters, which all stand on one side."""
    sample = data[: _SAMPLE & ~1]
    zeros = sample.count(b"\x00")
    if zeros * 5 < len(sample):
        return None
    first = sample[::2].count(b"\x00")
    if first * 20 <= zeros:
        return "utf-16-le"
    return "utf-16-be" if first * 20 >= zeros * 19 else None


def _sample(data: bytes) -> bytes:
    """20,000 bytes from the first that is not ASCII on: before it all codecs agree."""
    match = _FOREIGN.search(data)
    start = match.start() & ~1 if match and b"\x00" in data else match.start() if match else 0
    return data[start : start + _SAMPLE]


def _likeness(sample: bytes, codec: str) -> float:
    """The share of common Chinese characters among all non-ASCII ones; broken bytes count ten."""
    text = sample.decode(codec, errors="replace")
    foreign = sum(1 for char in text if char > "\x7f" or char < "\t")
    if not foreign:
        return 0.0
    common = sum(1 for char in text if char in _COMMON)
    # The cut at the end of the sample may break one character of any codec.
    broken = max(0, text.count("\ufffd") - 1)
    return (common - 10 * broken) / foreign
