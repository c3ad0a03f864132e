using System.Text;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>Reads the settings that the command line and the environment make, each as a layer of its own.</summary>
internal static class Overrides
{
    /// <summary>What the names of environment variables that are settings start with.</summary>
    public const string Prefix = "MPUC_";

    private const int MaximumDepth = 16;

    // Every error quotes the setting, so that those of a long list would fill the memory with its copies.
    private const int LongestPlace = 200;

    /// <summary>The variables with the prefix that the program and its scripts read for themselves.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["MPUC_PACKAGES", "MPUC_PLUGINS", "MPUC_SERVE_TOKEN"];

    /// <summary>Reads the environment: <c>MPUC_TRAINING__EPOCHS=5</c> is <c>training.epochs</c>.</summary>
    /// <returns>The layers, in the order of the variables' names.</returns>
    public static IEnumerable<ConfigurationLayer?> FromEnvironment(
        IReadOnlyDictionary<string, string> environment, ConfigurationErrors errors)
    {
        foreach (var (name, value) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && !Reserved.Contains(name))
            {
                yield return Create(name[Prefix.Length..].Split("__"), value, Origin(name) with { IgnoresCase = true }, errors);
            }
        }
    }

    /// <summary>Reads the command line's <c>a.b=c</c>.</summary>
    public static IEnumerable<ConfigurationLayer?> FromCommandLine(IEnumerable<string> sets, ConfigurationErrors errors)
    {
        foreach (var set in sets)
        {
            var origin = Origin($"--set {(set.Length <= LongestPlace ? set : $"{set.AsSpan(0, LongestPlace)}...")}");
            if (set.Split('=', 2) is [var key, var value])
            {
                yield return Create(key.Split('.'), value, origin, errors);
            }
            else
            {
                errors.Add(origin, "this names no value; write KEY=VALUE, such as --set training.epochs=5.");
            }
        }
    }

    /// <summary>Reads a setting that code makes.</summary>
    public static ConfigurationLayer? FromCode(Setting setting, ConfigurationErrors errors) =>
        Create(setting.Key.Split('.'), setting.Value.ToJsonString(), Origin(setting.ToString()), errors);

    private static SettingOrigin Origin(string place) => new(place, Environment.CurrentDirectory);

    private static ConfigurationLayer? Create(string[] names, string value, SettingOrigin origin, ConfigurationErrors errors)
    {
        if (names.Length <= MaximumDepth && !names.Contains(string.Empty))
        {
            return ConfigurationLayer.FromSetting(Array.ConvertAll(names, ToUnicode), ToUnicode(value), origin, errors);
        }

        errors.Add(origin, "this is not a key such as training.epochs (in the environment MPUC_TRAINING__EPOCHS).");
        return null;
    }

    // Windows lets halves of surrogate pairs through, which no JSON can hold.
    private static string ToUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
