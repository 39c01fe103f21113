"use strict";

/* The network as it is drawn: colours by theme and by what is selected. */

const theme = () => (dark.matches && !state.printing ? "dark" : "light");

const lit = () => {
  if (state.link !== null) return new Set([links[state.link].source, links[state.link].target]);
  if (state.node === null) return null;
  return new Set([state.node, ...linksOf(state.node).flatMap((key) => [links[key].source, links[key].target])]);
};
const linkLit = (key) => state.link === key
  || (state.node !== null && linkShown(key) && (links[key].source === state.node || links[key].target === state.node));

const lineText = (link, chosen) => {
  const count = weight(link);
  const counted = words.counted === "always" || count > 1 ? String(count) : "";
  return chosen && words.counted !== "always" ? `${link.kind} ${counted}`.trim() : counted;
};

/* How each node and each link looks now. */
const nodeLooks = () => {
  const colours = themes[theme()];
  const shown = lit();
  return nodes.map((node, id) => {
    const faint = shown !== null && !shown.has(id);
    const fill = faint ? colours.faded : legend[node.label][theme()];
    const chosen = id === state.node;
    const border = chosen ? colours.accent : node.main ? colours.text : colours.ground;
    const both = { background: fill, border };
    return { id, hidden: !nodeShown(id), color: { ...both, highlight: both, hover: { background: fill, border: colours.text } },
      borderWidth: chosen ? 4 : node.main ? 3 : 1.5 };
  });
};
const linkLooks = () => {
  const colours = themes[theme()];
  const shown = lit();
  return links.map((link, key) => {
    const faint = shown !== null && !linkLit(key);
    const look = looks.get(link.key)[theme()];
    const color = key === state.link ? colours.accent : faint ? colours.faded : look;
    const font = { color: faint ? colours.stated : colours.text, background: colours.ground };
    return { id: key, hidden: !linkShown(key), label: lineText(link, shown !== null && !faint), color: { color, highlight: color, hover: colours.accent }, font };
  });
};

/* Only what looks different than before is handed over: a click in a picture of thousands stays a click. */
const painted = { nodes: [], links: [] };
const changed = (kind, items) => items.filter((item) => {
  const look = JSON.stringify(item);
  if (painted[kind][item.id] === look) return false;
  painted[kind][item.id] = look;
  return true;
});
sift();
/* Names are drawn by labels.js; a node without any would show its number. */
const drawnNodes = new vis.DataSet(changed("nodes", nodeLooks()).map((look, id) => ({ ...data.network.nodes[id], label: " ", ...look })));
const drawnLinks = new vis.DataSet(changed("links", linkLooks()).map((look, key) => ({ ...data.network.edges[key], ...look })));
const network = new vis.Network(byId("network"), { nodes: drawnNodes, edges: drawnLinks }, data.network.options);
const paint = () => {
  const found = [[drawnNodes, changed("nodes", nodeLooks())], [drawnLinks, changed("links", linkLooks())]];
  found.filter(([, items]) => items.length).forEach(([dataset, items]) => dataset.update(items));
};
/* The borders of the provinces lie behind a map. */
network.on("beforeDrawing", (pen) => {
  const colours = themes[theme()];
  pen.fillStyle = colours.land;
  pen.strokeStyle = colours.border;
  pen.lineWidth = 1 / network.getScale();
  data.network.outlines.forEach((ring) => {
    pen.beginPath();
    ring.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.closePath();
    pen.fill();
    pen.stroke();
  });
});
const freeze = (still) => {
  byId("freeze").setAttribute("aria-pressed", String(still));
  network.setOptions({ physics: still ? { enabled: false } : { enabled: true, solver: "forceAtlas2Based", stabilization: false } });
};
