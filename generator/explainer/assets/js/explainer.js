// Small helps. Every page reads, folds and prints without this file.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // The button goes round: as the device, light, dark.
  const button = document.querySelector(".scheme");
  const name = () => { button.title = button.dataset[document.documentElement.dataset.scheme]; button.ariaLabel = button.title; };
  button.addEventListener("click", () => {
    const next = { auto: "light", light: "dark", dark: "auto" }[document.documentElement.dataset.scheme];
    __md_set("scheme", next);
    scheme.show(next);
    name();
  });
  name();

  // Search waits until a reader reaches for it: its script, its words, its index. What is typed before they are here is
  // answered when they are.
  const finder = document.querySelector("dialog.finder");
  const reach = () => import("./search/dialog.js").catch(() => {
    finder.querySelector("[role=status]").textContent = finder.querySelector("[role=status]").dataset.failed;
  });
  const find = () => {
    if (!finder.open) finder.showModal();
    finder.querySelector("input").select();
    reach();
  };
  const opener = document.querySelector("button.find");
  for (const kind of ["pointerover", "touchstart", "focusin"]) opener.addEventListener(kind, reach, { once: true, passive: true });
  opener.addEventListener("click", find);
  finder.querySelector(".finder-close").addEventListener("click", () => finder.close());
  finder.addEventListener("click", (event) => event.target === finder && finder.close());
  if (history.state?.search) {
    finder.querySelector("input").value = history.state.search;
    find();
  }

  addEventListener("keydown", (event) => {
    if (event.target.closest?.("input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]")) return;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    find();
  });

  // Opens the note an address points to, where the browser does not.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target?.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // On narrow screens the current section stands in view.
  const tab = document.querySelector(".tabs [aria-current]");
  if (tab) {
    const list = tab.closest("ul");
    list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.clientWidth) / 2;
  }

  // The contents follow the reader.
  const links = all(".toc a[href^='#']");
  const spots = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const passed = spots.filter((spot) => spot && spot.getBoundingClientRect().top < 160).length - 1;
    links.forEach((link, i) => { link.ariaCurrent = i === passed ? "location" : null; });
  };
  if (links.length) {
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }

  for (const copy of all("button[data-copy]")) {
    const word = copy.textContent;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(copy.dataset.copy);
      copy.textContent = copy.dataset.done || "✓";
      setTimeout(() => { copy.textContent = word; }, 1600);
    });
  }

  // A form of controls named after data attributes hides what does not match.
  for (const form of all("form[data-filter]")) {
    const names = [...new Set([...form.elements].map((control) => control.name).filter(Boolean))];
    const box = document.getElementById(form.dataset.filter);
    if (!box) continue;
    const items = all(names.map((name) => `[data-${name}]`).join(), box);
    const output = form.querySelector("output");
    const apply = () => {
      const wanted = [...new FormData(form)].filter(([, value]) => value);
      const fits = (item) => wanted.every(([name, value]) => (item.getAttribute(`data-${name}`) || "").split(" ").includes(value));
      items.forEach((item) => item.toggleAttribute("data-off", !fits(item)));
      all(".month", box).forEach((month) => month.toggleAttribute("data-off", !month.querySelector(".row:not([data-off])")));
      const shown = items.filter((item) => !item.hasAttribute("data-off")).length;
      if (output) output.textContent = wanted.length ? output.dataset.text.replace("{n}", shown).replace("{all}", items.length) : "";
    };
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  // Printed, every note is open and every address whole, without the fragment that marks the words.
  addEventListener("beforeprint", () => {
    all(".ex a[href^='http']").forEach((link) => { link.dataset.u = link.href.split("#:~:")[0]; });
    all(".ex details:not([open])").forEach((fold) => { fold.open = true; fold.dataset.was = ""; });
  });
  addEventListener("afterprint", () => all("details[data-was]").forEach((fold) => { fold.open = false; delete fold.dataset.was; }));
})();
