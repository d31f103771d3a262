"""角色: what a sentence says that its people did."""

import re
from collections.abc import Iterator, Sequence

from store.model import ArticleKind
from store.parsing.names import Mention
from store.parsing.role_limits import is_spoken_of
from store.parsing.role_predicates import predicate
from store.parsing.role_rolls import (
    named_behind,
    who_came_along,
    who_gave_it,
    who_is_heard,
    who_is_invited,
    who_is_on_a_roll,
    who_is_received,
)
from store.parsing.role_subjects import LISTED, subject_groups, with_their_rolls
from store.parsing.role_verbs import VERBS, Acted, verbs_in
from store.parsing.titles import PrintedTitle

_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
_CLAUSE_BREAK = re.compile(
    r"[，；：。！？（）“”\n—]|(?<=讲话|发言|致辞|报告|汇报)、|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])"
)
_PRONOUN = re.compile(r"[他她](?:说|宣布|强调|指出|表示|要求|认为|提出|希望)")
_WENT_ON = re.compile("并(?:就|围绕|要求|强调|指出|提出)")
_INSTRUCTED = re.compile(
    r"作出[^，。；]{0,8}(?:指示|批示|部署)|在[^，。；]{0,8}(?:批示|贺信|来信)中|发来(?:贺信|贺电)|致信"
)
"""Leaders who were not in the room: what they wrote is quoted."""
_WROTE = re.compile(r"(?:同志)?在[^，。；]{0,8}(?:批示|贺信|来信)中")
"""甲在批示中…。他指出，…: still what he wrote."""
_OF_A_REPORT = re.compile("(?:回顾|总结|阐述|剖析|充分肯定)了")
"""作了工作报告，充分肯定了…: what the report did is no speech besides."""
_LONGEST_TITLE = 90
"""Characters of a title before or behind a name in it."""
_INTRODUCES = re.compile("介绍")
"""Who 介绍 the state of things reports; a chair or main speaker who also does so, speaks."""


def roles_in(
    text: str,
    mentions: Sequence[Mention],
    titles: Sequence[PrintedTitle | None],
    kind: ArticleKind,
    *,
    headline: bool,
    quoted: bool = False,
) -> Iterator[Acted]:
    """The roles that one paragraph gives to the people it mentions, in reading order.

    ``quoted`` says that what people say there was said elsewhere: nobody speaks.
    """
    begins, ends = _with_posts(mentions, titles)
    clauses = [0, *(mark.end() for mark in _CLAUSE_BREAK.finditer(text))] if mentions else []
    speaker: int | None = None
    at = 0
    for start, end in _sentences(text, headline=headline):
        if speaker is not None:
            yield from _still_speaking(text, mentions, speaker, start, end, kind, quoted=quoted)
        inside = []
        while at < len(mentions) and mentions[at].start < end:
            if not _in_a_title(text, mentions[at], start, end):
                inside.append(at)
            at += 1
        yield from _no_subjects(text, mentions, inside, start, end, kind)
        yield from _beside(text, mentions, ends, inside, start)
        groups = subject_groups(text, start, clauses, begins, ends, inside)
        rolls = with_their_rolls(text, groups, begins, ends)
        for index, group in enumerate(rolls):
            last = mentions[group[-1]]
            stop = begins[rolls[index + 1][0]] if index + 1 < len(rolls) else end
            if is_spoken_of(text, start, begins[group[0]], last.end, headline=headline):
                continue
            listed = LISTED.search(text, max(start, begins[group[0]] - 24), begins[group[0]])
            if index == 0:
                speaker = None if _WROTE.match(text, ends[group[-1]]) else group[0]
            agent = text.endswith("由", start, begins[group[0]])
            yield from _acted(
                text, mentions, group, last.end, stop, kind, quoted=quoted, agent=agent
            )
            if listed and not VERBS.search(text, last.end, stop):
                yield from named_behind(text, mentions, group, start, begins[group[0]])


def _still_speaking(
    text: str,
    mentions: Sequence[Mention],
    speaker: int,
    start: int,
    end: int,
    kind: ArticleKind,
    *,
    quoted: bool,
) -> Iterator[Acted]:
    """他强调, 并就…提出要求: a sentence that goes on about the speaker of the one before."""
    said = _PRONOUN.match(text, start, end)
    if said and kind != "visit":
        yield Acted(mentions[speaker], "spoke", said.start(), said.end())
    if _WENT_ON.match(text, start, end):
        yield from _acted(text, mentions, [speaker], start, end, kind, quoted=quoted)


def _in_a_title(text: str, mention: Mention, start: int, end: int) -> bool:
    """《甲关于安全生产的重要讲话》: who is named in a title did nothing here."""
    floor = max(start, mention.start - _LONGEST_TITLE)
    opened = text.rfind("《", floor, mention.start)
    closed = text.find("》", mention.end, min(end, mention.end + _LONGEST_TITLE))
    return closed > 0 and opened > text.rfind("》", floor, mention.start)


def _with_posts(
    mentions: Sequence[Mention], titles: Sequence[PrintedTitle | None]
) -> tuple[list[int], list[int]]:
    """Where each person begins and ends, the post before or behind the name included."""
    both = [*zip(mentions, titles, strict=True)]
    begins = [t.start if t and not t.shared and not t.after else m.start for m, t in both]
    ends = [t.end if t and t.after else m.end for m, t in both]
    return begins, ends


def _no_subjects(
    text: str,
    mentions: Sequence[Mention],
    inside: Sequence[int],
    start: int,
    end: int,
    kind: ArticleKind,
) -> Iterator[Acted]:
    """Who is heard, on a roll, invited or received: the sentence is about something else."""
    yield from who_is_heard(text, mentions, inside, start, end)
    yield from who_is_on_a_roll(text, mentions, inside, start, end)
    yield from who_is_invited(text, mentions, inside, start, end)
    if kind == "talks":
        yield from who_is_received(text, mentions, inside, start, end)


def _beside(
    text: str, mentions: Sequence[Mention], ends: Sequence[int], inside: Sequence[int], start: int
) -> Iterator[Acted]:
    """What stands right behind people who are no subject: 甲作的报告, 乙的陪同下."""
    for i in inside:
        yield from who_gave_it(text, mentions[i], start, ends[i])
        yield from who_came_along(text, mentions[i], ends[i])


def _sentences(text: str, *, headline: bool) -> Iterator[tuple[int, int]]:
    if headline:
        yield from (match.span() for match in re.finditer(r"\S+", text))
        return
    yield from (match.span() for match in _SENTENCE.finditer(text))


def _acted(
    text: str,
    mentions: Sequence[Mention],
    group: Sequence[int],
    start: int,
    stop: int,
    kind: ArticleKind,
    *,
    quoted: bool,
    agent: bool = False,
) -> Iterator[Acted]:
    reported = False
    for a, b in predicate(text, start, stop, agent=agent):
        if _INSTRUCTED.search(text, a, b):
            return
        for role, x, y in verbs_in(text, a, b, kind, quoted=quoted):
            if role == "spoke" and reported and _OF_A_REPORT.match(text, x):
                continue
            reported = reported or (role == "reported" and "报告" in text[x:y])
            for i in group:
                yield Acted(mentions[i], role, x, y, weak=_INTRODUCES.match(text, x) is not None)
