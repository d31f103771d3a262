"""Invented reports and queries by chance, for tests that compare two libraries."""

import random

from invented_reports import a_document, an_article

from store.library.interface import FacetField
from store.model import Article, Document
from store.query.expression import Between, Everything, Expression, Has, HasAny, Is, Word

NAMES = ("林知远", "苏曼青", "贺兰亭", "单于飞", "Tom Lin", "曾乐")
PLACES = ("云汀市", "柳溪市", "东泽市", None)
SERIES = ("防汛会议", "常务会议", None)
DATES = ("2023-05-04", "2023-05-05", "2022-12-30", "--11-26", None)
TEXTS = (
    "压实责任。",
    "排查隐患，整改。",
    "八支队伍到位",
    "做到“六有”",
    "AI 平台 2022",
    "壓實責任；防汛",
)
FIELDS: tuple[FacetField, ...] = ("person", "role", "place", "kind", "source", "series", "month")


def some_report(chance: random.Random, path: str) -> tuple[Document, list[Article]]:
    """A document of one to three reports."""
    articles = [
        an_article(
            f"{chance.choice(PLACES) or '某地'}召开会议{number}",
            *chance.choices(TEXTS, k=chance.randint(1, 4)),
            path=path,
            date=chance.choice(DATES),
            published=chance.choice(("2023-05-05", "2023-05-06", None)),
            series=chance.choice(SERIES),
            place=chance.choice(PLACES),
            source=chance.choice(("澜江日报", "云汀晚报", None)),
            people={
                name: (chance.choice(("presided", "presided", "attended", "spoke")),)
                for name in chance.sample(NAMES, chance.randint(0, 3))
            },
            items=chance.choice((0, 2)),
        )
        for number in range(chance.randint(1, 3))
    ]
    return a_document(*articles, path=path, text=str(chance.random())), articles


def some_query(chance: random.Random, depth: int = 3) -> Expression:
    """A query of a few terms."""
    kind = chance.randrange(11 if depth else 8)
    words = ("压实", "责任", "任", "，", "“六有”", "2022", "ai平台", "zy", "l", "没有", "会议0")
    words += ("压实责任", "压实责任;防汛", "隐患，整改。", "责任排查", "召开会议1")
    match kind:
        case 0 | 1:
            return Word(chance.choice(words), quoted=chance.random() < 0.3)
        case 2:
            return Has(
                "person", chance.choice((*NAMES, "林", "zengle")), exact=chance.random() < 0.5
            )
        case 3:
            return Has("person", "林", role=chance.choice(("presided", "attended")))
        case 4:
            return Has(
                chance.choice(("place", "series", "source")), chance.choice(("市", "会议", "日报"))
            )
        case 5:
            return Between(chance.choice((None, "2023-01-01")), chance.choice((None, "2023-05-04")))
        case 6:
            return chance.choice((Is("undated"), Is("unread"), Is("marked")))
        case 7:
            return chance.choice((HasAny("requirements"), Everything(), Has("role", "spoke")))
        case 8:
            return some_query(chance, depth - 1) & some_query(chance, depth - 1)
        case 9:
            return some_query(chance, depth - 1) | some_query(chance, depth - 1)
    return ~some_query(chance, depth - 1)
