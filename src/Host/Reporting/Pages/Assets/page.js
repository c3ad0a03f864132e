// Mounts the figures: legend, resizing, colour scheme, print, export.
const figures = [];
// Widths on paper in CSS pixels, alone and two side by side: A4 within its margins, less the frame.
const paperWidth = 660;
const paperHalf = 310;
let onPaper = false;

function draw(figure) {
  const { chart, holder, spec } = figure;
  const width = !onPaper ? holder.clientWidth : holder.closest(".pair") ? paperHalf : paperWidth;
  if (!width) return;
  const kind = Charts[spec.kind];
  const height = Math.round(kind.height(spec, width));
  holder.style.height = height + "px";
  chart.resize({ width, height });
  chart.setOption(kind.option(spec, { theme: readTheme(onPaper), width, top: 0, mode: figure.mode, hidden: figure.hidden, exporting: false }), { notMerge: true });
  // On paper the drawing takes whatever width there is.
  const drawing = holder.querySelector("svg");
  if (onPaper) drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
  else drawing.removeAttribute("viewBox");
}

// ECharts' own legend cannot be reached by keyboard and does not wrap on a phone; this one does what it does.
function legend(figure) {
  const entries = Charts[figure.spec.kind].legend(figure.spec, readTheme(onPaper));
  figure.list.hidden = !entries.length;
  figure.list.replaceChildren(...entries.map((entry) => {
    const item = element("li");
    const button = element("button");
    button.type = "button";
    button.setAttribute("aria-pressed", String(!figure.hidden.has(entry.name)));
    button.append(swatch(entry), element("span", entry.name));
    button.addEventListener("click", () => {
      const wasHidden = figure.hidden.delete(entry.name);
      if (!wasHidden) figure.hidden.add(entry.name);
      button.setAttribute("aria-pressed", String(wasHidden));
      draw(figure);
    });
    item.append(button);
    return item;
  }));
}

const swatches = {
  line: "M0 6H14", dashes: "M0 6H6M9 6H14", rect: "M2 2H12V10H2Z", circle: "M3 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", triangle: "M7 1.5L11.5 10H2.5Z", diamond: "M7 1L12 6L7 11L2 6Z",
};

function swatch({ color, shape }) {
  const open = shape === "line" || shape === "dashes";
  const svg = shapeElement("svg", { width: 14, height: 12, "aria-hidden": true });
  svg.append(shapeElement("path", { d: swatches[shape], fill: open ? "none" : color, stroke: open ? color : "none", "stroke-width": 2.5 }));
  return svg;
}

function shapeElement(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A figure for a paper: dark on white, with title and legend, whatever the window's size and colours are.
function exported(figure, renderer) {
  const width = 900;
  const kind = Charts[figure.spec.kind];
  const theme = readTheme(true);
  const names = kind.legend(figure.spec, theme).map((entry) => entry.name).filter((name) => !figure.hidden.has(name));
  const lines = Math.ceil(names.reduce((sum, name) => sum + 44 + 7 * name.length, 0) / (width - 40));
  const top = 44 + 22 * lines;
  const height = Math.round(kind.height(figure.spec, width) + top);
  const chart = renderer === "svg"
    ? echarts.init(null, null, { renderer, ssr: true, width, height })
    : echarts.init(element("div"), null, { renderer, width, height, devicePixelRatio: 2 });
  chart.setOption({
    ...kind.option(figure.spec, { theme, width, top, mode: figure.mode, hidden: figure.hidden, exporting: true }),
    title: { text: figure.title, left: 12, top: 10, textStyle: { color: theme.ink, fontSize: 16, fontWeight: 600, fontFamily: theme.font } },
    legend: { show: names.length > 0, top: 40, left: 8, right: 8, data: names, textStyle: { color: theme.muted } },
  });
  const url = renderer === "svg"
    ? URL.createObjectURL(new Blob([chart.renderToSVGString()], { type: "image/svg+xml" }))
    : chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: theme.surface });
  chart.dispose();
  return url;
}

function save(figure, extension) {
  const link = element("a");
  link.href = exported(figure, extension === "svg" ? "svg" : "canvas");
  link.download = `${figure.file}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function mount(root) {
  const holder = root.querySelector(".chart");
  const figure = {
    holder, spec: JSON.parse(root.querySelector("script").textContent), list: root.querySelector(".legend"),
    title: root.querySelector("h3").textContent, file: root.dataset.file, hidden: new Set(), mode: "counts",
    chart: echarts.init(holder, null, { renderer: "svg", width: holder.clientWidth || 640, height: 320 }),
  };
  figures.push(figure);
  draw(figure);
  legend(figure);
  new ResizeObserver(() => { if (!onPaper && Math.abs(holder.clientWidth - figure.chart.getWidth()) > 1) draw(figure); }).observe(holder);
  for (const button of root.querySelectorAll("[data-export]")) button.addEventListener("click", () => save(figure, button.dataset.export));
  root.querySelector("[data-mode]")?.addEventListener("click", ({ currentTarget }) => {
    figure.mode = figure.mode === "shares" ? "counts" : "shares";
    currentTarget.setAttribute("aria-pressed", String(figure.mode === "shares"));
    draw(figure);
  });
}

function restyle(toPaper) {
  onPaper = toPaper;
  for (const figure of figures) {
    draw(figure);
    legend(figure);
  }
}

document.querySelectorAll("figure[data-file]").forEach(mount);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => restyle(onPaper));
addEventListener("beforeprint", () => restyle(true));
addEventListener("afterprint", () => restyle(false));
document.documentElement.dataset.charts = String(figures.length);
