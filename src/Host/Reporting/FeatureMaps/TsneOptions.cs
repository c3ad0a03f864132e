namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>The settings of <see cref="Tsne"/>; the defaults are those of van der Maaten and Hinton (2008) with the learning rate of Belkina et al. (2019).</summary>
internal sealed record TsneOptions
{
    /// <summary>How many neighbours a point has, effectively; at most a third of the other points, to which it is lowered.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>Steps in all.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Steps at the start in which neighbours attract each other more than they should.</summary>
    public int ExaggeratedSteps { get; init; } = 250;

    /// <summary>How much more.</summary>
    public double Exaggeration { get; init; } = 12;

    /// <summary>Rows that are worked on at once; changes no figure.</summary>
    public int Threads { get; init; } = 1;
}
