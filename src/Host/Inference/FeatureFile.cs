using System.Globalization;
using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>
/// Writes features, one row per recording, NaN where a recording lacks a modality. Every form is written atomically.
/// </summary>
internal static class FeatureFile
{
    private static readonly Dictionary<string, Action<string, FeatureTable, IReadOnlyDictionary<string, string>>> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".safetensors"] = WriteSafetensors,
        [".npy"] = WriteNumpy,
        [".csv"] = WriteCsv,
    };

    /// <summary>Checks that features can be written to a path, before they are computed.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <returns>The path, absolute.</returns>
    /// <exception cref="MpucException">The extension is none of ours, or the folder does not exist.</exception>
    public static string Check(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Writers.ContainsKey(Path.GetExtension(full)))
        {
            throw new MpucException($"'{path}' must end in one of {string.Join(", ", Writers.Keys)}: the extension says in what form features are written.");
        }

        return Directory.Exists(full) ? throw new MpucException($"'{path}' is a folder; features are written to a file.")
            : OutputPath.RequireFolder(full);
    }

    /// <summary>Writes features in the form that the path's extension names.</summary>
    /// <param name="path">A path that <see cref="Check"/> returned.</param>
    /// <param name="features">The features.</param>
    /// <param name="origin">What they come from, by name, for formats with room for it.</param>
    public static void Write(string path, FeatureTable features, IReadOnlyDictionary<string, string> origin) =>
        Writers[Path.GetExtension(path)](path, features, origin);

    /// <summary>The tensors <c>features.NAME</c>, <c>[N, 512]</c> each, and <c>features</c>, all side by side; the ids in the metadata, as a JSON array.</summary>
    private static void WriteSafetensors(string path, FeatureTable features, IReadOnlyDictionary<string, string> origin)
    {
        using var scope = torch.NewDisposeScope();
        var tensors = features.Modalities.ToDictionary(name => $"features.{name}", name => features.Concatenate(features.RecordingIds, [name]), StringComparer.Ordinal);
        tensors["features"] = features.Concatenate(features.RecordingIds, features.Modalities);
        SafetensorsFile.Write(path, tensors, new Dictionary<string, string>(origin, StringComparer.Ordinal)
        {
            ["recordings"] = JsonSerializer.Serialize(features.RecordingIds),
            ["modalities"] = JsonSerializer.Serialize(features.Modalities),
        });
    }

    /// <summary>NumPy's format 1.0 with all modalities side by side; the ids lie beside it, one per line.</summary>
    private static void WriteNumpy(string path, FeatureTable features, IReadOnlyDictionary<string, string> origin)
    {
        using var fused = features.Concatenate(features.RecordingIds, features.Modalities);
        var shape = string.Create(CultureInfo.InvariantCulture, $"{fused.shape[0]}, {fused.shape[1]}");
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({shape}), }}";
        const int preamble = 10;
        var padded = header.PadRight((((header.Length + preamble + 1 + 63) / 64) * 64) - preamble - 1) + '\n';
        AtomicFile.Write(path, stream =>
        {
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)(padded.Length & 0xFF), (byte)(padded.Length >> 8)]);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(padded));
            stream.Write(fused.bytes);
        });
        AtomicFile.WriteText(Path.ChangeExtension(path, ".ids.txt"), string.Concat(features.RecordingIds.Select(id => id + '\n')));
    }

    /// <summary>The columns <c>id</c> and <c>NAME.0</c> to <c>NAME.511</c>; cells of a missing modality are empty.</summary>
    private static void WriteCsv(string path, FeatureTable features, IReadOnlyDictionary<string, string> origin) => AtomicFile.Write(path, stream =>
    {
        using var fused = features.Concatenate(features.RecordingIds, features.Modalities);
        var (values, columns) = (fused.data<float>().ToArray(), (int)fused.shape[1]);
        using var csv = CsvHelper.CsvWriter.Create(stream, new CsvHelper.CsvWriterOptions(), leaveOpen: true);
        csv.WriteField("id");
        foreach (var name in features.Modalities)
        {
            for (var i = 0; i < columns / features.Modalities.Count; i++)
            {
                csv.WriteField(string.Create(CultureInfo.InvariantCulture, $"{name}.{i}"));
            }
        }

        for (var row = 0; row < features.RecordingIds.Count; row++)
        {
            csv.EndRecord();
            csv.WriteField(features.RecordingIds[row]);
            foreach (var value in values.AsSpan(row * columns, columns))
            {
                csv.WriteField(float.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture));
            }
        }

        csv.EndRecord();
    });
}
