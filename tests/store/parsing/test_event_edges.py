"""Where the name of a meeting begins, and the body that holds it. The examples are invented.

Days are masked, as in the texts these rules are given.
"""

import pytest

from store.parsing.event_edges import body_before, name_start

NAME = "全省抗旱工作会议"
DAY = "\x01\x01\x01\x01"


def name(text: str) -> str:
    return text[name_start(text, 0, len(text)) :]


def body(text: str) -> str | None:
    found = body_before(text, 0, text.index("召开"))
    return text[slice(*found)] if found else None


RELATIVE = [
    "省政府组织的", "省政府举办的", "省政府主办的", "省政府承办的", "省政府召开的", "许遥主持的", "云汀举行的", "省政府发起的",
    "以抗旱为主题的", "为期两天的", "历时三天的", "一年一度的", "许遥出席的", "许遥参加的", "专门的", "省政府召集的",
]  # fmt: skip


@pytest.mark.parametrize("clause", RELATIVE)
def test_a_relative_clause_is_no_part_of_the_name(clause: str) -> None:
    assert name(clause + NAME) == NAME
    assert name(clause[:-1] + NAME) == clause[:-1] + NAME
    for marks in ("“”", "《》", "（）"):
        quoted = f"{marks[0]}{clause}水{marks[1]}{NAME}"
        assert name(f"柳溪{quoted}") == f"柳溪{quoted}"


@pytest.mark.parametrize("sign", ["电", "讯", "消息", "报道"])
@pytest.mark.parametrize("after", [" ", "（许遥）", DAY])
def test_a_dateline_is_no_part_of_the_name(sign: str, after: str) -> None:
    assert name(f"澜江社云汀{sign}{after}{NAME}") == NAME
    assert name(f"据{'澜' * 12}{'江' * 24}{sign}{after}{NAME}") == NAME
    assert name(f"澜江社云汀{sign}{NAME}") == f"澜江社云汀{sign}{NAME}"


@pytest.mark.parametrize("mark", ["《澜江水》", "“澜江水”"])
@pytest.mark.parametrize("sign", ["电", "讯", "消息", "报道"])
def test_a_quoted_name_may_follow_the_dateline(mark: str, sign: str) -> None:
    assert name(f"澜江社云汀{sign}{mark}创作会议") == f"{mark}创作会议"


@pytest.mark.parametrize("sign", ["电", "讯", "消息", " 电", "专电", " 专讯"])
def test_a_dateline_behind_the_day(sign: str) -> None:
    assert name(f"云汀{DAY}{sign}{NAME}") == NAME
    for word in ("电视", "电话", "电子", "电力", "电商"):
        assert name(f"云汀{DAY}{word}{NAME}") == f"{word}{NAME}"


@pytest.mark.parametrize("mark", ["\x01", " ", "、", "，", "："])
def test_marks_before_a_name_are_no_part_of_it(mark: str) -> None:
    assert name(f"{mark}{NAME}") == NAME
    assert name(f"许遥）{mark}{NAME}") == (NAME if mark == "\x01" else f"许遥）{mark}{NAME}")
    assert name(f"{DAY}{mark}{NAME}") == NAME


@pytest.mark.parametrize(
    "word",
    [
        "随后",
        "随即",
        "会后",
        "会前",
        "之后",
        "紧接着",
        "接着",
        "同时",
        "此外",
        "据悉",
        "另悉",
        "当天",
        "同日",
    ],
)
@pytest.mark.parametrize("mark", ["", "，", "、", " ", "\x01"])
def test_a_word_of_sequence_is_no_part_of_the_name(word: str, mark: str) -> None:
    assert name(f"{word}{mark}{NAME}") == NAME
    assert body(f"{word}{mark}省政府召开") == "省政府"
    assert name(f"省{word}{NAME}") == f"省{word}{NAME}"


@pytest.mark.parametrize("word", ["本次", "此次", "这次", "由"])
def test_a_pointing_word_is_no_part_of_the_name(word: str) -> None:
    assert name(word + NAME) == NAME
    assert name("省" + word + NAME) == "省" + word + NAME


def test_a_reporter_in_brackets_is_stepped_over() -> None:
    assert name(f"（记者 许遥）{NAME}") == NAME
    assert name(f"省（{'许' * 41}）{NAME}") == f"省（{'许' * 41}）{NAME}"


def test_a_clause_that_says_nothing_more_ends_with_its_last_attribute() -> None:
    assert name(f"专门的{NAME}") == NAME
    assert name(f"专门的的{NAME}") == f"专门的的{NAME}"


def test_a_name_is_never_stepped_over_whole() -> None:
    assert name("随后") == "随后"
    assert name("，，") == ""


BODIES = [
    "政治局", "委员会", "常委会", "党组", "党委", "领导小组", "指挥部", "党工委", "理事会", "中心组", "政协", "人大", "安委会",
    "全委会", "董事会", "主席团", "支部", "总支",
]  # fmt: skip
BETWEEN = [
    DAY, "在柳溪村", "以视频形式", "专门", "紧急", "迅速", "立即", "随即", "主持", "组织", "集中", "也", "又", "再次", "共同",
    "分别", " ",
]  # fmt: skip


@pytest.mark.parametrize("organ", BODIES)
def test_a_body_that_meets_is_known_by_its_last_word(organ: str) -> None:
    assert body(f"云汀{organ}今日召开") == f"云汀{organ}"
    assert body("云汀水厂今日召开") == "云汀水厂今日"


@pytest.mark.parametrize("between", BETWEEN)
def test_what_stands_between_the_body_and_the_verb(between: str) -> None:
    assert body(f"云汀党组{between}召开") == "云汀党组"
    assert body(f"云汀县政府{between}召开") == "云汀县政府"
    assert body(f"云汀党组听{between}说召开") != "云汀党组"


@pytest.mark.parametrize("between", ["今天", "昨天", "上午", "下午", "接着", "以视频方式"])
def test_what_stands_between_a_government_and_the_verb(between: str) -> None:
    assert body(f"云汀县政府{between}召开") == "云汀县政府"
    assert body(f"云汀县政府{between}些召开") == f"云汀县政府{between}些"


@pytest.mark.parametrize("between", [*BETWEEN, "今日", "昨天", "上午", "下午", "晚上"])
def test_a_body_that_meets_may_have_a_long_name(between: str) -> None:
    long = "澜" * 29 + "党组"
    assert body(f"{long}{between}召开") == long
    assert body(f"{'澜' * 31}党组{between}召开") is None


@pytest.mark.parametrize("mark", ["\x01", " ", "、", "，", "："])
def test_marks_before_a_dateline_or_a_bracket(mark: str) -> None:
    assert name(f"{mark}（记者 许遥）{NAME}") == NAME
    assert name(f"{mark}澜江社云汀电（许遥）{NAME}") == NAME
    assert name(f"澜江社云汀电（许遥）\x01 {NAME}") == NAME
    assert body(f"{mark}（许遥）县政府召开") == "县政府"


def test_no_body_before_a_comma_or_at_the_front() -> None:
    assert body("云汀县政府，召开") is None
    assert body("召开") is None
    assert body("，召开") is None
    assert body("县" * 30 + "召开") == "县" * 30
    assert body("县" * 31 + "召开") is None
