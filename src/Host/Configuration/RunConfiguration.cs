using System.Text.Json.Nodes;
using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;

namespace Mpuc.Host.Configuration;

/// <summary>Everything that a run is told, checked, with defaults filled in and absolute paths.</summary>
public sealed record RunConfiguration
{
    /// <summary>The seed of every random draw of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>Where tensors are computed.</summary>
    public required RuntimeOptions Runtime { get; init; }

    /// <summary>Which data are read.</summary>
    public required DataOptions Data { get; init; }

    /// <summary>The options of the data set's kind.</summary>
    public required OptionValues DatasetOptions { get; init; }

    /// <summary>How windows are drawn from recordings.</summary>
    public required WindowOptions Window { get; init; }

    /// <summary>How the data are divided into training, validation and test.</summary>
    public required SplitOptions Split { get; init; }

    /// <summary>The modalities in the configuration's order; at least one.</summary>
    public required IReadOnlyList<ModalitySettings> Modalities { get; init; }

    /// <summary>The contrastive objective.</summary>
    public required ObjectiveOptions Objective { get; init; }

    /// <summary>The projection heads.</summary>
    public required ProjectionOptions Projection { get; init; }

    /// <summary>How the encoders are trained.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>How the frozen features are measured.</summary>
    public required EvaluationOptions Evaluation { get; init; }

    /// <summary>What a comparison sets beside the contrastive objective.</summary>
    public BaselineOptions Baselines { get; init; } = new();

    /// <summary>Which plugins are loaded.</summary>
    public required PluginOptions Plugins { get; init; }

    /// <summary>
    /// The same as JSON: every value, defaults included, in a stable order. Loaded again, from wherever, it gives the same configuration.
    /// </summary>
    public required JsonObject Resolved { get; init; }

    /// <summary>Cuts recordings into windows as the section <c>evaluation</c> asks for.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="store">Holds their sequences.</param>
    /// <param name="modalities">The modalities to cut windows of, some or all of the store's.</param>
    /// <returns>The windows, which read nothing yet.</returns>
    public EvaluationWindows EvaluationWindows(
        IReadOnlyList<UnlabelledRecording> recordings, SequenceStore store, IReadOnlyList<Modality> modalities) =>
        new(recordings, store, modalities, Window.Seconds, Evaluation.Windows, Evaluation.BatchSize, Data.Workers);
}
