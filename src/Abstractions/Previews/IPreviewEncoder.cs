namespace Mpuc;

/// <summary>
/// An encoder that can show people what it sees of a recording, for <c>mpuc inspect-media</c> and for pages. Optional: an encoder without it
/// works in every other respect.
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
