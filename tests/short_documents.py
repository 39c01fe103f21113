"""Short documents written for the tests of facts, loading, packs and lookup, and the whole of a graph to compare."""

import json
from functools import cache
from pathlib import Path

from extract.pipeline import extract_text
from graph.facts import Document
from graph.loading import load
from graph.stores import Store, open_store
from liantu.hierarchy import divisions

LOUDI = """\
湖南省人民政府办公厅
关于支持娄底市先进材料产业发展的若干措施
湘政办发〔2022〕60号

各市州、县市区人民政府，省政府各厅委、各直属机构：

为支持娄底市发展先进材料产业，制定如下措施。

一、壮大先进材料产业

1．支持娄底市发展电子陶瓷产业。
（责任单位：省工业和信息化厅、娄底市人民政府）

2．到2025年，先进材料产业总产值超过1000亿元。

二、推动区域合作

3．支持娄底市与长沙市共建园区，壮大先进材料产业。（省发展改革委牵头，省商务厅配合）

4．支持娄底市承接粤港澳大湾区产业转移。支持娄底市对接怀化市，发展工程机械产业。

本措施自发布之日起施行，有效期至2027年12月31日。

湖南省人民政府办公厅
2022年11月24日
"""

XIANGTAN = """\
湘潭市人民政府办公室
关于促进工业发展的实施意见
潭政办发〔2021〕12号

各县市区人民政府，市直各单位：

根据《湖南省先进制造业促进办法》（湘政发〔2020〕8号）精神，制定本意见。

一、支持湘潭高新区发展工程机械产业。（责任单位：市工业和信息化局、市发展改革委）

二、加强湘潭市与娄底市的合作。湘潭市、株洲市属于长株潭城市群。（责任单位：市发展改革委）

三、到2025年，全市规模工业增加值超过800亿元。

湘潭市人民政府办公室
2021年5月6日
"""

CHANGSHA = """\
长沙市人民政府
关于加快工程机械产业发展的实施意见
长政发〔2023〕5号

各区县（市）人民政府，市直各单位：

一、支持长沙市发展工程机械产业，推动长沙市对接娄底市。

二、特种玻璃产业
依托恒晶光材等骨干企业做强主业。引进南玻新材、信义光电等企业。

三、高标准建设湘江电子信息产业园，发展电子信息产业。

长沙市人民政府
2023年3月1日
"""

REPEAL = """\
湘潭市人民政府办公室
关于推进工业高质量发展的实施意见
潭政办发〔2024〕3号

各县市区人民政府，市直各单位：

一、支持湘潭市发展工程机械产业。（责任单位：市工业和信息化局）

二、本意见自发布之日起施行，《湘潭市人民政府办公室关于促进工业发展的实施意见》（潭政办发〔2021〕12号）同时废止。

湘潭市人民政府办公室
2024年2月1日
"""

TEXTS = {"loudi.txt": LOUDI, "xiangtan.txt": XIANGTAN, "changsha.txt": CHANGSHA, "repeal.txt": REPEAL}


def read(text: str, name: str = "short.txt") -> Document:
    """The facts of a text."""
    return extract_text(text, name)


@cache
def documents() -> tuple[Document, ...]:
    """The facts of all the texts."""
    return tuple(read(text, name) for name, text in TEXTS.items())


def load_into(path: Path | str, *chosen: Document) -> None:
    """A graph with these documents."""
    with open_store(str(path), writable=True) as store:
        for document in chosen:
            load(store, document, divisions)


Whole = tuple[list[str], list[str], list[str]]


def whole(store: Store) -> Whole:
    """All of ours in a graph, as sorted texts that are the same on every store.

    Nodes with labels, properties and support; relationships with ends and properties; the records of documents.
    """
    nodes = store.read(
        "MATCH (n) WHERE n.support IS NOT NULL RETURN n, n.policyId AS policy, n.support AS support"
    ).rows
    links = store.read("MATCH (a)-[r]->(b) WHERE r.policyId IS NOT NULL RETURN a.id AS a, r, b.id AS b").rows
    records = [(record.id, record.title, record.number, record.digest) for record in store.documents()]
    return sorted(map(_text, nodes)), sorted(map(_text, links)), sorted(map(_text, records))


def _text(row: tuple[object, ...]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def whole_of(path: Path | str) -> Whole:
    """The whole of a graph."""
    with open_store(str(path), writable=False) as store:
        return whole(store)
