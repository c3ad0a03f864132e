namespace Mpuc.Host.Tests.Data;

/// <summary>The real data beside the repository, where they are.</summary>
internal static class SharedData
{
    public static string Require(string path)
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Mpuc.sln")))
        {
            root = root.Parent;
        }

        var full = Path.GetFullPath(Path.Combine(root?.FullName ?? "/", "..", "shared", path));
        if (!Path.Exists(full))
        {
            Assert.Ignore($"There is no ../shared/{path} beside the repository.");
        }

        return full;
    }
}
