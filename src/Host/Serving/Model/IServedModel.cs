using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Features;

namespace Mpuc.Host.Serving.Model;

/// <summary>What the server needs of a model. Safe to use from several threads.</summary>
internal interface IServedModel
{
    /// <summary>What callers may know of it.</summary>
    ServedModelDescription Description { get; }

    /// <summary>Told of the number of recordings of every pass through the encoders.</summary>
    Action<int> OnPass { set; }

    /// <summary>How long a recording may be, by what is decoded of those of its sources that the limit cut.</summary>
    RecordingLimit Limit { set; }

    /// <summary>Judges a recording.</summary>
    /// <exception cref="MpucException">The recording cannot be judged; the message says why.</exception>
    Task<Prediction> PredictAsync(UnlabelledRecording recording, PredictionOptions options, CancellationToken cancellationToken);

    /// <summary>Extracts a recording's features.</summary>
    /// <param name="modalities">The modalities to use; empty for all.</param>
    /// <exception cref="MpucException">The recording cannot be read; the message says why.</exception>
    Task<RecordingFeatures> ExtractAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, CancellationToken cancellationToken);

    /// <summary>Shows what the encoders see of a recording.</summary>
    /// <param name="modalities">The modalities to show; empty for all that can be shown.</param>
    /// <param name="pictures">How many pictures a strip over time should have at most.</param>
    Task<IReadOnlyList<(string Modality, ModalityPreview Preview)>> PreviewAsync(
        UnlabelledRecording recording, IReadOnlyList<string> modalities, int pictures, CancellationToken cancellationToken);
}
