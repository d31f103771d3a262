"""Every layout, each on a small invented text: what is recognised, and what becomes of it."""

import json

from reading_samples import BODY, kinds, page, read, texts

from store.reading.layout import recognise


def test_each_layout_is_recognised_and_its_neighbour_is_not() -> None:
    recognised = {
        "---\ntitle: 会议\n---\n" + BODY: "front-matter",
        "---\n" + BODY: "plain-text",
        "要闻 | 原创 | 视界 | 舆情\n" + BODY: "portal-page",
        "云汀 | 柳溪\n" + BODY: "plain-text",
        "# 全省防汛会议召开\n\n" + BODY: "newspaper-page",
        "#防汛#话题\n\n" + BODY: "plain-text",
        "<html><body><p>" + BODY + "</p></body></html>": "html-page",
        "3 < 5 。" + BODY: "plain-text",
        json.dumps({"content": BODY}, ensure_ascii=False): "json",
        "{{person_name:洪大有}}说，" + BODY: "plain-text",
        f"INSERT INTO t VALUES (1,'{BODY}');": "sql-row",
        "INSERT 一词在此。" + BODY: "plain-text",
    }
    for text, layout in recognised.items():
        assert recognise(text) == layout, text[:20]


def test_front_matter_gives_the_metadata_and_html_the_strong_headline_stack() -> None:
    document = read(
        "\n---\ntitle: '澜江部署抗旱工作'\nauthor: 澜江头条\n"
        "date: Thu, 20 Jan 2022 17:15:49 GMT\n---\n\n"
        "<div><p><strong>原标题 把水</strong><strong>用好</strong></p><p> <b>石望舒主持</b></p>"
        f"<p> {BODY}</p></div>"
    )
    assert document.layout == "front-matter"
    read_page = page(document)
    assert read_page.title == "澜江部署抗旱工作"
    assert read_page.authors == ("澜江头条",)
    assert read_page.published is not None
    assert read_page.published.date == "2022-01-21"
    assert read_page.published.basis == "front matter date turned into the day in China"
    assert [(b.kind, b.strong, b.text) for b in read_page.blocks] == [
        ("heading", True, "原标题 把水用好"),
        ("heading", True, "石望舒主持"),
        ("text", False, BODY),
    ]


def test_a_date_without_a_zone_is_taken_as_printed() -> None:
    document = read(f"---\ntitle: 会议\ndate: 2022-01-20 23:59:00\n---\n{BODY}")
    published = page(document).published
    assert published is not None
    assert (published.date, published.basis) == ("2022-01-20", "front matter date")


def test_an_impossible_date_is_no_date() -> None:
    assert page(read(f"---\ntitle: 会议\ndate: 2022-02-30\n---\n{BODY}")).published is None


def test_a_site_around_the_front_matter_title_goes() -> None:
    document = read(f"---\ntitle: 云汀大学->学校召开会议 | yt.example\n---\n{BODY}")
    assert page(document).title == "学校召开会议"


def test_portal_page_keeps_title_and_meta_and_drops_what_the_portal_adds() -> None:
    document = read(
        "要闻 | 原创 | 视界 | 老外在澜江 | 舆情\n全省防汛会议召开\n"
        "2021-08-06 16:43:57来源:澜江新闻网编辑:韦小宁责编:池清\n\n"
        f"  {BODY}\n\n上一篇：全市茶叶工作会议召开\n相关新闻\n东泽市召开安全生产会议\n"
        "澜江在线版权与信息产品销售的声明\n1、“澜江在线”由澜江广播主办。\n2、未经授权不得转载。\n"
    )
    assert document.layout == "portal-page"
    assert kinds(document) == ["heading", "meta", "text"]
    assert texts(document)[0] == "全省防汛会议召开"
    assert "池清" in texts(document)[1]
    assert "未经授权不得转载" in document.text


def test_a_numbered_requirement_is_no_notice() -> None:
    document = read(f"{BODY}\n1、各地要加强值守。\n2、各部门要备足物资。")
    assert texts(document)[1:] == ["1、各地要加强值守。", "2、各部门要备足物资。"]


def test_what_stands_above_the_breadcrumb_is_the_sites() -> None:
    document = read(f"招商平台 致力服务\n您现在的位置:首页 > 新闻\n全市会议召开\n\n{BODY}")
    assert texts(document) == ["全市会议召开", BODY]


def test_a_headline_above_the_breadcrumb_stays_when_prose_follows_it() -> None:
    document = read(f"全市会议召开\n您现在的位置:首页 > 新闻\n{BODY}")
    assert texts(document) == ["全市会议召开", BODY]


def test_newspaper_page_keeps_levels_and_jumps_and_joins_columns() -> None:
    document = read(
        "# 省长主持召开常务会议\n\n## 石望舒出席\n\n"
        "本报讯(记者 左岸)11月8日,常务会议召开。会议要求全面排查,做好社\n\n"
        "区值守,守住底线。\n\n(下转 04 版)\n\n# 全市会议召开\n\n本报讯(记者 柯一鸣)会议召开。\n"
    )
    blocks = page(document).blocks
    assert [(b.kind, b.level) for b in blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("text", 0),
        ("jump", 0),
        ("heading", 1),
        ("text", 0),
    ]
    assert blocks[2].text.endswith("做好社区值守,守住底线。")


def test_plain_text_has_headlines_above_and_date_and_paper_below() -> None:
    document = read(
        "云汀：一刻不能松\n\n市安全生产例会强调\n\n"
        "(记者 米乐) **12月4日下午，市安全生产例会召开。**会议强调要抓好落实。\n\n"
        "2023年12月05日\n云汀日报\n"
    )
    assert document.layout == "plain-text"
    assert kinds(document) == ["heading", "heading", "text", "meta", "meta"]
    assert texts(document)[2].startswith("(记者 米乐) 12月4日下午，市安全生产例会召开。会议")


def test_a_paper_named_in_the_body_is_text() -> None:
    document = read(f"{BODY}\n云汀日报\n{BODY}会后继续。")
    assert kinds(document)[1] != "meta"


def test_a_table_of_bodies_gives_a_page_for_each_row() -> None:
    document = read(f'Date,Text\n2020-02-23,"{BODY}"\n2020-02-24,"第二次。{BODY}"\n')
    assert [p.published and p.published.date for p in document.pages] == [
        "2020-02-23",
        "2020-02-24",
    ]


def test_json_reads_the_object_that_holds_the_body() -> None:
    inner = {"title": "[视频]会议召开", "content": f"<p>{BODY}</p>", "pubtime": "2012-07-04 19:14"}
    outer = {"num": 1, "video_title": "别处", "video_detail": inner}
    document = read(json.dumps(outer, ensure_ascii=False))
    assert page(document).title == "[视频]会议召开"
    published = page(document).published
    assert published is not None
    assert (published.date, published.basis) == ("2012-07-04", "json field pubtime")


def test_json_lists_and_lines_give_several_pages_and_a_repeated_report_one() -> None:
    one, two = {"content": BODY}, {"content": "第二次会议。" + BODY}
    whole = json.dumps([one, two, one], ensure_ascii=False)
    lines = "\n".join(json.dumps(item, ensure_ascii=False) for item in (one, two))
    assert len(read(whole).pages) == len(read(lines).pages) == 2
    assert "a report that is there twice read once" in read(whole).remarks


def test_sql_row_unescapes_and_reads_named_columns() -> None:
    document = read(
        "REPLACE INTO `n` (`id`,`title`,`addtime`,`body`) VALUES "
        f"(7,'全市\\'会议\\'召开','2016-03-04 10:00:00','<p>\\r\\n\\t{BODY}</p>');"
    )
    assert page(document).title == "全市'会议'召开"
    assert texts(document) == [BODY]
    published = page(document).published
    assert published is not None
    assert published.date == "2016-03-04"


def test_an_unnamed_number_is_not_taken_for_a_time() -> None:
    document = read(f"INSERT INTO t VALUES ('1','1300344578','{BODY}');")
    assert page(document).published is None


def test_a_number_is_a_time_when_the_file_names_of_the_row_carry_its_month() -> None:
    agree = f"INSERT INTO t VALUES ('/up/2016_04/22_10/a.jpg','1461293918','{BODY}');"
    published = page(read(agree)).published
    assert published is not None
    assert published.date == "2016-04-22"
    assert page(read(agree.replace("2016_04", "2016_05"))).published is None
    assert page(read(agree.replace("'/up", "'1461293919','/up"))).published is None


def test_a_lead_in_a_column_of_its_own_comes_first_unless_the_body_has_it() -> None:
    lead = "4月19日，市委以电视电话会议形式召开全市教育工作会议，部署工作。"
    apart = read(f"INSERT INTO t VALUES ('7','{lead}','<p>{BODY * 2}</p>');")
    inside = read(f"INSERT INTO t VALUES ('7','{lead}','<p>{lead}{BODY * 2}</p>');")
    assert texts(apart) == [lead, BODY * 2]
    assert texts(inside) == [lead + BODY * 2]
