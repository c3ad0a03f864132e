using Samples.Cepstrum.Backbones;

namespace Samples.Cepstrum.Tests;

public sealed class CosineTransformTests
{
    [Test]
    public void The_rows_of_the_whole_transform_are_orthonormal()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var matrix = CosineTransform.Matrix(24, 24);
        var product = matrix.transpose(0, 1).mm(matrix).data<float>().ToArray();
        for (var index = 0; index < product.Length; index++)
        {
            Assert.That(product[index], Is.EqualTo(index % 25 == 0 ? 1 : 0).Within(1e-5));
        }
    }

    [Test]
    public void A_flat_spectrum_has_nothing_but_its_level()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var cepstrum = TorchSharp.torch.ones(1, 16).mm(CosineTransform.Matrix(16, 5)).data<float>().ToArray();
        Assert.That(cepstrum, Is.EqualTo(new[] { 4f, 0, 0, 0, 0 }).Within(1e-5));
    }

    [Test]
    public void A_cosine_over_the_bands_is_one_coefficient()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var bands = Enumerable.Range(0, 16).Select(band => (float)Math.Cos(Math.PI * (band + 0.5) * 3 / 16)).ToArray();
        var cepstrum = TorchSharp.torch.tensor(bands, [1, 16]).mm(CosineTransform.Matrix(16, 5)).data<float>().ToArray();
        Assert.That(cepstrum, Is.EqualTo(new[] { 0, 0, 0, (float)Math.Sqrt(8), 0 }).Within(1e-5));
    }
}
