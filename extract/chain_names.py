"""What can name an industry chain, and a mention of one under its canonical name."""

import re
from collections.abc import Container

from extract.gazetteers.place_signs import place_signs
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import generic, prose_words
from extract.model import Found
from extract.scene import Scene

_BAD = re.compile(
    r"[。，；：！？《》\n|]|^[\d.]+$|^[^\u4e00-\u9fffA-Za-z\d]|[\d]+$|%|年|\d+(?:亿|万|家|个|条)|(?<![石文])化$|^(?:一|二|三|第)"
)
_ABSTRACT = re.compile(
    r"(?:形势|名称|环境|需求|水平|能力|机制|模式|方式|问题|情况|趋势|格局|条件|关系|过程|结果|目标|任务|要求|原则|理念|意识|精神|氛围|成效|方向|导向|定位|"
    r"示范区|试验区|园区|集聚区|开发区|基地|平台|中心|体系|企业|机构|团队|队伍|群体|人群|优势|特点|阶段|领域|部位|层次|环节|政策|改革|经验|素质|效率|质量|成本|风险|权益|秩序|活力|动力|潜能|潜力|影响力|竞争力|地位|作用|主体|单位|部门|城市|边际)$"
)
_PLACES = re.compile(r"[一二两三四五六七八九十\d]{1,2}[省市县区州地]$|自治[区州县]$")  # 四市产业链协作
_INNER = re.compile(r"(?:的|等|占|其中|企业|园区|领域|产业)")
_CJK = re.compile(r"[\u4e00-\u9fff]")


def chain_found(scene: Scene, name: str, start: int, end: int, rule: str, suffix: str = "") -> Found:
    """A mention of the chain `name` at [start, end)."""
    entry = scene.known.chains.find(name)
    canonical = scene.chain_abbreviations.get(name) or (entry.name if entry is not None else name)
    properties = {"kind": suffix} if suffix else {}
    return Found(
        start,
        end,
        "IndustryChain",
        canonical,
        scene.id_of("IndustryChain", canonical),
        scene.text[start:end],
        f"chain-{rule}",
        properties=properties,
    )


def is_chain_name(scene: Scene, name: str, known: Container[str] = ()) -> bool:
    """Whether a string can name an industry: not generic, no verb or sign in it; names in `known` always can."""
    if name in known or scene.known.chains.find(name) is not None:
        return True
    if regions().candidates(name) or not 2 <= len(name) <= 16 or _BAD.search(name) or not _CJK.search(name):
        return False
    if (
        name in prose_words()
        or _PLACES.match(name)
        or _ABSTRACT.search(name)
        or (len(name) < 5 and set(name) <= place_signs())
    ):
        return False
    return not _INNER.search(name) and not generic("IndustryChain").is_generic(name)
