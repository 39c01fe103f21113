"use strict";

/* The data of the page, what is selected and hidden, and how elements are made. Texts come from documents and are only
   ever set as textContent. The files of this folder are joined in the order of viz/page.py. */

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, links, sentences, themes } = data;
const legend = Object.fromEntries(data.legend.map((entry) => [entry.label, entry]));
const byId = (id) => document.getElementById(id);
const body = document.querySelector("#links tbody");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const state = { link: null, node: null, hidden: new Set(), sort: null, printing: false };

const element = (tag, text = "", name = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
};
const button = (text, name, action) => {
  const made = element("button", text, name);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
};
const isolated = (text) => element("bdi", text);
const kind = (link) => (link.derived ? "derived" : "stated");
const nodeShown = (id) => !state.hidden.has(nodes[id].label);
const linkShown = (link) => !state.hidden.has(kind(link)) && nodeShown(link.source) && nodeShown(link.target);
const linksOf = (id) => links.map((link, key) => key)
  .filter((key) => linkShown(links[key]) && (links[key].source === id || links[key].target === id));
