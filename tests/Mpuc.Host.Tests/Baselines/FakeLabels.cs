using Mpuc.Host.Data;
using Mpuc.Host.Tests.Evaluation;

namespace Mpuc.Host.Tests.Baselines;

/// <summary>Labels for <see cref="Training.FakeModalities"/>: the sign of one of the numbers that both modalities show.</summary>
internal static class FakeLabels
{
    public static (DataSplit Split, long[] Truth) Of(int recordings)
    {
        var truth = Enumerable.Range(0, recordings).Select(id => new Random(1000 + id).NextDouble() > 0.5 ? 1L : 0L).ToArray();
        var labelled = truth.Select((side, id) => new Recording
        {
            Id = $"r{id}",
            Labels = new Dictionary<string, string> { ["side"] = Spaces.Single(2).Format(side) },
            Sources = new Dictionary<string, ModalitySource>(),
        });
        return (new DataSplit { Training = [.. labelled], Validation = [], Test = [] }, truth);
    }
}
