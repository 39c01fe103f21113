"""The page of the links between places in a real browser: it opens offline, shows and finds what it should."""

import pytest
from browsing import Open, chosen, detail, shown_rows
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from test_links_counted import PLACES, ROWS, place, row

from viz import LinkRows, LinksOptions
from viz.layout import arrange
from viz.views.links import links


def click_canvas(browser: webdriver.Chrome, x: float, y: float) -> None:
    """A click of the mouse at a place of the picture."""
    spot = browser.execute_script(
        "const p = liantu.network.canvasToDOM({x: arguments[0], y: arguments[1]});"
        "const r = document.querySelector('#network canvas').getBoundingClientRect(); return [r.x + p.x, r.y + p.y];",
        x, y,
    )  # fmt: skip
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, "x": spot[0], "y": spot[1], "button": "left", "clickCount": 1}
        browser.execute_cdp_cmd("Input.dispatchMouseEvent", event)


@pytest.mark.browser
def test_clicking_a_link_shows_its_sentence(opened: Open) -> None:
    """A click on a line of the picture: policy, number, date, clause, the marked words; the table is in step."""
    browser = opened(links(ROWS))
    name = "return ['甲州市', '粤港澳大湾区'].map((name) => liantu.data.nodes.findIndex((node) => node.name === name))"
    one, other = browser.execute_script(f"{name}.map((id) => liantu.network.getPosition(id))")
    click_canvas(browser, one["x"] * 0.7 + other["x"] * 0.3, one["y"] * 0.7 + other["y"] * 0.3)
    WebDriverWait(browser, 5).until(chosen)
    text = detail(browser)
    origin = ("《支持甲州市发展若干措施》", "湘政办发〔2022〕1号", "2022-11-24", "二、（一）")
    assert all(part in text for part in ("甲州市 — 粤港澳大湾区", *origin))
    assert browser.find_element(By.CSS_SELECTOR, "#detail mark").text == "支持甲州市对接粤港澳大湾区。"
    assert len(chosen(browser)) == 1 and "粤港澳大湾区" in chosen(browser)[0]
    browser.find_element(By.CSS_SELECTOR, "#detail .more").click()
    assert "鼓励合作" in detail(browser)


@pytest.mark.browser
def test_a_place_is_found_by_any_alias(opened: Open) -> None:
    """Typing after / finds by alias; Enter opens the card with the names, the type and the neighbours."""
    browser = opened(links(ROWS))
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    browser.switch_to.active_element.send_keys("大湾", Keys.ENTER)
    text = detail(browser)
    assert "粤港澳大湾区" in text and "又称" in text and "城市群" in text and "丁县" in text and "甲州市" in text
    assert len(chosen(browser)) == 2
    browser.find_element(By.CSS_SELECTOR, "#detail .go").click()
    assert len(chosen(browser)) == 1
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert chosen(browser) == [] and "怎么看" in detail(browser)


@pytest.mark.browser
def test_the_legend_switches_types_off_and_on(opened: Open) -> None:
    """A type switched off takes its nodes and their links out of picture and table; so for derived links."""
    browser = opened(links(ROWS, LinksOptions(unfold=True)))
    whole = shown_rows(browser)

    def press(name: str) -> None:
        browser.find_element(By.CSS_SELECTOR, f'[data-switch="{name}"]').click()

    press("CityGroup")
    assert not any("粤港澳大湾区" in line for line in shown_rows(browser)) and shown_rows(browser)
    hidden = "return liantu.data.nodes.filter((n, id) => !liantu.visible.nodes[id]).map((n) => n.name)"
    assert browser.execute_script(hidden) == ["乙丙城市群", "粤港澳大湾区"]
    press("CityGroup")
    press("合作|derived")
    assert shown_rows(browser) == [line for line in whole if "推导" not in line] != whole
    press("合作|derived")
    assert shown_rows(browser) == whole


@pytest.mark.browser
def test_the_keyboard_walks_through_the_table(opened: Open) -> None:
    """Arrows select the next row, a column title sorts, and the panel follows."""
    browser = opened(links(ROWS))
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.ARROW_DOWN)
    assert chosen(browser) == shown_rows(browser)[:1]
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert chosen(browser) == shown_rows(browser)[1:2]
    before = shown_rows(browser)
    browser.find_element(By.CSS_SELECTOR, '[data-key="weight"]').click()
    browser.find_element(By.CSS_SELECTOR, '[data-key="weight"]').click()
    assert shown_rows(browser) != before and "2" in shown_rows(browser)[-1]
    head = browser.find_element(By.CSS_SELECTOR, "#links th[aria-sort]")
    assert head.get_attribute("aria-sort") == "ascending"


@pytest.mark.browser
def test_stated_and_derived_lines_are_told_apart_and_stand_still(opened: Open) -> None:
    """Derived links are dashed, stated ones solid and as wide as their clauses; nodes stay where they were computed."""
    picture = links(ROWS, LinksOptions(unfold=True))
    browser = opened(picture)
    drawn = browser.execute_script("return liantu.network.body.data.edges.get()")
    assert [bool(edge["dashes"]) for edge in drawn] == [link.derived for link in picture.links]
    assert [edge["label"] for edge in drawn] == [str(link.weight) for link in picture.links]
    stated = [edge for edge in drawn if not edge["dashes"]]
    assert stated[0]["width"] > stated[-1]["width"]
    at = browser.execute_script("return liantu.network.getPositions()")
    computed = arrange(picture, "force").places
    assert all(at[str(i)] == {"x": computed[n.id].x, "y": computed[n.id].y} for i, n in enumerate(picture.nodes))


@pytest.mark.browser
def test_paper_has_all_sentences(opened: Open) -> None:
    """What is printed has the sentences of every link shown, since nothing can be clicked there."""
    browser = opened(links(ROWS))
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#detail .sentence")) == 5
    browser.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert "怎么看" in detail(browser)


@pytest.mark.browser
def test_hostile_names_are_shown_as_text(opened: Open) -> None:
    """Markup, templates, terminal escapes and direction marks in names and sentences are text and nothing else."""
    markup = "</script><img src=x onerror=alert(1)>"
    hostile = [markup, "{{7*7}}${7*7}", "\x1b[31m红\x07", "\u202e倒\u200f", "__proto__", "<!--", "\u2028"]
    numbered = list(enumerate(hostile))
    rows = [row(f"City:h{i}", "City:1", f"h#{i}", name, text=f"甲{name}乙", policy=name) for i, name in numbered]
    spots = [place(f"City:h{i}", "City", name, name + "别名") for i, name in numbered]
    browser = opened(links(LinkRows(rows, (), (*PLACES, *spots), 1)))
    for name in hostile:
        clean = "".join("\ufffd" if ord(c) in (0x1B, 7, 0x202E, 0x200F) else c for c in name)
        assert browser.execute_script("return liantu.data.nodes.some((n) => n.name === arguments[0])", clean), name
    for key in range(len(hostile)):
        browser.execute_script("liantu.selectLink(arguments[0])", key)
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert "49" not in browser.find_element(By.TAG_NAME, "body").text
    assert any(markup in line for line in shown_rows(browser))


@pytest.mark.browser
def test_an_empty_page_opens_too(opened: Open) -> None:
    """The page of an empty picture shows the reason."""
    browser = opened(links(LinkRows(())))
    assert "还没有文件" in browser.find_element(By.TAG_NAME, "body").text
