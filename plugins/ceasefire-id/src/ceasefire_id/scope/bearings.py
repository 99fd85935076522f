"""When a pause starts and ends, and that it holds: what stands beside its noun."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ceasefire.mentions import FactSlot, RegionMention, TimeMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Told
from ceasefire_id.scope.vocabulary import EventWords

__all__ = ["BearingReader"]

#: how far behind its noun a relative clause says what a pause was meant to be, in words
_MEANT = 5
#: how far behind the verb a text says how soon it was over, in words
_SOON = 7
_AGED = frozenset(("berusia", "berumur"))
_ENDLESS = frozenset(("batas",))
_DAY = LazyPattern(r"\d{4}-\d{2}-\d{2}")
_DAYS = LazyPattern(r"P(\d+)D")

_ORDINALS = frozenset(
    ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesepuluh")
)

#: what a noun before a pause tells of it that has a day of its own, not its first
_OTHER_DAYS: Final = frozenset(("ended", "agreed", "violated", "rejected", "suspended"))


class BearingReader:
    """Reads facts beside the noun phrases, and states that no event tells."""

    def __init__(self, words: EventWords) -> None:
        self._words = words.words
        self._noun_types = words.nouns

    def read(self, ground: Ground, phrases: list[Phrase], arguments: Arguments, told: Told) -> None:
        """Add the facts of all phrases."""
        asked = {id(event.phrase) for event in told.events if event.type == "demanded" and event.phrase.definite}
        # what the text has no word for is not looked for beside each pause
        has = ground.document.has
        meant, aged = has(self._words["designed"]), has(_AGED)
        recurs = has(_ENDLESS) or any(time.type == "SET" for time in ground.document.of(TimeMention))
        for phrase in phrases:
            if id(phrase) not in asked:
                # When somebody wants a pause that stands to end is not when it ends.
                self._read_times(ground, phrase, told)
            if meant:
                self._read_meant(ground, phrase, told)
            if recurs:
                self._read_recurrence(ground, phrase, told)
            if aged:
                self._read_age(ground, phrase, told)
            self._read_state(ground, phrase, told)
        self._read_meant_to_last(ground, arguments, told)
        self._read_holding(ground, arguments, told)
        self._read_short_lives(ground, told)

    # ---- when ----------------------------------------------------------------------------------------------------

    def _read_times(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`P selama L mulai T hingga T`, right after the noun, and the length that it holds."""
        extension = phrase.governor >= 0 and self._noun_types.get(ground.word(phrase.governor)) == "extended"
        extension = extension or ground.word(phrase.outer - 1) in ("memperpanjang", "menambah", "perpanjang")
        if phrase.length is not None and not extension:
            told.facts.append(self._fact("duration", phrase, phrase.length))
        number = phrase.stop
        if (
            phrase.dated is not None
            and ground.gap(number).strip() in ("-", "–")
            and (last := ground.at(TimeMention, number))
        ):
            # `jeda Natal 23-27 Desember`
            told.facts += [self._fact("starts", phrase, phrase.dated), self._fact("ends", phrase, last)]
            number = ground.after(last)
        governed = ground.syntax.verb_before(phrase.outer)
        near = governed is not None and phrase.outer - governed <= 4 and self._is_one(ground, governed, phrase.outer)
        while number < len(ground.words) and not ground.gap(number).strip(' \u00a0,)"“”'):
            word = ground.word(number)
            time = ground.at(TimeMention, number + 1) if word in _BEFORE_TIMES else None
            place = ground.at(RegionMention, number + 1) if time is None and word in _BEFORE_PLACES else None
            if place is not None:
                number = ground.after(place)
                continue
            if time is None:
                return
            if time.type == "DURATION":
                if not extension and word == "selama":
                    told.facts.append(self._fact("duration", phrase, time))
            elif time.type in ("DATE", "TIME"):
                if word in ("hingga", "sampai"):
                    told.facts.append(self._fact("ends", phrase, time))
                elif word == "pada" and self._noun_types.get(ground.word(phrase.governor)) in _OTHER_DAYS:
                    # `runtuhnya P pada T`: the day of what the noun tells
                    pass
                elif word in ("mulai", "sejak", "dari", "terhitung", "antara") or (
                    # `masa berlakunya pada T ditambah L`: the day of the verb
                    word in ("pada", "untuk") and not near and phrase.rule != "possessed"
                ):
                    told.facts.append(self._fact("starts", phrase, time))
            number = ground.after(time)
            if ground.gap(number).strip() in ("-", "–") and (last := ground.at(TimeMention, number)):
                told.facts.append(self._fact("ends", phrase, last))
                number = ground.after(last)

    def _read_meant(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`P yang juga dirancang untuk 72 jam`: how long it was to last."""
        for number in range(phrase.stop, min(phrase.stop + _MEANT, ground.sentence(phrase.first).stop)):
            if ground.word(number) not in self._words["designed"]:
                continue
            at = number + 1
            while ground.word(at) in ("untuk", "selama", "berlangsung", "berlaku", "hanya"):
                at += 1
            length = ground.at(TimeMention, at)
            relative = ground.clause(number).link == "yang" if ground.syntax.is_verb(number) else False
            if relative and length is not None and length.type == "DURATION" and phrase.length is None:
                told.facts.append(self._fact("duration", phrase, length))
            return

    def _read_short_lives(self, ground: Ground, told: Told) -> None:
        """`runtuh kurang dari dua jam setelah dimulai`: on the day on which it began."""
        for event in told.events:
            verb = ground.words.first_at(event.span.start)
            end = min(verb + _SOON, ground.sentence(verb).stop)
            length = next((t for t in ground.times(verb + 1, end) if t.type == "DURATION"), None)
            if event.type != "ended" or length is None or not (length.value or "").startswith("PT"):
                continue
            if ground.word(ground.after(length)) not in ("setelah", "sesudah", "sejak"):
                continue
            days = [e.date.value for e in told.events if e.phrase is event.phrase and e.type == "started" and e.date]
            days += [f.time.value for f in told.facts if f.phrase is event.phrase and f.slot == "starts" and f.time]
            if day := next((value[:10] for value in days if value and _DAY.match(value)), None):
                told.facts.append(FactDraft("ends", event.phrase, length.span, "short-lived", value=day))

    def _is_one(self, ground: Ground, verb: int, noun: int) -> bool:
        """Whether no mark parts a verb from a noun."""
        return all(ground.gap(number).isspace() for number in range(verb + 1, noun))

    def _fact(self, slot: FactSlot, phrase: Phrase, time: TimeMention) -> FactDraft:
        return FactDraft(slot, phrase, time.span, slot.replace("_", "-"), time=time)

    def _read_recurrence(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`lima jam setiap hari`, `tanpa batas waktu`: it has no end."""
        end = min(phrase.stop + 8, ground.sentence(phrase.first).stop)
        daily = any(time.type == "SET" for time in ground.times(phrase.first, end))
        endless = {"tanpa", "batas"} <= {ground.word(n) for n in range(phrase.first, end)}
        if daily or endless:
            told.facts.append(FactDraft("ends", phrase, ground.span(phrase.first, phrase.end), "no-end"))

    def _read_age(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        """`P yang berusia tiga hari`: it began so many days before the publication."""
        published = ground.document.published
        for number in range(phrase.stop, min(phrase.stop + 4, len(ground.words))):
            if ground.word(number) not in _AGED or published is None:
                continue
            age = ground.at(TimeMention, number + 1)
            if age is not None and age.value and (days := _DAYS.fullmatch(age.value)):
                try:
                    began = self._spoken_on(ground, phrase, published) - timedelta(days=int(days[1]))
                except OverflowError:
                    continue  # before the first year of the calendar
                told.facts.append(FactDraft("starts", phrase, age.span, "age", value=began.isoformat()))

    def _read_meant_to_last(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`P dirancang bertahan dua pekan`: how long it is to be."""
        for number in ground.words.numbers(frozenset(("bertahan",))):
            length = ground.at(TimeMention, number + 1 + (ground.word(number + 1) == "selama"))
            if length is None or length.type != "DURATION" or ground.word(number - 1) not in self._words["designed"]:
                continue
            argument = arguments.subject(number)
            if argument is not None and not argument.phrase.wanted:
                told.facts.append(self._fact("duration", argument.phrase, length))

    def _spoken_on(self, ground: Ground, phrase: Phrase, published: date) -> date:
        """The day that the sentence names before the pause, else that of the publication."""
        for time in ground.times(ground.sentence(phrase.first).start, phrase.outer):
            if time.type == "DATE" and time.value and _DAY.fullmatch(time.value):
                return date.fromisoformat(time.value)
        return published

    # ---- in what state -------------------------------------------------------------------------------------------

    def _read_state(self, ground: Ground, phrase: Phrase, told: Told) -> None:
        fragile = {ground.word(n) for n in range(phrase.first, phrase.stop + 2)} & self._words["fragile"]
        before = ground.word(phrase.outer - 1)
        # `pada hari pertama P`
        counted = before in _ORDINALS and ground.word(phrase.outer - 2) in ("hari", "pekan", "bulan", "jam", "malam")
        if (fragile or counted or before in self._words["amid"]) and not phrase.wanted:
            self._say(ground, phrase, "in_force", told)

    def _read_holding(self, ground: Ground, arguments: Arguments, told: Told) -> None:
        """`P dihormati`, `P bertahan`, `P memasuki hari ketiga`."""
        for number in ground.words.numbers(self._words["holding"] | {"memasuki"}):
            argument = arguments.subject(number)
            if argument is None or not ground.mood(number).real or arguments.object(number) is not None:
                continue
            if self._noun_types.get(ground.word(argument.phrase.governor)) in ("negotiated", "demanded"):
                # `perundingan P memasuki hari ketiga`
                continue
            if ground.word(number) == "bertahan" and ground.word(number - 1) in ("hanya", "cuma"):
                # `hanya bertahan sampai T`
                over = ground.at(TimeMention, number + 2) if ground.word(number + 1) in ("sampai", "hingga") else None
                over = over if over is not None and over.type != "DURATION" else None
                span = ground.span(number, number + 1)
                told.events.append(EventDraft("ended", argument.phrase, span, "held-only", date=over))
                held = ground.at(TimeMention, number + 1)
                told_in_days = held is not None and held.type == "DURATION" and "X" not in (held.value or "X")
                if held is not None and told_in_days and argument.phrase.length is None:
                    told.facts.append(self._fact("duration", argument.phrase, held))
            else:
                self._say(ground, argument.phrase, "in_force", told)

    def _say(self, ground: Ground, phrase: Phrase, status: str, told: Told) -> None:
        span = ground.span(phrase.first, phrase.end)
        told.facts.append(FactDraft("status", phrase, span, "status-holds", value=status))


#: words between a pause and the place where it holds, behind which its times may stand (`P untuk Z terhitung T`)
_BEFORE_PLACES = frozenset(("di", "untuk", "bagi"))
_BEFORE_TIMES = frozenset(
    ("selama", "mulai", "sejak", "dari", "terhitung", "antara", "pada", "untuk", "hingga", "sampai")
)
