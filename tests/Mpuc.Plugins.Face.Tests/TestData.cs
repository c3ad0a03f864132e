namespace Mpuc.Plugins.Face.Tests;

/// <summary>Files that the tests read.</summary>
internal static class TestData
{
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
