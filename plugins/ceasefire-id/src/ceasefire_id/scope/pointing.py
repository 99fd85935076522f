"""Phrases that point back at a pause: `kesepakatan itu`, `masa berlakunya`, `yang kedua`, `perpanjangan`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, Contrast, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.traps import SHARED
from ceasefire_id.scope.vocabulary import EventWords, PauseWords, Voice

__all__ = ["PointerReader"]

#: how far before its sentence a pause stands at which `ia` or `umurnya` points, in words
_SPOKEN_OF = 60
#: how ordinals set their pauses off from one another
_SET_OFF: Final[dict[str, Contrast]] = {"pertama": "earlier", "terdahulu": "earlier", "kedua": "other"}
#: how far behind a vow the verb stands that tells its fate, in words
_FATE_WITHIN: Final = 5
#: words before `ia` within a sentence
_GOING_ON: Final = frozenset(("dan", "lalu", "kemudian", "tetapi", "namun", "tapi"))
#: words that join a clause to the one before
_JOINING: Final = frozenset(
    ("dan", "lalu", "kemudian", "tetapi", "namun", "tapi", "sedangkan", "sementara", "adapun", "serta", "sedang")
)
#: letters of what a long name is shortened to
_LETTERS: Final = 6
#: how many words stand between what was made known and its `itu` (`Larangan menembak itu`)
_DEED: Final = 6
#: how far behind a noun `itu` may stand, in words and names
_REACH = 14


class PointerReader:
    """Reads what points back at a pause."""

    def __init__(self, words: PauseWords, events: EventWords) -> None:
        self._words = words
        self._back = words.back["nouns"]
        self._light = events.words["light_passive"]
        fates = ("agreed", "ended", "violated", "extended")
        self._fates_of_vows = frozenset(
            word
            for word, voices in events.verbs.items()
            if voices[0].voice in ("passive", "intransitive") and voices[0].type in ("started", "violated")
        )
        self._fates = frozenset(
            word
            for word, voices in events.verbs.items()
            if voices[0].voice in ("passive", "intransitive") and voices[0].type in fates
        )
        lone = (v for v in events.verbs.items() if v[1][0].voice in ("passive", "intransitive"))
        #: verbs that tell a pause from a person or a thing so counted
        self._told_of_each = frozenset(word for word, _ in lone) | words.back["told_of_each"]
        self._acts = events.acts
        self._adverbs = events.words["adverbs"]
        self._outlived = events.words["outlived"]
        self._in_force = events.words["in_force"]
        self._keep = events.words["keep"]
        self._behind = events.words["behind_breach"]
        self._break = frozenset(
            word for word, voices in events.verbs.items() if any(v == Voice("violated", "active") for v in voices)
        )

    def read(self, ground: Ground, nouns: list[Phrase]) -> list[Phrase]:
        """All such phrases outside the furniture and outside the noun phrases, ascending."""
        acts = self._words.back["acts"]
        taken = {number for phrase in nouns for number in range(phrase.outer, phrase.stop)}
        found: list[Phrase] = []
        for number in ground.words.numbers(self._back | self._words.back["possessed"] | self._words.back["broken"]):
            if number not in taken and (phrase := self._pointer(ground, number, taken)):
                found.append(phrase)
        for number in ground.words.numbers(self._words.back["papers"] | self._words.back["vows"]):
            if number not in taken and (phrase := self._paper(ground, number, nouns)):
                found.append(phrase)
        pointed = {phrase.first for phrase in found}
        for number in ground.words.numbers(self._words.back["deeds"]) if nouns else ():
            if number not in taken | pointed and (phrase := self._deed(ground, number, nouns)):
                found.append(phrase)
        for number in ground.words.numbers(self._words.back["lifetimes"] | self._words.back["pronouns"]):
            if phrase := self._told_of(ground, number, nouns):
                found.append(phrase)
        if nouns:
            for number in ground.words.numbers(self._words.back["ordinals"] | self._words.numbers.keys()):
                if phrase := self._ordinal(ground, number, nouns, any(p.rule == "ordinal" for p in found)):
                    found.append(phrase)
        for number in ground.words.numbers(frozenset(("pelanggaran",))) if nouns else ():
            verb = ground.syntax.verb_after(number)
            after = number + 1
            while ground.word(after) in self._words.around["modifiers"]:
                after += 1
            if number not in taken and verb == after and ground.word(verb) in self._light:
                phrase = self._make(number, number + 1, number + 1, "breach-noun")
                phrase.governor = number
                found.append(phrase)
        for number in ground.words.numbers(acts):
            end = self._past_giver(ground, number + 1)
            if number not in taken and ground.word(end) in self._words.around["determiners"] and ground.adjoins(end):
                phrase = self._make(number, number + 1, end + 1, "act")
                phrase.governor = number
                found.append(phrase)
        found += self._initials(ground, nouns, taken)
        governors = {noun.governor for noun in nouns}
        for number in ground.words.numbers(frozenset(("perpanjangan", "tambahan"))):
            if ground.word(number) == "tambahan" and ground.word(number + 1) != "waktu":
                continue
            alone = number not in taken and number not in governors
            if alone and not self._is_of_trade(ground, number):
                found.append(self._extension(ground, number))
        return sorted(found, key=lambda phrase: phrase.first)

    def _initials(self, ground: Ground, nouns: list[Phrase], taken: set[int]) -> list[Phrase]:
        """`Perjanjian Penghentian Permusuhan (COHA)`, then `COHA`: the letters stand for the pause."""
        found: list[Phrase] = []
        known: set[str] = set()
        for noun in nouns:
            number = noun.stop
            if ground.gap(number).strip() != "(":
                continue
            short = ground.word(number)
            if short in known or not (short.isalpha() and 1 < len(short) <= _LETTERS):
                continue
            if not ground.text[ground.words.starts[number] : ground.words.ends[number]].isupper():
                continue
            known.add(short)
            for again in ground.words.index[short]:
                if again > number and again not in taken:
                    phrase = self._make(again, again + 1, again + 1, "initials")
                    phrase.same_as = noun
                    found.append(phrase)
        return found

    def _is_of_trade(self, ground: Ground, number: int) -> bool:
        """`perpanjangan “gencatan senjata” tarif`: a sentence of trade, without a word of fighting."""
        here = {ground.word(n) for n in ground.sentence(number)}
        return bool(here & self._words.traps["trade"]) and here.isdisjoint(self._words.traps["fighting"] - SHARED)

    # ---- pointing back -------------------------------------------------------------------------------------------

    def _pointer(self, ground: Ground, number: int, taken: set[int]) -> Phrase | None:
        if ground.word(number) in self._words.back["possessed"]:
            first = number - 1 if ground.word(number - 1) == "masa" else number
            return self._make(first, number + 1, number + 1, "possessed")
        before = ground.word(number - 1)
        if before in ("tanpa", "sebuah", "suatu") or not (
            ground.word(number) in self._back or before in self._break | self._keep
        ):
            return None
        end = number + 1
        if ground.word(end) in self._words.around["modifiers"]:
            end += 1
        if ground.word(end) in self._words.around["determiners"] and ground.adjoins(end):
            return self._make(number, end, end + 1, "pointer")
        if before in self._break and ground.word(number) in self._words.back["broken"]:
            alone = bool(ground.gap(end).strip()) or ground.word(end) in self._behind
            if alone or ground.word(number) in ("janji", "janjinya", "perintah"):
                return self._make(number, end, end, "pointer-broken")
        if before in self._keep and ground.word(number) in self._words.back["broken"]:
            # `menaati kesepakatan di Z`: what is kept was there before
            return self._make(number, end, end, "pointer-kept")
        if ground.word(end) == "yang":
            return self._across_relative(ground, number, end, taken)
        if ground.word(end) in ("dengan", "antara") and (side := ground.at(ActorMention, end + 1)):
            # `kesepakatan dengan B itu`
            after = ground.past_bracket(ground.after(ground.coordinated(side)[-1]))
            pointed = not self._words.around["determiners"].isdisjoint((ground.word(after - 1), ground.word(after)))
            return self._make(number, number + 1, number + 1, "pointer-with") if pointed else None
        return self._order(ground, number)

    def _told_of(self, ground: Ground, number: int, nouns: list[Phrase]) -> Phrase | None:
        """`Umurnya habis pada T`, `Ia mulai berlaku T`: what is said of the pause of the sentences before."""
        following = number + 1
        while ground.word(following) in self._adverbs and not ground.gap(following).strip():
            following += 1
        alive = ground.word(number) in self._words.back["lifetimes"]
        if ground.word(following) not in (self._outlived if alive else self._in_force):
            return None
        if ground.word(following + 1) in ("bagi", "untuk"):
            return None  # `waktunya habis bagi warga`
        start = ground.sentence(number).start
        before = [noun for noun in nouns if start - _SPOKEN_OF <= noun.first < number]
        first = number - 1 if ground.word(number - 1) in ("batas", "masa", "tenggat") else number
        # Later in its sentence it is the age of somebody named there, unless that sentence names the pause.
        parted = ground.gap(first).strip() in (",", ";") or ground.word(first - 1) in _GOING_ON
        goes_on = not alive and (parted or ground.before(TimeMention, first) is not None)
        if not before or not (first == start or goes_on or (alive and before[-1].first >= start)):
            return None
        return self._make(first, number + 1, number + 1, "lifetime" if alive else "pronoun")

    def _paper(self, ground: Ground, number: int, nouns: list[Phrase]) -> Phrase | None:
        """`Dokumen itu, yang ditandatangani pada T, dikubur A`: the paper of the pause of the sentence before."""
        sentence = ground.sentence(number)
        opens = number == sentence.start or ground.marked(number, ",;") or ground.word(number - 1) == "dan"
        if not opens or ground.word(number + 1) not in self._words.around["determiners"]:
            return None
        before = [noun for noun in nouns if sentence.start - _SPOKEN_OF <= noun.first < number]
        vowed = ground.word(number) in self._words.back["vows"]
        fates = self._fates_of_vows if vowed else self._fates
        # what was vowed or decided may be more than a pause: its fate must follow at once
        stop = min(number + _FATE_WITHIN, sentence.stop) if vowed or number != sentence.start else sentence.stop
        told = any(ground.word(n) in fates for n in range(number + 2, stop))
        return self._make(number, number + 1, number + 2, "paper") if before and told else None

    def _deed(self, ground: Ground, number: int, nouns: list[Phrase]) -> Phrase | None:
        """`Keputusan itu dijalankan T`, `Larangan menembak itu berlaku`: what was made known of the pause before."""
        end = number + 1
        while end - number <= _DEED and ground.word(end) not in self._words.around["determiners"]:
            if not ground.adjoins(end):
                return None
            end += 1
        verb = ground.syntax.verb_after(end)
        while verb is not None and ground.word(verb) in self._adverbs:
            verb = ground.syntax.verb_after(verb)
        if verb is None or ground.word(verb) not in self._words.back["deed_fates"]:
            return None
        bare = all(ground.word(n) in self._adverbs for n in range(end + 1, verb))
        start = ground.sentence(number).start
        told = any(start - _SPOKEN_OF <= noun.first < number for noun in nouns)
        determined = ground.word(end) in self._words.around["determiners"]
        return self._make(number, number + 1, end + 1, "deed") if bare and told and determined else None

    def _order(self, ground: Ground, number: int) -> Phrase | None:
        """`perintah D untuk berhenti menembak`: it stands for the pause that was ordered."""
        actor = ground.at(ActorMention, number + 1 + (ground.word(number + 1) == "dari"))
        if actor is None or ground.word(ground.after(actor)) not in ("untuk", "agar", "supaya"):
            return None
        verb, verbs = ground.after(actor) + 1, self._words.verbs
        if ground.word(verb) not in verbs["cease"] | verbs["stop"]:
            return None
        end = verb + 1
        while ground.word(end) in verbs["ceased"] | verbs["fighting"] | verbs["filler"]:
            end += 1
        return self._make(number, number + 1, end, "order")

    def _ordinal(self, ground: Ground, number: int, nouns: list[Phrase], counted: bool) -> Phrase | None:
        """`Yang pertama runtuh; yang kedua …`: one of the pauses that the sentence before speaks of."""
        first = number - 1
        if ground.word(first) != "yang" or any(number < n.first <= number + 4 for n in nouns):
            return None
        made = ground.word(first - 1) in self._acts and ground.adjoins(first)
        if not (made or self._opens_clause(ground, first)):
            return None
        paragraph = ground.document.paragraph_at(ground.words.starts[first])
        known = [n for n in nouns if n.first < first and ground.words.starts[n.first] >= paragraph.start]
        if not known or not (made or self._is_told_as_pause(ground, number)):
            return None
        noun = known[-1]
        label = ground.document.text_of(ground.span(noun.first, max(noun.core, noun.first + 1))).lower()
        # Each ordinal is a pause of its own, so each sets it off otherwise.
        contrast: Contrast = _SET_OFF.get(ground.word(number), "current")
        if contrast == "current" and not counted and ground.word(number) not in self._words.numbers:
            # `P sebelumnya rapuh. Yang terakhir …`: one of those, not one after them
            contrast = "earlier"
        return Phrase(
            first=first,
            end=number + 1,
            outer=first,
            stop=self._after_date(ground, number + 1),
            rule="ordinal",
            kind=noun.kind,
            contrast=contrast,
            label=label,
            number=self._words.numbers.get(ground.word(number)),
        )

    def _is_told_as_pause(self, ground: Ground, number: int) -> bool:
        """Whether the verb behind an ordinal is one of pauses; behind an apposition any of the clause's may be."""
        stop = next((n for n in range(number + 1, ground.sentence(number).stop) if ";" in ground.gap(n)), None)
        verbs = ground.syntax.verbs_between(number + 1, stop or ground.sentence(number).stop)
        apposed = "," in ground.gap(number + 1)
        return any(ground.word(verb) in self._told_of_each for verb in (verbs if apposed else verbs[:1]))

    def _opens_clause(self, ground: Ground, first: int) -> bool:
        """Whether a word opens its sentence or a clause of it: `; yang kedua`, `sedangkan yang ketiga`."""
        sentence = ground.sentence(first)
        return (
            first == sentence.start
            or "," in (gap := ground.gap(first))
            or ";" in gap
            or (ground.word(first - 1) in _JOINING)
        )

    def _after_date(self, ground: Ground, number: int) -> int:
        """`Yang pertama, pada T, diumumkan`: the day set off by commas is that of the verb."""
        if "," not in ground.gap(number):
            return number
        time = ground.at(TimeMention, number + 1) if ground.word(number) == "pada" else ground.at(TimeMention, number)
        return ground.after(time) if time is not None else number

    def _past_giver(self, ground: Ground, number: int) -> int:
        """`tawaran A itu`, `usulan dari A tersebut`: the word behind whoever makes it, else the word itself."""
        start = number + (ground.word(number) in ("dari", "perantara", "penengah", "mediator", "utusan", "para"))
        giver = ground.at(ActorMention, start)
        return ground.after(ground.coordinated(giver)[-1]) if giver is not None and ground.adjoins(start) else number

    def _across_relative(self, ground: Ground, number: int, end: int, taken: set[int]) -> Phrase | None:
        """`kesepakatan yang ditengahi X itu`, `kesepakatan yang ditengahi X, Y, dan Z itu`."""
        stop, after = ground.sentence(number).stop, end + 1
        for _ in range(_REACH):
            mark = ground.gap(after).strip(' \u00a0"“”')
            named = ground.at(ActorMention, after)
            listed = mark == "," and (ground.word(after) == "dan" or named is not None)
            if after >= stop or after in taken or (mark.startswith((",", ";")) and not listed):
                return None
            if ground.word(after) in ("itu", "ini", "tersebut"):
                return self._make(number, number + 1, number + 1, "pointer-relative")
            # A name of many words is one step.
            after = ground.past_bracket(ground.after(named)) if named is not None else after + 1
        return None

    def _make(self, first: int, end: int, stop: int, rule: str) -> Phrase:
        return Phrase(
            first=first, end=end, outer=first, stop=stop, rule=rule, kind=None, definite=True, makes_pause=False
        )

    def _extension(self, ground: Ground, number: int) -> Phrase:
        """`perpanjangan enam bulan`, of a pause spoken of before."""
        phrase = self._make(number, number + 1, number + 1, "extension")
        phrase.governor = number
        if ground.word(number) == "tambahan":
            phrase.end = phrase.stop = number + 2
        length = ground.at(TimeMention, phrase.stop)
        if length is not None and length.type == "DURATION":
            phrase.length, phrase.stop = length, ground.after(length)
        return phrase
