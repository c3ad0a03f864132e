namespace Mpuc.Host.Serving.Uploads;

/// <summary>What a caller calls a file: for messages and for its extension, never for a path.</summary>
internal static class FileNames
{
    private const int MaxCharacters = 100;

    /// <summary>Makes a name harmless.</summary>
    /// <returns>The last part; <c>upload</c> where nothing is left.</returns>
    public static string Clean(string? given)
    {
        var last = (given ?? string.Empty).Split('/', '\\')[^1];
        var clean = new string([.. last.Where(character => !char.IsControl(character) && character is not ('\u2028' or '\u2029'))])
            .Trim('"', ' ', '.');
        return clean.Length == 0 ? "upload" : clean.Length <= MaxCharacters ? clean : clean[^MaxCharacters..];
    }

    /// <summary>The extension of a clean name.</summary>
    /// <returns>In lower case with the dot; empty for none.</returns>
    public static string ExtensionOf(string clean) => Path.GetExtension(clean).ToLowerInvariant();
}
