"use strict";

/* What keys and the mouse do, and the start. `window.liantu` is what tests and other scripts on the page may use. */

network.on("click", ({ nodes: [node], edges: [link] }) => {
  if (node !== undefined) selectNode(node);
  else if (link !== undefined) selectLink(link);
  else select(null, null);
});
network.on("hoverEdge", () => byId("network").style.setProperty("cursor", "pointer"));
network.on("hoverNode", () => byId("network").style.setProperty("cursor", "pointer"));
network.on("blurEdge", () => byId("network").style.removeProperty("cursor"));
network.on("blurNode", () => byId("network").style.removeProperty("cursor"));
network.on("resize", () => setTimeout(fit, 0));
network.on("zoom", labelSoon);
network.on("dragEnd", labelSoon);
["from", "to", "policy", "confidence"].forEach((id) => byId(id).addEventListener("change", ({ target }) => {
  state[id] = id === "confidence" ? Number(target.value) : target.value;
  refresh();
}));
byId("search").addEventListener("input", () => { choices.at = 0; suggest(); });
byId("search").addEventListener("blur", () => { byId("found").hidden = true; });
byId("search").addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && choices.ids.length) {
    choices.at = (choices.at + by + choices.ids.length) % choices.ids.length;
    suggest();
  } else if (event.key === "Enter" && choices.ids.length) choose(choices.ids[choices.at]);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target === byId("search") || event.target instanceof HTMLSelectElement;
  const pressing = event.target instanceof HTMLButtonElement;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    event.target.blur();
    clear();
  } else if (typing) return;
  else if (event.key === "/") byId("search").focus();
  else if (event.key === "ArrowDown" || event.key === "n") step(1);
  else if (event.key === "ArrowUp" || event.key === "p") step(-1);
  else if (event.key === "Enter" && !pressing) {
    const row = event.target.closest("tr[data-link]");
    if (row) selectLink(Number(row.dataset.link));
    byId("detail").focus();
  } else return;
  event.preventDefault();
});
document.querySelectorAll("#links th button").forEach((head) => head.addEventListener("click", () => sortBy(head.dataset.key)));
byId("fit").addEventListener("click", fit);
byId("freeze").addEventListener("click", () => freeze(byId("freeze").getAttribute("aria-pressed") !== "true"));
byId("png").addEventListener("click", () => save(`${data.title}.png`, pngAddress()));
byId("csv").addEventListener("click", () => save(`${data.title}.csv`, csvAddress()));
byId("print").addEventListener("click", () => window.print());
const repaint = () => { paintLegend(); paint(); label(); };
dark.addEventListener("change", repaint);
const printing = (on) => () => {
  state.printing = on;
  refresh();
  if (on && state.link === null && state.node === null) showAll();
};
window.addEventListener("beforeprint", printing(true));
window.addEventListener("afterprint", printing(false));

offerFilters();
document.querySelector(".kind-column").hidden = !manyKinds;
/* The network was made sifted and painted, and fitting it names its nodes. */
paintLegend();
paintTable();
showOverview();
fit();
window.liantu = { data, network, state, visible, selectLink, selectNode, clear, search, toggle, sortBy, step, fit, names, nameBox, csv, png: pngAddress };
