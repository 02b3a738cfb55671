// A mark of a chart leads to a row of its table: the incidents in it are shown at once.
(() => {
  const show = () => {
    const row = document.getElementById(location.hash.slice(1));
    const list = row && row.matches("tr") && row.querySelector("details");
    if (list) list.open = true;
  };
  addEventListener("hashchange", show);
  show();
})();
