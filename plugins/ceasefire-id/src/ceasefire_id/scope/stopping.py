"""Pauses that are told without a noun: `sepakat berhenti menembak`, `G menghentikan serangan selama tiga hari`.

A verb of stopping is governed by one of settling or of making known, or is a deed of its own: then somebody armed
stops their own fire, and the clause bounds it by a length, a first day or a last one.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.bidding import BidReader
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.stopped import StopTeller, both_of, doer_of, orderer_of
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, ScopeWords

__all__ = ["StopReader"]

#: how far from the stop its length stands, in words
_NEAR: Final = 8
_CONDITIONS: Final = frozenset(("jika", "bila", "apabila", "kalau", "asalkan", "asal"))
#: links of clauses that tell no deed
_UNTOLD: Final = frozenset(
    ("yang", "untuk", "agar", "supaya", "guna", "demi", "tanpa", "sebelum", "jika", "bila", "kalau", "apabila")
)
#: prepositions between fighting and whom it is turned against; without one its own doer follows
_TOWARDS: Final = frozenset(("terhadap", "ke", "atas", "melawan", "di", "dari", "kepada", "untuk", "selama"))
#: words between `tidak` and the fighting that is forsworn, and how far before them somebody says so
_NO_MORE: Final = frozenset(("akan", "lagi", "saling"))
_FORSWORN: Final = 16
#: what two no longer do (`tidak lagi saling menyerang`)
_MUTUAL: Final = frozenset(("saling",))
_AFTER: Final = frozenset(("mereka", "masing-masing", "demi", "karena"))
_BOUNDS: Final = frozenset(("hingga", "sampai", "mulai", "sejak", "terhitung"))


class StopReader:
    """Reads verbs that stop fighting where no noun names the pause."""

    def __init__(self, words: PauseWords, events: EventWords, scope: ScopeWords, settings: SettingReader) -> None:
        self._words = words.verbs
        self._bids = BidReader(words, events, scope)
        self._settings = settings
        self._say, self._pledge = events.words["say"], events.words["pledge"]
        self._light = events.words["adverbs"] | events.words["behind_breach"] | _AFTER
        self._acts = frozenset(
            word for word, voices in events.verbs.items() if voices[0].type in ("announced", "agreed")
        )
        self._teller = StopTeller(self._bids, self._acts, settings)

    @property
    def triggers(self) -> frozenset[str]:
        """The words at which such a phrase may begin."""
        return self._words["cease"] | self._words["stop"] | self._words["hold"] | self._words["lay"] | _MUTUAL

    # ---- phrases -------------------------------------------------------------------------------------------------

    def read(self, ground: Ground, nouns: list[Phrase]) -> list[Phrase]:
        """All such phrases, ascending; `nouns` are the noun phrases of the document."""
        found = []
        for number in ground.words.numbers((self.triggers - _MUTUAL) | {"tidak"}):
            end = self._end(ground, number)
            if end is None:
                continue
            if self._is_ordered(ground, number):
                ordered = self._settled(ground, number, end, nouns)
                ordered.deed = "ordered"
                found.append(ordered)
            elif self._is_settled(ground, number):
                settled = self._settled(ground, number, end, nouns)
                if not nouns and self._bids.troops(ground, number):
                    settled.makes_pause = True
                settled.deed = "forsworn" if ground.word(number + 1) in _NO_MORE else None
                found.append(settled)
            elif phrase := self._deed(ground, number, end, nouns) or self._asked(ground, number, end, nouns):
                found.append(phrase)
        return sorted(found, key=lambda phrase: phrase.first)

    def _end(self, ground: Ground, number: int) -> int | None:
        """Where a stop with its fighting ends; none where something else stops."""
        words, word, after = self._words, ground.word(number), number + 1
        while word == "tidak" and ground.word(after) in _NO_MORE:
            after += 1
        if word in words["hold"] and ground.word(after) == "diri":
            return self._end_of_restraint(ground, after + 1)
        if word in words["hold"] | words["lay"]:
            wanted = words["held"] if word in words["hold"] else words["laid"]
            return after + 1 if ground.word(after) in wanted else None
        while ground.word(after) in words["filler"] and ground.word(after) not in words["fighting"]:
            after += 1
        wanted = words["fighting"] if word in words["stop"] else words["ceased"]
        if ground.word(after).removesuffix("nya") not in wanted:
            after, last = after - 1, ground.word(after - 1)
            if last not in wanted:
                return None
        after += 1
        if ground.word(after - 1) in words["compound"] and ground.adjoins(after):
            # `baku tembak`, `kontak senjata`
            after += 1
        if ground.word(after) in words["other_work"] | words["unarmed"]:
            return None
        first = after
        while ground.word(after).removesuffix("nya") in words["sorts"]:
            after += 1
        vague = ground.word(first - 1) in ("operasi", "ofensif") and after == first
        return None if vague and self._is_of_something(ground, after) else after

    def _end_of_restraint(self, ground: Ground, number: int) -> int | None:
        """`menahan diri dari serangan`, `menahan diri untuk tidak menembak`: where it ends, fighting at its end."""
        if ground.word(number) == "untuk" and ground.word(number + 1) == "tidak":
            number += 1
        elif ground.word(number) != "dari":
            return None
        number += 1
        while ground.word(number) in self._words["filler"]:
            number += 1
        return number + 1 if ground.word(number) in self._words["restrained"] else None

    def _is_of_something(self, ground: Ground, number: int) -> bool:
        """`operasi pencurian`: a noun right behind it says that no soldiers operate."""
        if ground.gap(number).strip() or ground.at(TimeMention, number) is not None:
            return False
        return ground.word(number) not in _TOWARDS | _BOUNDS | self._light and not ground.syntax.is_verb(number)

    def _is_settled(self, ground: Ground, number: int) -> bool:
        """`sepakat berhenti menembak`, `mengumumkan akan menghentikan operasi`."""
        if ground.word(number) == "tidak" and ground.word(number + 1) in _NO_MORE:
            return self._is_forsworn(ground, number)
        outer = ground.syntax.verb_before(number)
        while outer is not None and number - outer <= 6:
            if ground.word(outer) in self._acts and ground.mood(outer).real:
                return not self._is_reported(ground, outer, number)
            if ground.word(outer) not in ("untuk", "akan") and number - outer > 3:
                return False
            outer = ground.syntax.verb_before(outer)
        return False

    def _is_reported(self, ground: Ground, outer: int, number: int) -> bool:
        """`X mengumumkan bahwa G akan menghentikan serangan`: a deed of G, told by X."""
        doer = doer_of(ground, number) if ground.clause(number).link == "bahwa" else None
        named = doer is not None and not doer.name.endswith("nya") and doer.anaphor is None
        return named and doer is not None and ground.first_of(doer) > outer

    def _is_forsworn(self, ground: Ground, number: int) -> bool:
        """`mengumumkan bahwa A dan B tidak akan saling menyerang`, `menyatakan tidak akan menyerang selama L`."""
        outer, end = ground.syntax.verb_before(number), self._end(ground, number)
        if outer is None or end is None or number - outer > _FORSWORN or not ground.mood(outer).real:
            return False
        mutual = any(ground.word(n) == "saling" for n in range(number, end))
        bounded = mutual or self._phrase(ground, number, end).length is not None
        return bounded and ground.word(outer) in self._acts | self._say | {"sepakat", "berjanji", "bersumpah"}

    def _is_ordered(self, ground: Ground, number: int) -> bool:
        """`perintah X untuk berhenti menembak`: a noun with a clause of its own."""
        return ground.word(number - 1) in ("untuk", "agar") and orderer_of(ground, number) is not None

    def _settled(self, ground: Ground, number: int, end: int, nouns: list[Phrase]) -> Phrase:
        phrase = self._phrase(ground, number, end)
        if not nouns:
            # No noun speaks of a pause: the verb itself does, where it surely stops fighting.
            stopped = {ground.word(n) for n in range(number, end)}
            own = doer_of(ground, number) is not None and self._is_bounded(ground, number, phrase)
            phrase.makes_pause = own or not stopped.isdisjoint(self._words["certain"])
        sentence = ground.sentence(number)
        near = [noun for noun in nouns if noun.first in range(sentence.start, sentence.stop)]
        if near:
            # The noun beside it names what the verb tells.
            phrase.same_as = near[-1] if near[-1].first < number else near[0]
            phrase.makes_pause = False
        elif phrase.length is not None and ground.word(number) == "tidak":
            phrase.contrast = "other"
        else:
            # It tells again what a noun before it named.
            phrase.definite, phrase.kind = True, None if nouns else phrase.kind
        return phrase

    def _deed(self, ground: Ground, number: int, end: int, nouns: list[Phrase]) -> Phrase | None:
        """`G menghentikan serangan selama tiga hari`: what somebody armed does with their own fire."""
        if ground.word(number) == "tidak":
            return self._given_up(ground, number, end, nouns)
        if not self._is_told(ground, number):
            return None
        if doer_of(ground, number) is None or self._is_of_others(ground, end):
            return None
        phrase = self._phrase(ground, number, end)
        sentence = ground.sentence(number)
        here = [noun for noun in nouns if noun.first in range(sentence.start, sentence.stop)]
        if here and not self._is_called(ground, here, phrase):
            return None
        if here:
            for noun in here:
                noun.same_as = phrase
            phrase.deed = "started" if not ground.mood(number).future else "announced"
            return phrase
        named = next((noun for noun in nouns if self._names(ground, noun, number, end)), None)
        if named is not None:
            named.same_as, phrase.contrast = phrase, "earlier" if ground.word(number - 1) == "pernah" else None
            phrase.deed = "started"
            return phrase
        bounded = self._is_bounded(ground, number, phrase)
        if phrase.length is None or not bounded:
            carried_out = self._carried_out(ground, number, phrase, nouns)
            if carried_out is not None or not bounded:
                return carried_out
        following = {ground.word(n) for n in range(end, sentence.stop)}
        phrase.deed = "started"
        pledged = ground.syntax.verb_before(number) == number - 1 and ground.word(number - 1) in self._pledge
        if ground.mood(number).future or pledged:
            phrase.deed = "announced" if following.isdisjoint(_CONDITIONS) else "demanded"
        return phrase

    def _given_up(self, ground: Ground, number: int, end: int, nouns: list[Phrase]) -> Phrase | None:
        """`A dan B tidak lagi saling menyerang sejak T`: told of two, where no noun speaks of a pause."""
        verb = ground.syntax.verb_after(number)
        mutual = {ground.word(n) for n in range(number, end)} >= {"lagi", "saling"}
        if nouns or not mutual or verb is None or verb >= end or len(both_of(ground, verb)) < 2:
            return None
        phrase = self._phrase(ground, number, end)
        if ground.clause(verb).link in _UNTOLD or not self._is_bounded(ground, verb, phrase):
            return None
        phrase.deed = "started"
        return phrase

    def _asked(self, ground: Ground, number: int, end: int, nouns: list[Phrase]) -> Phrase | None:
        """`K meminta A dan B berhenti menembak`: a pause that is only wanted, where no noun before speaks of one."""
        stop = ground.sentence(number).stop
        if any(noun.first < stop for noun in nouns) or not self._bids.is_bid(ground, number):
            return None
        phrase = self._phrase(ground, number, end)
        phrase.deed, phrase.wanted = "asked", True
        return phrase

    def _is_called(self, ground: Ground, nouns: list[Phrase], phrase: Phrase) -> bool:
        """`A dan B menghentikan tembakan selama L, namun Z di luar wilayah jeda`: the bare noun is this very pause."""
        bare = all(noun.rule == "jeda" and noun.first >= phrase.end and noun.contrast is None for noun in nouns)
        return bare and phrase.length is not None

    def _names(self, ground: Ground, noun: Phrase, number: int, end: int) -> bool:
        """`A menghentikan serangannya. Penghentian serangan itu …`: a noun of the next sentence takes up the deed."""
        following = ground.sentence(number).stop
        near = following < len(ground.words) and noun.first in ground.sentence(following)
        stopped = ground.word(end - 1).removesuffix("nya")
        return near and noun.definite and noun.rule == "penghentian" and ground.word(noun.core - 1) == stopped

    def _carried_out(self, ground: Ground, number: int, phrase: Phrase, nouns: list[Phrase]) -> Phrase | None:
        """`Esoknya tentara menghentikan operasi`: the beginning of the pause of the sentences before."""
        paragraph = ground.document.paragraph_number(ground.words.starts[number])
        before = [noun for noun in nouns if noun.first < number and not noun.wanted]
        if not before or not ground.mood(number).real or ground.word(number - 1) in ("lagi", "sempat"):
            return None
        if paragraph - ground.document.paragraph_number(ground.words.starts[before[-1].first]) > 2:
            return None
        sentence = ground.sentence(number)
        times = ground.times(sentence.start, min(sentence.stop, phrase.end + 2 * _NEAR))
        bounds = [ground.word(ground.first_of(time) - 1) for time in times if time.type in ("DATE", "TIME")]
        if bounds and "hingga" not in bounds and "sampai" not in bounds:
            phrase.definite, phrase.kind, phrase.makes_pause, phrase.deed = True, None, False, "started"
            return phrase
        return None

    def _phrase(self, ground: Ground, number: int, end: int) -> Phrase:
        phrase = Phrase(first=number, end=end, outer=number, stop=end, rule="stop-verb", kind="truce")
        for after in range(end, min(end + _NEAR, ground.sentence(number).stop)):
            if "," in ground.gap(after):
                break
            length = ground.at(TimeMention, after)
            if length is not None and length.type == "DURATION":
                phrase.length = length
                break
        return phrase

    # ---- what makes a deed a pause -------------------------------------------------------------------------------

    def _is_told(self, ground: Ground, number: int) -> bool:
        """Whether the clause tells what its subject does or will do, nobody asking for it."""
        mood = ground.mood(number)
        if not ground.syntax.is_verb(number) or mood.negated or mood.hypothetical or ground.quoted(number):
            return False
        if ground.clause(number).link in _UNTOLD:
            return False
        before = ground.syntax.verb_before(number)
        governed = before is not None and number - before <= 3 and ground.clause(number).link == ""
        parted = before is not None and any(ground.gap(n).strip() for n in range(before + 1, number + 1))
        return not governed or parted or ground.word(before or 0) in self._say | self._pledge

    def _is_of_others(self, ground: Ground, end: int) -> bool:
        """`menghentikan serangan (drone) B`: the fighting is that of the one named right after it."""
        return any(
            ground.at(ActorMention, number) is not None and ground.word(number - 1) not in _TOWARDS
            for number in (end, end + 1)
        )

    def _is_bounded(self, ground: Ground, number: int, phrase: Phrase) -> bool:
        """Whether the clause gives a length, or a first or last day."""
        if phrase.length is not None:
            return True
        if "saling" in (ground.word(n) for n in range(number, phrase.end)) or (
            ground.word(phrase.end) not in _TOWARDS - {"di", "selama"} and both_of(ground, number)
        ):
            # both stop at once; `A dan B menghentikan serangan terhadap C` is of allies
            setting = self._settings.read(ground, number, phrase)
            return (setting.date or setting.since or setting.until) is not None
        sentence = ground.sentence(number)
        times = ground.times(phrase.end, min(phrase.end + 2 * _NEAR, sentence.stop))
        return any(
            time.type in ("DATE", "TIME") and ground.word(ground.first_of(time) - 1) in _BOUNDS for time in times
        )

    # ---- events --------------------------------------------------------------------------------------------------

    def tell(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events of the deeds among the phrases."""
        self._teller.tell(ground, arguments, told)
