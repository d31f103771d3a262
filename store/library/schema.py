"""The index file: its tables, its version, and how it is opened.

Everything here is derived from the log. Rows are keyed by ``pos``, the place in the timeline:
the day (newest first) in the upper bits, a number within the day in the lower ones. So the
order of the timeline is the order of the table and of the full text, and the first rows of
any query come without looking at the rest.
"""

import os
import sqlite3
import stat
import time
from pathlib import Path
from typing import Final

from store.folding import FOLDING_VERSION
from store.library.interface import LibraryDamagedError, LibraryError
from store.library.tokens import TOKENIZER

SCHEMA_VERSION: Final = 8
"""Version of the tables below, kept as SQLite's user_version."""

DAY_BITS: Final = 16
"""Bits of ``pos`` below the day: 65,536 articles a day."""

BUSY_SECONDS: Final = 5.0
"""How long a reader waits for a writer's commit, which takes milliseconds."""

# FTS5 merges 16 segments bit by bit with each commit. Before 64 are reached it would merge them
# at once, within the commit of whoever comes then. Of runs, which are few and asked for what
# stands everywhere, 8: a phrase in every report is found in two thirds of the time.
_TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE tab (name TEXT PRIMARY KEY, next_id INTEGER, documents INTEGER) WITHOUT ROWID;
CREATE TABLE record (tab TEXT, id INTEGER, offset INTEGER, length INTEGER,
    PRIMARY KEY (tab, id)) WITHOUT ROWID;
CREATE TABLE document (rec INTEGER PRIMARY KEY, path TEXT UNIQUE, sha256 TEXT);
CREATE TABLE holds (article TEXT, rec INTEGER, PRIMARY KEY (article, rec)) WITHOUT ROWID;
CREATE INDEX holds_rec ON holds (rec);
CREATE TABLE alias (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID;
CREATE TABLE article (pos INTEGER PRIMARY KEY, id TEXT UNIQUE, rec INTEGER UNIQUE,
    m INTEGER, plane INTEGER, light BLOB, vids BLOB, keys TEXT);
CREATE INDEX article_m ON article (m);
CREATE TABLE spot (pos INTEGER PRIMARY KEY, address INTEGER);
CREATE TABLE meeting (m INTEGER PRIMARY KEY, pos INTEGER, key TEXT);
CREATE INDEX meeting_pos ON meeting (pos);
CREATE INDEX meeting_key ON meeting (key);
CREATE TABLE shared (key TEXT PRIMARY KEY, m INTEGER) WITHOUT ROWID;
CREATE INDEX shared_m ON shared (m);
CREATE TABLE value (vid INTEGER PRIMARY KEY, field TEXT, text TEXT, folded TEXT,
    meetings INTEGER, UNIQUE (field, text));
CREATE INDEX value_rank ON value (field, meetings);
CREATE TABLE reading (key TEXT, vid INTEGER, PRIMARY KEY (key, vid)) WITHOUT ROWID;
CREATE TABLE members (cell INTEGER PRIMARY KEY, data BLOB);
CREATE TABLE broken (offset INTEGER PRIMARY KEY, length INTEGER, reason TEXT);
CREATE VIRTUAL TABLE phrases USING fts5(text, content='', columnsize=0, detail=full,
    tokenize="TOKENIZER");
CREATE VIRTUAL TABLE letters USING fts5(text, content='', columnsize=0, detail=none,
    tokenize="TOKENIZER");
CREATE VIRTUAL TABLE runs USING fts5(text, content='', columnsize=0, detail=full,
    tokenize="TOKENIZER");
CREATE TABLE frequent (pair TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO phrases (phrases, rank) VALUES ('hashsize', 33554432);
INSERT INTO letters (letters, rank) VALUES ('hashsize', 8388608);
INSERT INTO runs (runs, rank) VALUES ('hashsize', 8388608);
INSERT INTO phrases (phrases, rank) VALUES ('automerge', 16);
INSERT INTO letters (letters, rank) VALUES ('automerge', 16);
INSERT INTO runs (runs, rank) VALUES ('automerge', 8);
INSERT INTO phrases (phrases, rank) VALUES ('crisismerge', 64);
INSERT INTO letters (letters, rank) VALUES ('crisismerge', 64);
INSERT INTO runs (runs, rank) VALUES ('crisismerge', 64);
"""


def create(path: Path, generation: str) -> sqlite3.Connection:
    """A new, empty index for a log of this generation."""
    connection = _connect(f"file:{_quote(path)}?mode=rwc")
    connection.execute("PRAGMA page_size = 4096")
    tables = _TABLES.replace("TOKENIZER", TOKENIZER.replace('"', '""'))
    connection.executescript(f"BEGIN; {tables} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
    # a version that also grows when the index is made anew
    version = time.time_ns() // 1_000_000
    start = {"generation": generation, "covered": 0, "version": version, "next_m": 0}
    with connection:
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [*start.items()])
        connection.execute("INSERT INTO meta VALUES ('folding', ?)", (FOLDING_VERSION,))
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """An existing index for writing, in rollback-journal mode: read-only users can open it."""
    _only_a_file(path)
    connection = _connect(f"file:{_quote(path)}?mode=rw")
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = NORMAL")
    # nothing is written before the commit, so that readers are kept out only for a moment
    connection.execute("PRAGMA cache_spill = 0")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """An existing index for reading only; usable from several threads, one at a time."""
    _only_a_file(path)
    connection = _connect(f"file:{_quote(path)}?mode=ro")
    connection.execute("PRAGMA query_only = 1")
    return connection


def fits(connection: sqlite3.Connection, generation: str) -> bool:
    """Whether an index is of this version and belongs to the log of this generation.

    Raises LibraryError when a newer policyreader made it, sqlite3.DatabaseError when the file
    is no database.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"index.sqlite was written by a newer policyreader (version {version}, this one"
            f" reads up to {SCHEMA_VERSION}); update policyreader to open it"
        )
    if version < SCHEMA_VERSION:
        return False
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return meta.get("generation") == generation and meta.get("folding") == FOLDING_VERSION


def version_of(connection: sqlite3.Connection) -> int:
    """The number that grows with every change of the index."""
    (version,) = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    return int(version)


def _only_a_file(path: Path) -> None:
    """SQLite follows links and waits for ever on a pipe; a missing file is its own matter."""
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise LibraryDamagedError(f"{path}: is not a regular file; run policyreader doctor")


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=256,
    )
    # another user may have made the file: nothing that it defines is called
    connection.execute("PRAGMA trusted_schema = 0")
    # no file in a folder that others share
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _quote(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
