using System.Text.RegularExpressions;

namespace Mpuc.EndToEnd.Tests.Documents;

/// <summary>What docs/plugins says, held against the sources.</summary>
internal sealed class PluginDocumentsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static string Contract { get; } = Directory.GetFiles(
        Path.Combine(Repository.Root, "tests", "PublicSurface"), "Mpuc.Abstractions-*.txt")
        .OrderBy(path => Version.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[1])).Last();

    [Test]
    public void Every_message_of_the_troubleshooting_is_one_that_the_program_gives()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();
        var messages = Regex.Matches(Read("troubleshooting.md"), "^- `(?<text>[^`]+)`: ", RegexOptions.Multiline, Limit)
            .Select(match => match.Groups["text"].Value)
            .ToList();
        Assert.That(messages, Has.Count.GreaterThan(30));
        Assert.That(messages.Where(message => !sources.Exists(source => source.Contains(message, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Every_type_of_the_contract_is_in_its_reference()
    {
        var reference = Read("contract.md");
        var types = File.ReadLines(Contract).Where(line => Regex.IsMatch(line, "^Mpuc\\.[A-Za-z<>]+ // ", RegexOptions.None, Limit))
            .Select(line => line.Split(' ')[0]["Mpuc.".Length..].Replace("Attribute", "", StringComparison.Ordinal)).ToList();
        Assert.That(types, Has.Count.GreaterThan(30));
        Assert.That(types.Where(type => !reference.Contains(type, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_tables_of_versions_reach_the_present_contract()
    {
        var version = Path.GetFileNameWithoutExtension(Contract).Split('-')[1];
        var rows = Regex.Matches(Read("versioning.md"), "^\\| (?<text>[0-9.]+) \\|", RegexOptions.Multiline, Limit)
            .Select(match => match.Groups["text"].Value);
        Assert.That(rows.Count(row => row == version), Is.EqualTo(2), "a row in the table of hosts and one in that of what came");
    }

    [Test]
    public void Every_link_leads_to_a_file()
    {
        var folder = Path.Combine(Repository.Root, "docs", "plugins");
        var dead = Directory.GetFiles(folder, "*.md").SelectMany(page => Regex
            .Matches(File.ReadAllText(page), "\\]\\((?<text>[^)#:]+)\\)", RegexOptions.None, Limit)
            .Select(match => match.Groups["text"].Value)
            .Where(link => !Path.Exists(Path.Combine(folder, link)))
            .Select(link => $"{Path.GetFileName(page)}: {link}"));
        Assert.That(dead, Is.Empty);
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "plugins", page));
}
