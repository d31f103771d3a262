"""What any library must answer: subclass and say how an empty one is made."""

from collections.abc import Iterator, Sequence

import pytest
from invented_reports import a_document, a_report, an_article

from store.library.interface import Library, MeetingRow
from store.query.expression import Between, Everything, Has, HasAny, Is, Word


class LibraryContract:
    """The tests; a subclass gives the fixture ``empty``."""

    @pytest.fixture
    def library(self, empty: Library) -> Iterator[Library]:
        empty.add(SOME)
        yield empty
        empty.close()

    def test_an_empty_library_answers(self, empty: Library):
        assert empty.count(Everything()) == 0
        assert empty.meetings(Everything()) == []
        assert empty.facets(Everything(), "person") == []
        assert empty.article("none") is None
        assert empty.source_text("none") is None
        assert empty.hits("none", Word("防汛")) == []

    def test_the_newest_comes_first_then_yearless_days_then_undated(self, library: Library):
        dates = [row.date for row in library.meetings(Everything())]
        assert dates == ["2023-06-01", "2023-05-04", "2022-12-30", "--11-26", "--03-02", None]

    def test_two_papers_on_one_meeting_are_one_row(self, library: Library):
        (row,) = library.meetings(Between("2023-05-04", "2023-05-04"))
        assert [report.source for report in row.reports] == ["澜江日报", "云汀晚报"]

    def test_a_report_may_bring_two_together_and_part_them_again(self, library: Library):
        day = {"date": "2024-02-02", "series": "调度会议"}
        both = {"林知远": ("presided",), "苏曼青": ("presided",)}
        library.add([a_report("一", path="x.txt", people={"林知远": ("presided",)}, **day)])
        library.add([a_report("二", path="y.txt", people={"苏曼青": ("presided",)}, **day)])
        query = Between("2024-02-02", "2024-02-02")
        assert library.count(query) == 2
        library.add([a_report("三", path="z.txt", people=both, **day)])
        (row,) = library.meetings(query)
        assert [report.title for report in row.reports] == ["一", "二", "三"]
        presided = {one.value: one.count for one in library.facets(query, "person")}
        assert presided == {"林知远": 1, "苏曼青": 1}
        library.add([a_report("三", "改了。", path="z.txt", people={}, **day)])
        assert [len(row.reports) for row in library.meetings(query)] == [1, 1, 1]
        assert library.count(query & Has("person", "林知远")) == 1

    def test_reports_that_do_not_match_are_left_out_of_their_row(self, library: Library):
        (row,) = library.meetings(Has("source", "云汀晚报", exact=True))
        assert [report.source for report in row.reports] == ["云汀晚报"]

    def test_pages_join_to_the_whole(self, library: Library):
        for query in (Everything(), Word("会议"), HasAny("requirements")):
            whole = list(library.meetings(query))
            pages = [library.meetings(query, offset, 2) for offset in range(0, 8, 2)]
            assert [row for page in pages for row in page] == whole
            assert library.count(query) == len(whole)

    def test_position_is_where_the_row_stands(self, library: Library):
        for query in (Everything(), Word("会议"), Has("person", "林知远")):
            rows = library.meetings(query)
            assert [library.position(query, row.key) for row in rows] == list(range(len(rows)))
        assert library.position(Word("梨园"), rows_of(library)[-1].key) is None
        assert library.position(Everything(), "no such meeting") is None

    @pytest.mark.parametrize(
        ("word", "titles"),
        [
            ("梨", ["梨园县慰问"]),
            ("梨园", ["梨园县慰问"]),
            ("堤防巡查，压实", ["梨园县慰问"]),
            ("堤防巡查压实", []),
            ("壓實責任，做", ["梨园县慰问"]),
            ("ＡＩ平台", ["东泽市调研"]),
            ("ai 平台", ["东泽市调研"]),
            ("值守。群众", []),
            ("园梨", []),
            ('"八支队伍"', ["梨园县慰问"]),
        ],
    )
    def test_a_word_is_found_exactly_where_it_stands(self, library: Library, word, titles):
        found = [report.title for row in library.meetings(Word(word)) for report in row.reports]
        assert found == titles
        assert library.count(Word(word)) == len(titles)

    def test_a_word_does_not_reach_over_a_paragraph(self, library: Library):
        assert library.count(Word("昼夜值守")) == 1
        assert library.count(Word("值守群众")) == 0

    @pytest.mark.parametrize("typed", ["lzy", "linzhiyuan", "linzhi"])
    def test_pinyin_and_initials_find_a_name(self, library: Library, typed: str):
        by_name = library.count(Has("person", "林知远"))
        assert by_name > 0
        assert library.count(Word(typed)) == by_name
        assert library.count(Has("person", typed)) == by_name
        assert library.count(Word(typed, quoted=True)) == 0

    def test_a_role_belongs_to_its_person(self, library: Library):
        assert library.count(Has("person", "苏曼青", role="presided")) == 0
        assert library.count(Has("person", "苏曼青", role="attended")) > 0

    def test_connectives(self, library: Library):
        everything = set(keys(library.meetings(Everything())))
        word, person = Word("堤防"), Has("person", "林知远")
        with_word, with_person = (set(keys(library.meetings(one))) for one in (word, person))
        assert set(keys(library.meetings(word & person))) == with_word & with_person
        assert set(keys(library.meetings(word | person))) == with_word | with_person
        assert set(keys(library.meetings(~word))) == everything - with_word

    def test_undated_and_unread(self, library: Library):
        assert [row.date for row in library.meetings(Is("undated"))] == ["--11-26", "--03-02", None]
        assert library.count(Is("unread")) == library.count(Everything())
        assert library.count(Is("marked")) == 0

    def test_an_unknown_year_lies_in_no_span(self, library: Library):
        assert library.count(Between(None, None)) == 3
        assert [row.date for row in library.meetings(Between("2023-05-05", None))] == ["2023-06-01"]
        assert [row.date for row in library.meetings(Between(None, "2022-12-31"))] == ["2022-12-30"]

    def test_facets_count_meetings(self, library: Library):
        counts = {one.value: one.count for one in library.facets(Everything(), "person")}
        assert counts["林知远"] == library.count(Has("person", "林知远", exact=True))
        months = [one.value for one in library.facets(Everything(), "month")]
        assert months == ["2023-06", "2023-05", "2022-12", "--11", "--03"]
        under = library.facets(Has("place", "梨园县"), "series")
        assert [(one.value, one.count) for one in under] == [("慰问活动", 1)]
        assert len(library.facets(Everything(), "person", limit=1)) == 1

    def test_hits_are_spans_of_the_text(self, library: Library):
        (row,) = library.meetings(Word("堤防"))
        article = library.article(row.reports[0].id)
        assert article is not None
        hits = library.hits(article.id, Word("壓實 責任"))
        assert [article.text_of(hit.span) for hit in hits] == ["压实责任"]

    def test_the_source_text_is_kept(self, library: Library):
        row = rows_of(library)[0]
        article = library.article(row.reports[0].id)
        text = library.source_text(row.reports[0].id)
        assert article is not None
        assert text is not None
        assert article.paragraphs[1].text in text

    def test_a_series_goes_from_old_to_new(self, library: Library):
        dates = [row.date for row in library.series("防汛会议")]
        assert dates == ["2022-12-30", "2023-05-04"]

    def test_the_same_again_changes_nothing(self, library: Library):
        version, before = library.version(), library.meetings(Everything())
        assert {one.outcome for one in library.add(SOME)} == {"present"}
        assert library.version() == version
        assert library.meetings(Everything()) == before
        assert library.has_document(SOME[0][0].path, SOME[0][0].sha256)
        assert not library.has_document(SOME[0][0].path, "another")

    def test_a_changed_document_replaces_its_articles(self, library: Library):
        version = library.version()
        changed = a_report(
            "梨园县慰问老党员", "改了。", path="pear.txt", date="2023-06-01", series="慰问活动"
        )
        (added,) = library.add([changed])
        assert added.outcome == "changed"
        assert library.version() > version
        assert library.count(Word("堤防")) == 0
        assert library.count(Word("改了")) == 1
        assert library.count(Everything()) == 6

    def test_an_article_goes_with_its_last_document(self, library: Library):
        shared = an_article("柳溪市会议", "两处刊登。", path="one.txt", date="2020-01-01")
        other = an_article("柳溪市会议之二", "别的。", path="one.txt", date="2020-01-02")
        library.add([(a_document(shared, path="one.txt"), [shared])])
        library.add([(a_document(shared, path="two.txt"), [shared])])
        assert library.count(Word("两处刊登")) == 1
        library.add([(a_document(other, path="one.txt"), [other])])
        assert library.count(Word("两处刊登")) == 1
        library.add([(a_document(other, path="two.txt"), [other])])
        assert library.count(Word("两处刊登")) == 0
        assert library.article(shared.id) is None


def keys(rows: Sequence[MeetingRow]) -> list[str]:
    return [row.key for row in rows]


def rows_of(library: Library) -> Sequence[MeetingRow]:
    return library.meetings(Everything())


SOME = [
    a_report(path="a.txt", published="2023-05-05"),
    a_report(
        "防汛会议在云汀召开", path="b.txt", published="2023-05-06", source="云汀晚报", terms=("四张网",)
    ),
    a_report(
        "梨园县慰问",
        "要加强堤防巡查，压实责任，做到昼夜值守。",
        "群众安置要妥善，“八支队伍”到位。",
        path="pear.txt",
        date="2023-06-01",
        place="梨园县",
        series="慰问活动",
        level="county",
        kind="visit",
        people={"贺兰亭": ("visited",), "单于飞": ("accompanied",)},
    ),
    a_report("去年的防汛会议", path="c.txt", date="2022-12-30", published="2023-01-02", items=3),
    a_report(
        "东泽市调研", "AI 平台建设会议。", path="d.txt", date="--11-26", published=None, series=None,
        place="东泽市",
    ),
    a_report("银塘市会议", path="e.txt", date="--03-02", published=None, series=None, place="银塘市"),
    a_report(
        "资料", path="f.txt", date=None, published=None, series=None, place=None, kind="notice", people={}
    ),
]  # fmt: skip
