"""Whatever an extractor gives, well formed or not, the report is sound and the article is read to its end."""

from __future__ import annotations

from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import ceasefire
from ceasefire import mentions
from ceasefire.mentions import Anaphor, Mention
from ceasefire.models import Diagnostic, Span
from ceasefire.vocabulary import BUILT_IN

TEXT = "Senin Selasa Rabu, kata Kamis. “Jumat Sabtu.”\n\nMinggu."
KINDS: list[type[Mention]] = [
    kind
    for name in mentions.__all__
    if isinstance(kind := getattr(mentions, name), type) and issubclass(kind, Mention) and kind is not Mention
]


class Unshowable:
    """Its every word is a lie, or an exception."""

    def __repr__(self) -> str:
        raise RuntimeError("not to be shown")

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("not to be compared")

    __hash__ = None  # type: ignore[assignment]


SOUND_SPANS = st.integers(0, len(TEXT) - 1).flatmap(
    lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(TEXT)))
)
SPANS = SOUND_SPANS | st.sampled_from(
    [Span(0, 0), Span(9, 6), Span(-1, 3), Span(0, 10**9), Span(0.0, 1), Span("a", None)]  # type: ignore[arg-type]
)
VALUES = st.sampled_from(sorted({value for values in BUILT_IN.values() for value in values}))
SLOTS = st.sampled_from(["declared_by", "parties", "announced", "starts", "ends", "duration", "status", "include"])
ODD = st.sampled_from(
    [
        *(None, True, 0, -5, 10**400, 1.5, float("nan"), float("inf")),
        *("", "x" * 2000, "\ud800", "\x00", "P3D", "XXXX"),
        "2016-05-02",
        "2016-13-99",
        b"x",
        (),
        ("x",),
        (None,),
        frozenset(),
        frozenset({5}),
        {},
        [],
        object(),
        Unshowable(),
        *(Anaphor(), Anaphor(kinds=None), Anaphor(heads=frozenset({5})), Anaphor(nearest="nobody")),  # type: ignore[arg-type]
    ]
)


@st.composite
def _given(draw: st.DrawFn) -> list[Any]:
    """Mentions of all kinds, sound or with anything in any field, and what is none."""
    made: list[Any] = []
    for _ in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from([*KINDS, mentions.PauseMention, mentions.PauseMention]))
        wild = draw(st.integers(0, 7)) == 7
        fields: dict[str, Any] = {}
        for field in attrs.fields(kind):
            if field.name == "by":
                fields["by"] = "fake:rule"
            elif wild and draw(st.integers(0, 3)) == 3:
                fields[field.name] = draw(ODD | SPANS | VALUES)
            elif (closed := _closed_list(kind, field.name)) and (field.default is attrs.NOTHING or draw(st.booleans())):
                fields[field.name] = draw(st.sampled_from(sorted(BUILT_IN[closed])))
            elif (sound := _sound(draw, str(field.type), made)) is not attrs.NOTHING:
                fields[field.name] = sound
            elif field.default is attrs.NOTHING:
                fields[field.name] = None
        made.append(kind(**fields))
    return [*made, *draw(st.lists(ODD, max_size=2))]


def _closed_list(kind: type[Mention], field: str) -> str | None:
    names = (f"{kind.__name__.removesuffix('Mention').lower()}_{field}", field)
    return next((name for name in names if name in BUILT_IN), None)


def _sound(draw: st.DrawFn, hint: str, made: list[Any]) -> Any:
    """A value as the annotation wants it, or nothing where the default will do."""
    pointed = [mention for mention in made if type(mention).__name__ in hint]
    if "Mention" in hint:
        chosen = draw(st.sampled_from(pointed)) if pointed and draw(st.integers(0, 3)) < 3 else None
        if "tuple" in hint:
            return (chosen,) if chosen else ()
        return chosen
    if hint.startswith("Span"):
        return draw(SOUND_SPANS)
    if hint in ("str", "str | None"):
        return draw(VALUES | st.sampled_from(["Senin", "2016-05-02", "P3D"]))
    if hint == "int | None":
        return draw(st.none() | st.integers(0, 9))
    if "FactSlot" in hint:
        return draw(SLOTS)
    return "include" if "include" in hint else attrs.NOTHING


@pytest.mark.parametrize("trace", [False, True])
@settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])  # nonsense need not be made short
@given(given_=_given())
def test_any_nonsense_leaves_a_sound_report(reader_with: Any, extractor: Any, trace: bool, given_: list[Any]) -> None:
    day = mentions.TimeMention(span=Span(0, 5), by="good:day", type="DATE", value=None)
    good = extractor("good", lambda document: [day])
    fake = extractor("fake", lambda document: given_, gives=KINDS)
    document, report = reader_with(good, fake, trace=trace).read_with_document(TEXT, "2016-05-02")
    assert day in document.of(mentions.TimeMention)
    assert all(isinstance(diagnostic, Diagnostic) for diagnostic in report.diagnostics)
    written = ceasefire.to_json(report)
    assert ceasefire.from_json(written) == report
    jsonschema.validate(ceasefire.to_dict(report), ceasefire.json_schema())
