"""Where the members begin behind a verb of which the pause is the subject: `berlaku sejak T di Z`, `mencakup Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["ObjectReader"]

_ALONE: Final = frozenset(("hanya", "cuma", "sekadar", "sebatas", "baru", "khusus"))
_TURNS: Final = frozenset(("tetapi", "tapi", "namun", "meski", "walau"))
#: how many words an aside between two commas may have
_ASIDE: Final = 8
#: how many words what is granted may have, and whom it is for
_GRANTED: Final = 5
#: how many words what is denied before `melainkan` may have
_DENIED: Final = 12
_GIVEN_TO: Final = frozenset(("bagi", "untuk", "kepada", "buat", "di", "pada", "ke"))
#: words before a time
_BOUNDS: Final = frozenset(
    ("pada", "sejak", "mulai", "dari", "hingga", "sampai", "selama", "terhitung", "per", "dengan", "antara")
)


class ObjectReader:
    """Finds the words behind a verb of scope with which its members begin."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker

    def start(self, ground: Ground, cue: int) -> int:
        """Where the members of a cue begin, or -1 where its object is something else."""
        words, word, start = self._words.subject, ground.word(cue), cue + 1
        start += ground.word(start) in ("pula", "juga")
        if word in words["limits"]:
            bound = word in words["bounds"] and ground.word(start) not in words["to"]
            return start if bound else start + 1 if ground.word(start) in words["to"] else -1
        if (
            word in words["mentions"]
            and ground.word(start) in ("sedikit", "sama")
            and ground.word(start + 1)
            in (
                "pun",
                "sekali",
            )
        ):
            # `tidak menyebut sedikit pun Z`
            return start + 2
        if word in words["mute"]:
            return start + 1 if ground.word(start) in words["about"] else self._fronted(ground, cue)
        if word in words["grants"] | words["shuts"]:
            return self._granted_to(ground, start)
        if word in words["forbids"] | words["allows"]:
            return start if ground.word(start) in self._words.goes_on["nouns"] else -1
        if word == "sampai":
            return start + 1 if ground.word(start) == "ke" else -1
        if word in words["applied"] | words["loose"]:
            start = self.past_times(ground, self._past_media(ground, start))
            if ground.word(start) in _TURNS and ground.word(start + 1) in _ALONE and "," in ground.gap(start):
                # `berlaku, tetapi hanya di Z`
                start += 2
            if ground.word(start) == "bukan":
                # `berlaku bukan di Z1, melainkan di Z2`
                start = next((n + 1 for n in range(start, start + _DENIED) if ground.word(n) == "melainkan"), start)
            reaches = ground.word(start) == "ke" and ground.word(start - 1) in ("sampai", "hingga")
            if (
                start >= ground.sentence(cue).stop
                or not (reaches or ground.word(start) in words["to"])
                or isinstance(ground.named_at(start + 1), TimeMention)
            ):
                return -1
            return start + 1
        if word in words["widened"] and ground.word(start) in words["widened_to"]:
            return start + 1
        if word in words["given"] and (there := self._listed_there(ground, start)):
            return there
        if word in words["given"]:
            start = self._past_giver(ground, start)
            if start >= ground.sentence(cue).stop:
                return -1
            return start + 1 if ground.word(start) in ("untuk", "bagi") and self._maker.is_place(ground, start) else -1
        if word in words["widened"]:
            return -1
        return -1 if ground.word(start) in self._words.pseudo["terms"] else start

    def _fronted(self, ground: Ground, cue: int) -> int:
        """`Soal Z, naskah itu bungkam.`: where the members begin of which a paper is silent, or -1."""
        first = ground.sentence(cue).start
        fronted = ground.word(first) in self._words.subject["about"] | {"untuk", "bagi"}
        return first + 1 if fronted and ground.marked(cue + 1, ",.;") else -1

    def _past_media(self, ground: Ground, start: int) -> int:
        """`berlaku di darat, laut, dan udara (di seluruh Z)`: where the places begin."""
        media, number = self._words.subject["media"], start + 1
        if ground.word(start) not in ("di", "baik") or ground.word(number) not in media | {"di"}:
            return start
        while ground.word(number) in media | {"dan", "serta", "maupun"} or (
            ground.word(number) == "di" and ground.word(number + 1) in media
        ):
            number += 1
        return number if ground.word(number) in self._words.subject["to"] else start

    def _listed_there(self, ground: Ground, start: int) -> int:
        """`P yang diumumkan D di Z1 dan Z2`: several places, so none where it was made known; or 0."""
        doer = ground.at(ActorMention, start)
        number = ground.past_bracket(ground.after(ground.coordinated(doer)[-1])) if doer is not None else start
        if (
            ground.word(number) in ("bagi", "kepada", "untuk")
            and ground.word(number + 1) in self._words.subject["troops"]
        ):
            # `yang diperintahkan D bagi pasukannya di Z`
            return number + 3 if ground.word(number + 2) == "di" else 0
        first = ground.at(RegionMention, number + 1) if ground.word(number) == "di" else None
        if first is None:
            return 0
        joint, listed = ground.after(first), False
        while not listed and (second := ground.at(RegionMention, joint + (ground.word(joint) in ("dan", "serta")))):
            # Of `di Z, L` the second says where the first one lies.
            listed = ground.word(joint) in ("dan", "serta")
            joint = ground.after(second)
            if not listed and "," not in ground.gap(joint) and ground.word(joint) not in ("dan", "serta"):
                break
        return number + 1 if listed else 0

    def past_times(self, ground: Ground, start: int) -> int:
        """`berlaku (sejak T hingga T, menurut X,) (terutama) di Z`: behind times and adverbs."""
        passing, asides = self._words.subject["passing"], self._words.member["asides"]
        while True:
            if ground.marked(start, ".;!?"):
                return start
            bound = ground.word(start) in _BOUNDS
            if isinstance(named := ground.named_at(start + bound), TimeMention):
                start = ground.after(named)
            elif ground.word(start) in passing:
                start += 1
            elif ground.word(start) in asides and "," in ground.gap(start):
                closed = next((n for n in range(start + 1, start + _ASIDE) if "," in ground.gap(n)), start)
                if closed == start:
                    return start
                start = closed
            else:
                return start

    def _granted_to(self, ground: Ground, number: int) -> int:
        """`memberi (perlindungan penuh) bagi Z`, `menutup (pintu) bagi G`: behind the preposition, or -1."""
        member = self._words.member
        if ground.word(number) not in member["benefits"] | member["room"] | member["doors"]:
            return -1
        for after in range(number + 1, number + _GRANTED):
            if ground.marked(after, ",;:.") or ground.syntax.is_verb(after):
                return -1
            if ground.word(after) in _GIVEN_TO:
                return after + 1
        return -1

    def _past_giver(self, ground: Ground, start: int) -> int:
        """`P yang diumumkan D, T, (untuk Z)`, `dijanjikan milisi D khusus (untuk Z)`: behind who gives it, and when."""
        start += ground.word(start) == "oleh"
        if (giver := ground.at(ActorMention, start)) is not None:
            start = ground.past_bracket(ground.after(ground.coordinated(giver)[-1]))
        return self.past_times(ground, start)
