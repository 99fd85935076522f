"""What a statement holds of a pause, and of which one.

A pause is what a statement is about where its noun phrase belongs to what is said itself: not in a relative
clause, not under `setelah` or `jika`. The verb of saying decides first (a denial, a charge, a demand), then the
words of the statement, in an order in which the sharper reading comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, PauseMention, StatementMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.statements.said import REACH, Cues, Said, pause_before
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["Stances"]

Reading = tuple[str | None, PauseMention | None]
_NONE: Final[Reading] = (None, None)
#: events after which a pause can be broken
_RUNNING: Final = frozenset(("started", "extended", "violated", "announced", "agreed", "confirmed"))
#: code points between a charge and its answer
_ANSWER: Final = 900
#: kinds of actors that fight, and of speakers that blame nobody
_SIDES: Final = frozenset(("military", "state", "armed_group", "government"))
_NEUTRAL: Final = frozenset(("monitor", "organisation", "civilians"))


class Stances:
    """Reads stance and object."""

    def __init__(self) -> None:
        self._cues: Cues = {name: frozenset(words) for name, words in lexicon.load("stance")["cues"].items()}

    def read(self, scene: Scene, draft: Draft, before: Sequence[StatementMention]) -> Reading:
        """The stance of a statement and the pause that it is about; null for both where it is about none.

        `before` holds the statements before it: a denial answers the charge made last.
        """
        if not scene.document.of(PauseMention):
            return _NONE
        said = Said(scene, draft, self._cues, _last_charge(draft, before))
        speech = scene.speech
        if draft.rule == "lead-verb" and said.verb in speech.name:
            return _called(said)
        if said.verb in speech.deny or said.verb in speech.refuse:
            return _denied(said)
        if said.verb in speech.accuse or said.verb in speech.passive_accuse:
            return _charged(said)
        if not said.topics:
            return _echoed(said, before) or _without_pause(said)
        asked = said.verb in speech.demand or said.verb in speech.propose
        stance = _demanded(said) if asked else _held(said)
        return stance, (_just_rejected(said) if stance == "rejects" else None) or said.topics[0]


# ---- by the verb of saying -------------------------------------------------------------------------------------------


def _called(said: Said) -> Reading:
    """`menyebut P "Q"`, `menyebut tuduhan itu "Q"`."""
    scene = said.scene
    begin, end = scene.end(said.draft.verb), said.draft.start
    between = scene.words.folded[scene.words.first_at(begin) : said.first]
    if not said.cues["charges"].isdisjoint(between) or said.has("untrue"):
        return ("denies", said.charged) if said.charged else _NONE
    pauses = scene.document.within(PauseMention, Span(begin, end))
    pause = pauses[0] if pauses else None
    if pause is None and (not between or said.points_back(between)):
        pause = pause_before(scene, said.draft.start)
    if pause is None:
        return _NONE
    if said.has("refuse"):
        return "rejects", pause
    return ("supports" if said.has("welcome", "promise") else None), pause


def _denied(said: Said) -> Reading:
    """`membantah melanggar P`, `membantah ada P`; an attack denied answers the charge made last."""
    if said.named:
        return "denies", said.named[0]
    broken = said.broken()
    pause = broken[0] if broken else said.charged if said.has("attack") else None
    return ("denies", pause) if pause else _NONE


def _charged(said: Said) -> Reading:
    """`menuduh B melanggar P`, or of an attack while a pause runs."""
    if (broken := said.broken()) is not None:
        return "accuses", broken[0]
    if said.has("attack") or said.negates("undone"):
        pause = said.charged or _running(said)
        return ("accuses", pause) if pause else _NONE
    return _NONE


def _demanded(said: Said) -> str:
    """A demand for a pause; a call to keep the one that stands supports it."""
    return "supports" if said.has("keep", "kept") and not said.has("prolong") else "demands"


# ---- by its own words ------------------------------------------------------------------------------------------------


def _held(said: Said) -> str | None:
    """The stance towards a pause that the statement names."""
    speech = said.scene.speech
    if said.verb in speech.hope or "harap" in said.scene.word(said.draft.verb + 1):
        return "supports" if said.has("holds", "keep") else None
    if said.verb in speech.pledge:
        return "rejects" if said.negates("not_taken") else "supports" if said.has("keep") else None
    if said.negates("not_taken", future=True) or said.negates("worthless"):
        return "rejects"
    if said.has("refuse") and not said.has("holds"):
        return "rejects"
    if (absent := _absent(said)) is not None:
        return absent
    if (broken := said.broken()) is not None:
        return "denies" if broken[1] else "accuses"
    if said.negates("keep") or _only_one(said):
        return "accuses"
    if said.near_pause("need", REACH + 1):
        return "demands"
    if said.verb in said.cues["declare"]:
        return "supports"
    if said.verb in said.cues["affirm"] and not said.has("negations"):
        return "confirms"
    return _kept(said) or _confirmed(said)


def _absent(said: Said) -> str | None:
    """`tidak ada (lagi) P`, `tidak melihat P` denies it; `tidak akan ada P` rejects it."""
    cues = said.cues
    for pause in said.topics:
        before = said.before(max(0, said.place(pause.span)[0]))
        if cues["negations"].isdisjoint(before) or cues["not_there"].isdisjoint(before):
            continue
        if cues["not_the_pause"].isdisjoint(before):
            return "rejects" if "akan" in before or "takkan" in before else "denies"
    return None


def _only_one(said: Said) -> bool:
    """`hanya satu pihak yang menghormati P`."""
    return said.words[:1] == ["hanya"] and "pihak" in said.words[:REACH] and said.has("keep")


def _kept(said: Said) -> str | None:
    """`pasukan kami mematuhi P` confirms, `akan mematuhi P` and `kami menyetujui P` support."""
    for number in said.where("keep"):
        if said.words[number] in said.cues["ready"]:
            return "supports"
        if not said.is_after(number, "unreal"):
            return "supports" if said.is_after(number, "futures") else "confirms"
    own = any(said.is_after(number, "own", REACH + 3) for number in said.where("adopt"))
    return "supports" if own else None


def _confirmed(said: Said) -> str | None:
    """`P masih berlaku`, `P telah diperpanjang`; what is only to come or is denied is not confirmed."""
    for number in said.predicates():
        before = said.before(number)
        if said.is_after(number, "negations") or before[-1:] == ["untuk"]:
            continue
        if said.is_after(number, "ready"):
            return "supports"
        if "akan" in before or "bakal" in before:
            return "supports" if said.verb == "menyatakan" else None
        if "hanya" not in before:
            return "confirms"
    if said.near_pause("welcome", 2 * REACH):
        return "supports"
    return "supports" if said.draft.form == "direct" and said.near_pause("promise", 2 * REACH) else None


# ---- without a pause in its words ------------------------------------------------------------------------------------


def _echoed(said: Said, before: Sequence[StatementMention]) -> Reading | None:
    """What goes on with the statement before it: a refusal again, or a wish that others do the same."""
    last = before[-1] if before else None
    if last is None or last.about is None or said.draft.start - last.span.end > _ANSWER:
        return None
    if last.stance == "rejects" and said.negates("not_taken", future=True):
        return "rejects", last.about
    same = not {"sama", "serupa"}.isdisjoint(said.words) and said.has("likewise")
    return ("demands", last.about) if last.stance == "supports" and same and said.has("wish") else None


def _without_pause(said: Said) -> Reading:
    """A charge of fighting against another side while a pause runs, or the speaker's own side stopping its fire."""
    if (broken := said.broken()) is not None:
        return ("denies" if broken[1] else "accuses"), broken[0]
    if said.named and _only_one(said):
        return "accuses", said.named[0]
    if _stops_fire(said):
        pause = pause_before(said.scene, said.draft.start)
        return ("supports", pause) if pause else _NONE
    if not said.has("attack") or not _blames(said):
        return _NONE
    pause = said.named[0] if said.named else said.charged or _running(said)
    return ("accuses", pause) if pause else _NONE


def _stops_fire(said: Said) -> bool:
    """`kami menghentikan seluruh kegiatan tempur`."""
    return any(
        said.is_after(number, "own")
        and not said.is_after(number, "negations", 2)
        and not said.cues["fighting"].isdisjoint(said.words[number : number + REACH])
        for number in said.where("stop")
    )


def _blames(said: Said) -> bool:
    """Whether a side is the subject of the attack, and the speaker belongs to another one."""
    speaker = said.draft.speaker
    if speaker is None or speaker.kind in _NEUTRAL:
        return False
    attacks = said.where("attack")
    for actor in said.scene.document.within(ActorMention, said.draft.span):
        if actor.kind not in _SIDES or actor.country == speaker.country:
            continue
        begin, end = said.place(actor.span)
        if any(end <= attack <= end + 2 for attack in attacks):
            return True
        from_there = begin > 1 and said.words[begin - 1] in ("dari", "oleh", "posisi")
        if from_there and any(begin - 7 <= attack < begin for attack in attacks):
            return True
    return False


# ---- before the statement --------------------------------------------------------------------------------------------


def _running(said: Said) -> PauseMention | None:
    """The pause spoken of last, if the article has told that it began."""
    began = said.scene.document.remember("ceasefire_id.statements.running", _first_running)
    return pause_before(said.scene, said.draft.start) if began < said.draft.end else None


def _first_running(document: Document) -> int:
    """Where the article first tells that a pause began; behind its end where it never does."""
    events = document.of(EventMention)
    # Where nothing reads events, a pause that is spoken of is taken to run.
    return min((e.span.start for e in events if e.type in _RUNNING), default=len(document.text) + 1) if events else 0


def _just_rejected(said: Said) -> PauseMention | None:
    """The pause whose rejection has just been told, where the speaker's own words name it without a pointer."""
    document, position = said.scene.document, said.draft.start
    if said.topics[0].definite:
        return None
    begin = max(document.paragraphs[max(0, document.paragraph_number(position) - 1)].start, position - _ANSWER)
    told = [e for e in document.starting_in(EventMention, begin, position) if e.type == "rejected"]
    return told[-1].pause if told else None


def _last_charge(draft: Draft, before: Sequence[StatementMention]) -> PauseMention | None:
    """The pause that one of the last statements before says is broken."""
    for statement in reversed(before[-3:]):
        if statement.stance == "accuses" and draft.start - statement.span.end < _ANSWER:
            return statement.about
    return None
