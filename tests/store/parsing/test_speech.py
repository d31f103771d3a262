"""Who says something: subjects, verbs, and the sentences without either. Invented examples."""

import pytest

from store.parsing.speech import Speech, find_speeches, sentence_start


def speeches(text: str) -> list[tuple[str, str]]:
    return [(one.by, one.verb) for one in find_speeches(text)]


def only(text: str) -> Speech:
    (one,) = find_speeches(text)
    return one


@pytest.mark.parametrize(
    "verb",
    [
        "强调指出",
        "强调",
        "指出",
        "认为",
        "表示",
        "说",
        "要求",
        "提出",
        "明确",
        "希望",
        "建议",
        "号召",
        "决定",
    ],
)
def test_verbs_before_a_pause(verb: str) -> None:
    assert speeches(f"会议{verb}，要快") == [("会议", verb)]
    assert speeches(f"渠道{verb}，要快") == (
        [("渠道", verb)] if verb in ("强调指出", "强调", "指出", "认为", "表示", "说") else []
    )


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("会议提三点意见", "提"), ("会议提了几点意见", "提"), ("会议讲两个问题", "讲"), ("会议谈了3项工作", "谈"),
        ("会议作出安排", "作出"), ("会议作出具体要求", "作出"), ("会议做出部署", "做出"), ("会议做出有关指示", "做出"),
        ("会议部署防汛", "部署"), ("会议说：要快", "说"),
    ],
)  # fmt: skip
def test_verbs_that_need_words_behind(text: str, verb: str) -> None:
    assert speeches(text) == [("会议", verb)]


@pytest.mark.parametrize(
    "text",
    [
        "会议提水修渠", "会议讲水利", "会议谈水利", "会议作出贡献", "会议做出，安排", "会议部署。", "会议部署，", "会议部署；",
        "会议出部署防汛", "会议行部署防汛", "会议工作的部署防汛", "会议说水利", "会议决定修渠", "会议提出的意见", "会议明确的意见", "会议要求。", "会议要求；", "会议要求的事",
        "会议要求和意见", "会议要求及意见", "会议要求以及意见", "会议要求谈起", "会议希望。", "会议希望；", "会议建议。",
        "会议建议；", "会议提出要求，", "会议几点要求，", "会议的要求，", "会议三项要求，", "会议总体要求，", "会议几个要求，",
        "会议同等要求，",
    ],
)  # fmt: skip
def test_verbs_that_are_something_else(text: str) -> None:
    assert not any(
        verb
        in ("提", "讲", "谈", "作出", "做出", "部署", "说", "决定", "要求", "希望", "建议", "明确")
        for _, verb in speeches(text)
    )
    assert ("会议", "提出") not in speeches(text) or text == "会议提出要求，"


@pytest.mark.parametrize("verb", ["要求", "希望", "建议", "部署", "明确"])
def test_nouns_need_a_subject_right_before_or_a_pause_behind(verb: str) -> None:
    assert speeches(f"会议{verb}各县") == [("会议", verb)]
    assert speeches(f"会上，会议{verb}各县") == []
    pause = "：" if verb == "部署" else "，"
    assert speeches(f"会上，会议{verb}{pause}各县") == [("会议", verb)]


@pytest.mark.parametrize(
    "word",
    [
        "还", "又", "也", "再次", "最后", "同时", "特别", "着重", "重点", "一致", "进一步", "反复", "郑重", "分别", "首先", "随后",
        "接着", "强烈", "严肃", "明确", "并", "则", "均", "都", "要", "亦", "曾", "当场", "当即", "现场", "多次", "率先", "具体", "总结",
        "讲话", "发言",
    ],
)  # fmt: skip
def test_adverbs_between_subject_and_verb(word: str) -> None:
    assert speeches(f"会议{word}强调，要快")[-1] == ("会议", "强调")
    assert speeches(f"他{word}强调，要快")[-1] == ("他", "强调")
    assert speeches(f"会议渠道{word}强调，要快") != [("会议", "强调")]


def test_a_name_that_ends_like_an_adverb_keeps_it() -> None:
    assert speeches("周均强调，要快") == [("周均", "强调")]
    assert speeches("周明川均强调，要快") == [("周明川", "强调")]


PHRASES = [
    "就水利", "对水利", "从大局", "在会上", "向大家", "围绕水利", "结合实际", "针对水利", "代表县委", "传达文件", "通报情况",
    "主持会议", "出席会议", "听取汇报", "宣读文件", "介绍情况", "作了报告", "作题为水利的报告", "作专题报告", "作主旨报告",
    "作讲话", "作出报告", "做了报告", "做出报告", "充分肯定成绩", "分析形势", "回顾工作", "回应关切", "实地走访", "深入村里",
    "来到村里", "参加讨论", "提三点意见",
]  # fmt: skip


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrases_between_subject_and_verb(phrase: str) -> None:
    text = f"周明川{phrase}"
    assert ("周明川", "强调") in speeches(text + "强调，要快")
    assert ("周明川", "强调") in speeches(text + "，并强调，要快")
    assert ("周明川", "强调") not in speeches("周明川渠道通水，并强调，要快")


@pytest.mark.parametrize(
    "text", ["周明川对外强调，", "周明川工作了并强调，", "周明川提水强调，", "周明川作文强调，"]
)
def test_words_that_only_look_like_such_phrases(text: str) -> None:
    assert ("周明川", "强调") not in speeches(text)


@pytest.mark.parametrize(
    "word", ["从", "对", "在", "就", "由", "为", "以", "把", "和", "与", "并", "向大家介绍"]
)
def test_a_clause_that_begins_with_a_preposition_has_no_subject(word: str) -> None:
    assert speeches(f"{word}会议强调，要快") == []
    assert speeches(f"周明川主持会议，{word}水利强调，要快") == [("周明川", "强调")]


@pytest.mark.parametrize(
    ("subject", "by"),
    [
        ("全会", "全会"), ("县人民代表大会", "县人民代表大会"), ("例会", "例会"), ("与会人员", "与会人员"), ("与会者", "与会者"),
        ("大家", "大家"), ("县防汛会议", "县防汛会议"), ("省座谈会", "省座谈会"), ("县领导", "县领导"), ("水利负责人", "水利负责人"),
        ("水利负责同志", "水利负责同志"), ("水利专家组", "水利专家组"), ("县委、全会", "全会"),
    ],
)  # fmt: skip
def test_meetings_and_groups_speak(subject: str, by: str) -> None:
    one = only(f"{subject}要求，要快")
    assert (one.by, one.own) == (by, True)
    assert speeches(f"{subject}渠道要求，要快") == []


@pytest.mark.parametrize("char", "机员理工都社协学商")
def test_bodies_whose_name_ends_in_hui_do_not(char: str) -> None:
    assert speeches(f"水利{char}会要求，要快") == []


@pytest.mark.parametrize(
    "start", ["按照", "根据", "依据", "要", "落实", "贯彻", "按", "把", "为", "将"]
)
def test_a_meeting_in_an_adverbial_does_not_speak(start: str) -> None:
    assert speeches(f"{start}水利会议要求，要快") == []
    assert speeches("水利会议要求，要快") == [("水利会议", "要求")]


POSTS = [
    "书记", "省长", "市长", "县长", "区长", "州长", "旗长", "主席", "主任", "部长", "局长", "厅长", "院长", "校长", "会长",
    "组长", "总指挥", "指挥长", "秘书长", "总理", "委员", "常委", "委员长", "董事长", "总经理", "处长", "科长", "镇长", "乡长",
    "司长", "所长", "专员", "教授", "院士", "行长", "总裁", "政委", "司令员", "厂长", "场长", "台长", "社长", "总监", "检察长",
    "总干事", "代表", "记者", "负责人",
]  # fmt: skip


@pytest.mark.parametrize("post", POSTS)
def test_a_post_before_a_name(post: str) -> None:
    text = f"{post}周明川要求，要快"
    one = only(text)
    assert (one.by, text[one.name : one.name + 3], one.start) == ("周明川", "周明川", 0)
    if post != "代表":  # 县委代表周明川 may speak for him
        assert only("有关" + text).by == "周明川"
    assert speeches("有关渠道周明川要求，要快") == []


@pytest.mark.parametrize(
    "post",
    [
        "同志",
        "书记",
        "总书记",
        "主席",
        "总理",
        "省长",
        "市长",
        "县长",
        "区长",
        "主任",
        "部长",
        "校长",
        "院长",
        "董事长",
    ],
)
def test_a_name_before_a_post(post: str) -> None:
    one = only(f"周明川{post}要求，要快")
    assert (one.by, one.own) == ("周明川", post != "总书记")
    assert speeches("周明川渠道要求，要快") == []


@pytest.mark.parametrize("name", ["努尔兰·阿不力", "周明川", "柳青", "欧阳明川", "四建磊"])
def test_names(name: str) -> None:
    assert speeches(f"{name}要求，要快") == [(name, "要求")]
    assert speeches(f"县长柳青、{name}要求，要快") == [(name, "要求")]


@pytest.mark.parametrize(
    "text", ["水利", "方面", "高度", "建设者", "周", "周A川", "马克思", "万里长征路"]
)
def test_what_is_no_name(text: str) -> None:
    assert speeches(f"{text}要求，要快") == []


def test_pronouns() -> None:
    for word in ("他", "她", "他们", "会议"):
        assert only(f"{word}要求，要快").own
    assert speeches("我讲三点意见") == [("我", "讲")]
    assert speeches("我谈三点意见") == [("我", "谈")]
    assert speeches("我提三点意见") == [("我", "提")]
    assert speeches("我要求，要快") == []


@pytest.mark.parametrize(
    "word",
    [
        "按照", "根据", "依据", "落实", "贯彻", "严格", "符合", "有关", "提出", "工作", "达到", "必须", "总体", "具体", "坚决",
        "认真", "以", "把", "将", "为", "是", "有", "的",
    ],
)  # fmt: skip
def test_a_document_speaks_and_a_deed_does_not(word: str) -> None:
    assert only("公报内容指出，要快").own is False
    assert not any(verb == "指出" for _, verb in speeches(f"公报{word}内容指出，要快"))
    assert speeches("公报内容要求，要快") == []


def test_a_subject_is_short_and_near() -> None:
    assert speeches("水" * 10 + "强调，要快") == [("水" * 10, "强调")]
    assert speeches("水" * 11 + "强调，要快") == []
    assert speeches("水" * 61 + "会议要求，要快") == []
    assert speeches("周明川主持会议，" + "水" * 75 + "，并要求，要快") == []
    assert speeches("周明川主持会议，一，二，三，四，并要求，要快") == []
    assert speeches("周明川主持会议，一，二，并要求，要快") == [("周明川", "要求")]
    assert speeches("周明川主持会议。并要求，要快") == []


def test_a_speech_is_direct_when_its_subject_begins_the_sentence() -> None:
    assert only("县委书记周明川要求，要快").direct
    assert only("“会议强调，要快").direct
    assert not only("会上，周明川强调，要快").direct
    assert not only("周明川主持会议，并强调，要快").direct


@pytest.mark.parametrize("mark", "。！？；")
def test_sentences_begin_behind_their_marks(mark: str) -> None:
    text = f"要快{mark}会议强调"
    assert sentence_start(text, len(text)) == 3
    assert sentence_start(text.replace(mark, "，"), len(text)) == 0
    assert sentence_start("要" * 100, 100) == 20


def test_a_title_that_holds_another_is_read_whole() -> None:
    assert speeches("有关委员长柳青要求，要快") == [("柳青", "要求")]
    assert speeches("有关委员柳青要求，要快") == [("柳青", "要求")]


def test_the_words_of_a_phrase_are_no_part_of_the_name() -> None:
    assert speeches("周明川作讲话强调，要快") == [("周明川", "强调")]
    assert speeches("周明川讲话强调，要快") == [("周明川", "强调")]


def test_those_present_speak_and_with_somebody_is_no_subject() -> None:
    assert speeches("与会人员一致认为，要快") == [("与会人员", "认为")]
    assert speeches("与大家一致认为，要快") == []
