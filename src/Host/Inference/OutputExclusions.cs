using Mpuc.Host.Data;
using Serilog;

namespace Mpuc.Host.Inference;

/// <summary>
/// What a command writes: where it lies in a folder that the command reads, it is no recording, neither now nor when the same command is
/// given again.
/// </summary>
internal sealed class OutputExclusions
{
    private readonly Dictionary<string, string> _realFolders = new(StringComparer.Ordinal);
    private readonly List<string> _paths;

    /// <summary>Names what is written.</summary>
    /// <param name="paths">Files, and folders with all that is in them; need not exist.</param>
    public OutputExclusions(IEnumerable<string> paths) => _paths = [.. paths.Select(Real)];

    /// <summary>Refuses to read by name what is written.</summary>
    /// <exception cref="MpucException">One of them is written.</exception>
    public void RefuseAmong(IEnumerable<string> inputs)
    {
        if (inputs.FirstOrDefault(IsWritten) is { } input)
        {
            throw new MpucException($"'{input}' is named as an input, and this command writes it; leave it out, or write elsewhere.");
        }
    }

    /// <summary>Leaves out what is written.</summary>
    /// <returns>All others, without sources that are written.</returns>
    /// <exception cref="MpucException">There are no others.</exception>
    public IReadOnlyList<Recording> LeaveOut(IReadOnlyList<Recording> recordings, ILogger log)
    {
        var left = recordings.SelectMany(recording => recording.Sources.Values)
            .Select(source => source.Path)
            .Where(IsWritten)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (left.Count == 0)
        {
            return recordings;
        }

        log.Information("Not read, because this command writes it: {Paths:l}", string.Join(", ", left));
        List<Recording> others =
        [
            .. recordings.Where(recording =>
                !recording.Sources.Values.All(source => left.Contains(source.Path))).Select(recording => Without(recording, left)),
        ];
        return others.Count > 0
            ? others
            : throw new MpucException($"There is nothing to read besides what this command writes, {string.Join(", ", left)}.");
    }

    private static Recording Without(Recording recording, List<string> left) => recording with
    {
        Sources = recording.Sources.Where(source => !left.Contains(source.Value.Path))
            .ToDictionary(source => source.Key, source => source.Value, StringComparer.Ordinal),
    };

    private bool IsWritten(string path)
    {
        var real = Real(path);
        return _paths.Exists(written =>
            real == written || real.StartsWith(written + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    // What standard output goes to is known by its path without links, and so all are compared by it.
    private string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.GetDirectoryName(full) is { } folder ? Path.Combine(RealFolder(folder), Path.GetFileName(full)) : full;
    }

    private string RealFolder(string folder)
    {
        if (!_realFolders.TryGetValue(folder, out var real))
        {
            real = Path.GetDirectoryName(folder) is { } parent ? Path.Combine(RealFolder(parent), Path.GetFileName(folder)) : folder;
            real = new DirectoryInfo(real) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target
                ? Real(target.FullName)
                : real;
            _realFolders[folder] = real;
        }

        return real;
    }
}
