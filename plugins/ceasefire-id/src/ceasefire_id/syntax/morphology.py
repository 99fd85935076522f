"""The forms of Indonesian words: which stem a word is made of, and which voice its affixes give it.

Affixes are few and regular, but they hide the first sound of some stems (`memukul`, `pukul`) and look like parts of
others (`dinding`, `beras`). So every way to take a word apart is tried, and the list of stems decides: the way that
leaves a known stem with the affixes that go together. Where no way leaves a known stem, the most telling affixes win.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import attrs

from ceasefire_id import lexicon

__all__ = ["Form", "Morphology"]

_VOWELS: Final = frozenset("aeiou")
_PARTICLES: Final = ("lah", "kah", "pun")
_CLITICS: Final = ("nya", "ku", "mu")
#: what goes before a stem, longest first, the voice of the verb so made, and the noun with the same beginning
_COMPOUND: Final = (
    ("memper", "active"),
    ("member", "active"),
    ("diper", "passive"),
    ("diber", "passive"),
    ("keber", "noun"),
    ("keter", "noun"),
    ("ketidak", "noun"),
    ("pember", "noun"),
    ("pemer", "noun"),
    ("berke", "middle"),
    ("berse", "middle"),
    ("berpe", "middle"),
    ("menge", "active"),
    ("penge", "noun"),
    ("pen", "noun"),
    ("pem", "noun"),
    ("per", "noun"),
    ("pe", "noun"),
    ("ber", "middle"),
    ("be", "middle"),
    ("ter", "accidental"),
    ("te", "accidental"),
    ("di", "passive"),
    ("ke", "noun"),
    ("se", ""),
    ("ku", "passive"),
    ("kau", "passive"),
)
_NASALS: Final = (
    ("meny", "s", ""),
    ("meng", "k", "aeioughk"),
    ("men", "t", "djcztsn"),
    ("mem", "p", "bfvpm"),
    ("me", "", "lrmnwy"),
)
_SUFFIXES: Final = ("kan", "an", "i", "")
_HIDDEN: Final = 2
_REMEMBERED: Final = 50_000
#: what a stem of the news of war is worth, in letters
_LIKELY: Final = 4


@attrs.frozen
class Form:
    """What a word's form alone tells of it."""

    #: the stem; the folded word itself where nothing is known
    lemma: str
    #: the voice that the affixes give it as a verb, `"noun"` where they make a noun, empty where there are none
    voice: str
    #: `"nya"`, `"ku"`, `"mu"` behind the word, or empty
    clitic: str
    #: `"kan"`, `"i"`, `"an"`, or empty
    suffix: str
    #: whether the stem stands in the list
    known: bool


@attrs.frozen
class Morphology:
    """The stems, and the words that the rules of affixes do not tell."""

    stems: frozenset[str]
    #: stems of the news of war: of two ways to take a word apart the one that leaves such a stem is meant
    likely: frozenset[str]
    fixed: dict[str, str]
    _forms: dict[str, Form] = attrs.field(factory=dict, init=False)

    @classmethod
    @cache
    def load(cls) -> Morphology:
        """From `lexicon/morphology.toml`."""
        data = lexicon.load("morphology")
        likely = frozenset(data["more"].split())
        return cls(frozenset(data["stems"].split()) | likely, likely, data["fixed"])

    def form(self, word: str) -> Form:
        """The form of a folded word."""
        found = self._forms.get(word)
        if found is None:
            if len(self._forms) > _REMEMBERED:
                self._forms.clear()
            found = self._forms[word] = self._find(word)
        return found

    def _find(self, word: str) -> Form:
        base, clitic = self._without_clitics(word)
        if "-" in base:
            return self._reduplicated(word, base, clitic)
        form = self._taken_apart(base, clitic)
        if base != word and not form.known:
            # `bermasalah` ends as if a particle stood behind it
            whole = self._taken_apart(word, "")
            return whole if whole.known else form
        if word.endswith(("lah", "kah")) and base != word:
            whole = self._taken_apart(word, "")
            return whole if whole.known and len(whole.lemma) > len(form.lemma) else form
        return form

    def _taken_apart(self, base: str, clitic: str) -> Form:
        best: tuple[int, Form] | None = None
        for stem, voice, suffix, cost in self._ways(base):
            known = stem in self.stems
            # A known stem beats an unknown one, a longer one a shorter one; among equals the first way holds.
            odd = suffix == "an" and voice not in ("noun", "middle", "")
            score = (len(stem) + 20 if known else 0) - cost - (2 if odd else 0) + _LIKELY * (stem in self.likely)
            if best is None or score > best[0]:
                best = (score, Form(stem, voice, clitic, suffix, known))
        form = best[1] if best else Form(base, "", clitic, "", False)
        if not form.known and (not form.voice or len(form.lemma) < 3 or form.voice not in ("active", "passive")):
            form = Form(base, form.voice if form.voice in ("middle", "accidental") else "", clitic, "", False)
        if not form.known and len(base) > 5 and base.startswith(("di", "me")) and base.endswith(("kan", "i")):
            form = Form(base, "passive" if base.startswith("di") else "active", clitic, "", False)
        if form.voice == "noun" and base.startswith("ke") and not form.suffix:
            form = attrs.evolve(form, voice="")
        lemma = self.fixed.get(base)
        if lemma is None:
            return form
        return attrs.evolve(form, lemma=lemma, voice=_voice_by_shape(base), known=True)

    def _without_clitics(self, word: str) -> tuple[str, str]:
        if word in self.stems or word in self.fixed:
            return word, ""
        for particle in _PARTICLES:
            if word.endswith(particle) and len(word) > len(particle) + 3:
                word = word[: -len(particle)]
                break
        if word in self.stems or word in self.fixed:
            return word, ""
        for clitic in _CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic) + 2:
                rest = word[: -len(clitic)]
                if clitic == "nya" or rest in self.stems or rest.endswith(("kan", "an")):
                    return rest, clitic
        return word, ""

    def _reduplicated(self, word: str, base: str, clitic: str) -> Form:
        """`negara-negara`, `serang-menyerang`, `berulang-ulang`, `mengada-ada`."""
        if base in self.stems:
            return Form(base, "", clitic, "", True)
        first, _, second = base.partition("-")
        if not first or not second:
            return Form(word, "", clitic, "", False)
        one, other = self._find(first), self._find(second)
        if first == second:
            return attrs.evolve(one, clitic=clitic)
        if other.voice == "active" and other.lemma == first:
            return attrs.evolve(other, voice="middle", clitic=clitic)
        if one.voice:
            return attrs.evolve(one, clitic=clitic)
        return attrs.evolve(other if other.known else one, clitic=clitic)

    def _ways(self, base: str) -> Iterator[tuple[str, str, str, int]]:
        """Every way to take a word apart: the stem, the voice, the suffix, and how much speaks against it."""
        yield base, "", "", 0
        for suffix in _SUFFIXES:
            if not base.endswith(suffix) or len(base) - len(suffix) < 3:
                continue
            trunk = base[: len(base) - len(suffix)] if suffix else base
            yield from ((stem, "active", suffix, cost) for stem, cost in _behind_me(trunk))
            for prefix, voice in _COMPOUND:
                if trunk.startswith(prefix) and len(trunk) > len(prefix) + 1:
                    rest = trunk[len(prefix) :]
                    yield from ((stem, voice, suffix, cost) for stem, cost in _behind(prefix, rest))
            if suffix:
                yield trunk, "noun" if suffix == "an" else "bare", suffix, 0


def _behind_me(trunk: str) -> Iterator[tuple[str, int]]:
    """The stems that me- may stand before: each nasal hides its sound, or stands before a sound of its own.

    A stem that begins with the sound that is heard is likelier than one whose first sound is hidden
    (`mengubah`: `ubah`, not `kubah`), where both are words.
    """
    for nasal, hidden, shown in _NASALS:
        if not trunk.startswith(nasal) or len(trunk) < len(nasal) + 2:
            continue
        rest = trunk[len(nasal) :]
        if rest[0] in shown or (nasal == "meng" and rest[0] in _VOWELS):
            yield rest, 0
        if hidden and rest[0] in _VOWELS:
            yield hidden + rest, _HIDDEN
        if nasal == "meng" and rest[0] == "e" and len(rest) > 3:
            yield rest[1:], 1
        if nasal == "mem" and rest.startswith("per"):
            yield rest[3:], 0


def _behind(prefix: str, rest: str) -> Iterator[tuple[str, int]]:
    """The stems that another prefix may stand before."""
    yield rest, _HIDDEN if prefix in ("be", "te") else 0
    if prefix in ("pe", "pen", "pem"):
        yield from _behind_me("me" + prefix[2:] + rest)
    if prefix == "per" and rest.startswith("se"):
        yield rest[2:], 0
    if prefix == "di" and rest.startswith(("per", "ber")):
        yield rest[3:], 0


def _voice_by_shape(base: str) -> str:
    """The voice of a word whose lemma is given by hand."""
    if base.startswith("me") and base not in ("menteri", "mereka", "menurut", "mengenai"):
        return "active"
    for prefix, voice in (("di", "passive"), ("ber", "middle"), ("bek", "middle"), ("bel", "middle")):
        if base.startswith(prefix) and base not in (
            "dirinya",
            "berita",
            "berbagai",
            "berikut",
            "berikutnya",
            "beserta",
        ):
            return voice
    if base == "terjadi":
        return "accidental"
    return "noun" if base.endswith("an") else ""
