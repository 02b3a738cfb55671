"use strict";
// Arrow keys on the marks of a timeline: left and right in time, up and down between lanes. One
// mark of each drawing is a stop of the tabulator, not all of them.
(() => {
  for (const drawing of document.querySelectorAll("svg.lanes:not(.key)")) {
    const lanes = [...drawing.querySelectorAll(".lane")].map((lane) => [...lane.querySelectorAll("a")]);
    const all = lanes.flat();
    const stop = (mark) => { for (const one of all) one.setAttribute("tabindex", one === mark ? "0" : "-1"); };
    if (!all.length) continue;
    stop(all[0]);
    const middle = (mark) => {
      const box = mark.lastElementChild.getBoundingClientRect();
      return box.x + box.width / 2;
    };
    const by = (lane) => [...lane].sort((a, b) => middle(a) - middle(b));
    drawing.addEventListener("keydown", (press) => {
      const mark = press.target.closest("a");
      const at = lanes.findIndex((lane) => lane.includes(mark));
      if (at < 0) return;
      const lane = by(lanes[at]);
      const x = middle(mark);
      const near = (other) => other && [...other].sort((a, b) => Math.abs(middle(a) - x) - Math.abs(middle(b) - x))[0];
      const next = {
        ArrowLeft: () => lane[lane.indexOf(mark) - 1],
        ArrowRight: () => lane[lane.indexOf(mark) + 1],
        ArrowUp: () => near(lanes[at - 1]),
        ArrowDown: () => near(lanes[at + 1]),
        Home: () => lane[0],
        End: () => lane[lane.length - 1],
      }[press.key];
      const to = next && next();
      if (!to) return;
      press.preventDefault();
      stop(to);
      to.focus();
    });
  }
})();
