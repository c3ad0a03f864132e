namespace Mpuc.Host.Training;

/// <summary>The projection heads, fc + ReLU + fc on every backbone, discarded after training (paper, Sec. III-B).</summary>
public sealed record ProjectionOptions
{
    private static readonly Option<string> KindOption = Option.Choice(
        "kind", ProjectionKind.Mlp, "fc + ReLU + fc (paper), a single fc, or no head at all (the paper's ablation).");

    private static readonly Option<int> HiddenOption = Option.Integer("hidden", 1024, "Units between the head's two layers.", 1, 65536);

    private static readonly Option<int> SizeOption = Option.Integer(
        "size", 512, "Size of the embeddings that the loss compares.", 1, 65536);

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new(KindOption, HiddenOption, SizeOption);

    /// <summary>What the head is made of.</summary>
    public ProjectionKind Kind { get; init; }

    /// <summary>Units between the head's two layers; 1024 by default, as in the authors' released code.</summary>
    public int Hidden { get; init; } = HiddenOption.Default;

    /// <summary>Size of the embeddings; 512 by default, as in the authors' released code.</summary>
    public int Size { get; init; } = SizeOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static ProjectionOptions From(OptionValues values) => new()
    {
        Kind = values.GetChoice<ProjectionKind>(KindOption),
        Hidden = values.Get(HiddenOption),
        Size = values.Get(SizeOption),
    };
}

/// <summary>What stands between features and embeddings: the paper's ablation (Sec. III-B, after SimCLR).</summary>
public enum ProjectionKind
{
    /// <summary>fc + ReLU + fc, as in the paper.</summary>
    Mlp,

    /// <summary>A single fc.</summary>
    Linear,

    /// <summary>Nothing: the loss compares the features themselves.</summary>
    None,
}
