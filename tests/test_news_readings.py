"""Gold readings of news that belongs to others are kept without its words, and are whole again beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ceasefire.vocabulary import BUILT_IN
from tools.news_readings import main

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "news"
PACKED = ROOT / "tests" / "articles" / "news"
LAYERS = ("times", "casualties", "pauses", "statements", "actors", "regions")
#: values that no closed list holds: names of files, ids, digests, keys, days, lengths, countries
WORDLESS = re.compile(
    r"(antara-2007\.txt|detik\.jsonl|headlines-2023-2025\.tsv)|(HL|an\d|dt|detik)-\d+|[0-9a-f]{64}|[pn]\d+|Asia/Jakarta"
    r"|\d[\dTZWHQ:+-]*(T(MO|AF|EV|NI)|-WE|-(WI|SP|SU|FA))?|P(T?[\dX]+[YMWDHS])+|(PAST|PRESENT|FUTURE)_REF|[A-Z]{2}"
)
CLOSED_LISTS = {value for values in BUILT_IN.values() for value in values}

LINES = (
    "Kapal tiba di Kota Baru, Senin.",
    "Kota Lama, Selasa - Laskar Utara mengumumkan jeda tiga hari, kata Walikota Sari.",
    "“Kami pegang jeda itu,” kata SARI; walikota itu menyebut dua orang tewas Selasa.",
    "Pasar dibuka.",
)
TEXT = f"{LINES[1]}\n{LINES[2]}"
HEADLINE = "Laskar Utara dan Selatan Sepakati Jeda"


def reading(**fields: Any) -> dict[str, Any]:
    layers: dict[str, Any] = {layer: [] for layer in LAYERS}
    return {"published": "2031-04-08", "timezone": "Asia/Jakarta", **layers, **fields}


def pause(key: str, label: str, **fields: Any) -> dict[str, Any]:
    slots: dict[str, Any] = {slot: [] for slot in ("declared_by", "parties", "brokers", "includes", "excludes")}
    days = dict.fromkeys(("announced", "starts", "ends", "duration"))
    given = {"key": key, "label": label, "kind": "truce", "status": "agreed"}
    return {**given, **days, **slots, "events": [], **fields}


ARTICLE = reading(
    id="wt-1",
    source={"file": "warta.txt", "first_line": 2, "last_line": 3},
    published_guess=True,
    times=[
        {"text": "Selasa", "n": 1, "type": "DATE", "value": "2031-04-08"},
        {"text": "tiga hari", "n": 1, "type": "DURATION", "value": "P3D", "mod": "APPROX"},
        {"text": "Selasa", "n": 2, "type": "DATE", "value": "2031-04-08"},
    ],
    casualties=[
        {"text": "dua orang", "n": 1, "outcome": "killed", "min": 2, "max": None, "victims": "people"}
        | {"source": "Walikota Sari|Laskar Utara"}
    ],
    pauses=[
        pause(
            "p1",
            "jeda tiga hari",
            announced="2031-04-08",
            duration="P3D",
            declared_by=["Laskar Utara"],
            parties=["Laskar Utara|Kota Lama"],
            events=[
                {"type": "announced", "by": "Laskar Utara", "region": None, "duration": "P3D", "date": None},
                {"type": "confirmed", "by": "Walikota Sari", "region": "Kota Lama", "duration": None, "date": None},
            ],
        ),
        pause("p2", "jeda"),
    ],
    statements=[
        {"text": "Kami pegang jeda itu", "n": 1, "form": "direct", "stance": "confirms", "about": "p1"}
        | {"speaker": "Walikota Sari"},
        {"head": "dua orang", "n": 1, "form": "indirect", "stance": None, "about": None, "speaker": "Walikota Sari"},
    ],
    actors=[
        {"name": "Laskar Utara", "kind": "armed_group", "aliases": []},
        {"name": "Walikota Sari", "kind": "person", "aliases": ["SARI", "walikota"]},
    ],
    regions=[{"name": "Kota Lama", "kind": "city", "country": None, "aliases": []}],
)
ANCHORS = {
    "id": "wt-1",
    "pauses": {"p1": [{"text": "jeda", "n": 1}, {"text": "jeda itu", "n": 1}], "p2": [{"text": "jeda", "n": 2}]},
    "other": [{"text": "Kota", "n": 1}],
    "events": {"p1": [{"text": "mengumumkan", "n": 1}, None], "p2": []},
}
RECORD = reading(id="wr-1", source={"file": "berita.jsonl", "id": "berita-7"}, regions=ARTICLE["regions"])
TITLE = reading(
    id="HL-1",
    source={"file": "judul.tsv", "line": 2},
    pauses=[pause("p1", "Jeda", parties=["Laskar Utara", "Selatan"])],
    actors=[{"name": name, "kind": "armed_group", "aliases": []} for name in ("Laskar Utara", "Selatan")],
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of invented news."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "warta.txt").write_bytes("\r\n".join(LINES).encode())
    articles = ({"id": f"berita-{n}", "text": f"{n} kapal tiba di Kota Lama.\n"} for n in (6, 7))
    (folder / "berita.jsonl").write_text("".join(f"{json.dumps(x)}\n" for x in articles), "utf-8")
    rows = f"2031-04-07\tWarta\tPasar Dibuka\n2031-04-08\tWarta\t{HEADLINE}\n"
    (folder / "judul.tsv").write_text(rows, "utf-8")
    return folder


def annotated(folder: Path, gold: dict[str, Any], text: str, anchors: dict[str, Any] | None = None) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{gold['id']}.txt").write_bytes(text.encode())
    (folder / f"{gold['id']}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    if anchors:
        (folder / f"{gold['id']}.anchors.json").write_text(json.dumps(anchors, ensure_ascii=False), "utf-8")


def there_and_back(tmp_path: Path, news: Path) -> tuple[Path, Path]:
    packed, made = tmp_path / "packed" / "all.jsonl", tmp_path / "made"
    assert main(["pack", str(tmp_path / "gold"), "--news", str(news), "-o", str(packed)]) == 0
    assert main(["unpack", str(packed), "--news", str(news), "-o", str(made)]) == 0
    return packed, made


def content(folder: Path) -> dict[str, Any]:
    files = {file.name: file.read_bytes().decode() for file in folder.iterdir()}
    return {name: json.loads(text) if name.endswith(".json") else text for name, text in files.items()}


def test_what_is_unpacked_is_what_was_annotated(tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotated(tmp_path / "gold", ARTICLE, TEXT, ANCHORS)
    annotated(tmp_path / "gold", RECORD, "7 kapal tiba di Kota Lama.\n")
    annotated(tmp_path / "gold", TITLE, HEADLINE)
    packed, made = there_and_back(tmp_path, news)
    assert content(made) == content(tmp_path / "gold")
    assert capsys.readouterr().err == ""
    words = set(re.findall(r"[^\W\d]{4,}", TEXT + HEADLINE)) - {"walikota"}
    assert not words & set(re.findall(r"[^\W\d]{4,}", packed.read_text("utf-8")))


def test_keys_of_pauses_tell_nothing(tmp_path: Path, news: Path) -> None:
    named = json.loads(json.dumps([ARTICLE, ANCHORS]).replace('"p1"', '"laskar"').replace('"p2"', '"kota"'))
    annotated(tmp_path / "gold", named[0], TEXT, named[1])
    packed, made = there_and_back(tmp_path, news)
    assert "laskar" not in packed.read_text("utf-8")
    assert content(made)["wt-1.gold.json"] == ARTICLE
    assert content(made)["wt-1.anchors.json"] == ANCHORS


def test_names_that_the_text_does_not_hold(tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actors = [
        {"name": "LASKAR-UTARA", "kind": "armed_group", "aliases": []},  # worded otherwise, but worded
        {"name": "Wali Kota Sari", "kind": "person", "aliases": ["Walikota Sari"]},
        {"name": "Dewan Rassendyll", "kind": "organisation", "aliases": []},
        {"name": "Bupati Tarlenheim", "kind": "person", "aliases": []},
    ]
    brokers = ["Wali Kota Sari", "Dewan Rassendyll", "Dewan Rassendyll|Laskar Utara"]
    pauses = [pause("p1", "jeda", declared_by=["LASKAR-UTARA"], brokers=brokers)]
    annotated(tmp_path / "gold", ARTICLE | {"actors": actors, "pauses": pauses, "statements": []}, TEXT)
    _, made = there_and_back(tmp_path, news)
    gold = content(made)["wt-1.gold.json"]
    assert [(actor["name"], actor["aliases"]) for actor in gold["actors"]] == [
        ("Laskar Utara", []),
        ("Walikota Sari", []),
        ("n1", []),
    ]
    assert gold["pauses"][0]["declared_by"] == ["Laskar Utara"]
    assert gold["pauses"][0]["brokers"] == ["Walikota Sari", "n1", "Laskar Utara"]
    complaints = capsys.readouterr().err
    assert [line.split()[1] for line in complaints.splitlines()] == [
        "actors[1].name",
        "actors[2].name",
        "actors[3].name",
        "p1.brokers[1]",
    ]
    assert "Rassendyll" not in complaints


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda file: file.unlink(), r"warta\.txt is not there; the news belongs to others"),
        (lambda file: file.write_text("\n".join(reversed(LINES))), r"not what was annotated: the text differs of wt-1"),
        (lambda file: file.write_text(""), r"the text differs of wt-1"),
    ],
)
def test_other_news_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], news: Path, change: Any, complaint: str
) -> None:
    annotated(tmp_path / "gold", ARTICLE, TEXT)
    packed, _ = there_and_back(tmp_path, news)
    other, made = tmp_path / "other", tmp_path / "refused"
    other.mkdir()
    (other / "warta.txt").write_text("\n".join(LINES))
    change(other / "warta.txt")
    assert main(["unpack", str(packed), "--news", str(other), "-o", str(made)]) == 1
    assert re.search(complaint, capsys.readouterr().err)
    assert not made.exists()


def test_a_record_that_is_gone_is_refused(tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotated(tmp_path / "gold", RECORD | {"source": {"file": "berita.jsonl", "id": "berita-8"}}, "x")
    assert main(["pack", str(tmp_path / "gold"), "--news", str(news), "-o", str(tmp_path / "x.jsonl")]) == 1
    assert "berita.jsonl has no id berita-8" in capsys.readouterr().err


def test_a_text_that_is_not_its_sources_is_not_packed(
    tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(tmp_path / "gold", ARTICLE, f"{TEXT}\n")
    assert main(["pack", str(tmp_path / "gold"), "--news", str(news), "-o", str(tmp_path / "x.jsonl")]) == 1
    assert "wt-1: warta.txt holds another text than was annotated" in capsys.readouterr().err


# ---- the project's own -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(PACKED.glob("*/*.jsonl")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_words_of_the_news_are_kept(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    odd = {int(json.loads(line)["id"].rsplit("-", 1)[1]) % 2 for line in lines}
    assert odd == {1 if file.parent.name == "open" else 0}
    kept = {value for line in lines for value in values_in(json.loads(line))} - CLOSED_LISTS
    assert not sum(WORDLESS.fullmatch(value) is None for value in kept)  # without showing what stands in closed ones


def values_in(item: Any) -> Iterator[str]:
    """All that is written out in a reading."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict | list):
        for inner in item.values() if isinstance(item, dict) else item:
            yield from values_in(inner)


@pytest.mark.skipif(not SHARED.exists(), reason="THE NEWS IS NOT BESIDE THIS CHECKOUT: ITS READINGS ARE NOT UNPACKED")
@pytest.mark.parametrize("folder", ["open", "closed"])
def test_the_readings_fit_the_news(tmp_path: Path, folder: str) -> None:
    files = sorted((PACKED / folder).glob("*.jsonl"))
    assert main(["unpack", *map(str, files), "--news", str(SHARED), "-o", str(tmp_path)]) == 0
    readings = sum(len(file.read_text("utf-8").splitlines()) for file in files)
    assert len(list(tmp_path.glob("*.txt"))) == len(list(tmp_path.glob("*.gold.json"))) == readings
