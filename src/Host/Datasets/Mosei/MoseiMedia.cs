using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// The whole videos and their sound, where they were downloaded: files named after the video's id, such as
/// <c>Audio/Full/WAV_16000/abc.wav</c> and <c>Videos/Full/Combined/abc.mp4</c>, in any sub-folder. A segment is a span of them.
/// </summary>
internal sealed class MoseiMedia
{
    private const string Audio = "audio";
    private const string Video = "video";

    private static readonly Dictionary<string, string> Sources = new(StringComparer.OrdinalIgnoreCase)
    {
        [".wav"] = Audio,
        [".mp4"] = Video,
    };

    private readonly Dictionary<(string Source, string Video), string> _files = [];

    /// <summary>Finds the files.</summary>
    /// <param name="videos">The videos' ids; files of other names are no concern.</param>
    /// <param name="warnings">Told of files that are left out because another one has the same name.</param>
    public MoseiMedia(string root, IReadOnlySet<string> videos, List<string> warnings)
    {
        var repeated = new List<string>();
        foreach (var path in FolderWalk.Files(root))
        {
            var id = Path.GetFileNameWithoutExtension(path);
            if (Sources.TryGetValue(Path.GetExtension(path), out var source) && videos.Contains(id) && !_files.TryAdd((source, id), path))
            {
                repeated.Add(path);
            }
        }

        if (repeated.Count > 0)
        {
            warnings.Add($"Left out (there twice): {repeated.Count}, such as '{repeated[0]}'.");
        }
    }

    /// <summary>Where a segment's media lie; the sound of the video where it has no file of its own.</summary>
    public IEnumerable<(string Name, ModalitySource Source)> SourcesOf(MoseiSegment segment)
    {
        var video = _files.GetValueOrDefault((Video, segment.Video));
        var audio = _files.GetValueOrDefault((Audio, segment.Video)) ?? video;
        return new[] { (Name: Audio, Path: audio), (Name: Video, Path: video) }.Where(source => source.Path is not null)
            .Select(source => (source.Name, new ModalitySource(source.Path!) { Start = segment.Start, End = segment.End }));
    }
}
