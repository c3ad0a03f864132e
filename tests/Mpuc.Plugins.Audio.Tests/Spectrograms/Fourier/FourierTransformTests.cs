using System.Numerics;
using System.Runtime.Intrinsics;
using Mpuc.Plugins.Audio.Spectrograms.Fourier;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Spectrograms.Fourier;

[TestFixture]
internal sealed class FourierTransformTests
{
    private const int Lanes = 4;

    [Test]
    public void It_is_the_sum_that_defines_it([Values(1, 2, 3, 4, 5, 7, 8, 16, 17, 32, 60, 64, 100)] int size)
    {
        var signals = Signals(size);

        var actual = Transform(signals);

        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var k = 0; k < size; k++)
            {
                var sum = Complex.Zero;
                for (var n = 0; n < size; n++)
                {
                    sum += signals[lane][n] * Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / size);
                }

                Assert.That(Complex.Abs(actual[lane][k] - sum), Is.LessThan(1e-12 * size), $"signal {lane}, frequency {k}");
            }
        }
    }

    [TestCase(400)]
    [TestCase(1024)]
    [TestCase(2048)]
    [TestCase(4001)]
    [TestCase(65536)]
    public void Long_ones_agree_with_libtorch(int size)
    {
        var signals = Signals(size);

        var actual = Transform(signals);

        using var scope = NewDisposeScope();
        for (var lane = 0; lane < Lanes; lane++)
        {
            var expected = fft.fft_(tensor(signals[lane])).data<Complex>().ToArray();
            var error = expected.Zip(actual[lane], (one, other) => Complex.Abs(one - other)).Max();
            Assert.That(error / expected.Max(Complex.Abs), Is.LessThan(1e-13), $"signal {lane}");
        }
    }

    [TestCase(64)]
    [TestCase(48)]
    public void It_may_be_used_by_several_threads_at_once(int size)
    {
        var transform = FourierTransform.Create(size);
        var signals = Signals(size);
        var expected = Transform(signals, transform);

        var agree = new bool[32];
        Parallel.For(
            0,
            agree.Length,
            i => agree[i] = Transform(signals, transform).Zip(expected).All(pair => pair.First.SequenceEqual(pair.Second)));

        Assert.That(agree, Is.All.True);
    }

    private static Complex[][] Signals(int size)
    {
        var random = new Random(size);
        return [.. Enumerable.Range(0, Lanes).Select(_ =>
            Enumerable.Range(0, size).Select(_ => new Complex((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1)).ToArray())];
    }

    private static Complex[][] Transform(Complex[][] signals, FourierTransform? transform = null)
    {
        var size = signals[0].Length;
        Vector256<double>[] Part(Func<Complex, double> part) =>
            [
                .. Enumerable.Range(0, size)
                    .Select(n => Vector256.Create(part(signals[0][n]), part(signals[1][n]), part(signals[2][n]), part(signals[3][n]))),
            ];
        var (real, imaginary) = (Part(value => value.Real), Part(value => value.Imaginary));

        (transform ?? FourierTransform.Create(size)).Forward(real, imaginary);

        return
        [
            .. Enumerable.Range(0, Lanes).Select(lane =>
                Enumerable.Range(0, size).Select(n => new Complex(real[n][lane], imaginary[n][lane])).ToArray()),
        ];
    }
}
