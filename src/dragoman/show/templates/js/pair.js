// A pair's page: the sentence of the day that is picked, from the runs of days in the page's table.
(() => {
  const within = (one, day) =>
    (!one.dataset.since || one.dataset.since <= day) && (!one.dataset.until || day <= one.dataset.until);
  for (const form of document.querySelectorAll("[data-pick]")) {
    const box = form.parentElement;
    const input = form.querySelector("input");
    const answer = box.querySelector("[data-answer]");
    const show = () => {
      const day = input.value;
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) return;
      const run = [...box.querySelectorAll("tr[data-since]")].find((one) => within(one, day));
      const date = new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
        day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
      });
      const unsure = [...box.querySelectorAll("[data-unsure]")].filter((one) => within(one, day));
      const says = run ? `On ${date} ${run.querySelector("[data-says]").textContent}` : "";
      answer.textContent = [says, ...unsure.map((one) => one.textContent)].join(" ");
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
      if ("live" in document.documentElement.dataset && input.value) {
        history.replaceState(null, "", `?on=${input.value}`);
      }
    });
    input.addEventListener("change", show);
    if (!answer.textContent) show();
  }
})();
