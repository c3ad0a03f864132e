using static TorchSharp.torch;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>Many calls of an operator so small that nothing is left but the way to it and back, on one thread.</summary>
/// <param name="calls">Calls per measurement.</param>
/// <param name="call">The call.</param>
internal sealed class OperatorCalls(int calls, Action<OperatorOverhead> call) : IMeasurement
{
    private readonly OperatorOverhead _overhead = new();

    public (double Ours, double? Peer) Take(Clock clock)
    {
        var threads = get_num_threads();
        set_num_threads(1);
        var seconds = clock.Time(() =>
        {
            for (var i = 0; i < calls; i++)
            {
                call(_overhead);
            }
        });
        set_num_threads(threads);
        return (seconds / calls, null);
    }

    public void Dispose()
    {
    }
}
