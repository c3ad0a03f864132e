namespace Mpuc.Benchmarks.Measurements;

/// <summary>What a modality's windows are made of, as in the paper's settings; the peers have the same.</summary>
/// <param name="Kind">The kind of modality.</param>
/// <param name="Backbone">The backbone's name.</param>
/// <param name="Frames">Frames of a window.</param>
/// <param name="FrameShape">The shape of a frame.</param>
internal sealed record Shapes(string Kind, string Backbone, int Frames, long[] FrameShape)
{
    /// <summary>3 s of log-mel frames (RAVDESS).</summary>
    public static Shapes Audio { get; } = new("audio", "tcn", 90, [128]);

    /// <summary>3 s of landmarks (RAVDESS).</summary>
    public static Shapes Landmarks { get; } = new("landmarks", "stgcn", 90, [51, 2]);

    /// <summary>30 word vectors (MOSEI).</summary>
    public static Shapes Text { get; } = new("text", "transformer", 30, [300]);

    /// <summary>8 crops of a face.</summary>
    public static Shapes Face { get; } = new("face", "r2plus1d", 8, [3, 112, 112]);

    /// <summary>One vector per recording, such as its action units: the small second modality where one alone is measured.</summary>
    public static Shapes Vectors { get; } = new("vectors", "linear", 1, [35]);
}
