"""What grammar knows for certain, put right in a tree that weights have drawn.

A preposition, a subordinator, the voice of a verb and the place beside it leave little choice; where the parser took
another, the rules here overrule it. Each looks at one word, its head and what hangs beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire_id.syntax.labelling import children_of
from ceasefire_id.syntax.tokens import Grammar, Tokens

__all__ = ["lower_copulas", "repair"]

_NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON"))
_SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass"))
_JOINED: Final = frozenset(
    ("conj", "appos", "flat", "parataxis", "nsubj", "nsubj:pass", "obj", "obl:agent", "det", "advmod")
)


def repair(tokens: Tokens, tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """Put a tree right, in place."""
    tree = _Tree(tokens, tags, heads, labels)
    tree.turn_numbers()
    tree.lower_small_words()
    tree.raise_relatives()
    tree.free_from_clauses()
    for word in range(len(heads)):
        if tags[word] == "VERB":
            tree.take_object(word)
            tree.open_clause(word)
            tree.name_clause(word)
    for word in range(len(heads)):
        if tags[word] == "VERB":
            tree.name_roles(word)
    tree.lower_copulas()


def lower_copulas(tokens: Tokens, tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """`X merupakan Y`: Y is the predicate, as in `X adalah Y`; in place."""
    _Tree(tokens, tags, heads, labels).lower_copulas()


class _Tree:
    def __init__(self, tokens: Tokens, tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
        self._tokens, self._tags, self._heads, self._labels = tokens, tags, heads, labels
        self._words = tokens.words
        self._grammar = Grammar.load()
        self._children = children_of(heads)

    def _hang(self, word: int, head: int, label: str) -> None:
        old = self._heads[word]
        if old >= 0:
            self._children[old].remove(word)
        self._heads[word], self._labels[word] = head, label
        if head >= 0:
            self._children[head] = sorted([*self._children[head], word])

    def turn_numbers(self) -> None:
        """`12 warga`: the noun heads its number."""
        for word in range(len(self._heads) - 1):
            noun = word + 1
            turned = self._tags[word] == "NUM" and self._tags[noun] == "NOUN" and self._heads[noun] == word
            if not turned or self._tokens.gaps[noun] or self._words[noun] in self._grammar["times"]:
                continue
            head, label = self._heads[word], self._labels[word]
            self._hang(noun, head, label)
            for child in [c for c in self._children[word] if c != noun]:
                self._hang(child, noun, self._labels[child])
            self._hang(word, noun, "nummod")

    def lower_small_words(self) -> None:
        """A word that opens a clause heads nothing: the verb behind it does."""
        for word, tag in enumerate(self._tags):
            if tag not in ("SCONJ", "AUX") or not self._children[word] or self._heads[word] > word:
                continue
            verb = next((n for n in self._below(word) if n > word and self._tags[n] == "VERB"), None)
            if verb is None:
                continue
            over = verb
            while self._heads[over] != word:
                over = self._heads[over]
            head, label = self._heads[word], self._labels[word]
            self._hang(verb, head, "root" if head < 0 else "ccomp" if label in ("obj", "mark", "xcomp") else label)
            self._hang(word, verb, "mark" if tag == "SCONJ" else "aux")
            for child in [c for c in self._children[word] if c != verb]:
                self._hang(child, verb, self._labels[child])
            if over != verb:
                self._hang(over, verb, "nsubj" if over < verb else self._labels[over])

    def _below(self, word: int) -> list[int]:
        found, waiting = [], [*self._children[word]]
        while waiting:
            one = waiting.pop()
            found.append(one)
            waiting += self._children[one]
        return sorted(found)

    def lower_copulas(self) -> None:
        """See the function of that name."""
        for word, name in enumerate(self._words):
            if name not in self._grammar["copular_verbs"] or self._tags[word] != "VERB":
                continue
            noun = next((c for c in self._children[word] if c > word and self._labels[c] == "obj"), None)
            if noun is None:
                continue
            self._hang(noun, self._heads[word], self._labels[word])
            for child in [c for c in self._children[word] if c != noun]:
                self._hang(child, noun, self._labels[child])
            self._hang(word, noun, "cop")

    def open_clause(self, word: int) -> None:
        """`Sejak P berlaku, A V`: what seems a preposition of P opens the clause of which P is the subject."""
        children = self._children[word]
        if self._labels[word] != "advcl" or not children or any(self._labels[c] in _SUBJECTS for c in children):
            return
        first = children[0]
        if first > word or self._tags[first] not in _NOMINAL or self._is_time(first):
            return
        case = next((c for c in self._children[first] if self._labels[c] == "case" and c < first), None)
        if case is not None and self._words[case] in self._grammar["front_openers"] and not self._tokens.gaps[first]:
            self._hang(case, word, "mark")
            self._labels[first] = "nsubj"

    def take_object(self, word: int) -> None:
        """`yang menguasai Goma menolak P`: the noun right behind a verb is its own, not the next verb's."""
        noun, voice = word + 1, self._tokens.forms[word].voice
        if voice not in ("active", "passive") or noun >= len(self._heads) or self._tokens.gaps[noun]:
            return
        other = self._heads[noun]
        taken = any(
            self._labels[c] in ("obj", "ccomp", "xcomp", "obl:agent") and c > word for c in self._children[word]
        )
        if other <= noun or taken or self._tags[noun] not in _NOMINAL or self._tags[other] != "VERB":
            return
        served = any(c < word and self._labels[c] in _SUBJECTS for c in self._children[other])
        relative = any(self._words[c] == "yang" for c in self._children[word] if c < word)
        if served and relative and not self._is_time(noun):
            self._hang(noun, word, "obj" if voice == "active" else "obl:agent")

    def raise_relatives(self) -> None:
        """`pasukan pemerintah yang V`: said of the noun that heads the phrase, where nothing parts the two nouns."""
        for word, label in enumerate(self._labels):
            head = self._heads[word]
            if label != "acl:relcl" or head < 0 or head > word:
                continue
            while (
                self._labels[head] in ("nmod", "flat")
                and self._heads[head] in (head - 1, head - 2)
                and not self._case(head)
            ):
                if self._tokens.gaps[head] or self._tags[self._heads[head]] not in _NOMINAL:
                    break
                head = self._heads[head]
            if head != self._heads[word]:
                self._hang(word, head, label)

    def free_from_clauses(self) -> None:
        """`V sandera setelah A V2`: what stands before the word that opens a clause is no part of it."""
        for word in range(len(self._heads)):
            above = self._heads[word]
            if self._tags[word] != "VERB" or above < 0 or above > word:
                continue
            mark = next((c for c in self._children[word] if c < word and self._opens(c)), None)
            if mark is None:
                continue
            for child in [c for c in self._children[word] if above < c < mark and self._tags[c] in _NOMINAL]:
                self._hang(child, above, "obj" if self._tags[above] == "VERB" else "nmod")

    def _opens(self, word: int) -> bool:
        return self._labels[word] in ("mark", "case") and self._words[word] in self._grammar["subordinators"]

    def _case(self, word: int) -> str:
        for child in self._children[word]:
            if child > word:
                break
            if self._labels[child] in ("case", "mark") and self._words[child] in self._grammar["prepositions"]:
                return self._words[child]
        return ""

    # ---- clauses -------------------------------------------------------------------------------------------------

    def name_clause(self, word: int) -> None:
        """What the clause of a verb is to its head, by the word that opens it and the verb over it."""
        head, label = self._heads[word], self._labels[word]
        if label == "conj" and self._asks_for(head, word):
            self._labels[word] = label = "xcomp"
        if head < 0 or label in ("conj", "parataxis", "flat", "compound", "amod", "nsubj", "nsubj:pass", "csubj"):
            return
        opener = next(
            (self._words[c] for c in self._children[word] if c < word and (self._opens(c) or self._words[c] == "yang")),
            "",
        )
        grammar, nominal = self._grammar, self._tags[head] in _NOMINAL
        if opener == "yang":
            self._labels[word] = "acl:relcl" if nominal else label
        elif opener == "bahwa":
            self._labels[word] = "acl" if nominal else "ccomp"
        elif opener and opener not in grammar["purposes"]:
            self._labels[word] = "advcl"
        elif opener and nominal and self._asked(head):
            self._hang(word, self._heads[head], "xcomp")
        elif opener and label == "acl:relcl":
            self._labels[word] = "acl"
        elif not opener and self._tags[head] == "VERB" and head < word and label not in ("acl", "acl:relcl"):
            self._name_bare_clause(word, head)

    def _asks_for(self, head: int, word: int) -> bool:
        """`mendesak A V`: no list, since nothing joins the two verbs."""
        joined = any(self._labels[c] == "cc" for c in self._children[word])
        form = self._tokens.forms[head]
        near = head < word and not any(self._tokens.gaps[head + 1 : word + 1])
        return not joined and near and form.voice == "active" and form.lemma in self._grammar["demands"]

    def _asked(self, noun: int) -> bool:
        """Whether a noun is whom somebody asks for something."""
        verb = self._heads[noun]
        return verb >= 0 and self._labels[noun] == "obj" and self._tokens.forms[verb].lemma in self._grammar["demands"]

    def _name_bare_clause(self, word: int, head: int) -> None:
        lemma, form = self._tokens.forms[head].lemma, self._tokens.forms[head]
        subject = any(self._labels[c] in _SUBJECTS and c > head for c in self._children[word])
        if lemma in self._grammar["sayings"] and form.voice == "active" and lemma not in self._grammar["demands"]:
            self._labels[word] = "ccomp"
        elif self._labels[word] in ("ccomp", "advcl") and lemma in self._grammar["raising"] and not subject:
            self._labels[word] = "xcomp"

    # ---- roles ---------------------------------------------------------------------------------------------------

    def name_roles(self, word: int) -> None:
        """What the nominals beside a verb are to it, by their place and its voice."""
        voice, labels = self._tokens.forms[word].voice, self._labels
        if labels[word] in ("parataxis", "root") and self._words[word] in self._grammar["tags_of_speech"]:
            self._name_speaker(word)
        subject = any(labels[c] in _SUBJECTS for c in self._children[word])
        taken = any(
            labels[c] == "obj" or (labels[c] in ("ccomp", "xcomp") and self._tags[c] not in _NOMINAL)
            for c in self._children[word]
        )
        for child in self._children[word]:
            if self._tags[child] not in _NOMINAL or self._words[child] == "yang":
                continue
            case = self._case(child)
            if case == "oleh" and voice in ("passive", "accidental"):
                labels[child] = "obl:agent"
            elif case and labels[child] in ("obj", "nsubj:pass") and case not in self._grammar["set_openers"]:
                labels[child] = "obl"
            elif case or labels[child] in _JOINED or self._is_time(child):
                continue
            elif child < word and not subject and labels[child] in ("obl", "nmod", "dep", "xcomp", "advcl", "acl"):
                labels[child], subject = ("nsubj:pass" if voice == "passive" else "nsubj"), True
            elif child > word and not taken and voice in ("active", "passive") and self._is_next(word, child):
                labels[child], taken = ("obj" if voice == "active" else "obl:agent"), True

    def _name_speaker(self, word: int) -> None:
        """`kata para pejabat`: the nominal right behind."""
        if any(self._labels[c] in _SUBJECTS for c in self._children[word]):
            return
        for child in self._children[word]:
            if child > word and self._tags[child] in _NOMINAL and not self._case(child) and not self._is_time(child):
                self._labels[child] = "nsubj"
                return

    def _is_next(self, word: int, child: int) -> bool:
        """Whether nothing stands between a verb and a nominal but the nominal's own words."""
        return all(self._heads[n] == child for n in range(word + 1, child)) and not any(
            self._tokens.gaps[word + 1 : child + 1]
        )

    def _is_time(self, word: int) -> bool:
        return self._words[word] in self._grammar["times"]
