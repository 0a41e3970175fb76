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
  const box = finder.querySelector("input");
  const find = () => {
    if (!finder.open) finder.showModal();
    box.select();
    reach();
  };
  const leave = () => {
    finder.close();
    box.blur(); // or what is typed next goes into a box that is gone
  };
  const opener = document.querySelector("button.find");
  for (const kind of ["pointerover", "touchstart", "focusin"]) opener.addEventListener(kind, reach, { once: true, passive: true });
  opener.addEventListener("click", find);
  finder.querySelector(".finder-close").addEventListener("click", leave);
  finder.addEventListener("click", (event) => event.target === finder && leave());
  addEventListener("keydown", (event) => {
    const leaves = event.key === "Escape" && finder.open;
    const finds = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
      && !event.target.closest?.("input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]");
    if (!leaves && !finds) return;
    event.preventDefault();
    if (leaves) leave();
    else find();
  });
  if (history.state?.search) {
    box.value = history.state.search;
    find();
  }

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

  // Evidence steps aside: the note of some words opens over the margin, or on a narrow screen in a sheet over the lower
  // half, one at a time. Neither moves the text. Without this file the words lead to their note, and a strip opens in place.
  const words = all(".w[data-n]");
  const note = (word) => document.getElementById(`n${word.dataset.n}`);
  const inMargin = (strip) => getComputedStyle(strip).getPropertyValue("--in").trim() === "margin";
  const aside = (strip) => inMargin(strip) || "popover" in strip;
  const dim = () => {
    all(".is-on").forEach((lit) => lit.classList.remove("is-on"));
    for (const notes of all(".ns.only")) {
      notes.classList.remove("only");
      notes.removeAttribute("popover");
      notes.style.removeProperty("--at");
    }
  };
  const close = (strip) => {
    const word = document.querySelector(".w.is-on");
    dim();
    strip.open = false;
    (word || strip.querySelector("summary")).focus({ preventScroll: true });
  };
  const clear = (word, sheet) => { // of the sheet and of the header
    const { top, bottom, height } = word.getBoundingClientRect();
    const low = innerHeight - sheet.offsetHeight - 24;
    if (top < 70 || bottom > low) scrollBy({ top: top - Math.max(70, Math.min(low * 0.45, low - height)) });
  };
  const show = (word) => {
    const notes = note(word).parentElement;
    const strip = notes.parentElement;
    dim();
    strip.open = true;
    notes.classList.add("only");
    word.classList.add("is-on");
    note(word).classList.add("is-on");
    const at = words.indexOf(word);
    const output = notes.querySelector(".at");
    output.textContent = output.dataset.text.replace("{n}", at + 1).replace("{all}", words.length);
    notes.querySelector(".prev").disabled = at === 0;
    notes.querySelector(".next").disabled = at === words.length - 1;
    if (inMargin(strip)) {
      notes.style.setProperty("--at", `${word.getBoundingClientRect().top - strip.getBoundingClientRect().top}px`);
    } else {
      notes.popover = "manual";
      notes.showPopover();
      clear(word, notes);
    }
  };
  const showAt = (word, event) => { // who came by keyboard reads on in the note
    show(word);
    note(word).tabIndex = -1;
    if (event.detail === 0) note(word).focus({ preventScroll: true });
  };
  for (const word of words) {
    word.addEventListener("click", (event) => {
      const strip = note(word).closest(".strip");
      if (!aside(strip)) return;
      event.preventDefault();
      if (word.classList.contains("is-on")) return close(strip);
      showAt(word, event);
    });
  }
  for (const strip of all(".strip")) {
    strip.querySelector("summary").addEventListener("click", (event) => {
      const own = words.find((word) => strip.contains(note(word)));
      if (strip.open && strip.querySelector(".only")) {
        event.preventDefault();
        close(strip);
      } else if (!inMargin(strip) && aside(strip) && own && !strip.open) {
        event.preventDefault();
        showAt(own, event);
      } else dim();
    });
    strip.querySelector(".all")?.addEventListener("click", dim);
    strip.querySelector(".close").addEventListener("click", () => close(strip));
    for (const [way, step] of [["prev", -1], ["next", 1]]) {
      strip.querySelector(`.${way}`).addEventListener("click", () => {
        const word = words[words.indexOf(document.querySelector(".w.is-on")) + step];
        show(word);
        const button = note(word).parentElement.querySelector(`.${way}`);
        (button.disabled ? note(word).parentElement.querySelector(".close") : button).focus({ preventScroll: true });
      });
    }
  }
  addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && !event.defaultPrevented && document.querySelector(".strip[open]");
    if (open) close(open);
  });

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
    all(".ex details:not([open],.strip)").forEach((fold) => { fold.open = true; fold.dataset.was = ""; });
  });
  addEventListener("afterprint", () => all("details[data-was]").forEach((fold) => { fold.open = false; delete fold.dataset.was; }));
})();
