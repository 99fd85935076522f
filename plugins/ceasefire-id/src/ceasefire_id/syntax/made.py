"""Made sentences with known trees, from which the parser learns what the treebanks seldom have: news of war and truces.

A sentence is grown from its clause: who, what, to whom, where, when; relative, reported and adverbial clauses, tags of
speech, insertions between commas. Dice choose; the same dice give the same sentences.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

import attrs
import tomli

from ceasefire_id.syntax.tokens import Tokens
from ceasefire_id.syntax.training import Tree

__all__ = ["made_trees", "parts_of"]


@attrs.define
class _Node:
    """A word with what hangs on it; a string among those is a sign."""

    word: str
    tag: str
    label: str
    left: list[_Node | str] = attrs.field(factory=list)
    right: list[_Node | str] = attrs.field(factory=list)


def made_trees(count: int, seed: int = 1) -> Iterator[Tree]:
    """So many sentences."""
    maker = _Maker(random.Random(seed))
    for _ in range(count):
        yield _tree(maker.sentence())


def parts_of(tree: Tree) -> Iterator[Tree]:
    """The relative and adverbial clauses of a sentence, each as a sentence: so they are read where they are set in."""
    for top, label in enumerate(tree.labels):
        if label not in ("acl:relcl", "advcl"):
            continue
        inside = [n for n in range(len(tree.heads)) if _hangs_on(tree.heads, n, top)]
        number = {n: at for at, n in enumerate(inside)}
        heads = [-1 if n == top else number[tree.heads[n]] for n in inside]
        labels = ["root" if n == top else tree.labels[n] for n in inside]
        yield Tree(tree.tokens.part(inside), [tree.tags[n] for n in inside], heads, labels)


def _hangs_on(heads: Sequence[int], word: int, top: int) -> bool:
    while word not in (top, -1):
        word = heads[word]
    return word == top


def _tree(root: _Node) -> Tree:
    words: list[_Node] = []
    heads: list[_Node | None] = []
    gaps: list[str] = []
    pending = [""]

    def walk(node: _Node, head: _Node | None) -> None:
        for child in node.left:
            step(child, node)
        words.append(node)
        heads.append(head)
        gaps.append(pending[0] + " ")
        pending[0] = ""
        for child in node.right:
            step(child, node)

    def step(child: _Node | str, node: _Node) -> None:
        if isinstance(child, str):
            pending[0] += child if child not in pending[0] else ""
        else:
            walk(child, node)

    walk(root, None)
    number = {id(node): n for n, node in enumerate(words)}
    capitals = [n == 0 or node.word[0].isupper() for n, node in enumerate(words)]
    tokens = Tokens.of([node.word.lower() for node in words], capitals, gaps)
    above = [-1 if head is None else number[id(head)] for head in heads]
    return Tree(tokens, [node.tag for node in words], above, [node.label for node in words])


class _Maker:
    """Grows sentences."""

    def __init__(self, dice: random.Random) -> None:
        text = files("ceasefire_id.syntax").joinpath("made.toml").read_text("utf-8")
        self._words: dict[str, list[str]] = tomli.loads(text)
        self._dice = dice

    def _pick(self, name: str) -> str:
        return self._dice.choice(self._words[name])

    def _chance(self, part: float) -> bool:
        return self._dice.random() < part

    def _one_of(self, makers: Sequence[Callable[[], _Node]]) -> _Node:
        return self._dice.choice(makers)()

    # ---- phrases -------------------------------------------------------------------------------------------------

    def _chain(self, words: str, tag: str, inner: str) -> _Node:
        """`Menteri Luar Negeri`, `gencatan senjata`: the first word heads the others."""
        first, *rest = words.split()
        node = _Node(first, tag, "dep")
        node.right += [_Node(word, tag, inner) for word in rest]
        return node

    def _state(self) -> _Node:
        return self._chain(self._pick("states"), "PROPN", "flat")

    def _group(self) -> _Node:
        node = self._chain(self._pick("groups"), "NOUN", "nmod")
        node.right.append(attrs.evolve(self._state(), label="nmod"))
        return node

    def _person(self) -> _Node:
        name = self._chain(self._pick("people"), "PROPN", "flat")
        if self._chance(0.4):
            return name
        post = self._chain(self._pick("posts"), "NOUN" if self._chance(0.5) else "PROPN", "nmod")
        if self._chance(0.5):
            post.right.append(attrs.evolve(self._state(), label="nmod"))
        name.label = "flat" if self._chance(0.7) else "appos"
        post.right.append(name)
        return post

    def _both(self) -> _Node:
        node = _Node("pihak", "NOUN", "dep", [_Node("kedua", "NUM", "nummod")])
        if self._chance(0.3):
            pair = self._pair()
            pair.label = "appos"
            pair.left.insert(0, _Node(self._dice.choice(["yakni", "yaitu"]), "SCONJ", "mark"))
            node.right += [",", pair]
        return node

    def _pair(self) -> _Node:
        node, other = self._state(), self._state()
        other.label = "conj"
        other.left.insert(0, _Node(self._dice.choice(["dan", "dan", "serta", "maupun"]), "CCONJ", "cc"))
        if self._chance(0.2):
            third = self._state()
            third.label = "conj"
            node.right += [",", third, ","]
        node.right.append(other)
        return node

    def who(self, *, plain: bool = False) -> _Node:
        """Who does something."""
        node = self._one_of([self._state, self._group, self._person, self._both, self._pair, self._pronoun, self._many])
        if not plain and node.tag != "PRON":
            self._adorn(node)
        return node

    def _many(self) -> _Node:
        """`dua tentara`, `ribuan warga`, `para pemimpin`."""
        node = self._chain(self._pick("crowds"), "NOUN", "nmod")
        kind = self._dice.randrange(3)
        if kind == 0:
            node.left.append(_Node(self._pick("numbers"), "NUM", "nummod"))
        elif kind == 1:
            node.left.append(_Node(self._pick("amounts"), "DET", "det"))
        return node

    def _pronoun(self) -> _Node:
        return _Node(self._dice.choice(["ia", "dia", "mereka", "kami", "kita"]), "PRON", "dep")

    def what(self, *, plain: bool = False, of: str = "") -> _Node:
        """A thing or a pause."""
        node = self._chain(self._pick(of or self._dice.choice(["pauses", "pauses", "things"])), "NOUN", "nmod")
        if self._chance(0.2):
            node.right.append(_Node(self._pick("qualities"), "ADJ", "amod"))
        if not plain:
            self._adorn(node)
        elif self._chance(0.25):
            node.right.append(_Node(self._dice.choice(["itu", "tersebut", "ini"]), "DET", "det"))
        return node

    def _adorn(self, node: _Node) -> None:
        if self._chance(0.2):
            preposition = self._dice.choice(["antara", "dengan", "di", "oleh", "dari", "terhadap"])
            other = self._pair() if preposition == "antara" else self._state()
            if node.tag == "NOUN":
                node.right.append(self._behind(preposition, other, "nmod"))
        if self._chance(0.22):
            commas = self._chance(0.4)
            clause = self._relative()
            node.right += [",", clause, ","] if commas else [clause]
        elif self._chance(0.08):
            node.right += ["(", attrs.evolve(self._state(), label="appos"), ")"]
        if node.tag == "NOUN" and self._chance(0.2):
            node.right.append(_Node(self._dice.choice(["itu", "tersebut", "ini"]), "DET", "det"))

    def _behind(self, preposition: str, node: _Node, label: str) -> _Node:
        node.left.insert(0, _Node(preposition, "ADP", "case"))
        node.label = label
        return node

    # ---- clauses -------------------------------------------------------------------------------------------------

    def _before(self, verb: _Node) -> None:
        """Auxiliaries, negations, adverbs."""
        if self._chance(0.12):
            verb.left.append(_Node(self._pick("adverbs"), "ADV", "advmod"))
        if self._chance(0.2):
            verb.left.append(_Node(self._pick("neg"), "PART", "advmod"))
        if self._chance(0.3):
            verb.left.append(_Node(self._pick("aux"), "AUX", "aux"))
        elif self._chance(0.08):
            verb.left.append(_Node(self._pick("adverbs"), "ADV", "advmod"))

    def _after(self, verb: _Node, depth: int) -> None:
        """Where, when, why."""
        for _ in range(self._dice.choice([0, 0, 1, 1, 2])):
            verb.right.append(self._adverbial())
        if depth < 2 and self._chance(0.2):
            verb.right.append(self._adverbial_clause(depth + 1))

    def _adverbial(self) -> _Node:
        kind = self._dice.randrange(5)
        if kind == 0:
            return self._behind(
                self._dice.choice(["di", "ke", "dari"]), self._chain(self._pick("places"), "PROPN", "flat"), "obl"
            )
        if kind == 1:
            return self._behind(
                self._dice.choice(["pada", "sejak", "hingga"]), _Node(self._pick("days"), "PROPN", "obl"), "obl"
            )
        if kind == 2:
            number = _Node(str(self._dice.randrange(2, 90)), "NUM", "nummod")
            return self._behind(
                "selama", _Node(self._dice.choice(["hari", "jam", "bulan"]), "NOUN", "obl", [number]), "obl"
            )
        if kind == 3:
            return _Node(self._pick("days"), "PROPN", "obl")
        return self._behind(self._pick("prepositions"), self.what(plain=True), "obl")

    def _predicate(self, depth: int) -> _Node:
        """A verb with all that comes behind it."""
        kind = self._dice.random()
        if kind < 0.36:
            verb = _Node(self._pick("active"), "VERB", "root")
            self._before(verb)
            verb.right.append(attrs.evolve(self.what() if self._chance(0.75) else self.who(), label="obj"))
        elif kind < 0.54:
            verb = _Node(self._pick("passive"), "VERB", "root")
            self._before(verb)
            self._agent(verb)
        elif kind < 0.66:
            verb = _Node(self._pick("alone"), "VERB", "root")
            self._before(verb)
        elif kind < 0.72:
            verb = _Node(self._pick("adjectives"), "ADJ", "root")
            self._before(verb)
        elif kind < 0.78 and depth < 2:
            verb = _Node(self._dice.choice([self._pick("raised"), self._pick("start")]), "VERB", "root")
            self._before(verb)
            verb.right.append(self._verb_phrase("xcomp", depth + 1))
        elif kind < 0.88 and depth < 2:
            return self._saying(depth)
        elif kind < 0.94 and depth < 2:
            return self._asking(depth)
        else:
            verb = _Node(self._pick("agree"), "VERB", "root")
            self._before(verb)
            goal = self._verb_phrase("xcomp", depth + 1)
            if self._chance(0.6):
                goal.left.insert(0, _Node("untuk", "SCONJ", "mark"))
            verb.right.append(goal)
        self._after(verb, depth)
        return verb

    def _agent(self, verb: _Node) -> None:
        if self._chance(0.35):
            verb.right.append(self._behind("oleh", self.who(), "obl:agent"))
        elif self._chance(0.3):
            verb.right.append(attrs.evolve(self.who(), label="obl:agent"))

    def _verb_phrase(self, label: str, depth: int) -> _Node:
        kind = self._dice.random()
        if kind < 0.6:
            verb = _Node(self._pick("active"), "VERB", label)
            verb.right.append(attrs.evolve(self.what(plain=True), label="obj"))
        elif kind < 0.8:
            verb = _Node(self._pick("alone"), "VERB", label)
        else:
            verb = _Node(self._pick("passive"), "VERB", label)
        if self._chance(0.4):
            verb.right.append(self._adverbial())
        if self._chance(0.15) and depth < 3:
            verb.right.append(self._joined(self._verb_phrase("conj", depth + 1)))
        return verb

    def _joined(self, verb: _Node) -> _Node:
        verb.label = "conj"
        verb.left.insert(0, _Node(self._dice.choice(["dan", "dan", "serta", "tetapi", "lalu"]), "CCONJ", "cc"))
        return verb

    def _saying(self, depth: int) -> _Node:
        verb = _Node(self._pick("say"), "VERB", "root")
        self._before(verb)
        said = self.clause(depth + 1)
        said.label = "ccomp"
        if self._chance(0.5):
            said.left.insert(0, _Node("bahwa", "SCONJ", "mark"))
        if self._chance(0.2):
            verb.right += [self._adverbial(), ","]
        verb.right.append(said)
        return verb

    def _asking(self, depth: int) -> _Node:
        goal = self._verb_phrase("xcomp", depth + 1)
        if self._chance(0.4):
            goal.left.insert(0, _Node(self._dice.choice(["untuk", "agar"]), "SCONJ", "mark"))
        if self._chance(0.3):
            verb = _Node(self._pick("asked"), "VERB", "root")
            self._before(verb)
        else:
            verb = _Node(self._pick("ask"), "VERB", "root")
            self._before(verb)
            verb.right.append(attrs.evolve(self.who(plain=True), label="obj"))
        verb.right.append(goal)
        return verb

    def _relative(self) -> _Node:
        which = _Node("yang", "PRON", "nsubj")
        kind = self._dice.random()
        if kind < 0.2:
            verb = _Node(self._pick("bare"), "VERB", "acl:relcl")
            which.label = "obj"
            verb.left += [which, attrs.evolve(self._pronoun(), label="nsubj")]
            return verb
        verb = self._predicate(depth=1)
        verb.label = "acl:relcl"
        passive = verb.word.startswith("di") and verb.tag == "VERB"
        which.label = "nsubj:pass" if passive else "nsubj"
        verb.left.insert(0, which)
        return verb

    def clause(self, depth: int = 0) -> _Node:
        """A subject and a predicate."""
        if self._chance(0.05):
            verb = _Node(self._pick("existing"), "VERB", "root")
            self._before(verb)
            verb.right.append(attrs.evolve(self.what(of="hostilities"), label="nsubj"))
            self._after(verb, depth)
            return verb
        if self._chance(0.05):
            verb = self.what(plain=True)
            verb.label = "root"
            copula = _Node(self._dice.choice(["adalah", "merupakan"]), "AUX", "cop")
            if self._chance(0.3):
                copula = _Node("bukan", "PART", "advmod")
            verb.left[:0] = [attrs.evolve(self.who(), label="nsubj"), copula]
            return verb
        verb = self._predicate(depth)
        passive = verb.word.startswith("di") and verb.tag == "VERB"
        subject = self.what() if passive or verb.tag == "ADJ" or self._chance(0.25) else self.who()
        subject.label = "nsubj:pass" if passive else "nsubj"
        if self._chance(0.05):
            subject.left.insert(0, _Node("semua", "DET", "det"))
            if self._chance(0.5):
                subject.left.insert(0, _Node("tidak", "PART", "advmod"))
        front: list[_Node | str] = [subject]
        if self._chance(0.1):
            front += [",", self._adverbial(), ","]
        elif self._chance(0.12):
            front.append(self._adverbial())
        verb.left[:0] = front
        return verb

    def _adverbial_clause(self, depth: int) -> _Node:
        verb = self.clause(depth)
        verb.label = "advcl"
        verb.left.insert(0, _Node(self._pick("subordinators"), "SCONJ", "mark"))
        return verb

    def sentence(self) -> _Node:
        """A whole sentence."""
        root = self.clause()
        if self._chance(0.1):
            root.left[:0] = [self._adverbial_clause(1), ","]
        elif self._chance(0.12):
            root.left[:0] = [self._adverbial(), ","]
        if self._chance(0.15):
            other = self._predicate(1) if self._chance(0.6) else self.clause(1)
            root.right += [",", self._joined(other)] if self._chance(0.3) else [self._joined(other)]
        if self._chance(0.12):
            tag = _Node(
                self._pick("tags"), "VERB", "parataxis", [], [attrs.evolve(self.who(plain=True), label="nsubj")]
            )
            if self._chance(0.5):
                tag.right += [",", _Node(self._pick("days"), "PROPN", "obl")]
            root.right += [",", tag]
        return root
