"use strict";

const Charts = {};

// The palette as CSS has it now, or that of paper, which exported figures and print always wear.
function readTheme(onPaper) {
  const style = getComputedStyle(onPaper ? document.querySelector("#paper") : document.documentElement);
  const color = (name) => style.getPropertyValue("--" + name).trim();
  return {
    surface: color("surface"), ink: color("ink"), muted: color("muted"), faint: color("faint"), line: color("line"), grid: color("grid"),
    heat: [color("heat-low"), color("heat-high")], onHeat: color("on-heat"),
    series: Array.from({ length: 8 }, (_, i) => color("series-" + i)),
    tone: (name) => color("tone-" + name),
    // ECharts puts the name into an attribute of the SVG as it is.
    font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
  };
}

// Names from data reach the page as text alone: tooltips are elements, never markup.
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function tip(title, rows) {
  const box = element("div", undefined, "tip");
  box.append(element("b", title));
  for (const [name, value, color] of rows) {
    const row = element("span");
    if (color) {
      const swatch = element("i");
      swatch.style.background = color;
      row.append(swatch);
    }
    row.append(element("em", name), element("strong", value));
    box.append(row);
  }
  return box;
}

const percent = (value, digits = 1) => (100 * value).toFixed(digits) + " %";
const short = (value) => (value === 0 ? "0" : Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5 ? String(Number(value.toPrecision(4))) : value.toExponential(2));
const clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);

// What all charts have in common.
function frame(view) {
  const { theme } = view;
  return {
    animation: false,
    backgroundColor: view.exporting ? theme.surface : "transparent",
    textStyle: { fontFamily: theme.font, color: theme.ink },
    tooltip: {
      confine: true, backgroundColor: theme.surface, borderColor: theme.line, padding: [8, 10],
      textStyle: { color: theme.ink, fontFamily: theme.font, fontSize: 13 }, transitionDuration: 0,
    },
  };
}

function axis(view, settings) {
  const { theme } = view;
  return {
    nameTextStyle: { color: theme.muted, fontSize: 12 },
    axisLine: { show: false, lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: { color: theme.muted, fontSize: 12, hideOverlap: true, ...settings.label },
    splitLine: { show: settings.lines ?? true, lineStyle: { color: theme.grid } },
    ...settings.axis,
  };
}

// The series that the legend has not switched off, each with its place among all, which decides its colour.
const visible = (spec, view) => spec.series.map((series, i) => ({ series, i })).filter(({ series }) => !view.hidden.has(series.name));
