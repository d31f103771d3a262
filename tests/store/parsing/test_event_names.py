"""Where the name of a meeting begins and ends, and who holds it. The examples are invented."""

import pytest

from store.lexicon.gazetteer import gazetteer
from store.parsing.clauses import mask
from store.parsing.days import find_days
from store.parsing.event_names import Meeting, meetings_in


def all_of(text: str, *, headline: bool = False) -> list[Meeting]:
    return meetings_in(mask(text, find_days(text)), headline=headline)


def names(text: str, *, headline: bool = False) -> list[str]:
    return [text[one.start : one.end] for one in all_of(text, headline=headline)]


def only(text: str) -> Meeting:
    (one,) = all_of(text)
    return one


@pytest.mark.parametrize("word", gazetteer().meetings)
def test_words_in_which_a_name_ends(word: str) -> None:
    assert names(f"县里召开全县抗旱{word}。") == [f"全县抗旱{word}"]
    assert names("县里召开全县抗旱水渠。") == []


@pytest.mark.parametrize(
    "word", ["（扩大）会", "仪式", "典礼", "开班式", "开学式", "会议", "大会", "会议（扩大）"]
)
def test_further_words_in_which_a_name_ends(word: str) -> None:
    assert names(f"县里召开全县抗旱{word}。") == [f"全县抗旱{word}"]


@pytest.mark.parametrize(
    "word",
    [
        *(f"会议{x}" for x in ("室", "厅", "中心", "酒店", "制度", "桌", "费")),
        *(f"大会{x}" for x in ("堂", "常务委员会", "代表", "制度", "战")),
        *(f"会议{x}" for x in ("员", "场", "见", "谈", "风", "址", "标", "徽")),
        *(f"动员会{x}" for x in ("员", "场", "见", "谈", "费", "风", "址", "标", "徽")),
    ],
)  # fmt: skip
def test_words_that_are_no_meeting(word: str) -> None:
    assert names(f"县里举办水利{word}。") == []
    assert names("县里举办水利动员会谈话。") == ["水利动员会"]


@pytest.mark.parametrize("verb", ["召开", "举行", "举办", "召集", "开幕", "闭幕"])
def test_verbs_of_holding(verb: str) -> None:
    assert names(f"全县抗旱会议在县城{verb}。") == ["全县抗旱会议"]
    wanted = [] if verb in ("开幕", "闭幕") else ["全县抗旱会议"]
    assert names(f"县里{verb}全县抗旱会议。") == wanted
    assert names("县里谈起全县抗旱会议。") == []


@pytest.mark.parametrize("word", ["集体学习", "专题研讨", "集体讨论"])
def test_what_may_be_carried_out_as_a_meeting(word: str) -> None:
    for text in (f"中心组开展{word}。", f"中心组开展抗旱{word}。"):
        if names(f"中心组举行抗旱{word}。"):
            assert names(text)
    assert names("中心组开展抗旱动员会。") == []


@pytest.mark.parametrize("verb", ["收听收看", "收看收听", "收看", "收听", "参加", "出席", "列席"])
def test_verbs_of_attending(verb: str) -> None:
    one = only(f"县里{verb}全县抗旱会议。")
    assert (one.frame, one.verb) == ("attended", 2)
    assert names(f"县里{verb}全县抗旱会议精神宣讲。") == []


SAID = ["强调", "指出", "要求", "讲话", "发表", "发言", "作", "致", "表示", "说", "提出", "透露", "获悉", "传达", "部署", "通报",
        "再次强调", "反复强调", "着重强调"]  # fmt: skip


@pytest.mark.parametrize("said", SAID)
def test_verbs_of_speaking_at(said: str) -> None:
    one = only(f"县长在全县抗旱会议上{said}报告。")
    assert one.frame == "spoken"
    assert names(f"县长从全县抗旱会议上{said}报告。") == []
    assert names("县长在全县抗旱会议上鼓掌。") == []
    assert names(f"县长在全县抗旱会议（扩大）上{said}报告。") == ["全县抗旱会议（扩大）"]
    assert names(f"县长在全县抗旱会议的主席台上{said}报告。") == []
    assert names(f"县长在{'水' * 80}会议上{said}报告。") == []


@pytest.mark.parametrize(
    "skip", ["了", "过", "的", "本次", "一次", "一场", "一年一度的", " ", "了一次"]
)
def test_words_between_a_verb_and_a_name(skip: str) -> None:
    assert names(f"县里召开{skip}全县抗旱会议。") == ["全县抗旱会议"]


BACKGROUND = [
    "精神",
    "部署",
    "工作部署",
    "决策",
    "要求，",
    "要求、",
    "有关",
    "相关",
    "筹备",
    "纪要",
    "的通知",
    "通知",
]


@pytest.mark.parametrize("word", BACKGROUND)
def test_names_whose_spirit_is_carried_out(word: str) -> None:
    for verb in ("召开", "参加"):
        assert names(f"县里{verb}全县抗旱会议{word}学习，") == []
        assert names(f"县里{verb}“全县抗旱会议”{word}学习，") == []
        assert names(f"县里{verb}全县抗旱会议水利{word}，") == ["全县抗旱会议"]


@pytest.mark.parametrize(
    "time", ["后", "之后", "结束后", "前", "之前", "期间", "间隙", "之际", "时"]
)
@pytest.mark.parametrize(
    "rest", ["，我县", "，", "我县动员", "立即动员", "各县召开", "各县随即动员", ""]
)
def test_clauses_that_only_set_the_time(time: str, rest: str) -> None:
    assert only(f"县里参加全县抗旱会议{time}{rest}").aside
    assert not only(f"县里参加全县抗旱会议水利{time}{rest}").aside


@pytest.mark.parametrize(
    "name",
    [
        "会议", "大会", "第七次会议", "2031年第2次集中学习", "2031年度会议", "本年度第三次会议", "今年第二次会议", "全体会议",
        "集体学习", "专题会议", "扩大会议", "专题学习", "学习研讨", "集中学习", "会议（扩大）",
    ],
)  # fmt: skip
def test_names_that_say_nothing_without_their_body(name: str) -> None:
    one = only(f"县委常委会举行{name}。")
    assert one.compose
    assert not any(x.compose for x in all_of(f"县委常委会举行抗旱{name}。"))


CONTINUES = [
    "暨", "及", "和", "与", "、", "第三次", "第3届", "第二场", "第十期", "扩大", "全体", "精神", "专题", "筹备", "现场", "视频", "工作",
    "学习", "成员", "主任", "主席", "委员", "常委", "常务", "党组", "会议", "大会", "例会", "代表", "联组", "分组",
]  # fmt: skip


@pytest.mark.parametrize("word", CONTINUES)
def test_words_that_carry_a_name_on(word: str) -> None:
    for text in (f"抗旱会议{word}水利座谈会", f"抗旱会议（扩大）{word}水利座谈会"):
        assert names(f"县里召开{text}。") == [text]


def test_words_of_holding_may_carry_a_name_on() -> None:
    for text in ("抗旱会议闭幕大会", "抗旱会议开幕大会", "抗旱会议（县区）座谈会"):
        assert text in names(f"县里召开{text}。")


STOPS = [
    "强调", "要求", "指出", "提出", "研究", "安排", "推进", "推动", "传达", "听取", "贯彻", "审议", "讨论", "分析", "总结",
    "通报", "动员", "解决", "落实", "以来", "期间", "形式", "方式", "上", "时", "后", "前", "结束", "之", "并", "就", "对",
    "以", "在", "由", "为", "是", "将", "于", "主持", "出席", "参加",
]  # fmt: skip


@pytest.mark.parametrize("word", STOPS)
def test_words_that_end_a_name(word: str) -> None:
    found = names(f"县里召开抗旱会议{word}水利座谈会。")
    assert found[0] == "抗旱会议"
    assert names("县里召开抗旱会议水利座谈会。") == ["抗旱会议水利座谈会"]
    assert names("县里召开抗旱会议部署水利座谈会。") == []
    assert names(f"县里召开抗旱会议{'水' * 28}座谈会。") == ["抗旱会议"]
