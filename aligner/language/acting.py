"""The forms in which a text lets somebody act: *urges*, *instamos*, *recordando*.

What always holds: an entry `~verb` of a table stands for the forms of that verb in which parties
speak: third person, *we*, gerund, infinitive, participle without gender. First and second person
singular are left out: there nouns look like verbs (*acuerdo*, *deseo*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.language import english_forms, spanish_verbs
from aligner.text.segment import Side

_SIGN = "~"
# Infinitive, gerund, participle, *we*, and the third person of present, past and future.
_SPOKEN = re.compile(r"(?:[aei]r|ndo|[ai]do|cho|mos|[oae]n|án|[aeáó])$")
# With a pronoun, as a participle of things (*reconocidas*), in the imperfect or the past subjunctive
# nobody acts.
_NO_ACT = re.compile(r"(?:l[ae]|se|sen|ste|[ai]da|[áéí]\w+mos|ía|ían|aba|aban|[aei]ra|[aei]ran)$")

# A stem grows its diphthong where the stress falls on it, and nowhere else: *acuerda*, *acordó*.
_UNSTRESSED = re.compile(r"(?:ie|ue)[^aeiou]{1,3}(?:amos|emos|imos|ando|endo|[ai]do|ó|[aei]r\w*)$")


def spelled_out(phrase: str, side: Side) -> Iterator[str]:
    """`phrase`, or one phrase for each form of its verb where one word begins with `~`."""
    before, sign, rest = phrase.partition(_SIGN)
    if not sign:
        yield phrase
        return
    verb, _, after = rest.partition(" ")
    forms = english_forms.verb_forms(verb) if side == "en" else _spanish(verb)
    for form in sorted(forms):
        yield f"{before}{form} {after}"


def _spanish(verb: str) -> set[str]:
    stem = verb[:-2]
    return {
        form
        for form in spanish_verbs.verb_forms(verb)
        if _SPOKEN.search(form)
        and (not _NO_ACT.search(form) or form in (stem + "a", stem + "an"))
        and (form.startswith(stem) or not _UNSTRESSED.search(form))
    } | {verb}
