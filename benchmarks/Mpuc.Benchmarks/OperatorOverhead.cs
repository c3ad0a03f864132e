using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;

namespace Mpuc.Benchmarks;

/// <summary>
/// Tensors so small that libtorch's arithmetic costs next to nothing: what is left is the way to it and back. The same is measured in
/// Python by pytorch/op_overhead.py.
/// </summary>
public class OperatorOverhead
{
    private readonly Tensor left = rand(2, 2);
    private readonly Tensor right = rand(2, 2);
    private readonly Tensor input = rand(8, 8);
    private readonly Tensor weight = rand(new long[] { 8, 8 }, requires_grad: true);
    private readonly Tensor bias = rand(new long[] { 8 }, requires_grad: true);

    [GlobalSetup]
    public void UseOneThread() => set_num_threads(1);

    [Benchmark]
    public void Add2x2()
    {
        using var sum = left + right;
    }

    [Benchmark]
    public void Linear8x8AndBackward()
    {
        using var scope = NewDisposeScope();
        nn.functional.linear(input, weight, bias).sum().backward();
    }
}
