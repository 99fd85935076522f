"""Corpora as pytest collects them: a file a module, a case a test. Imported only where there is a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from ceasefire.errors import ExtractorError, RegistryError
from ceasefire.reader import Reader
from ceasefire.testing.checking import check_case
from ceasefire.testing.corpus import Case, WrongCase, cases_of_file
from ceasefire.testing.errors import CorpusError, ReadingDiffers

__all__ = ["CaseItem", "CorpusFile", "WrongCaseItem"]


class CorpusFile(pytest.File):
    """A TOML file of cases."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        #: what failed otherwise than by its reading, with the number of the case at which it was told
        self.told: dict[str, int] = {}

    def collect(self) -> Iterable[pytest.Item]:
        """One test a case."""
        try:
            cases = list(cases_of_file(self.path))
        except CorpusError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            if isinstance(case, WrongCase):
                yield WrongCaseItem.from_parent(self, name=f"{case.number} (wrong)", case=case)
            else:
                yield CaseItem.from_parent(self, name=case.title, case=case)

    @cached_property
    def reader(self) -> Reader | RegistryError:
        """What reads the cases of this file, or why there is none."""
        try:
            reader: Reader = self.ihook.pytest_ceasefire_reader(config=self.config, corpus=self.path)
        except RegistryError as error:
            return error
        return reader


class WrongCaseItem(pytest.Item):
    """A case that cannot be used. It fails, and the others of its file are read."""

    def __init__(self, *, case: WrongCase, **named: Any) -> None:
        super().__init__(**named)
        self.case = case

    def runtest(self) -> None:
        """Raise what is wrong."""
        raise self.case.error

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is wrong, with its place."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """File and line of the case."""
        return self.path, self.case.line - 1 if self.case.line else None, self.name


class CaseItem(pytest.Item):
    """One case. Its failure is shown as the sentence and what differs, without the kit's own frames.

    One with a `gap` is expected to differ: pytest counts it apart (xfailed), also where it holds after all (xpassed).
    """

    def __init__(self, *, case: Case, **named: Any) -> None:
        super().__init__(**named)
        self.case = case
        if case.gap is not None:
            # Only a reading that differs is expected: a case that cannot be used or read at all fails as ever.
            self.add_marker(pytest.mark.xfail(reason=case.gap, raises=ReadingDiffers, strict=False))

    def runtest(self) -> None:
        """Read and compare."""
        file = self.parent
        assert isinstance(file, CorpusFile)
        reader = file.reader
        if isinstance(reader, RegistryError):
            # The same for all cases of the file, so it is told, and fails, once.
            first = file.told.setdefault(str(reader), self.case.number)
            if first != self.case.number:
                pytest.skip(f"no reader for it, as case {first} says")
            raise reader
        check_case(reader, self.case)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The difference alone; of another error no more than what was raised and where, and that once a file."""
        error = excinfo.value
        if isinstance(error, (ReadingDiffers, CorpusError)):
            return str(error)
        if isinstance(error, RegistryError):
            return f"{self.case.place}: no reader for it: {error}"
        assert isinstance(self.parent, CorpusFile)
        first = self.parent.told.setdefault(f"{type(error).__name__}: {error}", self.case.number)
        if first != self.case.number:
            return f"{self.case.place}: the same error as in case {first}"
        if isinstance(error, ExtractorError) and error.__cause__ is None:
            return f"{self.case.place}: {error}"
        excinfo.traceback = excinfo.traceback.cut(path=__file__)
        return super().repr_failure(excinfo, style or "short")

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """File and line of the case."""
        return self.path, self.case.line - 1 if self.case.line else None, self.name
