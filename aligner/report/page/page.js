"use strict";
(() => {
  const beads = [...document.querySelectorAll(".bead")];
  const show = document.getElementById("show");
  const least = document.getElementById("least");
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = new WeakMap();
  const textOf = (bead) => {
    if (!folded.has(bead)) folded.set(bead, fold(bead.querySelector(".pair").textContent));
    return folded.get(bead);
  };
  const wanted = (bead, query) =>
    (show.value === "all" ||
      (show.value === "open" && bead.dataset.open !== "-1") ||
      (show.value === "unreviewed" && bead.dataset.reviewed === "0") ||
      (show.value === "shape" && bead.dataset.kind !== "plain")) &&
    Number(bead.dataset.open) >= Number(least.value) &&
    (query === "" || textOf(bead).includes(query));
  const apply = () => {
    const query = fold(search.value.trim());
    let count = 0;
    for (const bead of beads) {
      const keep = wanted(bead, query);
      bead.hidden = !keep;
      if (keep) count += 1;
    }
    shown.textContent = `${count} / ${beads.length}`;
  };
  const place = new Map(beads.map((bead, number) => [bead, number]));
  const step = (direction) => {
    const here = place.get(document.activeElement?.closest?.(".bead")) ?? -1;
    const count = beads.length;
    const start = here < 0 && direction < 0 ? count : here;
    for (let n = 1; n <= count; n += 1) {
      const goal = beads[(start + direction * n + 2 * count) % count];
      if (goal.hidden || goal.dataset.open === "-1") continue;
      goal.scrollIntoView({ block: "start" });
      goal.focus({ preventScroll: true });
      return;
    }
  };
  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  show.addEventListener("change", apply);
  least.addEventListener("change", apply);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  for (const map of document.querySelectorAll(".map")) {
    map.addEventListener("click", (event) => {
      const goal = document.getElementById(event.target.closest("[data-bead]")?.dataset.bead ?? "");
      if (goal === null) return;
      goal.scrollIntoView({ block: "start" });
      goal.focus({ preventScroll: true });
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && document.activeElement === search) { search.value = ""; apply(); search.blur(); return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
  });
  apply();
})();
