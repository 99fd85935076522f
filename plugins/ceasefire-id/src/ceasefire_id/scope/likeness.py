"""Members that are like or unlike those told of before: `begitu pula Z`, `Z tidak`, `bukan Z`, `ditambah Z`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import RegionMention, TimeMention
from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered, last_of
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["LikenessReader"]

#: how far before `begitu pula` or `tidak` the member stands that another is like or unlike, in words
_LIKEWISE, _UNLIKE = 20, 30
#: how many words may stand between a list and the `tetapi tidak di Z` that ends it
_BETWEEN: Final = 6
#: the rules that say of members that a pause covers them or not
_PREDICATED: Final = frozenset(
    ("covers", "leaves-out", "included", "not-included", "excepted", "outside", "part-of", "closed", "coverage")
)
_TURNS: Final = frozenset(("tetapi", "tapi", "namun", "dan"))
_PREPOSITIONS: Final = frozenset(("dengan", "di", "bagi", "untuk", "terhadap", "pada", "kepada", "ke"))
_MEANT_FOR: Final = frozenset(("untuk", "bagi", "buat", "milik"))
_NOT: Final = frozenset(("bukan", "bukannya", "tidak", "tak"))
#: marks behind which nothing of a clause follows
_ENDS: Final = (".", ";", ":", ",", "!", "”", '"', "–", "—")


class LikenessReader:
    """Reads members that a text measures by the ones before."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker) -> None:
        self._words = words
        self._maker = maker

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> None:
        """Add the members at all such cues to those that other cues have given."""
        adjunct = self._words.adjunct
        alone = not known
        if alone and not ground.document.has(adjunct["likewise"] | adjunct["not"]):
            return
        for number in ground.words.numbers(adjunct["not"]):
            known.add(self._but_not(ground, arguments, known, number))
        for number in ground.words.numbers(adjunct["likewise"]):
            known.add(self._likewise(ground, arguments, known, number))
        for number in ground.words.numbers(adjunct["not"] | adjunct["not_yet"]):
            known.add(self._unlike(ground, arguments, known, number))
        if alone:
            return
        for number in ground.words.numbers(adjunct["alike"] | adjunct["all_the_more"]):
            known.add(self._alike(ground, known, number))
        for number in ground.words.numbers(adjunct["plus"]):
            known.add(self._plus(ground, known, number))
        for number in ground.words.numbers(adjunct["otherwise"]):
            known.add(self._otherwise(ground, known, number))
        for number in ground.words.numbers(adjunct["fate"]):
            known.add(self._of_same_fate(ground, known, number))

    # ---- the member before ---------------------------------------------------------------------------------------

    def _told(
        self, ground: Ground, known: Gathered, number: int, reach: int, *, predicated: bool = True
    ) -> ScopeDraft | None:
        """The member told of last before a word, at most so many words before it."""
        told = [
            draft
            for draft in known.told_near(number, reach)
            if draft.rule in _PREDICATED or not (predicated or self._parted(ground, draft, number))
        ]
        return max(told, key=last_of, default=None)

    def _parted(self, ground: Ground, draft: ScopeDraft, number: int) -> bool:
        """Whether a verb of its own stands between a member and a word."""
        return bool(ground.syntax.verbs_between(ground.words.first_at(last_of(draft)), number))

    def _adjoining(self, ground: Ground, known: Gathered, number: int) -> ScopeDraft | None:
        """The member that ends right before a word, or with only a time between."""
        for back in range(number, max(number - _BETWEEN, 0), -1):
            end = ground.words.ends[back - 1]
            if (held := known.ending_at(end)) is not None:
                return held
            if ground.syntax.is_verb(back - 1) or ground.marked(back - 1, ";:."):
                return None
        return None

    # ---- unlike --------------------------------------------------------------------------------------------------

    def _but_not(self, ground: Ground, arguments: Arguments, known: Gathered, cue: int) -> list[ScopeDraft]:
        """`hanya berlaku bagi G1, tidak bagi G2`, `di Z1, bukan di Z2`, `mencakup Z1, tetapi bukan G`."""
        words, sentence = self._words.subject, ground.sentence(cue)
        turned = ground.word(cue - 1) in _TURNS or (ground.word(cue - 1) == "juga" and "," in ground.gap(cue - 1))
        if denied := self._not_for(ground, arguments, cue):
            return denied
        if not ("," in ground.gap(cue - turned) or (turned and cue - 1 > sentence.start)):
            return []
        start = cue + 1 + (ground.word(cue + 1) in words["to"])
        if start == cue + 1 and (ground.named_at(start) is None or isinstance(ground.named_at(start), TimeMention)):
            return []
        phrase = None
        beside = self._adjoining(ground, known, cue - turned)
        if beside is not None and beside.include:
            phrase = beside.phrase
        elif start > cue + 1 and (verb := ground.syntax.verb_before(cue)) is not None and verb >= sentence.start:
            loose = words["loose"] if ground.word(cue + 1) in ("untuk", "bagi") else frozenset[str]()
            argument = arguments.subject(verb) if ground.word(verb) in words["applied"] | loose else None
            phrase = argument.phrase if argument is not None else None
        if phrase is None:
            return []
        drafts = self._maker.after(ground, phrase, start, cue, include=False, rule="leaves-out", actors=True)
        after = ground.words.first_at(drafts[-1].span.end) if drafts else cue
        # `di Z1, tetapi tidak di Z2 mereka bertempur`, `Z1, bukan Z2 yang dibom`
        return [] if drafts and start == cue + 1 and ground.word(after) in ("yang", "lagi") else drafts

    def _not_for(self, ground: Ground, arguments: Arguments, cue: int) -> list[ScopeDraft]:
        """`Kesepakatan itu bukan untuk Z`: the pause or its paper as the subject."""
        to = cue + 1 + (ground.word(cue + 1) not in _MEANT_FOR)
        if ground.word(cue) != "bukan" or ground.word(to) not in _MEANT_FOR:
            return []
        noun = cue - 1 - (ground.word(cue - 1) in ("itu", "tersebut", "ini"))
        phrase = arguments.holding(cue - 1)
        if phrase is None and ground.word(noun) in self._words.subject["papers"]:
            phrase = arguments.latest(cue)
        if phrase is None or not ground.adjoins(cue):
            return []
        drafts = self._maker.after(ground, phrase, to + 1, cue, include=False, rule="leaves-out", actors=True)
        # `bukan hadiah bagi G`
        return [d for d in drafts if to == cue + 1 or (d.actor is not None and d.actor.kind == "armed_group")]

    def _unlike(self, ground: Ground, arguments: Arguments, known: Gathered, number: int) -> list[ScopeDraft]:
        """`Z1 tercakup; Z2 tidak.`: the opposite of the member named last before it; `Z2 juga tidak`: like it."""
        if not ground.gap(number + 1).lstrip(" ”\"'’").startswith(_ENDS) and number + 1 < len(ground.words):
            return []
        also = ground.word(number - 1) in ("juga", "pun")
        last = self._told(ground, known, number, _UNLIKE, predicated=False)
        if not also and (last is None or last.cue is None):
            return self._bluntly(ground, arguments, number)
        if last is None or last.include == also or last.cue is None:
            return []
        drafts = self._maker.before(ground, last.phrase, number - also, number, include=False, rule="unlike")
        return [d for d in drafts if d.span.start > last.span.start and self._same_sort(d, last)]

    def _bluntly(self, ground: Ground, arguments: Arguments, number: int) -> list[ScopeDraft]:
        """`P berlaku sejak T. Z belum.`: nothing but a place, of which the text says no more."""
        first = ground.sentence(number).start
        phrase = self._maker.spoken_of(ground, arguments, number)
        bare = ground.at(RegionMention, first) or ground.at(RegionMention, first + 1)
        if phrase is None or bare is None or number - ground.after(bare) not in (0, 1) or bare.kind == "country":
            return []
        end = ground.after(bare)
        return self._maker.before(ground, phrase, end, number, include=False, rule="unlike")

    def _same_sort(self, draft: ScopeDraft, last: ScopeDraft) -> bool:
        """A state of which only `tidak` is said may be absent from anything."""
        return draft.actor is None or draft.actor.kind != "state" or last.actor is not None

    def _otherwise(self, ground: Ground, known: Gathered, number: int) -> list[ScopeDraft]:
        """`Lain halnya dengan Z`, `beda nasib di Z`: the opposite of the members that a predicate names before it."""
        start = number + 1
        while ground.word(start) in self._words.adjunct["matter"]:
            start += 1
        if start == number + 1:
            return []
        start -= ground.at(RegionMention, start) is not None
        if ground.word(start) not in ("dengan", "di", "bagi", "untuk") and ground.at(RegionMention, start + 1) is None:
            return []
        last = self._told(ground, known, number, _LIKEWISE)
        if last is None:
            return []
        drafts = self._maker.after(
            ground, last.phrase, start + 1, number, include=not last.include, rule="otherwise", actors=last.include
        )
        return [d for d in drafts if d.actor is None or d.actor.kind == "armed_group"]

    # ---- like ----------------------------------------------------------------------------------------------------

    def _likewise(self, ground: Ground, arguments: Arguments, known: Gathered, number: int) -> list[ScopeDraft]:
        """`begitu pula Z`, `demikian juga dengan G`: as the member named last before it; `tidak demikian halnya dengan
        Z` leaves out.
        """
        too = ground.word(number + 1) in self._words.adjunct["too"]
        denied = ground.word(number - 1) in ("tidak", "tak") and ground.word(number + 1) in _PREPOSITIONS
        if not (too or denied):
            return self._so_too(ground, known, number)
        start = number + 1 + too
        start += ground.word(start) in _PREPOSITIONS
        if ground.word(number - 1) in ("tidak", "tak"):
            last = self._told(ground, known, number, _LIKEWISE, predicated=denied)
            if last is None and denied:
                return []
            phrase = last.phrase if last is not None else self._maker.spoken_of(ground, arguments, number)
            if phrase is None:
                return []
            return self._maker.after(ground, phrase, start, number, include=False, rule="likewise", actors=True)
        return self._as_before(ground, known, number, start)

    def _as_before(self, ground: Ground, known: Gathered, number: int, start: int) -> list[ScopeDraft]:
        """The members that begin at a word, to which applies what was told of the member before."""
        last = self._told(ground, known, number, _LIKEWISE, predicated=False)
        if last is None:
            return []
        return self._maker.after(
            ground, last.phrase, start, number, include=last.include, rule="likewise", actors=not last.include
        )

    def _so_too(self, ground: Ground, known: Gathered, number: int) -> list[ScopeDraft]:
        """`G tidak terikat; H pun demikian`."""
        if ground.word(number - 1) not in ("pun", "juga") or not ground.gap(number + 1).strip():
            return []
        last = self._told(ground, known, number, _LIKEWISE)
        if last is None:
            return []
        return self._maker.before(ground, last.phrase, number - 1, number, include=last.include, rule="likewise")

    def _alike(self, ground: Ground, known: Gathered, number: int) -> list[ScopeDraft]:
        """`sama halnya dengan Z`, `serupa dengan Z`, `apalagi Z`: as the member named last before it."""
        start, adjunct = number + 1, self._words.adjunct
        if ground.word(number) in adjunct["all_the_more"]:
            start += ground.word(start) in ("lagi", "di", "bagi", "untuk")
            return self._as_before(ground, known, number, start) if ground.named_at(start) is not None else []
        start += ground.word(start) in ("halnya", "pula", "juga")
        if ground.word(start) not in ("dengan", "seperti", "bagi"):
            return []
        return self._as_before(ground, known, number, start + 1 + (ground.word(start + 1) in _PREPOSITIONS))

    def _plus(self, ground: Ground, known: Gathered, number: int) -> list[ScopeDraft]:
        """`di Z1 dan Z2, ditambah sebagian Z3`: right behind a list, its last member."""
        beside = self._adjoining(ground, known, number)
        if beside is None or "," not in ground.gap(number) or beside.span.end != ground.words.ends[number - 1]:
            return []
        start = number + 1 + (ground.word(number + 1) in ("dengan", "pula", "di", "lagi"))
        return self._maker.after(
            ground, beside.phrase, start, number, include=beside.include, rule="plus", actors=not beside.include
        )

    def _of_same_fate(self, ground: Ground, known: Gathered, number: int) -> list[ScopeDraft]:
        """`Z bernasib sama`, `Z bernasib lain`: as the member named last before it, or the opposite."""
        same = ground.word(number + 1) in ("sama", "serupa")
        if not same and ground.word(number + 1) not in ("lain", "sebaliknya", "berbeda"):
            return []
        last = self._told(ground, known, number, _LIKEWISE)
        if last is None:
            return []
        end = number - (ground.word(number - 1) in ("juga", "pun"))
        return self._maker.before(ground, last.phrase, end, number, include=last.include == same, rule="fate")
