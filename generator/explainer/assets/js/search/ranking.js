// The order of results.
import { root, words } from "./words.js";

// How much it weighs that a word stands in the title of an entry of a kind. In its other names it weighs a part of that,
// and less where it only means the same as a word of the title.
const TITLES = {
  figures: 9, background: 8, actors: 8, pages: 6, terms: 6, disputes: 5, events: 5, sections: 4, facts: 4, quotes: 5,
  corrections: 3, sources: 1,
};
const PARTS = { also: 0.7, like: 0.3 };
const OTHERS = { part_of: 0.5, day: 6, excerpts: 0.7 };
const BESIDE = 1;
const ALL_WORDS = 1.5;
const WHOLE_TITLE = 0.8;
const SEEN = 0.7;
const PROMINENCE = 0.1;
const A_NUMBER = 6;
const OF_THE_DAY = 3;
const QUOTED = 3;
const A_PART = 0.5;
const LEAST = 0.05;

const parts = Object.entries(TITLES).flatMap(([kind, weight]) => Object.entries(PARTS)
  .map(([part, share]) => [`${kind}_${part}`, weight * share]));
export const weights = {
  termSimilarity: 6,
  pageLength: 0.3,
  metaWeights: { ...TITLES, ...Object.fromEntries(parts), ...OTHERS },
};

// How rare a word is among all entries: what is everywhere tells little.
const rarity = (found, all) => Math.log(1 + (all - found.size + 0.5) / (found.size + 0.5));

// What each entry that holds some of the words has of them: the sum of its scores, of their rarities, and their number.
const added = (terms, rarities) => {
  const sums = new Map();
  terms.forEach((found, at) => found.forEach((score, id) => {
    const [sum, covered, count] = sums.get(id) || [0, 0, 0];
    if (score > 0) sums.set(id, [sum + score, covered + rarities[at], count + 1]);
  }));
  return [...sums];
};

// Entries by how well they hold the words: rare words count for more, and entries that hold all of them for most. Words
// that stand side by side as they were typed count again, and so does having a number where one is asked for. What is
// far behind the best is left out, unless it holds all.
export const ranked = (terms, pairs, figures, all) => {
  const rarities = terms.map((found) => rarity(found, all));
  const whole = rarities.reduce((sum, one) => sum + one, 0);
  const beside = (id) => pairs.filter((found) => found.has(id)).length / (pairs.length || 1);
  const scored = added(terms, rarities).map(([id, [sum, covered, count]]) => ({
    id,
    complete: count === terms.length,
    score: sum * (covered / whole) ** ALL_WORDS * (1 + BESIDE * beside(id)) * (figures.includes(id) ? A_NUMBER : 1),
  })).sort((a, b) => b.score - a.score);
  return scored.filter(({ complete, score }) => complete || score > scored[0].score * LEAST);
};

// The share of a title's words that was asked for, and of what was asked for that is seen in the result.
const asked = (title, roots, stopWords) => {
  const telling = words(title).filter((word) => !stopWords.has(word));
  return telling.length ? telling.filter((word) => roots.includes(root(word))).length / telling.length : 0;
};
const seen = ({ title, text = "" }, roots) => {
  const shown = new Set(words(`${title} ${text}`).map(root));
  return roots.filter((word) => shown.has(word)).length / roots.length;
};

// Whether an entry is an event of the very day that was asked for.
const ofTheDay = ({ day, happened }, roots) => Boolean(happened && day)
  && words(day).every((word) => roots.includes(root(word)));

// How much more likely a result is, looked at closely: its title says nothing else than what was asked for, it shows
// the words, much in the record refers to it, it is of the day, or it quotes somebody where words were quoted.
const closely = (entry, roots, stopWords, quoting) => (1 + WHOLE_TITLE * asked(entry.title, roots, stopWords))
  * (1 + SEEN * seen(entry, roots))
  * (1 + PROMINENCE * (entry.weight || 0))
  * (ofTheDay(entry, roots) ? OF_THE_DAY : 1)
  * (quoting && entry.quoted ? QUOTED : 1);

const best = (some) => some.sort((a, b) => b.score - a.score);

// A section comes after others where the page that it is a part of stands before it already.
const apart = (some) => some.map((one, at) => {
  const follows = one.entry.of && some.slice(0, at).some(({ entry }) => entry.url === one.entry.url.split("#")[0]);
  return follows ? { ...one, score: one.score * A_PART } : one;
});

export const likely = (first, roots, stopWords, quoting) => best(apart(best(
  first.map((one) => ({ ...one, score: one.score * closely(one.entry, roots, stopWords, quoting) })),
)));
