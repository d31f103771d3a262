"""What is said before a series: the count, who asks, what is listed. The examples are invented."""

import pytest

from store.model import Paragraph, Requirements
from store.parsing.requirements import find_requirements


def only(*texts: str) -> Requirements:
    (one,) = find_requirements(tuple(Paragraph("text", text) for text in texts))
    return one


def kind(lead: str, *items: str) -> str:
    one, two = items or ("水渠一条", "池塘一口")
    return only(f"{lead}一是{one}；二是{two}。").kind


NOUNS = [
    "要求", "意见", "建议", "希望", "工作", "任务", "措施", "举措", "经验", "共识", "体会", "问题", "不足", "困难", "原因",
    "方面", "重点", "要点", "话", "关系", "环节", "打算", "倡议", "做法", "成效", "成绩", "特点", "关键", "内容", "事", "部署",
    "安排", "感受", "启示", "看法", "观点", "思考", "目标", "原则", "指示", "期望", "优势", "趋势",
]  # fmt: skip


@pytest.mark.parametrize("noun", NOUNS)
def test_nouns_that_are_announced(noun: str) -> None:
    series = "一是水渠；二是池塘。"
    text = f"会议谈到三项{noun}："
    one = only(text + series)
    assert (one.announced, one.announced_span is not None) == (3, True)
    assert only(text.replace(noun, "桥梁") + series).announced is None
    assert only(text.replace("三项", "一项") + series).announced is None


@pytest.mark.parametrize(
    "measure",
    [
        "方面",
        "个方面",
        "大方面",
        "点",
        "项",
        "条",
        "个",
        "件",
        "大",
        "句",
        "层",
        "类",
        "种",
        "招",
        "步",
        "道",
    ],
)
def test_measures_that_announce(measure: str) -> None:
    noun = "" if measure.endswith("方面") else "任务"
    series = "一是水渠；二是池塘。"
    assert only(f"会议谈到三{measure}{noun}：{series}").announced == 3
    assert only(f"会议谈到 3 {measure}{noun}：{series}").announced == 3
    assert only(f"会议谈到十三{measure}{noun}：{series}").announced == (
        None if measure == "大" else 13
    )
    assert only(f"会议谈到三位{noun}：{series}").announced is None
    assert only(f"会议谈到第三{measure}{noun}：{series}").announced is None


def test_a_phrase_that_ends_the_lead_and_fits_the_items_announces_without_a_noun() -> None:
    series = "一是水渠；二是池塘。"
    assert only("会议谈到两个维度：" + series).announced == 2
    assert only("会议谈到三个维度：" + series).announced is None
    assert only("会议谈到两个维度，强调：" + series).announced is None
    assert only("会议谈到两个维度。" + series).announced == 2
    assert only("会议谈到三项工作、两个维度：" + series).announced == 2
    assert only("会议谈到两项工作、三项任务：" + series).announced == 2
    assert only("会议谈到四项工作、三项任务：" + series).announced == 3


@pytest.mark.parametrize("end", ["。", "：", "；", "，", "、", "！", " ", "“", "——"])
def test_marks_between_the_announcement_and_the_series(end: str) -> None:
    assert only(f"会议谈到两个维度{end}一是水渠；二是池塘。").announced == 2


@pytest.mark.parametrize(
    "word",
    [
        "问题", "不足", "困难", "短板", "差距", "隐患", "薄弱环节", "矛盾", "原因", "风险", "挑战", "要看到", "清醒认识",
        "清醒看到",
    ],
)  # fmt: skip
def test_words_before_a_list_of_problems(word: str) -> None:
    assert kind(f"他谈到{word}：") == "problem"
    assert kind(f"他谈到{word}的整改措施：") == "requirement"
    assert kind("他谈到水渠：") == "other"


@pytest.mark.parametrize(
    "word",
    [
        "做了", "开展了", "采取了", "完成了", "取得了", "经验", "成效", "成绩", "做法", "亮点", "启示", "过去一年", "一年来",
    ],
)  # fmt: skip
def test_words_before_a_list_of_achievements(word: str) -> None:
    assert kind(f"他谈到{word}：") == "achievement"
    assert kind(f"他谈到{word}，又说：") == "other"


@pytest.mark.parametrize(
    "word",
    [
        "要求", "希望", "工作", "任务", "措施", "举措", "部署", "安排", "抓好", "做好", "目标", "指示", "期望", "要点", "重点",
        "打算", "突破", "落实",
    ],
)  # fmt: skip
def test_words_before_a_list_of_requirements(word: str) -> None:
    assert kind(f"他谈到水利{word}：") == "requirement"
    assert kind(f"他谈到水利{word}，又说：") == "other"


@pytest.mark.parametrize(
    "verb", ["要求", "强调", "强调指出", "部署", "号召", "希望", "提", "讲", "作出", "做出"]
)
def test_verbs_that_ask_by_themselves(verb: str) -> None:
    """Where the lead's last clause and the items say nothing, the verb of the speaker does."""
    verb = {
        "部署": "部署防汛",
        "提": "提几点",
        "讲": "讲几点",
        "作出": "作出部署",
        "做出": "做出部署",
    }.get(verb, verb)
    assert kind(f"他{verb}，水利如此：") == "requirement"
    assert kind("他表示，水利如此：") == "other"


def test_a_suggestion_is_told_by_its_verb_or_its_announcement() -> None:
    assert kind("专家提出两条建议：") == "suggestion"
    assert kind("专家建议，") == "suggestion"
    assert kind("专家表示，") == "other"
    assert only("专家提出两条建议：一要修渠；二要挖塘。").kind == "suggestion"


def test_markers_that_say_yao_ask() -> None:
    assert only("他谈到成绩：一要水渠；二要池塘。").kind == "requirement"
    assert only("他谈到成绩：一是水渠；二是池塘。").kind == "achievement"


IMPERATIVES = [
    "要", "必须", "进一步", "切实", "全力", "全面", "着力", "坚持", "坚决", "坚定", "加强", "强化", "提高", "提升", "抓",
    "做", "落实", "严格", "突出", "聚焦", "深化", "推进", "推动", "加快", "压实", "统一", "完善", "健全", "认真", "继续",
    "扎实", "持续", "牢固", "把握", "狠抓", "注重", "积极", "明确", "深入", "紧盯", "紧扣", "围绕", "确保", "优化", "保持",
    "充分", "精准", "严守", "筑牢", "立即", "高度", "守住", "统筹", "加大", "务必", "大力", "增强", "树牢",
]  # fmt: skip


@pytest.mark.parametrize("word", IMPERATIVES)
def test_items_that_begin_as_requirements_do(word: str) -> None:
    marker = "第一，水利{0}渠。第二，水利{0}塘。"
    assert only(f"他说：第一，{word}水渠。第二，{word}水塘。").kind == "requirement"
    assert only("他说：" + marker.format(word)).kind != "requirement"
    assert only(f"他说：第一，{word}水渠。第二，池塘。").kind == "other"


WANTS = [
    "不足", "不够", "不高", "不强", "不平衡", "不统一", "不到位", "不完善", "不健全", "不充分", "不严", "不实", "滞后", "薄弱",
    "困难", "短板", "隐患", "欠账", "缺乏", "缺少", "有待", "仍须", "仍需", "突出", "偏低", "偏大", "空置", "参差", "下滑", "难以",
    "没有",
]  # fmt: skip
GAINS = [
    "明显", "显著", "稳步", "持续改", "持续向", "持续好", "不断提", "不断增", "不断壮", "不断完", "取得", "实现", "增长", "完成",
    "改善", "壮大", "向好", "建成", "有力", "有序", "圆满", "良好", "达到",
]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "listed"),
    [*((word, "problem") for word in WANTS), *((word, "achievement") for word in GAINS)],
)
def test_items_that_tell_what_is_wanting_or_gained(word: str, listed: str) -> None:
    assert kind("他说，", f"水渠{word}", f"池塘{word}") == listed
    assert kind("他说，", f"水渠{word}", "池塘") == "other"
    assert kind("他说，", f"水渠，{word}", f"池塘，{word}") == "other"


def test_only_the_first_clause_of_an_item_is_weighed() -> None:
    for mark in "，。；：":
        assert kind("他说，", f"水渠{mark}滞后", f"池塘{mark}滞后") == "other"


def test_the_speaker_is_the_last_of_the_sentence_and_quoted_ones_only_at_need() -> None:
    one = only("会议指出，要快。他强调，一要修渠；二要挖塘。")
    assert (one.by, one.verb) == ("他", "强调")
    quoted = only("会议强调，《规划》指出，一要修渠；二要挖塘。")
    assert quoted.by == "会议"
    assert only("公报内容指出，一要修渠；二要挖塘。").by == "公报内容"
    gone = only("会议强调，要快。会上，各县一要修渠；二要挖塘。")
    assert gone.by is None
