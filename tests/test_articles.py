"""Articles out of whatever users have."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import sys
import uuid
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire import ArticleText, UnreadArticle, read_articles

PARAGRAPH = (
    "<p>Jeda di pelabuhan Kota Baru diperpanjang tiga hari, kata Walikota Sari di balai kota, setelah perundingan "
    "yang berlangsung semalam suntuk. Para nelayan kembali melaut dan pasar ikan dibuka lagi sejak pagi.</p>"
)


def page(head: str = "", start: str = "", title: str = "Jeda pelabuhan diperpanjang") -> bytes:
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title} - Warta</title>{head}</head><body>'
        '<nav><a href="/">Beranda</a> <a href="/politik">Politik</a></nav>'
        f"<article><h1>{title}</h1>{start}{PARAGRAPH * 4}</article>"
        "<footer><p>© 2031 Warta, seluruh hak cipta dilindungi</p></footer></body></html>"
    ).encode()


def told(outcomes: Any) -> list[tuple[str | None, str | None]]:
    return [(x.id, x.text if isinstance(x, ArticleText) else x.code) for x in outcomes]


# ---- JSON Lines ----------------------------------------------------------------------------------------------------


def test_json_lines_with_other_names_and_further_fields(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"key": "a", "body": "Jeda.", "desk": 3}\n{"key": "b"}\n{"key": "c", "text": "x", "body": "y"}\n')
    fields = {"key": "id", "body": "text"}
    assert told(read_articles(path, fields=fields, ignore_extra=True)) == [
        ("a", "Jeda."),
        ("b", "no-text"),
        ("c", "duplicate-key"),
    ]
    assert told(read_articles(path, fields=fields))[0] == ("a", "unknown-field")


def test_time_zone_and_language_of_articles_that_do_not_say() -> None:
    given = io.BytesIO(b'{"text": "x", "timezone": null}\n{"text": "x", "timezone": "UTC", "language": "tet"}')
    first, second = read_articles(given, timezone="Asia/Jayapura", language="ms")
    assert isinstance(first, ArticleText)
    assert isinstance(second, ArticleText)
    assert (first.timezone, first.language) == ("Asia/Jayapura", "ms")
    assert (second.timezone, second.language) == ("UTC", "tet")


def test_a_line_that_no_article_has_the_length_of_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceasefire.articles.jsonlines.LONGEST", 1000)
    at_limit = json.dumps({"text": "x" * 988}).encode()
    assert len(at_limit) == 1000
    lines = [b'{"text": "a"}', at_limit, b"y" * 1001, b"y" * 5000, at_limit, b'{"text": "b"}', b"y" * 3001]
    outcomes = list(read_articles(io.BytesIO(b"\n".join(lines))))
    assert [x.text[:1] if isinstance(x, ArticleText) else (x.line, x.code) for x in outcomes] == [
        "a",
        "x",
        (3, "too-long"),
        (4, "too-long"),
        "x",
        "b",
        (7, "too-long"),
    ]


# ---- CSV -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_any_delimiter_with_line_ends_in_cells(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = ["id,text,published", 'a,"Jeda;\nkata Sari, ""besok"".",2016-05-02', ",,", "b,Café\xe9,"]
    path = tmp_path / ("articles.tsv" if delimiter == "\t" else "articles.csv")
    text = "\r\n".join(rows).replace(",", delimiter)
    path.write_bytes(text.encode(encoding))
    first, second = read_articles(path)
    assert isinstance(first, ArticleText)
    assert isinstance(second, ArticleText)
    assert first.text == 'Jeda;\nkata Sari, "besok".'.replace(",", delimiter)
    assert (first.id, first.published) == ("a", "2016-05-02")
    assert (second.text, second.published, second.timezone) == ("Café\xe9", None, "Asia/Jakarta")


def test_a_long_article_fits_into_a_cell() -> None:
    (article,) = read_articles(io.BytesIO(b"text\n" + b"x" * 400_000), kind="csv")
    assert isinstance(article, ArticleText)
    assert len(article.text) == 400_000


def test_a_row_that_cannot_be_read_keeps_its_place() -> None:
    rows = b'id,text\na,x\nb\nc,x,y\n\nd,caf\xe9\n,\ne,\nf,"two\nlines"\ng,z\n'
    outcomes = list(read_articles(io.BytesIO(rows), kind="csv"))
    assert [(x.id, None if isinstance(x, ArticleText) else (x.line, x.code)) for x in outcomes] == [
        ("a", None),
        ("b", (3, "bad-row")),
        ("c", (4, "bad-row")),
        ("d", (6, "bad-encoding")),
        ("e", (8, "no-text")),
        ("f", None),
        ("g", None),
    ]
    (article,) = read_articles(io.BytesIO(b"text\ncaf\xe9\n"), kind="csv", encoding="latin-1")
    assert isinstance(article, ArticleText)
    assert article.text == "café"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "has no column 'text' but none; name it with --field text=COLUMN"),
        (b"id,body\na,x\n", "has no column 'text' but 'id', 'body'; name it"),
        (b"text,desk\nx,y\n", r"the column 'desk' is no field of an article \(text, id, .*--ignore-extra"),
        (b"text,text\nx,y\n", "the column 'text' stands twice"),
        (b'text\nx\n"never closed\nx\nx\n', "line 3: the rest cannot be read as CSV: unexpected end of data"),
        ("text\nJeda\n".encode("utf-16")[:-1], "is not utf-16"),
    ],
)
def test_csv_that_cannot_be_used_is_told(data: bytes, message: str) -> None:
    with pytest.raises(ceasefire.SourceError, match=message):
        list(read_articles(io.BytesIO(data), kind="csv"))


def test_columns_of_other_names() -> None:
    given = io.BytesIO(b"body,day,desk\nJeda.,2016-05-02,3\n")
    (article,) = read_articles(given, kind="csv", fields={"body": "text", "day": "published"}, ignore_extra=True)
    assert isinstance(article, ArticleText)
    assert (article.text, article.published) == ("Jeda.", "2016-05-02")


# ---- pages ---------------------------------------------------------------------------------------------------------

needs_web = pytest.mark.skipif(
    find_spec("trafilatura") is None or find_spec("warcio") is None,
    reason="NO trafilatura OR warcio INSTALLED: PAGES AND WEB ARCHIVES ARE NOT TESTED",
)
META = '<meta property="article:published_time" content="{}">'
LD = '<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished": "{}"}}]}}</script>'


def from_page(data: bytes, **options: Any) -> ArticleText:
    (article,) = read_articles(io.BytesIO(data), kind="html", **options)
    assert isinstance(article, ArticleText), article
    return article


@needs_web
def test_the_article_is_taken_out_of_its_page() -> None:
    article = from_page(page('<link rel="canonical" href="https://warta.example/jeda">'))
    assert article.title == "Jeda pelabuhan diperpanjang"
    assert article.url == "https://warta.example/jeda"
    assert "kata Walikota Sari di balai kota" in article.text
    assert "Beranda" not in article.text
    assert "hak cipta" not in article.text


@needs_web
@pytest.mark.parametrize(
    ("head", "start", "day"),
    [
        (META.format("2016-05-02T23:30:00+00:00"), "", "2016-05-03"),  # already the third in Jakarta
        (LD.format("2016-05-02T23:30:00+00:00"), "", "2016-05-03"),
        (META.format("2016-05-02T23:30:00+07:00"), "", "2016-05-02"),
        (META.format("2016-05-02"), "", "2016-05-02"),
        ("", '<time itemprop="datePublished" datetime="2016-05-02T01:00:00+07:00">dini hari</time>', "2016-05-02"),
        ("", "<p>Senin, 2 Mei 2016 18:00 WIB</p>", "2016-05-02"),
        ("", "", None),
        (LD.format("soon").replace("{", "[", 1), "", None),
    ],
)
def test_the_day_of_publication_is_taken_from_the_page(head: str, start: str, day: str | None) -> None:
    article = from_page(page(head, start))
    report = ceasefire.Reader(only=[]).read_article(article)
    assert report.article.published == day


@needs_web
@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"<html><body></body></html>", b"{}", b"<?xml version='1.0'?><rss/>", b"<p>" * 20_000]
)
def test_a_page_without_an_article_is_told(data: bytes) -> None:
    (outcome,) = read_articles(io.BytesIO(data), kind="html")
    assert isinstance(outcome, UnreadArticle)
    assert outcome.code == "no-article"


@needs_web
def test_a_page_in_another_encoding() -> None:
    data = page(title="Café damai").replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert from_page(data.decode().encode("latin-1")).title == "Café damai"


def test_without_the_packages_for_pages_they_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceasefire.articles.pages.find_spec", lambda name: None)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    for source in (tmp_path / "a.html", tmp_path / "a.warc", tmp_path):
        with pytest.raises(ceasefire.PackageMissingError, match=r"needs .*trafilatura; pip install 'ceasefire\[web\]'"):
            list(read_articles(source))


# ---- web archives --------------------------------------------------------------------------------------------------


def warc(*records: tuple[str, str, bytes], gzipped: bool = True) -> bytes:
    """An archive of responses: address, status line with headers, body."""
    written = [_record("warcinfo", "", "application/warc-fields", b"software: test\r\n")]
    for address, head, body in records:
        lines = "\r\n".join([f"HTTP/1.1 {head}".replace("\n", "\r\n"), "", ""])
        written.append(_record("response", address, "application/http; msgtype=response", lines.encode() + body))
    return b"".join(gzip.compress(record) if gzipped else record for record in written)


def _record(kind: str, address: str, content_type: str, block: bytes) -> bytes:
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, kind + address)}>",
        "WARC-Date": "2016-05-09T10:00:00Z",
        **({"WARC-Target-URI": address} if address else {}),
        "Content-Type": content_type,
        "Content-Length": len(block),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


HTML = "200 OK\nContent-Type: text/html; charset=utf-8"
RECORDS = (
    ("https://warta.example/a", HTML, page(META.format("2016-05-02"))),
    ("https://warta.example/logo", "200 OK\nContent-Type: image/png", b"\x89PNG"),
    ("https://warta.example/gone", "404 Not Found\nContent-Type: text/html", page()),
    ("https://warta.example/zip", f"{HTML}\nContent-Encoding: gzip", gzip.compress(page(META.format("2031-01-01")))),
    ("https://warta.example/none", HTML, b"<html></html>"),
)


@needs_web
@pytest.mark.parametrize("gzipped", [True, False])
def test_the_pages_of_a_web_archive(tmp_path: Path, gzipped: bool) -> None:
    path = tmp_path / ("x.warc.gz" if gzipped else "x.warc")
    path.write_bytes(warc(*RECORDS, gzipped=gzipped))
    first, second, third = read_articles(path)
    assert isinstance(first, ArticleText)
    assert (first.id, first.url, first.published) == ("https://warta.example/a", first.id, "2016-05-02")
    assert isinstance(second, ArticleText)
    assert second.published is None  # what lies after the day on which the page was fetched is no day of publication
    assert third == UnreadArticle("https://warta.example/none", None, "no-article", "no article was found in the page")
    assert told(read_articles(io.BytesIO(path.read_bytes()))) == told([first, second, third])


@needs_web
def test_a_damaged_web_archive_gives_what_stands_before_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(warc(RECORDS[0], RECORDS[3])[:-9])
    articles = read_articles(path)
    assert next(articles).id == "https://warta.example/a"
    with pytest.raises(ceasefire.SourceError, match=r"x.warc.gz: .*damaged"):
        list(articles)
    path.write_bytes(b"neither this nor that\n" * 9)
    with pytest.raises(ceasefire.SourceError, match=r"x.warc.gz: is no WARC"):
        list(read_articles(path))
    path.write_bytes(warc(RECORDS[0], gzipped=False)[:-700])
    assert told(read_articles(path)) == [("https://warta.example/a", "damaged")]


# ---- folders -------------------------------------------------------------------------------------------------------


@needs_web
def test_the_files_of_a_folder_by_name(tmp_path: Path) -> None:
    for name, data in {
        "b/2.txt": b"Senin, 2 Mei 2016\n\nJeda.",
        "b/10.TXT": b"Jeda.",
        "a.html": page(),
        "c.txt.gz": gzip.compress(b"Jeda."),
        "d.txt": b"caf\xe9",
        "e.txt": "Jeda.".encode("utf-16"),
        "f.txt": b" \n",
        "g.warc.gz": warc(RECORDS[0]),
        "h.txt.gz": gzip.compress(b"Jeda.")[:-9],
        "README.md": b"x",
        ".hidden.txt": b"x",
        ".git/x.txt": b"x",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "i.txt").symlink_to(tmp_path / "nowhere")
    outcomes = list(read_articles(tmp_path))
    assert [(x.id, None if isinstance(x, ArticleText) else x.code) for x in outcomes] == [
        ("a.html", None),
        ("c.txt.gz", None),
        ("d.txt", "bad-encoding"),
        ("e.txt", None),
        ("f.txt", "no-text"),
        ("https://warta.example/a", None),
        ("h.txt.gz", "damaged"),
        ("i.txt", "unreadable"),
        ("b/10.TXT", None),
        ("b/2.txt", None),
    ]
    assert isinstance(outcomes[-1], ArticleText)
    assert str(outcomes[-1].published) == "2016-05-02"
    (latin,) = [x for x in read_articles(tmp_path, encoding="latin-1") if x.id == "d.txt"]
    assert isinstance(latin, ArticleText)
    assert latin.text == "café"


@pytest.mark.skipif(sys.platform == "win32", reason="NO PIPES BY NAME ON WINDOWS")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "a.txt")
    assert told(read_articles(tmp_path)) == [("a.txt", "unreadable")]


# ---- kinds ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x", b'{"text": "Jeda."}'),
        ("x.txt", b"Jeda."),
        ("x.txt.xz", lzma.compress(b"Jeda.")),
        ("x.csv", b"text\nJeda.\n"),
        ("x.NDJSON.gz", gzip.compress(b'{"text": "Jeda."}', mtime=0)),
    ],
)
def test_the_name_tells_the_kind(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert [text for _, text in told(read_articles(tmp_path / name))] == ["Jeda."]


def test_a_kind_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="kind must be one of jsonl, csv, text, html, warc, folder, not 'pdf'"):
        next(read_articles("x", kind="pdf"))


def test_articles_go_straight_into_a_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Jeda.")
    reader = ceasefire.Reader(only=[])
    articles = (article for article in read_articles(tmp_path) if isinstance(article, ArticleText))
    assert [report.article.id for report in reader.read_many(articles)] == ["a.txt"]  # type: ignore[union-attr]
