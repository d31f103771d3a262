"""What is recorded and not written yet, and what the tables of a log hold with it.

Who changes a table twice in one transaction finds his first change there, as in plain TinyDB.
"""

from collections.abc import Iterator
from typing import Final

from store.library.lines import Operation
from store.library.offsets import Offsets

DROP: Final = b"false"
"""The body of an operation on a whole table that drops it; any other empties it."""

_NULL: Final = b"null"


class Pending:
    """Transactions that wait for their write, over the offsets of what is written."""

    def __init__(self, offsets: Offsets) -> None:
        self._offsets = offsets
        self._transactions: list[list[Operation]] = [[]]
        self._changed: dict[str, dict[int, bytes]] = {}
        self._anew: set[str] = set()
        self._dropped: set[str] = set()
        self._next: dict[str, int] = {}

    def record(self, operation: Operation) -> None:
        """Add an operation to the transaction that is open."""
        self._transactions[-1].append(operation)
        name = operation.table
        self._dropped.discard(name)
        if operation.id is not None:
            self._changed.setdefault(name, {})[operation.id] = operation.body
            self._next[name] = max(self._next.get(name, 1), operation.id + 1)
            return
        self._anew.add(name)
        self._changed[name] = {}
        if operation.body == DROP:
            self._dropped.add(name)

    def end_transaction(self) -> None:
        """What is recorded from here on is another transaction."""
        if self._transactions[-1]:
            self._transactions.append([])

    def take(self) -> list[list[Operation]]:
        """The transactions, which wait here no more."""
        transactions = [operations for operations in self._transactions if operations]
        self._transactions = [[]]
        self._changed.clear()
        self._anew.clear()
        self._dropped.clear()
        self._next.clear()
        return transactions

    def body(self, table: str, doc_id: int) -> bytes | None:
        """What is to be written of a document: its JSON, ``null`` for none, or None: nothing."""
        found = self._changed.get(table, {}).get(doc_id)
        return _NULL if found is None and table in self._anew else found

    def has(self, table: str, doc_id: int) -> bool:
        """Whether a document is there."""
        body = self.body(table, doc_id)
        return self._offsets.find(table, doc_id) is not None if body is None else body != _NULL

    def ids(self, table: str) -> Iterator[int]:
        """The ids of a table: those that are written in their order, then those that are new."""
        changed = self._changed.get(table, {})
        stored = () if table in self._anew else self._offsets.ids(table)
        if not changed:
            yield from stored
            return
        seen: set[int] = set()
        for doc_id in stored:
            seen.add(doc_id)
            if changed.get(doc_id) != _NULL:
                yield doc_id
        yield from [one for one, body in changed.items() if body != _NULL and one not in seen]

    def count(self, table: str) -> int:
        """The number of documents in a table."""
        if not self._changed.get(table) and table not in self._anew:
            return self._offsets.count(table)
        return sum(1 for _ in self.ids(table))

    def tables(self) -> list[str]:
        """The names of all tables, empty ones included."""
        names = dict.fromkeys([*self._offsets.tables(), *self._changed])
        return [name for name in names if name not in self._dropped]

    def next_id(self, table: str) -> int:
        """An id above every one that the table ever had."""
        return max(self._offsets.next_id(table), self._next.get(table, 1))
