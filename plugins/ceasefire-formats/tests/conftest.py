"""What the tests of formats share: articles that have been read, the seed first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ceasefire
from ceasefire.testing import empty_report, full_report
from ceasefire.testing.hostile import distortions, hostile_texts

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
#: the report of a right reading of the seed article: what is made of a report is tried, not what is read
RIGHT = ROOT / "tests" / "articles" / "seed" / "suriah-2016-05-02.report.json"
GOLD = ROOT.parent / "shared" / "gold"
#: articles that belong to others lie beside a checkout where they are at hand
ARTICLES = (
    (GOLD, "seed/*.txt"),
    (GOLD, "real/*.txt"),
    (GOLD, "dev/dev-?-1.txt"),
    # the first of each writer: what is made of a report does not hang on how many articles there are
    (ROOT / "tests" / "articles", "open/*-01.txt"),
    (ROOT / "tests" / "articles", "open/ho-?-1.txt"),
)

_INVENTED = (
    "Pemerintah Suriah dan Front Rassendyll menyepakati gencatan senjata 72 jam di Homs sejak Senin (2/5), kata "
    "Menteri Sapt. “Aleppo dikecualikan,” ujarnya. Sedikitnya 12 orang tewas dan puluhan luka-luka pada Minggu malam."
)

Read = tuple[ceasefire.Report, str]


@pytest.fixture(scope="session")
def seed() -> Read:
    report = ceasefire.from_json(RIGHT.read_text("utf-8"))
    return report, (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def read_articles(seed: Read) -> list[Read]:
    """The seed, articles with gold, and two reports with nothing and everything in them."""
    if not GOLD.exists():
        print("THE GOLD ARTICLES ARE NOT BESIDE THIS CHECKOUT: only the project's own are tried")
    reader = ceasefire.Reader()
    articles = (article for folder, names in ARTICLES for article in sorted(folder.glob(names)))
    return [seed, empty_report(), full_report(), *(_read(reader, article) for article in articles)]


@pytest.fixture(scope="session")
def strange_articles() -> list[Read]:
    """An invented article as bad sources would give it, and texts that nobody writes."""
    reader = ceasefire.Reader()
    texts = dict.fromkeys((*distortions(_INVENTED), *hostile_texts()))
    return [(reader.read(text, "2016-05-04", id=f"strange-{number}"), text) for number, text in enumerate(texts)]


def _read(reader: ceasefire.Reader, article: Path) -> Read:
    text = article.read_bytes().decode()
    gold = json.loads(article.with_suffix(".gold.json").read_text("utf-8"))
    return reader.read(text, gold["published"], id=article.stem, timezone=gold.get("timezone", "Asia/Jakarta")), text
