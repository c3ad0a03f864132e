using System.Text.Json.Nodes;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

/// <summary>What scikit-learn makes of 42 points in three groups (tests/golden/make_tsne_golden.py).</summary>
internal static class GoldenTsne
{
    private static readonly JsonNode Golden =
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", "tsne.json")))!;

    public static double[][] Rows { get; } = Matrix("rows");

    public static double Perplexity { get; } = Number("perplexity");

    public static double[][] Places { get; } = Matrix("places");

    public static double[][] Gradient { get; } = Matrix("gradient");

    public static double[][] Components { get; } = Matrix("components");

    public static double[] Shares { get; } = Numbers(Golden["shares"]!);

    public static double Number(string name) => Golden[name]!.GetValue<double>();

    /// <summary>The joint probabilities of a point with those after it.</summary>
    public static double[] Joint(int point) =>
        Numbers(Golden["joint"]![point.ToString(System.Globalization.CultureInfo.InvariantCulture)]!);

    public static double[] X(double[][] places) => [.. places.Select(place => place[0])];

    public static double[] Y(double[][] places) => [.. places.Select(place => place[1])];

    private static double[][] Matrix(string name) => [.. Golden[name]!.AsArray().Select(row => Numbers(row!))];

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(number => number!.GetValue<double>())];
}
