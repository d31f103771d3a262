"""How a meeting was held, and at what level. The examples are invented."""

import pytest

from store.parsing.levels import level_of
from store.parsing.modes import mode_in_name, mode_in_text, venues_in


def mode(text: str) -> str | None:
    found = mode_in_text(text)
    return found.name if found else None


def named(text: str) -> str | None:
    found = mode_in_name(text, 0, len(text))
    return found.name if found else None


def venues(text: str) -> list[str]:
    return [text[start:end] for start, end in venues_in(text)]


@pytest.mark.parametrize("way", ["以", "采取", "采用", "通过", "按照"])
@pytest.mark.parametrize("form", ["形式", "方式", "系统", "的形式", "相结合的方式", "相结合形式"])
def test_how_a_meeting_is_held(way: str, form: str) -> None:
    assert mode(f"会议{way}视频{form}召开") == "视频"
    assert mode(f"会议{way}“视频”{form}召开") == "视频"
    assert mode(f"会议{way}书面{form}召开") is None
    assert mode(f"会议说起视频{form}召开") is None


@pytest.mark.parametrize(
    "verb", ["召开", "举行", "进行", "开到乡", "收听", "参加", "，", "。", "县乡共同召开"]
)
def test_what_follows_the_form(verb: str) -> None:
    assert mode(f"会议以视频形式{verb}") == "视频"
    assert mode("会议以视频形式讨论") is None
    assert mode("会议以视频形式县乡两级共同召开") is None


@pytest.mark.parametrize(
    "form",
    ["视频", "视讯", "电视", "电话", "线上", "网络", "远程", "主会场+点", "分会场", "云端", "广播"],
)
def test_forms_at_a_distance(form: str) -> None:
    assert mode(f"会议以{form}形式召开") == form
    assert mode("会议以圆桌形式召开") is None


@pytest.mark.parametrize("both", ["线上线下", "线上+线下", "线上与线下", "线上和线下", "线下线上"])
def test_both_ways(both: str) -> None:
    found = mode_in_text(f"会议{both}同步")
    assert found is not None
    assert (found.name, found.end - found.start) == ("线上线下", len(both))
    assert mode("会议线上，线下不设") is None


def test_a_form_keeps_its_own_quotation_marks() -> None:
    assert mode("会议以“主会场+视频”形式召开") == "主会场+视频"
    assert mode("会议以“圆桌”加“视频”形式召开") == "圆桌”加“视频"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("抗旱电视电话会议", "电视电话会议"), ("抗旱网络视频会议", "网络视频会议"), ("抗旱视频调度会", "视频会议"),
        ("抗旱电视会", "电视会议"), ("抗旱电视工作会", "电视会议"), ("抗旱电话会", "电话会议"), ("电视剧评审会", None),
        ("电话机评审会", None), ("抗旱会议", None),
    ],
)  # fmt: skip
def test_the_form_in_a_name(name: str, form: str | None) -> None:
    assert named(name) == form


@pytest.mark.parametrize("verb", ["设", "设立", "设置", "设有", "开设", "设了", "开设了"])
@pytest.mark.parametrize("venue", ["主会场", "分会场"])
def test_who_sets_a_venue(verb: str, venue: str) -> None:
    assert venues(f"会前，各县（市、区）{verb}{venue}。") == [f"各县（市、区）{verb}{venue}"]
    assert venues(f"会前，各县{verb}若干{venue}。") == [f"各县{verb}若干{venue}"]
    assert venues(f"会前，各县{verb}了解的同志多次到过的{venue}。") == []
    assert venues(f"会前，各县看{venue}。") == []
    for char in "参出收":
        assert venues(f"会前，各县{verb}{venue}{char}会。") == []


@pytest.mark.parametrize("deed", ["收听收看", "收看", "参加", "出席", "组织", "列席", "参会"])
def test_who_sits_at_a_venue(deed: str) -> None:
    assert venues(f"县长在县委分会场{deed}") == ["县委分会场"]
    assert venues(f"县长在县委主会场{deed}") == ["县委主会场"]
    assert venues(f"县长在县委会议室{deed}") == []
    assert venues("县长在县委分会场讲话") == []
    assert venues(f"各县设分会场。县长在县委分会场{deed}") == ["各县设分会场"]


def level(*texts: str) -> str | None:
    found = level_of([*texts, *[""] * (3 - len(texts))])
    return found.level if found else None


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        *((w, "centre") for w in (
            "全国", "中央", "中共中央", "国务院", "国家", "中国共产党第", "中宣部", "中组部", "十九届中央", "二十届中央")),
        *((w, "province") for w in ("全省", "省", "全自治区", "自治区")),
        *((w, "city") for w in ("全市", "市", "全州", "州", "盟", "地委", "行署")),
        *((w, "county") for w in ("全县", "县", "全区", "区", "全旗", "旗")),
        *((w, "township") for w in ("全镇", "镇", "全乡", "乡", "街道")),
        *((w, "institution") for w in (
            "全校", "学校", "校", "全院", "学院", "公司", "集团", "全行", "全局", "全所", "全厂")),
    ],
)  # fmt: skip
def test_the_word_a_name_or_a_body_begins_with(word: str, wanted: str) -> None:
    assert level(f"{word}抗旱会议") == wanted
    assert level("", f"{word}防汛办") == wanted
    assert level(f"关于抗旱防汛工作的{word}会议") is None


@pytest.mark.parametrize(
    "text", ["中央第一巡视组见面会", "省会议事", "市场监管", "市民议事", "县域经济", "区域经济"]
)
def test_words_that_only_begin_so(text: str) -> None:
    assert level(text) is None


@pytest.mark.parametrize("count", ["2031年", "2031年度", "第三次", "第二十次", "中共", "我"])
def test_what_may_count_in_front(count: str) -> None:
    assert level(f"{count}全省抗旱会议") == "province"
    assert level(f"关于抗旱防汛工作的{count}全省会议") is None


POSTS = {
    "centre": [
        "中共中央", "国务院", "中央政治局", "国家主席", "全国人大", "全国政协", "教育部", "公安部", "财政部", "农业农村部", "交通运输部", "水利部",
        "民政部", "司法部", "文化和旅游部", "应急管理部", "生态环境部", "自然资源部", "工业和信息化部", "国家能源局", "国家发改委", "国家安全部",
        "中宣部", "中组部",
    ],
    "province": ["省委", "省政府", "省长", "省人大", "省政协", "自治区党委", "自治区主席", "自治区人民", "自治区政协", "自治区政府",
                 "自治区副主席", "自治区人大", "我省"],
    "city": ["市委", "市政府", "市长", "市人大", "市政协", "州委", "州政府", "州长", "盟委", "盟长", "我市", "我州"],
    "county": ["县委", "县政府", "县长", "县人大", "县政协", "区委", "区政府", "区长", "区人大", "区政协", "旗委", "旗长", "我县", "我区", "我旗"],
    "township": ["镇党委", "乡党委", "镇长", "乡长", "镇委", "街道党工委", "我镇", "我乡", "街道办"],
    "institution": ["学校", "我校", "校党委", "校长", "校领导", "学院", "大学", "公司", "集团", "董事长", "总经理", "医院", "院长", "我院",
                    "党支部", "局党委", "局长", "我局", "市局", "省局"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("post", "wanted"), [(post, wanted) for wanted, posts in POSTS.items() for post in posts]
)
def test_the_first_post_of_the_report(post: str, wanted: str) -> None:
    assert level("", "", f"日前，{post}许遥说") == wanted
    assert level("", "", "日前，许遥说") is None


@pytest.mark.parametrize("text", ["日前，省教育部许遥", "日前，教育部门许遥", "日前，市财政部许遥"])
def test_departments_of_a_province_are_not_the_centres(text: str) -> None:
    assert level("", "", text) != "centre"


HOUSES = [
    "大学", "学院", "学校", "中学", "小学", "公司", "集团", "医院", "设计院", "研究所", "银行", "支部", "林场", "总台", "日报",
    "日报社", "侨》",
]  # fmt: skip


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize(
    "part", ["", "党委", "党组", "党委会", "党委常委会", "理论学习中心组", "组织全体人员"]
)
def test_a_house_is_an_institution(house: str, part: str) -> None:
    assert level(f"东泽{house}{part}") == "institution"
    assert level("", f"东泽{house}{part}") == "institution"
    assert level(f"东泽{house}{part}，代表") is None


@pytest.mark.parametrize("text", ["东泽法院", "东泽检察院", "国务院"])
def test_courts_are_no_institutions(text: str) -> None:
    assert level("", text) != "institution"


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("市", "city"),
        ("县", "county"),
        ("区", "county"),
        ("旗", "county"),
        ("镇", "township"),
        ("乡", "township"),
    ],
)
@pytest.mark.parametrize("organ", ["", "党委", "政府", "人民政府"])
def test_a_body_is_as_high_as_the_last_place_in_it(unit: str, wanted: str, organ: str) -> None:
    assert level("", f"澜江省东泽柳河{unit}{organ}") == wanted
    assert level("", f"东泽柳河{unit}{organ}") == wanted
    assert level(f"东泽柳河{unit}抗旱会议") == wanted


@pytest.mark.parametrize("char", "社园校景片治")
def test_quarters_that_are_no_county(char: str) -> None:
    assert level("", f"东泽柳河{char}区") is None
    assert level(f"东泽柳河{char}区抗旱会议") is None


def test_a_place_in_front_of_a_name() -> None:
    assert level("澜江省抗旱会议") == "province"
    assert level("澜江自治区抗旱会议") == "province"
    assert level("四川抗旱会议") == "province"
    assert level("重庆市抗旱会议") == "province"
    assert level("东泽市抗旱会议") == "city"
    assert level("柳河镇抗旱会议") == "township"
    for text in (
        "部分市抗旱会议",
        "有关县抗旱会议",
        "各地市抗旱会议",
        "相关区抗旱会议",
        "所有乡抗旱会议",
        "十大市抗旱会议",
        "东泽市场监管会议",
        "柳河县域会议",
        "柳河市民会议",
        "柳河县级会议",
        "自然保护区会议",
        "委员区会议",
    ):
        assert level(text) is None, text


def test_the_name_comes_before_the_body_and_the_body_before_the_posts() -> None:
    assert level("全省抗旱会议", "东泽市政府", "县长许遥说") == "province"
    assert level("抗旱会议", "东泽市政府", "县长许遥说") == "city"
    assert level("抗旱会议", "许遥", "县长许遥说") == "county"
    assert level("抗旱会议", "市防汛办", "县长许遥说") == "city"
