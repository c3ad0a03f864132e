// Curves over epochs: { kind: "lines", x, series: [{ name, points: [[x, y]], dashed, color }], low, marks: [{ x, name }] }
Charts.lines = {
  height: (spec, width) => (spec.low ? 200 : width < 400 ? 260 : 310),
  legend: (spec, theme) => (spec.series.length < 2 ? [] : spec.series).map((series, i) => ({ name: series.name, color: lineColor(series, i, theme), shape: series.dashed ? "dashes" : "line" })),
  option(spec, view) {
    const { theme } = view;
    const last = Math.max(...spec.series.flatMap((series) => series.points.map((point) => point[0])));
    return {
      ...frame(view),
      grid: { left: 8, right: 16, top: view.top + (spec.marks.length ? 24 : 12), bottom: 34 },
      xAxis: axis(view, { lines: false, axis: { type: "value", name: spec.x, nameLocation: "middle", nameGap: 28, min: 1, max: Math.max(last, 2), minInterval: 1, axisLine: { show: true, lineStyle: { color: theme.line } } } }),
      yAxis: axis(view, { label: { formatter: short }, axis: { type: "value", scale: true } }),
      series: visible(spec, view).map(({ series, i }, place) => ({
        type: "line", name: series.name, data: series.points, color: lineColor(series, i, theme),
        showSymbol: series.points.length < 3, symbolSize: 6, lineStyle: { width: 2, type: series.dashed ? "dashed" : "solid" },
        emphasis: { disabled: true },
        markLine: place > 0 || !spec.marks.length ? undefined : {
          silent: true, symbol: "none", lineStyle: { color: theme.faint, type: "dotted" },
          data: spec.marks.map((mark) => ({ xAxis: mark.x, label: { formatter: () => mark.name, color: theme.muted, fontSize: 12, position: "insideEndTop", rotate: 0, align: mark.x > last / 2 ? "right" : "left" } })),
        },
      })),
      tooltip: {
        ...frame(view).tooltip, trigger: "axis", axisPointer: { lineStyle: { color: theme.faint } },
        formatter: (items) => tip(`${spec.x} ${items[0].value[0]}`, items.map((item) => [item.seriesName, short(item.value[1]), item.color])),
      },
    };
  },
};

const lineColor = (series, i, theme) => theme.series[(series.color ?? i) % 8];
