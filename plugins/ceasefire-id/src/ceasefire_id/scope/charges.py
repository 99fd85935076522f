"""Charges that somebody broke a pause, where no verb of breaking it stands: mutual ones, answers, what one side tells.

After a breach has been told, a side that answers (`justru A yang menembak`, `A lebih dulu melanggarnya`, `B balik
menuding A`) and a side that says what the other one did tell breaches of the same pause.
"""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.aftermath import Aftermath
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.camps import Camps
from ceasefire_id.scope.drafts import EventDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import pair_blamed
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import SettingReader
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["ChargeReader"]

#: events after which fighting breaks a pause
_BEGINNINGS: Final = ("started", "agreed", "announced", "violated")
#: words that turn a charge round
_COUNTER: Final = frozenset(("justru", "malah", "dulu", "dahulu", "duluan"))
#: what a mutual charge is thrown with
_THROWN: Final = frozenset(("melempar", "melempari", "melontarkan", "bertukar", "melayangkan", "melancarkan"))
_CHARGES: Final = frozenset(("tuduhan", "tudingan"))
_CROSSING: Final = frozenset(("melintasi", "memulai"))
#: `sedangkan B 11 kali`: the verb of the clause before goes on
_GAPPING: Final = frozenset(("sedangkan", "sementara", "adapun"))
#: verbs that attack only with a noun of attack as their object
_WITH_NOUN: Final = frozenset(("melancarkan", "melakukan", "meluncurkan", "menggelar", "melepaskan", "menewaskan"))
#: times that a charge ties to a pause (`pada jam-jam itu`)
_THEN: Final = frozenset(("jam-jam", "masa", "periode", "jam"))
_CEASING: Final = frozenset(("berhenti", "menghentikan"))
#: verbs of firing what was just told of
_OWNED: Final = frozenset(
    ("melepaskannya", "menembakkannya", "meluncurkannya", "menjatuhkannya", "melakukannya", "melancarkannya")
)
#: how many sentences back the breach stands that a charge answers
_ANSWERED: Final = 3


class ChargeReader:
    """Reads the charges of a document after its breaches."""

    def __init__(self, words: EventWords, settings: SettingReader) -> None:
        self._settings = settings
        self._aftermath = Aftermath(words)
        self._attack = words.words["attack"]
        self._nouns = words.words["attack_nouns"]
        self._accuse = words.words["accuse"] | words.words["mutual"]
        self._charge = words.words["accuse"]
        self._say = words.words["say"] | words.words["accuse"]
        self._common = words.words["names_of_any_side"]
        self._violate = frozenset(
            word for word, voices in words.verbs.items() if any(voice.type == "violated" for voice in voices)
        )

    def read(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """Add the breaches of all charges."""
        self._read_mutual(ground, arguments, told)
        self._read_each(ground, arguments, told)
        self._read_charges(ground, arguments, told)
        self._read_counter(ground, told)
        self._read_gapped(ground, told)
        self._read_told(ground, told)
        self._read_owned(ground, told)

    def _add(
        self, ground: Ground, verb: int, phrase: Phrase, told: Told, actor: ActorMention | None, rule: str
    ) -> None:
        setting = self._settings.read(ground, verb, phrase)
        told.events.append(
            EventDraft(
                "violated",
                phrase,
                ground.span(verb, verb + 1),
                rule,
                actor=actor,
                region=setting.region,
                date=None if setting.date is setting.since else setting.date,
            )
        )

    # ---- each the other ------------------------------------------------------------------------------------------

    def _read_mutual(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`A dan B saling menyalahkan` over a pause: each is said to have broken it."""
        for number in ground.words.numbers(frozenset(("saling",))):
            verb, sentence = number + 1, ground.sentence(number)
            broken = any(e.type == "violated" and ground.words.first_at(e.span.start) > number for e in told.events)
            thrown = ground.word(verb) in _THROWN and ground.word(verb + 1) in _CHARGES
            if (ground.word(verb) not in self._accuse and not thrown) or (
                broken and ground.syntax.verb_after(verb) is not None
            ):
                continue
            phrases = [p for p in arguments.between(sentence.start, number) if not p.wanted]
            actor = ground.subject(verb)
            sides = ground.coordinated(actor) if actor is not None else []
            if len(sides) < 2:
                sides = pair_blamed(ground, number, told.sides())
            phrase = phrases[-1] if phrases else self._spoken_of(ground, verb, told, ("violated", "ended"))
            if phrase is not None and len(sides) > 1:
                span = ground.span(verb, verb + 1)
                told.events += [EventDraft("violated", phrase, span, "mutual", actor=side) for side in sides]

    def _read_charges(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`B balik menuding A` after a charge; `setelah itu A menuding B menyerang Z`, which ties it to what began."""
        for verb in sorted(ground.words.numbers(self._charge)):
            sentence = ground.sentence(verb)
            back = "balik" in (ground.word(verb - 1), ground.word(verb + 1))
            opening = [ground.word(n) for n in range(sentence.start, min(sentence.start + 6, verb))]
            after = "itu" in opening and opening[opening.index("itu") - 1] in ("setelah", "sesudah", "usai", "sejak")
            rest = range(verb + 1, sentence.stop)
            after = after or any(ground.word(n) == "itu" and ground.word(n - 1) in _THEN for n in rest)
            said_so = {ground.word(n) for n in range(verb + 1, min(verb + 7, sentence.stop))}
            after = after or bool("tidak" in said_so and said_so & _CEASING)
            after = after or bool(said_so & self._attack and self._aftermath.pause(ground, verb, told))
            if not (back or after) or not ground.mood(verb).real:
                continue
            number = verb + 2 if ground.word(verb + 1) == "balik" else verb + 1
            accused = ground.at(ActorMention, number) or self._other_side(ground, verb, number, told)
            phrase = self._spoken_of(ground, verb, told, ("violated",) if back else _BEGINNINGS)
            if phrase is None and after and not back:
                start = ground.sentence(max(0, sentence.start - 1)).start
                phrase = next((p for p in arguments.between(start, verb) if p.makes_pause and not p.wanted), None)
            said = any(
                e.type == "violated" and verb < ground.words.first_at(e.span.start) < sentence.stop for e in told.events
            )
            following = {ground.word(n) for n in range(number, min(number + 5, sentence.stop))}
            if phrase is not None and (accused is not None or following & self._attack) and not said:
                span = ground.span(verb, verb + 1)
                told.events.append(EventDraft("violated", phrase, span, "charge", actor=accused))

    def _other_side(self, ground: Ground, verb: int, number: int, told: Told) -> ActorMention | None:
        """`balik menuduh artileri lawan`: the one of two sides for which the accuser does not stand."""
        if not any(ground.word(n).startswith("lawan") for n in range(number, number + 3)):
            return None
        return Camps(ground, told.sides(), self._common).against(ground.subject(verb))

    def _spoken_of(self, ground: Ground, verb: int, told: Told, types: tuple[str, ...]) -> Phrase | None:
        """The pause of the last event of these types told in this sentence or the one before."""
        start = ground.sentence(verb).start
        first = ground.sentence(start - 1).start if start > 0 else start
        told_before = [
            e for e in told.events if e.type in types and first <= ground.words.first_at(e.span.start) < verb
        ]
        latest = max(told_before, key=lambda event: event.span.start, default=None)
        return latest.phrase if latest is not None else None

    def _read_each(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`masing-masing kubu menuduh lawannya melepaskan tembakan`: each is said to have broken the pause."""
        for verb in sorted(ground.words.numbers(self._charge)):
            sentence = ground.sentence(verb)
            before = {ground.word(n) for n in range(max(sentence.start, verb - 3), verb)}
            if "masing-masing" not in before or not ground.word(verb + 1).startswith("lawan"):
                continue
            phrases = [p for p in arguments.between(sentence.start, sentence.stop) if not p.wanted]
            pair = pair_blamed(ground, verb, told.sides())
            if not phrases or len(pair) < 2:
                continue
            told.events = [e for e in told.events if not _is_in(ground, e, sentence, "violated")]
            for side in pair:
                self._add(ground, verb, phrases[0], told, side, "mutual")

    # ---- answers -------------------------------------------------------------------------------------------------

    def _read_counter(self, ground: Ground, told: Told) -> None:
        """`justru A yang menembaki Z`, `A lebih dulu melanggarnya`: after a charge, its answer."""
        for number in sorted(ground.words.numbers(_COUNTER)):
            sentence = ground.sentence(number)
            if ground.word(number) in ("dulu", "dahulu") and ground.word(number - 1) not in ("lebih", "terlebih"):
                continue
            charged = self._answered(ground, sentence, told)
            verb = self._attack_at(ground, number)
            if charged is None or verb is None:
                continue
            own = [e for e in told.events if _is_in(ground, e, sentence, "violated")]
            actor = self._blamed(ground, number, verb)
            if actor is None or any(e.actor is not None for e in own):
                continue
            if own:
                own[-1].actor = actor
            else:
                self._add(ground, verb, charged.phrase, told, actor, "counter")

    def _answered(self, ground: Ground, sentence: range, told: Told) -> EventDraft | None:
        """The last breach told not far before a sentence."""
        start = sentence.start
        for _ in range(_ANSWERED):
            start = ground.sentence(start - 1).start if start > 0 else start
        before = [
            e
            for e in told.events
            if e.type == "violated" and start <= ground.words.first_at(e.span.start) < sentence.start
        ]
        return max(before, key=lambda event: event.span.start, default=None)

    def _attack_at(self, ground: Ground, number: int) -> int | None:
        """The verb of attack or of breaking next to such a word."""
        sentence = ground.sentence(number)
        behind = range(number + 1, min(number + 8, sentence.stop))
        return next(
            (
                n
                for n in (*behind, *range(number - 2, max(sentence.start, number - 4), -1))
                if ground.word(n) in self._attack | self._violate | {"melintasi", "memulai"}
                and ground.syntax.is_verb(n)
            ),
            None,
        )

    def _blamed(self, ground: Ground, number: int, verb: int) -> ActorMention | None:
        """`justru A yang V`, `A lebih dulu V`, `yang lebih dulu V adalah A`."""
        for after in range(max(number, verb) + 1, min(max(number, verb) + 5, ground.sentence(verb).stop)):
            if ground.word(after) in ("adalah", "ialah"):
                return ground.at(ActorMention, after + 1)
        named = ground.at(ActorMention, number + 1) if ground.word(number) in ("justru", "malah") else None
        if named is not None:
            return named
        first = number - 1 if ground.word(number - 1) in ("lebih", "terlebih") else number
        first -= ground.word(first - 1) == "yang"
        return ground.before(ActorMention, first)

    def _read_gapped(self, ground: Ground, told: Told) -> None:
        """`A melanggar P 27 kali, sedangkan B 11 kali`: B broke it too."""
        for number in sorted(ground.words.numbers(_GAPPING)):
            sentence, actor = ground.sentence(number), ground.at(ActorMention, number + 1)
            if actor is None:
                continue
            after = ground.after(actor)
            broken = [e for e in told.events if _is_in(ground, e, range(sentence.start, number), "violated")]
            if broken and ground.word(after + 1) == "kali" and ground.word(after)[:1].isdigit():
                span = ground.span(number + 1, after)
                told.events.append(EventDraft("violated", broken[-1].phrase, span, "gapped", actor=actor))

    # ---- what one side tells of the other ------------------------------------------------------------------------

    def _read_told(self, ground: Ground, told: Told) -> None:
        """`Juru bicara A mengatakan B menyerang Z`, once a breach was told: what A charges B with."""
        for verb in sorted(ground.words.numbers(self._attack)):
            if not ground.syntax.is_verb(verb) or not ground.mood(verb).real or ground.quoted(verb):
                continue
            if not self._is_attack(ground, verb):
                continue
            sentence = ground.sentence(verb)
            broken = [
                e for e in told.events if e.type == "violated" and ground.words.first_at(e.span.start) < sentence.start
            ]
            if not broken or any(_is_in(ground, e, sentence, "violated") for e in told.events):
                continue
            accused = ground.subject(verb)
            camps = Camps(ground, [*told.sides(), *(e.actor for e in broken if e.actor is not None)], self._common)
            theirs, own = camps.of(accused), camps.of(self._speaker(ground, verb))
            if theirs is not None and own is not None and theirs is not own:
                latest = max(broken, key=lambda event: event.span.start)
                self._add(ground, verb, latest.phrase, told, accused, "charged")

    def _read_owned(self, ground: Ground, told: Told) -> None:
        """`sebuah roket jatuh di tengah P. Menurut A, G yang melepaskannya`: whose the shot was."""
        for verb in sorted(ground.words.numbers(_OWNED)):
            subject = ground.before(ActorMention, verb - 1) if ground.word(verb - 1) == "yang" else None
            shot = self._answered(ground, ground.sentence(verb), told)
            if subject is None or shot is None or not ground.mood(verb).real:
                continue
            if shot.rule in ("breach", "breach-told") and shot.actor is None:
                self._add(ground, verb, shot.phrase, told, subject, "owned")

    def _speaker(self, ground: Ground, verb: int) -> ActorMention | None:
        """Who says what a verb tells."""
        before = ground.syntax.verb_before(verb)
        while before is not None and ground.word(before) not in self._say:
            before = ground.syntax.verb_before(before)
        if before is not None:
            return ground.subject(before)
        start = ground.sentence(verb).start
        if ground.word(start) != "menurut":
            return None
        named = ground.at(ActorMention, start + 1)
        said = (
            [n for n in range(ground.sentence(start - 1).start, start) if ground.word(n) in self._say] if start else []
        )
        return named or (ground.subject(said[0]) if said else None)

    def _is_attack(self, ground: Ground, verb: int) -> bool:
        if ground.word(verb) not in (
            "melancarkan",
            "melakukan",
            "meluncurkan",
            "menggelar",
            "melepaskan",
            "menewaskan",
        ):
            return True
        return any(ground.word(n) in self._nouns for n in range(verb + 1, verb + 5))


def _is_in(ground: Ground, event: EventDraft, words: range, type_: str) -> bool:
    return event.type == type_ and ground.words.first_at(event.span.start) in words
