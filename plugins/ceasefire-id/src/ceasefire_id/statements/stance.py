"""What a statement holds of a pause, and of which one.

A pause is what a statement is about where its noun phrase belongs to what is said itself: not in a relative
clause, not under `setelah` or `jika`. The verb of saying decides first (a denial, a charge, a demand), then the
words of the statement, in an order in which the sharper reading comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ceasefire.mentions import EventMention, PauseMention, StatementMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.statements.blame import answers_charge, blames, no_attack, running
from ceasefire_id.statements.context import (
    by_its_length,
    echoed,
    just_denied,
    just_rejected,
    last_charge,
    passes_judgement,
    rejected_before,
    said_to_pause,
)
from ceasefire_id.statements.predications import Predication, Predications, mood_of, who_of
from ceasefire_id.statements.said import REACH, Cues, Said, pause_before, pause_near
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["Stances"]

Reading = tuple[str | None, PauseMention | None]
_NONE: Final[Reading] = (None, None)
#: between a word of being in force and what limits it: only the scope or length is told
_LIMITS: Final = frozenset(
    ("di", "bagi", "untuk", "terhadap", "selama", "hingga", "sampai", "antara", "hanya", "dari", "setiap")
)
#: concepts that tell what became of a pause
_COURSE: Final = frozenset(("come", "hold", "kept", "end", "take", "sign", "prolong"))
#: words between `tidak ada` and the pause that is not there
_ABSENT_REACH: Final = 6


class Stances:
    """Reads stance and object."""

    def __init__(self) -> None:
        self._cues: Cues = {name: frozenset(words) for name, words in lexicon.load("stance")["cues"].items()}
        self._predications = Predications()
        # Words of breaking and keeping are cues of predications, and say which `kesepakatan` is the pause.
        self._cues |= {"breach": self._predications.words("break"), "keep": self._predications.words("keep")}

    def read(self, scene: Scene, draft: Draft, before: Sequence[StatementMention]) -> Reading:
        """The stance of a statement and the pause that it is about; null for both where it is about none.

        `before` holds the statements before it: a denial answers the charge made last.
        """
        if not scene.document.of(PauseMention):
            return _NONE
        charge = last_charge(draft, before)
        charged, accuser = (charge.about, charge.speaker) if charge else (None, None)
        said = Said(scene, draft, self._cues, charged, accuser)
        speech = scene.speech
        if draft.rule == "lead-passive" or (draft.rule == "lead-verb" and said.verb in speech.name):
            return _called(said, self._predications)
        if said.verb in speech.deny or said.verb in speech.refuse:
            return _denied(said)
        if said.verb in speech.accuse or said.verb in speech.passive_accuse:
            return _charged(said)
        if not said.topics:
            opinion = self._predications.opinion(said)
            return (
                echoed(said, before)
                or said_to_pause(said)
                or passes_judgement(said, opinion)
                or _without_pause(said, opinion)
            )
        stance = _held(said, self._predications)
        return stance, (just_rejected(said) if stance == "rejects" else None) or _named_pause(said, stance)


def _named_pause(said: Said, stance: str | None) -> PauseMention:
    """The pause that it is about; where one is said not to be there (`tidak ada P`) the one spoken of before."""
    topic = said.topics[0]
    if stance == "demands":
        # `jeda itu diubah menjadi P permanen` asks for the wider one.
        topic = next((pause for pause in said.topics if pause.contrast == "wider"), topic)
    if topic.makes_pause or topic.definite or stance not in ("denies", "rejects"):
        return topic
    return pause_before(said.scene, said.draft.start) or topic


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
        return ("denies", said.charged) if said.charged else _NONE
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
        return ("accuses", pause) if pause else _NONE
    if pause is None and (not between or said.points_back(between)):
        pause = pause_before(scene, said.draft.start)
    if pause is None:
        # `yang pertama ditolak X sebagai "Q"`: the verb tells an event of it.
        told = scene.document.overlapping(EventMention, Span(scene.start(said.draft.verb), scene.end(said.draft.verb)))
        pause = told[0].pause if told else None
    if pause is None:
        return ("denies", said.charged) if said.charged and said.has("untrue") else _NONE
    return (predications.opinion(said) or ("rejects" if said.has("untrue") else None)), pause


def _denied(said: Said) -> Reading:
    """`membantah melanggar P`, `membantah ada P`; an attack denied answers the charge made last."""
    if said.named:
        # To have no part in a pause denies nothing of the pause itself.
        return (None if said.has("brokering") else "denies"), said.named[0]
    broken = said.broken()
    answers = said.charged is not None and said.accuser != said.draft.speaker
    pause = broken[0] if broken else said.charged if answers or said.has("attack") else None
    return ("denies", pause) if pause else _NONE


def _charged(said: Said) -> Reading:
    """`menuduh B melanggar P`, or of an attack while a pause runs."""
    if (broken := said.broken()) is not None:
        return "accuses", broken[0]
    behind = [pause for pause in said.named if pause not in said.topics]
    if behind:
        return "accuses", behind[0]  # `menuduh B VP meski P berlaku`
    if said.has("attack", "provoke") or said.negates("undone"):
        pause = said.charged or running(said)
        return ("accuses", pause) if pause else _NONE
    return _NONE


# ---- by its own words ------------------------------------------------------------------------------------------------


def _held(said: Said, predications: Predications) -> str | None:
    """The stance towards the pause that the statement names."""
    if said.has("doubt"):
        return None
    if _only_one(said):
        return "accuses"
    if said.verb in said.cues["declare"]:
        return "supports"
    found = [p for p in predications.find(said) if not _only_tells_of(said, p)]
    found += [*_absent(said), *_without(said)]
    if any(said.is_of_the_past(pause) for pause in said.topics):
        # That an earlier pause came or fell is a tale.
        found = [p for p in found if p.concept not in _COURSE]
    stance = predications.stance(found, said.verb)
    if stance is None and said.has("attack", "attacked") and blames(said):
        return "accuses"
    if stance is None and found == []:
        # Who asks for anything of a pause asks for it; who hopes for anything of it welcomes it.
        speech = said.scene.speech
        if said.verb in speech.demand or said.verb in speech.propose:
            return "demands"
        welcomed = said.verb in speech.hope and said.opens_with_pause and said.topics[0].definite
        return "supports" if welcomed else None
    return stance


def _only_tells_of(said: Said, predication: Predication) -> bool:
    """Whether a predication only tells where or for whom the pause applies, or speaks of talks about it."""
    concept, place = predication.concept, predication.place
    if concept == "break":
        return said.is_whoever(place) or not said.is_told_of_breach(place)
    if concept == "hold" and predication.mood == "told" and not predication.negated and _is_scope(said, place):
        return True
    if concept in ("come", "hold", "kept", "end"):
        begin, end = said.place(said.topics[0].span)
        before = said.before(max(0, begin), 4)
        return not said.cues["concerning" if place >= end else "talks"].isdisjoint(before)
    return False


def _absent(said: Said) -> Iterator[Predication]:
    """`tidak ada (lagi) P`, `P tidak pernah ada`, `kabar P itu bohong`, and `tidak akan ada P`."""
    cues = said.cues
    for pause in said.topics:
        begin, end = said.place(pause.span)
        begin, end = max(0, begin), max(0, end)
        before = said.before(begin, _ABSENT_REACH)
        following = said.words[end : end + _ABSENT_REACH]
        place = max(0, begin - 1)
        if "tanpa" in before[-2:]:
            continue
        if not (cues["negations"].isdisjoint(before) or cues["not_there"].isdisjoint(before)):
            joined = before[-1:] != [] and before[-1] in ("atau", "ataupun", "maupun", "dan")
            if joined or cues["not_the_pause"].isdisjoint(before):
                terms = not cues["terms_set"].isdisjoint(following[:REACH])
                refused = terms or not {"akan", "takkan"}.isdisjoint(before)
                yield Predication("refused" if refused else "absent", False, "told", "open", place, "tidak ada")
            continue
        untrue = not cues["rumours"].isdisjoint(before) and not cues["untrue"].isdisjoint(following)
        on_paper = "kertas" in following and "atas" in following
        absent = [word for word in following if word in cues["absent"] or (word == "berlaku" and "lagi" in following)]
        gone = absent and not cues["negations"].isdisjoint(following[: following.index(absent[0])])
        asked_after = following[:1] == ["apa"] or before[-1:] == ["mana"]
        if untrue or on_paper or gone or asked_after:
            yield Predication("absent", False, "told", "open", place, " ".join(following[:REACH]))


def _without(said: Said) -> Iterator[Predication]:
    """`tanpa P, semua sia-sia`, `tidak mungkin masuk tanpa P`: what cannot be without it."""
    for pause in said.topics:
        begin, _ = said.place(pause.span)
        tanpa = begin - 1
        while tanpa > 0 and said.words[tanpa] != "tanpa" and begin - tanpa < 3:
            tanpa -= 1
        if 0 <= tanpa < begin and said.words[tanpa] == "tanpa":
            impossible = said.is_after(tanpa, "negations", 2 * REACH) or "mustahil" in said.before(tanpa, 2 * REACH)
            if tanpa == 0 or impossible:
                yield Predication("without", False, "told", "open", tanpa, "tanpa")


def _only_one(said: Said) -> bool:
    """`hanya satu pihak yang menghormati P`."""
    return said.words[:1] == ["hanya"] and "pihak" in said.words[:REACH] and said.has("keep")


def _is_scope(said: Said, number: int) -> bool:
    """`P berlaku di Z`, where no word says that it still does: only where it applies is told."""
    if said.words[number] not in said.cues["applies"] or said.is_after(number, "own_predicate", 1):
        return False
    return said.words[number + 1 : number + 2] != [] and said.words[number + 1] in _LIMITS


# ---- without a pause in its words ------------------------------------------------------------------------------------


def _without_pause(said: Said, opinion: str | None) -> Reading:
    """A charge of fighting against another side while a pause runs, or the speaker's own side stopping its fire."""
    if _stops_fire(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return "supports", pause
    if _commands_silence(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return "demands", pause
    if said.named and _holds_fire(said):
        return "supports", said.named[0]
    if (attacked := _attacked_despite(said)) is not None:
        return "accuses", attacked
    if (broken := said.broken()) is not None:
        return ("denies" if broken[1] else "accuses"), broken[0]
    if said.named and _only_one(said):
        return "accuses", said.named[0]
    if answers_charge(said) or just_denied(said):
        return "denies", said.charged
    if said.charged is not None and {"dulu", "duluan", "dahulu"} & set(said.words) and said.has("attack"):
        return "accuses", said.charged
    if _nothing_agreed(said) and (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is not None:
        return "denies", pause
    if said.negates("bound") and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "rejects", pause
    if (silent := _silent(said)) is not None and (pause := running(said)) is not None:
        return silent, pause
    if _no_more_fire(said):
        pause = pause_before(said.scene, said.draft.start)
        return ("supports", pause) if pause else _NONE
    if (rejected := rejected_before(said, opinion)) is not None:
        return "rejects", rejected
    if (said.has("attack", "attacked") or said.negates("undone")) and blames(said):
        pause = said.named[0] if said.named else said.charged or running(said)
        return ("accuses", pause) if pause else _NONE
    return _terms(said)


def _stops_fire(said: Said) -> bool:
    """`kami menghentikan seluruh kegiatan tempur`, `pasukannya berhenti menembak`, `akan membungkam senjata`."""
    for number in said.where("stop"):
        if said.cues["fighting"].isdisjoint(said.words[number : number + REACH]):
            continue
        if who_of(said, number) == "own" and mood_of(said, number) in (("told", False), ("future", False)):
            return True
        if said.is_after(number, "negations", 2) or said.is_after(number, "wish"):
            continue
        unnamed = all(word in said.cues["futures"] or word in said.scene.speech.adverbs for word in said.words[:number])
        own_body = said.words[:1] == ["mereka"] and said.draft.form == "indirect"
        ordered = not {"diperintahkan", "diinstruksikan"}.isdisjoint(said.before(number, 2))
        if ordered or said.is_after(number, "own") or ((unnamed or own_body) and said.draft.form == "indirect"):
            return True
    return False


def _commands_silence(said: Said) -> bool:
    """`"Hentikan tembakan"`, or fire that all sides are asked to stop."""
    for number in said.where("command"):
        if not said.cues["fighting"].isdisjoint(said.words[number : number + REACH]):
            return said.draft.form == "direct" and said.opens_sentence(number)
        if {"sekarang", "segera"} & set(said.words[number + 1 : number + 2]):
            return said.draft.form == "direct" and said.opens_sentence(number)
    asked = said.verb in said.scene.speech.demand or said.verb in said.scene.speech.propose
    if not asked or said.cues["both"].isdisjoint(said.words[: REACH + 1]):
        return False
    return any(not said.cues["fighting"].isdisjoint(said.words[n : n + REACH]) for n in said.where("stop"))


def _holds_fire(said: Said) -> bool:
    """`pasukan kami tidak akan menembak lebih dulu`"""
    for number in [*said.where("attack"), *said.where("shots")]:
        mood, negated = mood_of(said, number)
        if mood == "future" and negated and who_of(said, number) == "own":
            return True
    return False


def _attacked_despite(said: Said) -> PauseMention | None:
    """`dua jam setelah jeda dimulai sebuah drone menembaki konvoi`: the attack is told against the pause."""
    for pause in said.named:
        begin, _ = said.place(pause.span)
        before = said.before(max(0, begin), REACH + 1)
        if begin < 0 or said.cues["despite"].isdisjoint(before):
            continue
        for number in [*said.where("assault"), *said.where("attacked")]:
            told = mood_of(said, number)[0] in ("told", "supposed", "lasting") and not said.is_after(
                number, "negations"
            )
            if told and who_of(said, number) != "own":
                return pause
    return None


def _nothing_agreed(said: Said) -> bool:
    """`tidak ada kesepakatan apa pun`, `pihaknya belum menandatangani dokumen apa pun`"""
    for number in said.where("papers"):
        before = said.before(number, REACH)
        gone = not said.cues["negations"].isdisjoint(before) and not {"akan", "takkan", "yang"} & set(before)
        if gone and not said.cues["not_there"].isdisjoint(before):
            return True
    return False


def _silent(said: Said) -> str | None:
    """`garis depan sunyi sejak malam` confirms that a pause holds, `senjata tidak pernah diam` denies it."""
    for number in said.where("quiet"):
        if said.is_after(number, "arms"):
            mood, negated = mood_of(said, number)
            if mood in ("told", "never"):
                return "denies" if negated else "confirms"
            if mood == "future" and not negated and who_of(said, number) == "own":
                return "supports"
    if no_attack(said) and said.charged is None:
        shots = [*said.where("attack"), *said.where("shots")]
        if any(who_of(said, n) == "own" and not said.is_after(n, "will") for n in shots):
            return "confirms"
    return None


def _no_more_fire(said: Said) -> bool:
    """`tidak (akan) ada (lagi) operasi mulai besok`"""
    opens = said.words[: REACH - 1]
    absent = not said.cues["negations"].isdisjoint(opens[:1]) and "ada" in opens
    promised = not {"akan", "lagi"}.isdisjoint(opens)
    return absent and promised and not said.cues["fighting"].isdisjoint(said.words[:REACH])


def _terms(said: Said) -> Reading:
    """What only tells whom or what the pause before leaves out, or what is done about breaches: no stance."""
    if (measured := by_its_length(said)) is not None:
        return None, measured
    left_out = said.negates("member") or said.has("excepted")
    operations = said.has("fighting") and said.negates("stopped")
    breaches = any(
        said.is_after(number, "supposed") and said.words[number + 1 : number + 2] not in (["hukum"], ["hak"], ["ham"])
        for number in said.where("breach")
    )
    if not (left_out or operations or breaches):
        return _NONE
    pause = pause_before(said.scene, said.draft.start, paragraphs=1)
    return (None, pause) if pause else _NONE
