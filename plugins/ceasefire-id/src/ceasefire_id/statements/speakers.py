"""Who speaks: the subject of a verb of saying, or the name after a tag.

`id-names` gave an actor mention to every person, body and pronoun; here only the right one is chosen. Where the
subject stands before a comma, `S, apposition, V` and `S, yang ..., V` are read over.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire.models import Span
from ceasefire_id.statements.scene import Scene

__all__ = ["Speakers", "is_named_person"]

#: words between a tag and its name
_TAG_REACH: Final = 6
#: prepositions whose noun is no subject
_GOVERNORS: Final = frozenset(
    (
        "di",
        "ke",
        "dari",
        "oleh",
        "terhadap",
        "kepada",
        "dengan",
        "untuk",
        "bagi",
        "atas",
        "dalam",
        "antara",
        "tentang",
        "soal",
        "milik",
    )
)
#: before those who brought two others together
_BY: Final = frozenset(("oleh", "perantaraan", "mediasi", "diperantarai", "ditengahi", "dimediasi", "bantuan"))
_PARTIES: Final = frozenset(("state", "armed_group", "military", "government", "person"))
#: between a tag and a name that is not the speaker's
_NO_SPEAKER_BEHIND: Final = frozenset(("dipimpin", "pimpinan", "dikepalai", "berpangkat", "bergelar"))
_BREAKS: Final = frozenset(',;:()–—"“”?!')
_BRACKET: Final = " \t\u00a0"


def is_named_person(mention: ActorMention) -> bool:
    """Whether a mention gives a person's name, not a description or a pronoun."""
    return (
        mention.kind == "person"
        and mention.anaphor is None
        and mention.name[:1].isupper()
        and _all_capital(mention.name)
    )


def _all_capital(name: str) -> bool:
    return all(
        word[:1].isupper() or word.lower() in ("al", "bin", "el", "de", "van", "ibn") or "-" in word
        for word in name.split()
    )


class Speakers:
    """Finds speakers in one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._subjects: dict[int, ActorMention | None] = {}

    # ---- before the verb -----------------------------------------------------------------------------------------

    def before(self, verb: int) -> ActorMention | None:
        """The subject of a verb of saying."""
        if verb not in self._subjects:
            self._subjects[verb] = None  # a circle of shared subjects ends here
            subject = self._find(verb)
            self._subjects[verb] = self._quoted_by(verb, self._first_of_list(subject)) if subject else None
        return self._subjects[verb]

    def _quoted_by(self, verb: int, subject: ActorMention) -> ActorMention:
        """Of `M, mengutip S, melaporkan` the one whom the outlet quotes."""
        scene = self.scene
        if subject.kind != "media":
            return subject
        for number in range(scene.after(subject.span), verb):
            if scene.word(number) in ("mengutip", "menukil", "menyitir"):
                named = scene.document.starting_in(ActorMention, scene.start(number), scene.start(verb))
                return next(iter(named), subject)
        return subject

    def _find(self, verb: int) -> ActorMention | None:
        scene = self.scene
        sentence = scene.sentence(verb)
        group = self._group_start(verb, sentence.start)
        if scene.word(group - 1) == "yang" and group - 1 >= sentence.start:
            return self._antecedent(group - 1, sentence.start)
        if self._is_chained(group, sentence.start) and group > sentence.start:
            shared = self._shared(group - 1, sentence.start)
            if shared is not None or scene.word(group - 1) not in ("kemudian", "lalu", "lantas"):
                return shared
            group -= 1  # `S, apposition, kemudian V`
        parted = scene.marked(group, ",)-–")
        if parted and (found := self._over_commas(group, sentence.start)):
            return found
        if not parted and (found := self._right_before(group)):
            return found
        if found := self._in_segment(group, sentence.start):
            return found
        start = self._segment_start(group - 1, sentence.start) if group > sentence.start else group
        if start > sentence.start and scene.word(start) in scene.speech.prepositions:
            return self._over_commas(start, sentence.start)  # `S, lewat akun miliknya V`
        return self._shared(group, sentence.start) if self._is_chained(group, sentence.start) else None

    def _first_of_list(self, subject: ActorMention) -> ActorMention:
        """Of `X, Y dan Z mengatakan` the first one; not of `menyerang Y dan Z mengatakan`."""
        scene = self.scene
        number = scene.words.first_at(subject.span.start)
        if scene.word(number - 1) not in ("dan", "serta", "maupun"):
            return subject
        first, end = subject, number - 1
        while (earlier := self._ending_before(end)) is not None and earlier.anaphor is None:
            first, end = earlier, scene.words.first_at(earlier.span.start)
            if end == 0 or "," not in scene.gap(end):
                break
        opens = end == scene.sentence(number).start or scene_breaks(scene.gap(end)) or scene.word(end - 1) == "baik"
        return first if opens else subject

    def _group_start(self, verb: int, first: int) -> int:
        """The first of the adverbs, auxiliaries, negations and times before a verb."""
        scene = self.scene
        number = verb
        while number > first and not scene_breaks(scene.gap(number)):
            time = scene.document.ending_at(TimeMention, scene.end(number - 1))
            if time is not None:
                number = max(first, scene.words.first_at(time.span.start))
                if scene.word(number - 1) in ("pada", "sejak") and number - 1 > first:
                    number -= 1
            elif scene.word(number - 1) in scene.speech.adverbs or scene.word(number - 1) in scene.speech.negations:
                if scene.word(number - 1) in scene.speech.chains and scene_breaks(scene.gap(number - 1)):
                    break
                number -= 1
            else:
                break
        return number

    def _segment_start(self, number: int, first: int) -> int:
        """The first word of the stretch before `number` that no comma, bracket or contrast parts."""
        scene = self.scene
        while number > first:
            if scene_breaks(scene.gap(number)):
                return number
            if scene.word(number - 1) in (
                "sedangkan",
                "sementara",
                "tetapi",
                "namun",
                "bahwa",
                "tapi",
                "karena",
                "setelah",
                "meski",
            ):
                return number
            number -= 1
        return number

    def _in_segment(self, end: int, first: int) -> ActorMention | None:
        """The first actor of the stretch that ends before a word, which no preposition governs."""
        scene = self.scene
        start = self._segment_start(end - 1, first) if end > first else end
        found: ActorMention | None = None
        for mention in scene.document.starting_in(ActorMention, scene.start(start), scene.start(end)):
            number = scene.words.first_at(mention.span.start)
            before = scene.word(number - 1) if number > start else ""
            if before in _GOVERNORS or before in ("setelah", "usai") or self._is_agent(mention):
                continue
            if found is None:
                found = mention
                continue
            named = is_named_person(mention) and not is_named_person(found)
            touches = mention.span.start <= found.span.end + 2
            joined = before == "dan" and mention.span.end == scene.end(end - 1) and self._is_new_clause(start, number)
            if (named and touches) or joined:
                found = mention
        if found is None and scene.word(start) == "yang" and start > first:
            return self._ending_before(start)
        return found

    def _is_new_clause(self, first: int, number: int) -> bool:
        """Whether a main verb stands before a word: `Rusia menyerang Z dan Turki mengatakan`."""
        scene = self.scene
        verbs = scene.syntax.verbs_between(first, number)
        return bool(verbs) and all(scene.word(n) != "yang" for n in range(first, number))

    def _right_before(self, number: int) -> ActorMention | None:
        """The person whose name ends right before a verb."""
        found = self._ending_at(self.scene.end(number - 1))
        if found is None or not (is_named_person(found) or found.anaphor is not None):
            return None
        before = self.scene.word(self.scene.words.first_at(found.span.start) - 1)
        return None if before in _GOVERNORS else found

    def _over_commas(self, end: int, first: int) -> ActorMention | None:
        """The subject before an apposition, a relative clause or a time in commas: `S, ..., V`."""
        scene = self.scene
        near = self._ending_before(end)
        number = end - 1
        commas = [n for n in range(end - 1, first, -1) if scene_breaks(scene.gap(n))][:8]
        for comma in commas:
            word = scene.word(comma)
            subject = self._ending_before(comma)
            if subject is not None and self._is_governed(subject):
                subject = None
            if subject is None:
                if word == "yang" or comma == commas[-1]:
                    subject = self._in_segment(comma, first)
                if subject is None:
                    continue
            if near is not None and is_named_person(near) and not is_named_person(subject) and word != "yang":
                return near
            return self._without_apposition(subject)
        if near is not None and not self._is_agent(near):
            return near
        return self._in_segment(number + 1, first)

    def _is_governed(self, mention: ActorMention) -> bool:
        """Whether a preposition stands before a mention: `badan untuk pengungsi, UNRWA, V`."""
        return self.scene.word(self.scene.words.first_at(mention.span.start) - 1) in _GOVERNORS

    def _is_agent(self, mention: ActorMention) -> bool:
        """Whether a relative passive stands before a mention: `dokumen itu, yang diperoleh X, V`."""
        first = self.scene.words.first_at(mention.span.start)
        passive = self.scene.word(first - 1).startswith("di") and self.scene.syntax.is_verb(first - 1)
        relative = any(self.scene.word(number) == "yang" for number in range(first - 5, first - 1))
        return passive and relative and self.scene.gap(first) == " "

    def _without_apposition(self, subject: ActorMention) -> ActorMention:
        """Of `X, Y` before a further comma the one that Y is put beside, unless Y is a person's name."""
        scene = self.scene
        number = scene.words.first_at(subject.span.start)
        if is_named_person(subject) or number == 0 or scene.gap(number).strip() != ",":
            return subject
        return self._ending_before(number) or subject

    def namesake(self, number: int) -> ActorMention | None:
        """The last person named before of whose name a word is a part, where nobody read it as a name."""
        scene = self.scene
        if not scene.capital(number):
            return None
        surname = scene.text[scene.start(number) : scene.end(number)]
        before = scene.document.starting_in(ActorMention, 0, scene.start(number))
        return next((m for m in reversed(before) if is_named_person(m) and surname in m.name.split(" ")), None)

    def is_described(self, verb: int) -> bool:
        """Whether the subject of a verb is a person whom only a description points out: `perempuan asal Peru itu V`."""
        scene = self.scene
        number, first = verb, scene.sentence(verb).start
        while number > first and scene.word(number - 1) in scene.speech.adverbs:
            number -= 1
        if number == first or scene.word(number - 1) not in ("itu", "tersebut"):
            return False
        begin = self._segment_start(number - 1, first)
        return scene.word(begin) in scene.speech.people or (
            scene.word(begin) in ("sang", "si") and scene.word(begin + 1) in scene.speech.people
        )

    def of_pair(self, number: int) -> ActorMention | None:
        """The first of the two for whom `keduanya`, `kedua pihak` before a word stands: of those whom the text names
        together last, else the first one named in its sentence or the one before.
        """
        scene = self.scene
        if scene.word(number - 1) != "keduanya" and scene.word(number - 2) not in ("kedua", "masing-masing"):
            return None
        first = scene.sentence(number).start
        named = [
            mention
            for mention in scene.document.starting_in(ActorMention, 0, scene.start(number - 1))
            if mention.kind in _PARTIES and mention.anaphor is None and mention.listed
        ]
        for one, other in reversed(list(pairwise(named))):
            joint = scene.after(one.span)
            together = scene.word(joint) in ("dan", "dengan") and scene.words.first_at(other.span.start) == joint + 1
            brought = scene.word(scene.words.first_at(one.span.start) - 1) in _BY
            if together and one.kind != "person" and not brought:
                return one
        near = scene.sentence(first - 1).start if first > 0 else first
        here = [mention for mention in named if mention.span.start >= scene.start(first)]
        close = [mention for mention in named if mention.span.start >= scene.start(near)]
        return next(iter(here or close), None)

    def _ending_before(self, number: int) -> ActorMention | None:
        """The actor whose mention ends right before a word, a comma or a bracket between them."""
        scene = self.scene
        end = scene.end(number - 1)
        if found := self._ending_at(end):
            return found
        # `Perserikatan Bangsa-Bangsa (PBB), ...`: the bracket is read over.
        opening = scene.text.rfind("(", max(0, end - 40), end)
        return (
            self._ending_at(len(scene.text[:opening].rstrip(_BRACKET)))
            if opening > 0 and ")" in scene.gap(number)
            else None
        )

    def _ending_at(self, position: int) -> ActorMention | None:
        found = [m for m in self.scene.document.overlapping(ActorMention, _last(position)) if m.span.end == position]
        return min(found, key=lambda m: m.span.start, default=None)

    def _antecedent(self, relative: int, first: int) -> ActorMention | None:
        """Whom `yang` takes up."""
        if found := self._ending_before(relative):
            return found
        return self._in_segment(relative, first) if "," in self.scene.gap(relative) else None

    def _is_chained(self, number: int, first: int) -> bool:
        """Whether a verb takes the subject of another one: a conjunction or nothing stands before it."""
        scene = self.scene
        before = scene.word(number - 1)
        if number <= first:
            return True
        if before in ("lalu", "kemudian", "lantas", "bahkan", "sekaligus", "dengan"):
            return scene_breaks(scene.gap(number - 1)) or number - 1 == first
        return before in scene.speech.chains or before in scene.speech.contrasts

    def _shared(self, number: int, first: int) -> ActorMention | None:
        """The subject of the verb of saying before, else of the sentence: `S mengumumkan P dan mengatakan`."""
        scene = self.scene
        for earlier in range(number - 1, first - 1, -1):
            if scene.is_quoted(earlier):
                continue
            word = scene.word(earlier)
            if word in scene.speech.voicing and scene.syntax.is_verb(earlier) and (found := self.before(earlier)):
                return found
            if (word in scene.speech.safe or word in scene.speech.quoted) and scene_breaks(scene.gap(earlier)):
                found = self.after(earlier)[0]
                if found:
                    return found
        verb = next(iter(scene.syntax.verbs_between(first, number)), None)
        return self.before(verb) if verb is not None else None

    # ---- after a tag ---------------------------------------------------------------------------------------------

    def after(self, tag: int) -> tuple[ActorMention | None, int]:
        """Who is named after a tag (`kata S`), and the number of the word after the name."""
        scene = self.scene
        limit = min(tag + 1 + _TAG_REACH, len(scene.words))
        for number in range(tag + 1, limit):
            if number > tag + 1 and scene_breaks(scene.gap(number)):
                # `kata anggota biro politiknya, N`: an office that nobody read
                apposed = scene.actor_at(number) if scene.word(number - 1).endswith("nya") else None
                if apposed is not None and is_named_person(apposed):
                    return apposed, scene.after(apposed.span)
                break
            if scene.word(number) in scene.speech.tails:
                break
            mention = scene.actor_at(number)
            if mention is not None and scene.word(number - 1) not in _NO_SPEAKER_BEHIND:
                return self._with_apposition(mention)
        namesake = self.namesake(tag + 1)
        return namesake, tag + 1 + (namesake is not None)

    def _with_apposition(self, mention: ActorMention) -> tuple[ActorMention, int]:
        scene = self.scene
        following = scene.after(mention.span)
        following += scene.word(following) in ("bernama", "mereka", "itu", "tersebut")
        if not is_named_person(mention) and following < len(scene.words) and scene.gap(following).strip() in ("", ","):
            apposed = scene.actor_at(following)
            if apposed is not None and is_named_person(apposed):
                return apposed, scene.after(apposed.span)
        return mention, following


def scene_breaks(gap: str) -> bool:
    """Whether what stands between two words parts them: a comma, a bracket, a dash, a mark."""
    return not _BREAKS.isdisjoint(gap) or "--" in gap or " - " in gap


def _last(position: int) -> Span:
    """The code point before a position."""
    return Span(max(0, position - 1), position)
