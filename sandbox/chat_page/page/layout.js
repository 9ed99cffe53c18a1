/* Which phones are open and what each shows; kept in the browser, so that the page comes back as it was left. */

const KEY = "sandbox.layout";

class Layout {
  constructor() {
    this.phones = [];
    this.view = "people";
    this.active = null;
    this.listeners = new Set();
    try {
      const saved = JSON.parse(localStorage.getItem(KEY) ?? "{}");
      if (Array.isArray(saved.phones)) this.phones = saved.phones.filter((one) => Number.isInteger(one.person));
      if (saved.view === "phones" && this.phones.length) this.view = "phones";
      this.active = this.phones.some((one) => one.person === saved.active) ? saved.active : (this.phones[0]?.person ?? null);
    } catch {
      this.phones = [];
    }
  }

  subscribe(listener) {
    this.listeners.add(listener);
  }

  save() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ phones: this.phones, view: this.view, active: this.active }));
    } catch {
      /* a browser that keeps nothing still shows the phones */
    }
    for (const listener of this.listeners) listener();
  }

  isOpen(person) {
    return this.phones.some((one) => one.person === person);
  }

  /** The chat shown on a person's phone; `null` is the list of chats. */
  chatOf(person) {
    return this.phones.find((one) => one.person === person)?.chat ?? null;
  }

  open(person, chat = person) {
    if (!this.isOpen(person)) this.phones = [...this.phones, { person, chat }];
    this.active = person;
    this.view = "phones";
    this.save();
  }

  show(person, chat) {
    this.phones = this.phones.map((one) => (one.person === person ? { person, chat } : one));
    this.save();
  }

  close(person) {
    this.phones = this.phones.filter((one) => one.person !== person);
    if (this.active === person) this.active = this.phones.at(-1)?.person ?? null;
    if (this.phones.length === 0) this.view = "people";
    this.save();
  }

  toPeople() {
    this.view = "people";
    this.save();
  }

  /** Forgets phones of people who are no longer there. */
  keep(isThere) {
    const left = this.phones.filter((one) => isThere(one.person));
    if (left.length === this.phones.length) return;
    this.phones = left;
    if (!this.isOpen(this.active)) this.active = left[0]?.person ?? null;
    if (left.length === 0) this.view = "people";
    this.save();
  }
}

export const layout = new Layout();
