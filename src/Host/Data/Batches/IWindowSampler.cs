using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>Decides where the windows of recordings lie.</summary>
internal interface IWindowSampler
{
    /// <summary>Windows per recording, V.</summary>
    int Views { get; }

    /// <summary>A window's length in seconds.</summary>
    double Seconds { get; }

    /// <summary>Where a window starts.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="modality">The modality, which the recording has.</param>
    /// <param name="view">0 to V - 1.</param>
    /// <returns>Seconds from the recording's start, at least 0.</returns>
    double Start(UnlabelledRecording recording, Modality modality, int view);
}
