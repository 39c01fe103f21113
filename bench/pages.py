"""How soon large pages open and answer, beside a default pyvis page of the same graph in the same browser.

Run: python bench/pages.py. Needs Chromium and chromedriver (make browser). Prints, for a page of 300 nodes and 900
links, the seconds until it has been opened and has answered a click of the mouse, and for one of 5,000 nodes and 15,000
links the seconds until its first frame is drawn, and how many times as long pyvis takes, or at least takes: after CAP
seconds it is given up. Pages are opened RUNS times, both in turn; the median counts. The limits are those of a machine
with two cores that does nothing else: beside other work the ratio tells, not the seconds.
"""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service

from viz import Link, Node, Picture, Sentence, render

RUNS = 3
CAP = 120.0
SMALL, LARGE = (300, 900), (5_000, 15_000)
LIMITS = {SMALL: 2.0, LARGE: 5.0}
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1366,768",
)  # fmt: skip
# Keeps when the frame with the first shape of a node is out, in seconds since the page was asked for.
_HOOK = """
const canvas = CanvasRenderingContext2D.prototype, fill = canvas.fill;
canvas.fill = function (...given) {
  if (window.firstFrame === undefined) {
    window.firstFrame = null;
    requestAnimationFrame(() => setTimeout(() => { window.firstFrame = performance.now() / 1000; }, 0));
  }
  return fill.apply(this, given);
};
"""
_SIGNS = "湘潭娄底株洲长沙先进钢铁材料新能源装备制造电子信息生物医药科技股份有限公司"


def grown(nodes: int, links: int) -> Picture:
    """A picture in which few nodes have many links, as in graphs of policies; every link has a sentence."""
    random = Random(1)
    names = ["".join(random.choices(_SIGNS, k=random.randint(3, 9))) for _ in range(nodes)]
    made = tuple(Node(f"N:{i:05}", "Enterprise" if i % 3 else "City", name) for i, name in enumerate(names))
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < links:
        one, other = random.randrange(nodes), min(random.randrange(nodes), random.randrange(nodes))
        if one != other:
            pairs[one, other] = None
    tied = tuple(_link(made[a], made[b], number) for number, (a, b) in enumerate(pairs))
    return Picture("大图", "有多少？", "2026-11-27", links, links, made, tied)


def _link(one: Node, other: Node, number: int) -> Link:
    text = f"{number}.支持{one.name}对接{other.name}，共建产业园区。"
    said = Sentence("支持产业合作若干措施", f"湘政办发〔2022〕{number}号", "2022-11-24", "一、", text, 0, len(text))
    return Link(one.id, other.id, "COOPERATES_WITH", 1 + number % 3, "合作", sentences=(said,))


def pyvis_page(picture: Picture) -> str:
    """The same graph as pyvis draws it by default, with what it needs in the page."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line", directed=True)
    for node in picture.nodes:
        network.add_node(node.id, label=node.name)
    for link in picture.links:
        network.add_edge(link.source, link.target, value=link.weight)
    return str(network.generate_html(notebook=False))


def browser(profile: str) -> webdriver.Chrome:
    """Headless Chromium that keeps when the first frame is drawn."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not program or not driver:
        sys.exit("no Chromium with chromedriver; install them: make browser")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.page_load_strategy = "none"
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    found = webdriver.Chrome(options=options, service=Service(driver))
    found.set_script_timeout(CAP)
    found.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _HOOK})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    found.execute_cdp_cmd("Network.enable", {})
    found.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    return found


def first_frame(chromium: webdriver.Chrome, page: Path) -> float | None:
    """The seconds from asking for a page to its first frame with nodes; None if it takes more than CAP."""
    chromium.get("about:blank")
    began = perf_counter()
    chromium.get(page.as_uri())
    while perf_counter() - began < CAP:
        with suppress(TimeoutException, WebDriverException):
            seconds = chromium.execute_script("return location.protocol === 'file:' ? window.firstFrame : null")
            if seconds:
                return float(seconds)
        sleep(0.1)
    return None


def answer(chromium: webdriver.Chrome, page: Path) -> float:
    """The seconds to the first frame and from a click of the mouse on a node until its card is shown and drawn."""
    opened = first_frame(chromium, page)
    if opened is None:
        return CAP
    spot = chromium.execute_script(
        "const p = liantu.network.canvasToDOM(liantu.network.getPosition(0));"
        "const r = document.querySelector('#network canvas').getBoundingClientRect(); return [r.x + p.x, r.y + p.y];"
    )
    began = perf_counter()
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, "x": spot[0], "y": spot[1], "button": "left", "clickCount": 1}
        chromium.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    while perf_counter() - began < CAP and not chromium.execute_script("return liantu.state.node === 0"):
        sleep(0.01)
    chromium.execute_async_script("const done = arguments[0]; requestAnimationFrame(() => setTimeout(done, 0));")
    return opened + perf_counter() - began


def opening(chromium: webdriver.Chrome, folder: Path) -> tuple[list[float], list[float | None]]:
    """The seconds to the first frame of our large page and of that of pyvis, in turn; pyvis once if it is given up."""
    picture = grown(*LARGE)
    ours, theirs = folder / "ours.html", folder / "pyvis.html"
    ours.write_bytes(render(picture).encode("utf-8"))
    theirs.write_bytes(pyvis_page(picture).encode("utf-8"))
    mine: list[float] = []
    other: list[float | None] = []
    for _ in range(RUNS):
        mine.append(first_frame(chromium, ours) or CAP)
        if None not in other:
            other.append(first_frame(chromium, theirs))
    return mine, other


def main() -> None:
    """Both measurements."""
    with TemporaryDirectory(prefix="liantu-pages-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page = folder / "small.html"
        page.write_bytes(render(grown(*SMALL)).encode("utf-8"))
        chromium = browser(str(folder / "profile"))
        try:
            small = median(answer(chromium, page) for _ in range(RUNS))
            print(f"{SMALL[0]} nodes, {SMALL[1]} links: open and answered in {small:.2f} s (limit {LIMITS[SMALL]})")
            mine, other = opening(chromium, folder)
        finally:
            chromium.quit()
    seconds = median(mine)
    given_up = None in other
    theirs = CAP if given_up else median(second for second in other if second is not None)
    print(f"{LARGE[0]} nodes, {LARGE[1]} links: first frame after {seconds:.2f} s (limit {LIMITS[LARGE]})")
    least = "at least " if given_up else ""
    print(f"pyvis on the same graph: {least}{theirs:.1f} s, {least}{theirs / seconds:.0f} times as long")


if __name__ == "__main__":
    main()
