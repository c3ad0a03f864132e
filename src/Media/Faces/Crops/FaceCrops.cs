using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Pixels;
using Mpuc.Media.Video;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Crops;

/// <summary>
/// Cuts the main face out of every frame of a recording. The video is decoded a second time, so that no more than a batch of frames is in
/// memory.
/// </summary>
public static class FaceCrops
{
    /// <summary>Streams the crops.</summary>
    /// <param name="path">Where the face is.</param>
    /// <param name="options">The crops' size and margin.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>A crop for every frame, in batches that the caller disposes.</returns>
    /// <exception cref="MpucException">The video cannot be read, or has changed since the face was found.</exception>
    public static async IAsyncEnumerable<FaceCropBatch> ReadAsync(
        FacePath path, CropOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var frames = 0;
        await foreach (var batch in path.Video.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            frames = batch.First + batch.Count;
            Require(path, frames <= path.Boxes.Count);
            yield return Cut(path, options, batch);
        }

        Require(path, frames == path.Boxes.Count);
    }

    private static void Require(FacePath path, bool isSame)
    {
        if (!isSame)
        {
            throw new MpucException(
                $"'{path.Video.Source.Path}' changed while it was read; leave recordings alone until they are encoded.");
        }
    }

    private static FaceCropBatch Cut(FacePath path, CropOptions options, FrameBatch frames)
    {
        var pixels = zeros(frames.Count, 3, options.Size, options.Size).DetachFromDisposeScope();
        var values = MemoryMarshal.Cast<byte, float>(pixels.bytes);
        var squares = new FaceBox?[frames.Count];
        for (var i = 0; i < frames.Count; i++)
        {
            if (path.Boxes[frames.First + i] is { } box)
            {
                var square = options.SquareAround(box);
                squares[i] = square;
                SquareCrop.Cut(
                    frames[i],
                    frames.Width,
                    frames.Height,
                    square,
                    options.Size,
                    values.Slice(i * 3 * options.Size * options.Size, 3 * options.Size * options.Size));
            }
        }

        return new FaceCropBatch(frames.First, pixels, squares);
    }
}

/// <summary>How faces are cut out.</summary>
/// <param name="Size">The side of a crop in pixels, at least 1.</param>
/// <param name="Margin">
/// By how much the square around a face's box is larger than the box's longer side, as a fraction of it; at least 0.
/// </param>
public sealed record CropOptions(int Size, double Margin)
{
    /// <summary>The square that is cut out for a box.</summary>
    /// <param name="box">The face's box.</param>
    /// <returns>The square around the box's centre; it may reach beyond the picture.</returns>
    public FaceBox SquareAround(FaceBox box)
    {
        var square = box.ToSquare();
        var margin = square.Width * Margin / 2;
        return new FaceBox(square.Left - margin, square.Top - margin, square.Right + margin, square.Bottom + margin);
    }
}
