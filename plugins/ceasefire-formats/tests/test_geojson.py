"""GeoJSON: valid by RFC 7946, points where they lie on earth, and a pause's inside and outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geojson
import pytest
from shapely.geometry import shape

import ceasefire
from ceasefire.testing import check_format, factories
from ceasefire_formats.geojson import GeoJSONFormat

Read = tuple[ceasefire.Report, str]


def validate(written: str) -> geojson.FeatureCollection:
    """Raise where it is no GeoJSON; the rules that geojson does not know are those of RFC 7946, sections 3.2 and 4."""
    collection = geojson.loads(written)
    assert isinstance(collection, geojson.FeatureCollection) and collection.is_valid, collection.errors()
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    for feature in json.loads(written)["features"]:
        assert {"type", "geometry", "properties"} <= set(feature)
        if feature["geometry"] is not None:
            place = shape(feature["geometry"])
            assert place.is_valid and -180 <= place.x <= 180 and -90 <= place.y <= 90
    return collection


def written(report: ceasefire.Report, text: str) -> list[Any]:
    features: list[Any] = json.loads(GeoJSONFormat().render(report, text))["features"]
    return features


def test_all_articles_are_valid_and_have_all_regions_and_scopes(read_articles: list[Read]) -> None:
    for report, text in read_articles:
        collection = validate(GeoJSONFormat().render(report, text))
        scopes = sum(len(pause.scope.includes) + len(pause.scope.excludes) for pause in report.pauses)
        assert len(collection["features"]) == len(report.regions) + scopes, report.article.id


def test_strange_texts_are_valid(strange_articles: list[Read]) -> None:
    for report, text in strange_articles:
        validate(GeoJSONFormat().render(report, text))


def test_aleppo_lies_east_of_greenwich_and_outside_the_calm(seed: Read) -> None:
    features = written(*seed)
    aleppo = next(feature for feature in features if feature["properties"]["name"] == "Aleppo")
    assert aleppo["geometry"] == {"type": "Point", "coordinates": [37.16, 36.2]}
    calm = [feature["properties"] for feature in features if feature["properties"].get("pause_kind") == "calm"]
    assert [(each["layer"], each["name"]) for each in calm] == [
        ("inside", "Damaskus"),
        ("inside", "Latakia"),
        ("outside", "Aleppo"),
    ]
    report, text = seed
    for each in calm:
        assert text[each["start"] : each["end"]] == each["text"]
    assert {feature["properties"]["published"] for feature in features} == {"2016-05-02"}
    assert {feature["properties"]["article"] for feature in features} == {report.article.id}


def test_an_actor_in_a_scope_is_a_feature_without_geometry(seed: Read) -> None:
    left_out = [each for each in written(*seed) if each["properties"].get("actor")]
    assert ("outside", "Al Qaeda") in [(each["properties"]["layer"], each["properties"]["name"]) for each in left_out]
    assert all(each["geometry"] is None for each in left_out)


@pytest.mark.parametrize(("lat", "lon"), [(None, 20.0), (20.0, None), (91.0, 0.0), (0.0, 180.5), (float("nan"), 1.0)])
def test_a_place_that_is_nowhere_has_no_geometry(lat: float | None, lon: float | None) -> None:
    text = "Strelsau"
    region = factories.region("Strelsau", in_text=text, lat=lat, lon=lon)
    (feature,) = written(factories.report(text, region), text)
    assert feature["geometry"] is None


def test_it_keeps_the_contract_of_formats(seed: Read) -> None:
    check_format(GeoJSONFormat, validate=validate, reports=[seed])


# ---- the command -------------------------------------------------------------------------------------------------


def test_many_reports_make_one_collection(ceasefire_command: Callable[..., Any], tmp_path: Path, seed: Read) -> None:
    report, _ = seed
    place = factories.report(
        "Strelsau", factories.region("Strelsau", in_text="Strelsau", lat=1, lon=2), id="lain\ud800"
    )
    error = {"article": {"id": "rusak", "line": 2}, "error": {"code": "bad-json", "message": "the line is no JSON"}}
    lines = [ceasefire.to_json(report), json.dumps(error), ceasefire.to_json(place)]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    done = ceasefire_command("geojson", "reports.jsonl", "-o", "places.geojson")
    assert (done.returncode, done.stderr) == (0, "ceasefire: 1 of 3 articles could not be read\n")
    collection = validate((tmp_path / "places.geojson").read_text("utf-8"))
    ids = [feature["id"] for feature in collection["features"]]
    assert ids[0] == "suriah-2016-05-02/r1" and ids[-1] == "lain\ud800/r1"
    assert collection["features"][-1]["geometry"]["coordinates"] == [2, 1]


def test_no_report_makes_an_empty_collection(ceasefire_command: Callable[..., Any]) -> None:
    assert validate(ceasefire_command("geojson").stdout)["features"] == []


def test_a_line_that_is_no_report_leaves_no_file(
    ceasefire_command: Callable[..., Any], tmp_path: Path, seed: Read
) -> None:
    (tmp_path / "reports.jsonl").write_text(ceasefire.to_json(seed[0]) + "\n{}\n", "utf-8")
    done = ceasefire_command("geojson", "reports.jsonl", "-o", "places.geojson")
    assert done.returncode == 1 and "reports.jsonl" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["reports.jsonl"]
