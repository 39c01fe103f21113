"use strict";

/* The network as it is drawn: colours by theme and by what is selected. */

const drawnNodes = new vis.DataSet(data.network.nodes);
const drawnLinks = new vis.DataSet(data.network.edges);
const network = new vis.Network(byId("network"), { nodes: drawnNodes, edges: drawnLinks }, data.network.options);
const theme = () => (dark.matches && !state.printing ? "dark" : "light");

const lit = () => {
  if (state.link !== null) return new Set([links[state.link].source, links[state.link].target]);
  if (state.node === null) return null;
  return new Set([state.node, ...linksOf(state.node).flatMap((key) => [links[key].source, links[key].target])]);
};
const linkLit = (key) => state.link === key || (state.node !== null && linksOf(state.node).includes(key));

const paint = () => {
  const colours = themes[theme()];
  const shown = lit();
  drawnNodes.update(nodes.map((node, id) => {
    const faint = shown !== null && !shown.has(id);
    const fill = faint ? colours.faded : legend[node.label][theme()];
    const border = id === state.node ? colours.accent : colours.ground;
    const font = { ...data.network.nodes[id].font, color: faint ? colours.stated : colours.text, strokeColor: colours.ground };
    const both = { background: fill, border };
    return { id, hidden: !nodeShown(id), color: { ...both, highlight: both, hover: { background: fill, border: colours.text } },
      borderWidth: id === state.node ? 4 : 1.5, font };
  }));
  drawnLinks.update(links.map((link, key) => {
    const faint = shown !== null && !linkLit(key);
    const chosen = key === state.link;
    const color = chosen ? colours.accent : faint ? colours.faded : colours[kind(link)];
    const font = { color: faint ? colours.stated : colours.text, background: colours.ground };
    return { id: key, hidden: !linkShown(link), color: { color, highlight: color, hover: colours.accent }, font };
  }));
};
const fit = () => network.fit({ maxZoomLevel: 1.6, animation: false });
