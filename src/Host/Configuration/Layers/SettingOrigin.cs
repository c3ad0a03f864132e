namespace Mpuc.Host.Configuration.Layers;

/// <summary>Where a setting was made.</summary>
/// <param name="Source">The file as the user wrote it, a <c>--set seed=1</c>, or the name of a variable.</param>
/// <param name="Folder">The absolute folder that the setting's relative paths count from.</param>
internal sealed record SettingOrigin(string Source, string Folder)
{
    /// <summary>Whether it is a file, with lines to point at and quotes around texts; overrides have neither.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether the case of keys says nothing, as in the name of an environment variable.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The line, from 1; 0 for the source as a whole.</summary>
    public int Line { get; private init; }

    /// <summary>The column, from 1; 0 for the source as a whole.</summary>
    public int Column { get; private init; }

    /// <summary>What an error message starts with, such as <c>run.json:3:5</c>.</summary>
    public string Place => Line == 0 ? Source : $"{Source}:{Line}:{Column}";

    /// <summary>A place within.</summary>
    /// <param name="position">Line and column, from 1.</param>
    /// <returns>The place where this is a file, else this.</returns>
    public SettingOrigin At((int Line, int Column) position) =>
        IsFile ? this with { Line = position.Line, Column = position.Column } : this;
}
