"""Talks about a pause, and asking that somebody or something be taken into it."""

from __future__ import annotations

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import pair_before
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords, Voice

__all__ = ["TalkReader"]

_PURPOSE = frozenset(("untuk", "guna", "agar", "supaya", "demi", "mengenai", "tentang", "soal", "terkait"))
_BOTH = frozenset(("kedua", "keduanya", "mereka"))
_REACH = 12
_LIKE = frozenset(("serupa", "sama", "senada"))
_PROCLAMATIONS = frozenset(("perintah", "pengumuman", "deklarasi", "maklumat"))
_RELUCTANT = frozenset(("menolak", "enggan", "ogah", "emoh"))


class TalkReader:
    """Reads talks to reach or to widen a pause, refusals that leave their object out."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._proposals = frozenset(word for word, type_ in words.nouns.items() if type_ == "demanded")
        self._take_in = words.words["take_in"]
        self._asking = words.words["asking"]
        self._talks = frozenset(w for w, voices in words.verbs.items() if any(v.voice == "talks" for v in voices))
        self._nouns = frozenset(word for word, type_ in words.nouns.items() if type_ == "negotiated")
        self._lead = words.words["lead"]
        self._answer = words.words["answer"]
        self._put = words.words["put"]
        self._reply = words.words["reply"]
        self._answering = words.words["answering"]
        self._mediating = frozenset(w for w, voices in words.verbs.items() if Voice("brokered", "active") in voices)
        self._how = words.words["talks_how"]
        self._settings = settings

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the events of all talks."""
        widened = {
            number for number in ground.words.numbers(self._take_in) if self._widening(ground, arguments, number, told)
        }
        covered = {ground.sentence(number).start for number in widened}
        for number in ground.words.numbers(self._talks | self._nouns):
            if ground.sentence(number).start not in covered:
                self._talking(ground, arguments, number, told)
        for number in ground.words.numbers(self._mediating):
            self._mediated(ground, arguments, number, told)
        for number in ground.words.numbers({"menolak", "ditolak"}):
            self._refusing(ground, arguments, number, told)
        for number in ground.words.numbers({"penolakan"}):
            self._refused(ground, arguments, number, told)
        for number in ground.words.numbers({"tidak"}):
            self._gapped(ground, number, told)
        for number in ground.words.numbers(self._reply):
            self._unanswered(ground, arguments, number, told)
        for number in ground.words.numbers(self._lead):
            self._led(ground, arguments, number, told)
        for number in ground.words.numbers(self._put):
            self._proposed(ground, arguments, number, told)
        for number in ground.words.numbers(_LIKE):
            self._likewise(ground, number, told)
        for number in ground.words.numbers(self._answer):
            self._answered(ground, arguments, number, told)

    def _widening(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> bool:
        """`pembicaraan untuk memasukkan Z dalam P`, `menuntut agar Z dimasukkan ke dalam P`."""
        sentence = ground.sentence(verb)
        following = arguments.between(verb + 1, min(verb + _REACH, sentence.stop))
        if not following or ground.word(following[0].outer - 1) not in ("dalam", "ke"):
            return False
        phrase = following[0]
        before = range(sentence.start, verb)
        words = {ground.word(n) for n in before}
        asked = words & self._asking
        if not asked and not words & (self._nouns | self._talks):
            return False
        regions = ground.among(RegionMention, verb + 1, phrase.outer) or ground.among(
            RegionMention, max(before.start, verb - 5), verb
        )
        actors = ground.among(ActorMention, before.start, verb)
        phrase.definite = True
        told.events.append(
            EventDraft(
                "demanded" if asked else "negotiated",
                phrase,
                ground.span(verb, verb + 1),
                "take-in",
                actor=actors[0] if actors else None,
                region=regions[0] if regions else None,
            )
        )
        return True

    def _talking(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`berunding untuk P`, `negosiasi dilakukan untuk menciptakan P di Z`."""
        # `menolak berunding soal P`
        refused = ground.word(number - 1) in _RELUCTANT and ground.word(number) in self._talks
        if arguments.holding(number) or not (refused or self._happens(ground, number)):
            return
        sentence = ground.sentence(number)
        purpose = next(
            (n for n in range(number + 1, min(number + 8, sentence.stop)) if ground.word(n) in _PURPOSE), None
        )
        if purpose is None and ground.word(number) in self._talks and ground.word(number + 1) in ("lewat", "melalui"):
            self._through(ground, arguments, number, told)
            return
        if purpose is None and ground.word(number) in self._talks:
            self._plain(ground, arguments, number, told)
            return
        if purpose is None or (
            ground.word(number) in self._nouns and purpose == number + 1 and not ground.syntax.is_verb(purpose + 1)
        ):
            return
        phrase = arguments.object(purpose)
        if phrase is None or phrase.governor >= 0:
            return
        actor = ground.subject(number) if ground.word(number) in self._talks else None
        phrase.wanted = phrase.wanted or not phrase.definite
        told.events.append(
            EventDraft(
                "rejected" if refused else "negotiated",
                phrase,
                ground.span(number, number + 1),
                "talks",
                actor=actor,
                region=self._where(ground, phrase),
            )
        )
        sides = ground.coordinated(actor) if actor is not None else []
        if len(sides) == 2:
            told.facts += [FactDraft("parties", phrase, side.span, "talks", actor=side) for side in sides]

    def _mediated(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`K menengahi perundingan A dan B mengenai P`: talks to reach it, between two, by a third."""
        mood, stop = ground.mood(verb), ground.sentence(verb).stop
        if ground.word(verb + 1) not in self._nouns or mood.negated or mood.hypothetical:
            return
        found = arguments.between(verb + 2, min(verb + _REACH, stop))
        if not found or found[0].definite or ground.word(found[0].outer - 1) not in _PURPOSE:
            return
        phrase, actor, span = found[0], ground.subject(verb), ground.span(verb, verb + 1)
        phrase.wanted = True
        told.events.append(EventDraft("negotiated", phrase, span, "mediated-talks", actor=actor))
        for one in ground.coordinated(actor) if actor is not None else ():
            told.facts.append(FactDraft("brokers", phrase, span, "mediates", actor=one))
        pair = pair_before(ground, phrase.outer, phrase.outer - verb)
        told.facts += [FactDraft("parties", phrase, side.span, "talks", actor=side) for side in pair]

    def _through(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`A, yang berunding lewat X`: about the pause that the sentences before tell of."""
        phrase, actor = arguments.latest(number), ground.subject(number)
        paragraph = ground.document.paragraph_number(ground.words.starts[number])
        if phrase is None or actor is None:
            return
        if paragraph - ground.document.paragraph_number(ground.words.starts[phrase.first]) <= 1:
            told.events.append(
                EventDraft("negotiated", phrase, ground.span(number, number + 1), "talks-through", actor=actor)
            )

    def _plain(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`P disepakati. Keduanya berunding langsung.`: in a main clause right behind, about the pause."""
        if not ground.syntax.is_verb(verb) or ground.clause(verb).link or not ground.mood(verb).real:
            return
        how = ground.word(verb + 1) in self._how or bool(ground.gap(verb + 1).strip())
        how = how or ground.at(TimeMention, verb + 1) is not None
        start = ground.sentence(verb).start
        phrase = arguments.latest(start) if how and start else None
        if phrase is None or phrase.first < ground.sentence(start - 1).start or arguments.between(start, verb):
            return
        both = next((n for n in range(verb - 1, max(start, verb - 5) - 1, -1) if ground.word(n) in _BOTH), -1)
        actor = ground.subject(verb) if both < 0 else None
        if actor is not None or both >= 0:
            span = ground.span(verb, verb + 1)
            told.events.append(EventDraft("negotiated", phrase, span, "talks-plain", actor=actor, both=both))

    def _happens(self, ground: Ground, number: int) -> bool:
        """Whether the talks are told as held: a verb, or a noun with one."""
        if ground.word(number) in self._talks:
            return ground.mood(number).real if ground.syntax.is_verb(number) else True
        verb = ground.syntax.verb_after(number)
        return (
            verb is not None
            and verb - number <= 4
            and ground.mood(verb).real
            and ground.word(verb) in ("dilakukan", "digelar", "berlangsung", "diadakan", "dimulai", "bergulir")
        )

    def _where(self, ground: Ground, phrase: Phrase) -> RegionMention | None:
        if ground.word(phrase.stop) != "di":
            return None
        return next(
            iter(
                ground.among(RegionMention, phrase.stop + 1, min(phrase.stop + 5, ground.sentence(phrase.first).stop))
            ),
            None,
        )

    def _refusing(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`tetapi kelompok itu menolak.`: what was offered just before."""
        named = arguments.equated(verb)
        phrase = arguments.latest(verb)
        if named is not None and phrase is not None and arguments.object(verb) is None:
            # `kabinet menyetujuinya; yang menolak ialah X`
            told.events.append(EventDraft("rejected", phrase, ground.span(verb, verb + 1), "refusal", actor=named))
            return
        if ground.word(verb + 1) in self._answering and phrase is not None and not ground.mood(verb).negated:
            # `A menolak membalasnya`
            actor, span = ground.subject(verb), ground.span(verb, verb + 1)
            told.events.append(EventDraft("rejected", phrase, span, "refusal", actor=actor))
            return
        following = ground.gap(verb + 1).strip(' \u00a0"“”')
        if not following.startswith((".", ",", ";")) or ground.mood(verb).negated:
            return
        sentence = ground.sentence(verb)
        offered = [
            e
            for e in told.events
            if e.type == "demanded" and sentence.start <= ground.words.first_at(e.span.start) < verb
        ]
        actor = ground.subject(verb) if ground.word(verb) == "menolak" else None
        if offered and actor is not None:
            told.events.append(
                EventDraft("rejected", offered[-1].phrase, ground.span(verb, verb + 1), "refusal", actor=actor)
            )

    def _gapped(self, ground: Ground, number: int, told: Told) -> None:
        """`A menyetujuinya, B tidak.`: B refuses what A took up."""
        actor = ground.before(ActorMention, number)
        if actor is None or not ground.gap(number + 1).lstrip().startswith((".", ",", ";")):
            return
        sentence = ground.sentence(number)
        taken_up = [
            e
            for e in told.events
            if e.type == "agreed" and sentence.start <= ground.words.first_at(e.span.start) < number
        ]
        if taken_up:
            span = ground.span(number, number + 1)
            told.events.append(EventDraft("rejected", taken_up[-1].phrase, span, "refusal", actor=actor))

    def _unanswered(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`A menerimanya, tetapi B belum menjawab`, `A menerimanya. B belum menjawab`: nothing is settled yet."""
        start = ground.sentence(verb).start
        first = ground.sentence(start - 1).start if start > 0 else start
        taken_up = [
            e for e in told.events if e.type == "agreed" and first <= ground.words.first_at(e.span.start) < verb
        ]
        if taken_up and ground.word(verb - 1) == "belum":
            span = ground.span(verb, verb + 1)
            told.facts.append(FactDraft("status", taken_up[-1].phrase, span, "status-proposed", value="proposed"))

    def _refused(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`usul P menuai penolakan dari A`: the noun tells who refuses."""
        following = number + 2 if ground.word(number + 1) in ("dari", "oleh") else number + 1
        actor = ground.at(ActorMention, following)
        sentence = ground.sentence(number)
        own = [p for p in arguments.between(number + 1, min(number + _REACH, sentence.stop)) if p.governor == number]
        # `penolakan A atas P`
        own += [p for p in arguments.between(number + 2, min(number + _REACH, sentence.stop)) if _over(ground, p)]
        phrases = own[:1] or arguments.between(sentence.start, number)
        verb = ground.syntax.verb_before(number) or (ground.syntax.verb_after(number) if own else None)
        # `belum menerima jawaban selain penolakan A`
        told_so = verb is not None and (ground.mood(verb).real or ground.word(number - 1) == "selain")
        if actor is None or not phrases or not told_so:
            return
        told.events.append(
            EventDraft("rejected", phrases[-1], ground.span(number, number + 1), "noun-rejected", actor=actor)
        )

    def _led(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`perundingan itu dipimpin X`, `X, yang memimpin perundingan itu`: the talks by which a pause came about."""
        sentence = ground.sentence(verb)
        passive = ground.word(verb).startswith("di")
        near = range(max(sentence.start, verb - 9), verb) if passive else range(verb + 1, min(verb + 3, sentence.stop))
        noun = next((n for n in near if ground.word(n) in self._nouns), None)
        if noun is None or not ground.mood(verb).real or arguments.holding(noun):
            return
        actor = ground.agent(verb) if passive else ground.subject(verb)
        before = ground.sentence(sentence.start - 1).start if sentence.start else sentence.start
        phrases = [p for p in arguments.between(before, noun) if p.rule != "stop-verb"]
        own = any(arguments.holding(n) for n in range(noun + 1, min(noun + 4, sentence.stop)))
        pointed = "itu" in (ground.word(n) for n in range(noun, min(noun + 8, sentence.stop)))
        here = bool(phrases) and phrases[-1].first >= sentence.start
        bare = bool(ground.gap(noun + 1).strip()) and phrases[-1:] != [] and not passive
        if actor is None or not phrases or own or not (pointed or here or bare):
            return
        told.events.append(EventDraft("negotiated", phrases[-1], ground.span(verb, verb + 1), "talks-led", actor=actor))

    def _proposed(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> None:
        """`usul P A, yang ia ajukan pada T, ditolak`: a relative clause that dates the proposal tells it."""
        opening = next((n for n in range(number - 1, number - 5, -1) if ground.word(n) == "yang"), None)
        if opening is None or "," not in ground.gap(opening):
            return
        phrases = [p for p in arguments.between(ground.sentence(number).start, opening) if p.governor >= 0]
        if not phrases or ground.word(phrases[-1].governor) not in self._proposals:
            return
        setting = self._settings.read(ground, number, phrases[-1])
        owners = ground.among(ActorMention, phrases[-1].governor + 1, opening)
        if setting.date is not None:
            span = ground.span(number, number + 1)
            actor = owners[0] if owners else ground.before(ActorMention, number)
            told.events.append(EventDraft("demanded", phrases[-1], span, "proposed", actor=actor, date=setting.date))

    def _likewise(self, ground: Ground, number: int, told: Told) -> None:
        """`B mengeluarkan perintah serupa`: B announces the like, right after A did."""
        verb = ground.syntax.verb_before(number)
        if ground.word(number - 1) not in _PROCLAMATIONS or verb is None or number - verb > 3:
            return
        start = ground.sentence(number).start
        first = ground.sentence(start - 1).start if start else start
        made = [e for e in told.events if e.type == "announced" and first <= ground.words.first_at(e.span.start) < verb]
        actor = ground.subject(verb)
        if made and actor is not None and ground.mood(verb).real and made[-1].actor is not actor:
            span = ground.span(verb, verb + 1)
            told.events.append(EventDraft("announced", made[-1].phrase, span, "answer", actor=actor))

    def _answered(self, ground: Ground, arguments: Arguments, verb: int, told: Told) -> None:
        """`A mengumumkan P, yang dibalas B dengan langkah serupa`: B announces it too."""
        sentence = ground.sentence(verb)
        actor = ground.agent(verb)
        like = any(ground.word(n) in ("serupa", "sama") for n in range(verb + 1, min(verb + 8, sentence.stop)))
        announced = [
            e
            for e in told.events
            if e.type == "announced" and sentence.start <= ground.words.first_at(e.span.start) < verb
        ]
        if actor is not None and like and announced and ground.mood(verb).real:
            told.events.append(
                EventDraft("announced", announced[-1].phrase, ground.span(verb, verb + 1), "answer", actor=actor)
            )


def _over(ground: Ground, phrase: Phrase) -> bool:
    """Whether a preposition of `penolakan atas P` stands before a pause."""
    return ground.word(phrase.outer - 1) in ("atas", "terhadap")
