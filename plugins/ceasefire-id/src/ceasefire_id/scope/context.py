"""What stands around a word or a phrase, as features: words, predicate and role, factuality, frames."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire_id.frames import frames_by_lemma
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.view import Name, View

__all__ = ["around", "bucket", "frames", "predicate", "sentence_bucket"]


def frames(view: View, n: int) -> tuple[str, ...]:
    """The frames that a word evokes."""
    return frames_by_lemma().get(view.lemma(n), ()) or frames_by_lemma().get(view.word(n), ())


def bucket(count: int) -> str:
    """A small number, or how large a large one is."""
    if count < 0:
        return "-" + bucket(-count)
    return (
        str(count) if count < 3 else "3-5" if count < 6 else "6-10" if count < 11 else "11-20" if count < 21 else "21+"
    )


def sentence_bucket(apart: int) -> str:
    """How many sentences lie between."""
    return (
        str(apart)
        if abs(apart) < 3
        else ("-3" if apart < 0 else "3")
        if abs(apart) < 5
        else "-far"
        if apart < 0
        else "far"
    )


def around(view: View, first: int, end: int, before: int = 3, after: int = 3) -> Iterator[str]:
    """The words before and after a phrase, names by their sort, with their frames."""
    sentence = view.sentence[first]
    for k in range(1, before + 1):
        n = first - k
        token = view.token(n, sentence)
        yield f"b{k}={token}"
        if token == "|":
            break
        if k <= 2 and n not in view.masks:
            for frame in frames(view, n):
                yield f"b{k}~{frame}"
        if k == 1 and view.gap(first).strip():
            yield f"b,={view.gap(first).strip()[:2]}"
    for k in range(1, after + 1):
        n = end - 1 + k
        token = view.token(n, sentence)
        yield f"a{k}={token}"
        if token == "|":
            break
        if k <= 2 and n not in view.masks:
            for frame in frames(view, n):
                yield f"a{k}~{frame}"
        if k == 1 and n < view.size and view.gap(n).strip():
            yield f"a,={view.gap(n).strip()[:2]}"


def predicate(view: View, first: int, end: int) -> Iterator[str]:
    """The predicate that governs a phrase, the phrase's role, and whether it is told as so."""
    verb, role = view.grammar.role(first, end)
    yield f"role={role}"
    if verb < 0:
        return
    lemma = view.lemma(verb)
    voice = view.grammar.voice(verb)
    yield f"v={lemma}|{role}"
    yield f"vv={voice}|{role}"
    facts = view.grammar.facts(verb)
    for fact in facts:
        yield f"fact={fact}"
        if not fact.startswith("l:"):
            yield f"fact={fact}|{role}"
    sign = "neg" if "neg" in facts else ""
    for frame in frames(view, verb):
        yield f"f={frame}|{role}"
        yield f"f={frame}|{role}|{voice}|{sign}"
    deep, path = view.grammar.deep(first, end)
    yield f"d={path}"
    if deep >= 0:
        yield f"dv={view.lemma(deep)}|{path}"
        voice = view.grammar.voice(deep)
        sign = "neg" if "neg" in view.grammar.facts(deep) else ""
        for frame in frames(view, deep):
            yield f"df={frame}|{path}"
            yield f"df={frame}|{path}|{voice}|{sign}"


def side_of(name: Name) -> str:
    """Whether a name is that of somebody who can be a side, of a body, a person or a place."""
    if name.sort != "actor":
        return name.sort
    return {
        "state": "side",
        "military": "side",
        "armed_group": "side",
        "government": "side",
        "person": "person",
        "organisation": "body",
    }.get(name.kind, "onlooker")


#: frames that say of whoever stands in their sentence how they stand to a pause
_TELLING = frozenset(
    (
        "excepted",
        "covered",
        "bound",
        "continued",
        "opposed",
        "hosted",
        "brokered",
        "guaranteed",
        "monitored",
        "represented",
    )
)


def nearby(view: View, name: Name) -> Iterator[str]:
    """The frames of the words farther off in its sentence, and of its whole sentence."""
    rng = view.sentence_range(view.sentence[name.first])
    seen: set[str] = set()
    negated = any(view.folded[n] in cues()["denying"] for n in rng)
    for n in rng:
        if n in view.masks or name.first <= n < name.end:
            continue
        for frame in frames(view, n):
            apart = n - name.end if n >= name.end else name.first - n
            if apart <= 8:
                seen.add(f"n{'a' if n >= name.end else 'b'}~{frame}")
            if frame in _TELLING:
                seen.add(f"s~{frame}|{negated}")
    if negated:
        seen.add("s-neg")
    yield from sorted(seen)


def denials(view: View, name: Name) -> Iterator[str]:
    """What is denied near a name, or excepted: `A tak ikut meneken`, `bukan penanda tangan`, `kecuali B`."""
    first, end = name.head.first, name.end
    sentence = view.sentence[name.first]
    for n in range(max(0, first - 12), min(view.size, end + 12)):
        if view.folded[n] not in cues()["denying"] or view.sentence[n] != sentence or first <= n < end:
            continue
        side = "after" if n >= end else "before"
        far = "near" if (n - end if n >= end else first - n) < 4 else "far"
        yield f"deny={view.folded[n]}|{side}|{far}"
        for k in range(n + 1, min(n + 4, view.size)):
            if view.sentence[k] != sentence or (first <= k < end):
                break
            yield f"denied={side}:{view.token(k, sentence)}"
            for frame in () if k in view.masks else frames(view, k):
                yield f"denied~{side}:{frame}"
                yield f"denied~{side}|{far}:{frame}"


def of_name(view: View, name: Name) -> Iterator[str]:
    """A name in its place: its own context and, in a list, that of the list's first."""
    yield f"sort={name.sort}"
    yield f"kind={name.kind}"
    for feature in around(view, name.first, name.end):
        yield feature
    head = name.head
    if head is not name:
        yield "listed"
        for feature in around(view, head.first, head.end, after=0):
            yield "h" + feature
    for feature in predicate(view, head.first, head.end):
        yield feature
        if feature.startswith(("f=", "role=", "df=", "dv=", "v=")):
            yield f"{side_of(name)}:{feature}"
    for feature in (*nearby(view, name), *(denials(view, name) if name.sort != "time" else ())):
        yield feature
        yield f"{side_of(name)}:{feature}"
    for n in range(max(name.first, 0), min(name.end, view.size)):
        if n > name.first + 6:
            break
        if view.folded[n] in cues()["heads"]:
            yield f"in={view.folded[n]}"
    if view.document.quotation_at(view.words.starts[name.first]) is not None:
        yield "quoted"
