"""What a ceasefire is for, where the text tells it: by its name, or in words of purpose after one of its mentions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import attrs
import regex

from ceasefire.language import PlainLanguage
from ceasefire.models import Pause, Report, Span
from ceasefire_cf.coded import Value
from ceasefire_cf.grounding import label_span

__all__ = ["Purposes"]

#: words between a mention and what tells its purpose
_BETWEEN = 12
#: code points after a mention within which a word of its name ends
_NAME = 30


@attrs.frozen
class _Cue:
    """One purpose and the words that tell it."""

    value: str
    #: matches from the end of a mention on
    pattern: regex.Pattern[str]
    #: matches within a mention or right after it; null where the words in a name tell nothing
    name: regex.Pattern[str] | None


class Purposes:
    """Finds purposes in texts of the language for which there are words."""

    def __init__(self) -> None:
        data = tomllib.loads(files("ceasefire_cf").joinpath("purposes.toml").read_text("utf-8"))
        self._language: str = data["language"]
        self._cues = tuple(_cue(purpose, data["verbs_between"]) for purpose in data["purpose"])
        self._sentences = PlainLanguage()

    def of(self, report: Report, pause: Pause, text: str | None) -> tuple[Value, ...]:
        """The purposes of a pause, each once, with the words that tell it; without `text`, only what its kind tells."""
        found: dict[str, tuple[Span, ...]] = {}
        if pause.kind == "humanitarian":
            found["humanitarian"] = label_span(pause)
        if text is not None and report.article.language.partition("-")[0].lower() == self._language:
            for mention in pause.mentions:
                for value, span in self._told(text, mention.span):
                    found.setdefault(value, (span,))
        return tuple(Value(value, spans) for value, spans in found.items())

    def _told(self, text: str, mention: Span) -> Iterator[tuple[str, Span]]:
        """What the rest of a mention's sentence says that it is for."""
        end = text.find("\n", mention.end)
        rest = Span(mention.end, len(text) if end < 0 else end)
        first = next(iter(self._sentences.sentences(text, rest)), rest)
        for cue in self._cues:
            in_name = cue.name and cue.name.search(text, mention.start, min(mention.end + _NAME, rest.end))
            if in_name and in_name.start() <= mention.end + 1:
                yield cue.value, Span(*in_name.span())
            match = cue.pattern.match(text, mention.end, min(first.end, rest.end))
            if match is not None:
                yield cue.value, Span(*match.span("told"))


def _cue(purpose: dict[str, Any], verbs_between: list[str]) -> _Cue:
    allowed = "|".join(verbs_between)
    # A word in lower case with the prefix of a verb has objects and purposes of its own.
    word = rf"(?!(?:me|ber|ter|di)\p{{Ll}}{{3,}}+(?<!\b(?:{allowed}))\b)[\p{{L}}\p{{N}}.-]+"
    words = "|".join(purpose["words"])
    told = f"{purpose['after']}(?:{words})\\b"
    pattern = rf"(?:[\s\"”,]+{word}){{0,{_BETWEEN}}}?[\s,]+(?<!\b(?:bukan|tidak|tanpa)\s)(?P<told>{told})"
    name = regex.compile(rf"\b(?:{words})\b".replace(" ", r"\s+")) if purpose.get("in_names") else None
    return _Cue(purpose["value"], regex.compile(pattern.replace(" ", r"\s+")), name)
