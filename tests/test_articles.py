"""Articles from folders, texts with front matter and JSON Lines: every one is read or listed as left out."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from claimrec.exchange.articles import read_articles
from claimrec.records.article import Article


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_text_with_front_matter_is_an_article_named_after_its_file(tmp_path):
    front = "---\npublisher: Harbour Wire\npublished: 2022-11-09\ntitle: Raid: nine dead\nnote: invented\nurl:\n---\n"
    file = write(tmp_path / "raid.txt", front + "Nine soldiers were killed.\n")
    read = read_articles(file)
    assert read.unread == ()
    assert read.articles == (
        Article(
            "raid",
            "Nine soldiers were killed.\n",
            publisher="Harbour Wire",
            published=date(2022, 11, 9),
            title="Raid: nine dead",
        ),
    )


def test_a_text_without_front_matter_is_all_text(tmp_path):
    text = "Nine killed.\n---\nTwo of them officers.\n"
    assert read_articles(write(tmp_path / "a.txt", text)).articles == (Article("a", text),)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_newlines_and_characters_of_the_text_stay_as_they_are(tmp_path, ends):
    text = ends.join(["One.", "", "<b>Two</b> \u202ekilled\x07\x00 \u2028 3\r4", ""])
    file = write(tmp_path / "a.txt", f"---{ends}id: x{ends}---{ends}{text}")
    assert read_articles(file).articles == (Article("x", text),)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    write(tmp_path / "a.txt", b"\xef\xbb\xbf---\nid: x\n---\nTwo killed.")
    write(tmp_path / "b.jsonl", b"\xef\xbb\xbf" + lines({"id": "y", "text": "Three killed."}).encode())
    assert read_articles(tmp_path).articles == (Article("x", "Two killed."), Article("y", "Three killed."))


def test_a_folder_mixes_texts_lines_and_folders_in_the_order_of_their_names(tmp_path):
    write(tmp_path / "b" / "one.txt", "One killed.")
    write(tmp_path / "c.JSONL", lines({"id": "two", "text": "Two killed."}, {"id": "three", "text": "Three killed."}))
    write(tmp_path / "a.TXT", "None killed.")
    for note in ("README.md", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / note, "not an article")
    read = read_articles(tmp_path)
    assert [article.id for article in read] == ["a", "one", "two", "three"]
    assert (len(read), read.unread) == (4, ())


def test_a_line_without_id_is_named_by_publisher_date_and_text(tmp_path):
    row = {"publisher": "A", "published": "2022-11-09", "text": "Two killed."}
    file = write(tmp_path / "a.jsonl", lines(row, row | {"publisher": "B"}, row | {"title": None}))
    read = read_articles(file)
    first, second = read
    assert first.id != second.id
    assert [str(left_out) for left_out in read.unread] == [
        f"{file}, line 3: a duplicate: the same article as {file}, line 1"
    ]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2022-11-09", date(2022, 11, 9)),
        ("2022-11-09T23:30:00+03:00", datetime(2022, 11, 9, 23, 30, tzinfo=timezone(timedelta(hours=3)))),
        ("2022-11-09 23:30", date(2022, 11, 9)),  # a time without its zone is sure of its day alone
    ],
)
def test_published_is_a_day_or_a_time_with_its_zone(tmp_path, said, read):
    file = write(tmp_path / "a.jsonl", lines({"id": "a", "text": "Two killed.", "published": said}))
    assert read_articles(file).articles[0].published == read


def test_texts_of_one_name_in_two_folders_are_both_kept(tmp_path):
    write(tmp_path / "sana" / "monday.txt", "Two killed.")
    write(tmp_path / "sohr" / "monday.txt", "Three killed.")
    read = read_articles(tmp_path)
    assert [article.text for article in read] == ["Two killed.", "Three killed."]
    assert read.articles[0].id == "monday" != read.articles[1].id


def test_the_same_text_under_two_file_names_is_a_duplicate(tmp_path):
    first, second = (write(tmp_path / name, "---\npublisher: A\n---\nTwo killed.") for name in ("a.txt", "a (1).txt"))
    read = read_articles(tmp_path)
    assert len(read) == 1
    assert [left_out.because for left_out in read.unread] == [f"a duplicate: the same article as {second}"]
    assert read.unread[0].file == str(first)


def test_two_articles_that_name_the_same_id_cannot_both_be_kept(tmp_path):
    file = write(tmp_path / "a.jsonl", lines({"id": "x", "text": "Two killed."}, {"id": "x", "text": "Three killed."}))
    read = read_articles(file)
    assert [article.text for article in read] == ["Two killed."]
    assert str(read.unread[0]) == f"{file}, line 2: its id 'x' is that of another article, in {file}, line 1"


def test_the_same_text_by_two_outlets_is_two_articles(tmp_path):
    file = write(
        tmp_path / "a.jsonl",
        lines({"publisher": "A", "text": "Two killed."}, {"publisher": "B", "text": "Two killed."}),
    )
    assert len(read_articles(file)) == 2


def test_a_path_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_articles(tmp_path / "nowhere")
