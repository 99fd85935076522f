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
_SMALL: Final = frozenset(("dan", "of", "for", "the", "and", "untuk", "di", "de"))


def join_short_forms(tokens: Tokens, vocabulary: Vocabulary, drafts: Sequence[Draft]) -> None:
    """Give each short form the name or identity of the one actor of the text that it fits, if there is just one."""
    actors = [d for d in drafts if isinstance(d, ActorDraft) and d.anaphor is None]
    _join_persons(tokens, vocabulary, [d for d in actors if d.kind == "person" and d.rule != "description"])
    _join_bracketed(tokens, [d for d in actors if d.kind in _BODIES or d.kind == "armed_group"])
    _join_bodies([d for d in actors if d.kind in _BODIES])


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


def _join_bodies(bodies: Sequence[ActorDraft]) -> None:
    """`LNSW` and `Lembaga National Single Window`, in whichever order, with a bracket or without."""
    _join_forms(bodies)
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
