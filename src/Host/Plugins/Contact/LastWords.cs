using System.Globalization;
using System.Text;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>Finds in what a process wrote to standard error the one sentence that says why it ended.</summary>
internal static class LastWords
{
    private const int Longest = 400;
    private const string What = "what():";
    private const string FailFast = "Process terminated.";
    private const string Unhandled = "Unhandled exception.";
    private const string Overflow = "Stack overflow.";

    /// <summary>
    /// Finds the sentence: a C++ exception's first line, or what .NET says of an end of its own, or else the signal or exit code.
    /// </summary>
    /// <returns>The sentence, without a full stop and on one line.</returns>
    public static string Of(string error, int exitCode) =>
        After(error, What) is { Length: > 0 } native ? native
        : After(error, FailFast) is { Length: > 0 } failed ? failed
        : After(error, Unhandled) is { Length: > 0 } thrown ? thrown
        : error.Contains(Overflow, StringComparison.Ordinal) ? "stack overflow"
        : Describe(exitCode);

    private static string? After(string error, string mark)
    {
        var start = error.LastIndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var line = error[(start + mark.Length)..].TrimStart().Split('\n')[0];
        return line.StartsWith("at ", StringComparison.Ordinal) ? null : Tidy(line);
    }

    // It goes to a terminal, and comes from a plugin.
    private static string Tidy(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var character in line.Take(Longest))
        {
            text.Append(char.IsControl(character) ? ' ' : character);
        }

        return text.ToString().TrimEnd('.', ' ');
    }

    private static string Describe(int exitCode) => OperatingSystem.IsWindows()
        ? string.Create(CultureInfo.InvariantCulture, $"exit code 0x{exitCode:x8}")
        : exitCode switch
        {
            134 => "it aborted (SIGABRT)",
            137 => "it was killed (SIGKILL), perhaps for want of memory",
            139 => "a segmentation fault (SIGSEGV)",
            132 => "an illegal instruction (SIGILL)",
            135 => "a bus error (SIGBUS)",
            136 => "an arithmetic fault (SIGFPE)",
            _ => string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}, without a word"),
        };
}
