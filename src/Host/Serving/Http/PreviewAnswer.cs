namespace Mpuc.Host.Serving.Http;

/// <summary>What a modality's encoder sees of a recording.</summary>
/// <param name="Modality">The modality.</param>
/// <param name="Caption">One line for people.</param>
/// <param name="Duration">Seconds that it covers; 0 without a time axis.</param>
/// <param name="Pictures">Pictures in order of time.</param>
/// <param name="Words">Words in order of time.</param>
internal sealed record PreviewAnswer(string Modality, string Caption, double Duration, IReadOnlyList<PictureAnswer> Pictures, IReadOnlyList<PreviewWord> Words)
{
    /// <summary>Puts a preview into the form of an answer.</summary>
    /// <param name="modality">The modality.</param>
    /// <param name="preview">The preview.</param>
    /// <returns>The answer.</returns>
    public static PreviewAnswer Of(string modality, ModalityPreview preview) =>
        new(modality, preview.Caption, preview.Duration, [.. preview.Pictures.Select(PictureAnswer.Of)], preview.Words);
}
