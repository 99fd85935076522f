"""Whether an extractor keeps its contract: what `ceasefire.hookspecs.Extractor` asks, tried on texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.errors import CeasefireError
from ceasefire.hookspecs import Extractor
from ceasefire.mentions import Mention
from ceasefire.testing.bench import Bench, Conditions
from ceasefire.testing.company import Tested, installed, made
from ceasefire.testing.errors import ContractError
from ceasefire.testing.fresh import work_elsewhere
from ceasefire.testing.hostile import distortions, hostile_texts
from ceasefire.testing.interrupting import count_moments, interrupted
from ceasefire.testing.network import OutsideWorldUsed, shut_off
from ceasefire.testing.origins import Origin, made_from, made_here, origin_of
from ceasefire.testing.work import count_calls

__all__ = ["check_extractor"]

#: faults of one kind that are told; the rest is more of the same
_TOLD = 3
#: moments of one extraction at which another one comes between
_INTERRUPTIONS = 12
#: code points of the shortest of three texts whose work is compared, each twice as long as the one before
_SHORT = 2000
#: how much more work the second doubling may add than the first: 2 where work is in proportion to length, whatever it
#: costs to begin, and 4 where it goes with its square
_DEARER = 2.5
#: calls that say nothing of growth
_SLACK = 500
#: one code point for another of the same kind, beside which offsets go wrong that are counted in a folded text, in
#: UTF-16 or in bytes
_LIKE = (("Ö", "İ"), ("☮", "🕊"))


def check_extractor(
    extractor: str | Callable[[], Extractor],
    texts: Sequence[str],
    *,
    givers: Iterable[object] = (),
    published: str | None = "2016-05-02",
    repeated: Iterable[str] = (),
    language: str | None = None,
    timezone: str = DEFAULT_TIMEZONE,
    work: bool = True,
    fresh_interpreters: bool = True,
) -> None:
    """Try whether an extractor keeps its contract; raises `ContractError`, an `AssertionError` that lists all faults.

    `extractor` is its class, a function that makes one, or the name of an installed one. `texts` are sentences in
    which it finds something, of every type that it gives: on texts in which it finds nothing little would be tried.
    `givers` are the plugins whose mentions it needs, the language that it reads and the terms that it uses: names of
    installed plugins, modules and other plugin objects (its own plugin among them), `Term`s, and classes and functions
    that make plugins or parts of one. An extractor of an installed plugin brings its terms and languages. `language`
    is how the texts are read: where nothing is said, the extractor's own, or that of the givers where it reads any.

    Tried is that what it gives is well-formed and within the text; that it gives the types of `gives` and looks only at
    those of `needs` and `uses`; that the same text is read the same again, by another instance, after other texts, when
    other articles come between in other threads, and in fresh interpreters with other hash seeds, dates and time
    zones; that broken and strange texts do no harm; that it neither reaches for the network nor starts a program; and
    that its work, counted in calls, grows no faster than the text. `repeated` are further pieces of text that are
    repeated to see that. `fresh_interpreters=False` leaves those out, for an extractor that is made within a function.

    Raises `TypeError` and `ValueError` for what cannot be tried, `RuntimeError` where `time-machine` is missing.
    """
    __tracebackhide__ = True
    if isinstance(texts, str) or not texts:
        raise ValueError("give a list of texts in which the extractor finds something")
    name = _tested(extractor).extractor.name
    conditions = Conditions(published, timezone, language)
    trial = _Trial(extractor, tuple(givers), tuple(texts), tuple(repeated), conditions)
    if fresh_interpreters:
        trial.request()
    if faults := trial.run(work, fresh_interpreters):
        raise ContractError(f"the extractor {name}", tuple(faults))


def _tested(extractor: str | Callable[[], Extractor]) -> Tested:
    return installed(extractor) if isinstance(extractor, str) else _checked(made_here(extractor))


def _checked(extractor: Any) -> Tested:
    if not isinstance(extractor, Extractor):
        raise TypeError(f"{extractor!r:.60} is no extractor: it needs name, language, needs, uses, gives and extract")
    return made(extractor)


@attrs.frozen
class _Trial:
    """One extractor and all that it is tried with."""

    extractor: str | Callable[[], Extractor]
    givers: tuple[object, ...]
    texts: tuple[str, ...]
    repeated: tuple[str, ...]
    conditions: Conditions

    def bench(self, tested: Tested | None = None) -> Bench:
        givers = [made_here(giver) for giver in self.givers]
        return Bench(tested or _tested(self.extractor), givers, self.conditions)

    def request(self) -> dict[str, Any]:
        """What a fresh interpreter needs to know. Raises `ValueError` where it could not make the extractor."""
        return {
            "extractor": origin_of(self.extractor),
            "givers": [origin_of(giver) for giver in self.givers],
            "conditions": attrs.asdict(self.conditions),
            "texts": self.texts,
        }

    def run(self, work: bool, fresh_interpreters: bool) -> list[str]:
        """The faults; of unsound readings nothing is said but that they are."""
        try:
            bench = self.bench()
        except CeasefireError as error:
            return [str(error)]
        faults = [*_some(_unsound(bench, self.texts)), *_some(_harmed(bench, self.texts))]
        if not faults:
            faults += _undeclared(bench, self.texts)
            told = {text: bench.told(text) for text in self.texts}
            faults += _some(_read_otherwise_again(self, bench, told))
            faults += _some(_disturbed(self, bench, told))
            faults += _some(_shifted(bench, self.texts))
            faults += _some(_overworked(self, bench)) if work else []
            faults += _some(_read_otherwise_elsewhere(self.request(), told)) if fresh_interpreters else []
        return faults


def _some(faults: Iterator[str]) -> list[str]:
    """The first few different faults; the extractor's failure on a text made for the check is one."""
    found: dict[str, None] = {}
    try:
        for fault in faults:
            found[fault] = None
            if len(found) == _TOLD:
                break
    except CeasefireError as error:
        found[f"it fails on a longer or altered text: {error}"] = None
    return list(found)


def _short(text: str) -> str:
    return f"on {text!r:.70}" + (f"… ({len(text)} code points)" if len(text) > 70 else "")


# ---- what one reading shows --------------------------------------------------------------------------------------


def _unsound(bench: Bench, texts: Iterable[str], *, dated: bool = True) -> Iterator[str]:
    """What is wrong with single readings: what the reader refuses, white space at the edges, the outside world."""
    for text in texts:
        try:
            with shut_off():
                document, _ = bench.read(text, dated=dated)
        except (CeasefireError, OutsideWorldUsed) as error:
            outside = error if isinstance(error, OutsideWorldUsed) else error.__cause__
            if isinstance(outside, OutsideWorldUsed):
                yield f"{_short(text)}: it reached for the outside world: {outside}"
            else:
                yield f"{_short(text)}: {error}"
            continue
        for mention in bench.mentions(document):
            words = document.text_of(mention.span)
            if words != words.strip():
                kind = type(mention).__name__
                yield f"{_short(text)}: the span of a {kind} by {mention.by} has white space at its edge: {words!r}"


def _harmed(bench: Bench, texts: Iterable[str]) -> Iterator[str]:
    yield from _unsound(bench, hostile_texts())
    for text in texts:
        yield from _unsound(bench, distortions(text))
    # Without a date there is no anchor; what must not be guessed then is for the extractor's own tests.
    yield from _unsound(bench, texts, dated=False)


def _undeclared(bench: Bench, texts: Iterable[str]) -> Iterator[str]:
    extractor = bench.watched
    given: set[type[Mention]] = {type(m) for text in texts for m in bench.mentions(bench.read(text)[0])}
    for kind in sorted(extractor.asked - extractor.needs - extractor.uses, key=lambda kind: kind.__name__):
        yield (
            f"it looks at {kind.__name__}, which it names neither in needs nor in uses: "
            "whether it finds any depends on the names of other extractors"
        )
    missing = sorted(kind.__name__ for kind in extractor.gives - given)
    if missing and given:
        yield f"it says that it gives {', '.join(missing)} and gave none; add a text in which it does"
    elif missing:
        yield (
            f"it gave nothing on any of these texts, read as language {bench.language!r}; "
            "give texts in which it finds something, or language= in which it and its givers read"
        )


# ---- the same again ----------------------------------------------------------------------------------------------


def _differing(one: str, other: str) -> str:
    """The first lines in which two tellings of a reading differ."""
    first, second = one.splitlines(), other.splitlines()
    pairs = zip([*first, ""], [*second, ""], strict=False)
    here, there = next(((a, b) for a, b in pairs if a != b), ("", ""))
    return f"{here.strip() or 'nothing more'} became {there.strip() or 'nothing more'}"


def _read_otherwise_again(trial: _Trial, bench: Bench, told: dict[str, str]) -> Iterator[str]:
    other = trial.bench()
    for text in reversed(told):
        for how, again in (("a second time, after other texts", bench), ("by another instance", other)):
            if (reading := again.told(text)) != told[text]:
                yield f"{_short(text)}: read otherwise {how}: {_differing(told[text], reading)}"


def _disturbed(trial: _Trial, bench: Bench, told: dict[str, str]) -> Iterator[str]:
    """Extractions into which the reading of another article comes, in another thread, by the same instance."""
    between = trial.bench(bench.tested)
    texts = sorted(told, key=len, reverse=True)[:3]
    for text, other in zip(texts, [*texts[1:], texts[0][::-1]], strict=True):
        alone = between.told(other)
        moments = _moments(bench, text)
        for at in range(1, moments + 1, max(1, moments // _INTERRUPTIONS)):
            try:
                reading, reading_between = _interrupted(bench, text, at, between, other)
            except CeasefireError as error:
                yield f"{_short(text)}: it failed when another article was read meanwhile: {error}"
                continue
            if reading != told[text]:
                what = _differing(told[text], reading)
                yield f"{_short(text)}: read otherwise when another article was read meanwhile: {what}"
            elif reading_between not in (alone, None):
                what = _differing(alone, reading_between or "")
                yield f"{_short(other)}: read otherwise in the midst of another article: {what}"


def _moments(bench: Bench, text: str) -> int:
    """At how many moments the extraction of a text can be interrupted."""
    moments = 0

    def count(extraction: Callable[[], list[Any]]) -> list[Any]:
        nonlocal moments
        moments = count_moments(extraction)
        return extraction()

    bench.read(text, around=count)
    return moments


def _interrupted(bench: Bench, text: str, at: int, between: Bench, other: str) -> tuple[str, str | None]:
    """The reading of a text, and that of the other one which came between; null where that moment never came."""
    readings: list[str] = []

    def interrupt(extraction: Callable[[], list[Any]]) -> list[Any]:
        return interrupted(extraction, at, lambda: readings.append(between.told(other)))

    reading = bench.told(text, around=interrupt)
    return reading, readings[0] if readings else None


def tell_readings(request: dict[str, Any]) -> list[str]:
    """The readings of a request's texts: what a fresh interpreter does."""
    extractor: Origin = request["extractor"]
    tested = installed(extractor["name"]) if "name" in extractor else _checked(made_from(extractor))
    givers = [made_from(giver) for giver in request["givers"]]
    bench = Bench(tested, givers, Conditions(**request["conditions"]))
    return [bench.told(text) for text in request["texts"]]


def _read_otherwise_elsewhere(request: dict[str, Any], told: dict[str, str]) -> Iterator[str]:
    for circumstances, readings in work_elsewhere(f"{__name__}:{tell_readings.__name__}", request):
        if isinstance(readings, str):
            yield f"a fresh interpreter could not read {circumstances}: {readings}"
            continue
        for text, reading in zip(request["texts"], readings, strict=True):
            if reading != told[text]:
                yield f"{_short(text)}: read otherwise {circumstances}: {_differing(told[text], reading)}"


# ---- offsets and work --------------------------------------------------------------------------------------------


def _shifted(bench: Bench, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for usual, strange in _LIKE:
            spans = []
            for sign in (usual, strange):
                document, _ = bench.read(f"{sign}\n\n{text}")
                spans.append([(type(m).__name__, m.span) for m in bench.mentions(document)])
            if spans[0] != spans[1]:
                yield f"{_short(text)}: spans differ after {strange!r} from those after {usual!r}"


def _overworked(trial: _Trial, bench: Bench) -> Iterator[str]:
    # Texts as one long paragraph and as many short ones.
    units = [text + joint for text in trial.texts for joint in (" ", "\n\n")] + list(trial.repeated)
    for unit in units:
        lengths = [_SHORT // len(unit) + 1 << doubled for doubled in range(3)]
        # The first reading may build what the others find built.
        bench.read(unit)
        once, twice, four_times = (_calls(bench, unit * length) for length in lengths)
        if four_times - twice > _DEARER * (twice - once) + _SLACK:
            counted = f"{once}, {twice} and {four_times} calls for {', '.join(str(n * len(unit)) for n in lengths)}"
            yield f"{_short(unit)}, repeated: {counted} code points: its work grows faster than the text"


def _calls(bench: Bench, text: str) -> int:
    calls = 0

    def count(extraction: Callable[[], list[Any]]) -> list[Any]:
        nonlocal calls
        given: list[Any] = []
        calls = count_calls(lambda: given.extend(extraction()))
        return given

    bench.read(text, around=count)
    return calls
