// Probabilities over time: curves, a ribbon of the likeliest class, and the same as a table.
import { colour, element, percent, seconds } from "./dom.js";

const width = 1000;
const height = 160;

const centre = (window, duration) => Math.min(duration, (window.start + Math.min(window.end, duration)) / 2);

function curves(windows, classes, duration) {
  const svg = element("svg:svg", { viewBox: `0 0 ${width} ${height}`, height, preserveAspectRatio: "none", role: "img", "aria-label": describe(windows, duration) });
  for (const share of [0, 0.5, 1]) {
    svg.append(element("svg:line", { class: "grid-line", x1: 0, x2: width, y1: y(share), y2: y(share) }));
  }

  classes.forEach((name, place) => {
    const points = windows.map((window) => [width * centre(window, duration) / duration, y(window.probabilities[name])]);
    const all = [[0, points[0][1]], ...points, [width, points.at(-1)[1]]];
    svg.append(element("svg:path", { class: "curve", d: "M" + all.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join("L"), style: { stroke: colour(place) } }));
  });
  return svg;
}

const y = (share) => 4 + (1 - share) * (height - 8);

// Each window speaks for the time around its centre.
function spans(windows, duration) {
  const centres = windows.map((window) => centre(window, duration));
  const borders = [0, ...centres.slice(1).map((at, place) => (at + centres[place]) / 2), duration];
  return windows.map((window, place) => ({ top: window.top, start: borders[place], end: borders[place + 1] }));
}

function describe(windows, duration) {
  const parts = [];
  for (const span of spans(windows, duration)) {
    const last = parts.at(-1);
    if (last?.top === span.top) {
      last.end = span.end;
    } else {
      parts.push({ ...span });
    }
  }

  return "Likeliest class over time: " + parts.map((part) => `${part.top} from ${seconds(part.start)} to ${seconds(part.end)}`).join(", ");
}

function table(windows, classes) {
  const head = element("tr", {}, element("th", { scope: "col" }, "window"), ...classes.map((name) => element("th", { scope: "col" }, name)));
  const rows = windows.map((window) => element("tr", {}, element("th", { scope: "row" }, `${seconds(window.start)} to ${seconds(window.end)}`), ...classes.map((name) => element("td", {}, percent(window.probabilities[name])))));
  return element("details", {}, element("summary", {}, "As a table"), element("div", { class: "scroll" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows))));
}

export function timeline(windows, classes, duration) {
  if (windows.length === 0 || duration === 0) {
    return [element("p", { class: "muted small" }, "This recording has no time axis.")];
  }

  const ribbon = element("div", { class: "ribbon", "aria-hidden": "true" }, ...spans(windows, duration).map((span) =>
    element("span", { title: span.top, style: { "flex-grow": `${Math.max(0, span.end - span.start)}`, background: colour(classes.indexOf(span.top)) } })));
  const legend = element("ul", { class: "legend" }, ...classes.map((name, place) => element("li", {}, element("i", { style: { background: colour(place) } }), name)));
  const shares = [100, 50, 0].map((share) => element("span", { class: "share", style: { top: `${y(share / 100)}px` } }, `${share} %`));
  const axis = element("div", { class: "axis muted small", "aria-hidden": "true" }, ...[0, 0.5, 1].map((share) => element("span", {}, seconds(share * duration))));
  return [
    legend,
    element("div", { class: "lane" }, curves(windows, classes, duration), element("div", { class: "shares muted", "aria-hidden": "true" }, ...shares), element("div", { class: "cursor" })),
    element("div", { class: "lane" }, ribbon, element("div", { class: "cursor" })),
    axis,
    table(windows, classes),
  ];
}
