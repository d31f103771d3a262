"""Lines of newspaper archives that put a report on one line: page, column, titles, text.

``第1版(要闻)专栏: 标题 副题 新华社北京6月17日电 正文…``
"""

import re

PAGE_MARK = re.compile(
    r"第\s?\d{1,2}\s?版\s*(?:[(（][^()（）]{0,10}[)）])?(?:\s*专栏\s*[:：]\s*\S{0,8})?$|专栏\s*[:：]\s*\S{0,8}$"
)
"""A line that says where in the paper the next report stood, and nothing else."""
_PREFIX = re.compile(r"第\s?\d{1,2}\s?版\s*(?:[(（][^()（）]{0,10}[)）])?\s*专栏\s*[:：]\s*(?=\S)")
_DATELINE = re.compile(
    r"\s(?=(?:据)?(?:新华社|中新社)[^。，：；\s]{0,20}?[电電讯訊]|本[报報][^。，：；\s]{0,12}[讯訊电電])"
)
_LONGEST_TITLES = 400
"""Characters of all titles of a report, with a summary among them."""


def pieces_of(line: str) -> list[str]:
    """The line, or its page mark, its titles and its text where an archive joined them."""
    prefix = _PREFIX.match(line)
    if prefix is None:
        return [line]
    body = _DATELINE.search(line, prefix.end(), prefix.end() + _LONGEST_TITLES)
    titles = line[prefix.end() : body.start()] if body else ""
    if body is None or "。" in titles:
        return [prefix.group().strip(), line[prefix.end() :]]
    return [prefix.group().strip(), titles.strip(), line[body.end() :]]
