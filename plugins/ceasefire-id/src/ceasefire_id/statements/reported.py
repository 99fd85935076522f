"""Reported clauses after a verb of saying: `S mengatakan (bahwa) C`, accusations, demands, denials, pledges.

Whether words that follow the verb are a clause at all is asked where the verb can also take a thing
(`menegaskan komitmen`, `mengumumkan jeda`, `menyerukan gencatan senjata`): those give no statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.mentions import ActorMention
from ceasefire_id.statements.edges import Opening, clause_end, clause_opening, closing_tag
from ceasefire_id.statements.predicates import called_so, main_predicate
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers

__all__ = ["ReportedSpeech"]

#: the classes of verbs, in the order in which a verb of several is named
_RULES = ("accuse", "demand", "propose", "deny", "refuse", "pledge", "hope", "say", "tell")
#: after these what follows is a clause
_SURE = ("bahwa", "colon", "stop")
_PURPOSE = frozenset(("agar", "supaya", "untuk"))
_WILL = frozenset(("akan", "bakal", "tetap"))
#: words of bound before a number
_BOUNDS = frozenset(("lebih", "dari", "sedikitnya", "setidaknya", "sekitar", "hampir", "sebanyak", "total"))
#: nouns that are asked for, with a purpose that is not what is said
_ASKED_FOR = frozenset(
    ("waktu", "izin", "kesempatan", "bantuan", "dukungan", "maaf", "uang", "dana", "pertemuan", "sidang")
)
#: what a source asks for that wants no name
_ANONYMITY = frozenset(("namanya", "identitasnya", "anonim", "anonimitas"))
#: after a negation: untrue
_TRUE = frozenset(("benar", "berdasar", "beralasan", "betul"))
#: verbs of opinion, before what somebody is taken for
_CALLING = frozenset(("menyebut", "menduga", "menilai", "menganggap", "mengira", "meyakini"))
_WISHED = frozenset(("mengusulkan", "menghendaki", "menginginkan"))
#: nouns whose content a denial denies
_DENIED = frozenset(("laporan", "tuduhan", "klaim", "kabar", "tudingan", "anggapan", "pernyataan", "isu", "berita"))


class ReportedSpeech:
    """Reads reported clauses in one scene."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.speakers = speakers

    def read(self, verb: int) -> Iterator[Draft]:
        """The statement that an active verb of saying at a word introduces, if any."""
        scene, speech = self.scene, self.scene.speech
        word = scene.word(verb)
        if self._is_unreal(verb) or self._says_then(verb):
            return
        stop = self._relative_stop(verb, scene.sentence(verb).stop)
        opening = clause_opening(scene, verb, stop)
        if opening is None or self._opens_quotation(opening.first):
            return
        end = clause_end(scene, opening.first, stop)
        first = self._in_noun(word, opening, end)
        rule = "noun" if first is not None else next((name for name in _RULES if word in getattr(speech, name)), "tell")
        if first is None and self._reports(word, opening):
            first = self._clause(word, opening, end)
        if first is None:
            return
        begun = first, end
        first, end = self._around_tag(first, end, stop)
        aside = scene.stretch(*begun) if (first, end) != begun else None
        span = scene.stretch(first, end)
        if span is None:
            return
        pair = self.speakers.of_pair(verb - (scene.word(verb - 1) in ("saling", "sama-sama")))
        speaker = pair or self.speakers.before(verb) or self.speakers.namesake(verb - 1)
        if speaker is None and (self._goes_on(verb) or self.speakers.is_described(verb)):
            yield Draft(span.start, span.end, "indirect", f"reported-{rule}", None, verb, again=True, aside=aside)
            return
        sure = word in speech.say or opening.link in _SURE or self._name_before(verb)
        if speaker is None and not (sure and self._has_subject(verb)):
            return
        yield Draft(span.start, span.end, "indirect", f"reported-{rule}", speaker, verb, date=opening.date, aside=aside)

    def _is_unreal(self, verb: int) -> bool:
        """Whether the verb is negated, still to come, a wish or a condition."""
        scene, speech = self.scene, self.scene.speech
        number = verb - 1
        while number >= 0 and not scene.gap(number + 1).strip():
            word = scene.word(number)
            if word in speech.negations or word in speech.unreal:
                return True
            if word not in speech.adverbs:
                return False
            number -= 1
        return False

    def _says_then(self, verb: int) -> bool:
        """`S membantah dan mengatakan C`: C hangs on the second verb."""
        scene = self.scene
        again = scene.word(verb + 1) in ("dan", "lalu", "kemudian") and scene.gap(verb + 1).isspace()
        return scene.word(verb) in scene.speech.deny and again and scene.word(verb + 2) in scene.speech.say

    def _goes_on(self, verb: int) -> bool:
        """`"Q," ujarnya, seraya menambahkan C`: whoever speaks before speaks on."""
        return self.scene.word(verb - 1) in ("seraya", "sembari", "sambil")

    def _opens_quotation(self, number: int) -> bool:
        """Whether the clause is a quotation and nothing else: then it is direct speech."""
        scene = self.scene
        quotation = scene.quotation_around(scene.start(number))
        if quotation is None or scene.words.first_at(quotation.inner.start) != number:
            return False
        after = scene.words.first_at(quotation.span.end)
        return not (after < scene.sentence(number).stop) or bool(
            scene.text[quotation.span.end : scene.start(after)].strip()
        )

    def _has_subject(self, verb: int) -> bool:
        """Whether words that may be a subject stand before the verb in its clause."""
        scene = self.scene
        first = scene.sentence(verb).start
        if verb == first or scene.word(verb - 1) in ("untuk", "dengan", "yang", "dan", "agar"):
            return False
        # A document that nobody owns speaks for nobody.
        papers = scene.speech.documents | scene.speech.impersonal
        return not any(scene.word(number) in papers for number in range(max(first, verb - 10), verb))

    def _name_before(self, verb: int) -> bool:
        """Whether a capital stands before the verb and its adverbs: a name that nobody read."""
        scene = self.scene
        number = verb - 1
        while number > 0 and scene.word(number) in scene.speech.adverbs:
            number -= 1
        return scene.capital(number) and number > scene.sentence(verb).start

    def _relative_stop(self, verb: int, stop: int) -> int:
        """Of `S, yang V C, V2` the clause ends before the comma after which the main verb stands."""
        scene = self.scene
        first = verb
        while first > 0 and scene.word(first - 1) in scene.speech.adverbs:
            first -= 1
        if scene.word(first - 1) != "yang":
            return stop
        for number in range(verb + 2, stop):
            if "," in scene.gap(number):
                following = number
                while scene.word(following) in scene.speech.adverbs:
                    following += 1
                if scene.syntax.is_verb(following):
                    return number
        return stop

    def _around_tag(self, first: int, end: int, stop: int) -> tuple[int, int]:
        """Of a clause that a source tag cuts (`jeda itu, menurut S, juga mencakup Z`) the part with the predicate."""
        scene = self.scene
        if end >= stop or not closing_tag(scene, end, stop) or main_predicate(scene, first, end) is not None:
            return first, end
        rest = next((n for n in range(end + 1, stop) if "," in scene.gap(n)), stop)
        if rest >= stop or main_predicate(scene, rest, stop) is None:
            return first, end
        return rest, clause_end(scene, rest, stop)

    # ---- is it a clause, and from where --------------------------------------------------------------------------

    def _clause(self, word: str, opening: Opening, end: int) -> int | None:
        """The first word of what is said, by the class of the verb; null where it is no clause."""
        scene, speech = self.scene, self.scene.speech
        if opening.first >= end:
            return None
        if word in speech.refuse:
            return self._denied(opening, end) if scene.word(opening.first) in _DENIED else None
        if word in speech.demand or word in speech.propose:
            return self._demanded(word, opening, end)
        if word in speech.accuse:
            return self._accused(opening, end)
        if word in speech.deny:
            return self._denied(opening, end)
        if word in speech.pledge:
            return self._pledged(opening, end)
        if self._is_hollow(opening.first, end):
            return None
        if word in speech.utter and opening.link == "bare" and scene.word(opening.first) in speech.feelings:
            return None  # `menyampaikan penyesalan karena P gagal diperpanjang`
        if opening.link in _SURE:
            return opening.first if end - opening.first > 1 else None
        if word in speech.name and self._named_as(opening.first, end):
            return opening.first
        if word in speech.hope or word in ("menilai", "optimistis", "optimis", "yakin", "percaya", "khawatir"):
            return self._with_own_subject(opening, end)
        if word == "menyatakan" and self._is_declared(opening.first, end):
            return None
        if word in speech.say:
            if scene.word(opening.first) in _PURPOSE:
                return opening.first + 1
            return opening.first if end - opening.first > 1 else None
        if self._tells(word, opening.first, end) or (word in _CALLING and called_so(scene, opening.first, end)):
            return opening.first
        return self._demanded(word, opening, end) if word in speech.warn else None

    def _is_declared(self, first: int, end: int) -> bool:
        """`menyatakan P selama L, tetapi …`: a pause is declared, and nothing is said of it."""
        scene = self.scene
        if not self._names_a_pause(first):
            return False
        comma = next((n for n in range(first + 1, end) if "," in scene.gap(n)), end)
        described = comma < end and scene.word(comma) == "yang"
        return not described and not self._tells("mengumumkan", first, end)

    def _names_a_pause(self, number: int) -> bool:
        """Whether a noun of a pause stands at a word (`gencatan senjata`, `jeda`), or what is declared like one."""
        return self.scene.word(number) in self.scene.speech.pauses

    def _tells(self, word: str, first: int, end: int) -> bool:
        """Whether a clause follows; after `mengumumkan` not a pause with its terms: `P terhitung 18 Juni, yang ...`."""
        scene = self.scene
        pause = self._names_a_pause(first)
        number = first
        while scene.word(number) in _BOUNDS:
            number += 1
        if word in ("membalas", "menjawab") and scene.word(first) == "dengan":
            return False  # `membalas dengan memerintahkan P`: an act
        counted = word in ("melaporkan", "mencatat") and scene.word(number)[:1].isdigit()
        if counted and "pelanggaran" in (scene.word(number + 1), scene.word(number + 2)):
            return True  # `melaporkan 23 pelanggaran`
        if not pause or word not in ("mengumumkan", "mendeklarasikan"):
            return main_predicate(scene, first, end) is not None
        begin = min(first + 2, end)
        stop = next((n for n in range(begin, end) if "," in scene.gap(n)), end)
        predicate = main_predicate(scene, first, stop)
        begins = predicate is not None and scene.word(predicate) == "mulai" and not scene.syntax.is_verb(predicate + 1)
        return predicate is not None and not begins and scene.word(predicate) not in scene.speech.terms

    def _reports(self, word: str, opening: Opening) -> bool:
        """Whether the verb reports; one that holds its object already (`mengoreksinya`) does so only before a colon."""
        speech = self.scene.speech
        return word in speech.reporting or (opening.link == "colon" and word in speech.tell_possessed)

    def _is_hollow(self, first: int, end: int) -> bool:
        """`mengatakan hal itu`: words that only stand for what is said."""
        scene = self.scene
        words = " ".join(scene.word(n) for n in range(first, min(first + 3, end)))
        hollow = any(words == phrase or words.startswith(f"{phrase} ") for phrase in scene.speech.hollow)
        return hollow and main_predicate(scene, first, end) is None

    def _named_as(self, first: int, end: int) -> bool:
        """`menyebut X sebagai Y`."""
        return any(self.scene.word(n) == "sebagai" for n in range(first + 1, min(first + 12, end)))

    def _with_own_subject(self, opening: Opening, end: int) -> int | None:
        """`berharap jeda menjadi awal perundingan`, not `berharap untuk pulang` or `yakin menang`."""
        scene = self.scene
        first = opening.first
        if scene.word(first) in ("agar", "supaya") and first + 1 < end:
            first += 1
        predicate = main_predicate(scene, first, end)
        if predicate is None:
            # `berharap jeda berikutnya lebih panjang`
            predicate = next((n for n in range(first + 1, end - 1) if self._compares(n)), None)
        opens = predicate == first and scene.word(first) != "ada"
        if predicate is None or opens or scene.word(first) in _PURPOSE:
            return None
        return first

    def _compares(self, number: int) -> bool:
        scene = self.scene
        after_noun = not scene.gap(number).strip() and not scene.syntax.is_verb(number - 1)
        return scene.word(number) == "lebih" and after_noun and scene.word(number + 1) not in ("dari", "dulu", "banyak")

    def _demanded(self, word: str, opening: Opening, end: int) -> int | None:
        """`mendesak kedua pihak menahan diri`, `meminta agar C`, `menyerukan kepada X untuk VP`; not a bare thing."""
        scene = self.scene
        first = opening.first
        if scene.word(first) == "untuk" and word in scene.speech.propose:
            return None
        if scene.word(first + (scene.word(first) in _PURPOSE)) in _ANONYMITY:
            return None
        if opening.link == "bahwa" or scene.word(first) in _PURPOSE:
            first += scene.word(first) in _PURPOSE
            return first if first < end and (scene.word(first - 1) != "untuk" or self._verbal(first)) else None
        if scene.word(first) in _ASKED_FOR or "," in scene.gap(first):
            return None
        for number in range(first + 1, min(first + 14, end)):
            if scene.word(number) in _PURPOSE and "," not in scene.gap(number):
                if scene.word(number) == "untuk" and word in scene.speech.propose:
                    return None
                if scene.word(number) == "untuk" and not self._verbal(number + 1):
                    continue  # `meminta A berunding untuk P`
                return first if self._is_asked(first, number) else None
            if scene.word(number) == "yang" or "," in scene.gap(number):
                break
        if word in scene.speech.propose and word not in _WISHED:
            return None
        predicate = main_predicate(scene, first, next((n for n in range(first + 1, end) if "," in scene.gap(n)), end))
        if predicate is None or predicate <= first:
            return None
        # `mengusulkan pasukan dikirim`, not `mengusulkan rencana mengakhiri perang`
        wished = scene.word(predicate).startswith("di") or scene.word(predicate) in ("ikut", "akan", "harus", "tidak")
        return first if wished or word not in scene.speech.propose else None

    def _in_noun(self, word: str, opening: Opening, end: int) -> int | None:
        """`menyampaikan seruan untuk VP`, `mengeluarkan peringatan bahwa C`: what the noun holds."""
        scene = self.scene
        noun = scene.word(opening.first).removesuffix("nya")
        if word not in scene.speech.utter or noun not in scene.speech.nouns:
            return None
        for number in range(opening.first + 1, min(opening.first + 6, end - 1)):
            if scene.word(number) in ("bahwa", "agar", "supaya") or (
                scene.word(number) == "untuk" and self._verbal(number + 1)
            ):
                return None if self._is_called_untrue(number + 1, end) else number + 1
        return None

    def _is_called_untrue(self, first: int, end: int) -> bool:
        """`menyatakan tuduhan bahwa C tidak berdasar`: the noun is the subject of what is said."""
        scene = self.scene
        return any(
            scene.word(n) in scene.speech.negations and scene.word(n + 1) in _TRUE for n in range(first + 2, end - 1)
        )

    def _verbal(self, number: int) -> bool:
        scene = self.scene
        return scene.syntax.is_verb(number) or scene.word(number) in (
            "tidak",
            "tak",
            "segera",
            "tetap",
            "terus",
            "kembali",
            "saling",
        )

    def _is_asked(self, first: int, end: int) -> bool:
        """Whether somebody or something that can act stands between the verb and its purpose."""
        scene = self.scene
        if scene.document.starting_in(ActorMention, scene.start(first), scene.start(end)):
            return True
        if any(self._names_a_pause(number) for number in range(first, end)):
            return False  # `menyerukan sebuah gencatan senjata untuk VP`
        return scene.word(first) in scene.speech.determiners | {
            "semua",
            "pihak",
            "warga",
            "masyarakat",
            "dunia",
            "mereka",
        }

    def _accused(self, opening: Opening, end: int) -> int | None:
        """`menuduh B VP`; not `menuduh B atas X`."""
        scene = self.scene
        if opening.link == "bahwa":
            return opening.first
        predicate = main_predicate(scene, opening.first, end)
        if predicate is None and called_so(scene, opening.first, end):  # `menuduh mereka mata-mata`
            return opening.first
        relative = next((n for n in range(opening.first + 1, end) if scene.word(n) == "yang"), end)
        if predicate is None and scene.syntax.verbs_between(relative, min(relative + 4, end)):
            return opening.first  # `menuding B yang memulai`
        if predicate is None and any(
            scene.word(n) in ("berada", "di") for n in range(opening.first, min(opening.first + 5, end))
        ):
            behind = next((n for n in range(opening.first, end - 1) if scene.word(n + 1) == "balik"), None)
            return opening.first if behind is not None else None
        return opening.first if predicate is not None else None

    def _denied(self, opening: Opening, end: int) -> int | None:
        """`membantah telah VP`, `membantah bahwa C`, `membantah laporan bahwa C`; not `membantah tuduhan itu`."""
        scene = self.scene
        first = opening.first
        if scene.word(first) in _DENIED:
            that = next((n for n in range(first + 1, min(first + 8, end)) if scene.word(n) == "bahwa"), None)
            if that is None and self._is_clause_of_noun(first + 1, end):
                return first + 1  # `membantah kabar P telah dicapai`
            return that + 1 if that is not None and that + 1 < end else None
        if opening.link == "bahwa":
            return first
        return first if main_predicate(scene, first, end) is not None else None

    def _is_clause_of_noun(self, first: int, end: int) -> bool:
        """Whether a clause with a subject of its own follows a noun of saying directly."""
        scene = self.scene
        opens = scene.word(first)
        if opens in scene.speech.demonstratives | scene.speech.prepositions or opens in ("yang", "akan", "adanya"):
            return False
        predicate = main_predicate(scene, first, end)
        if predicate is None or predicate == first or scene.actor_at(first) is not None:
            return False  # `membantah laporan M yang menyebut C`: whose report it is
        return all(scene.word(number) != "yang" for number in range(first, predicate))

    def _pledged(self, opening: Opening, end: int) -> int | None:
        """`berjanji (akan|tetap) VP`; `untuk` is not text."""
        scene = self.scene
        first = opening.first + (scene.word(opening.first) in _PURPOSE)
        if opening.link == "bahwa":
            return first
        if first < end and (self._verbal(first) or scene.word(first) in ("akan", "bakal", "tidak", "tak")):
            return first
        # `berjanji semua front akan mematuhi P`: others will do it.
        predicate = main_predicate(scene, first, end)
        if predicate is None or scene.word(opening.first) in _PURPOSE:
            return None
        return first if not _WILL.isdisjoint((scene.word(predicate), scene.word(predicate + 1))) else None
