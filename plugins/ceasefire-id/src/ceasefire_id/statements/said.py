"""One statement as its stance is read: the pauses that it speaks of, who says it, what it says is broken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import attrs

from ceasefire.mentions import ActorMention, PauseMention, RegionMention, StatementMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.statements.antecedents import pause_before, pause_of
from ceasefire_id.statements.wording import REACH, Cues, Wording

__all__ = ["NO_READING", "REACH", "Cues", "Reading", "Said"]

#: words of a condition
_CLAUSE: Final = 12

#: a stance, and the pause towards which it is taken
Reading = tuple[str | None, PauseMention | None]
NO_READING: Final[Reading] = (None, None)


def _is_past_span(time: TimeMention) -> bool:
    """Whether a time is a month or year, not a day: `tahun lalu`, `Agustus`, `2003`."""
    return (
        time.type == "DATE"
        and time.value is not None
        and time.value[:4].isdigit()
        and len(time.value) <= len("2003-08")
    )


@attrs.define(slots=False, eq=False)
class Said(Wording):
    """One statement with the pauses that it speaks of. Words are given by their place in it, counted from 0."""

    #: the pause that somebody has just been said to have broken
    charged: PauseMention | None
    #: who has said so
    accuser: ActorMention | None = None

    # ---- pauses --------------------------------------------------------------------------------------------------

    @cached_property
    def named(self) -> list[PauseMention]:
        """All pauses that it names, or points back at (`mematuhinya`, `usul itu`)."""
        document, aside = self.scene.document, self.draft.aside
        found = document.within(PauseMention, self.draft.span)
        if not found and self.points_back(self.words + self._aside_words()):
            current = "kali" in self.words and "ini" in self.words
            pause = pause_before(self.scene, self.draft.start, standing=current)
            return [pause] if pause else []
        return (document.within(PauseMention, aside) if aside else []) + found

    def _aside_words(self) -> list[str]:
        """The words of the part that a tag cuts off: `pengumuman itu, kata S, berlaku bagi semua`."""
        words, aside = self.scene.words, self.draft.aside
        return words.folded[words.first_at(aside.start) : words.first_at(aside.end)] if aside else []

    @cached_property
    def topics(self) -> list[PauseMention]:
        """Those that it is about: named in what is said itself, not in a relative or background clause of it."""
        span = self.draft.span
        return [pause for pause in self.named if not span.covers(pause.span) or self._is_topic(pause)]

    def points_back(self, words: list[str]) -> bool:
        """Whether a clitic or a noun among these words stands for the pause spoken of last."""
        return next(self._pointers(words), None) is not None

    def calls_back(self, words: list[str]) -> bool:
        """Whether a noun among the words that somebody judges stands for the pause told last: `perkembangan itu`."""
        return bool(self._called(words))

    @cached_property
    def called_back(self) -> list[int]:
        """Where its own words call back so what has just been told."""
        return self._called(self.words)

    def _called(self, words: list[str]) -> list[int]:
        return [
            number
            for number, word in enumerate(words)
            if word in self.cues["judged_things"]
            and not self.cues["which_thing"].isdisjoint(words[number + 1 : number + 4])
        ]

    def _pointers(self, words: list[str]) -> Iterator[int]:
        """Where such words stand."""
        for number, word in enumerate(words):
            if word in self.cues["clitics"]:
                yield number
            signed = word in self.cues["signed"] or words[number : number + 2] == ["tanda", "tangani"]
            if words[number : number + 2] == ["semua", "ini"] or (
                signed and "yang" in words[max(0, number - 3) : number]
            ):
                yield number
            before = words[max(0, number - 2) : number]
            owned = word.endswith("nya") and word.removesuffix("nya") in self.cues["deals"] | self.cues["clauses"]
            if owned and not (self.cues["keep"] | self.cues["breach"]).isdisjoint(before):
                yield number
            if word not in self.cues["pointing"] and word not in self.cues["deals"]:
                continue
            occasion = word == "kesempatan" and before[-1:] in (["pada"], ["dalam"], ["di"])
            if occasion or "sampai" in before or not self.cues["background"].isdisjoint(before):
                continue  # `sampai naskah itu diteken` only gives a time
            if not self.cues["that"].isdisjoint(words[number + 1 : number + (5 if "yang" in words else 4)]):
                yield number
                continue
            # `mematuhi kesepakatan`, `melanggar perjanjian`: whichever is spoken of.
            governor = number - 2 if before[-1:] and before[-1] in ("terhadap", "atas", "dari", "pada") else number - 1
            if words[max(0, number - 2)] in self.cues["clauses"]:
                governor = number - 3 if words[max(0, number - 3)] != "setiap" else number - 4
            elif before[-1:] and before[-1] in self.cues["clauses"]:
                governor = number - 2 if before[0] != "setiap" else number - 3
            bare = word in self.cues["deals"] and governor >= 0
            asked = bare and self.verb in self.scene.speech.demand and words[governor] in self.cues["signs"]
            if asked:
                yield number  # `mendesak S menandatangani kesepakatan`
            elif bare and (words[governor] in self.cues["keep"] or words[governor] in self.cues["breach"]):
                yield number
            elif word in self.cues["promises"] and not self.cues["keep"].isdisjoint(words[number + 1 : number + 4]):
                yield number  # `janji (itu) akan kami tepati`

    def _is_topic(self, pause: PauseMention) -> bool:
        scene = self.scene
        parted = False
        for number in range(scene.words.first_at(pause.span.start) - 1, self.first - 1, -1):
            word = scene.word(number)
            if word in ("sampai", "hingga") and (
                scene.word(number - 1) == "jangan" or scene.time_at(number + 1) is not None
            ):
                continue
            if word in self.cues["background"] and not (parted and word == "yang"):
                # `saat ini` is a time; `yang kami inginkan hanya P` asks for P.
                opens = word == "yang" and (self.opens_sentence(number - self.first) or self._is_nobody(number))
                opens = opens or self._depends_on_it(number - self.first)
                opens = opens or (word == "yang" and self.is_cleft(number - self.first))
                if not opens and not (word == "saat" and scene.word(number + 1) in self.cues["that"]):
                    return False
            if word == "kali" and scene.word(number - 1) in ("tiap", "setiap", "saban"):
                return False
            if word == "tengah" and scene.word(number - 1) == "di":
                return False
            if scene.marked(number + 1, ",;.") and word != "dan":
                parted = True
                if scene.word(number + 1) not in ("yang", "dan", "serta"):
                    return True
        return True

    def _depends_on_it(self, number: int) -> bool:
        """`kalau P bertahan, para pengungsi bisa pulang`, `bila P dilanggar kami membalas`: what hangs on the pause."""
        if self.words[number] not in self.cues["terms"] or not self.opens_sentence(number):
            return False
        stop = number + 1
        while stop < len(self.words) and "," not in self.scene.gap(self.first + stop) and stop - number < _CLAUSE:
            stop += 1
        return not self.cues["depends"].isdisjoint(self.words[number:stop])

    def _is_nobody(self, relative: int) -> bool:
        """`tidak ada pihak yang menolak usul itu`: what nobody does is what is said, relative clause or not."""
        before = self.before(relative - self.first)
        opens = before[:2] in (
            ["tidak", "ada"],
            ["tak", "ada"],
            ["belum", "ada"],
            ["tidak", "seorang"],
            ["tak", "seorang"],
        )
        return opens and self.words[: len(before)] == before

    def is_cleft(self, number: int) -> bool:
        """`A yang mengakhiri P`, `merekalah yang lebih dulu V`: who did it is told, not which A is meant."""
        relative = number if self.words[number] == "yang" else number - 1
        opening = relative
        while opening > 0 and not self.opens_sentence(opening) and relative - opening < _CLAUSE:
            opening -= 1
        if opening < relative and self.words[opening] in ("bukan", "justru"):
            opening += 1
        if opening >= relative or self.words[relative] != "yang":
            return False
        pronoun = relative - opening == 1 and self.words[opening].removesuffix("lah") in self.cues["who"]
        if any(not self.scene.capital(self.first + place) for place in range(opening, relative)):
            return pronoun
        actor = self.scene.actor_at(self.first + opening)
        return actor is None or (actor.anaphor is None and self.place(actor.span)[1] == relative)

    @cached_property
    def opens_with_pause(self) -> bool:
        """Whether the pause is the first thing that it names."""
        return bool(self.anchors) and self.anchors[0][0] <= 1

    def is_of_the_past(self, pause: PauseMention) -> bool:
        """Whether a pause is set off as an earlier one: by a word, or by the month or year that dates it."""
        if pause.contrast == "earlier":
            return True
        scene = self.scene
        for number in range(
            scene.after(pause.span), min(scene.after(pause.span) + REACH, self.first + len(self.words))
        ):
            if scene.word(number) in ("sampai", "hingga", "selama"):
                return False
            time = scene.time_at(number)
            if time is not None and _is_past_span(time):
                return scene.word(scene.after(time.span) - 1) not in ("ini", "depan", "mendatang")
        return False

    def place(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends, in words of this statement; outside it for one that it only points at."""
        return self.scene.words.first_at(span.start) - self.first, self.scene.after(span) - self.first

    @cached_property
    def anchors(self) -> list[tuple[int, int]]:
        """Where it speaks of its pauses, in words: at their names, else at the words that point at them."""
        inside = [self.place(pause.span) for pause in self.topics if self.draft.span.covers(pause.span)]
        return inside or [(n, n + 1) for n in self._pointers(self.words)] or [(n, n + 1) for n in self.called_back]

    def drop_stance(self, place: int, why: str) -> None:
        """Note for the trace that a word was looked at and gave no stance."""
        if self.scene.document.considered is not None and place < len(self.words):
            span = self.scene.syntax.span(self.first + place, self.first + place + 1)
            self.scene.document.drop("id-statements:stance", span, why)

    # ---- who -----------------------------------------------------------------------------------------------------

    def is_speaker(self, actor: ActorMention) -> bool:
        """Whether an actor is the speaker, or the state or body that the speaker's name or office names."""
        speaker = self.draft.speaker
        if speaker is None:
            return False
        if actor is speaker or actor.name == speaker.name or (actor.identity and actor.identity == speaker.identity):
            return True
        if actor.anaphor is not None and not actor.anaphor.descriptive:
            return self.draft.form == "indirect"
        if actor.kind == "person" and frozenset(actor.name.split()).issuperset(speaker.name.split()):
            return True  # `Puan Maharani`, then `Puan`
        office = (speaker.office or "").casefold()
        nameless = actor.kind in ("government", "military") and actor.country is None and actor.identity is None
        if nameless and not self.cues["state_office"].isdisjoint(office.split()):
            return True  # `pemerintah`, in the mouth of its president
        if office.endswith("nya") and self.scene.start(self.first) == actor.span.start and actor.kind != "person":
            return True  # `juru bicaranya, N, mengatakan G akan VP`
        names = frozenset(f"{office} {speaker.name}".casefold().replace(",", " ").split())
        short = actor.identity.rpartition(":")[2] if actor.identity else ""
        same_state = actor.kind in ("state", "military", "government") and actor.country == speaker.country
        same_state = same_state and speaker.kind != "armed_group"
        return (
            short in names
            or names.issuperset(actor.name.casefold().split())
            or (actor.country is not None and same_state)
        )

    @cached_property
    def is_accuser(self) -> bool:
        """Whether the last charge was made by the speaker, or by the side that the speaker speaks for."""
        accuser, speaker = self.accuser, self.draft.speaker
        if accuser is None or speaker is None or accuser.anaphor is not None:
            return accuser is speaker
        office = f"{speaker.office or ''} {speaker.name}".casefold().replace(",", " ").split()
        return accuser.name == speaker.name or frozenset(office).issuperset(accuser.name.casefold().split())

    def is_by_speaker_of(self, statement: StatementMention) -> bool:
        """Whether whoever made an earlier statement, the last one before, speaks on: by name or by a pronoun."""
        speaker = self.draft.speaker
        pronoun = speaker is not None and speaker.anaphor is not None and not speaker.anaphor.descriptive
        return pronoun or (statement.speaker is not None and self.is_speaker(statement.speaker))

    @cached_property
    def is_of_forces(self) -> bool:
        """Whether the speaker is an army or an armed group, or speaks for one."""
        speaker = self.draft.speaker
        if speaker is None:
            return False
        office = frozenset((speaker.office or "").casefold().split())
        return speaker.kind in ("military", "armed_group") or not office.isdisjoint(self.cues["state_office"])

    def is_subject_place(self, number: int) -> bool:
        """Whether a place or a group stands right before a word: `Rakhine dimasukkan`."""
        scene, first = self.scene, self.scene.start(self.first)
        position = scene.start(self.first + number)
        return bool(
            scene.document.starting_in(RegionMention, first, position)
            or scene.document.starting_in(ActorMention, first, position)
        )

    # ---- words ---------------------------------------------------------------------------------------------------

    def _has_no_object(self, number: int) -> bool:
        """Whether a word of breaking names nothing that is broken: `itu pelanggaran`, `yang melanggar adalah B`."""
        following = number + 1
        if following >= len(self.words) or "," in self.scene.gap(self.first + following):
            return True
        return self.words[following] in self.cues["no_object"]

    def is_whoever(self, number: int) -> bool:
        """`pihak yang melanggar P harus dihukum`: nobody is said to have done so."""
        threat = not {"akan", "harus", "bakal", "wajib"}.isdisjoint(self.words[number:])
        return threat and self.words[max(0, number - 2) : number] == ["pihak", "yang"]

    def is_told_of_breach(self, number: int) -> bool:
        """Whether a word of breaking tells that it happened: a verb, or a noun counted, called so, or with its doer.

        `berhak membalas pelanggaran` tells of none.
        """
        if not self.words[number].startswith(("pe", "pro")):
            return True
        before, after = self.words[max(0, number - 2) : number], self.words[number + 1 : number + 5]
        counted = any(word.isdigit() for word in before) or not self.cues["breach_heads"].isdisjoint(before)
        document, start = self.scene.document, self.scene.start(self.first + number)
        owned = document.starting_in(PauseMention, start, self.scene.start(self.first + number + REACH + 1))
        return counted or number == 0 or "oleh" in after or bool(owned)

    def own_pause_of_doer(self, number: int) -> PauseMention | None:
        """The pause that the one named before a word has declared: `junta melanggar janjinya`."""
        scene = self.scene
        named = scene.document.starting_in(ActorMention, self.draft.start, scene.start(self.first + number))
        return pause_of(scene, named[0], self.draft.start) if named else None

    def _is_next(self, pause: PauseMention, number: int) -> bool:
        """Whether a pause is the object right behind a word."""
        begin, _ = self.place(pause.span)
        return number < begin <= number + 2

    def broken(self) -> tuple[PauseMention, int] | None:
        """The pause that it says is broken (`melanggar P`, `dilanggar`), not a law; and the place of that word."""
        scene = self.scene
        for number in self.where("breach"):
            if self.is_after(number, "supposed") or self.is_whoever(number) or not self.is_told_of_breach(number):
                continue
            begin = scene.start(self.first + number)
            end = min(scene.start(self.first + number + REACH + 2), max(self.draft.end, begin))
            near = scene.document.starting_in(PauseMention, begin, end)
            pause = near[0] if near else None
            if self.words[number] in self.cues["physical"] and (pause is None or not self._is_next(pause, number)):
                continue
            alone = self.words[number] in self.cues["broken_alone"] or self._has_no_object(number)
            if pause is None and (alone or self.points_back(self.words[number : number + REACH])):
                owned = "nya" in {word[-3:] for word in self.words[number + 1 : number + 2]}
                pause = self.own_pause_of_doer(number) if owned or not self.named else self.named[0]
                pause = pause or pause_before(scene, self.draft.start)
            if pause is not None:
                return pause, number
        return None
