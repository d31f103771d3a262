"""Real reports beside the project, when they are there: nothing raises, nothing is lost."""

from pathlib import Path

import pytest

from store.model import Document
from store.reading import read_file

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no {CORPUS}: real reports not here")


def documents(pattern: str) -> dict[str, Document]:
    return {path.name[:3]: read_file(path) for path in sorted(CORPUS.glob(pattern))}


def test_the_five_pages_have_their_layouts_and_no_broken_paragraph() -> None:
    read = documents("*.txt")
    assert [document.layout for document in read.values()] == [
        "front-matter",
        "portal-page",
        "newspaper-page",
        "plain-text",
        "newspaper-page",
    ]
    for document in read.values():
        (page,) = document.pages
        for block in page.blocks:
            if block.kind == "text":
                assert block.text[-1] in "。；;：", block.text[-20:]


def test_every_file_of_the_wild_is_read_and_keeps_its_long_sentences() -> None:
    for path in sorted((CORPUS / "wild").iterdir()) + sorted((CORPUS / "excerpts").iterdir()):
        document = read_file(path)
        for page in document.pages:
            assert any(block.kind in ("text", "caption") for block in page.blocks), path.name
            for block in page.blocks:
                assert block.kind == "rule" or block.text == block.text.strip(), path.name
