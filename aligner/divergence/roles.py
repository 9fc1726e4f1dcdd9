"""Two actors who changed places: *A delivers to B*, and *B entrega a A*.

What always holds: both actors stand on both sides, so that a set of actors sees nothing; each must
stand where the other one belongs, beside words that are linked, and in the other one's frame (the
same preposition, or none). An active and a passive sentence differ in their frames, a list that only
changed its order has no linked words beside its members: neither is an exchange.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from aligner.divergence.actor_frame import frame
from aligner.divergence.addressee import binds
from aligner.divergence.meeting import Meeting
from aligner.divergence.pairing import Pairs, paired
from aligner.divergence.passage import Passage
from aligner.language.peoples import People, peoples
from aligner.language.phrases import Phrase
from aligner.language.reading import Reading
from aligner.language.roles import small, things

# So many words beside an actor belong to what it does or suffers.
_BESIDE = 4
# So near behind its subject a verb stands.
_VERB = 3
# Two actors who change places stand so near one another.
_SPAN = 30


def exchanged(
    passage: Passage, met: Meeting, pairs: Pairs
) -> Iterator[tuple[Phrase, Phrase, Phrase, Phrase]]:
    """English A and B, and the Spanish B and A in their places."""
    ordered = sorted(pairs, key=lambda pair: pair[0].first)
    taken = {i for own, _ in pairs for i in range(own.first, own.last)}
    for (en_a, es_a), (en_b, es_b) in pairwise(ordered):
        if not (0 < en_b.first - en_a.last <= _SPAN and 0 < es_a.first - es_b.last <= _SPAN):
            continue
        between = range(en_a.last, en_b.first)
        acts = frame(met, "es", es_a) == "to" and not any(_upper(passage, i) for i in between)
        if not acts and all(met.content["en"][i] for i in between):
            continue  # one noun: a port authority inspector
        if {en_a.value, en_b.value} & things():
            continue  # a program works in any clause: only persons bear what they do
        if not _distinct(en_a, es_b) or not _distinct(en_b, es_a):
            continue
        if not met.together(en_a.first, es_b.first) or not met.together(en_b.first, es_a.first):
            continue
        acting, alike = _acts(met, en_a, es_b), _same_frame(met, en_b, es_a)
        if not (
            (alike and (acting or _same_frame(met, en_a, es_b)))
            or (acting and _acts(met, en_b, es_a))
        ):
            continue
        if _joined(met, taken, (en_a, en_b), (es_b, es_a)) or (
            _neighbours(met, taken, en_a, es_b) and _neighbours(met, taken, en_b, es_a)
        ):
            yield en_a, en_b, es_b, es_a


def named(passage: Passage, met: Meeting, pairs: Pairs) -> Pairs:
    """The names that stand on both sides, as actors; those within a pair of actors are known, and
    so is what only completes a name (*Republic of*, *of America*)."""
    taken = {i for own, _ in pairs for i in range(own.first, own.last)}
    found: Pairs = []
    for i, j in enumerate(met.partner["en"]):
        if (
            j < 0
            or i in taken
            or not (i or j)
            or met.words["en"][i].folded in small("en", "commonwealths")
            or (i - 2 in taken and met.words["en"][i - 1].folded == "of")
            or not (_capital(passage.en, i) and _capital(passage.es, j))
            or labels(met, i, j)
        ):
            continue
        name = met.words["en"][i].folded
        en, es = met.words["en"][i], met.words["es"][j]
        found.append(
            (
                Phrase("actors", name, i, i + 1, (en.start, en.end)),
                Phrase("actors", name, j, j + 1, (es.start, es.end)),
            )
        )
    return found


def labels(met: Meeting, i: int, j: int) -> bool:
    """Whether a name only says which thing is meant: the noun that it qualifies stands behind it in
    English and before it in Spanish (*SPI flash*, *flash SPI*; *the Ruritanian side*, *la parte
    ruritana*)."""
    partner = met.partner["en"]
    return j > 0 and i + 1 < len(partner) and partner[i + 1] == j - 1


def _upper(passage: Passage, index: int) -> bool:
    return passage.en.text[passage.en.words[index].start].isupper()


def titled(pairs: Pairs, names: Pairs) -> Pairs:
    """Actors and names, where an actor that stands right before a name belongs to it (*Minister
    Arce*), and so do the words of one name: two presidents are told apart by their names."""
    whole: Pairs = []
    for en, es in sorted(names, key=lambda pair: pair[0].first):
        if whole and whole[-1][0].last == en.first and whole[-1][1].last == es.first:
            one, other = whole.pop()
            en, es = _united(one, en), _united(other, es)
        elif whole and whole[-1][0].last == en.first and whole[-1][1].first == es.last + 1:
            one, other = whole.pop()  # Panama City, Ciudad de Panamá
            en, es = _united(one, en), _united(es, other)
        whole.append((en, es))
    ours = {each.last: each for each, _ in pairs}
    theirs = {each.last: each for _, each in pairs}
    titles = set()
    for n, (en, es) in enumerate(whole):
        before, there = ours.get(en.first), theirs.get(es.first)
        if before and there and not _distinct(before, there):
            titles |= {before.first}
            whole[n] = _united(before, en, name=True), _united(there, es, name=True)
    return [*(pair for pair in pairs if pair[0].first not in titles), *whole]


def _united(one: Phrase, other: Phrase, *, name: bool = False) -> Phrase:
    """Two runs of words as one; a title leaves the name its value."""
    value = other.value if name else f"{one.value}|{other.value}"
    return Phrase("actors", value, one.first, other.last, (one.span[0], other.span[1]))


def nations(passage: Passage, met: Meeting) -> Pairs:
    """The peoples and countries that stand on both sides in one sentence, as actors of their own: the
    Cuban side and the Spanish side."""
    english = [_people(each) for each in passage.en.of(peoples)]
    spanish = [_people(each) for each in passage.es.of(peoples)]

    def same(en: Phrase, es: Phrase) -> float | None:
        there = met.together(en.first, es.first)
        return None if not there or _distinct(en, es) else 0.0

    return paired(met, english, spanish, same, _SPAN)[0]


def _people(each: People) -> Phrase:
    value = "|".join(sorted(each.meanings))
    return Phrase("actors", value, each.first, each.last, (each.start, each.end))


def _capital(reading: Reading, index: int) -> bool:
    """Whether a word is written as a name; what is all in capitals is a name where a text lays down
    what holds, and as often a constant elsewhere."""
    word = reading.words[index]
    text = reading.text[word.start : word.end]
    if len(text) < 3 or not text[0].isupper():
        return False
    return not text.isupper() or (
        reading.text[word.start - 1 : word.start] != "(" and text.isalpha() and _public(reading)
    )


def _public(reading: Reading) -> bool:
    return reading.side == "es" or reading.of(binds)


def _distinct(en: Phrase, es: Phrase) -> bool:
    return set(en.value.split("|")).isdisjoint(es.value.split("|"))


def _same_frame(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether two actors stand after the same preposition; Spanish marks persons that suffer
    something with *a*. Those who do something with one another may always change places."""
    ours, theirs = frame(met, "en", en), frame(met, "es", es)
    return ours not in _TOGETHER and (ours == theirs or (ours == "" and theirs == "to"))


# Behind these a verb stands, whatever it is.
_MODAL = frozenset(["shall", "will", "must", "may", "should", "would", "can", "could"])
_TOGETHER = frozenset(["with", "and"])
# So near behind its subject a Spanish verb stands, after a pronoun at most, and its object behind it.
_CLITIC = 2
_OBJECT = 4


def _acts(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether each of two actors opens a clause of its own, and the words right behind them are linked:
    *the Lender packs the paintings and the Borrower unpacks them*; or they are two verbs without a
    counterpart."""
    if any(frame(met, *each) not in ("", "and") for each in (("en", en), ("es", es))):
        return False
    content, partner = met.content["en"], met.partner["en"]
    end = min(en.last + _VERB, len(content))
    verb = next((i for i in range(en.last, end) if content[i]), -1)
    if verb < 0 or es.last <= partner[verb] < es.last + _VERB:
        return verb >= 0
    there = next(
        (j for j in range(es.last, es.last + _CLITIC) if met.content["es"][j : j + 1] == [True]), -1
    )
    if there < 0 or partner[verb] >= 0 or met.partner["es"][there] >= 0:
        return False
    told = verb > en.last and met.words["en"][en.last].folded in _MODAL
    return told or (verb == en.last and _reach_alike(met, verb, there))


def _reach_alike(met: Meeting, verb: int, there: int) -> bool:
    """Whether two verbs without a counterpart reach the same object, the first word of content with
    one behind each."""
    content, partner = met.content["en"], met.partner["en"]
    reached = range(verb + 1, min(verb + 1 + _OBJECT, len(content)))
    objects = [partner[i] for i in reached if content[i] and partner[i] >= 0]
    return bool(objects) and there < objects[0] <= there + _OBJECT


def _joined(
    met: Meeting, taken: set[int], english: tuple[Phrase, Phrase], spanish: tuple[Phrase, Phrase]
) -> bool:
    """Whether what stands between two actors is linked to what stands between them there: the act
    that one does and the other bears. What only joins them in a list is no act."""
    (en_a, en_b), (es_b, es_a) = english, spanish
    partner = met.partner["en"]
    own = [i for i in range(en_a.last, en_b.first) if i not in taken and met.content["en"][i]]
    if any(es_b.last <= partner[i] < es_a.first for i in own):
        return True
    there = [j for j in range(es_b.last, es_a.first) if met.content["es"][j]]
    return (
        bool(own and there)
        and all(partner[i] < 0 for i in own)
        and all(met.partner["es"][j] < 0 for j in there)
        and frame(met, "es", es_a) == "to"
    )


def _neighbours(met: Meeting, taken: set[int], en: Phrase, es: Phrase) -> bool:
    """Whether a word beside one actor is linked to a word on the same side of the other."""
    partner = met.partner["en"]
    before = [partner[i] for i in range(max(en.first - _BESIDE, 0), en.first) if i not in taken]
    after = [
        partner[i] for i in range(en.last, min(en.last + _BESIDE, len(partner))) if i not in taken
    ]
    return any(es.first - _BESIDE <= j < es.first for j in before) or any(
        es.last <= j < es.last + _BESIDE for j in after
    )
