using Mpuc.PublicSurface;
using TorchSharp;

namespace Mpuc.Torch.Tests.Surface;

/// <summary>
/// The assembly stands in for the TorchSharp package, so nothing public in it may be missing there. The lists print no nullability, no
/// interfaces and no attributes, so those may differ; everything else, names and default values of parameters included, is compared as text.
/// </summary>
public class PublicSurfaceTests
{
    private static readonly IReadOnlySet<string> Ours = ApiSignatures.Of(typeof(torch).Assembly);

    private static readonly string[] Committed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "torchsharp-surface.txt"));

    [Test]
    public void Every_public_member_is_one_of_the_package() => Assert.That(Ours.Except(Committed), Is.Empty);

    [Test]
    public void The_committed_list_names_nothing_that_is_not_here() => Assert.That(Committed.Except(Ours), Is.Empty);

    [Test]
    public void The_committed_list_is_a_part_of_the_packages()
    {
        var reference = Reference() ?? "";
        if (reference.Length == 0) {
            Assert.Ignore("The package's list of signatures, ../shared/reference/torchsharp-api.txt, is not here.");
        }

        Assert.That(Committed.Except(File.ReadLines(reference)), Is.Empty);
    }

    private static string? Reference()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) {
            if (File.Exists(Path.Combine(folder.FullName, "Mpuc.sln"))) {
                var candidate = Path.Combine(folder.FullName, "..", "shared", "reference", "torchsharp-api.txt");
                return File.Exists(candidate) ? candidate : null;
            }
        }

        return null;
    }
}
