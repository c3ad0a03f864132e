using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>Brings recordings' sources into the cache, each through its encoder once.</summary>
internal sealed class SourceReader(SequenceCache cache)
{
    private const long MaxValues = int.MaxValue / sizeof(float);

    /// <summary>
    /// Where a modality's data of a recording lie: in the modality's own table; in the source that the configuration names; or, where the
    /// data set names its sources by file name extensions, in the first that the encoder reads.
    /// </summary>
    /// <returns>The source; null where the recording lacks the modality.</returns>
    public static ModalitySource? SourceOf(UnlabelledRecording recording, Modality modality) => modality.Settings.Table is { } table
        ? new ModalitySource(Path.GetFullPath(table)) { Key = recording.Id }
        : recording.Sources.GetValueOrDefault(modality.Settings.Source)
            ?? modality.Extensions.Select(extension => recording.Sources.GetValueOrDefault(extension))
                .FirstOrDefault(source => source is not null);

    /// <summary>Finds a sequence in the cache or reads it through the encoder.</summary>
    /// <exception cref="MpucException">
    /// The encoder failed, or what it returned breaks the contract; the message names recording and file.
    /// </exception>
    public async Task<SequenceFile> ReadAsync(
        UnlabelledRecording recording, Modality modality, ModalitySource source, CancellationToken cancellationToken)
    {
        var path = EncoderFault.Guard(modality, recording.Id, () => cache.PathOf(modality, source, cancellationToken), cancellationToken);
        if (SequenceFile.TryOpen(path) is { } cached)
        {
            return cached.MarkUsed();
        }

        using var sequence = await EncodeAsync(recording, modality, source, cancellationToken).ConfigureAwait(false);
        return FindFault(sequence) is { } fault
            ? throw EncoderFault.Of(modality, fault, recording.Id, source.Path)
            : SequenceFile.Write(path, sequence);
    }

    /// <summary>Looks for what the contract forbids in a sequence.</summary>
    /// <returns>What is wrong; null for nothing.</returns>
    public static string? FindFault(ModalitySequence? sequence)
    {
        try
        {
            return sequence is null ? "it returned no sequence." : FaultOf(sequence);
        }
        catch (Exception exception) when (
            exception is ObjectDisposedException or InvalidOperationException or System.Runtime.InteropServices.ExternalException)
        {
            return "its frames are a tensor that is disposed.";
        }
    }

    private static string? FaultOf(ModalitySequence sequence)
    {
        if (sequence.Values.dtype != torch.ScalarType.Float32)
        {
            return $"its frames are {sequence.Values.dtype}, not Float32.";
        }

        if (sequence.Values.numel() > MaxValues)
        {
            return $"its frames, {Shapes.Format(sequence.Values.shape)}, take more than the 2 GB that a sequence may have.";
        }

        using var scope = torch.NewDisposeScope();
        return sequence.Values.isfinite().all().item<bool>() ? null : "its frames hold values that are not finite (NaN or infinity).";
    }

    private static async Task<ModalitySequence> EncodeAsync(
        UnlabelledRecording recording, Modality modality, ModalitySource source, CancellationToken cancellationToken)
    {
        try
        {
            return await modality.Encoder.ReadAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw EncoderFault.From(exception, modality, recording.Id, source.Path);
        }
    }
}
