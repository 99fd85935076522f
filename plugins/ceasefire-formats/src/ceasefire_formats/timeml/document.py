"""The article with its times marked as TimeML marks them.

The elements and attributes are those of TimeML 1.2.1 (Saurí et al., "TimeML Annotation Guidelines", 2006); the frame
around the text (DOCID, DCT, TITLE, EXTRAINFO, TEXT) is that of TempEval-3, which the tools of the field read. What
stands in TEXT is the article, code point for code point, once the tags are off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

import attrs

from ceasefire.models import Report, Time
from ceasefire_formats.texts import REPLACEMENT, require_text

__all__ = ["document"]

#: what TimeML writes of a time that nothing dates, by its type; a TIMEX3 must have a value
_UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}
_MODS = frozenset({
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
})  # fmt: skip
# XML 1.0, production 2, "Char"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OWN_ID = re.compile(r"t[1-9][0-9]*")
# A parser makes one line end of another, and a space of those in attributes, unless they are written as references.
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def document(report: Report, text: str) -> str:
    """The document. Raises `CeasefireError` where `text` is not the article that was read."""
    require_text(report, text)
    marked, notes = _marked(report.times, len(text))
    notes += _replaced(text)
    article = report.article
    day = article.published or _UNKNOWN["DATE"]
    parts = [
        '<?xml version="1.0"?>',
        "<TimeML>",
        _element("DOCID", article.id),
        f"<DCT>{_timex('t0', 'DATE', day, day, functionInDocument='CREATION_TIME')}</DCT>",
        *([_element("TITLE", article.title)] if article.title is not None else ()),
        *([_element("EXTRAINFO", article.url)] if article.url is not None else ()),
        *(f"<!-- {_in_comment(note)} -->" for note in notes),
        f"<TEXT>{''.join(_text(text, marked))}</TEXT>",
        "</TimeML>",
    ]
    return "\n".join(parts) + "\n"


@attrs.frozen
class _Timex:
    """A time that is marked."""

    tid: str
    time: Time
    mod: str | None


def _marked(times: Sequence[Time], length: int) -> tuple[list[_Timex], list[str]]:
    """The times that can be marked, in the order of the text, and why others or their modifiers cannot."""
    marked: list[_Timex] = []
    notes: list[str] = []
    ids = _ids(times)
    at = 0
    for time in sorted(times, key=lambda time: (time.span.start, -time.span.end)):
        where = f"time {time.id} at {time.span.start}-{time.span.end}"
        if not time.span.start < time.span.end <= length:
            notes.append(f"{where} is not marked: it does not stand in the text")
        elif time.span.start < at:
            notes.append(f"{where} is not marked: it overlaps the one before it")
        elif time.type not in _UNKNOWN:
            notes.append(f"{where} is not marked: TimeML has no type {time.type}")
        else:
            known = time.mod if time.mod in _MODS else None
            if time.mod is not None and known is None:
                notes.append(f"{where} is marked without its modifier: TimeML has no {time.mod}")
            marked.append(_Timex(ids[id(time)], time, known))
            at = time.span.end
    return marked, notes


def _ids(times: Sequence[Time]) -> dict[int, str]:
    """The ids of the report where TimeML takes them (t1, t2, ...; t0 is the day), else numbers in their order."""
    own = [time.id for time in times]
    if len(set(own)) < len(own) or not all(_OWN_ID.fullmatch(each) for each in own):
        own = [f"t{number}" for number in range(1, len(times) + 1)]
    return {id(time): tid for time, tid in zip(times, own, strict=True)}


def _text(text: str, marked: Iterable[_Timex]) -> Iterator[str]:
    at = 0
    for each in marked:
        time = each.time
        yield _content(text[at : time.span.start])
        words = text[time.span.start : time.span.end]
        value = time.value if time.value is not None else _UNKNOWN[time.type]
        yield _timex(each.tid, time.type, value, words, **({"mod": each.mod} if each.mod else {}))
        at = time.span.end
    yield _content(text[at:])


def _timex(tid: str, type: str, value: str, words: str, **further: str) -> str:
    attributes = {"tid": tid, "type": type, "value": value, **further}
    written = "".join(f' {name}="{escape(_held(each), _IN_ATTRIBUTE)}"' for name, each in attributes.items())
    return f"<TIMEX3{written}>{_content(words)}</TIMEX3>"


def _element(name: str, content: str) -> str:
    return f"<{name}>{_content(content)}</{name}>"


def _content(text: str) -> str:
    return escape(_held(text), _IN_TEXT)


def _held(text: str) -> str:
    """The text with a replacement for each code point that XML 1.0 cannot hold in any way."""
    return _NOT_XML.sub(REPLACEMENT, text)


def _replaced(text: str) -> list[str]:
    """What of the text is replaced, and where: nothing is lost."""
    found = [f"U+{ord(match[0]):04X} at {match.start()}" for match in _NOT_XML.finditer(text)]
    return [f"stands as U+FFFD, since XML 1.0 cannot hold it: {', '.join(found)}"] if found else []


def _in_comment(note: str) -> str:
    """A comment may hold no two hyphens together, nor what XML cannot hold."""
    return _held(note).replace("-", "‐") if "--" in note else _held(note)
