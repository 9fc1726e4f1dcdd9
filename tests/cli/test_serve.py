"""The review in a browser: who comes in, what the page may do, who writes."""

from __future__ import annotations

import asyncio
import inspect
import json
import shutil
import socket
import subprocess
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("textual_serve", reason="needs the extra [web]")

from aiohttp import (
    ClientConnectorError,
    ClientSession,
    CookieJar,
    WSMsgType,
    WSServerHandshakeError,
    web,
)
from textual_serve.server import Server

from aligner.cli.serve import child
from aligner.cli.serving import COOKIE, GuardedServer, quoted

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import sys; sys.path.insert(0, {root!r});"
    "from tests.tui.bench_of_memory import MemoryBench; from aligner.tui.app import run;"
    "bench = MemoryBench(); bench.read_only = {reads}; run(bench)"
)


def program(*, reads: bool) -> list[str]:
    return [sys.executable, "-c", PROGRAM.format(root=str(ROOT), reads=reads)]


def free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return int(each.getsockname()[1])


@asynccontextmanager
async def serving(
    command: Sequence[str] = (),
) -> AsyncIterator[tuple[GuardedServer, str]]:
    """A server that runs, and its address without the token."""
    told: list[str] = []
    writing = command or program(reads=False)
    server = GuardedServer(writing, program(reads=True), free_port(), told.append)
    runner = web.AppRunner(await server._make_app())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", server.port).start()
    assert told == [server.address]
    try:
        yield server, f"http://127.0.0.1:{server.port}"
    finally:
        await runner.cleanup()


async def came_in(session: ClientSession, server: GuardedServer) -> None:
    async with session.get(server.address) as answer:
        assert answer.status == 200


async def test_nobody_comes_in_without_the_token_and_it_works_once() -> None:
    async with serving() as (server, root), ClientSession() as stranger:
        for path in ("/", "/?token=guess", "/static/js/textual.js", "/aligner.css"):
            async with stranger.get(root + path) as answer:
                assert answer.status == 403, path
        address = server.address
        async with stranger.get(address, allow_redirects=False) as answer:
            assert answer.status == 302
            cookie = answer.headers["Set-Cookie"]
            assert cookie.startswith(f"{COOKIE}=")
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
        async with ClientSession() as second, second.get(address) as answer:
            assert answer.status == 403


async def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    async with (
        serving() as (server, root),
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as session,
    ):
        await came_in(session, server)
        async with session.get(root + "/") as answer:
            page = await answer.text()
            policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'")
        assert "https:" not in page + policy
        assert "<script>" not in page
        assert page.count("http") == 0
        async with session.get(root + "/static/js/textual.js") as answer:
            assert answer.status == 200
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


async def test_another_host_or_origin_is_turned_away_on_the_socket_too() -> None:
    async with (
        serving() as (server, root),
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as session,
    ):
        await came_in(session, server)
        for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
            async with session.get(root + "/", headers=headers) as answer:
                assert answer.status == 403
            with pytest.raises(WSServerHandshakeError):
                await session.ws_connect(root + "/ws", headers=headers)
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(root + "/ws")
        async with ClientSession() as stranger:
            with pytest.raises(WSServerHandshakeError):
                await stranger.ws_connect(root + "/ws", headers={"Origin": root})


async def seen(session: ClientSession, root: str, wanted: bytes) -> bytes:
    """What a window shows until `wanted`; the key `q` ends it."""
    found = b""
    async with session.ws_connect(
        root + "/ws?width=120&height=40", headers={"Origin": root}
    ) as window:
        async for message in window:
            if message.type is WSMsgType.BINARY:
                found += message.data
            if wanted in found:
                break
        await window.send_str(json.dumps(["stdin", "q"]))
    return found


async def test_the_window_shows_the_review_and_a_second_one_only_reads() -> None:
    async with (
        serving() as (server, root),
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as session,
    ):
        await came_in(session, server)
        async with session.ws_connect(
            root + "/ws?width=120&height=40", headers={"Origin": root}
        ) as first:
            found = b""
            async for message in first:
                if message.type is WSMsgType.BINARY:
                    found += message.data
                if b"not reviewed" in found:
                    break
            assert b"read only" not in found
            assert b"read only" in await seen(session, root, b"read only")


def test_the_private_hook_of_textual_serve_is_still_there() -> None:
    assert "_make_app" in inspect.getsource(Server.serve)
    assert inspect.iscoroutinefunction(Server._make_app)


def test_a_path_with_blanks_and_quotes_stays_one_argument() -> None:
    given = dict.fromkeys(("encoding", "ui", "glossary", "archive"))
    made = child(
        {
            **given,
            "tracked": "show",
            "reviewer": "Eva Díaz; rm -rf /",
            "role": "reviser",
            "document": "",
            "read_only": True,
            "paths": ("a folder/it's $HOME",),
        }
    )
    if sys.platform == "win32":
        return
    heard = subprocess.run(
        quoted([sys.executable, "-c", "import sys; print(sys.argv[1:])", *made]),
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert repr("a folder/it's $HOME") in heard
    assert "Eva Díaz; rm -rf /" in heard


BROWSER = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    "",
)
DRIVER = shutil.which("chromedriver") or ""
_FOREIGN = """
return performance.getEntriesByType("resource").map(each => each.name)
    .filter(name => !name.startsWith(location.origin) && !name.startsWith("data:"))
"""
_SEEN = "return document.querySelector('.xterm-screen') !== null && document.title"


@asynccontextmanager
async def browsing() -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """A headless browser: the function given sends one WebDriver command, and returns its value."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        DRIVER, f"--port={port}", stdout=DEVNULL, stderr=DEVNULL
    )
    options = {"binary": BROWSER, "args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}
    wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
    root = f"http://127.0.0.1:{port}/session"
    async with ClientSession() as client:

        async def send(path: str, body: object = None, *, method: str = "POST") -> Any:
            given = None if method != "POST" else body or {}
            async with client.request(method, root + path, json=given) as answer:
                value = (await answer.json())["value"]
            assert not (isinstance(value, dict) and "error" in value), value
            return value

        try:
            while process.returncode is None:
                try:
                    made = await send("", {"capabilities": {"alwaysMatch": wanted}})
                    break
                except ClientConnectorError:
                    await asyncio.sleep(0.1)
            name = f"/{made['sessionId']}"

            async def command(path: str, body: object = None, *, method: str = "POST") -> Any:
                return await send(name + path, body, method=method)

            yield command
            await command("", method="DELETE")
        finally:
            process.terminate()
            await process.wait()


async def comes_true(check: Callable[[], Awaitable[object]], patience: float = 120.0) -> None:
    end = time.monotonic() + patience
    while not await check():
        assert time.monotonic() < end, "it never came about"
        await asyncio.sleep(0.1)


@pytest.mark.skipif(not (BROWSER and DRIVER), reason="no headless Chromium with its driver here")
async def test_a_real_browser_shows_the_review_and_its_keys_decide(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "texts", tmp_path / "p", ignore=shutil.ignore_patterns(".aligner"))
    review = tmp_path / "p" / "review"
    shutil.rmtree(review, ignore_errors=True)
    made = child(
        {
            **dict.fromkeys(("encoding", "tracked", "glossary", "archive", "role")),
            "reviewer": "Eva",
            "ui": "es",
            "document": "",
            "read_only": False,
            "paths": (str(tmp_path / "p"),),
        }
    )
    async with serving(made) as (server, _), browsing() as command:
        script = {"args": []}
        await command("/url", {"url": server.address})
        await comes_true(lambda: command("/execute/sync", {**script, "script": _SEEN}))
        # xterm.js draws on a canvas, so what was decided is looked for where it has to be: on disk.

        async def decided() -> bool:
            typed = [{"type": what, "value": " "} for what in ("keyDown", "keyUp")]
            await command("/actions", {"actions": [{"type": "key", "id": "k", "actions": typed}]})
            found = list(review.glob("*.jsonl"))
            return any('"kind":"accept"' in each.read_text("utf-8") for each in found)

        await comes_true(decided)
        assert await command("/execute/sync", {**script, "script": _FOREIGN}) == []
        told = await command("/se/log", {"type": "browser"})
        assert [each["message"] for each in told if "Security Policy" in each["message"]] == []
        # The cookie is not for scripts.
        assert await command("/execute/sync", {**script, "script": "return document.cookie"}) == ""
