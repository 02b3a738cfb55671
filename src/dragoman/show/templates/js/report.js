// On a report's page a span and its coding light up together; the rail moves to what is looked at.
(() => {
  const keys = (node) => (node.dataset.of || "").split(" ");
  for (const page of document.querySelectorAll(".reading")) {
    const nodes = [...page.querySelectorAll("[data-of]")];
    const rail = page.querySelector(".rail");
    const light = (node) => {
      const wanted = node ? keys(node) : [];
      for (const one of nodes) {
        one.classList.toggle("lit", keys(one).some((key) => wanted.includes(key)));
      }
      if (!node || rail.contains(node) || rail.scrollHeight <= rail.clientHeight) return;
      const coding = nodes.find((one) => one.matches(".coding") && wanted.includes(one.dataset.of));
      if (coding) rail.scrollTop = coding.offsetTop - rail.clientHeight / 3;
    };
    const look = (event) => light(event.target.closest("[data-of]"));
    // Whoever comes from another page by a link to a sentence sees what was coded from it.
    const arrive = () => {
      const place = page.querySelector(":target");
      if (place) light(place.matches(".spot") ? place.nextElementSibling : place);
    };
    page.addEventListener("pointerover", look);
    page.addEventListener("focusin", look);
    page.addEventListener("pointerleave", () => light(null));
    addEventListener("hashchange", arrive);
    arrive();
  }
})();
