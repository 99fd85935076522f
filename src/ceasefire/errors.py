"""What can go wrong, as one tree with one root. Each class says when it is raised."""

from __future__ import annotations

import attrs

__all__ = [
    "ArticleError",
    "CeasefireError",
    "DateError",
    "ExtractorError",
    "JSONError",
    "RegistryError",
    "ReportLineError",
    "SourceError",
]


class CeasefireError(Exception):
    """The root: catch this to catch whatever the library raises on purpose."""


class ArticleError(CeasefireError):
    """An article cannot be read: its text is no string, its date no date, its time zone unknown.

    `code` is a stable word for programs (`"no-text"`, `"bad-date"`, `"bad-timezone"`, ...).
    """

    def __init__(self, message: str, code: str = "bad-article") -> None:
        super().__init__(message)
        self.code = code


class DateError(ArticleError):
    """A publication date is neither ISO 8601 nor a date as people write it."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="bad-date")


class SourceError(CeasefireError):
    """What articles or reports are read from cannot be used: it is damaged, of an unknown kind, or needs a package."""


class PackageMissingError(SourceError):
    """An input needs a package of an extra that is not installed; says which."""


class ReportLineError(SourceError):
    """A line of JSON Lines holds neither a report nor why there is none.

    `source` is the name of the file, `line` the number of the line, from 1.
    """

    def __init__(self, message: str, source: str, line: int) -> None:
        super().__init__(f"{source}, line {line}: {message}")
        self.source = source
        self.line = line
        self._message = message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._message, self.source, self.line)


class RegistryError(CeasefireError):
    """Plugins contradict each other or what was asked for: an unknown name, a cycle, two owners of a name.

    `code` is a stable word for programs (`"unknown-name"`, `"plugin-failed"`, ...).
    """

    def __init__(self, message: str, code: str = "bad-registration") -> None:
        super().__init__(message)
        self.code = code


class ExtractorError(CeasefireError):
    """An extractor raised or gave a wrong value while `strict=True`; says which plugin and rule, and why."""


@attrs.frozen
class Fault:
    """One fault in JSON: where (`$.pauses[0].scope`) and what."""

    path: str
    message: str


class JSONError(CeasefireError):
    """JSON is no report. `faults` holds every fault with its path, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.path}: {fault.message}" for fault in faults))
        self.faults = faults

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.faults,)
