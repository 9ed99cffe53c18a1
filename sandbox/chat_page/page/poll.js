/* A poll: options to choose, then shares of the votes. */

import { h } from "./dom.js";
import { words } from "./words.js";

/** A poll as the viewer sees it: open and unanswered, or with its results. */
export function pollCard(message, chat) {
  const { poll } = message;
  const voted = poll.voted ?? [];
  const closed = poll.is_closed || voted.length > 0;
  const kind = poll.is_closed ? words.closedPoll : poll.type === "quiz" ? words.quizPoll : poll.is_anonymous === false ? words.openPoll : words.anonymousPoll;
  return h(
    "div",
    { class: "poll", role: "group", "aria-label": `${words.poll}: ${poll.question}` },
    h("p", { class: "poll-question" }, poll.question),
    h("p", { class: "poll-kind" }, kind),
    closed ? results(poll, voted) : choices(message, poll, chat),
    h("p", { class: "poll-total" }, words.voters(poll.total_voter_count ?? 0)),
  );
}

function choices(message, poll, chat) {
  if (!poll.allows_multiple_answers) {
    return h(
      "div",
      { class: "poll-options" },
      poll.options.map((option, index) => h("button", { type: "button", class: "poll-choice", onclick: () => chat.vote(message, [index]) }, h("span", { class: "poll-mark" }), option.text)),
    );
  }
  const boxes = poll.options.map((option) => h("input", { type: "checkbox" }));
  return h(
    "div",
    { class: "poll-options" },
    poll.options.map((option, index) => h("label", { class: "poll-choice" }, boxes[index], option.text)),
    h("button", { type: "button", class: "button small", onclick: () => chat.vote(message, boxes.flatMap((box, index) => (box.checked ? [index] : []))) }, words.vote),
  );
}

function results(poll, voted) {
  const total = Math.max(1, poll.total_voter_count ?? 0);
  return h(
    "ul",
    { class: "poll-options" },
    poll.options.map((option, index) => {
      const share = Math.round((100 * (option.voter_count ?? 0)) / total);
      const right = poll.type === "quiz" && (poll.correct_option_ids?.includes(index) || poll.correct_option_id === index);
      const bar = h("span", { class: "poll-bar" }, h("span", {}));
      bar.firstChild.style.width = `${share}%`;
      return h(
        "li",
        { class: `poll-result ${voted.includes(index) ? "own-choice" : ""} ${right ? "right" : ""}` },
        h("span", { class: "poll-share" }, `${share} %`),
        h("span", { class: "poll-text" }, option.text, voted.includes(index) && " ✓"),
        bar,
      );
    }),
  );
}
