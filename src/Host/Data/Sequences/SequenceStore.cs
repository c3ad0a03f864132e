using Mpuc.Host.Plugins;
using TorchSharp;

namespace Mpuc.Host.Data;

/// <summary>
/// The sequences of some recordings and modalities: each source read once through its encoder, cached on disk, normalised when asked for. Safe to read from
/// several threads at once.
/// </summary>
public sealed class SequenceStore : IDisposable
{
    private SequenceStore(IReadOnlyList<Modality> modalities) => Modalities = modalities;

    /// <summary>The modalities, in the configuration's order.</summary>
    public IReadOnlyList<Modality> Modalities { get; }

    /// <summary>
    /// What was learned from the training recordings, to be saved with a run and given to <see cref="ForEvaluation"/>: <c>NAME.normalization.*</c> and
    /// <c>NAME.encoder.*</c> by the modalities' names. The store owns the tensors.
    /// </summary>
    public IReadOnlyDictionary<string, torch.Tensor> Statistics { get; } = new Dictionary<string, torch.Tensor>();

    /// <summary>Opens the store for the encoder stage: reads its recordings, no others, and fits encoders and normalisation to the training recordings.</summary>
    /// <param name="data">The encoder stage's data.</param>
    /// <param name="modalities">The modalities; fitted encoders among them are fitted here.</param>
    /// <param name="options">The cache folder and the number of workers.</param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store.</returns>
    /// <exception cref="MpucException">A recording cannot be read, or recordings of one modality do not fit together.</exception>
    public static SequenceStore ForTraining(
        EncoderStageData data, IReadOnlyList<Modality> modalities, DataOptions options, IProgress<ReadingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new(modalities);

    /// <summary>Opens the store for any recordings with what an earlier <see cref="ForTraining"/> learned; nothing is fitted.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="modalities">The modalities; fitted encoders among them take over their saved state.</param>
    /// <param name="statistics"><see cref="Statistics"/> of the training store; copied, not kept.</param>
    /// <param name="options">The cache folder and the number of workers.</param>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The store.</returns>
    /// <exception cref="MpucException">A recording cannot be read, or does not fit the statistics.</exception>
    public static SequenceStore ForEvaluation(
        IReadOnlyList<UnlabelledRecording> recordings,
        IReadOnlyList<Modality> modalities,
        IReadOnlyDictionary<string, torch.Tensor> statistics,
        DataOptions options,
        IProgress<ReadingProgress>? progress = null,
        CancellationToken cancellationToken = default) => new(modalities);

    /// <summary>The shape of one frame of a modality.</summary>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>The shape without the time axis.</returns>
    public IReadOnlyList<long> FrameShape(Modality modality) => throw new MpucException($"No recording has the modality '{modality.Name}'.");

    /// <summary>What a modality's backbone needs to know of its input.</summary>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <param name="windowSeconds">A window's length in seconds.</param>
    /// <returns>The frame shape and the window's length in frames.</returns>
    public BackboneContext BackboneContext(Modality modality, double windowSeconds) => new(FrameShape(modality), modality.Encoder.WindowFrames(windowSeconds));

    /// <summary>Reads a recording's sequence, normalised as the configuration says.</summary>
    /// <param name="recording">One of the store's recordings.</param>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>The sequence, which the caller owns; null where the recording lacks the modality.</returns>
    /// <exception cref="InvalidOperationException">The store was not opened for this recording, such as a test recording in the encoder stage.</exception>
    public ModalitySequence? Read(UnlabelledRecording recording, Modality modality) => throw new InvalidOperationException($"{recording.Id}, {modality.Name}");

    /// <summary>A recording's length in one modality.</summary>
    /// <param name="recording">One of the store's recordings.</param>
    /// <param name="modality">One of <see cref="Modalities"/>.</param>
    /// <returns>Seconds; 0 for a modality without a time axis; null where the recording lacks the modality.</returns>
    public double? Duration(UnlabelledRecording recording, Modality modality) => throw new InvalidOperationException($"{recording.Id}, {modality.Name}");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statistic in Statistics.Values)
        {
            statistic.Dispose();
        }
    }
}
