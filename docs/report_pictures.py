"""Pictures of the HTML report, taken by a real browser.

    python -m docs.report_pictures [--pictures FOLDER]

The report is the sample's, as `aligner report` writes it; light in English, dark in Spanish, and the
bitext where the first open divergence stands. Needs Chromium, its driver and selenium.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WINDOW = (1100, 800)
NEXT = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'n'}))"
PICTURES = (("report", "en", "light", ""), ("report-bitext", "en", "light", NEXT))
PICTURES += (("informe", "es", "dark", ""), ("informe-bitexto", "es", "dark", NEXT))


def _browser(profile: Path) -> Any:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={profile}")
    options.add_argument("--window-size={},{}".format(*WINDOW))
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def main(arguments: list[str]) -> None:
    """Writes the pictures, each as NAME.png."""
    parser = argparse.ArgumentParser(prog="python -m docs.report_pictures")
    parser.add_argument("--pictures", type=Path, default=ROOT / "docs" / "pictures")
    folder: Path = parser.parse_args(arguments).pictures
    with tempfile.TemporaryDirectory() as name:
        browser = _browser(Path(name) / "profile")
        try:
            for picture, language, scheme, script in PICTURES:
                page = Path(name) / f"{language}.html"
                if not page.exists():
                    command = ["report", "texts", "--lang", language, "--out", str(page)]
                    subprocess.run(
                        [sys.executable, "-m", "aligner", *command], cwd=ROOT, check=True
                    )
                browser.execute_cdp_cmd(
                    "Emulation.setEmulatedMedia",
                    {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
                )
                browser.get(page.as_uri())
                browser.execute_script(script)
                browser.save_screenshot(str(folder / f"{picture}.png"))
                size = (folder / f"{picture}.png").stat().st_size
                sys.stdout.write(f"{picture}.png: {size:,} bytes\n")
        finally:
            browser.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
