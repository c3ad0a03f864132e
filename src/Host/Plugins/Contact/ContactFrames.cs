using Mpuc.Conformance;
using Mpuc.Conformance.Trials;
using Mpuc.Host.Data;
using Mpuc.Host.Plugins.Loading;

namespace Mpuc.Host.Plugins.Contact;

/// <summary>
/// Finds frames of the shape that a kind of modality has: its recordings in <c>conformance.json</c>, or the shape that stands there.
/// </summary>
internal sealed class ContactFrames(IPluginUnderTest plugin, IReadOnlyDictionary<string, KindSamples> kinds, ContactReport report)
{
    private const int SmallFrames = 8;
    private const int FullFrames = 90;
    private const int FullPictures = 12;

    private static readonly double[] Seconds = [Math.Min(1, new WindowOptions().Seconds), new WindowOptions().Seconds];

    private static readonly long[][] Guesses = [[16], [1], [16, 2], [3, 112, 112]];

    private readonly Dictionary<string, IReadOnlyList<ContactBatch>?> _known = new(StringComparer.Ordinal);

    /// <summary>How many shapes are guessed where none is known.</summary>
    public static int GuessCount => Guesses.Length;

    /// <summary>A small window and a full one of a shape that is a guess.</summary>
    public static IReadOnlyList<ContactBatch> Guess(int index)
    {
        var shape = Guesses[index];
        return [ContactBatch.Random(shape, SmallFrames), ContactBatch.Random(shape, shape.Length > 2 ? FullPictures : FullFrames)];
    }

    /// <summary>A small window and a full one of the shape that a kind's frames have.</summary>
    /// <returns>The batches, which stay this object's; null where the shape is not known.</returns>
    public IReadOnlyList<ContactBatch>? Known(string kind)
    {
        if (!_known.TryGetValue(kind, out var batches))
        {
            _known[kind] = batches = Find(kind);
        }

        return batches;
    }

    private ContactBatch[]? Find(string kind)
    {
        if (kinds.GetValueOrDefault(kind) is not { } samples)
        {
            return null;
        }

        if (plugin.Modalities.FirstOrDefault(modality => modality.Kind == kind) is { } descriptor && samples.Recordings.Count > 0)
        {
            try
            {
                return report.Take(new ContactStep($"recordings of '{kind}'"), () => Read(new EncoderTrial(plugin, descriptor, samples)));
            }
            catch (Exception fault)
            {
                report.Refused(kind, PluginFault.Describe(fault));
            }
        }

        return samples.FrameShape is { } shape
            ? [ContactBatch.Random(shape, Math.Min(samples.WindowFrames, SmallFrames)), ContactBatch.Random(shape, samples.WindowFrames)]
            : null;
    }

    private static ContactBatch[] Read(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        var sequences = trial.ReadAll(encoder);
        ModalitySequence[] pair = [sequences[0], sequences[^1]];
        return [.. Seconds.Select(seconds => ContactBatch.Of([.. pair.Select(sequence => Window(sequence, seconds))]))];

        ModalityWindow Window(ModalitySequence sequence, double seconds) => encoder.Window(sequence, new TimeWindow(0, seconds));
    }
}
