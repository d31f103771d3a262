"""Marks, tags and notes of one reader, and the way back from each change."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from store.library.interface import MeetingRow
from store.library.marks import Mark, Marks

Change = Callable[[Mark], Mark]


class Marking:
    """Changes the marks of meetings, all reports of one at a time, and undoes the changes."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._undone: list[tuple[str, Callable[[], None]]] = []

    def of(self, meeting: MeetingRow) -> Mark:
        """What is said about a meeting: that of any report; read when all of them are."""
        found = [self._marks.of(report.id) for report in meeting.reports]
        return Mark(
            article=found[0].article,
            marked=any(mark.marked for mark in found),
            read=all(mark.read for mark in found),
            tags=tuple(dict.fromkeys(tag for mark in found for tag in mark.tags)),
            note=next((mark.note for mark in found if mark.note), ""),
        )

    def read(self, article: str) -> None:
        """Note that an article was read; there is no way back from that."""
        self._marks.set_read(article)

    def toggle(self, meeting: MeetingRow) -> bool:
        """Mark a meeting or take the mark away; return whether it is marked now."""
        marked = not self.of(meeting).marked
        self._change(meeting, lambda mark: replace(mark, marked=marked))
        return marked

    def tag(self, meeting: MeetingRow, tags: Sequence[str]) -> None:
        """Give a meeting exactly these tags."""
        self._change(meeting, lambda mark: replace(mark, tags=tuple(tags)))

    def note(self, meeting: MeetingRow, note: str) -> None:
        """Write the note of a meeting; an empty one takes it away."""
        self._change(meeting, lambda mark: replace(mark, note=note))

    def undo(self) -> str | None:
        """Take back the last change; return the key of its meeting, or None without one."""
        if not self._undone:
            return None
        key, back = self._undone[-1]
        back()
        self._undone.pop()
        return key

    def remember(self, key: str, back: Callable[[], None]) -> None:
        """Let undo take back another change to a meeting, in its turn."""
        self._undone.append((key, back))

    def _change(self, meeting: MeetingRow, change: Change) -> None:
        """Change every report that is not so already; read state is left as it is."""
        former = [self._marks.of(report.id) for report in meeting.reports]
        changed = [(old, new) for old in former if (new := change(old)) != old]
        self._marks.put_all([new for _, new in changed])
        self.remember(meeting.key, lambda: self._marks.put_all([old for old, _ in changed]))
