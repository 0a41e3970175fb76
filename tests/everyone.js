// What test_everyone.py asks of a page. Each question answers with the elements at fault, so a good page answers [].
window.everyone = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const style = (one, pseudo) => getComputedStyle(one, pseudo);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const text = (one) => (one.textContent || one.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const called = (one) => `${one.localName}.${one.getAttribute("class") || ""} ${text(one)}`;
  const ancestors = function* (one) { for (let at = one; at; at = at.parentElement) yield at; };

  // colours
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const clear = (colour) => colour === "transparent" || parts(colour)[3] === 0;
  const behind = (one) => {
    const found = [...ancestors(one)].map((at) => style(at).backgroundColor).find((colour) => !clear(colour));
    return found || (matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)");
  };
  const linear = (part) => (part / 255 <= 0.04 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => parts(colour).slice(0, 3).reduce((sum, part, i) => sum + linear(part) * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };

  // the keyboard: where it has been, and whether a ring showed it
  const stops = [];
  const tops = new Map();
  const unmarked = [];
  const ring = (one) => one && style(one).outlineStyle !== "none" && parseFloat(style(one).outlineWidth) >= 2
    && [...ancestors(one)].every((at) => style(at).opacity > 0.7) && contrast(style(one).outlineColor, behind(one.parentElement)) >= 3;
  const hidden = (one) => {
    const box = one.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const covered = over?.closest(".md-header") && !one.closest(".md-header,.md-skip");
    return covered || box.bottom <= 0 || box.top >= innerHeight || box.width < 2;
  };
  const met = ({ target }) => {
    stops.push(target);
    if (!tops.has(target)) tops.set(target, target.getBoundingClientRect().top + scrollY);
    const told = ring(target) || ring(target.closest("label"));
    if (!told || hidden(target)) unmarked.push(called(target));
  };
  const chosen = (one) => one.type !== "radio" || one.checked;
  const operable = () => all("a[href],button,input,select,summary").filter((one) => one.tabIndex >= 0 && chosen(one)
    && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }));

  // the layout
  const scrolls = (one) => [...ancestors(one.parentElement)].some((at) => at !== document.body && at !== document.documentElement
    && /auto|scroll/.test(style(at).overflowX));
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const one = node.parentElement;
      if (!node.data.trim() || one.closest("svg,script,.vh,.md-skip") || !shown(one)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const around = Math.max(0, (box.height - parseFloat(style(one).fontSize)) / 2);
        if (box.width > 1) found.push({ one, left: box.left, right: box.right, top: box.top + around, bottom: box.bottom - around });
      }
    }
    return found.sort((a, b) => a.top - b.top);
  };
  const floats = (one) => [...ancestors(one)].some((at) => /sticky|fixed/.test(style(at).position));
  const meet = (a, b) => Math.min(a.bottom, b.bottom) - b.top > 3 && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3;

  return {
    watch: () => addEventListener("focusin", met, true),
    stops: () => stops.map(called),
    wentRound: () => tops.size < stops.length,
    unmarked: () => unmarked,
    ringed: () => all(":focus").filter(ring).map(called),
    ringedAlready: () => all("a,button,input,select,summary").filter((one) => one !== document.activeElement && ring(one)).map(called),
    unreached: () => operable().filter((one) => !tops.has(one)).map(called),
    outOfOrder: () => [...tops.keys()].filter((one, i, met) =>
      i && !(met[i - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)).map(called),
    upwards: () => [...tops.keys()].filter((one) => !one.closest("svg")).filter((one, i, met) =>
      i && tops.get(one) < tops.get(met[i - 1]) - 12).map(called),

    unfold: () => all("details").forEach((one) => { one.removeAttribute("name"); one.open = true; }),
    tooWide: () => (document.documentElement.scrollWidth > innerWidth ? ["the page"] : []).concat(all("body *").filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !one.closest("svg,.vh,.md-skip")
        && shown(one) && !scrolls(one);
    }).map(called)),
    cutOff: () => all("body *").filter((one) => shown(one) && one.clientWidth && !one.closest("svg,.vh,.find")
      && ((/hidden|clip/.test(style(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
        || (/hidden|clip/.test(style(one).overflowY) && one.scrollHeight > one.clientHeight + 1))).map(called),
    overlapping: () => {
      const found = lines().filter(({ one }) => !floats(one));
      return found.flatMap((a, i) => {
        const after = found.slice(i + 1);
        const end = after.findIndex((b) => b.top >= a.bottom);
        return after.slice(0, end < 0 ? undefined : end).filter((b) => meet(a, b)).map((b) => `${called(a.one)} | ${called(b.one)}`);
      });
    },

    standings: () => Object.fromEntries(all("article .st").filter(shown).map((one) =>
      [one.className.match(/is-([\w-]+)/)[1], style(one, "::before").maskImage])),
    untold: () => all("article .st").filter(shown).filter((one) => !text(one) || style(one, "::before").maskImage === "none"
      || contrast(style(one, "::before").backgroundColor, behind(one)) < 3).map(called),
    unbounded: () => all(".btn,.copy,.chip,.sw,select,button.find").filter(shown).filter((one) =>
      style(one).borderTopStyle === "none" || !parseFloat(style(one).borderTopWidth)
      || contrast(style(one).borderTopColor, behind(one.parentElement)) < 3).map(called),
    unreadable: () => lines().filter(({ one }) => contrast(style(one).color, behind(one)) < 3).map(({ one }) => called(one)).concat(
      all(".md-icon svg").filter(shown).filter((one) => contrast(style(one).fill, behind(one)) < 3).map(called)),
    unlike: () => all("article p a,article li a").filter(shown).filter((one) => !one.closest(".headerlink") && text(one)
      && style(one).color === style(one.parentElement).color && style(one).textDecorationLine !== "underline").map(called),

    moving: () => all("*").filter((one) => ["", "::before", "::after"].some((pseudo) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = style(one, pseudo);
      const longest = (seconds) => Math.max(...seconds.split(",").map(parseFloat));
      return longest(transitionDuration) > 0.01 || (animationName !== "none" && longest(animationDuration) > 0.01) || scrollBehavior === "smooth";
    })).map(called),

    folded: () => all("article details.ev .ev-body, article details.evidence blockquote, article .endnotes q").filter((one) =>
      !one.getBoundingClientRect().height || !shown(one)).map(called),
    stored: async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => name), ...document.cookie.split(";").filter(Boolean)],
  };
})();
