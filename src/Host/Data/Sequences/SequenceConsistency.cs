using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Sequences;

/// <summary>Checks that the recordings of a modality fit together.</summary>
internal static class SequenceConsistency
{
    /// <summary>
    /// Compares frame rates and, where no fitted encoder changes them later, frame shapes; refuses a normalisation that has nothing to
    /// average.
    /// </summary>
    /// <exception cref="MpucException">Two recordings differ; the message names both.</exception>
    public static void Check(
        Modality modality, IReadOnlyList<UnlabelledRecording> recordings, IReadOnlyDictionary<string, SequenceFile> files)
    {
        var present = recordings.Where(recording => files.ContainsKey(recording.Id))
            .Select(recording => (recording.Id, files[recording.Id].Header)).ToList();
        if (present.Count == 0)
        {
            return;
        }

        var (firstId, first) = present[0];
        if (modality.Settings.Normalization == Normalization.Recording && first.FrameRate == 0)
        {
            throw new MpucException(
                $"modalities.{modality.Name}.normalization is 'recording', but '{firstId}' has one frame without a time axis, "
                + "which leaves nothing to average over; choose 'training' or 'group'.");
        }

        foreach (var (id, header) in present)
        {
            if (Math.Abs(header.FrameRate - first.FrameRate) > 1e-6 * first.FrameRate)
            {
                throw new MpucException(
                    $"Modality '{modality.Name}': recording '{id}' has {header.FrameRate:R} frames per second, "
                    + $"'{firstId}' has {first.FrameRate:R}; all must have the same.");
            }

            if (modality.Encoder is not IFittedEncoder && !header.Shape.Skip(1).SequenceEqual(first.Shape.Skip(1)))
            {
                throw new MpucException(
                    $"Modality '{modality.Name}': the frames of recording '{id}' have the shape {Shapes.Format(header.Shape.Skip(1))}, "
                    + $"those of '{firstId}' have {Shapes.Format(first.Shape.Skip(1))}; all must have the same.");
            }
        }
    }
}

/// <summary>Shapes as people read them.</summary>
internal static class Shapes
{
    /// <summary>Writes a shape.</summary>
    /// <returns>Such as <c>[51, 2]</c>.</returns>
    public static string Format(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
