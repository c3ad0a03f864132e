using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using TorchSharp;

namespace Mpuc.Host.Training;

/// <summary>Gathers a run's manifest.</summary>
internal static class RunManifestBuilder
{
    public static RunManifest Build(RunConfiguration configuration, IReadOnlyList<Modality> modalities, DataSplit split, IReadOnlyList<string> warnings) => new()
    {
        Program = typeof(RunManifestBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        ConfigurationSha256 = Hash(configuration.Resolved.ToJsonString()),
        DataSha256 = Fingerprint(split),
        Seed = configuration.Seed,
        Device = configuration.Runtime.Device,
        Threads = torch.get_num_threads(),
        Objective = configuration.Objective.Variant.ToString(),
        Unsupervised = configuration.Objective.IsUnsupervised,
        Libraries = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["libtorch"] = torch.__version__,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["system"] = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
        },
        Modalities =
        [
            .. modalities.Select(modality => new RunManifest.ModalityEntry(
                modality.Name, modality.Settings.Kind, modality.Plugin, modality.Settings.Backbone, modality.BackbonePlugin)),
        ],
        Training = Entries(split.Training),
        Validation = Entries(split.Validation),
        Test = Entries(split.Test),
        Warnings = warnings,
    };

    /// <summary>The hash of what the data are, wherever they lie: labels play no part.</summary>
    public static string Fingerprint(DataSplit split)
    {
        var text = new StringBuilder();
        foreach (var (side, recordings) in new[] { ("training", split.Training), ("validation", split.Validation), ("test", split.Test) })
        {
            foreach (var recording in recordings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{side}\t{recording.Id}\t{recording.Group}");
                foreach (var (name, source) in recording.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
                {
                    var file = new FileInfo(source.Path);
                    var size = file.Exists ? file.Length : -1;
                    text.Append(CultureInfo.InvariantCulture, $"\t{name}\t{file.Name}\t{size}\t{source.Key}\t{source.Start:R}\t{source.End:R}");
                }

                text.Append('\n');
            }
        }

        return Hash(text.ToString());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static List<RunManifest.RecordingEntry> Entries(IEnumerable<Recording> recordings) =>
        [.. recordings.Select(recording => new RunManifest.RecordingEntry(recording.Id, recording.Group))];
}
