"""What a statement holds of a pause that it does not name: fire stopped, held or opened, an answer, a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.mentions import ActorMention, EventMention, PauseMention
from ceasefire_id.statements.answers import answers_charge, denied_it, denies_and_says, just_denied, keeps_word
from ceasefire_id.statements.antecedents import pause_before, pause_near
from ceasefire_id.statements.asking import asks_for_more
from ceasefire_id.statements.attitudes import scorns, told_before
from ceasefire_id.statements.blame import blames, running
from ceasefire_id.statements.bounds import bounds
from ceasefire_id.statements.calm import calm, forbids_fire, vows_calm
from ceasefire_id.statements.context import breach_before, rejected_before
from ceasefire_id.statements.culprits import names_culprit
from ceasefire_id.statements.moods import mood_of, who_of
from ceasefire_id.statements.named import is_kept_by_one, opens_without_more
from ceasefire_id.statements.reasons import reason_given
from ceasefire_id.statements.resolve import follows_suit, resolved
from ceasefire_id.statements.said import NO_READING, REACH, Reading, Said

__all__ = ["without_pause"]


def without_pause(said: Said, opinion: str | None) -> Reading:
    """A charge of fighting against another side while a pause runs, or the speaker's own side stopping its fire."""
    if _stops_fire(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return "supports", pause
    if _agreed(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return "confirms", pause
    if _has_signed(said) and (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is not None:
        return "confirms", pause
    if _stops_on_terms(said) and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "rejects", pause
    if _asks_for_quiet(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return ("supports" if running(said) is not None else "demands"), pause
    if _goes_to_war(said) and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "rejects", pause
    if _commands_silence(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return "demands", pause
    if _bloodshed_is_to_end(said) and (pause := pause_near(said.scene, said.draft.start)) is not None:
        return ("supports" if running(said) is not None else "demands"), pause
    if said.named and _holds_fire(said):
        return "supports", said.named[0]
    if _is_told_to_hold(said) and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "supports", pause
    if (attacked := _attacked_despite(said)) is not None:
        return "accuses", attacked
    if (broken := said.broken()) is not None:
        vowed = mood_of(said, broken[1])
        return ("supports" if vowed == ("future", True) else "denies" if vowed[1] else "accuses"), broken[0]
    if said.named and is_kept_by_one(said):
        return "accuses", said.named[0]
    if (kept := keeps_word(said))[1] is not None:
        return kept
    if answers_charge(said) or just_denied(said):
        return "denies", said.charged
    untrue = _calls_charge_untrue(said) or denies_and_says(said)
    if untrue and (pause := said.charged or breach_before(said)) is not None:
        return "denies", pause
    first_shot = not {"dulu", "duluan", "dahulu"}.isdisjoint(said.words) and said.has("attack")
    if first_shot and not said.has("supposed") and (pause := said.charged or _collapsed_before(said)) is not None:
        return "accuses", pause
    if (attitude := told_before(said)) is not None:
        return attitude
    if (scorns(said) or _sees_no_use(said, opinion)) and (
        pause := pause_before(said.scene, said.draft.start, paragraphs=1)
    ) is not None:
        return "rejects", pause
    if opens_without_more(said) and (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is not None:
        return "supports", pause
    if (asked := asks_for_more(said)) is not None:
        return "demands", asked
    if _nothing_agreed(said) and (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is not None:
        return "denies", pause
    if (answer := resolved(said)) is not None:
        return answer
    if (reasoned := reason_given(said)) is not None:
        return "supports", reasoned
    suit = follows_suit(said)
    if suit is not None and (pause := pause_before(said.scene, said.draft.start, paragraphs=1)) is not None:
        return suit, pause
    if said.negates("bound") and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "rejects", pause
    if _obeys(said) and (pause := pause_before(said.scene, said.draft.start)) is not None:
        return "supports", pause
    if (pause := running(said)) is not None:
        if vows_calm(said) or forbids_fire(said):
            return "supports", pause
        if not _no_more_fire(said) and (calmed := calm(said)) is not None:
            return calmed, pause
    if _no_more_fire(said):
        pause = pause_near(said.scene, said.draft.start)
        return ("supports", pause) if pause else NO_READING
    if (rejected := rejected_before(said, opinion)) is not None:
        return "rejects", rejected
    if (said.has("attack", "attacked", "sends") or said.negates("undone")) and blames(said):
        pause = said.named[0] if said.named else said.charged or running(said)
        return ("accuses", pause) if pause else NO_READING
    if names_culprit(said) and (pause := said.charged or running(said)) is not None:
        return "accuses", pause
    limits = bounds(said)
    return ("denies", said.charged) if limits == NO_READING and denied_it(said) else limits


def _stops_fire(said: Said) -> bool:
    """`kami menghentikan seluruh kegiatan tempur`, `pasukannya berhenti menembak`, `akan membungkam senjata`."""
    for number in said.where("stop"):
        if said.cues["fighting"].isdisjoint(said.words[number : number + REACH]):
            continue
        if "hanya" in said.before(number, REACH):
            continue  # `hanya akan berhenti setelah mereka pergi`
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


def _agreed(said: Said) -> bool:
    """`kedua negara setuju menghentikan tembak-menembak`, `kedua pihak sama-sama menahan diri`"""
    return any(
        who_of(said, number) == "both"
        and not said.cues["fighting"].isdisjoint(said.words[number : number + REACH])
        and mood_of(said, number) == ("told", False)
        for number in said.where("stop")
    )


def _sees_no_use(said: Said, opinion: str | None) -> bool:
    """`tak ada gunanya menahan senjata sendirian`, `tidak ada perpanjangan`: it is turned down."""
    if opinion == "rejects" and any(
        not said.cues["fighting"].isdisjoint(said.words[number + 1 : number + 3]) for number in said.where("stop")
    ):
        return True
    return any(
        said.words[number - 1] == "ada" and said.is_after(number, "negations") for number in said.where("more_of_it")
    )


def _has_signed(said: Said) -> bool:
    """`tujuh kelompok telah membubuhkan tanda tangan`: what was signed need not be said."""
    return any(
        mood_of(said, number) == ("told", False)
        and (said.words[number] != "tangan" or said.words[max(0, number - 2) : number] == ["membubuhkan", "tanda"])
        and len(said.words) <= number + 2
        for number in said.where("signature")
    )


def _stops_on_terms(said: Said) -> bool:
    """`kami hanya akan berhenti menembak setelah mereka pergi`"""
    return any(
        "hanya" in said.before(number, REACH)
        and not said.cues["fighting"].isdisjoint(said.words[number : number + REACH])
        and not {"setelah", "jika", "bila", "kalau", "apabila", "sesudah"}.isdisjoint(said.words[number:])
        for number in said.where("stop")
    )


def _asks_for_quiet(said: Said) -> bool:
    """`mengimbau kedua pihak tidak saling menyerang`; while a pause runs one side is enough."""
    asked = [number for number in said.where("assault") if mood_of(said, number) == ("asked", True)]
    if not asked:
        return False
    return any(not said.cues["both"].isdisjoint(said.words[:number]) for number in asked) or running(said) is not None


def _goes_to_war(said: Said) -> bool:
    """`pasukannya akan kembali ke medan tempur`"""
    return any(
        not said.cues["war"].isdisjoint(said.words[number + 1 : number + 3])
        and mood_of(said, number) == ("future", False)
        and who_of(said, number) == "own"
        for number in said.where("again")
    )


def _commands_silence(said: Said) -> bool:
    """`"Hentikan tembakan"`, or fire that all sides are asked to stop."""
    for number in said.where("command"):
        if not (said.cues["fighting"] | said.cues["arms"]).isdisjoint(said.words[number : number + REACH]):
            return said.draft.form == "direct" and said.opens_sentence(number)
        if {"sekarang", "segera"} & set(said.words[number + 1 : number + 2]):
            return said.draft.form == "direct" and said.opens_sentence(number)
    if _fire_is_to_stop(said):
        return True
    asked = said.verb in said.scene.speech.demand or said.verb in said.scene.speech.propose
    if not asked or "diri" in said.words or said.cues["both"].isdisjoint(said.words[: REACH + 1]):
        return False
    return any(not said.cues["fighting"].isdisjoint(said.words[n : n + REACH]) for n in said.where("stop"))


def _fire_is_to_stop(said: Said) -> bool:
    """`saya berharap tembakan berhenti sekarang juga`, no side being named."""
    if any(actor.kind != "civilians" for actor in said.scene.document.within(ActorMention, said.draft.span)):
        return False
    return any(
        said.is_after(number, "fighting", REACH) and mood_of(said, number) in (("asked", False), ("hoped", False))
        for number in said.where("silence")
    )


def _bloodshed_is_to_end(said: Said) -> bool:
    """`pertumpahan darah ini harus diakhiri`, `kekerasan tidak boleh berlanjut`: praise of a pause that is there."""
    return any(
        said.is_after(number, "violence", REACH) and mood_of(said, number) == ("asked", False)
        for number in said.where("silence")
    )


def _holds_fire(said: Said) -> bool:
    """`pasukan kami tidak akan menembak lebih dulu`"""
    for number in [*said.where("attack"), *said.where("shots")]:
        mood, negated = mood_of(said, number)
        if mood == "future" and negated and who_of(said, number) == "own":
            return True
    return False


def _is_told_to_hold(said: Said) -> bool:
    """`para pejuangnya diperintahkan tidak menembak`"""
    orders = {"diperintahkan", "diinstruksikan", "memerintahkan", "perintah"}
    return any(
        not orders.isdisjoint(said.before(number, REACH + 2)) and said.is_after(number, "negations", 2)
        for number in said.where("assault")
    )


def _attacked_despite(said: Said) -> PauseMention | None:
    """`dua jam setelah jeda dimulai sebuah drone menembaki konvoi`: the attack is told against the pause."""
    for pause in said.named:
        begin, _ = said.place(pause.span)
        before = said.before(max(0, begin), REACH + 1)
        if begin < 0 or said.cues["despite"].isdisjoint(before):
            continue
        deadly = [] if said.cues["while"].isdisjoint(before) else said.where("kills")
        deadly = deadly or [number for number in said.where("kills") if who_of(said, number) == "other"]
        for number in [*said.where("assault"), *said.where("attacked"), *deadly, *_presses_on(said)]:
            told = mood_of(said, number)[0] in ("told", "supposed", "lasting") and not said.is_after(
                number, "negations"
            )
            if told and who_of(said, number) != "own":
                return pause
    return None


def _collapsed_before(said: Said) -> PauseMention | None:
    """`P runtuh. "Mereka menembak lebih dulu"`: the pause whose end has just been told."""
    document, position = said.scene.document, said.draft.start
    begin = document.sentence_at(max(0, document.sentence_at(position).start - 2)).start
    told = document.starting_in(EventMention, begin, position)
    return told[-1].pause if told and told[-1].type == "ended" else None


def _presses_on(said: Said) -> Iterator[int]:
    """`melanjutkan serangan`, `serangan terus berlanjut`: war is waged on."""
    for number in said.where("pressed"):
        if not said.cues["campaign"].isdisjoint(said.words[number + 1 : number + 3]):
            yield number
    for number in said.where("war_goes"):
        if said.is_after(number, "campaign", 3):
            yield number


def _calls_charge_untrue(said: Said) -> bool:
    """`tuduhan itu tidak berdasar`, where nobody is named who brought the charge."""
    return said.charged is None and said.has("charges") and said.is_untrue


def _nothing_agreed(said: Said) -> bool:
    """`tidak ada kesepakatan apa pun`, `pihaknya belum menandatangani dokumen apa pun`"""
    for number in said.where("papers"):
        before = said.before(number, REACH)
        gone = not said.cues["negations"].isdisjoint(before) and not {"akan", "takkan", "yang"} & set(before)
        if gone and not said.cues["not_there"].isdisjoint(before):
            return True
    return False


def _obeys(said: Said) -> bool:
    """`akan ikut tunduk`, of the speaker's own side and nothing more."""
    for number in said.where("obey"):
        if len(said.words) <= number + 2 and mood_of(said, number) in (("future", False), ("lasting", False)):
            return who_of(said, number) == "own"
    return False


def _no_more_fire(said: Said) -> bool:
    """`tidak (akan) ada (lagi) operasi mulai besok`, `mulai besok tidak boleh ada lagi tembakan`"""
    for number, word in enumerate(said.words[: 2 * REACH]):
        following = said.words[number + 1 : number + REACH]
        if word not in said.cues["negations"] or "ada" not in following:
            continue
        opens = said.words[number : number + 2 * REACH]
        # Behind words of time only `boleh` makes it a vow; `kemarin tidak ada serangan` tells what was.
        ours = "kami" in said.words[number + 3 : number + 2 * REACH] and "akan" in following
        promised = {"boleh"} if number and not ours else {"akan", "lagi", "boleh"}
        return not promised.isdisjoint(following) and not said.cues["fighting"].isdisjoint(opens)
    return False
