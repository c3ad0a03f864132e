namespace Mpuc.Host.Plugins;

/// <summary>Which plugins are loaded: the section <c>plugins</c> of a configuration.</summary>
public sealed record PluginOptions
{
    /// <summary>What <see cref="Allow"/> holds where every plugin may be loaded.</summary>
    public const string All = "*";

    private static readonly Option<IReadOnlyList<string>> FoldersOption = Option.Paths(
        "folders", [], "Further folders whose sub-folders are plugins, besides the program's own and those in MPUC_PLUGINS.");

    private static readonly Option<IReadOnlyList<string>> AllowOption = Option.Texts(
        "allow",
        [All],
        "The SHA-256 of every plugin folder that may be loaded, as 'mpuc plugins inspect' prints it; [\"*\"] allows all, an empty list "
            + "none.");

    private static readonly Option<bool> WatchOption = Option.Boolean(
        "watch", false, "Whether a training takes new versions of its plugins between two steps, as soon as they lie in their folders.");

    private static readonly Option<bool> FirstContactOption = Option.Boolean(
        "firstContact", true, "Whether a plugin whose files are new is tried in a process of its own before it is loaded.");

    /// <summary>The section's options.</summary>
    public static OptionSchema Schema { get; } = new(FoldersOption, AllowOption, WatchOption, FirstContactOption);

    /// <summary>Further folders whose sub-folders are plugins, absolute.</summary>
    public IReadOnlyList<string> Folders { get; init; } = FoldersOption.Default!;

    /// <summary>
    /// The SHA-256 of every plugin folder that may be loaded, in hexadecimal; <see cref="All"/> stands for every one, and empty allows
    /// none.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = AllowOption.Default!;

    /// <summary>Whether a training takes new versions of its plugins while it runs.</summary>
    public bool Watch { get; init; } = WatchOption.Default;

    /// <summary>Whether a plugin whose files are new is tried in a process of its own before it is loaded.</summary>
    public bool FirstContact { get; init; } = FirstContactOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static PluginOptions From(OptionValues values) => new()
    {
        Folders = values.Get(FoldersOption),
        Allow = values.Get(AllowOption),
        Watch = values.Get(WatchOption),
        FirstContact = values.Get(FirstContactOption),
    };
}
