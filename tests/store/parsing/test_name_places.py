"""The places where a name stands, and the same places where none does."""

import pytest
from parsed import article, names_in

POSTS = """书记 省长 市长 县长 区长 州长 主席 总理 国务委员 部长 局长 厅长 主任 校长 院长 所长 会长 行长
处长 秘书长 委员长 检察长 组长 董事长 总经理 总裁 教授 院士 博士 研究员 老师 同志 先生 女士 总统 首相 将军
司令员 政委 常委 一行 等人 新时代 理论 思想 总书记 副市长 代省长"""


@pytest.mark.parametrize("post", POSTS.split())
def test_a_name_before_a_post(post: str) -> None:
    assert names_in(f"会议学习了顾望舒{post}的文章。") == ["顾望舒"]
    assert names_in(f"会议学习了程朗{post}的文章。") == ["程朗"]
    assert names_in(f"会议学习了重要{post}的文章。") == []
    assert names_in(f"会议学习了各地{post}的文章。") == []


CLOSED = """， 、 。 ； ： ） 等主持 主持 出席 参加 列席 强调 指出 讲话 作 传达 宣读 通报 汇报 陪同 到会 分别
先后"""


@pytest.mark.parametrize("after", CLOSED.split())
def test_a_common_word_is_a_name_between_a_post_and_what_closes_it(after: str) -> None:
    assert names_in(f"镇党委书记夏天{after}会议") == ["夏天"]
    assert names_in(f"今年夏天{after}会议") == []


@pytest.mark.parametrize("after", ["的", "来", "很", "作用", "作风", "作业", "作物", "到来"])
def test_a_common_word_that_goes_on_is_no_name(after: str) -> None:
    assert names_in(f"镇党委书记夏天{after}会议") == []


WEAK = """学生 群众 代表 成员 村民 企业家 专家 党员 干部 农民 居民 市民 领导 老师 教师 学者 职工 工人 青年
老人 军人 志愿者 农户 商户 业主 嘉宾 校友"""


@pytest.mark.parametrize("word", WEAK.split())
def test_a_name_after_a_word_for_people(word: str) -> None:
    assert names_in(f"{word}顾望舒说，很好。") == ["顾望舒"]
    assert names_in(f"今年{word}余粮充足。") == []
    assert names_in(f"各地{word}高兴地说。") == []
    assert names_in(f"各地{word}夏天，都来了。") == []
    assert names_in(f"各地{word}时常来访。") == []


AGENTS = """由 会见 会见了 陪同 看望 看望了 邀请 听取 听取了 任命 选举 推选 聘请 以及 和 与 及 同 向 对 请 率"""


@pytest.mark.parametrize("word", AGENTS.split())
def test_a_name_after_a_word_that_takes_one(word: str) -> None:
    assert names_in(f"省里{word}程朗春主持会议。") == ["程朗春"]
    assert names_in(f"省里{word}方法研究会议。") == []
    assert names_in(f"省里{word}于是讲话。") == []


@pytest.mark.parametrize("text", ["对于海主持会议", "向前进主持会议", "省里的程朗春主持会议"])
def test_a_preposition_that_is_part_of_a_word_takes_none(text: str) -> None:
    assert names_in(text) == []


LEADS = "会上 会前 会后 会议由 会议决定由 由 其中 随后 当日 当天 期间 日前 近日 经"


@pytest.mark.parametrize("lead", LEADS.split())
def test_a_name_after_the_first_word_of_a_clause(lead: str) -> None:
    assert names_in(f"{lead}程朗春主持会议。") == ["程朗春"]
    assert names_in(f"{lead}高度重视，主持会议。") == []


@pytest.mark.parametrize("mark", "，。；：！？ （）“”》—")
def test_a_name_at_the_start_of_a_clause(mark: str) -> None:
    assert names_in(f"大家{mark}程朗春主持会议。") == ["程朗春"]
    assert names_in(f"大家见程朗春主持会议{mark}") == []


@pytest.mark.parametrize("verb", "等：说在对率就将为与和还也作任赴向到")
def test_a_word_of_one_character_follows_a_name(verb: str) -> None:
    assert names_in(f"程朗春{verb}大家。") == ["程朗春"]
    assert names_in(f"周密地{verb}大家。") == []


@pytest.mark.parametrize("verb", ["主持", "讲话", "出席", "参加", "部署", "致辞", "陪同"])
def test_names_of_a_deck_after_a_verb(verb: str) -> None:
    assert names_in(f"顾望舒{verb}程朗春讲话", headline=True) == ["顾望舒", "程朗春"]
    assert names_in(f"大会{verb}程朗春许明远讲话", headline=True) == ["程朗春", "许明远"]
    assert "程朗春" not in names_in(f"大会{verb}程朗春许明远讲话")
    assert names_in(f"大会{verb}高效节约用水", headline=True) == []


@pytest.mark.parametrize("word", "某等的了是在被把这那就也还不我你他她它们个并到对由及")
def test_nobody_is_called_by_a_function_word(word: str) -> None:
    assert f"程{word}明" not in names_in(f"省长程{word}明出席会议。")
    assert f"程明{word}" not in names_in(f"省长程明{word}出席会议。")
    assert f"程{word}明" not in names_in(f"省领导顾望舒、程{word}明、许遥春参加会议。")


@pytest.mark.parametrize("word", ["市", "县", "省", "新区", "日报", "晚报"])
def test_a_place_of_the_document_is_nobody(word: str) -> None:
    seat = "任云汀书记期间，他来到现场。云汀主持会议。"
    assert names_in(f"大家在云汀{word}开会。{seat}") == []


ENDS = "等各全我本该此每都和与及、多数两几的在由对向于到从经至赴是为了来让把将任以并访"


@pytest.mark.parametrize("end", ENDS)
def test_a_function_word_before_a_city_makes_no_place(end: str) -> None:
    assert names_in(f"省长顾望舒{end}市里的干部见面。") == ["顾望舒"]
    assert names_in(f"顾望舒{end}大家强调，要抓落实。会议在望舒市召开。") == []


@pytest.mark.parametrize("mark", "，。；：！？（）“”《》")
def test_a_list_ends_at_a_mark(mark: str) -> None:
    text = f"高效{mark}顾望舒、程朗春、许明远{mark}文明"
    assert names_in(text) == ["顾望舒", "程朗春", "许明远"]
    assert names_in(f"安全{mark}高效、文明、有序{mark}安康") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("柯一鸣 阮小棠 顾望舒 许遥春", ["柯一鸣", "阮小棠", "顾望舒", "许遥春"]),
        ("会议 讲话 经济 社会", []),
        ("高效 讲话 顾望舒 社会 文明", []),
    ],
)
def test_names_between_blanks(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("副主席阿依努尔 · 买买提到会。", ["阿依努尔·买买提"]),
        ("副主席阿依努尔·买买提说，很好。", ["阿依努尔·买买提"]),
        ("阿依努尔·买买提主席来访。", ["阿依努尔·买买提"]),
        ("大家看望阿依努尔·买买提，", ["阿依努尔·买买提"]),
        ("大家见过阿依努尔·买买提等。", ["阿依努尔·买买提"]),
        ("大家见过阿依努尔·买买提在家。", ["阿依努尔·买买提"]),
        ("和平·发展·合作的主题。", []),
        ("阿·买", []),
    ],
)
def test_names_with_a_dot(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("name", ["才让东珠", "扎西平措", "韩尤努斯", "其其格", "格桑花"])
def test_names_of_known_parts(name: str) -> None:
    assert names_in(f"县委书记{name}出席会议。") == [name]
    assert names_in(f"副县长顾望舒、{name}、程朗春到会。") == ["顾望舒", name, "程朗春"]
    assert names_in(f"大家种植{name}树。") == []


def test_how_sure_a_name_is() -> None:
    weak, strong, certain = (
        article(text).people[0].certainty
        for text in (
            "大家对程朗表示感谢。",
            "省长顾望舒介绍了情况。",
            "顾望舒省长讲话，顾望舒强调。",
        )
    )
    assert (weak, strong, certain) != ("certain", "certain", "certain")
    assert certain == "certain"
