"""Where a printed title begins and ends, word by word."""

import pytest
from parsed import article, titles_of

from store.model import Block

LEADS = """和 与 及 以及 同 并 由 对 向 请 其中 会上 会前 会后 会议由 会议邀请 仪式由 活动由 随后 当日 当天 日前
近日 今天 昨天 上午 下午 晚上 晚 3月5日 11月25日上午 3月5日下午 3月5日晚上 3月5日晚 3月5日凌晨 3月5日中午 5日 5日上午
5日下午 5日晚上 5日晚 来自 原标题 出席有 参加会议的有 出席活动领导还有 参加仪式有 还有 受 陪同 会见 会见了 看望
看望了 听取 听取了 邀请 率 率领 主持人 主持人是 在 当天上午"""
INNER = """会议由 仪式由 活动由 座谈会由 召开由 陪同 会见 会见了 听取 听取了 宁致和一行与 宁致和一行和 传达 传达了
学习 学习了 贯彻 落实 按照 根据 欢迎 感谢 祝贺 推选 选举 任命 聘请 作为 是 的"""


@pytest.mark.parametrize("lead", LEADS.split())
def test_a_title_begins_after_its_lead(lead: str) -> None:
    assert titles_of(f"{lead}县林草局局长顾望舒讲话。")["顾望舒"] == "县林草局局长"


@pytest.mark.parametrize("words", INNER.split())
def test_a_title_begins_after_words_within_the_clause(words: str) -> None:
    assert titles_of(f"全县再次{words}县林草局局长顾望舒讲话。")["顾望舒"] == "县林草局局长"


@pytest.mark.parametrize(
    "title",
    [
        "对外联络部部长",  # 对 alone is a lead
        "同志局局长",
        "县学习办主任",  # 学习 within it
        "县是非调解室主任",
        "县落实办主任",
        "省应对汛情工作领导小组组长",
    ],
)
def test_a_title_may_hold_such_words(title: str) -> None:
    found = titles_of(f"副市长宁致和、{title}顾望舒讲话。")["顾望舒"]
    assert found is not None
    assert title.endswith(found)


@pytest.mark.parametrize(
    "lead",
    [
        *("据", "据悉", "据了解", "与会代表包括", "代表包括", "5日凌晨", "5日中午"),
        *("（一）", "（十二）", "（3）", "1.", "12.", "①", "②", "召开电视电话会议."),
    ],
)
def test_a_source_an_enumerator_and_a_full_stop_belong_to_no_title(lead: str) -> None:
    assert titles_of(f"{lead}县林草局局长顾望舒讲话。") == {"顾望舒": "县林草局局长"}


@pytest.mark.parametrize(
    "title",
    [
        *("大数据局局长", "县依据办主任", "第一书记", "一中校长", "1.5公里坝段书记"),
        *("A.B公司总经理", "（一线）办主任"),
    ],
)
def test_what_looks_like_such_a_lead_belongs_to_the_title(title: str) -> None:
    assert titles_of(f"{title}顾望舒讲话。")["顾望舒"] == title


@pytest.mark.parametrize("mark", "，。；：！？（）“”\n")
def test_a_title_begins_after_a_mark(mark: str) -> None:
    text = f"大家到县林草局{mark}局长顾望舒讲话。"
    assert titles_of(text)["顾望舒"] == "局长"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("县委（扩大）办主任顾望舒讲话。", "县委（扩大）办主任"),
        ("县“双百”办主任顾望舒讲话。", "县“双百”办主任"),
        ("（扩大主任顾望舒讲话。", "扩大主任"),
        ("“双百主任顾望舒讲话。", "双百主任"),
        ("扩大）主任顾望舒讲话。", "主任"),
        ("双百”主任顾望舒讲话。", "主任"),
        # brackets of one kind do not close those of the other
        ("县（双百”办主任顾望舒讲话。", "办主任"),
        ("县“双百）办主任顾望舒讲话。", "办主任"),
    ],
)
def test_brackets_within_a_title(text: str, title: str) -> None:
    assert titles_of(text)["顾望舒"] == title


@pytest.mark.parametrize("gap", [" ", "  ", ""])
def test_blanks_between_a_title_and_a_name(gap: str) -> None:
    assert titles_of(f"县林草局局长{gap}顾望舒讲话。")["顾望舒"] == "县林草局局长"


@pytest.mark.parametrize("link", ["、", "和", "与", "及", "、 "])
def test_a_title_serves_the_names_of_its_list(link: str) -> None:
    text = f"副市长程朗春{link}徐青岚讲话。会上徐青岚发言。"
    assert titles_of(text)["徐青岚"] == "副市长"
    [first, second] = article(text).people
    assert [e.rule for e in second.evidence if e.field == "title"] == ["title of the list"]
    assert [e.rule for e in first.evidence if e.field == "title"] == ["before the name"]


@pytest.mark.parametrize("link", [" ", "，", "同", "陪同", "向", "。"])
def test_a_title_serves_no_other_names(link: str) -> None:
    assert titles_of(f"副市长程朗春{link}徐青岚讲话。徐青岚强调，要抓好落实。")["徐青岚"] is None


@pytest.mark.parametrize(
    ("after", "title"),
    [
        *(("总书记", "总书记"), ("副省长", "副省长"), ("国务委员", "国务委员"), ("同志", "同志")),
        *(("秘书长", "秘书长"), ("书记", "书记"), ("一行", None), ("等人", None), ("讲话", None)),
    ],
)
def test_a_title_after_a_name(after: str, title: str | None) -> None:
    text = f"顾望舒强调，要抓好落实。大家学习顾望舒{after}的文章。"
    assert titles_of(text)["顾望舒"] == title
    rules = [e.rule for e in article(text).people[0].evidence if e.field == "title"]
    assert rules == (["after the name"] if title else [])


def test_the_fullest_title_before_a_name_is_the_persons() -> None:
    text = "副省长顾望舒讲话。常务副省长顾望舒强调，要抓好落实。顾望舒副委员长同志来访。"
    assert titles_of(text)["顾望舒"] == "常务副省长"


def test_a_title_of_its_own_goes_before_one_of_a_list() -> None:
    text = "省人大常委会领导程朗春、徐青岚到会。厅长徐青岚讲话。"
    assert titles_of(text)["徐青岚"] == "厅长"


def test_a_title_in_a_headline_ends_at_a_blank() -> None:
    head = Block("heading", "全市工作会议举行 市长程朗春讲话", 1)
    text = "11月3日，市长程朗春主持召开会议并讲话。"
    assert titles_of(text)["程朗春"] == "市长"
    assert {p.title for p in article(head, text).people} == {"市长"}
