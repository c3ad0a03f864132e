using System.CommandLine;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Weights;

namespace Mpuc.Host.Cli;

/// <summary>The list of inputs that a command could not work on, in a file of its own.</summary>
internal static class Quarantine
{
    /// <summary>The file.</summary>
    public static System.CommandLine.Option<string> File { get; } = new("--quarantine")
    {
        Description = "The file that lists inputs that cannot be read, and why; written only where there are some.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "quarantine.jsonl",
    };

    /// <summary>Where the list is written.</summary>
    /// <returns>An absolute path.</returns>
    public static string PathOf(ParseResult parsed) => Path.GetFullPath(parsed.GetRequiredValue(File));

    /// <summary>Writes the list, and says so, where there is something to list.</summary>
    /// <param name="undone">What could not be done to them, such as <c>judged</c>.</param>
    /// <returns>The exit code: 1 where there is something to list.</returns>
    public static int Report(ParseResult parsed, IReadOnlyList<QuarantinedInput> quarantined, int recordings, string undone)
    {
        if (quarantined.Count == 0)
        {
            return 0;
        }

        var path = PathOf(parsed);
        AtomicFile.WriteText(path, string.Concat(quarantined.Select(input => PredictionText.ToJson(input) + '\n')));
        parsed.InvocationConfiguration.Error.WriteLine(
            $"{quarantined.Count} of {recordings + quarantined.Count(input => input.Files is [var file] && file == input.Id)} inputs "
                + $"could not be {undone}; {path} says why, such as: {quarantined[0].Reason}");
        return 1;
    }
}
