"""States, governments, forces, groups and bodies as actors."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.mentions import Anaphor
from ceasefire_id.names.drafts import ActorDraft, Position
from ceasefire_id.names.gazetteer import Match, Sense
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.position import Positions
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["ActorReader"]

#: kinds of which one actor is many beings
_MANY = frozenset(("armed_group", "military", "civilians", "organisation", "monitor"))
#: kinds that without a name are actors only where they are told to do something
_TOLD_BY_DOING = frozenset(("civilians", "organisation", "media", "monitor"))
#: heads after which a state, too, is the side itself
_PAIRED = frozenset(("pihak", "kubu", "negara"))
#: heads that with `-nya` mean the speaker, and who speaks so
_OWN = frozenset(("pihak",))
_SPEAKERS = frozenset(("person", "organisation", "government", "military", "armed_group", "monitor"))
_BOTH = frozenset(("kedua", "ketiga"))
_SIDE_KINDS = frozenset(("state", "armed_group", "military", "government"))
#: heads that say a kind only with a noun: `badan pembangunan IGAD` is IGAD, `badan PBB` is not the UN
_KINDS_OF_BODIES = frozenset(("badan", "lembaga", "kantor", "misi", "komisi", "dewan"))
#: a verb and what it is done for: `bergegas keluar mencari roti`
_TO_PURPOSE = 3
_STATE_SIDES = frozenset(("pihak", "kubu", "negara", "delegasi"))


class ActorReader:
    """Drafts of actors that are no single persons."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, positions: Positions) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.positions = positions

    # ---- known names -------------------------------------------------------------------------------------------------

    def from_state(self, match: Match, sense: Sense, position: Position) -> ActorDraft:
        """A state that acts, by its name, a nickname or its capital."""
        shown = self.tokens.shown(match.first, match.end)
        return ActorDraft(
            first=match.first,
            end=match.end,
            rule="capital" if sense.sort == "capital" else "state",
            name=sense.name if sense.alias else shown,
            kind="state",
            country=sense.country,
            identity=sense.identity,
            heads=frozenset(("negara",)),
            listed=position in ("free", "doing"),
        )

    def from_actor(self, match: Match, sense: Sense, position: Position) -> ActorDraft:
        """A group, body or outlet that a list knows."""
        shown = self.tokens.shown(match.first, match.end)
        return ActorDraft(
            first=match.first,
            end=match.end,
            rule="listed",
            name=shown,
            kind=sense.kind,
            country=sense.country,
            identity=sense.identity,
            heads=self._kind_heads(sense.kind),
            number="many" if sense.kind in _MANY else "one",
            listed=sense.kind == "media"
            or position in ("free", "doing")
            or (position == "place" and sense.kind != "government"),
        )

    def _kind_heads(self, kind: str) -> frozenset[str]:
        return frozenset(
            {"armed_group": ("kelompok", "gerakan", "milisi"), "organisation": ("organisasi", "badan", "lembaga")}.get(
                kind, ()
            )
        )

    # ---- phrases -----------------------------------------------------------------------------------------------------

    def from_phrase(self, phrase: Phrase, position: Position) -> ActorDraft | None:
        """The actor that a phrase names: the side itself (`kelompok Houthi`), or a body (`tentara Suriah`)."""
        known = phrase.matches[-1].senses if phrase.matches else ()
        last = next((s for s in known if s.sort in ("actor", "state", "capital")), None)
        if last and self._is_side(phrase, last):
            return self._side(phrase, last, position)
        if phrase.possessed and position == "modifier":
            # An adjective: `serangan militernya`.
            return None
        kind = self.kind_of(phrase)
        tokens = self.tokens
        country = next((s.country for s in known if s.country), "")
        head = phrase.head.text
        heads = frozenset(
            (
                head,
                head.split()[0],
                self.vocabulary.same.get(head, head),
                *self.vocabulary.also.get(head, ()),
                *self._full_name(phrase),
            )
        )
        anaphor = None
        listed = position in ("free", "doing") and not phrase.definite and not phrase.possessed
        restricted = tokens.word(phrase.end) in ("yang", "lain", "lainnya") and tokens.follows(phrase.end)
        if phrase.bare and phrase.possessed and head in _OWN:
            # `pihaknya` is whoever speaks.
            anaphor = Anaphor(kinds=_SPEAKERS, nearest="speaker")
            listed = False
        elif head in _PAIRED and tokens.word(phrase.start) in _BOTH:
            # `kedua pihak`: sides named before; the last one stands for them.
            anaphor = Anaphor(kinds=_SIDE_KINDS)
            listed = False
        elif not (phrase.quantified or phrase.possessed or phrase.counted or restricted) and (
            phrase.definite or phrase.bare
        ):
            anaphor = Anaphor(
                heads=frozenset((self.vocabulary.same.get(head, head), head)),
                country=country or None,
                descriptive=not phrase.definite,
            )
        named = bool(phrase.matches or phrase.unknown)
        if not named and (kind in _TOLD_BY_DOING or (self._is_member(phrase) and not restricted)):
            listed = listed and (self.positions.acts_after(phrase.end) or self.positions.is_agent(phrase.first))
        if kind == "civilians" and named:
            doing = self.positions.is_agent(phrase.first) or self.positions.acts_after(phrase.end)
            if head in self.vocabulary.anybody or head in self.vocabulary.creeds:
                doing = self.positions.is_agent(phrase.first, addressed=False) or self.positions.says_after(phrase.end)
            listed = (listed and doing) or tokens.word(phrase.first - 1) == "kalangan"
        one = tokens.word(phrase.first) == "satu"
        if phrase.bare and head in self.vocabulary.generic and (not phrase.quantified or one):
            listed = False
        led = tokens.word(phrase.end) == "yang" and tokens.word(phrase.end + 1).endswith("nya")
        if phrase.universal or (phrase.bare and led):
            # `semua pasukan`, `pasukan yang dipimpinnya`
            listed = False
        if phrase.bare and head in self.vocabulary.anybody:
            listed = listed and (self.positions.is_agent(phrase.first, addressed=False) or self._dwellers_do(phrase))
        if head in self.vocabulary.creeds and not named:
            # `umat Islam merayakan Idulfitri`
            said = self.positions.says_after(phrase.end)
            listed = listed and (said or self.positions.is_agent(phrase.first, addressed=False))
        if kind == "media" and phrase.bare:
            listed = listed and self.positions.acts_after(phrase.end)
        if head in self.vocabulary.sites or (head in self.vocabulary.palaces and phrase.unknown):
            # `melalui laman X`, `membangun Istana Presiden`: a thing, unless it says something.
            listed = listed and not phrase.bare and self._is_quoted(phrase)
        if self.positions.is_predicate(phrase.first) or (phrase.counted and kind != "organisation"):
            listed = False
        return ActorDraft(
            first=phrase.first,
            end=phrase.end,
            rule="body" if phrase.matches or phrase.unknown else "description",
            name=tokens.shown(self._name_start(phrase), phrase.core_end),
            kind=kind,
            country=country,
            identity=None if anaphor or phrase.quantified else self.identity(phrase),
            heads=heads,
            number="many" if kind in _MANY else "one",
            anaphor=anaphor,
            listed=listed,
        )

    def _dwellers_do(self, phrase: Phrase) -> bool:
        """`Warga bergegas keluar`: those who live there, told to do something at the head of a sentence."""
        if phrase.head.text not in self.vocabulary.dwellers or not self.tokens.opens(phrase.first):
            return False
        verb = self.positions.verb_after(phrase.end)
        if verb is None or not self.positions.is_active(verb):
            return False
        # `Warga berhamburan` tells of nobody's doing.
        done = next((w for w in self.tokens.folded[verb : verb + _TO_PURPOSE] if w.startswith("me")), "")
        return bool(done) and done not in self.vocabulary.enduring

    def kind_of(self, phrase: Phrase) -> str:
        """The kind of what a phrase names: its head's, unless the words after it tell another."""
        kind, head = phrase.head.sort, phrase.head.text
        words = self.tokens.folded[phrase.head_end : phrase.core_end]
        civil = not self.vocabulary.civil.isdisjoint(words)
        apart = not self.vocabulary.apart.isdisjoint(words)
        if head == "kelompok" and not (phrase.matches or phrase.unknown or phrase.bare or apart):
            # `kelompok kelas bawah`: only its heads (`kelompok bersenjata`) and names tell an armed group.
            kind = "organisation"
        armed = not self.vocabulary.fighters.isdisjoint(words)
        if kind == "armed_group" and civil and not armed and head in ("kelompok", "gerakan"):
            kind = "organisation"
        if kind == "armed_group" and head in self.vocabulary.ideas and not phrase.matches and not phrase.bare:
            # `gerakan literasi`, `Gerakan Nusantara Mengajar`
            kind = kind if self._is_in_arms(phrase, words) else "organisation"
        if kind == "military" and not phrase.bare and self._is_rebel(phrase, words):
            kind = "armed_group"
        lands = phrase.matches and all(m.sense("place") and not m.sense("state", "capital") for m in phrase.matches)
        if (
            head in ("pasukan", "tentara")
            and lands
            and not phrase.unknown
            and not self.tokens.capital[phrase.head_end - 1]
        ):
            # `pasukan Karabakh`: no army of a state
            kind = "armed_group"
        if head == "pasukan" and phrase.unknown and not phrase.matches and self._is_of_person(phrase):
            kind = "armed_group"
        if kind == "organisation" and head in self.vocabulary.councils and armed:
            kind = "armed_group"  # `Komite Pembebasan Sahel`, `Liga Pejuang Tuareg`
        if head == "kongres" and phrase.unknown and not any(match.sense("state") for match in phrase.matches):
            # `Kongres Etnis Chin`, beside the Kongres of a state
            kind = "organisation"
        if kind == "military" and head == "koalisi" and (civil or (phrase.unknown and not phrase.matches)):
            kind = "organisation"
        return "government" if kind == "organisation" and self._is_of_state(phrase) else kind

    def _is_of_person(self, phrase: Phrase) -> bool:
        """`pasukan Fikret Abdic`: forces called by a leader who is none of those whom everybody knows."""
        tokens, vocabulary = self.tokens, self.vocabulary
        small = not tokens.capital[phrase.head_start] or tokens.opens(phrase.head_start)
        words = tokens.folded[phrase.head_end : phrase.core_end]
        office = any(word in vocabulary.titular or vocabulary.is_abstract(word) for word in words)
        return small and not phrase.nouns and not office and vocabulary.people.isdisjoint(words)

    def _is_rebel(self, phrase: Phrase, words: Sequence[str]) -> bool:
        """`Pasukan Nasional untuk Pembebasan`: an army that names a cause in capitals, and no state."""
        cause = not self.vocabulary.rebel.isdisjoint(words) and self.tokens.capital[phrase.head_end]
        return cause and not any(match.sense("state", "actor") for match in phrase.matches)

    def _is_in_arms(self, phrase: Phrase, words: Sequence[str]) -> bool:
        """Whether a movement fights: its name says it, its verb, or a pause of fighting that the text speaks of."""
        if not self.vocabulary.martial.isdisjoint(words):
            return True
        verb = self.positions.verb_after(phrase.end)
        strikes = verb is not None and self.tokens.word(verb) in self.vocabulary.striking
        named = self.tokens.capital[phrase.head_start]
        return strikes or (named and not self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index))

    def _is_quoted(self, phrase: Phrase) -> bool:
        """Whether what a phrase names is the source of what is told."""
        quoting = self.tokens.word(phrase.first - 1) in self.vocabulary.quoting | {"dari", "berdasarkan"}
        return (
            quoting or self.positions.is_agent(phrase.first, addressed=False) or self.positions.says_after(phrase.end)
        )

    def _name_start(self, phrase: Phrase) -> int:
        """The first word of what is named: of `laman Healthline` that is `Healthline`."""
        site = phrase.head.text in self.vocabulary.sites and phrase.unknown and not phrase.nouns
        return phrase.head_end if site else self._proper_start(phrase) or phrase.start

    def _proper_start(self, phrase: Phrase) -> int:
        """The first word of a name that small letters describe (`badan migrasi IOM`, `Partai oposisi UNP`), or zero."""
        tokens, head = self.tokens, phrase.head.text
        small = not tokens.capital[phrase.head_start] or tokens.opens(phrase.head_start)
        if head not in self.vocabulary.describing or not small or phrase.possessed:
            return 0
        first = next((n for n in range(phrase.head_end, phrase.core_end) if tokens.capital[n]), 0)
        closes = first and all(tokens.capital[n] for n in range(first, phrase.core_end))
        if not closes or (not phrase.nouns and not tokens.is_upper(first)):
            return 0
        land = phrase.matches and phrase.matches[-1].end == phrase.core_end and not phrase.matches[-1].sense("actor")
        return 0 if land else first

    def is_side(self, phrase: Phrase) -> bool:
        """Whether a phrase only says what kind of side the name in it is (`delegasi Hamas`)."""
        known = phrase.matches[-1].senses if phrase.matches and not phrase.name else ()
        last = next((s for s in known if s.sort in ("actor", "state", "capital")), None)
        return last is not None and self._is_side(phrase, last)

    def _is_member(self, phrase: Phrase) -> bool:
        return phrase.bare and phrase.head.text in self.vocabulary.members_of_forces

    def _is_side(self, phrase: Phrase, sense: Sense) -> bool:
        """Whether the head only says what kind of side the name is."""
        head = phrase.head.text
        if sense.sort != "actor":
            return head in _STATE_SIDES and not phrase.nouns
        if head in _KINDS_OF_BODIES and not phrase.nouns:
            # `lembaga DPR`
            return head == "lembaga" and sense.kind == "government"
        if not self.vocabulary.apart.isdisjoint(self.tokens.folded[phrase.head_end : phrase.core_end]):
            # `kelompok pembangkang FARC` is not the FARC.
            return False
        several = phrase.head.sort != "person" and head.split()[0] in self.vocabulary.sides
        return (head in self.vocabulary.sides or several) and (
            phrase.head.sort in ("organisation", "person", sense.kind)
            or head in _STATE_SIDES
            or sense.kind == "armed_group"
        )

    def _side(self, phrase: Phrase, sense: Sense, position: Position) -> ActorDraft:
        match = phrase.matches[-1]
        draft = (
            self.from_state(match, sense, position)
            if sense.sort != "actor"
            else self.from_actor(match, sense, position)
        )
        draft.first, draft.end, draft.rule = phrase.first, phrase.end, "side"
        return draft

    def _is_of_state(self, phrase: Phrase) -> bool:
        """`Badan Pengelola Kawasan`: a body with a field in capitals, and nothing that says that no state keeps it."""
        tokens = self.tokens
        after = phrase.head_end
        numbered = phrase.head.text == "komisi" and after < tokens.size
        if numbered and self.vocabulary.is_roman(tokens.shown(after, after + 1)):
            # `Komisi III DPR`
            return True
        words = tokens.folded[phrase.head_end : phrase.core_end]
        fit = phrase.head.text in self.vocabulary.state_bodies and tokens.capital[phrase.head_start]
        return fit and phrase.unknown and self.vocabulary.not_of_state.isdisjoint(words)

    def _full_name(self, phrase: Phrase) -> tuple[str, ...]:
        """The name, among those of which a list knows a short form, with which a phrase begins."""
        words = self.tokens.folded[phrase.head_start : phrase.core_end]
        sizes = range(len(words), len(phrase.head.words), -1)
        full = next((f for n in sizes if (f := " ".join(words[:n])) in self.vocabulary.full_names), None)
        return (full,) if full else ()

    def identity(self, phrase: Phrase, end: int = 0) -> str:
        """What the body goes by under all its heads: `tentara Suriah` and `militer Suriah` are one.

        `end`: where its name ends if it goes on behind a bracket, which is left out.
        """
        tokens = self.tokens
        head = self.vocabulary.same.get(phrase.head.text)
        at, parts = phrase.head_end, []
        if head is None:
            head = phrase.head.text
        for match in phrase.matches:
            parts += tokens.folded[at : match.first]
            parts.append(match.senses[0].identity or match.senses[0].name)
            at = match.end
        parts += tokens.folded[at : phrase.core_end]
        if end:
            behind = next(n for n in range(phrase.core_end + 1, end + 1) if tokens.gap(n).startswith(")"))
            last = tokens.match(behind)
            parts += [last.senses[0].identity] if last and last.end == end else tokens.folded[behind:end]
        name = " ".join((head, *(self.vocabulary.spelt_out.get(part, part) for part in parts)))
        bare = name.removesuffix(" ri").removesuffix(" state:ID")
        # `Kementerian Agama RI` is the Kementerian Agama.
        return f"{phrase.head.sort}:{bare if bare in self.vocabulary.full_names else name}"

    def outlet(self, first: int, end: int) -> ActorDraft:
        """An outlet that only the verb of quoting tells."""
        return ActorDraft(first=first, end=end, rule="outlet", name=self.tokens.shown(first, end), kind="media")
