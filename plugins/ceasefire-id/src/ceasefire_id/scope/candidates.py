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

__all__ = ["BEGINNING", "NOUNS", "OPENING", "CandidateReader"]

#: the rules that read a noun phrase which names a pause
NOUNS: Final = frozenset(
    ("gencatan-senjata", "jeda-complement", "calm", "penghentian", "jeda", "lone-noun", "pengurangan")
)

#: the rules whose phrases may speak of the first pause of a text
OPENING: Final = NOUNS | {"stop-verb", "calm-verb", "pointer-bare"}

#: those that may speak of a further one, beside the pauses before it
BEGINNING: Final = OPENING | {"pointer", "ellipsis"}


class CandidateReader:
    """Reads all candidates of a document."""

    def __init__(self) -> None:
        pauses = PauseWords.load()
        governing = pauses.governing
        self._phrases = PhraseReader(pauses, governing["nouns"], governing["grave"])
        self._apart = ApartReader(pauses, governing["endings"])
        self._traps = TrapReader(pauses, governing["acts"], governing["holding"])
        self._frames = frames_by_lemma()
        #: what behind a noun makes it one of trade, sport or a film; `senjata` makes it a phrase that was read before
        self._other = pauses.traps["complements"] | {"senjata"}
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
            *self._ellipses(view, taken),
            *(self._stopping(view, taken) if nouns or self._traps.fights(ground) else ()),
            *self._clitics(view, taken),
            *self._letters(view, nouns, taken),
        ]
        if not nouns and not any(p.rule in ("stop-verb", "calm-verb") or self._is_bare(view, p) for p in others):
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
        definite = rule not in ("stop-verb", "calm-verb", "pointer-bare")
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
        """Nouns that may stand for a pause: some wherever they stand, others where a determiner points back."""
        words, found = cues(), []
        for n in view.words.numbers(words["pointing"] | words["pointing_marked"]):
            if n in taken or self._is_furniture(view, n) or view.folded[min(n + 1, view.size - 1)] in self._other:
                continue
            marked = self._determiner(view, n)
            if marked > 0:
                found.append(self._make(n, marked + 1 if marked <= n + 2 else n + 1, "pointer"))
            elif view.folded[n] in words["pointing"] and n not in view.masks:
                found.append(self._make(n, n + 1, "pointer-bare"))
        return found

    def _determiner(self, view: View, n: int) -> int:
        """The word that points back, after a noun and its modifiers; -1 where none does."""
        for k in range(n + 1, min(n + 6, view.size)):
            if view.sentence[k] != view.sentence[n] or any(mark in view.gap(k) for mark in ",;("):
                break
            if view.folded[k] in cues()["determiners"]:
                return k
            if view.grammar.is_verb(k) and k > n + 1:
                break
        return -1

    def _ellipses(self, view: View, taken: set[int]) -> list[Phrase]:
        """`yang pertama`, `yang sekarang`, `keduanya`: a phrase whose noun stands elsewhere, or nowhere."""
        words = cues()
        found = [self._make(n, n + 1, "ellipsis") for n in view.words.numbers(words["sums"]) if n not in taken]
        for n in view.words.numbers(("yang",)):
            k = n + 1
            if k >= view.size or view.sentence[k] != view.sentence[n] or n in taken or k in view.masks:
                continue
            first = view.sentence_range(view.sentence[n]).start == n
            free = first or view.folded[n - 1] in words["before_ellipsis"] or bool(view.gap(n).strip())
            if free and (view.folded[k] in words["telling_apart"] or view.folded[k].startswith("ter")):
                found.append(self._make(n, k + 1, "ellipsis"))
        return found

    def _is_furniture(self, view: View, n: int) -> bool:
        return view.document.in_furniture(view.document.sentence_at(view.words.starts[n]))

    def _stopping(self, view: View, taken: set[int]) -> list[Phrase]:
        """Verbs that may tell a pause by themselves: `menghentikan tembakan`, `meriam membisu`, `tidak menyerang`."""
        words, found = cues(), []
        for n in range(view.size):
            if n in taken or n in view.masks:
                continue
            lemma = view.lemma(n)
            if lemma in words["stops"] and (fought := self._fought(view, n)) >= 0:
                rule, end = "stop-verb", fought + 1
            elif lemma in words["quiet"] or ("hostility" in self._frames.get(lemma, ()) and self._is_denied(view, n)):
                rule, end = "calm-verb", n + 1
            else:
                continue
            if not self._is_furniture(view, n):
                found.append(self._make(n, end, rule, "truce"))
        return found

    def _fought(self, view: View, n: int) -> int:
        """The word for fighting that a verb of stopping has as its object or subject; -1 where there is none."""
        words, sentence = cues(), view.sentence[n]
        behind = [k for k in range(n + 1, min(n + 5, view.size)) if view.sentence[k] == sentence]
        fought = next((k for k in behind if view.lemma(k) in words["fought"]), None)
        if fought is not None and not any("," in view.gap(k) for k in range(n + 1, fought + 1)):
            return fought
        before = [k for k in range(max(0, n - 5), n) if view.sentence[k] == sentence]
        halted = view.folded[n].startswith("di") and view.lemma(n) in words["halting"]
        alone = halted or view.folded[n] in words["silent"]
        return n if alone and any(view.lemma(k) in words["fought"] for k in before) else -1

    def _is_denied(self, view: View, n: int) -> bool:
        """Whether a verb of fighting is negated, or is what stops (`berhenti menembak`)."""
        if not view.grammar.is_verb(n):
            return False
        words = cues()
        before = [k for k in range(max(0, n - 4), n) if view.sentence[k] == view.sentence[n]]
        return any(view.folded[k] in words["negations"] or view.lemma(k) in words["halting"] for k in before)

    def _clitics(self, view: View, taken: set[int]) -> list[Phrase]:
        """`memperpanjangnya`: the pause is the verb's object."""
        return [
            self._make(n, n + 1, "clitic")
            for n in range(view.size)
            if view.folded[n].endswith("nya")
            and n not in taken
            and view.folded[n].startswith(("me", "di"))
            and view.lemma(n) in self._frames
        ]

    def _is_bare(self, view: View, phrase: Phrase) -> bool:
        return view.lemma(phrase.first) in ("gencat", "gencatan")

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
