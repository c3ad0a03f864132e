using Mpuc.Host.Cli.Plugins;

namespace Mpuc.Host.Tests.Cli.Plugins;

public sealed class NewPluginTests
{
    private TemporaryFolder _folder = null!;

    private string Feed => _folder.File("packages");

    [SetUp]
    public void MakeFeed()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(Feed);
        foreach (var package in new[] { "Mpuc.Abstractions", "Mpuc.Conformance", "Mpuc.Templates" })
        {
            File.WriteAllText(Path.Combine(Feed, $"{package}.0.1.0-dev.g1a.nupkg"), package);
        }
    }

    [TearDown]
    public void DeleteFeed() => _folder.Dispose();

    [Test]
    public void A_project_has_the_plugins_name_in_every_file_and_path()
    {
        var target = Write("HeartRate");

        var files = Directory.GetFiles(target, "*", SearchOption.AllDirectories);
        var texts = files.Where(file => !file.EndsWith(".nupkg", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                files.Select(file => Path.GetRelativePath(target, file)),
                Is.SupersetOf(new[]
                {
                    ".gitignore", "HeartRate.slnx", "src/HeartRate/HeartRateEncoder.cs", "tests/HeartRate.Tests/HeartRateConformance.cs",
                }));
            Assert.That(files.Concat(texts).Where(text => text.Contains("pluginname", StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(texts, Has.Some.Contains("Kind = \"heartRate\""));
            Assert.That(Directory.GetFiles(_folder.Path), Is.Empty, "Nothing half-written is left beside it.");
        }
    }

    [Test]
    public void The_contracts_packages_come_along_and_are_what_the_project_refers_to()
    {
        var target = Write("Gaze");

        Assert.That(
            File.ReadAllText(Path.Combine(target, "Directory.Build.props")), Does.Contain("<MpucVersion>0.1.0-dev.g1a</MpucVersion>"));
        Assert.That(
            Directory.GetFiles(Path.Combine(target, "packages")).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "Mpuc.Abstractions.0.1.0-dev.g1a.nupkg", "Mpuc.Conformance.0.1.0-dev.g1a.nupkg" }));
    }

    [TestCase("gaze")]
    [TestCase("Eye gaze")]
    [TestCase("3D")]
    [TestCase("../Gaze")]
    [TestCase("Gaze;rm")]
    [TestCase("Blick\u00dc")]
    [TestCase("")]
    public void What_is_no_identifier_in_Pascal_case_is_refused(string name) => Assert.That(
        () => Write(name, "target"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'{name}' is no name for a plugin; a name is a C# identifier in Pascal case, of at most 64 letters and digits, such as "
                + "Gaze."));

    [TestCase("System")]
    [TestCase("Mpuc")]
    [TestCase("Autofac")]
    public void A_name_that_hides_a_namespace_is_refused(string name) => Assert.That(
        () => Write(name),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"A plugin named '{name}' would hide a namespace that it needs; choose another name."));

    [Test]
    public void A_folder_with_anything_in_it_is_left_as_it_is()
    {
        var target = _folder.File("Gaze");
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "mine.txt"), "mine");

        Assert.That(
            () => Write("Gaze"),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{target}' is there already; name a folder with --output that is not, or an empty one."));
        Assert.That(Directory.GetFileSystemEntries(target), Has.Length.EqualTo(1));
    }

    [Test]
    public void An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(_folder.File("Gaze"));

        Assert.That(Path.Combine(Write("Gaze"), "Gaze.slnx"), Does.Exist);
    }

    [Test]
    public void Packages_that_are_not_there_are_missed_by_their_folder() => Assert.That(
        () => PackageFeed.In(_folder.File("nowhere")),
        Throws.TypeOf<MpucException>().With.Message.StartsWith(
            $"'{_folder.File("nowhere")}' holds 0 versions of the package Mpuc.Abstractions")
            .And.Message.Contains("MPUC_PACKAGES"));

    private string Write(string name, string? folder = null)
    {
        var target = _folder.File(folder ?? name);
        new NewPlugin(PackageFeed.In(Feed), TextWriter.Null).Run(name, target);
        return target;
    }
}
