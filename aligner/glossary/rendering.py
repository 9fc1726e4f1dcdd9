"""How the other side renders a phrase: the stretch of Spanish words that answers an English one.

What always holds: the answer lies in the same bead. It is the phrase whose words are linked to the
words of the English one and to no others, as in phrase extraction (Och and Ney 2004); a word without
any link may answer another without any.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.alignment.bead import Bitext
from aligner.alignment.lexicon import Lexicon
from aligner.alignment.links import word_links
from aligner.glossary.phrases import Phrase, is_content, phrases, stem
from aligner.glossary.tokens import Tokens, tokens
from aligner.language.folding import lowered
from aligner.language.vocabulary import en_keys, es_keys

_LEAST_LINK = 0.3
_TABLE_WEIGHT = 0.6
_UNLINKED = 0.5
_LEAST = 0.4
_HEADLESS = 0.05


@dataclass(frozen=True, slots=True)
class Answer:
    """A rendering: its text, the key of all its inflected forms, segment and code points, and how
    surely it renders the phrase (0 to 1)."""

    text: str
    key: str
    place: tuple[int, int, int]
    sureness: float


@dataclass(frozen=True, slots=True)
class _Linked:
    """One bead: its texts, their words, and which word is linked to which."""

    en: str
    es: str
    en_read: Tokens
    es_read: Tokens
    forth: dict[int, int]
    back: dict[int, int]
    phrases: tuple[Phrase, ...]


class Rendered:
    """The renderings of one bitext; beads are linked as they are asked for."""

    def __init__(
        self, bitext: Bitext, lexicon: Lexicon, told: tuple[tuple[str, str, float], ...]
    ) -> None:
        self._bitext = bitext
        self._lexicon = lexicon
        self._told = told
        self._beads: dict[int, _Linked] = {}

    def of(self, bead: int, segment: int, start: int, end: int) -> Answer | None:
        """What renders code points [start, end) of English `segment` of `bead`, or None."""
        linked = self._beads.get(bead)
        if linked is None:
            linked = self._beads[bead] = self._link(bead)
        shift = self._offset(bead, segment)
        own = [
            n
            for n in range(len(linked.en_read))
            if start + shift <= linked.en_read.starts[n] < end + shift
            and is_content(linked.en_read.words[n], "en")
        ]
        if not own:
            return None
        relative = own[0] / len(linked.en_read)
        offers = [
            # Of equals, the one at about the same place, then the shorter one.
            (
                -sure,
                round(abs(phrase.first / len(linked.es_read) - relative), 2),
                phrase.last - phrase.first,
                phrase.first,
            )
            for phrase in linked.phrases
            if (sure := _sureness(linked, own, phrase)) >= _LEAST
        ]
        if not offers:
            return None
        best = min(offers)
        phrase = next(
            each
            for each in linked.phrases
            if (each.last - each.first, each.first) == (best[2], best[3])
        )
        sure = -best[0]
        a, b = linked.es_read.starts[phrase.first], linked.es_read.ends[phrase.last]
        return Answer(linked.es[a:b], phrase.key, self._place(bead, a, b), sure)

    def _link(self, bead: int) -> _Linked:
        en, es = self._bitext.texts(self._bitext.beads[bead])
        en_read, es_read = tokens(en), tokens(es)
        told = [*self._told, *_by_table(en_read, es_read)]
        at_en = {start: n for n, start in enumerate(en_read.starts)}
        at_es = {start: n for n, start in enumerate(es_read.starts)}
        forth: dict[int, int] = {}
        back: dict[int, int] = {}
        for link in word_links(en, es, self._lexicon, told):
            n, m = at_en.get(link.en[0]), at_es.get(link.es[0])
            if n is None or m is None or link.weight < _LEAST_LINK:
                continue
            if is_content(en_read.words[n], "en") and is_content(es_read.words[m], "es"):
                forth[n], back[m] = m, n
        return _Linked(
            en, es, en_read, es_read, forth, back, tuple(phrases(es_read, "es", least=1))
        )

    def _offset(self, bead: int, segment: int) -> int:
        before = [n for n in self._bitext.beads[bead].en if n < segment]
        return sum(len(self._bitext.en.segments[n].text) + 1 for n in before)

    def _place(self, bead: int, start: int, end: int) -> tuple[int, int, int]:
        at = 0
        last = (self._bitext.beads[bead].es[-1], start, end)
        for segment in self._bitext.beads[bead].es:
            size = len(self._bitext.es.segments[segment].text)
            if start <= at + size:
                return segment, start - at, min(end - at, size)
            at += size + 1
        return last


def renderings(
    bitext: Bitext, lexicon: Lexicon, told: tuple[tuple[str, str, float], ...] = ()
) -> Rendered:
    """The renderings of `bitext`, from a learned `lexicon` and what is `told` besides (English form,
    Spanish form, weight)."""
    return Rendered(bitext, lexicon, told)


def _by_table(en: Tokens, es: Tokens) -> list[tuple[str, str, float]]:
    """Pairs of words of one bead that the word table joins."""
    spanish = [(word, es_keys(lowered(word))) for word in set(es.words) if is_content(word, "es")]
    return [
        (lowered(word), lowered(other), _TABLE_WEIGHT)
        for word in sorted(set(en.words))
        if is_content(word, "en")
        for other, keys in sorted(spanish)
        if any(not key.startswith("#") for key in en_keys(lowered(word)) & keys)
    ]


def _sureness(linked: _Linked, own: list[int], phrase: Phrase) -> float:
    """Shared words over all words of both phrases (Jaccard), where two words without any link
    count half."""
    theirs = [
        m for m in range(phrase.first, phrase.last + 1) if is_content(linked.es_read.words[m], "es")
    ]
    inside = set(theirs)
    # A word that stands twice in the bead may be linked to its twin.
    shapes = {stem(linked.es_read.words[m], "es") for m in theirs}
    joined = sum(
        1
        for n in own
        if (m := linked.forth.get(n)) is not None
        and (m in inside or stem(linked.es_read.words[m], "es") in shapes)
    )
    if not joined:
        return 0.0
    loose = min(
        sum(1 for n in own if n not in linked.forth),
        sum(1 for m in theirs if m not in linked.back),
    )
    credit = joined + _UNLINKED * loose
    # A Spanish phrase begins with its head: a word that nothing is known of is rarely that.
    headless = theirs[0] not in linked.back and loose > 0
    return round(credit / (len(own) + len(theirs) - credit) - _HEADLESS * headless, 4)
