using System.Runtime.InteropServices;
using System.Text.Json;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Reads the probing paths of a <c>.runtimeconfig.json</c>.</summary>
public static class RuntimeConfigExtensions
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Adds the <c>additionalProbingPaths</c> of a runtime configuration, such as the build machine's package caches.</summary>
    /// <param name="builder">The builder that receives the paths.</param>
    /// <param name="runtimeConfigPath">The path of a <c>NAME.runtimeconfig.json</c>; a missing file adds nothing.</param>
    /// <param name="includeDevConfig">Whether <c>NAME.runtimeconfig.dev.json</c> beside it is read first.</param>
    /// <param name="error">Why a file could not be read, or null. Paths found before it stay added.</param>
    public static AssemblyLoadContextBuilder TryAddAdditionalProbingPathFromRuntimeConfig(
        this AssemblyLoadContextBuilder builder, string runtimeConfigPath, bool includeDevConfig, out Exception? error)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(runtimeConfigPath);
        error = null;
        try
        {
            string[] files = includeDevConfig
                ? [Path.ChangeExtension(runtimeConfigPath, ".dev.json"), runtimeConfigPath]
                : [runtimeConfigPath];
            foreach (var path in files.Where(File.Exists).SelectMany(ProbingPaths))
            {
                builder.AddProbingPath(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException
            or ArgumentException)
        {
            error = e;
        }

        return builder;
    }

    private static List<string> ProbingPaths(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
        if (!document.RootElement.TryGetProperty("runtimeOptions", out var options)
            || !options.TryGetProperty("additionalProbingPaths", out var paths))
        {
            return [];
        }

        var tfm = options.TryGetProperty("tfm", out var value) ? value.GetString() ?? "" : "";
        var architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        return
        [
            .. paths.EnumerateArray().Select(path => path.GetString()!
                .Replace("|arch|", architecture, StringComparison.Ordinal)
                .Replace("|tfm|", tfm, StringComparison.Ordinal)),
        ];
    }
}
