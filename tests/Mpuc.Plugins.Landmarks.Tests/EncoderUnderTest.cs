using Serilog.Core;

namespace Mpuc.Plugins.Landmarks.Tests;

/// <summary>An encoder with some options set, that reads weights from files named by path.</summary>
internal sealed class EncoderUnderTest(params (string Name, object Value)[] set) : IDisposable
{
    public LandmarksEncoder Encoder { get; } = new(
        new OptionValues(LandmarksOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)),
        new TestWeights(),
        Logger.None);

    public void Dispose() => Encoder.Dispose();
}
