"""Whether a statement turns down the charge made before it: `tuduhan itu bohong`, `kami hanya mengamankan jalan`."""

from __future__ import annotations

from typing import Final

from ceasefire.models import Span
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.attitudes import is_by_speaker
from ceasefire_id.statements.blame import no_attack
from ceasefire_id.statements.camps import speaks_for_others
from ceasefire_id.statements.context import breach_before
from ceasefire_id.statements.moods import mood_of, who_of
from ceasefire_id.statements.said import NO_READING, Reading, Said

__all__ = ["answers_charge", "denied_it", "denies_and_says", "just_denied", "keeps_word"]

#: words of a charge and of what it is called
_EPITHET: Final = 4


#: what a side does not know or want is no answer
_KNOWING: Final = frozenset(
    ("mengetahui", "memahami", "mengerti", "menginginkan", "mengharapkan", "menyangka", "menduga", "percaya", "takut")
)


def answers_charge(said: Said) -> bool:
    """Whether it turns down the charge made just before: `tuduhan itu bohong`, `tidak ada satu pun tembakan`."""
    if said.charged is None or said.is_accuser or said.has("supposed"):
        return False
    if said.has("charges") and (said.is_untrue or said.has("negations")):
        return True
    called = said.verb in said.scene.speech.name and not said.cues["charges"].isdisjoint(said.words[:1])
    if called and len(said.words) <= _EPITHET and not said.has("so"):
        return True  # `menyebut tuduhan itu provokasi`
    if said.is_untrue and not {"itu", "ini"}.isdisjoint(said.words[:2]):
        return True  # `itu isapan jempol`, `hal itu disinformasi`
    return no_attack(said) or (speaks_for_others(said) and (said.verb in said.cues["parries"] or _was_not_us(said)))


def denies_and_says(said: Said) -> bool:
    """`S menolak tuduhan itu dan menyatakan C`: whatever C is, it goes on denying."""
    if said.draft.form != "indirect" or said.is_accuser:
        return False
    scene, verb = said.scene, said.draft.verb
    begin = scene.sentence(said.first).start
    before = scene.words.folded[max(begin, verb - 2 * _EPITHET) : verb] if verb > begin else []
    denying = scene.speech.deny | scene.speech.refuse
    return not denying.isdisjoint(before) and not said.cues["charges"].isdisjoint(before)


def keeps_word(said: Said) -> Reading:
    """`setiap pasal kami tepati` after a charge confirms; `akan mematuhi setiap pasal`, `semua harus` supports."""
    for number in said.where("keeping"):
        near = [word.removesuffix("nya") for word in said.words[max(0, number - _EPITHET) : number + 1 + _EPITHET]]
        if said.cues["kept_things"].isdisjoint(near):
            continue
        mood, negated = mood_of(said, number)
        own = who_of(said, number) == "own"
        if not negated and own and mood in ("told", "lasting", "supposed"):  # `setiap pasal` supposes nothing here
            pause = said.charged or breach_before(said)
            return ("confirms", pause) if pause else NO_READING
        if not negated and ((own and mood == "future") or mood == "asked"):
            pause = pause_before(said.scene, said.draft.start, paragraphs=1)
            return ("supports", pause) if pause else NO_READING
    return NO_READING


def just_denied(said: Said) -> bool:
    """`S membantah tuduhan itu. "Q," kata S`: whatever a side says right after it denies a charge goes on denying."""
    words = _words_before(said) if said.draft.form == "direct" else []
    denying = said.scene.speech.deny | said.scene.speech.refuse
    return not denying.isdisjoint(words) and not said.cues["charges"].isdisjoint(words)


def denied_it(said: Said) -> bool:
    """`Houthi menepisnya. "Q," kata S`, `Tentara mengelak.`: the same, where the charge is only pointed at."""
    words = _words_before(said)
    if not words:
        return False
    denying = said.scene.speech.deny | said.scene.speech.refuse
    denied = words[-1] in denying | said.cues["parries"] or any(
        word.endswith("nya") and word.removesuffix("nya") in denying for word in words
    )
    return denied and (said.draft.form == "direct" or is_by_speaker(said, _sentence_before(said)))


def _words_before(said: Said) -> list[str]:
    """The words of the sentence before a statement that may answer a charge."""
    scene = said.scene
    if said.charged is None or said.is_accuser:
        return []
    sentence = _sentence_before(said)
    return scene.words.folded[scene.words.first_at(sentence.start) : scene.words.first_at(sentence.end)]


def _sentence_before(said: Said) -> Span:
    document = said.scene.document
    return document.sentence_at(max(0, document.sentence_at(said.draft.start).start - 2))


def _did_not(said: Said) -> bool:
    """`pasukannya tidak pernah keluar barak`: whatever it is that the own side has not done."""
    syntax = said.scene.syntax
    for number in said.where("negations"):
        verb = number + 1 + (said.words[number + 1 : number + 2] == ["pernah"])
        word = said.words[verb] if verb < len(said.words) else ""
        acts = word in ("keluar", "masuk") or (word.startswith("me") and syntax.is_verb(said.first + verb))
        if acts and word not in _KNOWING:
            mood, negated = mood_of(said, verb)
            if negated and mood in ("told", "never") and who_of(said, verb) == "own":
                return True
    return False


def _was_not_us(said: Said) -> bool:
    """`itu bukan serangan`, `roket itu bukan milik kami`, `tidak terlibat`, `tidak ada pelanggaran`."""
    if _did_not(said):
        return True
    if said.negates("part_in") or any(said.is_after(n, "negations", 3) for n in said.where("breach")):
        return True
    return any(
        said.words[number] in ("bukan", "bukanlah")
        and not (said.cues["own"] | said.cues["noise"] | said.cues["attack"]).isdisjoint(
            said.words[number + 1 : number + 3]
        )
        for number in said.where("negations")
    )
