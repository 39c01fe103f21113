"""The pictures of docs/pictures, made anew from the examples; look at them before you commit them.

Usage: python tools/guide_pictures.py [NAME...]    all, or those named; needs Chromium with chromedriver, and for
                                                   `workbook` LibreOffice (soffice) and pdftoppm
A page is photographed at 1366 by 768, light; where a key is given, it is pressed first. A workbook is printed.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from pictures import liantu
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
# Name of the picture, the command that makes the page ({} is the file or folder to write), the keys to press on it.
PAGES = {
    "links": ("view links -o {}.html", ""),
    "sentences": ("view links --group 株潭娄 -o {}.html", "n"),
    "map": ("view links --layout map -o {}.html", ""),
    "chain": ("view chain 先进钢铁材料 -o {}.html", ""),
    "agency": ("view agency 株洲市工业和信息化局 -o {}.html", ""),
    "report": ("report 娄底 -o {}", ""),
}


def main(names: list[str]) -> None:
    """Make the pages, then photograph them."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        graph = str(place / "pictures.kgl")
        liantu("ingest", str(ROOT / "examples"), "--graph", graph)
        browser = chromium()
        for name, (command, keys) in PAGES.items():
            if names and name not in names:
                continue
            made = place / name
            liantu(*command.format(made).split(), "--graph", graph)
            page = made / "index.html" if made.is_dir() else made.with_suffix(".html")
            browser.get(page.as_uri())
            if keys:
                browser.find_element(By.TAG_NAME, "body").send_keys(keys)
            browser.save_screenshot(str(TARGET / f"{name}.png"))
        browser.quit()


def chromium() -> webdriver.Chrome:
    """A browser without a window, of the size of the pictures."""
    options = webdriver.ChromeOptions()
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    metrics = {"width": 1366, "height": 768, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    return browser


if __name__ == "__main__":
    main(sys.argv[1:])
