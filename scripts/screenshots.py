"""Pictures of the coordinators' guide, taken from the built site: `make site`, then this.

Run it again when the form page changes; the pictures are kept with the pages that show them.
Each is WebP under 60 KB; the guide's Markdown says its size, which is printed.

    .venv/bin/python scripts/screenshots.py [SITE]
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parent.parent
WIDTH: Final = 880
LARGEST: Final = 60 * 1024
CENTRE: Final = "almaty-school-10-centre"

Shot = tuple[str, str, Callable[[Page], None], str]
"""Name, address below the language, what to do there, what to take."""


def _confirmed(page: Page) -> None:
    page.locator(".option input").first.check()


def _typed(page: Page) -> None:
    page.locator("#f-main-host").fill("алматы")
    page.locator("#f-main-host-list [role=option]").first.wait_for()


SHOTS: Final[tuple[Shot, ...]] = (
    ("link", f"network/centres/{CENTRE}.html", lambda page: None, "#confirm"),
    ("confirm", f"contribute.html#confirm=units/{CENTRE}", _confirmed, "[data-forms]"),
    ("choose", "contribute.html#new=units", _typed, "[data-forms]"),
    ("send", f"contribute.html#correct=units/{CENTRE}&step=send", lambda page: None, ".ways"),
)


def main(site: Path) -> None:
    """Take every picture in both languages and print its size."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for lang in ("kk", "ru"):
            for name, uri, act, part in SHOTS:
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": 720}, reduced_motion="reduce"
                )
                page = context.new_page()
                page.goto(f"{site.resolve().as_uri()}/{'ru/' if lang == 'ru' else ''}{uri}")
                page.locator(part).first.wait_for()
                if "contribute" in uri:
                    page.locator(".step-title").wait_for()
                act(page)
                page.wait_for_timeout(500)  # fonts and the preview's sheet move things
                _save(_taken(page, part), ROOT / "docs" / lang / "guides" / f"form-{name}.webp")
                context.close()
        browser.close()


def _taken(page: Page, part: str) -> bytes:
    """Return the part as PNG, at most a screen high."""
    box = page.locator(part).first.bounding_box()
    assert box
    scrolled = float(page.evaluate("scrollY"))  # the box is told from the top of the screen
    clip = {
        "x": max(0.0, box["x"] - 16),
        "y": max(0.0, box["y"] + scrolled - 8),
        "width": min(float(WIDTH), box["width"] + 32),
        "height": min(660.0, box["height"] + 16),
    }
    return page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]


def _save(png: bytes, path: Path) -> None:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.save(path, "WEBP", quality=82, method=6)
    size = path.stat().st_size
    assert size < LARGEST, f"{path}: {size} bytes"
    print(f"{path.relative_to(ROOT)}: {image.width} x {image.height}, {size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
