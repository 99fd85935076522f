"""One report to one page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import attrs

from ceasefire import CeasefireError
from ceasefire.models import Actor, Pause, Report, Statement
from ceasefire_html.environment import environment, policy, script, style
from ceasefire_html.intervals import chart
from ceasefire_html.items import LAYERS, Item, Items, Layer
from ceasefire_html.maps import Map, map_of
from ceasefire_html.marking import paragraphs
from ceasefire_html.timelines import Timeline, timeline

__all__ = ["heading", "is_web_address", "render_page"]

#: characters of the article that stand for a title that nobody gave
_LONGEST_HEADING = 90


@attrs.frozen
class _PauseCard:
    """A pause and what is drawn of it."""

    pause: Pause
    item: Item
    events: tuple[Item, ...]
    inside: tuple[Item, ...]
    outside: tuple[Item, ...]
    statements: tuple[Statement, ...]
    timeline: Timeline | None
    map: Map | None


@attrs.frozen
class _Speaker:
    """Somebody with all that they say, in the order of the text."""

    actor: Actor | None
    statements: tuple[Statement, ...]


def render_page(report: Report, text: str | None, *, back: str | None = None) -> str:
    """The page of a report. Without a text it shows what was read, and says that the article is not there.

    `back` is the address of the page that lists this one. Raises `CeasefireError` where `text` is not the article.
    """
    if text is not None and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != report.article.sha256:
        raise CeasefireError(f"the text is not that of article {report.article.id!r}; give the one that was read")
    items = Items(report)
    sheet, code = style("base", "article"), script("theme", "article")
    cards = tuple(_card(pause, report, items) for pause in report.pauses)
    return (
        environment()
        .get_template("article.html")
        .render(
            report=report,
            article=report.article,
            heading=heading(report, text),
            link=report.article.url if is_web_address(report.article.url) else None,
            items=items,
            by_layer=_by_layer(items),
            paragraphs=None if text is None else paragraphs(text, items.marks()),
            cards=cards,
            places=None if any(card.map for card in cards) else map_of(None, report.regions, report.article.language),
            chart=chart(report.casualties),
            speakers=_speakers(report.statements),
            back=back,
            style=sheet,
            script=code,
            policy=policy(sheet, code),
        )
    )


def heading(report: Report, text: str | None) -> str:
    """The article's title, else its first words, else its id."""
    if report.article.title and report.article.title.strip():
        return report.article.title
    words = " ".join((text or "")[: 4 * _LONGEST_HEADING].split())
    if len(words) > _LONGEST_HEADING:
        words = words[:_LONGEST_HEADING].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"
    return words or report.article.id


def is_web_address(url: str | None) -> bool:
    """Whether a link may lead there: not where the address is a script or nothing that a browser should open."""
    try:
        return url is not None and urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _by_layer(items: Items) -> tuple[tuple[Layer, tuple[Item, ...]], ...]:
    return tuple((layer, found) for layer in LAYERS if (found := items.of(layer.name)))


def _card(pause: Pause, report: Report, items: Items) -> _PauseCard:
    anchor = items.anchor(pause)

    def belonging(kind: str, members: Sequence[object]) -> tuple[Item, ...]:
        return tuple(items.all[f"{anchor}-{kind}{number}"] for number in range(1, len(members) + 1))

    return _PauseCard(
        pause,
        items.all[anchor],
        belonging("e", pause.events),
        belonging("inside", pause.scope.includes),
        belonging("outside", pause.scope.excludes),
        tuple(statement for statement in report.statements if statement.about and statement.about.id == pause.id),
        timeline(pause, report.article.published),
        map_of(pause, report.regions, report.article.language),
    )


def _speakers(statements: Iterable[Statement]) -> Sequence[_Speaker]:
    """By speaker, in the order in which they first speak."""
    said: dict[str | None, list[Statement]] = {}
    for statement in statements:
        said.setdefault(statement.speaker.id if statement.speaker else None, []).append(statement)
    return [_Speaker(each[0].speaker, tuple(each)) for each in said.values()]
