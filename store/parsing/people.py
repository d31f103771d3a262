"""人物: mentions, titles and roles of one report put together, person by person."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from store.lexicon import Lexicon
from store.model import ArticleKind, Certainty, Evidence, Paragraph, Person, Role, Span
from store.parsing.names import Mention
from store.parsing.report import HEADLINE_KINDS
from store.parsing.role_limits import is_obituary, only_quotes
from store.parsing.role_rolls import role_of_what_follows
from store.parsing.role_verbs import Acted
from store.parsing.roles import roles_in
from store.parsing.short_forms import short_forms
from store.parsing.titles import PrintedTitle, Titles

_ORDER: tuple[Role, ...] = (
    "presided",
    "spoke",
    "deployed",
    "conveyed",
    "reported",
    "guided",
    "signed",
    "visited",
    "accompanied",
    "attended",
    "observed",
    "absent",
)
Subjects = tuple[list[Mention], list[PrintedTitle | None]]
"""The people of a paragraph and the title of each."""
_LEADING: frozenset[Role] = frozenset({"presided", "spoke", "deployed"})


def find_people(
    paragraphs: Sequence[Paragraph],
    plain: Sequence[str],
    mentions: Sequence[Mention],
    kind: ArticleKind,
    lexicon: Lexicon,
) -> tuple[Person, ...]:
    """Everyone whom the report names, in the order of their first role, then of their mention."""
    by_paragraph: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_paragraph.setdefault(mention.paragraph, []).append(mention)
    reader = Titles(lexicon)
    printed = {n: reader.of_paragraph(plain[n], here) for n, here in by_paragraph.items()}
    titles: dict[str, list[tuple[PrintedTitle, int]]] = {}
    for number, here in by_paragraph.items():
        for mention, title in zip(here, printed[number], strict=True):
            if title:
                titles.setdefault(mention.name, []).append((title, number))
    acted: dict[str, list[tuple[Acted, int]]] = {}
    if not is_obituary(plain, kind):
        held = {name: {title.text for title, _ in found} for name, found in titles.items()}
        headline = [paragraph.kind in HEADLINE_KINDS for paragraph in paragraphs]
        subjects = [
            _with_short_forms(
                number,
                text,
                [*zip(by_paragraph.get(number, ()), printed.get(number, ()), strict=True)],
                held,
                lexicon,
            )
            for number, text in enumerate(plain)
        ]
        for act in _acts(plain, subjects, headline, kind):
            acted.setdefault(act.mention.name, []).append((act, act.mention.paragraph))
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    return tuple(
        _person(paragraphs, found, titles.get(name, []), acted.get(name, []))
        for name, found in by_name.items()
    )


def _acts(
    plain: Sequence[str], subjects: Sequence[Subjects], headline: Sequence[bool], kind: ArticleKind
) -> Iterator[Acted]:
    """What the sentences of all paragraphs say, and the rolls that go on over several of them."""
    quoted = only_quotes(plain, kind)
    roll: Role | None = None
    for number, text in enumerate(plain):
        found = [*roles_in(text, *subjects[number], kind, headline=headline[number], quoted=quoted)]
        yield from found
        if roll and not found:
            for mention in subjects[number][0]:
                yield Acted(mention, roll, mention.start, mention.end)
        ends = found or text.endswith("。")
        roll = role_of_what_follows(text) or (None if ends else roll)


def _with_short_forms(
    number: int,
    text: str,
    named: Sequence[tuple[Mention, PrintedTitle | None]],
    held: Mapping[str, Collection[str]],
    lexicon: Lexicon,
) -> Subjects:
    """Who may be the subject of a paragraph's sentences: those named there, and 谢院长."""
    taken = [(mention.start, mention.end) for mention, _ in named]
    short = short_forms(number, text, held, taken, lexicon)
    everyone = sorted([*named, *((one, None) for one in short)], key=lambda one: one[0].start)
    return [mention for mention, _ in everyone], [title for _, title in everyone]


def _person(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Mention],
    titles: Sequence[tuple[PrintedTitle, int]],
    acted: Sequence[tuple[Acted, int]],
) -> Person:
    first = mentions[0]
    strong = [(act, number) for act, number in acted if not act.weak]
    if _LEADING & {act.role for act, _ in strong}:
        acted = strong
    roles = {act.role for act, _ in acted}
    if roles - {"attended"} and "absent" in roles:
        roles.discard("attended")
    evidence = [
        Evidence(
            "title",
            _printed(paragraphs, number, title),
            Span(number, title.start, title.end),
            _title_rule(title),
        )
        for title, number in titles
    ]
    evidence += [
        Evidence("role", act.role, Span(number, act.start, act.end), _role_rule(act))
        for act, number in acted
    ]
    return Person(
        name="".join(paragraphs[first.paragraph].text[first.start : first.end].split()),
        title=_fullest(paragraphs, titles),
        roles=tuple(role for role in _ORDER if role in roles) or ("mentioned",),
        certainty=_certainty(mentions),
        mentions=tuple(Span(m.paragraph, m.start, m.end) for m in mentions),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _printed(paragraphs: Sequence[Paragraph], number: int, title: PrintedTitle) -> str:
    return paragraphs[number].text[title.start : title.end]


def _title_rule(title: PrintedTitle) -> str:
    if title.shared:
        return "title of the list"
    return "after the name" if title.after else "before the name"


def _role_rule(act: Acted) -> str:
    own = act.start == act.mention.start
    return "roll that a paragraph before begins" if own else "verb after the subject"


def _fullest(
    paragraphs: Sequence[Paragraph], titles: Sequence[tuple[PrintedTitle, int]]
) -> str | None:
    """The longest title printed before the name; one that follows it or is shared only without."""
    own = [_printed(paragraphs, n, t) for t, n in titles if not t.after and not t.shared]
    rest = [_printed(paragraphs, n, t) for t, n in titles if t.after or t.shared]
    return max(own, key=len, default=None) or max(rest, key=len, default=None)


def _certainty(mentions: Sequence[Mention]) -> Certainty:
    """Certain: two kinds of places agree or one is beyond doubt; possible: one weak place only."""
    rules = {rule for mention in mentions for rule in mention.rules} - {"propagated"}
    best = max(mention.score for mention in mentions)
    if len(rules) > 1 or best >= 18:
        return "certain"
    return "strong" if best >= 8 else "possible"
