"""Headless Chromium for the tests of pages: without a network, and with a log of what a page asks for."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from viz import Picture, render

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1366,768",
)  # fmt: skip
Open = Callable[[Picture], webdriver.Chrome]
Show = Callable[[Path], webdriver.Chrome]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Headless Chromium without a network. Missing: an error in CI, else the test is left out; both say the remedy."""
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        reason = "no Chromium with chromedriver; install them: apt-get install chromium chromium-driver fonts-noto-cjk"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    yield browser
    browser.quit()


def log(browser: webdriver.Chrome, kind: str) -> list[dict[str, Any]]:
    """What was logged since the last call."""
    found: list[dict[str, Any]] = browser.get_log(kind)  # type: ignore[no-untyped-call]  # selenium leaves it bare
    return found


@pytest.fixture
def show(chromium: webdriver.Chrome) -> Iterator[Show]:
    """Open a file. Afterwards the console is empty and nothing but the files was asked for."""
    files = set()

    def show_file(file: Path) -> webdriver.Chrome:
        files.add(file.as_uri())
        chromium.get(file.as_uri())
        return chromium

    chromium.get("about:blank")
    for kind in ("browser", "performance"):
        log(chromium, kind)
    yield show_file
    assert log(chromium, "browser") == []
    events = [json.loads(entry["message"])["message"] for entry in log(chromium, "performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert set(asked) <= files


@pytest.fixture
def opened(show: Show, tmp_path: Path) -> Open:
    """Open the page of a picture from a file, in the same way."""
    file = tmp_path / "page.html"

    def show_picture(picture: Picture) -> webdriver.Chrome:
        file.write_bytes(render(picture).encode("utf-8"))
        return show(file)

    return show_picture


def detail(browser: webdriver.Chrome) -> str:
    """What the panel shows."""
    return browser.find_element(By.ID, "detail").text


def shown_rows(browser: webdriver.Chrome) -> list[str]:
    """The visible rows of the table."""
    return [row.text for row in browser.find_elements(By.CSS_SELECTOR, "#links tbody tr:not([hidden])")]


def chosen(browser: webdriver.Chrome) -> list[str]:
    """The selected rows of the table."""
    return [row.text for row in browser.find_elements(By.CSS_SELECTOR, '#links tr[aria-selected="true"]')]
