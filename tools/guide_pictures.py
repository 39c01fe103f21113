"""The pictures of docs/pictures, made anew from the examples; look at them before you commit them.

Usage: python tools/guide_pictures.py [NAME...]    all, or those named; needs Chromium with chromedriver, and for
                                                   `workbook` LibreOffice (soffice) and pdftoppm
A page is photographed at 1366 by 768, light; where a key is given, it is pressed first. Of the workbook the first rows
of one sheet are printed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.properties import PageSetupProperties
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
        if not names or "workbook" in names:
            book = place / "workbook.xlsx"
            liantu("export", "xlsx", "--about", "株潭娄", "-o", str(book), "--graph", graph)
            printed(book, "联系", 13)


def printed(book: Path, sheet: str, rows: int) -> None:
    """The first rows of a sheet as a picture, as they would be printed on one wide page."""
    workbook = load_workbook(book)
    for other in [name for name in workbook.sheetnames if name != sheet]:
        del workbook[other]
    kept = workbook[sheet]
    kept.delete_rows(rows + 1, kept.max_row)
    kept.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    kept.page_setup.orientation, kept.page_setup.fitToHeight = "landscape", 0
    kept.print_options.gridLines = kept.print_options.headings = True
    kept.page_margins.left = kept.page_margins.right = kept.page_margins.top = 0.2
    kept.oddHeader.center.text = kept.oddFooter.center.text = ""
    workbook.save(book)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", book.parent, book], check=True)
    cut = ["-png", "-singlefile", "-r", "150", "-H", "425"]
    subprocess.run(["pdftoppm", *cut, book.with_suffix(".pdf"), TARGET / book.stem], check=True)


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
