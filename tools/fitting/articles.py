"""Annotated articles as the fit sees them: a document with names and statements, candidates, and what gold says."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from goldnames import GoldNames, same_day, same_value

import ceasefire
from ceasefire_id.decisions import Linear
from ceasefire_id.scope.antecedents import Arrangement, arrange
from ceasefire_id.scope.candidates import NOUNS, CandidateReader
from ceasefire_id.scope.decide import fillers
from ceasefire_id.scope.happenings import features_of_trigger, triggers
from ceasefire_id.scope.known import Known
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.view import Name, View

__all__ = ["Annotated", "anchor", "load", "without_pauses"]

#: how unlikely the best word for an event may be where nobody said which word tells it
_LIKELY = -1.5


class Annotated:
    """One article with its gold reading."""

    def __init__(
        self,
        gold: Mapping[str, Any],
        text: str,
        anchors: Mapping[str, Any] | None,
        reader: ceasefire.Reader,
        candidates: CandidateReader,
    ) -> None:
        self.id: str = gold["id"]
        self.gold, self.text, self.anchors = gold, text, anchors
        document, _ = reader.read_with_document(text, gold["published"], timezone=gold["timezone"])
        self.view = View(document)
        self.candidates = candidates.read(self.view)
        self.names = GoldNames(gold)
        self.pauses: dict[str, Mapping[str, Any]] = {pause["key"]: pause for pause in gold["pauses"]}
        #: which candidate speaks of which gold pause, by `id()`
        self.speaks: dict[int, str] = {}
        #: gold's pauses as the text's candidates make them, by key
        self.arrangements: dict[str, Arrangement] = {}
        #: the events that a word tells, with the key of their pause
        self.told: dict[int, list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
        #: whether all its events have a word, so that a word without one tells none
        self.complete = True
        self._matched: dict[tuple[object, ...], bool] = {}

    # ---- anchors -------------------------------------------------------------------------------------------------

    def settle(self, speaks: Mapping[int, str]) -> None:
        """Take it as given which candidates speak of which pause."""
        self.speaks = dict(speaks)
        for phrase in self.candidates:
            key = self.speaks.get(id(phrase))
            if key is not None:
                arrangement = self.arrangements.setdefault(key, Arrangement(number=len(self.arrangements)))
                arrangement.add(self.view, phrase)

    def follow_anchors(self) -> None:
        """Take pauses and events from the annotators' anchors."""
        assert self.anchors is not None
        spans = [
            (self._place(a), key) for key, named in self.anchors["pauses"].items() if key in self.pauses for a in named
        ]
        self.settle({id(p): key for p in self.candidates if (key := self._touched(p, spans)) is not None})
        for key, words in self.anchors["events"].items():
            for anchored, event in zip(words, self.pauses[key]["events"], strict=True):
                if anchored is not None:
                    self.told[self._word_at(self._place(anchored)[0])].append((key, event))

    def _place(self, anchored: Mapping[str, Any]) -> tuple[int, int]:
        at = -1
        for _ in range(anchored.get("n", 1)):
            at = self.text.index(anchored["text"], at + 1)
        return at, at + len(anchored["text"])

    def _word_at(self, position: int) -> int:
        words = self.view.words
        number = words.first_at(position)
        return number if number < self.view.size and words.starts[number] == position else number - 1

    def _touched(self, phrase: Phrase, spans: Iterable[tuple[tuple[int, int], str]]) -> str | None:
        start = self.view.words.starts[phrase.first]
        end = self.view.words.ends[max(phrase.end, phrase.first + 1) - 1]
        shared = [(min(end, span[1]) - max(start, span[0]), key) for span, key in spans]
        best = max(shared, default=(0, ""), key=lambda pair: pair[0])
        return best[1] if best[0] > 0 else None

    # ---- names ---------------------------------------------------------------------------------------------------

    @property
    def known(self) -> Known:
        """Gold's pauses, in the order of their first mention."""
        return Known(self.view, self.arrangements.values())

    def bearers(self) -> dict[tuple[str, object], list[Name]]:
        """All names by what they mean."""
        found: dict[tuple[str, object], list[Name]] = defaultdict(list)
        for name in self.view.names:
            found[name.key].append(name)
        return found

    def fills(self, name: Name, role: str, filled: Any) -> bool:
        """Whether a name is what gold has in a slot: one name, a list of them, a value."""
        if not filled:
            return False
        if name.sort == "time":
            value = getattr(name.mention, "value", None)
            return same_value(filled, value) if role == "duration" else same_day(filled, value)
        key = (name.key, name.sort, str(filled), role)
        if key not in self._matched:
            wanted = filled if isinstance(filled, list) else [filled]
            place = role in ("includes", "excludes", "region")
            self._matched[key] = any(self.names.match(one, self._called(name), place=place) for one in wanted)
        return self._matched[key]

    def _called(self, name: Name) -> list[str]:
        mention: Any = name.mention
        if name.sort == "region":
            return [mention.name, self.view.document.text_of(mention.span)]
        referent = self.view.referents.of(mention)
        same = referent.mentions if referent is not None else (mention,)
        plain = [m for m in same if m.anaphor is None] or list(same)
        return [word for m in plain for word in (m.name, self.view.document.text_of(m.span))]


def load(folders: Iterable[Path], reader: ceasefire.Reader) -> Iterator[Annotated]:
    """The articles of some folders: `NAME.txt` with `NAME.gold.json` and, for some, `NAME.anchors.json`."""
    candidates = CandidateReader()
    for folder in folders:
        for file in sorted(folder.glob("*.gold.json")):
            gold = json.loads(file.read_text("utf-8"))
            text = file.with_name(f"{gold['id']}.txt").read_bytes().decode("utf-8")
            beside = file.with_name(f"{gold['id']}.anchors.json")
            yield Annotated(
                gold, text, json.loads(beside.read_text("utf-8")) if beside.exists() else None, reader, candidates
            )


def anchor(article: Annotated, scorers: Mapping[str, Linear]) -> bool:
    """Find the anchors of an article without any, by scorers fitted on others; false where they stay in doubt."""
    found = arrange(article.view, article.candidates, scorers["speaks"], scorers["antecedent"])
    keys = list(article.pauses)
    if len(keys) == 1:
        spoken = {id(p) for a in found for p in a.phrases}
        article.settle({id(p): keys[0] for p in article.candidates if id(p) in spoken or p.rule in NOUNS})
    elif len(keys) == len(found):
        where = {key: article.text.casefold().find(article.pauses[key]["label"].casefold()) for key in keys}
        if len(set(where.values())) < len(keys) or -1 in where.values():
            return False
        ordered = sorted(keys, key=lambda key: where[key])
        article.settle({id(p): key for a, key in zip(found, ordered, strict=True) for p in a.phrases})
    elif keys:
        return False
    if set(article.arrangements) != set(keys):
        return False
    _align(article, scorers["event"])
    return True


#: words without which news speaks of no pause: an article with none of them needs no annotator to say that it has none
_PAUSE_WORDS = re.compile(r"gencatan|genjatan|jeda|penghentian (permusuhan|tembak|perang)|truce", re.IGNORECASE)


def without_pauses(files: Iterable[Path], reader: ceasefire.Reader) -> Iterator[Annotated]:
    """The articles of these files that speak of no pause, though they have words that may tell one."""
    candidates = CandidateReader()
    for file in files:
        for line in file.read_text("utf-8").strip().split("\n"):
            article = json.loads(line)
            if not _PAUSE_WORDS.search(article["text"]):
                gold = {"id": article["id"], "published": article["published"], "timezone": "Asia/Jakarta"}
                empty: dict[str, Any] = {"pauses": {}, "other": [], "events": {}}
                nothing: dict[str, Any] = {"pauses": [], "actors": [], "regions": [], "statements": []}
                annotated = Annotated(gold | nothing, article["text"], empty, reader, candidates)
                if annotated.candidates:
                    yield annotated


def _align(article: Annotated, scorer: Linear) -> None:
    """Give each gold event the word that most likely tells it, none twice."""
    view, known = article.view, article.known
    words = triggers(view, known)
    scores = {
        n: dict(zip(scorer.labels, scorer.scores(features_of_trigger(view, n, known)), strict=True)) for n in words
    }
    for key, pause in article.pauses.items():
        if "events" in pause.get("unknown", ()):
            article.complete = False
            continue
        used: set[int] = set()
        for event in pause["events"]:
            rated = []
            for n in words:
                if n in used:
                    continue
                doer = any(article.fills(name, "by", event["by"]) for name in fillers(view, n, "actor"))
                place = any(article.fills(name, "region", event["region"]) for name in fillers(view, n, "region"))
                rated.append(
                    (scores[n].get(event["type"], -9.0) - 0.3 * max(0.0, scores[n]["none"] - 1) + doer + place / 2, -n)
                )
            score, word = max(rated, default=(-9.0, 0))
            if score > _LIKELY:
                used.add(-word)
                article.told[-word].append((key, event))
            else:
                article.complete = False
