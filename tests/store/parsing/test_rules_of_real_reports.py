"""Rules that found reports asked for, in invented places; each with what it must leave alone."""

import pytest
from parsed import article, names_in, roles_of

from store.lexicon import load
from store.parsing import parse
from store.reading import read_bytes

OPENING = "6月2日，云汀市召开防汛工作会议。市委书记程朗主持会议。"


def people(text):
    return {person.name for person in article(OPENING + text).people} - {"程朗"}


def roles(text, name):
    return roles_of(OPENING + text)[name]


def event(*lines):
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    return found.event


# --- who is named -------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["指出", "建议", "认为", "提出"])
def test_a_member_is_named_before_what_he_says(verb):
    assert people(f"龚毓秀委员{verb}，要修渠。") == {"龚毓秀"}
    assert people(f"与会委员{verb}，要修渠。") == set()


def test_a_surname_that_is_a_preposition_too():
    assert people("有关负责人向市政协委员汇报了情况。") == set()
    assert people("市长向力群汇报了情况。") == {"向力群"}
    assert people("市长向市政协汇报，向龚毓秀同志学习。县长龚毓秀出席会议。") == {"龚毓秀"}


def test_some_comrades_are_nobody():
    assert people("有些同志爱搞形式主义。") == set()
    assert people("龚毓秀同志主持。") == {"龚毓秀"}


def test_a_surname_and_its_post_behind_a_word_name_nobody():
    assert people("高举毛主席的旗帜。") == set()


def test_a_name_stands_behind_what_is_said_of_the_post():
    assert people("副厅长（主持日常工作）龚毓秀主持会议。") == {"龚毓秀"}
    assert people("副厅长（党组成员）主持会议。") == set()


@pytest.mark.parametrize("post", ["省长", "市长", "院长"])
def test_a_name_between_you_and_a_post(post):
    assert people(f"会议由程潜{post}主持。") == {"程潜"}
    assert people(f"会议由农业局{post}主持。") == set()


def test_a_common_word_before_a_post_of_the_state_is_a_name():
    assert people("万里委员长出席了会议。") == {"万里"}
    assert people("走过万里长江。") == set()


def test_a_word_that_a_name_makes_with_its_post():
    assert people("区政协主席国世平主持会议。") == {"国世平"}
    assert people("主席国代表出席会议。") == set()


def test_a_name_of_two_characters_set_to_the_width_of_three():
    assert people("市法院院长徐　昕、市长于 海列席会议。") == {"徐昕", "于海"}


def test_remarks_in_a_list_belong_to_their_names():
    listed = "在主席台就座的有龚毓秀（女）、姜 波、朴哲洙（朝鲜族）、白 雪（女）、车延庆。"
    assert people(listed) == {"龚毓秀", "姜波", "朴哲洙", "白雪", "车延庆"}


def test_posts_in_brackets_behind_names():
    text = "吴礼木（大内科主任）、程义华（支部书记）、毛利红（二部主任）分别发言。"
    assert people(text) == {"吴礼木", "程义华", "毛利红"}
    assert roles(text, "毛利红") == ("spoke",)


def test_a_list_behind_another_sentence_of_a_headline():
    assert "叶知秋" in names_in("大会在云汀开幕 叶知秋、龚毓秀、车延庆出席", headline=True)


def test_a_dotted_name_ends_before_and():
    assert people("专员阿依·哈德斯和阿勒泰地区主任龚毓秀出席会议。") == {"阿依·哈德斯", "龚毓秀"}


def test_a_name_by_its_sounds_ends_before_a_verb():
    assert people("副市长黄杰参加调研。") == {"黄杰"}


@pytest.mark.parametrize("place", ["孟垓村", "前张庄村", "土山镇"])
def test_a_village_in_a_list_is_nobody(place):
    assert people(f"会议研究了{place}、柳溪村、王洼村的水渠。") == set()


def test_lists_of_appointments():
    text = [
        "云汀市任免名单",
        "任命：",
        "　　范  磊为云汀市副市长；",
        "免去：",
        "仝中良的副市长职务；",
    ]
    [found] = parse(read_bytes("\n".join(text).encode(), "a.txt"), load())
    assert {"范磊", "仝中良"} <= {person.name for person in found.people}


# --- what they did ------------------------------------------------------------------------


def test_a_surname_with_its_post_stands_for_the_one_who_holds_it():
    told = "县法院院长谢国梁到会。"
    assert roles(told + "谢院长指出，要修渠。", "谢国梁") == ("spoke", "attended")
    assert roles(told + "谢局长指出，要修渠。", "谢国梁") == ("attended",)
    two = told + "市法院院长谢望舒到会。谢院长指出，要修渠。"
    assert roles(two, "谢国梁") == ("attended",)


def test_the_chief_is_meant_before_his_deputy():
    told = "院长谢国梁、副院长谢望舒到会。谢院长指出，要修渠。"
    assert "spoke" in roles(told, "谢国梁")
    assert roles(told, "谢望舒") == ("attended",)


def test_a_post_behind_the_name_ends_no_roll():
    told = "龚毓秀副省长和徐海波厅长以及有关人员参加会议。"
    assert roles(told, "龚毓秀") == roles(told, "徐海波") == ("attended",)


@pytest.mark.parametrize("remark", ["（女）", "（女，回族）", "（挂职）"])
def test_a_remark_behind_a_name_ends_no_roll(remark):
    told = f"副县长龚毓秀{remark}、副县长车延庆参加会议。"
    assert roles(told, "龚毓秀") == ("attended",)


def test_a_roll_goes_on_behind_a_semicolon():
    told = "市长龚毓秀，有关单位人员；公司经理车延庆参加会议。"
    assert roles(told, "龚毓秀") == ("attended",)
    parted = "市长龚毓秀传达精神；公司经理车延庆参加会议。"
    assert roles(parted, "龚毓秀") == ("conveyed",)


@pytest.mark.parametrize("body", ["县工作专班", "市农业局", "省医院"])
def test_a_body_before_a_name_leaves_it_the_subject(body):
    assert roles(f"{body}龚毓秀、车延庆等同志到会指导。", "车延庆") == ("guided",)
    assert roles(f"会议感谢{body}龚毓秀、车延庆出席。", "车延庆") == ("mentioned",)


def test_whose_people_they_are_may_be_said_at_length():
    told = "各省、自治区党委、政府分管农业的负责同志龚毓秀、车延庆等参加会议。"
    assert roles(told, "车延庆") == ("attended",)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("列席会议的有各厅负责人和各民主党派的负责人", "observed"),
        ("在主席台前排就座的还有党和国家其他领导人", "attended"),
        ("出席会议的同志还有：", "attended"),
    ],
)
def test_what_stands_before_a_roll_says_what_its_people_did(header, role):
    assert roles(f"{header}龚毓秀、车延庆。", "车延庆") == (role,)


def test_who_had_to_do_with_a_matter_is_on_no_roll():
    told = "参加会议的有关单位汇报了龚毓秀、车延庆的事迹。"
    assert roles(told, "车延庆") == ("mentioned",)


def test_who_is_named_within_what_was_heard_did_not_report():
    heard = "会议听取了龚毓秀作的关于提名车延庆为市长的说明。"
    assert roles(heard, "龚毓秀") == ("reported",)
    assert roles(heard, "车延庆") == ("mentioned",)
    two = "会议听取了局长龚毓秀关于修渠的汇报，局长车延庆关于植树的汇报。"
    assert roles(two, "车延庆") == ("reported",)


def test_what_somebody_says_in_his_report_is_the_report():
    assert roles("龚毓秀市长在汇报中说，渠已修好。", "龚毓秀") == ("reported",)
    assert roles("龚毓秀市长在会上说，渠已修好。", "龚毓秀") == ("spoke",)


def test_who_tells_how_things_stand_reports_unless_he_leads():
    assert roles("局长龚毓秀介绍了水渠情况。", "龚毓秀") == ("reported",)
    assert roles("局长龚毓秀介绍了水渠情况，并提出要求。", "龚毓秀") == ("spoke",)
    assert roles("局长龚毓秀介绍，水渠已经修好。", "龚毓秀") == ("mentioned",)


def test_an_inspection_of_discipline_is_no_visit():
    lines = ["中共云汀市纪律检查委员会第三次全体会议公报", OPENING]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert found.kind == "meeting"


def test_hosts_and_guests_of_talks_were_there():
    lines = ["程朗会见客商", "6月2日，市委书记程朗在云汀会见了云岭集团董事长龚毓秀一行。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert {person.name: person.roles for person in found.people} == {
        "程朗": ("attended",),
        "龚毓秀": ("attended",),
    }


def test_those_who_mourn_have_no_role():
    lines = ["龚毓秀同志逝世", "龚毓秀同志因病逝世。市长车延庆前往送别，出席了仪式并讲话。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert {role for person in found.people for role in person.roles} == {"mentioned"}


def test_where_nobody_took_part_a_quotation_is_no_speech():
    lines = ["莫把落实变落空", "市长龚毓秀曾经强调，要修渠。干部要把渠修好。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert [person.roles for person in found.people] == [("mentioned",)]


def test_a_dialogue_names_who_speaks():
    lines = ["云汀市举行新闻发布会", "市水利局局长龚毓秀：", "大家好，渠已修好。", "谢谢。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert [person.roles for person in found.people] == [("spoke",)]
    lines = ["拟任干部公示", "龚毓秀：女，汉族，1970年生。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert all(person.roles == ("mentioned",) for person in found.people)


# --- the event ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["周会", "议军会", "晨会", "听证会", "家长会", "议事会"])
def test_further_words_for_meetings(name):
    found = event("6月2日，医院召开防汛" + name + "。院长程朗主持会议。")
    assert found is not None
    assert found.name == "防汛" + name


def test_that_day_is_the_day_before_it():
    told = "2031年6月2日，县长程朗到渠上查看，并于当日下午在县委党校主持召开全县防汛推进会。"
    found = event("程朗巡渠并主持召开防汛推进会", told)
    assert found is not None
    assert (found.date, found.place) == ("2031-06-02", "县委党校")


def test_today_behind_a_printed_day_is_that_day():
    found = event(
        "云汀市召开防汛会议", "(2031年1月25号)今天上午，云汀市召开防汛会议。程朗主持会议。"
    )
    assert found is not None
    assert found.date == "2031-01-25"


def test_the_day_in_a_later_sentence():
    told = "市委主持召开的农村工作会议，肯定了成绩。这次会议于12月5日至21日在云汀召开。"
    found = event("农村工作会议提出要求", "2031-12-31", told + "市长程朗出席会议并讲话。")
    assert found is not None
    assert (found.date, found.place) == ("2031-12-05", "云汀")


def test_a_report_that_opens_with_a_day_is_of_that_day():
    told = "6月2日，省长程朗主持会商，研判汛情，安排部署防汛工作。"
    found = event("水利厅召开防汛会商会议", "2031-06-03", told, "厅长龚毓秀参加会商。")
    assert found is not None
    assert found.date == "2031-06-02"


def test_a_presidium_is_of_a_congress():
    found = event("6月2日，云汀市十三届人大七次会议举行主席团第四次会议。程朗主持会议。")
    assert found is not None
    assert found.name == "云汀市十三届人大七次会议主席团第四次会议"


def test_a_session_is_of_the_body_that_holds_it():
    found = event("云汀省人民委员会于6月2日下午举行第八次会议。会议由程朗省长主持。")
    assert found is not None
    assert found.name == "云汀省人民委员会第八次会议"


def test_a_meeting_that_says_who_somebody_is_was_not_reported():
    lines = ["代表回到岗位", "6月2日，出席全省农业大会的我市代表程朗、龚毓秀回到云汀。大家来接。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert found.event is None or found.event.name is None


# --- the page -----------------------------------------------------------------------------


def test_archives_that_put_a_report_on_one_line():
    line = "第1版(要闻)专栏: 防汛会议在云汀召开 程朗讲话 新华社云汀6月17日电 防汛会议6月9日在云汀召开。"
    text = f"2031-06-17\n第 1 版\n1. 防汛会议在云汀召开 程朗讲话\n{line}\n市长程朗出席会议并讲话。"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.headline.main == ("防汛会议在云汀召开",)
    assert found.event is not None
    assert found.event.date == "2031-06-09"


def test_page_marks_part_the_reports_of_an_archive():
    body = (
        "新华社云汀6月{}日电 市长程朗今天在云汀会见客商。双方谈了修渠、植树、防汛等事，谈得很好。"
    )
    pages = [f"第2版(要闻)\n专栏:\n\n程朗会见第{n}批客商\n{body.format(n)}" for n in (1, 2)]
    found = parse(read_bytes("\n\n".join(pages).encode(), "a.txt"), load())
    assert [one.title for one in found] == ["程朗会见第1批客商", "程朗会见第2批客商"]


@pytest.mark.parametrize(
    ("line", "reporters", "photographers", "editors"),
    [
        ("（程朗/文 龚毓秀/图 车延庆/审核）", ("程朗",), ("龚毓秀",), ("车延庆",)),
        ("（程朗 龚毓秀）", ("程朗", "龚毓秀"), (), ()),
        ("（柳溪镇 程朗）", ("程朗",), (), ()),
    ],
)
def test_credits_at_the_end(line, reporters, photographers, editors):
    text = f"云汀召开防汛会议\n6月2日，云汀召开防汛会议，市长主持会议并讲话。{line}"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    byline = found.byline
    assert (byline.reporters, byline.photographers, byline.editors) == (
        reporters,
        photographers,
        editors,
    )


def test_what_a_portal_prints_under_a_title_is_nobody():
    text = "云汀召开防汛会议\n作者:原创   信息来源:本站  发布时间:2031-06-03\n6月2日，云汀召开防汛会议。"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.byline.reporters == ()


def test_credits_with_a_rule():
    text = "云汀召开防汛会议\n6月2日，云汀召开防汛会议。市长主持会议。\n撰稿丨程朗\n编辑丨龚 秀\n审核丨车延庆"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.byline.reporters == ("程朗",)
    assert found.byline.editors == ("龚秀", "车延庆")


def test_a_line_of_names_under_a_title_signs_it():
    text = "谈修渠\n向宏发　龚毓秀\n\n修渠是大事，要把水引到田头，让庄稼喝饱，让大家都吃上饭，这件事要一年一年做下去。"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.byline.reporters == ("向宏发", "龚毓秀")
    told = text + "\n龚毓秀出席会议，向宏发主持会议。"
    [found] = parse(read_bytes(told.encode(), "a.txt"), load())
    assert found.byline.reporters == ()


def test_the_writers_of_an_agency_behind_its_dateline():
    text = (
        "修渠记\n新华社云汀3月4日电 题：修渠记 新华社记者 龚毓秀、车延庆 记者从市里获悉，渠已修好。"
    )
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.byline.reporters == ("龚毓秀", "车延庆")
    assert found.people == ()


def test_links_behind_a_report_end_with_it():
    report = "云汀召开防汛会议\n6月2日，云汀召开防汛会议，部署修渠植树和排涝工作，市长程朗主持会议并讲话，提出要求。"
    links = "\n相关阅读\n龚毓秀任云汀副市长\n云汀日报 2031-01-27\n车延庆任云汀副市长\n云汀日报 2031-01-28"
    [found] = parse(read_bytes((report + links).encode(), "a.txt"), load())
    assert {person.name for person in found.people} == {"程朗"}
    staff = links + "\n编辑：章文"
    [found] = parse(read_bytes((report + staff).encode(), "a.txt"), load())
    assert found.byline.editors == ("章文",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("县委召开第三次常委会议", "传达学习全省农业会议精神"),
        ("农业会议提出今年工作总要求", "继续修渠植树"),
    ],
)
def test_what_took_place_is_no_kicker(first, second):
    [found] = parse(read_bytes(f"{first}\n{second}\n{OPENING}".encode(), "a.txt"), load())
    assert found.headline.main[0] == first
    said = f"程朗在防汛会议上要求\n{second}\n{OPENING}"
    [found] = parse(read_bytes(said.encode(), "a.txt"), load())
    assert found.headline.kicker == ("程朗在防汛会议上要求",)


def test_names_under_a_title_are_no_title():
    text = "谈修渠植树\n向宏发 龚毓秀\n\n修渠是大事，要把水引到田头，让庄稼喝饱，让大家都吃上饭，一年一年做下去。"
    [found] = parse(read_bytes(text.encode(), "a.txt"), load())
    assert found.title == "谈修渠植树"


@pytest.mark.parametrize("line", ["立即打开", "点击上方蓝字关注“云汀发布”", "往期推荐", "本版导读"])
def test_what_a_portal_asks_for_is_no_title(line):
    [found] = parse(read_bytes(f"{line}\n云汀市修渠\n{OPENING}".encode(), "a.txt"), load())
    assert found.title == "云汀市修渠"


# --- of a further set ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("致开幕词", "spoke"),
        ("发表了获奖感言", "spoke"),
        ("讲具体意见", "spoke"),
        ("提出了期望", "spoke"),
        ("回顾了工作", "spoke"),
        ("就修渠答记者问", "spoke"),
        ("宣布成立临时党组的决定", "conveyed"),
        ("宣布文件下发", None),
        ("组织召开修渠座谈会", "presided"),
        ("担任大会执行主席", "presided"),
        ("表示亲切慰问", "visited"),
        ("批示要求", None),
    ],
)
def test_further_words_for_what_somebody_did(words, role):
    assert roles(f"副市长龚毓秀{words}。", "龚毓秀") == (role or "mentioned",)


def test_who_attended_elsewhere_is_only_passed_on():
    told = "会议传达学习省长龚毓秀讲话精神，副省长车延庆出席峰会时的讲话精神，研究贯彻意见。"
    assert roles(told, "车延庆") == ("mentioned",)
    assert roles("副省长车延庆出席会议并讲话。", "车延庆") == ("spoke", "attended")


def test_the_report_that_was_passed_is_of_the_one_who_gave_it():
    assert roles("会议通过了龚毓秀主任作的修渠工作报告。", "龚毓秀") == ("reported",)
    assert roles("会议学习了龚毓秀主任作的修渠工作报告。", "龚毓秀") == ("mentioned",)


def test_others_who_sat_in_are_another_subject():
    told = "副主任龚毓秀出席会议，驻会委员、各委室负责人、派驻组组长列席会议。"
    assert roles(told, "龚毓秀") == ("attended",)


def test_a_roll_over_several_paragraphs():
    lines = [
        OPENING,
        "出席会议的还有：",
        "副市长龚毓秀、车延庆；",
        "副县长徐海波。",
        "局长向宏发。",
    ]
    found = article(*lines)
    told = {person.name: person.roles for person in found.people}
    assert told["车延庆"] == told["徐海波"] == ("attended",)
    assert told["向宏发"] == ("mentioned",)
    [one] = [person for person in found.people if person.name == "徐海波"]
    assert "roll that a paragraph before begins" in {why.rule for why in one.evidence}


def test_leaders_of_party_and_state():
    told = "党和国家领导人龚毓秀、车延庆，国务委员徐海波出席了招待会。"
    assert roles(told, "龚毓秀") == roles(told, "徐海波") == ("attended",)


@pytest.mark.parametrize(
    "text",
    [
        "区里的总书记来闽考察。",
        "青年艺术家有情怀。",
        "书记鲁科向徐书记汇报。",
        "周主任和罗主任到会。",
        "高新科科长到会。",
        "各村居妇联主席到会。",
        "赵总理祝酒时说，要修渠。",
    ],
)
def test_what_stands_around_a_post_is_no_name(text):
    assert not {"来闽", "有情怀", "向徐", "和罗", "高新科", "居妇联", "祝酒时"} & people(text)


def test_a_rare_surname_between_sure_names():
    assert "丑生荣" in people("县领导丑生荣、兰永武、王希海等参加会议。")
    assert people("让群众住得稳、有事干、能增收。") == set()
    assert people("县领导干部、兰永武、王希海等参加会议。") == {"兰永武", "王希海"}


def test_the_last_of_a_list_before_people_of_no_name():
    told = "县领导邱国让、张红伟、谷明起及县政府办等单位负责人参加会议。"
    assert people(told) == {"邱国让", "张红伟", "谷明起"}


def test_a_clock_between_a_meeting_and_its_verb():
    found = event("云汀县第834次县务会议6月21日上午8时30分于第三会议室召开。", "程朗主持会议。")
    assert found is not None
    assert found.name == "云汀县第834次县务会议"
    assert found.date == "--06-21"


def test_the_last_two_of_a_list():
    told = "习仲勋、乔石、胡启立和书记处书记陈丕显参加会议。"
    assert people(told) == {"习仲勋", "乔石", "胡启立", "陈丕显"}
    assert people("龚毓秀、车延庆、李仁和出席会议。") == {"龚毓秀", "车延庆", "李仁和"}
    assert people("阿拉坦仓、那顺孟和主持会议。") == {"阿拉坦仓", "那顺孟和"}


def test_a_comma_in_a_title_parts_no_clause():
    told = "院长龚毓秀作了题为《修好渠，种好树》的工作报告，并讲话。"
    assert roles(told, "龚毓秀") == ("spoke", "reported")


def test_in_whose_company_they_went():
    told = "6月2日，考察团在副区长龚毓秀的陪同下看了水渠。"
    assert roles(told, "龚毓秀") == ("accompanied",)


def test_a_dotted_name_begins_behind_the_post():
    assert people("副委员长班禅额尔德尼·确吉坚赞出席会议。") == {"班禅额尔德尼·确吉坚赞"}


def test_a_visit_may_be_told_in_two_clauses():
    lines = ["6月2日下午，县委书记程朗深入项目一线，调研安全生产工作。县领导龚毓秀陪同。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert found.kind == "visit"
    lines = ["6月2日下午，县委书记程朗来到台前，强调要检查渠道。县领导龚毓秀说好。"]
    [found] = parse(read_bytes("\n".join(lines).encode(), "a.txt"), load())
    assert found.kind == "other"


def test_the_year_in_a_name_behind_its_motto():
    found = event("2月3日，云汀县“迎新春、话发展”2031年老干部迎新春座谈会召开。程朗出席会议。")
    assert found is not None
    assert found.date == "2031-02-03"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("作了研究所年度工作进展及明年工作计划报告", "reported"),
        ("作《工会经费情况报告》", "reported"),
        ("在述职评议会到场", None),
        ("重视传达的文件", None),
    ],
)
def test_what_is_a_report_and_what_only_a_name(words, role):
    assert roles(f"副市长龚毓秀{words}。", "龚毓秀") == (role or "mentioned",)


def test_a_report_is_of_the_one_who_gave_it_wherever_it_stands():
    told = "镇长龚毓秀所作的政府工作报告回顾了过去五年。"
    assert roles(told, "龚毓秀") == ("reported",)
    told = "会议审议通过了副主席龚毓秀代表校工会委员会向大会所作的《修渠》报告。"
    assert roles(told, "龚毓秀") == ("reported",)


@pytest.mark.parametrize("post", ["教导员", "指导员"])
def test_posts_of_uniformed_services(post):
    assert people(f"会议由大队{post}龚毓秀主持。") == {"龚毓秀"}
    assert people("政治部主任卫云少将出席座谈会。") == {"卫云"}


def test_people_of_no_name_end_no_roll():
    told = "市领导龚毓秀、车延庆和在京的市里领导，老模范徐海波、部队政委牛炳祥出席座谈会。"
    assert roles(told, "龚毓秀") == ("attended",)


@pytest.mark.parametrize(
    "text", ["关心关爱老同志。", "充份传递精神。", "职工暨会员代表大会召开。", "民警包路段车辆。"]
)
def test_further_words_that_are_no_names(text):
    assert people(text) == set()


def test_two_comrades_behind_their_names():
    assert people("选举出杜渐、马锋两位同志为副镇长。") == {"杜渐", "马锋"}


# --- names ---------------------------------------------------------------------------------


def test_a_name_that_ends_like_a_village_before_a_role_verb():
    assert people("会议由副区长龚新村主持。") == {"龚新村"}
    assert people("副区长一行走进龚新村。") == set()


def test_a_name_before_and_in_the_middle_of_a_list():
    listed = "组长车延庆、副组长徐海波、龚增程以及组员牛炳祥、卫云出席会议。"
    assert people(listed) == {"车延庆", "徐海波", "龚增程", "牛炳祥", "卫云"}


def test_a_seldom_surname():
    assert people("县人大常委会主任掌文胜，副主任丘志明出席会议。") == {"掌文胜", "丘志明"}
    assert people("主任掌握了情况，山丘上有渠。") == set()


def test_a_body_whose_head_is_named_is_nobody():
    assert people("柳辽委主任龚毓秀、柳辽委副主任卫云出席会议。") == {"龚毓秀", "卫云"}


def test_what_follows_a_comrade_is_said_of_him():
    assert people("龚毓秀同志安卧在鲜花丛中。") == {"龚毓秀"}


def test_the_name_of_a_site_and_words_of_elections_are_nobody():
    assert people("金黔在线讯记者从会上获悉。左图：会场。工作人员计票。") == set()
    assert people("部长龚国英在线听取会商。") == {"龚国英"}


def test_a_chief_engineer_stands_behind_his_name():
    assert roles("龚毓秀总工程师主持会议。", "龚毓秀") == ("presided",)


# --- roles ---------------------------------------------------------------------------------


def test_who_arranges_work_deploys():
    told = "副市长龚毓秀安排信访方面的工作。"
    assert roles(told, "龚毓秀") == ("deployed",)
    assert roles("副市长龚毓秀按照市委安排开展修渠工作。", "龚毓秀") == ("mentioned",)


def test_a_sentence_goes_on_about_the_speaker():
    told = "副市长龚毓秀传达了会议精神。并就修渠工作提出四点意见。"
    assert roles(told, "龚毓秀") == ("spoke", "conveyed")
    told = "副市长龚毓秀传达了会议精神。会议就修渠工作提出四点意见。"
    assert roles(told, "龚毓秀") == ("conveyed",)


def test_those_who_are_asked_stand_on_no_roll():
    assert roles("副市长龚毓秀要求县级领导班子成员，充分认识。", "龚毓秀") == ("spoke",)


def test_who_is_named_in_a_title_did_nothing():
    told = "大家观看了《安全第一——龚毓秀关于安全生产的重要讲话》视频。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_who_else_came_to_visit():
    lines = "6月2日，市委书记程朗在云汀宾馆会见了柳溪市考察团。{}柳溪市副市长龚毓秀，柳溪市政协副主席卫云。"
    found = roles_of(lines.format("前来我市考察的还有"))
    assert found["龚毓秀"] == found["卫云"] == ("visited",)
    assert roles_of(lines.format("没有来的还有"))["卫云"] == ("mentioned",)


def test_what_was_heard_may_be_said_at_length():
    told = (
        "副市长龚毓秀讲话，并听取了有关部门关于协调解决问题、支持项目建设推进等各方面情况的汇报。"
    )
    assert roles(told, "龚毓秀") == ("spoke",)


def test_the_dead_did_not_do_what_follows():
    told = "龚毓秀同志逝世后，市领导卫云向其亲属表示慰问。"
    assert roles(told, "龚毓秀") == ("mentioned",)
    told = "市领导卫云肃立默哀，并与龚毓秀同志亲属一一握手，表示深切哀悼。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_instructions_that_are_followed_are_no_deed():
    told = "按照会议要求和龚毓秀部长有关工作部署，安排当前防汛工作。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_a_spirit_that_somebody_asks_to_grasp_is_not_his():
    assert roles("副市长龚毓秀指出要领会会议精神。", "龚毓秀") == ("spoke",)
    told = "副市长龚毓秀强调了四点意见：一是认真领会会议精神。"
    assert roles(told, "龚毓秀") == ("spoke",)
    told = "副市长龚毓秀出席峰会时的讲话精神，大家领会了。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_names_before_their_posts_and_who_gave_a_report():
    told = "会议产生了由沈鹏院长、郑蔼玲主席、叶晓燕和周向华组成的主席团，通过了高波科长作的报告。"
    assert people(told) == {"沈鹏", "郑蔼玲", "叶晓燕", "高波"}
    assert people("会议在高波上通过，听取了各科科长的话。") == set()


def test_what_was_said_elsewhere_is_passed_on():
    told = "副市长卫云传达了会议精神，特别是副省长龚毓秀在讲话中指出的问题。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_speeches_in_a_row():
    told = "副部长龚毓秀发表重要讲话、司长卫云作了工作报告，徐海波总工程师主持会议。"
    found = roles_of(OPENING + told)
    assert found["龚毓秀"] == ("spoke",)
    assert found["卫云"] == ("reported",)
    assert found["徐海波"] == ("presided",)


def test_a_report_that_affirms_is_no_speech_besides():
    told = "副县长龚毓秀作了全县教育工作报告，充分肯定了成绩。"
    assert roles(told, "龚毓秀") == ("reported",)
    assert roles("副县长龚毓秀充分肯定了成绩。", "龚毓秀") == ("spoke",)


def test_a_summary_of_work_is_a_report():
    told = "副镇长龚毓秀对本年防火工作进行了总结。副主任卫云就修渠工作做了总结通报。"
    found = roles_of(OPENING + told)
    assert found["龚毓秀"] == found["卫云"] == ("reported",)


def test_the_head_of_whoever_is_in_charge():
    told = "分管教育的副县长龚毓秀作了全县教育工作报告。"
    assert roles(told, "龚毓秀") == ("reported",)


def test_further_bodies_before_a_subject():
    told = "96251部队政委龚毓秀少将、政治部主任卫云少将，云汀学院院长车延庆少将出席座谈会。"
    assert roles(told, "卫云") == ("attended",)
    told = "市委党史学习教育第二巡回指导组组长龚毓秀到会指导。"
    assert roles(told, "龚毓秀") == ("guided",)
    assert roles("大家慰问部队政委龚毓秀。", "龚毓秀") == ("mentioned",)


def test_a_long_body_before_a_roll():
    told = "公司党的群众路线教育实践活动第一督导组成员龚毓秀、卫云出席会议。"
    assert roles(told, "卫云") == ("attended",)


# --- bylines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("一审：龚毓秀 二审：卫云 三审：车延庆", {"龚毓秀", "卫云", "车延庆"}),
        ("◉ 记者 龚毓秀", {"龚毓秀"}),
        ("图为会议现场。 卫 云 摄", {"卫云"}),
        ("（通讯员李盼吴丽李毓秀）", {"李盼", "吴丽", "李毓秀"}),
        ("（云汀日报记者卫云本报记者车延庆）", {"卫云", "车延庆"}),
        ("一审判决之后，院长发言。", set()),
        ("（通讯员云汀市融媒体中心）", set()),
    ],
)
def test_further_credits(line, names):
    credited = article(OPENING + "\n" + line).byline
    found = {*credited.reporters, *credited.photographers, *credited.editors}
    assert found == names


# --- events --------------------------------------------------------------------------------


def test_meetings_that_are_counted_in_a_year():
    found = event("1月28日下午，全县脱贫攻坚2031年度第一次促进会召开。程朗出席会议。")
    assert found is not None
    assert found.date == "2031-01-28"
    found = event("1月28日下午，全县2031年脱贫攻坚促进会召开。程朗出席会议。")
    assert found is not None
    assert found.date == "--01-28"


def test_a_committee_meets_for_the_second_time():
    found = event("公司于7月28日在公司二楼会议室召开了2031年度第二次安委会。程朗出席。")
    assert found is not None
    assert (found.name, found.place) == ("2031年度第二次安委会", "公司二楼会议室")
    [other] = parse(read_bytes("7月28日，公司第二次安委办主任到任。".encode(), "a.txt"), load())
    assert other.event is None


def test_a_meeting_about_the_time_of_the_two_sessions():
    found = event("3月2日，我市召开全国“两会”期间维稳工作及森林防火会议。程朗出席。")
    assert found is not None
    assert found.name == "全国“两会”期间维稳工作及森林防火会议"


@pytest.mark.parametrize("place", ["该镇政府五楼会议室", "其塔木镇政府会议室", "柳甸村委会"])
def test_further_venues(place):
    found = event(f"11月5日，云汀镇在{place}召开防火工作会议。程朗出席会议。")
    assert found is not None
    assert found.place == place


def test_a_pointing_word_is_no_venue():
    found = event("11月5日，云汀镇在该镇召开防火工作会议。程朗出席会议。")
    assert found is not None
    assert found.place is None


def test_what_a_forum_puts_around_a_post():
    page = "设为首页收藏本站\n查看: 3572|回复: 0\n打印 上一主题 下一主题\n市召开防汛会议\n[复制链接]\n跳转到指定楼层\n楼主\n"
    [found] = parse(read_bytes((page + OPENING).encode(), "a.txt"), load())
    assert found.title == "市召开防汛会议"


def test_a_common_word_on_a_roll_of_sure_names_is_one():
    assert people("区领导周密、徐海波、龚毓秀参加会议。") == {"周密", "徐海波", "龚毓秀"}
    assert people("区领导周密部署，区长徐海波参加会议。") == {"徐海波"}


@pytest.mark.parametrize("post", ["科长", "总会计师", "站长", "镇长"])
def test_who_gave_a_report_with_the_post_behind_the_name(post):
    assert roles(f"代表通过了龚毓秀{post}作的《审计工作报告》。", "龚毓秀") == ("reported",)


# --- from a ninth set: names ---------------------------------------------------------------


def test_the_last_name_of_a_list_that_goes_on_with_others():
    told = "龚毓秀、卫云、徐海波等代表、委员和有关负责人参加座谈。"
    assert people(told) == {"龚毓秀", "卫云", "徐海波"}


def test_names_behind_and():
    told = "会议传达了省里的讲话和龚毓秀、卫云同志在全会上的讲话。"
    assert people(told) == {"龚毓秀", "卫云"}
    assert people("夏毓秀书记和李强省长高度重视防汛工作。") == {"夏毓秀", "李强"}
    assert people("县委书记和农业局长高度重视防汛工作。") == set()


def test_and_behind_people_of_no_name_is_no_surname():
    assert people("龚毓秀等市领导和列确、巴桑等老领导出席会议。") == {"龚毓秀", "列确", "巴桑"}
    assert people("副总经理和毓秀出席会议。") == {"和毓秀"}


def test_between_sure_names_a_river_is_one_and_a_strange_surname_too():
    assert people("区领导龚毓秀、黄河、徐海波、卫云出席会议。") >= {"黄河"}
    assert people("副主任龚毓秀、开桂兰、徐海波、卫云出席会议。") >= {"开桂兰"}
    assert people("要治理长江、黄河、淮河、海河。") == set()


def test_two_words_are_no_name_of_four_syllables():
    assert people("做好资金保障，确保顺利通过中期验收。") == set()
    assert people("扎西顿珠通过了考核。") == {"扎西顿珠"}


def test_firms_and_units_are_no_people():
    assert people("会议听取了中沃门业董事长龚毓秀的意见。") == {"龚毓秀"}
    told = "云汀集团、投资公司、毕云中心、六安、贵金、松桐、紫望公司主要领导参加会议。"
    assert people(told) == set()


# --- from a ninth set: roles ---------------------------------------------------------------


def test_whose_speeches_were_heard():
    told = "会议听取了乡党委书记龚毓秀、中国好人卫云等人员的依次发言。"
    assert roles(told, "龚毓秀") == ("spoke",)
    assert roles(told, "卫云") == ("spoke",)
    assert roles("会议听取了乡党委书记龚毓秀关于防汛的汇报。", "龚毓秀") == ("reported",)


def test_who_gives_advice_speaks():
    assert roles("龚毓秀、卫云等代表积极建言献策。", "卫云") == ("spoke",)
    assert roles("龚毓秀、卫云等代表参加建言献策活动。", "卫云") == ("attended",)


def test_who_sits_in_the_chair_of_a_congress():
    told = "大会的执行主席是龚毓秀、卫云。"
    assert roles(told, "龚毓秀") == ("attended",)
    assert roles("会议推选龚毓秀、卫云。", "龚毓秀") == ("mentioned",)


def test_a_speech_at_a_meeting_elsewhere():
    told = "会议传达了卫云、龚毓秀同志在市委全会上的讲话，安排部署近期工作。"
    assert roles(told, "龚毓秀") == ("mentioned",)
    assert roles("龚毓秀在全市大会上讲话，安排部署近期工作。", "龚毓秀") == ("spoke", "deployed")


def test_a_visit_whose_spirit_is_carried_out():
    told = "要认识龚毓秀副总理到我省检查指导旱情的重要意义。"
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_a_decision_that_is_announced_is_no_roll():
    told = "组织部长卫云出席会议并宣布决定：龚毓秀同志任县委书记。"
    assert roles(told, "龚毓秀") == ("mentioned",)
    assert roles("出席会议的领导：龚毓秀、卫云。", "龚毓秀") == ("attended",)


def test_behind_the_chair_the_meeting_goes_on():
    told = "会议由副主任龚毓秀主持，传达了全省会议精神。"
    assert roles(told, "龚毓秀") == ("presided",)
    assert roles("会议由副主任龚毓秀主持并传达了精神。", "龚毓秀") == ("presided", "conveyed")
    assert roles("副主任龚毓秀主持会议，传达了全省会议精神。", "龚毓秀") == ("presided", "conveyed")


def test_who_is_invited_is_there():
    told = "会议邀请了政法委书记龚毓秀、政协副主席卫云参加。"
    assert roles(told, "龚毓秀") == ("attended",)
    told = "会议邀请政法委书记龚毓秀作报告，卫云列席。"
    assert roles(told, "龚毓秀") == ("mentioned",)
    assert roles(told, "卫云") == ("observed",)


def test_on_whose_behalf_somebody_reports():
    told = "受主席龚毓秀委托副主席卫云向大会汇报了2031年工作情况。"
    assert roles(told, "卫云") == ("reported",)
    assert roles(told, "龚毓秀") == ("mentioned",)


def test_a_blank_between_two_posts_parts_nothing():
    told = "市委常委、 副市长龚毓秀传达上级精神，市长卫云讲话。"
    assert roles(told, "龚毓秀") == ("conveyed",)
    [found] = [one for one in article(OPENING + told).people if one.name == "龚毓秀"]
    assert found.title == "市委常委、 副市长"


def test_he_who_wrote_goes_on_writing():
    told = "龚毓秀副总理在批示中表示慰问。他指出，水利是命脉。"
    assert roles(told, "龚毓秀") == ("mentioned",)
    assert roles("龚毓秀副总理在讲话中表示慰问。他指出，水利是命脉。", "龚毓秀") == ("spoke",)


# --- from a ninth set: bylines and names of meetings ---------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（记者龚 秀 卫 云 徐 海）", {"龚秀", "卫云", "徐海"}),
        ("（文/影 龚毓秀）", {"龚毓秀"}),
        ("（龚毓秀撰稿 卫云摄影）", {"龚毓秀", "卫云"}),
        ("■龚毓秀", {"龚毓秀"}),
        ("■通 讯 员 龚毓秀", {"龚毓秀"}),
        ("■安全", set()),
        ("（特约撰稿）", set()),
    ],
)
def test_credits_of_a_ninth_set(line, names):
    page = "市召开防汛会议\n" + line + "\n" + OPENING
    for text in (page, OPENING + "\n" + line):
        [found] = parse(read_bytes(text.encode(), "a.txt"), load())
        credited = {*found.byline.reporters, *found.byline.photographers}
        assert credited == names
        assert found.event is not None


def test_writers_where_the_source_stands():
    page = "市召开防汛会议\n来源: 龚毓秀 卫云 2031-06-03 09:10:51\n" + OPENING + "（龚毓秀 卫云）"
    [found] = parse(read_bytes(page.encode(), "a.txt"), load())
    assert found.byline.reporters == ("龚毓秀", "卫云")


def test_the_count_of_characters_is_no_headline():
    page = "区政府常务会议召开\n程朗主持\n本文字数:516\n" + OPENING
    [found] = parse(read_bytes(page.encode(), "a.txt"), load())
    assert found.headline.main == ("区政府常务会议召开",)


def test_a_regular_meeting_is_named_with_its_body():
    found = event("7月22日，云汀集团巡视整改领导小组在总部召开第三次例会。程朗出席会议。")
    assert found is not None
    assert found.name == "云汀集团巡视整改领导小组第三次例会"
    found = event("7月22日，云汀集团巡视整改办公室在总部召开第三次例会。程朗出席会议。")
    assert found is not None
    assert found.name == "云汀集团巡视整改办公室第三次例会"
    found = event("7月22日，云汀集团在总部召开安全生产第三次例会。程朗出席会议。")
    assert found is not None
    assert found.name == "安全生产第三次例会"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("市政府立即召开十六届七次全体(扩大)会议", "市政府十六届七次全体(扩大)会议"),
        ("市政府召开全体(扩大)会议暨廉政工作会议", "市政府全体(扩大)会议暨廉政工作会议"),
        ("县安委会 2031 年第四次全体 (扩大)会议召开", "县安委会 2031 年第四次全体 (扩大)会议"),
        ("我县召开安全专题工作会议", "安全专题工作会议"),
        ("我县煤矿安全专题会议召开", "煤矿安全专题会议"),
        ("【本报讯】云汀市第八次城建会议召开", "云汀市第八次城建会议"),
        # what says enough keeps its name
        ("市政府召开防汛抗旱工作会议", "防汛抗旱工作会议"),
    ],
)
def test_what_belongs_to_a_name(line, name):
    found = event(f"12月15日下午，{line}。县长程朗出席并讲话。")
    assert found is not None
    assert found.name == name


def test_a_name_of_a_meeting_keeps_both_quotes():
    found = event("6月10日，区人大常委会举行第二次“代表双月座谈会”。程朗出席。")
    assert found is not None
    assert found.name == "第二次“代表双月座谈会”"
