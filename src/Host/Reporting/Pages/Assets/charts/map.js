// Recordings in the plane: { kind: "map", x, y, groups, hasRest, points: [{ x, y, group, side, id, label }] }; group -1 has no name.
const shapes = ["circle", "triangle", "rect", "diamond"];

Charts.map = {
  height: (_, width) => Math.min(460, Math.max(250, width * 0.82)),
  legend: (spec, theme) => mapEntries(spec).map((entry) => ({ name: entry.name, color: mapColor(entry.group, theme), shape: mapShape(entry.group) })),
  option(spec, view) {
    const { theme } = view;
    const plain = { show: false };
    const side = (name, gap) => axis(view, { lines: true, axis: { type: "value", scale: true, name, nameLocation: "middle", nameGap: gap, axisLabel: plain } });
    return {
      ...frame(view),
      grid: { left: 26, right: 8, top: view.top + 8, bottom: 26 },
      xAxis: side(spec.x, 8),
      yAxis: side(spec.y, 8),
      series: mapEntries(spec).filter((entry) => !view.hidden.has(entry.name)).map((entry) => ({
        type: "scatter", name: entry.name, symbol: mapShape(entry.group), color: mapColor(entry.group, theme), emphasis: { disabled: true }, z: entry.group < 0 ? 1 : 2,
        data: spec.points.filter((point) => point.group === entry.group).map((point) => ({
          value: [point.x, point.y], point,
          symbolSize: entry.group < 0 ? 4 : point.side === "test" ? 8 : 6,
          itemStyle: point.side === "test" ? { opacity: 1, borderColor: theme.ink, borderWidth: 1 } : { opacity: entry.group < 0 ? 0.45 : 0.65 },
        })),
      })),
      tooltip: { ...frame(view).tooltip, formatter: ({ data, seriesName }) => tip(data.point.id, [[spec.by, seriesName], [spec.other, data.point.other], ["side", data.point.side]]) },
    };
  },
};

const mapEntries = (spec) => [...(spec.hasRest ? [{ name: spec.rest, group: -1 }] : []), ...spec.groups.map((name, group) => ({ name, group }))];
const mapColor = (group, theme) => (group < 0 ? theme.faint : theme.series[group % 8]);
const mapShape = (group) => (group < 0 ? "circle" : shapes[Math.floor(group / 8) % shapes.length]);
