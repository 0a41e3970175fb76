// The record's own index: Pagefind finds entries by their words; spelling and the order of results are ours.
import { Pagefind } from "./pagefind.js";
import { likely, ranked, weights } from "./ranking.js";
import { nearest, parse, root, words } from "./words.js";

const SHARDS = 32; // render/search/__init__.py writes as many
const LOOKED_AT = 12;
const asPhrase = (phrase) => `"${phrase.join(" ")}"`;
const isNumber = (word) => /^\p{Nd}+q$/u.test(word);

export class Index {
  constructor(folder, { stop_words: stopWords, counting, months }) {
    this.folder = folder;
    this.stopWords = new Set(stopWords);
    this.counting = counting.map((phrase) => ` ${words(phrase).join(" ")} `);
    this.months = months;
    this.pagefind = new Pagefind(folder, weights);
    this.fetched = new Map();
  }

  json(name) {
    if (!this.fetched.has(name)) {
      this.fetched.set(name, fetch(`${this.folder}${name}.json`).then((answer) => answer.json()));
    }
    return this.fetched.get(name);
  }

  shown(id) {
    return this.json(`entries/${id}`);
  }

  facets() {
    return this.json("facets");
  }

  // How many entries there are.
  async size() {
    const [language] = Object.values((await this.json("pagefind-entry")).languages);
    return language.page_count;
  }

  // What was typed as words that the record has: each is itself, or begins a word, or is near to one; else it is "".
  async spelt(word) {
    if ((await this.pagefind.find(asPhrase([word]))).size) return word;
    if (isNumber(word)) return "";
    const known = await this.json(`words/${word.codePointAt(0) % SHARDS}`);
    return known.some((one) => one.startsWith(word)) ? word : nearest(word, known);
  }

  // A date of digits as the record writes dates: 2025-09-02 is 2 September 2025.
  inWords(typed) {
    const inWords = (all, year, month, day) => (this.months[month - 1] ? `${Number(day)} ${this.months[month - 1]} ${year}` : all);
    return typed.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, inWords);
  }

  // Whether a number is asked for.
  counts(loose) {
    return this.counting.some((phrase) => ` ${loose.join(" ")} `.includes(phrase));
  }

  content(words) {
    const told = words.filter((word) => !this.stopWords.has(word));
    return [...new Set(told.length ? told : words)];
  }

  // Two words side by side that both tell something.
  pairs(some) {
    return some.slice(1).map((word, at) => [some[at], word]).filter((pair) => !pair.some((word) => this.stopWords.has(word)));
  }

  async search(typed, literal) {
    const { phrases, loose } = parse(this.inWords(typed));
    const asked = this.content([...phrases.flat(), ...loose]);
    const spelt = new Map(await Promise.all(asked.map(async (word) => [word, await this.spelt(word)])));
    const read = (word) => (literal && spelt.get(word) !== word ? "" : spelt.get(word) ?? word);
    const terms = asked.map(read).filter(Boolean);
    const other = literal ? [] : asked.filter((word) => spelt.get(word) && spelt.get(word) !== word);
    return {
      found: await this.found(terms, this.pairs(loose.map(read).filter(Boolean)), phrases, this.counts(loose)),
      roots: terms.map(root),
      corrected: other.map((word) => [word, spelt.get(word)]),
      unknown: asked.filter((word) => !read(word)),
      phrased: phrases.length > 0,
    };
  }

  async found(terms, pairs, phrases, counted) {
    const find = (some) => Promise.all(some.map((one) => this.pagefind.find(one)));
    const figures = counted ? this.json("figures") : [];
    const asked = [find(terms), find(pairs.map(asPhrase)), find(phrases.map(asPhrase)), figures, this.size()];
    const [single, beside, held, numbers, size] = await Promise.all(asked);
    const all = ranked(single, beside, numbers, size).filter(({ id }) => held.every((phrase) => phrase.has(id)));
    const first = await Promise.all(all.slice(0, LOOKED_AT).map(async (one) => ({ ...one, entry: await this.shown(one.id) })));
    return [...likely(first, terms.map(root), this.stopWords, phrases.length > 0), ...all.slice(LOOKED_AT)];
  }
}
