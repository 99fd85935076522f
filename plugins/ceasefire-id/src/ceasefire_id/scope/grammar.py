"""What the decisions ask of syntax: lemmas, the predicate that governs a phrase and in which role, factuality."""

from __future__ import annotations

from ceasefire.document import Document
from ceasefire_id.syntax import syntax_of
from ceasefire_id.syntax.analysis import analysis_of
from ceasefire_id.syntax.predication import Factuality

__all__ = ["Grammar"]

_FLAGS = ("negated", "condition", "wish", "demand", "plan", "reported", "question", "no_longer")


class Grammar:
    """The syntax of one document, as decisions ask for it."""

    def __init__(self, document: Document) -> None:
        self._syntax = syntax_of(document)
        self._analysis = analysis_of(document)
        self._size = len(document.words)
        self._roles: dict[tuple[int, int], tuple[int, str]] = {}
        self._deep: dict[tuple[int, int], tuple[int, str]] = {}
        self._lemmas = self._analysis.lemmas
        self._facts: dict[int, tuple[str, ...]] = {}
        self._voices: dict[int, str] = {}

    def lemma(self, n: int) -> str:
        return self._lemmas[n] if 0 <= n < self._size else ""

    def voice(self, n: int) -> str:
        found = self._voices.get(n)
        if found is None:
            found = self._voices[n] = self._analysis.voice(n) or ("noun" if self._analysis.tag(n) != "VERB" else "bare")
        return found

    def is_verb(self, n: int) -> bool:
        return self._syntax.is_verb(n)

    def role(self, first: int, end: int) -> tuple[int, str]:
        """The predicate that governs the phrase of these words, and its role: `subj`, `obj`, `agent`, `obl:di` …"""
        key = (first, end)
        if key not in self._roles:
            self._roles[key] = self._role(first)
        return self._roles[key]

    def _role(self, first: int) -> tuple[int, str]:
        s = self._syntax
        clause = s.clause(first)
        if clause is None:
            return -1, "none"
        prep = self.preposition(first)
        verb = clause.verb
        if first > verb:
            before = s.verb_before(first)
            if before is not None:
                verb = before
        if first < verb:
            return verb, f"pre:{prep}" if prep else "subj"
        if prep == "oleh" or (self.voice(verb) == "passive" and first == verb + 1):
            return verb, "agent"
        return verb, f"obl:{prep}" if prep else "obj"

    def deep(self, first: int, end: int) -> tuple[int, str]:
        """The same by the tree: the nearest predicate above the phrase, and the path to it."""
        key = (first, end)
        if key not in self._deep:
            self._deep[key] = self._deep_role(first, end)
        return self._deep[key]

    def _deep_role(self, first: int, end: int) -> tuple[int, str]:
        a = self._analysis
        head = first
        for _ in range(6):  # to the head of the phrase within its words
            above = a.head(head)
            if first <= above < end:
                head = above
            else:
                break
        path = []
        node = head
        for _ in range(5):
            relation = a.relation(node)
            above = a.head(node)
            prep = a.preposition(node) if relation.startswith(("obl", "nmod")) else ""
            path.append(f"{relation}:{prep}" if prep else relation)
            if above < 0:
                return -1, "<".join(path)
            if a.predication_at(above) is not None:
                return above, "<".join(path)
            node = above
        return -1, "<".join(path[:2])

    def preposition(self, first: int) -> str:
        s = self._syntax
        start = s.sentence_words(first).start
        for n in range(first - 1, max(start - 1, first - 5), -1):
            if s.is_verb(n):
                return ""
            w = s.word(n)
            if w in s._classes.prepositions:
                return w
            if "," in s.gap(n + 1) or w in ("dan", "yang", "serta"):
                return ""
        return ""

    def facts(self, verb: int) -> tuple[str, ...]:
        if verb < 0:
            return ()
        found = self._facts.get(verb)
        if found is None:
            found = self._facts[verb] = self._factuality(verb)
        return found

    def _factuality(self, verb: int) -> tuple[str, ...]:
        m = self._syntax.mood(verb)
        out = [
            name
            for name, on in (("neg", m.negated), ("fut", m.future), ("past", m.past), ("hyp", m.hypothetical))
            if on
        ]
        p = self._analysis.predication_at(verb) or self._analysis.predication_of(verb)
        if p is not None:
            f: Factuality = p.factuality
            out += ["a:" + name for name in _FLAGS if getattr(f, name)]
            if f.tense:
                out.append("a:" + f.tense)
            if f.modality:
                out.append("a:" + f.modality)
            out.append("l:kind=" + p.kind)
            if p.link:
                out.append("l:" + p.link)
        else:
            link = self._syntax.clause_of(verb).link if self._syntax.is_verb(verb) else ""
            if link:
                out.append("l:" + link)
        return tuple(out)
