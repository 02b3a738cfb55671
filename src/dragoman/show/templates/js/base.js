"use strict";
// The one script of the pages. Nothing depends on it: without it every page is whole, and the
// one-file form shows its sheets one below the other.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  if (!("single" in root.dataset)) return;
  // The one-file form: the sheet that the address names is shown, or the one that holds the place.
  const sheets = [...document.querySelectorAll(".sheet")];
  const story = document.title;
  const title = (sheet) => sheet.querySelector("h1").textContent;
  const show = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const place = name && document.getElementById(name);
    const sheet = (place && place.closest(".sheet")) || sheets[0];
    for (const one of sheets) one.classList.toggle("open", one === sheet);
    document.title = sheet === sheets[0] ? story : `${title(sheet)} · ${story}`;
    for (const link of document.querySelectorAll(".top nav a")) {
      if (link.hash === `#${sheet.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (place && place !== sheet) place.scrollIntoView();
    else scrollTo(0, 0);
  };
  addEventListener("hashchange", show);
  show();
})();
