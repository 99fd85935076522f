"""What the article attributes to somebody: direct speech, reported clauses, accusations, demands, source tags.

Rules run at verbs and tags of saying and at quotations. `quoted`, `reported` and `tagged` each read one kind of
construction, `headed` headlines, `unmarked` speech that goes on without marks; `edges` says where a reported clause
begins and ends, `speakers` who says it, `voices` whom `katanya` and a quotation without a tag take up. What a statement
holds of which pause is decided with the pauses, in `ceasefire_id.scope`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import ActorMention, Mention, StatementMention, TimeMention
from ceasefire.models import Diagnostic, Span
from ceasefire_id.language.titles import TitleVerbs, title_words
from ceasefire_id.statements.edges import closing_tag
from ceasefire_id.statements.headed import HeadedSpeech
from ceasefire_id.statements.quoted import QuotedSpeech
from ceasefire_id.statements.reported import ReportedSpeech
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers
from ceasefire_id.statements.tagged import TaggedSpeech
from ceasefire_id.statements.unmarked import with_unmarked
from ceasefire_id.statements.vocabulary import Speech
from ceasefire_id.statements.voices import credit_outlets, name_speakers, without_repeats

__all__ = ["StatementExtractor"]


class StatementExtractor:
    """The extractor `id-statements`."""

    name = "id-statements"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset((ActorMention,))
    uses: frozenset[type[Mention]] = frozenset((TimeMention,))
    gives: frozenset[type[Mention]] = frozenset((StatementMention,))

    def __init__(self) -> None:
        self._speech = Speech.load()
        speech = self._speech
        self._title_verbs = TitleVerbs(speech.voicing)
        self._triggers = (
            speech.voicing
            | speech.utter
            | speech.safe
            | speech.safe_possessed
            | speech.after_clause
            | speech.after_clause_possessed
            | speech.closing
            | speech.according
            | speech.based
            | speech.passive_accuse
            | speech.passive_say
            | speech.passive_again
            | speech.passive_name
            | speech.calling
        )

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        """See `Extractor.extract`."""
        triggers = document.words.numbers(self._triggers)
        if not triggers and not document.quotations and not title_words(document):
            return ()
        scene = Scene(document, self._speech)
        speakers = Speakers(scene)
        drafts = QuotedSpeech(scene, speakers).read()
        drafts += HeadedSpeech(scene, self._title_verbs).read()
        spoken = {draft.verb for draft in drafts}
        drafts += _reported(scene, speakers, [n for n in triggers if n not in spoken])
        drafts = without_repeats(scene, drafts)
        name_speakers(scene, speakers, drafts, triggers)
        drafts = with_unmarked(scene, drafts)
        credit_outlets(scene, drafts, document.words.numbers(self._speech.credit))
        return [self._mention(scene, draft) for draft in drafts]

    def _mention(self, scene: Scene, draft: Draft) -> StatementMention:
        return StatementMention(
            span=draft.span,
            by=f"{self.name}:{draft.rule}",
            form=draft.form,
            speaker=draft.speaker,
            verb=Span(scene.start(draft.verb), scene.end(draft.verb)) if draft.verb >= 0 else None,
            via=draft.via,
            date=draft.date,
        )


def _reported(scene: Scene, speakers: Speakers, triggers: list[int]) -> list[Draft]:
    """Indirect speech at the trigger words outside quotations, in order."""
    speech = scene.speech
    reported, tagged = ReportedSpeech(scene, speakers), TaggedSpeech(scene, speakers)
    drafts: list[Draft] = []
    begun = 0  # the first word that no statement before holds
    for number in triggers:
        if scene.is_quoted(number) or scene.in_furniture(number):
            continue
        word = scene.word(number)
        found: list[Draft] = []
        if word in speech.according or word in speech.based:
            found = list(tagged.read_according(number))
        elif word in speech.closing:
            if "," in scene.gap(number):
                found = list(tagged.read_closing(number, begun))
        elif word in speech.after_clause_possessed:
            if "," in scene.gap(number) and closing_tag(scene, number, scene.sentence(number).stop):
                found = list(tagged.read_tag(number, begun))
        elif word in speech.after_clause and (word not in speech.reporting or "," in scene.gap(number)):
            if "," in scene.gap(number) and scene.actor_at(number + 1) is not None:
                found = list(tagged.read_tag(number, begun))
        elif word in speech.safe or word in speech.safe_possessed:
            if scene.marked(number, ",?!") or number == scene.sentence(number).start:
                found = list(tagged.read_tag(number, begun))
        elif word in speech.passive_accuse or word in speech.passive_say or word in speech.passive_again:
            found = list(tagged.read_passive(number))
        elif word in speech.calling:
            found = list(tagged.read_called(number))
        elif word in speech.reporting or word in speech.utter or word in speech.tell_possessed:
            found = list(tagged.read_inverted(number)) or list(reported.read(number))
        drafts += found
    return drafts


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor of statements."""
    return [StatementExtractor()]
