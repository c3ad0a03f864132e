namespace Mpuc.Conformance.Loading;

/// <summary>A reader to which no source is a container of time-stamped features: what reads those is the host's, and tested there.</summary>
internal sealed class NoTimedFeatures : ITimedFeatureReader
{
    /// <inheritdoc/>
    public bool Reads(ModalitySource source) => false;

    /// <inheritdoc/>
    public TimedFeatures Read(ModalitySource source, CancellationToken cancellationToken) =>
        throw new MpucException($"'{source.Path}' cannot be read here: tests know no containers of time-stamped features.");
}
