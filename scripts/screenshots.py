"""Pictures of the guides: forms and the panel for weak sight, and what a stick shows.

The first two come from the built site (`make site`), the last from an edition made for it. Run
it again when these pages or their words change; the pictures are kept with the pages that show
them. Each is WebP under 60 KB; the sizes are printed.

    .venv/bin/python scripts/screenshots.py [form] [sight] [usb] [--site SITE]
"""

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parent.parent
WIDTH: Final = 880
LARGEST: Final = 60 * 1024
LANGUAGES: Final = ("kk", "ru")
FOLDERS: Final = {"kk": "", "ru": "ru/"}
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
    ("choose", "contribute.html#new=units", _typed, "label[for=f-main-host], #f-main-host-list"),
    ("send", f"contribute.html#correct=units/{CENTRE}&step=send", lambda page: None, ".ways"),
)


def main() -> None:
    """Take every picture of the parts that are asked for, in both languages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="form|sight|usb")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        if "form" in (options.parts or ["form"]):
            _form(browser, options.site)
        if "sight" in (options.parts or ["sight"]):
            _sight(browser, options.site)
        if "usb" in (options.parts or ["usb"]):
            with tempfile.TemporaryDirectory() as folder:
                stick = Path(folder) / "tirek"
                command = [str(Path(sys.executable).with_name("tirek")), "--root", str(ROOT)]
                subprocess.run([*command, "usb", "build", str(stick)], check=True)
                _stick(browser, stick)
        browser.close()


def _form(browser: Browser, site: Path) -> None:
    for lang in LANGUAGES:
        for name, uri, act, part in SHOTS:
            page = _opened(browser, site, f"{FOLDERS[lang]}{uri}")
            page.locator(part).first.wait_for()
            if "contribute" in uri:
                page.locator(".step-title").wait_for()
            act(page)
            page.wait_for_timeout(500)  # fonts and the preview's sheet move things
            _save(_taken(page, part), ROOT / "docs" / lang / "guides" / f"form-{name}.webp")
            page.context.close()


def _sight(browser: Browser, site: Path) -> None:
    """Take the panel for weak sight above a material, in yellow on black."""
    for lang in LANGUAGES:
        page = _opened(browser, site, f"{FOLDERS[lang]}catalogue/visual-day-plan.html")
        page.set_viewport_size({"width": 1200, "height": 800})
        page.locator("button.tool[data-sight-open]").click()
        page.locator("input[value=yellow-on-black]").check()
        page.wait_for_timeout(500)
        _save(page.screenshot(), ROOT / "docs" / lang / "guides" / "pictures" / "sight.webp")
        page.context.close()


def _stick(browser: Browser, stick: Path) -> None:
    """Take START.html, and what the check says of the stick: whole first, then damaged."""
    for lang in LANGUAGES:
        page = _opened(browser, stick, "START.html")
        page.wait_for_timeout(500)
        _save(page.screenshot(), ROOT / "docs" / lang / "guides" / "usb-start.webp")
        page.context.close()
    for state in ("whole", "wrong"):
        if state == "wrong":
            _damage(stick)
        for lang in LANGUAGES:
            page = _opened(browser, stick, f"{FOLDERS[lang]}verify.html")
            page.locator("[data-folder]").set_input_files(stick)
            page.locator(f"[data-verdict][data-state={state}]").wait_for(timeout=120_000)
            page.evaluate("document.activeElement.blur()")
            page.wait_for_timeout(500)
            picture = _taken(page, "[data-can]")
            _save(picture, ROOT / "docs" / lang / "guides" / f"usb-{state}.webp")
            page.context.close()


def _damage(stick: Path) -> None:
    """Do to a copy what a bad stick and a careless hand do."""
    spoilt = min((stick / "files").rglob("*.docx"))
    content = bytearray(spoilt.read_bytes())
    content[len(content) // 2] ^= 1
    spoilt.write_bytes(content)
    (stick / "glossary.html").unlink()
    (stick / "autorun.inf").write_bytes(b"[autorun]")


def _opened(browser: Browser, folder: Path, uri: str) -> Page:
    context = browser.new_context(viewport={"width": WIDTH, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{folder.resolve().as_uri()}/{uri}")
    return page


def _taken(page: Page, part: str) -> bytes:
    """Return the part as PNG, or all between two parts; at most a screen high."""
    boxes = [box for place in page.locator(part).all() if (box := place.bounding_box())]
    left, top = (min(box[edge] for box in boxes) for edge in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    scrolled = float(page.evaluate("scrollY"))  # boxes are told from the top of the screen
    clip = {
        "x": max(0.0, left - 16),
        "y": max(0.0, top + scrolled - 8),
        "width": min(float(WIDTH), right - left + 32),
        "height": min(660.0, bottom - top + 16),
    }
    return page.screenshot(clip=clip, full_page=True)  # type: ignore[arg-type]


def _save(png: bytes, path: Path) -> None:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (76, 64, 52):
        image.save(path, "WEBP", quality=quality, method=6)
        size = path.stat().st_size
        if size < LARGEST:
            break
    assert size < LARGEST, f"{path}: {size} bytes"
    print(f"{path.relative_to(ROOT)}: {image.width} x {image.height}, {size} bytes")


if __name__ == "__main__":
    main()
