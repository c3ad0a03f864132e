using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

/// <summary>Fourier transforms against the sum that defines them.</summary>
public class SpectralTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void A_real_transform_is_the_defining_sum()
    {
        var signal = Double.Values(Double.Random(12));

        var spectrum = fft.rfft(tensor(signal)).data<Complex>().ToArray();

        AssertClose(spectrum, Enumerable.Range(0, 7).Select(k => Coefficient(signal, k)));
    }

    [Test]
    public void The_inverse_returns_the_signal()
    {
        var signal = Double.Random(2, 15);

        Assert.That(fft.irfft(fft.rfft(signal), n: 15).allclose(signal));
        Assert.That(fft.ifft(fft.fft_(signal)).real.allclose(signal));
        Assert.That(fft.irfft2(fft.rfft2(signal), s: [2, 15]).allclose(signal));
    }

    [Test]
    public void The_normalisation_says_where_the_length_divides()
    {
        var signal = Double.Of(1, 1, 1, 1);

        Assert.That(fft.rfft(signal)[0].real.ToDouble(), Is.EqualTo(4));
        Assert.That(fft.rfft(signal, norm: FFTNormType.Ortho)[0].real.ToDouble(), Is.EqualTo(2));
        Assert.That(fft.rfft(signal, norm: FFTNormType.Forward)[0].real.ToDouble(), Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_short_time_transform_is_the_sum_over_each_window(bool center)
    {
        const int length = 8;
        const int hop = 3;
        var signal = Double.Values(Double.Random(30));
        var window = hann_window(length, dtype: float64);
        var weights = Double.Values(window);

        var frames = tensor(signal).stft(length, hop, window: window, center: center, return_complex: true);

        var padded = center ? Reflected(signal, length / 2) : signal;
        var count = 1 + (padded.Length - length) / hop;
        Assert.That(frames.shape, Is.EqualTo(new long[] { length / 2 + 1, count }));
        for (var frame = 0; frame < count; frame++) {
            var cut = padded[(frame * hop)..(frame * hop + length)].Zip(weights, (sample, weight) => sample * weight).ToArray();
            AssertClose(
                frames[TensorIndex.Colon, frame].contiguous().data<Complex>().ToArray(),
                Enumerable.Range(0, length / 2 + 1).Select(k => Coefficient(cut, k)));
        }
    }

    [Test]
    public void The_inverse_short_time_transform_returns_the_signal()
    {
        var signal = Double.Random(2, 64);
        var window = hann_window(16, dtype: float64);

        var spectrum = stft(signal, 16, 4, 16, window, return_complex: true);

        Assert.That(istft(spectrum, 16, 4, 16, window, length: 64).allclose(signal, atol: 1e-12));
    }

    [Test]
    public void Windows_follow_their_formulas()
    {
        const int length = 10;
        var angles = Enumerable.Range(0, length).Select(i => 2 * Math.PI * i / length).ToArray();

        Assert.That(
            Double.Values(hann_window(length, dtype: float64)), Is.EqualTo(angles.Select(a => 0.5 - 0.5 * Math.Cos(a))).Within(1e-12));
        Assert.That(
            Double.Values(hamming_window(length, dtype: float64)), Is.EqualTo(angles.Select(a => 0.54 - 0.46 * Math.Cos(a))).Within(1e-12));
        Assert.That(
            Double.Values(blackman_window(length, dtype: float64)),
            Is.EqualTo(angles.Select(a => 0.42 - 0.5 * Math.Cos(a) + 0.08 * Math.Cos(2 * a))).Within(1e-12));
    }

    [Test]
    public void Complex_numbers_show_their_parts()
    {
        var numbers = tensor(new[] { new Complex(3, 4), new Complex(-1, 0.5) });

        Assert.That(Double.Values(numbers.abs()), Is.EqualTo(new[] { 5, Math.Sqrt(1.25) }).Within(1e-12));
        Assert.That(Double.Values(numbers.real), Is.EqualTo(new double[] { 3, -1 }));
        Assert.That(Double.Values(numbers.imag), Is.EqualTo(new double[] { 4, 0.5 }));
        Assert.That(numbers.view_as_real().shape, Is.EqualTo(new long[] { 2, 2 }));
        Assert.That(numbers.conj()[0].ToComplexFloat64(), Is.EqualTo(new Complex(3, -4)));
        Assert.That(Double.Values(numbers.conj().imag.resolve_neg()), Is.EqualTo(new double[] { -4, -0.5 }));
        Assert.That(() => numbers.conj().data<Complex>(), Throws.InvalidOperationException.With.Message.Contains("resolve_conj()"));
        Assert.That(complex(numbers.real, numbers.imag).Equals(numbers));
        Assert.That((numbers * new Complex(0, 1))[0].ToComplexFloat64(), Is.EqualTo(new Complex(-4, 3)));
    }

    private static Complex Coefficient(double[] signal, int k) => signal
        .Select((sample, i) => sample * Complex.FromPolarCoordinates(1, -2 * Math.PI * k * i / signal.Length))
        .Aggregate(Complex.Zero, (sum, term) => sum + term);

    private static double[] Reflected(double[] signal, int pad) =>
        [.. signal[1..(pad + 1)].Reverse(), .. signal, .. signal[^(pad + 1)..^1].Reverse()];

    private static void AssertClose(Complex[] actual, IEnumerable<Complex> expected) =>
        Assert.That(actual.Zip(expected, (left, right) => (left - right).Magnitude), Is.All.LessThan(1e-10));
}
