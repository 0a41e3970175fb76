// Before anything is drawn: the reader's colours, and the globals Material's bundle expects. A file, because the
// page's policy allows no inline script.
const __md_scope = new URL(document.currentScript.dataset.base, location);
if (!__md_scope.pathname.endsWith("/")) __md_scope.pathname += "/";
const __md_get = (key, storage = localStorage) => JSON.parse(storage.getItem(`${__md_scope.pathname}.${key}`));
const __md_set = (key, value, storage = localStorage) => {
  try {
    storage.setItem(`${__md_scope.pathname}.${key}`, JSON.stringify(value));
  } catch { /* a reader who allows no storage has the device's colours on the next page */ }
};

const scheme = {
  dark: matchMedia("(prefers-color-scheme: dark)"),
  chosen() {
    try {
      return __md_get("scheme") || "auto";
    } catch {
      return "auto";
    }
  },
  show(chosen) {
    const dark = chosen === "dark" || (chosen === "auto" && this.dark.matches);
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    document.documentElement.dataset.scheme = chosen;
  },
};
document.documentElement.classList.replace("no-js", "js");
scheme.show(scheme.chosen());
scheme.dark.addEventListener("change", () => scheme.show(document.documentElement.dataset.scheme));
