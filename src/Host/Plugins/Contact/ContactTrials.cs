using Mpuc.Conformance;
using Mpuc.Conformance.Samples;
using Mpuc.Host.Plugins.Loading;
using static TorchSharp.torch;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>
/// The trials of a plugin's backbones: each with frames of the shape that its kind has, or, where that is not known, with guesses until one
/// does. They are numbered, the same in each child, so that a later one goes on behind the trial that was an earlier one's end.
/// </summary>
internal sealed class ContactTrials(IPluginUnderTest plugin, IReadOnlyDictionary<string, KindSamples> kinds, ContactReport report)
{
    private const int Seed = 20221;

    private readonly ContactFrames _frames = new(plugin, kinds, report);

    /// <summary>Makes them.</summary>
    /// <param name="after">The number of the last trial that is done with; -1 for none.</param>
    public void Run(int after)
    {
        manual_seed(Seed);
        for (var index = 0; index < plugin.Backbones.Count; index++)
        {
            var (backbone, first) = (plugin.Backbones[index], index * (ContactFrames.GuessCount + 1));
            if (after < first + ContactFrames.GuessCount)
            {
                Run(backbone, first, after);
            }
        }
    }

    private void Run(BackboneDescriptor backbone, int first, int after)
    {
        if (_frames.Known(backbone.Kind) is { } known)
        {
            Run(backbone, known, new ContactStep("", backbone.Key, first));
            return;
        }

        for (var guess = 0; guess < ContactFrames.GuessCount; guess++)
        {
            var number = first + guess + 1;
            if (number <= after)
            {
                continue;
            }

            using var scope = NewDisposeScope();
            if (Run(backbone, ContactFrames.Guess(guess), new ContactStep("", backbone.Key, number, IsGuessed: true)))
            {
                return;
            }
        }
    }

    // Whether any of the windows went forward and backward. An exception says that the backbone does not take them, which is its right.
    private bool Run(BackboneDescriptor backbone, IReadOnlyList<ContactBatch> batches, ContactStep step)
    {
        var passed = false;
        foreach (var batch in batches)
        {
            using var scope = NewDisposeScope();
            try
            {
                Run(backbone, batch, step);
                passed = true;
            }
            catch (Exception fault)
            {
                report.Refused(backbone.Key, PluginFault.Describe(fault));
            }
        }

        if (passed)
        {
            report.Passed(backbone.Key);
        }

        return passed;
    }

    private void Run(BackboneDescriptor backbone, ContactBatch batch, ContactStep step)
    {
        var frames = $"{batch.Frames} frames of [{string.Join(", ", batch.FrameShape)}]";
        using var module = report.Take(step with { What = $"construction for {frames}" }, () => Create(backbone, batch));
        module.train();
        using var features = report.Take(step with { What = $"forward, {frames}" }, () => module.call(batch.Values, batch.Lengths));
        report.Take(step with { What = $"backward, {frames}" }, () =>
        {
            features.square().mean().backward();
            return true;
        });
    }

    private Backbone Create(BackboneDescriptor backbone, ContactBatch batch)
    {
        var samples = kinds.GetValueOrDefault(backbone.Kind);
        var options = samples?.Backbones.GetValueOrDefault(backbone.Name)?.Options ?? [];
        var values = OptionJson.Read(backbone.Options, options, samples?.Folder ?? plugin.MainAssembly);
        return plugin.CreateBackbone(backbone, values, new BackboneContext(batch.FrameShape, batch.Frames));
    }
}
