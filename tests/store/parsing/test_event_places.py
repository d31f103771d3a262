"""Where a meeting, a visit or talks took place. The examples are invented."""

import pytest

from store.lexicon.gazetteer import gazetteer
from store.parsing.places import Place, held_at, main_venue, met_at, visited_at


def name(place: Place | None) -> str | None:
    return place.name if place else None


def held(text: str) -> str | None:
    return name(held_at(text, 0, len(text)))


def visited(text: str) -> str | None:
    return name(visited_at(text, 0, len(text)))


def met(text: str) -> str | None:
    return name(met_at(text, 0, len(text)))


@pytest.mark.parametrize("verb", ["召开", "举行", "举办", "开幕", "闭幕", "召集", "开展"])
def test_verbs_of_holding(verb: str) -> None:
    assert held(f"会议在云汀市{verb}") == "云汀市"
    assert held(f"会议于云汀市{verb}") == "云汀市"
    assert held(f"会议到云汀市{verb}") is None
    assert held("会议在云汀市讨论") is None


@pytest.mark.parametrize(
    "word",
    [
        "隆重", "顺利", "正式", "胜利", "成功", "继续", "如期", "分别", "同时", "紧急", "联合", "专题", "共同", "主持", "组织",
        "专题组织", "\x01\x01\x01", "，\x01\x01\x01",
    ],
)  # fmt: skip
def test_words_between_a_place_and_its_verb(word: str) -> None:
    assert held(f"会议在云汀市{word}召开") == "云汀市"
    assert held("会议在云汀市热烈召开") is None


@pytest.mark.parametrize("verb", ["聚会", "聚首", "齐聚", "相聚", "云集"])
@pytest.mark.parametrize("rest", ["，", "。", "；", "、", "共商", "就水利", "参会", "论水"])
def test_who_gathers_in_a_known_city(verb: str, rest: str) -> None:
    assert held(f"代表{verb}成都{rest}") == "成都"
    assert held(f"代表{verb}四川{rest}") == "四川"
    assert held(f"代表{verb}礼堂{rest}") is None
    assert held(f"代表{verb}成都{rest}".replace(verb, "说起")) is None


@pytest.mark.parametrize("sign", sorted(gazetteer().signs))
def test_a_city_by_its_sign(sign: str) -> None:
    assert held(f"会议在{sign}召开") == gazetteer().signs[sign]
    assert held("会议在水召开") is None


SUFFIXES = [
    "省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "村", "街道", "社区", "园区", "厅", "室", "馆", "楼", "堂", "中心",
    "酒店", "宾馆", "饭店", "剧院", "剧场", "广场", "校区", "大学", "学院", "学校", "中学", "小学", "医院", "公司", "集团",
    "会场", "大厦", "基地", "公园", "山庄", "港", "岛", "场", "站", "厂", "局", "部", "委", "院", "府", "城", "所", "库", "关",
    "口岸", "企业", "银行", "304",
]  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_words_in_which_a_place_ends(suffix: str) -> None:
    assert held(f"会议在远川青浦{suffix}召开") == f"远川青浦{suffix}"
    assert visited(f"省长到远川青浦{suffix}调研") == f"远川青浦{suffix}"
    assert held(f"会议在{suffix}远川青浦召开") is None


def test_a_place_without_such_a_word() -> None:
    assert held("会议在云汀召开") == "云汀"
    assert held("会议在青浦岭召开") == "青浦岭"
    assert held("会议在远川青浦召开") is None
    assert held("会议在成都远川青浦召开") == "成都远川青浦"
    assert held("会议在四川远川青浦召开") == "四川远川青浦"
    assert held("会议在成都远川青浦远川青浦远川青召开") is None


@pytest.mark.parametrize(
    "word",
    [
        "我", "本", "这", "该", "此", "会", "线上", "线下", "现场", "云端", "全", "各", "近", "当", "每", "新", "深", "党", "大家",
        "一", "两", "期", "同", "今", "昨", "上述", "以", "其", "他", "她", "认真", "听取", "收听", "收看", "进一步", "有关", "相关",
    ],
)  # fmt: skip
def test_words_that_only_point(word: str) -> None:
    assert held(f"会议在{word}远川会场召开") is None
    assert held("会议在远川会场召开") == "远川会场"


def test_a_known_place_may_begin_like_a_pointing_word() -> None:
    assert held("会议在新疆远川会场召开") == "新疆远川会场"
    assert held("会议在新远川会场召开") is None


@pytest.mark.parametrize(
    "text",
    [
        "汛后", "汛时", "汛期间", "普查基础上", "修渠过程中", "防汛情况", "防汛形势", "县委领导下", "防汛背景", "防汛精神",
        "县委指导", "县委会议", "县委座谈会", "县委大会", "汛之际", "汛之后", "汛之前", "防汛工作", "防汛问题",
        "主持人会场", "县委强调", "防汛方面", "河堤上", "河堤中", "河堤下",
    ],
)  # fmt: skip
def test_what_stands_behind_zai_and_is_no_place(text: str) -> None:
    assert held(f"会议在{text}召开") is None
    assert held(f"会议在成都{text}召开") is None
    assert visited("省长到召开地远川市调研") is None


@pytest.mark.parametrize("room", ["会议室", "会议厅", "会议中心", "大会堂"])
def test_rooms_for_meetings_are_places(room: str) -> None:
    assert held(f"会议在远川{room}召开") == f"远川{room}"


@pytest.mark.parametrize("text", ["Zoom软件会场", "ab_c会场", "账号12345会场", "\x01\x01会场", " "])
def test_accounts_days_and_blanks_are_no_places(text: str) -> None:
    assert held(f"会议在{text}召开") is None
    assert held("会议在A区304会场召开") == "A区304会场"


def test_the_place_behind_the_last_zai_or_de() -> None:
    assert held("会议在以“澜江的源头”闻名的柳河县召开") == "柳河县"
    assert held("会议在“在水一方”会场召开") == "“在水一方”会场"
    assert held("会议在《水的歌》剧场召开") == "《水的歌》剧场"
    assert held("会议在远川（澜江的东岸）会场召开") == "远川（澜江的东岸）会场"


def test_the_next_place_is_tried_when_the_first_is_none() -> None:
    assert held("会议在防汛工作召开，大会在云汀召开") == "云汀"
    assert held_at("会议在云汀召开", 0, 4) is None


VISIT_WAYS = ["在", "到", "赴", "来到", "深入", "前往", "走进", "先后到", "分别到"]
VISIT_VERBS = [
    "走访慰问", "调研", "考察", "慰问", "视察", "检查", "督导", "督查", "看望", "走访", "暗访", "巡查", "调查研究",
]  # fmt: skip


@pytest.mark.parametrize("way", VISIT_WAYS)
@pytest.mark.parametrize(
    "between", ["", "实地", "专题", "集中", "开展", "进行", "专程", "现场", "，", "就", "\x01\x01"]
)
def test_ways_to_a_place(way: str, between: str) -> None:
    assert visited(f"省长{way}柳河县{between}调研") == "柳河县"
    assert visited(f"省长说起柳河县{between}调研") is None


@pytest.mark.parametrize("verb", VISIT_VERBS)
def test_verbs_of_visiting(verb: str) -> None:
    assert visited(f"省长到柳河县{verb}") == "柳河县"
    assert visited(f"省长到柳河县热情{verb}") is None
    assert visited("省长到柳河县开会") is None


@pytest.mark.parametrize(
    "deed",
    [
        "会见",
        "会谈",
        "亲切会见",
        "同客商会谈",
        "同客商会见",
        "与客商会谈",
        "与客商会见",
        "与客商座谈",
    ],
)
def test_verbs_of_talks(deed: str) -> None:
    assert met(f"省长在云汀{deed}") == "云汀"
    assert met(f"省长到云汀{deed}") is None
    assert met("省长在云汀讲话") is None


def test_a_main_venue_is_a_known_city() -> None:
    assert name(main_venue("省长在成都主会场参会")) == "成都"
    assert name(main_venue("省长在四川主会场参会")) == "四川"
    assert main_venue("省长在县委主会场参会") is None
    assert main_venue("省长在成都分会场参会") is None
