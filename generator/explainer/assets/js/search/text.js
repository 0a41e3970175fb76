// Texts as a result shows them: the words that were asked for marked, and of a long text the sentence that has them.
import { root, words } from "./words.js";

const BEGINNING = 4;
const WORD = /([\p{L}\p{N}][\p{L}\p{N}'’]*)/u;
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’»)\]]*(?:\s+|$)|$)/g;

export const node = (name, attributes, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value && made.setAttribute(key, value));
  made.append(...children.filter(Boolean));
  return made;
};

const isMeant = (part, roots) => words(part).some((word) => roots.some(
  (one) => root(word) === one || (one.length >= BEGINNING && word.startsWith(one)),
));

export const holds = (text, roots) => text.split(WORD).some((part, at) => at % 2 && isMeant(part, roots));

export const marked = (text, roots) => text.split(WORD)
  .map((part, at) => (at % 2 && isMeant(part, roots) ? node("mark", {}, part) : part));

const told = (sentence, roots) => new Set(words(sentence).map(root).filter((word) => roots.includes(word))).size;

// The whole text where it is not too long; else the sentence that holds most of the words, or the first.
export const snippet = (text, roots, most) => {
  if (text.length <= most) return text;
  const sentences = text.match(SENTENCE) || [text];
  const best = sentences.reduce((found, one) => (told(one, roots) > told(found, roots) ? one : found)).trim();
  const before = text.startsWith(best) ? "" : "… ";
  const after = text.endsWith(best) ? "" : " …";
  return before + best + after;
};
