"""Whose verb it is: subjects, rolls, what another did, what was only said."""

import pytest
from parsed import article, roles_of

from store.model import Block

KNOWN = "省长顾望舒来了。"
"""Proves a name, so that what follows needs no title."""


def of(text: str) -> tuple[str, ...]:
    return roles_of(KNOWN + text)["顾望舒"]


ADVERBIALS = """会上 会前 会后 会议期间 会议开始前 期间 随后 之后 其间 当日 当天 日前 近日 今天 昨天
今日 昨日 首先 最后 同时 其中 此前 接着 紧接着 2024年 3月 12日 3月12日上午 上午 下午 晚上 晚间 晚 凌晨
中午 早上 连日来 听取汇报后 谈到防汛时 走访期间 新年之际 在会上 在会议中 在吃饭时 在走访期间
在云汀市召开 在县分会场 在防汛现场 在大堂里 于会上 受市委委托 据悉 会议由 仪式由 活动由 由 和 与 及 以及 并"""


@pytest.mark.parametrize("adverbial", ADVERBIALS.split())
def test_an_adverbial_before_a_subject(adverbial: str) -> None:
    assert of(f"{adverbial}顾望舒主持会议。") == ("presided",)


@pytest.mark.parametrize(
    "words", ["大家看到", "群众感谢", "会议介绍", "仪式介绍", "活动介绍", "我的"]
)
def test_an_object_is_no_subject(words: str) -> None:
    assert of(f"{words}顾望舒主持会议。") == ("mentioned",)


@pytest.mark.parametrize("mark", "，；：。！？（）“”—")
def test_a_subject_begins_after_any_mark(mark: str) -> None:
    assert of(f"大家看到结果{mark}顾望舒主持会议。") == ("presided",)


@pytest.mark.parametrize("mark", "。！？")
def test_a_sentence_has_its_own_subject(mark: str) -> None:
    assert of(f"顾望舒表示感谢{mark}随即传达了精神。") == ("spoke",)
    assert of("顾望舒列席会议，随即传达了精神。") == ("conveyed", "observed")


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("出席会议的领导有：", "attended"),
        ("出席会议的还有", "attended"),
        ("参加会议的是", "attended"),
        ("参加活动的同志：", "attended"),
        ("出席活动的嘉宾：", "attended"),
        ("参会人员：", "attended"),
        ("列席会议的省直单位领导：", "observed"),
        ("陪同调研的有：", "accompanied"),
        ("签署协议的有：", "signed"),
    ],
)
def test_a_verb_before_its_list(lead: str, role: str) -> None:
    assert of(f"{lead}顾望舒、许遥。") == (role,)


@pytest.mark.parametrize(
    "lead", ["讲话的有：", "部署工作的是", "出席会议，他看见：", "参会吧。名单："]
)
def test_other_verbs_serve_no_list(lead: str) -> None:
    assert of(f"{lead}顾望舒、许遥。") == ("mentioned",)


POSTS = """县委书记 副省长 副市长 副县长 副区长 水务局长 水利厅长 办公处长 宣传部长 副校长 副院长 研究所长
督导组长 商会会长 办公室主任 政协主席 项目经理"""
BODIES = """责任单位负责人 责任单位负责同志 参会同志 农户代表 责任单位 牵头部门 参会人员 学校领导班子成员
管理委员会 建设公司 澜江大学 澜江学院 水利厅 粮食局 发改委 云汀市 望潮县 东泽区 白塔镇 河西乡 石桥村"""


@pytest.mark.parametrize(
    "clause",
    [
        *(f"{post}丑丙丁传达了精神" for post in POSTS.split()),
        *(
            f"县委书记丑丙丁{verb}"
            for verb in ("宣读了文件", "通报了情况", "汇报了情况", "解读政策")
        ),
        *(f"县委书记丑丙丁{verb}" for verb in ("作了报告", "出席活动", "参加活动", "分析并讲话")),
        *(f"县委书记丑丙丁{verb}" for verb in ("就防汛讲话", "对工作进行部署", "在现场讲话")),
        *(f"{body}分别传达了精神" for body in BODIES.split()),
        *(f"牵头单位{verb}" for verb in ("依次发言", "先后发言", "作了发言", "在会上发言")),
        *(f"牵头单位{verb}" for verb in ("参加活动", "出席活动", "列席活动", "汇报情况")),
        *(
            "会议传达了精神",
            "会上传达了精神",
            "全会传达了精神",
            "各地传达了精神",
            "有关方面传达了精神",
        ),
        *("相关方面传达了精神", "市水利处负责人传达了精神", "省水利处负责人传达了精神"),
        *("市里的同志传达了精神", "省里的同志传达了精神"),
    ],
)
def test_a_clause_with_a_subject_of_its_own(clause: str) -> None:
    assert of(f"顾望舒主持会议，{clause}。") == ("presided",)


@pytest.mark.parametrize("clause", ["传达了精神", "会同各方传达了精神", "并在会上传达了精神"])
def test_a_clause_without_a_subject_goes_on(clause: str) -> None:
    assert of(f"顾望舒主持会议，{clause}。") == ("presided", "conveyed")


@pytest.mark.parametrize("word", ["同志", "领导", "负责人", "人员", "成员", "代表", "嘉宾"])
@pytest.mark.parametrize("link", ["及", "以及", "和", ""])
def test_a_roll_of_people_without_names_shares_its_verb(word: str, link: str) -> None:
    assert of(f"顾望舒和市直机关{word}{link}，各县干部出席会议。") == ("attended",)


@pytest.mark.parametrize(
    ("verb", "role"),
    [
        *(("出席会议", "attended"), ("参加会议", "attended"), ("列席会议", "observed")),
        *(("参会", "attended"), ("到会", "attended"), ("陪同", "accompanied")),
        *(("在县分会场收看", "attended"), ("发言", "spoke"), ("汇报情况", "reported")),
    ],
)
def test_the_verb_of_a_roll(verb: str, role: str) -> None:
    assert of(f"顾望舒等，各县干部{verb}。") == (role,)


@pytest.mark.parametrize("verb", ["来到现场", "传达精神", "在家里，等待会场通知"])
def test_what_others_did_alone_is_no_verb_of_a_roll(verb: str) -> None:
    assert of(f"顾望舒等，各县干部{verb}。") == ("mentioned",)


@pytest.mark.parametrize("start", ["并", "且", "还", "同时"])
def test_who_convened_goes_on(start: str) -> None:
    assert of(f"顾望舒主持召开会议，{start}传达精神。") == ("presided", "conveyed")


@pytest.mark.parametrize("clause", ["讲话", "强调", "指出", "要求", "致辞", "发言"])
def test_who_convened_spoke(clause: str) -> None:
    assert of(f"顾望舒主持召开会议，{clause}。") == ("presided", "spoke")


@pytest.mark.parametrize("clause", ["传达精神", "学习讲话精神", "审议并发言"])
def test_a_meeting_does_what_follows_its_calling(clause: str) -> None:
    roles = of(f"顾望舒主持召开会议，{clause}。")
    assert "conveyed" not in roles
    assert roles[0] == "presided"


@pytest.mark.parametrize("verb", ["强调", "指出", "要求", "表示", "说", "认为", "提出"])
def test_what_is_said_is_not_done(verb: str) -> None:
    assert of(f"顾望舒{verb}，传达精神要快。") == ("spoke",)
    assert of(f"顾望舒{verb}“感谢大家，传达精神要快”。") == ("spoke",)
    assert "conveyed" in of(f"顾望舒{verb}一些意见，传达了精神。")


@pytest.mark.parametrize("pronoun", "他她")
@pytest.mark.parametrize("verb", ["说", "强调", "指出", "表示", "要求", "认为", "提出", "希望"])
def test_a_pronoun_stands_for_the_last_subject(pronoun: str, verb: str) -> None:
    assert of(f"顾望舒感谢大家。{pronoun}{verb}，要抓落实。") == ("spoke",)
    assert of(f"顾望舒感谢大家。{pronoun}们{verb}，要抓落实。") == ("mentioned",)


@pytest.mark.parametrize(
    "words",
    ["作出指示", "作出重要批示", "作出部署", "发来贺信", "发来贺电", "致信", "作出一些重要指示"],
)
def test_who_only_wrote_did_not_speak(words: str) -> None:
    assert of(f"顾望舒{words}，要求抓好落实。") == ("mentioned",)
    assert of(f"顾望舒向群众{words}要求抓好落实。") == ("mentioned",)


@pytest.mark.parametrize(
    "words", ["作出承诺", "作出，指示", "发来文件", "作出几个十分重要的长长的指示"]
)
def test_who_did_something_else_spoke(words: str) -> None:
    assert of(f"顾望舒{words}，要求抓好落实。") == ("spoke",)


@pytest.mark.parametrize(
    "link", ["的", "工作", "情况", "所作的", "关于水利工作的", "关于水利情况的"]
)
@pytest.mark.parametrize("report", ["汇报", "报告", "说明", "介绍", "通报"])
def test_who_is_heard_reported(link: str, report: str) -> None:
    assert of(f"会议听取了顾望舒{link}{report}。") == ("reported",)
    assert of(f"会议学习了顾望舒{link}{report}。") == ("mentioned",)


def test_a_bare_word_for_reporting_is_enough() -> None:
    assert of("会议听取顾望舒汇报。") == ("reported",)
    assert of("会议听取顾望舒说明。") == ("mentioned",)


@pytest.mark.parametrize("mark", "，；。")
def test_a_report_and_its_maker_stand_in_one_clause(mark: str) -> None:
    assert of(f"会议听取了顾望舒的意见{mark}学习文件说明。") == ("mentioned",)


@pytest.mark.parametrize("verb", ["主持", "出席", "强调", "指出", "要求", "讲话", "参加"])
def test_who_acts_after_a_hearing_did_not_report(verb: str) -> None:
    assert "reported" not in of(f"会议听取意见，顾望舒{verb}各项工作的介绍。")


@pytest.mark.parametrize("link", ["和", "、", "以及", "及"])
@pytest.mark.parametrize("bodies", ["省水利厅", "省水利厅、A1公司（筹）", "“b4”小组、省民政厅"])
def test_bodies_and_people_are_one_subject(bodies: str, link: str) -> None:
    assert of(f"{bodies}{link}顾望舒参加活动。") == ("attended",)


@pytest.mark.parametrize("between", ["同志", "一行", "等", "教授", "院士", ""])
@pytest.mark.parametrize("link", ["、", "，", "和", "与", "及", "以及", "同", " ", "；"])
def test_people_of_one_subject(between: str, link: str) -> None:
    assert of(f"副省长许遥在场。顾望舒{between}{link}许遥讲话。") == ("spoke",)


@pytest.mark.parametrize("link", ["向", "对", "见到", "的"])
def test_other_words_between_two_people_part_them(link: str) -> None:
    text = f"副省长许遥在场。顾望舒{link}许遥讲话。"
    assert roles_of(KNOWN + text)["许遥"] == ("mentioned",)


def test_one_unknown_person_parts_no_roll() -> None:
    assert of("副省长许遥在场。顾望舒、副县长丑安全、许遥讲话。") == ("spoke",)
    assert of(f"副省长许遥在场。顾望舒、{'副县长丑安全' * 9}、许遥讲话。") == ("mentioned",)


ACTIONS = """主持 出席 传达 听取 落实 贯彻 陪同 会见 学习 研究 部署 召开 来到 深入 参加 宣布 走进 看望 慰问
代表 在 对 向 就 与"""


@pytest.mark.parametrize("action", ACTIONS.split())
def test_a_clause_between_two_people_parts_them(action: str) -> None:
    assert "spoke" not in of(f"副省长许遥在场。顾望舒，{action}大家，许遥讲话。")


@pytest.mark.parametrize("verb", ["落实", "贯彻", "按照", "根据", "听取", "学习", "传达", "传达了"])
def test_a_speech_of_another(verb: str) -> None:
    assert "spoke" not in of(f"顾望舒{verb}上级的发言。")
    assert "spoke" in of(f"顾望舒{verb}文件并讲话。")
    assert "spoke" in of(f"顾望舒{verb}文件，作了发言。")


def test_at_a_meeting_who_comes_to_the_hall_visits_nothing() -> None:
    head = Block("heading", "全省防汛工作会议召开", 1)
    lead = "11月3日，全省防汛工作会议在云汀市召开。"
    hall, dyke = (
        article(head, f"{lead}省长顾望舒来到{place}，听取情况。").people
        for place in ("会场", "大堤")
    )
    assert [p.roles for p in hall] == [("mentioned",)]
    assert [p.roles for p in dyke] == [("visited",)]


def test_on_a_visit_remarks_are_no_speech() -> None:
    head = Block("heading", "顾望舒在云汀市调研防汛工作", 1)
    text = "11月3日，省长顾望舒到云汀市调研防汛工作，强调责任。他要求，抓好落实。"
    [person] = article(head, text).people
    assert person.roles == ("visited",)
