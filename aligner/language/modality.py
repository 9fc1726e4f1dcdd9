"""What a text makes a duty, advises, allows or announces.

What always holds: `modals` are the modal verbs, with *not* folded into the class (`may-not`), as
*may not*, *shall not* and *must not* forbid alike; Spanish futures are modals of the class
`future`, conditionals of the class `conditional`; `hints` are other words that carry a modality (*posible*, *necessary*).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from aligner.language.conditional import conditionals
from aligner.language.phrases import Phrase, of_kind
from aligner.language.reading import Reading
from aligner.language.roles import small
from aligner.language.words import Word

# A future by its accented ending, with the pronoun behind it, and what may stand before the ending;
# words that only end so are left out.
_FUTURE_ENDING = re.compile(r"r(?:[áé]n?|emos|ás)(?:se|lo|la|los|las)?\b", re.IGNORECASE)
_FUTURE_STEM = re.compile(r"[a-zñ]{2,}", re.IGNORECASE)
_NOT_FUTURE = re.compile(
    r"detrás|atrás|jamás|deber|podr|habr[áé]|poder|quer[ée]mos$|(?:qui|que|pa|xt|up)remos$|(?:consi|pon|li|mo|apo)deremos$|poderán"
    r"|^(?:(?-i:Irán)|Teherán|Corán|refrán|azafrán|alacrán)$",
    re.IGNORECASE,
)
_NO = frozenset(
    [
        "no",
        "nunca",
        "jamas",
        "ningun",
        "ninguno",
        "ninguna",
        "nadie",
        "nada",
        "ni",
        "tampoco",
        "sin",
    ]
)
_NOT = frozenset(["not", "never", "no", "nor", "neither", "none", "nobody", "nothing"])


def modals(reading: Reading) -> tuple[Phrase, ...]:
    """The modal verbs of `reading` in order."""
    found = [
        _negated(reading, each)
        for each in of_kind(reading, "modality")
        if not each.value.startswith(("soft", "firm", "set"))
        and reading.text[slice(*each.span)].lower() != "debian"
        and not (reading.side == "en" and _month(reading, each))
        and not (
            each.value == "intent"
            and (_noun(reading, each) if reading.side == "en" else _wished(reading, each))
        )
    ]
    if reading.side == "es":
        found += _tenses(reading, found)
        found.sort(key=lambda each: each.first)
    return tuple(found)


def _month(reading: Reading, each: Phrase) -> bool:
    """Whether a month is named: *on 2 May*, *in May*, *May 2027*."""
    if reading.text[slice(*each.span)] != "May":
        return False
    words = reading.words
    before = words[each.first - 1].folded if each.first else ""
    following = words[each.last].folded if each.last < len(words) else ""
    return before.isdigit() or following.isdigit() or before in small("en", "times")


def _noun(reading: Reading, each: Phrase) -> bool:
    """Whether a plan or a hope is named, and nobody plans or hopes: *the plans to*, *an action plan
    to*, *under the plan, to*."""
    words, word = reading.words, reading.words[each.first].folded
    if not reading.text[words[each.first].end : words[each.last - 1].start].isspace():
        return True
    before = words[each.first - 1].folded if each.first else ""
    if word not in ("plan", "hope", "aim"):
        return before in small("en", "articles")
    return not before.endswith("s") and before not in _SUBJECTS


# Subjects without an -s, and verbs and adverbs before a verb.
_SUBJECTS = frozenset(
    ["i", "we", "you", "they", "who", "people", "also", "and", "both", "women", "men", "jointly"]
)


def firm(reading: Reading) -> tuple[Phrase, ...]:
    """Nouns and participles that lay down a duty, a power or advice (*obligation*, *facultado*)."""
    return tuple(
        _negated(reading, each._replace(value=each.value.removeprefix("firm-")))
        for each in of_kind(reading, "modality")
        if each.value.startswith("firm-")
    )


def predicates(reading: Reading) -> tuple[Phrase, ...]:
    """What is said of an action (*es necesario*, *it is possible to*), as a modal verb; in Spanish a
    duty of this kind also stands for advice."""
    return tuple(
        _negated(reading, each._replace(value=_SET[each.value, reading.side]))
        for each in of_kind(reading, "modality")
        if each.value.startswith("set")
    )


_SET = {
    ("set-duty", "en"): "duty",
    ("set-duty", "es"): "duty-now",
    ("set-may", "en"): "may",
    ("set-may", "es"): "may",
    ("set-advice", "es"): "advice",
}


def hints(reading: Reading) -> tuple[Phrase, ...]:
    """Words that carry a modality without being a modal verb; `soft-` is cut from the class. Of
    several words (*es necesario*) the one that may have a partner stands for all."""
    return tuple(
        each._replace(value=each.value.split("-", 1)[1], first=_heavy(reading, each))
        for each in of_kind(reading, "modality")
        if each.value.startswith(("soft", "set"))
    )


def _heavy(reading: Reading, each: Phrase) -> int:
    """The longest word of an expression that no other expression counts on."""
    if not each.value.startswith("set"):
        return each.first
    words = reading.words
    return max(range(each.first, each.last), key=lambda i: words[i].end - words[i].start)


def _negated(reading: Reading, each: Phrase) -> Phrase:
    words = reading.words
    start = max(each.first - 5, 0)
    # What is denied before a comma, or in the sentence before, is something else.
    text, low, high = reading.text, words[start].start, words[each.first].start
    cut = max(text.rfind(mark, low, high) for mark in _CUTS)
    while words[start].start < cut:
        start += 1
    before = {word.folded for word in words[start : each.first]}
    if reading.side == "en":
        own = words[each.first].folded
        near = {word.folded for word in words[each.last : each.last + 2]}
        negated = own.endswith(("n't", "n’t")) or own == "cannot" or near & _NOT
        negated = negated or before & {"no", "neither", "nor", "none", "nothing", "nobody"}
    else:
        after = {word.folded for word in words[each.last : each.last + 5]}
        close = words[max(each.first - 3, start) : each.first]
        negated = (
            _not_before(close) or before & (_NO - {"no", "sin"}) or after & {"ningun", "ninguna"}
        )
    return each._replace(value=each.value + "-not") if negated else each


_CUTS = (", ", "; ", ". ", ": ", "? ")
_PARTICIPLE = re.compile(r"(?:[ai]d|t|ch|s)[oa]s?$")


def _not_before(words: Sequence[Word]) -> bool:
    """Whether *no* stands before a Spanish modal verb and denies it, and no participle of the subject:
    *los bienes no vendidos pueden*."""
    return any(
        word.folded == "no" and not (n + 1 < len(words) and _PARTICIPLE.search(words[n + 1].folded))
        for n, word in enumerate(words)
    )


def _wished(reading: Reading, each: Phrase) -> bool:
    """Whether somebody waits for a thing, and plans nothing: *el resultado que espera*."""
    if each.last - each.first > 1:
        return False
    following = reading.words[each.last : each.last + 1]
    return not following or not (
        following[0].folded == "que" or _INFINITIVE.search(following[0].folded)
    )


_INFINITIVE = re.compile(r"[aei]r(?:se|l[aeo]s?)?$")


def _tenses(reading: Reading, modal: list[Phrase]) -> list[Phrase]:
    """The futures and conditionals that belong to no modal verb."""
    taken = {index for each in modal for index in range(each.first, each.last)}
    futures = frozenset(_futures(reading))
    conditional = reading.of(conditionals)
    if not futures and not conditional:
        return []
    return [
        Phrase(
            "modality",
            "conditional" if index in conditional else "future",
            index,
            index + 1,
            (word.start, word.end),
        )
        for index, word in enumerate(reading.words)
        if (word.start in futures or index in conditional)
        and index not in taken
        and not _named(reading.text, word)
    ]


def _named(text: str, word: Word) -> bool:
    """Whether a capital amid its sentence makes a name of a word: *por el puente de Sicaná*."""
    before = text[max(word.start - _BLANKS, 0) : word.start].rstrip()
    return text[word.start].isupper() and (before[-1:].isalpha() or before[-1:] == ",")


# More blanks than these part no word from the one before it.
_BLANKS = 4


def _futures(reading: Reading) -> Iterator[int]:
    """Where the words with the ending of a Spanish future begin (code points)."""
    words, text = reading.words, reading.text
    for match in _FUTURE_ENDING.finditer(text):
        at = bisect_left(words, match.end(), key=attrgetter("end"))
        if at == len(words):
            continue
        start = words[at].start
        if _FUTURE_STEM.fullmatch(text, start, match.start()) and not _NOT_FUTURE.search(
            text[start : match.end()]
        ):
            yield start


def bare(each: Phrase) -> str:
    """The class of a modal verb without its negation."""
    return each.value.removesuffix("-not")


def kin(each: Phrase) -> str:
    """The class again, with a milder form as its plain one: *podría* is a permission as *puede* is."""
    return _KIN.get(bare(each), bare(each))


_KIN = {"could": "may", "duty-now": "duty"}
