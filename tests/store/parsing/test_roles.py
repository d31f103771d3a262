"""Role verbs after their subjects, and the same words where they say something else."""

import pytest
from parsed import article, roles_of


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("省委书记顾望舒出席会议并讲话。", {"顾望舒": ("spoke", "attended")}),
        (
            "省长许遥主持会议，副省长程朗作工作部署。",
            {"许遥": ("presided",), "程朗": ("deployed",)},
        ),
        ("会议由省长许遥主持。", {"许遥": ("presided",)}),
        ("省长许遥主持省政府工作。", {"许遥": ("mentioned",)}),
        (
            "省长许遥、副省长程朗出席会议并讲话。",
            {"许遥": ("spoke", "attended"), "程朗": ("spoke", "attended")},
        ),
        ("副市长程朗主持会议，并安排部署我市防汛工作。", {"程朗": ("presided", "deployed")}),
        (
            "副市长程朗传达了省委书记顾望舒讲话精神。",
            {"程朗": ("conveyed",), "顾望舒": ("mentioned",)},
        ),
        ("市长程朗主持召开会议，传达学习上级会议精神。", {"程朗": ("presided",)}),
        (
            "会议学习贯彻顾望舒书记讲话精神，听取程朗副市长汇报。",
            {"顾望舒": ("mentioned",), "程朗": ("reported",)},
        ),
        (
            "省领导顾望舒、许遥，各市主要负责同志参加会议。",
            {"顾望舒": ("attended",), "许遥": ("attended",)},
        ),
        ("省长许遥出席会议，各市主要负责同志汇报了情况。", {"许遥": ("attended",)}),
        ("督导组组长程朗到会指导。", {"程朗": ("guided",)}),
        ("市政协主席程朗列席会议。", {"程朗": ("observed",)}),
        ("副市长程朗因公出差请假。", {"程朗": ("absent",)}),
        ("顾望舒书记作出重要指示，要求抓好落实。", {"顾望舒": ("mentioned",)}),
        (
            "出席会议的领导还有：顾望舒、许遥、程朗。",
            {"顾望舒": ("attended",), "许遥": ("attended",), "程朗": ("attended",)},
        ),
        (
            "副市长程朗陪同市委书记顾望舒来访的客人。",
            {"程朗": ("accompanied",), "顾望舒": ("mentioned",)},
        ),
        ("行长宁致和感谢市委支持。他说，银行将加大投入。", {"宁致和": ("spoke",)}),
    ],
)
def test_roles(text: str, roles: dict[str, tuple[str, ...]]) -> None:
    assert roles_of(text) == roles


def test_every_role_points_at_its_verb() -> None:
    found = article("省委书记顾望舒出席会议并讲话。")
    [person] = found.people
    words = {e.value: found.text_of(e.span) for e in person.evidence if e.field == "role"}
    assert words == {"attended": "出席", "spoke": "讲话"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("据市长程朗汇报，水库已经加固。", "reported"),
        ("据了解市长程朗主持会议。", "presided"),
        ("①市长程朗主持会议。", "presided"),
        ("2.市长程朗主持会议。", "presided"),
        ("（二）市长程朗主持会议。", "presided"),
        ("出席会议的代表包括市长程朗。", "attended"),
        ("召开电视电话会议.市长程朗主持会议。", "presided"),
        # what is no such lead leaves the one it names an object
        ("大家根据市长程朗介绍的办法主持会议。", "mentioned"),
        ("工作内容包括市长程朗的家。", "mentioned"),
        ("群众感谢市长程朗主持会议。", "mentioned"),
    ],
)
def test_what_stands_before_a_title_leaves_its_bearer_the_subject(text: str, role: str) -> None:
    assert roles_of(text) == {"程朗": (role,)}
