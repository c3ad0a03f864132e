namespace Mpuc.Host.Inference.Bundles;

/// <summary>The files that a bundle consists of, and how large each may be. A bundle holds no others.</summary>
internal static class BundleNames
{
    /// <summary>What the bundle is and the hashes of its other files.</summary>
    public const string Manifest = "bundle.json";

    /// <summary>The configuration of the run, without what concerns its training's machine.</summary>
    public const string Configuration = "config.json";

    /// <summary>The encoders' weights and what normalisation learned, in the form of a checkpoint.</summary>
    public const string Encoders = "encoders.safetensors";

    /// <summary>The classifier; absent where the run has no label.</summary>
    public const string Classifier = "classifier.safetensors";

    /// <summary>What a person should know of the model.</summary>
    public const string Card = "model-card.md";

    private const long Mebibyte = 1 << 20;

    /// <summary>The greatest length of each file, in bytes.</summary>
    public static IReadOnlyDictionary<string, long> Limits { get; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        [Manifest] = 16 * Mebibyte,
        [Configuration] = 16 * Mebibyte,
        [Encoders] = 16 * 1024 * Mebibyte,
        [Classifier] = 4 * 1024 * Mebibyte,
        [Card] = 16 * Mebibyte,
    };

    /// <summary>The files that every bundle has.</summary>
    public static IReadOnlyList<string> Required { get; } = [Configuration, Encoders, Card];
}
