"""The review in a browser on this machine: a guarded server around textual-serve.

What always holds: it listens on the loopback alone; nothing is answered without the cookie, and the
cookie is given once, for the token of the first address; Host and Origin are checked, on the socket
too; no page asks for anything from elsewhere; one window writes, further ones only read.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import shlex
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

LOOPBACK = "127.0.0.1"
COOKIE = "aligner"
# xterm.js writes its sizes and colours into <style> elements; nothing else is allowed.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' {socket};"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>aligner</title>
<link rel="stylesheet" href="/static/css/xterm.css">
<link rel="stylesheet" href="/aligner.css">
<script src="/static/js/textual.js"></script>
<script src="/aligner.js"></script>
</head>
<body>
<p class="ended">The session has ended. Reload the page to open it again.</p>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{socket}/ws"
 data-font-size="16"></div>
</body>
</html>
"""
_STYLE = """html, body { margin: 0; height: 100%; background: #16191f; color: #dcdfe4; }
.textual-terminal { width: 100vw; height: 100vh; font-family: monospace; }
.ended { display: none; font-family: monospace; padding: 1em; }
body.-closed .ended { display: block; }
body.-closed .textual-terminal { display: none; }
"""
# Everything is done by keys: they have to arrive without a click, also after another window.
_SCRIPT = """"use strict";
(() => {
  const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
  const watch = new MutationObserver(() => {
    if (document.querySelector(".xterm-helper-textarea")) { watch.disconnect(); focus(); }
  });
  watch.observe(document, { childList: true, subtree: true });
  window.addEventListener("focus", focus);
})();
"""
_DENIED = "aligner: open the address that `aligner serve` printed; it works once."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def quoted(command: Sequence[str]) -> str:
    """A command for the shell that textual-serve starts it with."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return shlex.join(command)


class GuardedServer(Server):
    """textual-serve with its doors shut. `command` starts the program that writes, `reader` the
    one that only reads; `tell` says the address."""

    def __init__(
        self,
        command: Sequence[str],
        reader: Sequence[str],
        port: int,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(quoted(command), host=LOOPBACK, port=port, title="aligner")
        self._writing, self._reading = quoted(command), quoted(reader)
        self._tell = tell
        self._token = secrets.token_urlsafe(32)
        self._cookie = secrets.token_urlsafe(32)
        self._hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        self._writer_taken = False

    @property
    def address(self) -> str:
        """The first address, with the token; it works once."""
        return f"http://{LOOPBACK}:{self.port}/?token={self._token}"

    def initialize_logging(self) -> None:
        """What goes wrong is told by the program itself."""

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002  the base class asks so
        """Say where."""
        self._tell(self.address)

    async def _make_app(self) -> web.Application:
        """Only the routes that are needed, each behind the guard. (A private hook of textual-serve;
        tests/cli/test_serve.py says when it is gone.)"""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        app = web.Application(middlewares=[guard])
        app.add_routes(
            [
                web.get("/", self.handle_page),
                web.get("/ws", self.handle_websocket),
                web.get("/aligner.css", self.handle_style),
                web.get("/aligner.js", self.handle_script),
                web.get("/favicon.ico", self.handle_icon),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    # Who may come in

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Host", "") not in self._hosts:
            raise web.HTTPForbidden(text=_DENIED)
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            raise web.HTTPForbidden(text=_DENIED)
        if request.path == "/ws" and origin is None:
            raise web.HTTPForbidden(text=_DENIED)
        token = request.query.get("token", "")
        if request.path == "/" and token:
            return self._exchange(token)
        if not hmac.compare_digest(request.cookies.get(COOKIE, ""), self._cookie):
            raise web.HTTPForbidden(text=_DENIED)
        response = await handler(request)
        if not response.prepared:
            self._harden(response)
        return response

    def _exchange(self, token: str) -> web.StreamResponse:
        """The token for the cookie, once."""
        if not self._token or not hmac.compare_digest(token, self._token):
            raise web.HTTPForbidden(text=_DENIED)
        self._token = ""
        response = web.Response(status=302, headers={"Location": "/"})
        response.set_cookie(COOKIE, self._cookie, httponly=True, samesite="Strict", path="/")
        self._harden(response)
        return response

    def _harden(self, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = POLICY.format(socket=self._socket)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"

    @property
    def _socket(self) -> str:
        return f"ws://{LOOPBACK}:{self.port}"

    # What is there

    async def handle_page(self, request: web.Request) -> web.Response:
        """The one page. The socket is on the host that the page was asked from."""
        socket = f"ws://{request.headers['Host']}"
        response = web.Response(text=_PAGE.format(socket=socket), content_type="text/html")
        self._harden(response)
        response.headers["Content-Security-Policy"] = POLICY.format(socket=socket)
        return response

    async def handle_style(self, _: web.Request) -> web.Response:
        """Our few rules."""
        return web.Response(text=_STYLE, content_type="text/css")

    async def handle_script(self, _: web.Request) -> web.Response:
        """The keys go to the terminal."""
        return web.Response(text=_SCRIPT, content_type="text/javascript")

    async def handle_icon(self, _: web.Request) -> web.Response:
        """There is none; browsers ask all the same."""
        return web.Response(status=204)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One window: the first writes, those beside it read."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        writes = not self._writer_taken
        self._writer_taken = True

        async def close() -> None:
            await websocket.close()

        service = AppService(
            self._writing if writes else self._reading,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        try:
            await service.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(websocket, service)
        except asyncio.CancelledError:
            await websocket.close()
        finally:
            await service.stop()
            await _ended(service)
            if writes:
                self._writer_taken = False
        return websocket


async def _ended(service: AppService) -> None:
    """Wait for the program of a window that was closed, so that what it writes is on disk before
    another window may write."""
    process = service._process
    if process is None:
        return
    try:
        await asyncio.wait_for(process.wait(), 10)
    except TimeoutError:
        process.kill()
        await process.wait()


def _cells(request: web.Request, name: str, default: int) -> int:
    text = request.query.get(name, "")
    return min(int(text), 1000) if text.isdecimal() and int(text) > 0 else default
