using System.Globalization;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.FeatureMaps;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Pages;

namespace Mpuc.Host.Reporting.Runs;

/// <summary>A run's features in two dimensions, coloured by label and by group.</summary>
internal static class MapSection
{
    private const int Listed = 200;

    /// <summary>Writes the section.</summary>
    /// <param name="map">The map; null where there is none.</param>
    /// <param name="label">The label's name; empty for none.</param>
    public static ReportSection Of(FeatureMap? map, Missing? missing, string label, Func<Figure, Html> draw) => map is null
        ? new ReportSection("map", "Map", Html.None, Missing.Notice(missing is null ? [] : [missing]))
        : new ReportSection("map", "Map", Describe(map), Html.Of($"<div class=\"figures pair\">{Figures(map, label).Select(draw)}</div>"));

    private static IEnumerable<Figure> Figures(FeatureMap map, string label)
    {
        (string Name, Func<FeatureMapPoint, string> Of)[] colours =
        [
            .. map.Points.Any(point => point.Label.Length > 0)
                ? [(label, point => point.Label)]
                : Array.Empty<(string, Func<FeatureMapPoint, string>)>(),
            .. map.Points.Any(point => point.Group.Length > 0)
                ? [("group", point => point.Group)]
                : Array.Empty<(string, Func<FeatureMapPoint, string>)>(),
        ];
        colours = colours.Length > 0 ? colours : [("side", point => point.Side)];
        foreach (var isNeighbour in new[] { true, false })
        {
            foreach (var (place, (name, of)) in colours.Index())
            {
                yield return Plane(map, isNeighbour, name, of, colours[(place + 1) % colours.Length]);
            }
        }
    }

    private static Figure Plane(
        FeatureMap map,
        bool isNeighbour,
        string by,
        Func<FeatureMapPoint, string> of,
        (string Name, Func<FeatureMapPoint, string> Of) other)
    {
        var groups = map.Points.Select(of)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var places = groups.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var method = isNeighbour ? "t-SNE" : "PCA";
        var points = map.Points.Select(point =>
        {
            var (x, y) = isNeighbour ? point.Neighbour : point.Principal;
            return new MapPoint(Rounded(x), Rounded(y), places.GetValueOrDefault(of(point), -1), point.Side, point.Id, other.Of(point));
        }).ToList();
        var title = $"{method} by {by}";
        return new Figure(
            $"map-{(isNeighbour ? "tsne" : "pca")}-{(by == "group" ? "group" : "label")}",
            title,
            $"{title}: {points.Count} recordings in the plane, in {ReportText.Count(groups.Count, "colour")}.",
            new MapChart(
                isNeighbour ? "t-SNE 1" : Axis(1, map.Shares.First),
                isNeighbour ? "t-SNE 2" : Axis(2, map.Shares.Second),
                by,
                groups,
                points)
            {
                Rest = $"no {by}", Other = other.Name,
            },
            Table(title, points, groups, by),
            isNeighbour
                ? "Who is near whom; distances between far groups and the groups' sizes mean nothing. Test recordings have an outline."
                : "The two directions of greatest variance. Test recordings have an outline.");
    }

    private static string Axis(int number, double share) =>
        string.Create(CultureInfo.InvariantCulture, $"component {number} ({100 * share:0.0} % of the variance)");

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static DataTable Table(string title, List<MapPoint> points, List<string> groups, string by) => new(
        points.Count > Listed ? $"{title}: the first {Listed} of {points.Count} recordings" : $"{title}: {points.Count} recordings",
        ["recording", by, "side", "x", "y"],
        [
            .. points.Take(Listed).Select(point => new DataRow(
                point.Id, point.Group < 0 ? "–" : groups[point.Group], point.Side, ReportText.Number(point.X), ReportText.Number(point.Y))),
        ])
    {
        Words = 3,
    };

    private static string Describe(FeatureMap map)
    {
        var drawn = map.Points.Count < map.Total
            ? $"{map.Points.Count} of {map.Total} recordings, drawn with seed {map.Seed}"
            : ReportText.Count(map.Points.Count, "recording");
        var left = map.Incomplete == 0
            ? string.Empty
            : $" {ReportText.Count(map.Incomplete, "recording")} that lack a modality are left out.";
        return $"The features of {drawn}, all modalities side by side, extracted for this report from {map.Checkpoint} (epoch {map.Epoch}). Every column is standardised over these recordings; "
            + $"t-SNE (exact, perplexity {ReportText.Number(map.Perplexity)}, started from PCA) works on the first 50 principal "
            + $"components. No label took part.{left}";
    }
}
