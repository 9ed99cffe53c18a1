"""The chat page: people on the left, their phones side by side, all of it plain files that talk to `/sim`."""

from pathlib import Path

from aiohttp import web

PLACE = Path(__file__).parent

# Everything comes from this server, and nothing that a message carries can run: no inline script, no inline style.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)

ICONS = "/page/icons.svg"
LASTING = "max-age=0, stale-while-revalidate=86400"
"""Every icon that is drawn asks for its file anew: those that were seen stay while the sandbox is away."""


def add_page(app: web.Application) -> None:
    """Serve the chat page at `/` and its files under `/page/`."""
    app.router.add_get("/", _index)
    app.router.add_static("/page/", PLACE / "page")
    app.on_response_prepare.append(_guard)


async def _index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PLACE / "index.html")


async def _guard(request: web.Request, response: web.StreamResponse) -> None:
    """Send the page and its files with the strict policy, and always fresh ones (icons: fresh at the next look)."""
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = LASTING if request.path == ICONS else "no-cache"
