"""Screenshots of every view, at two sizes, light and dark, to be looked at before a change of the pages is done.

Usage: python tools/pictures.py [FOLDER]. Reads the examples and, where they are, the documents of ../shared/corpus;
writes pages and PNG files into FOLDER (default out/pictures), in a folder for each of the two.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1366, 768), (1920, 1080))
THEMES = ("light", "dark")
# For each set of documents, the views by the name of the picture.
EXAMPLES = {
    "links": "links", "unfolded": "links --group 株潭娄 --unfold", "map": "links --layout map",
    "chain": "chain 先进钢铁材料", "agency": "agency 株洲市工业和信息化局",
    "policy": "policy 株洲市先进制造业集群强链行动方案", "region": "region 娄底", "ego": "ego 中车株机 --depth 2",
    "shared": "shared 娄底 湘潭", "path": "path 长沙经开区 先进钢铁材料",
    "query": "query MATCH(a:Park)-[r:DEVELOPS]->(b)RETURN(a),r,b",
}  # fmt: skip
CORPUS = {
    "links": "links", "group": "links --group 株潭娄", "map": "links --layout map", "chain": "chain 先进材料",
    "agency": "agency 湘潭市工业和信息化局", "policy": "policy 支持娄底市先进材料产业高质量发展若干政策措施",
    "region": "region 娄底", "xiangtan": "region 湘潭市", "ego": "ego 湘潭经开区 --depth 2",
    "shared": "shared 娄底 湘潭", "path": "path 娄底 粤港澳大湾区",
    "query": "query MATCH(a:Park)-[r:DEVELOPS]->(b)RETURN(a),r,b",
}  # fmt: skip


def liantu(*words: str) -> None:
    """Run the command; its messages are shown."""
    subprocess.run([sys.executable, "-m", "liantu", *words], cwd=ROOT, check=True)


def main(folder: Path) -> None:
    """Make the pages, then photograph them."""
    pages = []
    for name, documents, views in (
        ("examples", ROOT / "examples", EXAMPLES), ("corpus", ROOT.parent / "shared" / "corpus", CORPUS),
    ):  # fmt: skip
        if not documents.exists():
            continue
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        graph = str(target / "pictures.kgl")
        liantu("ingest", str(documents), "--graph", graph)
        for picture, words in views.items():
            page = target / f"{picture}.html"
            liantu("view", *words.split(), "-o", str(page), "--graph", graph)
            pages.append(page)
    for theme in THEMES:
        photograph(pages, theme)


def photograph(pages: list[Path], theme: str) -> None:
    """A screenshot of each page at each size, beside the page."""
    options = webdriver.ChromeOptions()
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    feature = [{"name": "prefers-color-scheme", "value": theme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    for width, height in SIZES:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        for page in pages:
            browser.get(page.resolve().as_uri())
            browser.save_screenshot(str(page.with_name(f"{page.stem}_{width}_{theme}.png")))
    browser.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "pictures")
