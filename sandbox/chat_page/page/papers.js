/* Printed papers: what a phone's camera would read from them, for people who hold only a screen. */

import { api } from "./api.js";
import { fill, h, icon } from "./dom.js";
import { words } from "./words.js";

/** The papers that were printed so far; `scan(payload)` is called for the square that is chosen. Empty while there are none. */
export function printedCodes(scan) {
  const place = h("section", { class: "papers", "aria-label": words.papersTitle, hidden: true });
  const show = (papers) => {
    place.hidden = papers.length === 0;
    fill(place, h("h4", {}, words.papersTitle), h("div", { class: "choices" }, papers.map((paper) => choice(paper))));

    function choice(paper) {
      const open = () => (paper.payloads.length === 1 ? scan(paper.payloads[0]) : showSquares(paper));
      return h(
        "button",
        { type: "button", class: "choice", onclick: open },
        icon("file"),
        h("span", { class: "paper-name" }, h("span", { dir: "auto" }, paper.file_name), h("small", {}, words.squares(paper.payloads.length))),
      );
    }

    function showSquares(paper) {
      const squares = paper.payloads.map((payload, index) =>
        h("button", { type: "button", class: "button small", "aria-label": words.square(index + 1), onclick: () => scan(payload) }, String(index + 1)),
      );
      const back = h("button", { type: "button", class: "button small", onclick: () => show(papers) }, words.otherPaper);
      fill(place, h("h4", { dir: "auto" }, paper.file_name), h("p", { class: "hint" }, words.papersOrder), h("div", { class: "squares" }, squares), back);
      squares[0].focus();
    }
  };
  api.papers().then(
    ({ papers }) => show(papers),
    () => {},
  );
  return place;
}
