"""The keymap file: which keys a reader gave to which commands, and how his terminal is.

``keymap.toml`` holds a line a command, ``article.copy = "y"`` or a list of keys, and below
them a table ``[settings]``. What it does not name keeps the keys of the table of commands.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from textual.keys import Keys as KnownKeys

from tui.commands.command import PANE_NAMES, Command, Keymap
from tui.commands.table import COMMANDS
from tui.language import Language, mark

FILE: Final = "keymap.toml"
SETTINGS: Final = "settings"
WIDTH: Final = "ambiguous_width"
WIDTH_VARIABLE: Final = "POLICYREADER_AMBIGUOUS_WIDTH"

_FIXED: Final = frozenset(("ctrl+q", "ctrl+c"))
"""Keys that lead out of the reader whatever a keymap says."""

_ALIASES: Final = {
    "pgdn": "pagedown",
    "pgup": "pageup",
    "esc": "escape",
    ",": "comma",
    " ": "space",
}
_NAMED: Final = frozenset(
    key.value for key in KnownKeys if re.fullmatch("[a-z][a-z0-9]+", key.value)
) | {"comma"}
_MODIFIED: Final = re.compile(
    r"(ctrl|alt)\+(?P<key>\S|[a-z0-9]{2,})|(ctrl\+)?shift\+(?P<name>[a-z0-9]{2,})"
)
_PLACE: Final = re.compile(r" \(at line (?P<line>\d+), column \d+\)")
_ASSIGNED: Final = re.compile(r"\s*(?P<name>[\w\"'.\s-]+?)\s*=")
_TABLE: Final = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]")


class KeymapError(Exception):
    """A preference that cannot be used; the message is one line with its place and a way out.

    ``template`` and ``way_out`` are phrases of the catalogues that take the values.
    """

    def __init__(self, place: str, template: str, way_out: str = "", **values: object) -> None:
        super().__init__(place, template)
        self._place = place
        self._template = template
        self._way_out = way_out
        self._values = values

    def said(self, language: Language) -> str:
        """The message in a language."""
        phrases = filter(None, (self._template, self._way_out))
        return f"{self._place}: " + "".join(language.say(one, **self._values) for one in phrases)

    def __str__(self) -> str:
        return self.said(Language("en"))


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a keymap file asks for: keys by command id, and the width of ambiguous characters."""

    keys: Keymap = field(default_factory=dict)
    ambiguous: int | None = None


def width_asked(environment: Mapping[str, str]) -> int | None:
    """The width of ambiguous characters that the environment gives for this terminal, if any.

    Raises KeymapError for what is no such width.
    """
    value = environment.get(WIDTH_VARIABLE)
    if value and value not in ("1", "2"):
        raise KeymapError("environment", mark("{name} is 1 or 2"), name=WIDTH_VARIABLE)
    return int(value) if value else None


def keymap_path(environment: Mapping[str, str]) -> Path:
    """Where the keymap file of a user is: ``$XDG_CONFIG_HOME/policyreader/keymap.toml``."""
    home = environment.get("XDG_CONFIG_HOME")
    # the XDG base directory specification has relative paths ignored
    folder = Path(home) if home and os.path.isabs(home) else Path("~/.config").expanduser()  # noqa: PTH117
    return folder / "policyreader" / FILE


def read_keymap(path: Path) -> Preferences:
    """The keymap of a file, that of no file when there is none; raises KeymapError."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Preferences()
    except UnicodeDecodeError as error:
        raise KeymapError(str(path), mark("is not UTF-8; save it as UTF-8")) from error
    except OSError as error:
        phrase = mark("{problem}; mend or move the file")
        raise KeymapError(str(path), phrase, problem=error.strerror) from error
    return parse_keymap(text, str(path))


def parse_keymap(text: str, name: str) -> Preferences:
    """The keymap that a text describes; raises KeymapError, which calls the file by ``name``."""
    # most readers have no such file, and every reader waits for the first frame
    import tomllib

    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = _PLACE.search(str(error))
        place = f"{name}:{said['line']}" if said else name
        problem = _PLACE.sub("", str(error))
        phrase = mark('{problem}; write lines such as article.copy = "y"')
        raise KeymapError(place, phrase, problem=problem) from error
    return _Reader(name, _lines(text)).read(plain)


def _lines(text: str) -> Mapping[str, int]:
    """The number of the line that gives each dotted name its value."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := _TABLE.match(line):
            table = _dotted(opened["name"]) + "."
        elif assigned := _ASSIGNED.match(line):
            lines.setdefault(table + _dotted(assigned["name"]), number)
    return lines


def _dotted(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)


class _Reader:
    """Reads the values of one file, and says where one is wrong."""

    def __init__(self, name: str, lines: Mapping[str, int]) -> None:
        self._name = name
        self._lines = lines
        self._commands = {command.id: command for command in COMMANDS}

    def read(self, plain: Mapping[str, object]) -> Preferences:
        settings = plain.get(SETTINGS, {})
        named = {key: value for key, value in plain.items() if key != SETTINGS}
        keys = {name: self._keys(name, value) for name, value in _flat(named)}
        self._check_uses(keys)
        return Preferences(keys, self._width(settings))

    def _keys(self, name: str, value: object) -> tuple[str, ...]:
        command = self._commands.get(name)
        if command is None:
            near = _nearest(name, self._commands)
            raise self._wrong(name, mark("no command is called {name}"), near, name=name)
        if command.action == "item":
            phrase = mark("{name} has the digits, which cannot be changed; leave it out")
            raise self._wrong(name, phrase, name=name)
        listed = value.split() if isinstance(value, str) and value != " " else value
        if (
            not isinstance(listed, list)
            or not listed
            or not all(isinstance(k, str) for k in listed)
        ):
            phrase = mark('{name} wants a key or a list of keys, such as ["y", "f5"]')
            raise self._wrong(name, phrase, name=name)
        return tuple(dict.fromkeys(self._key(name, key) for key in listed))

    def _key(self, name: str, typed: str) -> str:
        key = _ALIASES.get(typed, typed)
        if key in _FIXED and key not in self._commands[name].keys:
            phrase = mark("{key} leaves the reader; choose another key for {name}")
            raise self._wrong(name, phrase, key=key, name=name)
        if (len(key) == 1 and key.isprintable()) or key in _NAMED:
            return key
        parts = _MODIFIED.fullmatch(key)
        last = (parts["key"] or parts["name"]) if parts else ""
        if last and (len(last) == 1 or last in _NAMED):
            return key
        near = _nearest(typed, [*_NAMED, *_ALIASES])
        raise self._wrong(name, mark("no key is called {key}"), near, key=typed)

    def _check_uses(self, keys: Keymap) -> None:
        """Refuse a key that would have two commands in one pane."""
        for pane in PANE_NAMES:
            used: dict[str, Command] = {}
            for command in commands_beside(pane):
                for key in keys.get(command.id, command.keys):
                    other = used.setdefault(key, command)
                    changed = [one.id for one in (command, other) if one.id in keys]
                    shared = key in command.keys and key in other.keys
                    if other is not command and changed and not shared:
                        raise self._wrong(
                            changed[0],
                            mark("{key} is a key of {one} and of {other}; give one another key"),
                            key=key,
                            one=other.id,
                            other=command.id,
                        )

    def _width(self, settings: object) -> int | None:
        if not isinstance(settings, dict):
            phrase = mark("{name} is a table: write [{name}] above its lines")
            raise self._wrong(SETTINGS, phrase, name=SETTINGS)
        for name in settings:
            if name != WIDTH:
                phrase = mark("no setting is called {name}")
                way_out = mark("; try {this}"), WIDTH
                raise self._wrong(f"{SETTINGS}.{name}", phrase, way_out, name=name)
        width = settings.get(WIDTH)
        if width is not None and (width not in (1, 2) or isinstance(width, bool)):
            raise self._wrong(f"{SETTINGS}.{WIDTH}", mark("{name} is 1 or 2"), name=WIDTH)
        return width if isinstance(width, int) else None

    def _wrong(
        self, where: str, problem: str, way_out: tuple[str, str] = ("", ""), **values: str
    ) -> KeymapError:
        """What is wrong with the value of a dotted name, and what to try."""
        line = self._lines.get(where)
        place = f"{self._name}:{line}" if line else self._name
        return KeymapError(place, problem, way_out[0], this=way_out[1], **values)


def commands_beside(pane: str) -> Iterator[Command]:
    """The commands whose keys work in a pane at one time: pages of their own know few others."""
    beside = {pane}
    if pane in ("timeline", "filters", "article"):
        beside.add("any")
    if pane not in ("any", "query"):
        beside.add("move")
    over = pane in ("person", "compare")
    return (one for one in COMMANDS if one.pane in beside or (over and one.of_app))


def _flat(plain: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The values of nested tables by their dotted names."""
    for key, value in plain.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _nearest(typed: str, known: Mapping[str, object] | list[str]) -> tuple[str, str]:
    """A phrase that says what might be meant, and its value."""
    near = get_close_matches(typed.lower(), list(known), n=1, cutoff=0.5)
    return (mark("; try {this}"), near[0]) if near else (mark("; docs/keys.md has them all"), "")
