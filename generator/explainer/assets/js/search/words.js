// Words as the index has them: render/search/words.py does the same to what is indexed.
const THOUSANDS = /(\d)[.,\u00a0\u202f](?=\d{3}(?!\d))/g;
const ENDINGS = /(?:ing|ed|es|s|e)$/;
const SHORT = 4;

export const words = (text) => {
  const bare = text.replace(THOUSANDS, "$1").normalize("NFKD").replace(/\p{M}|['’ʼ]/gu, "").toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) || []).map((word) => (/^\p{Nd}+$/u.test(word) ? `${word}q` : word));
};

// What is left of a word without its ending: near enough to what the index takes for one word, to mark it in a text.
export const root = (word) => (word.length > SHORT ? word.replace(ENDINGS, "") : word);

// Quotation marks hold a phrase; what stands outside them are words.
export const parse = (typed) => {
  const phrases = [];
  const rest = typed.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/g, (_, phrase) => {
    phrases.push(words(phrase));
    return " ";
  });
  return { phrases: phrases.filter((phrase) => phrase.length), loose: words(rest) };
};

// How many letters must be changed, added, left out or exchanged with their neighbour; no more than `most` are counted.
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};

// The word most like one that was typed; of several as near, the one that comes first.
export const nearest = (typed, known) => {
  const most = typed.length > 7 ? 2 : 1;
  let [best, found] = [most + 1, ""];
  for (const word of known) {
    const far = distance(typed, word, Math.min(most, best - 1));
    if (far < best) [best, found] = [far, word];
  }
  return found;
};
