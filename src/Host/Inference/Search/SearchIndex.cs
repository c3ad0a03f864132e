using System.Text.Json;
using Mpuc.Host.Inference.Features;
using Mpuc.Weights.Safetensors;

namespace Mpuc.Host.Inference.Search;

/// <summary>An index that was checked and opened for searching. Safe to use from several threads.</summary>
internal sealed class SearchIndex : IDisposable
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly List<IndexedRecording> _recordings;
    private readonly Dictionary<string, (VectorTable Vectors, long[] Recordings)> _tables = new(StringComparer.Ordinal);

    private SearchIndex(string folder, IndexManifest manifest)
    {
        (Folder, Manifest) = (folder, manifest);
        _recordings = ReadRecordings(Path.Combine(folder, IndexNames.Recordings), manifest.Recordings);
    }

    /// <summary>The index's folder.</summary>
    public string Folder { get; }

    /// <summary>What the index says of itself.</summary>
    public IndexManifest Manifest { get; }

    /// <summary>The bundle that embeds queries.</summary>
    public string Bundle => Path.Combine(Folder, IndexNames.Bundle);

    /// <summary>Opens an index and checks all of it.</summary>
    /// <exception cref="MpucException">It is missing, damaged or none of this program's, or has no such modality.</exception>
    public static SearchIndex Open(string path, Func<IndexManifest, IReadOnlyList<string>> modalities)
    {
        var index = new SearchIndex(Path.GetFullPath(path), IndexManifest.Read(path));
        try
        {
            index.OpenTables(modalities(index.Manifest));
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Finds the recordings whose embeddings resemble queries most; each recording at most once, in its nearest modality.
    /// </summary>
    /// <param name="queries">Embeddings of length 1, in any modality of the model; they are compared in one pass.</param>
    /// <param name="top">How many recordings to find for each, at least 1.</param>
    public IReadOnlyList<IReadOnlyList<SearchHit>> Search(IReadOnlyList<float[]> queries, int top, CancellationToken cancellationToken)
    {
        // A recording is once in a table, so the nearest of each table hold the nearest of all.
        var found = _tables.ToDictionary(
            table => table.Key, table => table.Value.Vectors.Nearest(queries, top, cancellationToken), StringComparer.Ordinal);
        return [.. queries.Select((_, query) => Rank(found.SelectMany(table => table.Value[query].Select(row => (table.Key, row))), top))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (vectors, _) in _tables.Values)
        {
            vectors.Dispose();
        }
    }

    private static List<IndexedRecording> ReadRecordings(string path, int count)
    {
        try
        {
            var recordings = File.ReadLines(path)
                .Select(line => JsonSerializer.Deserialize<IndexedRecording>(line, Strict) ?? throw new JsonException("A line is null."))
                .ToList();
            return recordings.Count == count
                ? recordings
                : throw new JsonException($"There are {recordings.Count} recordings where {count} are due.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MpucException($"{path} is not as written ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    private IReadOnlyList<SearchHit> Rank(IEnumerable<(string Modality, RowScore Row)> rows, int top) =>
    [
        .. rows.Select(pair => (pair.Modality, pair.Row.Score, Recording: _tables[pair.Modality].Recordings[pair.Row.Row]))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Recording)
            .DistinctBy(hit => hit.Recording).Take(top)
            .Select((hit, place) =>
                new SearchHit(
                    place + 1, _recordings[(int)hit.Recording].Id, hit.Modality, hit.Score, _recordings[(int)hit.Recording].Files)),
    ];

    private void OpenTables(IReadOnlyList<string> modalities)
    {
        if (modalities.FirstOrDefault(name => Manifest.Modalities.All(modality => modality.Name != name)) is { } unknown)
        {
            throw new MpucException(
                $"The index {Folder} has no modality '{unknown}'; there are "
                    + $"{string.Join(", ", Manifest.Modalities.Select(modality => modality.Name))}.");
        }

        var path = Path.Combine(Folder, IndexNames.Vectors);
        using var file = SafetensorsFile.Open(path);
        foreach (var modality in Manifest.Modalities
            .Where(modality => modality.Recordings > 0 && (modalities.Count == 0 || modalities.Contains(modality.Name))))
        {
            var vectors = VectorTable.Open(path, IndexNames.VectorsOf(modality.Name), modality.Recordings, Manifest.Dimensions);
            _tables[modality.Name] = (vectors, []);
            _tables[modality.Name] = (vectors, ReadRows(file, modality));
        }

        if (_tables.Count == 0)
        {
            throw new MpucException($"No recording of the index {Folder} has {string.Join(" or ", modalities)}.");
        }
    }

    private long[] ReadRows(SafetensorsFile file, IndexedModality modality)
    {
        using var tensor = file.Read(IndexNames.RowsOf(modality.Name));
        var rows = tensor.dtype == TorchSharp.torch.ScalarType.Int64 ? tensor.data<long>().ToArray() : [];
        return rows.Length == modality.Recordings
            && rows.All(row => row >= 0 && row < Manifest.Recordings)
            && rows.Distinct().Count() == rows.Length
            ? rows
            : throw new MpucException(
                $"{file.Path} does not fit its index: '{IndexNames.RowsOf(modality.Name)}' must hold the numbers of "
                    + $"{modality.Recordings} recordings.");
    }
}

/// <summary>A recording of an index.</summary>
internal sealed record IndexedRecording(string Id, IReadOnlyList<string> Files);

/// <summary>A recording that a search found.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Score">The cosine similarity of the embeddings, -1 to 1.</param>
internal sealed record SearchHit(int Rank, string Id, string Modality, double Score, IReadOnlyList<string> Files);
