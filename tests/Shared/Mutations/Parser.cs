namespace Mpuc.Tests.Mutations;

/// <summary>A reader of input, as the mutation tests see it.</summary>
/// <param name="Name">What it reads; names the test, so it has letters, digits, blanks and dashes alone.</param>
/// <param name="Corpus">Makes sound inputs, which the reader must take as they are.</param>
/// <param name="Open">Gives the reader, which may keep files in the folder; called for each run anew.</param>
internal sealed record Parser(string Name, Func<IReadOnlyList<byte[]>> Corpus, Func<Scratch, Action<byte[]>> Open)
{
    /// <summary>What every refusal must name, such as the file; empty where the caller adds it.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>Words and marks of the format.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>Whether the format is text.</summary>
    public bool IsText { get; init; }

    /// <summary>Which exceptions the reader promises; <see cref="MpucException"/> alone unless it says otherwise.</summary>
    public Func<Exception, bool> Promises { get; init; } = exception => exception is MpucException;

    /// <summary>A reader that takes bytes.</summary>
    public static Parser OfBytes(string name, Func<IReadOnlyList<byte[]>> corpus, Action<byte[]> read) => new(name, corpus, _ => read);

    /// <summary>A reader that takes the path of one file.</summary>
    /// <param name="name">The parser's name.</param>
    /// <param name="file">The file's name, which every refusal must have.</param>
    /// <param name="corpus">Sound files.</param>
    /// <param name="read">Reads the file of a path.</param>
    public static Parser OfFile(string name, string file, Func<IReadOnlyList<byte[]>> corpus, Action<string> read) =>
        new(name, corpus, scratch => bytes => read(scratch.Write(file, bytes))) { Subject = file };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
