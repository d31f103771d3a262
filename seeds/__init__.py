"""The sample library: meeting reports of an invented province, shipped as package data.

``labels.jsonl`` beside the reports holds what they say, as their author labelled them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def reports() -> list[Traversable]:
    """Return the sample reports in the order of their file names, wherever they are installed."""
    folder = files(__name__).joinpath("reports")
    return sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda e: e.name)
