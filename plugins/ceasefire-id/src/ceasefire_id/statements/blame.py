"""Whether a statement blames another side for fighting while a pause runs, and whether it answers such a charge.

A side is blamed where it is the subject of an attack (`pasukan A menembaki Z`) and the speaker belongs to another
one, or where the speaker's own side is attacked (`posisi kami ditembaki`). Those who only watch blame nobody.
"""

from __future__ import annotations

from typing import Final, Literal

from ceasefire.document import Document
from ceasefire.mentions import ActorMention, EventMention, PauseMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.said import Said

__all__ = ["answers_charge", "blames", "no_attack", "running"]

Camp = Literal["rebels", "state"]
#: kinds of actors that fight, and of speakers that blame nobody
_SIDES: Final = frozenset(("military", "state", "armed_group", "government"))
_NEUTRAL: Final = frozenset(("monitor", "organisation", "civilians", "media"))
#: events after which a pause can be broken
_RUNNING: Final = frozenset(("started", "extended", "violated", "announced", "agreed", "confirmed"))
#: letters of a noun that can be put into focus with `-lah`; `ini` and `itu` are shorter
_FOCUS: Final = 4
#: code points over which the one whom a pronoun stands for is looked for
_MEMORY: Final = 1500
#: words of a charge and of what it is called
_EPITHET: Final = 4
#: words between the one who attacks and the verb
_SUBJECT_REACH: Final = 5


def blames(said: Said) -> bool:
    """Whether the speaker tells of an attack by another side."""
    speaker = _in_full(said.scene.document, said.draft.speaker)
    if speaker is None or speaker.kind in _NEUTRAL or _has_office(speaker, said.cues["neutral_office"]):
        return False
    if _is_attacked(said):
        return True
    if said.is_own_act("attack"):
        return False
    attacks = [n for n in said.where("attack") if not said.is_after(n, "negations", 3)]
    attacks = [n for n in attacks if not said.is_after(n, "supposed")]
    attacks += [place for place in said.where("undone") if said.is_after(place, "negations", 3)]
    if _foe_attacks(said, attacks):
        return True
    for actor in said.scene.document.within(ActorMention, said.draft.span):
        if actor.kind not in _SIDES or not _is_other_side(said, actor, speaker):
            continue
        begin, end = said.place(actor.span)
        if any(end <= attack <= end + _SUBJECT_REACH and _adjoin(said, end, attack) for attack in attacks):
            return True
        from_there = begin > 1 and said.words[begin - 1] in ("dari", "oleh", "posisi")
        shots = [place for place in said.where("attack") if not said.words[place].startswith("me")]
        if from_there and any(begin - 7 <= place < begin for place in [*shots, *said.where("attacked")]):
            return True
    return False


def answers_charge(said: Said) -> bool:
    """Whether it turns down the charge made just before: `tuduhan itu bohong`, `tidak ada satu pun tembakan`."""
    if said.charged is None or said.accuser == said.draft.speaker or said.has("supposed"):
        return False
    if said.has("charges") and (said.is_untrue or said.has("negations")):
        return True
    called = said.verb in said.scene.speech.name and not said.cues["charges"].isdisjoint(said.words[:1])
    if called and len(said.words) <= _EPITHET and not said.has("so"):
        return True  # `menyebut tuduhan itu provokasi`
    if said.is_untrue and not {"itu", "ini"}.isdisjoint(said.words[:2]):
        return True  # `itu isapan jempol`, `hal itu disinformasi`
    return no_attack(said)


def no_attack(said: Said) -> bool:
    """`pasukan kami tidak menembak`, `tidak ada satu pun bentrokan`."""
    shots = [*said.where("attack"), *said.where("attacked"), *said.where("shots")]
    return any(said.is_after(n, "negations", _SUBJECT_REACH + 2) and not said.is_after(n, "stop") for n in shots)


def running(said: Said) -> PauseMention | None:
    """The pause spoken of last, if the article has told that it began."""
    began = said.scene.document.remember("ceasefire_id.statements.running", _first_running)
    pause = pause_before(said.scene, said.draft.start)
    return pause if pause is not None and (began < said.draft.end or _is_there(said, pause)) else None


def _is_there(said: Said, pause: PauseMention) -> bool:
    """Whether a pause is spoken of as one that is there, though nothing tells how it came about."""
    if pause.wanted or not pause.makes_pause:
        return False
    events = said.scene.document.starting_in(EventMention, 0, said.draft.start)
    return all(event.type == "violated" for event in events)


def _first_running(document: Document) -> int:
    """Where the article first tells that a pause began; behind its end where it never does."""
    events = document.of(EventMention)
    # Where nothing reads events, a pause that is spoken of is taken to run.
    return min((e.span.start for e in events if e.type in _RUNNING), default=len(document.text) + 1) if events else 0


# ---- who attacks -----------------------------------------------------------------------------------------------------


def _is_attacked(said: Said) -> bool:
    """`posisi kami dihujani mortir`, `pasukannya ditembaki`; after a charge also `yang diserang adalah Z`."""
    speaker = _in_full(said.scene.document, said.draft.speaker)
    forces = {"tentara", "militer", "pasukan"} if speaker and _camp(said, speaker) == "state" else set()
    return any(
        said.charged is not None
        or forces.intersection(said.before(place, 3))
        or said.is_after(place, "own")
        or any(word.endswith("nya") for word in said.before(place, 3))
        for place in said.where("attacked")
        if not said.is_after(place, "supposed") and not said.is_after(place, "negations", _SUBJECT_REACH + 2)
    )


def _foe_attacks(said: Said, attacks: list[int]) -> bool:
    """`mereka menembakkan mortir`, `pemberontaklah yang lebih dulu menyerang`."""
    speaker = _in_full(said.scene.document, said.draft.speaker)
    speaks_for = _camp(said, speaker) if speaker else None
    for place in attacks:
        for word in said.before(place, _SUBJECT_REACH):
            bare = word.removesuffix("lah")
            if bare != word and len(bare) > _FOCUS and said.charged is not None:
                return True  # `tentaralah yang menyerang`
            if bare in said.cues["foes"] or (bare == "mereka" and said.draft.form == "direct"):
                return True
            if bare in said.cues["rebels"] and speaks_for == "state":
                return True
    return False


def _adjoin(said: Said, end: int, attack: int) -> bool:
    """Whether nothing but adverbs, numbers and the like stands between a subject and its verb."""
    between = range(end, attack)
    syntax, first = said.scene.syntax, said.first
    return not any(syntax.is_verb(first + place) or "," in said.scene.gap(first + place) for place in between)


def _is_other_side(said: Said, actor: ActorMention, speaker: ActorMention) -> bool:
    """Whether an actor fights on another side than the speaker."""
    pronoun = actor.anaphor is not None and not actor.anaphor.descriptive
    if pronoun or actor.name.endswith("nya") or _is_named_in(actor, _names(speaker)):
        return False
    if actor.country and speaker.country and actor.country != speaker.country:
        return True
    one, other = _camp(said, actor), _camp(said, speaker)
    if other is None:
        return speaker.kind != "person" and one is not None
    # Of two in one state, or whose state the text leaves open, those under arms and the state are two sides.
    if one is None or one != other:
        return one is not None
    return actor.identity is not None and (one == "rebels" or _is_rival(said, actor, speaker))


def _is_rival(said: Said, actor: ActorMention, speaker: ActorMention) -> bool:
    """Whether an army with a name of its own faces the government that the speaker's office names."""
    named = actor.kind == "military" and "army" not in str(actor.identity)
    words = _names(speaker)
    return named and any(
        body.kind == "government" and body.anaphor is None and _is_named_in(body, words)
        for body in said.scene.document.of(ActorMention)
    )


def _camp(said: Said, actor: ActorMention) -> Camp | None:
    """Whether somebody belongs to a state or to those who fight it; null where the text does not say."""
    if actor.kind != "person":
        return "rebels" if actor.kind == "armed_group" else "state" if actor.kind in _SIDES else None
    words = _names(actor)
    if words & said.cues["rebels"]:
        return "rebels"
    for body in said.scene.document.of(ActorMention):
        if body.kind in ("armed_group", "government") and body.anaphor is None and _is_named_in(body, words):
            return "rebels" if body.kind == "armed_group" else "state"
    return "state" if words & said.cues["state_office"] else None


def _in_full(document: Document, speaker: ActorMention | None) -> ActorMention | None:
    """The mention that gives the office of a person who is called by the name, by a pronoun or a noun alone."""
    if speaker is None or speaker.office:
        return speaker
    if speaker.anaphor is not None:
        start, kinds, heads = speaker.span.start, speaker.anaphor.kinds, speaker.anaphor.heads
        for mention in reversed(document.starting_in(ActorMention, max(0, start - _MEMORY), start)):
            fits = mention.anaphor is None and (not kinds or mention.kind in kinds)
            if fits and (not heads or heads & mention.heads):
                return _in_full(document, mention)
        return speaker
    if speaker.kind != "person":
        return speaker
    last = speaker.name.split(" ")[-1]
    known = (m for m in document.of(ActorMention) if m.office and m.kind == "person" and m.name.endswith(last))
    return next(known, speaker)


def _names(actor: ActorMention) -> frozenset[str]:
    """The words of an actor's office, or of its name where it has none, folded."""
    return frozenset((actor.office or actor.name).casefold().replace(",", " ").split())


def _is_named_in(body: ActorMention, words: frozenset[str]) -> bool:
    """Whether an office or a name holds that of a body, in full or short."""
    short = body.identity.rpartition(":")[2] if body.identity else ""
    return short in words or words.issuperset(body.name.casefold().split())


def _has_office(speaker: ActorMention, words: frozenset[str]) -> bool:
    return speaker.kind == "person" and not _names(speaker).isdisjoint(words)
