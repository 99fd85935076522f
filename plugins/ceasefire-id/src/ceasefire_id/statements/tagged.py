"""Reported clauses with their source behind or inside: `C, kata S`, `C, S mengatakan`, `menurut S, C`; and passives."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.mentions import ActorMention
from ceasefire.models import Span
from ceasefire_id.statements.edges import clause_end
from ceasefire_id.statements.predicates import main_predicate
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers, scene_breaks

__all__ = ["TaggedSpeech"]

#: words that a source tag inside a clause may follow without anything said before it: `Namun, menurut S, C`
_CONNECTORS = 4
#: before who only has a document
_OBTAINED = frozenset(("dilihat", "diperoleh", "diterima", "ditinjau", "dibaca", "didapat", "dikutip", "dilansir"))


class TaggedSpeech:
    """Reads clauses with a source tag in one scene."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.speakers = speakers

    # ---- C, kata S -----------------------------------------------------------------------------------------------

    def read_tag(self, tag: int, begun: int) -> Iterator[Draft]:
        """The clause before a tag; `begun` is the first word of the sentence that no earlier statement holds."""
        scene = self.scene
        sentence = scene.sentence(tag)
        word = scene.word(tag)
        possessed = word in scene.speech.safe_possessed | scene.speech.after_clause_possessed
        if f"{word} {scene.word(tag + 1)}" in scene.speech.idioms:
            return
        speaker, following = (None, tag + 1) if possessed else self.speakers.after(tag)
        if speaker is None and not possessed:
            # `kata pernyataan itu`: a document of whoever spoke last; a name that nobody read leaves the speaker open
            if scene.word(tag + 1) in scene.speech.documents:
                possessed, following = True, tag + 2
            elif not scene.capital(tag + 1):
                return
        first = self._clause_start(sentence.start, tag, begun)
        if first >= tag:
            first = tag  # `Kata dia, C`: nothing before the tag
        before = scene.stretch(first, tag)
        # `Penggeledahan itu, kata S, berdasarkan surat perintah`: what stands before is no clause, so it goes on after.
        goes_on = tag == sentence.start or main_predicate(scene, first, tag) is None
        goes_on = goes_on and not scene.marked(tag, "?!")
        rest = self._rest(following, sentence.stop, goes_on=goes_on)
        after = scene.stretch(rest, clause_end(scene, rest, sentence.stop)) if rest else None
        longer = before if after is None or (before and len(before) >= len(after)) else after
        span = after if goes_on and after is not None else longer
        if span is None or (span is before and tag - first < 2):
            return
        aside = before if span is after else after
        yield Draft(span.start, span.end, "indirect", "tag", speaker, tag, again=possessed, aside=aside)

    def read_closing(self, cue: int, begun: int) -> Iterator[Draft]:
        """`C, demikian (bunyi) pernyataan S`."""
        scene = self.scene
        sentence = scene.sentence(cue)
        speaker, _ = self._source(cue + 1, sentence.stop)
        span = scene.stretch(self._clause_start(sentence.start, cue, begun), cue)
        if speaker is None or speaker.kind == "media":
            return  # an outlet over what the article itself tells
        if span is not None and main_predicate(scene, sentence.start, cue) is not None:
            yield Draft(span.start, span.end, "indirect", "closing", speaker, cue)

    def _clause_start(self, first: int, tag: int, begun: int) -> int:
        """Where the clause before a tag begins: after a semicolon, a contrast or an earlier statement."""
        scene = self.scene
        start = max(first, begun)
        for number in range(tag - 1, start, -1):
            if ";" in scene.gap(number):
                return number
        return start

    def _rest(self, number: int, stop: int, *, goes_on: bool) -> int | None:
        """Where the clause goes on after tag and name; null for a tail. `goes_on` where nothing is said before it."""
        scene = self.scene
        begun = number
        if self._adds(number, stop):
            return None
        if number < stop and "(" in scene.gap(number):
            while number < stop and ")" not in scene.gap(number):
                number += 1  # `kata S (SINGKATAN), C`
        while number < stop and "," not in scene.gap(number) and not scene_breaks(scene.gap(number)):
            if not goes_on and scene.word(number) in scene.speech.tails:
                return None
            number += 1
        if number >= stop or "," not in scene.gap(number):
            # `Pembukaan itu, kata S juga sudah sesuai`: the comma after the name is missing.
            number = begun
            return number if goes_on and main_predicate(scene, number, stop) == number else None
        if not goes_on and (scene.word(number) in scene.speech.tails or scene.time_at(number) is not None):
            return None
        if scene.word(number) in ("dan", "serta"):
            number += 1
        return number if goes_on or main_predicate(scene, number, stop) is not None else None

    def _adds(self, number: int, stop: int) -> bool:
        """`Itu bom, kata S, dengan menambahkan bahwa C`: what follows is said by another verb."""
        scene = self.scene
        at = next((n for n in range(number, stop) if "," in scene.gap(n)), stop)
        joins = at < stop and scene.word(at) in ("dengan", "sambil", "seraya", "sembari")
        return joins and scene.word(at + 1) in scene.speech.voicing

    # ---- C, S mengatakan -----------------------------------------------------------------------------------------

    def read_inverted(self, verb: int) -> Iterator[Draft]:
        """`C, S mengatakan(.|, VP|kepada X)`: the order of some agencies."""
        scene = self.scene
        sentence = scene.sentence(verb)
        following = verb + 1
        if following < sentence.stop:
            addressed = scene.word(following) in ("kepada", "pada", "dalam")
            if addressed and main_predicate(scene, following, sentence.stop) is not None:
                return
            if not addressed and not ("," in scene.gap(following) and scene.syntax.is_verb(following)):
                return
        comma = next((n for n in range(verb, sentence.start, -1) if "," in scene.gap(n)), None)
        if comma is None or comma == verb or verb - comma > 8:
            return
        speaker = scene.actor_at(comma)
        if speaker is None or speaker.span.end > scene.start(verb):
            return
        if any(scene.word(n) not in scene.speech.adverbs for n in range(scene.after(speaker.span), verb)):
            return
        first = sentence.start
        if scene.word(first) in scene.speech.passive_accuse:
            return  # `Dituduh A melanggar P, B membantah`: A's words
        if scene.word(first) in scene.speech.prepositions or main_predicate(scene, first, comma) is None:
            return
        span = scene.stretch(first, comma)
        if span:
            yield Draft(span.start, span.end, "indirect", "inverted", speaker, verb)

    # ---- S menyebutnya N -----------------------------------------------------------------------------------------

    def read_called(self, verb: int) -> Iterator[Draft]:
        """`S menyebutnya langkah mundur`, `S melukiskannya sebagai pagar rapuh`: what it is called, without marks."""
        scene = self.scene
        stop = scene.sentence(verb).stop
        first = verb + 1 + (scene.word(verb + 1) == "sebagai")
        speaker = self.speakers.before(verb)
        if speaker is None or first >= stop or scene.gap(verb + 1) != " " or scene.gap(first) != " ":
            return
        word = scene.word(first)
        if word in scene.speech.no_predicate or word in scene.speech.demonstratives or scene.time_at(first):
            return
        end = clause_end(scene, first, stop)
        end = next((n for n in range(first + 1, end) if "," in scene.gap(n)), end)
        span = scene.stretch(first, end)
        if span is not None and end - first > 2 and not any(scene.is_quoted(n) for n in range(first, end)):
            yield Draft(span.start, span.end, "indirect", "called", speaker, verb)

    # ---- menurut S, C --------------------------------------------------------------------------------------------

    def read_according(self, cue: int) -> Iterator[Draft]:
        """`Menurut S, C`; `C, menurut S`; `X, menurut S, VP`; `yang menurut S VP`."""
        scene, speech = self.scene, self.scene.speech
        sentence = scene.sentence(cue)
        if scene.word(cue).endswith("nya"):
            speaker, following, again = None, cue + 1, True
        else:
            speaker, following = self._source(cue + 1, sentence.stop)
            speaker = speaker or self.speakers.namesake(cue + 1)
            again = speaker is None and self._is_document(cue + 1)
            if scene.word(cue + 1) == "kedua" and speaker is None and cue + 3 < sentence.stop:
                speaker, following = self.speakers.of_pair(cue + 3), cue + 3
            elif again:
                following = cue + 3
            elif (
                speaker is None
                and scene.word(following - 1) not in _OBTAINED
                and not self._may_be_source(cue + 1, sentence)
            ):
                return
        if scene.word(cue) in speech.based and scene.word(cue + 1) not in speech.documents:
            return
        aside: Span | None = None
        if cue > sentence.start and scene.word(cue - 1) == "yang":
            span = scene.stretch(following, clause_end(scene, following, self._relative_end(following, sentence.stop)))
        else:
            span, aside = self._around(cue, following, sentence, parted=again)
        if span:
            yield Draft(span.start, span.end, "indirect", "according", speaker, cue, again=again, aside=aside)

    def _source(self, number: int, stop: int) -> tuple[ActorMention | None, int]:
        """Who is named after `menurut`, a document between them or not."""
        scene, speech = self.scene, self.scene.speech
        if scene.word(number) in speech.impersonal:
            return None, number
        document = False
        for at in range(number, min(number + 8, stop)):
            if scene_breaks(scene.gap(at)) and at > number:
                break
            mention = scene.actor_at(at)
            if mention is not None and scene.word(at - 1) in _OBTAINED:
                return None, at  # `dokumen yang dilihat X`: X only has seen it
            if mention is not None and scene.word(at - 1) not in ("dipimpin", "pimpinan", "dikepalai"):
                return self.speakers.after(at - 1)
            document = document or scene.word(at) in speech.documents
            if not document and at > number + 2:
                break
        return None, number

    def _may_be_source(self, number: int, sentence: range) -> bool:
        """Whether words that nobody read as a name may give a source: a capital, or a noun before a comma."""
        scene, speech = self.scene, self.scene.speech
        if scene.word(number) in speech.impersonal:
            return False
        if scene.capital(number):
            return True
        opens = number - 1 == sentence.start and scene.word(number) not in speech.documents
        return opens and any("," in scene.gap(n) for n in range(number + 1, min(number + _CONNECTORS, sentence.stop)))

    def _is_document(self, number: int) -> bool:
        """`pernyataan itu`: the words of whoever spoke last."""
        scene = self.scene
        papers = ("pernyataan", "siaran", "dokumen", "surat", "keterangan", "laporan", "dekret", "komunike")
        return scene.word(number) in papers and scene.word(number + 1) in scene.speech.demonstratives

    def _around(self, cue: int, following: int, sentence: range, *, parted: bool) -> tuple[Span | None, Span | None]:
        """The clause before the tag or after it, the longer of the two where it is cut, and the other part."""
        scene = self.scene
        before = lead = None
        opens = cue - 1 if scene.word(cue - 1) == "demikian" else cue
        if cue > sentence.start and "," in scene.gap(opens):
            parts = (n for n in range(cue - 1, sentence.start, -1) if ";" in scene.gap(n) or ":" in scene.gap(n))
            first = next(parts, sentence.start)
            lead = scene.stretch(first, opens)
            if opens - first > _CONNECTORS or main_predicate(scene, first, opens) is not None:
                before = lead
        rest = following
        if not parted:
            while rest < sentence.stop and "," not in scene.gap(rest):
                rest += 1
            # `menurut S angkanya mendekati satu juta`: the comma after the source is missing.
            if rest >= sentence.stop and before is None and main_predicate(scene, following, sentence.stop) is not None:
                rest = following
            rest = self._past_apposition(rest, sentence.stop)
        after = scene.stretch(rest, clause_end(scene, rest, sentence.stop)) if rest < sentence.stop else None
        if after is None or (before is not None and len(before) >= len(after)):
            return before, after
        return after, lead

    def _past_apposition(self, number: int, stop: int) -> int:
        """`menurut N, kepala misi itu, C`: where what is said begins behind what the source is."""
        scene = self.scene
        office = scene.word(number + (scene.word(number) in ("seorang", "mantan", "bekas")))
        if office not in scene.speech.offices:
            return number
        end = next((n for n in range(number + 1, stop) if "," in scene.gap(n)), stop)
        told = (
            end < stop and main_predicate(scene, number, end) is None and main_predicate(scene, end, stop) is not None
        )
        return end if told else number

    def _relative_end(self, number: int, stop: int) -> int:
        """A relative clause ends at the next comma."""
        return next((n for n in range(number + 1, stop) if "," in self.scene.gap(n)), stop)

    # ---- passives ------------------------------------------------------------------------------------------------

    def read_passive(self, verb: int) -> Iterator[Draft]:
        """`dituduh X VP`, `oleh X dituduh VP`, `dinilai X C`, `dikatakan X bahwa C`, `disebutkan bahwa C`."""
        scene, speech = self.scene, self.scene.speech
        word = scene.word(verb)
        sentence = scene.sentence(verb)
        following = verb + 1 + (scene.word(verb + 1) == "oleh")
        agent = scene.actor_at(following)
        if agent is not None and "," not in scene.gap(following):
            agent, following = self.speakers.after(following - 1)
        else:
            agent = self._agent_before(verb, sentence.start)
        if word in speech.passive_again:
            yield from self._again(verb, agent, following, sentence)
            return
        if agent is None or following >= sentence.stop or scene_breaks(scene.gap(following)):
            return
        end = clause_end(scene, following, sentence.stop)
        relative = any(scene.word(n) == "yang" for n in range(max(sentence.start, verb - 6), verb))
        if relative:
            end = min(end, self._relative_end(following, sentence.stop))
        if main_predicate(scene, following, end) is None:
            return
        span = scene.stretch(following, end)
        if span:
            yield Draft(span.start, span.end, "indirect", "passive", agent, verb)

    def _that(self, number: int, stop: int) -> int | None:
        """The word `bahwa`, if only a noun phrase or an adjunct stands before it."""
        for at in range(number, stop):
            if self.scene.word(at) == "bahwa":
                return at
            if self.scene.syntax.is_verb(at) or "," in self.scene.gap(at):
                return None
        return None

    def _agent_before(self, verb: int, first: int) -> ActorMention | None:
        """`yang oleh X dituduh VP`."""
        scene = self.scene
        for number in range(verb - 1, max(first, verb - 8) - 1, -1):
            if scene.word(number) == "oleh":
                return scene.actor_at(number + 1)
        return None

    def _again(self, verb: int, agent: ActorMention | None, following: int, sentence: range) -> Iterator[Draft]:
        """A passive that repeats its speaker, or names the agent, before `bahwa`: `Disebutkan bahwa C`."""
        scene = self.scene
        that = self._that(following, min(following + 12, sentence.stop))
        if that is None:
            opens = verb == sentence.start and following < sentence.stop and "," in scene.gap(following)
            if not (opens and scene.word(verb).endswith("nya")):
                return
            that = following - 1
        if agent is None and (verb > sentence.start + 2 or scene.word(verb - 1) in ("yang", "enggan", "tak", "tidak")):
            return
        end = clause_end(scene, that + 1, sentence.stop)
        span = scene.stretch(that + 1, end)
        if span:
            yield Draft(span.start, span.end, "indirect", "passive", agent, verb, again=agent is None)
