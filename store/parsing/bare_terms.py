"""Numeric shorthand without quotation marks: 四类人群, 八个到位, 三道防线, 一人一策.

A bare numeral with a noun is a quantity far more often than a term. It is taken for one only
if its noun is a slogan's (到位, 坚定不移), if the genre never counts such things (三道防线), or
if the sentence speaks of it as something that everybody knows: 落实二十条优化措施, but not
推出二十条优化措施.
"""

import re
from collections.abc import Iterator

from store.parsing.ordinals import NUMERAL, number_of

_FREE = r"(?=[一二三四五六七八九十两双\d])(?<![第\d.零百千万亿几数十一二三四五六七八九两“‘])"

# Verbs and abstract nouns that are counted only in slogans; 服务中心, 代表团 are things.
_SLOGAN = (
    r"(?:到位|坚持|确保|必须|着力|加强|聚焦|务必|毫不动摇|坚定不移|维护|确立|意识|自信|服务|提升|提高|转变|"
    r"突破|覆盖|清零|统筹|结合|跃升|落实|严禁|面向|从严|强化|推进|更加|进一步|一律|相统一|代表|破除|狠抓|"
    r"严格|不[变减摘准得能让漏留放出发停断松误降低]|全覆盖|全面(?=战略|[，。；、])|百分百|百分之百|最(?=[，。；、])|始终|牢牢|优先|带头|看齐|善于|有利于|敢于|"
    r"主动|融合|协同|衔接|同步|大局|积极性|一(?=[，。；、原要工标]))"
    r"(?![组团队区站点中平项单人窗处办部会机小对系体课网线楼者业商])"
)
_KNOWN = (
    rf"个{_SLOGAN}|道[^，。；、的]{{0,2}}(?:防线|关口|屏障)|场(?:硬仗|攻坚战|战役)|方责任|种形态"
)
_DEFINITE = (
    r"类[一-鿿]{0,4}?(?:人群|人员|群体|场所|对象)|支[一-鿿]{0,4}?(?:队伍|力量)"
    r"|套[一-鿿]{0,6}?(?:系统|机制|体系|办法)|条[一-鿿]{0,6}?(?:措施|举措|禁令|底线|红线|政策)"
    r"|项(?:重点(?!工作|任务|项目|举措|工程|内容)|规定|原则|机制|纪律|禁令|制度)"
    r"|大[一-鿿]{0,6}?(?:攻坚战|战略|行动(?:计划)?|工程|战役|硬仗|倡议|理念|计划|保卫战)"
)
_COUNTED = re.compile(
    rf"{_FREE}(?P<count>{NUMERAL}|\d{{1,2}}) ?(?:(?P<known>{_KNOWN})|(?P<definite>{_DEFINITE}))"
)
_EACH = re.compile(
    r"(?<![第一-])(?:一[^\W\d一]{1,3}){1,3}一(?:策|档|案|码|卡|册|表|账|法|图|台账|预案|专班|清单|方案)(?!例|件|子|律|术|书)"
)
_SHORT = re.compile(
    rf"{_FREE}(?P<term>[一二三四五六七八九两双][^\W\d一二三四五六七八九十两双]{{1,2}}"
    r"[一二三四五六七八九两双][^\W\d一二三四五六七八九十两双]{1,3}?"
    rf"|[二三四五六七八九两双][^\W\d一二三四五六七八九十两双{'个大项类道支套条场种张方级次层点批轮本人年月日天者国省市县区村户家名位期路线部所种'}]"
    r"[^\W\d一二三四五六七八九十两双]{0,2}?)"
    r"(?=(?:要求|原则|制度|机制|方针)(?:[，。；、和]|$))"
)
_KNOWING = re.compile(
    r"落实|执行|围绕|按照|坚持|完善|健全|加强|推进|深化|贯彻|做到|做好|抓好|打好|打赢|筑牢|守牢|守好|守住|强化|聚焦|"
    r"突出|严守|严把|把好|实施|压实|用好|建强|管好|紧盯|盯紧|瞄准|突破|遵守|违反|扛牢|夯实|巩固|加固|兑现|运用|优化|"
    r"关注|对照|对标|依托|打响|管控|排查|扭住|抓住|践行|推动|遵循"
)
_TELLING = re.compile(
    r"提出|制定|出台|印发|安排|新增|新建|收集|建成|开工|完成|取得|确定|公布|推出|列出|形成|签署|发布|共|其中|梳理|等$|建立|修订|组建|派出|的$"
)
_REACH = 24
_CLAUSE = "，。；：！？"


def find_bare(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of every bare shorthand of a folded text."""
    for match in _COUNTED.finditer(text):
        several = number_of(match["count"]) != 1
        if several and (match["known"] or _is_known(text, match.start())):
            yield match.span()
    for match in _EACH.finditer(text):
        yield match.span()
    for match in _SHORT.finditer(text):
        if _is_known(text, match.start()):
            yield match.span("term")


def _is_known(text: str, position: int) -> bool:
    """Whether the clause before a position speaks of something known, not of something new."""
    floor = max(0, position - _REACH)
    start = max(floor, *(text.rfind(mark, floor, position) + 1 for mark in _CLAUSE))
    clause = text[start:position].rstrip()
    ends = [knowing.end() for knowing in _KNOWING.finditer(clause)]
    return bool(ends) and not _TELLING.search(clause, ends[-1])
