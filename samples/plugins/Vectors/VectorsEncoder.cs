using System.Collections.Concurrent;
using Mpuc;
using Samples.Vectors.Table;
using Samples.Vectors.Timed;
using TorchSharp;

namespace Samples.Vectors;

/// <summary>
/// Reads vectors of D numbers. From a CSV table: one per recording; with a key, the source's row is the one with that key; without, the
/// table has a single row and no key column. A table is read once, when its first row is asked for, and kept. From what the host reads with
/// times (<c>.csd</c>): frames, or one mean.
/// </summary>
/// <remarks>
/// Where what is missing takes the training mean, a sequence as read is <c>[T, 2, D]</c>: each vector with zeros for what is missing, and
/// below it 1 for every number that is there. <see cref="Transform"/> makes <c>[T, D]</c> of it.
/// </remarks>
public sealed class VectorsEncoder : ModalityEncoder, IFittedEncoder
{
    private readonly VectorsOptions _options;
    private readonly ITimedFeatureReader _timed;
    private readonly ConcurrentDictionary<(string Path, bool HasKeys), Lazy<VectorTable>> _tables = new();
    private readonly ColumnMeans _means = new();

    /// <summary>Creates the encoder.</summary>
    /// <param name="options">The modality's options.</param>
    /// <param name="timed">Reads vectors that have times.</param>
    public VectorsEncoder(OptionValues options, ITimedFeatureReader timed) => (_options, _timed) = (VectorsOptions.From(options), timed);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> State => _means.State;

    /// <inheritdoc/>
    protected override double FrameRate => _options.FrameRate;

    /// <inheritdoc/>
    public override Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var frames = _timed.Reads(source)
                    ? TimedVectors.Of(_timed.Read(source, cancellationToken), _options, source)
                    : RowOf(source);
                return new ModalitySequence(_options.ImputesMean ? frames.ToMaskedTensor() : frames.ToTensor(), _options.FrameRate);
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Fit(IEnumerable<ModalitySequence> training)
    {
        if (_options.ImputesMean)
        {
            _means.Fit(training.Select(sequence => sequence.Values));
        }
    }

    /// <inheritdoc/>
    public ModalitySequence Transform(ModalitySequence sequence) =>
        new(_options.ImputesMean ? _means.FillIn(sequence.Values) : sequence.Values.clone(), sequence.FrameRate);

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (_options.ImputesMean)
        {
            _means.Restore(state);
        }
    }

    private VectorFrames RowOf(ModalitySource source)
    {
        if (_options.FrameRate > 0)
        {
            throw new MpucException($"'{source.Path}' has one vector per recording, without times, so the option 'frameRate' must be 0.");
        }

        var vector = TableOf(source).Row(source.Key).Values;
        return new VectorFrames(vector, vector.Length);
    }

    private VectorTable TableOf(ModalitySource source) =>
        _tables.GetOrAdd(
            (source.Path, source.Key is not null), table => new(() => VectorTableReader.Read(table.Path, table.HasKeys, _options))).Value;
}
