using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>Two kinds of modality with an option of every type, without any plugin.</summary>
internal sealed class TestCatalog : IModalityCatalog, IDisposable
{
    public static readonly Option<int> Bands = Option.Integer("bands", 128, "Mel bands.", 1, 1024);
    public static readonly Option<string> Scale = Option.Choice("scale", "slaney", ["slaney", "htk"], "The mel scale.");
    public static readonly Option<IReadOnlyList<int>> Dilations = Option.Integers("dilations", [1, 2, 4], "Dilations.", 1, 512);
    public static readonly Option<double> Dropout = Option.Number("dropout", 0.1, "Dropout.", 0, 1);
    public static readonly Option<bool> Causal = Option.Boolean("causal", false, "Whether to look back only.");
    public static readonly Option<string> Weights = Option.Weights("weights", "", "Weights to start from.");
    public static readonly Option<string> Columns = Option.RequiredText("columns", "Which columns to read.");
    public static readonly Option<IReadOnlyList<double>> Mean = Option.Numbers("mean", [0.5], "Means.");

    public IReadOnlyList<ModalityDescriptor> Modalities { get; init; } =
    [
        new()
        {
            Kind = "audio",
            Description = "Sound.",
            Extensions = [".wav"],
            Options = new OptionSchema(Bands, Scale, Mean),
            DefaultBackbone = "tcn",
        },
        new()
        {
            Kind = "vectors",
            Description = "One vector a recording.",
            Extensions = [".csv"],
            Options = new OptionSchema(Columns),
            DefaultBackbone = "mlp",
            DefaultNormalization = Normalization.Training,
        },
    ];

    public IReadOnlyList<BackboneDescriptor> Backbones { get; init; } =
    [
        new()
        {
            Kind = "audio",
            Name = "tcn",
            Description = "Convolutions.",
            Options = new OptionSchema(Dilations, Dropout, Causal, Weights),
        },
        new() { Kind = "audio", Name = "mean", Description = "A mean.", Options = OptionSchema.Empty },
        new() { Kind = "vectors", Name = "mlp", Description = "Layers.", Options = new OptionSchema(Dropout) },
    ];

    public bool IsDisposed { get; private set; }

    public Modality Create(ModalitySettings settings) => throw new NotSupportedException("These tests bring no modality to life.");

    public void Dispose() => IsDisposed = true;
}
