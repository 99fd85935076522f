"""Direct speech: which quotations are speech, and whose.

A quotation is speech where a tag follows it (`"Q," kata S`), where a verb of saying leads to it (`S menjawab: "Q"`),
where a verb of naming calls something so (`menyebut X "Q"`), or where it stands as a sentence beside other speech.
All else are scare quotes or words of a reported clause.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from ceasefire.language import Quotation
from ceasefire.mentions import ActorMention
from ceasefire_id.patterns import LazyPattern
from ceasefire_id.statements.predicates import main_predicate
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers, scene_breaks

__all__ = ["QuotedSpeech"]

_LOOSE: Final = LazyPattern(r"[\s,.;:]+$")
_AFTER: Final = LazyPattern(r"[\s,.;–—-]*")
#: words between a verb of saying and the quotation it leads to
_LEAD: Final = 24
#: words between a passive of naming and its quotation
_NAMING: Final = 12
#: before an adjective, and behind one made of a verb: `sangat membesarkan hati`
_DEGREES: Final = frozenset(("sangat", "amat", "sungguh", "benar-benar", "cukup", "agak", "begitu", "kurang", "tidak"))
_BARE_AFTER: Final = frozenset(("hati", "sekali", "semua"))
#: letters of a tag in `-nya`, and what may follow it
_CLITIC: Final = 6
_CHANNELS_OPEN: Final = frozenset(("kepada", "dalam", "lewat", "melalui", "di", "saat", "seperti", "pada", "usai"))
_SPEECH_END: Final = (",", ".", "!", "?", "…")


class QuotedSpeech:
    """Reads quotations in one scene."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.speakers = speakers

    def read(self) -> list[Draft]:
        """All direct speech of the document, in order."""
        drafts: list[Draft] = []
        previous: Quotation | None = None
        for quotation in self.scene.quotations:
            draft = self._read(quotation, previous, drafts)
            if draft is not None:
                drafts.append(draft)
                previous = quotation
        return drafts

    def _read(self, quotation: Quotation, previous: Quotation | None, drafts: list[Draft]) -> Draft | None:
        scene = self.scene
        start, end = self._words(quotation)
        first = scene.words.first_at(start)
        if start >= end or scene.in_furniture(first):
            return None
        tag = self._tag_after(quotation)
        if tag is not None:
            return self._with_subject(quotation, self._tagged(start, end, tag))
        lead = self._lead(quotation)
        if lead is not None:
            return self._led(start, end, lead)
        if (named := self._named_by(quotation)) is not None:
            return Draft(start, end, "direct", "lead-passive", named[0], named[1])
        if (speaker := self._colon_speaker(quotation)) is not None:
            return Draft(start, end, "direct", "colon", speaker)
        if (text := self._document(first)) is not None:
            owner, _ = self._owner(text)
            return Draft(start, end, "direct", "document", owner, text, again=owner is None)
        if self._stands_alone(quotation, first):
            if previous is not None and self._are_near(previous, quotation):
                return Draft(start, end, "direct", "continued", None, again=True)
            following = self._following(quotation)
            if following is not None and self._tag_after(following) is not None:
                return Draft(start, end, "direct", "opening", None, again=True, ahead=True)
            if self._lead_sentence(quotation):
                return Draft(start, end, "direct", "continued", None, again=True)
        return None

    def _words(self, quotation: Quotation) -> tuple[int, int]:
        """What is said: without white space and a closing comma or stop; an unclosed one ends at its tag."""
        scene = self.scene
        start, end = quotation.inner.start, quotation.inner.end
        if not quotation.closed:
            first, stop = scene.words.first_at(start), scene.words.first_at(end)
            for number in range(first + 1, stop):
                if scene.word(number) in scene.speech.safe | scene.speech.safe_possessed and "," in scene.gap(number):
                    end = scene.end(number - 1)
                    break
        while start < end and scene.text[start].isspace():
            start += 1
        loose = _LOOSE.search(scene.text, start, end)
        return start, loose.start() if loose else end

    # ---- "Q," kata S ---------------------------------------------------------------------------------------------

    def _tag_after(self, quotation: Quotation) -> int | None:
        """The word number of the tag or verb of saying that follows a quotation."""
        scene, speech = self.scene, self.scene.speech
        number = scene.words.first_at(quotation.span.end)
        if not quotation.closed:
            _, end = self._words(quotation)
            number = scene.words.first_at(end)
        if number >= len(scene.words):
            return None
        gap = scene.text[min(quotation.span.end, scene.start(number)) : scene.start(number)]
        if "\n" in gap or _AFTER.fullmatch(gap) is None:
            return None
        word = scene.word(number)
        if f"{word} {scene.word(number + 1)}" in speech.idioms:
            return None
        if word in speech.safe or word in speech.safe_possessed:
            return number
        inner = scene.text[quotation.inner.start : quotation.inner.end].rstrip()
        speaks = inner.endswith(_SPEECH_END) or "," in gap
        if speaks and (word in speech.quoted or word in speech.quoted_possessed or word in speech.according):
            return number
        if speaks and (self._is_open_tag(number) or self._is_open_clitic(number)):
            return number
        return self._verb_after(number) if speaks else None

    def _is_open_tag(self, number: int) -> bool:
        """Whether any word stands between speech and a person like a tag: `"Q," ratap Umm Khaled`."""
        scene, speech = self.scene, self.scene.speech
        word = scene.word(number)
        if scene.capital(number) or not word.isalpha() or word in speech.tails | speech.contrasts | speech.prepositions:
            return False
        speaker = scene.actor_at(number + 1)
        return speaker is not None and speaker.kind == "person" and scene.gap(number + 1) == " "

    def _is_open_clitic(self, number: int) -> bool:
        """Whether any word in `-nya` closes the sentence behind speech: `"Q," semburnya.`"""
        scene = self.scene
        word = scene.word(number)
        if not word.endswith("nya") or scene.capital(number) or len(word) < _CLITIC or word in scene.speech.adverbs:
            return False
        return "." in scene.gap(number + 1) or scene.word(number + 1) in _CHANNELS_OPEN

    def _verb_after(self, number: int) -> int | None:
        """`"Q," S mengatakan`: a subject right after the quotation, then a verb of saying with nothing reported."""
        scene = self.scene
        mention = scene.actor_at(number)
        if mention is None:
            return None
        verb = scene.after(mention.span)
        while verb < len(scene.words) and scene.word(verb) in scene.speech.adverbs:
            verb += 1
        if scene.word(verb) not in scene.speech.say | scene.speech.tell or scene_breaks(scene.gap(verb)):
            return None
        after = scene.gap(verb + 1)
        return verb if "." in after or "," in after or scene.word(verb + 1) in scene.speech.prepositions else None

    def _tagged(self, start: int, end: int, tag: int) -> Draft:
        scene, speech = self.scene, self.scene.speech
        word = scene.word(tag)
        if (
            word in speech.safe_possessed
            or word in speech.quoted_possessed
            or word == "menurutnya"
            or (word.endswith("nya") and self._is_open_clitic(tag))
        ):
            return Draft(start, end, "direct", "quote-tag", None, tag, again=True)
        if word in speech.reporting and word not in speech.safe and word not in speech.quoted:
            return Draft(start, end, "direct", "quote-verb", self.speakers.before(tag), tag)
        if word in ("demikian", "begitu", "bunyi"):
            speaker, _ = self._owner(tag)
            return Draft(start, end, "direct", "quote-tag", speaker, tag, again=speaker is None)
        speaker, _ = self.speakers.after(tag)
        again = speaker is None and not self._is_unread_name(tag + 1)
        return Draft(start, end, "direct", "quote-tag", speaker, tag, again=again)

    def _is_unread_name(self, number: int) -> bool:
        """Whether two capitals follow a tag that nobody read as a name: they are not whoever spoke before."""
        scene = self.scene
        joined = scene.capital(number) and scene.capital(number + 1) and scene.gap(number + 1) == " "
        return joined and scene.word(number) not in scene.speech.titles

    def _with_subject(self, quotation: Quotation, draft: Draft) -> Draft:
        """`P itu "hanya berlaku di Z", tulis S`: the quotation ends a clause, which is reported as a whole."""
        scene = self.scene
        first = scene.words.first_at(draft.start)
        sentence = scene.sentence(first)
        joined = scene.gap(first).rstrip("\"“”„«'‘ ") == "" and not scene.capital(first)
        if (
            not joined
            or first == sentence.start
            or scene.end(first - 1) < scene.document.sentence_at(draft.start).start
        ):
            return draft
        if any(scene.word(n) in scene.speech.voicing or "," in scene.gap(n) for n in range(sentence.start + 1, first)):
            return draft
        draft.start, draft.end, draft.form = scene.start(sentence.start), quotation.span.end, "indirect"
        return draft

    def _owner(self, tag: int) -> tuple[ActorMention | None, int]:
        """`demikian (bunyi) pernyataan tentara Z`: the owner of the document, else whoever spoke last."""
        scene = self.scene
        for number in range(tag + 1, min(tag + 7, len(scene.words))):
            if scene_breaks(scene.gap(number)) and number > tag + 1:
                break
            mention = scene.actor_at(number)
            if mention is not None:
                return self.speakers.after(number - 1)
        return None, tag + 1

    # ---- S V: "Q" ------------------------------------------------------------------------------------------------

    def _lead(self, quotation: Quotation) -> int | None:
        """The verb or tag that leads to a quotation from before."""
        scene, speech = self.scene, self.scene.speech
        first = scene.words.first_at(quotation.span.start)
        begin = scene.words.first_at(scene.document.paragraph_at(quotation.span.start).start)
        before = scene.text[scene.end(first - 1) : quotation.span.start].strip() if first > begin else ""
        mark = before[-1:]
        if first <= begin or mark in (".", "!", "?", ";"):
            return None
        for number in range(first - 1, max(begin, first - _LEAD) - 1, -1):
            word = scene.word(number)
            if scene.is_quoted(number) or (number < first - 1 and _ends_sentence(scene.gap(number + 1))):
                return None
            if word in speech.according and scene.sentence(number).start == number and mark in (",", ":"):
                return number
            if word in speech.safe_possessed and number == first - 1 and scene_breaks(scene.gap(number)):
                return number if mark in (",", ":") else None
            if word in speech.safe and self._is_tag(number):
                return number if mark in (",", ":") else None
            if word in speech.voicing and scene.syntax.is_verb(number):
                return number if self._leads(number, first, mark, quotation) else None
            if self._is_finite(number) and scene.word(number - 1) != "yang" and mark != ":":
                return None
        return None

    def _is_finite(self, number: int) -> bool:
        """Whether a word is a verb by its prefix: a bare one (`usul`) may be a noun."""
        word = self.scene.word(number)
        return word.startswith(("me", "di", "ber", "ter")) and self.scene.syntax.is_verb(number)

    def _is_tag(self, number: int) -> bool:
        scene = self.scene
        opens = scene_breaks(scene.gap(number)) or scene.sentence(number).start == number
        return opens and scene.actor_at(number + 1) is not None

    def _leads(self, verb: int, first: int, mark: str, quotation: Quotation) -> bool:
        """Whether the verb's words are the quotation: after a comma or colon, or where nothing else is said."""
        scene, speech = self.scene, self.scene.speech
        word = scene.word(verb)
        if word in speech.name and not any("," in scene.gap(n) for n in range(verb + 1, first)):
            # `menyebut milisi itu "telah enam kali menyerang"` reports a clause.
            whole = first == verb + 1 or scene.word(first - 1) == "sebagai"
            return whole or main_predicate(scene, first, first + 1) is None or self._is_verdict(quotation)
        if word not in speech.voicing:
            return False
        if mark in (",", ":"):
            return True
        if scene.word(first - 1) in ("bahwa", "agar", "untuk", "supaya", "karena") or first == verb + 1:
            after = self._character_after(quotation)
            closed = scene.text[quotation.inner.end - 1 : quotation.inner.end] in (".", "!", "?")
            return closed or after in ("", ".", ",", ";")
        return False

    def _is_verdict(self, quotation: Quotation) -> bool:
        """`menyebut langkah itu "sangat menggembirakan"`: an adjective made of a verb, without an object."""
        scene = self.scene
        first, end = scene.words.first_at(quotation.inner.start), scene.words.first_at(quotation.inner.end)
        while first < end and scene.word(first) in _DEGREES:
            first += 1
        word = scene.word(first)
        bare = end - first == 1 or (end - first == 2 and scene.word(end - 1) in _BARE_AFTER)
        return bare and word.startswith("me") and word.endswith("kan")

    def _led(self, start: int, end: int, lead: int) -> Draft | None:
        if self.scene.word(lead) in self.scene.speech.safe_possessed | {"menurutnya"}:
            return Draft(start, end, "direct", "lead-tag", None, lead, again=True)
        if self.scene.word(lead) in self.scene.speech.safe | self.scene.speech.according:
            speaker, _ = self.speakers.after(lead)
            return Draft(start, end, "direct", "lead-tag", speaker, lead, again=speaker is None)
        speaker = self.speakers.before(lead)
        if speaker is None and self.scene.word(lead) in self.scene.speech.name:
            return None
        return Draft(start, end, "direct", "lead-verb", speaker, lead, again=speaker is None)

    def _named_by(self, quotation: Quotation) -> tuple[ActorMention, int] | None:
        """`ditolak X sebagai "Q"`: who calls something so, and the verb."""
        scene = self.scene
        first = scene.words.first_at(quotation.span.start)
        if scene.word(first - 1) != "sebagai":
            return None
        for verb in range(first - 2, max(first - _NAMING, scene.sentence(first).start - 1), -1):
            if scene.word(verb) in scene.speech.passive_name and not scene.is_quoted(verb):
                agent = scene.actor_at(verb + 1 + (scene.word(verb + 1) == "oleh"))
                return (agent, verb) if agent is not None else None
        return None

    def _colon_speaker(self, quotation: Quotation) -> ActorMention | None:
        """`Lestari: "Q"`."""
        text = self.scene.text
        at = quotation.span.start
        while at > 0 and text[at - 1] in " \t\u00a0\n":
            at -= 1
        return self.scene.document.ending_at(ActorMention, at - 1) if at > 1 and text[at - 1] == ":" else None

    def _document(self, first: int) -> int | None:
        """`Bunyi maklumat itu: "Q"`, `isi surat S, "Q"`: the word that says that a paper reads so."""
        scene = self.scene
        begin = scene.sentence(first - 1).start if first else 0
        mark = scene.text[scene.end(first - 1) : scene.start(first)].rstrip("\"“”„«'‘ ") if first else ""
        if mark not in (":", ",") or first - begin > _NAMING:
            return None
        return next((n for n in range(begin, first) if scene.word(n) in scene.speech.reads), None)

    # ---- "Q2" beside other speech ----------------------------------------------------------------------------------

    def _stands_alone(self, quotation: Quotation, first: int) -> bool:
        """Whether a quotation is whole sentences by itself."""
        scene = self.scene
        before, after = self._character_before(quotation), self._character_after(quotation)
        opens = not before or before in '.!?:”"’…'
        inner = scene.text[max(quotation.inner.start, quotation.inner.end - 3) : quotation.inner.end].rstrip()
        closes = not after or after in '“"„”.' or (after.isupper() and inner[-1:] in ".!?…,")
        return opens and closes and scene.capital(first)

    def _character_before(self, quotation: Quotation) -> str:
        """What stands before a quotation in its paragraph, white space aside; empty where it opens it."""
        text, position = self.scene.text, quotation.span.start
        begin = self.scene.document.paragraph_at(position).start
        while position > begin and text[position - 1].isspace():
            position -= 1
        return text[position - 1] if position > begin else ""

    def _character_after(self, quotation: Quotation) -> str:
        """What stands after a quotation in its paragraph, white space aside; empty where it closes it."""
        text, position = self.scene.text, quotation.span.end
        end = self.scene.document.paragraph_at(quotation.span.start).end
        while position < end and text[position].isspace():
            position += 1
        return text[position] if position < end else ""

    def _are_near(self, earlier: Quotation, later: Quotation) -> bool:
        """Whether one stands in the paragraph of the other or in the one after it."""
        document = self.scene.document
        return document.paragraph_number(later.span.start) - document.paragraph_number(earlier.span.start) <= 1

    def _following(self, quotation: Quotation) -> Quotation | None:
        """The next quotation, in this paragraph or the next."""
        quotations = self.scene.quotations
        at = bisect_right(quotations, quotation.span.start, key=lambda other: other.span.start)
        if at < len(quotations) and self._are_near(quotation, quotations[at]):
            return quotations[at]
        return None

    def _lead_sentence(self, quotation: Quotation) -> bool:
        """Whether the sentence before, in this paragraph or the last, has a verb of saying."""
        scene = self.scene
        first = scene.words.first_at(quotation.span.start)
        sentence = scene.sentence(first - 1) if first > 0 else range(0)
        document = scene.document
        near = document.paragraph_number(quotation.span.start) - document.paragraph_number(scene.start(first - 1)) <= 1
        return near and any(scene.word(number) in scene.speech.voicing for number in sentence)


def _ends_sentence(gap: str) -> bool:
    return any(mark in gap for mark in ".!?") and any(space in gap for space in " \n")
