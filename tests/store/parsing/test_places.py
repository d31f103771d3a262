"""Where something took place, rule by rule. The examples are invented."""

import pytest

from store.parsing.places import held_at, main_venue, met_at, visited_at


def held(text: str) -> str | None:
    place = held_at(text, 0, len(text))
    return text[place.start : place.end] if place else None


def visited(text: str) -> str | None:
    place = visited_at(text, 0, len(text))
    return place.name if place else None


def met(text: str) -> str | None:
    place = met_at(text, 0, len(text))
    return place.name if place else None


HOUSES = [
    "青湖省", "柳溪市", "柳溪县", "柳溪区", "青湖州", "青湖盟", "青湖旗", "柳溪乡", "柳溪镇", "柳溪村", "柳溪街道", "柳溪社区",
    "柳溪园区", "柳溪报告厅", "柳溪会议室", "柳溪宾馆", "柳溪办公楼", "柳溪礼堂", "文化中心", "柳溪酒店", "柳溪饭店",
    "柳溪剧院", "柳溪剧场", "柳溪广场", "柳溪校区", "云汀大学", "柳溪学院", "柳溪学校", "柳溪中学", "柳溪小学", "柳溪医院",
    "供水公司", "供水集团", "集团主会场", "柳溪大厦", "训练基地", "柳溪公园", "柳溪山庄", "东泽新港", "澜江口岛", "防汛值守站",
    "柳溪电厂", "县水利局", "省委宣传部", "省发改委", "县法院", "县政府", "柳溪古城", "省水利所", "柳溪水库", "柳溪海关",
    "东泽新口岸", "供水企业", "柳溪银行", "办公楼304",
]  # fmt: skip


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_or_a_district_is_a_place(house: str) -> None:
    assert held(f"市长许遥在{house}召开会议") == house
    assert held(f"市长许遥在{house}旁边些召开会议") is None


@pytest.mark.parametrize(
    "words",
    [
        "防汛期间", "调研基础上", "整改过程中", "防汛情况", "防汛形势", "县委领导下", "防汛背景", "会议精神", "县委指导",
        "防汛会议", "防汛座谈会", "防汛大会", "汛期之际", "汛期之后", "汛期之前", "防汛工作", "防汛问题", "县长召开", "县长主持",
        "县长强调", "防汛方面",
    ],
)  # fmt: skip
def test_what_sets_the_time_or_the_ground_is_no_place(words: str) -> None:
    assert visited(f"许遥在{words}走过的柳溪县调研") == "柳溪县"
    assert visited(f"许遥在{words}走过柳溪县调研") is None


@pytest.mark.parametrize("end", ["后", "时", "上", "中", "下"])
def test_a_clause_that_ends_in_a_word_of_time_is_no_place(end: str) -> None:
    assert held(f"许遥在柳{end}召开会议") is None
    assert held(f"许遥在{end}湖宾馆召开会议") == f"{end}湖宾馆"


@pytest.mark.parametrize(
    "word",
    [
        "我", "本", "这", "该", "此", "会", "线上", "线下", "现场", "云端", "全", "各", "近", "当", "每", "新", "深",
        "党", "大家", "一", "两", "期", "同", "今", "昨", "上述", "以", "其", "他", "她", "认真", "听取", "收听", "收看",
        "进一步", "有关", "相关",
    ],
)  # fmt: skip
def test_a_word_that_only_points_is_no_place(word: str) -> None:
    assert held(f"许遥在{word}县召开会议") is None
    assert held(f"许遥在柳溪{word}县召开会议") == f"柳溪{word}县"


def test_a_known_place_in_front_outweighs_a_pointing_word() -> None:
    assert held("许遥在深圳会堂召开会议") == "深圳会堂"
    assert held("许遥在深度会堂召开会议") is None


def test_a_short_bare_word_or_a_known_city_is_a_place() -> None:
    assert held("许遥在柳溪召开会议") == "柳溪"
    assert held("许遥在成都天府新里召开会议") == "成都天府新里"
    assert held("许遥在柳溪天府新里召开会议") is None
    assert held("许遥在成都天府新里一百二十八弄召开会议") == "成都天府新里一百二十八弄"
    assert held("许遥在成都天府新里一百二十八弄口召开会议") is None
    assert held("许遥在成都的召开会议") is None


@pytest.mark.parametrize("text", ["Room柳溪厅", "柳溪厅12345号楼"])
def test_figures_and_latin_words_are_no_place(text: str) -> None:
    assert held(f"许遥在{text}召开会议") is None
    assert held("许遥在A座1234柳溪厅召开会议") == "A座1234柳溪厅"


def test_a_day_inside_a_name_is_no_place() -> None:
    assert held("许遥在“\x01\x01\x01”广场召开会议") is None
    assert held("许遥在“三月”广场召开会议") == "“三月”广场"


def test_the_place_follows_the_last_attribute_outside_quotes() -> None:
    assert held("许遥在“江之源”的柳溪县召开会议") == "柳溪县"
    assert held("许遥在“绿色的江”广场召开会议") == "“绿色的江”广场"
    assert held("许遥在新建的“绿色”广场召开会议") == "“绿色”广场"
    assert held("许遥在“柳溪，新城”广场召开会议") == "“柳溪，新城”广场"
    assert held("许遥在柳溪，新城广场召开会议") is None


def test_a_sign_stands_for_its_city() -> None:
    place = held_at("会议在京召开", 0, 6)
    assert place is not None
    assert (place.name, place.start, place.end) == ("北京", 3, 4)
    assert held("会议在柳召开") is None


@pytest.mark.parametrize(
    "adverb",
    [
        "隆重",
        "顺利",
        "正式",
        "胜利",
        "成功",
        "继续",
        "如期",
        "分别",
        "同时",
        "紧急",
        "联合",
        "专题",
        "共同",
    ],
)
def test_an_adverb_may_stand_before_the_verb(adverb: str) -> None:
    assert held(f"会议\x01在柳溪村\x01{adverb}召开") == "柳溪村"
    assert held(f"会议在柳溪村{adverb}总结") is None


@pytest.mark.parametrize(
    "verb", ["召开", "举行", "举办", "开幕", "闭幕", "召集", "开展", "主持召开", "组织召开"]
)
def test_what_is_done_with_a_meeting(verb: str) -> None:
    assert held(f"会议于柳溪村{verb}") == "柳溪村"
    assert held(f"会议往柳溪村{verb}") is None


@pytest.mark.parametrize("verb", ["聚会", "聚首", "齐聚", "相聚", "云集"])
@pytest.mark.parametrize("end", ["，", "。", "；", "、", "共", "就", "参", "论"])
def test_guests_gather_in_a_known_city(verb: str, end: str) -> None:
    assert held(f"代表{verb}成都市{end}") == "成都市"
    assert held(f"代表{verb}柳溪市{end}") is None
    assert held(f"代表到过成都市{end}") is None


def test_the_city_of_the_main_venue() -> None:
    for text, name in (
        ("在成都主会场参会", "成都"),
        ("在市委主会场，在成都主会场", "成都"),
        ("在市委主会场", None),
        ("成都主会场", None),
    ):
        place = main_venue(text)
        assert (place.name if place else None) == name


@pytest.mark.parametrize(
    "verb", ["在", "到", "赴", "来到", "深入", "前往", "走进", "先后到", "分别到"]
)
def test_a_visit_leads_somewhere(verb: str) -> None:
    assert visited(f"许遥{verb}柳溪村调研") == "柳溪村"
    assert visited(f"许遥从柳溪村{verb[:-1]}调研") is None


@pytest.mark.parametrize(
    "deed",
    [
        "走访慰问", "调研", "考察", "慰问", "视察", "检查", "督导", "督查", "看望", "走访", "暗访", "巡查", "调查研究", "实地调研",
        "专题调研", "集中调研", "就调研", "开展调研", "进行调研", "专程看望", "现场检查", "，实地调研",
    ],
)  # fmt: skip
def test_what_is_done_on_a_visit(deed: str) -> None:
    assert visited(f"许遥到柳溪村\x01{deed}") == "柳溪村"
    assert visited("许遥到柳溪村\x01居住") is None


@pytest.mark.parametrize("name", ["“柳溪，水乡”公园", "《柳溪，记》纪念馆", "柳溪（老，城）公园"])
def test_a_quoted_or_bracketed_part_belongs_to_the_place(name: str) -> None:
    assert visited(f"许遥到{name}调研") == name
    assert met(f"许遥在{name}会见程朗") == name
    assert held(f"许遥在{name}召开会议") == name
    assert visited(f"许遥到{name.translate(str.maketrans('', '', '“”《》（）'))}调研") is None


@pytest.mark.parametrize(
    "deed",
    [
        "会见程朗",
        "亲切会见程朗",
        "会谈",
        "同程朗会谈",
        "同程朗会见",
        "与程朗会谈",
        "与程朗会见",
        "与程朗座谈",
    ],
)
def test_talks_take_place_somewhere(deed: str) -> None:
    assert met(f"许遥在云汀{deed}") == "云汀"
    assert met(f"许遥到云汀{deed}") is None
    assert met("许遥在云汀与程朗谈笑") is None
