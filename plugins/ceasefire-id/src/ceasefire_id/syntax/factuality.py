"""Whether what a predicate says is so: the words around it, and the clauses over it.

A negation, an auxiliary or an adverb stands before its predicate, mostly next to it; so the words that hang on the
predicate are asked, and the run of such words right before it, whatever they hang on.
"""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire_id.syntax.predication import Factuality, Modality, Tense
from ceasefire_id.syntax.roles import Roles
from ceasefire_id.syntax.tokens import Grammar

__all__ = ["factuality_of"]

_SMALL: Final = frozenset(("AUX", "ADV", "PART"))
_SENTENTIAL: Final = frozenset(("ccomp", "xcomp", "advcl", "conj", "acl", "parataxis", "csubj"))


class _Words:
    """What stands around one predicate, and the lists to hold it against."""

    def __init__(self, roles: Roles, word: int) -> None:
        self.roles, self.word, self.parse = roles, word, roles.parse
        self.grammar = Grammar.load()
        words, labels = self.parse.tokens.words, self.parse.labels
        own = {
            child
            for child in self.parse.children[word]
            if labels[child] in ("advmod", "aux", "cop", "mark", "case", "det", "dep", "cc", "nsubj", "obl")
            and not self.parse.children[child]
        }
        n = word - 1
        while (
            n >= 0
            and (self.parse.tags[n] in _SMALL or words[n] in self.grammar["negations"])
            and not roles.is_predicate(n)
        ):
            if self.parse.tokens.gaps[n + 1] and "," in self.parse.tokens.gaps[n + 1]:
                break
            own.add(n)
            n -= 1
        self.numbers = sorted(own)
        self.before = [words[n] for n in self.numbers if n < word]
        self.marks = [words[c] for c in self.parse.children_as(word, "mark", "case") if c < word]
        self.after = [words[n] for n in self.numbers if n > word]
        if word + 1 < len(words):
            self.after.append(words[word + 1])

    def any(self, name: str, *, after: bool = False) -> bool:
        """Whether a word of a list stands before the predicate, or also behind it."""
        among = self.before + (self.after if after else [])
        return not self.grammar[name].isdisjoint(among)


def factuality_of(
    roles: Roles, word: int, link: str, above: Factuality | None, parent: int | None, *, asked: bool
) -> Factuality:
    """The factuality of a predicate under one (`parent`) whose own is `above`.

    `asked`: its sentence is a question.
    """
    around = _Words(roles, word)
    grammar = around.grammar
    negation = _negation(around)
    no_longer = negation == "predicate" and "lagi" in (around.before + around.after)
    plan = around.any("future")
    modality: Modality = "necessary" if around.any("necessary") else "possible" if around.any("possible") else ""
    tense: Tense = "past" if around.any("past", after=False) else "present" if around.any("present") else ""
    if plan and tense != "past":
        tense = "future"
    own = Factuality(
        negated=negation not in ("", "contrast"),
        negation=negation,
        modality=modality,
        condition=link in grammar["conditions"],
        wish=around.any("wishing"),
        demand=around.any("demanding"),
        plan=plan and tense == "future",
        reported=around.any("hearsay"),
        question=asked or around.any("questions"),
        tense=tense,
        no_longer=no_longer,
    )
    if above is None or parent is None:
        return own
    return _under(own, above, roles, word, parent, link)


def _negation(around: _Words) -> str:
    """What is negated."""
    parse, word, grammar = around.parse, around.word, around.grammar
    words = parse.tokens.words
    for n in around.numbers:
        if words[n] not in grammar["negations"] or n > word:
            continue
        if n + 1 < len(words) and words[n + 1] in ("semua", "seluruh", "setiap", "hanya", "cuma"):
            return "all" if words[n + 1] not in ("hanya", "cuma") else ""
        if words[n] == "bukan" and "melainkan" in words[word:]:
            return "contrast"
        return "predicate"
    if any(mark in grammar["negative_markers"] for mark in around.marks):
        return "predicate"
    subject = around.roles.subject(word)
    if subject is not None:
        return _negated_subject(around, subject)
    return ""


def _negated_subject(around: _Words, subject: int) -> str:
    """`tak seorang pun V`, `tidak ada pihak yang V`, `tidak semua pihak V`."""
    parse, grammar = around.parse, around.grammar
    words = parse.tokens.words
    low = max(0, subject - 3)
    near = [n for n in range(low, subject) if words[n] in grammar["negations"] and (n < around.word)]
    if not near:
        return ""
    between = words[near[-1] + 1 : subject + 2]
    if "semua" in between or "seluruh" in between:
        return "all"
    if around.parse.labels[around.word] == "acl:relcl" and "ada" in between:
        return "subject"
    if any(
        w in ("seorang", "satu", "satupun", "seorangpun", "sedikit", "sepatah", "satu-satunya", "apa", "siapa")
        for w in between
    ) and ("pun" in words[near[-1] : subject + 3] or any(w.endswith("pun") for w in between)):
        return "subject"
    return ""


def _under(own: Factuality, above: Factuality, roles: Roles, word: int, parent: int, link: str) -> Factuality:
    """What the governing clause makes of a predicate."""
    grammar, parse = Grammar.load(), roles.parse
    label = parse.labels[word]
    if label not in _SENTENTIAL:
        return attrs.evolve(own, condition=own.condition or (above.condition and label != "acl:relcl"))
    lemma = parse.tokens.forms[parent].lemma
    if label == "conj":
        shared = roles.own_subject(word) is None
        return attrs.evolve(
            own,
            condition=own.condition or above.condition,
            reported=own.reported or above.reported,
            wish=own.wish or (shared and above.wish),
            demand=own.demand or (shared and above.demand),
            plan=own.plan or (shared and above.plan and own.tense != "past"),
            modality=own.modality or (above.modality if shared else ""),
            question=own.question or above.question,
            tense=own.tense or (above.tense if shared else ""),
            negated=own.negated or (shared and above.negated and link in ("atau", "maupun")),
            negation=own.negation or (above.negation if shared and link in ("atau", "maupun") else ""),
        )
    raised = lemma in grammar["raising"] or label == "xcomp"
    complement = (
        label in ("ccomp", "xcomp", "csubj") or (label == "advcl" and link in grammar["purposes"]) or label == "acl"
    )
    if not complement:
        return attrs.evolve(own, reported=own.reported or above.reported)
    failing = lemma in grammar["failures"] and raised_clause(label)
    stopping = lemma in grammar["stops"] and raised_clause(label)
    negated_above = (
        above.negated
        and (label == "xcomp" or lemma in grammar["raising_negation"])
        and lemma not in grammar["failures"]
    )
    purposive = link in grammar["purposes"]
    return attrs.evolve(
        own,
        negated=own.negated != (failing or negated_above) if (failing or negated_above) else own.negated,
        negation=own.negation or ("raised" if failing or negated_above else ""),
        no_longer=own.no_longer or stopping or (above.no_longer and raised),
        modality=own.modality or (above.modality if raised else ""),
        condition=own.condition or above.condition,
        wish=own.wish or above.wish or lemma in grammar["wishes"],
        demand=own.demand or above.demand or (lemma in grammar["demands"] and link != "bahwa"),
        plan=own.plan or (above.plan and raised) or lemma in grammar["plans"] or purposive,
        reported=own.reported or above.reported or (lemma in grammar["sayings"] and label != "advcl"),
        question=own.question or above.question,
        tense=own.tense or ("future" if lemma in grammar["plans"] else above.tense if raised else ""),
    )


def raised_clause(label: str) -> bool:
    """Whether a clause under a verb is told with it as one."""
    return label in ("xcomp", "ccomp", "advcl")
