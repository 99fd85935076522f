"""When, for how long and where a clause says that something happened to a pause."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import attrs

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.outerdays import before_last, before_subject, in_front, of_outer, past_relative
from ceasefire_id.scope.outerplaces import in_front_of
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["WIDENING", "Setting", "SettingReader"]

#: words before a time that go on with a clause though they may open one, or look like verbs
_BEFORE_TIMES: Final = frozenset(
    ("untuk", "sejak", "selama", "mulai", "dengan", "sampai", "terhitung", "berlaku", "dari", "semenjak", "per")
)
#: words between such a word and its time (`terhitung mulai T`, `dihitung dari T`), and those that may stand before them
_COUNTED_FROM: Final = frozenset(("dari", "sejak", "mulai", "pada"))
_HOLDING: Final = frozenset(("berlaku", "efektif", "bermula"))
_COUNTING: Final = frozenset(("terhitung", "dihitung", "mulai", "bermula", "efektif", "berlaku"))
#: nouns whose length is not that of a pause (`setelah perundingan 48 jam`)
_OF_OTHERS: Final = frozenset(
    (
        "pembicaraan",
        "perundingan",
        "negosiasi",
        "dialog",
        "pertemuan",
        "perang",
        "pertempuran",
        "konflik",
        "pengepungan",
    )
)
#: what opens a clause in front of the main one, whose times a comma ends
_SINCE: Final = frozenset(("setelah", "sesudah", "sejak", "sebelum", "usai", "seusai", "begitu", "ketika", "saat"))
#: words behind a length by which it is none of the pause (`dua hari lebih lambat`)
_NO_LENGTH: Final = frozenset(("lebih", "terlambat", "lalu", "lamanya"))
#: how far behind a pause the places stand that its noun phrase names, in words
_BESIDE: Final = 9
#: words at which another clause begins, whose times are its own
_PARTING: Final = frozenset(
    ("yang", "setelah", "karena", "agar", "namun", "tetapi", "tapi", "sedangkan", "padahal")
) | frozenset(("alasan", "dalih", "menyusul", "akibat", "lantaran", "sebab"))


#: verbs that widen a pause to a place, and what stands before it (`memperluas P ke seluruh Z`)
WIDENING: Final = frozenset(("memperluas", "diperluas", "melebarkan", "dilebarkan", "perluas"))
_TOWARDS: Final = frozenset(("ke", "hingga", "sampai", "seluruh"))


@attrs.define
class Setting:
    """The times and the place of one clause."""

    date: TimeMention | None = None
    #: the bound of what is still to come (`hingga T`)
    until: TimeMention | None = None
    #: the time from which it holds (`mulai T`, `sejak T`)
    since: TimeMention | None = None
    duration: TimeMention | None = None
    region: RegionMention | None = None
    #: the first of several places named in a list (`di A, B, dan C`)
    listed: RegionMention | None = None
    #: the first of the places that the noun phrase of the pause names in front of the verb
    beside: RegionMention | None = None
    #: all days of `pada 2 Juni dan 2 Agustus`
    dates: tuple[TimeMention, ...] = ()


class SettingReader:
    """Reads the setting of a verb."""

    def __init__(self, scope: ScopeWords) -> None:
        self._where = scope.subject["to"] | scope.adjunct["parts"] | scope.adjunct["whole"]
        self._talks = scope.pseudo["talks"]

    def read(self, ground: Ground, verb: int, phrase: Phrase) -> Setting:
        """The times and places of a verb's clause, after the verb first, then before it."""
        clause, sentence = ground.clause(verb), ground.sentence(verb)
        if ground.word(verb - 1) == "mulai" and ground.syntax.is_verb(verb - 1):
            # `dan pada T P mulai berlaku`: one predicate, whose clause the first verb opens
            led = ground.clause(verb - 1)
            clause = attrs.evolve(clause, first=led.first, link=led.link)
        # `berhenti saling tembak pada T`: the clause is that of the last verb of the stop
        last = [n for n in range(verb, phrase.stop) if ground.syntax.is_verb(n)] if phrase.holds(verb) else []
        end = self._end(ground, verb, ground.clause(last[-1]).end if last else clause.end)
        if clause.link == "yang":
            end = self._past_place(ground, verb, end)
        setting = Setting()
        if clause.link == "yang" and "," not in ground.gap(clause.first):
            end = before_last(ground, verb, end)
        elif clause.link in _SINCE and clause.first == sentence.start:
            end = next((n for n in range(verb + 1, end) if "," in ground.gap(n)), end)
        for time in ground.times(verb + 1, end):
            self._take(ground, setting, time, phrase)
        if setting.date is None and phrase.first > verb:
            setting.date = past_relative(ground, phrase)
        setting.dates = self._joined(ground, setting)
        ranged = setting.date if setting.date is setting.since else None
        if setting.date is ranged:
            # `Senin lalu A menyepakati P dari T1 hingga T2`: the range is the pause's, the day before the verb its own
            setting.date = None
            first = (
                clause.first
                if clause.link
                else min(clause.first, sentence.start if self._opens(ground, verb) else clause.first)
            )
            if cut := ground.document.overlapping(TimeMention, ground.span(first, first + 1)):
                # `sepekan kemudian` is no link and its clause: the time begins before it.
                first = ground.first_of(cut[0])
            set_off = ground.before(TimeMention, verb)
            if set_off is not None and "," in ground.gap(verb) and "," in ground.gap(ground.first_of(set_off)):
                # `P yang dijanjikan A, Jumat lalu, buyar`
                self._take(ground, setting, set_off, phrase)
            for time in ground.times(first, verb):
                own = phrase.governor >= 0 and ground.first_of(time) > phrase.first
                if (own or time.type != "DURATION") and self._is_free(ground, time, phrase, verb):
                    self._take(ground, setting, time, phrase)
            setting.date = setting.date or before_subject(ground, verb) or in_front(ground, verb)
            setting.date = setting.date or of_outer(ground, verb, clause.first, clause.link) or ranged
        if setting.duration is None and phrase.governor >= 0:
            # `perpanjangan P untuk dua bulan diumumkan pada T`
            for time in ground.times(phrase.stop, verb):
                if time.type == "DURATION" and phrase.first < verb and ground.first_of(time) - phrase.stop <= 4:
                    self._take(ground, setting, time, phrase)
        places = self._places(ground, verb, end)
        if not places and phrase.place is not None and verb < phrase.first < end:
            places = [phrase.place]
        if not places and not clause.link and self._opens(ground, verb):
            places = in_front_of(ground, sentence.start, verb)
        if not places and phrase.first < verb and phrase.first >= sentence.start:
            # `P di Z dan Y mulai berlaku`
            stop = min(verb, phrase.stop + _BESIDE)
            opened = (n for n in range(phrase.stop, stop) if ground.word(n) == "yang" or ground.syntax.is_verb(n))
            beside = self._places(ground, verb, next(opened, stop), phrase.stop - 1)
            setting.beside = beside[0] if beside and self._is_list(ground, beside) else None
        setting.region = places[0] if len({place.identity or place.name for place in places}) == 1 else None
        setting.listed = places[0] if setting.region is None and places and self._is_list(ground, places) else None
        return setting

    def with_inner(self, ground: Ground, setting: Setting, phrase: Phrase, verb: int) -> None:
        """`memerintahkan tentaranya menghentikan operasi mulai T`: the bounds stand behind the inner verb."""
        inner = self.read(ground, verb, phrase)
        if ground.word(verb) in WIDENING and (inner.region or inner.listed):
            # `meminta P di Z diperluas ke Y`: where it is to hold too
            setting.region, setting.listed = inner.region, inner.listed
        for name in ("since", "until", "duration", "region", "listed"):
            if getattr(setting, name) is None:
                setattr(setting, name, getattr(inner, name))

    def deed(self, ground: Ground, verb: int, phrase: Phrase) -> Setting | None:
        """The setting of what breaks the pause.

        `A menembaki Z pada T, melanggar P`, `Dengan menembaki Z pada T, A melanggar P`, `A pada T diduga melanggar P`.
        """
        before = ground.syntax.verb_before(verb)
        if before is None or before not in ground.sentence(verb):
            return None
        by = ground.word(before - 1) in ("dengan", "karena") and "," in ground.gap(ground.clause(verb).first)
        tied = by or before == verb - 1 or "," in ground.gap(verb)
        if not tied or not ground.mood(before).real:
            return None
        setting = self.read(ground, before, phrase)
        setting.region = setting.region or ground.at(RegionMention, before + 1)
        return setting

    def within(self, ground: Ground, verb: int) -> TimeMention | None:
        """`bubar hanya dalam 90 menit`: how long it held."""
        for number in range(verb + 1, min(verb + 4, ground.sentence(verb).stop)):
            if ground.word(number) == "dalam":
                time = ground.at(TimeMention, number + 1)
                after = ground.word(ground.after(time)) if time is not None else ""
                return time if time is not None and time.type == "DURATION" and after != "terakhir" else None
        return None

    def occasion(self, ground: Ground, verb: int) -> TimeMention | None:
        """`runtuh ketika A merebut Z pada T`: the day of what went with it."""
        end = self._end(ground, verb, ground.clause(verb).end)
        if ground.word(end) not in ("ketika", "saat", "tatkala", "sewaktu", "begitu"):
            return None
        inner = ground.syntax.verb_after(end)
        if inner is None:
            return None
        times = ground.times(end, max(inner + 1, self._end(ground, inner, ground.clause(inner).end)))
        return next((t for t in times if t.type == "DATE" and t.value and t.value[:1].isdigit()), None)

    def _is_free(self, ground: Ground, time: TimeMention, phrase: Phrase, verb: int) -> bool:
        """Whether a time before the verb is the verb's: not the noun's, not that of a relative clause between."""
        number = ground.first_of(time)
        if phrase.holds(number) and phrase.rule != "ordinal":
            return False
        if number < phrase.first:
            return True
        start = phrase.stop if phrase.first >= ground.sentence(verb).start else ground.clause(verb).first
        opened = [n for n in range(start, number) if ground.word(n) == "yang"]
        inner = ground.syntax.verb_after(opened[-1]) if opened else None
        if inner is not None and inner < number and ground.clause(inner).link == "yang":
            comma = number - (ground.word(number - 1) == "pada")
            if self._past_place(ground, inner, comma) > comma:
                return False
        # the relative clause is over where a comma parts the time from it
        return not opened or ("," in ground.gap(number - 1) and ground.clause(verb).link != "yang")

    def _joined(self, ground: Ground, setting: Setting) -> tuple[TimeMention, ...]:
        if setting.date is None:
            return ()
        following = ground.after(setting.date)
        joined = ground.at(TimeMention, following + 1) if ground.word(following) == "dan" else None
        return (setting.date, joined) if joined is not None and joined.type == "DATE" else (setting.date,)

    def _opens(self, ground: Ground, verb: int) -> bool:
        """Whether no finite verb of the sentence stands before: then what opens the sentence is its setting."""
        before = ground.syntax.verb_before(verb)
        parted = any(";" in ground.gap(n) for n in range(before or verb, verb + 1))
        return before is None or (ground.word(before) in ("mulai",) and not parted)

    def _end(self, ground: Ground, verb: int, end: int) -> int:
        """The clause's end, or the first semicolon or relative clause in it."""
        end = self._across(ground, end)
        for number in range(verb + 1, end):
            if ";" in ground.gap(number) or ground.word(number) in _PARTING:
                return number
        return end

    def _past_place(self, ground: Ground, verb: int, end: int) -> int:
        """`P yang diteken di Z, Y, pada T dilanggar`: past the larger place between commas, to the day behind it."""
        place = ground.before(RegionMention, end)
        if place is None or "," not in ground.gap(end) or "," not in ground.gap(ground.first_of(place)):
            return end
        number = end + (ground.word(end) in ("pada", "hari"))
        time = ground.at(TimeMention, number)
        over = time is not None and ground.syntax.is_verb(ground.after(time)) and verb < end
        return ground.after(time) if time is not None and over else end

    def _across(self, ground: Ground, end: int) -> int:
        """Past prepositions before names and times, which open no clause: `dengan A`, `untuk 4-11 Mei`, `mulai T`."""
        while True:
            time, actor = ground.at(TimeMention, end + 1), ground.at(ActorMention, end + 1)
            goes_on = ground.word(end) not in _HOLDING or "," in ground.gap(end)
            if time is None and goes_on and ground.word(end) in _COUNTING and ground.word(end + 1) in _COUNTED_FROM:
                time = ground.at(TimeMention, end + 2)
                end += time is not None
            if ground.word(end) in _BEFORE_TIMES | _COUNTED_FROM and time is not None and goes_on:
                end = ground.after(time)
                if ground.gap(end).strip() in ("-", "–") and (last := ground.at(TimeMention, end)):
                    end = ground.after(last)
            elif ground.word(end) == "tanpa" and not ground.syntax.is_verb(end + 1):
                end += 2
                while ground.word(end) in ("waktu", "mulai", "di") and not ground.syntax.is_verb(end + 1):
                    end += 1
            elif ground.word(end) == "berlakunya" and ground.syntax.is_verb(end):
                # `habis masa berlakunya pada T`
                end = ground.clause(end).end
            elif _closes_place(ground, end) and (placed := _dated_at(ground, end)) is not None:
                # `yang diteken di Nairobi, Kenya, pada T`
                end = ground.after(placed)
            elif ground.word(end) == "dengan" and actor is not None:
                end = ground.after(actor)
            elif ground.word(end) in ("hingga", "sampai") and time is not None:
                end = ground.after(time)
            else:
                return end

    def _take(self, ground: Ground, setting: Setting, time: TimeMention, phrase: Phrase) -> None:
        number = ground.first_of(time)
        before = ground.word(number - 1) if ground.gap(number).strip() not in ("-", "–") else "-"
        if before == "dengan" and ground.word(number - 2) == "sampai":
            # `sampai dengan T`
            before = "sampai"
        if time.role == "report" or time is phrase.dated:
            return
        every = ground.before(TimeMention, number)
        if every is not None and every.type == "SET":
            return
        if before != "-" and self._opens_range(ground, time, before):
            setting.since = setting.since or time
            return
        if time.type == "DURATION":
            after = ground.word(ground.after(time))
            if after in _NO_LENGTH and not ground.gap(ground.after(time)).strip():
                return
            if before in _OF_OTHERS or ground.word(number - 2) in _OF_OTHERS:
                return
            bound = before in ("dalam", "setelah", "sejak") or after in (
                "sebelum",
                "setelah",
                "sesudah",
                "sejak",
                "menjelang",
            )
            if time is not phrase.length and not bound and setting.duration is None:
                setting.duration = time
        elif time.type in ("DATE", "TIME") and time.value and time.value[:1].isdigit():
            if setting.until is not None and before in ("tepatnya", "yakni", "yaitu"):
                # `sampai akhir bulan, tepatnya T`
                setting.until = time
                return
            paired = before == "dan" and setting.since is not None and ground.after(setting.since) == number - 1
            if before in ("hingga", "sampai", "s.d", "-", "–") or paired:
                setting.until = setting.until or time
            elif before in ("sepanjang", "selama"):
                return
            elif before in ("mulai", "terhitung", "sejak", "semenjak", "untuk", "dari", "per", "dihitung"):
                if setting.since is None or _is_finer(time, setting.since):
                    setting.since = time
                if before != "untuk":
                    setting.date = setting.date or time
            elif setting.date is None or _is_finer(time, setting.date):
                setting.date = time

    def _opens_range(self, ground: Ground, time: TimeMention, before: str) -> bool:
        """`P pada 8-10 Mei`, `P antara 8 dan 10 Mei`: from when to when it holds, no day of the verb."""
        after = ground.after(time)
        joined = ground.gap(after).strip() in ("-", "–") and ground.at(TimeMention, after) is not None
        joined = joined or (
            before == "antara" and ground.word(after) == "dan" and ground.at(TimeMention, after + 1) is not None
        )
        if time.type != "DATE" or joined:
            return joined and time.type == "DATE"
        to = ground.at(TimeMention, after + 1) if ground.word(after) in ("hingga", "sampai") else None
        bare = ground.word(ground.first_of(time) - 1) in ("pada", "untuk", "tanggal")
        return bare and to is not None and to.type == "DATE" and not ground.gap(after).strip()

    def _places(self, ground: Ground, verb: int, end: int, start: int | None = None) -> list[RegionMention]:
        """The places that the clause names after words of place, or beside one so named."""
        found: list[RegionMention] = []
        widens = ground.word(verb) in WIDENING
        for region in ground.among(RegionMention, (verb if start is None else start) + 1, end):
            number = ground.first_of(region)
            if region.name.casefold() in self._talks and region.kind == "city":
                continue
            before = ground.word(number - 1)
            joined = bool(found) and (before in ("dan", "serta") or self._follows(ground, found[-1], number))
            widened = widens and before in _TOWARDS
            if joined or widened or before in self._where or before in ("yakni", "yaitu", "termasuk"):
                found.append(region)
        return found

    def _follows(self, ground: Ground, before: RegionMention, number: int) -> bool:
        """Whether a comma alone parts a region from the one before it."""
        return ground.after(before) == number and ground.gap(number).strip() == ","

    def _is_list(self, ground: Ground, found: list[RegionMention]) -> bool:
        """`di A, B, dan C`: named together, so that the first stands for all."""
        return all(
            ground.first_of(two) - ground.after(one) <= 1
            and all(ground.word(n) in ("dan", "serta") for n in range(ground.after(one), ground.first_of(two)))
            for one, two in pairwise(found)
        )


def _is_finer(time: TimeMention, than: TimeMention) -> bool:
    """Whether a time gives a clock or part of the day that another one only dates."""
    one, other = time.value or "", than.value or ""
    return len(one) > len(other) and one.startswith(other)


def _closes_place(ground: Ground, number: int) -> bool:
    """Whether the comma before a word closes the land in which a place lies (`di Nairobi, Kenya, pada T`)."""
    if "," not in ground.gap(number):
        return False
    land = ground.before(RegionMention, number) or ground.before(ActorMention, number)
    first = ground.first_of(land) if land is not None else 0
    return "," in ground.gap(first) and ground.before(RegionMention, first) is not None


def _dated_at(ground: Ground, number: int) -> TimeMention | None:
    """The time that starts at a word, or behind `pada` there."""
    return ground.at(TimeMention, number + (ground.word(number) in ("pada", "hari")))
