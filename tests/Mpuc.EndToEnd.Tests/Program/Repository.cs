namespace Mpuc.EndToEnd.Tests;

/// <summary>Where things lie in the working tree.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Executable { get; } = Path.Combine(Root, "artifacts", "bin", "Mpuc.Host", "release", "mpuc");

    public static string Plugins { get; } = Path.Combine(Root, "artifacts", "plugins");

    public static string Shared { get; } = Path.Combine(Root, "..", "shared");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mpuc.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must lie inside the working tree.");
        }

        return folder;
    }
}
