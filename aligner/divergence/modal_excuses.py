"""Why two modal verbs of different classes say the same after all.

What always holds: only the words around a pair are looked at: what is allowed alone is a duty, what is
possible is said once for a whole clause, and *is to* may only tell what something is.
"""

from __future__ import annotations

from aligner.divergence.meeting import Meeting
from aligner.divergence.passage import Passage
from aligner.language.modality import bare, kin
from aligner.language.phrases import Phrase
from aligner.language.roles import small

# So many words behind its modal verb *only* still narrows it.
_AFTER = 7

# *only* stands so many words before a Spanish modal verb.
_BEFORE = 12
# *Es posible que* stands so many words before the verb of its clause.
_WHOLE = 14
_POSSIBLE = frozenset(["posible", "probable", "puede", "podria"])
_PERHAPS = frozenset(["quiza", "quizas", "acaso", "posiblemente", "probablemente", "eventualmente"])
_PLAIN = {"future": "duty"}


def same_force(passage: Passage, met: Meeting, en: Phrase, es: Phrase) -> bool:
    """Whether the words around two modal verbs make them bind alike."""
    return _maybe(passage, met, en, es) or _alone(passage, en, es) or _is(passage, en, es)


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
