"""The language of the interface: every phrase on the screen goes through here.

Phrases are written in English where they are used and translated by gettext catalogues in
``tui/locale``; words of the domain (roles, kinds, levels, fields) are looked up by context.
"""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "policyreader"
LANGUAGES = {"en": "English", "zh": "中文"}
"""The languages there are, each under the name that its readers know it by."""


def mark(message: str) -> str:
    """Mark a phrase that a table holds and that is translated later, where it is shown."""
    return message


def language_of(environment: Mapping[str, str]) -> str:
    """The language that a locale asks for: Chinese for ``zh…``, English for any other."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


class Language:
    """The language in use, shared by all widgets and changed by one command."""

    def __init__(self, code: str | None = None) -> None:
        self.code = ""
        self._catalogue = gettext.NullTranslations()
        self.use(code or language_of(os.environ))

    def use(self, code: str) -> None:
        """Speak another language; raises ValueError for a code that is not in LANGUAGES."""
        if code not in LANGUAGES:
            raise ValueError(f"no such language: {code}")
        self.code = code
        self._catalogue = (
            gettext.NullTranslations()
            if code == "en"
            else gettext.translation(DOMAIN, CATALOGUES, ["zh_CN"])
        )

    def say(self, message: str, /, **values: object) -> str:
        """The phrase in this language, with ``{name}`` replaced by the values, never parsed."""
        phrase = self._catalogue.gettext(message)
        return phrase.format(**values) if values else phrase

    def count(self, one: str, many: str, number: int) -> str:
        """The phrase for a number of things, with ``{n}`` replaced by the number."""
        return self._catalogue.ngettext(one, many, number).format(n=number)

    def word(self, context: str, word: str) -> str:
        """A word of the domain: ``word("role", "presided")``; unknown words stay as they are."""
        return self._catalogue.pgettext(context, word)
