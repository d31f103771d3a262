"""How each kind of text in an article is drawn: one palette a theme, every ink by name.

Roles differ in more than colour, so that they can be told apart without it: who presided is
bold and underlined, who spoke is bold, who was in the room is italic, who reported is both
bold and italic, who was absent is struck out. Terms are underlined.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rich.style import Style

from store.model import Role

Ink = Literal[
    "plain",
    "title",
    "heading",
    "label",
    "dim",
    "chair",
    "voice",
    "report",
    "room",
    "absent",
    "mentioned",
    "organisation",
    "press",
    "marker",
    "lead",
    "directive",
    "term",
    "remark",
    "hit",
    "chosen",
    "here",
    "added",
    "dropped",
]
"""What a run of text is; a later ink of a run is drawn over an earlier one."""

INK_OF_ROLE: Mapping[Role, Ink] = {
    "presided": "chair",
    "spoke": "voice",
    "deployed": "voice",
    "conveyed": "voice",
    "guided": "voice",
    "reported": "report",
    "signed": "report",
    "attended": "room",
    "observed": "room",
    "visited": "room",
    "accompanied": "room",
    "absent": "absent",
    "mentioned": "mentioned",
}
"""The ink of a person by the weightiest of the roles; its order is the order of weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """A Rich style for every ink, laid over the style of the widget."""

    plain: Style
    title: Style
    heading: Style
    label: Style
    dim: Style
    chair: Style
    voice: Style
    report: Style
    room: Style
    absent: Style
    mentioned: Style
    organisation: Style
    press: Style
    marker: Style
    lead: Style
    directive: Style
    term: Style
    remark: Style
    hit: Style
    chosen: Style
    here: Style
    added: Style
    dropped: Style

    def style(self, inks: tuple[Ink, ...]) -> Style:
        """The style of a run that is all of these, the later over the earlier."""
        return _combined(self, inks)


@lru_cache(maxsize=1024)
def _combined(palette: Palette, inks: tuple[Ink, ...]) -> Style:
    return Style.combine([getattr(palette, ink) for ink in inks])


def _palette(colours: Mapping[Ink, str]) -> Palette:
    """A palette of the attributes that all share and the colours of one theme."""
    return Palette(
        **{
            ink: Style.parse(f"{attributes} {colours.get(ink, '')}".strip() or "none")
            for ink, attributes in _ATTRIBUTES.items()
        }
    )


_ATTRIBUTES: Mapping[Ink, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold",
    "label": "",
    "dim": "",
    "chair": "bold underline",
    "voice": "bold",
    "report": "bold italic",
    "room": "italic",
    "absent": "strike",
    "mentioned": "",
    "organisation": "",
    "press": "",
    "marker": "bold",
    "lead": "",
    "directive": "bold",
    "term": "underline",
    "remark": "bold",
    "hit": "reverse",
    "chosen": "reverse bold",
    "here": "bold",
    "added": "bold underline",
    "dropped": "strike",
}

DARK = _palette(
    {
        "title": "#ffffff",
        "heading": "#ffffff",
        "label": "#8a8a8a",
        "dim": "#8a8a8a",
        "chair": "#ffaf5f",
        "voice": "#ffd75f",
        "report": "#87d7af",
        "room": "#87afff",
        "absent": "#8a8a8a",
        "mentioned": "#af87d7",
        "organisation": "#87d7af",
        "press": "#8a8a8a",
        "marker": "#5fd7d7",
        "lead": "#afd7d7",
        "directive": "#ff8787",
        "term": "#d7af87",
        "remark": "#ff8787",
        "hit": "not underline #ffff5f",
        "chosen": "not underline #ffffff",
        "here": "#5fd7d7",
        "added": "#87d787",
        "dropped": "#ff8787",
    }
)
LIGHT = _palette(
    {
        "title": "#000000",
        "heading": "#000000",
        "label": "#626262",
        "dim": "#626262",
        "chair": "#af5f00",
        "voice": "#875f00",
        "report": "#005f5f",
        "room": "#005faf",
        "absent": "#626262",
        "mentioned": "#5f5faf",
        "organisation": "#005f5f",
        "press": "#626262",
        "marker": "#00875f",
        "lead": "#005f5f",
        "directive": "#af0000",
        "term": "#5f5f00",
        "remark": "#af0000",
        "hit": "not underline #875f00",
        "chosen": "not underline #000000",
        "here": "#00875f",
        "added": "#005f00",
        "dropped": "#af0000",
    }
)
HIGH_CONTRAST = _palette(
    {
        "chair": "#ffaf00",
        "voice": "#ffff00",
        "report": "#00ffaf",
        "room": "#5fd7ff",
        "mentioned": "#ffafff",
        "organisation": "#00ffaf",
        "marker": "#00ffff",
        "lead": "bold",
        "directive": "#ff8700",
        "term": "#ffd7af",
        "remark": "#ff8700",
        "hit": "not underline #ffff00",
        "chosen": "not underline #ffffff",
        "here": "#00ffff",
        "added": "#00ff00",
        "dropped": "#ff8700",
    }
)
ANSI = _palette(
    {
        "label": "bright_black",
        "dim": "bright_black",
        "chair": "yellow",
        "voice": "yellow",
        "report": "green",
        "room": "blue",
        "absent": "bright_black",
        "mentioned": "magenta",
        "organisation": "green",
        "press": "bright_black",
        "marker": "cyan",
        "lead": "cyan",
        "directive": "red",
        "remark": "red",
        "hit": "not underline yellow",
        "here": "cyan",
        "added": "green",
        "dropped": "red",
    }
)
MONO = _palette(
    {
        "label": "dim",
        "dim": "dim",
        "press": "dim",
        "hit": "not underline",
        "chosen": "underline",
        "dropped": "reverse",
    }
)
PALETTES: Mapping[str, Palette] = {
    "dark": DARK,
    "light": LIGHT,
    "high-contrast": HIGH_CONTRAST,
    "ansi": ANSI,
    "mono": MONO,
}
"""The palettes by the name of their theme."""
