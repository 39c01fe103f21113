"""What one does with a page in a real browser: filters, keys, what is taken along; names that can be read."""

import base64
import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from browsing import Open, chosen, detail, shown_rows
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select
from test_links_counted import ROWS

from viz import Link, Node, Picture, Sentence, strongest
from viz.views.links import links

pytestmark = pytest.mark.browser


def said(number: int, year: str, policy: str, confidence: float) -> Sentence:
    """A sentence in a clause of its own."""
    text = f"第{number}条。甲发展乙。"
    told = (policy, f"甲政〔{year}〕{number}号", f"{year}-05-01", f"{number}、")
    return Sentence(*told, text, text.index("甲"), len(text), "", f"c{number}", confidence)


def many(size: int = 30) -> Picture:
    """A picture of some kinds of links with sentences of several years and documents."""
    kinds = [("City", f"城市{number:02d}名称较长市") for number in range(size // 2)]
    kinds += [("IndustryChain", f"先进产业链条{number:02d}") for number in range(size - size // 2)]
    nodes = tuple(Node(f"n{i:03d}", label, name, (f"别名{i}",), main=i == 0) for i, (label, name) in enumerate(kinds))
    found = []
    for number in range(size * 2):
        ends = nodes[number * 7 % (size // 2)].id, nodes[size // 2 + number * 3 % (size - size // 2)].id
        sentence = said(number, str(2020 + number % 4), f"文件{number % 3}", 0.85 + 0.03 * (number % 5))
        kind = ("发展", "引进")[number % 2]
        found.append(Link(*ends, "DEVELOPS", 1, kind, True, sentences=(sentence,)))
    return Picture("多种联系", "有哪些联系？", "2026-11-27", 3, len(found), nodes, tuple(found), view="query")


def choose(browser: webdriver.Chrome, name: str, value: str) -> None:
    """Set one of the filters."""
    Select(browser.find_element(By.ID, name)).select_by_value(value)


def count(browser: webdriver.Chrome) -> int:
    """How many links are shown."""
    number: int = browser.execute_script("return liantu.visible.links.filter(Boolean).length")
    return number


def test_filters_leave_what_their_sentences_say(opened: Open) -> None:
    """By year, by document, by confidence, and all together: picture, table and counts follow; Esc keeps them."""
    picture = many()
    browser = opened(picture)
    every = [link.sentences[0] for link in picture.links]
    choose(browser, "from", "2022")
    assert count(browser) == len(shown_rows(browser)) == sum(item.issued >= "2022" for item in every)
    choose(browser, "to", "2022")
    assert count(browser) == sum(item.issued[:4] == "2022" for item in every)
    choose(browser, "policy", "文件1")
    assert count(browser) == sum(item.issued[:4] == "2022" and item.policy == "文件1" for item in every)
    choose(browser, "confidence", "0.95")
    left = [item for item in every if item.issued[:4] == "2022" and item.policy == "文件1" and item.confidence >= 0.95]
    assert count(browser) == len(left) > 0
    assert str(len(left)) in detail(browser)
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert count(browser) == len(left)
    for name in ("from", "to", "policy"):
        choose(browser, name, "")
    choose(browser, "confidence", "0")
    assert count(browser) == len(every)


def test_a_filter_counts_only_the_clauses_that_it_lets_through(opened: Open) -> None:
    """A link of two clauses has one where only one is of the year; the panel shows that sentence alone."""
    picture = many()
    first = picture.links[0]
    both = replace(first, weight=2, sentences=(*first.sentences, said(99, "2025", "文件9", 0.99)))
    browser = opened(replace(picture, links=(both, *picture.links[1:])))
    choose(browser, "from", "2025")
    assert len(shown_rows(browser)) == 1 and count(browser) == 1
    browser.find_element(By.TAG_NAME, "body").send_keys("n")
    assert "1 条，出自 1 份文件" in detail(browser) and "文件9" in detail(browser)
    assert len(browser.find_elements(By.CSS_SELECTOR, "#detail .sentence")) == 1


def test_the_keys_go_to_the_next_and_back(opened: Open) -> None:
    """n and p walk through the links as the arrows do; / searches; Esc clears what is selected and typed."""
    browser = opened(many())
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("nn")
    assert chosen(browser) == shown_rows(browser)[1:2]
    browser.switch_to.active_element.send_keys("p")
    assert chosen(browser) == shown_rows(browser)[:1]
    browser.switch_to.active_element.send_keys("/")
    search = browser.find_element(By.ID, "search")
    assert browser.switch_to.active_element == search
    search.send_keys("别名7", Keys.ENTER)
    assert "又称" in detail(browser)
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert search.get_attribute("value") == "" and chosen(browser) == []


def test_the_legend_switches_kinds_of_links(opened: Open) -> None:
    """A kind of link switched off is gone from picture and table, and comes back."""
    browser = opened(many())
    browser.find_element(By.CSS_SELECTOR, '[data-switch="引进"]').click()
    assert count(browser) == 30 and not any("引进" in line for line in shown_rows(browser))
    browser.find_element(By.CSS_SELECTOR, '[data-switch="引进"]').click()
    assert count(browser) == 60


def boxes(browser: webdriver.Chrome) -> list[list[float]]:
    """Where names are drawn, on the canvas, with the size of their letters on the screen."""
    found: list[list[float]] = browser.execute_script(
        "const { names, nameBox, network } = liantu;"
        "return [...names.side.keys()].map((id) => [...nameBox(id), names.size * network.getScale()])"
    )
    return found


def test_no_name_lies_over_another(opened: Open) -> None:
    """Of thirty all names are there and none over another; of a hundred and fifty those that have room."""
    for size, least in ((30, 30), (150, 40)):
        browser = opened(many(size))
        drawn = boxes(browser)
        assert len(drawn) >= least
        assert min(box[4] for box in drawn) >= 11.9
        for number, a in enumerate(drawn):
            for b in drawn[:number]:
                across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
                assert across <= 0 or down <= 0, (a, b)


def test_the_picture_is_taken_along_as_png(opened: Open) -> None:
    """The PNG is as wide as the picture, higher by its title, and not one colour."""
    browser = opened(many())
    address: str = browser.execute_script("return liantu.png()")
    head, _, body = address.partition(",")
    assert head == "data:image/png;base64"
    image = base64.b64decode(body)
    wide, high = int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")
    canvas: dict[str, Any] = browser.execute_script(
        "const c = document.querySelector('#network canvas'); return {width: c.width, height: c.height}"
    )
    assert wide == canvas["width"] and high > canvas["height"] and len(image) > 10_000


def test_what_is_shown_is_taken_along_as_csv(opened: Open) -> None:
    """One row a sentence, with a mark for Excel; a formula is text; what is filtered out is not there."""
    picture = many()
    hostile = replace(picture.nodes[0], name='=HYPERLINK("http://x")')
    browser = opened(replace(picture, nodes=(hostile, *picture.nodes[1:])))
    choose(browser, "from", "2023")
    text: str = browser.execute_script("return liantu.csv()")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert rows[0][:3] == ["起点", "关系", "终点"] and len(rows) == 1 + count(browser)
    assert all(row[10] >= "2023" and row[12] == "甲发展乙。" for row in rows[1:])
    assert all(not cell.startswith("=") for row in rows for cell in row)
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_the_picture_can_be_let_go_and_held(opened: Open) -> None:
    """It stands still when it opens; let go it moves; held it stands again."""
    browser = opened(many())
    button = browser.find_element(By.ID, "freeze")
    assert button.get_attribute("aria-pressed") == "true"
    still = "return liantu.network.physics.physicsEnabled"
    assert browser.execute_script(still) is False
    button.click()
    assert browser.execute_script(still) is True and button.get_attribute("aria-pressed") == "false"
    button.click()
    assert browser.execute_script(still) is False


def test_a_long_table_shows_more_on_demand(opened: Open) -> None:
    """Of very many links the first rows are there; the others come with a click or when a link is chosen."""
    browser = opened(many(600))
    assert len(shown_rows(browser)) == 401
    browser.find_element(By.CSS_SELECTOR, "#links .more").click()
    assert len(shown_rows(browser)) == 801
    browser.execute_script("liantu.selectLink(1150)")
    assert len(chosen(browser)) == 1 and len(shown_rows(browser)) > 1150


def test_what_is_left_out_is_told_on_the_page(opened: Open) -> None:
    """A picture cut down to its strongest part says how many are left out."""
    browser = opened(strongest(many(60), 20))
    assert "另有" in browser.find_element(By.CSS_SELECTOR, "footer.notes").text


def test_a_page_of_one_kind_needs_no_column_for_it(opened: Open) -> None:
    """The column of kinds is there only where there are several."""
    browser = opened(links(ROWS))
    assert not browser.find_element(By.CSS_SELECTOR, ".kind-column").is_displayed()
    assert opened(many()).find_element(By.CSS_SELECTOR, ".kind-column").is_displayed()
