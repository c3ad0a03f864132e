using Mpuc.Host.Data;
using Mpuc.Weights;

namespace Mpuc.Host.Inference;

/// <summary>Files that belong together.</summary>
internal static class RecordingFiles
{
    /// <summary>Joins files to one recording, whatever they are called.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <returns>The recording; its id is the first file's name without the extension, its sources are named by the extensions.</returns>
    /// <exception cref="MpucException">A file is missing, or two have the same extension.</exception>
    public static UnlabelledRecording Join(IReadOnlyList<string> files)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        var sources = new Dictionary<string, ModalitySource>(StringComparer.Ordinal);
        foreach (var path in files.Select(Path.GetFullPath))
        {
            var name = Path.GetExtension(path).ToLowerInvariant();
            if (!File.Exists(path) || RegularFile.LeadsNowhere(path))
            {
                throw new MpucException($"There is no file {RegularFile.NameAbsent(path)}.");
            }

            if (!sources.TryAdd(name, new ModalitySource(path)))
            {
                throw new MpucException($"'{sources[name].Path}' and '{path}' are both {name} files of one recording; judge them apart.");
            }
        }

        return new UnlabelledRecording(Path.GetFileNameWithoutExtension(files[0]), string.Empty, sources);
    }
}
