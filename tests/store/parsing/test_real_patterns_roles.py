"""Who acted and who is only spoken of, in sentences of other papers."""

import pytest
from parsed import roles_of

MEETING = "1月5日，云汀市召开防汛工作会议。"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("会议认为，顾望舒书记的讲话站位高、措施实，提出了明确要求。", ("mentioned",)),
        ("顾望舒同志的讲话通篇贯穿新发展理念。", ("mentioned",)),
        ("顾望舒书记在会上发表的重要讲话，思想深邃、内涵丰富。", ("mentioned",)),
        ("程朗表示，顾望舒书记指出要抓好防汛工作。", ("mentioned",)),
        ("顾望舒书记指出，要抓好防汛工作。", ("spoke",)),
        ("程朗要求抓好落实；顾望舒强调，要抓好防汛工作。", ("spoke",)),
        ("市委书记顾望舒作关于总体安排的讲话。", ("spoke", "deployed")),
        ("市委书记顾望舒作了题为“打造新亮点，推进新发展”的报告。", ("spoke",)),
        ("市委书记、总指挥顾望舒，主持召开指挥部会议。", ("presided",)),
        ("市委书记顾望舒，市长程朗，分别就上述议题作了说明。", ("reported",)),
        ("市委书记顾望舒，市长程朗，各县负责同志参加会议。", ("attended",)),
        ("市领导顾望舒、程朗在主席台前排就坐。", ("attended",)),
        ("市委书记顾望舒在主席台就座。", ("attended",)),
        ("市委书记顾望舒，市长程朗，在主席台就座。", ("attended",)),
        ("市委书记顾望舒向列席人士颁发列席证书。", ("mentioned",)),
        ("市委书记顾望舒列席会议。", ("observed",)),
        ("顾望舒要求继续抓好调研活动。", ("spoke",)),
        ("市委书记顾望舒对防汛形势作了深入分析。", ("mentioned",)),
        ("市委书记顾望舒深入青浦岭市调研。", ("visited",)),
    ],
)
def test_what_one_sentence_says_of_one_person(text: str, roles: tuple[str, ...]) -> None:
    assert roles_of(MEETING + "市委书记顾望舒、市长程朗。" + text)["顾望舒"] == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "市长程朗、民宿经营者努尔·买买提作了发言。",
            {"程朗": ("spoke",), "努尔·买买提": ("spoke",)},
        ),
        ("市长程朗以及来自基层的推广员许遥先后发言。", {"程朗": ("spoke",), "许遥": ("spoke",)}),
        ("市长程朗、市委听取了副市长许遥汇报。", {"程朗": ("mentioned",), "许遥": ("reported",)}),
        ("副市长程朗等代表旁听会议。", {"程朗": ("observed",)}),
        ("副市长程朗来到旁听席。", {"程朗": ("visited",)}),
        ("副市长程朗与县长许遥在协议上签字。", {"程朗": ("signed",), "许遥": ("signed",)}),
    ],
)
def test_coordinated_subjects_and_rarer_verbs(text: str, roles: dict[str, tuple[str, ...]]) -> None:
    assert roles_of(text) == roles
