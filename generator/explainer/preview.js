// In the preview alone: reload where the reader was, and say what is wrong with the record.
(function () {
  "use strict";
  var key = "preview:" + location.pathname;
  var kept = JSON.parse(sessionStorage.getItem(key) || "null");
  if (kept) {
    sessionStorage.removeItem(key);
    addEventListener("load", function () {
      document.querySelectorAll("article details").forEach(function (one, at) {
        if (kept.open.indexOf(at) >= 0) one.open = true;
      });
      scrollTo(0, kept.at);
    });
  }
  var bar = document.createElement("details");
  bar.className = "preview-bar";
  bar.setAttribute("role", "status");
  bar.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:99;max-height:40vh;overflow:auto;padding:.4rem 1rem;" +
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:#8f2468;color:#fff;border-top:3px solid #fff";
  function show(news) {
    var lines = news.problems.split("\n");
    bar.textContent = "";
    bar.appendChild(document.createElement("summary")).textContent = lines[0];
    bar.appendChild(document.createElement("div")).textContent = lines.slice(1).join("\n");
    bar.open = news.errors > 0; // a warning folds to its first line
    document.body.appendChild(bar);
  }
  function keep() {
    var open = [];
    document.querySelectorAll("article details").forEach(function (one, at) { if (one.open) open.push(at); });
    sessionStorage.setItem(key, JSON.stringify({ at: scrollY, open: open }));
  }
  var version = null, last = "";
  new EventSource("/_preview/events").onmessage = function (event) {
    if (event.data === last) return;
    last = event.data;
    var news = JSON.parse(event.data);
    if (version !== null && news.version !== version) {
      keep();
      location.reload();
      return;
    }
    version = news.version;
    bar.remove();
    if (news.problems) show(news);
  };
})();
