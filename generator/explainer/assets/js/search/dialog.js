// The dialog of search: what is typed is answered, now or as soon as the index is here.
import { Facets } from "./facets.js";
import { Index } from "./index.js";
import { result } from "./results.js";
import { node } from "./text.js";

const A_PAGE = 10;
const [PAUSE, LATER] = [120, 300];
const base = __md_scope.pathname;
const language = document.documentElement.lang;
const dialog = document.querySelector("dialog.finder");
const part = (name) => dialog.querySelector(`.finder-${name}`);
const input = dialog.querySelector("input");
const list = dialog.querySelector("[data-search-results]");
const [status, notes, more, ways, facetsBox] = ["status", "notes", "more", "ways", "facets"].map(part);

const words = fetch(`${base}assets/search.json`).then((answer) => answer.json());
const builders = dialog.dataset.index;
const index = words.then(async (said) => {
  if (!builders) return new Index(`${base}search/`, said);
  const { BuildersIndex } = await import("./builders.js");
  return new BuildersIndex(base + builders);
});

let facets = null;
let asked = 0;
let literally = "";
let answer = null;
let limit = A_PAGE;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const number = (value) => value.toLocaleString(language);
const counted = (forms, n) => fill(forms[new Intl.PluralRules(language).select(n)] || forms.other, { n: number(n) });
const quoted = (text) => (/["“„«]/.test(text) ? text : `“${text}”`);

const fitting = () => answer.found.filter(({ id }) => !facets || facets.fits(id));

const button = (text, act) => {
  const made = node("button", { type: "button", class: "btn" }, text);
  made.addEventListener("click", act);
  return made;
};

const ask = (typed, literal) => {
  input.value = typed;
  literally = literal ? typed : "";
  input.focus();
  answered();
};

// What was read otherwise than it was typed, and how many results there are.
const summary = (said, found) => {
  const complete = found.filter((one) => one.complete).length;
  const some = found.length > complete && complete ? [counted(said.complete, complete)] : [];
  return [
    ...answer.corrected.map(([typed, shown]) => fill(said.corrected, { typed: quoted(typed), shown: quoted(shown) })),
    ...(found.length ? answer.unknown.map((word) => fill(said.unknown, { word: quoted(word.replace(/(\d)q$/, "$1")) })) : []),
    found.length ? counted(said.results, found.length) : fill(said.nothing, { typed: quoted(answer.typed) }),
    ...some,
  ].join(" ");
};

const offers = (said, found) => [
  answer.corrected.length && button(said.literally, () => ask(answer.typed, true)),
  !found.length && answer.phrased && button(said.loosely, () => ask(answer.typed.replace(/["“”„«»]/g, " ").trim())),
  !found.length && node("p", {}, said.nothing_why),
].filter(Boolean);

const draw = async (mine) => {
  const [said, source, found] = [await words, await index, fitting()];
  const shown = await Promise.all(found.slice(0, limit).map(({ id }) => source.shown(id)));
  if (mine !== asked) return;
  const how = { base, roots: answer.roots, evidence: said.evidence };
  list.replaceChildren(...shown.map((entry) => result(entry, how)));
  list.dataset.searchResults = answer.typed;
  status.textContent = summary(said, found);
  notes.replaceChildren(...offers(said, found));
  more.hidden = found.length <= limit;
  more.textContent = fill(said.more, { n: number(Math.min(A_PAGE, found.length - limit)) });
  ways.hidden = found.length > 0;
};

const drawAgain = () => {
  asked += 1;
  return draw(asked);
};

// The facets come when the reader has paused: no result waits for them.
const withFacets = async (mine) => {
  await new Promise((resolve) => setTimeout(resolve, LATER));
  if (mine !== asked) return;
  const data = facets ? null : await (await index).facets();
  if (data && !facets) {
    facetsBox.open = matchMedia("(min-width: 60em)").matches;
    facets = new Facets(facetsBox.lastElementChild, data, () => {
      limit = A_PAGE;
      drawAgain();
    });
  }
  if (!facets || mine !== asked) return;
  facets.count(answer.found.map(({ id }) => id));
  facetsBox.hidden = answer.found.length === 0;
};

const failed = (error) => {
  console.warn(error);
  list.replaceChildren();
  status.textContent = status.dataset.failed;
  ways.hidden = false;
};

const emptied = () => {
  asked += 1;
  list.replaceChildren();
  notes.replaceChildren();
  status.textContent = "";
  more.hidden = facetsBox.hidden = true;
  ways.hidden = false;
};

const answered = async () => {
  const typed = input.value.trim();
  if (!typed) return emptied();
  asked += 1;
  const mine = asked;
  if (!answer) status.textContent = status.dataset.waiting;
  try {
    const found = await (await index).search(typed, literally === typed);
    if (mine !== asked) return null;
    [answer, limit] = [{ ...found, typed }, A_PAGE];
    await draw(mine);
    return withFacets(mine);
  } catch (error) {
    return failed(error);
  }
};

const stops = () => [input, ...list.querySelectorAll("a"), more].filter((one) => !one.hidden);

const step = (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops().indexOf(document.activeElement);
  if (!by || at < 0) return;
  event.preventDefault();
  stops()[Math.max(0, Math.min(stops().length - 1, at + by))].focus();
};

// Back to the page brings back what was searched on it; a result on this page needs the dialog gone.
const followed = (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  history.replaceState({ ...history.state, search: input.value }, "");
  if (link.pathname === location.pathname) dialog.close();
};

let pause = 0;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(answered, PAUSE);
});
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
dialog.addEventListener("keydown", step);
dialog.addEventListener("click", followed);
more.addEventListener("click", async () => {
  const next = limit;
  limit += A_PAGE;
  await drawAgain();
  list.querySelectorAll("a")[next]?.focus();
});
words.then(({ ways: pages }) => ways.lastElementChild.replaceChildren(
  ...pages.map(([title, url]) => node("li", {}, node("a", { href: base + url }, title))),
)).catch(failed);
status.textContent = "";
answered();
