"""How the names of divisions are shortened, for tools/build_regions.py: short forms and one-character names."""

_PEOPLES = (
    "壮族 回族 维吾尔 蒙古族 蒙古 藏族 苗族 彝族 侗族 瑶族 土家族 布依族 哈尼族 傣族 黎族 傈僳族 佤族 畲族 "
    "拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 朝鲜族 "
    "塔吉克 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春 哈萨克族 哈萨克 普米族 满族 各族 白族 阿昌族 德昂族 京族 "
    "基诺族 门巴 珞巴"
)
PEOPLES = _PEOPLES.split()
TAILS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "县", "区", "盟", "旗")
# Names whose short form no rule gives. 滨海新区 has none: 滨海 is a county; nor have banners told apart by 左, 前, 中.
SPECIAL = {
    "浦东新区": "浦东", "沈北新区": "沈北", "两江新区": "两江", "滨海新区": "", "井陉矿区": "", "峰峰矿区": "峰峰",
    "鹰手营子矿区": "鹰手营子", "白云鄂博矿区": "白云鄂博", "神农架林区": "神农架", "六枝特区": "六枝",
    "鄂温克族自治旗": "鄂温克", "东乡族自治县": "东乡", "达尔罕茂明安联合旗": "达茂",
}  # fmt: skip
SIDES = ("左旗", "右旗", "前旗", "中旗", "后旗")

_PROVINCES = (
    "11京 12津 13冀 14晋 15蒙 21辽 22吉 23黑 31沪 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 43湘 44粤 45桂 46琼 50渝 "
    "51川 52黔 53滇 54藏 61陕 62甘 63青 64宁 65新 71台 81港 82澳"
)
# The characters that cities use of themselves: in document numbers (潭政发, 娄政发) or by long custom (甬, 穗, 榕).
_CITIES = (
    "4301长 4302株 4303潭 4304衡 4305邵 4306岳 4307常 4308张 4309益 4310郴 4311永 4312怀 4313娄 4401穗 4403深 "
    "4404珠 4405汕 4406佛 4407江 4408湛 4409茂 4412肇 4413惠 4414梅 4418清 4419莞 4420中 4451潮 4452揭 3201宁 "
    "3202锡 3203徐 3204常 3205苏 3206通 3207连 3208淮 3209盐 3210扬 3211镇 3212泰 3213宿 3301杭 3302甬 3303温 "
    "3304嘉 3305湖 3306绍 3307金 3308衢 3309舟 3310台 3311丽 3401合 3402芜 3501榕 3502厦 3505泉 3506漳 3601洪 "
    "3604浔 3701济 3702青 3706烟 4101郑 4103洛 4201汉 4501邕 5101蓉 5106德 5107绵 5114眉 5120资 5201筑 5301昆 "
    "2101沈 2102连 2201长 2301哈 1401并 1301石 6101西 6201兰"
)
ABBREVIATIONS = {(word[:-1] + "0000")[:6]: word[-1] for word in f"{_PROVINCES} {_CITIES}".split()}


def short_form(name: str) -> str:
    """湖南省 → 湖南, 湘西土家族苗族自治州 → 湘西, 宜章县 → 宜章; empty for 城区 and other names without one."""
    if name in SPECIAL or name.endswith(SIDES):
        return SPECIAL.get(name, "")
    short = next((name.removesuffix(tail) for tail in TAILS if name.endswith(tail)), "")
    while people := next((p for p in PEOPLES if short.endswith(p) and len(short) - len(p) >= 2), ""):
        short = short.removesuffix(people)
    return short if len(short) >= 2 else ""
