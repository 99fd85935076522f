"""What a statement holds of a pause, and of which one.

A pause is what a statement is about where its noun phrase belongs to what is said itself: not in a relative
clause, not under `setelah` or `jika`. The verb of saying decides first (a denial, a charge, a demand), then the
words of the statement, in an order in which the sharper reading comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import EventMention, PauseMention, StatementMention
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.statements.blame import answers_charge, blames, running
from ceasefire_id.statements.context import echoed, just_rejected, last_charge, points_at, rejected_before
from ceasefire_id.statements.said import REACH, Cues, Said, pause_before
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["Stances"]

Reading = tuple[str | None, PauseMention | None]
_NONE: Final[Reading] = (None, None)
#: between a word of being in force and what limits it: only the scope or length is told
_LIMITS: Final = frozenset(
    ("di", "bagi", "untuk", "terhadap", "selama", "hingga", "sampai", "antara", "hanya", "dari", "setiap")
)
#: words between `tidak ada` and the pause that is not there
_ABSENT_REACH: Final = 6


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
        charge = last_charge(draft, before)
        charged, accuser = (charge.about, charge.speaker) if charge else (None, None)
        said = Said(scene, draft, self._cues, charged, accuser)
        speech = scene.speech
        if draft.rule == "lead-passive" or (draft.rule == "lead-verb" and said.verb in speech.name):
            return _called(said)
        if said.verb in speech.deny or said.verb in speech.refuse:
            return _denied(said)
        if said.verb in speech.accuse or said.verb in speech.passive_accuse:
            return _charged(said)
        if not said.topics:
            return echoed(said, before) or points_at(said) or _without_pause(said)
        asked = said.verb in speech.demand or said.verb in speech.propose
        stance = _demanded(said) if asked else _held(said)
        return stance, (just_rejected(said) if stance == "rejects" else None) or _named_pause(said, stance)


def _named_pause(said: Said, stance: str | None) -> PauseMention:
    """The pause that it is about; where one is said not to be there (`tidak ada P`) the one spoken of before."""
    topic = said.topics[0]
    if topic.makes_pause or topic.definite or stance not in ("denies", "rejects"):
        return topic
    return pause_before(said.scene, said.draft.start) or topic


# ---- by the verb of saying -------------------------------------------------------------------------------------------


def _called(said: Said) -> Reading:
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
    if said.has("refuse", "untrue"):
        return "rejects", pause
    return ("supports" if said.has("welcome", "promise") else None), pause


def _denied(said: Said) -> Reading:
    """`membantah melanggar P`, `membantah ada P`; an attack denied answers the charge made last."""
    if said.named:
        # To have no part in a pause denies nothing of the pause itself.
        return (None if said.has("brokering") else "denies"), said.named[0]
    broken = said.broken()
    pause = broken[0] if broken else said.charged if said.has("attack") else None
    return ("denies", pause) if pause else _NONE


def _charged(said: Said) -> Reading:
    """`menuduh B melanggar P`, or of an attack while a pause runs."""
    if (broken := said.broken()) is not None:
        return "accuses", broken[0]
    if said.has("attack", "provoke") or said.negates("undone"):
        pause = said.charged or running(said)
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
    if said.has("doubt"):
        return None
    if any(not {"hanya", "justru"}.isdisjoint(said.before(number, 2)) for number in said.where("welcome")):
        return "rejects"
    if said.negates("not_taken", future=True) or said.negates("worthless") or said.negates("need"):
        return "rejects"
    if said.has("refuse") and not said.has("holds"):
        return "rejects"
    if (absent := _absent(said)) is not None:
        return absent
    if _stops_fire(said) and not said.has("need"):
        return "confirms" if _agreed(said) else "supports"
    if (broken := said.broken()) is not None:
        return "denies" if broken[1] else "accuses"
    if said.negates("keep") or _only_one(said):
        return "rejects" if any(said.is_after(number, "own") for number in said.where("keep")) else "accuses"
    if said.near_pause("need", REACH + 1):
        return _demanded(said)
    if said.verb in said.cues["declare"]:
        return "supports"
    if _agreed(said):
        return "confirms"
    if (kept := _kept(said)) is not None:
        return kept
    if said.verb in said.cues["affirm"] and not said.has("negations") and said.predicates():
        return "confirms"
    return _confirmed(said)


def _agreed(said: Said) -> bool:
    """`kedua negara setuju menghentikan tembakan`"""
    return said.draft.form == "indirect" and any(
        number > 0 and not {"setuju", "sepakat", "bersepakat"}.isdisjoint(said.before(number, 3))
        for number in said.where("stop")
        if not said.is_after(number, "own", REACH + 3) and not said.is_after(number, "negations")
    )


def _absent(said: Said) -> str | None:
    """`tidak ada (lagi) P`, `P tidak pernah ada`, `kabar P itu bohong` deny it; `tidak akan ada P` rejects it."""
    cues = said.cues
    for pause in said.topics:
        begin, end = said.place(pause.span)
        before = said.before(max(0, begin), _ABSENT_REACH)
        if not (cues["negations"].isdisjoint(before) or cues["not_there"].isdisjoint(before)):
            joined = before[-1:] != [] and before[-1] in ("atau", "ataupun", "maupun", "dan")
            if joined or cues["not_the_pause"].isdisjoint(before):
                following = said.words[max(0, end) : max(0, end) + REACH]
                refused = not {"akan", "takkan"}.isdisjoint(before) or not cues["terms_set"].isdisjoint(following)
                return "rejects" if refused else "denies"
            continue
        after = said.words[max(0, end) : max(0, end) + _ABSENT_REACH]
        if not cues["rumours"].isdisjoint(before) and not cues["untrue"].isdisjoint(after):
            return "denies"
        if after[:REACH].count("kertas") and "atas" in after:
            return "denies"  # `P hanya di atas kertas`
        fallen = [word for word in after[:REACH] if word in cues["fallen"]]
        if fallen and said.draft.form and _is_over(said, max(0, end), after.index(fallen[0])):
            return "denies"
        absent = [word for word in after if word in cues["absent"] or (word == "berlaku" and "lagi" in after)]
        if absent and not cues["negations"].isdisjoint(after[: after.index(absent[0])]):
            return "denies"
    return None


def _is_over(said: Said, end: int, place: int) -> bool:
    """`P (itu) telah gagal`: nothing but its own adverbs stands between the pause and its end."""
    own = said.cues["own_predicate"] | said.cues["that"] | {"resmi", "benar-benar", "kini", "di"}
    between = said.words[end : end + place]
    places = "di" in between
    return all(word in own for word in between) or (
        places
        and not said.scene.syntax.verbs_between(said.first + end, said.first + end + place)
        and "yang" not in between
        and "akan" not in between
    )


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
    adopts = [*said.where("adopt"), *said.where("ready")]
    own = any(
        said.is_after(number, "own", REACH + 3) and not said.is_after(number, "negations", 2) for number in adopts
    )
    own_words = said.cues["own"] | ({"mereka"} if said.draft.form == "indirect" else set())
    taken = any(not own_words.isdisjoint(said.before(number, 1)) for number in said.where("take_up"))
    return "supports" if own or taken or said.is_own_act("accept") else None


def _confirmed(said: Said) -> str | None:
    """`P masih berlaku`, `P telah diperpanjang`; what is only to come or is denied is not confirmed."""
    if said.negates("fallen"):
        return "confirms"
    for number in said.predicates():
        before = said.before(number)
        if said.is_after(number, "negations") or before[-1:] == ["untuk"] or _is_scope(said, number):
            continue
        if said.is_after(number, "ready"):
            return "supports"
        if "akan" in before or "bakal" in before:
            return "supports" if said.verb == "menyatakan" else None
        if "hanya" not in before:
            return "confirms"
    return "supports" if _praised(said) else None


def _is_scope(said: Said, number: int) -> bool:
    """`P berlaku di Z`, where no word says that it still does: only where it applies is told."""
    if said.words[number] not in said.cues["applies"] or said.is_after(number, "own_predicate", 1):
        return False
    return said.words[number + 1 : number + 2] != [] and said.words[number + 1] in _LIMITS


def _good_news(said: Said) -> bool:
    """`P itu kabar baik`"""
    return any(said.words[n : n + 2] in (["kabar", "baik"], ["berita", "baik"]) for n in said.where("rumours"))


def _praised(said: Said) -> bool:
    """`P ini peluang terakhir`, `menyambut P`: of the speaker's own, not what others think of it."""
    begin, _ = said.place(said.topics[0].span)
    if not said.cues["concerning"].isdisjoint(said.before(max(0, begin), 2)):
        return False
    welcomes = [n for n in said.where("welcome") if not said.is_after(n, "negations", 3)]
    if _good_news(said):
        return True
    opens = begin in (0, 1) or (begin < 0 and not said.cues["pointing"].isdisjoint(said.words[:1]))
    own = said.draft.form == "direct" or opens
    if welcomes and said.near_pause("welcome", 2 * REACH):
        return own or welcomes[0] <= 2 or any(said.is_after(n, "own", REACH + 3) for n in welcomes)
    if not own or said.negates("promise") or not said.near_pause("promise", 2 * REACH):
        return False
    # `langkah itu` stands for the pause and praises nothing.
    return any(
        said.words[n + 1 : n + 2] == [] or said.words[n + 1] not in said.cues["that"] for n in said.where("promise")
    )


# ---- without a pause in its words ------------------------------------------------------------------------------------


def _without_pause(said: Said) -> Reading:
    """A charge of fighting against another side while a pause runs, or the speaker's own side stopping its fire."""
    if _stops_fire(said) and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "supports", pause
    if (broken := said.broken()) is not None:
        return ("denies" if broken[1] else "accuses"), broken[0]
    if said.named and _only_one(said):
        return "accuses", said.named[0]
    if answers_charge(said):
        return "denies", said.charged
    if _no_more_fire(said):
        pause = pause_before(said.scene, said.draft.start)
        return ("supports", pause) if pause else _NONE
    if (rejected := rejected_before(said)) is not None:
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
        if said.is_after(number, "negations", 2) or said.is_after(number, "wish"):
            continue
        unnamed = all(word in said.cues["futures"] or word in said.scene.speech.adverbs for word in said.words[:number])
        own_body = said.words[:1] == ["mereka"] and said.draft.form == "indirect"
        ordered = not {"diperintahkan", "diinstruksikan"}.isdisjoint(said.before(number, 2))
        if ordered or said.is_after(number, "own") or ((unnamed or own_body) and said.draft.form == "indirect"):
            return True
    return False


def _no_more_fire(said: Said) -> bool:
    """`tidak (akan) ada (lagi) operasi mulai besok`"""
    opens = said.words[: REACH - 1]
    absent = not said.cues["negations"].isdisjoint(opens[:1]) and "ada" in opens
    promised = not {"akan", "lagi"}.isdisjoint(opens)
    return absent and promised and not said.cues["fighting"].isdisjoint(said.words[:REACH])


def _terms(said: Said) -> Reading:
    """What only tells whom or what the pause before leaves out, or what is done about breaches: no stance."""
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
