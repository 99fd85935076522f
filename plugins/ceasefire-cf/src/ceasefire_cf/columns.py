"""What is coded of a ceasefire: the columns of a row, each with its meaning and where it stands to the code book."""

from __future__ import annotations

from enum import Enum

import attrs

from ceasefire.vocabulary import BUILT_IN

__all__ = ["CODED", "CONTEXT", "SPAN_SUFFIX", "CodedColumn", "Follows", "coded_column"]

#: of the column beside a coded one, which tells where in the text the value was coded from
SPAN_SUFFIX = "_span"


class Follows(Enum):
    """How a column stands to the code book of the Civil Conflict Ceasefire dataset, as far as we know it."""

    #: the code book makes the same distinction
    BOOK = "as the code book"
    #: the code book has it, but defines it otherwise
    OTHERWISE = "otherwise than the code book"
    #: ours alone
    OURS = "ours"


@attrs.frozen
class CodedColumn:
    """One column that is coded from the text."""

    name: str
    #: one line for people
    meaning: str
    follows: Follows
    #: whether a ceasefire may have several values
    many: bool = False
    #: its values, where they are closed
    values: tuple[str, ...] = ()


#: of the article, not coded
CONTEXT = {
    "ceasefire": "key of the row: the article's id, and the pause in it",
    "article": "id of the article",
    "published": "day of publication",
    "title": "headline",
    "url": "address",
}

CODED = (
    CodedColumn("label", "what the article calls it", Follows.OURS),
    CodedColumn(
        "class",
        "kind by its name in the article; not by mechanisms of compliance",
        Follows.OTHERWISE,
        values=tuple(BUILT_IN["pause_kind"]),
    ),
    CodedColumn("status", "as the article leaves it", Follows.OURS, values=tuple(BUILT_IN["pause_status"])),
    CodedColumn(
        "declaration_type",
        "how many sides stop: one by itself, two, or more; empty for what was only proposed or rejected",
        Follows.BOOK,
        values=("unilateral", "bilateral", "multilateral"),
    ),
    CodedColumn(
        "purpose",
        "what the text says that it is for",
        Follows.BOOK,
        many=True,
        values=("humanitarian", "peace_process", "election", "holiday", "prisoner_exchange"),
    ),
    CodedColumn(
        "coverage",
        "nationwide where a whole country is covered and no place left out, else local; empty where no place is named",
        Follows.BOOK,
        values=("nationwide", "local"),
    ),
    CodedColumn("places", "places that it covers", Follows.BOOK, many=True),
    CodedColumn("places_excluded", "places that it leaves out", Follows.OURS, many=True),
    CodedColumn("actors_excluded", "actors that it leaves out", Follows.OURS, many=True),
    CodedColumn("countries", "states of its places, else of its sides, ISO 3166-1 alpha-2", Follows.BOOK, many=True),
    CodedColumn("parties", "who is bound to stop, as the article names them", Follows.BOOK, many=True),
    CodedColumn("declared_by", "who announced or imposed it", Follows.BOOK, many=True),
    CodedColumn("mediators", "who mediated", Follows.BOOK, many=True),
    CodedColumn("announced", "day of the declaration, as TIMEX3 writes it", Follows.BOOK),
    CodedColumn("starts", "day or moment from which it holds", Follows.BOOK),
    CodedColumn("ends", "last day in force, or the moment at which it stops, as planned or as it came", Follows.BOOK),
    CodedColumn("duration", "length, ISO 8601", Follows.OURS),
    CodedColumn(
        "how_ended",
        "withdrawn where somebody ended it, else ended where it is told to be over",
        Follows.OTHERWISE,
        values=("withdrawn", "ended"),
    ),
    CodedColumn("ended_on", "day of its end, where an end is told", Follows.BOOK),
    CodedColumn("ended_by", "who ended it", Follows.OURS, many=True),
    CodedColumn("violated_by", "who is said to have broken it", Follows.OURS, many=True),
    CodedColumn(
        "later_events",
        "what became of it, in the order of the text: type, then day, doer and place where they are told",
        Follows.OURS,
        many=True,
    ),
)


def coded_column(name: str) -> CodedColumn:
    """The column of that name."""
    return next(column for column in CODED if column.name == name)
