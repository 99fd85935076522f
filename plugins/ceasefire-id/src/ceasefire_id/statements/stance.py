"""What a statement holds of a pause, and of which one.

A pause is what a statement is about where its noun phrase belongs to what is said itself: not in a relative
clause, not under `setelah` or `jika`. The verb of saying decides first (a denial, a charge, a demand), then the
words of the statement, in an order in which the sharper reading comes first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.mentions import EventMention, PauseMention, StatementMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.blame import running
from ceasefire_id.statements.context import (
    breach_before,
    echoed,
    has_just_refused,
    just_rejected,
    last_charge,
    passes_judgement,
    told_of,
)
from ceasefire_id.statements.endurance import endures, is_bare_no
from ceasefire_id.statements.named import held
from ceasefire_id.statements.predications import CLITIC, Predications
from ceasefire_id.statements.prompts import asked_about, attitude_beside
from ceasefire_id.statements.reasons import reason_given
from ceasefire_id.statements.said import NO_READING, Cues, Reading, Said
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.unnamed import without_pause

__all__ = ["Stances"]


class Stances:
    """Reads stance and object."""

    def __init__(self) -> None:
        self._cues: Cues = {name: frozenset(words) for name, words in lexicon.load("stance")["cues"].items()}
        self._predications = Predications()
        # Words of breaking and keeping are cues of predications, and say which `kesepakatan` is the pause.
        self._cues |= {
            "breach": self._predications.words("break"),
            "keep": self._predications.words("keep", "carry_out"),
            "clitics": self._cues["clitics"]
            | {word for word in self._predications.words(*CLITIC) if word.endswith("nya")},
        }

    def read(self, scene: Scene, draft: Draft, before: Sequence[StatementMention]) -> Reading:
        """The stance of a statement and the pause that it is about; null for both where it is about none.

        `before` holds the statements before it: a denial answers the charge made last.
        """
        if not scene.document.of(PauseMention):
            return NO_READING
        charge = last_charge(draft, before)
        charged, accuser = (charge.about, charge.speaker) if charge else (None, None)
        said = Said(scene, draft, self._cues, charged, accuser)
        speech = scene.speech
        if draft.rule == "lead-passive" or (draft.rule == "lead-verb" and said.verb in speech.name):
            return _called(said, self._predications)
        if draft.rule == "lead-verb" and said.verb in speech.refuse:
            # `menolak usul itu karena "Q"`
            refused = pause_before(scene, draft.start, paragraphs=0)
            return ("rejects", refused) if refused else NO_READING
        if said.verb in ("begitu", "demikian") and (so := _called_so(said, self._predications)) is not None:
            return so
        if said.verb in speech.deny or said.verb in speech.refuse:
            return _denied(said)
        if said.verb in speech.accuse or said.verb in speech.passive_accuse:
            return _charged(said)
        if not said.topics:
            return self._of_unnamed(said, before)
        stance = held(said, self._predications)
        if stance is None and (reasoned := reason_given(said)) is not None:
            return "supports", reasoned  # `"Keputusan ini diambil agar petani bisa menanam"`
        return stance, (just_rejected(said) if stance == "rejects" else None) or _named_pause(said, stance)

    def _of_unnamed(self, said: Said, before: Sequence[StatementMention]) -> Reading:
        """What is held of a pause that is not named in what is said."""
        opinion = self._predications.opinion(said)
        reading = (
            echoed(said, before)
            or attitude_beside(said)
            or passes_judgement(said, opinion, before)
            or without_pause(said, opinion)
        )
        if reading[1] is not None:
            return reading
        if (reading := endures(said))[1] is not None:
            return reading
        meant = asked_about(said) or told_of(said)
        if meant is None:
            return NO_READING
        felt = "supports" if said.has("applauds") else "rejects" if said.has("derides") else None
        felt = None if said.has("negations") else felt
        return opinion or felt or ("denies" if is_bare_no(said) else None), meant


def _named_pause(said: Said, stance: str | None) -> PauseMention:
    """The pause that it is about; where one is said not to be there (`tidak ada P`) the one spoken of before."""
    topic = said.topics[0]
    if said.scene.words.folded[said.scene.after(topic.span) : said.scene.after(topic.span) + 2] == ["kali", "ini"]:
        return pause_before(said.scene, said.draft.start, standing=True) or topic
    begin, end = said.place(topic.span)
    if (
        0 < end <= len(said.words)
        and said.words[end - 1].endswith("nya")
        and (owned := said.own_pause_of_doer(begin)) is not None
    ):
        return owned  # `junta memperpanjang gencatan senjatanya`
    if stance == "demands":
        # `jeda itu diubah menjadi P permanen` asks for the wider one.
        topic = next((pause for pause in said.topics if pause.contrast == "wider"), topic)
    if topic.makes_pause or topic.definite or stance not in ("denies", "rejects"):
        return topic
    scene, start = said.scene, said.draft.start
    return pause_before(scene, start, paragraphs=0) or pause_before(scene, start, standing=True) or topic


# ---- by the verb of saying -------------------------------------------------------------------------------------------


def _called(said: Said, predications: Predications) -> Reading:
    """`menyebut P "Q"`, `menyebut tuduhan itu "Q"`."""
    scene = said.scene
    begin, end = scene.end(said.draft.verb), said.draft.start
    if said.draft.rule == "lead-passive":
        # `usul itu ditolak X sebagai "Q"`: what is called so stands before the verb.
        begin, end = scene.document.sentence_at(begin).start, scene.start(said.draft.verb)
    between = scene.words.folded[scene.words.first_at(begin) : scene.words.first_at(end)]
    if not said.cues["charges"].isdisjoint(between):
        return ("denies", said.charged) if said.charged else NO_READING
    pauses = scene.document.within(PauseMention, Span(begin, end))
    pause = pauses[0] if pauses else None
    if pause is None and said.has("breach"):
        # `mengecam serangan itu sebagai "pelanggaran" atas P`
        stop = scene.document.sentence_at(said.draft.end).end
        behind = scene.document.starting_in(PauseMention, said.draft.end, stop)
        if behind:
            return "accuses", behind[0]
    if pause is None and not said.cues["attack"].isdisjoint(between):
        # `menyebut serangan itu "pengkhianatan"`
        pause = (said.charged or running(said)) if said.has("breach") or said.has("treason") else None
        return ("accuses", pause) if pause else NO_READING
    pointed = said.verb.endswith("nya") or not between
    if pause is None and (pointed or said.points_back(between) or said.calls_back(between)):
        pause = pause_before(scene, said.draft.start)
    if pause is None:
        # `yang pertama ditolak X sebagai "Q"`: the verb tells an event of it.
        told = scene.document.overlapping(EventMention, Span(scene.start(said.draft.verb), scene.end(said.draft.verb)))
        pause = told[0].pause if told else None
    if pause is None:
        return ("denies", said.charged) if said.charged and said.is_untrue else NO_READING
    stance = predications.opinion(said) or ("rejects" if said.is_untrue or said.verb in said.cues["derides"] else None)
    return stance or ("rejects" if has_just_refused(said) else None), pause


def _called_so(said: Said, predications: Predications) -> Reading | None:
    """`"Q," begitu S melukiskannya`: Q is what the pause is called."""
    scene, verb = said.scene, said.draft.verb
    behind = scene.words.folded[verb : scene.sentence(verb).stop]
    if not any(word.endswith("nya") and word.removesuffix("nya") in scene.speech.name for word in behind):
        return None
    pause = pause_before(scene, said.draft.start, paragraphs=1)
    return (predications.opinion(said), pause) if pause else None


def _denied(said: Said) -> Reading:
    """`membantah melanggar P`, `membantah ada P`; an attack denied answers the charge made last."""
    if said.named:
        # To have no part in a pause denies nothing of the pause itself.
        return (None if said.has("brokering") else "denies"), said.named[0]
    broken = said.broken()
    answers = said.charged is not None and said.accuser != said.draft.speaker
    fought = said.has("attack", "assault", "clash")
    pause = broken[0] if broken else said.charged if answers or fought else None
    if pause is None and fought:
        pause = running(said)  # `membantah pasukannya menyerang Z`
    pause = pause or breach_before(said)
    return ("denies", pause) if pause else NO_READING


def _charged(said: Said) -> Reading:
    """`menuduh B melanggar P`, or of an attack while a pause runs."""
    if (broken := said.broken()) is not None:
        return "accuses", broken[0]
    behind = [pause for pause in said.named if pause not in said.topics]
    if behind:
        return "accuses", behind[0]  # `menuduh B VP meski P berlaku`
    if said.named and (said.has("abuse") or said.negates("keep")):
        return "accuses", said.named[0]
    if said.has("attack", "provoke", "advance") or said.negates("undone"):
        pause = said.charged or running(said)
        owned = said.own_pause_of_doer(len(said.words) - 1) if pause is not None and said.charged is None else None
        return ("accuses", owned or pause) if pause else NO_READING
    return NO_READING
