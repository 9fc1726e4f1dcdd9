"""What an English word may look like in Spanish: a word table, roots and spelling of cognates.

What always holds: a word of either side has a set of keys; two words may stand for one another if
their sets meet. Nothing is learned here. Roots are cut by their endings, never by a list of forms,
so that a table entry covers plural, gender and conjugation; what the endings miss is in the table
of irregular forms. Cognates meet under one spelling of the two languages (after the idea of
cognate matching of Simard, Foster and Isabelle, 1992), by their first letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aligner.language.folding import lowered
from aligner.language.tables import table
from aligner.text.segment import Side

ES_ENDING = re.compile(
    r"(?:|s|es|[oae]s?|[aei]mos|[ai]a?bamos|iamos|an|en|[aei]r|[ai]d[oa]s?|ando|y?[ie]?endo|[aei]ra[ns]?|[aei]remos|[aei]re"
    r"|[aei]ria[ns]?|aba[ns]?|ia[ns]?|io|aron|y?[ie]?eron|[aeio]|y?[ie]?er[ae][ns]?|y?[ie]?[er]amos|ase[ns]?|[yi]ese[ns]?"
    r"|(?:ar|er|ir|ando|iendo)(?:se|lo|la|los|las|le|les|nos|me|te)"
    r"|mente|[aoi]?mente|[ai]cion(?:es)?|cion(?:es)?|sion(?:es)?|[ai]miento?s?|mentos?|[aei]dor[ae]?s?|tor[ae]?s?"
    r"|[ai]ble[s]?|[ai]ble?mente|[ai]?ncias?|[ai]?e?nte[s]?|i?dad(?:es)?|[ai]?tiv[oa]s?|iv[oa]s?|al(?:es)?|ari[oa]s?"
    r"|er[oa]s?|ista[s]?|[ia]?zar?|ez|eza|ic[oa]s?|os[oa]s?|aje|ales)$"
)
EN_ENDING = re.compile(
    r"(?:|s|es|ed|d|ing|ings|er|ers|or|ors|r|rs|ly|ally|ment|ments|ion|ions|ation|ations|ness|able|ible|al|als"
    r"|ive|ity|ful|fully|ance|ence|ant|ents?|ist|ists|ship|hood|wise|est)$"
)
# Under this many letters a beginning says too little.
_ROOT = 3
_COGNATE = 5
_MIDDLING = 8
# So many renderings of an English word come first to mind; the others are of its further senses.
_FIRST = 2
_RESPELL = re.compile(r"ph|th|tion|cc|ct|ch|ck|qu|cu(?=e)|kh|nm|k|y|w|([bdfglmnprst])\1")
_SPELL = {
    "ph": "f", "th": "t", "nm": "m", "tion": "cion", "cc": "c", "ct": "c", "ch": "c", "ck": "c",
    "qu": "c", "cu": "c", "kh": "c", "k": "c", "y": "i", "w": "v",
}  # fmt: skip
_ITY = re.compile(r"it(?:y|ies)$")
# Beginnings that many unrelated words share: more letters must agree.
_COMMON = re.compile(
    r"inter|contr|trans|super|const|conte|confi|consi|condi|compr|compl|conce|conse|parti|proce"
    r"|propo|prese|presi|preve|respo|recon|insta|exper|extra|deter|exten|expre|compo|compu|comun"
    r"|corre|conve|resol|separ|perma|intro|incor|inten|indic|indiv|indus|satis|posib|forma|gener"
)


def spelling(word: str) -> str:
    """`word` (small letters, no accents) as a cognate in the other language might be spelled."""
    shape = _RESPELL.sub(lambda m: _SPELL.get(m[0], m[0][0]), _ITY.sub("idad", word))
    if shape.startswith("es") and len(shape) > 4 and shape[2] in "cptmnl":
        shape = shape[1:]
    return shape


def cognate(word: str) -> tuple[str, ...]:
    """The first letters of `word` under the common spelling, as keys; none for a short word. Words
    of a middling length have two keys, as a cognate may be a letter longer."""
    shape = spelling(word)
    if len(shape) < _COGNATE:
        return ()
    if _COMMON.match(shape):
        return ("=" + shape[:7],)
    short = ("=" + shape[:_COGNATE],) if len(shape) <= _MIDDLING else ()
    return (*short, "=" + shape[: _COGNATE + 1]) if len(shape) >= _MIDDLING - 1 else short


# What an apostrophe adds to an English word: project's, doesn't, you'll.
_BARE = re.compile(r"(?:n['’]t|['’][a-z]+)$")


class Roots:
    """Entries of a word table by their roots."""

    def __init__(self) -> None:
        self.by_root: dict[str, set[str]] = {}

    def add(self, root: str, entry: str) -> None:
        self.by_root.setdefault(root, set()).add(entry)

    def of(self, word: str, ending: re.Pattern[str], least: int = _ROOT) -> set[str]:
        """The entries of the longest root, and of shorter ones that are no mere beginning."""
        found: set[str] = set(self.by_root.get("!" + word, ()))
        longest = True
        for cut in range(len(word), max(least, len(word) - 9) - 1, -1):
            entries = self.by_root.get(word[:cut])
            if entries and (longest or cut > least) and ending.match(word[cut:]):
                found |= entries
                longest = False
        return found


def es_roots(lemma: str) -> set[str]:
    """The roots under which forms of a Spanish dictionary word (no accents) are found."""
    if len(lemma) <= _ROOT:
        return {"!" + lemma, "!" + lemma + "s", "!" + lemma + "es"}
    if lemma[-2:] in ("ar", "er", "ir") and len(lemma) > _ROOT + 1:
        root = lemma[:-2]
        roots = {root}
        for vowel, changes in (("e", ("ie", "i")), ("o", ("ue", "u"))):
            at = root.rfind(vowel)
            if at >= 0 and not re.search("[aeiou]", root[at + 1 :]):
                roots |= {root[:at] + change + root[at + 1 :] for change in changes}
        for old, new in (
            ("c", "qu"),
            ("g", "gu"),
            ("z", "c"),
            ("c", "zc"),
            ("g", "j"),
            ("gu", "g"),
        ):
            roots |= {r[: -len(old)] + new for r in tuple(roots) if r.endswith(old)}
        if lemma.endswith("uir"):
            roots.add(root + "y")
        if lemma.endswith("ducir"):
            roots.add(root[:-1] + "j")
        if lemma.endswith(("tener", "poner", "venir")):
            roots |= {root + "g", root[:-1] + "ndr"}
            roots.add(root[:-3] + {"ten": "tuv", "pon": "pus", "ven": "vin"}[root[-3:]])
            if root.endswith("pon"):
                roots.add(root[:-3] + "puest")
        # A noun or an adjective has the ending too: lugares, titulares.
        return {r for r in roots if len(r) >= _ROOT} | {"!" + lemma, "!" + lemma + "es"}
    if len(lemma) > _ROOT + 1 and lemma[-2:] in ("os", "as"):
        return {lemma[:-2]}
    if lemma.endswith("z"):
        return {lemma, lemma[:-1] + "c"}
    if lemma[-1] in "aoe" and len(lemma) > _ROOT:
        return {lemma[:-1]}
    return {lemma}


def es_entry(lemma: str) -> str:
    """The name under which a Spanish dictionary word and its relatives (*uso*, *usar*) are one."""
    if len(lemma) > _ROOT + 1 and lemma[-2:] in ("ar", "er", "ir", "os", "as"):
        return lemma[:-2]
    return lemma[:-1] if len(lemma) > _ROOT and lemma[-1] in "aoe" else lemma


def en_roots(lemma: str) -> set[str]:
    """The roots under which forms of an English dictionary word are found."""
    if len(lemma) <= _ROOT:
        return {
            "!" + lemma + ending
            for ending in ("", "s", "es", "ed", "d", "ing", "ting", "ted", "ning")
        }
    if lemma.endswith("ee"):
        return {lemma}
    if lemma.endswith("e"):
        return {lemma[:-1], lemma}
    if lemma.endswith("y"):
        return {lemma, lemma[:-1] + "i"}
    if lemma[-1] in "bdgmnprt" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou":
        return {lemma, lemma + lemma[-1]}
    return {lemma}


@lru_cache(maxsize=1)
def _tables() -> tuple[Roots, Roots, frozenset[str], frozenset[str], frozenset[str]]:
    source = table("vocabulary")
    english, spanish = Roots(), Roots()
    entry_of: dict[str, str] = {}
    for en, line in source["words"].items():
        entries = set()
        for es in line.split():
            entry = entry_of.get(es)
            if entry is None:
                bare = lowered(es)
                entry = entry_of[es] = es_entry(bare)
                for root in es_roots(bare):
                    spanish.add(root, entry)
            entries.add(entry)
        for root in en_roots(lowered(en)):
            english.by_root.setdefault(root, set()).update(entries)
    for en, forms in source["irregular_en"].items():
        entries = {es_entry(lowered(each)) for each in source["words"].get(en, "").split()}
        for form in forms.split():
            for entry in entries:
                english.add("!" + form, entry)
    for es, forms in source["irregular_es"].items():
        for form in (*forms.split(), lowered(es)):
            spanish.add("!" + form, es_entry(lowered(es)))
    return (
        english,
        spanish,
        frozenset(source["empty_en"].split()),
        frozenset(source["empty_es"].split()),
        frozenset((*source["light_en"].split(), *source["light_es"].split())),
    )


@lru_cache(maxsize=65536)
def en_keys(word: str) -> frozenset[str]:
    """The keys of an English word (small letters, no accents)."""
    word = _BARE.sub("", word)
    keys = _tables()[0].of(word, EN_ENDING) | {"#" + word}
    return frozenset(keys.union(cognate(word)))


@lru_cache(maxsize=1)
def _first_senses() -> Roots:
    """The English words with their first renderings alone."""
    source, first = table("vocabulary"), Roots()
    for en, line in source["words"].items():
        entries = {es_entry(lowered(es)) for es in line.split()[:_FIRST]}
        for root in en_roots(lowered(en)):
            first.by_root.setdefault(root, set()).update(entries)
        for form in source["irregular_en"].get(en, "").split():
            first.by_root.setdefault("!" + form, set()).update(entries)
    return first


@lru_cache(maxsize=65536)
def en_first_keys(word: str) -> frozenset[str]:
    """The keys of an English word in its first senses: of the others few are meant, and *leave* as
    it is is no opposite of *keep*."""
    word = _BARE.sub("", word)
    keys = _first_senses().of(word, EN_ENDING) | {"#" + word}
    return frozenset(keys.union(cognate(word)))


@lru_cache(maxsize=65536)
def es_keys(word: str) -> frozenset[str]:
    """The keys of a Spanish word (small letters, no accents)."""
    keys = _tables()[1].of(word, ES_ENDING) | {"#" + word}
    return frozenset(keys.union(cognate(word)))


@lru_cache(maxsize=65536)
def en_known(word: str) -> bool:
    """Whether the word table has an entry for an English word."""
    return bool(_tables()[0].of(word, EN_ENDING))


@lru_cache(maxsize=65536)
def es_known(word: str) -> bool:
    """Whether the word table has an entry for a Spanish word."""
    return bool(_tables()[1].of(word, ES_ENDING))


def es_listed(word: str) -> bool:
    """Whether the word table has a Spanish word as it is, and no form or relative of it alone."""
    return "!" + word in _tables()[1].by_root


@lru_cache(maxsize=65536)
def en_empty(word: str) -> bool:
    """Whether an English word carries no content of its own."""
    return _BARE.sub("", word) in _tables()[2]


def es_empty(word: str) -> bool:
    """Whether a Spanish word carries no content of its own."""
    return word in _tables()[3]


def light(word: str) -> bool:
    """Whether a word of either language is one that free renderings add or leave out."""
    return word in _tables()[4]


@cache
def _before_nouns() -> frozenset[str]:
    return frozenset(table("vocabulary")["before_nouns_es"].split())


def before_noun(word: str) -> bool:
    """Whether a Spanish word is one after which a noun may stand: an article, a preposition."""
    return word in _before_nouns()


@lru_cache(maxsize=1)
def pairs() -> frozenset[frozenset[str]]:
    """Pairs of words (small letters, no accents) that say one thing together."""
    return frozenset(
        frozenset(lowered(each).split()) for each in table("vocabulary")["pairs"].split(",")
    )


def alike(side: Side, word: str, there: str) -> bool:
    """Whether a word of `side` and one of the other side may render one another."""
    return bool(en_keys(there if side == "es" else word) & es_keys(word if side == "es" else there))
