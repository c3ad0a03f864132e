using Mpuc.Host.Inference.Bundles;

namespace Mpuc.Host.Inference.Search;

/// <summary>What an index consists of.</summary>
internal static class IndexNames
{
    /// <summary>What the index is and the hashes of its other files.</summary>
    public const string Manifest = "index.json";

    /// <summary>The recordings, one JSON object a line, in the order of their numbers.</summary>
    public const string Recordings = "recordings.jsonl";

    /// <summary>The embeddings, and of each the number of its recording.</summary>
    public const string Vectors = "vectors.safetensors";

    /// <summary>The folder of the bundle that made the embeddings; queries are embedded with it.</summary>
    public const string Bundle = "bundle";

    /// <summary>The bundle's manifest, which answers for the bundle's other files.</summary>
    public const string BundleManifest = Bundle + "/" + BundleNames.Manifest;

    /// <summary>The files that the index's manifest lists, all of them.</summary>
    public static IReadOnlyList<string> Listed { get; } = [BundleManifest, Recordings, Vectors];

    /// <summary>The tensor with the numbers of the recordings that a modality's embeddings are of.</summary>
    public static string RowsOf(string modality) => $"{modality}.recordings";

    /// <summary>What the names of the tensors with a modality's embeddings begin with.</summary>
    public static string VectorsOf(string modality) => $"{modality}.embeddings";
}
