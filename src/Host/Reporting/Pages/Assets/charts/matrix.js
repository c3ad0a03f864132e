// Counts by true and predicted class: { kind: "matrix", names, counts }. Shades are shares of a row, so rare classes show as well.
Charts.matrix = {
  height: (spec, width) => Math.min(spec.names.length * 54, Math.max(spec.names.length * 26, width * 0.78)) + 96,
  legend: () => [],
  option(spec, view) {
    const { theme } = view;
    const share = (row, column) => spec.counts[row][column] / Math.max(1, spec.counts[row].reduce((sum, count) => sum + count, 0));
    const cells = spec.counts.flatMap((counts, row) => counts.map((count, column) => [column, row, share(row, column), count]));
    const label = { color: theme.ink, interval: 0, hideOverlap: false, fontSize: view.width < 480 ? 11 : 12.5 };
    const size = view.width / (spec.names.length + 2);
    const shares = view.mode === "shares";
    return {
      ...frame(view),
      grid: { left: 8, right: 12, top: view.top + 30, bottom: 34 },
      xAxis: axis(view, { lines: false, label: { ...label, width: size < 58 ? 80 : size, overflow: "truncate", rotate: size < 58 ? 45 : 0 }, axis: { type: "category", data: spec.names, name: "predicted", nameLocation: "middle", nameGap: size < 58 ? 62 : 28, position: "bottom" } }),
      yAxis: axis(view, { lines: false, label: { ...label, width: Math.min(120, view.width * 0.26), overflow: "truncate" }, axis: { type: "category", data: spec.names, name: "true", nameLocation: "start", nameGap: 10, inverse: true, nameTextStyle: { align: "right", color: theme.muted, fontSize: 12 } } }),
      visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: theme.heat } },
      series: [{
        type: "heatmap", data: cells, itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 3 }, emphasis: { disabled: true },
        label: {
          show: true, fontSize: size < 40 ? 10 : 12.5,
          formatter: ({ value }) => `{${value[2] > 0.52 ? "on" : value[3] ? "off" : "zero"}|${shares ? (100 * value[2]).toFixed(0) : value[3]}}`,
          rich: { on: { color: theme.onHeat }, off: { color: theme.ink }, zero: { color: theme.faint } },
        },
      }],
      tooltip: {
        ...frame(view).tooltip,
        formatter: ({ value }) => tip(`${spec.names[value[1]]}, predicted ${spec.names[value[0]]}`, [["recordings", String(value[3])], ["of the true class", percent(value[2])]]),
      },
    };
  },
};
