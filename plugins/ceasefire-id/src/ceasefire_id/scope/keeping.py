"""What a verb tells of a pause when it is denied: refused, not begun, not kept; and what a pledge to keep one tells."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.telling import Teller

__all__ = ["Keeping"]

#: verbs of keeping a pause
_KEEPING: Final = frozenset(("mematuhi", "menghormati", "menaati", "menepati", "mentaati", "menjalankan"))

#: verbs of giving one's word
_VOWING: Final = frozenset(("berjanji", "bersumpah", "berkomitmen", "berikrar", "bertekad", "menyanggupi"))

#: verbs under which others are to keep a pause, and how far before
_ORDERING: Final = frozenset(
    ("memerintahkan", "menginstruksikan", "mewajibkan", "menyuruh", "mengharuskan", "memaksa", "diperintahkan")
)
_ORDERED_WITHIN: Final = 6


class Keeping:
    """Adds what is told of pauses that are refused, kept or not kept. Verbs are word numbers."""

    def __init__(self, tell: Teller) -> None:
        self._tell = tell
        self._ground = tell.ground
        self._told = tell.told

    def negated(self, verb: int, phrase: Phrase, type_: str, actor: ActorMention | None) -> bool:
        """`tidak menerima P` refuses it, `tidak diperpanjang` ends it, `belum dimulai` says that it is agreed."""
        near = {self._ground.word(n) for n in range(max(0, verb - 4), verb)}
        if type_ == "started" and "lagi" in {self._ground.word(verb - 1), self._ground.word(verb + 1)}:
            # `menganggapnya tidak berlaku lagi`
            outer = self._ground.syntax.verb_before(verb)
            self._tell.add(verb, phrase, "ended", self._ground.subject(outer) if outer is not None else None)
            return True
        if type_ == "started" and "belum" in near and phrase.makes_pause:
            self._told.facts.append(self._tell.status(verb, phrase, "agreed"))
            return True
        if type_ == "confirmed" and self._ground.word(verb).removesuffix("nya") in _KEEPING:
            return self._not_kept(verb, phrase, actor, near)
        if "belum" in near or "bukan" in near:
            phrase.wanted = phrase.wanted or (not phrase.definite and type_ in ("agreed", "started"))
            return True
        if type_ in ("agreed",) and not self._ground.quoted(verb) and actor is not None:
            phrase.wanted = not phrase.definite
            self._tell.add(verb, phrase, "rejected", actor)
        elif type_ == "extended":
            phrase.definite = True
            if self._ground.word(verb - 1) in ("enggan", "ogah", "emoh") and actor is not None:
                self._tell.add(verb, phrase, "rejected", actor)
            elif not near & {"akan", "menolak", "enggan", "ogah", "emoh"}:
                self._tell.add(verb, phrase, "ended", None)
        elif type_ == "rejected":
            phrase.wanted = phrase.wanted or not phrase.definite
        elif type_ in ("agreed", "started"):
            phrase.wanted = phrase.wanted or not phrase.definite
            phrase.makes_pause = phrase.definite and phrase.makes_pause
        return True

    def _not_kept(self, verb: int, phrase: Phrase, actor: ActorMention | None, near: set[str]) -> bool:
        """`tidak mematuhi P` breaks it, `tidak lagi mematuhi P` ends it, `tidak akan mematuhi P` refuses it."""
        if "belum" in near or "satu" in near or actor is None:
            # `tidak satu kubu pun mematuhinya` blames nobody by name.
            return True
        future = self._ground.mood(verb).future
        type_ = "ended" if "lagi" in near else "rejected" if future else "violated"
        self._tell.add(verb, phrase, type_, actor)
        return True

    def heeding(self, verb: int, phrase: Phrase, actor: ActorMention | None) -> bool:
        """`tidak mengindahkan seruan P`, `tidak mengakui P` refuse it; `tidak mengindahkan P` breaks it."""
        if self._ground.mood(verb).negated:
            called = phrase.governor >= 0
            phrase.wanted = phrase.wanted or called
            refused = called or self._ground.word(verb) in ("mengakui", "diakui") or self._ground.mood(verb).future
            self._tell.add(verb, phrase, "rejected" if refused else "violated", actor)
        return True

    def keeping(self, verb: int, phrase: Phrase, actor: ActorMention | None, pledge: frozenset[str]) -> bool:
        """To keep a pause is no event; to pledge it is, by whoever gives the word (`berjanji mematuhi P`)."""
        following = {self._ground.word(n) for n in range(verb + 1, self._ground.sentence(verb).stop)}
        if following & {"jika", "bila", "apabila", "asalkan", "kalau"} and self._ground.word(verb).endswith("nya"):
            return True
        outer = self._ground.syntax.verb_before(verb)
        while outer is not None and self._ground.word(outer) not in pledge:
            outer = self._ground.syntax.verb_before(outer)
        word = self._ground.word(outer) if outer is not None else ""
        mood = self._ground.mood(verb)
        joins = self._ground.word(verb - 1) in ("ikut", "turut", "tetap")
        if outer is not None and (mood.future or joins or word in _VOWING):
            own = actor is None or self._ground.text[actor.span.start].islower()
            actor = (self._ground.subject(outer) or actor) if own else actor
            self._tell.add(verb, phrase, "confirmed", actor, outer)
        elif self._ground.word(verb - 1) == "siap" or mood.future:
            self._tell.add(verb, phrase, "confirmed", actor)
        elif not (mood.hypothetical or self._is_ordered(verb)):
            self._told.facts.append(self._tell.status(verb, phrase, "in_force"))
        return True

    def _is_ordered(self, verb: int) -> bool:
        """`memerintahkan komandannya mematuhi P`: that it is kept is yet to come."""
        outer = self._ground.syntax.verb_before(verb)
        return outer is not None and verb - outer <= _ORDERED_WITHIN and self._ground.word(outer) in _ORDERING
