using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// One modality of a store: its cached sequences, its fitted encoder and its normalisation. Everything that is learned here is learned from
/// training recordings.
/// </summary>
internal sealed class PreparedModality : IDisposable
{
    private const string EncoderPrefix = "encoder.";
    private const string FrameShapeName = "frameShape";

    private readonly Modality _modality;
    private readonly IReadOnlyDictionary<string, SequenceFile> _files;
    private readonly long[] _shape;
    private readonly FrameNormalizer _normalizer;
    private readonly torch.Tensor _frameShape;

    /// <summary>Fits the encoder and the normalisation, or takes over what was learned.</summary>
    /// <param name="training">The recordings to learn from; empty where <paramref name="saved"/> is given.</param>
    /// <param name="saved">What <see cref="State"/> gave in the training run; null to learn.</param>
    /// <exception cref="MpucException">The sequences do not fit together or do not fit what was learned.</exception>
    public PreparedModality(
        Modality modality,
        IReadOnlyDictionary<string, SequenceFile> files,
        IReadOnlyList<UnlabelledRecording> training,
        IReadOnlyList<UnlabelledRecording> all,
        IReadOnlyDictionary<string, torch.Tensor>? saved)
    {
        (_modality, _files) = (modality, files);
        SequenceConsistency.Check(modality, all, files);
        if (modality.Encoder is IFittedEncoder fitted)
        {
            Fit(fitted, training, saved);
        }

        _shape = saved is null ? ShapeOfFirst(training) : Saved(saved, FrameShapeName).data<long>().ToArray();
        _normalizer = FrameNormalizer.Create(modality, training, all, ReadTransformed, saved);
        _frameShape = torch.tensor(_shape, torch.ScalarType.Int64);
    }

    /// <summary>What a user should know of the normalisation; null for nothing.</summary>
    public string? Warning => _normalizer.Warning;

    /// <summary>The shape of one frame.</summary>
    public IReadOnlyList<long> FrameShape => _shape;

    /// <summary>The size of the longest sequence in bytes, as it is read.</summary>
    public long LongestSequence => _files.Values.Max(file => file.Header.DataLength);

    /// <summary>All that was learned, by name; belongs to this object and the encoder.</summary>
    public IEnumerable<(string Name, torch.Tensor Value)> State =>
    [
        (FrameShapeName, _frameShape),
        .. _normalizer.State,
        .. _modality.Encoder is IFittedEncoder fitted ? fitted.State.Select(entry => (EncoderPrefix + entry.Key, entry.Value)) : [],
    ];

    /// <summary>A recording's length.</summary>
    /// <returns>Seconds; null where it lacks the modality.</returns>
    public double? Duration(UnlabelledRecording recording) => _files.GetValueOrDefault(recording.Id)?.Header.Duration;

    /// <summary>Reads a sequence: transformed by a fitted encoder, normalised.</summary>
    /// <returns>The sequence, which the caller owns; null where the recording lacks the modality.</returns>
    public ModalitySequence? Read(UnlabelledRecording recording) =>
        ReadTransformed(recording) is { } sequence ? _normalizer.Apply(sequence, recording.Group) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _normalizer.Dispose();
        _frameShape.Dispose();
    }

    private void Fit(
        IFittedEncoder encoder, IReadOnlyList<UnlabelledRecording> training, IReadOnlyDictionary<string, torch.Tensor>? saved)
    {
        // An encoder sees sequences without their names, so the host says which one it did not like.
        string? reading = null;
        try
        {
            if (saved is null)
            {
                encoder.Fit(ReadRaw(training, id => reading = id));
            }
            else
            {
                encoder.Restore(saved.Where(entry => entry.Key.StartsWith(EncoderPrefix, StringComparison.Ordinal))
                    .ToDictionary(entry => entry.Key[EncoderPrefix.Length..], entry => entry.Value, StringComparer.Ordinal));
            }
        }
        catch (Exception exception)
        {
            throw EncoderFault.From(exception, _modality, reading);
        }
    }

    private IEnumerable<ModalitySequence> ReadRaw(IEnumerable<UnlabelledRecording> recordings, Action<string?> tell)
    {
        foreach (var recording in recordings)
        {
            using var sequence = _files.GetValueOrDefault(recording.Id)?.Read();
            if (sequence is not null)
            {
                tell(recording.Id);
                yield return sequence;
            }
        }

        tell(null);
    }

    private ModalitySequence? ReadTransformed(UnlabelledRecording recording)
    {
        var sequence = Transformed(recording);
        if (sequence is not null && !sequence.Values.shape.AsSpan(1).SequenceEqual(_shape))
        {
            using var wrong = sequence;
            throw new MpucException(
                $"Recording '{recording.Id}', modality '{_modality.Name}': its frames have the shape "
                + $"{Shapes.Format(sequence.Values.shape[1..])}, the training recordings' have {Shapes.Format(_shape)}.");
        }

        return sequence;
    }

    private ModalitySequence? Transformed(UnlabelledRecording recording)
    {
        var sequence = _files.GetValueOrDefault(recording.Id)?.Read();
        if (sequence is null || _modality.Encoder is not IFittedEncoder fitted)
        {
            return sequence;
        }

        using var raw = sequence;
        return Transform(fitted, raw, recording.Id);
    }

    private ModalitySequence Transform(IFittedEncoder encoder, ModalitySequence raw, string recordingId)
    {
        var transformed = EncoderFault.Guard(_modality, recordingId, () => encoder.Transform(raw));
        if (SourceReader.FindFault(transformed) is { } fault)
        {
            transformed?.Dispose();
            throw EncoderFault.Of(_modality, fault, recordingId);
        }

        return transformed;
    }

    private long[] ShapeOfFirst(IReadOnlyList<UnlabelledRecording> training)
    {
        var first = training.First(recording => _files.ContainsKey(recording.Id));
        using var sequence = Transformed(first);
        return sequence!.Values.shape[1..];
    }

    private torch.Tensor Saved(IReadOnlyDictionary<string, torch.Tensor> saved, string name) => saved.GetValueOrDefault(name)
        ?? throw new MpucException($"The run's statistics lack '{_modality.Name}.{name}'; they belong to another configuration.");
}
