"""Whether a statement tells that fire has stopped, or vows that it will, in words that name no pause.

`garis depan sunyi sejak malam`, `tidak ada insiden`: it is quiet. `meriam akan diam`, `anak buahnya tidak akan
menembak lebih dulu`: it will be. What makes noise in a war, what falls silent, and what may be calm without being a
front (`pasar`, `warga`) are lists of words (`stance.toml`); who says so is asked of `camps`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire_id.statements.blame import no_attack
from ceasefire_id.statements.camps import in_full, is_neutral, speaks_for_others
from ceasefire_id.statements.moods import mood_of, who_of
from ceasefire_id.statements.said import REACH, Said

__all__ = ["calm", "forbids_fire", "vows_calm"]

#: words between `tidak ada` and the noise that is not there
_NOTHING: Final = 6
_TOLD: Final = ("told", "lasting", "never")
#: places are taken with these, not fired at
_TAKEN: Final = frozenset(("merebut", "menduduki"))


def calm(said: Said) -> str | None:
    """`garis depan sunyi sejak malam` confirms that a pause holds, `senjata tidak pernah diam` denies it."""
    for number in said.where("quiet"):
        if not (said.is_after(number, "arms") or (_is_of_front(said, number) and speaks_for_others(said))):
            continue
        mood, negated = mood_of(said, number)
        if mood in _TOLD:
            return "denies" if negated else "confirms"
    if not said.has("noise", "shots", "attack", "assault", "harmed"):
        return None
    if said.charged is not None and not said.is_accuser:
        return _answer(said)
    if any(_is_stilled(said, number) for number in said.where("silence")) and speaks_for_others(said):
        return "confirms"
    if _is_noiseless(said) and speaks_for_others(said):
        return "confirms"
    return "confirms" if _has_not_fired(said) else None


def _answer(said: Said) -> str | None:
    """That there was no shot: of a side that is charged with one it denies, of those who watch it confirms."""
    speaker = in_full(said.scene.document, said.draft.speaker)
    if speaker is None or not _is_noiseless(said) or not speaks_for_others(said):
        return None
    watches = is_neutral(said, speaker) or not said.cues["watchers"].isdisjoint(said.words[:REACH])
    return "confirms" if watches else "denies"


def _is_noiseless(said: Said) -> bool:
    absent = [*said.where("negations"), *said.where("without")]
    return any(_lands_on_noise(said, number) or _spares_all(said, number) for number in absent)


def _spares_all(said: Said, number: int) -> bool:
    """`tidak seorang prajurit pun tertembak`, `tak ada korban jatuh`: nobody is harmed."""
    following = said.words[number + 1 : number + 2 + _NOTHING]
    nobody = not said.cues["nobody"].isdisjoint(following[:2])
    return nobody and not said.cues["harmed"].isdisjoint(following) and mood_of(said, number)[0] in _TOLD


def vows_calm(said: Said) -> bool:
    """`meriam akan diam malam ini`, `pasukannya tidak akan menarik picu`, `serdadunya akan tetap di barak`."""
    if _only_answers_fire(said):
        return True
    if said.has("strikes_back") or not said.has(
        "quiet", "silence", "assault", "shots", "trigger", "warfare", "quarters", "looses"
    ):
        return False  # `kami akan membalas setiap peluru`: what is stressed is the answer
    for number in _falls_silent(said):
        if said.is_after(number, "arms") and mood_of(said, number) == ("future", False):
            return True
        ordered = said.is_after(number, "orders") and not said.is_after(number, "negations")
        if ordered and who_of(said, number) == "own":
            return True  # `pasukan kami diperintahkan diam di tempat`
    if any(who_of(said, n) == "own" and mood_of(said, n) == ("future", True) for n in _fired(said)):
        return True
    return any(
        said.is_after(number, "quarters_stay") and mood_of(said, number) == ("future", False) and _is_ours(said, number)
        for number in said.where("quarters")
    )


def _only_answers_fire(said: Said) -> bool:
    """`pasukannya hanya akan membalas tembakan`, `hanya menembak jika diserang`."""
    for number in [*said.where("strikes_back"), *said.where("assault")]:
        if said.is_after(number, "mere", 3) and who_of(said, number) == "own":
            answers = said.words[number] in said.cues["strikes_back"]
            return answers or not said.cues["attacked"].isdisjoint(said.words[number + 1 :])
    return False


def forbids_fire(said: Said) -> bool:
    """`Jangan biarkan satu peluru merusak hari raya`, `jangan menembak`: fire is not to be, by command."""
    if said.draft.form != "direct" or "jangan" not in said.words:
        return False
    place = said.words.index("jangan")
    following = said.words[place + 1 : place + 1 + _NOTHING]
    if said.words[place + 1 : place + 2] == ["dilanggar"]:
        return True
    return said.opens_sentence(place) and not (said.cues["noise"] | said.cues["assault"]).isdisjoint(following)


def _is_ours(said: Said, number: int) -> bool:
    """Whether it is the speaker's own side that is to stay where it is."""
    return who_of(said, number) == "own"


def _fired(said: Said) -> Iterator[int]:
    """Where it speaks of firing or of war; not `berhenti menyerang`, `berniat berperang`."""
    for number in said.where("looses"):
        if not said.cues["noise"].isdisjoint(said.words[number + 1 : number + 3]):
            yield number
    for cue in ("assault", "shots", "trigger", "warfare"):
        for number in said.where(cue):
            if said.words[number] not in _TAKEN and not said.is_after(number, "no_vow"):
                yield number


def _falls_silent(said: Said) -> Iterator[int]:
    yield from said.where("quiet")
    yield from said.where("silence")


def _is_of_front(said: Said, number: int) -> bool:
    """Whether what is calm may be a front: `keadaan terkendali`, `semuanya senyap`; not `pasar tenang`."""
    before = said.before(number, 2 * REACH)
    if not said.cues["calm_elsewhere"].isdisjoint(said.words) or "dalam" in before[-2:-1]:
        return False  # `pasar tenang`, `prajuritnya dalam keadaan aman`
    if not said.cues["fronts"].isdisjoint(before):
        return True
    light = said.scene.speech.adverbs | said.cues["all_quiet"] | said.cues["negations"]
    return all(word in light for word in before)


def _is_stilled(said: Said, number: int) -> bool:
    """`baku tembak sudah berhenti`, `tembakan mereda sejak Jumat`."""
    before = said.before(number, REACH)
    noisy = not said.cues["noise"].isdisjoint(before)
    return noisy and mood_of(said, number) in (("told", False), ("lasting", False))


def _lands_on_noise(said: Said, number: int) -> bool:
    """`tidak ada satu pun tembakan`, `tanpa letusan`, `tak sebutir peluru pun melintas`: a noise is not there."""
    if mood_of(said, min(number + 1, len(said.words) - 1))[0] not in (*_TOLD, "awaited", "unready"):
        return False
    for place in range(number + 1, min(number + 1 + _NOTHING, len(said.words))):
        word = said.words[place]
        if word in said.cues["noise"]:
            return True
        if word not in said.cues["nothing"] and word not in said.scene.speech.adverbs:
            return False
    return False


def _has_not_fired(said: Said) -> bool:
    """`selama tiga jam kami tidak meluncurkan roket`, `kedua pihak tidak saling menembak`."""
    if not no_attack(said):
        return False
    shots = [n for n in (*said.where("attack"), *said.where("shots")) if said.words[n] not in _TAKEN]
    return any(who_of(said, n) in ("own", "both") and not said.is_after(n, "will") for n in shots)
