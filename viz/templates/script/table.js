"use strict";

/* The table of links: sorted, and in step with what is shown. */

const cell = {
  source: (link) => nodes[link.source].name, target: (link) => nodes[link.target].name, weight: (link) => link.weight,
  documents: (link) => link.documents, years: (link) => link.years, modes: (link) => link.modes.join("、"),
};
const rows = links.map((link, key) => {
  const row = element("tr");
  row.dataset.link = key;
  Object.keys(cell).forEach((name) => {
    const made = element("td", "", name === "weight" || name === "documents" ? "figure" : "");
    made.append(isolated(String(cell[name](link))));
    if (name === "target" && link.derived) made.append(element("span", "推导", "tag"));
    row.append(made);
  });
  row.addEventListener("click", () => selectLink(key));
  return row;
});
const compare = new Intl.Collator("zh-Hans", { numeric: true }).compare;

const sortBy = (name) => {
  const down = state.sort ? state.sort.name === name && !state.sort.down : name === "weight" || name === "documents";
  state.sort = { name, down };
  const order = links.map((link, key) => key);
  order.sort((a, b) => (down ? -1 : 1) * compare(String(cell[name](links[a])), String(cell[name](links[b]))) || a - b);
  body.append(...order.map((key) => rows[key]));
  document.querySelectorAll("#links th").forEach((head) => {
    if (head.firstChild.dataset.key === name) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
};
const shownRows = () => [...body.rows].filter((row) => !row.hidden);

const paintTable = () => {
  rows.forEach((row, key) => {
    row.hidden = !linkShown(links[key]);
    row.setAttribute("aria-selected", String(linkLit(key)));
    row.tabIndex = -1;
  });
  const first = state.link === null ? shownRows()[0] : rows[state.link];
  if (first) first.tabIndex = 0;
};
