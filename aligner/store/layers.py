"""The files that a configuration is made of, those that give way first.

What always holds: `extends` names a file inside the project, or a folder of shared decisions, which
may lie elsewhere (a checkout that several projects use); of such a folder two files are read,
aligner.yaml and glossary.yaml, both really in it, and nothing that it names is followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.errors import ConfigurationError
from aligner.store.inside import inside
from aligner.store.shape import Shape
from aligner.store.yaml_loader import Loaded, content_of, load

KEYS = (
    "schema",
    "languages",
    "documents",
    "checks",
    "gates",
    "memories",
    "equivalences",
    "keys",
    "extends",
)
OF_SHARED_FOLDERS = frozenset({"schema", "checks", "gates", "equivalences", "keys"})
"""What a folder of shared decisions gives; its own texts are no matter of ours."""

_MOST = 20


@dataclass(frozen=True, slots=True)
class Layer:
    """One file; `name` is for messages. `folder` is the folder of shared decisions that it came
    from, else None; `loaded` is None where such a folder has no aligner.yaml."""

    name: str
    loaded: Loaded | None
    folder: Path | None = None


def layers(path: Path, root: Path) -> tuple[Layer, ...]:
    """The layers of the configuration in `path`, a file of the project at `root`, itself last.
    Raises ConfigurationError."""
    return tuple(_layers(path, root, path.name, ()))


def _layers(path: Path, root: Path, name: str, above: tuple[Path, ...]) -> list[Layer]:
    if path.resolve() in above:
        raise ConfigurationError(f"{name}: extends itself in a circle")
    if len(above) >= _MOST:
        raise ConfigurationError(f"{name}: more than {_MOST} files extend one another")
    loaded = _loaded(path, name)
    shape = Shape(loaded, name, ConfigurationError)
    top = shape.mapping(loaded.value, (), KEYS)
    found: list[Layer] = []
    for n, written in enumerate(shape.texts(top.get("extends", ""), ("extends",))):
        where = f"{name}, {loaded.place(('extends', n))}"
        folder = root / written
        try:
            shared = folder.is_dir()
            present = _present(folder) if shared else []
        except OSError as error:
            raise ConfigurationError(
                f"{where}: {written}: cannot be looked at ({error.strerror})"
            ) from error
        if shared:
            found.append(_shared(folder, written, present, where))
        else:
            target = inside(root, written, where=where)
            found += _layers(target, root, written, (*above, path.resolve()))
    return [*found, Layer(name, loaded)]


def _present(folder: Path) -> list[str]:
    return [name for name in ("aligner.yaml", "glossary.yaml") if (folder / name).is_file()]


def _shared(folder: Path, written: str, present: Sequence[str], where: str) -> Layer:
    """The layer that a folder of shared decisions makes."""
    if not present:
        raise ConfigurationError(f"{where}: {written} holds neither aligner.yaml nor glossary.yaml")
    for name in present:
        inside(folder, name, where=where)
    name = f"{written}/aligner.yaml"
    loaded = _loaded(folder / "aligner.yaml", name) if "aligner.yaml" in present else None
    return Layer(name, loaded, folder)


def _loaded(path: Path, name: str) -> Loaded:
    try:
        content = content_of(path)
    except OSError as error:
        raise ConfigurationError(f"{name}: cannot be read ({error.strerror})") from error
    return load(content, name=name, error=ConfigurationError)
