using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>What tests of the fused TCN block share.</summary>
internal static class TcnBlockCase
{
    public static Tensor Run(Tensor[] leaves, long[]? lengths, long dilation, double dropout = 0) =>
        FusedTcnBlock.Run(leaves[0], lengths is null ? null : tensor(lengths), NaiveTcnBlock.Weights(leaves), dilation, dropout);

    public static bool Supports(Tensor[] leaves) => FusedTcnBlock.Supports(leaves[0], NaiveTcnBlock.Weights(leaves));

    /// <summary>One length for all windows.</summary>
    public static long[] Full(int batch, int frames) => [.. Enumerable.Repeat((long)frames, batch)];

    public static void AssertSame(Tensor[] actual, Tensor[] expected)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i].shape, Is.EqualTo(expected[i].shape));

            // A slope's gradient is one number, a sum over the whole batch in which most of the terms cancel.
            var tolerance = expected[i].numel() == 1 ? 1e-4 : 1e-5;
            var difference = Gradients.RelativeDifference(actual[i], expected[i]);
            Assert.That(difference, Is.LessThan(tolerance), i == 0 ? "result" : $"gradient {i - 1}");
        }
    }

    public static void AssertEqual(Tensor[] actual, Tensor[] expected) =>
        Assert.That(actual.Zip(expected).Select(pair => Gradients.AreEqual(pair.First, pair.Second)), Is.All.True);
}
