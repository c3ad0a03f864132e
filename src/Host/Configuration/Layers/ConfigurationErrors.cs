namespace Mpuc.Host.Configuration.Layers;

/// <summary>Collects what is wrong with a configuration, so that the user reads all of it at once.</summary>
internal sealed class ConfigurationErrors
{
    private readonly List<(SettingOrigin Origin, string Sentence)> _errors = [];

    /// <summary>How many errors there are so far.</summary>
    public int Count => _errors.Count;

    /// <summary>Adds an error.</summary>
    /// <param name="origin">Where the setting was made.</param>
    public void Add(SettingOrigin origin, string sentence) => _errors.Add((origin, OneLine($"{origin.Place}: {sentence}")));

    /// <summary>Ends the reading where anything is wrong.</summary>
    /// <exception cref="MpucException">There is an error; one line for each, those of the file first and from top to bottom.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            var ordered = _errors.OrderBy(error => !error.Origin.IsFile)
                .ThenBy(error => error.Origin.Line)
                .ThenBy(error => error.Origin.Column);
            throw new MpucException(string.Join('\n', ordered.Select(error => error.Sentence).Distinct(StringComparer.Ordinal)));
        }
    }

    // What the user wrote may hold line ends, or worse, what a terminal obeys.
    private static string OneLine(string sentence) => string.Concat(sentence.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
