/* Dates, sizes, initials: how things are said, without any DOM. */

let zone = "Asia/Novokuznetsk";
const formats = new Map();

/** Sets the organisation's zone; an unknown name is ignored. */
export function setZone(name) {
  if (!name || name === zone) return;
  try {
    new Intl.DateTimeFormat("ru-RU", { timeZone: name });
  } catch {
    return;
  }
  zone = name;
  formats.clear();
}

export function zoneName() {
  const city = zone.split("/").pop();
  return { Novokuznetsk: "Новокузнецк", Moscow: "Москва", Krasnoyarsk: "Красноярск", Novosibirsk: "Новосибирск" }[city] ?? city.replaceAll("_", " ");
}

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("ru-RU", { timeZone: zone, ...options }));
  return formats.get(key);
}

const asDate = (seconds) => new Date(seconds * 1000);

/** «9:20» */
export function clockTime(seconds) {
  return format({ hour: "numeric", minute: "2-digit" }).format(asDate(seconds));
}

/** «вт, 12 марта» */
export function shortDay(seconds) {
  return format({ weekday: "short", day: "numeric", month: "long" }).format(asDate(seconds));
}

/** «12 мар» */
export function tinyDay(seconds) {
  return format({ day: "numeric", month: "short" }).format(asDate(seconds)).replace(".", "");
}

/** «вт, 12 марта 2026 г., 9:20» */
export function fullMoment(seconds) {
  return format({ weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" }).format(asDate(seconds));
}

/** A key that is equal for moments of one calendar day of the zone: «2026-03-12». */
export function dayKey(seconds) {
  return zoned(seconds).slice(0, 10);
}

/** The wall time of the zone as a date-time field writes it: «2026-03-12T09:20». */
export function zoned(seconds) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(asDate(seconds));
  const get = (type) => parts.find((part) => part.type === type).value;
  return `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}`;
}

/** Unix seconds of a wall time of the zone: the inverse of `zoned`. */
export function fromZoned(wall) {
  const asUtc = Date.parse(`${wall}:00Z`) / 1000;
  let moment = asUtc;
  for (let step = 0; step < 3; step += 1) moment += asUtc - Date.parse(`${zoned(moment)}:00Z`) / 1000;
  return moment;
}

/** «1,2 МБ» */
export function fileSize(bytes) {
  if (bytes === undefined || bytes === null) return "";
  const units = ["Б", "КБ", "МБ", "ГБ"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toLocaleString("ru-RU", { maximumFractionDigits: unit ? 1 : 0 })} ${units[unit]}`;
}

/** «0:07» */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** «3 участника»: the number with the form of the noun that Russian wants. */
export function plural(count, one, few, many) {
  const rule = new Intl.PluralRules("ru").select(count);
  return `${count} ${rule === "one" ? one : rule === "few" ? few : many}`;
}

export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || `№ ${person.id}`;
}

/** At most two letters for an avatar; whole characters, so that an emoji is not cut in half. */
export function initials(name) {
  const letters = name.match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? [];
  const chosen = letters.slice(0, 2).map((word) => Array.from(word)[0].toUpperCase());
  return chosen.join("") || Array.from(name.trim())[0] || "?";
}

/** One of eight tints, always the same for the same id. */
export function tint(id) {
  return `tint-${Math.abs(Number(id) || 0) % 8}`;
}
