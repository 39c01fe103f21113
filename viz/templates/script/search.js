"use strict";

/* Finding a place by any of its names. */

const find = (text) => {
  const wanted = text.trim().toLowerCase();
  const rank = (node) => [node.name, ...node.aliases].map((name) => name.toLowerCase()).map((name) =>
    (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3)).reduce((a, b) => Math.min(a, b));
  return wanted ? nodes.map((node, id) => [rank(node), id]).filter(([score]) => score < 3).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, id]) => id) : [];
};
const choices = { ids: [], at: 0 };
const suggest = () => {
  const text = byId("search").value;
  choices.ids = find(text).slice(0, 12);
  choices.at = Math.min(choices.at, Math.max(choices.ids.length - 1, 0));
  const items = choices.ids.map((id, place) => {
    const item = element("li");
    item.append(isolated(nodes[id].name), element("small", nodes[id].aliases.join("、")));
    item.setAttribute("role", "option");
    item.id = `choice${place}`;
    item.setAttribute("aria-selected", String(place === choices.at));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(id); });
    return item;
  });
  byId("found").replaceChildren(...(items.length || !text.trim() ? items : [element("li", "图里没有这个名称", "none")]));
  byId("found").hidden = !text.trim();
  byId("search").setAttribute("aria-expanded", String(Boolean(text.trim())));
  byId("search").setAttribute("aria-activedescendant", items.length ? `choice${choices.at}` : "");
};
const choose = (id) => {
  byId("search").value = nodes[id].name;
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  goTo(id);
};
const search = (text) => {
  const [first] = find(text);
  if (first !== undefined) choose(first);
  return first;
};
