"""What a plugin author tests with.

- Gold is written in the sentence (`ceasefire.testing.markup`): `check_gold` reads the sentence and compares span,
  words and fields. A corpus is a folder of TOML files of such sentences (`ceasefire.testing.corpus`), readable by a
  speaker of the language who does not program: `load_corpus`, `check_case`. pytest collects corpora by itself, see
  the page "Testing a plugin" of the manual.
- `reader_with` makes a reader with just the plugins named; `factories` makes mentions, models and reports with
  defaults, `empty_report` and `full_report` are two of them.
- `check_extractor` and `check_format` try whether the contract is kept; `ContractError` lists what is not.
- `run_command` runs `ceasefire` in this process, for tests of what a plugin adds to the command line.
- `count_calls` counts work, for tests that the cost of a reading grows with the length of the text.
"""

from __future__ import annotations

from ceasefire.testing import factories
from ceasefire.testing.checking import check_case, check_gold
from ceasefire.testing.commands import run_command
from ceasefire.testing.corpus import Case, load_corpus
from ceasefire.testing.errors import ContractError, CorpusError, MarkupError, ReadingDiffers
from ceasefire.testing.extractor_contract import check_extractor
from ceasefire.testing.format_contract import check_format
from ceasefire.testing.markup import Gold, Mark, parse_gold
from ceasefire.testing.readers import reader_with
from ceasefire.testing.samples import empty_report, full_report
from ceasefire.testing.work import count_calls

__all__ = [
    "Case",
    "ContractError",
    "CorpusError",
    "Gold",
    "Mark",
    "MarkupError",
    "ReadingDiffers",
    "check_case",
    "check_extractor",
    "check_format",
    "check_gold",
    "count_calls",
    "empty_report",
    "factories",
    "full_report",
    "load_corpus",
    "parse_gold",
    "reader_with",
    "run_command",
]
