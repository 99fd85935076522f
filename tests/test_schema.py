"""The JSON Schema of a report."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire import Reader, json_schema, to_dict
from ceasefire.models import Report
from ceasefire.vocabulary import BUILT_IN, Term, Vocabulary

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(data=st.data())
def test_every_report_is_valid(reports: st.SearchStrategy[Report], data: st.DataObject) -> None:
    VALIDATOR.validate(to_dict(data.draw(reports)))


@given(data=st.data())
def test_what_is_missing_unknown_or_of_a_wrong_type_is_invalid(
    reports: st.SearchStrategy[Report], data: st.DataObject
) -> None:
    written: Any = to_dict(data.draw(reports))
    place = written["article"] if data.draw(st.booleans()) else written
    key = data.draw(st.sampled_from(sorted(place)))
    match data.draw(st.sampled_from(["missing", "unknown", "wrong"])):
        case "missing":
            del place[key]
        case "unknown":
            place["frob"] = 1
        case "wrong":
            place[key] = {"frob": 1}
    assert not VALIDATOR.is_valid(written)


def test_closed_lists_stand_in_the_schema_with_their_meanings() -> None:
    statuses = SCHEMA["$defs"]["Pause"]["properties"]["status"]["oneOf"]
    assert {each["const"]: each["description"] for each in statuses} == BUILT_IN["pause_status"]


def test_a_closed_list_that_may_be_null_says_so() -> None:
    assert {"type": "null"} in SCHEMA["$defs"]["Statement"]["properties"]["stance"]["oneOf"]
    assert {"type": "null"} not in SCHEMA["$defs"]["Statement"]["properties"]["form"]["oneOf"]


def test_a_value_that_a_plugin_registers_stands_in_the_schema(plugin: Any) -> None:
    reader = Reader(plugins={"cats": plugin(terms=[Term("victims", "cats", "cats")])}, only=["cats"])
    victims = json_schema(reader.registry.vocabulary)["$defs"]["Casualty"]["properties"]["victims"]["oneOf"]
    assert victims[-1] == {"const": "cats", "description": "cats"}


def test_each_model_is_described() -> None:
    assert all(definition["description"] for definition in SCHEMA["$defs"].values())
    assert set(SCHEMA["$defs"]) >= {"Time", "Actor", "Region", "Casualty", "Pause", "ScopePart", "PauseEvent", "Span"}


@pytest.mark.parametrize("text", ["", "Gencatan senjata di Aleppo berakhir Senin."])
def test_a_report_of_core_alone_is_valid(text: str) -> None:
    VALIDATOR.validate(to_dict(Reader(only=[]).read(text)))


def test_vocabularies_are_told_apart() -> None:
    assert json_schema(Vocabulary()) == SCHEMA
