"""Bodies that reported, as bodies."""

import pytest
from parsed import article

WORK = "今年以来全力推进各项重点任务落实情况和下步打算作"
"""As many characters as may stand between a body and its verb."""


def bodies(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(body.name, body.roles) for body in article(text).organisations]


def test_bodies_that_reported() -> None:
    assert bodies("会上，云汀市、柳溪市和省水利厅主要负责同志汇报了防汛工作情况。") == [
        ("云汀市", ("reported",)),
        ("柳溪市", ("reported",)),
        ("省水利厅", ("reported",)),
    ]


def test_bodies_that_are_told_to_report_did_not() -> None:
    assert bodies("会议要求，要及时上报、定期汇报防汛工作情况。") == []


@pytest.mark.parametrize(
    ("verb", "role"),
    [
        ("汇报了情况", "reported"),
        ("通报了情况", "reported"),
        ("作了交流发言", "spoke"),
        ("作了表态发言", "spoke"),
        ("作了发言", "spoke"),
    ],
)
def test_what_a_body_did_is_its_role(verb: str, role: str) -> None:
    assert bodies(f"省水利厅{verb}。") == [("省水利厅", (role,))]


@pytest.mark.parametrize("verb", ["学习了情况", "召开了会议", "讲话"])
def test_other_verbs_make_no_body(verb: str) -> None:
    assert bodies(f"省水利厅{verb}。") == []


def test_a_body_that_did_two_things_has_both_roles_once() -> None:
    text = "云汀市汇报了情况。云汀市作了发言。云汀市汇报了打算。"
    assert bodies(text) == [("云汀市", ("reported", "spoke"))]
    [body] = article(text).organisations
    assert [span.start for span in body.mentions] == [0, 9, 17]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "云汀市",
            "望潮县",
            "东泽区",
            "苍南州",
            "阿尔盟",
            "北岭旗",
            "青石镇",
            "白塔乡",
            "河西街道",
        ),
        *(
            "省水利厅",
            "市公安局",
            "省纪委",
            "市发展委员会",
            "市政府办",
            "省政府办公室",
            "市委宣传部",
        ),
        *("省审计署", "省科学院", "省委党校", "澜江大学", "澜江学院", "市调度中心", "澜江建设公司"),
        *("澜江建设集团", "远川银行", "远川省分行", "开发区管委会", "防汛指挥部", "消防总队"),
        *("消防支队", "市商业协会", "柳溪市政府", "东泽新区", "北方兵团", "云汀海关", "省法院"),
        *("省检察院", "市应急", "市水利", "市气象"),
    ],
)
def test_what_a_body_may_be_called(name: str) -> None:
    assert bodies(f"{name}主要负责同志汇报了情况。") == [(name, ("reported",))]
    assert bodies(f"{name}、{name}主要负责同志汇报了情况。") == [(name, ("reported",))]


@pytest.mark.parametrize("name", ["老船长", "年轻人", "合作社", "各村民"])
def test_what_is_called_otherwise_is_no_body(name: str) -> None:
    assert bodies(f"{name}汇报了情况。") == []
    assert bodies(f"云汀市、{name}、柳溪市汇报了情况。") == []


@pytest.mark.parametrize("before", ["", "会上，", "会上", "随后，", "随后", "他来了。", "谁先来？"])
@pytest.mark.parametrize("further", ["", "大家都在，", "开始吧！", "到齐了；"])
def test_a_body_begins_a_clause(before: str, further: str) -> None:
    assert bodies(f"{further}{before}省水利厅汇报了情况。") == [("省水利厅", ("reported",))]


@pytest.mark.parametrize(
    "before", ["会议听取了（", "会议听取“", "会议听取了：", "听取《甲》”", "（略）"]
)
def test_a_body_after_any_other_mark_begins_none(before: str) -> None:
    assert bodies(f"{before}省水利厅汇报了情况。") == []


@pytest.mark.parametrize("mark", "，。；！？")
def test_a_list_of_bodies_ends_at_a_mark(mark: str) -> None:
    assert bodies(f"大家来到云汀市{mark}柳溪市汇报了情况。") == [("柳溪市", ("reported",))]


@pytest.mark.parametrize(
    "between",
    [
        *("的", "等", "单位", "3个单位", "3部门", "个地方", "等5个市", "等5个县"),
        *("党政", "主要", "有关", "相关", "分管"),
        *("负责同志", "负责人", "领导", "同志", "代表", "分别", "依次", "先后", "现场", "视频"),
        *("就", "围绕", "对", "在", "作", "作了", "进行", "做了", "结合"),
        "等3个单位党政主要负责同志分别围绕",
    ],
)
def test_who_spoke_for_a_body_does_not_part_it_from_its_verb(between: str) -> None:
    assert bodies(f"省水利厅{between}{WORK}汇报。") == [("省水利厅", ("reported",))]


@pytest.mark.parametrize("verb", ["交流发言", "表态发言"])
def test_the_kind_of_a_speech_is_part_of_the_verb(verb: str) -> None:
    assert bodies(f"省水利厅{WORK}{verb}。") == [("省水利厅", ("spoke",))]
    assert bodies(f"省水利厅{WORK}大会{verb}。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云汀市、柳溪市等5个市汇报了情况。", ["云汀市", "柳溪市"]),
        ("云汀市、望潮县等县汇报了情况。", ["云汀市", "望潮县"]),
        ("省高等法院汇报了情况。", ["省高等法院"]),
    ],
)
def test_what_ends_a_list_is_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert [name for name, _ in bodies(text)] == found


@pytest.mark.parametrize("between", ["他", "我们", "当年"])
def test_a_body_too_far_from_a_verb_did_not_report(between: str) -> None:
    assert bodies(f"省水利厅{between}{WORK}汇报。") == []


@pytest.mark.parametrize("mark", "，。；：！？")
def test_a_mark_parts_a_body_from_a_verb(mark: str) -> None:
    assert bodies(f"会议来到省水利厅{mark}有人汇报了情况。") == []


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("云汀市和柳溪市", ["云汀市", "柳溪市"]),
        ("望潮县和石桥县", ["望潮县", "石桥县"]),
        ("东泽区和石桥区", ["东泽区", "石桥区"]),
        ("省水利厅和省民政厅", ["省水利厅", "省民政厅"]),
        ("市公安局和市粮食局", ["市公安局", "市粮食局"]),
        ("省纪委和省编委", ["省纪委", "省编委"]),
        ("省外办和省农办", ["省外办", "省农办"]),
        ("组织部和宣传部", ["组织部", "宣传部"]),
        ("云汀市以及柳溪市", ["云汀市", "柳溪市"]),
        # 和 within a name parts nothing
        ("人和镇", ["人和镇"]),
        ("云汀市、太和县", ["云汀市", "太和县"]),
    ],
)
def test_bodies_of_a_list(names: str, found: list[str]) -> None:
    assert [name for name, _ in bodies(f"{names}汇报了情况。")] == found


@pytest.mark.parametrize(
    "names",
    [
        "云汀市、A市",  # no Chinese name
        "云汀市、 柳溪市",
        "云汀市、市",  # no name before the suffix
        "云汀市、望潮石桥青石白塔河西东泽南岸北岭乡",  # longer than names are
    ],
)
def test_a_list_that_holds_something_else_is_none_of_bodies(names: str) -> None:
    assert bodies(f"{names}汇报了情况。") == []
