"""The raw bytes of a real pseudo-terminal: nothing that a report, a name or a path brings gets out."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from itertools import pairwise
from pathlib import Path

import pytest
from attacks import ATTACKS, NAMES, STORABLE, harm_in, harm_in_text
from hostile_reports import hostile_library
from installed import REPORT, Policyreader, command_line
from pseudo import Pseudo

from tui.cli import main

DOWN, ENTER, ESCAPE, TAB, QUIT = "j", "\r", "\x1b", "\t", "\x11"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Policyreader:
    """A library whose reports are hostile in every field, and marks that are hostile too."""
    there = Policyreader(tmp_path_factory.mktemp("hostile"))
    library = hostile_library(there.home)
    library.close()
    state = there.home / "state" / "policyreader"
    state.parent.mkdir(exist_ok=True)
    (there.home / "state" / "policyreader").mkdir(exist_ok=True)
    for one in (there.home / "state").glob("*.*"):
        one.rename(state / one.name)
    return there


def opened(home: Policyreader, *arguments: str, columns: int = 130, rows: int = 36) -> Pseudo:
    command = [*command_line(), "--library", str(home.library), "--lang", "en", *arguments]
    return Pseudo(command, home.environment(), columns=columns, rows=rows)


def assert_harmless(terminal: Pseudo) -> None:
    """Nothing harmful came out; the title was not set, and the reader is still there."""
    assert harm_in(terminal.output, drawn=True) == []
    assert terminal.process.poll() is None


def test_every_pane_and_every_list(home: Policyreader):
    terminal = opened(home)
    try:
        terminal.wait_for(b"Timeline")
        for _ in STORABLE:
            # open the report, page through it, look at its source, and back to the next one
            terminal.ask(ENTER + "Go", "qq" + DOWN)
        assert_harmless(terminal)
        terminal.ask("f", "l", "j", ENTER, "j", "x")
        terminal.ask(":", "q", "u", ESCAPE, "p", "G", ESCAPE, "?", "G", ESCAPE)
        terminal.ask("a", TAB, ENTER, "i", ESCAPE, "Y", ESCAPE, ".", ENTER)
        assert_harmless(terminal)
        terminal.press(QUIT)
        assert terminal.ends(5) == 0
    finally:
        terminal.close()


def test_marks_that_are_attacks(home: Policyreader):
    """What is typed or pasted into tags, notes, queries and file names, and how it comes back."""
    terminal = opened(home)
    try:
        terminal.wait_for(b"Timeline")
        for name in ("link", "title", "c1 osc", "override", "tags", "flood", "selectors"):
            pasted = f"\x1b[200~{STORABLE[name]}\x1b[201~"
            for key in ("t", "e", "/"):
                terminal.ask(key, pasted, ENTER)
            terminal.ask("a")
            # a key right behind an escape would be another key
            terminal.press(ESCAPE, pause=0.15)
        assert_harmless(terminal)
        terminal.press(ENTER, "w", ENTER, "\x1b[200~/nowhere/\x1b]0;OWNED\x07\x1b[201~", ENTER)
        assert_harmless(terminal)
    finally:
        terminal.close()


@pytest.mark.parametrize("command", ["list", "show", "parse", "add", "doctor"])
def test_what_commands_print(home: Policyreader, command: str, tmp_path: Path):
    """Every answer in every form, and the talk beside it."""
    given = {"list": [], "show": ["会议"], "doctor": []}.get(command)
    for at, form in enumerate(("text", "json", "jsonl", "csv", "md")):
        if command in ("parse", "add"):
            # a fifth of the names each: above 24 files add starts processes
            names = list(NAMES.values())[at::5] if command == "add" else list(NAMES.values())
            given = [str(folder_of_names(tmp_path / form, names))]
        code, told = cli(["--library", str(home.library), command, *given, "--format", form])
        assert code in (0, 1), told
        assert harm_in_text(told) == []
        assert told


@pytest.mark.parametrize(
    "command", ["people", "person", "requirements", "terms", "compare", "export", "stats"]
)
def test_what_the_other_commands_print(home: Policyreader, command: str):
    library = ["--library", str(home.library)]
    listed = cli([*library, "list", "--format", "jsonl"])[1]
    ids = [json.loads(line)["reports"][0]["id"] for line in listed.splitlines()]
    questions: dict[str, list[list[str]]] = {
        "person": [[attack] for attack in STORABLE.values()],
        "compare": [list(pair) for pair in pairwise(ids)],
    }
    forms = ("text", "json", "jsonl", "csv", "md")
    for at, given in enumerate(questions.get(command, [[]] * len(forms))):
        # behind -- nothing is an option, whatever it looks like
        arguments = [*library, command, "--format", forms[at % len(forms)], "--", *given]
        code, told = cli(arguments)
        assert code in (0, 2), told
        assert harm_in_text(told) == []
        assert told


def folder_of_names(folder: Path, names: list[str]) -> Path:
    """Files with hostile names; every other one is refused, so that its name comes in a message."""
    folder.mkdir()
    for number, name in enumerate(names):
        path = folder / f"{name[:60]}{number}.txt"
        path.write_text(REPORT.replace("林一川", f"林一川{name[:20]}") if number % 2 else "x")
    return folder


@pytest.mark.parametrize("name", sorted(set(ATTACKS) - {"nul", "c0 all"}))
def test_what_is_typed_on_the_command_line(home: Policyreader, name: str):
    """Queries, paths and ids of a command line come back in messages."""
    attack = ATTACKS[name].replace("\ud800", "")
    library = ["--library", str(home.library)]
    for arguments in (["list", attack], ["show", f'"{attack}'], ["parse", attack], [attack]):
        code, told = cli([*library, *arguments])
        assert code in (0, 1, 2)
        assert harm_in_text(told) == []
    code, told = cli(["list", "--library", str(home.home / attack)])
    assert code in (1, 2)
    assert harm_in_text(told) == []


@pytest.mark.parametrize("name", ["title", "c1 csi", "override", "tags", "surrogate"])
def test_a_library_folder_with_a_hostile_name(tmp_path: Path, name: str, monkeypatch):
    there = Policyreader(tmp_path)
    for variable, value in there.environment().items():
        monkeypatch.setenv(variable, value)
    folder = tmp_path / NAMES.get(name, "甲\udc80乙")
    report = str(there.file("a.txt"))
    for arguments in (["add", report], ["list"], ["doctor"], ["doctor", "--repair"]):
        code, told = cli(["--library", str(folder), *arguments])
        assert harm_in_text(told) == []
        assert code == 0, told
    (folder / "articles.jsonl").write_bytes(b"\x1b]0;OWNED\x07 no log\n")
    for arguments in (["list"], ["doctor"], ["doctor", "--repair"], ["add", report]):
        code, told = cli(["--library", str(folder), *arguments])
        assert harm_in_text(told) == []
        assert code == 3, told


def cli(arguments: list[str]) -> tuple[int, str]:
    """The command in this process, and what it wrote: hundreds of processes would take minutes."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = main(arguments)
    return code, told.getvalue()


def test_a_crash_that_nobody_foresaw_is_told_through_the_gate(home: Policyreader):
    """Another status than 0, the trace without a local variable, and nothing that acts."""
    code = (
        "import store.library, tui.cli, sys\n"
        "def crash(path, **_):\n"
        "    secret = 'local variable'\n"
        "    raise RuntimeError('\\x1b]0;OWNED\\x07\\u202e甲')\n"
        "store.library.open_library = crash\n"
        "sys.exit(tui.cli.main(['list', '--library', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home.library)],
        env=home.environment(PYTHONPATH=str(Path(__file__).parents[2])),
        capture_output=True,
        check=False,
    )
    assert done.returncode not in (0, 2)
    assert "␛]0;OWNED" in done.stderr.decode()
    assert harm_in(done.stderr, drawn=False) == []
    assert b"local variable" not in done.stderr.replace(b"secret = 'local variable'", b"")
