using Mpuc.Conformance.Running;
using Mpuc.Conformance.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Conformance.Trials;

/// <summary>
/// A backbone and the windows that it is tried with: those of its kind's recordings, or random ones where the kind is another plugin's.
/// </summary>
/// <param name="plugin">The plugin.</param>
/// <param name="descriptor">The backbone.</param>
/// <param name="samples">What its kind is tried with.</param>
/// <param name="encoder">Its kind; null where that is another plugin's.</param>
internal sealed class BackboneTrial(IPluginUnderTest plugin, BackboneDescriptor descriptor, KindSamples samples, EncoderTrial? encoder)
{
    private const int Seed = 20221;

    private Tensor? _windows;

    /// <summary>The backbone.</summary>
    public BackboneDescriptor Descriptor => descriptor;

    /// <summary>What it is tried with besides its kind's recordings.</summary>
    public BackboneSamples Samples => samples.Backbones.GetValueOrDefault(descriptor.Name) ?? new BackboneSamples();

    /// <summary>The backbone's options as the samples have them.</summary>
    public OptionValues Options => OptionJson.Read(descriptor.Options, Samples.Options, samples.Folder);

    /// <summary>Windows, <c>[4, T, ...]</c>, none of which is padded; the trial owns them.</summary>
    /// <exception cref="NotTriedException">There is nothing to make them of.</exception>
    public Tensor Windows => _windows ??= MakeWindows().DetachFromDisposeScope();

    /// <summary>T.</summary>
    public int Frames => (int)Windows.shape[1];

    /// <summary>Makes a backbone with the samples' options and weights of a seed.</summary>
    public Backbone Create(int seed = Seed) => Create(Options, seed);

    /// <summary>Makes a backbone with other options.</summary>
    public Backbone Create(OptionValues options, int seed = Seed)
    {
        var context = new BackboneContext([.. Windows.shape[2..]], Frames);
        manual_seed(seed);
        return Fault.Unwrapped(() => plugin.CreateBackbone(descriptor, options, context));
    }

    /// <summary>The features of windows without padding, without gradients.</summary>
    public static Tensor Features(Backbone backbone, Tensor windows) => Features(backbone, windows, windows.shape[1]);

    /// <summary>The features of windows of one valid length, without gradients.</summary>
    public static Tensor Features(Backbone backbone, Tensor windows, long length)
    {
        using var noGrad = no_grad();
        return backbone.call(windows, full(windows.shape[0], length, ScalarType.Int64));
    }

    /// <summary>Valid lengths for the windows, from whole ones to one frame.</summary>
    public Tensor MixedLengths() => tensor(new long[] { Frames, Math.Max(1, Frames / 2), Math.Max(1, Frames - 1), 1 });

    /// <summary>The greatest difference, relative to the size of what is expected.</summary>
    public static float Difference(Tensor actual, Tensor expected) =>
        ((actual - expected).abs().max() / (expected.abs().max() + 1e-6)).item<float>();

    private Tensor MakeWindows()
    {
        using var scope = NewDisposeScope();
        if (encoder is not null)
        {
            return FromRecordings(encoder).MoveToOuterDisposeScope();
        }

        var shape = samples.FrameShape ?? throw new NotTriedException(
            $"The kind '{descriptor.Kind}' is another plugin's; give the shape of its frames in {SampleFile.Name}: "
            + $"{{ \"{descriptor.Kind}\": {{ \"frameShape\": [128], \"windowFrames\": 90 }} }}.");
        manual_seed(Seed);
        return randn([4, samples.WindowFrames, .. shape]).MoveToOuterDisposeScope();
    }

    // Recordings in turn, from other starts each time. Where one is shorter than the window it is repeated: padding is tried apart from
    // this.
    private static Tensor FromRecordings(EncoderTrial trial)
    {
        var reader = trial.CreateEncoder();
        var sequences = trial.ReadAll(reader);
        var windows = Enumerable.Range(0, 4).Select(index =>
        {
            var sequence = sequences[index % sequences.Count];
            using var window = reader.Window(sequence, new TimeWindow(sequence.Duration * index / 8, trial.Samples.WindowSeconds));
            return Repeated(window);
        });
        var batch = stack([.. windows], 0);
        foreach (var sequence in sequences)
        {
            sequence.Dispose();
        }

        return batch;
    }

    private static Tensor Repeated(ModalityWindow window)
    {
        var (frames, valid) = (window.Values.shape[0], window.ValidLength);
        var times = (int)((frames + valid - 1) / valid);
        return cat([.. Enumerable.Repeat(window.Values.narrow(0, 0, valid), times)], 0).narrow(0, 0, frames).clone();
    }
}
