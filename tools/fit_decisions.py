#!/usr/bin/env python3
"""Fit the scorers of `ceasefire_id.decisions` to annotated articles and write their weights anew.

usage: uv run --group fit python tools/fit_decisions.py [FOLDER ...] [--into DIR]

Each FOLDER holds NAME.txt with NAME.gold.json and, for some, NAME.anchors.json; by default the seed and the open
articles of the project. Its open passages and the sentences of its corpora are learned from too, and, where the texts
are at hand, the open readings of real news and further news that speaks of no pause. The same articles give the same
files, byte for byte. First the scorers are fitted to the articles with anchors; with them the others are anchored, and
all scorers are fitted to all. Roles and statuses learn from events as a scorer reads them that has not seen the
article, for that is what they meet in use.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

import ceasefire

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tools" / "fitting"), str(ROOT / "tools")]

from learning import fit, fit_groups, threshold_of, write  # noqa: E402
from news_readings import unpack as unpack_news  # noqa: E402
from rows import Rows, event_rows, mention_rows, opinion_rows, role_groups, status_rows, topic_rows  # noqa: E402
from sentences import cases  # noqa: E402
from unpack_passages import unpack as unpack_passages  # noqa: E402

from articles import Annotated, anchor, load, without_pauses  # noqa: E402
from ceasefire_id.decisions import Linear  # noqa: E402
from ceasefire_id.scope.decide import Decider, scorer_names  # noqa: E402
from ceasefire_id.scope.outcome import Happening, Outcome  # noqa: E402

#: into how many parts articles are cut where a scorer must judge what it has not seen
FOLDS = 4
#: inverse strength of the regularisation, by the first word of a scorer's name
STRENGTH = {
    "speaks": 1.0,
    "antecedent": 1.0,
    "event": 0.1,
    "link": 1.0,
    "filler": 0.5,
    "topic": 0.3,
    "status": 0.3,
    "subject": 0.3,
    "stance": 0.3,
}
ROLE_STRENGTH = 0.1
#: how much of the best threshold of a role is kept, where it is not the half: measured on open articles by writers
#: whose articles a model had not seen
SHARE = {"brokers": 0.8, "excludes": 0.8}
#: below zero an event is taken though none is a little likelier: what is missed costs more than what is doubtful
EVENT_THRESHOLD = -0.75
#: how much likelier than an old pause a new one must be: to part one in two costs more than to take two for one.
#: Chosen by hand, by the figures of the seed and of the gold sets dev, real and hard; no fold has confirmed it
NEW_PAUSE_THRESHOLD = 0.5
MADE = "Made by tools/fit_decisions.py from annotated articles; do not edit. Weights are log-odds."


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    articles = ROOT / "tests" / "articles"
    parser.add_argument("folders", nargs="*", type=Path, default=[articles / "seed", articles / "open"])
    parser.add_argument(
        "--passages", nargs="*", type=Path, default=sorted((articles / "passages" / "open").glob("*.jsonl"))
    )
    parser.add_argument(
        "--news", type=Path, default=ROOT.parent / "shared" / "news", help="the texts of tests/articles/news"
    )
    corpus = ROOT / "plugins" / "ceasefire-id" / "corpus"
    parser.add_argument("--corpus", nargs="*", type=Path, default=sorted(corpus.glob("**/*.toml")))
    parser.add_argument("--into", type=Path, default=ROOT / "plugins/ceasefire-id/src/ceasefire_id/decisions/weights")
    options = parser.parse_args(arguments)
    reader = ceasefire.Reader(disable=["id-scope"])
    with tempfile.TemporaryDirectory() as unpacked:
        if options.passages:
            unpack_passages(Path(unpacked), options.passages)
        if options.news.is_dir():
            unpack_news(Path(unpacked), sorted((articles / "news" / "open").glob("*.jsonl")), options.news)
        else:
            print(f"no texts of news in {options.news}: fitted without them, so the weights will differ")
        loaded = list(load([*options.folders, Path(unpacked)], reader))
    loaded += without_pauses(sorted(options.news.glob("*.jsonl")), reader)
    wanted = {"pauses", "scope", "events"}
    loaded += sorted(cases([f for f in options.corpus if wanted & set(f.parts)], reader), key=lambda case: case.text)
    scorers = fit_all(loaded)
    options.into.mkdir(parents=True, exist_ok=True)
    for scorer in scorers.values():
        write(scorer, options.into, MADE)
    print(f"{len(scorers)} scorers, {sum(len(s.weights) for s in scorers.values())} weights, in {options.into}")
    return 0


def fit_all(loaded: Sequence[Annotated]) -> dict[str, Linear]:
    """All scorers, by name."""
    anchored = [article for article in loaded if article.anchors is not None]
    for article in anchored:
        article.follow_anchors()
    first = fit_rows(anchored, mention_rows) | fit_rows(anchored, event_rows)
    settled = anchored + [article for article in loaded if article.anchors is None and anchor(article, first)]
    print(
        f"{len(loaded)} articles, {len(anchored)} with anchors, {len(loaded) - len(settled)} left out for doubt",
        flush=True,
    )
    scorers = fit_rows(settled, mention_rows) | fit_rows(settled, event_rows)
    scorers["topic"] = fit_one("topic", [topic_rows(article) for article in settled])
    events = unseen_events(settled)
    scorers |= fit_roles(settled, events, scorers["topic"])
    outcomes = {article.id: filled(article, events[article.id], scorers) for article in settled}
    scorers["status"] = fit_one("status", [status_rows(article, outcomes[article.id]) for article in settled])
    for article in settled:
        Decider(scorers, {}).leave(article.view, outcomes[article.id])
    scorers |= fit_rows(settled, lambda article: opinion_rows(article, outcomes[article.id]))
    scorers["antecedent"] = attrs.evolve(scorers["antecedent"], threshold=NEW_PAUSE_THRESHOLD)
    scorers["event"] = attrs.evolve(scorers["event"], threshold=EVENT_THRESHOLD)
    assert set(scorers) == set(scorer_names())
    return scorers


def fit_rows(articles: Sequence[Annotated], rows_of) -> dict[str, Linear]:  # type: ignore[no-untyped-def]
    """The scorers whose rows a function makes of each article."""
    gathered: dict[str, list[Rows]] = defaultdict(list)
    for article in articles:
        for name, rows in rows_of(article).items():
            gathered[name].append(rows)
    return {name: fit_one(name, parts) for name, parts in gathered.items()}


def fit_one(name: str, parts: Sequence[Rows]) -> Linear:
    """One scorer of all articles' rows."""
    rows = Rows()
    for part in parts:
        rows.extend(part)
    return fit(name, rows.features, rows.labels, STRENGTH[name.partition("-")[0]])


def unseen_events(articles: Sequence[Annotated]) -> dict[str, list[Happening]]:
    """The events of each article as scorers read them that have not seen it."""
    found: dict[str, list[Happening]] = {}
    for fold in range(FOLDS):
        decider = Decider(
            fit_rows([a for n, a in enumerate(articles) if n % FOLDS != fold], event_rows), {"event": EVENT_THRESHOLD}
        )
        for article in articles[fold::FOLDS]:
            outcome = Outcome(article.known)
            if outcome.pauses:
                decider.happen(article.view, outcome)
            found[article.id] = outcome.events
    return found


def fit_roles(articles: Sequence[Annotated], events: Mapping[str, list[Happening]], topic: Linear) -> dict[str, Linear]:
    """The scorers of roles, each with a threshold from articles that it had not seen."""
    by_article = [role_groups(article, events[article.id], topic) for article in articles]
    scorers: dict[str, Linear] = {}
    for name in sorted({name for groups in by_article for name in groups}):
        parts = [groups.get(name, []) for groups in by_article]
        scored: list[tuple[float, bool]] = []
        for fold in range(FOLDS):
            seen = [g for n, part in enumerate(parts) if n % FOLDS != fold for g in part]
            judge = fit_groups(name, seen, ROLE_STRENGTH)
            scored += [
                (max(judge.score(row) for row in rows), yes) for part in parts[fold::FOLDS] for rows, yes in part
            ]
        whole = fit_groups(name, [group for part in parts for group in part], ROLE_STRENGTH)
        scorers[name] = attrs.evolve(whole, threshold=threshold_of(scored, SHARE.get(name.partition("-")[2], 0.5)))
    return scorers


def filled(article: Annotated, events: list[Happening], scorers: Mapping[str, Linear]) -> Outcome:
    """The roles of an article's pauses, with its events."""
    outcome = Outcome(article.known, events=list(events))
    if outcome.pauses:
        Decider(scorers, {name: scorer.threshold for name, scorer in scorers.items()}).fill(article.view, outcome)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
