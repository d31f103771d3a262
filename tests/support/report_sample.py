"""An invented report with everything that a reader sets off, built from annotated sentences."""

import re

from store.model import (
    Article,
    Byline,
    Directive,
    DocumentRef,
    Event,
    Headline,
    Item,
    Organisation,
    Paragraph,
    Person,
    PressMention,
    Published,
    Requirements,
    Role,
    Span,
    Term,
)

TITLE = "澜江省森林防火工作领导小组会议召开"
PARAGRAPHS = (
    Paragraph("kicker", "桑明远在全省森林防火工作领导小组会议上强调"),
    Paragraph("main", TITLE),
    Paragraph("deck", "桑明远讲话　柏若川主持"),
    Paragraph("byline", "本报讯（记者麦小满、解青禾）"),
    Paragraph(
        "text",
        "3月18日上午，澜江省森林防火工作领导小组会议在云汀市召开。省委书记、领导小组组长桑明远"
        "出席会议并讲话，省长柏若川主持会议，青浦岭市、柳溪市作了汇报，梁栖、闻人铎、喻知秋参加会议。",
    ),
    Paragraph(
        "text",
        "会议指出，今年以来全省共排查隐患12,580处，整改率99.5%，“六到位”落实较好，"
        "但形势依然严峻……必须时刻绷紧安全这根弦。",
    ),
    Paragraph(
        "text",
        "会议提出三点要求。一要压实责任，把任务分解到乡镇、到村组、到人头，做到“六到位”。"
        "二要管住火源，严格执行野外用火审批制度，重要时段由梁栖带队督查。"
        "三要备足力量，完成GIS预警平台升级（二期），确保24小时值守。确保全省不发生重特大森林火灾。",
    ),
    Paragraph("caption", "图为会议现场。解青禾 摄"),
    Paragraph(
        "text",
        "柏若川要求，一是抓紧传达学习，二是抓细隐患整改，三是抓实宣传引导。",
    ),
)
_PEOPLE: tuple[tuple[str, str | None, tuple[Role, ...]], ...] = (
    ("桑明远", "省委书记、领导小组组长", ("attended", "spoke")),
    ("柏若川", "省长", ("presided",)),
    ("梁栖", None, ("attended",)),
    ("闻人铎", None, ("attended",)),
    ("喻知秋", None, ("attended",)),
)


def report_sample() -> Article:
    """The report as the parser would give it, its year inferred from the publication date."""
    return Article(
        id="sample",
        title=TITLE,
        document=DocumentRef("reports/sample.txt", "0" * 64, "plain-text", "utf-8"),
        kind="meeting",
        headline=Headline(kicker=(PARAGRAPHS[0].text,), main=(TITLE,), deck=(PARAGRAPHS[2].text,)),
        published=Published("2024-03-19", "front matter date"),
        source="澜江日报",
        byline=Byline(
            reporters=("麦小满", "解青禾"),
            mentions=tuple(
                PressMention(name, "reporter", span)
                for name in ("麦小满", "解青禾")
                for span in spans(name)[:1]
            ),
        ),
        event=Event(
            name="澜江省森林防火工作领导小组会议",
            series="森林防火工作领导小组会议",
            date="2024-03-18",
            date_basis="day in the text, year from publication",
            daypart="上午",
            place="云汀市",
            level="province",
        ),
        people=tuple(
            Person(name=name, title=title, roles=roles, mentions=spans(name))
            for name, title, roles in _PEOPLE
        ),
        organisations=tuple(
            Organisation(name=name, roles=("reported",), mentions=spans(name))
            for name in ("青浦岭市", "柳溪市")
        ),
        paragraphs=PARAGRAPHS,
        requirements=(
            _series(6, "要", 3, "会议", "提出"),
            _series(8, "是", None, "柏若川", "要求"),
        ),
        directives=(
            Directive(by="会议", verb="指出", paragraph=5, lead="会议指出", span=Span(5, 0, 30)),
        ),
        terms=(
            Term(
                text="六到位",
                normal="六到位",
                count=6,
                expansion=None,
                span=spans("六到位")[0],
                mentions=spans("六到位"),
            ),
        ),
        remarks=("announced 3 items, found 3",),
    )


def spans(text: str) -> tuple[Span, ...]:
    """Every place where a text stands in the paragraphs of the sample."""
    return tuple(
        Span(index, found.start(), found.end())
        for index, paragraph in enumerate(PARAGRAPHS)
        for found in re.finditer(re.escape(text), paragraph.text)
    )


def _series(
    paragraph: int, ordinal: str, announced: int | None, by: str, verb: str
) -> Requirements:
    text = PARAGRAPHS[paragraph].text
    items = []
    for number, digit in enumerate("一二三", 1):
        start = text.index(digit + ordinal)
        after = text.find("二三"[number - 1] + ordinal) if number < 3 else -1
        end = after if after >= 0 else text.index("。", start) + 1
        lead = re.split("[，。]", text[start + 2 : end])[0]
        items.append(
            Item(
                number=number,
                marker=digit + ordinal,
                lead=lead,
                text=text[start + 2 : end],
                span=Span(paragraph, start, end),
            )
        )
    return Requirements(
        by=by, verb=verb, announced=announced, paragraph=paragraph, items=tuple(items)
    )
