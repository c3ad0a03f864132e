using System.Globalization;

namespace Mpuc.Tests.Mutations;

/// <summary>What a run of a reader over many inputs came to.</summary>
/// <param name="Inputs">How many inputs were tried.</param>
/// <param name="Read">How many of them were read.</param>
/// <param name="Refused">How many of them were refused in a sentence.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Findings">Inputs that the reader does not hold against, one for each kind of fault.</param>
internal sealed record MutationTally(long Inputs, long Read, long Refused, TimeSpan Time, IReadOnlyList<MutationFinding> Findings)
{
    /// <summary>Writes a row for the table of docs/reliability.md beside the tests' assembly.</summary>
    /// <param name="folder">The folder for the rows.</param>
    /// <param name="parser">The reader's name.</param>
    public void Write(string folder, string parser) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(folder).FullName, $"{parser.Replace(' ', '-')}.md"),
        string.Create(
            CultureInfo.InvariantCulture, $"| {parser} | {Inputs} | {Time.TotalSeconds:0} | {Read} | {Refused} | {Findings.Count} |\n"));
}
