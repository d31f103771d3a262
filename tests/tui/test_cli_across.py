"""The commands that ask over several meetings, run as they are installed."""

import csv
import io
import json

import pytest
from installed import OTHER, REPORT, Policyreader

LATER = (
    REPORT.replace("3月16日", "6月2日")
    .replace("3月17日", "6月3日")
    .replace("副省长林一川", "代省长林一川")
    .replace("一要排查隐患，逐库登记。", "一要排查隐患，逐库登记，漏登一律问责。")
    .replace("三要值班值守，有事必报。", "三要用好“两员三查”，有事必报。")
    .replace("省水利厅厅长何一苇", "省应急厅厅长白小满")
)
"""The next meeting of the same series, with other demands and another room."""

COMMANDS = ("people", "requirements", "terms", "export", "stats")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A filled library that no test changes."""
    policyreader = Policyreader(tmp_path_factory.mktemp("across"))
    files = [
        policyreader.file(f"{name}.txt", text)
        for name, text in (("a", REPORT), ("b", OTHER), ("c", LATER))
    ]
    done = policyreader.run("--library", policyreader.library, "add", *files)
    assert done.returncode == 0
    return policyreader


def run(policyreader, *arguments):
    return policyreader.run("--library", policyreader.library, *arguments)


def answer(policyreader, *arguments):
    done = run(policyreader, *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def objects(policyreader, *arguments):
    return [
        json.loads(line)
        for line in answer(policyreader, *arguments, "--format", "jsonl").splitlines()
    ]


def rows(policyreader, *arguments):
    return list(csv.DictReader(io.StringIO(answer(policyreader, *arguments, "--format", "csv"))))


def newest(policyreader):
    return objects(policyreader, "list", "水库")[0]["reports"][0]["id"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_format_has_the_same_rows(filled, name):
    lines = objects(filled, name)
    assert lines == json.loads(answer(filled, name, "--format", "json"))
    assert len(rows(filled, name)) == len(lines)
    assert answer(filled, name, "--format", "text")


@pytest.mark.parametrize("name", ["people", "requirements", "terms", "stats"])
def test_markdown_is_a_table_of_the_same_rows(filled, name):
    table = answer(filled, name, "--format", "md").splitlines()
    assert len(table) == 2 + len(objects(filled, name))


def test_people_are_counted_by_meetings_and_a_query_narrows(filled):
    assert answer(filled, "people").splitlines()[0] == "林一川  3"
    assert {row["name"]: row["meetings"] for row in rows(filled, "people", "桥梁")} == {
        "林一川": "1",
        "何一苇": "1",
    }


def test_a_career_has_its_titles_in_order(filled):
    (career,) = objects(filled, "person", "林一川")
    assert [(use["title"], use["first"], use["last"]) for use in career["titles"]] == [
        ("副省长", "2023-03-16", "2023-05-08"),
        ("代省长", "2023-06-02", "2023-06-02"),
    ]
    assert {other["name"] for other in career["others"]} == {"何一苇", "白小满"}
    reports = rows(filled, "person", "林一川")
    assert [(row["date"], row["title"]) for row in reports] == [
        ("2023-06-02", "代省长"),
        ("2023-05-08", "副省长"),
        ("2023-03-16", "副省长"),
    ]
    assert answer(filled, "person", "林一川").startswith("林一川\n\n  3 meetings\n")
    assert "## titles" in answer(filled, "person", "林一川", "--format", "md")


def test_a_query_behind_the_name_narrows_the_career(filled):
    (career,) = objects(filled, "person", "林一川", "before:2023-06")
    assert (career["meetings"], len(career["titles"])) == (2, 1)


@pytest.mark.parametrize("typed", ["linyichuan", "lyc", "林一"])
def test_a_name_nobody_has_is_answered_with_those_like_it(filled, typed):
    done = run(filled, "person", typed)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "did you mean 林一川?" in done.stderr.decode()


def test_requirements_are_items_with_their_meeting(filled):
    first = objects(filled, "requirements", "水库", "before:2023-04")
    assert [one["number"] for one in first if one["kind"] == "requirement"] == [1, 2, 3]
    assert first[0]["id"] in answer(filled, "list", "before:2023-04")


def test_terms_say_that_no_report_expands_them(filled):
    assert answer(filled, "terms") == "   1  两员三查  2023-06-02  not expanded\n"


def test_compare_takes_the_meeting_before_in_the_series(filled):
    told = objects(filled, "compare", newest(filled))
    changes = {(one["what"], one["change"]) for one in told}
    assert {("person", "new"), ("person", "not named now"), ("person", "title")} <= changes
    (hardened,) = [one for one in told if one["change"] == "hardened"]
    assert set(hardened["gained"]) == {"一律", "问责"}
    text = hardened["later"]["text"]
    assert "".join(text[a:b] for a, b in hardened["latter"]) == "，漏登一律问责"
    assert {one["earlier_id"] for one in told} == {
        objects(filled, "list", "水库")[1]["reports"][0]["id"]
    }
    text = answer(filled, "compare", newest(filled))
    assert "demand: hardened" in text
    assert len(rows(filled, "compare", newest(filled))) == len(told)


def test_compare_of_two_ids_takes_the_first_for_the_earlier(filled):
    one = newest(filled)
    assert {each["change"] for each in objects(filled, "compare", one, one)} == {"unchanged"}


def test_the_first_meeting_of_a_series_has_none_before_it(filled):
    first = objects(filled, "list", "桥梁")[0]["reports"][0]["id"]
    done = run(filled, "compare", first)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"earliest" in done.stderr


def test_an_id_that_is_none_is_wrong_usage(filled):
    done = run(filled, "compare", "nobody")
    assert done.returncode == 2
    assert b"nobody" in done.stderr


def test_export_is_jsonl_of_the_whole_library_until_a_query_narrows_it(filled):
    assert len(answer(filled, "export").splitlines()) == 3
    shown = objects(filled, "show", "桥梁")
    assert [json.loads(line) for line in answer(filled, "export", "桥梁").splitlines()] == shown


def test_stats_count_meetings(filled):
    counted = {(one["field"], one["value"]): one["count"] for one in objects(filled, "stats")}
    assert counted["meetings", ""] == 3
    assert counted["values", "person"] == 3
    assert counted["month", "2023-05"] == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_a_query_that_cannot_be_read_is_pointed_at(filled, name):
    done = run(filled, name, "persn:甲")
    assert done.returncode == 2
    assert b"^" in done.stderr
