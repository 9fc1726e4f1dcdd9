"""aligner.yaml as a value.

What always holds: every key is known or refused with the nearest known name, its line and column;
every path stays inside the project, but for folders of shared decisions (layers.py); files that
`extends` names are read first and give way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast, get_args

from aligner.divergence.divergence import Severity
from aligner.divergence.registry import NAMES
from aligner.divergence.settings import Authenticity, Equivalence, Instrument
from aligner.errors import ConfigurationError
from aligner.review.gates import DEFAULT_PROFILE, PROFILES, Gate, gate, profile, replaced
from aligner.store.inside import inside
from aligner.store.layers import KEYS, OF_SHARED_FOLDERS, layers
from aligner.store.shape import Shape

SCHEMA = 1
_DOCUMENT_KEYS = ("id", "en", "es", "authenticity", "instrument", "negotiated_in")
_EQUIVALENCE_KEYS = ("en", "es", "check", "document", "why")
_REGIONS = {"en": "en-US", "es": "es-MX"}
_TAG = re.compile(r"(en|es)(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|[0-9]{3}))?")


@dataclass(frozen=True, slots=True)
class Listed:
    """One document as `documents` lists it: paths relative to the project; several of one side
    are read as one."""

    id: str
    en: tuple[str, ...]
    es: tuple[str, ...]
    authenticity: Authenticity = "equal"
    instrument: Instrument = "political"
    negotiated_in: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a project says of itself; the defaults are those of a project that says nothing.
    `inherited` are the folders of shared decisions, those that give way first."""

    regions: Mapping[str, str] = field(default_factory=lambda: dict(_REGIONS))
    documents: tuple[Listed, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    profile: str = DEFAULT_PROFILE
    limits: tuple[Gate, ...] = ()
    memories: tuple[str, ...] = ()
    equivalences: tuple[Equivalence, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    inherited: tuple[Path, ...] = ()

    def gates(self, profile_name: str = "") -> tuple[Gate, ...]:
        """The gates: those of the profile (`profile_name`, else the project's own), with the
        project's limits in place of theirs. Where every document is a courtesy version, major
        divergences fell no gate unless the project says so: nobody signs them."""
        base = profile(profile_name or self.profile)
        courtesy = [each.authenticity.startswith("courtesy") for each in self.documents]
        if courtesy and all(courtesy):
            base = tuple(each for each in base if each.metric != "divergence.open.major")
        return replaced(base, self.limits)


def read_configuration(path: Path, root: Path) -> Configuration:
    """The configuration in `path`, a file of the project at `root`. Raises ConfigurationError."""
    merged: dict[str, Any] = {}
    found = layers(path, root)
    for layer in found:
        if layer.loaded is None:
            continue
        shape = Shape(layer.loaded, layer.name, ConfigurationError)
        top = shape.mapping(layer.loaded.value, (), KEYS)
        shape.schema(top, SCHEMA)
        if layer.folder is not None:
            top = {key: value for key, value in top.items() if key in OF_SHARED_FOLDERS}
        _read(merged, shape, top, root)
    folders = tuple(layer.folder for layer in found if layer.folder is not None)
    return Configuration(**merged, inherited=folders)


def _read(merged: dict[str, Any], shape: Shape, top: Mapping[str, Any], root: Path) -> None:
    """Takes one file into `merged`: single values replace, mappings and lists of earlier files are
    added to; a list of documents replaces."""
    if "languages" in top:
        merged["regions"] = {**_REGIONS, **_regions(shape, top["languages"])}
    if "documents" in top:
        merged["documents"] = _documents(shape, top["documents"], root)
    if "checks" in top:
        severities = _checks(shape, top["checks"])
        merged["severities"] = {**merged.get("severities", {}), **severities}
    if "gates" in top:
        named, limits = _gates(shape, top["gates"])
        if named:
            merged["profile"] = named
        merged["limits"] = replaced(merged.get("limits", ()), limits)
    if "memories" in top:
        paths = shape.texts(top["memories"], ("memories",))
        for n, written in enumerate(paths):
            _inside(shape, root, written, ("memories", n))
        merged["memories"] = (*merged.get("memories", ()), *paths)
    if "equivalences" in top:
        found = equivalences(shape, top["equivalences"], ("equivalences",))
        merged["equivalences"] = (*merged.get("equivalences", ()), *found)
    if "keys" in top:
        keys = shape.mapping(top["keys"], ("keys",))
        read = {key: shape.text(value, ("keys", key)) for key, value in keys.items()}
        merged["keys"] = {**merged.get("keys", {}), **read}


def _regions(shape: Shape, value: Any) -> dict[str, str]:
    given = shape.mapping(value, ("languages",), ("en", "es"))
    out = {}
    for side, tag in given.items():
        path = ("languages", side)
        text = shape.text(tag, path)
        match = _TAG.fullmatch(text)
        if not match or match[1] != side:
            shape.fail(path, f"{text!r} is no language tag of {side} (such as {_REGIONS[side]})")
        out[side] = text
    return out


def _documents(shape: Shape, value: Any, root: Path) -> tuple[Listed, ...]:
    out: list[Listed] = []
    seen: dict[str, int] = {}
    for n, entry in enumerate(shape.listing(value, ("documents",))):
        path = ("documents", n)
        given = shape.mapping(entry, path, _DOCUMENT_KEYS)
        for key in ("id", "en", "es"):
            if not given.get(key):
                shape.fail(path, f"a document needs `{key}`")
        identity = shape.text(given["id"], (*path, "id"))
        wrong = wrong_id(identity)
        if wrong:
            shape.fail((*path, "id"), wrong)
        if identity.casefold() in seen:
            shape.fail((*path, "id"), f"two documents are called {identity!r}")
        seen[identity.casefold()] = n
        sides = {}
        for side in ("en", "es"):
            sides[side] = shape.texts(given[side], (*path, side))
            for written in sides[side]:
                _inside(shape, root, written, (*path, side))
        out.append(
            Listed(
                identity,
                sides["en"],
                sides["es"],
                cast(Authenticity, _chosen(shape, given, path, "authenticity", Authenticity)),
                cast(Instrument, _chosen(shape, given, path, "instrument", Instrument)),
                shape.text(given.get("negotiated_in", ""), (*path, "negotiated_in")),
            )
        )
    return tuple(out)


def _chosen(
    shape: Shape, given: Mapping[str, Any], path: tuple[str | int, ...], key: str, kind: Any
) -> str:
    choices = get_args(kind)
    return shape.choice(given.get(key, choices[0]), (*path, key), choices)


def _inside(shape: Shape, root: Path, written: str, path: tuple[str | int, ...]) -> None:
    try:
        inside(root, written)
    except ConfigurationError as error:
        shape.fail(path, str(error))


def wrong_id(identity: str) -> str:
    """What is wrong with `identity` as the id of a document, whose journal is
    review/<id>.jsonl; empty if nothing is."""
    parts = identity.split("/")
    if any(part in ("", ".", "..") or part != part.strip() for part in parts):
        return f"{identity!r} is no id: names with / between them, as in a path"
    if any(not char.isprintable() or char in '\\:*?"<>|' for char in identity):
        return f"{identity!r} holds a sign that file names do not take"
    if identity.casefold() == "glossary":
        return "'glossary' is the journal of the glossary; call the document something else"
    if len(identity.encode("utf-8", "surrogatepass")) > 200:
        return "an id of more than 200 bytes"
    return ""


def _checks(shape: Shape, value: Any) -> dict[str, Severity | None]:
    severities: dict[str, Severity | None] = {}
    for name, given in shape.mapping(value, ("checks",)).items():
        path = ("checks", name)
        if name not in NAMES:
            shape.unknown(path, name, NAMES, "check")
        if isinstance(given, str):
            severities[name] = _severity(shape, given, path)
            continue
        # No check has options of its own yet; one that is not read is refused, not passed over.
        for key, option in shape.mapping(given, path, ("severity",)).items():
            severities[name] = _severity(shape, option, (*path, key))
    return severities


def _severity(shape: Shape, value: Any, path: tuple[str | int, ...]) -> Severity | None:
    words = [severity.word for severity in reversed(Severity)]
    word = shape.choice(value, path, [*words, "off"])
    return None if word == "off" else Severity.named(word)


def _gates(shape: Shape, value: Any) -> tuple[str, tuple[Gate, ...]]:
    if isinstance(value, str):
        return (shape.choice(value, ("gates",), PROFILES) if value else ""), ()
    limits = []
    named = ""
    for metric, limit in shape.mapping(value, ("gates",)).items():
        path = ("gates", metric)
        if metric == "profile":
            named = shape.choice(limit, path, PROFILES)
            continue
        try:
            limits.append(gate(metric, shape.text(limit, path).removesuffix("%").strip()))
        except ConfigurationError as error:
            shape.fail(path, str(error))
    return named, tuple(limits)


def equivalences(shape: Shape, value: Any, path: tuple[str | int, ...]) -> tuple[Equivalence, ...]:
    """The equivalences that a list holds."""
    out = []
    for n, entry in enumerate(shape.listing(value, path)):
        here = (*path, n)
        given = shape.mapping(entry, here, _EQUIVALENCE_KEYS)
        read = {key: shape.text(each, (*here, key)) for key, each in given.items()}
        if not read.get("en") and not read.get("es"):
            shape.fail(here, "an equivalence needs `en` or `es`")
        if read.get("check") and read["check"] not in NAMES:
            shape.unknown((*here, "check"), read["check"], NAMES, "check")
        out.append(Equivalence(**{"en": "", "es": "", **read}))
    return tuple(out)
