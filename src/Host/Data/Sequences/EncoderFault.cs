using Mpuc.Host.Plugins;

namespace Mpuc.Host.Data;

/// <summary>Turns what goes wrong inside an encoder into one sentence that names the modality, the recording and, where it is the plugin's fault, the plugin.</summary>
internal static class EncoderFault
{
    /// <summary>Describes an exception of an encoder's method.</summary>
    /// <param name="exception">What the method threw.</param>
    /// <param name="modality">The modality.</param>
    /// <param name="recordingId">The recording that it was working on; null for none.</param>
    /// <param name="path">The file that it was reading; null for none.</param>
    /// <returns>The error for the user.</returns>
    public static MpucException From(Exception exception, Modality modality, string? recordingId = null, string? path = null)
    {
        var place = recordingId is null ? $"Modality '{modality.Name}'" : $"Recording '{recordingId}', modality '{modality.Name}'";
        return exception is MpucException
            ? new MpucException($"{place}: {exception.Message}", exception)
            : Of(modality, $"{exception.GetType().Name}: {exception.Message}", recordingId, path, exception);
    }

    /// <summary>Describes a result that breaks the contract.</summary>
    /// <param name="modality">The modality.</param>
    /// <param name="wrong">What is wrong with it.</param>
    /// <param name="recordingId">The recording; null for none.</param>
    /// <param name="path">The file; null for none.</param>
    /// <param name="cause">The exception behind it; null for none.</param>
    /// <returns>The error for the user.</returns>
    public static MpucException Of(Modality modality, string wrong, string? recordingId, string? path = null, Exception? cause = null)
    {
        var place = recordingId is null ? $"Modality '{modality.Name}'" : $"Recording '{recordingId}', modality '{modality.Name}'";
        var file = path is null ? string.Empty : $" on '{path}'";
        var message = $"{place}: the plugin {modality.Plugin.Id} {modality.Plugin.Version} failed{file}: {wrong}";
        return cause is null ? new MpucException(message) : new MpucException(message, cause);
    }
}
