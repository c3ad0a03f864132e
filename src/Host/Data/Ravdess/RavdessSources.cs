namespace Mpuc.Host.Data;

/// <summary>Brings together what belongs to the same performance.</summary>
internal sealed class RavdessSources
{
    private readonly Dictionary<string, (RavdessName Name, Dictionary<string, ModalitySource> Sources)> _performances =
        new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];
    private readonly List<string> _songs = [];

    /// <summary>What a user should know, besides names that were left out.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Adds one source of one performance; song and names that are not of RAVDESS are counted and left out.</summary>
    /// <param name="name">The file's or row's name.</param>
    /// <param name="kind">The source's name.</param>
    /// <param name="source">Where it lies.</param>
    public void Add(string name, string kind, ModalitySource source)
    {
        if (RavdessName.Parse(name) is not { } parsed)
        {
            _unknown.Add(name);
        }
        else if (!parsed.IsSpeech)
        {
            _songs.Add(name);
        }
        else
        {
            _performances.TryAdd(parsed.Performance, (parsed, new Dictionary<string, ModalitySource>(StringComparer.Ordinal)));
            _performances[parsed.Performance].Sources[kind] = source;
        }
    }

    /// <summary>The recordings, by actor and name.</summary>
    /// <returns>One per performance.</returns>
    public IReadOnlyList<Recording> ToRecordings()
    {
        Warn("not a RAVDESS name", _unknown);
        Warn("song, not speech", _songs);
        return
        [
            .. _performances.Values.OrderBy(performance => performance.Name.Actor, StringComparer.Ordinal)
                .ThenBy(performance => performance.Name.Performance, StringComparer.Ordinal)
                .Select(performance => new Recording
                {
                    Id = performance.Name.AudioName,
                    Group = performance.Name.Actor,
                    Labels = performance.Name.Labels,
                    Sources = performance.Sources,
                }),
        ];
    }

    private void Warn(string reason, List<string> names)
    {
        if (names.Count > 0)
        {
            Warnings.Add($"Left out ({reason}): {names.Count}, such as '{names[0]}'.");
        }
    }
}
