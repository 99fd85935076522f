"""Reports to JSON and back."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceasefire
from ceasefire import JSONError, from_dict, from_json, to_dict, to_json
from ceasefire.models import (
    Actor,
    Article,
    Casualty,
    Count,
    Diagnostic,
    Moment,
    Pause,
    PauseEvent,
    Reference,
    Region,
    Report,
    Scope,
    ScopePart,
    Span,
    Statement,
    Time,
)
from ceasefire.vocabulary import Term, Vocabulary

TEXT = "Jeda di luar Kota Lama diperpanjang 24 jam, kata Budi dari Palang Merah. Dua orang tewas."


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"span": Span(start, start + len(words)), "text": words}


def full_report() -> Report:
    """A report in which every field of every model holds something."""
    length = Time("t1", **at("24 jam"), type="DURATION", value="PT24H", mod="APPROX", start=None, end=None, by="x:len")
    body = Actor("a1", "Palang Merah", "organisation", None, None, None, (Reference(**at("Palang Merah")),))
    budi = Actor("a2", "Budi", "person", "ID", "juru bicara", body, (Reference(**at("Budi")),))
    wide = Region("r1", "Kota", "city", "SY", None, 170063, 36.2, 37.16, (Reference(**at("Kota")),))
    old = Region("r2", "Kota Lama", "district", "SY", wide, None, None, None, (Reference(**at("Kota Lama")),))
    told = at("diperpanjang")
    pause = Pause(
        id="p1",
        label="Jeda",
        kind="truce",
        status="extended",
        declared_by=(budi,),
        parties=(body,),
        brokers=(budi, body),
        scope=Scope(
            (ScopePart(None, body, "whole", **at("Palang Merah"), cue=None, rule="x:in"),),
            (ScopePart(old, None, "part", **at("Kota Lama"), cue=at("di luar")["span"], rule="x:out"),),
        ),
        announced=Moment("2016-05-01", None),
        starts=None,
        ends=Moment("2016-05-03", length),
        duration="PT24H",
        duration_time=length,
        events=(PauseEvent("extended", budi, old, "PT24H", None, **told, times=(length,), rule="x:event"),),
        mentions=(Reference(**at("Jeda")),),
        by="x:pause",
    )
    dead = Casualty(
        id="c1",
        **at("Dua orang"),
        outcome="killed",
        count=Count(2, 2, "Dua"),
        victims="people",
        source=budi,
        cause="tembakan",
        blamed_on=(body,),
        region=wide,
        time=length,
        by="x:dead",
    )
    said = Statement(
        "s1", **at(TEXT[:40]), form="indirect", speaker=budi, verb="kata", via=body, date=length, stance="confirms",
        about=pause, by="x:said",
    )  # fmt: skip
    return Report(
        Article("x", "Judul", "https://example.org", "id", "2016-05-02", "Asia/Jakarta", len(TEXT), "00"),
        times=(length,),
        actors=(body, budi),
        regions=(wide, old),
        casualties=(dead,),
        pauses=(pause,),
        statements=(said,),
        diagnostics=(Diagnostic("info", "x", "a-code", "One line.", Span(0, 4)), Diagnostic("error", "x", "y", "z")),
    )


# ---- writing -----------------------------------------------------------------------------------------------------


def test_models_of_a_list_are_written_whole_there_and_as_their_id_elsewhere() -> None:
    written = to_dict(full_report())
    pause = written["pauses"][0]
    assert pause["declared_by"] == ["a2"]
    assert pause["scope"]["excludes"][0]["region"] == "r2"
    assert pause["ends"] == {"value": "2016-05-03", "time": "t1"}
    assert written["actors"][1]["member_of"] == "a1"
    assert written["regions"][1]["within"] == "r1"
    assert written["statements"][0]["about"] == "p1"
    assert written["times"][0]["span"] == {"start": 36, "end": 42}


def test_keys_stand_in_the_order_of_the_contract() -> None:
    written = to_dict(full_report())
    assert list(written) == [
        "schema", "article", "times", "actors", "regions", "casualties", "pauses", "statements", "diagnostics",
    ]  # fmt: skip
    assert written["schema"] == "ceasefire/1"


def test_json_is_one_line_that_any_file_and_any_reader_of_lines_can_hold() -> None:
    odd = "a\ud800b\u2028c\x85d\ne"
    report = Report(attrs.evolve(full_report().article, title=odd))
    text = to_json(report)
    assert len(text.splitlines()) == 1
    text.encode("utf-8")
    assert from_json(text).article.title == odd


def test_letters_are_written_as_they_are() -> None:
    report = Report(attrs.evolve(full_report().article, title="“Jeda” عربي"))
    assert "“Jeda” عربي" in to_json(report)
    assert to_json(report, indent=2).startswith('{\n  "schema"')


def test_a_number_that_json_lacks_is_refused() -> None:
    region = attrs.evolve(full_report().regions[0], lat=float("nan"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(attrs.evolve(full_report(), regions=(region,)))


# ---- there and back ----------------------------------------------------------------------------------------------


def test_a_full_report_comes_back_equal() -> None:
    report = full_report()
    assert from_json(to_json(report)) == report
    assert from_json(to_json(report, indent=1).encode()) == report
    assert from_dict(to_dict(report)) == report


@given(data=st.data())
def test_any_report_comes_back_equal(reports: st.SearchStrategy[Report], data: st.DataObject) -> None:
    report = data.draw(reports)
    text = to_json(report)
    assert from_json(text) == report
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize(("layer", "field"), [("actors", "member_of"), ("regions", "within")])
def test_a_larger_one_is_held_without_its_own(layer: str, field: str) -> None:
    first = to_dict(full_report())[layer][0]
    written = to_dict(Report(full_report().article))
    written[layer] = [{**first, "id": f"x{n}", field: f"x{n % 3 + 1}"} for n in (1, 2, 3)]
    report = from_dict(written)
    outer = getattr(getattr(report, layer)[0], field)
    assert (outer.id, getattr(outer, field)) == ("x2", None)
    assert from_json(to_json(report)) == report


def test_a_byte_order_mark_is_no_fault() -> None:
    report = full_report()
    assert from_json("\ufeff" + to_json(report)) == report
    assert from_json(b"\xef\xbb\xbf" + to_json(report).encode()) == report


# ---- faults ------------------------------------------------------------------------------------------------------


def faults(data: Any, **options: Any) -> dict[str, str]:
    with pytest.raises(JSONError) as caught:
        (from_json if isinstance(data, (str, bytes)) else from_dict)(data, **options)
    assert str(caught.value)
    return {fault.path: fault.message for fault in caught.value.faults}


def spoilt(path: str, value: Any) -> dict[str, Any]:
    """The full report in JSON, with one value replaced: `pauses/0/kind`; `...` takes the key out."""
    written: Any = json.loads(to_json(full_report()))
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    inner = written
    for step in way:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return written


@pytest.mark.parametrize(
    ("where", "value", "path", "message"),
    [
        ("pauses/0/frob", 1, "$.pauses[0].frob", "is unknown"),
        ("pauses/0/scope/excludes/0/span/length", 1, "$.pauses[0].scope.excludes[0].span.length", "is unknown"),
        ("frob", 1, "$.frob", "is unknown"),
        ("actors", ..., "$.actors", "is missing"),
        ("actors/0/name", ..., "$.actors[0].name", "is missing"),
        ("actors/1/mentions/0/span", ..., "$.actors[1].mentions[0].span", "is missing"),
        ("diagnostics/0/span", ..., "$.diagnostics[0].span", "is missing"),
        ("schema", "ceasefire/2", "$.schema", "must be 'ceasefire/1', not 'ceasefire/2'"),
        ("article", None, "$.article", "must be an object, not null"),
        ("times", {}, "$.times", "must be a list, not an object"),
        ("times/0", 5, "$.times[0]", "must be an object, not 5"),
        ("actors/0/name", None, "$.actors[0].name", "must be text, not null"),
        ("actors/0/name", 10, "$.actors[0].name", "must be text, not 10"),
        ("actors/0/mentions", "ab", "$.actors[0].mentions", "must be a list, not the text 'ab'"),
        ("times/0/span/start", "36", "$.times[0].span.start", "must be a whole number, not the text '36'"),
        ("times/0/span/start", 36.0, "$.times[0].span.start", "must be a whole number, not 36.0"),
        ("times/0/span/start", True, "$.times[0].span.start", "must be a whole number, not true"),
        ("regions/0/lat", "36.2", "$.regions[0].lat", "must be a number, not the text '36.2'"),
        ("regions/0/lat", False, "$.regions[0].lat", "must be a number, not false"),
        (
            "pauses/0/declared_by/0",
            {},
            "$.pauses[0].declared_by[0]",
            "must be the id of one of the actors, not an object",
        ),
        ("pauses/0/declared_by/0", "a9", "$.pauses[0].declared_by[0]", "there is no actor 'a9'"),
        ("pauses/0/declared_by/0", "r1", "$.pauses[0].declared_by[0]", "there is no actor 'r1'"),
        ("regions/0/within", "r9", "$.regions[0].within", "there is no region 'r9'"),
        ("regions/0/within", "r1", "$.regions[0].within", "is itself"),
        ("actors/1/member_of", "a2", "$.actors[1].member_of", "is itself"),
        ("actors/1/member_of", "a9", "$.actors[1].member_of", "there is no actor 'a9'"),
        ("pauses/0/events/0/times/0", "t9", "$.pauses[0].events[0].times[0]", "there is no time 't9'"),
        ("actors/1/id", "a1", "$.actors[1].id", "is the id of $.actors[0] too"),
        ("pauses/0/status", "asleep", "$.pauses[0].status", "'asleep' is none of proposed, agreed, in_force"),
        ("casualties/0/victims", "cats", "$.casualties[0].victims", "'cats' is none of people"),
        ("diagnostics/0/level", "fatal", "$.diagnostics[0].level", "'fatal' is none of info, warning, error"),
        ("times/0/span/start", -1, "$.times[0].span.start", "is below 0"),
        ("times/0/span/end", 36, "$.times[0].span.end", "must be more than start, 36"),
        ("times/0/span/end", 3, "$.times[0].span.end", "must be more than start, 36"),
        ("times/0/span/end", 9999, "$.times[0].span.end", "is beyond the article, which has 89 code points"),
        ("times/0/text", "24", "$.times[0].text", "has 2 code points, its span 6"),
        ("times/0/text", "24 April 2026", "$.times[0].text", "has 13 code points, its span 6"),
        ("pauses/0/scope/includes/0/actor", None, "$.pauses[0].scope.includes[0]", "either a region or an actor"),
    ],
)
def test_a_fault_is_told_with_its_path(where: str, value: Any, path: str, message: str) -> None:
    found = faults(spoilt(where, value))
    assert path in found
    assert message in found[path]
    assert faults(json.dumps(spoilt(where, value))) == found


def test_all_faults_are_told_at_once() -> None:
    written = spoilt("pauses/0/scope/excludes/0/span/end", "x")
    written["times"][0]["type"] = "WHEN"
    written["statements"][0]["speaker"] = "a7"
    del written["article"]["length"]
    assert list(faults(written)) == [
        "$.article.length",
        "$.pauses[0].scope.excludes[0].span.end",
        "$.times[0].type",
        "$.statements[0].speaker",
    ]


def test_a_layer_that_is_no_list_hides_no_fault_of_the_next() -> None:
    written = spoilt("times", {})
    written["actors"][1]["name"] = 5
    told = list(faults(written))
    assert "$.times" in told
    assert "$.actors[1].name" in told


def test_a_pointer_at_an_item_with_a_fault_of_its_own_is_no_fault() -> None:
    assert list(faults(spoilt("actors/1/name", 5))) == ["$.actors[1].name"]


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "$", "is no JSON"),
        ("{", "$", "is no JSON"),
        ("[1]", "$", "must be an object, not a list"),
        ("null", "$", "must be an object, not null"),
        (b"\xff", "$", "is no JSON"),
        ('{"schema": NaN}', "$", "NaN is no number of JSON"),
        ("[" * 100_000, "$", "is nested too deeply"),
        ('{"times": [], "times": []}', "$.times", "stands twice"),
        ('{"article": {"id": "x", "id": "y"}}', "$.article.id", "stands twice"),
        ('{"times": [{}, {"id": "t1", "id": "t2"}]}', "$.times[1].id", "stands twice"),
    ],
)
def test_what_is_no_json_object(text: str | bytes, path: str, message: str) -> None:
    assert message in faults(text)[path]


def test_a_wider_vocabulary_is_taken_into_account() -> None:
    written = spoilt("casualties/0/victims", "cats")
    wider = Vocabulary([Term("victims", "cats", "cats")])
    assert from_dict(written, vocabulary=wider).casualties[0].victims == "cats"


def test_values_that_installed_plugins_register_are_known(install: Any) -> None:
    source = (
        "from ceasefire import hookimpl\nfrom ceasefire.vocabulary import Term\n"
        "@hookimpl\ndef terms():\n    return [Term('victims', 'cats', 'cats')]\n"
    )
    install("cats", {"cats": "cats_plugin"}, cats_plugin=source)
    assert from_dict(spoilt("casualties/0/victims", "cats")).casualties[0].victims == "cats"


def test_reading_leaves_its_input_alone() -> None:
    written = to_dict(full_report())
    before = json.dumps(written)
    ceasefire.from_dict(written)
    assert json.dumps(written) == before
