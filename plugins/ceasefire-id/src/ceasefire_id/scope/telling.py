"""What a verb that is told as so adds: an event with its setting, and the facts that come with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from ceasefire.mentions import ActorMention, FactSlot, RegionMention, TimeMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.scope.drafts import EventDraft, FactDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.pairs import are_one, pair_blamed
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import WIDENING, Setting, SettingReader
from ceasefire_id.scope.told import MEANT, Told

__all__ = ["BACKGROUND", "ONCE_MEANT", "Teller", "Told", "owner_of"]

#: words by which a pause was to end at a time (`sedianya berakhir T`)
ONCE_MEANT: Final = frozenset(
    ("seharusnya", "semestinya", "mestinya", "harusnya", "sedianya", "semula", "tadinya", "awalnya", "rencananya")
)
#: words for both sides of a pause, and what they do together
_BOTH: Final = frozenset(("kedua", "keduanya"))
_DONE_BY_BOTH: Final = frozenset(("agreed", "extended", "violated", "rejected", "negotiated", "confirmed", "announced"))

#: clauses that tell an event only where they add who, a date or a clock
BACKGROUND: Final = frozenset(("meski", "meskipun", "walau", "walaupun", "kendati", "begitu")) | frozenset(
    ("setelah", "sejak", "sebelum", "usai", "seusai", "sesudah", "ketika", "saat", "selepas")
)

#: in what state a pause is of which such a clause tells something without who or when (`setelah P bubar`)
_STATES: Final = {"started": "in_force", "ended": "ended", "extended": "extended", "violated": "violated"}
#: what a body of states does to a pause of others
_BLESSING: Final = frozenset(("mengesahkan", "merestui", "mengamini", "mengukuhkan", "meratifikasi"))
#: what talks and mediators do to a pause, and no side of it
_YIELDING: Final = frozenset(("menghasilkan", "membuahkan", "melahirkan"))
#: verbs by which somebody puts a pause of their own into force
_IMPOSING: Final = frozenset(("memberlakukan", "menerapkan", "diberlakukan", "diterapkan"))

#: events that are of each place of a list, not of a pause that holds there (`menolak P di A dan B`)
_PLACED: Final = frozenset(("started", "extended", "confirmed", "suspended", "violated"))

#: events that are where the pause is; what is put off or over in one place may go on elsewhere
_WHERE_IT_IS: Final = frozenset(("started", "announced", "agreed", "demanded", "confirmed"))

#: verbs of putting one's name to a paper, which is done in a city
_SIGNING: Final = frozenset(
    ("ditandatangani", "diteken", "diparaf", "menandatangani", "meneken", "memaraf", "diratifikasi")
)

#: how far behind a pause its verb stands, with its length between, in words
_BESIDE: Final = 9
_HOURS: Final = LazyPattern(r"PT(\d+)H")
_CLOCK: Final = LazyPattern(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


class Teller:
    """Adds what is told of the pauses of one document. Verbs are word numbers."""

    def __init__(self, ground: Ground, settings: SettingReader, told: Told) -> None:
        self.ground = ground
        self.told = told
        self._settings = settings

    def add(
        self,
        verb: int,
        phrase: Phrase,
        type_: str,
        actor: ActorMention | None,
        outer: int | None = None,
        noun: int | None = None,
        inner: int | None = None,
        place: RegionMention | None = None,
    ) -> None:
        """Add an event with its setting, and the facts that come with it."""
        if phrase.generic and type_ == "confirmed":
            # `menegaskan setiap P harus …`
            return
        both = self._both(verb) if actor is None and noun is None and type_ in _DONE_BY_BOTH else -1
        if type_ == "violated" and phrase.rule == "pointer-broken":
            phrase.same_as = phrase.same_as or self._declared_by(actor)
        setting = self._settings.read(self.ground, verb, phrase)
        span = self.ground.span(verb, verb + 1) if noun is None else self.ground.span(noun, noun + 1)
        voice = "verb" if noun is None else "noun"
        if phrase.first > verb and (phrase.rule == "stop-verb" or type_ == "demanded"):
            inner = inner or self.ground.syntax.verb_before(phrase.outer)
            inner = phrase.first if phrase.rule == "stop-verb" else inner
            if inner is not None and inner > verb:
                self._settings.with_inner(self.ground, setting, phrase, inner)
        if type_ == "ended" and setting.date is None and setting.until is None:
            setting.date = self._settings.occasion(self.ground, verb)
        if noun is None and phrase.governor > verb and self.ground.syntax.is_verb(phrase.governor):
            # `mengumumkan dimulainya P di Z pada T`: what stands behind the noun
            self._settings.with_inner(self.ground, setting, phrase, phrase.governor)
            setting.date = setting.date or self._settings.read(self.ground, phrase.governor, phrase).date
        if type_ == "violated" and setting.date is None and (deed := self._settings.deed(self.ground, verb, phrase)):
            setting.date, place = deed.date, place or deed.region
        setting.region = setting.region or place
        if outer is not None and setting.date is None:
            setting.date = self._settings.read(self.ground, outer, phrase).date
        if type_ == "ended" and setting.date is None and setting.duration is None:
            setting.duration = self._settings.within(self.ground, verb)
        link = self.ground.clause(verb).link
        if type_ == "started" and link in ("setelah", "sesudah"):
            self._count_back(self.ground.clause(verb).first, phrase)
        if link in BACKGROUND and not (actor or setting.date):
            state = (
                _STATES.get(type_, "agreed") if link != "sebelum" else "in_force" if type_ == "started" else "agreed"
            )
            self.told.facts.append(self.status(verb, phrase, state))
            return
        if type_ in ("demanded", "negotiated") and not phrase.definite:
            phrase.wanted = True
        if self._is_of_extension(verb, phrase):
            # Only a pause that is there can be lengthened.
            if type_ == "confirmed":
                self.told.facts.append(self.status(verb, phrase, "extended"))
            elif type_ in ("demanded", "negotiated", "rejected"):
                if self.ground.word(phrase.stop - 1) not in ("itu", "ini", "tersebut"):
                    self.told.facts.append(self.status(verb, phrase, "in_force"))
                phrase.definite = True
        if type_ == "started" and link in ("saat", "ketika", "sewaktu", "selama") and _is_coarse(setting.date):
            # `saat terjadi P awal tahun ini`: told as a time gone by
            self.told.facts.append(self.status(verb, phrase, "ended"))
        clause = self.ground.clause(verb)
        set_off = link == "yang" and "," in self.ground.gap(clause.first)
        here = phrase.first in self.ground.sentence(verb) and not set_off
        own = verb < phrase.first or type_ == "started" or (type_ == "extended" and phrase.governor >= 0)
        own = own or (here and type_ != "extended")
        length = setting.duration or (phrase.length or self._length_beside(verb, phrase) if own else None)
        date = None if setting.date is setting.since and type_ in ("announced", "agreed", "demanded") else setting.date
        if setting.date is setting.since and (type_ == "violated" or (type_ == "extended" and setting.until)):
            date = None
        if type_ == "extended" and date is not None and date.value and self._is_after_publication(date):
            setting.until, date = setting.until or date, None
        several = setting.dates if type_ == "extended" and len(setting.dates) > 1 else (date,)
        for one in self._doers(verb, type_, actor):
            for day in several:
                self.told.events.append(
                    EventDraft(
                        type=type_,
                        phrase=phrase,
                        span=span,
                        rule=f"{voice}-{type_}",
                        actor=one,
                        by_speaker=one is None and type_ in ("demanded", "confirmed"),
                        region=self._region(verb, type_, setting),
                        duration=length,
                        date=day,
                        both=both if one is None else -1,
                    )
                )
        self._add_facts(verb, phrase, type_, actor, setting)

    def _length_beside(self, verb: int, phrase: Phrase) -> TimeMention | None:
        """`P selama L diumumkan`: the length that stands behind the pause and before its verb."""
        if not phrase.first < verb <= phrase.stop + _BESIDE:
            return None
        for number in range(phrase.stop, verb):
            if self.ground.syntax.is_verb(number) or self.ground.word(number) == "yang":
                return None
            if self.ground.word(number) == "selama":
                length = self.ground.at(TimeMention, number + 1)
                return length if length is not None and length.type == "DURATION" else None
        return None

    def _region(self, verb: int, type_: str, setting: Setting) -> RegionMention | None:
        """Where it is told of: not the city where a pause is signed, nor the places of a pause that is refused."""
        region = setting.region or (setting.listed if type_ in _PLACED else None)
        region = region or (setting.beside if type_ in _WHERE_IT_IS else None)
        signed = region is not None and region.kind == "city" and self.ground.word(verb) in _SIGNING
        return None if signed else region

    def _declared_by(self, actor: ActorMention | None) -> Phrase | None:
        """`B melanggar janjinya`: the pause that B itself made known."""
        if actor is None:
            return None
        made = [
            e for e in self.told.events if e.type == "announced" and e.actor is not None and are_one(e.actor, actor)
        ]
        return made[-1].phrase if made else None

    def _is_of_extension(self, verb: int, phrase: Phrase) -> bool:
        """`merundingkan perpanjangan P`, `menolak memperpanjang P`."""
        inner = self.ground.syntax.verb_after(verb)
        verbal = (
            inner is not None
            and inner < phrase.outer
            and self.ground.word(inner) in WIDENING | {"memperpanjang", "mengulur"}
        )
        return verbal or (phrase.governor >= 0 and self.ground.word(phrase.governor) in ("perpanjangan", "tambahan"))

    def _count_back(self, first: int, phrase: Phrase) -> None:
        """`A mengakhiri P pada T, delapan jam setelah jeda itu dimulai`: its length, and so its first hour."""
        length = self.ground.before(TimeMention, first)
        hours = _HOURS.fullmatch(length.value or "") if length is not None else None
        sentence = self.ground.sentence(first)
        ends = [
            e.date.value
            for e in self.told.events
            if e.type == "ended" and e.date is not None and e.date.value and self.ground.first_of(e.date) in sentence
        ]
        if length is None or hours is None or not ends or not _CLOCK.fullmatch(ends[-1]):
            return
        try:
            began = (datetime.fromisoformat(ends[-1]) - timedelta(hours=int(hours[1]))).isoformat(timespec="minutes")
        except OverflowError:
            return  # before the first year of the calendar
        self.told.facts.append(FactDraft("duration", phrase, length.span, "counted-back", time=length))
        self.told.facts.append(FactDraft("starts", phrase, length.span, "counted-back", value=began))

    def _doers(self, verb: int, type_: str, actor: ActorMention | None) -> list[ActorMention | None]:
        """Each side its own breach where both accuse; else the first of those joined."""
        mutual = type_ == "violated" and any(self.ground.word(n) == "saling" for n in range(max(0, verb - 6), verb))
        joined = self.ground.coordinated(actor) if actor is not None else []
        if len(joined) < 2 and (actor is None or actor.anaphor is not None):
            # `kedua pihak saling menuduh melanggarnya`
            pair = pair_blamed(self.ground, verb, self.told.sides()) if mutual else []
            joined = pair or joined
        if not joined:
            return [None]
        return [*joined] if mutual else [joined[0]]

    def _both(self, verb: int) -> int:
        """Where `kedua pihak` or `keduanya` stands that does what a verb says; -1 where none does."""
        start = max(self.ground.sentence(verb).start, verb - 5)
        before = [n for n in range(verb - 1, start - 1, -1) if self.ground.word(n) in _BOTH]
        if not before and self.ground.word(verb).startswith("di"):
            before = [n for n in (verb + 1, verb + 2, verb + 3) if self.ground.word(n) in _BOTH]
        return before[0] if before else -1

    def _is_after_publication(self, date: TimeMention) -> bool:
        published = self.ground.document.published
        return published is not None and (date.value or "")[:10] > published.isoformat()

    def _add_facts(
        self,
        verb: int,
        phrase: Phrase,
        type_: str,
        actor: ActorMention | None,
        setting: Setting,
    ) -> None:
        span = self.ground.span(verb, verb + 1)
        if setting.until is not None and type_ in ("announced", "agreed", "started", "extended"):
            self.told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        proposed = type_ == "demanded" and not phrase.definite and phrase.governor < 0
        if setting.since is not None and (type_ in ("announced", "agreed") or proposed):
            self.told.facts.append(FactDraft("starts", phrase, span, "since", time=setting.since))
        imposed = type_ == "started" and self.ground.word(verb) in _IMPOSING
        if (type_ == "announced" or imposed) and actor is not None:
            for one in self.ground.coordinated(actor):
                self.told.facts.append(FactDraft("declared_by", phrase, span, "declarer", actor=one))
        yields = self.ground.word(verb) in _YIELDING
        yields = yields or (actor is not None and actor.kind == "organisation" and self.ground.word(verb) in _BLESSING)
        both = not yields and (
            type_ == "agreed" or self.ground.word(verb) == "memulai" or (type_ == "extended" and self._is_agreed(verb))
        )
        if both and actor is not None:
            for one in self.ground.coordinated(actor):
                self.told.facts.append(FactDraft("parties", phrase, span, "signatory", actor=one))

    def _is_agreed(self, verb: int) -> bool:
        """`menyetujui perpanjangan P`, `sepakat memperpanjang P`."""
        near = {self.ground.word(number) for number in range(max(0, verb - 2), verb + 1)}
        return not near.isdisjoint(("menyetujui", "menyepakati", "sepakat", "setuju"))

    def broker(self, phrase: Phrase, verb: int, actor: ActorMention | None) -> None:
        for one in self.ground.coordinated(actor) if actor else ():
            self.told.facts.append(FactDraft("brokers", phrase, self.ground.span(verb, verb + 1), "broker", actor=one))
        self.told.facts.append(self.status(verb, phrase, "agreed"))
        date = self._settings.read(self.ground, verb, phrase).date
        if date is not None and self.ground.clause(verb).link == "yang":
            self.told.facts.append(FactDraft("announced", phrase, self.ground.span(verb, verb + 1), "dated", time=date))

    def identify(self, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None) -> None:
        """A relative clause that only says which pause is meant."""
        span = self.ground.span(verb, verb + 1)
        if type_ == "announced" and actor is not None:
            self.told.facts += [
                FactDraft("declared_by", phrase, span, "declarer", actor=a) for a in self.ground.coordinated(actor)
            ]
        if type_ == "agreed" and actor is not None:
            self.told.facts += [
                FactDraft("parties", phrase, span, "signatory", actor=a) for a in self.ground.coordinated(actor)
            ]
        after = verb + 1 if actor is None else self.ground.after(self.ground.coordinated(actor)[-1])
        if (
            type_ == "agreed"
            and self.ground.word(after) == "dengan"
            and (other := self.ground.at(ActorMention, after + 1))
        ):
            self.told.facts += [
                FactDraft("parties", phrase, span, "signatory", actor=a) for a in self.ground.coordinated(other)
            ]
        status = {
            "started": "in_force",
            "violated": "violated",
            "ended": "ended",
            "announced": "agreed",
            "agreed": "agreed",
        }
        if type_ in status:
            self.told.facts.append(self.status(verb, phrase, status[type_]))
        setting = self._settings.read(self.ground, verb, phrase)
        if type_ in ("announced", "agreed") and (date := setting.since or setting.date) is not None:
            slot: FactSlot = "starts" if setting.since is not None else "announced"
            self.told.facts.append(FactDraft(slot, phrase, span, "dated", time=date))
            if setting.since is not None and setting.date not in (None, setting.since):
                self.told.facts.append(FactDraft("announced", phrase, span, "dated", time=setting.date))
            if setting.until is not None:
                self.told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        if type_ in ("demanded", "negotiated"):
            phrase.wanted = True

    def future(self, verb: int, phrase: Phrase, type_: str) -> None:
        """What is yet to come fills slots."""
        setting = self._settings.read(self.ground, verb, phrase)
        span = self.ground.span(verb, verb + 1)
        if type_ == "started":
            if setting.date is not None:
                self.told.facts.append(FactDraft("starts", phrase, span, "yet-to-start", time=setting.date))
            if setting.duration is not None:
                self.told.facts.append(FactDraft("duration", phrase, span, "length", time=setting.duration))
            if setting.until is not None:
                self.told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
            if not phrase.planned:
                self.told.facts.append(self.status(verb, phrase, "agreed"))
        elif type_ == "ended" and (end := setting.date or setting.until):
            meant = self.ground.word(verb - 1) in ONCE_MEANT
            self.told.facts.append(FactDraft("ends", phrase, span, MEANT if meant else "yet-to-end", time=end))
        elif type_ in ("agreed", "announced", "negotiated", "demanded") and not phrase.definite:
            phrase.wanted = True

    def owner(self, phrase: Phrase) -> ActorMention | None:
        """See `owner_of`."""
        return owner_of(self.ground, phrase)

    def begin(self, verb: int, phrase: Phrase, actor: ActorMention | None) -> None:
        """A beginning told by what somebody, or the one who is quoted, does."""
        setting, span = self._settings.read(self.ground, verb, phrase), self.ground.span(verb, verb + 1)
        quoted = actor is None and self.ground.quoted(verb)
        self.told.events.append(
            EventDraft("started", phrase, span, "silence", actor=actor, by_speaker=quoted, date=setting.date)
        )

    def status(self, verb: int, phrase: Phrase, value: str) -> FactDraft:
        return FactDraft(
            "status", phrase, self.ground.span(verb, verb + 1), f"status-{value.replace('_', '-')}", value=value
        )

    def lasting(self, verb: int, phrase: Phrase, setting: Setting) -> bool:
        """`P berlangsung L, hingga T`: its length and its bounds, no beginning."""
        span = self.ground.span(verb, verb + 1)
        if setting.duration is not None:
            self.told.facts.append(FactDraft("duration", phrase, span, "lasting", time=setting.duration))
        if (began := setting.since or setting.date) is not None:
            self.told.facts.append(FactDraft("starts", phrase, span, "lasting", time=began))
        if setting.until is not None:
            self.told.facts.append(FactDraft("ends", phrase, span, "until", time=setting.until))
        if self.ground.word(verb) in ("berlaku", "mengikat"):
            self.told.facts.append(self.status(verb, phrase, "in_force"))
            return True
        self.told.facts.append(
            self.status(verb, phrase, "ended" if self.ground.word(verb - 1) in ("hanya", "cuma") else "in_force")
        )
        return True


def _is_coarse(time: TimeMention | None) -> bool:
    """Whether a time is a month or a year, no day."""
    value = (time.value or "") if time is not None else ""
    return value[:4].isdigit() and len(value) < len("2025-01-01")


def owner_of(ground: Ground, phrase: Phrase) -> ActorMention | None:
    """Whose `pelanggaran`, `seruan`, `usulan` it is: after `oleh`, or between the noun and the pause."""
    if between := ground.among(ActorMention, phrase.governor + 1, phrase.first):
        return between[0]
    following = phrase.stop
    if ground.word(following) == "yang" and ground.word(following + 1) in ("dilakukan", "dilancarkan"):
        following += 2
        if ground.word(following) != "oleh":
            return ground.at(ActorMention, following)
    if ground.word(following) == "oleh":
        return ground.at(ActorMention, following + 1)
    return None
