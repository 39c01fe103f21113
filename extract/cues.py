"""Words with which patterns begin, in so far as these are rare: they are found together with the names, in one pass
(`extract/lexicon.py`), since to look for each pattern by itself in a whole text takes longer."""

import re
from collections.abc import Iterator

# The nouns in which names end
PARK = (
    r"高新技术产业开发区|高新技术开发区|高新技术产业园区|经济技术开发区|经济开发区|产业开发区|智造新城|工业集中区|"
    r"工贸集中区|产业集中区|产业集聚区|产业城|综合保税区|保税港区|保税物流中心|"
    r"高新区|经开区|开发区|保税区|自由贸易试验区|自贸试验区|自贸区|国家级新区|工业园区?|产业园区?|科技园区?|物流园区?|"
    r"创业园|创新园|高科园|科创园|智造园|医药园|软件谷|光谷产业园|科技城|科学城|孵化园|软件园|化工园区?|工业片区|工业区|"
    r"产业新城|跨境电商综合试验区|跨境电子商务综合试验区|临港新区|产业合作园?区|联动创新区|新片区|特别试验区|先行示范区|"
    r"新区(?![域位])|国际港务区|新港区|化工区|石化区|分园区|集聚区|集控区|合作区|石化基地|产业合作示范区|合作示范区|物流新城|"
    r"环科园|科创飞地|产业飞地|创新试验区|示范区|综合试验区|先导区|产业基地|园区|"
    r"产业小镇|小镇|汽车城|药谷|网络谷|机器人谷|先行区|科技新城|海创园|发展区|协作园|合作示范园|袜业园|高区|经区|汽开区|航空基地|能源化工基地|石化产业基地"
)
INSTITUTION = (
    r"动研所|电研所|机研所|力研所|航研所|声研所|光研所|热研所|职业技术学院|职业学院|技师学院|职业中专学校|"
    r"职业中专|中专学校|产业学院|研究总院|研发总院|研究院|研究所|研究中心|创新研究院|大学(?!生|城|科技)|"
    r"学院(?!派)|全国重点实验室|国家重点实验室|重点实验室|实验室|工业创新中心|科学中心|产业创新中心|"
    r"制造业创新中心|技术创新中心|创新中心|检测所|检验所|检验检测中心|检测中心|创新服务综合体|孵化器|产业联盟|"
    r"创新联盟|技术联盟|产教融合联合体|中等专业学校|中等职业学校|职业学校|职教中心|技工学校|高等专科学校|设计院|"
    r"科学院|工程院|医院|交易中心分?中心?|交易中心|公共服务平台|研发中心|孵化中心|转化中心|协会(?!会)|商会|学会|"
    r"促进会|联合会"
)
WORK = (
    r"过江通道|过海通道|快速通道|海上风电场|高速公路(?:[\u4e00-\u9fff]{0,4}(?:联络线|连接线|支线))?|高速铁路|城际铁路|"
    r"铁路专用线|高铁|高速|铁路港|市域(?:（郊）)?铁路|铁路|机场|货场|复航|专用线|大桥|隧道|水电站|抽水蓄能电站|电站|"
    r"特高压工程|输变电工程|水利枢纽工程|中欧班列|东盟班列|港区(?:[\u4e00-\u9fff]{2,4}作业区)?|作业区|运河|码头|水库"
)
FIRM = (
    r"集团(?:股份有限公司|有限责任公司|有限公司)|股份有限公司|有限责任公司|有限公司|集团公司|集团|股份公司|电力公司|供电公司"
    r"|公司|电网公司|供电局|移动|电信|联通|铁塔"
    + "".join(
        rf"|{bank}(?!业|机构|信贷|贷款|间|账户|卡|网点|保函)"
        for bank in ("农商银行", "农村商业银行", "村镇银行", "城市商业银行", "银行")
    )
)
GROUP = (
    r"城市群|都市圈|城镇群|城镇带|一体化|同城化|产业走廊|科创走廊|科技创新走廊|经济走廊|经济带|经济圈|合作圈|组团|"
    r"融合发展"
)
TOWN = r"镇|乡|街道"
# The heads of lists
FIELD = r"行业领域|领域|优势产品|特色产品"
LEADERS = r"链主企业|龙头企业|骨干企业"
# What is done
COURTS = r"引进|招引"
SETTLES = r"落户|入驻|增资扩产"
FOCUSES = r"重点发展|重点布局|主攻|主要发展|大力发展|错位发展|错位布局|重点打造|着力发展"
SITES = r"布局在|集中在|集聚在|向"
# The document's own region
OWN = "|".join(
    own + level
    for own in "我本全"
    for level in ("自治区", "自治州", "自治县", "省", "市", "县", "区", "州", "盟", "旗")
)
CUES = {
    "park": PARK,
    "institution": INSTITUTION,
    "work": WORK,
    "firm": FIRM,
    "group": GROUP,
    "town": TOWN,
    "field": FIELD,
    "leaders": LEADERS,
    "courts": COURTS,
    "settles": SETTLES,
    "focuses": FOCUSES,
    "sites": SITES,
    "own": OWN,
}  # by the name under which they are found
_OPENING = re.compile(r"[\u4e00-\u9fff]+(?!\?)")


def openings(pattern: str) -> frozenset[str]:
    """The plain signs with which the alternatives of a pattern begin; each begins with some."""
    return frozenset(opening.group() for part in _alternatives(pattern) if (opening := _OPENING.match(part)))


def _alternatives(pattern: str) -> Iterator[str]:
    depth = start = 0
    for index, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            yield pattern[start:index]
            start = index + 1
    yield pattern[start:]
