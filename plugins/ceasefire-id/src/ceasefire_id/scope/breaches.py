"""Breaches told without the verb `melanggar`: accusations of attacks, fighting in spite of a pause."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention
from ceasefire_id.scope.aftermath import Aftermath
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import pair_before, pair_blamed
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import BACKGROUND, Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["BreachReader"]

_NEAR: Final = 5
#: words before a pause in which something happens
_DURING: Final = frozenset(("tengah", "selama", "sepanjang"))
#: days of a pause that are counted (`pada hari kedua P`)
_COUNTED: Final = frozenset(("hari", "malam", "jam", "pekan", "minggu"))
_ORDINALS: Final = frozenset(
    ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh")
)
#: verbs that attack only with an attack as their object or subject
_WITH_NOUN: Final = frozenset(
    ("melancarkan", "melakukan", "meluncurkan", "menggelar", "melepaskan", "menewaskan", "menjatuhkan", "menargetkan")
)
#: nouns for a place before its name
_PLACES: Final = frozenset(
    ("kota", "kawasan", "distrik", "desa", "wilayah", "daerah", "pinggiran", "sekitar", "kamp", "pelabuhan")
)
_STILL: Final = frozenset(
    ("masih", "tetap", "terus", "kembali", "sudah", "telah", "pun", "juga", "kemudian", "pertama", "lain")
)
_FULL: Final = frozenset(("genap", "sampai", "lagi", "cukup"))
#: `Belum kering tinta P, …`, `Baru saja P diteken, …`
_FRESH: Final = frozenset(("kering", "lama", "saja", "sempat", "lagi"))
_NONE: Final = frozenset(("tidak", "tak", "tanpa", "belum", "bukan", "tiada"))

_CEASING: Final = frozenset(("berhenti", "menghentikan", "henti"))


class BreachReader:
    """Reads fighting that its sentence ties to a pause."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._settings = settings
        self._attack = words.words["attack"]
        self._nouns = words.words["attack_nouns"]
        self._against = words.words["against"]
        self._accuse = words.words["accuse"] | words.words["mutual"]
        self._turns = words.words["turns"]
        self._harm = words.words["harm"]
        self._attacked = words.words["attacked"]
        self._frayed = words.words["frayed"]
        self._raging_verbs = words.words["raging"]
        self._arms_behind = words.words["arms_behind"]
        self._coloured = words.words["coloured"]
        self._checks = words.words["checks"]
        self._silent = words.words["silent"] | _NONE
        self._aftermath = Aftermath(words)

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the breaches of all sentences with a pause."""
        self._read_harm(ground, arguments, told)
        broken = {
            ground.sentence(ground.words.first_at(e.span.start)).start for e in told.events if e.type == "violated"
        }
        open_to = self._open_to(ground, arguments, told) - broken
        for number in ground.words.numbers(self._attack | self._attacked) if open_to else ():
            if ground.word(number - 1) in _CEASING:
                # `berhenti menembak`
                continue
            start = ground.sentence(number).start
            if start not in open_to or start in broken or not ground.syntax.is_verb(number):
                continue
            if arguments.holding(number) is not None:
                # `berhenti saling menembak`: what is stopped is no breach
                continue
            if (phrase := self._broken_by(ground, arguments, number, told)) and self._fights(ground, number):
                broken.add(start)
                self._add(ground, phrase, number, told)
        for number in ground.words.numbers(self._nouns) if open_to else ():
            start = ground.sentence(number).start
            if start not in open_to or start in broken:
                continue
            verb = self._raging(ground, number)
            phrase = self._broken_by(ground, arguments, number, told) if verb is not None else None
            if verb is not None and phrase is not None:
                broken.add(start)
                self._rage(ground, phrase, number, verb, told)
        self._read_turns(ground, told)
        self._read_failed(ground, arguments, told)

    def _open_to(self, ground: Ground, arguments: Arguments, told: Told) -> set[int]:
        """The first words of the sentences that name a pause, or follow one that tells something of it."""
        named = {ground.sentence(phrase.first).start for phrase in arguments.phrases}
        telling = {ground.sentence(ground.words.first_at(event.span.start)).stop for event in told.events}
        return named | telling | {ground.sentence(start).stop for start in told.harmed}

    def _broken_by(self, ground: Ground, arguments: Arguments, number: int, told: Told) -> Phrase | None:
        """The pause to which its sentence, or how that goes on from the one before, ties fighting."""
        sentence = ground.sentence(number)
        if phrases := arguments.between(sentence.start, sentence.stop):
            return self._tied(ground, phrases, number, told)
        carried = self._aftermath.pause(ground, number, told)
        return carried if carried is not None and not self._is_left_out(ground, number) else None

    def _read_harm(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`bom merusak P`, `P mulai retak`: it suffers, though nobody is said to have broken it."""
        harmed = [(number, arguments.object(number)) for number in ground.words.numbers(self._harm)]
        for number in ground.words.numbers(self._frayed):
            argument = arguments.subject(number)
            harmed.append((number, argument.phrase if argument is not None else None))
        for number, phrase in harmed:
            if phrase is not None and ground.mood(number).real and ground.word(number - 1) not in ("bisa", "akan"):
                span = ground.span(number, number + 1)
                told.facts.append(FactDraft("status", phrase, span, "status-harmed", value="violated"))
                told.harmed[ground.sentence(number).start] = phrase

    def _read_failed(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`P diwarnai baku tembak`, `P gagal meredam pertempuran di Z`: fighting in spite of it."""
        for verb in ground.words.numbers(self._coloured | self._checks):
            mood = ground.mood(verb) if ground.syntax.is_verb(verb) else None
            if mood is None or mood.hypothetical or mood.future:
                continue
            noun = next((n for n in range(verb + 1, verb + 4) if ground.word(n) in self._nouns), -1)
            checked = ground.word(verb) in self._checks
            vain = checked and (mood.negated or ground.word(verb - 1) in ("gagal", "sulit"))
            if noun < 0 or (checked and not vain) or (mood.negated and not checked):
                continue
            argument = arguments.subject(verb)
            if argument is None or argument.phrase.wanted or self._is_broken(ground, verb, told):
                continue
            # `baku tembak` looks like a verb, whose time then is that of the whole
            last = noun + 1 if ground.syntax.is_verb(noun + 1) else verb
            self._rage(ground, argument.phrase, noun, last, told)

    def _is_broken(self, ground: Ground, verb: int, told: Told) -> bool:
        span = ground.span(verb, verb + 1)
        return any(event.type == "violated" and event.span == span for event in told.events)

    def _raging(self, ground: Ground, number: int) -> int | None:
        """The verb by which fighting rages: `baku tembak pecah`, `serangan masih terjadi`, `roket G jatuh`."""
        for before in range(number, max(ground.sentence(number).start, number - _NEAR), -1):
            if ground.gap(before).strip():
                break
            if ground.word(before - 1) in _NONE:
                return None
        owner = ground.at(ActorMention, number + 1)
        verb = ground.after(owner) if owner is not None else number + 1
        while ground.word(verb) in self._arms_behind:
            verb += 1
        starts = ground.words.starts
        if verb < len(starts) and ground.text[starts[verb]].isupper() and ground.adjoins(verb):
            # `roket Qassam`: a make that is no name of anybody
            verb += 1
        while ground.word(verb) in _STILL:
            if ground.word(verb + 1) not in self._raging_verbs:
                return None if ground.word(verb + 1) in self._silent else verb
            verb += 1
        return verb if ground.word(verb) in self._raging_verbs else None

    def _rage(self, ground: Ground, phrase: Phrase, number: int, verb: int, told: Told) -> None:
        setting = self._settings.read(ground, verb, phrase) if ground.syntax.is_verb(verb) else None
        told.events.append(
            EventDraft(
                "violated",
                phrase,
                ground.span(number, number + 1),
                "breach-told",
                actor=ground.at(ActorMention, number + 1),
                region=self._struck(ground, verb) or (setting.region if setting else None),
                date=setting.date if setting else None,
            )
        )

    def _struck(self, ground: Ground, verb: int) -> RegionMention | None:
        """`menghujani kota Z`, `Z digempur`: the place that is hit."""
        if ground.word(verb) in self._attacked:
            return next(iter(ground.among(RegionMention, ground.clause(verb).first, verb)), None)
        number = verb + 1
        while ground.word(number) in _PLACES and number < verb + 4:
            number += 1
        return ground.at(RegionMention, number)

    def _read_turns(self, ground: Ground, told: Told) -> None:
        """`P mulai berlaku, tetapi baku tembak pecah`."""
        for number in ground.words.numbers(self._turns):
            sentence = ground.sentence(number)
            if number == sentence.start:
                continue
            turned = number + 1 if ground.word(number + 1) in self._nouns else self._attack_after(ground, number)
            if turned == number + 1 and self._goes_on(ground, turned):
                continue
            if turned is None:
                continue
            begun = [
                event
                for event in told.events
                if event.type in ("started", "agreed", "announced")
                and ground.clause(ground.words.first_at(event.span.start)).link not in BACKGROUND
                and sentence.start <= ground.words.first_at(event.span.start) < number
            ]
            if begun:
                phrase = begun[-1].phrase
                verb = ground.syntax.verb_after(number)
                setting = self._settings.read(ground, verb, phrase) if verb is not None else None
                told.events.append(
                    EventDraft(
                        "violated",
                        phrase,
                        ground.span(turned, turned + 1),
                        "breach-told",
                        actor=self._attacker(ground, turned),
                        region=setting.region if setting else None,
                        date=setting.date if setting else None,
                    )
                )

    def _goes_on(self, ground: Ground, noun: int) -> bool:
        """`tetapi operasi A terhadap G tetap jalan`: against those whom the pause leaves out."""
        owner = ground.at(ActorMention, noun + 1)
        following = ground.after(owner) if owner is not None else noun + 1
        return ground.word(following) in ("terhadap", "melawan", "atas")

    def _attack_after(self, ground: Ground, number: int) -> int | None:
        """`tetapi kota itu digempur lagi`: the verb of attack right after the turn."""
        verb = ground.syntax.verb_after(number)
        if verb is None or verb - number > 7 or not ground.mood(verb).real:
            return None
        going_on = self._is_left_out(ground, verb)
        attacks = ground.word(verb) in self._attack and not going_on and self._fights(ground, verb)
        return verb if attacks or ground.word(verb) in self._attacked else None

    def _attacker(self, ground: Ground, number: int) -> ActorMention | None:
        if not ground.syntax.is_verb(number):
            return None
        if ground.word(number) in self._attacked:
            return ground.agent(number)
        first = number - 1
        while ground.word(first) in _STILL:
            first -= 1
        # `bom tetap menghujani Z`: nobody but the arm is named
        return None if ground.word(first) in self._nouns else ground.subject(number)

    def _fights(self, ground: Ground, verb: int) -> bool:
        """`melancarkan`, `melakukan`, `menewaskan` attack only with an attack as their object or subject."""
        if not ground.mood(verb).real or ground.clause(verb).link in ("untuk", "agar", "supaya", "jika", "bila"):
            return False
        if ground.word(verb) in _WITH_NOUN:
            near = {ground.word(n) for n in range(max(0, verb - 4), verb + 5)}
            return not near.isdisjoint(self._nouns)
        return True

    def _tied(self, ground: Ground, phrases: list[Phrase], verb: int, told: Told) -> Phrase | None:
        """The pause in spite of which, or soon after which, somebody attacks; or whose breach is charged."""
        for phrase in phrases:
            before = [ground.word(n) for n in range(max(0, phrase.outer - 4), phrase.outer)]
            if (
                ground.word(phrase.outer) in ("masa", "periode")
                and before[-1:]
                and before[-1] in ("di", "pada", "dalam")
            ):
                before.append("selama")
            if phrase.wanted or (not phrase.makes_pause and phrase.kind is not None):
                continue
            if self._against & set(before):
                return phrase
            if (_DURING & set(before) or self._is_counted(ground, phrase.outer)) and not self._is_left_out(
                ground, verb
            ):
                return phrase
        if young := self._barely_begun(ground, phrases, verb):
            return young
        if self._is_on_counted_day(ground, verb) and (
            earlier := [p for p in phrases if p.first < verb and not p.wanted]
        ):
            return earlier[-1]
        harmed = told.harmed.get(ground.sentence(verb).start)
        if harmed is not None and harmed.stop < verb and not self._is_left_out(ground, verb):
            # `P compang-camping: A menggempur Z`
            return harmed
        charged = any(ground.word(n) in self._accuse for n in range(max(0, verb - _NEAR), verb))
        return next((p for p in phrases if p.first < verb and not p.wanted), None) if charged else None

    def _barely_begun(self, ground: Ground, phrases: list[Phrase], verb: int) -> Phrase | None:
        """`P baru berlaku sejam ketika roket jatuh di Z`: in the first hours of it."""
        if (young := self._opens_young(ground, phrases, verb)) is not None:
            return young
        opened = ground.clause(ground.syntax.verb_after(verb - 1) or verb)
        if opened.link not in ("ketika", "saat", "tatkala", "sewaktu", "begitu"):
            return None
        for phrase in phrases:
            between = {ground.word(n) for n in range(phrase.core, opened.first)}
            if (
                phrase.core >= 0
                and phrase.first < opened.first
                and not phrase.wanted
                and "baru" in between
                and "akan" not in between
            ):
                return phrase
        return None

    def _opens_young(self, ground: Ground, phrases: list[Phrase], verb: int) -> Phrase | None:
        """`Belum genap sehari P berlaku, roket jatuh di Z`, `Baru dua jam P berjalan, baku tembak pecah`."""
        start, phrase = ground.sentence(verb).start, phrases[0]
        young = ground.word(start) == "baru" or (ground.word(start) in _NONE and ground.word(start + 1) in _FULL)
        fresh = ground.word(start) in _NONE | {"baru"} and ground.word(start + 1) in _FRESH
        aged = phrase.length is not None and ground.first_of(phrase.length) - start <= 3
        if not (young or fresh) or not (aged or fresh) or phrase.wanted:
            return None
        parted = any("," in ground.gap(number) for number in range(phrase.stop, verb + 1))
        return phrase if parted and phrase.stop < verb else None

    def _is_counted(self, ground: Ground, number: int) -> bool:
        """`hari kedua P`: whether a counted day or hour ends right before a word."""
        return ground.word(number - 1) in _ORDINALS and ground.word(number - 2) in _COUNTED

    def _is_on_counted_day(self, ground: Ground, verb: int) -> bool:
        """`P diumumkan A; bom tetap jatuh pada hari pertama`: of that pause, and of nothing named behind the day."""
        clause = ground.clause(verb)
        for number in range(verb + 1, clause.end):
            if ground.word(number) in _COUNTED and ground.word(number + 1) in _ORDINALS:
                alone = ground.word(number + 2) in ("itu", "dan", "saja", "") or bool(ground.gap(number + 2).strip())
                return alone and ground.word(number - 1) in ("pada", "di", "sejak")
        return False

    def _is_left_out(self, ground: Ground, verb: int) -> bool:
        """`Selama P A tetap memerangi G`: that goes on against those whom the pause leaves out."""
        named = ground.at(ActorMention, verb + 1) is not None or ground.word(verb + 1) in ("terhadap", "melawan")
        return ground.word(verb - 1) in ("tetap", "masih", "terus", "boleh", "bebas", "leluasa") and named

    def _add(self, ground: Ground, phrase: Phrase, verb: int, told: Told) -> None:
        actor = self._attacker(ground, verb)
        mutual = any(ground.word(n) == "saling" for n in range(max(0, verb - _NEAR), verb))
        actors: list[ActorMention | None] = [actor]
        if mutual:
            sides = ground.coordinated(actor) if actor is not None else []
            # The pair named last stands nearer than a subject that an earlier verb left over.
            pair = pair_before(ground, verb, verb - ground.sentence(verb).start) if len(sides) < 3 else []
            actors = [*(pair or sides or pair_blamed(ground, verb, told.sides()))] or [actor]
        setting = self._settings.read(ground, verb, phrase)
        for one in actors:
            told.events.append(
                EventDraft(
                    "violated",
                    phrase,
                    ground.span(verb, verb + 1),
                    "breach",
                    actor=one,
                    region=self._struck(ground, verb) or setting.region,
                    date=setting.date,
                )
            )
