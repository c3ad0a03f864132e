using System.Text.RegularExpressions;

namespace Mpuc.EndToEnd.Tests.Sources;

/// <summary>The folders of the host, as docs/architecture.md declares them.</summary>
public sealed partial class RoomsTests
{
    private const int Limit = 1000;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));

    private static readonly string Source = Path.Combine(Repository.Root, "src");

    private static readonly string Host = Path.Combine(Source, "Host");

    private static IReadOnlyList<string> Order =>
        [.. RoomRow().Matches(Page[Page.IndexOf("| room of the host |", StringComparison.Ordinal)..])
        .Select(match => match.Groups["name"].Value)];

    [Test]
    public void No_room_of_the_host_uses_one_that_comes_after_it() =>
        Assert.That(Rooms.AgainstOrder(Order, SourceFile.In(Host), "Mpuc.Host"), Is.Empty);

    [Test]
    public void The_page_names_the_rooms_that_there_are()
    {
        var folders = SourceFile.In(Host).Select(Rooms.RoomOf).Distinct();
        Assert.That(folders, Is.EquivalentTo(Order));
    }

    [Test]
    public void The_page_names_the_projects_that_there_are()
    {
        var named = ProjectRow().Matches(Page).Select(match => match.Groups["name"].Value);
        var projects = new[] { "src", "plugins" }.SelectMany(folder =>
            Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'));
        Assert.That(projects, Is.EquivalentTo(named));
    }

    [Test]
    public void Two_rooms_that_use_each_other_are_named_with_both_files()
    {
        SourceFile[] files =
        [
            SourceFile.Parse("Below/A.cs", "using Some.Above;\nusing Mpuc.Some.Above.Corner;\n\nnamespace Mpuc.Some.Below;\n"),
            SourceFile.Parse("Above/B.cs", "using Mpuc.Some.Below;\n\nnamespace Mpuc.Some.Above;\n"),
        ];
        Assert.That(
            Rooms.AgainstOrder(["Below", "Above"], files, "Mpuc.Some"),
            Is.EqualTo(new[] { "Below/A.cs uses Above, which comes after Below; Above/B.cs uses Below" }));
    }

    [TestCase("class A { Mpuc.Some.Above.B b; }")]
    [TestCase("using static Mpuc.Some.Above.B;")]
    [TestCase("using B = Mpuc.Some.Above.B;")]
    [TestCase("var b = global::Mpuc.Some.Above.B.Get();")]
    public void A_name_in_full_counts_as_a_use(string code)
    {
        var file = SourceFile.Parse("Below/A.cs", code);
        Assert.That(
            Rooms.AgainstOrder(["Below", "Above"], [file], "Mpuc.Some"),
            Is.EqualTo(new[] { "Below/A.cs uses Above, which comes after Below" }));
    }

    [TestCase("// see Mpuc.Some.Above.B")]
    [TestCase("using Mpuc.Other.Above;")]
    [TestCase("using Mpuc.Some.Below.Corner;")]
    public void Comments_other_projects_and_the_room_itself_are_no_use(string code) =>
        Assert.That(Rooms.AgainstOrder(["Below", "Above"], [SourceFile.Parse("Below/A.cs", code)], "Mpuc.Some"), Is.Empty);

    [Test]
    public void A_namespace_is_a_folder()
    {
        var misplaced =
            from project in Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories)
            let folder = Path.GetDirectoryName(project)!
            let root = Path.GetFileNameWithoutExtension(project)

            // What plugin authors write against is one namespace each, however many folders its files are sorted into.
            where root is not ("Mpuc.Abstractions" or "Mpuc.Conformance")
            from file in SourceFile.In(folder)
            let place = Path.GetDirectoryName(file.Path)!.Replace('/', '.')
            let expected = place.Length == 0 ? root : $"{root}.{place}"
            where file.Namespace is not null && file.Namespace != expected
            select $"{root}/{file.Path} is in {file.Namespace} instead of {expected}";
        Assert.That(misplaced, Is.Empty);
    }

    [Test]
    public void Projects_depend_on_each_other_one_way_and_the_contract_on_none()
    {
        var references = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file =>
                file.StartsWith(Source, StringComparison.Ordinal)
                    || file.StartsWith(Path.Combine(Repository.Root, "plugins"), StringComparison.Ordinal))
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => ProjectReference().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).ToList());
        Assert.Multiple(() =>
        {
            Assert.That(references["Mpuc.Abstractions"], Is.Empty);
            Assert.That(references["Mpuc.Host"], Has.None.StartsWith("Mpuc.Plugins."));
            Assert.That(references.Where(project => project.Key.StartsWith("Mpuc.Plugins.", StringComparison.Ordinal)).SelectMany(project => project.Value),
                Has.None.EqualTo("Mpuc.Host").And.None.StartsWith("Mpuc.Plugins."));
        });
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex RoomRow();

    [GeneratedRegex(@"^    (?<name>(src|plugins)/\w+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex ProjectRow();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?(?<name>[\w.]+)\.csproj""", RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex ProjectReference();
}
