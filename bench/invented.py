"""Invented reports in any number, for measuring: people, places, series and texts repeat as real ones do."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from store.model import (
    Article,
    Directive,
    Document,
    DocumentRef,
    Event,
    Headline,
    Item,
    Page,
    Paragraph,
    Person,
    Published,
    Requirements,
    Role,
    Span,
    Term,
)

_SURNAMES: Final = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳史唐薛雷贺汤罗齐郝常于傅余顾孟黄穆萧尹"
_GIVEN: Final = "伟建国志明文秀丽海涛云峰俊杰晓红春生永强立新学军玉兰庆丰德宏启航望舒思远景行子衿怀瑾若谷清扬雨桐成林广田东升"
_PLACES: Final = (
    "云汀市", "青浦岭市", "柳溪市", "东泽市", "银塘市", "白鹭湾区", "石桥县", "松涧县", "兰渡县",
    "南屏区", "望江区", "梨园县", "鹤鸣县", "沙堰县", "长汀浦区", "双枫县", "竹溪镇", "澜江省",
)  # fmt: skip
_SERIES: Final = (
    "安全生产工作会议", "经济运行调度会", "防汛抗旱工作会议", "乡村振兴推进会", "生态环境保护会议",
    "常务会议", "常委会会议", "信访工作联席会议", "招商引资座谈会", "项目建设推进会", "食品安全会议",
    "教育工作会议", "疫情防控调度会", "城市更新专题会", "营商环境座谈会", "科技创新大会",
)  # fmt: skip
_TITLES: Final = (
    "省委书记",
    "省长",
    "副省长",
    "市委书记",
    "市长",
    "副市长",
    "县委书记",
    "县长",
    "区长",
    "局长",
    "主任",
)
_SOURCES: Final = ("澜江日报", "云汀晚报", "柳溪新闻网", "东泽日报", "澜江省政府网", "银塘时报")
_TERMS: Final = (
    "三个清单",
    "四张网",
    "五项机制",
    "六个到位",
    "八支队伍",
    "两个责任",
    "七项措施",
    "一图一表",
)
_COMMON: Final = (
    "坚持", "完善", "落实", "责任", "机制", "统筹", "推进", "项目", "建设", "发展", "安全", "隐患", "排查",
    "整治", "群众", "服务", "产业", "升级", "创新", "驱动", "生态", "保护", "水源", "河道", "堤防", "值守",
    "高质量", "现代化", "一体化", "常态化", "精准", "有序", "扎实", "全面", "深入", "持续", "切实", "进一步",
    "确保", "加快", "强化", "严格", "压实", "抓好", "做好", "守住", "底线", "红线", "主动", "靠前", "协同",
)  # fmt: skip
_RARER: Final = 15_000
"""Words besides those, put together from the 3,755 characters of GB 2312's first level."""

_OPENINGS: Final = (
    "会议强调，要", "会议指出，", "会议要求，", "他强调，", "与会人员认为，", "各级各部门要", "在听取汇报后，",
    "随后，", "据了解，", "近年来，", "下一步，", "一方面，",
)  # fmt: skip
_OPENING_WEIGHTS: Final = (4, 3, 3, 2, 1, 2, 1, 1, 1, 1, 1, 1)
_ROLES: Final[tuple[Role, ...]] = (
    "attended",
    "attended",
    "spoke",
    "reported",
    "observed",
    "mentioned",
)
_FIRST_DAY: Final = date(2005, 1, 1)
_DAYS: Final = 20 * 365
_LEADS: Final = "一二三四五六七八"


@dataclass
class World:
    """The people and phrases that reports are made of; the same seed gives the same world."""

    seed: int = 7
    people: int = 3_000
    variety: int = 60_000
    """Phrases that the texts are put together from."""
    names: list[str] = field(init=False)
    phrases: list[str] = field(init=False)
    weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        names: dict[str, None] = {}
        while len(names) < self.people:
            given = "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))
            names[chance.choice(_SURNAMES) + given] = None
        self.names = list(names)
        words = [*_COMMON, *_rarer_words(chance)]
        # the usual law of texts: the word of rank r is about 1/r as frequent
        law = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        self.phrases = [
            "".join(chance.choices(words, cum_weights=law, k=chance.randint(2, 6)))
            for _ in range(self.variety)
        ]
        # who leads is in the news more often than who attends
        self.weights = list(accumulate(1 / (rank + 20) for rank in range(self.people)))

    def report(self, number: int) -> tuple[Document, list[Article]]:
        """The document and the one article of a number."""
        chance = random.Random(self.seed * 1_000_003 + number)
        # every fourth report is another paper's on the meeting before it
        meeting = number - 1 if number % 4 == 3 else number
        shared = random.Random(self.seed * 7_000_003 + meeting)
        return self._report(number, chance, shared)

    def reports(self, count: int, start: int = 0) -> Iterator[tuple[Document, list[Article]]]:
        """Documents in a row."""
        return map(self.report, range(start, start + count))

    def _report(
        self, number: int, chance: random.Random, shared: random.Random
    ) -> tuple[Document, list[Article]]:
        day = _FIRST_DAY + timedelta(days=shared.randrange(_DAYS))
        place, series = shared.choice(_PLACES), shared.choice(_SERIES)
        cast = list(dict.fromkeys(shared.choices(self.names, cum_weights=self.weights, k=15)))
        title = f"{place}召开{series}"
        paragraphs, requirements = self._text(chance, title, day, place, series, cast)
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        path = f"reports/{number:07d}.txt"
        digest = hashlib.sha256(f"{path}\n{text}".encode()).hexdigest()
        article = Article(
            id=digest[:16],
            title=title,
            document=DocumentRef(path, digest, "plain-text", "utf-8"),
            kind="meeting",
            headline=Headline(main=(title,)),
            published=Published(str(day + timedelta(days=1)), "page"),
            source=chance.choice(_SOURCES),
            event=Event(
                name=f"{place}{series}",
                series=series,
                date=str(day),
                date_basis="day in the text, year from publication",
                place=place,
                level="province" if place.endswith("省") else "city",
            ),
            people=_people(cast, paragraphs, shared),
            paragraphs=tuple(paragraphs),
            requirements=requirements,
            directives=(
                Directive(by="会议", verb="强调", paragraph=3, lead="要", span=Span(3, 0, 4)),
            ),
            terms=_terms(paragraphs),
        )
        page = Page(blocks=(), title=title)
        document = Document(
            path=path,
            sha256=digest,
            layout="plain-text",
            encoding="utf-8",
            text=text,
            pages=(page,),
        )
        return document, [article]

    def _text(
        self, chance: random.Random, title: str, day: date, place: str, series: str, cast: list[str]
    ) -> tuple[list[Paragraph], tuple[Requirements, ...]]:
        lead = f"{day.month}月{day.day}日，{place}召开{series}。{chance.choice(_TITLES)}{cast[0]}主持会议并讲话，"
        lead += "、".join(cast[1:]) + "参加会议。"
        texts = [title, lead]
        items = [
            f"{_LEADS[place]}要{chance.choice(self.phrases)}，{chance.choice(self.phrases)}，"
            f"{chance.choice(self.phrases)}。"
            for place in range(8)
        ]
        texts.append("会议提出八点要求。" + "".join(items))
        length = sum(map(len, texts))
        while length < 2_450:
            sentence = "，".join(chance.choices(self.phrases, k=6))
            opening = chance.choices(_OPENINGS, weights=_OPENING_WEIGHTS)[0]
            closing = f"“{chance.choice(_TERMS)}”要落到实处。" if chance.random() < 0.3 else ""
            texts.append(f"{opening}{sentence}。{closing}")
            length += len(texts[-1])
        paragraphs = [Paragraph("main", title), *(Paragraph("text", one) for one in texts[1:])]
        return paragraphs, (_requirements(texts[2], items),)


def _rarer_words(chance: random.Random) -> Iterator[str]:
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    characters = [one for row in rows if (one := row.decode("gb2312", "ignore"))]
    chance.shuffle(characters)
    law = list(accumulate(1 / (rank + 40) for rank in range(len(characters))))
    for _ in range(_RARER):
        yield "".join(chance.choices(characters, cum_weights=law, k=chance.choice((2, 2, 2, 3))))


def _requirements(text: str, items: list[str]) -> Requirements:
    places = [text.index(item) for item in items]
    return Requirements(
        by="会议",
        verb="提出",
        announced=8,
        paragraph=2,
        items=tuple(
            Item(
                number=number,
                marker=item[:2],
                lead=item[2:].split("，")[0],
                text=item,
                span=Span(2, place, place + len(item)),
            )
            for number, (item, place) in enumerate(zip(items, places, strict=True), 1)
        ),
    )


def _people(
    cast: list[str], paragraphs: list[Paragraph], shared: random.Random
) -> tuple[Person, ...]:
    lead = paragraphs[1].text
    return tuple(
        Person(
            name=name,
            title=shared.choice(_TITLES),
            roles=("presided", "spoke") if place == 0 else (shared.choice(_ROLES),),
            certainty="certain",
            mentions=(Span(1, lead.index(name), lead.index(name) + len(name)),),
        )
        for place, name in enumerate(cast)
    )


def _terms(paragraphs: list[Paragraph]) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for number, paragraph in enumerate(paragraphs):
        for term in _TERMS:
            start = paragraph.text.find(f"“{term}”") + 1
            if start and term not in found:
                span = Span(number, start, start + len(term))
                found[term] = Term(text=term, normal=term, count=None, expansion=None, span=span)
    return tuple(found.values())
