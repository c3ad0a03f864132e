namespace Mpuc.Host.Cli;

/// <summary>The paths of recordings that a user names, on the command line or on standard input.</summary>
internal static class InputPaths
{
    private const string StandardInput = "-";

    /// <summary>Replaces <c>-</c> by the lines of standard input.</summary>
    /// <param name="inputs">The command line's arguments.</param>
    /// <returns>The paths.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> inputs) =>
    [
        .. inputs.SelectMany(input => input == StandardInput
            ? Console.In.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [input]),
    ];
}
