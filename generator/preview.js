// In the preview alone: reload where the reader was, and say what is wrong with the record.
(function () {
  "use strict";
  var key = "preview-scroll:" + location.pathname;
  var kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", function () { scrollTo(0, Number(kept)); });
  }
  var bar = document.createElement("div");
  bar.setAttribute("role", "status");
  bar.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:99;max-height:40vh;overflow:auto;padding:.6rem 1rem;" +
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:#8f2468;color:#fff;border-top:3px solid #fff";
  var version = null;
  new EventSource("/_preview/events").onmessage = function (event) {
    var news = JSON.parse(event.data);
    bar.remove();
    if (news.problems) {
      bar.textContent = news.problems;
      document.body.appendChild(bar);
    }
    if (version !== null && news.version !== version) {
      sessionStorage.setItem(key, String(scrollY));
      location.reload();
    }
    version = news.version;
  };
})();
