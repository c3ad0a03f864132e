using System.CommandLine;
using System.Globalization;

namespace Mpuc.Host.Cli;

/// <summary>The arguments and options that several commands take, with one name and one meaning everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>The configuration file.</summary>
    public static Argument<string> Configuration { get; } = new("CONFIG") { Description = "The configuration, a JSON file." };

    /// <summary>The bundle that judges recordings.</summary>
    public static Argument<string> Bundle { get; } = new("BUNDLE") { Description = "A bundle of 'mpuc export', a folder or a .zip file." };

    /// <summary>The recordings that a bundle judges, see <see cref="InputPaths"/>.</summary>
    public static Argument<string[]> Inputs { get; } = new("INPUT")
    {
        Description =
            "Recordings: files (those of one name are one recording), folders, manifests; - for paths on standard input, one a line.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The kind of data set that <see cref="Inputs"/> are; null for files, folders and manifests.</summary>
    public static System.CommandLine.Option<string?> Kind { get; } = new("--kind")
    {
        Description = "Read each INPUT as a data set of this kind, as data.kind does: ravdess, mosei, ...",
        HelpName = "KIND",
    };

    /// <summary>How far windows that slide over a recording lie apart; null for half a window.</summary>
    public static System.CommandLine.Option<double?> Hop { get; } = new("--hop")
    {
        Description = "Seconds between the windows' starts; half a window by default.",
        HelpName = "SECONDS",
    };

    /// <summary>Plugin folders besides those that are always looked into.</summary>
    public static System.CommandLine.Option<string[]> PluginFolders { get; } = new("--folder")
    {
        Description = "A further folder whose sub-folders are plugins. Repeatable.",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Overrides of single settings, <c>a.b=c</c> each.</summary>
    public static System.CommandLine.Option<string[]> Set { get; } = new("--set")
    {
        Description = "Override a setting, such as training.epochs=5; the value is JSON, or else a text. Repeatable.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The folder that results are written to; null where the user names none.</summary>
    public static System.CommandLine.Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "The folder to write to.",
        HelpName = "DIR",
    };

    /// <summary>Whether a program reads the output.</summary>
    public static System.CommandLine.Option<bool> Json { get; } = new("--json") { Description = "Print JSON for programs to read." };

    /// <summary>Whether to say more; known to every command.</summary>
    public static System.CommandLine.Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Say more, and print the whole trace of an error.",
        Recursive = true,
    };

    /// <summary>The value of <see cref="Hop"/>.</summary>
    /// <returns>Seconds, above 0; null for half a window.</returns>
    /// <exception cref="MpucException">It is not above 0, or not finite, or nobody asks for windows.</exception>
    public static double? HopOf(ParseResult parsed, System.CommandLine.Option<bool> windows) => parsed.GetValue(Hop) switch
    {
        null => null,
        { } hop when !(hop > 0 && double.IsFinite(hop)) =>
            throw new MpucException(string.Create(CultureInfo.InvariantCulture, $"--hop is {hop}; it must be above 0.")),
        _ when !parsed.GetValue(windows) => throw new MpucException($"--hop is the distance of windows; add {windows.Name}."),
        { } hop => hop,
    };

    /// <summary>Finds out whether a command line asks to say more, before there are commands.</summary>
    /// <returns>The value of <see cref="Verbose"/>.</returns>
    public static bool IsVerbose(IReadOnlyList<string> arguments) =>
        new RootCommand { TreatUnmatchedTokensAsErrors = false, Options = { Verbose } }.Parse(arguments).GetValue(Verbose);
}

/// <summary>The paths of recordings that a user names, on the command line or on standard input.</summary>
internal static class InputPaths
{
    private const string StandardInput = "-";

    /// <summary>Replaces <c>-</c> by the lines of standard input.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> inputs) =>
    [
        .. inputs.SelectMany(input => input == StandardInput
            ? Console.In.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [input]),
    ];
}
