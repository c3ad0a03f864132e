using Mpuc.Conformance.Checks;
using Mpuc.Conformance.Trials;
using static TorchSharp.torch;

namespace Mpuc.Conformance;

/// <summary>Every check that applies to a plugin.</summary>
public sealed class ConformanceSuite
{
    /// <summary>Puts the checks together.</summary>
    /// <param name="plugin">The plugin; stays the caller's.</param>
    /// <param name="samples">What its kinds of modality are tried with, by kind; also those that it offers backbones for.</param>
    /// <param name="load">Loads the plugin again, in a load context of its own that its disposal unloads.</param>
    public ConformanceSuite(IPluginUnderTest plugin, IReadOnlyDictionary<string, KindSamples> samples, Func<IPluginUnderTest> load)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(samples);
        List<EncoderTrial> encoders =
            [.. plugin.Modalities.DistinctBy(kind => kind.Kind).Select(kind => new EncoderTrial(plugin, kind, SamplesOf(kind.Kind)))];
        List<BackboneTrial> backbones = [.. plugin.Backbones.DistinctBy(backbone => backbone.Key).Select(backbone => new BackboneTrial(
            plugin, backbone, SamplesOf(backbone.Kind), encoders.Find(encoder => encoder.Descriptor.Kind == backbone.Kind)))];
        var whole = new PluginTrial(plugin, load, encoders, backbones);
        Cases =
        [
            .. DescriptorChecks.All.Select(check => Case(check, "plugin", whole)),
            .. encoders.SelectMany(trial => ChecksOf(trial).Select(check => Case(check, trial.Descriptor.Kind, trial))),
            .. backbones.SelectMany(trial =>
                FeatureChecks.All.Concat(TrainingChecks.All).Select(check => Case(check, trial.Descriptor.Key, trial))),
            .. UnloadChecks.All.Select(check => Case(check, "plugin", whole)),
        ];

        KindSamples SamplesOf(string kind) => samples.GetValueOrDefault(kind) ?? new KindSamples();
    }

    /// <summary>How long a check may take before the plugin counts as hanging.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(3);

    /// <summary>The checks, in the order in which they are best run.</summary>
    public IReadOnlyList<ConformanceCase> Cases { get; }

    private static IEnumerable<Check<EncoderTrial>> ChecksOf(EncoderTrial trial) =>
        [.. ReadingChecks.All, .. RefusalChecks.All, .. WindowChecks.All, .. StatisticsChecks.All, .. PreviewChecks.All];

    private static ConformanceCase Case<T>(Check<T> check, string target, T trial) => new(check.Name, target, check.Sentence, () =>
    {
        using var scope = NewDisposeScope();
        check.Try(trial);
    });
}
