"""Texts that report nothing, boxes, and public shows. The examples are invented."""

import pytest

from store.model import Paragraph
from store.parsing.kinds import is_notice, is_public_show, no_report


def silent(*texts: str, title: str = "省长谈水利") -> bool:
    plain = [title, *texts]
    paragraphs = [Paragraph("main", title), *(Paragraph("text", text) for text in texts)]
    return no_report(paragraphs, plain)


BODY = "3月5日，省长出席会议。"


@pytest.mark.parametrize("word", ["讲话", "致辞", "发言", "报告", "演讲", "主持词", "总结讲话"])
def test_titles_of_speeches(word: str) -> None:
    assert silent(BODY, title=f"在抗旱会议上的{word}")
    assert silent(BODY, title=f"省长的{word}")
    assert silent(BODY, title=f"省长的{word}（全文）")
    assert word == "主持词" or not silent(BODY, title=f"省长的{word}引热议")
    assert word == "主持词" or not silent(BODY, title=f"省长{word}")


@pytest.mark.parametrize(
    "word", ["主持词", "讲话稿", "发言稿", "发言材料", "演讲稿", "致辞全文", "讲话全文"]
)
def test_titles_that_name_a_script(word: str) -> None:
    assert silent(BODY, title=f"抗旱会议{word}一则")


@pytest.mark.parametrize(
    "who", ["同志们", "各位代表", "各位委员", "各位领导", "各位来宾", "女士们", "尊敬的", "朋友们"]
)
@pytest.mark.parametrize("mark", "：，！、")
def test_a_speech_greets(who: str, mark: str) -> None:
    assert silent(f"{who}{mark}{BODY}")
    assert silent(f"县里的{who}{mark}{BODY}")
    assert not silent(f"{BODY}{who}{mark}要快。")
    assert not silent(f"{who}{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        "今天我们召开大会", "今天，我们举行大会", "这次我们在这里召开大会", "现在我们隆重集会", "现在开会", "我先讲三点",
        "我再讲两个方面", "我讲三条", "下面，我汇报", "我谈几点体会", "我宣布大会开始",
    ],
)  # fmt: skip
def test_a_speaker_says_i(text: str) -> None:
    assert silent(f"大会开始。{text}。")
    other = text.replace("我们", "各县").replace("我", "他").replace("开会", "休会")
    assert not silent(f"大会开始。{other}。")


@pytest.mark.parametrize(
    "word",
    [
        "规则", "办法", "条例", "制度", "细则", "规定", "章程", "通知", "意见", "决定", "公告", "通告", "方案", "规划", "提纲",
        "须知", "公约", "职责", "预案", "指南", "白皮书", "大事记", "目录",
    ],
)  # fmt: skip
def test_titles_of_rules(word: str) -> None:
    assert silent("水渠归村里管。", title=f"水渠管理{word}")
    assert silent("水渠归村里管。", title=f"水渠管理{word}（试行）")
    assert not silent("水渠归村里管。", title=f"水渠管理{word}出台")
    assert not silent("3月5日，县里召开会议。", title=f"水渠管理{word}")


@pytest.mark.parametrize("verb", ["召开", "举行", "举办", "调研", "考察", "会见", "会谈"])
def test_a_report_under_the_title_of_a_rule(verb: str) -> None:
    assert not silent(f"3月5日，县长{verb}，谈水渠。", title="水渠管理办法")
    assert silent(f"3月5日。县长{verb}，谈水渠。", title="水渠管理办法")


@pytest.mark.parametrize(
    "text", ["第三章 水", "第12回", "第二章　渠", "第三章：塘", "第三章节", "（第3页）"]
)
def test_chapters(text: str) -> None:
    assert silent(BODY, title=text)
    assert silent(text, BODY)
    assert not silent(BODY, BODY, BODY, text)
    assert not silent("第三章程", BODY)


def test_rules_days_and_bullets_make_a_list() -> None:
    for unit in "条章节":
        rules = [f"第{n}{unit}内容水渠" for n in "一二三"]
        assert silent(*rules)
        assert not silent(*rules[:2])
    for day in ("3月修渠", "2031年修渠", "\x01\x01修渠"):
        assert silent(*[day] * 5)
        assert not silent(*[day] * 4)
        assert not silent(*[day] * 5, *["修渠。"] * 8)
        assert not silent(*["于" + day] * 5)


@pytest.mark.parametrize(
    "bullet",
    ["-", "•", "●", "·", "▪", "◆", "1.", "12、", "3)", "4）", "①", "⑳", "题目", "A.", "D、"],
)
def test_a_digest_by_its_bullets(bullet: str) -> None:
    assert silent(*[f"{bullet}修渠"] * 6)
    assert not silent(*[f"{bullet}修渠"] * 5)
    assert not silent(*[f"{bullet}修渠"] * 6, *["修渠。"] * 12)
    assert not silent(*[f"{bullet}修渠" + "。" * 200] * 6)
    assert not silent(*[f"修渠{bullet}"] * 6)


@pytest.mark.parametrize(
    "said", ["道：“", "说道，“", "笑道：“", "问道：“", "喊道：“", "叹道：“", "道“"]
)
def test_fiction_by_its_dialogue(said: str) -> None:
    assert silent(f"他{said}来。”她{said}去。”")
    assert not silent(f"他{said}来。”她走了。")
    assert not silent("水" * 800 + f"他{said}来。”她{said}去。”")


@pytest.mark.parametrize("said", ["笑着", "说道", "问道", "点点头"])
def test_fiction_by_who_spoke(said: str) -> None:
    assert silent(f"“来。”他{said}。“去。”她{said}。")
    assert not silent(f"“来。”他{said}。“去。”她走了。")


def test_memoirs_by_their_i() -> None:
    assert silent("我来，我看，我走，我想。")
    assert not silent("我来，我看，我走。")
    assert not silent("他说：“我来，我看，我走，我想。”")
    assert not silent("自我，自我，自我，自我。")


@pytest.mark.parametrize(
    "body",
    [*"国省市县区校院局军党们州镇乡旗部厅台社报司方委处办行所站盟会系馆村疆", "集团", "公司"],
)
def test_our_bodies_are_no_i(body: str) -> None:
    assert not silent(f"我{body}。" * 4)
    assert silent("我水。" * 4)


@pytest.mark.parametrize("blank", ["××", "xx", "XXX", "某某"])
@pytest.mark.parametrize(
    "what",
    [
        "市", "县", "局", "同志", "单位", "年", "月", "会", "书记", "省", "区", "学校", "公司", "乡", "镇", "村", "部门", "领导",
    ],
)  # fmt: skip
def test_templates(blank: str, what: str) -> None:
    assert silent(f"3月5日，{blank}{what}开会。")
    assert blank == "××" or not silent(f"3月5日，{blank}水开会。")
    assert not silent(f"3月5日，{what}开会。")


@pytest.mark.parametrize("text", ["××", "某某某", "___", "（姓名）", "（单位）", "[2031]年"])
def test_blanks_to_be_filled_in(text: str) -> None:
    assert silent(f"3月5日，{text}开会。")
    assert silent(BODY, title=f"{text}开会")
    assert not silent(BODY, BODY, BODY, f"{text}开会。")


@pytest.mark.parametrize(
    "title",
    [
        "省长作出指示", "省长做出批示", "省长作出重要指示", "省长作出专门批示", "致水利大会贺信", "致信水利大会贺电", "致电大会贺电",
        "省长指示强调", "省长重要批示强调", "省长致贺",
    ],
)  # fmt: skip
def test_instructions_and_congratulations(title: str) -> None:
    assert silent(BODY, title=title)
    assert not silent(BODY, title="省长谈指示、批示和贺信")


@pytest.mark.parametrize(
    "title",
    [
        "新闻发布会", "记者会", "媒体见面会", "媒体吹风会", "媒体通气会", "答记者问", "接受本报采访", "接受采访", "专访",
    ],
)  # fmt: skip
def test_briefings(title: str) -> None:
    assert silent(BODY, title=f"省长{title}")
    assert is_public_show(f"省{title}")
    assert not silent(BODY, title="省长见面会")


@pytest.mark.parametrize(
    "name",
    [
        "论坛", "博览会", "交易会", "洽谈会", "展览会", "运动会", "联赛", "锦标赛", "常规赛", "晚会", "音乐会", "招聘会", "双选会",
        "研究会", "峰会", "主题活动", "学术沙龙", "历史学大会", "历史学年会", "学术会议",
    ],
)  # fmt: skip
def test_fairs_and_matches(name: str) -> None:
    assert is_public_show(f"抗旱{name}")


@pytest.mark.parametrize(
    "name", ["抗旱会", "科学大会", "教学大会", "开学大会", "历史学大会堂", "年会"]
)
def test_meetings_that_are_no_fair(name: str) -> None:
    assert not is_public_show(name)


def notice(*texts: str, title: str = "省长谈水利", kind: str = "main") -> bool:
    paragraphs = [Paragraph(kind, title), *(Paragraph("text", text) for text in texts)]
    return is_notice(paragraphs, [title, *texts])


@pytest.mark.parametrize("word", ["即", "是指", "指的是", "指"])
@pytest.mark.parametrize("mark", ["“”", '""', '“"'])
def test_a_box_explains_shorthand(word: str, mark: str) -> None:
    text = f"{mark[0]}三清{mark[1]}{word}清淤。"
    assert notice(text, text, "完。")
    assert not notice(text, "完。")
    assert not notice("落实" + text)
    assert not notice(f"{mark[0]}三清{mark[1]}工作。")


@pytest.mark.parametrize(
    "title", ["内容", "解读", "名词解释", "链接", "释义", "资料", "背景", "小知识", "知识点"]
)
def test_a_box_by_its_title(title: str) -> None:
    text = "“三清”即清淤。"
    for colon in ("", ":", "："):
        assert notice(text, "完。", "完。", title=f"三清{title}{colon}")
        assert notice(text, "完。", "完。", title=f"三清{title}{colon}", kind="heading")
    assert not notice("完。", "完。", title=f"三清{title}")
    assert not notice(text, "完。", "完。", title=f"三清{title}新说")
    assert not notice(text, "完。", "完。", title=f"三清{title}", kind="caption")
    assert not notice(title=f"三清{title}")
