namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Copies of native libraries in a temporary folder that only the present user can read.</summary>
internal sealed class NativeLibraryShadow
{
    private readonly Lock _gate = new();
    private string? _folder;

    /// <summary>Copies a library and returns the path of the copy.</summary>
    public string Copy(string path)
    {
        lock (_gate)
        {
            _folder ??= Directory.CreateTempSubdirectory("plugin-native-").FullName;
            var copy = Path.Combine(_folder, Path.GetFileName(path));
            if (!File.Exists(copy))
            {
                File.Copy(path, copy);
            }

            return copy;
        }
    }

    public void Delete()
    {
        lock (_gate)
        {
            try
            {
                if (_folder is not null)
                {
                    Directory.Delete(_folder, recursive: true);
                    _folder = null;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps the file of a library that is still mapped; the temporary folder is cleaned by the system.
            }
        }
    }
}
