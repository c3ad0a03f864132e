// Fractions as bars: { kind: "bars", horizontal, categories, series: [{ name, tone, values, low, high, marks, dots, tones, hollow }], lines: [{ name, value }] }
// low/high are whiskers, marks short ticks (chance), dots single values (folds); tones and hollow stand for single bars.
Charts.bars = {
  height: (spec, width) => (spec.horizontal ? 52 + spec.categories.length * Math.max(30, 17 * spec.series.length + 12, 15 * nameLines(spec, width) + 4) + (spec.lines.length ? 14 : 0) : 350),
  legend: (spec, theme) => (spec.series.length < 2 ? [] : spec.series.map((series, i) => ({ name: series.name, color: barColor(series, i, theme), shape: "rect" }))),
  option(spec, view) {
    const { theme } = view;
    const names = axis(view, {
      lines: false,
      label: spec.horizontal
        ? { color: theme.ink, width: nameWidth(view.width), overflow: "break", fontSize: view.width < 480 ? 11 : 12.5, lineHeight: 15, interval: 0, hideOverlap: false }
        : { color: theme.ink, interval: 0, hideOverlap: false, width: Math.max(40, view.width / spec.categories.length - 8), overflow: "break", rotate: crowded(spec, view) ? 40 : 0, ...(crowded(spec, view) ? { width: 110, overflow: "truncate" } : {}) },
      axis: { type: "category", data: spec.categories, inverse: spec.horizontal, axisLine: { show: true, lineStyle: { color: theme.line } } },
    });
    const values = axis(view, { label: { formatter: (value) => Math.round(100 * value) + " %" }, axis: { type: "value", min: 0, max: spec.maximum, interval: spec.maximum > 0.5 ? 0.2 : spec.maximum > 0.2 ? 0.1 : 0.05 } });
    return {
      ...frame(view),
      grid: { left: 4, right: spec.horizontal ? 26 : 8, top: view.top + (spec.horizontal && spec.lines.length ? 26 : 12), bottom: 14 },
      xAxis: spec.horizontal ? values : names,
      yAxis: spec.horizontal ? names : values,
      series: visible(spec, view).flatMap(({ series, i }, place, all) => barSeries(spec, series, i, place, all.length, view)),
      tooltip: { ...frame(view).tooltip, trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: theme.grid, opacity: 0.5 } }, formatter: (items) => barTip(spec, items.find((item) => item.seriesType === "bar").dataIndex, view) },
    };
  },
};

// Names break between words; where one word alone is wider than its bars, all lean.
const crowded = (spec, view) => view.width / spec.categories.length < 12 + 7 * Math.max(...spec.categories.flatMap((name) => name.split(/\s/)).map((word) => word.length));
const nameWidth = (width) => Math.min(250, width * 0.38);
const nameLines = (spec, width) => Math.max(...spec.categories.map((name) => Math.ceil((6.6 * name.length) / nameWidth(width))));
const barColor = (series, i, theme) => (series.tone ? theme.tone(series.tone) : theme.series[i % 8]);

function barSeries(spec, series, index, place, count, view) {
  const { theme } = view;
  const color = barColor(series, index, theme);
  const layer = (data, draw) => overlay(spec, series, place, count, data, draw);
  const made = [{
    type: "bar", name: series.name, color, barMaxWidth: spec.horizontal ? 20 : 44, barGap: "12%", barCategoryGap: spec.horizontal ? "34%" : "28%",
    data: series.values.map((value, i) => ({ value, itemStyle: barStyle(series, i, color, theme) })),
    emphasis: { disabled: true },
    markLine: place > 0 || !spec.lines.length ? undefined : {
      silent: true, symbol: "none", lineStyle: { color: theme.faint, type: "dashed" },
      data: spec.lines.map((line) => ({ [spec.horizontal ? "xAxis" : "yAxis"]: line.value, label: { formatter: () => `${line.name} ${percent(line.value)}`, color: theme.muted, fontSize: 12, position: spec.horizontal ? "start" : "insideEndTop", distance: spec.horizontal ? 6 : 2 } })),
    },
  }];
  if (series.low) made.push(layer(series.low.map((low, i) => [i, low, series.high[i]]), (api, x, half) => whisker(spec, api, x, half, theme)));
  if (series.marks) made.push(layer(series.marks.map((mark, i) => [i, mark, mark]), (api, x, half) => tick(spec, api, x, half, theme)));
  if (series.dots) made.push(layer(series.dots.flatMap((dots, i) => dots.map((dot) => [i, dot, dot])), (api, x) => dot(spec, api, x, theme)));
  return made;
}

function barStyle(series, i, color, theme) {
  const own = series.tones ? theme.tone(series.tones[i]) : color;
  return series.hollow && series.hollow[i]
    ? { color: "transparent", borderColor: own, borderType: "dashed", borderWidth: 1.5, borderRadius: 2 }
    : { color: own, borderRadius: 2 };
}

// Marks lie over the bar of their series: its offset within the category follows from the layout of equal bars.
function overlay(spec, series, place, count, data, draw) {
  return {
    type: "custom", name: series.name, data: data.filter((row) => row[1] !== null), z: 5, silent: true,
    encode: spec.horizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    renderItem(_, api) {
      const bars = api.barLayout({ count, barMaxWidth: spec.horizontal ? 20 : 44, barGap: "12%", barCategoryGap: spec.horizontal ? "34%" : "28%" })[place];
      return draw(api, bars.offsetCenter, bars.width / 2);
    },
  };
}

function at(spec, api, value, shift) {
  const [x, y] = api.coord(spec.horizontal ? [value, api.value(0)] : [api.value(0), value]);
  return spec.horizontal ? [x, y + shift] : [x + shift, y];
}

const stroke = (points, color, width) => ({ type: "polyline", shape: { points }, style: { stroke: color, lineWidth: width, fill: "none" } });

function whisker(spec, api, shift, half, theme) {
  const cap = Math.min(5, half * 0.6);
  const ends = [1, 2].map((dimension) => at(spec, api, api.value(dimension), shift));
  const capped = ends.map(([x, y]) => (spec.horizontal ? [[x, y - cap], [x, y + cap]] : [[x - cap, y], [x + cap, y]]));
  return { type: "group", children: [ends, ...capped].map((points) => stroke(points, theme.ink, 1.25)) };
}

function tick(spec, api, shift, half, theme) {
  const [x, y] = at(spec, api, api.value(1), shift);
  return stroke(spec.horizontal ? [[x, y - half - 2], [x, y + half + 2]] : [[x - half - 2, y], [x + half + 2, y]], theme.ink, 2);
}

function dot(spec, api, shift, theme) {
  const [cx, cy] = at(spec, api, api.value(1), shift);
  return { type: "circle", shape: { cx, cy, r: 2.75 }, style: { fill: theme.surface, stroke: theme.ink, lineWidth: 1 } };
}

function barTip(spec, i, view) {
  const { theme } = view;
  const rows = [];
  visible(spec, view).forEach(({ series, i: place }) => {
    if (series.values[i] === null) return;
    rows.push([series.name, percent(series.values[i]), series.tones ? theme.tone(series.tones[i]) : barColor(series, place, theme)]);
    if (series.low && series.low[i] !== null) rows.push([spec.whiskers, `${percent(series.low[i])} to ${percent(series.high[i])}`]);
    if (series.marks) rows.push([spec.marksName, percent(series.marks[i])]);
    if (series.dots && series.dots[i].length) rows.push([spec.dotsName, series.dots[i].map((value) => percent(value)).join(", ")]);
  });
  return tip(spec.categories[i], rows);
}
