"""Reports to render: an empty one, and one with everything in it."""

from __future__ import annotations

from ceasefire.models import Report, Span
from ceasefire.testing import factories as make

__all__ = ["empty_report", "full_report"]

#: signs that mean something to CSV, HTML, JSON, spreadsheets and terminals, and that stand beyond the basic plane
_NASTY = "=SUM(A1) <b>&amp; \"quoted\", 'single'; {brace} [bracket] | \\ back\ttab 🕊️ \u202eabc\u202c İ"

_TEXT = (
    "On Monday the Rassendyll Front and Ruritania announced a ceasefire of 72 hours in Strelsau, Hentzau province, but "
    "not in Zenda.\n\n“Twelve people were killed since Sunday,” said Minister Rupert Sapt, the agency Telegraph "
    f"reported. {_NASTY}\nOne line, «another».\n"
)


def empty_report() -> tuple[Report, str]:
    """The report of a text without a word, and that text."""
    return make.report(""), ""


def full_report() -> tuple[Report, str]:
    """A report with every kind of item, every field set somewhere and null elsewhere, and its text."""
    text = _TEXT
    monday = make.time(
        in_text=text, value="2016-05-02", start="2016-05-02T00:00:00+07:00", end="2016-05-03T00:00:00+07:00"
    )
    sunday = make.time("Sunday", in_text=text)
    hours = make.time("72 hours", in_text=text, type="DURATION", value="PT72H", mod="APPROX")
    state = make.actor(in_text=text, country="XR")
    front = make.actor("Rassendyll Front", in_text=text, kind="armed_group", country="XR")
    minister = make.actor("Rupert Sapt", in_text=text, kind="person", office="Minister", member_of=state, country="XR")
    agency = make.actor("Telegraph", in_text=text, kind="media")
    nasty = make.actor(_NASTY, in_text=text, kind="person")
    province = make.region("Hentzau", in_text=text, kind="province", country="XR")
    city = make.region(in_text=text, country="XR", within=province, geonames=1, lat=-6.2, lon=106.8)
    zenda = make.region("Zenda", in_text=text)
    excluded = make.scope_part(zenda, extent="part", cue=make.span_of("but not", text))
    pause = make.pause(
        in_text=text,
        declared_by=(state, front),
        parties=(state, front),
        brokers=(nasty,),
        includes=[make.scope_part(city), make.scope_part(front)],
        excludes=[excluded],
        announced=make.moment("2016-05-02", monday),
        starts=make.moment("2016-05-02"),
        ends=make.moment("2016-05-05"),
        duration="PT72H",
        duration_time=hours,
        events=(
            make.pause_event("announced", in_text=text, by=state, region=city, date="2016-05-02", times=(monday,)),
            make.pause_event("announced a ceasefire", in_text=text, type="started", duration="PT72H", times=(hours,)),
        ),
    )
    killed = make.casualty(
        "Twelve people",
        in_text=text,
        min=12,
        max=None,
        source=minister,
        cause=_NASTY,
        blamed_on=(front, nasty),
        region=city,
        time=sunday,
    )
    said = make.statement(
        "Twelve people were killed since Sunday,",
        in_text=text,
        speaker=minister,
        verb="said",
        via=agency,
        date=monday,
        stance="accuses",
        about=pause,
    )
    unsaid = make.statement("One line", in_text=text, form="indirect")
    notes = [make.diagnostic(message=_NASTY, span=Span(0, 2)), make.diagnostic("other", level="info")]
    items = (monday, sunday, hours, state, front, minister, agency, nasty, province, city, zenda, pause, killed, said)
    report = make.report(
        text, *items, unsaid, *notes, title=_NASTY, url="https://example.org/?a=1&b=<2>", published="2016-05-02"
    )
    return report, text
