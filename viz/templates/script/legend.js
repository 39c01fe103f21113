"use strict";

/* The legend, which switches kinds of nodes and links off and on. */

const SHAPES = {
  dot: "M10 2a6 6 0 1 0 .01 0Z", square: "M4 2H16V14H4Z", diamond: "M10 0L18 8L10 16L2 8Z", triangle: "M10 1L18 15H2Z",
  triangleDown: "M2 1H18L10 15Z", hexagon: "M6 1H14L18 8L14 15H6L2 8Z",
  star: "M10 0L12 6H18L13 10L15 16L10 12L5 16L7 10L2 6H8Z", stated: "M1 6.5H19V9.5H1Z", derived: "M1 7H6V9H1ZM8 7H12V9H8ZM14 7H19V9H14Z",
};
const swatch = (shape, colour) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("viewBox", "0 0 20 16");
  made.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[shape]);
  path.setAttribute("fill", colour);
  made.append(path);
  return made;
};
const toggle = (name) => {
  if (!state.hidden.delete(name)) state.hidden.add(name);
  refresh();
};
const paintLegend = () => {
  const focused = document.activeElement && document.activeElement.dataset.switch;
  const entries = [
    ...data.legend.map((entry) => [entry.label, entry.zh, entry.shape, entry[theme()], entry.count]),
    ...kinds.map((entry) => [entry.key, entry.zh, entry.derived ? "derived" : "stated", entry[theme()], entry.count]),
  ];
  byId("legend").replaceChildren(...entries.map(([name, title, shape, colour, count]) => {
    const made = button("", "", () => toggle(name));
    made.append(swatch(shape, colour), `${title} ${count}`);
    made.dataset.switch = name;
    made.setAttribute("aria-pressed", String(!state.hidden.has(name)));
    return made;
  }));
  if (focused) [...byId("legend").children].find((made) => made.dataset.switch === focused).focus();
};
