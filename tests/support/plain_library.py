"""A library in memory that answers by looking at every article: the slow, obvious truth."""

from collections.abc import Iterable, Sequence

from store.folding import fold, squeeze
from store.library.hits import hits_in
from store.library.interface import Added, FacetCount, FacetField, Hit, MeetingRow, Progress
from store.library.meetings import meeting_keys, meeting_name, month_of, sort_date, timeline_day
from store.library.pinyin import readings
from store.library.rows import report_row
from store.model import Article, Document, Event
from store.query.expression import (
    And,
    Between,
    Everything,
    Expression,
    Has,
    HasAny,
    Is,
    Not,
    Or,
    Word,
)


class PlainLibrary:
    """Answers as store.library.interface.Library says, without an index."""

    def __init__(self) -> None:
        self._documents: dict[str, tuple[Document, tuple[str, ...]]] = {}
        self._articles: dict[str, Article] = {}
        self._version = 0

    def count(self, query: Expression) -> int:
        return len(self.meetings(query))

    def meetings(
        self, query: Expression, offset: int = 0, limit: int | None = None
    ) -> Sequence[MeetingRow]:
        rows = []
        for key, members in self._groups():
            matching = [one for one in members if matches(one, query)]
            matching.sort(key=lambda one: one.published.date if one.published else "")
            if matching:
                reports = tuple(report_row(one) for one in matching)
                rows.append(MeetingRow(key=key, date=sort_date(matching[0]), reports=reports))
        return rows[offset : None if limit is None else offset + limit]

    def position(self, query: Expression, key: str) -> int | None:
        keys = [row.key for row in self.meetings(query)]
        return keys.index(key) if key in keys else None

    def article(self, article_id: str) -> Article | None:
        return self._articles.get(article_id)

    def source_text(self, article_id: str) -> str | None:
        article = self._articles.get(article_id)
        return None if article is None else self._documents[article.document.path][0].text

    def facets(self, query: Expression, field: FacetField, limit: int = 50) -> Sequence[FacetCount]:
        counts: dict[str, set[str]] = {}
        names = {one.id: key for key, members in self._groups() for one in members}
        for article in self._articles.values():
            if matches(article, query):
                for value in _values(article, field):
                    counts.setdefault(value, set()).add(names[article.id])
        found = [FacetCount(value, len(keys)) for value, keys in counts.items()]
        if field == "month":
            dated = sorted((one for one in found if one.value[0] != "-"), key=_value, reverse=True)
            return [*dated, *sorted(set(found) - set(dated), key=_value, reverse=True)][:limit]
        return sorted(found, key=lambda one: (-one.count, one.value))[:limit]

    def hits(self, article_id: str, query: Expression) -> Sequence[Hit]:
        article = self._articles.get(article_id)
        return [] if article is None else hits_in(article, query)

    def series(self, name: str) -> Sequence[MeetingRow]:
        return list(reversed(self.meetings(Has("series", name, exact=True))))

    def interrupt(self) -> None:
        """Nothing here takes long."""

    def has_document(self, path: str, sha256: str) -> bool:
        return path in self._documents and self._documents[path][0].sha256 == sha256

    def version(self) -> int:
        return self._version

    def add(
        self, parsed: Iterable[tuple[Document, Sequence[Article]]], progress: Progress | None = None
    ) -> Sequence[Added]:
        added = []
        for document, articles in parsed:
            added.append(self._put(document, articles))
            if progress is not None:
                progress(len(added), len(added))
        return added

    def close(self) -> None:
        """Nothing to let go of."""

    def _put(self, document: Document, articles: Sequence[Article]) -> Added:
        known = self._documents.get(document.path)
        if known is not None and known[0].sha256 == document.sha256:
            return Added(document.path, "present", known[1])
        ids = tuple(dict.fromkeys(article.id for article in articles))
        self._documents[document.path] = (document, ids)
        for article in articles:
            held = self._articles.pop(article.id, None)
            other = held is not None and held.document.path != document.path
            self._articles[article.id] = held if other and held is not None else article
        alive = {one for _, held in self._documents.values() for one in held}
        self._articles = {key: one for key, one in self._articles.items() if key in alive}
        self._version += 1
        return Added(document.path, "added" if known is None else "changed", ids)

    def _groups(self) -> list[tuple[str, list[Article]]]:
        """Meetings by name, with their articles, in the order of the timeline."""
        groups: list[tuple[set[str], list[Article]]] = []
        for article in self._in_order():
            keys, members = set(meeting_keys(article)), [article]
            for group in [one for one in groups if one[0] & keys]:
                groups.remove(group)
                keys |= group[0]
                members = [*group[1], *members]
            groups.append((keys, members))
        order = self._in_order()
        named = [
            (meeting_name(keys, members[0].id), sorted(members, key=order.index))
            for keys, members in groups
        ]
        return sorted(named, key=lambda one: order.index(one[1][0]))

    def _in_order(self) -> list[Article]:
        return sorted(self._articles.values(), key=lambda one: timeline_day(sort_date(one)))


def matches(article: Article, query: Expression) -> bool:
    """Whether an article matches, by looking at it."""
    match query:
        case Everything():
            return True
        case And(terms=terms):
            return all(matches(article, term) for term in terms)
        case Or(terms=terms):
            return any(matches(article, term) for term in terms)
        case Not(term=term):
            return not matches(article, term)
        case Word(text=text, quoted=quoted):
            return _says(article, text) or (not quoted and _is_typed(article, text))
        case Has(field="person", text=text, exact=exact, role=role) if role is not None:
            held = [one.name for one in article.people if role in one.roles]
            return any(_fits("person", name, text, exact) for name in held)
        case Has(field=field, text=text, exact=exact):
            return any(_fits(field, one, text, exact) for one in _values(article, field))
        case Between(first=first, last=last):
            date = sort_date(article)
            dated = date is not None and not date.startswith("--")
            return dated and (first or "") <= (date or "") <= (last or "9999-99-99")
        case Is(state="undated"):
            return (sort_date(article) or "--").startswith("--")
        case Is(state=state):
            return state == "unread"
        case HasAny(feature=feature):
            return feature == "requirements" and bool(article.requirements)
    raise TypeError(query)


def _says(article: Article, text: str) -> bool:
    return any(squeeze(text) in squeeze(one.text) for one in article.paragraphs) or (
        squeeze(text) in squeeze(article.title)
    )


def _is_typed(article: Article, text: str) -> bool:
    key = squeeze(text)
    if len(key) < 2 or not (key.isascii() and key.isalpha()):
        return False
    return any(_fits(field, one, key, False) for field in ("person", "place")
               for one in _values(article, field) if key.encode() not in one.encode())  # fmt: skip


def _fits(field: str, value: str, text: str, exact: bool) -> bool:
    if exact:
        return value == text
    if squeeze(text) in squeeze(value):
        return True
    key = fold(text)
    typed = key.isascii() and key.isalpha() and field in ("person", "place")
    return typed and any(one.startswith(key) for one in readings(value, person=field == "person"))


def _values(article: Article, field: str) -> set[str]:
    events = (article.event or Event(), *article.further_events)
    values: dict[str, Iterable[str | None]] = {
        "person": (one.name for one in article.people),
        "role": (role for one in article.people for role in one.roles),
        "title": (one.title for one in article.people),
        "place": (place for event in events for place in (event.place, *event.venues)),
        "org": (one.name for one in article.organisations),
        "kind": (article.kind,),
        "level": (event.level for event in events),
        "source": (article.source,),
        "series": (event.series for event in events),
        "term": (term.normal for term in article.terms),
        "month": (month_of(sort_date(article)),),
    }
    return {one for one in values.get(field, ()) if one}


def _value(one: FacetCount) -> str:
    return one.value
