"""Breaches told by their noun: `B melakukan 180 pelanggaran`, `akibat pelanggaran P oleh B`, `tuduhan pelanggaran`.

The noun may name the pause (`pelanggaran P`), or leave it to the sentences before, where one is told as there.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.camps import Camps
from ceasefire_id.scope.drafts import EventDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import pair_blamed
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["ViolationReader"]

#: events by which a pause is there, or was
_THERE: Final = frozenset(("started", "agreed", "announced", "extended", "violated", "confirmed"))
#: adverbs of what was not seen
_NONE: Final = frozenset(("tidak", "tak", "belum", "tanpa", "nihil", "bukan"))
_CHARGE: Final = frozenset(("tuduhan", "tudingan"))
#: how many paragraphs back the pause may stand that a bare noun is about
_BACK: Final = 3
#: how far before it a verb says that a breach was noted, in words
_NOTED_WITHIN: Final = 4


class ViolationReader:
    """Reads the noun `pelanggaran` where no verb has told its breach."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._settings = settings
        self._deny = words.words["deny"]
        self._accuse = words.words["accuse"]
        self._commit = words.words["commit"]
        self._call = words.words["call"] - {"merupakan", "adalah"}
        self._record = words.words["record"]
        self._noted = words.words["noted"]
        self._common = words.words["names_of_any_side"]
        self._behind = words.words["behind_breach"]

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the breaches of all such nouns whose sentence has none yet."""
        for number in ground.words.numbers(frozenset(("pelanggaran", "pelanggaran-pelanggaran"))):
            if self._is_told(ground, number, told) or self._is_denied(ground, number):
                continue
            own = next((p for p in arguments.phrases if p.governor == number), None)
            phrase = own or self._meant(ground, arguments, number, told)
            if phrase is not None:
                self._break(ground, number, phrase, told)

    def _is_told(self, ground: Ground, number: int, told: Told) -> bool:
        sentence = ground.sentence(number)
        return any(e.type == "violated" and ground.words.first_at(e.span.start) in sentence for e in told.events)

    def _is_denied(self, ground: Ground, number: int) -> bool:
        """`tidak ada pelanggaran`, `membantah melakukan pelanggaran`, `mencegah pelanggaran`."""
        sentence = ground.sentence(number)
        near = {ground.word(n) for n in range(max(sentence.start, number - 4), number)}
        before = {ground.word(n) for n in range(sentence.start, number)}
        return not near.isdisjoint(_NONE) or not before.isdisjoint(self._deny)

    # ---- which pause ---------------------------------------------------------------------------------------------

    def _meant(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> Phrase | None:
        """The pause that a bare `pelanggaran` is about: the last one told as there, not far back."""
        following = ground.word(number + 1)
        bare = bool(ground.gap(number + 1).strip()) or following in self._behind or following.isdigit()
        if not bare or ground.word(number - 1) == "tim":
            return None
        here = ground.document.paragraph_number(ground.words.starts[number])
        there = [
            e
            for e in told.events
            if e.type in _THERE
            and ground.words.first_at(e.span.start) < number
            and here - ground.document.paragraph_number(e.span.start) <= _BACK
        ]
        if not there:
            start = ground.sentence(number).start
            named = [p for p in arguments.between(start, number) if p.makes_pause and not p.wanted]
            return named[-1] if named else None
        latest = max(there, key=lambda event: event.span.start).phrase
        named = [p for p in arguments.between(latest.first, number) if not p.wanted and p.rule != "stop-verb"]
        return named[-1] if named else latest

    # ---- who -----------------------------------------------------------------------------------------------------

    def _break(self, ground: Ground, number: int, phrase: Phrase, told: Told) -> None:
        verb = ground.syntax.verb_before(number)
        if ground.word(number - 1) in _CHARGE and self._is_mutual(ground, number):
            for side in pair_blamed(ground, number, told.sides()):
                self._add(ground, number, phrase, told, side)
            return
        owner = self._owner(ground, number, phrase) or self._opponent(ground, number, verb, told)
        if self._is_noted(ground, number, verb):
            self._add(ground, number, phrase, told, owner)
            return
        if ground.word(number - 1) in ("akibat", "karena"):
            if owner is not None:
                self._add(ground, number, phrase, told, owner)
            return
        if verb is None or not ground.mood(verb).real:
            if ground.word(number - 1) in _CHARGE and owner is not None:
                self._add(ground, number, phrase, told, owner)
            return
        word = ground.word(verb)
        if word in self._commit:
            self._add(ground, number, phrase, told, self._committer(ground, verb))
        elif word in self._accuse:
            accused = ground.at(ActorMention, verb + 1)
            if accused is not None or owner is not None:
                self._add(ground, number, phrase, told, accused or owner)
        elif word in ("ada", "terjadi") and number - verb <= 2:
            self._add(ground, number, phrase, told, owner)
        elif word.removesuffix("nya") in self._call and number - verb <= 4:
            self._add(ground, number, phrase, told, owner or self._accused_here(ground, number))
        elif word in self._record and number - verb <= 6:
            self._add(ground, number, phrase, told, owner)

    def _is_noted(self, ground: Ground, number: int, verb: int | None) -> bool:
        """`sejauh ini tercatat dua pelanggaran`, `baru satu pelanggaran yang diketahui`, `tiga pelanggaran terjadi`."""
        if verb is not None and number - verb <= _NOTED_WITHIN and ground.word(verb) in self._noted:
            return ground.mood(verb).real
        following = number + 1 + (ground.word(number + 1) in ("yang", "baru", "kecil", "serius", "besar", "lagi"))
        return ground.word(following) in self._noted and ground.adjoins(following) and ground.mood(following).real

    def _opponent(self, ground: Ground, number: int, verb: int | None, told: Told) -> ActorMention | None:
        """`A mencatat 40 pelanggaran oleh lawannya`: the other one of two sides."""
        following = [ground.word(n) for n in range(number + 1, number + 4)]
        if verb is None or not any(word.startswith("lawan") or word in ("seberang", "musuh") for word in following):
            return None
        return Camps(ground, told.sides(), self._common).against(ground.subject(verb))

    def _accused_here(self, ground: Ground, number: int) -> ActorMention | None:
        """Whom the same sentence charges."""
        verbs = [n for n in range(ground.sentence(number).start, number) if ground.word(n) in self._accuse]
        return ground.at(ActorMention, verbs[-1] + 1) if verbs else None

    def _committer(self, ground: Ground, verb: int) -> ActorMention | None:
        """`A menuduh B melakukan pelanggaran`: B; `B melakukan pelanggaran`: B."""
        outer = ground.syntax.verb_before(verb)
        if outer is not None and ground.word(outer) in self._accuse:
            return ground.at(ActorMention, outer + 1) or ground.before(ActorMention, verb)
        return ground.subject(verb)

    def _is_mutual(self, ground: Ground, number: int) -> bool:
        """`saling melempar tuduhan pelanggaran`."""
        return any(ground.word(n) == "saling" for n in range(max(0, number - 4), number))

    def _owner(self, ground: Ground, number: int, phrase: Phrase) -> ActorMention | None:
        """Whose breach it is: `oleh B`, `yang dilakukan B`, and of a charge `terhadap B`."""
        start = phrase.stop if phrase.governor == number else number + 1
        charged = ground.word(number - 1) in _CHARGE
        for at in range(start, min(start + 8, ground.sentence(number).stop)):
            if ground.word(at) in ("oleh", "dilakukan", "dilancarkan") or (charged and ground.word(at) == "terhadap"):
                following = at + 1 + (ground.word(at + 1) == "oleh")
                if (found := ground.at(ActorMention, following)) is not None:
                    return found
        return None

    def _add(self, ground: Ground, number: int, phrase: Phrase, told: Told, actor: ActorMention | None) -> None:
        verb = ground.syntax.verb_before(number)
        following = ground.syntax.verb_after(number)
        if following is not None and ground.word(following) in self._noted:
            # `pelanggaran yang diketahui: seorang petempur terluka di Z pada T`
            told_by = ground.syntax.verb_after(following)
            verb = told_by if ":" in ground.gap(following + 1) and told_by in ground.sentence(number) else following
        setting = self._settings.read(ground, verb, phrase) if verb is not None else None
        told.events.append(
            EventDraft(
                "violated",
                phrase,
                ground.span(number, number + 1),
                "breach-noun",
                actor=actor,
                region=setting.region if setting else None,
                date=setting.date if setting else None,
            )
        )
