"""One reader's marks and corrections: on disk at once, merged at reading, following changed files."""

from pathlib import Path

import pytest
from invented_reports import a_report

from store.library import open_library
from store.library.corrections import Corrections, corrected, with_field
from store.library.interface import LibraryDamagedError, LibraryError
from store.library.library import LogLibrary
from store.library.marks import Mark, Marks
from store.query.expression import Has, HasAny, Is


@pytest.fixture
def library(tmp_path: Path) -> LogLibrary:
    library = open_library(tmp_path / "library", state_dir=tmp_path / "state", write=True)
    library.add(
        [
            a_report(f"会议{n}", f"内容{n}。", path=f"{n}.txt", series=None, date=f"2023-01-0{n}")
            for n in (1, 2, 3)
        ]
    )
    return library


def an_id(library: LogLibrary, word: str) -> str:
    from store.query.expression import Word

    return library.meetings(Word(word))[0].reports[0].id


def titles(library: LogLibrary, query: object) -> list[str]:
    return [one.title for row in library.meetings(query) for one in row.reports]  # type: ignore[arg-type]


def test_marks_tags_notes_and_read_state_can_be_asked_for(library: LogLibrary):
    one, two = an_id(library, "内容1"), an_id(library, "内容2")
    library.marks.mark(one)
    library.marks.set_tags(one, ["防汛", "重要", "防汛"])
    library.marks.set_note(two, "再看")
    library.marks.set_read(two)
    assert titles(library, Is("marked")) == ["会议1"]
    assert titles(library, Has("tag", "重要", exact=True)) == ["会议1"]
    assert titles(library, Has("tag", "防")) == ["会议1"]
    assert titles(library, HasAny("note")) == ["会议2"]
    assert titles(library, Is("unread")) == ["会议3", "会议1"]
    library.marks.mark(one, marked=False)
    assert titles(library, Is("marked")) == []
    assert library.marks.tags() == {"防汛": 1, "重要": 1}


def test_marks_are_there_for_the_next_process(tmp_path: Path):
    marks = Marks(tmp_path / "state")
    marks.put(Mark(article="a", marked=True, note="注"))
    marks.put_setting("saved", {"mine": "person:林"})
    other = Marks(tmp_path / "state")
    assert other.of("a") == Mark(article="a", marked=True, note="注")
    assert other.of("b") == Mark(article="b")
    assert other.setting("saved") == {"mine": "person:林"}
    assert other.setting("none") is None
    marks.set_note("a", "改")
    assert other.of("a").note == "改"
    assert (tmp_path / "state" / "marks.json").stat().st_mode & 0o777 == 0o600


def test_damaged_marks_are_named_and_newer_ones_refused(tmp_path: Path):
    (tmp_path / "marks.json").write_text('{"format": 1, "marks": {"1": ')
    with pytest.raises(LibraryDamagedError, match="doctor"):
        Marks(tmp_path).of("a")
    (tmp_path / "marks.json").write_text('{"format": 9}')
    with pytest.raises(LibraryError, match="newer"):
        Marks(tmp_path).of("a")


def test_a_correction_is_merged_and_can_be_taken_back(library: LogLibrary):
    one = an_id(library, "内容1")
    library.correct(one, "event.date", "2020-02-02")
    library.correct(one, "people.林知远.title", "区长")
    article = library.article(one)
    assert article is not None
    assert article.event is not None
    assert article.event.date == "2020-02-02"
    assert [person.title for person in article.people] == ["区长", "市长"]
    (row,) = library.meetings(Is("corrected"))
    assert (row.reports[0].date, row.reports[0].corrected) == ("2020-02-02", True)
    parsed = library.parsed(one)
    assert parsed is not None
    assert parsed.event is not None
    assert parsed.event.date == "2023-01-01"
    library.corrections.remove(one, "event.date")
    library.corrections.remove(one, "people.林知远.title")
    assert library.article(one) == parsed
    assert library.meetings(Is("corrected")) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("event.nothing", "x"),
        ("people.王某.title", "x"),
        ("kind", "party"),
        ("title", 3),
        ("", "x"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(library: LogLibrary, field: str, value: object):
    with pytest.raises(ValueError, match=r"."):
        library.correct(an_id(library, "内容1"), field, value)
    assert library.corrections.articles() == []


def test_a_correction_of_what_is_gone_is_left_out(library: LogLibrary):
    article = library.article(an_id(library, "内容1"))
    assert article is not None
    changes = {"people.王某.title": "x", "title": "新题"}
    assert corrected(article, changes).title == "新题"
    assert with_field(article, "people.0.name", "某").people[0].name == "某"


def test_what_is_said_follows_an_article_whose_file_changed(library: LogLibrary):
    one = an_id(library, "内容1")
    library.marks.set_note(one, "要紧")
    library.correct(one, "source", "银塘时报")
    for text in ("内容1，第一次改。", "内容1，第二次改。"):
        library.add([a_report("会议1", text, path="1.txt", series=None, date="2023-01-01")])
    new = an_id(library, "第二次改")
    assert new != one
    assert titles(library, HasAny("note")) == ["会议1"]
    assert library.marks.of(new).note == "要紧"
    article = library.article(new)
    assert article is not None
    assert article.source == "银塘时报"
    assert titles(library, Is("corrected")) == ["会议1"]
    library.marks.set_note(new, "")
    assert titles(library, HasAny("note")) == []


def test_two_readers_have_their_own(tmp_path: Path, library: LogLibrary):
    other = open_library(tmp_path / "library", state_dir=tmp_path / "other")
    library.marks.mark(an_id(library, "内容1"))
    assert titles(other, Is("marked")) == []
    assert titles(library, Is("marked")) == ["会议1"]


def test_corrections_of_another_process_are_seen(tmp_path: Path):
    one, two = Corrections(tmp_path), Corrections(tmp_path)
    one.put("a", "title", "甲")
    assert two.of("a") == {"title": "甲"}
    two.put("a", "title", "乙")
    assert one.of("a") == {"title": "乙"}
    one.remove("a", "title")
    assert two.of("a") == {}
