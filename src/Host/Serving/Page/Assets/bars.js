// Bars of probabilities and of contributions.
import { colour, element, percent } from "./dom.js";

export function probabilities(classes, present, all) {
  return classes.map((name, place) => {
    const value = present[name];
    const rail = element("span", { class: "rail" }, element("span", { class: "fill", style: { left: "0", width: `${100 * value}%`, background: colour(place) } }));
    if (Math.abs(all[name] - value) > 0.005) {
      rail.append(element("span", { class: "mark", title: `with all modalities: ${percent(all[name])}`, style: { left: `calc(${100 * all[name]}% - 1px)` } }));
    }

    return element("div", { class: "bar" }, element("span", {}, name), rail, element("span", {}, percent(value)));
  });
}

function signed(value) {
  const size = Math.abs(value).toFixed(2);
  return Number(size) === 0 ? size : (value < 0 ? "−" : "+") + size;
}

export function contributions(values) {
  const greatest = Math.max(0.05, ...Object.values(values).map(Math.abs));
  return Object.entries(values).map(([name, value], place) => {
    const width = 50 * Math.abs(value) / greatest;
    const fill = element("span", { class: "fill", style: { left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%`, background: value < 0 ? "var(--bad)" : "var(--accent)" } });
    return element("div", { class: "bar", "data-place": place }, element("span", {}, name), element("span", { class: "rail" }, fill, element("span", { class: "zero" })), element("span", {}, signed(value)));
  });
}
