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
