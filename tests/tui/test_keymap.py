"""The keymap file: what it may say, what is refused and how, and that the keys then work."""

import re
from pathlib import Path

import pytest
from fake_library import FakeLibrary
from screens import screen_text

from store.library.marks import Marks
from tui.app import ReaderApp
from tui.commands.keymap import (
    KeymapError,
    Preferences,
    keymap_path,
    parse_keymap,
    read_keymap,
    width_asked,
)
from tui.commands.table import COMMANDS
from tui.language import Language
from tui.screens.help import HelpScreen
from tui.screens.narrower import Grown

DOCS = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {}),
        ('article.copy = "c"\nany.compare = "C"', {"article.copy": ("c",), "any.compare": ("C",)}),
        ('"any.help" = ["?", "f1", "ctrl+g"]', {"any.help": ("?", "f1", "ctrl+g")}),
        (
            '[move]\ndown = "j pgdn"\npage_down = "space"',
            {"move.down": ("j", "pagedown"), "move.page_down": ("space",)},
        ),
        ('article.previous_name = ","', {"article.previous_name": ("comma",)}),
        ('filters.choose = "enter space"', {"filters.choose": ("enter", "space")}),
    ],
)
def test_keys_are_read(text, keys):
    assert parse_keymap(text, "k").keys == keys


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\narticle.cpy = "y"', "k:2: no command is called article.cpy; try article.copy"),
        ('article.copy = "entre"', "k:1: no key is called entre; try enter"),
        ('article.copy = "shift+y"', "k:1: no key is called shift+y"),
        (
            "article.copy = 3",
            'k:1: article.copy wants a key or a list of keys, such as ["y", "f5"]',
        ),
        ("article.copy = []", "k:1: article.copy wants a key"),
        ('[article]\n\ncopy = "o"', "k:3: o is a key of article.copy and of article.source"),
        ('article.copy = "m"', "k:1: m is a key of any.mark and of article.copy"),
        ('filters.fold = "j"', "k:1: j is a key of move.down and of filters.fold"),
        ('article.item = "a"', "k:1: article.item has the digits"),
        ('any.mark = "ctrl+q"', "k:1: ctrl+q leaves the reader"),
        ("\narticle.copy = y", "k:2: Invalid value; write lines such as article.copy"),
        ("[settings]\nambiguous_width = 3", "k:2: ambiguous_width is 1 or 2"),
        ("[settings]\nambiguous = 1", "k:2: no setting is called ambiguous; try ambiguous_width"),
        ("settings = 1", "k:1: settings is a table"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_place(text, said):
    with pytest.raises(KeymapError) as caught:
        parse_keymap(text, "k")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_keys_of_different_panes_may_be_the_same():
    assert parse_keymap('article.copy = "-"', "k").keys == {"article.copy": ("-",)}


def test_a_key_that_another_command_gave_up_is_free():
    keys = parse_keymap('article.copy = "o"\narticle.source = "y"', "k").keys
    assert keys == {"article.copy": ("o",), "article.source": ("y",)}


@pytest.mark.parametrize("width", [1, 2])
def test_the_width_of_ambiguous_characters_is_read(width):
    assert parse_keymap(f"[settings]\nambiguous_width = {width}", "k").ambiguous == width


def test_no_file_changes_nothing_and_an_unreadable_one_is_said(tmp_path):
    assert read_keymap(tmp_path / "none.toml") == Preferences()
    (tmp_path / "gbk.toml").write_bytes("# 键".encode("gbk"))
    with pytest.raises(KeymapError, match="UTF-8"):
        read_keymap(tmp_path / "gbk.toml")
    with pytest.raises(KeymapError, match="directory"):
        read_keymap(tmp_path)


def test_the_file_is_where_the_desktop_says():
    assert keymap_path({"XDG_CONFIG_HOME": "/c"}) == Path("/c/policyreader/keymap.toml")
    for nowhere in ({}, {"XDG_CONFIG_HOME": ""}, {"XDG_CONFIG_HOME": "relative"}):
        assert keymap_path(nowhere) == Path("~/.config/policyreader/keymap.toml").expanduser()


async def test_changed_keys_work_and_are_shown(tmp_path):
    text = 'any.help = "H"\nmove.down = "n"\narticle.next_hit = "j"\ncompare.next_change = "j"'
    preferences = parse_keymap(text, "k")
    app = ReaderApp(FakeLibrary(), Marks(tmp_path), language="en", preferences=preferences)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        assert " H Help" in screen_text(app)
        before = app.reader.timeline.cursor
        await pilot.press("n")
        assert app.reader.timeline.cursor == before + 1
        await pilot.press("j")
        assert app.reader.timeline.cursor == before + 1
        await pilot.press("question_mark")
        assert app.screen is app.reader
        await pilot.press("H")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert re.search(r"H +Every key +\(changed, was \? f1\)", screen_text(app))


def test_every_command_is_in_the_document_with_its_keys_and_help_and_no_other():
    rows = {}
    for name, keys, what in re.findall(r"^\| `(\S+)` \| (.+?) \| (.+) \|$", DOCS, re.MULTILINE):
        rows[name] = (re.findall(r"`(\S+?)`", keys), what)
    for command in COMMANDS:
        keys = ["1", "9"] if command.action == "item" else list(command.keys)
        assert rows.pop(command.id) == (keys, command.help)
    assert rows == {}


def test_the_example_in_the_document_can_be_used():
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    assert parse_keymap(example, "docs").ambiguous == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\narticle.cpy = "y"', "k:2: 没有叫 article.cpy 的命令；可试 article.copy"),
        ('article.copy = "m"', "k:1: m 同时是 any.mark 和 article.copy 的键；请给其一另选一键"),
        ("[settings]\nambiguous_width = 3", "k:2: ambiguous_width 只能是 1 或 2"),
        ('any.mark = "{name}"', "k:1: 没有叫 {name} 的键；全部见 docs/keys.md"),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_language(text, said):
    with pytest.raises(KeymapError) as caught:
        parse_keymap(text, "k")
    assert caught.value.said(Language("zh")) == said


def test_a_terminal_says_its_width_in_the_environment():
    assert width_asked({"POLICYREADER_AMBIGUOUS_WIDTH": "2"}) == 2
    assert width_asked({"POLICYREADER_AMBIGUOUS_WIDTH": ""}) is None
    assert width_asked({}) is None
    with pytest.raises(KeymapError, match="POLICYREADER_AMBIGUOUS_WIDTH is 1 or 2"):
        width_asked({"POLICYREADER_AMBIGUOUS_WIDTH": "wide"})


@pytest.mark.parametrize("page", ["person", "compare"])
def test_a_key_of_the_whole_reader_is_taken_on_the_pages_too(page):
    with pytest.raises(KeymapError, match=f"of any.theme and of {page}.close"):
        parse_keymap(f'any.theme = "ctrl+x"\n{page}.close = "ctrl+x"', "k")
    keys = parse_keymap(f'any.mark = "ctrl+x"\n{page}.close = "ctrl+x"', "k").keys
    assert keys["any.mark"] == keys[f"{page}.close"] == ("ctrl+x",)


KEYS = """
any.undo = "U"
any.query = "ctrl+f"
any.filters = "F"
any.help = "H"
any.reload = "R"
any.back = "Q"
article.report = "X"
article.source = "O"
article.next_name = ">"
any.wider = "W"
timeline.open = "L"
move.page_down = "space"
person.open = "L"
"""


async def test_sentences_name_the_keys_that_the_reader_chose(tmp_path):
    app = ReaderApp(
        FakeLibrary(), Marks(tmp_path), language="en", preferences=parse_keymap(KEYS, "k")
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        for line in (" L       open the", " ctrl+f  type a", " F       choose", " H       every"):
            assert line in screen_text(app)
        await pilot.press("m")
        assert "Marked; U undoes" in screen_text(app)
        app.screen.on_grown(Grown(99))
        assert "R shows it" in screen_text(app)
        await pilot.press("L", "enter")
        await pilot.pause()
        assert "No name here: > goes to the next" in screen_text(app)
        assert "reports (r)" not in screen_text(app)
        await pilot.press("n")
        assert "ctrl+f searches" in screen_text(app)
        await pilot.press("H")
        await pilot.pause()
        assert "j k space scroll   Q back" in screen_text(app)
        await pilot.press("H")
        await pilot.pause()
        assert app.screen is app.reader
