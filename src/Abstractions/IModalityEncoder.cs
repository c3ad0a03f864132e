namespace Mpuc;

/// <summary>
/// Turns recordings of one modality into sequences and sequences into the fixed windows that a <see cref="Backbone"/> reads
/// (paper, Sec. III-A). One instance serves one configured modality; the host calls it from several threads at once.
/// </summary>
public interface IModalityEncoder
{
    /// <summary>
    /// Reads one recording. The result depends only on the source's bytes, the options and the plugin's version, because the host caches it
    /// under their hash.
    /// </summary>
    /// <param name="source">The file, or the part of a file, to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The recording's frames, <c>[T, ...]</c> in float32 with T at least 1, every value finite. The caller owns it.</returns>
    /// <exception cref="MpucException">
    /// The source is missing, damaged or empty; the message names the file (and line) and what would be right. With
    /// <see cref="MpucException.IsMissingModality"/> the source is sound and holds nothing of the modality.
    /// </exception>
    Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken);

    /// <summary>The number of frames in a window.</summary>
    /// <param name="seconds">The window's duration in seconds, above 0.</param>
    /// <returns>At least 1; always 1 for a modality without a time axis.</returns>
    int WindowFrames(double seconds);

    /// <summary>
    /// Cuts a window out of a sequence, or pads the sequence at its end to the window's length. Most encoders return
    /// <see cref="ModalitySequence.Cut"/> as it is.
    /// </summary>
    /// <param name="sequence">
    /// A sequence that <see cref="ReadAsync"/> (or <see cref="IFittedEncoder.Transform"/>) returned, possibly normalised by the host.
    /// </param>
    /// <param name="window">Where to cut, in seconds.</param>
    /// <returns>Values <c>[WindowFrames(window.Duration), ...]</c> and how many of them are real. The caller owns it.</returns>
    ModalityWindow Window(ModalitySequence sequence, TimeWindow window);
}
