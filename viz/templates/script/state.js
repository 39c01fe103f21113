"use strict";

/* The data of the page, what is selected and hidden, and how elements are made. Texts come from documents and are only
   ever set as textContent. The files of this folder are joined in the order of viz/page.py. */

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, links, sentences, themes, kinds, words } = data;
const legend = Object.fromEntries(data.legend.map((entry) => [entry.label, entry]));
const looks = new Map(kinds.map((entry) => [entry.key, entry]));
const byId = (id) => document.getElementById(id);
const body = document.querySelector("#links tbody");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const state = { link: null, node: null, hidden: new Set(), sort: null, printing: false, from: "", to: "", policy: "", confidence: 0 };

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

const touching = nodes.map(() => []);
links.forEach(({ source, target }, key) => {
  touching[source].push(key);
  if (target !== source) touching[target].push(key);
});
