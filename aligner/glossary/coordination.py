"""Terms that share a word with others of a list: "drug, arms, and human trafficking", "tráfico de
drogas y de armas".

What always holds: an elided term is reported only where a conjunction joins the lists' members and
nothing but short members stands between its own words. Two shapes: the shared end (arms [and human]
trafficking; trata [y tráfico] de personas) and the shared beginning (tráfico de [drogas y] armas;
drug [use and] trafficking).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aligner.glossary.index import Entry, Index, Node
from aligner.glossary.tokens import FREE, Tokens
from aligner.language.inflection import facts, function_words
from aligner.text.segment import Side

_WINDOW = 8
"""The most words between the beginning of a term and the conjunction that its end follows."""
_MEMBER = 3
"""The most words of one member of the list."""


@dataclass(frozen=True, slots=True)
class Elided:
    """One occurrence: the words that the term is made of, as indices of tokens."""

    entry: Entry
    first: int
    last: int
    covered: frozenset[int]


def coordinated(index: Index, read: Tokens, classes: list[tuple[int, ...]]) -> Iterator[Elided]:
    """Every elided occurrence in `read`. `classes[i]` are the word classes of token i."""
    for start, end in _conjunctions(read, index.side):
        for first in range(max(0, start - _WINDOW), start):
            if not any(class_id in index.root.following for class_id in classes[first]):
                continue
            for node, at in _prefixes(index.root, classes, read, first, start - 1):
                shared_end = _shares_end(read, index.side, at, start)
                if not shared_end and not _shares_beginning(read, index.side, at, start):
                    continue
                if shared_end:
                    starts = list(_heads(read, index.side, end))
                else:
                    commas = [n for n in range(at + 1, start - 1) if read.gaps[n] == ","]
                    starts = [
                        head for n in (*commas, end) for head in _tails(read, index.side, n, at)
                    ]
                for head in starts:
                    yield from _finish(index.side, node, classes, read, first, at, head, shared_end)


def _conjunctions(read: Tokens, side: Side) -> Iterator[tuple[int, int]]:
    """First and last token of each conjunction with words on both sides."""
    single = facts(side, "conjunctions")
    longer = _longer(side)
    words = read.words
    for at in range(1, len(words) - 1):
        word = words[at]
        if word not in single and word not in longer:
            continue
        matched = [
            phrase for phrase in longer.get(word, ()) if words[at : at + len(phrase)] == phrase
        ]
        if matched:
            yield at, at + max(map(len, matched)) - 1
        elif word in single and words[at - 1] not in single:
            yield at, at


@cache
def _longer(side: Side) -> dict[str, list[list[str]]]:
    """Conjunctions of several words by their first one."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(facts(side, "joined_conjunctions")):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _prefixes(
    root: Node, classes: list[tuple[int, ...]], read: Tokens, first: int, limit: int
) -> list[tuple[Node, int]]:
    """Every beginning of a term that starts at `first` and ends at or before `limit`."""
    found: list[tuple[Node, int]] = []
    pending = [(root, first)]
    while pending:
        node, at = pending.pop()
        for class_id in classes[at]:
            after = node.following.get(class_id)
            if after is None or not after.following:
                continue
            found.append((after, at))
            if at < limit and read.gaps[at] == FREE:
                pending.append((after, at + 1))
    return found


def _shares_end(read: Tokens, side: Side, at: int, conjunction: int) -> bool:
    """Whether a list of whole members runs from the one that ends at `at` to the conjunction."""
    if read.words[at] in function_words(side):
        return False
    if at + 1 == conjunction:
        return read.gaps[at] in (FREE, ",")
    return read.gaps[at] == "," and _members(read, side, at + 1, conjunction)


def _shares_beginning(read: Tokens, side: Side, at: int, conjunction: int) -> bool:
    """Whether, directly after `at`, members of a list run to the conjunction."""
    if at + 1 >= conjunction or read.gaps[at] != FREE:
        return False
    pair = f"{read.words[at]} {read.words[at + 1]}"
    return pair not in facts(side, "inseparable") and _members(read, side, at + 1, conjunction)


def _members(read: Tokens, side: Side, start: int, stop: int) -> bool:
    """Whether [start, stop) is short members parted by commas."""
    function = function_words(side)
    articles = facts(side, "articles") if side == "es" else frozenset()
    again = articles | facts(side, "prepositions") if side == "es" else articles
    length = 0
    for at in range(start, stop):
        said_again = read.words[at] in again and (at > start or read.words[at] in articles)
        if length == 0 and said_again and read.gaps[at] == FREE:
            continue  # "de drogas, de personas y de armas", "contra el crimen y la corrupción"
        length += 1
        inside = side == "es" and read.words[at] == "de" and length > 1 and at + 1 < stop
        if length > _MEMBER or (read.words[at] in function and not inside):
            return False
        gap = read.gaps[at]
        if gap == ",":
            length = 0
        elif gap != FREE:
            return False
    return True


def _heads(read: Tokens, side: Side, conjunction: int) -> Iterator[int]:
    """Where a shared end may begin: after one to three words of the last member."""
    function = function_words(side)
    first = conjunction + 1
    if side == "es" and first < len(read) and read.words[first] in facts(side, "articles"):
        first += 1  # la trata y el tráfico de personas
    for at in range(first, min(first + _MEMBER, len(read) - 1)):
        if read.gaps[at - 1] != FREE or read.words[at] in function or read.gaps[at] != FREE:
            return
        yield at + 1


def _tails(read: Tokens, side: Side, conjunction: int, begun: int) -> Iterator[int]:
    """Where the own end of a term may begin: after the conjunction or the comma that ends with token
    `conjunction`, or after what is said again: the preposition with which the beginning ends at token `begun`, an
    article."""
    at = conjunction + 1
    if at >= len(read) or read.gaps[at - 1] not in (FREE, ","):
        return
    yield at
    skipped = {*facts(side, "articles"), read.words[begun]} & function_words(side)
    if side == "es" and skipped & {"de", "del"}:
        skipped |= {"de", "del"}
    for again in (at + 1, at + 2):
        if again >= len(read) or read.words[again - 1] not in skipped:
            return
        if read.gaps[again - 1] != FREE:
            return
        yield again


def _finish(
    side: Side,
    node: Node,
    classes: list[tuple[int, ...]],
    read: Tokens,
    first: int,
    at: int,
    head: int,
    shared_end: bool,
) -> Iterator[Elided]:
    begun = tuple(range(first, at + 1))
    pending = [(node, head)]
    while pending:
        state, here = pending.pop()
        for class_id in classes[here]:
            after = state.following.get(class_id)
            if after is None:
                continue
            covered = frozenset((*begun, *range(head, here + 1)))
            for entry in after.entries:
                if not entry.exception and _fits(
                    side, entry, read, begun, (head, here), shared_end
                ):
                    yield Elided(entry, first, here, covered)
            if here + 1 < len(read) and read.gaps[here] == FREE:
                pending.append((after, here + 1))


def _fits(
    side: Side,
    entry: Entry,
    read: Tokens,
    begun: tuple[int, ...],
    rest: tuple[int, int],
    shared_end: bool,
) -> bool:
    """Whether the grammar of English allows the reading. A modifier without its head has no plural:
    "drugs and human trafficking" names drugs, not drug trafficking. Members that share a modifier
    agree in number: "a nuclear plant and weapons" names no nuclear weapons."""
    if side == "es":
        return True
    if shared_end:
        whole = read.words[rest[0]] in function_words(side)  # ports and places [of entry]
        return whole or all(
            read.words[at] == word
            for at, word in zip(begun, entry.words[: len(begun)], strict=False)
        )
    single = facts(side, "conjunctions") | function_words(side)
    before = next(at for at in range(rest[0] - 1, begun[-1], -1) if read.words[at] not in single)
    return any(_plural(read.words[at]) == _plural(read.words[before]) for at in rest)


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")
