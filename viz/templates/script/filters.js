"use strict";

/* What is shown: kinds that the legend leaves on, and links that have a sentence which the filters let through. */

const filtering = () => Boolean(state.from || state.to || state.policy || state.confidence);
const passes = (key) => {
  const { issued, policy, confidence } = sentences[key];
  const year = issued.slice(0, 4);
  return (!state.from || year >= state.from) && (!state.to || (year && year <= state.to))
    && (!state.policy || policy === state.policy) && confidence >= state.confidence;
};
const saying = (link) => (filtering() ? link.sentences.filter(passes) : link.sentences);
/* The number of clauses: of those that the filters let through, or as it was counted where there are no filters. */
const weight = (link) => (filtering() ? new Set(saying(link).map((key) => sentences[key].key)).size : link.weight);
const documents = (link) => new Set(saying(link).map((key) => sentences[key].policy)).size;
const years = (link) => {
  const found = saying(link).map((key) => sentences[key].issued.slice(0, 4)).filter(Boolean).sort();
  return found.length ? [...new Set([found[0], found[found.length - 1]])].join("–") : "";
};

const visible = { nodes: [], links: [] };
const sift = () => {
  const filtered = filtering();
  const allowed = (id) => !state.hidden.has(nodes[id].label);
  visible.links = links.map((link) => !state.hidden.has(link.key) && allowed(link.source) && allowed(link.target)
    && (!filtered || saying(link).length > 0));
  visible.nodes = nodes.map((node, id) => allowed(id)
    && (!filtered || node.main || touching[id].some((key) => visible.links[key])));
};
const nodeShown = (id) => visible.nodes[id];
const linkShown = (key) => visible.links[key];
const linksOf = (id) => touching[id].filter(linkShown);

const options = (id, entries) => byId(id).replaceChildren(...entries.map(([value, text]) => {
  const made = element("option", text);
  made.value = value;
  return made;
}));
const offerFilters = () => {
  const found = [...new Set(sentences.map(({ issued }) => issued.slice(0, 4)))].filter(Boolean).sort();
  const policies = [...new Set(sentences.map(({ policy }) => policy))].sort(compare);
  options("from", [["", "最早"], ...found.map((year) => [year, year])]);
  options("to", [["", "最晚"], ...found.map((year) => [year, year])]);
  options("policy", [["", `全部 ${policies.length} 份`], ...policies.map((policy) => [policy, policy])]);
  options("confidence", [["0", "全部"], ...[0.9, 0.95, 0.98].map((least) => [String(least), `≥ ${least}`])]);
  byId("filters").hidden = !sentences.length;
};
const compare = new Intl.Collator("zh-Hans", { numeric: true }).compare;
