"""What a sentence says of people without telling that they did it at this event."""

import re

_LONGEST_LEAD = 120
"""Characters around a subject or verb in which the words that change its meaning are looked for."""
_OWNED = re.compile(
    r"(?:总?书记|同志|主席|总理|[省市县区州部局厅校院]长|主任|教授)?(?:的|(?:重要)?讲话(?=[精深站通内立语思主全既充高情]))"
)
"""甲书记的讲话站位高: what somebody owns is the subject, not he."""
_QUOTES = re.compile(r"(?:指出|强调|表示|认为|说|道|介绍)[，：]")
"""What follows in the sentence is said: the people in it are spoken of."""
_MOST_BEFORE = 8
"""Characters of a clause before 考察 or 检查 if they are what its subject did and not a topic."""
_GIVES = re.compile(r"(?<!工)[作做]|发表了")
_WENT = ("在", "到", "来", "赴", "先后", "深入", "率")
_TOPIC = re.compile("[要对就的把]")


def is_spoken_of(text: str, start: int, begin: int, end: int, *, headline: bool) -> bool:
    """Whether a group only owns the subject of its clause, or stands in what somebody else said."""
    if _OWNED.match(text, end):
        return True
    floor = max(start, begin - _LONGEST_LEAD)
    since = max(floor, text.rfind("；", floor, begin) + 1)
    return not headline and _QUOTES.search(text, since, begin) is not None


def at_a_meeting(text: str, start: int, verb: re.Match[str], end: int) -> bool:
    """In a report of a meeting 检查 and 考察 are mostly what was spoken about."""
    at = verb.start()
    before = text[max(start, at - _LONGEST_LEAD) : at]
    long = at - start > _MOST_BEFORE and not text.startswith(_WENT, start)
    topic = long or _TOPIC.search(before) is not None
    noun = text.startswith(("活动", "工作", "成果", "情况"), verb.end())
    return topic or noun or text.find("会", at, min(end, at + _LONGEST_LEAD)) >= 0


def is_owned_speech(text: str, start: int, verb: re.Match[str]) -> bool:
    """在会上发表的重要讲话 is a noun; 作总体安排的讲话 is a deed."""
    before = text[max(start, verb.start() - _LONGEST_LEAD) : verb.start()]
    return (
        verb.group().startswith("讲")
        and before.endswith(("的", "的重要"))
        and not _GIVES.search(before)
    )
