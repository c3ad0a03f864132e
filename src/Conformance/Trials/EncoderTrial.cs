using Mpuc.Conformance.Running;
using Mpuc.Conformance.Samples;
using TorchSharp;

namespace Mpuc.Conformance.Trials;

/// <summary>A kind of modality and what its encoder is tried with.</summary>
/// <param name="plugin">The plugin.</param>
/// <param name="descriptor">The kind.</param>
/// <param name="samples">What to try it with.</param>
internal sealed class EncoderTrial(IPluginUnderTest plugin, ModalityDescriptor descriptor, KindSamples samples)
{
    /// <summary>Why there is nothing to try the encoder with.</summary>
    public static string NoRecordings(string kind) =>
        $"There are no recordings of the kind '{kind}'; name at least two, which differ, in {SampleFile.Name} beside the plugin's main "
            + "assembly: "
        + $"{{ \"{kind}\": {{ \"recordings\": [\"conformance/a\", \"conformance/b\"] }} }}.";

    /// <summary>The kind.</summary>
    public ModalityDescriptor Descriptor => descriptor;

    /// <summary>What it is tried with.</summary>
    public KindSamples Samples => samples;

    /// <summary>The recordings.</summary>
    /// <exception cref="NotTriedException">There are none.</exception>
    public IReadOnlyList<ModalitySource> Recordings =>
        samples.Recordings.Count > 0 ? samples.Recordings : throw new NotTriedException(NoRecordings(descriptor.Kind));

    /// <summary>Makes an encoder with the samples' options.</summary>
    public IModalityEncoder CreateEncoder() => CreateEncoder(OptionJson.Read(descriptor.Options, samples.Options, samples.Folder));

    /// <summary>Makes an encoder with other options.</summary>
    public IModalityEncoder CreateEncoder(OptionValues options) =>
        Fault.Unwrapped(() => plugin.CreateEncoder(descriptor.Kind, options));

    /// <summary>Reads a source and waits for it.</summary>
    public static ModalitySequence Read(IModalityEncoder encoder, ModalitySource source, CancellationToken cancellationToken = default) =>
        encoder.ReadAsync(source, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Reads the recordings as the backbones see them: what an encoder learns of recordings is learned of all of them.</summary>
    /// <returns>The sequences; the caller owns them.</returns>
    public IReadOnlyList<ModalitySequence> ReadAll(IModalityEncoder encoder)
    {
        List<ModalitySequence> sequences = [.. Recordings.Select(source => Read(encoder, source))];
        if (encoder is not IFittedEncoder fitted)
        {
            return sequences;
        }

        fitted.Fit(sequences);
        List<ModalitySequence> transformed = [.. sequences.Select(fitted.Transform)];
        sequences.ForEach(sequence => sequence.Dispose());
        return transformed;
    }

    /// <summary>The numbers of a tensor, to be compared.</summary>
    public static float[] Numbers(torch.Tensor values)
    {
        using var whole = values.contiguous();
        return whole.data<float>().ToArray();
    }

    /// <summary>A tensor's shape for people.</summary>
    public static string Shape(torch.Tensor values) => $"[{string.Join(", ", values.shape)}]";
}
