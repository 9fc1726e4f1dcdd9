"""Why two modal verbs of different classes say the same after all.

What always holds: only the words around a pair are looked at: what is allowed alone is a duty, what is
possible is said once for a whole clause, and *is to* may only tell what something is.
"""

from __future__ import annotations

from aligner.divergence.meeting import Meeting
from aligner.divergence.modal_pairs import same_verb
from aligner.divergence.passage import Passage
from aligner.language.modality import bare, kin
from aligner.language.phrases import Phrase
from aligner.language.roles import small
from aligner.text.segment import Side

# So many words behind its modal verb *only* still narrows it.
_AFTER = 7

# *only* stands so many words before a Spanish modal verb.
_BEFORE = 12
# Where it alone makes a permission of what is needed, it stands beside it.
_RIGHT_BEFORE = 3
# *Es posible que* stands so many words before the verb of its clause.
_WHOLE = 14
_POSSIBLE = frozenset(["posible", "probable", "puede", "podria"])
_PERHAPS = frozenset(["quiza", "quizas", "acaso", "posiblemente", "probablemente", "eventualmente"])
_PLAIN = {"future": "duty"}
# What is allowed on a condition only.
_ENGLISH = "with if when where after by on upon through to"
_SPANISH = "con si cuando previa previo tras mediante por ante"
_ON_CONDITION = frozenset(f"{_ENGLISH} {_SPANISH}".split())


def same_force(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the words around two modal verbs make them bind alike."""
    return (
        _maybe(passage, met, en, es)
        or _alone(passage, en, es)
        or _needed(met, en, es)
        or _is(passage, en, es)
    )


def _maybe(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether *may* is said once, before a clause: *es posible que los usuarios tengan que*."""
    if bare(en) != "may":
        return False
    words, sentence = passage.es.words, met.sentence["es"]
    before = range(max(es.first - _WHOLE, 0), es.first)
    return any(
        words[i].folded in _PERHAPS
        or (words[i].folded in _POSSIBLE and words[i + 1].folded == "que")
        for i in before
        if sentence[i] == sentence[es.first]
    )


def _is(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether the verb only says what something is (*the best way is to ask*, *lo mejor sería
    preguntar*): nobody has to do anything."""
    return (
        en.last - en.first > 1
        and passage.en.words[en.last - 1].folded == "to"
        and passage.es.words[es.first].folded in small("es", "being")
        and es.last - es.first == 1
    )


def _alone(passage: Passage, en: Phrase, es: Phrase) -> bool:
    """Whether *only* makes a duty and a permission the same: *shall only*, *solo podrá*."""
    if {_PLAIN.get(kin(en), kin(en)), _PLAIN.get(kin(es), kin(es))} != {"duty", "may"}:
        return False
    return bool(
        {w.folded for w in passage.en.words[en.first : en.last + _AFTER]} & small("en", "only")
        and {w.folded for w in passage.es.words[max(es.first - _BEFORE, 0) : es.last + _AFTER]}
        & small("es", "only")
    )


def _needed(met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether what is allowed *only with* something is said by what is needed for it: *may be opened
    only with a key*, *para abrirlo hace falta una llave*; the verbs are not the same then."""
    kinds = _PLAIN.get(kin(en), kin(en)), _PLAIN.get(kin(es), kin(es))
    if {*kinds} != {"duty", "may"} or same_verb(met, en, es):
        return False
    side: Side = "en" if kinds[0] == "may" else "es"
    modal, words = (en, met.words["en"]) if side == "en" else (es, met.words["es"])
    before = 0 if side == "en" else _RIGHT_BEFORE
    near = range(max(modal.first - before, 0), min(modal.last + _AFTER, len(words)))
    alone = [i for i in near if words[i].folded in small(side, "only")]
    return any(
        word.folded in _ON_CONDITION
        for i in alone
        for word in words[i + 1 : i + 2] + words[modal.last : modal.last + _AFTER]
    )
