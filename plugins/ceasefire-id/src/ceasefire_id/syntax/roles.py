"""Who takes part in what a predicate says, and as what: read off the tree of a sentence.

Words are given by their number in the sentence; where a role is empty, it is null.
"""

from __future__ import annotations

from functools import cached_property

from ceasefire_id.syntax.parse import Parse
from ceasefire_id.syntax.tokens import Grammar

__all__ = ["Roles"]

_CLAUSAL = frozenset(("root", "conj", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "appos"))
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"))


class Roles:
    """Asks of the tree of one sentence."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._words = parse.tokens.words
        self._grammar = Grammar.load()
        self._subjects: dict[int, int | None] = {}

    # ---- predicates ----------------------------------------------------------------------------------------------

    @cached_property
    def predicates(self) -> list[int]:
        """The words that head a clause, ascending."""
        return [n for n in range(len(self._words)) if self._is_predicate(n)]

    @cached_property
    def _predicate_set(self) -> frozenset[int]:
        return frozenset(self.predicates)

    def is_predicate(self, word: int) -> bool:
        """Whether a word heads a clause."""
        return word in self._predicate_set

    def _is_predicate(self, word: int) -> bool:
        parse = self.parse
        tag, label = parse.tags[word], parse.labels[word]
        subject = any(parse.labels[child] in _SUBJECTS for child in parse.children[word])
        if tag == "VERB":
            if label in ("flat", "compound", "fixed", "case", "mark", "advmod", "aux", "cop", "cc", "det"):
                return subject
            if label == "conj":
                return (
                    parse.tags[parse.heads[word]] not in ("NOUN", "PROPN")
                    or self._is_predicate(parse.heads[word])
                    or subject
                )
            return label in _CLAUSAL or subject or bool(parse.children_as(word, "obj", "obl:agent"))
        if subject or parse.children_as(word, "cop"):
            return label in _CLAUSAL or subject
        if tag == "ADJ":
            return label in ("root", "acl:relcl", "ccomp", "advcl") or (
                label == "conj" and parse.tags[parse.heads[word]] == "VERB"
            )
        return label in ("acl:relcl", "ccomp", "advcl") and any(parse.children_as(word, "mark"))

    def voice(self, word: int) -> str:
        """The voice of a predicate."""
        parse = self.parse
        form = parse.tokens.forms[word]
        if parse.tags[word] != "VERB":
            return "copula" if self.copula(word) is not None else "verbless"
        if form.voice in ("noun", "") and self._words[word].startswith("ke") and form.suffix == "an":
            return "adversative"
        if self.agent_first(word) is not None:
            return "passive"
        return form.voice if form.voice not in ("", "noun") else "bare"

    def copula(self, word: int) -> int | None:
        """`adalah`, `bukan` before a nominal predicate."""
        return next(iter(self.parse.children_as(word, "cop")), None)

    def agent_first(self, word: int) -> int | None:
        """The pronoun right before a verb without prefix: `yang ia lontarkan`, `telah kami umumkan`."""
        if word == 0 or self.parse.tokens.gaps[word] or self.parse.tags[word] != "VERB":
            return None
        form, name = self.parse.tokens.forms[word], self._words[word]
        if self._words[word - 1] not in self._grammar["agents_first"] or name in self._grammar["bare_verbs"]:
            return None
        if form.voice not in ("", "bare", "noun") or not (name.endswith(("kan", "i")) or self._in_relative(word)):
            return None
        return word - 1

    def _in_relative(self, word: int) -> bool:
        return self.parse.labels[word] == "acl:relcl" or (word > 1 and self._words[word - 2] == "yang")

    # ---- prepositions --------------------------------------------------------------------------------------------

    def preposition(self, word: int) -> str:
        """The preposition before a nominal."""
        for child in self.parse.children[word]:
            if child > word:
                break
            if self.parse.labels[child] in ("case", "mark") and self._words[child] in self._grammar["prepositions"]:
                return self._words[child]
        return ""

    # ---- roles ---------------------------------------------------------------------------------------------------

    def own_subject(self, word: int) -> int | None:
        """The subject that stands in the clause itself."""
        parse = self.parse
        for child in parse.children_as(word, *_SUBJECTS):
            if self._words[child] != "yang":
                return child
        if self._is_existential(word):
            behind = [
                c for c in parse.children_as(word, "obj", "nsubj", "xcomp") if c > word and parse.tags[c] in _NOMINAL
            ]
            if behind:
                return behind[0]
        return None

    def _is_existential(self, word: int) -> bool:
        form = self.parse.tokens.forms[word]
        return form.lemma in self._grammar["existential"] and form.voice in ("", "bare", "accidental", "middle")

    def subject(self, word: int) -> int | None:
        """The subject, shared and resolved."""
        if word not in self._subjects:
            self._subjects[word] = None  # of a ring of clauses nobody is the subject
            self._subjects[word] = self._find_subject(word)
        return self._subjects[word]

    def _find_subject(self, word: int) -> int | None:
        parse, label = self.parse, self.parse.labels[word]
        relative = next((c for c in parse.children[word] if self._words[c] == "yang" and c < word), None)
        own = self.own_subject(word)
        head = parse.heads[word]
        if relative is not None or label == "acl:relcl":
            if own is not None and self.agent_first(word) != own and self._words[own] != "yang":
                return own
            return self._antecedent(head) if head >= 0 else own
        if own is not None and self.agent_first(word) != own:
            return own
        if head < 0:
            return None
        if label == "conj":
            return self.subject(head) if self.is_predicate(head) else None
        if label == "acl":
            passive = self.voice(word) in ("passive", "middle", "accidental")
            return head if passive and parse.tags[head] in _NOMINAL and not self._purpose(word) else self._holder(head)
        if label in ("xcomp", "ccomp", "advcl") and self.is_predicate(head):
            if label == "ccomp" and any(self._words[c] == "bahwa" for c in parse.children[word]):
                return None
            return self.controller(head, label)
        return None

    def _purpose(self, word: int) -> bool:
        return any(self._words[c] in self._grammar["purposes"] for c in self.parse.children_as(word, "mark", "case"))

    def _holder(self, noun: int) -> int | None:
        """`A berupaya`, `A melakukan upaya untuk V`: A, the subject of the verb over the noun."""
        head = self.parse.heads[noun]
        return self.subject(head) if head >= 0 and self.is_predicate(head) else None

    def _antecedent(self, noun: int) -> int | None:
        return noun

    def controller(self, governor: int, label: str) -> int | None:
        """Who is the subject of a clause without one under a predicate."""
        lemma = self.parse.tokens.forms[governor].lemma
        voice = self.voice(governor)
        controls = lemma in self._grammar["demands"] or lemma in self._grammar["object_control"]
        if voice == "active" and controls and label != "advcl":
            return self.object(governor) or self.subject(governor)
        if voice == "active" and lemma in self._grammar["demands"]:
            return self.object(governor) or self.subject(governor)
        return self.subject(governor)

    def object(self, word: int) -> int | None:
        """The object of an active verb."""
        parse = self.parse
        if self.voice(word) in ("passive", "verbless", "copula"):
            return None
        subject = self.own_subject(word)
        for child in parse.children_as(word, "obj", "iobj"):
            if self._words[child] == "yang":
                return parse.heads[word] if parse.labels[word] == "acl:relcl" else None
            if child != subject and child > word:
                return child
        return self._asked(word)

    def _asked(self, word: int) -> int | None:
        """`meminta A V`: A, whom the tree gives to V alone, is asked."""
        lemma = self.parse.tokens.forms[word].lemma
        if lemma not in self._grammar["demands"] and lemma not in self._grammar["accusing"]:
            return None
        for clause in self.parse.children_as(word, "ccomp", "xcomp"):
            asked = self.own_subject(clause) if clause > word else None
            if (
                asked is not None
                and asked < clause
                and not any(self._words[c] == "bahwa" for c in self.parse.children[clause])
            ):
                return asked
        return None

    def agent(self, word: int) -> int | None:
        """Who does what a passive says."""
        parse = self.parse
        first = self.agent_first(word)
        if first is not None:
            return first
        if self.voice(word) not in ("passive", "accidental"):
            return None
        for child in parse.children[word]:
            if child > word and self.preposition(child) == "oleh":
                return child
        if self.voice(word) != "passive" or parse.tokens.forms[word].clitic == "nya":
            return next(iter(parse.children_as(word, "obl:agent")), None)
        for child in parse.children[word]:
            bare = child > word and parse.tags[child] in ("NOUN", "PROPN", "PRON") and not self.preposition(child)
            if (
                bare
                and parse.labels[child] in ("obl:agent", "obj", "nsubj", "nmod", "obl")
                and self._is_near(word, child)
            ):
                return None if parse.labels[child] == "obl" and self._is_time(child) else child
        return None

    def _is_near(self, word: int, child: int) -> bool:
        """Nothing but the agent's own words between a passive and its agent, and no sign."""
        first = self.parse.subtree(child)[0]
        return first <= word + 1 or (first == word + 2 and not self.parse.tokens.gaps[first])

    def _is_time(self, word: int) -> bool:
        names = self._words[word]
        return names in self._grammar["times"] or self.parse.tags[word] == "NUM"

    def obliques(self, word: int) -> list[tuple[str, int]]:
        """The adverbial phrases: preposition and head."""
        parse, agent, found = self.parse, self.agent(word), []
        subject, object_ = self.own_subject(word), self.object(word)
        for child in parse.children[word]:
            if child in (agent, subject, object_) or self.is_predicate(child):
                continue
            preposition, label = self.preposition(child), parse.labels[child]
            nominal = parse.tags[child] in _NOMINAL
            if label in ("obl", "obl:agent", "nmod") and nominal:
                if preposition or self._is_time(child):
                    found += [(preposition, child)]
            elif preposition and nominal and label in ("advmod", "obj", "advcl", "iobj", "xcomp", "dep"):
                found.append((preposition, child))
        seen = {child for _, child in found}
        found += [late for late in self._times_behind(word) if late[1] not in seen]
        return sorted(found, key=lambda pair: pair[1])

    def _times_behind(self, word: int) -> list[tuple[str, int]]:
        """Times that hang on a noun behind the verb though they say when it is done: `menyerang Idlib pada Senin`."""
        parse, found = self.parse, []
        waiting = [
            c for c in parse.children[word] if c > word and parse.tags[c] in _NOMINAL and not self.is_predicate(c)
        ]
        while waiting:
            noun = waiting.pop()
            for child in parse.children[noun]:
                if child < noun or parse.tags[child] not in _NOMINAL or self.is_predicate(child):
                    continue
                preposition = self.preposition(child)
                day = self._words[child] in self._grammar["days"]
                if (preposition in self._grammar["temporal"] and self._is_time(child)) or (day and not preposition):
                    found.append((preposition, child))
                else:
                    waiting.append(child)
        return found
