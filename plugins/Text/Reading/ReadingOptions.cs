namespace Mpuc.Plugins.Text.Reading;

/// <summary>How transcripts are read from files.</summary>
internal sealed record ReadingOptions
{
    private static readonly Option<IReadOnlyList<string>> KeyColumnsOption = Option.Texts(
        "keyColumns", [], "The columns of a table whose cells, joined by commas, are a row's key; without any, the first column.");

    private static readonly Option<string> TextColumnOption = Option.Text(
        "textColumn", "text", "The column of a table that holds the transcripts.");

    private static readonly Option<IReadOnlyList<string>> SilenceOption = Option.Texts(
        "silence", ["sil", "sp"], "What stands for silence in files with timed words.");

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } = [KeyColumnsOption, TextColumnOption, SilenceOption];

    /// <summary>The columns whose cells are a row's key; none for the first column.</summary>
    public IReadOnlyList<string> KeyColumns { get; init; } = KeyColumnsOption.Default!;

    /// <summary>The column that holds the transcripts; <c>text</c> by default.</summary>
    public string TextColumn { get; init; } = TextColumnOption.Default!;

    /// <summary>What stands for silence in files with timed words; <c>sil</c> and <c>sp</c> by default.</summary>
    public IReadOnlyList<string> Silence { get; init; } = SilenceOption.Default!;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <returns>The options.</returns>
    public static ReadingOptions From(OptionValues values) => new()
    {
        KeyColumns = values.Get(KeyColumnsOption),
        TextColumn = values.Get(TextColumnOption),
        Silence = values.Get(SilenceOption),
    };
}
