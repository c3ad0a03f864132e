using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Inference.Search;

/// <summary>Collects embeddings of recordings and writes them as an index, which appears whole or not at all.</summary>
internal sealed class IndexWriter(IReadOnlyList<string> modalities) : IDisposable
{
    private readonly List<IndexedRecording> _recordings = [];
    private readonly Dictionary<string, (List<long> Recordings, List<torch.Tensor> Vectors)> _rows =
        modalities.ToDictionary(name => name, _ => (new List<long>(), new List<torch.Tensor>()), StringComparer.Ordinal);

    /// <summary>How many recordings it has.</summary>
    public int Count => _recordings.Count;

    /// <summary>Checks that an index can be written to a path, before anything is computed.</summary>
    /// <returns>The path, absolute.</returns>
    /// <exception cref="MpucException">Something else is there, or the folder for it is missing.</exception>
    public static string Check(string path)
    {
        var full = OutputPath.RequireFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return File.Exists(full) || (Directory.Exists(full) && !IsReplaceable(full))
            ? throw new MpucException($"'{path}' exists and is no index; choose another name or a new folder.")
            : full;
    }

    /// <summary>Adds a recording.</summary>
    /// <param name="embeddings">Its embeddings by modality, <c>[1, D]</c> each, of length 1; become the writer's.</param>
    public void Add(IndexedRecording recording, IReadOnlyDictionary<string, torch.Tensor> embeddings)
    {
        foreach (var (name, vector) in embeddings)
        {
            _rows[name].Recordings.Add(_recordings.Count);
            _rows[name].Vectors.Add(vector);
        }

        _recordings.Add(recording);
    }

    /// <summary>Writes the index.</summary>
    /// <param name="output">A path that <see cref="Check"/> returned.</param>
    public IndexManifest Write(string output, string bundle)
    {
        var folder = AtomicFolder.TemporaryOf(output);
        Directory.CreateDirectory(folder);
        try
        {
            var run = CopyBundle(bundle, Path.Combine(folder, IndexNames.Bundle));
            AtomicFile.WriteText(
                Path.Combine(folder, IndexNames.Recordings),
                string.Concat(_recordings.Select(recording => PredictionText.ToJson(recording) + '\n')));
            var dimensions = WriteVectors(Path.Combine(folder, IndexNames.Vectors));
            var manifest = new IndexManifest
            {
                Format = IndexManifest.CurrentFormat,
                Run = run,
                Dimensions = dimensions,
                Recordings = _recordings.Count,
                Modalities = [.. modalities.Select(name => new IndexedModality(name, _rows[name].Recordings.Count))],
                Files = [.. IndexNames.Listed.Select(name => Describe(folder, name))],
            };
            AtomicFile.WriteText(Path.Combine(folder, IndexNames.Manifest), manifest.ToJson());
            AtomicFolder.Replace(folder, output);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var vector in _rows.Values.SelectMany(rows => rows.Vectors))
        {
            vector.Dispose();
        }
    }

    private int WriteVectors(string path)
    {
        using var scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor>(StringComparer.Ordinal);
        var dimensions = 0;
        foreach (var (name, rows) in _rows.Where(rows => rows.Value.Vectors.Count > 0))
        {
            var joined = torch.cat(rows.Vectors, 0);
            dimensions = (int)joined.shape[1];
            tensors[IndexNames.RowsOf(name)] = torch.tensor(rows.Recordings.ToArray(), torch.ScalarType.Int64);
            foreach (var (part, vectors) in VectorTable.Tensors(IndexNames.VectorsOf(name), joined))
            {
                tensors[part] = vectors;
            }
        }

        SafetensorsFile.Write(path, tensors);
        return dimensions;
    }

    private static string CopyBundle(string path, string folder)
    {
        using var bundle = BundleFolder.Open(path);
        Directory.CreateDirectory(folder);
        foreach (var name in bundle.Manifest.Files.Select(file => file.Name).Append(BundleNames.Manifest))
        {
            File.Copy(bundle.PathOf(name), Path.Combine(folder, name));
        }

        return bundle.Manifest.Run;
    }

    private static BundleFile Describe(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return new BundleFile(name, new FileInfo(path).Length, FileHash.OfFile(path));
    }

    // Nothing but an index's own files may be deleted by replacing one.
    private static bool IsReplaceable(string folder) =>
        Directory.EnumerateFiles(folder).All(file =>
            Path.GetFileName(file) is IndexNames.Manifest or IndexNames.Recordings or IndexNames.Vectors)
        && Directory.EnumerateDirectories(folder).All(inner => Path.GetFileName(inner) == IndexNames.Bundle
            && Directory.EnumerateFileSystemEntries(inner).All(file => BundleNames.Limits.ContainsKey(Path.GetFileName(file))));
}

/// <summary>A modality of an index.</summary>
internal sealed record IndexedModality(string Name, long Recordings);
