import ast
import re
import string
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from store.library.interface import FacetField
from store.model import ArticleKind, Level, Role
from store.query import QueryError, parse
from store.query.expression import Feature, State
from tui.describing import say_wrong
from tui.language import CATALOGUES, Language, language_of
from tui.widgets.labels import article_labels

TUI = Path(__file__).parents[2] / "tui"
SAME = {"中文 / English"}


def phrases():
    """Every phrase that the source says, marks for translation or counts."""
    for path in sorted(TUI.rglob("*.py")):
        if "commandline" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if (
                name in ("say", "say_undoes", "mark")
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                if node.args[0].value:
                    yield node.args[0].value
            elif name == "count" and len(node.args) == 3:
                yield node.args[0].value


def test_every_phrase_of_the_source_has_its_chinese():
    chinese = Language("zh")
    found = set(phrases())
    assert len(found) > 50
    assert [
        p
        for p in found
        if p not in SAME
        and chinese._catalogue.gettext(p) == p
        and chinese._catalogue.ngettext(p, p, 1) == p
    ] == []


def problems():
    """Every template of a query that cannot be read."""
    for path in sorted([*(TUI.parent / "store" / "query").glob("*.py"), TUI / "correcting.py"]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QueryError":
                yield node.args[0].value


@pytest.mark.parametrize("template", sorted(set(problems())))
def test_every_problem_of_a_query_has_its_chinese_with_the_same_values(template):
    chinese = Language("zh")._catalogue.gettext(template)
    assert chinese != template
    named = lambda text: {name for _, name, _, _ in string.Formatter().parse(text) if name}  # noqa: E731
    assert named(chinese) <= named(template)


def test_a_problem_of_a_query_is_said_in_chinese_with_chinese_names():
    with pytest.raises(QueryError) as caught:
        parse("role:danced", date(2022, 3, 1))
    said = say_wrong(caught.value, Language("zh"))
    assert "角色" in said
    assert "danced" in said
    assert "主持、讲话" in said
    assert "presided, spoke" in say_wrong(caught.value, Language("en"))


def test_a_value_with_braces_is_shown_and_not_parsed():
    with pytest.raises(QueryError) as caught:
        parse("on:{x}", date(2022, 3, 1))
    assert "{x}" in say_wrong(caught.value, Language("zh"))
    assert "{x}" in str(caught.value)


@pytest.mark.parametrize(
    ("context", "words"),
    [
        ("role", get_args(Role)),
        ("kind", get_args(ArticleKind)),
        ("level", get_args(Level)),
        ("level mark", get_args(Level)),
        ("field", (*get_args(FacetField), "title", "org", "tag")),
        ("state", get_args(State)),
        ("feature", get_args(Feature)),
    ],
)
def test_every_word_of_the_domain_has_its_chinese(context, words):
    chinese = Language("zh")
    assert [word for word in words if chinese.word(context, word) == word] == []


def test_a_word_nobody_knows_stays_as_it_is():
    assert Language("zh").word("role", "danced") == "danced"


def test_values_are_put_in_and_never_parsed():
    assert Language("en").say("not {what}", what="{first}%s") == "not {first}%s"


def test_numbers_choose_the_english_plural():
    english = Language("en")
    assert english.count("{n} meeting", "{n} meetings", 1) == "1 meeting"
    assert english.count("{n} meeting", "{n} meetings", 2) == "2 meetings"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment, code):
    assert language_of(environment) == code


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="xx"):
        Language("xx")


def test_the_labels_of_an_article_are_chinese_or_english_words():
    assert article_labels(Language("zh"))["presided"] == "主持"
    assert article_labels(Language("en"))["presided"] == "presided"


def test_the_compiled_catalogue_is_that_of_the_text():
    pofile = pytest.importorskip("babel.messages.pofile", reason="Babel compiles the catalogues")
    source = CATALOGUES / "zh_CN" / "LC_MESSAGES" / "policyreader.po"
    with source.open("rb") as file:
        catalogue = pofile.read_po(file)
    chinese = Language("zh")._catalogue
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            compiled = (
                chinese.pgettext(message.context, message.id)
                if message.context
                else chinese.gettext(message.id)
            )
            assert compiled == message.string


def test_no_phrase_of_the_source_names_a_key_that_can_be_changed():
    """What a sentence prints as a key comes from the table, whatever the reader made of it."""
    fixed = {"enter keep   esc leave as it was", "enter choose   esc back"}
    keys = re.compile(
        r"(?<![{\w])(ctrl\+\w|[a-zA-Z/?.] (undoes|searches|shows|writes|goes|quits|back))"
    )
    found = [phrase for phrase in phrases() if keys.search(phrase) and phrase not in fixed]
    assert found == []
