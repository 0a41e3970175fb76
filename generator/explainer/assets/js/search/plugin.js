// Where the site builder's search plugin made the index, as in a site that was built without ours: plain words, no order
// of kinds, no facets.
import { parse, root, words } from "./words.js";

const IN_TITLE = 5;
const holds = (text, wanted) => text.some((word) => word.startsWith(wanted));

export class Index {
  constructor(folder) {
    this.docs = fetch(`${folder}search_index.json`).then((answer) => answer.json()).then(({ docs }) => docs.map(
      ({ location, title, text }) => ({ url: location, title, text: text.replace(/<[^>]+>/g, " "), words: words(`${title} ${text}`) }),
    ));
  }

  async shown(at) {
    return (await this.docs)[at];
  }

  async facets() {
    return null;
  }

  async search(typed) {
    const { phrases, loose } = parse(typed);
    const wanted = [...phrases.flat(), ...loose];
    const score = (doc) => wanted.reduce((sum, word) => {
      const titled = holds(words(doc.title), word) ? IN_TITLE : 0;
      return sum + titled + (holds(doc.words, word) ? 1 : 0);
    }, 0);
    const complete = (doc) => wanted.every((word) => holds(doc.words, word));
    const found = (await this.docs).map((doc, id) => ({ id, score: score(doc), complete: complete(doc) }))
      .filter((one) => one.complete).sort((a, b) => b.score - a.score);
    return { found, roots: wanted.map(root), corrected: [], unknown: [], phrased: false };
  }
}
