"""Corpora as pytest collects them: a file a module, a case a test. Imported only where there is a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from ceasefire.errors import RegistryError
from ceasefire.reader import Reader
from ceasefire.testing.checking import check_case
from ceasefire.testing.corpus import Case, load_corpus
from ceasefire.testing.errors import CorpusError, ReadingDiffers

__all__ = ["CaseItem", "CorpusFile"]


class CorpusFile(pytest.File):
    """A TOML file of cases."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test a case."""
        try:
            cases = load_corpus(self.path)
        except CorpusError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.title, case=case)

    @cached_property
    def reader(self) -> Reader:
        """What reads the cases of this file."""
        reader: Reader = self.ihook.pytest_ceasefire_reader(config=self.config, corpus=self.path)
        return reader


class CaseItem(pytest.Item):
    """One case. Its failure is shown as the sentence and what differs, without the kit's own frames."""

    def __init__(self, *, case: Case, **named: Any) -> None:
        super().__init__(**named)
        self.case = case

    def runtest(self) -> None:
        """Read and compare."""
        assert isinstance(self.parent, CorpusFile)
        check_case(self.parent.reader, self.case)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The difference alone; of another error no more than what was raised and where."""
        error = excinfo.value
        if isinstance(error, (ReadingDiffers, CorpusError)):
            return str(error)
        if isinstance(error, RegistryError):
            return f"{self.case.place}: no reader for it: {error}"
        excinfo.traceback = excinfo.traceback.cut(path=__file__)
        return super().repr_failure(excinfo, style or "short")

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """File and line of the case."""
        return self.path, self.case.line - 1 if self.case.line else None, self.name
