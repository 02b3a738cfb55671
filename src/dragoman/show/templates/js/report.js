// On a report's page a span and its coding light up together; the rail moves to what is looked at.
(() => {
  const keys = (node) => (node.dataset.of || "").split(" ");
  for (const page of document.querySelectorAll(".reading")) {
    const nodes = [...page.querySelectorAll("[data-of]")];
    const rail = page.querySelector(".rail");
    const light = (wanted) => {
      for (const node of nodes) {
        node.classList.toggle("lit", keys(node).some((key) => wanted.includes(key)));
      }
    };
    const look = (event) => {
      const node = event.target.closest("[data-of]");
      light(node ? keys(node) : []);
      if (!node || rail.contains(node) || rail.scrollHeight <= rail.clientHeight) return;
      const coding = nodes.find((one) => one.matches(".coding") && keys(node).includes(one.dataset.of));
      if (coding) rail.scrollTop = coding.offsetTop - rail.clientHeight / 3;
    };
    page.addEventListener("pointerover", look);
    page.addEventListener("focusin", look);
    page.addEventListener("pointerleave", () => light([]));
  }
})();
