using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class ConcurrencyTests
{
    [Test]
    public void Operators_run_on_several_threads_at_once()
    {
        var before = LiveTensors.Settled();

        var sums = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(seed =>
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator((ulong)seed);
            var weight = randn([16, 16], float64, requires_grad: true, generator: generator);
            for (var step = 0; step < 50; step++) {
                using var inner = NewDisposeScope();
                weight.mm(weight).tanh().sum().backward();
            }

            return weight.grad!.sum().ToDouble() / 50;
        }).ToArray();

        Assert.That(sums, Is.All.Matches<double>(double.IsFinite));
        Assert.That(LiveTensors.Settled(), Is.EqualTo(before));
    }

    [Test]
    public void Each_thread_keeps_its_own_gradient_mode()
    {
        using (no_grad()) {
            var enabled = false;
            var thread = new Thread(() => enabled = is_grad_enabled());
            thread.Start();
            thread.Join();

            Assert.That(enabled);
            Assert.That(is_grad_enabled(), Is.False);
        }
    }

    [Test]
    public void Each_thread_reports_its_own_errors()
    {
        var messages = Enumerable.Range(2, 6).AsParallel().WithDegreeOfParallelism(6).Select(columns =>
        {
            using var matrix = zeros(1, columns);
            try {
                matrix.mm(matrix).Dispose();
                return "";
            } catch (System.Runtime.InteropServices.ExternalException failure) {
                return failure.Message.Contains($"(1x{columns} and 1x{columns})", StringComparison.Ordinal) ? "own" : failure.Message;
            }
        });

        Assert.That(messages, Is.All.EqualTo("own"));
    }

    [Test]
    public void The_number_of_threads_can_be_set()
    {
        var before = get_num_threads();
        try {
            set_num_threads(1);
            Assert.That(get_num_threads(), Is.EqualTo(1));
        } finally {
            set_num_threads(before);
        }

        Assert.That(get_num_interop_threads(), Is.Positive);
    }

    [Test]
    public void Deterministic_algorithms_are_asked_for_until_disposed()
    {
        using (use_deterministic_algorithms(true, warn_only: true)) {
            Assert.That(are_deterministic_algorithms_enabled() && is_deterministic_algorithms_warn_only_enabled());
        }

        Assert.That(are_deterministic_algorithms_enabled(), Is.False);
    }

    [Test]
    public void The_version_is_libtorchs() => Assert.That(__version__, Does.Match("^[12]\\.\\d+"));
}
