"""What a statement holds of the pause that it names: its predications, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire.mentions import EventMention, PauseMention
from ceasefire_id.statements.blame import blames
from ceasefire_id.statements.moods import mood_of, who_of
from ceasefire_id.statements.predications import Predication, Predications
from ceasefire_id.statements.said import REACH, Said

__all__ = ["held", "is_kept_by_one", "opens_without_more"]

#: between a word of being in force and what limits it: only the scope or length is told
_LIMITS: Final = frozenset(
    ("di", "bagi", "untuk", "terhadap", "selama", "hingga", "sampai", "antara", "hanya", "dari", "setiap")
)
#: concepts that tell what became of a pause
_COURSE: Final = frozenset(("come", "hold", "kept", "end", "take", "sign", "prolong"))
#: events of a pause that is there
_THERE: Final = frozenset(("announced", "agreed", "started", "extended", "confirmed", "violated"))
#: words between `tidak ada` and the pause that is not there
_ABSENT_REACH: Final = 6


def held(said: Said, predications: Predications) -> str | None:
    """The stance towards the pause that the statement names."""
    if said.has("doubt") or said.verb in said.cues["doubt"] | said.cues["fear"] or _only_fears(said):
        said.drop_stance(0, "only a doubt")
        return None
    if said.has("charges") and said.is_untrue:
        return "denies"  # `tuduhan melanggar P itu tidak benar`
    if is_kept_by_one(said):
        return "accuses"
    if said.verb in said.cues["declare"]:
        return "supports"
    if _is_only_choice(said):
        return "demands"
    found = []
    for predication in predications.find(said):
        if _only_tells_of(said, predication):
            said.drop_stance(predication.place, f"{predication.concept}: tells only where, for whom or of what talks")
        else:
            found.append(predication)
    found += [*_absent(said), *_without(said), *_attacks(said), *_told_by_verb(said)]
    if any(said.is_of_the_past(pause) for pause in said.topics):
        # That an earlier pause came or fell is a tale.
        found = [p for p in found if p.concept not in _COURSE]
    stance = predications.stance(found, said.verb)
    if stance is None and said.has("attack", "attacked") and blames(said):
        return "accuses"
    if stance is None and found == [] and said.opens_with_pause:
        # Whoever asks that the pause do anything asks for it; whoever hopes so of the one that is there welcomes it.
        if said.is_asked:
            return "demands"
        hoped = said.verb in said.scene.speech.hope or said.is_hoped
        return "supports" if hoped and said.topics[0].definite else None
    backed = stance == "supports" and all(p.concept == "approve" for p in found)
    if backed and said.verb in said.scene.speech.demand and _is_new(said):
        return "demands"  # `mendesak pemerintahnya mendukung P`
    for predication in found if stance is None else ():
        said.drop_stance(predication.place, f"no stance: {predication}")
    return stance


def _is_new(said: Said) -> bool:
    """Whether the pause that others are asked to back has neither been spoken of before nor told to have begun."""
    topic, document = said.topics[0], said.scene.document
    if topic.definite or document.starting_in(PauseMention, 0, topic.span.start):
        return False
    events = document.within(EventMention, said.draft.span)
    return not any(event.pause is topic and event.type in _THERE for event in events)


def _only_fears(said: Said) -> bool:
    """`saya khawatir P tidak bertahan`, `kami tidak yakin mereka akan mematuhinya`: a fear tells nothing."""
    opens = said.words[: REACH + 1]
    if said.cues["own"].isdisjoint(opens[:2]):
        return False
    unsure = not {"yakin", "percaya"}.isdisjoint(opens) and not said.cues["negations"].isdisjoint(opens)
    return not said.cues["fear"].isdisjoint(opens) or (unsure and "akan" in said.words)


def _only_tells_of(said: Said, predication: Predication) -> bool:
    """Whether a predication only tells where or for whom the pause applies, or speaks of talks about it."""
    concept, place = predication.concept, predication.place
    if predication.cue == "mengikat" and said.is_after(place, "alone", 2):
        return True  # `kesepakatan itu hanya mengikat kedua angkatan bersenjata`
    if concept == "seek" and any(
        said.words[begin] in said.cues["concerning"] for begin, _ in said.anchors if begin >= 0
    ):
        return True  # `usul itu perlu dibahas dulu`: talked about, not asked for
    if concept == "break":
        return said.is_whoever(place) or not said.is_told_of_breach(place)
    if concept == "hold" and predication.mood == "told" and _is_scope(said, place):
        return True
    if concept in ("come", "hold", "kept", "end"):
        begin, end = said.place(said.topics[0].span)
        before = said.before(max(0, begin), 4)
        return not said.cues["concerning" if place >= end else "talks"].isdisjoint(before)
    return False


def _absent(said: Said) -> Iterator[Predication]:
    """`tidak ada (lagi) P`, `P tidak pernah ada`, `kabar P itu bohong`, and `tidak akan ada P`."""
    cues = said.cues
    for begin, end in said.anchors:
        if said.words[begin : begin + 1] and said.words[begin] in cues["clitics"]:
            continue  # `selama tidak ada yang melanggarnya`: somebody is not there, not the pause
        before = said.before(begin, _ABSENT_REACH)
        following = said.words[end : end + _ABSENT_REACH]
        place = max(0, begin - 1)
        if before[-1:] in (["bukan"], ["bukannya"]) and _is_passed_over(said, begin - 1):
            yield Predication("refused", False, "told", "open", place, "bukan")
            continue
        if "tanpa" in before[-2:] or "yang" in before:
            continue  # `tidak ada pihak yang menolak P`: it is they who are not there
        if before[:1] and before[0] in cues["deictic"] and before[1:] in (["bukan"], ["bukanlah"]) and begin == 2:
            if cues["which_in_row"].isdisjoint(said.words[end - 1 : end + 1]):
                yield Predication("refused", False, "told", "open", place, "bukan")  # `itu bukan jeda, itu ultimatum`
            continue
        if not (cues["negations"].isdisjoint(before) or cues["not_there"].isdisjoint(before)):
            if before[-1:] in (["dalam"], ["pada"], ["dari"], ["dengan"], ["bagi"], ["antara"]):
                continue  # `tidak melihat ketulusan dalam P`, `tidak ada hubungannya dengan P`
            joined = before[-1:] != [] and before[-1] in ("atau", "ataupun", "maupun", "dan")
            if joined or cues["not_the_pause"].isdisjoint(before):
                terms = not cues["terms_set"].isdisjoint(following[:REACH])
                refused = terms or not {"akan", "takkan"}.isdisjoint(before)
                yield Predication("refused" if refused else "absent", False, "told", "open", place, "tidak ada")
            continue
        false = not cues["untrue"].isdisjoint(following) or (said.is_untrue and not cues["so"].isdisjoint(following))
        untrue = not cues["rumours"].isdisjoint(before) and false
        on_paper = ("kertas" in following and "atas" in following) or (
            not cues["mere"].isdisjoint(following[:2])
            and not {"di", "dalam"}.isdisjoint(following)
            and not cues["elsewhere_only"].isdisjoint(following)
        )
        absent = [word for word in following if word in cues["absent"] or (word == "berlaku" and "lagi" in following)]
        gone = (
            absent
            and "ada yang" not in " ".join(following)
            and not cues["negations"].isdisjoint(following[: following.index(absent[0])])
        )
        asked_after = (
            following[:2] == ["macam", "apa"]
            or (following[:1] == ["apa"] and following[1:2] != ["pun"])
            or before[-1:] == ["mana"]
        )
        if untrue or on_paper or gone or asked_after:
            yield Predication("absent", False, "told", "open", place, " ".join(following[:REACH]))


def _is_passed_over(said: Said, place: int) -> bool:
    """`kami mau menang, bukan P`: something else is wanted."""
    chosen = not said.cues["choosing"].isdisjoint(said.words[:place])
    return chosen and said.scene.marked(said.first + place, ",")


def _told_by_verb(said: Said) -> Iterator[Predication]:
    """`para pejuangnya diperintahkan tidak menembak`: the verb itself is the pause."""
    for pause in said.topics:
        begin, _ = said.place(pause.span)
        if 0 <= begin < len(said.words) and said.words[begin] in ("tidak", "tak"):
            yield Predication("stop", False, mood_of(said, begin)[0], who_of(said, begin), begin, pause.label)


def _is_only_choice(said: Said) -> bool:
    """`tak punya pilihan lain kecuali segera menyepakati P`, `tidak minta apa-apa selain P`"""
    for number in said.where("but"):
        before = said.before(number, _ABSENT_REACH)
        if (said.cues["choices"] | said.cues["choosing"]).isdisjoint(before) or said.cues["negations"].isdisjoint(
            before
        ):
            continue
        if any(0 < begin - number <= 2 * REACH for begin, _ in said.anchors):
            return True
    return False


def _attacks(said: Said) -> Iterator[Predication]:
    """`mereka menandatanganinya dan menembak`: another side fights."""
    assaults = said.where("assault")
    if assaults and blames(said) and mood_of(said, assaults[0])[0] in ("told", "lasting"):
        yield Predication("attack", False, "told", "other", assaults[0], said.words[assaults[0]])


def _without(said: Said) -> Iterator[Predication]:
    """`tanpa P, semua sia-sia`, `tidak mungkin masuk tanpa P`: what cannot be without it."""
    if "tanpanya" in said.words:
        yield Predication("without", False, "told", "open", said.words.index("tanpanya"), "tanpanya")
    if opens_without_more(said):
        yield Predication("without", False, "told", "open", 0, "tanpa")  # `tanpa perpanjangan, semua ini sia-sia`
    for begin, _ in said.anchors:
        tanpa = begin - 1
        while tanpa > 0 and said.words[tanpa] != "tanpa" and begin - tanpa < 3:
            tanpa -= 1
        if 0 <= tanpa < begin and said.words[tanpa] == "tanpa":
            impossible = said.is_after(tanpa, "negations", 2 * REACH) or "mustahil" in said.before(tanpa, 2 * REACH)
            if tanpa == 0 or impossible:
                concept = "without" if tanpa == 0 else "indispensable"
                yield Predication(concept, False, "told", "open", tanpa, "tanpa")


def opens_without_more(said: Said) -> bool:
    """`tanpa perpanjangan, …`: what follows is the reason why a pause is to go on."""
    return said.words[0] == "tanpa" and not said.cues["more_of_it"].isdisjoint(said.words[1:2])


def is_kept_by_one(said: Said) -> bool:
    """`hanya satu pihak yang menghormati P`."""
    return said.words[:1] == ["hanya"] and "pihak" in said.words[:REACH] and said.has("keep")


def _is_scope(said: Said, number: int) -> bool:
    """`P berlaku di Z`, where no word says that it still does: only where it applies is told."""
    if said.words[number] not in said.cues["applies"] or said.is_after(number, "own_predicate", 1):
        return False
    time = said.scene.time_at(said.first + number + 1)
    if time is not None and time.type == "DURATION":
        return True
    return said.words[number + 1 : number + 2] != [] and said.words[number + 1] in _LIMITS
