"""What the reader does not need goes; what is broken is joined; nothing else changes."""

import pytest
from reading_samples import BODY, kinds, page, read, texts

from store.reading.boilerplate import without_clutter
from store.reading.line_kinds import kind_of


@pytest.mark.parametrize(
    "line",
    [
        "您当前的位置：首页 > 新闻中心 > 要闻",
        "首页 > 新闻",
        "上一篇：全市茶叶工作会议召开",
        "分享到：",
        "浏览次数: 668",
        "0 条评论",
        "来说两句吧...",
        "打印本页",
        "澜ICP备12004265号",
        "Copyright © 2015-2024 yunting.example All Rights Reserved.",
        "现场照片2.jpg",
        "展开详细",
        "微信 智能问答 繁體版",
        "Powered by Discuz! X3.2",
    ],
)
def test_clutter_goes(line: str) -> None:
    assert without_clutter(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "位置偏远的村要优先通水",
        "首页改版工作会议召开",
        "上一年工作总结会召开",
        "分享经验做法交流会在云汀召开，各市代表作了发言",
        "关闭非法煤矿工作推进会召开",
        "注册会计师行业党建会议召开",
        "收藏家代表座谈会召开",
        "开展3次阅读活动",
        "市领导打印、分发了材料",
    ],
)
def test_a_report_that_only_begins_like_clutter_stays(line: str) -> None:
    assert without_clutter(line) == line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("图为会议现场。", "caption"),
        ("这是会议现场。", "caption"),
        ("8月4日,会议在云汀召开。澜江日报记者骆丹摄", "caption"),
        ("会场 图片来源:云汀市新闻中心", "caption"),
        ("该片由澜江电视台拍摄", "text"),
        ("会议以视频形式召开，各市设分会场。", "text"),
        ("市委设主会场。", "text"),
        ("2021-08-06 16:43:57来源:澜江新闻网编辑:韦小宁责编:池清", "meta"),
        ("2021年01月06日", "meta"),
        ("责任编辑: 池清", "meta"),
        ("(图文:骆丹 审核:韦小宁)", "meta"),
        ("索 引 号 | 1137/2022-00561 | 公开方式 | 主动公开", "meta"),
        ("■记者 柯一鸣 左岸", "meta"),
        ("左岸 祝捷 报道", "meta"),
        ("新华社云汀7月28日电", "meta"),
        ("澜江日报 2023年11月9日 星期四 第01版 要闻", "meta"),
        ("2021年01月06日，全省会议召开。", "text"),
        ("记者在现场看到，堤坝已经加固。", "text"),
        ("会议时间安排在下午", "text"),
        ("(下转 04 版)", "jump"),
        ("（上接第一版）", "jump"),
        ("老版本转为新版", "text"),
    ],
)
def test_kinds_of_lines(line: str, kind: str) -> None:
    assert kind_of(line) == kind


def test_counts_and_shares_go_out_of_a_meta_line() -> None:
    document = read(
        f"会议召开通知\n来源:云汀发布 | 发布时间: 2021-01-06 | 668 次浏览: | 分享到:\n{BODY}"
    )
    assert texts(document)[1] == "来源:云汀发布 | 发布时间: 2021-01-06"


def test_a_sentence_broken_over_a_photo_is_joined_and_the_caption_follows() -> None:
    document = read(f"{BODY}会议要求加固堤\n\n图为会议现场。\n\n防，备足物资。")
    assert kinds(document) == ["text", "caption"]
    assert texts(document)[0].endswith("会议要求加固堤防，备足物资。")


def test_a_finished_sentence_a_headline_and_a_byline_are_not_joined() -> None:
    document = read(
        f"全省防汛会议召开\n石望舒出席\n{BODY}\n会议强调，要守住底线。\n本报讯（记者 左岸）会后继续，"
        "全省\n本报讯（记者 祝捷）又一次会议召开。"
    )
    assert kinds(document)[:2] == ["heading", "heading"]
    assert len(texts(document)) == 6


def test_an_open_bracket_is_closed_by_the_next_line() -> None:
    document = read("澜江新闻网讯 （记者 左岸\n\n摄影报道）1月26日，全省会议在云汀召开，部署工作。")
    assert texts(document)[0].startswith("澜江新闻网讯 （记者 左岸摄影报道）1月26日")


def test_a_subhead_between_paragraphs_is_not_joined() -> None:
    document = read(f"{BODY}\n把好入口关\n{BODY}第二段，继续。")
    assert kinds(document) == ["text", "heading", "text"]


def test_latin_words_keep_a_space_and_debris_stays() -> None:
    document = read(f"{BODY}排查密接和 risk 人员，做好 Omicron\nBA 型监测，守住底线。")
    assert texts(document) == [f"{BODY}排查密接和 risk 人员，做好 Omicron BA 型监测，守住底线。"]


def test_a_report_that_is_there_twice_is_kept_once_and_told() -> None:
    document = read(f"# 全省防汛会议召开\n\n{BODY}\n\n## 正文\n\n{BODY}\n")
    assert texts(document) == ["全省防汛会议召开", BODY]
    assert "1 repeated paragraphs left out" in document.remarks


def test_the_same_closing_sentence_in_two_reports_stays() -> None:
    end = "会议还研究了其他事项。"
    document = read(
        f"# 省会议召开了\n\n{BODY}\n\n{end}\n\n# 市会议召开了\n\n会上，{BODY}\n\n{end}\n"
    )
    assert texts(document).count(end) == 2


def test_indents_unseen_characters_and_double_escapes_go() -> None:
    document = read(f"　　\xa0全省\u200b会议\xad召开&ldquo;一&rdquo;\n　　{BODY}")
    assert texts(document) == ["全省会议召开“一”", BODY]
    assert "2 invisible or control characters left out" in document.remarks


def test_inserted_pinyin_and_doubled_commas_go_and_are_told() -> None:
    document = read(
        "4月9日,,省委書記主持召開領(lǐng)導(dǎo)小組會議,,強(qiáng)調(diào)抓緊,、抓好(讨论稿),,守住底線,。"
    )
    assert texts(document) == [
        "4月9日,省委書記主持召開領導小組會議,強調抓緊、抓好(讨论稿),守住底線。"
    ]
    assert document.remarks == (
        "4 inserted pinyin readings left out",
        "5 doubled commas left out",
    )


def test_brackets_with_a_word_are_no_pinyin() -> None:
    text = f"{BODY}推广人工智能(ai)、区块链(bc)和云(yun)应用。"
    assert texts(read(text)) == [text]


def test_entity_marks_are_unwrapped() -> None:
    document = read("8月4日，{{person_name:石望舒}}在{{location:云汀}}出席全省防汛会议。")
    assert texts(document) == ["8月4日，石望舒在云汀出席全省防汛会议。"]


def test_a_comment_inside_a_sentence_leaves_no_gap_and_one_between_paragraphs_does() -> None:
    front = "---\ntitle: 会议\n---\n"
    inside = read(f"{front}{BODY}\n\n来自柳溪\n<!--more-->\n\n市的代表参加会议。\n")
    between = read(f"{front}{BODY}\n\n<!--more-->\n\n各市代表参加会议。\n")
    assert texts(between) == [BODY, "各市代表参加会议。"]
    assert "<!--" not in "".join(texts(inside))


def test_links_images_and_bold_become_plain_text() -> None:
    document = read(
        f"# 会议召开\n\n![图](http://x.example/a.jpg)\n\n**[会议](http://x.example/1)**在云汀*召开*。{BODY}\n"
    )
    assert texts(document) == ["会议召开", f"会议在云汀召开。{BODY}"]


def test_a_page_of_html_keeps_its_report_and_not_its_frame() -> None:
    document = read(
        "<html><head><title>全市会议召开_云汀新闻</title>"
        '<meta name="pubdate" content="2021-01-06 08:00"><meta name="source" content="云汀日报">'
        "</head><body><nav><a href=/>首页</a></nav><div class='breadcrumb'>首页 > 要闻</div>"
        f"<h1>全市会议召开</h1><script>var a='{BODY}'</script><p>{BODY}</p><br>"
        f"<div class='related'><ul><li><a href=1>东泽市召开茶叶会议</a></li></ul></div>"
        "<a href=2>柳溪市召开会议</a></body></html>"
    )
    assert texts(document) == ["全市会议召开", BODY]
    assert page(document).title == "全市会议召开"
    assert page(document).source == "云汀日报"


def test_a_report_inside_a_badly_named_box_stays() -> None:
    prose = BODY * 6
    document = read(f"<html><body><div class='side'><p>{prose}</p></div></body></html>")
    assert texts(document) == [prose]


def test_a_headline_with_a_comma_is_not_joined_with_the_first_paragraph() -> None:
    headline = "石望舒与澜信数据集团负责人举行工作会谈,并出席青浦岭市战略合作签约仪式"
    document = read(f"{headline}\n澜江省与集团的合作由来已久，双方昨日又有新的进展。")
    assert kinds(document) == ["heading", "text"]


def test_a_byline_after_the_last_sentence_is_not_carried_on() -> None:
    document = read(f"{BODY} 记者 左岸 通讯员 祝捷\n石望舒表示，要继续努力。")
    assert len(texts(document)) == 2
