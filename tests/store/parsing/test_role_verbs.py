"""Every verb that gives a role, and the words that only look like it."""

import pytest
from parsed import roles_of

ABSENT = """请假 缺席会议 因公外出未按时参加会议 因事没有按时出席会议 因病没有按时参加会议
未出席会议 未参加会议 未能参加会议"""
ACCOMPANIED = """陪同 随同前往 随行 参加调研 参加考察 参加检查 参加督导 参加督查 参加慰问
参加走访 参加上述活动 一同调研 一同考察 一同检查"""
PRESIDED = "主持会议 主持水利工作推进会 主持日常工作座谈会"
GUIDED = "到会指导 莅会指导 莅临指导 出席并指导 亲临指导 现场指导"
CONVEYED = "传达精神 宣读文件 领学文件"
DEPLOYED = """作部署 作了部署 作了具体部署 做部署 做了部署 做了具体部署 进行部署 进行了部署
进行了具体安排 安排部署防汛工作 部署安排防汛工作 部署了防汛工作 部署下一步工作 部署下步工作
部署当前工作 部署近期工作 部署重点工作 部署今年工作 部署明年工作 部署我省工作 部署我市工作
部署我县工作 部署我区工作 部署我校工作 对防汛工作部署 对防汛工作安排"""
REPORTED = """汇报了情况 通报了情况 作工作报告 做了工作报告 作提案工作情况报告 报告了进展 进行了报告 作说明
作了说明 做了说明 述职 述责 述廉"""
SPOKE = """讲话 讲了话 发言 致辞 致词 作报告 作了报告 做报告 做了报告 作总结 作辅导 作授课
作宣讲 作动员 作讲解 作讲座 作点评 作党课 作交流 作解读 作介绍 作推介
作分享 作回应 作答复 作致词 作检查
解读政策 参与培训 书面交流 诉说经历 畅谈体会 谈了体会 领誓 布置了工作 布置工作
讲党课 讲授党课 讲一堂党课 授课 点评 总结讲话 提要求 提出三点要求 提三点要求
进行动员 进行了解读 反馈意见 提出意见
强调 指出 要求 表示 说 说道 认为 提出意见 介绍说"""
SIGNED = "签署协议 签订协议 签约"
ATTENDED = """出席 参加会议 参会 与会 到会 莅会 在县分会场收看 就座 见证 因公到省城出席会议
到会听取 来到会场就座"""
VISITED = """调研 考察 视察 督导 督查 检查 察看 查看 看望 慰问 走访 走进 来到 实地了解 巡查
暗访 深入农户"""


def each(words: str, role: str) -> list[tuple[str, str]]:
    return [(verb, role) for verb in words.split()]


@pytest.mark.parametrize(
    ("verb", "role"),
    [
        *each(ABSENT, "absent"),
        *each(ACCOMPANIED, "accompanied"),
        *each(PRESIDED, "presided"),
        *each(GUIDED, "guided"),
        ("列席会议", "observed"),
        *each(CONVEYED, "conveyed"),
        *each(DEPLOYED, "deployed"),
        *each(REPORTED, "reported"),
        *each(SPOKE, "spoke"),
        *each(SIGNED, "signed"),
        *each(ATTENDED, "attended"),
        *each(VISITED, "visited"),
    ],
)
def test_a_verb_gives_its_role(verb: str, role: str) -> None:
    roles = roles_of(f"副市长顾望舒{verb}。")["顾望舒"]
    assert role in roles
    assert roles_of(f"副市长顾望舒同志{verb}。")["顾望舒"] == roles


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("因公外出没有按时参加会议", {"attended"}),
        ("因事未按时出席会议", {"attended"}),
        ("参加调研", {"attended", "visited"}),
        ("参加考察", {"attended", "visited"}),
        ("参加上述活动", {"attended"}),
        ("一同调研", {"visited"}),
        ("出席并指导", {"attended"}),
        ("到会指导", {"attended"}),
        ("安排部署了工作", {"spoke"}),
        ("宣读汇报", {"reported"}),
        ("作工作报告", {"spoke"}),
        ("提出三点要求", {"attended"}),
    ],
)
def test_a_longer_verb_gives_not_the_role_of_a_word_in_it(words: str, others: set[str]) -> None:
    assert not others & set(roles_of(f"副市长顾望舒{words}。")["顾望舒"])


NOTHING = """一同出发 担任主持人 撰写主持词 主持制定方案 主持制订方案 主持修订方案 主持编写方案
主持研制方案 主持设计方案 主持日常工作 指导 作出部署 工作部署 落实决策部署了 落实工作部署了
落实安排部署了 部署文件 走过传达室
召开汇报会 召开通报会 听取汇报 听取了汇报 听取工作汇报 工作报告 作工作报告会 召开工作说明会
学习讲话精神 学习讲话和文件 学习讲话、文件 修改讲话稿 引用讲话中的话 引用讲话的话
引用讲话时间 担任发言人 有发言权 修改发言稿 工报告 作报告会 担任介绍人 开具介绍信 参与培训班
布置会场 宣布名单 宣布大会开幕 宣布项目开工 参与签署仪式 参与签订仪式 参与签约仪式 参与签约活动 参加革命 参加工作
与会人员 与会者 与会代表 与会同志 与会领导 与会专家
提交调研报告 任调研组长 任调研员 转化调研成果 任考察团长 任考察组长 任督导员
任督查室主任 任检查组长 任检查站长 任检查院长 任检查工作组长 发放慰问金 发放慰问品
收到慰问信 深入"""


@pytest.mark.parametrize("words", NOTHING.split())
def test_what_only_looks_like_a_verb_gives_no_role(words: str) -> None:
    assert roles_of(f"副市长顾望舒{words}。") == {"顾望舒": ("mentioned",)}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("工作安排。", ("mentioned",)),
        ("说过很多次。", ("mentioned",)),
        ("提出了三点要求。", ("spoke",)),
        ("在会上：", ("spoke",)),
    ],
)
def test_what_is_said(text: str, roles: tuple[str, ...]) -> None:
    assert roles_of(f"副市长顾望舒{text}")["顾望舒"] == roles
