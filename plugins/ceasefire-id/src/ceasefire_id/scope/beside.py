"""Where a pause holds, told beside it or at the head of its sentence: `P di Z`, `Di Z, P …`, `P sepihak terhadap G`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.members import SIDES, Member
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.trail import TrailReader
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["BesideReader"]

#: how far behind the head of the sentence the pause stands in `Di Z, P …`, in words
_FRONT: Final = 12
#: how far before `dihentikan` the fighting stands that is stopped, in words
_STOPPED: Final = 5
#: papers of a pause that is talked about or signed
_PAPERS: Final = frozenset(
    ("naskah", "rancangan", "dokumen", "teks", "draf", "kesepakatan", "perjanjian", "rincian", "syarat")
)
#: what opens a clause that tells that somebody stops fighting
_TOLD_LINKS: Final = frozenset(("", "dan", "serta", "bahwa", "dengan", "lalu"))
_BREACHES: Final = frozenset(("melanggar", "pelanggaran", "mencederai", "langgar"))
_SETTLING: Final = frozenset(("menandatangani", "meneken", "penandatanganan", "merundingkan", "membahas"))


class BesideReader:
    """Reads the members that stand beside the noun of a pause or its verb of stopping."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker
        self._trail = TrailReader(words)

    def read(self, ground: Ground, arguments: Arguments, phrases: list[Phrase]) -> list[ScopeDraft]:
        """The members beside all phrases."""
        found: list[ScopeDraft] = []
        for phrase in phrases:
            found += self._beside(ground, phrase)
            found += self._in_front(ground, phrase) or self._imposed_there(ground, phrase)
            found += self._everywhere(ground, phrase)
            found += self._owned(ground, phrase) or self._agreed_by_those_there(ground, phrase)
            found += self._none_for(ground, arguments, phrase)
        for number in ground.words.numbers(self._words.subject["stops"]):
            found += self._stopped_there(ground, arguments, number)
        return found

    def _none_for(self, ground: Ground, arguments: Arguments, phrase: Phrase) -> list[ScopeDraft]:
        """`Tidak ada jeda bagi G`: whom the pause spoken of leaves out."""
        before = phrase.outer - 1
        denied = ground.word(before) in ("ada", "akan") and ground.word(before - 1) in ("tidak", "tak", "takkan")
        first = ground.sentence(phrase.first).start
        if denied and ground.word(first) in ("bagi", "untuk", "terhadap", "dengan", "di"):
            # `Terhadap G tidak ada jeda`
            meant = arguments.latest(phrase.first) or phrase
            drafts = self._maker.after(
                ground, meant, first + 1, first, include=False, rule="none-for", actors=True, end=before - 1
            )
            groups = [d for d in drafts if d.actor is not None and d.actor.kind == "armed_group"]
            # `Di Z tidak ada jeda` where another pause is spoken of
            return groups + [d for d in drafts if d.region is not None and meant is not phrase]
        if not denied or ground.word(phrase.stop) not in ("bagi", "untuk", "dengan"):
            return []
        meant = arguments.latest(phrase.first) or phrase
        drafts = self._maker.after(
            ground, meant, phrase.stop + 1, phrase.stop, include=False, rule="none-for", actors=True
        )
        return [d for d in drafts if d.actor is not None and d.actor.kind == "armed_group"]

    def _beside(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`P di Z1 dan Z2`, `P Z`, `P sepihak terhadap G`."""
        if (phrase.kind is None and phrase.rule != "stop-verb") or ground.word(phrase.outer - 1) == "bukan":
            return []
        found: list[ScopeDraft] = []
        if (place := phrase.place) is not None and (place.kind != "city" or not self._maker.is_talks(place)):
            member = Member(place, phrase.stop - 1, phrase.stop, False)
            found += self._maker.drafts(ground, phrase, [member], -1, include=True, rule="beside")
        if phrase.governor >= 0 and ground.word(phrase.governor) in self._words.pseudo["talking"]:
            return found + self._talked_of(ground, phrase)
        bombed = ground.at(RegionMention, phrase.stop) if phrase.rule == "stop-verb" else None
        if bombed is not None and ground.adjoins(phrase.stop) and ground.at(ActorMention, phrase.stop) is None:
            # `menghentikan pengeboman Z`
            member = Member(bombed, phrase.stop, ground.after(bombed), False)
            found += self._maker.drafts(ground, phrase, [member], -1, include=True, rule="beside")
        number = self._trail.end(ground, phrase)
        lifted = ground.word(phrase.outer - 1) in self._words.goes_on["lifts"]
        named_twice = phrase.same_as is not None and ground.gap(number).strip() == ","
        adjoins = ground.adjoins(number) or not ground.gap(number).strip(" )")
        if not (adjoins or named_twice or lifted) or self._follows(ground, phrase, _BREACHES):
            return found
        governor = phrase.outer - 1
        governor -= ground.word(governor) in _PAPERS
        settling = ground.word(governor) in _SETTLING
        if lifted and ground.word(number) != "di":
            number = self._trail.past_apposition(ground, number)
        if ground.word(number) in self._words.adjunct["whole"] and ground.at(RegionMention, number + 1) is not None:
            # `P seluruh Z`
            return found + self._maker.after(ground, phrase, number, number, include=True, rule="in", actors=False)
        held_for = ground.word(number) in ("untuk", "bagi") and self._maker.is_place(ground, number)
        if ground.word(number) == "di" or held_for:
            drafts = self._maker.after(ground, phrase, number + 1, number, include=not lifted, rule="in", actors=False)
            in_room = settling and ground.word(number + 1) in self._words.pseudo["rooms"]
            known = phrase.definite and ground.word(governor) in self._words.subject["makes"]
            there = settling or known
            found += [
                d
                for d in drafts
                if d.region is not None
                and not (in_room or self._is_ceremony(d.region, there) or self._is_abroad(ground, phrase, d.region))
            ]
        elif self._is_towards(ground, phrase, number) and not settling:
            drafts = self._maker.after(ground, phrase, number + 1, number, include=True, rule="towards", actors=True)
            if drafts and ground.word(after := ground.words.first_at(drafts[-1].span.end)) == "di":
                # `P sepihak terhadap G di Z`
                drafts += self._maker.after(
                    ground, phrase, after + 1, number, include=True, rule="towards", actors=False
                )
            found += drafts
        return found

    def _talked_of(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`perundingan tentang P di Z`: where talks are about a pause, a land is where it is to hold, no city."""
        about = ground.word(phrase.outer - 1) in self._words.who["for"]
        place = ground.at(RegionMention, phrase.stop + 1) if ground.word(phrase.stop) == "di" else None
        if not about or place is None or place.kind in ("city", "country") or not ground.adjoins(phrase.stop):
            return []
        return self._maker.after(ground, phrase, phrase.stop + 1, phrase.stop, include=True, rule="in", actors=False)

    def _is_ceremony(self, region: RegionMention, settling: bool) -> bool:
        """Whether a place is that of the talks: a city of diplomacy, or a city or state where a pause is signed."""
        return self._maker.is_talks(region) or (settling and region.kind in ("city", "country"))

    def _is_abroad(self, ground: Ground, phrase: Phrase, region: RegionMention) -> bool:
        """`A dan B mencapai P di Z`: whether Z lies in another land than all who settle it."""
        placed = ground.at(RegionMention, ground.after(region))
        town = region.kind == "city" or (placed is not None and placed.kind == "country")
        settled = ground.word(phrase.outer - 1) in self._words.subject["settles"]
        if not (settled and town) or region.country is None:
            return False
        sides = ground.among(ActorMention, ground.sentence(phrase.first).start, phrase.first)
        lands = {side.country for side in sides if side.kind in SIDES and side.country is not None}
        return bool(lands) and region.country not in lands

    def _is_towards(self, ground: Ground, phrase: Phrase, number: int) -> bool:
        """`P sepihak terhadap G`, `penghentian serangan ke Z`: against whom fire is stopped."""
        stopping = phrase.rule in ("penghentian", "stop-verb")
        if ground.word(number) == "ke":
            return stopping
        against = ground.at(ActorMention, number + 1) if ground.word(number) == "terhadap" else None
        if against is not None and against.kind == "armed_group":
            return True
        alone = ground.word(number) == "dengan" and phrase.sepihak
        return alone or (ground.word(number) in ("terhadap", "atas") and (phrase.sepihak or stopping))

    def _follows(self, ground: Ground, phrase: Phrase, words: frozenset[str]) -> bool:
        """`melanggar P di Z`: the place is that of the breach."""
        return any(ground.word(number) in words for number in range(max(0, phrase.outer - 2), phrase.outer))

    def _in_front(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Di Z, P …` at the head of a sentence, unless the verb is one of announcing or signing."""
        sentence = ground.sentence(phrase.first)
        start = sentence.start + (ground.word(sentence.start) in ("adapun", "sementara", "sedangkan", "namun"))
        only = ground.word(start) in ("hanya", "cuma", "baru") and ground.word(start + 1) == "di"
        start += only
        if (
            phrase.kind is None
            or ground.word(start) != "di"
            or not 2 <= phrase.outer - start <= _FRONT
            or not (only or "," in ground.gap(phrase.outer) or self._is_placed_list(ground, start, phrase.outer))
            or any(
                ground.word(verb) not in self._words.adjunct["exclude"]
                for verb in ground.syntax.verbs_between(start, phrase.outer)
            )
        ):
            return []
        verb = ground.syntax.verb_after(phrase.stop - 1)
        while verb is not None and ground.clause(verb).link == "yang":
            # `Di Z, jeda yang disepakati A hanya berlangsung sepekan`
            verb = ground.syntax.verb_after(verb)
        if verb is None or ground.word(verb) in self._words.pseudo["ceremony"]:
            return []
        include = not (self._maker.is_negated(ground, verb) and ground.word(verb) in self._words.subject["applied"])
        if ground.word(start + 1) == "luar":
            # `Di luar Z, P …`
            include, start = not include, start + 1
        return self._maker.after(
            ground, phrase, start + 1, start, include=include, rule="in-front", actors=False, end=phrase.outer
        )

    def _is_placed_list(self, ground: Ground, start: int, end: int) -> bool:
        """`Di Z1 dan Z2 (P, yang dimulai T, …)`: nothing but places stands before the pause."""
        place = ground.before(RegionMention, end)
        return place is not None and not ground.syntax.verbs_between(start, end) and place.kind != "country"

    def _agreed_by_those_there(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Kedua pihak di Z mengadakan P`: it holds where they are."""
        subject, verb = self._words.subject, phrase.outer - 1
        if ground.word(verb) not in subject["settles"] | subject["imposes"] | subject["makes"] | subject["has"]:
            return []
        if not ground.mood(verb).real or phrase.wanted:
            return []
        end = verb
        while ground.word(end - 1) in self._words.member["auxiliaries"]:
            end -= 1
        members = self._maker.subjects.of_people(ground, end, ground.sentence(verb).start)
        members = [m for m in members if isinstance(m.name, RegionMention) and m.name.kind != "country"]
        members = [m for m in members if not (isinstance(m.name, RegionMention) and self._maker.is_talks(m.name))]
        return self._maker.drafts(ground, phrase, members, verb, include=True, rule="in")

    def _owned(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Z punya P lain`, `Z memiliki P sendiri`: a place that has a pause of its own."""
        verb = phrase.outer - 1
        if ground.word(verb) not in self._words.subject["has"] or not ground.mood(verb).real:
            return []
        end = verb
        while ground.word(end - 1) in self._words.member["auxiliaries"]:
            end -= 1
        drafts = self._maker.before(ground, phrase, end, verb, include=True, rule="in")
        return [d for d in drafts if d.region is not None and d.region.kind != "country"]

    def _imposed_there(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`Di Z, D memberlakukan P`."""
        start, verb = ground.sentence(phrase.first).start, ground.syntax.verb_before(phrase.outer)
        if verb is None or phrase.outer - verb > 2 or not ground.mood(verb).real:
            return []
        closed = any("," in ground.gap(number) for number in range(start + 2, verb))
        if not closed or not self._holds_in_front(ground, start, verb):
            return []
        if ground.syntax.verbs_between(start, verb):
            return []
        return self._maker.after(
            ground, phrase, start + 1, start, include=True, rule="in-front", actors=False, end=verb
        )

    def _holds_in_front(self, ground: Ground, start: int, verb: int) -> bool:
        """`Di Z, D memberlakukan P`, `Untuk Z, K menawarkan P`, `Di L, G mengumumkan P`: whether P is for Z."""
        subject, word = self._words.subject, ground.word(verb)
        if ground.word(start) in ("untuk", "bagi"):
            return (
                word in subject["makes"] | subject["imposes"] | self._words.who["offers"] | self._words.who["proposes"]
            )
        if ground.word(start) != "di":
            return False
        if word in subject["imposes"]:
            return True
        place, actor = ground.at(RegionMention, start + 1), ground.subject(verb)
        # A state makes a pause known where its leaders are, a group that fights in a land there.
        fights = actor is not None and actor.kind == "armed_group"
        return word in subject["makes"] and fights and place is not None and place.kind != "city"

    def _everywhere(self, ground: Ground, phrase: Phrase) -> list[ScopeDraft]:
        """`D mengumumkan P lewat televisi pada T, hingga T, di seluruh Z`: what is said in one place holds in all."""
        verb, stop = ground.syntax.verb_before(phrase.outer), ground.sentence(phrase.first).stop
        if verb is None or phrase.outer - verb > 3 or ground.word(verb) not in self._words.subject["makes"]:
            return []
        for number in range(phrase.stop, stop - 1):
            if ground.syntax.is_verb(number) or ground.marked(number, ";:"):
                return []
            if ground.word(number) == "di" and ground.word(number + 1) in self._words.adjunct["whole"]:
                return self._maker.after(
                    ground, phrase, number + 1, number, include=True, rule="everywhere", actors=False
                )
        return []

    def _stopped_there(self, ground: Ground, arguments: Arguments, verb: int) -> list[ScopeDraft]:
        """`P menghentikan serangan di seluruh Z`, `P menghentikan operasi terhadap G`."""
        argument = arguments.subject(verb) if not ground.word(verb).startswith("di") else None
        phrase = argument.phrase if argument is not None else self._stopped_by(ground, arguments, verb)
        if phrase is None or not ground.mood(verb).real:
            return []
        if place := self._named_with_fire(ground, verb):
            return self._maker.after(
                ground, phrase, place + 1, place, include=True, rule="stops-there", actors=False, end=verb
            )
        fired = verb + 1
        while ground.word(fired) in self._words.goes_on["nouns"] | self._words.goes_on["kinds"]:
            fired += 1
        if fired > verb + 1 and ground.at(RegionMention, fired) and not ground.at(ActorMention, fired):
            # `menghentikan pengeboman Z`
            return self._maker.after(ground, phrase, fired, verb, include=True, rule="stops-there", actors=False)
        towards = self._words.goes_on["against"] if argument is not None else frozenset[str]()
        number, strange = verb, 0
        while number + 1 < ground.sentence(verb).stop and strange < _STOPPED:
            time = ground.at(TimeMention, number + 1)
            number = ground.after(time) if time is not None else number + 1
            strange += time is None
            if "," in ground.gap(number):
                break
            if ground.word(number) == "di" or ground.word(number) in towards:
                actors = ground.word(number) != "di"
                return self._maker.after(
                    ground, phrase, number + 1, number, include=True, rule="stops-there", actors=actors
                )
        return []

    def _named_with_fire(self, ground: Ground, verb: int) -> int:
        """`baku tembak di Z1 dan Z2 dihentikan`: where `di` stands, or 0."""
        if not ground.word(verb).startswith("di"):
            return 0
        fire = self._words.goes_on["nouns"] | {"tembak", "tembak-menembak"}
        for number in range(ground.clause(verb).first, verb - 1):
            if ground.word(number) == "di" and ground.word(number - 1) in fire:
                return number
        return 0

    def _stopped_by(self, ground: Ground, arguments: Arguments, verb: int) -> Phrase | None:
        """The pause spoken of, where sides stop fighting: `A dan B wajib menghentikan serangan di Z`, `tembakan
        dihentikan di Z`.
        """
        passive = ground.word(verb).startswith("di")
        if arguments.holding(verb) is not None or ground.clause(verb).link not in _TOLD_LINKS:
            return None
        nouns, outer = self._words.goes_on["nouns"], ground.syntax.verb_before(verb)
        if outer is not None and ground.word(outer) in self._words.subject["wishing"]:
            return None
        if {ground.word(verb - 1), ground.word(verb - 2)} & self._words.subject["wished"]:
            return None
        near = range(max(ground.clause(verb).first, verb - _STOPPED), verb) if passive else range(verb + 1, verb + 3)
        ceased = ground.word(verb) == "berhenti"
        if (
            not ceased
            and all(ground.word(number) not in nouns for number in near)
            and not self._named_with_fire(ground, verb)
        ):
            return None
        actor = None if passive else ground.subject(verb)
        if ground.word(verb) == "berhenti" and ground.word(verb + 1) not in self._words.places["ceased"]:
            return None
        both = any(ground.word(n) in self._words.subject["both"] for n in range(ground.clause(verb).first, verb))
        if not (passive or both) and (actor is None or actor.kind not in SIDES):
            return None
        return self._maker.spoken_of(ground, arguments, verb, reach=2)
