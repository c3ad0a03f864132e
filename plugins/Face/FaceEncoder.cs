using System.Globalization;
using Mpuc.Media;
using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;
using Mpuc.Plugins.Face.Crops;
using Mpuc.Plugins.Face.Previews;
using Serilog;
using TorchSharp;

namespace Mpuc.Plugins.Face;

/// <summary>Reads videos as crops of the main face, <c>[T, 3, size, size]</c>, standardised (paper, Sec. III-A, "Visual").</summary>
internal sealed class FaceEncoder : ModalityEncoder, IPreviewEncoder, IDisposable
{
    private readonly FaceOptions _options;
    private readonly FaceFinder _finder;

    /// <summary>Creates the encoder of one configured modality.</summary>
    /// <param name="values">Values of <see cref="FaceOptions.Schema"/>.</param>
    /// <param name="weights">Where the detector's weights are found, when the first recording is read.</param>
    /// <param name="logger">Told of damaged videos, frames without a face, and several faces.</param>
    public FaceEncoder(OptionValues values, IWeightsStore weights, ILogger logger)
    {
        _options = FaceOptions.From(values);
        _finder = new FaceFinder(_options.Finding, new VideoReader(_options.Reading, logger), weights, logger);
    }

    /// <summary>What the host shows of the encoder.</summary>
    public static ModalityDescriptor Descriptor { get; } = new()
    {
        Kind = FaceConstants.Kind,
        Description = "The main face of a video, found, followed and cut out of its frames, or faces that were cut out already.",
        Extensions = MediaExtensions.WithPicture,
        Options = FaceOptions.Schema,
        DefaultBackbone = FaceConstants.R2Plus1d,
    };

    /// <inheritdoc/>
    protected override double FrameRate => _options.Reading.FrameRate;

    /// <inheritdoc/>
    public override async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var path = await _finder.FindAsync(source, cancellationToken).ConfigureAwait(false);
        var values = torch.empty(path.Boxes.Count, 3, _options.Crops.Size, _options.Crops.Size);
        try
        {
            await foreach (var batch in FaceCrops.ReadAsync(path, _options.Crops, cancellationToken).ConfigureAwait(false))
            {
                using (batch)
                using (var part = values.narrow(0, batch.First, batch.Squares.Count))
                {
                    KineticsNormalization.Apply(batch, part);
                }
            }

            return new ModalitySequence(values, path.Video.FrameRate);
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ModalityPreview> PreviewAsync(ModalitySource source, int pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 1);
        var path = await _finder.FindAsync(source, cancellationToken).ConfigureAwait(false);
        var finding = _options.Finding.Faces == FaceFindingOptions.Given ? "faces as given" : $"detector {_options.Finding.Detector}";
        return new ModalityPreview
        {
            Caption = string.Create(
                CultureInfo.InvariantCulture,
                $"{path.Boxes.Count} face crops of {_options.Crops.Size}x{_options.Crops.Size} at {path.Video.FrameRate:0.##} frames/s, "
                    + $"{finding}; {path.Missing} without a face"),
            Duration = path.Boxes.Count / path.Video.FrameRate,
            Pictures = await FacePictures.ReadAsync(path, _options.Crops, pictures, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _finder.Dispose();
}
