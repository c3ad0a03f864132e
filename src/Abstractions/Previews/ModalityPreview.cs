namespace Mpuc;

/// <summary>What an encoder sees of one recording, as pictures and words along time.</summary>
public sealed class ModalityPreview
{
    /// <summary>One line for people: what is shown, with its shape and rate, and what was missing.</summary>
    public required string Caption { get; init; }

    /// <summary>Seconds that the preview covers, from the recording's start; 0 for a modality without a time axis.</summary>
    public required double Duration { get; init; }

    /// <summary>Pictures in order of time: frames of a video, or one picture over the whole duration such as a spectrogram.</summary>
    public IReadOnlyList<PreviewPicture> Pictures { get; init; } = [];

    /// <summary>Words in order of time.</summary>
    public IReadOnlyList<PreviewWord> Words { get; init; } = [];
}

/// <summary>A word in a recording.</summary>
/// <param name="Text">The word.</param>
/// <param name="Start">Where it begins, in seconds from the recording's start.</param>
/// <param name="End">Where it ends, in seconds.</param>
/// <param name="Known">Whether the encoder has a vector for it.</param>
public sealed record PreviewWord(string Text, double Start, double End, bool Known = true);

/// <summary>
/// An encoder that can show people what it sees of a recording, for <c>mpuc inspect-media</c> and for pages. Optional: an encoder without
/// it works in every other respect.
/// </summary>
public interface IPreviewEncoder : IModalityEncoder
{
    /// <summary>Shows what <see cref="IModalityEncoder.ReadAsync"/> would read of a recording.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="pictures">How many pictures a strip over time should have at most, at least 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The preview.</returns>
    /// <exception cref="MpucException">As for <see cref="IModalityEncoder.ReadAsync"/>.</exception>
    Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken);
}
