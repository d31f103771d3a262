"""Names after and before a post: 省长许遥, 许遥省长."""

import re
from collections.abc import Iterator, Set

from store.parsing.name_shapes import HAN, Candidate, Shapes

_POST_END = re.compile(
    r"(?:委员|代表)(?=则?(?:建议|指出|提出|认为|表示|强调|发言|说))|(?:常务)?(?:总|副|代)?(?:书记|省长|市长|县长|区长|州长|主席(?![台团])|总理|国务委员|部长|局长|厅长|主任|校长|院长|所长|科长|股长|站长|队长|镇长|乡长|总领事|参赞|庭长|护士长|教导员|指导员|少将|中将|上将|大校|馆长|台长|社长|会长|行长|处长|秘书长|委员长|检察长|组长|董事长|总经理|总裁|总工程师|总经济师|总会计师|教授|院士|博士|研究员|老师|同志|先生|女士|总统|首相|将军|司令员|政委|常委|一行|等人|新时代|理论|思想)"
)
_OF_A_PLACE = frozenset({"省长", "市长", "州长", "县长", "区长"})
"""Posts that the name of a place may stand before: 云汀市长程朗."""
_OF_THE_STATE = frozenset({"总书记", "总理", "副总理", "主席", "委员长", "副委员长"})
_UNMISTAKABLE = frozenset({"总书记", "同志", "总理", "副总理", "主席", "先生", "女士", "委员长"})
_WEAK_TITLES = frozenset(
    {
        "学生",
        "群众",
        "民警",
        "代表",
        "成员",
        "村民",
        "企业家",
        "专家",
        "党员",
        "干部",
        "农民",
        "居民",
        "市民",
        "领导",
        "领导人",
        "人员",
        "人选",
        "候选人",
        "老师",
        "教师",
        "学者",
        "职工",
        "工人",
        "青年",
        "老人",
        "军人",
        "志愿者",
        "农户",
        "专业户",
        "万元户",
        "重点户",
        "商户",
        "业主",
        "嘉宾",
        "校友",
        "搬迁户",
        "好人",
        "脱贫户",
        "贫困户",
        "困难户",
        "养殖户",
        "种植户",
    }
)
"""Words that often end a noun phrase with no name after it: what follows must look like a name."""
_PERSONAL = re.compile(
    r"(?<=[\u4e00-\u9fff])（(?:[男女]|(?:[男女]，)?(?:藏|回|满|蒙古|壮|维吾尔|哈萨克|苗|彝|土家|侗|瑶|白|傣|黎|畲|羌|土|朝鲜|布依|哈尼|傈僳|纳西|景颇|柯尔克孜|达斡尔|塔吉克|锡伯|撒拉|东乡|保安|裕固|仡佬|水|佤|拉祜|仫佬|毛南|布朗|阿昌|普米|怒|德昂|京|独龙|门巴|珞巴|基诺|鄂温克|鄂伦春|赫哲)族(?:，[男女])?)）"
)
"""What is said in brackets of a person only: （藏族）, （女，回族）."""
_LONGEST_BEFORE_BRACKET = 5
_CLOSED = re.compile(
    r"[，、。；：）]|$|(?:等)?(?:主持|出席|参加|列席|强调|指出|讲话|作(?!为|用|风|业|物)|传达|宣读|通报|汇报|陪同|到会|分别|先后|依次|致辞|介绍|见证|代表(?!团|队|大会|性)|受[^，。；]{1,12}委托)"
)
_ACTS = re.compile(
    r"主持|出席|列席|强调|指出|讲话|传达|宣读|通报|汇报|陪同|致辞|作(?:了|重要|动员|总结|部署|安排)"
)
_GIVEN_TOO = "村"
"""Ends the name of a place, and now and then one of a person."""
_OF_ALL_LEVELS = re.compile(r"[两三四五]级书记$")
"""县乡村三级书记包山头: those of every level, nobody by name."""
_OF_SOME = re.compile(
    r"(?:有些|一些|有的|部分|不少|许多|很多|多数|少数|个别|某些|各位|这些|那些)同志$"
)
"""有些同志爱搞形式主义: not one of them is named."""
_POST_REMARK = re.compile(r"（[^（）]{2,12}）")
"""副厅长（主持日常工作）甲: what is said of the post between it and the name."""
_INNER_BLANK = re.compile(r"[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?! )")
"""A name of two characters that is set to the width of three."""
_PARTS_OF_AN_OFFICE = frozenset("科处股局部厅室所站队院校")
"""Of these the head is called by the same character: the name of an office, not of a person."""
_HEADS_OF_A_BODY = ("主任", "副主任", "书记", "副书记", "委员")
"""松辽委主任: whose head has this post is a body."""
_HEARD = re.compile("(?:通过|听取|审议)了$")
_COMES = frozenset("来有暨")
"""Of these hardly anybody is called: 总书记来闽考察, 艺术家有情怀."""
_VERBS_TOO = frozenset("向谈")
"""Surnames that are far oftener the verb behind a post."""
_BETWEEN = 6.5
"""Score of a name both ends of which are fixed."""
_ADDRESSED = 3.0
"""Score from which on somebody is named before 同志."""
_BORNE_BY_MANY = 7.0
"""A surname that costs less is borne by one in a thousand."""
_COMMON_REST = 13.0
"""A word of this cost or less is the rest of a thing: 集群 is, 桂兰 is not."""
_OF_THINGS = frozenset("子儿们")
_COMMON_WORD = 12.0
"""A dictionary word that costs less is no name after a weak title: 职工余粮."""


def title_ends(shapes: Shapes) -> re.Pattern[str]:
    """Matches the last character of any post before a Chinese character; the caller looks closer."""
    last = "".join(sorted({title[-1] for title in shapes.lexicon.titles}))
    return re.compile(rf"[{last}](?= ?[\u4e00-\u9fff]|（[^（）]{{2,12}}）[\u4e00-\u9fff])")


def after_titles(text: str, shapes: Shapes, ends: re.Pattern[str]) -> Iterator[Candidate]:
    """The name that follows a post; after a weak one it must also end well."""
    for mark in ends.finditer(text):
        end = mark.end()
        if not shapes.ends_title(text, end) or _goes_on(text, end, shapes):
            continue
        if _OF_ALL_LEVELS.search(text, max(0, end - 4), end) or _takes_office(text, end):
            continue
        if _OF_SOME.search(text, max(0, end - 4), end) or _is_address(text, end, shapes):
            continue
        remark = _POST_REMARK.match(text, end)
        start = remark.end() if remark else end + 1 if text[end] == " " else end
        spaced = _INNER_BLANK.match(text, start)
        if spaced and shapes.surname(text, start) and _closes(text, spaced.end(), shapes):
            yield Candidate(start, spaced.end(), 12.0, "after a title")
            continue
        weak = _is_weak(text, end, shapes)
        found = shapes.starting(text, start, bonus=0.0 if weak else 3.0)
        if not weak and (found is None or found[1] <= 1.0):
            found = _common_word(text, start, shapes)
        if found is None or (weak and not _stands_alone(text, start, found[0], shapes)):
            continue
        if _is_a_verb(text, start, found[0], shapes):
            continue
        if found[1] > (3.5 if weak else 1.0):
            yield Candidate(start, found[0], found[1] + 4, "after a title")


def _closes(text: str, end: int, shapes: Shapes) -> bool:
    return (
        _CLOSED.match(text, end) is not None
        or text[end : end + 1] == "（"
        or shapes.follows(text, end)
    )


def _takes_office(text: str, end: int) -> bool:
    """甲同志任区财政局局长: behind that form of address 任 is what he becomes, not who comes."""
    return text[end - 2 : end] == "同志" and text.startswith("任", end)


def _is_address(text: str, end: int, shapes: Shapes) -> bool:
    """甲同志安卧在鲜花丛中: 同志 behind a name is said of him, and of nobody who might follow."""
    begin = end - 2
    if text[begin:end] != "同志" or begin < 2:
        return False
    named = shapes.ending(text, shapes.before(text, begin), begin, bonus=5.0)
    return named is not None and named[1] > _ADDRESSED


def _is_a_verb(text: str, start: int, end: int, shapes: Shapes) -> bool:
    """负责人向市政协汇报, 发言人谈巴印: a surname that is a verb too wants a verb or an end behind it.

    周主任和罗主任: 和 before a surname with its post joins two people.
    """
    if text[start] in _COMES or shapes.joins(text, start):
        return True
    if text[start] in "和同" and shapes.post_at(text, end):
        return True
    return text[start] in _VERBS_TOO and not (
        shapes.ends_well(text, end) or shapes.verb_at(text, end)
    )


def _common_word(text: str, start: int, shapes: Shapes) -> tuple[int, float] | None:
    """党委书记夏天，: after a post and before a mark or a role verb a common word is a name too."""
    for end in (start + 2, start + 3):
        name = text[start:end]
        if (
            len(name) == end - start
            and shapes.surname(text, start)
            and name in shapes.lexicon.words
            and name not in shapes.lexicon.follow
            and name not in shapes.lexicon.titles
            and not shapes.is_no_name(text, start, end)
            and _CLOSED.match(text, end)
        ):
            return end, 2.0
    # 副区长张新村主持: what a role verb follows presides, and is no village
    end = start + 3
    if text[end - 1 : end] == _GIVEN_TOO and shapes.surname(text, start) and _ACTS.match(text, end):
        return end, 2.0
    return None


def _goes_on(text: str, end: int, shapes: Shapes) -> bool:
    """代表团, 主席台, 总工程师: what looks like a post is the beginning of another word."""
    titles = shapes.lexicon.titles
    if any(text[end - a : end + b] in titles for a in (2, 3) for b in (1, 2)):
        return True
    if text[end - 2 : end + 1] not in shapes.lexicon.words:
        return False
    # 主席国世平主持: a name of three characters that a verb follows is more than a chance
    name = text[end : end + 3]
    named = shapes.exact(name) > 0 and shapes.exact(name[1:]) < 0 and shapes.follows(text, end + 3)
    return not named


def _is_weak(text: str, end: int, shapes: Shapes) -> bool:
    if text[end - 4 : end] in shapes.lexicon.titles:
        return False
    return any(text[end - size : end] in _WEAK_TITLES for size in (2, 3))


def _stands_alone(text: str, start: int, end: int, shapes: Shapes) -> bool:
    if not shapes.ends_well(text, end) or _is_of_words(text, start, end, shapes):
        return False
    return shapes.lexicon.words.get(text[start:end], 99.0) >= _COMMON_WORD


def _is_of_words(text: str, start: int, end: int, shapes: Shapes) -> bool:
    """村民宿集群, 村民钱袋子: the post shares a word with what follows, or that is a thing."""
    words = shapes.lexicon.words
    shared = text[start - 1 : start + 1] in words
    if shared and words.get(text[start + 1 : end], 99.0) < _COMMON_REST:
        return True
    return text[end - 1] in _OF_THINGS and text[start : end - 1] in words


def before_titles(text: str, shapes: Shapes, holders: Set[int]) -> Iterator[Candidate]:
    """The name that a post or form of address follows; a short one must score higher.

    ``holders`` are the places where a name after a post begins: 云汀市长程朗 names one person.
    """
    for mark in _POST_END.finditer(text):
        end = mark.start()
        bonus = 5.0 if mark.group() in _UNMISTAKABLE else 1.0
        found = shapes.ending(text, shapes.before(text, end), end, bonus)
        if found is None or found[1] <= (6.0 if end - found[0] == 2 else 3.0):
            found = _enclosed(text, end, shapes, sure=mark.group() in _OF_THE_STATE)
        if found:
            if mark.group() in _OF_A_PLACE and mark.end() in holders:
                continue
            if _of_a_surname(text, found[0], end, shapes) or _is_joined(text, found[0], end):
                continue
            yield Candidate(found[0], end, found[1], "before a title")


def _enclosed(text: str, end: int, shapes: Shapes, *, sure: bool) -> tuple[int, float] | None:
    """由程潜省长主持, 万里委员长出席, 通过了高波科长作的: two characters before a post are a name."""
    start = end - 2
    before = text[start - 1 : start] if start > 0 else "，"
    opens = (
        before == "由"
        or (sure and not HAN.match(before))
        or _HEARD.search(text, max(0, start - 3), start)
        or _is_second(text, start, shapes)
    )
    named = start >= 0 and shapes.surname(text, start) and not shapes.is_no_name(text, start, end)
    return (start, _BETWEEN) if opens and named else None


def _is_second(text: str, start: int, shapes: Shapes) -> bool:
    """甲书记和李强省长: a surname of many behind a post and 和."""
    many = shapes.lexicon.surnames.get(text[start : start + 1], 99.0) < _BORNE_BY_MANY
    return many and text[start - 1 : start] in {"和", "与"} and shapes.ends_title(text, start - 1)


def _is_joined(text: str, start: int, end: int) -> bool:
    """向徐书记, 周主任和罗主任: a preposition or 和 before a surname with its post; 高新科科长."""
    if text[end - 1] == text[end] and text[end] in _PARTS_OF_AN_OFFICE:
        return True
    if text[end - 1] in "老女男" and text.startswith("同志", end):
        return True
    if text[end - 1] == "委" and text.startswith(_HEADS_OF_A_BODY, end):
        return True
    return (
        end - start == 2
        and text[start] in "向和同"
        and start > 0
        and HAN.match(text[start - 1]) is not None
    )


def _of_a_surname(text: str, start: int, end: int, shapes: Shapes) -> bool:
    """高举毛主席的旗帜: a word, then a surname with its post; no name is given."""
    word = text[start : end - 1]
    surname = shapes.lexicon.surnames.get(text[end - 1], 99.0)
    common = len(word) == 2 and shapes.lexicon.words.get(word, 99.0) < _COMMON_WORD
    return common and surname < _BORNE_BY_MANY


def before_brackets(text: str, shapes: Shapes) -> Iterator[Candidate]:
    """甲某（女，藏族）: an item that such a bracket follows is a name, behind its post if it has one."""
    for mark in _PERSONAL.finditer(text):
        end = mark.start()
        floor = max(shapes.before(text, end), end - _LONGEST_BEFORE_BRACKET - 2)
        for start in range(end - 2, floor - 1, -1):
            opens = start == 0 or not HAN.match(text[start - 1]) or shapes.ends_title(text, start)
            name = text[start:end]
            if opens and (shapes.exact(name) > 0 or shapes.is_minority(name)):
                yield Candidate(start, end, 20.0, "before a title")
                break
        else:
            found = shapes.ending(text, floor, end, bonus=6.0)
            if found:
                yield Candidate(found[0], end, found[1] + 6.0, "before a title")
