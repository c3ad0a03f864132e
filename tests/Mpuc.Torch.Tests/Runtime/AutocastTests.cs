using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class AutocastTests
{
    [Test]
    public void Matrix_products_are_shortened_until_the_scope_ends()
    {
        using var scope = NewDisposeScope();
        var matrix = ones(2, 2);

        using (new Autocast(DeviceType.CPU, bfloat16)) {
            Assert.That(matrix.mm(matrix).dtype, Is.EqualTo(ScalarType.BFloat16));
        }

        Assert.That(matrix.mm(matrix).dtype, Is.EqualTo(ScalarType.Float32));
    }
}
