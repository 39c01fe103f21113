"use strict";

/* The panel: the sentences of a link, the card of a place, or how to read the page. */

const boundaries = (text, start, end) => {
  const from = Math.max(...["。", "；", "！", "？", "\n"].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const next = ["。", "；", "！", "？", "\n"].map((sign) => text.indexOf(sign, Math.max(end - 1, start)))
    .filter((place) => place >= 0);
  return [start ? from : 0, next.length ? Math.min(...next) + 1 : text.length];
};

/* The words of the evidence, with the names of the two places in bold. */
const marked = (text, names) => {
  const made = element("mark");
  let rest = text;
  while (rest) {
    const [at, name] = names.map((one) => [rest.indexOf(one), one]).filter(([place]) => place >= 0)
      .sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0] || [rest.length, ""];
    made.append(rest.slice(0, at), name ? element("strong", name) : "");
    rest = rest.slice(at + name.length);
  }
  return made;
};

const quote = (item, names, whole) => {
  const [start, end] = item.mark;
  const [from, to] = whole || start === end ? [0, item.text.length] : boundaries(item.text, start, end);
  const made = element("blockquote");
  made.append(from ? "…" : "", item.text.slice(from, start), marked(item.text.slice(start, end), names),
    item.text.slice(end, to), to < item.text.length ? "…" : "");
  if (start === end) made.querySelector("mark").remove();
  return [made, from > 0 || to < item.text.length];
};

const sentenceCard = (key, names) => {
  const item = sentences[key];
  const card = element("article", "", "sentence");
  const [text, cut] = quote(item, names, false);
  const told = [item.number, item.issued, item.clause].filter(Boolean).join(" · ");
  const footer = element("footer");
  footer.append(isolated(`《${item.policy}》`), told ? ` ${told}` : "");
  if (cut) {
    const more = button("整条", "more", () => {
      card.replaceChild(quote(item, names, true)[0], card.firstChild);
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
  title.append(isolated(nodes[link.source].name), " — ", isolated(nodes[link.target].name));
  if (link.derived) title.append(element("span", "推导", "tag"));
  return title;
};

const linkParts = (link) => {
  const counted = link.derived ? `推导自 ${link.weight} 条对城市群的条款，不计入写明的条款` : `${link.weight} 条，出自 ${link.documents} 份文件`;
  const facts = pairs([["条款", counted], ["年份", link.years], ["方式", link.modes.join("、")], ["同条产业链", link.chains.join("、")]]);
  const names = [link.source, link.target].flatMap((id) => [nodes[id].name, ...nodes[id].aliases]).filter((name) => name.length > 1);
  const cards = (keys) => keys.map((key) => sentenceCard(key, names));
  const basis = link.basis.length ? [element("h3", "成员依据"), ...cards(link.basis)] : [];
  return [pairTitle(link), facts, ...cards(link.sentences), ...basis];
};
const showLink = (link) => show(...linkParts(link));
/* On paper nothing can be clicked: all sentences. */
const showAll = () => show(...links.filter(linkShown).flatMap(linkParts));

const showNode = (id) => {
  const node = nodes[id];
  const title = element("h2");
  title.append(isolated(node.name), element("span", legend[node.label].zh, "tag kind"));
  const list = element("ul");
  linksOf(id).forEach((key) => {
    const link = links[key];
    const other = nodes[link.source === id ? link.target : link.source];
    const line = element("li");
    line.append(button("", "go", () => selectLink(key)), link.derived ? element("span", "推导", "tag") : "");
    line.firstChild.append(isolated(other.name), ` ${link.weight} 条`);
    line.append(element("span", ` ${link.modes.join("、")}`, "soft"));
    list.append(line);
  });
  const count = new Set(linksOf(id).flatMap((key) => [links[key].source, links[key].target])).size - 1;
  const heading = element("h3", count > 0 ? `与 ${count} 个地区或城市群有联系` : "图中没有与它的联系");
  show(title, pairs([["又称", node.aliases.join("、")], ...node.properties]), heading, list);
};

const showOverview = () => {
  const shown = links.filter(linkShown);
  const clauses = shown.filter((link) => !link.derived).reduce((sum, link) => sum + link.weight, 0);
  const derived = shown.filter((link) => link.derived).length;
  const line = `图中有 ${nodes.filter((node, id) => nodeShown(id)).length} 个地区和城市群，${shown.length - derived} 对写明的联系，共 ${clauses} 处`;
  show(element("h2", "怎么看"), element("p", line + (derived ? `；另有 ${derived} 对推导的联系。` : "。")),
    element("p", "线越粗，写明合作的条款越多。点一条线或表里的一行，这里显示是哪份文件、哪一条、哪句话说的；标黄的是作为依据的原文。"),
    element("p", "快捷键：/ 查找，↑ ↓ 在表里移动，Enter 选定，Esc 取消。", "soft"));
};
