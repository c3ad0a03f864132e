using System.Text.Json;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;

namespace Mpuc.Host.Runs;

/// <summary>
/// Everything that determined a run: <c>manifest.json</c>. Two runs with equal manifests on the same machine have equal weights.
/// </summary>
public sealed record RunManifest
{
    /// <summary>The program's version, with the commit that it was built from where it is known.</summary>
    public required string Program { get; init; }

    /// <summary>The hash of the resolved configuration.</summary>
    public required string ConfigurationSha256 { get; init; }

    /// <summary>The hash of the recordings' ids, groups, sides of the split, and contents; labels play no part.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>The seed of every random draw.</summary>
    public required int Seed { get; init; }

    /// <summary>Where tensors were computed.</summary>
    public required string Device { get; init; }

    /// <summary>Threads per tensor operation; sums depend on it in their last bits.</summary>
    public required int Threads { get; init; }

    /// <summary>The objective's variant.</summary>
    public required string Objective { get; init; }

    /// <summary>Whether the encoders read no label. A report must call a run without this supervised.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>Versions of the tensor library, the runtime and the system.</summary>
    public required IReadOnlyDictionary<string, string> Libraries { get; init; }

    /// <summary>The plugins of every modality.</summary>
    public required IReadOnlyList<ModalityEntry> Modalities { get; init; }

    /// <summary>New versions of plugins that the training took while it ran, in order; <see cref="Modalities"/> has the last.</summary>
    public IReadOnlyList<UpdateEntry> Updates { get; init; } = [];

    /// <summary>The recordings that the encoders learned from.</summary>
    public required IReadOnlyList<RecordingEntry> Training { get; init; }

    /// <summary>The recordings whose contrastive loss decided when to stop.</summary>
    public required IReadOnlyList<RecordingEntry> Validation { get; init; }

    /// <summary>The recordings that nothing learned from.</summary>
    public required IReadOnlyList<RecordingEntry> Test { get; init; }

    /// <summary>What a user should know of the data and their division.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Reads a run's manifest.</summary>
    /// <param name="directory">The run's folder.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="MpucException">The file is damaged; the message names it.</exception>
    public static RunManifest Read(RunDirectory directory)
    {
        try
        {
            RegularFile.Require(directory.ManifestPath);
            return JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(directory.ManifestPath), CheckpointJson.Indented)
                ?? throw new JsonException("It is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MpucException($"{directory.ManifestPath} is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>The manifest as indented JSON.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, CheckpointJson.Indented) + "\n";

    /// <summary>One modality's plugins.</summary>
    /// <param name="Name">The modality's name in the run.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Plugin">The plugin of its encoder.</param>
    /// <param name="Backbone">Its backbone's name.</param>
    /// <param name="BackbonePlugin">The plugin of its backbone.</param>
    public sealed record ModalityEntry(string Name, string Kind, PluginIdentity Plugin, string Backbone, PluginIdentity BackbonePlugin);

    /// <summary>An update of plugins.</summary>
    /// <param name="Step">The number of steps before it.</param>
    /// <param name="Changes">What changed, such as <c>my.gaze 1.0.0 to 1.1.0</c>.</param>
    public sealed record UpdateEntry(long Step, IReadOnlyList<string> Changes);

    /// <summary>One recording.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Group">Its group; empty for none.</param>
    public sealed record RecordingEntry(string Id, string Group);
}
