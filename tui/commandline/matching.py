"""What a command prints of the library: the meetings or articles of a query, a page at a time."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from store.library.interface import Library, MeetingRow
    from store.model import Article
    from store.query.expression import Expression

T = TypeVar("T")

PAGE = 500
"""Meetings asked for at a time: ``policyreader list | head`` waits for no more."""


def meetings_of(library: "Library", query: "Expression") -> "Iterator[MeetingRow]":
    """The meetings that match, newest first, each once.

    What another process adds meanwhile moves the others on; whatever was given is left out.
    """
    given: set[str] = set()
    offset = 0
    while page := library.meetings(query, offset, PAGE):
        offset += len(page)
        for meeting in page:
            if meeting.key not in given:
                given.add(meeting.key)
                yield meeting


def articles_of(library: "Library", query: "Expression") -> "Iterator[Article]":
    """The articles of these meetings, with the reader's corrections."""
    for meeting in meetings_of(library, query):
        for report in meeting.reports:
            if (article := library.article(report.id)) is not None:
                yield article


def begun(answers: "Iterator[T]") -> "Iterator[T] | None":
    """The same answers, or None when there are none."""
    for first in answers:
        return chain((first,), answers)
    return None
