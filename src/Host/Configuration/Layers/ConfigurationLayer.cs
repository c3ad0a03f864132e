using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Mpuc.Weights;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>One JSON document of a configuration: the file, an environment variable, or a <c>--set</c>.</summary>
/// <param name="Json">The document in UTF-8, without a byte order mark.</param>
internal sealed record ConfigurationLayer(ReadOnlyMemory<byte> Json, SettingNode Root)
{
    /// <summary>Reads a configuration file.</summary>
    /// <returns>The layer; null where it cannot be read.</returns>
    public static ConfigurationLayer? FromFile(ConfigurationFile file, ConfigurationErrors errors)
    {
        if (file.Path.Length == 0)
        {
            errors.Add(new SettingOrigin("CONFIG", string.Empty), "the file's name is empty; name a configuration in JSON.");
            return null;
        }

        var full = Path.GetFullPath(file.Path);
        var origin = new SettingOrigin(file.Shown, Path.GetDirectoryName(full) ?? full) { IsFile = true };
        ReadOnlyMemory<byte> bytes;
        try
        {
            RegularFile.Require(full);
            bytes = File.ReadAllBytes(full);
        }
        catch (MpucException exception) when (!Directory.Exists(full))
        {
            errors.Add(origin, exception.Message);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or MpucException)
        {
            errors.Add(origin, DescribeFailure(full, exception));
            return null;
        }

        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            errors.Add(origin, "the file is not UTF-8; save it in that encoding.");
            return null;
        }

        return Create(bytes, origin, errors);
    }

    /// <summary>Makes the layer of a single setting.</summary>
    /// <param name="value">A JSON value, or else a text without its quotes.</param>
    /// <param name="origin">Where the setting was made.</param>
    /// <returns>The layer; null where it cannot be read.</returns>
    public static ConfigurationLayer? FromSetting(
        IReadOnlyList<string> names, string value, SettingOrigin origin, ConfigurationErrors errors)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            foreach (var name in names)
            {
                writer.WriteStartObject();
                writer.WritePropertyName(name);
            }

            if (IsJson(value))
            {
                writer.WriteRawValue(value, skipInputValidation: true);
            }
            else
            {
                writer.WriteStringValue(value);
            }

            foreach (var _ in names)
            {
                writer.WriteEndObject();
            }
        }

        return Create(stream.ToArray(), origin, errors);
    }

    private static ConfigurationLayer? Create(ReadOnlyMemory<byte> json, SettingOrigin origin, ConfigurationErrors errors) =>
        new JsonStructureReader(json, origin, errors).Read() is { } root ? new ConfigurationLayer(json, root) : null;

    private static bool IsJson(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string DescribeFailure(string path, Exception exception) =>
        Directory.Exists(path) ? "this is a folder; name a configuration file in it."
        : exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file; name a configuration in JSON."
        : $"the file cannot be read: {exception.Message}";
}
