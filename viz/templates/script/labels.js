"use strict";

/* The names of nodes, drawn over the network: never smaller on the screen than can be read, and none over another. What
   is selected and what the picture is about comes first, then the most tied; a name without room appears when one zooms
   in. */

const LEAST = 12;
const USUAL = 16;
const LINE = 1.18;
const importance = nodes.map((node, id) => (node.main ? 1e6 : 0) + touching[id].reduce((sum, key) => sum + links[key].weight, 0));
const order = nodes.map((node, id) => id).sort((a, b) => importance[b] - importance[a] || a - b);
const signs = data.network.nodes.map((node) => node.label.split("\n"));
const widthOf = (line) => [...line].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 1 : 0.56), 0);
const extents = signs.map((lines) => [Math.max(...lines.map(widthOf)), lines.length]);

/* The network tells no places of hidden nodes. */
const positions = () => {
  const known = network.getPositions();
  return nodes.map((node, id) => known[id] || data.network.nodes[id]);
};
/* Where the name of a node stands at this size: left, top, right, bottom. The computed side is below or above. */
const usual = (id) => (data.network.nodes[id].over ? "above" : "below");
const labelBox = (id, { x, y }, size, side = usual(id)) => {
  const { size: radius } = data.network.nodes[id];
  const [across, lines] = extents[id];
  const wide = across * size;
  const high = lines * size * LINE;
  const left = { right: x + radius + 5, left: x - radius - 5 - wide }[side] ?? x - wide / 2;
  const top = { below: y + radius + 4, above: y - radius - high - 4 }[side] ?? y - high / 2;
  return [left, top, left + wide, top + high];
};

/* Which cells of a grid a box touches, so that it is compared with what is near only. */
const cellsOf = ([left, top, right, bottom], size) => {
  const found = [];
  for (let x = Math.floor(left / size); x <= Math.floor(right / size); x += 1) {
    for (let y = Math.floor(top / size); y <= Math.floor(bottom / size); y += 1) found.push(`${x},${y}`);
  }
  return found;
};
const apart = (a, b) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
const room = (size) => {
  const cells = new Map();
  return {
    free: (box) => cellsOf(box, size).every((cell) => (cells.get(cell) || []).every((taken) => apart(box, taken))),
    take: (box) => cellsOf(box, size).forEach((cell) => cells.set(cell, [...(cells.get(cell) || []), box])),
  };
};

/* Which names are drawn, how large, and on which side of their nodes. */
const names = { size: USUAL, side: new Map() };
const label = () => {
  names.size = Math.max(USUAL, LEAST / network.getScale());
  const shown = lit();
  const places = positions();
  const taken = room(names.size * 8);
  visible.nodes.forEach((there, id) => {
    const reach = data.network.nodes[id].size * 0.7;
    const { x, y } = places[id];
    if (there) taken.take([x - reach, y - reach, x + reach, y + reach]);
  });
  const first = shown === null ? order : [...order].sort((a, b) => Number(shown.has(b)) - Number(shown.has(a)));
  names.side.clear();
  const { clientWidth, clientHeight } = byId("network");
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const opposite = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  const inside = ([left, top, right, bottom]) => left >= corner.x && top >= corner.y && right <= opposite.x && bottom <= opposite.y;
  first.filter(nodeShown).forEach((id) => {
    /* Where the computed side has no room, another may, as long as it is in view. */
    const sides = [usual(id), "below", "above", "right", "left"];
    const side = sides.find((one) => {
      const box = labelBox(id, places[id], names.size, one);
      return taken.free(box) && (one === sides[0] || inside(box));
    });
    if (side === undefined) return;
    taken.take(labelBox(id, places[id], names.size, side));
    names.side.set(id, side);
  });
  network.redraw();
};
const nameBox = (id) => labelBox(id, network.getPosition(id), names.size, names.side.get(id));
network.on("afterDrawing", (pen) => {
  const colours = themes[theme()];
  const shown = lit();
  pen.font = `${names.size}px ${data.network.options.nodes.font.face}`;
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  pen.lineWidth = names.size / 4;
  pen.strokeStyle = colours.ground;
  names.side.forEach((_, id) => {
    const [left, top, right] = nameBox(id);
    const lines = signs[id].map((text, row) => [text, (left + right) / 2, top + row * names.size * LINE]);
    pen.fillStyle = shown !== null && !shown.has(id) ? colours.stated : colours.text;
    lines.forEach((line) => pen.strokeText(...line));
    lines.forEach((line) => pen.fillText(...line));
  });
});

/* The whole picture with its names in view; names that the scale makes larger need more room, hence twice. */
const EDGE = 26;
const fit = () => {
  const ids = nodes.map((node, id) => id).filter(nodeShown);
  if (!ids.length) return;
  const places = positions();
  const { clientWidth, clientHeight } = byId("network");
  let scale = 1;
  let middle = { x: 0, y: 0 };
  for (let turn = 0; turn < 2; turn += 1) {
    const size = Math.max(USUAL, LEAST / scale);
    const [left, top, right, bottom] = ids.reduce((all, id) => {
      const box = labelBox(id, places[id], size);
      const { size: radius } = data.network.nodes[id];
      const { x, y } = places[id];
      return [Math.min(all[0], box[0], x - radius), Math.min(all[1], box[1], y - radius), Math.max(all[2], box[2], x + radius),
        Math.max(all[3], box[3], y + radius)];
    }, [Infinity, Infinity, -Infinity, -Infinity]);
    scale = Math.min((clientWidth - EDGE) / (right - left), (clientHeight - 2 * EDGE) / (bottom - top), 1.6);
    middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  }
  network.moveTo({ position: middle, scale, animation: false });
  label();
};
let waiting = 0;
const labelSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(label, 120);
};
