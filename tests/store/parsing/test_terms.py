"""Numeric shorthand and its expansions. The examples are invented."""

import pytest

from store.model import Paragraph, Term
from store.parsing.shorthand import normal_form
from store.parsing.terms import find_terms


def terms(*texts: str) -> tuple[Term, ...]:
    return find_terms(tuple(Paragraph("text", text) for text in texts))


def words(text: str) -> list[str]:
    return [term.text for term in terms(text)]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ("八支队伍", 8),
        ("六有", 6),
        ("三道防线", 3),
        ("四个一", 4),
        ("双闭环", 2),
        ("五个进一步", 5),
        ("6个百分百", 6),
        ("三区两通道", None),
        ("一岗双责", None),
        ("一人一策", None),
        ("6+1", None),
        ("1+N", None),
        ("1主18辅", None),
        ("五位一体", None),
        ("双一流", 2),
        ("双随机一公开", None),
        ("千万工程", None),
        ("两手抓", 2),
    ],
)
def test_quoted_shorthand(content: str, count: int | None) -> None:
    (term,) = terms(f"要落实“{content}”要求。")
    assert (term.text, term.count, term.expansion) == (content, count, None)


@pytest.mark.parametrize(
    "content",
    [
        "两会", "十四五", "十二五规划", "二十大", "十九大报告", "第一议题", "一把手", "一刀切", "最后一公里",
        "五一", "七一", "双十一", "3·15", "三天", "两个小时", "三年行动", "五百亿元", "三等奖", "四川", "三峡",
        "十佳青年", "三中全会", "一号文件", "喜迎二十大", "80后", "二十国集团", "0佣金", "三",
    ],
)  # fmt: skip
def test_quoted_text_that_is_no_shorthand(content: str) -> None:
    assert words(f"要做好“{content}”有关工作。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要紧紧围绕四类人群开展工作。", "四类人群"),
        ("全面加强 8 支队伍建设。", "8 支队伍"),
        ("健全完善７套信息化系统。", "７套信息化系统"),
        ("严格落实二十条优化措施。", "二十条优化措施"),
        ("做到八个到位，筑牢堤坝。", "八个到位"),
        ("切实筑牢三道防线。", "三道防线"),
        ("坚决打赢三大攻坚战。", "三大攻坚战"),
        ("压实四方责任。", "四方责任"),
        ("抓好抗旱，一河一策编制方案。", "一河一策"),
        ("严格落实三区两通道要求。", "三区两通道"),
        ("坚持四不两直原则。", "四不两直"),
    ],
)
def test_bare_shorthand(text: str, found: str) -> None:
    assert words(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "会议提出六点要求，抓好五项工作。",
        "一季度四川有三个人、三天、两个小时。",
        "融资 500 亿元，转入 04 版。",
        "围绕第十一次党代会、第九版方案开展工作。",
        "市里推出二十条优化措施。",
        "共组建8支队伍。",
        "建成两个服务区和三个保障组。",
        "打造5个以上千亿级产业集群。",
        "从三个方面推进，完成两项任务。",
        "加强三级医院建设，落实两个县的项目。",
        "三个代表团参加会议。",
        "一年一度的庙会，一天一个样。",
    ],
)
def test_quantities_are_no_shorthand(text: str) -> None:
    assert words(text) == []


def test_spellings_of_one_term_are_one() -> None:
    (term,) = terms("配齐“八支队伍”。", "对各地 8 支队伍进行检查，八支队伍要演练。")
    assert (term.text, term.normal, len(term.mentions)) == ("八支队伍", "八支队伍", 3)
    assert term.span == term.mentions[0]
    assert normal_form("12 条措施") == "十二条措施"
    assert len(terms("落实“六有”和“六保”。")) == 2


def test_other_mentions_are_not_looked_for_inside_other_numbers() -> None:
    (term,) = terms("落实“五防”。", "第五防区、二十五防点不算，五防工作才算。")
    assert len(term.mentions) == 2


def test_figures_alone_need_a_word_behind() -> None:
    assert words("推行“1234”工作法。") == ["1234"]
    assert words("拨打“12345”热线，建设“985”高校，点名“119”。") == []


def test_an_award_is_no_shorthand() -> None:
    assert words("该村获“三大名村”称号。") == []
    assert words("该村建设“三大名村”。") == ["三大名村"]


def test_keys_and_then_groups() -> None:
    six, two = terms("落实“三有”“两到位”,即：有水、有电、有网；人员到位、物资到位，确保群众生活。")
    assert six.expansion == ("有水", "有电", "有网")
    assert two.expansion == ("人员到位", "物资到位")


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("“三统筹”即统筹城乡,统筹山水和田园,统筹长短;", ("统筹城乡", "统筹山水和田园", "统筹长短")),
        ("实行“三早”（早查、早治、早防）。", ("早查", "早治", "早防")),
        ("做到早查、早治、早防“三早”。", ("早查", "早治", "早防")),
        ("做到人员到位、物资到位“两到位”。", ("人员到位", "物资到位")),
        ("做到“三个一遍”：每座桥走一遍，每条路看一遍，每个闸摸一遍。", ("每座桥走一遍", "每条路看一遍", "每个闸摸一遍")),
        ("提出“两有一提高”思路，即有水、有电，提高产量，要求各县落实。", ("有水", "有电", "提高产量")),
        ("“三港联动”即海港带动、河港互动、空港驱动。", ("海港带动", "河港互动", "空港驱动")),
        ("抓好“两个清零”：隐患清零、障碍清零，把责任扛起来。", ("隐患清零", "障碍清零")),
        ("反对“三风”，即懒政之风、浮夸之风和奢靡之风。", ("懒政之风", "浮夸之风", "奢靡之风")),
        ("做到“两个到位”。一要人员到位，二要物资到位。", ("人员到位", "物资到位")),
    ],
)  # fmt: skip
def test_expansions(text: str, expansion: tuple[str, ...]) -> None:
    (term,) = terms(text)
    assert term.expansion == expansion


@pytest.mark.parametrize(
    "text",
    [
        "落实“三有”，即有水、有电。",
        "落实“三有”，有水、有电、通路。",
        "落实“三有”要求，加强领导，压实责任，狠抓落实。",
        "做到人员、物资、资金“三个落实”。",
        "落实“三区两通道”：加强管理。",
    ],
)
def test_what_does_not_fit_the_numeral_is_no_expansion(text: str) -> None:
    assert [term.expansion for term in terms(text)] == [None]


def test_headlines_are_read_and_captions_are_not() -> None:
    text = "落实“六有”"
    assert len(find_terms([Paragraph("main", text)])) == 1
    assert find_terms([Paragraph("caption", text), Paragraph("meta", text)]) == ()


def test_traditional_terms_keep_their_print_and_share_the_normal_form() -> None:
    (term,) = terms("做到「兩個維護」。要做到“两个维护”。")
    assert (term.text, term.normal, len(term.mentions)) == ("兩個維護", "两个维护", 2)


@pytest.mark.parametrize(
    "text", ["“六有”", "“六有”即有甲、", "一人一策", "“三”", "《《", "12345", "六有、"]
)
def test_a_long_text_of_one_piece_has_spans_that_hold(text: str) -> None:
    paragraphs = [Paragraph("text", text * (40_000 // len(text)))]
    for term in find_terms(paragraphs):
        assert paragraphs[0].text[term.span.start : term.span.end] == term.text
