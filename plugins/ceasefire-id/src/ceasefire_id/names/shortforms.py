"""Short forms whose long one the text gives anywhere: `Jokowi` of Joko Widodo, initials, abbreviations of bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["join_short_forms"]

#: abbreviations of so many letters tell a body; fewer fit too many
_SHORTEST: Final = 3
_BODIES: Final = frozenset(("organisation", "government", "military", "monitor"))
#: words that tell the form of a body
_FORMS: Final = frozenset(("pt", "tbk", "ri"))
#: words of a person's name
_LONGEST_NAME: Final = 4
_SMALL: Final = frozenset(("dan", "of", "for", "the", "and", "untuk", "di", "de"))


def join_short_forms(tokens: Tokens, vocabulary: Vocabulary, drafts: Sequence[Draft]) -> None:
    """Give each short form the name or identity of the one actor of the text that it fits, if there is just one."""
    actors = [d for d in drafts if isinstance(d, ActorDraft) and d.anaphor is None]
    _tell_persons_from_capitals(tokens, actors)
    _join_persons(tokens, vocabulary, [d for d in actors if d.kind == "person" and d.rule != "description"])
    _join_bracketed(tokens, [d for d in actors if d.kind in _BODIES or d.kind == "armed_group"])
    _join_bodies(tokens, vocabulary, [d for d in actors if d.kind in _BODIES])


def _tell_persons_from_capitals(tokens: Tokens, actors: Sequence[ActorDraft]) -> None:
    """`vonis untuk Vienna`, whom the text calls Vienna Laksmi as well, is no state."""
    names = {d.name.split()[0]: d for d in actors if d.kind == "person" and " " in d.name and d.rule != "description"}
    for draft in actors:
        person = names.get(tokens.shown(draft.first, draft.end)) if draft.rule == "capital" else None
        if person is not None:
            draft.name, draft.kind, draft.rule = person.name, "person", "name"
            draft.identity, draft.country, draft.heads = None, person.country, frozenset()


def _join_persons(tokens: Tokens, vocabulary: Vocabulary, persons: Sequence[ActorDraft]) -> None:
    names = dict.fromkeys(d.name for d in persons if " " in d.name)
    for draft in persons:
        folded = draft.name.casefold()
        if full := vocabulary.nicknames.get(folded):
            fitting = [name for name in names if name.casefold() == full]
        elif draft.rule == "initials" and tokens.word(draft.first - 1) not in vocabulary.initials:
            fitting = [name for name in names if _initials(name.split()) == draft.name.upper()]
        else:
            continue
        if len(fitting) == 1:
            draft.name = fitting[0]
    known = {word for name in names for word in name.casefold().split()}
    for draft in persons:
        if draft.rule in ("name", "office") and " " not in draft.name and draft.name.casefold() not in known:
            draft.name = _full_name(tokens, vocabulary, draft) or draft.name


def _full_name(tokens: Tokens, vocabulary: Vocabulary, person: ActorDraft) -> str:
    """The one longer name in the text that begins with a person's short one; empty where none or several do."""
    found: dict[str, str] = {}
    for number in tokens.document.words.numbers((person.name.casefold(),)):
        end = min(tokens.run(number), number + _LONGEST_NAME)
        while end > number + 1 and not _may_close(tokens, vocabulary, end - 1):
            end -= 1
        inside = all(_may_close(tokens, vocabulary, n) for n in range(number + 1, end))
        if end > number + 1 and tokens.capital[number] and inside and not tokens.is_upper(number):
            found.setdefault(tokens.shown(number, end).casefold(), tokens.shown(number, end))
    return next(iter(found.values())) if len(found) == 1 else ""


def _may_close(tokens: Tokens, vocabulary: Vocabulary, number: int) -> bool:
    """Whether a word can go on a person's name: none of an office, no common word, nobody else's name."""
    word = tokens.folded[number]
    barred = word in vocabulary.titular or vocabulary.is_common(word) or vocabulary.is_abstract(word)
    return not (barred or word in vocabulary.stops or tokens.is_upper(number) or word in vocabulary.people)


def _join_bracketed(tokens: Tokens, bodies: Sequence[ActorDraft]) -> None:
    """`Tentara Aliansi Demokrasi Nasional Myanmar (MNDAA)`: a short name that a list knows, its long one unknown."""
    by_end = {body.end: body for body in bodies if body.rule != "listed"}
    for short in bodies:
        full = by_end.get(short.first)
        bracketed = tokens.gap(short.first).strip() == "(" and tokens.gap(short.end).startswith(")")
        if full is None or not bracketed or short.rule != "listed" or not tokens.is_upper(short.first):
            continue
        if full.country and short.country and full.country != short.country:
            # The same letters stand for another body here.
            short.identity, short.kind, short.country = full.identity or _named(full), full.kind, full.country
            full.identity = short.identity
            continue
        name, identity = full.name.casefold(), full.identity
        for body in bodies:
            if body.name.casefold() == name and body.identity == identity:
                body.identity, body.kind, body.country = short.identity, short.kind, body.country or short.country


def _named(body: ActorDraft) -> str:
    return "name:" + body.name.casefold()


def _join_bodies(tokens: Tokens, vocabulary: Vocabulary, bodies: Sequence[ActorDraft]) -> None:
    """`LNSW` and `Lembaga National Single Window`, in whichever order, with a bracket or without."""
    _join_forms(bodies)
    _join_beginnings(tokens, vocabulary, bodies)
    fulls: dict[str, dict[str, ActorDraft]] = {}
    for body in bodies:
        words = body.name.replace("-", " ").replace(",", " ").split()
        if len(words) >= _SHORTEST and "(" not in body.name:
            fulls.setdefault(_initials(words), {}).setdefault(body.name.casefold(), body)
    for body in bodies:
        if not (body.name.isupper() and len(body.name) >= _SHORTEST) or body.rule not in ("abbreviation", "listed"):
            continue
        fitting = list(fulls.get(body.name, {}).values())
        if len(fitting) != 1:
            continue
        full = fitting[0]
        if body.rule == "listed":
            _rename(bodies, full, body)
            continue
        full.identity = full.identity or _named(full)
        body.identity, body.kind, body.country = full.identity, full.kind, body.country or full.country


def _join_forms(bodies: Sequence[ActorDraft]) -> None:
    """`PT Bank Mandiri` and `Bank Mandiri`: words that only tell the form of a body keep no two apart."""
    by_name: dict[str, ActorDraft] = {}
    for body in sorted(bodies, key=lambda b: b.rule != "listed"):
        words = body.name.casefold().split()
        key = " ".join(word for word in words if word not in _FORMS)
        first = by_name.setdefault(key, body)
        if first is not body and first.kind == body.kind and first.name.casefold() != body.name.casefold():
            first.identity = first.identity or _named(first)
            body.identity = first.identity


def _join_beginnings(tokens: Tokens, vocabulary: Vocabulary, bodies: Sequence[ActorDraft]) -> None:
    """`Komisi III` and `Komisi III DPR`: where one body's name goes on with whose it is, they are one."""
    by_name: dict[str, ActorDraft] = {}
    for body in bodies:
        if body.rule == "body" and body.name[:1].isupper():
            by_name.setdefault(body.name.casefold(), body)
    names = sorted(by_name)
    for name in names:
        if " " not in name:
            continue
        longer = [other for other in names if other.startswith(name + " ")]
        if len(longer) != 1:
            continue
        short, full = by_name[name], by_name[longer[0]]
        tail = longer[0][len(name) :].split()
        if short.kind == full.kind and _is_owner(tokens, vocabulary, tail):
            full.identity = full.identity or "name:" + longer[0]
            for body in bodies:
                if body.name.casefold() == name:
                    body.identity = full.identity


def _is_owner(tokens: Tokens, vocabulary: Vocabulary, tail: Sequence[str]) -> bool:
    """Whether words tell whose a body is: a state, a place or another body that a list knows."""
    if tail[0] in vocabulary.in_full or tail[0] in vocabulary.grades:
        return True
    return any(entry.rest == tuple(tail[1:]) for entry in tokens.gazetteer.entries(tail[0]))


def _rename(bodies: Iterable[ActorDraft], full: ActorDraft, listed: ActorDraft) -> None:
    """Let all mentions of a body go by the identity of the one that a list knows."""
    if full.rule == "listed" or full.kind not in (listed.kind, "organisation"):
        return
    name, identity = full.name.casefold(), full.identity
    for body in bodies:
        if body.name.casefold() == name and body.identity == identity and body.rule != "listed":
            body.identity, body.kind, body.country = listed.identity, listed.kind, body.country or listed.country


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word.casefold() not in _SMALL)
