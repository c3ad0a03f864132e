using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Ravdess;

/// <summary>Brings together what belongs to the same performance.</summary>
internal sealed class RavdessSources(string channel)
{
    private const string Audio = "audio";
    private const string Video = "video";

    private readonly Dictionary<string, Performance> _performances = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];
    private readonly List<string> _otherChannel = [];
    private readonly List<string> _repeated = [];

    /// <summary>What a user should know, besides names that were left out.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Whether any performance has a video or a facial tracking.</summary>
    public bool HasPictures => _performances.Values.Any(
        performance => performance.Videos.Count > 0 || performance.Sources.Keys.Any(name => name != Audio));

    /// <summary>Adds one source of one performance. The other channel and names that are not of RAVDESS are counted and left out.</summary>
    /// <param name="source">Where it lies.</param>
    public void Add(string name, string kind, ModalitySource source)
    {
        if (Find(name) is { } performance && !performance.Sources.TryAdd(kind, source))
        {
            _repeated.Add(source.Path);
        }
    }

    /// <summary>Adds a video, of which the one with sound is preferred and may stand in for the recording's audio.</summary>
    /// <param name="source">Where it lies.</param>
    public void AddVideo(string name, ModalitySource source)
    {
        if (Find(name) is { } performance && !performance.Videos.TryAdd(RavdessName.Parse(name)!.HasSound, source))
        {
            _repeated.Add(source.Path);
        }
    }

    /// <summary>The recordings, by actor and name.</summary>
    public IReadOnlyList<Recording> ToRecordings()
    {
        Warn("not a RAVDESS name", _unknown);
        Warn(channel == RavdessName.Speech ? "song, not speech" : "speech, not song", _otherChannel);
        Warn("there twice", _repeated);
        return
        [
            .. _performances.Values.OrderBy(performance => performance.Name.Actor, StringComparer.Ordinal)
                .ThenBy(performance => performance.Name.Performance, StringComparer.Ordinal)
                .Select(performance => new Recording
                {
                    Id = performance.Name.AudioName,
                    Group = performance.Name.Actor,
                    Labels = performance.Name.Labels,
                    Sources = SourcesOf(performance),
                }),
        ];
    }

    private static Dictionary<string, ModalitySource> SourcesOf(Performance performance)
    {
        var sources = new Dictionary<string, ModalitySource>(performance.Sources, StringComparer.Ordinal);
        var withSound = performance.Videos.GetValueOrDefault(true);
        if ((withSound ?? performance.Videos.GetValueOrDefault(false)) is { } video)
        {
            sources.Add(Video, video);
        }

        if (withSound is not null)
        {
            sources.TryAdd(Audio, withSound);
        }

        return sources;
    }

    private Performance? Find(string name)
    {
        var parsed = RavdessName.Parse(name);
        if (parsed is null)
        {
            _unknown.Add(name);
            return null;
        }

        if (channel is RavdessName.Speech or RavdessName.Song && parsed.Channel != channel)
        {
            _otherChannel.Add(name);
            return null;
        }

        _performances.TryAdd(parsed.Performance, new Performance(parsed));
        return _performances[parsed.Performance];
    }

    private void Warn(string reason, List<string> names)
    {
        if (names.Count > 0)
        {
            Warnings.Add($"Left out ({reason}): {names.Count}, such as '{names[0]}'.");
        }
    }

    private sealed record Performance(RavdessName Name)
    {
        public Dictionary<string, ModalitySource> Sources { get; } = new(StringComparer.Ordinal);

        /// <summary>The videos, by whether they have sound.</summary>
        public Dictionary<bool, ModalitySource> Videos { get; } = [];
    }
}
