"use strict";

/* What is selected: the one place that keeps picture, table and panel in step. */

const refresh = () => {
  sift();
  if (state.link !== null && !linkShown(state.link)) state.link = null;
  if (state.node !== null && !nodeShown(state.node)) state.node = null;
  network.unselectAll();
  paintLegend();
  paint();
  label();
  paintTable();
  if (state.link !== null) showLink(links[state.link]);
  else if (state.node !== null) showNode(state.node);
  else showOverview();
};
const select = (link, node) => {
  Object.assign(state, { link, node });
  refresh();
  if (link !== null) rowOf(link).scrollIntoView({ block: "nearest" });
};
const selectLink = (key) => select(key, null);
const selectNode = (id) => select(null, id);
const clear = () => {
  byId("search").value = "";
  suggest();
  select(null, null);
};
const inView = (id) => {
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const { clientWidth, clientHeight } = byId("network");
  return network.getScale() > 0.7 && x > 40 && y > 40 && x < clientWidth - 40 && y < clientHeight - 40;
};
const goTo = (id) => {
  state.hidden.delete(nodes[id].label);
  selectNode(id);
  if (!inView(id)) network.focus(id, { scale: Math.max(network.getScale(), 1), animation: false });
};
const step = (by) => {
  const shown = shownKeys();
  if (!shown.length) return;
  const at = state.link === null ? -1 : shown.indexOf(state.link);
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
  selectLink(next);
  rowOf(next).focus({ preventScroll: true });
};
