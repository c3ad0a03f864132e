namespace TorchSharpPeer.Measurements;

/// <summary>A benchmark that descends a loss.</summary>
internal interface ITraining : IMeasurement
{
    /// <summary>Takes one step down.</summary>
    /// <returns>The loss before it.</returns>
    float Step();
}
