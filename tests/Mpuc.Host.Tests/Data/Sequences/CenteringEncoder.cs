using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>A fitted encoder for tests: subtracts the mean of the training recordings' first frames.</summary>
internal sealed class CenteringEncoder(double frameRate) : NumbersEncoder(frameRate), IFittedEncoder
{
    private torch.Tensor _mean = torch.zeros(1);

    /// <summary>How many sequences <see cref="Fit"/> saw.</summary>
    public int Fitted { get; private set; }

    public IReadOnlyDictionary<string, torch.Tensor> State => new Dictionary<string, torch.Tensor> { ["mean"] = _mean };

    public void Fit(IEnumerable<ModalitySequence> training)
    {
        var first = training.Select(sequence => sequence.Values[0].clone()).ToArray();
        (_mean, Fitted) = (torch.stack(first).mean([0]), first.Length);
    }

    public ModalitySequence Transform(ModalitySequence sequence) => new(sequence.Values - _mean, sequence.FrameRate);

    public void Restore(IReadOnlyDictionary<string, torch.Tensor> state) => _mean = state["mean"].clone();
}
