"""What was read in a sentence, layer by layer: the items of the report, or the mentions that they were made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import attrs

from ceasefire.document import Document
from ceasefire.mentions import Mention, NumberMention, PauseFactMention
from ceasefire.models import Report, Span
from ceasefire.testing.errors import CorpusError

__all__ = ["Got", "Source", "got_listed", "got_marked"]

#: whether items of the report are compared or the mentions on the document
Source = Literal["report", "mentions"]

#: the lists of a report that are compared with lists of a corpus; numbers are mentions
LISTS = ("times", "actors", "regions", "casualties", "pauses", "statements", "diagnostics", "numbers")

#: the layers of marks, each with the list of the report that holds its items
_SPANNED = {"time": "times", "casualty": "casualties", "statement": "statements"}
_REFERRED = {"actor": "actors", "region": "regions", "pause": "pauses"}
_OF_A_PAUSE = ("scope", "event")


@attrs.frozen(eq=False)
class Got:
    """One thing that was read, at one place of the text."""

    #: the mention or model; with `pause` and the like beside it in a mapping, where the model lacks them
    item: Any
    #: null of what has no one place: an actor of a list, a diagnostic about the whole
    span: Span | None
    #: its words, name or label
    called: str
    #: plugin and rule, where it says so
    by: str | None


def got_listed(document: Document, report: Report, layer: str) -> list[Got]:
    """What a list of the report holds, in its order."""
    items = document.of(NumberMention) if layer == "numbers" else getattr(report, layer)
    return [_got(item, getattr(item, "span", None), document.text) for item in items]


def got_marked(document: Document, report: Report, layer: str, source: Source) -> list[Got]:
    """What was read in a layer of marks, at each place where it stands in the text.

    An actor, region or pause of a report stands wherever it is named or pointed at. Raises `CorpusError` for an
    unknown layer.
    """
    text = document.text
    if source == "mentions" or layer == "number":
        kinds = _mention_layers(document)
        if layer not in kinds:
            raise CorpusError(f"no layer of mentions is called {layer!r}; there are {', '.join(sorted(kinds))}")
        return [_got(mention, mention.span, text) for mention in document.of(kinds[layer])]
    if layer in _SPANNED:
        return [_got(item, item.span, text) for item in getattr(report, _SPANNED[layer])]
    if layer in _REFERRED:
        items = getattr(report, _REFERRED[layer])
        return [_got(item, reference.span, text) for item in items for reference in item.mentions]
    if layer in _OF_A_PAUSE:
        return [_got(part, part[""].span, text) for part in _parts(report, layer)]
    if kind := _mention_layers(document).get(layer):
        raise CorpusError(f'{kind.__name__} is a mention type: set source = "mentions" to compare {layer!r}')
    layers = ", ".join([*_SPANNED, *_REFERRED, *_OF_A_PAUSE, "number"])
    raise CorpusError(f"no layer of a report is called {layer!r}; there are {layers}")


def layer_of(kind: type[Mention]) -> str:
    """The word for a mention type in marks: its name in small letters without `Mention`; `fact` for pause facts."""
    return "fact" if kind is PauseFactMention else kind.__name__.removesuffix("Mention").lower()


def _mention_layers(document: Document) -> dict[str, type[Mention]]:
    return {layer_of(kind): kind for kind in [*_known_mentions(), *document.types()]}


def _known_mentions() -> Iterator[type[Mention]]:
    """All mention types that have been defined, a plugin's own too."""
    waiting = list(Mention.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        yield kind


def _parts(report: Report, layer: str) -> Iterator[dict[str, Any]]:
    for pause in report.pauses:
        if layer == "event":
            yield from ({"": event, "pause": pause} for event in pause.events)
        else:
            yield from ({"": part, "pause": pause, "direction": "include"} for part in pause.scope.includes)
            yield from ({"": part, "pause": pause, "direction": "exclude"} for part in pause.scope.excludes)


def _got(item: Any, span: Span | None, text: str) -> Got:
    model = item[""] if isinstance(item, dict) else item
    called = next((getattr(model, f) for f in ("text", "name", "label", "code") if getattr(model, f, None)), None)
    if called is None:
        called = text[span.start : span.end] if span else type(model).__name__
    by = getattr(model, "by", None)
    rule = by if isinstance(by, str) else getattr(model, "rule", None)
    return Got(item, span, str(called), rule)
