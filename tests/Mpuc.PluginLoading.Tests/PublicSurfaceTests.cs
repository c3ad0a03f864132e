using Mpuc.PublicSurface;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly IReadOnlySet<string> Ours = ApiSignatures.Of(typeof(PluginLoader).Assembly);

    private static readonly string[] Reference = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "mcmaster-api.txt"));

    [Test]
    public void Every_public_member_is_one_of_the_package() => Assert.That(Ours.Except(Reference), Is.Empty);

    [Test]
    public void Every_member_of_the_package_is_here() => Assert.That(Reference.Except(Ours), Is.Empty);
}
