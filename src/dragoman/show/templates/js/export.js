// Export: the count follows the choices while they are made.
(() => {
  const form = document.querySelector("form[data-count]");
  if (!form) return;
  const count = form.querySelector("#count");
  const command = document.querySelector("#command");
  let asked = 0;
  const renew = async () => {
    const mine = ++asked;
    const given = [...new FormData(form)].filter(([, value]) => value !== "");
    const answer = await fetch(`${form.dataset.count}?${new URLSearchParams(given)}`);
    const found = await answer.json();
    if (mine !== asked) return;
    count.textContent = found.counted || found.error.reason;
    if (found.command) command.textContent = found.command;
  };
  form.addEventListener("change", renew);
})();
