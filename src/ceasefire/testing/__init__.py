"""What a plugin author tests with.

A corpus is a folder of TOML files of sentences with what they must and must not give, readable by a speaker of
the language who does not program. `load_corpus` reads it, `check_case` reads one sentence and compares.
The format of a case is described in `ceasefire.testing.corpus`. `count_calls` counts work, for tests that the cost
of a reading grows with the length of the text.
"""

from __future__ import annotations

from ceasefire.testing.corpus import Case, CorpusError, check_case, load_corpus
from ceasefire.testing.work import count_calls

__all__ = ["Case", "CorpusError", "check_case", "count_calls", "load_corpus"]
