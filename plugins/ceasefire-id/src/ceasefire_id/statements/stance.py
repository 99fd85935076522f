"""What a statement holds of a pause, and of which one.

A pause is what a statement is about where its noun phrase belongs to what is said itself: not in a relative
clause, not under `setelah` or `jika`. The verb of saying decides first (a denial, a charge, a demand), then the
words of the statement, in an order in which the sharper reading comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, PauseMention, StatementMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["Stances"]

Reading = tuple[str | None, PauseMention | None]
_NONE: Final[Reading] = (None, None)
#: events after which a pause can be broken
_RUNNING: Final = frozenset(("started", "extended", "violated", "announced", "agreed", "confirmed"))
#: words that a negation reaches over
_REACH: Final = 4
#: code points over which anything before a statement is looked for
_LOOK_BACK: Final = 4000
#: code points between a charge and its answer
_ANSWER: Final = 900
#: paragraphs that a pause is remembered over
_MEMORY: Final = 2


@attrs.frozen
class _Said:
    """The words of one statement, with what its verb and its pauses are."""

    scene: Scene
    draft: Draft
    words: list[str]
    #: the verb of saying, folded
    verb: str
    #: the pauses that it is about, in order
    topics: list[PauseMention]
    #: all pauses named in it
    named: list[PauseMention]
    #: the pause that somebody has just been said to have broken
    charged: PauseMention | None

    def has(self, cues: frozenset[str]) -> bool:
        return not cues.isdisjoint(self.words)

    def where(self, cues: frozenset[str]) -> list[int]:
        return [number for number, word in enumerate(self.words) if word in cues]


class Stances:
    """Reads stance and object."""

    def __init__(self) -> None:
        self._cues = {name: frozenset(words) for name, words in lexicon.load("stance")["cues"].items()}

    def read(self, scene: Scene, draft: Draft, before: Sequence[StatementMention]) -> Reading:
        """The stance of a statement and the pause that it is about; null for both where it is about none.

        `before` holds the statements before it: a denial answers the charge made last.
        """
        if not scene.document.of(PauseMention):
            return _NONE
        said = self._said(scene, draft, _last_charge(draft, before))
        speech = scene.speech
        if draft.rule == "lead-verb" and said.verb in speech.name:
            return self._called(said)
        if said.verb in speech.deny or said.verb in speech.refuse:
            return self._denied(said)
        if said.verb in speech.accuse or said.verb in speech.passive_accuse:
            return self._charged(said)
        if not said.topics:
            return self._echoed(said, before) or self._without_pause(said)
        stance = self._demanded(said) if said.verb in speech.demand or said.verb in speech.propose else self._held(said)
        return stance, said.topics[0]

    def _said(self, scene: Scene, draft: Draft, charged: PauseMention | None) -> _Said:
        first, end = scene.words.first_at(draft.start), scene.words.first_at(draft.end)
        named = scene.document.within(PauseMention, draft.span)
        aside = scene.document.within(PauseMention, draft.aside) if draft.aside else []
        words = scene.words.folded[first:end]
        if not named and self._points_back(words):
            pause = self._earlier(scene, draft.start)
            if pause is not None:
                return _Said(scene, draft, words, scene.word(draft.verb), [pause], [pause], charged)
        return _Said(
            scene,
            draft,
            words,
            scene.word(draft.verb),
            aside[:1] + [pause for pause in named if self._is_topic(scene, pause, first)],
            aside + named,
            charged,
        )

    def _points_back(self, words: list[str]) -> bool:
        """Whether a clitic or a noun stands for the pause spoken of last: `mematuhinya`, `usul itu`."""
        if not self._cues["clitics"].isdisjoint(words):
            return True
        return any(
            noun in self._cues["pointing"] and that in ("itu", "ini", "tersebut") for noun, that in pairwise(words)
        )

    def _is_topic(self, scene: Scene, pause: PauseMention, first: int) -> bool:
        """Whether a pause belongs to what is said, not to a relative or background clause of it."""
        number = scene.words.first_at(pause.span.start) - 1
        parted = False
        while number >= first:
            word = scene.word(number)
            if word in self._cues["background"] and not (parted and word == "yang"):
                return False
            if word == "tengah" and scene.word(number - 1) == "di":
                return False
            if any(mark in scene.gap(number + 1) for mark in ",;.") and word not in ("dan",):
                parted = True
                if scene.word(number + 1) not in ("yang", "dan", "serta"):
                    break
            number -= 1
        return True

    # ---- by the verb of saying -----------------------------------------------------------------------------------

    def _called(self, said: _Said) -> Reading:
        """`menyebut P "Q"`, `menyebut tuduhan itu "Q"`."""
        scene = said.scene
        begin, end = scene.end(said.draft.verb), said.draft.start
        between = scene.words.folded[scene.words.first_at(begin) : scene.words.first_at(end)]
        if not self._cues["charges"].isdisjoint(between) or said.has(self._cues["untrue"]):
            return ("denies", said.charged) if said.charged else _NONE
        pauses = scene.document.within(PauseMention, Span(begin, end))
        pause = pauses[0] if pauses else None
        if pause is None and between and not self._points_back([*between, scene.word(said.draft.verb)]):
            return _NONE
        if pause is None:
            pause = self._earlier(scene, said.draft.start)
        if pause is None:
            return _NONE
        if said.has(self._cues["refuse"]):
            return "rejects", pause
        return ("supports" if said.has(self._cues["welcome"] | self._cues["promise"]) else None), pause

    def _denied(self, said: _Said) -> Reading:
        if said.named:
            return "denies", said.named[0]
        pause = self._broken(said) or (said.charged if said.has(self._cues["attack"]) else None)
        return ("denies", pause) if pause else _NONE

    def _charged(self, said: _Said) -> Reading:
        """`menuduh B melanggar P`, or of an attack while a pause runs."""
        if (pause := self._broken(said)) is not None:
            return "accuses", pause
        if said.has(self._cues["attack"]) or self._negated(
            said, frozenset(("meninggalkan", "mematuhi", "mundur", "menarik"))
        ):
            pause = said.charged or self._running(said)
            return ("accuses", pause) if pause else _NONE
        return _NONE

    def _demanded(self, said: _Said) -> str | None:
        """A demand for a pause; a call to keep the one that stands supports it."""
        if said.has(self._cues["keep"] | self._cues["kept"]) and not said.has(self._cues["prolong"]):
            return "supports"
        return "demands"

    # ---- by its own words ----------------------------------------------------------------------------------------

    def _held(self, said: _Said) -> str | None:
        cues = self._cues
        if said.verb in said.scene.speech.hope or "harap" in said.scene.word(said.draft.verb + 1):
            return "supports" if said.has(cues["holds"] | cues["keep"]) else None
        if said.verb in said.scene.speech.pledge:
            return (
                "rejects" if self._negated(said, cues["not_taken"]) else "supports" if said.has(cues["keep"]) else None
            )
        refused = self._negated(said, cues["not_taken"], future=True) or self._negated(said, cues["worthless"])
        if refused or (said.has(cues["refuse"]) and not said.has(cues["holds"])):
            return "rejects"
        if (absent := self._absent(said)) is not None:
            return absent
        if self._broken(said) or self._negated(said, cues["keep"]) or self._only_one(said):
            return "accuses"
        if said.has(cues["need"]) and self._is_needed(said):
            return "demands"
        if said.verb in cues["declare"]:
            return "supports"
        if said.verb in cues["affirm"] and not said.has(cues["negations"]):
            return "confirms"
        for number in said.where(cues["keep"]):
            before = set(said.words[max(0, number - _REACH) : number])
            if said.words[number] in cues["ready"]:
                return "supports"
            if cues["unreal"].isdisjoint(before):
                return "supports" if cues["futures"] & before else "confirms"
        if any(cues["own"] & set(said.words[max(0, n - _REACH - 3) : n]) for n in said.where(cues["adopt"])):
            return "supports"
        return self._confirmed(said)

    def _confirmed(self, said: _Said) -> str | None:
        """`P masih berlaku`, `P telah diperpanjang`; what is only to come or is denied is not confirmed."""
        cues = self._cues
        for number in self._predicates(said):
            before = said.words[max(0, number - _REACH) : number]
            if not cues["negations"].isdisjoint(before) or "untuk" in before[-1:]:
                continue
            if not cues["ready"].isdisjoint(before):
                return "supports"
            if "akan" in before or "bakal" in before:
                return "supports" if said.verb == "menyatakan" else None
            if "hanya" not in before:
                return "confirms"
        welcome = cues["welcome"] | cues["promise"] if said.draft.form == "direct" else cues["welcome"]
        return "supports" if self._near(said, welcome) else None

    def _near(self, said: _Said, cues: frozenset[str]) -> bool:
        """Whether one of these words stands near the pause, or anywhere where the pause is only pointed at."""
        pause = said.topics[0]
        if not said.draft.span.covers(pause.span):
            return said.has(cues)
        first = said.scene.words.first_at(said.draft.start)
        begin, end = said.scene.words.first_at(pause.span.start) - first, said.scene.after(pause.span) - first
        return any(begin - 2 * _REACH <= number < end + 2 * _REACH for number in said.where(cues))

    def _predicates(self, said: _Said) -> list[int]:
        """Where the words of holding have the pause beside them: `P masih berlaku`, `menyepakati P`."""
        scene = said.scene
        first = scene.words.first_at(said.draft.start)
        pause = said.topics[0]
        begin, end = scene.words.first_at(pause.span.start) - first, scene.after(pause.span) - first
        if scene.word(first + begin - 1) in self._cues["concerning"]:
            return []
        found = []
        for number in said.where(self._cues["holds"]):
            if begin - _REACH <= number < begin:
                found.append(number)
            elif end <= number <= end + 2 * _REACH:
                between = range(first + end, first + number + 1)
                parted = any(scene.word(n) in ("yang", "tempat") or "," in scene.gap(n) for n in between)
                if not parted or said.words[number - 1] in ("tetap", "masih", "telah", "sudah", "mulai", "kembali"):
                    found.append(number)
        return found

    def _broken(self, said: _Said) -> PauseMention | None:
        """The pause that the statement says is broken: `melanggar P`, `dilanggar`, `pelanggaran P`; not of laws."""
        scene = said.scene
        first = scene.words.first_at(said.draft.start)
        for number in said.where(self._cues["breach"]):
            begin, end = scene.start(first + number), scene.start(first + number + _REACH + 2)
            near = scene.document.starting_in(PauseMention, begin, end)
            if near:
                return near[0]
            if said.words[number] in ("dilanggar", "melanggarnya", "pelanggarannya") or number == len(said.words) - 1:
                return said.named[0] if said.named else self._earlier(scene, said.draft.start)
        return None

    def _negated(self, said: _Said, cues: frozenset[str], *, future: bool = False) -> bool:
        """Whether one of these words is negated; with `future`, only as what will not be done."""
        for number in said.where(cues):
            before = said.words[max(0, number - _REACH) : number]
            if self._cues["negations"].isdisjoint(before):
                continue
            if (
                not future
                or "akan" in before
                or "bisa" in before
                or "takkan" in before
                or "dapat" in before
                or "mau" in before
            ):
                return True
        return False

    def _absent(self, said: _Said) -> str | None:
        """`tidak ada (lagi) P`, `tidak melihat P` denies it; `tidak akan ada P` rejects it."""
        scene, cues = said.scene, self._cues
        for pause in said.topics:
            number = scene.words.first_at(pause.span.start)
            before = [scene.word(n) for n in range(number - _REACH, number)]
            if cues["negations"].isdisjoint(before) or cues["not_there"].isdisjoint(before):
                continue
            if "perintah" not in before and "tanda-tanda" not in before:
                return "rejects" if "akan" in before or "takkan" in before else "denies"
        return None

    def _only_one(self, said: _Said) -> bool:
        """`hanya satu pihak yang menghormati P`."""
        return said.words[:1] == ["hanya"] and "pihak" in said.words[:4] and said.has(self._cues["keep"])

    def _is_needed(self, said: _Said) -> bool:
        """Whether the words of need have the pause as their subject or object, before the sentence goes on."""
        scene = said.scene
        pause = said.topics[0]
        first = scene.words.first_at(said.draft.start)
        begin, end = scene.words.first_at(pause.span.start) - first, scene.after(pause.span) - first
        return any(begin - 4 <= number <= end + 5 for number in said.where(self._cues["need"]))

    # ---- without a pause in its words ----------------------------------------------------------------------------

    def _echoed(self, said: _Said, before: Sequence[StatementMention]) -> Reading | None:
        """What goes on with the statement before it: a refusal again, or a wish that others do the same."""
        last = before[-1] if before else None
        if last is None or last.about is None or said.draft.start - last.span.end > _ANSWER:
            return None
        if last.stance == "rejects" and self._negated(said, self._cues["not_taken"], future=True):
            return "rejects", last.about
        same = {"sama", "serupa"} & set(said.words) and {"langkah", "hal", "respons", "sikap"} & set(said.words)
        if last.stance == "supports" and same and said.has(self._cues["wish"]):
            return "demands", last.about
        return None

    def _without_pause(self, said: _Said) -> Reading:
        """A charge of fighting against another side while a pause runs: `pasukan Z menembaki kota`."""
        cues = self._cues
        if (pause := self._broken(said)) is not None or (said.named and self._only_one(said)):
            return "accuses", pause or said.named[0]
        if self._stops_fire(said):
            pause = self._earlier(said.scene, said.draft.start)
            return ("supports", pause) if pause else _NONE
        if not said.has(cues["attack"]) or not self._blames(said):
            return _NONE
        pause = said.named[0] if said.named else said.charged or self._running(said)
        return ("accuses", pause) if pause else _NONE

    def _stops_fire(self, said: _Said) -> bool:
        """`kami menghentikan seluruh kegiatan tempur`: the speaker's own side stops."""
        for number in said.where(self._cues["stop"]):
            own = self._cues["own"] & set(said.words[max(0, number - _REACH) : number])
            if own and self._cues["fighting"] & set(said.words[number : number + _REACH]):
                return self._cues["negations"].isdisjoint(said.words[max(0, number - 2) : number])
        return False

    def _blames(self, said: _Said) -> bool:
        """Whether a side is the subject of the attack, and the speaker belongs to another one."""
        speaker = said.draft.speaker
        if speaker is None or speaker.kind in ("monitor", "organisation", "civilians"):
            return False
        scene, document = said.scene, said.scene.document
        attacks = said.where(self._cues["attack"])
        first = scene.words.first_at(said.draft.start)
        actors = document.within(ActorMention, said.draft.span)
        for actor in actors:
            begin, number = scene.words.first_at(actor.span.start) - first, scene.after(actor.span) - first
            near = any(number <= attack <= number + 2 for attack in attacks)
            if begin > 1 and said.words[begin - 1] in ("dari", "oleh", "posisi"):
                near = near or any(begin - 7 <= attack < begin for attack in attacks)
            if (
                near
                and actor.kind in ("military", "state", "armed_group", "government")
                and actor.country != speaker.country
            ):
                return True
        return False

    def _running(self, said: _Said) -> PauseMention | None:
        """The pause spoken of last, if the article has told that it began."""
        document = said.scene.document
        pause = self._earlier(said.scene, said.draft.start)
        if pause is None:
            return None
        began = document.remember("ceasefire_id.statements.running", _first_running)
        return pause if began < said.draft.end else None

    def _earlier(self, scene: Scene, position: int) -> PauseMention | None:
        """The pause spoken of last before a position, in this paragraph or the one before."""
        document = scene.document
        number = max(0, document.paragraph_number(position) - _MEMORY)
        begin = document.paragraphs[number].start if document.paragraphs else 0
        begin = max(begin, position - _LOOK_BACK)
        found = [p for p in document.starting_in(PauseMention, begin, position) if p.makes_pause or p.definite]
        return found[-1] if found else None


def _last_charge(draft: Draft, before: Sequence[StatementMention]) -> PauseMention | None:
    """The pause that one of the last statements before says is broken."""
    for statement in reversed(before[-3:]):
        if statement.stance == "accuses" and draft.start - statement.span.end < _ANSWER:
            return statement.about
    return None


def _first_running(document: Document) -> int:
    """Where the article first tells that a pause began; behind its end where it never does."""
    events = document.of(EventMention)
    # Where nothing reads events, a pause that is spoken of is taken to run.
    return min((e.span.start for e in events if e.type in _RUNNING), default=len(document.text) + 1) if events else 0
