"use strict";

/* What one takes along: the picture as PNG, the links shown with their sentences as CSV that Excel opens. */

const save = (name, address) => {
  const made = element("a");
  made.href = address;
  made.download = name.replace(/[\\/:*?"<>|]/g, "_");
  made.click();
};

const pngAddress = () => {
  const drawn = byId("network").querySelector("canvas");
  const colours = themes[theme()];
  const made = document.createElement("canvas");
  const ratio = drawn.width / drawn.clientWidth;
  const high = 76 * ratio;
  made.width = drawn.width;
  made.height = drawn.height + high;
  const pen = made.getContext("2d");
  const face = getComputedStyle(document.body).fontFamily;
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, made.width, made.height);
  pen.drawImage(drawn, 0, high);
  pen.fillStyle = colours.text;
  [["h1", 22, 32], [".question", 14, 60]].forEach(([what, size, at]) => {
    pen.font = `${what === "h1" ? "bold " : ""}${size * ratio}px ${face}`;
    pen.fillText(document.querySelector(what).textContent, 16 * ratio, at * ratio, made.width - 32 * ratio);
  });
  return made.toDataURL("image/png");
};

/* A cell that Excel would take for a formula begins with an apostrophe. */
const csvCell = (value) => {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
const csv = () => {
  const heads = [words.source, "关系", words.target, "条款数", "文件数", "年份", "说明", "写明或推导", "文件", "文号", "日期", "条款", "原文"];
  const lines = shownKeys().flatMap((key) => {
    const link = links[key];
    const told = [cell.source(link), link.kind, cell.target(link), cell.weight(link), cell.documents(link), years(link), cell.details(link),
      link.derived ? "推导" : "写明"];
    const said = saying(link).map((at) => sentences[at]);
    return said.length ? said.map((item) => [...told, item.policy, item.number, item.issued, item.clause,
      item.text.slice(...item.mark) || item.text]) : [told];
  });
  return `\ufeff${[heads, ...lines].map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
};
const csvAddress = () => URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
