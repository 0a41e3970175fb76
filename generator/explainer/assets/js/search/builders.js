// The index that a site builder makes by itself, in a site that was built without ours: plain words, no kinds, no facets.
import { parse, root, words } from "./words.js";

const IN_TITLE = 5;
const holds = (text, wanted) => text.some((word) => word.startsWith(wanted));
const entry = ({ location, title, text }) => {
  const plain = text.replace(/<[^>]+>/g, " ");
  return { url: location, title, text: plain, titled: words(title), all: words(`${title} ${plain}`) };
};

export class BuildersIndex {
  constructor(url) {
    this.entries = fetch(url).then((answer) => answer.json()).then(({ docs, items }) => (docs || items).map(entry));
  }

  async shown(at) {
    return (await this.entries)[at];
  }

  async facets() {
    return null;
  }

  async search(typed) {
    const { phrases, loose } = parse(typed);
    const wanted = [...phrases.flat(), ...loose];
    const score = ({ titled }) => wanted.filter((word) => holds(titled, word)).length * IN_TITLE;
    const found = (await this.entries).map((one, id) => ({ one, id, complete: true, score: score(one) }))
      .filter(({ one }) => wanted.every((word) => holds(one.all, word)))
      .sort((a, b) => b.score - a.score);
    return { found, roots: wanted.map(root), corrected: [], unknown: [], phrased: phrases.length > 0 };
  }
}
