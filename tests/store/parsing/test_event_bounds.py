"""What stands around the name of a meeting, and who holds it. The examples are invented."""

import pytest

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


FILLERS = [
    "", "在县城", "在“江城”县城", "在《水》剧场", "在县城（东区）", "，在县城", "（第三期）在县城", "以视频形式", "以视频方式", "通过视频系统", "通过网络方式",
    "通过网络形式", "圆满完成各项议程", "，顺利完成了全部议程", "胜利完成议程", "，会期三天", "，历时两天", "隆重", "顺利", "正式", "胜利", "继续",
    "如期", "分别", "同时", "也", "将", "于3月5日", "，于3月5日", "今", "拟", "3月5日", "，3月5日", " 3月5日 ",
]  # fmt: skip


@pytest.mark.parametrize("filler", FILLERS)
def test_what_may_stand_between_a_name_and_its_verb(filler: str) -> None:
    wanted = "全县抗旱会议（第三期）" if "第三期" in filler else "全县抗旱会议"
    assert names(f"全县抗旱会议{filler}召开。") == [wanted]
    assert names(f"全县抗旱会议谈水利{filler}召开。") == []


def test_the_subject_may_stand_three_clauses_back() -> None:
    assert names("全县抗旱会议，会期三天，于3月5日闭幕。") == ["全县抗旱会议"]
    assert names("全县抗旱会议，会期三天，历时两天，3月5日，在县城闭幕。") == []
    assert names("全县抗旱会议。于3月5日闭幕。") == []


@pytest.mark.parametrize(
    "verb",
    [
        "组织",
        "举办",
        "主办",
        "承办",
        "召开",
        "主持",
        "举行",
        "发起",
        "出席",
        "参加",
        "专门",
        "召集",
    ],
)
def test_a_relative_clause_is_no_part_of_a_name(verb: str) -> None:
    assert set(names(f"由县里{verb}的抗旱会议在县城开幕。")) == {"抗旱会议"}
    quoted = f"“县里{verb}的水”抗旱会议"
    assert names(f"{quoted}在县城开幕。") == [quoted]


@pytest.mark.parametrize("lead", ["以水为主题的", "为期三天的", "一年一度的"])
def test_what_is_told_of_a_meeting_is_no_part_of_its_name(lead: str) -> None:
    assert names(f"{lead}抗旱会议在县城开幕。") == ["抗旱会议"]


LEADS = [
    "随后", "随即", "会后", "会前", "之后", "紧接着", "接着", "同时", "此外", "据悉", "另悉", "当天", "同日", "本次", "此次", "这次",
    "由", "随后，", "3月5日", "3月5日，", "澜江社云汀3月5日电 ", "澜江社云汀3月5日专电", "澜江社云汀3月5日讯", "据澜江社消息 ",
    "澜江网讯 ", "澜江社报道 ", "澜江社电 ", "（许遥）", "（记者 许遥）3月5日",
]  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
def test_what_stands_before_a_name(lead: str) -> None:
    assert names(f"{lead}全县抗旱会议在县城开幕。") == ["全县抗旱会议"]


@pytest.mark.parametrize("word", ["视", "话", "子", "力", "商"])
def test_a_day_before_a_word_of_electricity_is_no_dateline(word: str) -> None:
    assert names(f"3月5日电{word}抗旱会议在县城开幕。") == [f"电{word}抗旱会议"]


NO_NAMES = [
    "并", "以", "要", "对", "把", "就", "参加", "出席", "收听", "收看", "迎接", "喜迎", "确保", "筹备", "为了", "促进", "委员",
    "与会", "开会", "两会", "会上", "会后", "该", "这", "其他", "有关", "相关", "各", "上述", "下次", "上次", "多次", "历次", "有的",
    "一些", "多场", "系列", "若干", "三场会议、", "12个座谈会、", "几次大会、", "全国两会", "“两会",
]  # fmt: skip


@pytest.mark.parametrize("word", NO_NAMES)
def test_words_with_which_no_name_begins(word: str) -> None:
    assert f"{word}抗旱会议" not in names(f"县里召开{word}抗旱会议。")
    assert names("县里召开抗旱会议。") == ["抗旱会议"]


def test_an_open_quotation_mark_is_no_part_of_a_name() -> None:
    assert names("县里召开“抗旱会议。") == ["抗旱会议"]
    assert names("县里召开“水”抗旱会议。") == ["“水”抗旱会议"]


def test_a_headline_whose_subject_is_the_meeting() -> None:
    for text in ("全县抗旱会议强调：要快", "全县抗旱会议指出", "全县抗旱会议要求"):
        assert names(text, headline=True) == ["全县抗旱会议"]
        assert names(text) == []
    assert names("许遥主持全县抗旱会议强调", headline=True) == []
    assert names("全县抗旱会议闭幕", headline=True) == ["全县抗旱会议"]
    assert names("全县抗旱会议今强调", headline=True) == []


def test_a_sitting_belongs_to_the_congress_that_is_its_subject() -> None:
    for sitting in (
        "全体会议",
        "联组会议",
        "选举大会",
        "闭幕会",
        "开幕大会",
        "第二次全体会议",
        "预备会议",
        "分组会议",
    ):
        assert names(f"县政协四次会议举行{sitting}。") == ["县政协四次会议"]
    assert names("县政协四次会议举行抗旱座谈会。") == ["抗旱座谈会"]
    assert names("县政协常委会举行第二次会议。") == ["第二次会议"]


BODIES = [
    "政治局", "委员会", "常委会", "党组", "党委", "领导小组", "指挥部", "党工委", "理事会", "中心组", "政协", "人大", "安委会", "全委会",
    "董事会", "支部", "总支",
]  # fmt: skip
BETWEEN = [
    "", "3月5日", "在县城", "今日", "昨天", "上午", "下午", "晚上", "以视频形式", "专门", "紧急", "迅速", "立即", "随即", "主持", "组织", "集中",
    "也", "又", "再次", "共同", "分别", " 3月5日 ",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("between", BETWEEN)
def test_the_body_that_holds_a_meeting(body: str, between: str) -> None:
    text = f"水利{body}{between}召开抗旱会议。"
    organ = next(one.organ for one in all_of(text) if one.frame == "held")
    assert organ is not None
    assert text[slice(*organ)] == f"水利{body}"


@pytest.mark.parametrize(
    "between",
    [
        *BETWEEN[:3],
        "今天",
        "昨天",
        "上午",
        "下午",
        "以视频方式",
        "以视频形式",
        "接着",
        *BETWEEN[9:],
    ],
)
def test_whoever_holds_a_meeting(between: str) -> None:
    text = f"水利局{between}召开抗旱会议。"
    organ = only(text).organ
    assert organ is not None
    assert text[slice(*organ)] == "水利局"
    assert only("召开抗旱会议。").organ is None
