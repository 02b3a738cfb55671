// Review by keyboard: j and k go from card to card, other keys press what is marked with them in the
// card that has the focus, or, outside of one, on the page. What is typed into a field stays there.
(() => {
  const cards = [...document.querySelectorAll(".queue .card")];
  if (document.documentElement.dataset.page !== "review") return;
  const press = (place, key) => {
    const found = [...place.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (!found) return false;
    found.click();
    if (found.type === "radio") found.focus();
    return true;
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target.closest("input:not([type=radio]):not([type=checkbox]), select, textarea");
    if (typing) return;
    const card = event.target.closest(".card");
    const at = cards.indexOf(card);
    if (event.key === "j" || event.key === "k") {
      const next = cards[event.key === "j" ? Math.min(at + 1, cards.length - 1) : Math.max(at - 1, 0)];
      if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
    } else if (!(card && press(card, event.key)) && !(event.key === "u" && press(document, "u"))) {
      return;
    }
    event.preventDefault();
  });
})();
