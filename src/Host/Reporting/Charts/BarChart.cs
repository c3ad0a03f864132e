namespace Mpuc.Host.Reporting.Charts;

/// <summary>Fractions as bars.</summary>
internal sealed record BarChart(IReadOnlyList<string> Categories, IReadOnlyList<BarSeries> Series) : Chart("bars")
{
    /// <summary>Whether bars lie; long names need it.</summary>
    public bool Horizontal { get; init; }

    /// <summary>The axis' end.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>Lines across all bars, such as the majority class's accuracy.</summary>
    public IReadOnlyList<BarLine> Lines { get; init; } = [];

    /// <summary>What whiskers show.</summary>
    public string Whiskers { get; init; } = string.Empty;

    /// <summary>What marks show.</summary>
    public string MarksName { get; init; } = string.Empty;

    /// <summary>What dots show.</summary>
    public string DotsName { get; init; } = string.Empty;
}

/// <summary>Bars of one meaning.</summary>
/// <param name="Values">One value per category; null for no bar.</param>
internal sealed record BarSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>The colour's role; null for the next colour.</summary>
    public string? Tone { get; init; }

    /// <summary>The colours' roles of the single bars; null where all are alike.</summary>
    public IReadOnlyList<string>? Tones { get; init; }

    /// <summary>Whether each bar is only an outline, as quoted figures are; null for none.</summary>
    public IReadOnlyList<bool>? Hollow { get; init; }

    /// <summary>The whiskers' lower ends; null for no whiskers.</summary>
    public IReadOnlyList<double?>? Low { get; init; }

    /// <summary>The whiskers' upper ends.</summary>
    public IReadOnlyList<double?>? High { get; init; }

    /// <summary>A short line across each bar, such as chance; null for none.</summary>
    public IReadOnlyList<double>? Marks { get; init; }

    /// <summary>Single values over each bar, such as folds; null for none.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Dots { get; init; }
}

/// <summary>A line across all bars.</summary>
/// <param name="Value">Where it lies.</param>
internal sealed record BarLine(string Name, double Value);
