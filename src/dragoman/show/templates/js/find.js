"use strict";
// A search over the sheets of the one-file form. The box is made here, as it needs the script.
(() => {
  if (!("single" in document.documentElement.dataset)) return;
  const MOST = 40;
  const LONGEST = 180;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const make = (name, given = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const box = make("input", {
    type: "search", "aria-label": "Search this file", placeholder: "Search", autocomplete: "off", spellcheck: "false",
  });
  const place = make("div", { class: "find", role: "search" }, box);
  const says = make("p", { class: "meta", role: "status" });
  const list = make("ol", { class: "found-list" });
  const panel = make("section", { class: "found-here", "aria-label": "Found", hidden: "" }, says, list);
  document.querySelector(".top").append(place);
  document.querySelector(".top").after(panel);

  const title = (sheet) => sheet.querySelector("h1").textContent;

  let sheets = null;
  const read = () => {
    // The chronology says what the sheets of its incidents say.
    const all = [...document.querySelectorAll(".sheet")].filter((sheet) => !/^story(-|$)/.test(sheet.id));
    return all.map((sheet) => ({
      sheet, title: title(sheet), head: fold(title(sheet)), text: fold(sheet.textContent),
    }));
  };
  const piece = (sheet, word) => {
    // Words of a report say most; then a paragraph, then any cell.
    for (const kind of ["q", "p", "td, li"]) {
      for (const part of sheet.querySelectorAll(kind)) {
        const text = part.textContent.trim().replace(/\s+/g, " ");
        const at = fold(text).indexOf(word);
        if (at < 0) continue;
        const from = Math.max(0, Math.min(at - 60, text.length - LONGEST));
        return `${from ? "…" : ""}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? "…" : ""}`;
      }
    }
    return "";
  };
  const look = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    panel.hidden = !words.length;
    list.replaceChildren();
    if (!words.length) return;
    sheets = sheets || read();
    const found = sheets.filter((one) => words.every((word) => one.text.includes(word) || one.head.includes(word)));
    const weight = (one) => words.filter((word) => one.head.includes(word)).length;
    found.sort((one, other) => weight(other) - weight(one));
    says.textContent = found.length
      ? `${found.length} ${found.length === 1 ? "page" : "pages"}${found.length > MOST ? `, the first ${MOST} of them` : ""}`
      : "No page has all of these words.";
    for (const one of found.slice(0, MOST)) {
      const link = make("a", { href: `#${one.sheet.id}` }, one.title);
      list.append(make("li", {}, link, make("p", { class: "meta" }, piece(one.sheet, words[0]))));
    }
  };
  const close = () => { box.value = ""; look(); };
  let wait = 0;
  box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, 120); });
  box.addEventListener("keydown", (press) => {
    if (press.key !== "Enter") return;
    press.preventDefault();
    look();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  addEventListener("keydown", (press) => {
    if (press.key === "Escape" && !panel.hidden) { close(); box.focus(); }
    if (press.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      press.preventDefault();
      box.focus();
    }
  });
  addEventListener("hashchange", close);
})();
