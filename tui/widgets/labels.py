"""The words an article's page is labelled with, in the reader's language."""

from collections.abc import Mapping

from tui.language import Language
from tui.widgets.article_facts import LABELS

_CONTEXTS: Mapping[str, tuple[str, ...]] = {
    "kind": ("meeting", "visit", "talks", "ceremony", "notice", "other"),
    "role": (
        "presided",
        "spoke",
        "deployed",
        "conveyed",
        "reported",
        "guided",
        "attended",
        "observed",
        "visited",
        "accompanied",
        "signed",
        "absent",
        "mentioned",
    ),
    "level": ("centre", "province", "city", "county", "township", "institution"),
}


def article_labels(language: Language) -> dict[str, str]:
    """A label for every key of ``LABELS``; what belongs to no context is a fact's name."""
    contexts = {key: context for context, keys in _CONTEXTS.items() for key in keys}
    return {key: language.word(contexts.get(key, "fact"), key) for key in LABELS}
