using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// Turns what goes wrong inside an encoder into one sentence that names the modality, the recording and, where it is the plugin's fault,
/// the plugin.
/// </summary>
internal static class EncoderFault
{
    /// <summary>Calls an encoder's method.</summary>
    /// <param name="recordingId">The recording that it works on; null for none.</param>
    /// <param name="cancellationToken">Cancelled where the method ends early because it was told to.</param>
    /// <exception cref="MpucException">The method threw.</exception>
    public static T Guard<T>(Modality modality, string? recordingId, Func<T> call, CancellationToken cancellationToken = default)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw From(exception, modality, recordingId);
        }
    }

    /// <summary>Describes an exception of an encoder's method.</summary>
    /// <param name="recordingId">The recording that it was working on; null for none.</param>
    /// <param name="path">The file that it was reading; null for none.</param>
    public static MpucException From(Exception exception, Modality modality, string? recordingId, string? path = null) =>
        exception is MpucException { IsMissingModality: var isMissing }
        ? new MpucException($"{Place(modality, recordingId)}: {exception.Message}", exception) { IsMissingModality = isMissing }
        : new MpucException(Blame(modality, recordingId, path, $"{exception.GetType().Name}: {exception.Message}"), exception);

    /// <summary>Describes a result that breaks the contract.</summary>
    /// <param name="path">The file; null for none.</param>
    public static MpucException Of(Modality modality, string wrong, string recordingId, string? path = null) =>
        new(Blame(modality, recordingId, path, wrong));

    private static string Blame(Modality modality, string? recordingId, string? path, string wrong)
    {
        var file = path is null ? string.Empty : $" on '{path}'";
        return $"{Place(modality, recordingId)}: the plugin {modality.Plugin.Id} {modality.Plugin.Version} failed{file}: {wrong}";
    }

    private static string Place(Modality modality, string? recordingId) =>
        recordingId is null ? $"Modality '{modality.Name}'" : $"Recording '{recordingId}', modality '{modality.Name}'";
}
