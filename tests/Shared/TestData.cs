using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mpuc.Tests;

/// <summary>Files that tests compare with or read.</summary>
internal static class TestData
{
    /// <summary>A committed file.</summary>
    public static string GoldenFile(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", name);

    /// <summary>A committed file of expected values.</summary>
    public static JsonNode Golden(string name) => JsonNode.Parse(File.ReadAllText(GoldenFile(name)))!;

    public static double[] Numbers(this JsonNode node) => node.Deserialize<double[]>()!;

    /// <summary>A file of the data sets beside the repository; without it the test is ignored.</summary>
    public static string Shared(params string[] parts)
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Mpuc.sln")))
        {
            root = root.Parent;
        }

        var path = Path.GetFullPath(Path.Combine([root?.FullName ?? ".", "..", "shared", "data", .. parts]));
        if (!Path.Exists(path))
        {
            Assert.Ignore($"The data set file {Path.Combine(parts)} is not there.");
        }

        return path;
    }
}
