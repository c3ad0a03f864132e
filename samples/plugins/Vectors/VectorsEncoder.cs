using System.Collections.Concurrent;
using Mpuc;
using Samples.Vectors.Table;
using TorchSharp;

namespace Samples.Vectors;

/// <summary>
/// Reads one vector of D numbers per recording from a CSV table. With a key, the source's row is the one with that key; without, the table
/// has a single row and no key column. A table is read once, when its first row is asked for, and kept.
/// </summary>
/// <remarks>
/// Where empty cells take the training mean, a sequence as read is <c>[1, 2, D]</c>: the vector with zeros for what is missing, and below it
/// 1 for every cell that holds a number. <see cref="Transform"/> makes <c>[1, D]</c> of it.
/// </remarks>
public sealed class VectorsEncoder : IFittedEncoder
{
    private readonly VectorsOptions _options;
    private readonly ConcurrentDictionary<(string Path, bool HasKeys), Lazy<VectorTable>> _tables = new();
    private readonly ColumnMeans _means = new();

    /// <summary>Creates the encoder.</summary>
    /// <param name="options">The modality's options.</param>
    public VectorsEncoder(OptionValues options) => _options = VectorsOptions.From(options);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> State => _means.State;

    /// <inheritdoc/>
    public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var vector = TableOf(source).Row(source.Key);
                var values = _options.ImputesMean ? vector.ToMaskedTensor() : vector.ToTensor();
                return new ModalitySequence(values, frameRate: 0);
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
        new(_options.ImputesMean ? _means.FillIn(sequence.Values) : sequence.Values.clone(), frameRate: 0);

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state)
    {
        if (_options.ImputesMean)
        {
            _means.Restore(state);
        }
    }

    /// <inheritdoc/>
    public int WindowFrames(double seconds) => 1;

    /// <inheritdoc/>
    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, frames: 1);

    private VectorTable TableOf(ModalitySource source) =>
        _tables.GetOrAdd((source.Path, source.Key is not null), table => new(() => VectorTableReader.Read(table.Path, table.HasKeys, _options))).Value;
}
