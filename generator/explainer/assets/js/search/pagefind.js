// Pagefind in its worker, where the page's policy does not keep it from running. Its own script would go on in the page
// when the network is slow, which the policy forbids; so the worker is spoken to here, and nothing else is loaded.
export class Pagefind {
  constructor(folder, ranking) {
    this.sent = 0;
    this.waiting = new Map();
    this.asked = new Map();
    this.worker = new Worker(`${folder}pagefind-worker.js`);
    this.failed = new Promise((_, reject) => {
      this.worker.addEventListener("error", (event) => reject(new Error(event.message || "no worker")));
    });
    this.failed.catch(() => {});
    this.worker.addEventListener("message", ({ data }) => this.answered(data));
    this.send("init", { basePath: folder, language: document.documentElement.lang, ranking });
  }

  answered({ id, result, error }) {
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  }

  send(method, ...args) {
    this.sent += 1;
    const id = String(this.sent);
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.worker.postMessage({ id, instanceId: "site", method, args });
    return Promise.race([answer, this.failed]);
  }

  // The entries that hold a word, or all the words of a phrase side by side, with how well each does.
  find(term) {
    if (!this.asked.has(term)) {
      const found = this.send("search", term).then(({ results }) => new Map(results.map(({ id, score }) => [id, score])));
      this.asked.set(term, found);
    }
    return this.asked.get(term);
  }
}
