"use strict";

/* The table of links: sorted, and in step with what is shown. Of very many rows the first are there, and more on demand. */

const PAGE = 400;
const cell = {
  source: (link) => nodes[link.source].name, kind: (link) => link.kind, target: (link) => nodes[link.target].name,
  weight: (link) => (link.sentences.length ? weight(link) : ""), documents: (link) => documents(link) || "", years, details: (link) => link.details.flatMap(([, values]) => values).join("、"),
};
const FIGURES = new Set(["weight", "documents", "years"]);
const manyKinds = new Set(links.map((link) => link.kind)).size > 1;
const columns = () => Object.keys(cell).filter((name) => name !== "kind" || manyKinds);
const table = { order: links.map((link, key) => key), length: PAGE, rows: new Map() };
const shownKeys = () => table.order.filter(linkShown);

const rowFor = (key) => {
  const link = links[key];
  const row = element("tr");
  row.dataset.link = key;
  columns().forEach((name) => {
    const made = element("td", "", FIGURES.has(name) ? "figure" : "");
    made.append(isolated(String(cell[name](link))));
    if (name === "target" && link.derived) made.append(element("span", "推导", "tag"));
    row.append(made);
  });
  row.addEventListener("click", () => selectLink(key));
  return row;
};
const moreRow = (left) => {
  const row = element("tr");
  const made = element("td");
  made.colSpan = columns().length;
  made.append(button(`还有 ${left} 条`, "more", () => {
    table.length += PAGE;
    paintTable();
  }));
  row.append(made);
  return row;
};

const sortBy = (name) => {
  const down = state.sort ? state.sort.name === name && !state.sort.down : name === "weight" || name === "documents";
  state.sort = { name, down };
  const values = links.map((link) => String(cell[name](link)));
  table.order.sort((a, b) => (down ? -1 : 1) * compare(values[a], values[b]) || a - b);
  document.querySelectorAll("#links th").forEach((head) => {
    if (head.firstChild.dataset.key === name) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  paintTable();
};

const paintTable = () => {
  const shown = shownKeys();
  const key = filtering() ? `${state.from} ${state.to} ${state.policy} ${state.confidence}` : "";
  if (table.key !== key) {
    table.rows.clear();
    table.key = key;
  }
  table.length = Math.max(table.length, shown.indexOf(state.link) + 1);
  const rows = shown.slice(0, table.length).map((link) => {
    if (!table.rows.has(link)) table.rows.set(link, rowFor(link));
    const row = table.rows.get(link);
    row.setAttribute("aria-selected", String(linkLit(link)));
    row.tabIndex = link === (state.link === null ? shown[0] : state.link) ? 0 : -1;
    return row;
  });
  const same = rows.length === body.rows.length && rows.every((row, place) => body.rows[place] === row);
  if (!same) body.replaceChildren(...rows, ...(shown.length > rows.length ? [moreRow(shown.length - rows.length)] : []));
};
const rowOf = (key) => table.rows.get(key);
