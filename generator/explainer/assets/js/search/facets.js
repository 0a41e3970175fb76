// Boxes to tick beside the results. Of one group any may fit; of several groups each must.
import { node } from "./text.js";

export class Facets {
  constructor(box, { groups, entries }, changed) {
    this.entries = entries;
    this.groups = [];
    groups.reduce((first, [label, names]) => {
      this.groups.push(names.map((name, at) => this.tick(name, first + at)));
      box.append(node("fieldset", {}, node("legend", {}, label), ...this.groups.at(-1).map(({ line }) => line)));
      return first + names.length;
    }, 0);
    box.addEventListener("change", changed);
  }

  tick(name, place) {
    const input = node("input", { type: "checkbox" });
    const count = node("span", { class: "facet-count" });
    return { place, input, count, line: node("label", {}, input, node("span", {}, name), count) };
  }

  // Whether an entry fits what is ticked.
  fits(id) {
    return this.groups.every((group) => {
      const ticked = group.filter(({ input }) => input.checked);
      return !ticked.length || ticked.some(({ place }) => this.entries[id].includes(place));
    });
  }

  // How many of some entries each box stands for; a box that stands for none goes, unless it is ticked.
  count(ids) {
    const counts = new Map();
    ids.forEach((id) => this.entries[id].forEach((place) => counts.set(place, (counts.get(place) || 0) + 1)));
    this.groups.forEach((group) => {
      group.forEach(({ place, input, count, line }) => {
        count.textContent = counts.get(place) || 0;
        line.hidden = !counts.has(place) && !input.checked;
      });
      group[0].line.closest("fieldset").hidden = group.every(({ line }) => line.hidden);
    });
  }
}
