"""Lengths of time and what is counted in them: `72 jam`, `hampir 10 hari`, `sepekan`, `dua hari lalu`, `setiap hari`.

Numbers come from the number mentions of the document; what stands after the unit says whether the length is one,
or counts from the publication (`lalu`) or from the last time mentioned (`kemudian`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.document import Document
from ceasefire.mentions import NumberMention
from ceasefire.models import Span
from ceasefire_id.dates.atoms import Atom, Parts
from ceasefire_id.dates.lexemes import REACH, SPACE, WORD_END, Lexemes, folded
from ceasefire_id.dates.values import length_value
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["Lengths"]

_ENDS = LazyPattern(
    rf"\s?(?:--|[-–—])\s?|{SPACE}(?:hingga|sampai(?:{SPACE}dengan)?|dan|atau|s/d){SPACE}", ignore_case=True
)
_PARTS = LazyPattern(r"P(T?)(\d+)([YMWDHS])")
#: units from the largest to the smallest
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
#: `anak di bawah 5 tahun`
_AGE_BOUNDS = frozenset({"di bawah", "di atas", "dibawah", "diatas"})
_DECIMAL = LazyPattern(r"\d+(?:[.,]\d\d?)?")


class Lengths:
    """Reads lengths. Built once."""

    def __init__(self, lexemes: Lexemes) -> None:
        words = lexemes.words
        self._lexemes = lexemes
        self._unit = LazyPattern(rf"(?:{SPACE}|-)?(?P<unit>{lexemes.unit})(?:nya)?{WORD_END}", ignore_case=True)
        suffixes = words["suffixes"]
        self._suffix = LazyPattern(
            rf"{SPACE}(?:(?P<ago>{alternatives(suffixes['ago'])})|(?P<later>{alternatives(suffixes['later'])})"
            rf"|(?P<earlier>{alternatives(suffixes['earlier'])})|(?P<length>{alternatives(suffixes['length'])})"
            rf"|(?P<recurs>sekali)){WORD_END}",
            ignore_case=True,
        )
        self._whole = LazyPattern(rf"{SPACE}(?:semalam(?:{SPACE}penuh)?){WORD_END}", ignore_case=True)
        self._more = LazyPattern(rf"{SPACE}lebih{WORD_END}", ignore_case=True)
        self._recurs = LazyPattern(rf"{SPACE}sekali{WORD_END}", ignore_case=True)
        self._fused = {
            **{word: ("1", unit) for word, unit in lexemes.one.items()},
            **{word: ("X", unit) for word, unit in lexemes.many.items()},
        }
        self._fractions: dict[str, float] = words["fractions"]
        self._digits = {word: number for number, word in enumerate(words["clock"]["hours"], start=1)}
        self._bounds: dict[str, str] = words["bounds"]
        self._repeated = frozenset(words["sets"]["repeated"])
        self._each = frozenset([*words["sets"]["each"], *words["sets"]["per"]])
        self._things = frozenset(words["things"]["words"])
        self._age_frames = frozenset(words["things"]["frames"])
        self._names = frozenset(words["things"]["names"])

    def atoms(self, document: Document) -> list[Atom]:
        """All lengths, in the order of the text."""
        found = sorted(self._single(document), key=lambda atom: atom.start)
        joined: list[Atom] = []
        for atom in found:
            compound = _compound(document.text, joined[-1], atom) if joined else None
            if compound:
                joined[-1] = compound
            else:
                joined.append(atom)
        return joined

    def _single(self, document: Document) -> Iterator[Atom]:
        for number in document.of(NumberMention):
            yield from self._counted(document, number)
        for word in document.words.numbers(self._fused.keys()):
            yield self._fused_length(document, word)

    def _fused_length(self, document: Document, word: int) -> Atom:
        """`sepekan`, `berbulan-bulan`; a set in `dua kali sehari`, `dua kali dalam sehari`."""
        words = document.words
        amount, unit = self._fused[words.folded[word]]
        start, mod = self._bound_before(document, word, words.starts[word])
        before = words.folded[word - 1] if word else ""
        if before == "dalam" and word > 1:
            before = words.folded[word - 2]
        if before in self._repeated and amount == "1" and document.text[start - 1] == " ":
            return Atom("set", start, words.ends[word], "set", Parts(value=length_value("1", unit)))
        return self._with_suffix(document, start, words.ends[word], amount, unit, mod)

    def _counted(self, document: Document, number: NumberMention) -> Iterator[Atom]:
        """A number before a unit of time."""
        text = document.text
        match = self._unit.match(text, number.span.end, number.span.end + REACH)
        if not match or number.form in {"ordinal", "share"} or number.measures not in {"time", "age", None}:
            return
        unit = self._lexemes.units[folded(match["unit"])]
        if self._is_name(document, number, match["unit"]):
            return
        if self._is_age(document, number, unit, match.end()):
            # nothing else may be read in it: `berusia 26 tahun itu`
            yield Atom("none", number.span.start, match.end(), "age", Parts())
            return
        start, mod = number.span.start, self._mod(text, number)
        if start == number.bare.start and not mod:
            start, mod = self._bound_before(document, document.words.first_at(start), start)
        bare = text[number.bare.start : number.bare.end]
        if (ends := _ENDS.search(bare)) and number.min != number.max:
            first = Span(number.bare.start, number.bare.start + ends.start())
            amount = _amount(text[first.start : first.end], number.min)
            yield Atom("length", first.start, first.end, "range", Parts(value=length_value(amount, unit)))
            start = number.bare.start + ends.end()
            amount = _amount(text[start : number.bare.end], number.max)
        else:
            amount = self._amount(number, bare)
        end = match.end()
        if number.bound == "more" and not mod and (more := self._more.match(text, end, end + REACH)):
            end, mod = more.end(), "MORE_THAN"  # `tiga tahun lebih`
        each = self._each_before(document, start)
        if each is None:
            yield self._with_suffix(document, start, end, amount, unit, mod)
            return
        recurs = self._recurs.match(text, end, end + REACH)
        end = recurs.end() if recurs else end
        yield Atom("set", each, end, "set", Parts(value=length_value(amount, unit)))

    def _each_before(self, document: Document, start: int) -> int | None:
        """Where `setiap`, `per` just before `start` begins."""
        words = document.words
        before = words.last_before(start)
        if before < 0 or words.folded[before] not in self._each or document.text[words.ends[before] : start] != " ":
            return None
        return words.starts[before]

    def _with_suffix(self, document: Document, start: int, end: int, amount: str, unit: str, mod: str | None) -> Atom:
        """The length with `lalu`, `kemudian`, `terakhir` after it."""
        text = document.text
        if whole := self._whole.match(text, end, end + REACH):
            return Atom("length", start, whole.end(), "length", Parts(value=length_value(amount, unit), mod=mod))
        suffix = self._suffix.match(text, end, end + REACH)
        plain = Parts(value=length_value(amount, unit), mod=mod)
        if not suffix:
            return Atom("length", start, end, "length", plain)
        if suffix["recurs"]:
            return Atom("set", start, suffix.end(), "set", Parts(value=length_value(amount, unit)))
        if suffix["length"]:
            return Atom("length", start, suffix.end(), "length", plain)
        if amount == "X":
            # nobody can count back so far
            if suffix["ago"]:
                return Atom("reference", start, suffix.end(), "vague-ago", Parts(value="PAST_REF"))
            return Atom("length", start, suffix.end(), "length", plain)
        direction = next(name for name in ("ago", "later", "earlier") if suffix[name])
        parts = Parts(amount=float(amount), unit=unit, direction=direction, mod=mod)  # type: ignore[arg-type]
        return Atom("amount", start, suffix.end(), f"counted-{direction}", parts)

    # ---- amounts and bounds --------------------------------------------------------------------------------------

    def _amount(self, number: NumberMention, bare: str) -> str:
        """The number itself, without its bound; `X` where it is vague."""
        if number.form == "fraction":
            return self._fraction(bare)
        if bare[:1].isdecimal() and _DECIMAL.fullmatch(bare):
            return _shown(float(bare.replace(",", ".")))
        low, high = number.min, number.max
        if low is not None and low == high:
            return str(low)
        if number.bound == "about" and low is not None and high is not None:
            return str((low + high) // 2)  # as far either way
        if number.bound in {"more", "least"} and low is not None:
            return str(low - (number.bound == "more"))
        if number.bound in {"less", "most"} and high is not None:
            return str(high + (number.bound == "less"))
        return "X"

    def _fraction(self, text: str) -> str:
        """`setengah`, `dua setengah`; other fractions (`sepertiga abad`) are no number that ISO 8601 writes."""
        words = folded(text).split()
        part = self._fractions.get(words[-1])
        if part is None or len(words) > 2:
            return "X"
        whole = self._digits.get(words[0], 0) if len(words) == 2 else 0
        return _shown(whole + part)

    def _mod(self, text: str, number: NumberMention) -> str | None:
        before = folded(text[number.span.start : number.bare.start]).strip(" ,")
        after = number.span.end > number.bare.end
        return self._bounds.get(before) or ("MORE_THAN" if after else None)

    def _bound_before(self, document: Document, word: int, start: int) -> tuple[int, str | None]:
        """A bound before a fused length: `hampir setahun`."""
        for size in (3, 2, 1):
            first = word - size
            if first < 0:
                continue
            begin = document.words.starts[first]
            phrase = folded(document.text[begin:start]).strip()
            if phrase in self._bounds:
                return begin, self._bounds[phrase] or None
        return start, None

    # ---- what is no length ---------------------------------------------------------------------------------------

    def _is_name(self, document: Document, number: NumberMention, unit: str) -> bool:
        """`Perang 12 Hari`."""
        before = document.words.last_before(number.span.start)
        return unit[0].isupper() and before >= 0 and document.words.folded[before] in self._names

    def _is_age(self, document: Document, number: NumberMention, unit: str, end: int) -> bool:
        """Years that somebody has lived; what is no person has a length."""
        text, words = document.text, document.words
        before = words.last_before(number.span.start)
        if before < 0:
            return False
        framed = words.folded[before] in self._age_frames
        if number.measures == "age":
            sentence = words.first_at(document.sentence_at(number.span.start).start)
            if unit != "Y" and words.folded[before].endswith("nya"):
                # `meneken jeda baru. Umurnya sepuluh hari`: what the sentence before speaks of
                return self._things.isdisjoint(words.folded[max(0, before - _SPOKEN_OF) : before])
            return not framed or self._things.isdisjoint(words.folded[max(sentence, before - 5) : before])
        bound = folded(text[number.span.start : number.bare.start]).strip()
        if bound in _AGE_BOUNDS or (bound and framed and unit in {"M", "Y"}):
            return True
        gap = text[words.ends[before] : number.span.start].strip()
        return gap in {",", "("} and text[end : end + 1] in {",", ")", "."} and text[words.starts[before]].isupper()


#: how far before `umurnya` stands what has that age, in words
_SPOKEN_OF = 25


def _compound(text: str, first: Atom, second: Atom) -> Atom | None:
    """`dua jam 20 menit`, `satu tahun tiga bulan` as one length."""
    if first.kind != "length" or second.kind != "length" or text[first.end : second.start] not in {" ", " dan "}:
        return None
    larger, smaller = _PARTS.fullmatch(first.parts.value or ""), _PARTS.fullmatch(second.parts.value or "")
    if not larger or not smaller or _ORDER.index(larger[1] + larger[3]) >= _ORDER.index(smaller[1] + smaller[3]):
        return None
    time = "" if larger[1] == smaller[1] else smaller[1]
    value = f"P{larger[1]}{larger[2]}{larger[3]}{time}{smaller[2]}{smaller[3]}"
    return Atom("length", first.start, second.end, "compound", Parts(value=value, mod=first.parts.mod))


def _amount(text: str, number: int | None) -> str:
    """One end of a range."""
    if _DECIMAL.fullmatch(text):
        return _shown(float(text.replace(",", ".")))
    return "X" if number is None else str(number)


def _shown(number: float) -> str:
    return f"{number:g}"
