namespace Mpuc.Host.Configuration.Schema;

/// <summary>An object whose keys are names that the user gives and whose values are alike.</summary>
internal sealed class MapSchema(string description, SettingsSchema entry)
    : SettingsSchema(description)
{
    /// <summary>What a name looks like, for people.</summary>
    public const string NameDescription = "a letter and then up to 63 letters, digits, '-' or '_'";

    /// <summary>What a name looks like, as a regular expression.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

    /// <summary>What stands under every name.</summary>
    public SettingsSchema Entry { get; } = entry;

    /// <summary>An entry such as one could write, for the message that there is none; null where there need not be any.</summary>
    public string? Example { get; init; }

    /// <summary>Whether a text can be a name. Names end up in the keys of checkpoints, so there are no dots.</summary>
    /// <returns>True for a name as <see cref="NameDescription"/> says.</returns>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 64
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
