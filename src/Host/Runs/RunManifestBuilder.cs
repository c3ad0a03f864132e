using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Data.Content;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>Gathers a run's manifest.</summary>
internal static class RunManifestBuilder
{
    public static RunManifest Build(RunConfiguration configuration, TrainingSetup setup) => new()
    {
        Program = typeof(RunManifestBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        ConfigurationSha256 = Hash(configuration.Resolved.ToJsonString()),
        DataSha256 = Fingerprint(setup.Split, configuration.Data),
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
            .. setup.Modalities.Select(modality => new RunManifest.ModalityEntry(
                modality.Name, modality.Settings.Kind, modality.Plugin, modality.Settings.Backbone, modality.BackbonePlugin)),
        ],
        Training = Entries(setup.Split.Training),
        Validation = Entries(setup.Split.Validation),
        Test = Entries(setup.Split.Test),
        Warnings = setup.Warnings,
    };

    /// <summary>The hash of what the data are, wherever they lie and whatever their files are called: labels play no part.</summary>
    public static string Fingerprint(DataSplit split, DataOptions options)
    {
        var files = new ContentHashes(CacheFolder.Of(options));
        var contents = new RecordingHashes(files);
        var text = new StringBuilder();
        foreach (var (side, recordings) in new[] { ("training", split.Training), ("validation", split.Validation), ("test", split.Test) })
        {
            foreach (var recording in recordings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{side}\t{recording.Id}\t{recording.Group}\t{contents.Of(recording)}\n");
            }
        }

        files.Save();
        return Hash(text.ToString());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static List<RunManifest.RecordingEntry> Entries(IEnumerable<Recording> recordings) =>
        [.. recordings.Select(recording => new RunManifest.RecordingEntry(recording.Id, recording.Group))];
}
