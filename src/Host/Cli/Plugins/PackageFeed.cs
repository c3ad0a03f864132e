namespace Mpuc.Host.Cli.Plugins;

/// <summary>The packages that a plugin's author references, where they came with the program.</summary>
internal sealed record PackageFeed(string Folder, string Version)
{
    /// <summary>The environment variable with the folder, where that is not <c>packages</c> beside the program.</summary>
    public const string Variable = "MPUC_PACKAGES";

    private const string Contract = "Mpuc.Abstractions.";
    private const string Extension = ".nupkg";

    private static readonly string[] Names = ["Mpuc.Abstractions", "Mpuc.Conformance"];

    /// <summary>The packages' files: the contract and the test kit.</summary>
    public IReadOnlyList<string> Files =>
        [.. Names.Select(name => Path.Combine(Folder, $"{name}.{Version}{Extension}")).Where(File.Exists)];

    /// <summary>Finds them: in the folder that <c>MPUC_PACKAGES</c> names, or else in <c>packages</c> beside the program.</summary>
    /// <exception cref="MpucException">They are in neither.</exception>
    public static PackageFeed Find() => In(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? folder
        : Path.Combine(AppContext.BaseDirectory, "packages"));

    internal static PackageFeed In(string folder)
    {
        var contracts = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Contract}*{Extension}") : [];
        return contracts.Length == 1
            ? new PackageFeed(folder, Path.GetFileName(contracts[0])[Contract.Length..^Extension.Length])
            : throw new MpucException(
                $"'{folder}' holds {contracts.Length} versions of the package Mpuc.Abstractions, and a plugin needs one; 'eng/pack' in "
                    + "mpuc's sources "
                + $"makes the packages, and {Variable} names their folder.");
    }
}
