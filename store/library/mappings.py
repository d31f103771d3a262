"""What TinyDB is given in place of dictionaries: tables of a log that are read when asked for."""

import json
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Final, Protocol

from store.library.lines import Operation
from store.library.pending import Pending

Plain = dict[str, Any]

_NULL: Final = b"null"


class Source(Protocol):
    """Where the documents come from: the storage."""

    pending: Pending

    def document(self, table: str, doc_id: int) -> Plain | None:
        """One document, or None."""
        ...


class LogDocuments(Mapping[str, Plain]):
    """A table of the log as TinyDB reads it: string ids, documents read when asked for."""

    def __init__(self, storage: Source, name: str) -> None:
        self._storage = storage
        self._name = name

    def __getitem__(self, key: str) -> Plain:
        document = self._storage.document(self._name, int(key))
        if document is None:
            raise KeyError(key)
        return document

    def __iter__(self) -> Iterator[str]:
        return map(str, self._storage.pending.ids(self._name))

    def __len__(self) -> int:
        return self._storage.pending.count(self._name)


class LogTables(MutableMapping[str, Mapping[Any, Any]]):
    """All tables as TinyDB reads them, and a place to say what should change."""

    def __init__(self, storage: Source) -> None:
        self._tables: dict[str, Mapping[Any, Any]] = {
            name: LogDocuments(storage, name) for name in storage.pending.tables()
        }

    def __getitem__(self, name: str) -> Mapping[Any, Any]:
        return self._tables[name]

    def __setitem__(self, name: str, documents: Mapping[Any, Any]) -> None:
        self._tables[name] = documents

    def __delitem__(self, name: str) -> None:
        del self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class Changes(MutableMapping[int, Plain]):
    """A table as TinyDB's updaters see it: reads lazily and remembers what was touched."""

    def __init__(self, storage: Source, name: str) -> None:
        self._storage = storage
        self._name = name
        self._touched: dict[int, Plain | None] = {}
        self._original: dict[int, bytes] = {}
        self._cleared = False

    def __getitem__(self, doc_id: int) -> Plain:
        if doc_id in self._touched:
            document = self._touched[doc_id]
        else:
            document = None if self._cleared else self._storage.document(self._name, doc_id)
            if document is not None:
                # updaters change what they are given in place
                self._touched[doc_id] = document
                self._original[doc_id] = to_json(document)
        if document is None:
            raise KeyError(doc_id)
        return document

    def __setitem__(self, doc_id: int, document: Plain) -> None:
        self._touched[doc_id] = document

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self._touched:
            return self._touched[doc_id] is not None
        return isinstance(doc_id, int) and not self._cleared and self._stored(doc_id)

    def __iter__(self) -> Iterator[int]:
        stored = () if self._cleared else self._storage.pending.ids(self._name)
        seen = dict.fromkeys(doc_id for doc_id in stored if doc_id in self)
        yield from seen
        yield from [doc_id for doc_id in self._touched if doc_id in self and doc_id not in seen]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Forget every document."""
        self._cleared = True
        self._touched.clear()
        self._original.clear()

    def operations(self) -> Iterator[Operation]:
        """What to append so that the log says the same."""
        known = self._name in self._storage.pending.tables()
        if self._cleared or not (known or self._touched):
            yield Operation(self._name, None, _NULL)
        for doc_id, document in self._touched.items():
            if document is None:
                if not self._cleared and self._stored(doc_id):
                    yield Operation(self._name, doc_id, _NULL)
                continue
            body = to_json(document)
            if body != self._original.get(doc_id):
                yield Operation(self._name, doc_id, body)

    def _stored(self, doc_id: int) -> bool:
        return self._storage.pending.has(self._name, doc_id)


def to_json(document: object) -> bytes:
    """JSON on one line; characters that are no text on their own are escaped."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(document, separators=(",", ":")).encode("ascii")
