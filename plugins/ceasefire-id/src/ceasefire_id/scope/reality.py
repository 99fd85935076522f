"""Whether what a verb says of a pause is told as so: not asked for, wished, possible, denied or yet to come."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.setting import Setting
from ceasefire_id.scope.telling import BACKGROUND
from ceasefire_id.scope.vocabulary import EventWords, Voice

__all__ = ["Reality"]

#: words that open a clause of what is intended, not told
_INTENT: Final = frozenset(("untuk", "agar", "supaya", "guna", "demi", "jika", "bila", "apabila", "kalau", "tanpa"))
_IF: Final = frozenset(("jika", "bila", "apabila", "kalau", "seandainya", "andai"))
#: words between a pause and the verb of a reported clause
_BEFORE_INNER: Final = frozenset(
    (
        "hanya",
        "akan",
        "telah",
        "sudah",
        "masih",
        "tetap",
        "tidak",
        "belum",
        "harus",
        "juga",
        "mulai",
        "itu",
        "kini",
        "sekarang",
        "resmi",
        "langsung",
        "kembali",
    )
)

#: words after which a denial is over
_BESIDE: Final = frozenset(("dan", "serta", "tetapi", "tapi", "namun", "seraya", "sambil", "lalu", "kemudian"))
#: words that make the pause before them the subject of a clause without a verb
_PREDICATES: Final = frozenset(("hanya", "hanyalah", "adalah", "ialah", "bukan", "bukanlah", "merupakan"))
_RELUCTANT: Final = frozenset(("enggan", "ogah", "emoh", "menolak"))
#: nouns of what somebody only means to do, before its verb (`upaya memperpanjang P`)
_EFFORTS: Final = frozenset(
    ("upaya", "usaha", "rencana", "keinginan", "kemungkinan", "niat", "tekad", "ajakan", "opsi", "peluang")
)
#: after these what the verb says has not come about
_FAILING: Final = frozenset(("gagal", "urung", "batal"))
_HOPING: Final = frozenset(
    ("berharap", "mengharapkan", "ingin", "menginginkan", "mendambakan", "menanti", "khawatir", "mengkhawatirkan")
)
_WILLING: Final = frozenset(("bersedia", "mau", "ingin", "setuju", "sepakat", "siap", "berniat", "berencana"))


#: what does not come about for all that it can or must, or cannot
_POSSIBLE: Final = frozenset(
    (
        "dapat",
        "bisa",
        "boleh",
        "mungkin",
        "terancam",
        "nyaris",
        "hampir",
        "harus",
        "perlu",
        "sulit",
        "mustahil",
        "sukar",
    )
) | frozenset(("susah", "wajib", "mesti"))


class Reality:
    """Asks of the verbs of one document. Verbs are word numbers."""

    def __init__(self, ground: Ground, words: EventWords) -> None:
        self.ground = ground
        self._words = words
        self._triggers = frozenset(words.verbs) | words.words["light_active"] | words.words["light_passive"]

    def has_clause(self, verb: int, phrase: Phrase, voice: Voice) -> bool:
        """Whether the pause is the subject of a reported clause, no object (`menyatakan P berakhir`)."""
        willing = voice.voice == "willing" and self.ground.word(verb) in ("sepakat", "setuju", "bersepakat")
        if not (willing or voice.type in ("announced", "confirmed", "demanded")) or phrase.first < verb:
            return False
        if voice.type == "announced" and self._has_doer(verb, phrase):
            return True
        number = self._past_place(phrase.stop, verb)
        while self.ground.word(number) in _BEFORE_INNER:
            number += 1
        if self.ground.word(phrase.stop) in _PREDICATES and self.ground.gap(phrase.stop).isspace():
            # `menyatakan P itu hanya kata-kata`
            return True
        clean = all(not self.ground.gap(n).strip(' \u00a0"“”') for n in range(phrase.stop, number + 1))
        return clean and self.ground.syntax.is_verb(number) and self.ground.word(number) in self._triggers | {"harus"}

    def _has_doer(self, verb: int, phrase: Phrase) -> bool:
        """`mengumumkan A menyetujui P`: somebody stands right behind the verb who does something with the pause."""
        doer = self.ground.at(ActorMention, verb + 1)
        if doer is None:
            return False
        inner = self.ground.after(self.ground.coordinated(doer)[-1])
        return inner < phrase.outer and self.ground.syntax.is_verb(inner) and self.ground.adjoins(inner)

    def _past_place(self, number: int, verb: int) -> int:
        """Past `di Z` after the pause where it `masih` holds there, is said to be over, or is to be widened."""
        region = self.ground.at(RegionMention, number + 1) if self.ground.word(number) == "di" else None
        following = self.ground.after(region) if region is not None else number
        if self.ground.word(following) in ("masih", "tetap") or self.ground.word(verb) == "menyatakan":
            return following
        if (
            region is not None
            and self.ground.word(following).startswith("di")
            and self.ground.syntax.is_verb(following)
        ):
            return following
        return number

    def asks_to_keep(self, verb: int, phrase: Phrase) -> bool:
        """`meminta A menghormati P`: no demand; `memperbarui P` asks for one that was there."""
        between = {self.ground.word(n) for n in range(verb + 1, phrase.outer)}
        if between & self._words.words["renew"]:
            phrase.definite = True
        if between & self._words.words["keep"]:
            phrase.definite = True
            return True
        return False

    def is_possible(self, verb: int) -> bool:
        """`dapat diperpanjang`, `bisa gagal`, and what follows `jika`: told as possible only."""
        opening = self.ground.sentence(verb).start
        if self.ground.word(opening) in _IF or (
            self.ground.word(opening) == "belum" and self.ground.word(opening + 1) == "pernah"
        ):
            # `Jika …`, `Belum pernah kedua pihak mengiyakan P`
            return True
        before = self.ground.syntax.verb_before(verb)
        if before is not None and self.ground.clause(verb).link == "yang":
            first = self.ground.clause(before).first
            if any(self.ground.word(n) in _IF for n in range(first, before)):
                return True
        return any(self.ground.word(n) in _POSSIBLE for n in range(max(0, verb - 2), verb))

    def is_denied(self, verb: int) -> bool:
        """`membantah telah menyepakati P`: under a verb of denying, not beside it."""
        before = self.ground.syntax.verb_before(verb)
        if before is None or self.ground.word(before) not in self._words.words["deny"]:
            return False
        between = {self.ground.word(n) for n in range(before + 1, verb)}
        return between.isdisjoint(_BESIDE) and all(
            "," not in self.ground.gap(n) and ";" not in self.ground.gap(n) for n in range(before + 1, verb + 1)
        )

    def is_effort(self, verb: int) -> bool:
        """`upaya memperpanjang P`, `gagal menyepakati P`: no deed that is done."""
        before = self.ground.word(verb - 1)
        return before in _EFFORTS or (before in _FAILING and self.ground.word(verb).startswith("me"))

    def is_of_effort(self, phrase: Phrase) -> bool:
        """Whether the pause is only what an effort is about (`upaya memperpanjang P gagal`)."""
        before = self.ground.syntax.verb_before(phrase.outer)
        return before is not None and phrase.outer - before <= 2 and self.ground.word(before - 1) in _EFFORTS

    def is_hoped(self, outer: int | None, phrase: Phrase) -> bool:
        """`berharap P diperpanjang`: hoped or feared, not told."""
        return outer is not None and self.ground.word(outer) in _HOPING and phrase.outer - outer <= 3

    def is_unwilling(self, verb: int) -> bool:
        """`belum bersedia menekennya`, `tidak mau menyetujui P`: the negation stands before the first of two verbs."""
        if self.ground.word(verb - 1) in _RELUCTANT:
            return True
        before = self.ground.syntax.verb_before(verb)
        if before != verb - 1 or self.ground.word(before) not in _WILLING:
            return False
        return self.ground.mood(before).negated

    def outer(self, verb: int, phrase: Phrase) -> int | None:
        """The verb over the pause and its verb (`mengatakan P masih berlaku`, `menyatakannya berakhir`)."""
        before = self.ground.syntax.verb_before(verb)
        if before is None or self.ground.clause(verb).link in BACKGROUND:
            return None
        if self.ground.word(before).endswith("nya") or phrase.first > verb:
            return before
        return self.ground.syntax.verb_before(phrase.outer)

    def is_asked(self, outer: int, phrase: Phrase, type_: str) -> bool:
        """`meminta P diperpanjang`, `menyerukan agar P diberlakukan`: asked for, not told."""
        if type_ in ("demanded", "rejected", "violated"):
            return False
        voices = self._words.verbs.get(self.ground.word(outer), ())
        return any(v.type == "demanded" and v.voice == "active" for v in voices) and phrase.first > outer

    def is_applied(self, verb: int, voice: Voice) -> bool:
        """`berlaku di Z`, `diterapkan untuk Z`: of scope, unless a date follows."""
        if voice.type != "started" or self.ground.word(verb - 1) in ("mulai", "langsung", "seketika", "otomatis"):
            return False
        clause = self.ground.clause(verb)
        dated = any(t.type in ("DATE", "TIME") for t in self.ground.times(verb + 1, clause.end))
        following = self.ground.word(verb + 1)
        if self._is_dated_in_front(clause.first, verb):
            return False
        if self.ground.word(verb) == "mengikat":
            # `P mengikat A dan B`: whom it binds, unless it says since when
            return not dated
        return (
            following in ("di", "bagi", "untuk", "terhadap", "kepada", "pada")
            and not dated
            and not (following == "pada" and isinstance(self.ground.named_at(verb + 2), TimeMention))
        )

    def _is_dated_in_front(self, first: int, verb: int) -> bool:
        """`Sejak T P berlaku di Z`, `Pada T P resmi berlaku di Z`: the beginning, not where it holds."""
        times = [t for t in self.ground.times(first, verb) if t.type in ("DATE", "TIME")]
        if not times:
            return False
        opening = self.ground.first_of(times[0])
        before = self.ground.word(opening - 1)
        formal = self.ground.word(verb - 1) in ("resmi", "efektif")
        return before in ("sejak", "mulai", "terhitung", "per") or (formal and opening - first <= 1)

    def still(self, verb: int) -> bool:
        return self.ground.word(verb - 1) in self._words.words["still"]

    def is_wish(self, verb: int, type_: str, phrase: Phrase) -> bool:
        """Whether a verb of wanting governs it, or its clause says what is intended."""
        if type_ in ("demanded", "negotiated"):
            return False
        link = self.ground.clause(verb).link
        before = self.ground.syntax.verb_before(verb)
        outer = self.ground.word(before) if before is not None else ""
        if outer in ("sepakat", "setuju", "bersepakat", "bersedia") and before is not None and verb - before <= 3:
            return False
        wanting = {self.ground.word(n) for n in range(max(0, verb - 3), verb)} & self._words.words["wanting"]
        if link in _INTENT or bool(wanting) or self.ground.word(verb - 1) in _INTENT:
            phrase.makes_pause = phrase.makes_pause and (type_ != "confirmed" or phrase.first < verb)
            return True
        return False

    def lies_behind(self, setting: Setting) -> bool:
        """Whether the clause dates it before the day of publication."""
        published, date = self.ground.document.published, setting.date
        return published is not None and date is not None and (date.value or "9")[:10] < published.isoformat()

    def lies_ahead(self, setting: Setting, type_: str) -> bool:
        """Whether the clause dates it after the day of publication."""
        published = self.ground.document.published
        if published is None or setting.date is None or not setting.date.value:
            return False
        return type_ in ("started", "ended") and setting.date.value[:10] > published.isoformat()
