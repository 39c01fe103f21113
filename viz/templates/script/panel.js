"use strict";

/* The panel: the sentences of a link, the card of a place, or how to read the page. */

const boundaries = (text, start, end) => {
  const from = Math.max(...["。", "；", "！", "？", "\n"].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const next = ["。", "；", "！", "？", "\n"].map((sign) => text.indexOf(sign, Math.max(end - 1, start)))
    .filter((place) => place >= 0);
  return [start ? from : 0, next.length ? Math.min(...next) + 1 : text.length];
};

/* The words of the evidence, with the names of the two places in bold. */
const marked = (text, called) => {
  const made = element("mark");
  let rest = text;
  while (rest) {
    const [at, name] = called.map((one) => [rest.indexOf(one), one]).filter(([place]) => place >= 0)
      .sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0] || [rest.length, ""];
    made.append(rest.slice(0, at), name ? element("strong", name) : "");
    rest = rest.slice(at + name.length);
  }
  return made;
};

const quote = (item, called, whole) => {
  const [start, end] = item.mark;
  const [from, to] = whole || start === end ? [0, item.text.length] : boundaries(item.text, start, end);
  const made = element("blockquote");
  made.append(from ? "…" : "", item.text.slice(from, start), marked(item.text.slice(start, end), called),
    item.text.slice(end, to), to < item.text.length ? "…" : "");
  if (start === end) made.querySelector("mark").remove();
  return [made, from > 0 || to < item.text.length];
};

const sentenceCard = (key, called) => {
  const item = sentences[key];
  const card = element("article", "", "sentence");
  const [text, cut] = quote(item, called, false);
  const told = [item.number, item.issued, item.clause, `置信度 ${item.confidence}`].filter(Boolean).join(" · ");
  const footer = element("footer");
  footer.append(isolated(`《${item.policy}》`), told ? ` ${told}` : "");
  if (cut) {
    const more = button("整条", "more", () => {
      card.replaceChild(quote(item, called, true)[0], card.firstChild);
      more.remove();
    });
    footer.append(more);
  }
  card.append(text, footer);
  return card;
};

const pairs = (list) => {
  const made = element("dl");
  list.filter(([, value]) => value).forEach(([title, value]) => made.append(element("dt", title), element("dd", value)));
  return made;
};
const show = (...parts) => {
  byId("detail").replaceChildren(...parts);
  byId("detail").scrollTop = 0;
};
const pairTitle = (link) => {
  const title = element("h2");
  title.append(isolated(nodes[link.source].name), link.directed ? " → " : " — ", isolated(nodes[link.target].name));
  if (link.derived) title.append(element("span", "推导", "tag"));
  return title;
};

const linkParts = (link) => {
  const count = weight(link);
  const counted = link.derived ? `推导自 ${count} 条，不计入写明的条款` : link.sentences.length ? `${count} 条，出自 ${documents(link)} 份文件` : "";
  const facts = pairs([["关系", link.kind], ["条款", counted], ["年份", years(link)], ...link.details.map(([title, values]) => [title, values.join("、")])]);
  const said = [link.source, link.target].flatMap((id) => [nodes[id].name, ...nodes[id].aliases]).filter((name) => name.length > 1);
  const cards = (keys) => keys.map((key) => sentenceCard(key, said));
  const basis = link.basis.length ? [element("h3", "成员依据"), ...cards(link.basis)] : [];
  const none = link.sentences.length ? [] : [element("p", "依据行政区划表，不出自某一份文件。", "soft")];
  return [pairTitle(link), facts, ...cards(saying(link)), ...none, ...basis];
};
const showLink = (link) => show(...linkParts(link));
/* On paper nothing can be clicked: all sentences. */
const showAll = () => show(...links.filter((link, key) => linkShown(key)).flatMap(linkParts));

const neighbourLine = (id, key) => {
  const link = links[key];
  const line = element("li");
  line.append(button("", "go", () => selectLink(key)), link.derived ? element("span", "推导", "tag") : "");
  line.firstChild.append(isolated(nodes[link.source === id ? link.target : link.source].name), link.sentences.length ? ` ${weight(link)} 条` : "");
  line.append(element("span", ` ${link.details.flatMap(([, values]) => values).join("、")}`, "soft"));
  return line;
};
/* The neighbours of a node, by the kind of link and by which way it runs. */
const neighbours = (id) => {
  const groups = new Map();
  linksOf(id).forEach((key) => {
    const title = `${links[key].directed && links[key].target === id ? "← " : ""}${links[key].kind}`;
    groups.set(title, [...(groups.get(title) || []), key]);
  });
  return [...groups].flatMap(([title, keys]) => {
    const list = element("ul");
    list.append(...keys.map((key) => neighbourLine(id, key)));
    return [element("h3", `${title} ${keys.length}`), list];
  });
};
const showNode = (id) => {
  const node = nodes[id];
  const title = element("h2");
  title.append(isolated(node.name), element("span", legend[node.label].zh, "tag kind"));
  const count = new Set(linksOf(id).flatMap((key) => [links[key].source, links[key].target])).size - 1;
  const heading = element("p", count > 0 ? words.neighbours.replace("{count}", count) : words.alone);
  show(title, pairs([["又称", node.aliases.join("、")], ...node.properties]), heading, ...neighbours(id));
};

const showOverview = () => {
  const shown = links.filter((link, key) => linkShown(key));
  const clauses = shown.filter((link) => !link.derived).reduce((sum, link) => sum + weight(link), 0);
  const derived = shown.filter((link) => link.derived).length;
  const line = `图中有 ${visible.nodes.filter(Boolean).length} ${words.things}，${shown.length - derived} 条写明的联系，共 ${clauses} 处`;
  show(element("h2", "怎么看"), element("p", line + (derived ? `；另有 ${derived} 条推导的联系。` : "。")),
    element("p", "线越粗，写明的条款越多。点一条线或表里的一行，这里显示是哪份文件、哪一条、哪句话说的；标黄的是作为依据的原文。"),
    element("p", "快捷键：/ 查找，↑ ↓ 或 p n 上一条、下一条，Enter 选定，Esc 取消。", "soft"));
};
