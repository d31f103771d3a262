"""The words an article's page is labelled with, in the reader's language."""

from tui.language import Language
from tui.widgets.article_facts import LABELS


def article_labels(language: Language) -> dict[str, str]:
    """A label for every key of ``LABELS``, whose keys are the English words themselves."""
    return dict(LABELS) if language.code == "zh" else {key: key for key in LABELS}
