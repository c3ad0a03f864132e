using System.Globalization;
using System.Text.Json;
using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>
/// Writes features, one row per recording or per window, NaN where a recording lacks a modality. Every form is written atomically.
/// </summary>
internal static class FeatureFile
{
    private static readonly string[] WindowColumns = ["id", "start", "end"];

    private static readonly Dictionary<string, Action<string, FeatureRows, IReadOnlyDictionary<string, string>>> Writers = new(
        StringComparer.OrdinalIgnoreCase)
    {
        [".safetensors"] = WriteSafetensors,
        [".npy"] = WriteNumpy,
        [".csv"] = WriteCsv,
    };

    /// <summary>Checks that features can be written to a path, before they are computed.</summary>
    /// <returns>The path, absolute.</returns>
    /// <exception cref="MpucException">The extension is none of ours, or the folder does not exist.</exception>
    public static string Check(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Writers.ContainsKey(Path.GetExtension(full)))
        {
            throw new MpucException(
                $"'{path}' must end in one of {string.Join(", ", Writers.Keys)}: the extension says in what form features are written.");
        }

        return Directory.Exists(full) ? throw new MpucException($"'{path}' is a folder; features are written to a file.")
            : OutputPath.RequireFolder(full);
    }

    /// <summary>All files that features are written to.</summary>
    /// <param name="path">A path that <see cref="Check"/> returned.</param>
    public static IReadOnlyList<string> PathsOf(string path) => IsNumpy(path) ? [path, IdsOf(path), StartsOf(path)] : [path];

    /// <summary>Writes features in the form that the path's extension names.</summary>
    /// <param name="path">A path that <see cref="Check"/> returned.</param>
    public static void Write(string path, FeatureRows features, IReadOnlyDictionary<string, string> origin) =>
        Writers[Path.GetExtension(path)](path, features, origin);

    /// <summary>
    /// The tensors <c>features.NAME</c>, <c>[N, 512]</c> each, and <c>features</c>, all side by side; the rows' ids in the metadata, as a
    /// JSON array. Of windows also <c>start</c>, <c>[N]</c> in seconds, and their length in the metadata.
    /// </summary>
    private static void WriteSafetensors(string path, FeatureRows features, IReadOnlyDictionary<string, string> origin)
    {
        using var scope = torch.NewDisposeScope();
        var tensors = features.Modalities.Index().ToDictionary(
            pair => $"features.{pair.Item}", pair => features.Of(pair.Index), StringComparer.Ordinal);
        tensors["features"] = features.Values;
        var metadata = new Dictionary<string, string>(origin, StringComparer.Ordinal)
        {
            ["recordings"] = JsonSerializer.Serialize(features.Ids),
            ["modalities"] = JsonSerializer.Serialize(features.Modalities),
        };
        if (features.Windows is { } windows)
        {
            tensors["start"] = Starts(windows);
            metadata["window.seconds"] = CsvRows.Number(windows.Seconds);
        }

        SafetensorsFile.Write(path, tensors, metadata);
    }

    /// <summary>
    /// An array with all modalities side by side; the rows' ids lie beside it, one per line, and the windows' starts as another array.
    /// </summary>
    private static void WriteNumpy(string path, FeatureRows features, IReadOnlyDictionary<string, string> origin)
    {
        // What an earlier array had beside it goes first: an array that lacks it for a moment misleads nobody, one with another's does.
        File.Delete(IdsOf(path));
        File.Delete(StartsOf(path));
        NumpyFile.Write(path, features.Values);
        AtomicFile.WriteText(IdsOf(path), string.Concat(features.Ids.Select(id => id + '\n')));
        if (features.Windows is { } windows)
        {
            using var starts = Starts(windows);
            NumpyFile.Write(StartsOf(path), starts);
        }
    }

    /// <summary>
    /// The columns <c>id</c>, of windows <c>start</c> and <c>end</c> in seconds, and <c>NAME.0</c> to <c>NAME.511</c>; cells of a missing
    /// modality are empty.
    /// </summary>
    private static void WriteCsv(string path, FeatureRows features, IReadOnlyDictionary<string, string> origin) =>
        AtomicFile.Write(path, stream =>
    {
        var (values, columns) = (features.Values.data<float>().ToArray(), (int)features.Values.shape[1]);
        CsvRows.Write(
            stream,
            [
                .. features.Windows is null ? ["id"] : WindowColumns,
                .. features.Modalities.SelectMany(name =>
                    Enumerable.Range(0, features.FeatureSize).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}.{i}"))),
            ],
            features.Ids.Select((id, row) => (IEnumerable<string>)[
                id,
                .. features.Windows is { } windows
                    ? [CsvRows.Number(windows.Starts[row]), CsvRows.Number(windows.Starts[row] + windows.Seconds)]
                    : Array.Empty<string>(),
                .. new ArraySegment<float>(values, row * columns, columns).Select(value =>
                    float.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture)),
            ]));
    });

    private static bool IsNumpy(string path) => Path.GetExtension(path).Equals(".npy", StringComparison.OrdinalIgnoreCase);

    private static string IdsOf(string path) => Path.ChangeExtension(path, ".ids.txt");

    private static string StartsOf(string path) => Path.ChangeExtension(path, ".start.npy");

    private static torch.Tensor Starts(WindowTimes windows) => torch.tensor(windows.Starts.ToArray(), torch.ScalarType.Float64);
}

/// <summary>When windows begin and how long they are.</summary>
/// <param name="Starts">Seconds from the beginning of a window's recording, one by one.</param>
internal sealed record WindowTimes(IReadOnlyList<double> Starts, double Seconds);
