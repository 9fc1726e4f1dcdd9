"""Writes docs/keys.md and docs/teclas.md from the key table: `python -m docs.keys`."""

from __future__ import annotations

from pathlib import Path

from aligner.tui.catalogue import Catalogue
from aligner.tui.keys import KEYS

_OPENING = {
    "en": "# Keys\n\nMade from the key table by `python -m docs.keys`. A project gives an action"
    ' another key by its id, in `aligner.yaml`:\n\n```yaml\nkeys:\n  accept: "space,f4"\n```\n',
    "es": "# Teclas\n\nSe genera de la tabla de teclas con `python -m docs.keys`. Un proyecto da otra"
    " tecla a una acción por su clave, en `aligner.yaml`:\n\n```yaml\nkeys:\n  accept:"
    ' "space,f4"\n```\n',
}
_COLUMNS = {
    "en": "| Keys | Action | What it does | id |",
    "es": "| Teclas | Acción | Qué hace | clave |",
}


def page(language: str) -> str:
    """The page in `en` or `es`."""
    words = Catalogue(language)
    lines = [_OPENING[language]]
    for group in dict.fromkeys(key.group for key in KEYS):
        lines += [f"## {words.say(f'group.{group}')}", "", _COLUMNS[language], "|---|---|---|---|"]
        for key in KEYS:
            if key.group == group:
                signs = " ".join(f"`{words.sign(each)}`" for each in key.keys)
                name, what = words.say(f"key.{key.id}"), words.say(f"help.{key.id}")
                lines.append(f"| {signs} | {name} | {what} | `{key.id}` |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write both pages."""
    folder = Path(__file__).parent
    (folder / "keys.md").write_text(page("en"), encoding="utf-8")
    (folder / "teclas.md").write_text(page("es"), encoding="utf-8")


if __name__ == "__main__":
    main()
