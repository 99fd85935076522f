#!/usr/bin/env python3
"""How well the syntax of Indonesian reads the sentences of a treebank; and the weights of its parser, learned from one.

usage: measure_syntax.py            # figures on the test parts of the treebanks
       measure_syntax.py train      # writes the weights anew from the train and dev parts
The treebanks (UD Indonesian CSUI and GSD, CC BY-SA 4.0) lie beside the repository in `../shared/treebank`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ceasefire.document import Words
from ceasefire_id.syntax.labelling import children_of
from ceasefire_id.syntax.made import made_trees, parts_of
from ceasefire_id.syntax.parse import Parse, parse_of
from ceasefire_id.syntax.predications import Builder
from ceasefire_id.syntax.repair import lower_copulas
from ceasefire_id.syntax.tokens import Tokens
from ceasefire_id.syntax.training import Tree, train

ROOT = Path(__file__).resolve().parents[1]
TREEBANK = ROOT.parent / "shared" / "treebank"
WEIGHTS = ROOT / "plugins/ceasefire-id/src/ceasefire_id/syntax/weights.tsv"
TRAIN = ("id_csui-ud-train.conllu", "id_gsd-ud-dev.conllu")
TEST = ("id_csui-ud-test.conllu", "id_gsd-ud-test.conllu")
#: how many made sentences are learned from beside the treebanks
MADE = 1500
HEADER = """\
# Weights of the tagger, the parser and the labeller. Made by `tools/measure_syntax.py train`; do not edit.
# Learned from UD Indonesian CSUI (train) and UD Indonesian GSD (dev), both CC BY-SA 4.0 (universaldependencies.org),
# and from made sentences (`made.py`); no sentence of the treebanks stands here. This file is under CC BY-SA 4.0 too.
# part, feature, weights by class: `move` has those of shifting, of an arc to the left, of an arc to the right."""
LABELS = {
    "obl:tmod": "obl",
    "case:adv": "case",
    "obl:agent": "obl:agent",
    "nsubj:pass": "nsubj:pass",
    "acl:relcl": "acl:relcl",
}

KINDS = ("subject", "object", "agent", "oblique", "clause", "first", "end")

Sentence = tuple[Parse, Parse, list[list[str]]]


def plain(label: str) -> str:
    """A label without the kinds that the two treebanks tell apart in different ways."""
    return LABELS.get(label) or {"compound": "nmod"}.get(label.partition(":")[0], label.partition(":")[0])


def read(path: Path) -> Iterator[tuple[str, Tree, list[list[str]]]]:
    """The sentences of a file: the text, its tree over the words as the library counts them, the lines of those."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if text:
            found = as_words(text, rows)
            if found is not None:
                yield text, *found


def as_words(text: str, rows: list[list[str]]) -> tuple[Tree, list[list[str]]] | None:
    """The tree over words: clitics and signs are part of what they stand at."""
    words = Words(text)
    tokens = {int(row[0]): row for row in rows if row[0].isdigit()}
    spans: dict[int, tuple[int, int]] = {}
    position, until = 0, 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if not last and int(first) <= until:
            continue
        start = text.find(row[1], position)
        if start < 0:
            return None
        position = start + len(row[1])
        until = int(last or first)
        spans.update((n, (start, position)) for n in range(int(first), until + 1))
    word_of: dict[int, int] = {}
    inside: list[list[int]] = [[] for _ in range(len(words))]
    extra: dict[int, int] = {}
    for n, (start, end) in spans.items():
        covered = [w for w in range(len(words)) if words.starts[w] < end and words.ends[w] > start]
        if covered and tokens[n][3] != "PUNCT":
            word_of[n] = covered[0]
            inside[covered[0]].append(n)
            extra.update((w, covered[0]) for w in covered[1:])
    heads, labels, tags, kept = [-1] * len(words), ["flat"] * len(words), ["X"] * len(words), []
    for w, own in enumerate(inside):
        if not own:
            heads[w] = extra.get(w, -2)
            tags[w] = tags[extra[w]] if w in extra else "X"
            kept.append(["_"] * 10)
            continue
        top = next((n for n in own if int(tokens[n][6]) not in own), own[0])
        head = int(tokens[top][6])
        label = tokens[top][7]
        while head and head not in word_of:
            label, head = tokens[head][7], int(tokens[head][6])
        heads[w], labels[w], tags[w] = word_of[head] if head else -1, plain(label), tokens[top][3]
        kept.append(tokens[top])
    roots = [w for w, head in enumerate(heads) if head == -1]
    if not roots:
        return None
    for w, head in enumerate(heads):
        if head == -2 or (head == -1 and w != roots[0]):
            heads[w], labels[w] = roots[0], "dep" if head == -2 else labels[w]
    folded = words.folded
    gaps = [text[words.ends[w - 1] if w else 0 : words.starts[w]] for w in range(len(words))]
    found = Tokens.of(folded, [text[start].isupper() for start in words.starts], gaps)
    return Tree(found, tags, heads, labels), kept


def attachment(sentences: Sequence[Sentence]) -> str:
    """Tags, unlabelled and labelled attachment."""
    count = tagged = attached = labelled = 0
    for gold, read, _ in sentences:
        for w, head in enumerate(gold.heads):
            count += 1
            tagged += read.tags[w] == gold.tags[w]
            attached += read.heads[w] == head
            labelled += read.heads[w] == head and read.labels[w] == gold.labels[w]
    return f"words {count}, tags {tagged / count:.3f}, UAS {attached / count:.3f}, LAS {labelled / count:.3f}"


def forms(sentences: Sequence[Sentence]) -> str:
    """Lemmas and voices of verbs; where the treebank leaves an affixed word whole, it gives no lemma to compare."""
    lemmas = right = voices = voiced = 0
    for gold, _, rows in sentences:
        for form, tag, row in zip(gold.tokens.forms, gold.tags, rows, strict=True):
            if tag != "VERB" or "|" in row[1]:
                continue
            if row[2].lower() != row[1].lower() or not form.voice:
                lemmas += 1
                right += form.lemma == row[2].lower()
            if "Voice=" in row[5]:
                voices += 1
                voiced += ("Voice=Pass" in row[5]) == (form.voice in ("passive", "accidental") or "kelihatan" in row[1])
    return f"verbs {lemmas}, lemma {right / lemmas:.3f}, voice {voiced / voices:.3f}"


def roles(sentences: Sequence[Sentence]) -> Iterator[str]:
    """F1 of roles and clauses: what is read off the tree that was found, against what is read off the right one."""
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for gold, read, _ in sentences:
        one, other = facts(gold), facts(read)
        wanted.update(fact[0] for fact in one)
        given.update(fact[0] for fact in other)
        right.update(fact[0] for fact in one & other)
    for kind in KINDS:
        f1 = 2 * right[kind] / max(wanted[kind] + given[kind], 1)
        yield f"  {kind:10} {f1:.3f}  ({wanted[kind]} in the treebank)"


def facts(parse: Parse) -> set[tuple[str, ...]]:
    """Who takes part in what verbs say, and where clauses begin and end."""
    found: set[tuple[str, ...]] = set()
    for one in Builder(parse, 0, [False] * len(parse.heads)).build():
        found |= {("first", str(one.first)), ("end", str(one.end)), ("clause", str(one.word))}
        if parse.tags[one.word] != "VERB":
            continue
        found |= {
            (kind, str(one.word), str(getattr(one, kind))) for kind in KINDS[:3] if getattr(one, kind) is not None
        }
        found |= {("oblique", str(one.word), preposition, str(word)) for preposition, word in one.obliques}
    return found


def parsed(name: str) -> list[Sentence]:
    """The sentences of a file: the right tree, the tree that was found, the lines of the treebank."""
    found = []
    for _, tree, rows in read(TREEBANK / name):
        heads, labels = list(tree.heads), list(tree.labels)
        lower_copulas(tree.tokens, tree.tags, heads, labels)
        gold = Parse(tree.tokens, tree.tags, heads, labels, children_of(heads))
        found.append((gold, parse_of(tree.tokens), rows))
    return found


def main(arguments: list[str]) -> int:
    """Run."""
    if not TREEBANK.is_dir():
        print(f"no treebank at {TREEBANK}: nothing measured")
        return 0
    if arguments == ["train"]:
        trees = [tree for name in TRAIN for _, tree, _ in read(TREEBANK / name)]
        made = list(made_trees(MADE))
        parts = [part for tree in [*trees, *made[: MADE // 3]] for part in parts_of(tree)]
        WEIGHTS.write_text("\n".join([HEADER, *train([*trees, *made, *parts])]) + "\n", "utf-8")
    for name in TEST:
        sentences = parsed(name)
        print(name, forms(sentences), attachment(sentences), *roles(sentences), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
