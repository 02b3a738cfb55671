import pytest

from dragoman.show.site.links import Folder, OneFile, Served, file_of, slug


def test_the_server_has_a_path_a_key_and_a_query():
    served = Served()
    assert served.to("story") == "/"
    assert served.to("party", "person:ana-díaz", "e1") == "/party/person:ana-d%C3%ADaz#e1"
    asked = {"since": "2025", "act": None, "q": "a b"}
    assert served.to("search", query=asked) == "/search?since=2025&q=a+b"


def test_files_are_found_from_where_a_page_lies():
    assert Folder(0).to("incident", "i_1") == "incident/i_1.html"
    assert Folder(1).to("story") == "../index.html"
    assert Folder(1).to("report", "r1", "e1") == "../report/r1.html#e1"


def test_sections_of_one_file_have_ids_of_their_own():
    links = OneFile("report", "r1")
    assert links.here("e1") == "report-r1--e1"
    assert links.to("report", "r1", "e1") == "#report-r1--e1"
    assert links.to("story") == "#story"


@pytest.mark.parametrize("key", ["../../etc/passwd", "a/b", "person:x", "A", "a" * 200, "", "é"])
def test_a_key_never_leaves_its_folder(key):
    name = file_of("party", key)
    assert name.count("/") == 1
    assert ".." not in name
    assert len(name) < 90


def test_keys_that_look_alike_have_files_of_their_own():
    keys = ["person:a-b", "person-a-b", "person/a/b", "Person:a-b", "é", "e"]
    assert len({slug(key).casefold() for key in keys}) == len(keys)
