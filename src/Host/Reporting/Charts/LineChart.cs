namespace Mpuc.Host.Reporting.Charts;

/// <summary>Curves.</summary>
/// <param name="X">The horizontal axis, whole numbers from 1.</param>
internal sealed record LineChart(string X, IReadOnlyList<LineSeries> Series) : Chart("lines")
{
    /// <summary>Whether little height will do.</summary>
    public bool Low { get; init; }

    /// <summary>Upright lines, such as the best epoch's.</summary>
    public IReadOnlyList<LineMark> Marks { get; init; } = [];
}

/// <summary>A curve.</summary>
internal sealed record LineSeries(string Name, IReadOnlyList<IReadOnlyList<double>> Points, bool Dashed = false)
{
    /// <summary>The colour's number; null for the next one.</summary>
    public int? Color { get; init; }
}

/// <summary>An upright line.</summary>
/// <param name="X">Where.</param>
internal sealed record LineMark(double X, string Name);
