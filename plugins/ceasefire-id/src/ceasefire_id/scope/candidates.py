"""Words that may speak of a pause: noun phrases, what may point back at one, verbs of stopping, clitics."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.frames import frames_by_lemma
from ceasefire_id.scope.apart import ApartReader
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase, PhraseReader
from ceasefire_id.scope.traps import TrapReader
from ceasefire_id.scope.view import View
from ceasefire_id.scope.vocabulary import PauseWords

__all__ = ["NOUNS", "CandidateReader"]

#: the rules that read a noun phrase which names a pause
NOUNS: Final = frozenset(
    ("gencatan-senjata", "jeda-complement", "calm", "penghentian", "jeda", "lone-noun", "pengurangan")
)

_CLITIC_FRAMES: Final = frozenset(
    ("extended", "violated", "ended", "kept", "suspended", "rejected", "agreed", "announced", "started")
)

#: frames whose bare object may be the pause spoken of before (`melanggar kesepakatan`)
_BARE_FRAMES: Final = _CLITIC_FRAMES - {"suspended", "started", "announced"}


class CandidateReader:
    """Reads all candidates of a document."""

    def __init__(self) -> None:
        pauses = PauseWords.load()
        governing = pauses.governing
        self._phrases = PhraseReader(pauses, governing["nouns"], governing["grave"])
        self._apart = ApartReader(pauses, governing["endings"])
        self._traps = TrapReader(pauses, governing["acts"], governing["holding"])
        self._frames = frames_by_lemma()
        self.heads = pauses.heads | frozenset(
            (
                "menghentikan",
                "dihentikan",
                "berhenti",
                "meletakkan",
                "membungkam",
                "menahan",
                "menangguhkan",
                "menyetop",
                "hentikan",
                "penghentian",
                "setop",
                "stop",
            )
        )

    def read(self, view: View) -> list[Phrase]:
        """All candidates, ascending; empty where the text has no word for a pause."""
        document = view.document
        if not document.has(self.heads):
            return []
        ground = Ground(document)
        found = self._phrases.read(ground)
        self._apart.read(ground, found)
        nouns = self._traps.without(ground, found)
        for phrase in nouns:
            if not phrase.plural:
                phrase.owner = self._owner(view, phrase)
        taken = {n for phrase in found for n in range(phrase.outer, phrase.stop)}
        others = [
            *self._pointers(view, taken),
            *(self._stopping(view, taken) if nouns or self._traps.fights(ground) else ()),
            *self._clitics(view, taken),
            *self._letters(view, nouns, taken),
        ]
        if not nouns and not any(p.rule == "stop-verb" for p in others):
            return []
        return sorted([*nouns, *others], key=lambda phrase: (phrase.first, phrase.end))

    def _owner(self, view: View, phrase: Phrase) -> ActorMention | None:
        """`P pemerintah`, `P sepihak NPA`: the side named right behind; a bare state may be where it holds."""
        if phrase.definite or phrase.stop >= view.size or view.gap(phrase.stop).strip():
            return None
        named = [n for n in view.names_in(phrase.stop, phrase.stop + 1, "actor") if n.first == phrase.stop]
        if not named or named[0].kind not in ("armed_group", "military", "government", "state"):
            return None
        owner = named[0].mention
        assert isinstance(owner, ActorMention)
        return owner if phrase.sepihak or named[0].kind != "state" else None

    def _make(self, first: int, end: int, rule: str, kind: str | None = None) -> Phrase:
        definite = rule != "stop-verb"
        return Phrase(
            first=first,
            end=end,
            outer=first,
            stop=end,
            rule=rule,
            kind=kind,
            definite=definite,
            makes_pause=False,
            core=end,
        )

    def _pointers(self, view: View, taken: set[int]) -> list[Phrase]:
        found = []
        for n in view.words.numbers(cues()["pointing"]):
            if n in taken or view.document.in_furniture(view.document.sentence_at(view.words.starts[n])):
                continue
            word, sentence = view.folded[n], view.sentence[n]
            for k in range(n + 1, min(n + 6, view.size)):
                if view.sentence[k] != sentence or any(mark in view.gap(k) for mark in ",;("):
                    break
                if view.folded[k] in cues()["determiners"]:
                    found.append(self._make(n, k + 1 if k <= n + 2 else n + 1, "pointer"))
                    break
                if view.grammar.is_verb(k) and k > n + 1:
                    break
            else:
                continue
            if not found or found[-1].first != n:
                before = view.lemma(n - 1) if n else ""
                # `melanggar kesepakatan`, `usul Orban`
                told = any(
                    frame in _CLITIC_FRAMES - {"suspended", "started", "announced"}
                    for frame in self._frames.get(before, ())
                )
                if told or (n + 1 in view.masks and word in cues()["proposals"]):
                    found.append(self._make(n, n + 1, "pointer-bare"))
        return found

    def _stopping(self, view: View, taken: set[int]) -> list[Phrase]:
        """`menghentikan tembakan`, `operasi dihentikan`, `meriam membisu`: verbs that tell a pause by themselves."""
        words, found = cues(), []
        for n in range(view.size):
            if n in taken or n in view.masks or view.lemma(n) not in words["stops"]:
                continue
            sentence = view.sentence[n]
            behind = [k for k in range(n + 1, min(n + 5, view.size)) if view.sentence[k] == sentence]
            fought = next((k for k in behind if view.lemma(k) in words["fought"]), None)
            if fought is not None and any("," in view.gap(k) for k in range(n + 1, fought + 1)):
                fought = None
            if fought is None:
                before = [k for k in range(max(0, n - 5), n) if view.sentence[k] == sentence]
                halted = view.folded[n].startswith("di") and view.lemma(n) in words["halting"]
                alone = halted or view.folded[n] in words["silent"]
                if not alone or not any(view.lemma(k) in words["fought"] for k in before):
                    continue
                fought = n
            if not view.document.in_furniture(view.document.sentence_at(view.words.starts[n])):
                found.append(self._make(n, fought + 1, "stop-verb", "truce"))
        return found

    def _clitics(self, view: View, taken: set[int]) -> list[Phrase]:
        return [
            self._make(n, n + 1, "clitic")
            for n in range(view.size)
            if view.folded[n].endswith("nya")
            and n not in taken
            and view.folded[n].startswith(("me", "di"))
            and any(f in _CLITIC_FRAMES for f in self._frames.get(view.lemma(n), ()))
        ]

    def _letters(self, view: View, nouns: list[Phrase], taken: set[int]) -> list[Phrase]:
        """`Perjanjian Penghentian Permusuhan (COHA)`, then `COHA`."""
        found: list[Phrase] = []
        for noun in nouns:
            n = noun.stop
            if n >= view.size or "(" not in view.gap(n):
                continue
            text = view.document.text[view.words.starts[n] : view.words.ends[n]]
            if not (text.isupper() and 1 < len(text) <= 6):
                continue
            for again in view.words.index[view.folded[n]]:
                if again > n and again not in taken:
                    found.append(self._make(again, again + 1, "initials"))
        return found
