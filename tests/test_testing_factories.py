"""Factories and readers: what they make is sound, and what cannot be made is said."""

from __future__ import annotations

import pickle
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import ceasefire
from ceasefire import RegistryError, hookimpl, mentions
from ceasefire.language import PlainLanguage
from ceasefire.mentionforms import form_of
from ceasefire.models import Span
from ceasefire.testing import factories as make
from ceasefire.testing import reader_with
from ceasefire.vocabulary import BUILT_IN, Term

TEXT = "Ruritania told Ruritania of a ceasefire in Strelsau on Monday."

# ---- factories ---------------------------------------------------------------------------------------------------

MENTIONS = {
    mentions.NumberMention: make.number_mention,
    mentions.TimeMention: make.time_mention,
    mentions.ActorMention: make.actor_mention,
    mentions.RegionMention: make.region_mention,
    mentions.CasualtyMention: make.casualty_mention,
    mentions.PauseMention: make.pause_mention,
    mentions.StatementMention: make.statement_mention,
    mentions.ScopeMention: lambda **fields: make.scope_mention(make.pause_mention(), **fields),
    mentions.EventMention: lambda **fields: make.event_mention(make.pause_mention(), **fields),
    mentions.PauseFactMention: lambda **fields: make.pause_fact_mention(make.pause_mention(), **fields),
    mentions.StanceMention: lambda at, **fields: make.stance_mention(
        make.statement_mention(at=at), make.pause_mention(), **fields
    ),
}


def test_there_is_a_factory_for_each_mention_type() -> None:
    named = {getattr(mentions, name) for name in mentions.__all__}
    assert {kind for kind in named if isinstance(kind, type) and issubclass(kind, mentions.Mention)} == {
        *MENTIONS,
        mentions.Mention,
    }


@pytest.mark.parametrize("kind", MENTIONS, ids=lambda kind: kind.__name__)
def test_mentions_with_defaults_are_well_formed(kind: Any) -> None:
    mention = MENTIONS[kind](at=7, by="toy:rule")
    assert type(mention) is kind
    assert form_of(kind).fault(mention, 100) is None
    assert mention.span.start == 7 and mention.by == "toy:rule"
    for field, values in (("outcome", "outcome"), ("victims", "victims"), ("form", "form")):
        if kind is not mentions.NumberMention and hasattr(mention, field):
            assert getattr(mention, field) in BUILT_IN[values]


def test_words_stand_where_one_says() -> None:
    assert make.span_of("Monday") == Span(0, 6)
    assert make.span_of("Ruritania", TEXT) == Span(0, 9)
    assert make.span_of("Ruritania", TEXT, 1) == Span(15, 24)
    assert make.actor_mention(in_text=TEXT, at=1).span == Span(15, 24)
    assert make.time("D+3", span=Span(4, 7)).span == Span(4, 7)
    with pytest.raises(ValueError, match="the text does not hold 'Zenda'"):
        make.region("Zenda", in_text=TEXT)
    with pytest.raises(ValueError, match="needs words"):
        make.time("")


def test_a_field_that_there_is_not_is_an_error() -> None:
    with pytest.raises(TypeError, match="a Time has no field 'vaule'; it has by, end, id"):
        make.time(vaule="2016")


def test_a_report_numbers_its_items_and_takes_in_what_they_point_at() -> None:
    state = make.actor(in_text=TEXT, at=1)
    body = make.actor("told", in_text=TEXT, kind="government", member_of=state)
    monday = make.time(in_text=TEXT)
    pause = make.pause(
        in_text=TEXT,
        declared_by=(body,),
        starts=make.moment("2016-05-02", monday),
        includes=[make.scope_part(make.region(in_text=TEXT))],
    )
    report = make.report(TEXT, pause, make.diagnostic(), published="2016-05-02")
    assert [(actor.id, actor.name) for actor in report.actors] == [("a1", "told"), ("a2", "Ruritania")]
    assert report.pauses[0].declared_by[0] is report.actors[0]
    assert report.actors[0].member_of is report.actors[1]
    assert report.pauses[0].starts and report.pauses[0].starts.time is report.times[0]
    assert [region.id for region in report.regions] == ["r1"]
    assert ceasefire.from_json(ceasefire.to_json(report)) == report


def test_equal_items_are_two() -> None:
    report = make.report(TEXT, make.actor(in_text=TEXT), make.actor(in_text=TEXT))
    assert [actor.id for actor in report.actors] == ["a1", "a2"]


def test_a_report_refuses_what_it_does_not_list() -> None:
    with pytest.raises(TypeError, match="a report lists no TimeMention"):
        make.report(TEXT, make.time_mention())
    with pytest.raises(ValueError, match="Actor 'Ruritania': its span 1–10 holds 'uritania '"):
        make.report(TEXT, make.actor(at=1))


# ---- readers -----------------------------------------------------------------------------------------------------


class Days:
    name, language = "days", "*"
    needs: frozenset[Any] = frozenset()
    uses: frozenset[Any] = frozenset()
    gives = frozenset({mentions.TimeMention})

    def extract(self, document: Any) -> list[mentions.TimeMention]:
        return [make.time_mention("Monday", at=start, by="days:day") for start in document.where("monday")]


class Counted:
    name, description, media_type = "counted", "how many times there are", "text/plain"

    def render(self, report: ceasefire.Report, text: str) -> str:
        return str(len(report.times))


class Tetum(PlainLanguage):
    code = "tet"


def test_a_reader_has_just_what_it_is_given() -> None:
    reader = reader_with(Days(), Counted(), Tetum(), Term("outcome", "conscripted", "pressed into service"))
    assert [extractor.name for extractor in reader.registry.extractors] == ["days"]
    assert sorted(reader.registry.formats) == ["counted", "json", "text"]
    assert reader.registry.language("tet").code == "tet"
    assert ("outcome", "conscripted") in reader.registry.vocabulary
    assert len(reader.read(TEXT).times) == 1


def test_a_reader_takes_plugins_too_and_can_be_pickled() -> None:
    plugin = SimpleNamespace(extractors=hookimpl(lambda: [Days()]))
    assert len(reader_with(plugin).read(TEXT).times) == 1
    module = ModuleType("days_module")
    module.extractors = plugin.extractors  # type: ignore[attr-defined]
    assert len(reader_with(module).read(TEXT).times) == 1
    again = pickle.loads(pickle.dumps(reader_with(PlainLanguage())))
    assert again.registry.extractors == ()


def test_two_formats_and_extractors_of_one_name_go_together() -> None:
    named = type("Named", (Counted,), {"name": "days"})
    reader = reader_with(Days(), named())
    assert "days" in reader.registry.formats and reader.registry.extractors[0].name == "days"


def test_a_reader_is_strict_unless_told_otherwise() -> None:
    class Fails(Days):
        def extract(self, document: Any) -> list[mentions.TimeMention]:
            raise LookupError("nothing there")

    with pytest.raises(ceasefire.ExtractorError, match="nothing there"):
        reader_with(Fails()).read(TEXT)
    (diagnostic,) = reader_with(Fails(), strict=False).read(TEXT).diagnostics
    assert diagnostic.level == "error"


def test_what_cannot_be_read_with_is_an_error() -> None:
    with pytest.raises(TypeError, match="Days is a class; give an instance"):
        reader_with(Days)
    with pytest.raises(TypeError, match="3 is neither the name of a plugin nor an extractor"):
        reader_with(3)
    with pytest.raises(RegistryError, match="no plugin is called 'dayz'"):
        reader_with("dayz")
    with pytest.raises(
        RegistryError, match=r"^Term\(list='colour', .*\): no closed list is called 'colour'; there are"
    ):
        reader_with(Term("colour", "red", "as blood"))
    problems = reader_with(Term("colour", "red", "as blood"), strict=False).registry.problems
    assert [problem.code for problem in problems] == ["bad-term"]
