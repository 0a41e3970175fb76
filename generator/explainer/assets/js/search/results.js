// One result: its kind, how it stands, its name as the link, and its value or its words.
import { holds, marked, node, snippet } from "./text.js";

const [MOST, MOST_QUOTED] = [240, 400];

const line = (entry) => node(
  "p",
  { class: "hit-kind" },
  node("span", {}, entry.of ? `${entry.kind} · ${entry.of}` : entry.kind || ""),
  ...(entry.marks || []).map(([look, words]) => node("span", { class: `st ${look}` }, words)),
  entry.day && node("span", {}, entry.day),
);

const words = (entry, roots) => {
  if (!entry.text) return null;
  const shown = entry.quoted ? `“${snippet(entry.text, roots, MOST_QUOTED)}”` : snippet(entry.text, roots, MOST);
  return node("p", { class: entry.quoted ? "hit-quote" : "", lang: entry.lang }, ...marked(shown, roots));
};

// Where neither name nor words hold what was asked for, the excerpt that does.
const excerpt = (entry, roots, label) => {
  if (holds(`${entry.title} ${entry.text || ""}`, roots)) return null;
  const found = (entry.excerpts || []).find(([, text]) => holds(text, roots));
  return found && node("p", { class: "hit-excerpt" }, `${label} `, node("q", { lang: found[0] }, ...marked(found[1], roots)));
};

export const result = (entry, { base, roots, evidence }) => node(
  "li",
  { class: entry.value ? "hit has-value" : "hit" },
  entry.value && node("span", { class: "hit-value", "aria-hidden": "true" }, entry.value),
  line(entry),
  node("a", { href: base + entry.url }, ...marked(entry.title, roots)),
  words(entry, roots),
  excerpt(entry, roots, evidence),
);
