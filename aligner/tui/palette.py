"""The command palette: every action of the screen below it, by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from aligner.tui.framed import Framed
from aligner.tui.keys import Key, in_context, keys_of


class ActionProvider(Provider):
    """Searches the names and the sentences of all actions."""

    def _actions(self) -> list[tuple[Key, str, str]]:
        screen = self.screen
        if not isinstance(screen, Framed):
            return []
        remapped = screen.program.keymap_of_project
        found = []
        for key in in_context(screen.CONTEXT):
            keys = " ".join(screen.words.sign(each) for each in keys_of(key, remapped)[:1])
            found.append((key, f"{screen.say('key.' + key.id)}  ({keys})", key.id))
        return found

    def _command(self, key: Key) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, key.action)

    def _help(self, name: str) -> str:
        screen = self.screen
        return screen.say(f"help.{name}") if isinstance(screen, Framed) else ""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for key, title, name in self._actions():
            yield DiscoveryHit(title, self._command(key), title, self._help(name))

    async def search(self, query: str) -> Hits:
        """Those that match what was typed."""
        matcher = self.matcher(query)
        found = False
        for key, title, name in self._actions():
            sentence = self._help(name)
            score = max(matcher.match(title), 0.6 * matcher.match(sentence))
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(title), self._command(key), title, sentence)
        if not found and isinstance(self.screen, Framed):
            # Textual would say so in English alone.
            yield Hit(0.01, self.screen.say("palette.none"), _nothing)


def _nothing() -> None:
    """Chosen, it does nothing."""
