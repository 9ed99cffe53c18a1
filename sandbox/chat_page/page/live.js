/* The stream of events; comes back by itself and asks for what was missed. */

const NAMES = ["message", "edited", "deleted", "keyboard", "typing", "toast", "clock", "people", "bot", "read", "pinned", "reset"];
const PAUSES = [300, 700, 1500, 3000, 5000];

/**
 * Listens from `since` on: `heard(name, data, id)` for every event, `state("on" | "wait" | "off")` for the connection.
 * After a break it resumes from the last event heard; `again()` is told, because the world may have been restarted meanwhile.
 */
export function listen({ since, heard, state, again }) {
  let last = since;
  let failures = 0;
  let source = null;
  let timer = null;
  let broken = false;

  function open() {
    timer = null;
    source = new EventSource(`/sim/events?last_event_id=${encodeURIComponent(last)}`);
    source.onopen = () => {
      failures = 0;
      state("on");
      if (broken) again();
      broken = false;
    };
    source.onerror = () => {
      source.close();
      broken = true;
      state(failures === 0 ? "wait" : "off");
      timer = setTimeout(open, PAUSES[Math.min(failures, PAUSES.length - 1)]);
      failures += 1;
    };
    for (const name of NAMES) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId) last = event.lastEventId;
        heard(name, event.data ? JSON.parse(event.data) : {}, Number(event.lastEventId));
      });
    }
  }

  function hurry() {
    if (timer === null) return;
    clearTimeout(timer);
    open();
  }

  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());
  window.addEventListener("pagehide", () => source?.close());
  state("wait");
  open();
}
