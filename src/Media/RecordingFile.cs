namespace Mpuc.Media;

/// <summary>What must hold of a recording before any decoder is started on it.</summary>
public static class RecordingFile
{
    /// <summary>Refuses a source that is no readable file.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="noun">What the recording is, for messages, such as <c>An audio recording</c>.</param>
    /// <exception cref="MpucException">The source is a table's row, starts before 0, or its file is missing, a folder or empty.</exception>
    public static void Require(ModalitySource source, string noun)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Key is not null)
        {
            throw new MpucException($"{noun} is a whole file or a span of one, not the row '{source.Key}' of the table '{source.Path}'.");
        }

        if (source.Start < 0)
        {
            throw new MpucException(
                $"A recording cannot start at {source.Start:0.###} s in '{source.Path}'; the start must be at least 0.");
        }

        var file = new FileInfo(source.Path);
        if (!file.Exists || file.ResolveLinkTarget(returnFinalTarget: true) is { Exists: false })
        {
            throw new MpucException(
                Directory.Exists(source.Path) ? $"'{source.Path}' is a folder, not a recording."
                : file.LinkTarget is { } target ? $"The recording '{source.Path}' is a link to '{target}', which does not exist."
                : $"The recording '{source.Path}' does not exist.");
        }

        // Of a link, the target's length counts.
        if (new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName).Length == 0)
        {
            throw new MpucException($"'{source.Path}' is empty (0 bytes); record or copy it again.");
        }
    }
}
