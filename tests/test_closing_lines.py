"""A line of units behind the last item of a section answers for the section."""

from short_policies import read

ITEMS = "（一）动力电池产业链\n1．扩大产能。支持企业扩产。\n2．补齐链条。发展隔膜。\n3．加强招商。引进企业。\n"


def clauses_of_units(body: str) -> set[str]:
    """The paths of the clauses for which somebody answers."""
    document = read(body, "宜宾市人民政府")
    return {r.target.split("#")[1] for r in document.relations if r.type == "RESPONSIBLE_FOR"}


def test_a_line_of_its_own_behind_three_items_is_the_sections() -> None:
    """None of the items has units else."""
    assert clauses_of_units(f"{ITEMS}责任单位：市经济和信息化局、市商务局\n") == {"1.1"}


def test_a_bracket_in_the_last_item_is_the_items() -> None:
    """It stands in the item's own paragraph."""
    assert clauses_of_units(f"{ITEMS.rstrip()}（责任单位：市商务局）\n") == {"1.1.3"}


def test_where_another_item_has_units_each_has_its_own() -> None:
    """The line behind the last then is the last item's."""
    body = ITEMS.replace("支持企业扩产。", "支持企业扩产。（责任单位：市科技局）")
    assert clauses_of_units(f"{body}责任单位：市商务局\n") == {"1.1.1", "1.1.3"}
